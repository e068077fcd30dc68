//! Findings for people, in the manner of rustc, with several files in one message.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Label, OnPage, Severity};
use crate::source::{SourceId, Sources, Span};
use crate::wording::text;
use crate::wording::{Lang, Text, decimal};

/// A finding as people read it, over the text of the files at fault. Colour only where asked; nothing is said by colour alone.
#[must_use]
pub fn render_human(finding: &Diagnostic, sources: &Sources, lang: Lang, color: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let mut report: Vec<Group<'_>> = Vec::new();
    let title = level
        .with_name(finding.severity.called(lang))
        .primary_title(finding.message.in_lang(lang))
        .id(finding.code.as_str());
    let mut main = Group::with_title(title);
    for (nth, source) in files_in_order(finding).into_iter().enumerate() {
        main = if speaks_of_the_whole(finding, sources, source) {
            main.element(Origin::path(sources.file(source).path.as_str()))
        } else {
            main.element(snippet(finding, sources, source, lang, nth == 0))
        };
    }
    if let Some(file) = file(finding, lang) {
        main = main.element(Origin::path(file));
    }
    for note in &finding.notes {
        main = main.element(Level::NOTE.with_name(note_name(lang)).message(note.in_lang(lang)));
    }
    report.push(main);
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name(help_name(lang));
        report.push(Group::with_title(level.secondary_title(help.in_lang(lang))));
    }
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.decor_style(DecorStyle::Ascii).render(&report)
}

impl Severity {
    /// What people call it.
    #[must_use]
    pub const fn called(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Error, Lang::English) => "error",
            (Self::Warning, Lang::English) => "warning",
            (Self::Hint, Lang::English) => "hint",
            (Self::Error, Lang::German) => "Fehler",
            (Self::Warning, Lang::German) => "Warnung",
            (Self::Hint, Lang::German) => "Hinweis",
        }
    }
}

pub(super) const fn note_name(lang: Lang) -> &'static str {
    match lang {
        Lang::English => "note",
        Lang::German => "Anmerkung",
    }
}

pub(super) const fn help_name(lang: Lang) -> &'static str {
    match lang {
        Lang::English => "help",
        Lang::German => "Abhilfe",
    }
}

/// The file at fault that has no text to show, with the place in it where that is known.
pub(super) fn file(finding: &Diagnostic, lang: Lang) -> Option<String> {
    let path = finding.path.as_ref()?;
    let place = finding
        .on_page
        .map(|place| format!(", {}", said(place).in_lang(lang)));
    Some(format!("{path}{}", place.unwrap_or_default()))
}

fn said(place: OnPage) -> Text {
    let page = place.page;
    match place.area_mm {
        None => text!("page {page}", "Seite {page}"),
        Some([left, top, ..]) => text!(
            "page {page}, {left} mm from the left, {top} mm from the top",
            "Seite {page}, {left} mm von links, {top} mm von oben";
            left = decimal(left, 1), top = decimal(top, 1)
        ),
    }
}

/// The files a finding speaks of, the one at fault first.
pub(super) fn files_in_order(finding: &Diagnostic) -> Vec<SourceId> {
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
    lang: Lang,
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
            .label(label.text.in_lang(lang))
    });
    Snippet::source(&*file.text)
        .path(file.path.as_str())
        .annotations(annotations.collect::<Vec<_>>())
}

/// The stretch that a label means: its words, where they are found.
pub(super) fn place(label: &Label, sources: &Sources) -> Span {
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
