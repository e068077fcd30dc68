//! The commands, and what they share: arguments, how findings are shown, and what the exit code says. 0: good. 1: the documents have errors.
//! 2: the tool could not run.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the command line: data goes out, findings beside it"
)]

mod build;
mod check;
mod columns;
mod explain;
mod fills;
mod fonts;
mod german;
mod inspect;
mod report;
mod schema;
mod sheets;
mod write;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use clap::error::ErrorKind;
use faltwerk::content;
use faltwerk::project::Project;
use faltwerk::source::nearest;
use faltwerk::wording::{Lang, Text, text};

/// Sets folded flyers and stitched brochures: from one source an accessible PDF for the screen and a press PDF for the printer.
#[derive(Debug, Parser)]
#[command(name = "faltwerk", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

/// What every command takes.
#[derive(Debug, Args)]
struct Common {
    /// The folder with `content/ templates/ fonts/ output/`
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    project: PathBuf,
    /// How findings are shown
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The language of findings; else that of the surroundings (`LC_ALL`, `LC_MESSAGES`, `LANG`)
    #[arg(long, global = true, value_enum)]
    lang: Option<Language>,
    /// A warning fails too
    #[arg(long, global = true)]
    deny_warnings: bool,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, over the lines at fault
    Human,
    /// For screen readers: plain lines, each saying what it is
    Narrated,
    /// One JSON object a line
    Json,
    /// For code scanning: SARIF 2.1.0, all findings in one file on standard output
    Sarif,
    /// For continuous integration: JUnit's XML, all findings in one file on standard output
    Junit,
}

/// A language as the command line knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    /// German
    De,
    /// English
    En,
}

impl Common {
    /// The language that is wanted: as the command line says, else the surroundings, else English.
    fn lang(&self) -> Lang {
        lang(self.lang, Project::variable)
    }
}

fn lang(wanted: Option<Language>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    match wanted {
        Some(Language::De) => Lang::German,
        Some(Language::En) => Lang::English,
        None => of_surroundings(variable),
    }
}

/// The language that arguments ask for, before they are read: help and mistakes are in that language, too.
fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = arguments.next().filter(|argument| argument != "--") {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next()?.into_owned(),
            Some(rest) => rest.strip_prefix('=').unwrap_or_default().to_owned(),
            None => continue,
        };
        if let Ok(language) = Language::from_str(&value, false) {
            return Some(language);
        }
    }
    None
}

/// The language of the first of these variables that is not empty, as POSIX has it (XBD 8.2).
fn of_surroundings(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let mut variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let locale = variables.find_map(|name| variable(name).filter(|value| !value.is_empty()));
    locale
        .and_then(|locale| Lang::of_locale(&locale))
        .unwrap_or_default()
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set documents and write their editions
    Build(build::Build),
    /// Say everything that `build` would complain about; write nothing
    Check(check::Check),
    /// Say why a finding matters, with an example, and what to do instead
    Explain(explain::Explain),
    /// Show which fonts are there and what they can set
    Fonts,
    /// Write JSON Schemas, by which an editor completes, explains and checks what is typed
    Schema(schema::Schema),
    /// Say what a PDF holds, ours or a stranger's, and what is wrong with it
    Inspect(inspect::Inspect),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Good,
    Faulty,
    CouldNotRun,
}

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    let written: Vec<OsString> = std::env::args_os().collect();
    let lang = lang(asked_for(&written), Project::variable);
    let arguments = match read(written, lang) {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error, lang).into(),
    };
    let common = &arguments.common;
    if let Command::Explain(explain) = &arguments.command {
        return explain::run(explain, common).into();
    }
    if let Command::Inspect(inspect) = &arguments.command {
        return inspect::run(inspect, common).into();
    }
    let mut project = match Project::open(&common.project) {
        Ok(project) => project,
        Err(error) => {
            let folder = common.project.display();
            let message = text!(
                "the project folder `{folder}` cannot be opened: {error}",
                "der Projektordner `{folder}` lässt sich nicht öffnen: {error}"; error
            );
            tell(&message, lang);
            return Outcome::CouldNotRun.into();
        }
    };
    if let Err(written) = Project::source_date_epoch() {
        let message = text!(
            "SOURCE_DATE_EPOCH is `{written}`, which is no number of seconds since 1970, such as 1767225600",
            "SOURCE_DATE_EPOCH ist `{written}`, und das ist keine Zahl von Sekunden seit 1970 wie 1767225600"
        );
        tell(&message, lang);
        return Outcome::CouldNotRun.into();
    }
    let outcome = match &arguments.command {
        Command::Build(build) => build::run(build, common, &mut project),
        Command::Check(check) => check::run(check, common, &mut project),
        Command::Explain(explain) => explain::run(explain, common),
        Command::Fonts => fonts::run(common, &mut project),
        Command::Schema(schema) => schema::run(schema, common, &mut project),
        Command::Inspect(inspect) => inspect::run(inspect, common),
    };
    outcome.into()
}

/// Reads the arguments, with help in that language.
fn read(written: Vec<OsString>, lang: Lang) -> Result<Arguments, clap::Error> {
    let command = match lang {
        Lang::English => Arguments::command(),
        Lang::German => german::translated(Arguments::command()),
    };
    let matches = command.try_get_matches_from(written)?;
    Arguments::from_arg_matches(&matches)
}

/// Says what is wrong with the arguments; help and version are answers, not mistakes.
fn refuse(error: &clap::Error, lang: Lang) -> Outcome {
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if lang == Lang::German && !is_help {
        eprint!("{}", german::said(error));
    } else {
        // Nothing more can be done when even this cannot be printed.
        let _ = error.print();
    }
    if error.use_stderr() {
        Outcome::CouldNotRun
    } else {
        Outcome::Good
    }
}

impl Format {
    /// Whether it is for people.
    const fn is_for_people(self) -> bool {
        matches!(self, Self::Human | Self::Narrated)
    }

    /// Whether the findings are one file on standard output, where nothing else may stand then.
    const fn is_a_report(self) -> bool {
        matches!(self, Self::Sarif | Self::Junit)
    }
}

/// Says something about the run itself on standard error.
fn tell(text: &Text, lang: Lang) {
    eprintln!("faltwerk: {}", text.in_lang(lang));
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Good => 0,
            Outcome::Faulty => 1,
            Outcome::CouldNotRun => 2,
        })
    }
}

/// The documents that are meant: those named, else all of the project. None, and the reason is printed, when there are none.
fn documents(named: &[String], project: &mut Project, lang: Lang) -> Option<Vec<String>> {
    let known = content::names(project);
    if known.is_empty() {
        let folder = project.root().join("content");
        let folder = folder.display();
        let message = text!(
            "there is no document in `{folder}`; a document is a TOML file there that has a `[document]` table",
            "in `{folder}` gibt es kein Dokument; ein Dokument ist dort eine TOML-Datei mit einer Tabelle `[document]`"
        );
        tell(&message, lang);
        return None;
    }
    if named.is_empty() {
        return Some(known);
    }
    let mut all_known = true;
    for name in named.iter().filter(|name| !known.contains(name)) {
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let message = match nearest(name, &names) {
            Some(meant) => text!(
                "there is no document `{name}`; did you mean `{meant}`?",
                "das Dokument `{name}` gibt es nicht; ist `{meant}` gemeint?"
            ),
            None => {
                let names = names.join(", ");
                text!(
                    "there is no document `{name}`; there are: {names}",
                    "das Dokument `{name}` gibt es nicht; es gibt: {names}"
                )
            }
        };
        tell(&message, lang);
        all_known = false;
    }
    all_known.then(|| named.to_vec())
}
