//! `faltwerk build`: sets documents and writes their editions. One bad document does not stop the others, and what it gave before stays.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use faltwerk::Composed;
use faltwerk::diag::{Log, Reported, Severity};
use faltwerk::emit::{Edition, Product};
use faltwerk::project::Project;
use faltwerk::wording::{Lang, text};

use super::{Common, Format, Outcome, documents, report, write};

/// What `build` takes.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The documents, by the names of their files in `content/`; all when none is named
    #[arg(value_name = "DOC")]
    documents: Vec<String>,
    /// Which editions are written, with commas between them
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Edition::ALL.map(Wanted))]
    edition: Vec<Wanted>,
    /// Where they are written, from the project folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    out: PathBuf,
    /// Pack what goes to the printer into one zip file: press PDF, job ticket, preflight report, previews
    #[arg(long)]
    package: bool,
}

/// An edition as the command line knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted(Edition);

impl clap::ValueEnum for Wanted {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Edition::Screen),
            Self(Edition::Press),
            Self(Edition::Sheets),
            Self(Edition::Preview),
        ]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()).help(self.0.description()))
    }
}

/// Progress shows itself only in a run that takes longer than people wait without wondering.
const PATIENCE: Duration = Duration::from_millis(400);

/// Builds the documents.
pub(super) fn run(build: &Build, common: &Common, project: &mut Project) -> Outcome {
    let Some(names) = documents(&build.documents, project, common.lang()) else {
        return Outcome::CouldNotRun;
    };
    let progress = progress(common, names.len() * build.edition.len());
    let mut log = Log::new();
    let mut good = Vec::new();
    for name in &names {
        // All that is wrong is in the log, and the next document may be good.
        if document(name, build, project, common, &progress, &mut log).is_ok() {
            good.push(name.clone());
        }
    }
    progress.finish_and_clear();
    log.tidy();
    // What would be good to have is for `check` to say: here it would bury what is wrong.
    let outcome = report::show(&log, Severity::Warning, &good, &project.sources, common);
    if common.format.is_for_people()
        && let Some(counts) = report::counts(&log)
    {
        let said = if log.count(Severity::Hint) > 0 {
            text!(
                "{counts}; `faltwerk check` shows the hints",
                "{counts}; `faltwerk check` zeigt die Hinweise"; counts
            )
        } else {
            counts
        };
        eprintln!("{}", said.in_lang(common.lang()));
    }
    outcome
}

/// Sets one document, makes all its editions, and only when all are good writes them.
fn document(
    name: &str,
    build: &Build,
    project: &mut Project,
    common: &Common,
    progress: &ProgressBar,
    log: &mut Log,
) -> Result<(), Reported> {
    progress.set_message(name.to_owned());
    let found_before = log.findings().len();
    let composed = faltwerk::compose(project, name, log)?;
    let mut files = Vec::new();
    for edition in &build.edition {
        files.extend(faltwerk::products(&composed, edition.0, log)?);
        progress.inc(1);
    }
    if build.package {
        files.push(package(project, &composed, found_before, log)?);
    }
    let written: Vec<(&str, &[u8])> = files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    write::together(project, &build.out, &written, log)?;
    for file in files {
        if !common.format.is_a_report() {
            progress.suspend(|| report::data(&build.out.join(&file.name).display().to_string()));
        }
    }
    Ok(())
}

/// The package for the printer, with the findings of this document beyond those that there were before.
fn package(
    project: &Project,
    composed: &Composed,
    found_before: usize,
    log: &mut Log,
) -> Result<Product, Reported> {
    let press = faltwerk::products(composed, Edition::Press, log)?
        .pop()
        .ok_or(Reported)?;
    let findings = log.findings()[found_before.min(log.findings().len())..].to_vec();
    faltwerk::hand_over(project, composed, &press, &findings, log)
}

fn progress(common: &Common, steps: usize) -> ProgressBar {
    if common.format != Format::Human {
        return ProgressBar::hidden();
    }
    // Drawn on standard error, and only when that is a terminal.
    let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr_with_hz(10));
    let template = match common.lang() {
        Lang::English => "{msg} {bar:20} {pos} of {len} editions",
        Lang::German => "{msg} {bar:20} {pos} von {len} Ausgaben",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    if !bar.is_hidden() {
        bar.enable_steady_tick(PATIENCE);
    }
    bar
}
