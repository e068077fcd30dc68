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
mod inspect;
mod report;
mod sheets;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use faltwerk::content;
use faltwerk::project::Project;
use faltwerk::source::nearest;
use faltwerk::wording::{Lang, Text};

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
        match self.lang {
            Some(Language::De) => Lang::German,
            Some(Language::En) => Lang::English,
            None => of_surroundings(Project::variable),
        }
    }
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
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers, not mistakes.
            let code = if error.use_stderr() {
                Outcome::CouldNotRun
            } else {
                Outcome::Good
            };
            // Nothing more can be done when even this cannot be printed.
            let _ = error.print();
            return code.into();
        }
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
            eprintln!(
                "faltwerk: the project folder `{}` cannot be opened: {error}",
                common.project.display()
            );
            return Outcome::CouldNotRun.into();
        }
    };
    if let Err(written) = Project::source_date_epoch() {
        eprintln!(
            "faltwerk: SOURCE_DATE_EPOCH is `{written}`, which is no number of seconds since 1970, such as 1767225600"
        );
        return Outcome::CouldNotRun.into();
    }
    let outcome = match &arguments.command {
        Command::Build(build) => build::run(build, common, &mut project),
        Command::Check(check) => check::run(check, common, &mut project),
        Command::Explain(explain) => explain::run(explain, common),
        Command::Fonts => fonts::run(common, &mut project),
        Command::Inspect(inspect) => inspect::run(inspect, common),
    };
    outcome.into()
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
fn documents(named: &[String], project: &mut Project) -> Option<Vec<String>> {
    let known = content::names(project);
    if known.is_empty() {
        let folder = project.root().join("content");
        eprintln!(
            "faltwerk: there is no document in `{}`; a document is a TOML file there that has a `[document]` table",
            folder.display()
        );
        return None;
    }
    if named.is_empty() {
        return Some(known);
    }
    let mut all_known = true;
    for name in named.iter().filter(|name| !known.contains(name)) {
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        match nearest(name, &names) {
            Some(meant) => eprintln!("faltwerk: there is no document `{name}`; did you mean `{meant}`?"),
            None => eprintln!(
                "faltwerk: there is no document `{name}`; there are: {}",
                names.join(", ")
            ),
        }
        all_known = false;
    }
    all_known.then(|| named.to_vec())
}
