//! `faltwerk check`: says everything that `build` would complain about, how full the frames are, and how pages lie on sheets; writes nothing.

use clap::Args;

use faltwerk::diag::{Log, Reported, Severity};
use faltwerk::emit::Edition;
use faltwerk::impose::{Imposition, imposition};
use faltwerk::layout::FrameFill;
use faltwerk::project::Project;
use faltwerk::wording::{counted, text};

use super::{Common, Outcome, documents, fills, report, sheets};

/// What `check` takes.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The documents, by the names of their files in `content/`; all when none is named
    #[arg(value_name = "DOC")]
    documents: Vec<String>,
}

/// Checks the documents.
pub(super) fn run(check: &Check, common: &Common, project: &mut Project) -> Outcome {
    let Some(names) = documents(&check.documents, project, common.lang()) else {
        return Outcome::CouldNotRun;
    };
    let mut log = Log::new();
    let mut good = Vec::new();
    for name in &names {
        let errors = log.errors();
        let known = document(name, project, &mut log);
        if let Ok((fills, imposition)) = known
            && log.errors() == errors
        {
            fills::show(name, &fills, common);
            if let Some(imposition) = imposition {
                sheets::show(name, &imposition, common);
            }
            good.push(name.clone());
        }
    }
    log.tidy();
    let outcome = report::show(&log, Severity::Hint, &good, &project.sources, common);
    if common.format.is_for_people() {
        let nothing = || text!("nothing to complain about", "nichts zu beanstanden");
        let good = good.len();
        let said = text!(
            "{good} of {all} good: {found}",
            "{good} von {all} in Ordnung: {found}";
            all = counted(names.len(), ("documents", "documents"), ("Dokument", "Dokumenten")),
            found = report::counts(&log).unwrap_or_else(nothing)
        );
        eprintln!("{}", said.in_lang(common.lang()));
    }
    outcome
}

/// Everything up to writing: a font that cannot be embedded shows only when a PDF is made. What comes out is how full the frames are, and how
/// the pages lie on sheets, where they fit.
fn document(
    name: &str,
    project: &mut Project,
    log: &mut Log,
) -> Result<(Vec<FrameFill>, Option<Imposition>), Reported> {
    let composed = faltwerk::compose(project, name, log)?;
    for edition in [Edition::Screen, Edition::Press, Edition::Sheets] {
        faltwerk::products(&composed, edition, log)?;
    }
    let imposition = imposition(&composed.scene, &composed.template.printer);
    Ok((composed.fills, imposition.ok().flatten()))
}
