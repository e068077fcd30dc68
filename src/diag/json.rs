//! Findings for programs, as JSON.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use super::render::place;
use super::{Diagnostic, Severity};
use crate::source::Sources;
use crate::wording::{Lang, Text};

/// A finding as programs read it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(title = "faltwerk: a finding")]
pub struct FindingRecord {
    /// How bad: `error`, `warning` or `hint`.
    #[schemars(extend("enum" = ["error", "warning", "hint"]))]
    pub severity: &'static str,
    /// Which kind of finding; `faltwerk explain CODE` says more.
    pub code: &'static str,
    /// What is wrong, in the language of the run.
    pub message: String,
    /// The file at fault where it has no text to show: a font, a picture, a PDF, a missing file.
    pub path: Option<String>,
    /// The page of that file, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// Where on that page: left, top, right and bottom in millimetres from the top left corner of what is cut out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_mm: Option<[f64; 4]>,
    /// Where it stands in the files that people write; the first is the place itself.
    pub places: Vec<PlaceRecord>,
    /// What else is good to know.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

/// A place in a file that people write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlaceRecord {
    /// The file, from the project folder, with forward slashes.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is said about it; may be empty.
    pub text: String,
}

impl FindingRecord {
    /// What programs read of a finding, in one language.
    #[must_use]
    pub fn of(finding: &Diagnostic, sources: &Sources, lang: Lang) -> Self {
        let said = |text: &Text| text.in_lang(lang).to_owned();
        let places = finding.labels.iter().map(|label| {
            let (line, column) = sources.line_column(place(label, sources));
            PlaceRecord {
                path: sources.file(label.span.source).path.clone(),
                line,
                column,
                text: said(&label.text),
            }
        });
        Self {
            severity: finding.severity.name(),
            code: finding.code.as_str(),
            message: said(&finding.message),
            path: finding.path.clone(),
            page: finding.on_page.map(|place| place.page),
            area_mm: finding.on_page.and_then(|place| place.area_mm),
            places: places.collect(),
            notes: finding.notes.iter().map(said).collect(),
            help: finding.help.as_ref().map(said),
        }
    }
}

/// A finding as one JSON object, which holds the fields of [`FindingRecord`].
#[must_use]
pub fn render_json(finding: &Diagnostic, sources: &Sources, lang: Lang) -> Value {
    serde_json::to_value(FindingRecord::of(finding, sources, lang)).unwrap_or_default()
}

/// The schema of a finding.
#[must_use]
pub fn finding_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<FindingRecord>()
}

impl Severity {
    /// Its name for programs, and in the TOML of a project.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}
