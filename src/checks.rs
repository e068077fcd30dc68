//! How a project wants to be judged: `faltwerk.toml` beside the folders of the project. The file need not be there. It names the profile of the
//! accessibility checks, the codes that this project finds better or worse than is usual, each with a reason, and the folders outside of the
//! project that it may read from:
//!
//! ```toml
//! [checks]
//! profile = "plain-language"
//!
//! [checks.severity]
//! too-fine = { is = "hint", because = "this printer has printed these lines for years" }
//!
//! [paths]
//! allow = ["../common"]
//! ```

mod paths;

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use crate::diag::{Code, Judgement, Log, Severity};
use crate::project::{Project, ReadError};
use crate::source::{Named, Spanned, decode};
use crate::wording::text;
use paths::WrittenPaths;

/// Where it is written.
pub const FILE: &str = "faltwerk.toml";

/// What a project asks of the checks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks {
    /// By which rules accessibility is judged.
    pub profile: Profile,
    /// Codes that are worse or better here than is usual.
    pub judgements: BTreeMap<Code, Judgement>,
}

/// By which rules accessibility is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// What the Land Berlin asks of its PDFs, and what the associations of blind and partially sighted people recommend.
    #[default]
    Berlin,
    /// What PDF/UA-1 and WCAG 2.1 AA demand, and no more.
    #[serde(rename = "pdfua")]
    PdfUa,
    /// Plain language: large letters, wide leading, one sentence a line, no divided words.
    PlainLanguage,
}

/// How a project wants to be judged: `faltwerk.toml`, beside its folders.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(title = "faltwerk: settings of a project")]
struct ChecksFile {
    /// What is checked, and how bad it is.
    #[serde(default)]
    checks: WrittenChecks,
    /// Where files may be read from beside the project folder.
    #[serde(default)]
    paths: WrittenPaths,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
struct WrittenChecks {
    /// By which rules accessibility is judged.
    #[serde(default)]
    #[schemars(extend("default" = "berlin"))]
    profile: Profile,
    /// Findings that are worse or better in this project than is usual, by their codes. `faltwerk explain` lists all codes.
    #[serde(default)]
    severity: Named<WrittenJudgement>,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct WrittenJudgement {
    /// How bad it is here.
    is: WrittenSeverity,
    /// Why, for whoever reads the findings next year.
    because: Spanned<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum WrittenSeverity {
    /// Nothing is written with it.
    Error,
    /// It is shown by `build`, too, and fails with `--deny-warnings`.
    Warning,
    /// Only `check` shows it.
    Hint,
}

/// The schema of the file.
#[must_use]
pub fn settings_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<ChecksFile>()
}

/// Reads how the project wants to be judged, and has the log judge so and the project read from where it may from here on. What is wrong
/// with the file is in the log, and everything else is then judged as usual.
pub fn load(project: &mut Project, log: &mut Log) -> Checks {
    let source = match project.read_text(FILE) {
        Ok(source) => source,
        Err(ReadError::Missing) => {
            paths::allow(&WrittenPaths::default(), project, log);
            return Checks::default();
        }
        Err(error) => {
            log.error_in_file(
                Code::BROKEN_TOML,
                FILE,
                text!("`{FILE}` cannot be read: {error}", "`{FILE}` lässt sich nicht lesen: {error}"; error = error.text()),
            );
            return Checks::default();
        }
    };
    let decoded = decode::<ChecksFile>(source, &project.sources.file(source).text);
    log.faults(&decoded.faults);
    let (written, paths) = decoded
        .value
        .or(decoded.salvaged)
        .map(|file| (file.checks, file.paths))
        .unwrap_or_default();
    paths::allow(&paths, project, log);
    let mut judgements = BTreeMap::new();
    for (name, written) in written.severity.iter() {
        if let Some((code, judgement)) = judgement(name, written, log) {
            judgements.insert(code, judgement);
        }
    }
    log.judge(&judgements);
    Checks {
        profile: written.profile,
        judgements,
    }
}

fn judgement(name: &Spanned<String>, written: &WrittenJudgement, log: &mut Log) -> Option<(Code, Judgement)> {
    let text = &name.value;
    let Some(code) = Code::named(text) else {
        log.error(
            Code::UNKNOWN_NAME,
            name.span,
            text!(
                "there is no finding `{text}`",
                "einen Befund `{text}` gibt es nicht"
            ),
        )
        .suggest(text, Code::ALL.iter().map(|code| code.as_str()));
        return None;
    };
    if code.is_fixed() {
        log.error(
            Code::BAD_VALUE,
            name.span,
            text!(
                "`{text}` is always an error: there is no document with it",
                "`{text}` ist immer ein Fehler: damit gibt es kein Dokument"
            ),
        )
        .help(text!("take this line out", "diese Zeile streichen"));
        return None;
    }
    if written.because.value.trim().is_empty() {
        log.error(
            Code::BAD_VALUE,
            written.because.span,
            text!("no reason is given here", "hier steht kein Grund"),
        )
        .help(text!(
            "say why: whoever reads the findings next year wants to know",
            "sagen, warum: wer die Befunde nächstes Jahr liest, will es wissen"
        ));
        return None;
    }
    let severity = match written.is {
        WrittenSeverity::Error => Severity::Error,
        WrittenSeverity::Warning => Severity::Warning,
        WrittenSeverity::Hint => Severity::Hint,
    };
    let reason = written.because.value.clone();
    Some((code, Judgement { severity, reason }))
}
