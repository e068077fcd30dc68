//! `faltwerk inspect`: says what a PDF holds, ours or a stranger's, and what is wrong with it.

mod told;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use faltwerk::diag::{Log, Severity};
use faltwerk::source::Sources;
use faltwerk::verify::pdf::gwg::Variant;
use faltwerk::verify::pdf::{self, Facts, Purpose};
use faltwerk::wording::{Text, text};

use super::{Common, Format, Outcome, report, tell};

/// What `inspect` takes.
#[derive(Debug, Args)]
pub(super) struct Inspect {
    /// The PDF, anywhere
    #[arg(value_name = "FILE.pdf")]
    file: PathBuf,
    /// What it is for, else what it claims to be: PDF/UA is to be read, all else to be printed
    #[arg(long = "as", value_enum, value_name = "PURPOSE")]
    purpose: Option<Wanted>,
}

/// What a PDF is for, as the command line knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Wanted {
    /// To be printed in sheet-fed offset, in inks alone: PDF/X and GWG 2022
    Press,
    /// The same, with pictures in RGB
    PressRgb,
    /// To be printed digitally
    Digital,
    /// To be read on a screen: PDF/UA-1
    Screen,
}

impl From<Wanted> for Purpose {
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Press => Self::Press(Variant::SheetCmyk),
            Wanted::PressRgb => Self::Press(Variant::SheetCmykRgb),
            Wanted::Digital => Self::Press(Variant::Digital),
            Wanted::Screen => Self::Screen,
        }
    }
}

/// Inspects a file.
pub(super) fn run(inspect: &Inspect, common: &Common) -> Outcome {
    let path = inspect.file.display().to_string();
    let bytes = match read(&inspect.file) {
        Ok(bytes) => bytes,
        Err(reason) => {
            let told = text!("`{path}` cannot be read: {reason}", "`{path}` lässt sich nicht lesen: {reason}"; reason);
            tell(&told, common.lang());
            return Outcome::CouldNotRun;
        }
    };
    let mut log = Log::new();
    match pdf::open(&bytes) {
        Ok(file) => {
            let purpose = inspect
                .purpose
                .map_or_else(|| Purpose::claimed(&file), Purpose::from);
            let facts = pdf::preflight(&file, purpose, true, &path, &mut log);
            show(&facts, common);
        }
        Err(why) => pdf::basics::unreadable(why, &path, &mut log),
    }
    log.tidy();
    let good = if log.errors() == 0 { vec![path] } else { Vec::new() };
    let outcome = report::show(&log, Severity::Hint, &good, &Sources::default(), common);
    if common.format.is_for_people() {
        let nothing = || text!("nothing to complain about", "nichts zu beanstanden");
        let found = report::counts(&log).unwrap_or_else(nothing);
        eprintln!("{}", found.in_lang(common.lang()));
    }
    outcome
}

fn show(facts: &Facts, common: &Common) {
    match common.format {
        Format::Human | Format::Narrated => {
            for line in told::lines(facts) {
                report::data(line.in_lang(common.lang()));
            }
        }
        Format::Json => report::data(&serde_json::to_string(facts).unwrap_or_default()),
        Format::Sarif | Format::Junit => {}
    }
}

/// Reads a file that may lie anywhere, and is no larger than what is looked at.
#[expect(
    clippy::disallowed_methods,
    reason = "what is inspected need not lie in a project"
)]
fn read(path: &Path) -> Result<Vec<u8>, Text> {
    let reason = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => text!("there is no such file", "diese Datei gibt es nicht"),
        _ => Text::verbatim(error.to_string()),
    };
    let about = std::fs::metadata(path).map_err(reason)?;
    if !about.is_file() {
        return Err(text!("it is no file", "das ist keine Datei"));
    }
    if about.len() > pdf::Limits::default().file as u64 {
        return Err(text!("it is larger than 1 GiB", "sie ist größer als 1 GiB"));
    }
    std::fs::read(path).map_err(reason)
}
