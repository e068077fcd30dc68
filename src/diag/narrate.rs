//! Findings in plain lines, to be read aloud by a screen reader: no drawing, no lining up, nothing that is said by where it stands. Each line
//! says by itself what it is.

use super::render::{file, help_name, note_name, place};
use super::{Diagnostic, Label, presentable};
use crate::source::Sources;
use crate::wording::text;
use crate::wording::{Lang, Text};

/// A finding as a narrator reads it, one statement a line; it is the `nth` of `count`, from 1.
#[must_use]
pub fn render_narrated(
    finding: &Diagnostic,
    sources: &Sources,
    lang: Lang,
    nth: usize,
    count: usize,
) -> String {
    let severity = Text::new(
        finding.severity.called(Lang::English),
        finding.severity.called(Lang::German),
    );
    let code = finding.code.as_str();
    let mut lines = vec![
        text!("Finding {nth} of {count}, {severity}, {code}.", "Befund {nth} von {count}, {severity}, {code}."; severity),
        sentence(&finding.message),
    ];
    for label in &finding.labels {
        lines.extend(narrated(label, sources));
    }
    if let Some(file) = file(finding, lang) {
        lines.push(text!("File: {file}.", "Datei: {file}."));
    }
    let said = |name: fn(Lang) -> &'static str, text: &Text| {
        let name = Text::new(capital(name(Lang::English)), capital(name(Lang::German)));
        text!("{name}: {sentence}", "{name}: {sentence}"; name, sentence = sentence(text))
    };
    lines.extend(finding.notes.iter().map(|note| said(note_name, note)));
    lines.extend(finding.help.iter().map(|help| said(help_name, help)));
    let lines: Vec<&str> = lines.iter().map(|line| line.in_lang(lang)).collect();
    lines.join("\n")
}

/// Where a label points, what is said of it, and the line that stands there.
fn narrated(label: &Label, sources: &Sources) -> Vec<Text> {
    let path = &sources.file(label.span.source).path;
    if label.text.is_empty() && sources.is_whole_file(label.span) {
        return vec![text!("File: {path}.", "Datei: {path}.")];
    }
    let span = place(label, sources);
    let (line, column) = sources.line_column(span);
    let mut lines = vec![text!(
        "File {path}, line {line}, column {column}.",
        "Datei {path}, Zeile {line}, Spalte {column}."
    )];
    if !label.text.is_empty() {
        lines.push(sentence(&label.text));
    }
    let written = sources.line(span).trim();
    if !written.is_empty() {
        lines.push(presentable(text!(
            "The line reads: {written}",
            "Die Zeile lautet: {written}"
        )));
    }
    lines
}

/// A phrase as a sentence: with a capital and a full stop.
fn sentence(phrase: &Text) -> Text {
    phrase.clone().map(|phrase| {
        let stop = if phrase.ends_with(['.', '?', '!', ':']) {
            ""
        } else {
            "."
        };
        format!("{}{stop}", capital(&phrase))
    })
}

fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
