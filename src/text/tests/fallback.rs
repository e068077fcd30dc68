//! Fonts that stand in for one another.

use std::sync::Arc;

use super::{ASSETS, joined, paragraph_style, text_style};
use crate::geom::Length;
use crate::style::{Align, TextStyle};
use crate::text::{Line, Paragraph, Run, Setter};

fn lines(text: &str, families: &[&str], weight: u16, italic: bool) -> Vec<Line> {
    let style = TextStyle {
        families: families.iter().map(|family| (*family).into()).collect(),
        weight,
        italic,
        ..text_style("de-DE")
    };
    let run = Run {
        text: text.into(),
        style: Arc::new(style),
        tag: 0,
    };
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&Paragraph {
        runs: vec![run],
        style: paragraph_style(Align::Start).into(),
    });
    assert_eq!(prepared.missing, []);
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(80));
    assert_eq!(joined(&prepared, &lines), text);
    lines
}

/// Which font sets which words.
fn fonts(lines: &[Line]) -> Vec<(&str, &str)> {
    let runs = lines.iter().flat_map(|line| &line.runs);
    runs.map(|run| (ASSETS.font(run.run.font).postscript_name.as_str(), &*run.run.text))
        .collect()
}

#[test]
fn an_accent_comes_from_the_font_of_its_letter() {
    // The Hebrew font has neither the letter nor the accent, the other has both; alef with qamats is the other way round.
    let lines = lines(
        "e\u{301}א\u{5b8}",
        &["Noto Sans Hebrew", "Source Sans 3"],
        400,
        false,
    );
    assert_eq!(
        fonts(&lines),
        [
            ("SourceSans3-Regular", "e\u{301}"),
            ("NotoSansHebrew-Regular", "א\u{5b8}")
        ]
    );
}

#[test]
fn a_font_without_italics_or_the_weight_gives_the_nearest_it_has() {
    let lines = lines("Ja سلام", &["Source Sans 3", "Noto Sans Arabic"], 900, true);
    assert_eq!(
        fonts(&lines),
        [("SourceSans3-Italic", "Ja "), ("NotoSansArabic-Bold", "سلام")]
    );
}

#[test]
fn the_words_before_stand_where_they_would_stand_without_a_fallback() {
    let with = lines("Ja سلام", &["Source Sans 3", "Noto Sans Arabic"], 400, false);
    let without = lines("Ja ", &["Source Sans 3"], 400, false);
    assert_eq!(with[0].runs[0].x, without[0].runs[0].x);
    assert_eq!(with[0].runs[0].run.glyphs[0], without[0].runs[0].run.glyphs[0]);
}
