//! Findings for code scanning: SARIF 2.1.0 (OASIS standard, 27 March 2020), one run with all findings and the rules that they break.

use serde_json::{Value, json};

use super::json::{FindingRecord, PlaceRecord};
use super::render::place;
use super::{Code, Diagnostic, Label, Severity};
use crate::source::Sources;
use crate::wording::{Lang, Text};

/// All findings of a run as one SARIF log.
#[must_use]
pub fn render_sarif(findings: &[Diagnostic], sources: &Sources, lang: Lang) -> Value {
    let mut codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| rule(*code, lang)).collect();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, &codes, sources, lang))
        .collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "faltwerk",
                "version": env!("CARGO_PKG_VERSION"),
                "language": lang.tag(),
                "rules": rules,
            } },
            "language": lang.tag(),
            // Columns count characters, as people do.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: Code, lang: Lang) -> Value {
    let explained = code.explanation(lang);
    let plain: Vec<&str> = explained
        .lines()
        .map(|line| line.trim_start_matches('#').trim_start())
        .collect();
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": code.title(lang) },
        "help": { "text": plain.join("\n"), "markdown": explained },
    })
}

fn result(finding: &Diagnostic, codes: &[Code], sources: &Sources, lang: Lang) -> Value {
    let record = FindingRecord::of(finding, sources, lang);
    let mut places = finding
        .labels
        .iter()
        .zip(&record.places)
        .map(|(label, place)| location(label, place, sources));
    let mut result = json!({
        "ruleId": record.code,
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": level(finding.severity),
        "message": { "text": message(finding, lang) },
        "locations": places.next().or(in_file(&record)).into_iter().collect::<Vec<_>>(),
    });
    let related: Vec<Value> = places.collect();
    if let Some(result) = result.as_object_mut()
        && !related.is_empty()
    {
        result.insert("relatedLocations".to_owned(), Value::Array(related));
    }
    result
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// All that is said, since who shows SARIF shows nothing but the message.
fn message(finding: &Diagnostic, lang: Lang) -> String {
    let first = finding.labels.first().map(|label| &label.text);
    let more = first.into_iter().chain(&finding.notes).chain(&finding.help);
    let said: Vec<&str> = std::iter::once(&finding.message)
        .chain(more)
        .filter(|text| !Text::is_empty(text))
        .map(|text| text.in_lang(lang))
        .collect();
    said.join("\n")
}

fn location(label: &Label, record: &PlaceRecord, sources: &Sources) -> Value {
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&record.path) } } });
    if !sources.is_whole_file(label.span) {
        let (end_line, end_column) = sources.line_column_of_end(place(label, sources));
        location["physicalLocation"]["region"] = json!({
            "startLine": record.line,
            "startColumn": record.column,
            "endLine": end_line,
            "endColumn": end_column,
        });
    }
    if !record.text.is_empty() {
        location["message"] = json!({ "text": record.text });
    }
    location
}

/// A file without text, with its page where there is one.
fn in_file(record: &FindingRecord) -> Option<Value> {
    let path = record.path.as_ref()?;
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } });
    if let Some(page) = record.page {
        location["properties"] = json!({ "page": page, "area_mm": record.area_mm });
    }
    Some(location)
}

/// A path as a reference to a URI (RFC 3986): everything but what may stand in a path is escaped. An absolute one says that it is a file
/// (SARIF 2.1.0, 3.10.1).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_escaped() {
        assert_eq!(uri("content/flyer.toml"), "content/flyer.toml");
        assert_eq!(uri("/srv/a b.pdf"), "file:///srv/a%20b.pdf");
        assert_eq!(uri("Flyer für alle:1.pdf"), "Flyer%20f%C3%BCr%20alle%3A1.pdf");
    }
}
