//! Findings for programs, as JSON.

use serde_json::{Value, json};

use super::render::place;
use super::{Diagnostic, Severity};
use crate::source::Sources;
use crate::wording::Lang;

/// A finding as one JSON object: severity, code, message, the file and page at fault where it has no text, places (path, line, column, text),
/// notes, help.
#[must_use]
pub fn render_json(finding: &Diagnostic, sources: &Sources, lang: Lang) -> Value {
    let places: Vec<_> = finding
        .labels
        .iter()
        .map(|label| {
            let (line, column) = sources.line_column(place(label, sources));
            let path = &sources.file(label.span.source).path;
            json!({ "path": path, "line": line, "column": column, "text": label.text.in_lang(lang) })
        })
        .collect();
    let notes: Vec<&str> = finding.notes.iter().map(|note| note.in_lang(lang)).collect();
    let mut object = json!({
        "severity": finding.severity.name(),
        "code": finding.code.as_str(),
        "message": finding.message.in_lang(lang),
        "path": finding.path,
        "places": places,
        "notes": notes,
        "help": finding.help.as_ref().map(|help| help.in_lang(lang)),
    });
    if let (Some(place), Some(object)) = (finding.on_page, object.as_object_mut()) {
        object.insert("page".to_owned(), json!(place.page));
        object.insert("area_mm".to_owned(), json!(place.area_mm));
    }
    object
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
