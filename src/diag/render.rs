//! Findings for people, in the manner of rustc, with several files in one message; and for programs, as JSON.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use super::{Diagnostic, Label, Severity};
use crate::source::{SourceId, Sources, Span};

/// A finding as people read it, over the text of the files at fault. Colour only where asked; nothing is said by colour alone.
#[must_use]
pub fn render_human(finding: &Diagnostic, sources: &Sources, color: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let mut report: Vec<Group<'_>> = Vec::new();
    let title = level
        .primary_title(finding.message.as_str())
        .id(finding.code.as_str());
    let mut main = Group::with_title(title);
    for (nth, source) in files_in_order(finding).into_iter().enumerate() {
        main = if speaks_of_the_whole(finding, sources, source) {
            main.element(Origin::path(sources.file(source).path.as_str()))
        } else {
            main.element(snippet(finding, sources, source, nth == 0))
        };
    }
    if let Some(path) = &finding.path {
        main = main.element(Origin::path(path.as_str()));
    }
    for note in &finding.notes {
        main = main.element(Level::NOTE.message(note.as_str()));
    }
    report.push(main);
    if let Some(help) = &finding.help {
        report.push(Group::with_title(Level::HELP.secondary_title(help.as_str())));
    }
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.decor_style(DecorStyle::Ascii).render(&report)
}

/// The files a finding speaks of, the one at fault first.
fn files_in_order(finding: &Diagnostic) -> Vec<SourceId> {
    let mut files: Vec<SourceId> = Vec::new();
    for label in &finding.labels {
        if !files.contains(&label.span.source) {
            files.push(label.span.source);
        }
    }
    files
}

/// Whether a finding means no line of a file but the file.
fn speaks_of_the_whole(finding: &Diagnostic, sources: &Sources, source: SourceId) -> bool {
    let mut labels = finding.labels.iter().filter(|label| label.span.source == source);
    labels.all(|label| label.text.is_empty() && sources.is_whole_file(label.span))
}

fn snippet<'a>(
    finding: &'a Diagnostic,
    sources: &'a Sources,
    source: SourceId,
    holds_the_fault: bool,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let file = sources.file(source);
    let labels = finding.labels.iter().filter(|label| label.span.source == source);
    let annotations = labels.enumerate().map(|(nth, label)| {
        let kind = if holds_the_fault && nth == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        kind.span(first_line(place(label, sources), &file.text))
            .label(label.text.as_str())
    });
    Snippet::source(&*file.text)
        .path(file.path.as_str())
        .annotations(annotations.collect::<Vec<_>>())
}

/// The stretch that a label means: its words, where they are found.
fn place(label: &Label, sources: &Sources) -> Span {
    let words = label.words.as_ref();
    words
        .and_then(|words| sources.find(words, label.span))
        .unwrap_or(label.span)
}

/// The part of a span on its first line: a whole story underlined helps nobody.
fn first_line(span: Span, text: &str) -> std::ops::Range<usize> {
    let range = span.range();
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    let line_end = text.as_bytes()[start..end]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(end, |at| start + at);
    start..line_end
}

/// A finding as one JSON object: severity, code, message, places (path, line, column, text), notes, help.
#[must_use]
pub fn render_json(finding: &Diagnostic, sources: &Sources) -> serde_json::Value {
    let places: Vec<_> = finding
        .labels
        .iter()
        .map(|label| {
            let (line, column) = sources.line_column(place(label, sources));
            let path = &sources.file(label.span.source).path;
            json!({ "path": path, "line": line, "column": column, "text": label.text })
        })
        .collect();
    json!({
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        },
        "code": finding.code.as_str(),
        "message": finding.message,
        "path": finding.path,
        "places": places,
        "notes": finding.notes,
        "help": finding.help,
    })
}
