//! `faltwerk inspect`: says what a PDF holds, ours or a stranger's, and what is wrong with it.

mod told;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use faltwerk::diag::{Log, Severity};
use faltwerk::source::Sources;
use faltwerk::verify::pdf::{self, Facts, File, Unreadable};

use super::{Common, Format, Outcome, report};

/// What `inspect` takes.
#[derive(Debug, Args)]
pub(super) struct Inspect {
    /// The PDF, anywhere
    #[arg(value_name = "FILE.pdf")]
    file: PathBuf,
    /// What it is for: ink is measured for a press only
    #[arg(long = "as", value_enum, value_name = "EDITION", default_value_t = Purpose::Press)]
    purpose: Purpose,
}

/// What a PDF is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Purpose {
    /// To be printed
    Press,
    /// To be read on a screen
    Screen,
}

/// Inspects a file.
pub(super) fn run(inspect: &Inspect, common: &Common) -> Outcome {
    let path = inspect.file.display().to_string();
    let bytes = match read(&inspect.file) {
        Ok(bytes) => bytes,
        Err(reason) => {
            eprintln!("faltwerk: `{path}` cannot be read: {reason}");
            return Outcome::CouldNotRun;
        }
    };
    let mut log = Log::new();
    let file = match pdf::open(&bytes) {
        Ok(file) => file,
        Err(why) => {
            eprintln!("faltwerk: `{path}` {}", cannot_open(why));
            return Outcome::CouldNotRun;
        }
    };
    let facts = judge(&file, inspect.purpose, &mut log);
    match common.format {
        Format::Human | Format::Narrated => told::lines(&facts).iter().for_each(|line| report::data(line)),
        Format::Json => report::data(&serde_json::to_string(&facts).unwrap_or_default()),
        Format::Sarif | Format::Junit => {}
    }
    log.tidy();
    let good = if log.errors() == 0 { vec![path] } else { Vec::new() };
    report::show(&log, Severity::Hint, &good, &Sources::default(), common)
}

/// Gathers the facts; whoever judges pages looks at each of them here, while its display list is at hand.
fn judge(file: &File, purpose: Purpose, _log: &mut Log) -> Facts {
    pdf::facts(file, purpose == Purpose::Press, |_page, _display, _ink| {})
}

/// Reads a file that may lie anywhere, and is no larger than what is looked at.
#[expect(
    clippy::disallowed_methods,
    reason = "what is inspected need not lie in a project"
)]
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let reason = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    };
    let about = std::fs::metadata(path).map_err(reason)?;
    if !about.is_file() {
        return Err("it is no file".to_owned());
    }
    if about.len() > pdf::Limits::default().file as u64 {
        return Err("it is larger than 1 GiB".to_owned());
    }
    std::fs::read(path).map_err(reason)
}

const fn cannot_open(why: Unreadable) -> &'static str {
    match why {
        Unreadable::NoPdf => "is no PDF",
        Unreadable::Damaged => "is a PDF that is too damaged to be read",
        Unreadable::Encrypted => "is encrypted and opens only with its password",
        Unreadable::TooLarge => "is larger than 1 GiB",
    }
}
