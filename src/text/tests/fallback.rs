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

#[test]
fn a_cluster_that_no_font_has_whole_falls_into_its_parts() {
    // The Hebrew font has the point, and neither letter nor joiner of the other: each part keeps the font that has it.
    let set = lines(
        "א\u{200d}e\u{5b8}",
        &["Noto Sans Hebrew", "Source Sans 3"],
        400,
        false,
    );
    assert_eq!(
        fonts(&set),
        [
            ("NotoSansHebrew-Regular", "א\u{200d}"),
            ("SourceSans3-Regular", "e"),
            ("NotoSansHebrew-Regular", "\u{5b8}")
        ]
    );
}

#[test]
fn of_joined_signs_only_those_are_missing_that_no_font_has() {
    // The font has the heart, the sign of Venus and the trademark sign, and of the last letter no mark.
    for (text, missing) in [
        ("♥\u{fe0f}\u{200d}🔥", "🔥"),
        ("👩\u{1f3fd}\u{200d}♀\u{fe0f}", "👩\u{1f3fd}"),
        ("™\u{fe0f}", ""),
        ("q\u{489}", "\u{489}"),
        ("🏳\u{fe0f}\u{200d}🌈", "🏳🌈"),
    ] {
        let mut setter = Setter::new(&ASSETS);
        let prepared = setter.prepare(&super::paragraph(text, Align::Start));
        let found: String = prepared.missing.iter().map(|missing| missing.character).collect();
        assert_eq!(found, missing, "{text}");
        for of in &prepared.missing {
            assert!(text[of.offset..].starts_with(of.character));
        }
        let set = prepared.break_lines(&mut setter, &|_| Length::mm(80));
        assert_eq!(joined(&prepared, &set), text);
        let glyphs = set[0].runs.iter().flat_map(|placed| &placed.run.glyphs);
        assert!(glyphs.into_iter().all(|glyph| glyph.id != 0));
    }
}
