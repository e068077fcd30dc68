//! Letters drawn other than they are written: capitals, small capitals, figures, above and below the line. What is read back is what was
//! written.

use super::{ASSETS, glyph_texts, joined, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::{Align, Case, Feature, Position, TextStyle};
use crate::text::{LackKind, Line, Paragraph, Prepared, Run, Setter};

fn cased(case: Case, language: &str) -> TextStyle {
    TextStyle {
        case,
        ..text_style(language)
    }
}

fn placed(position: Position) -> TextStyle {
    TextStyle {
        position,
        ..text_style("de")
    }
}

fn set(runs: &[(&str, TextStyle)]) -> (Prepared, Line) {
    let mut setter = Setter::new(&ASSETS);
    let runs = runs.iter().zip(0..).map(|((text, style), tag)| Run {
        text: (*text).to_owned(),
        style: style.clone().into(),
        tag,
    });
    let prepared = setter.prepare(&Paragraph {
        runs: runs.collect(),
        style: paragraph_style(Align::Start).into(),
    });
    let line = prepared.break_lines(&mut setter, &|_| Length::MAX).swap_remove(0);
    (prepared, line)
}

fn glyphs(text: &str, style: &TextStyle) -> Vec<u16> {
    let (_, line) = set(&[(text, style.clone())]);
    line.runs
        .iter()
        .flat_map(|placed| placed.run.glyphs.iter().map(|glyph| glyph.id))
        .collect()
}

#[test]
fn capitals_are_drawn_and_small_letters_are_read_back() {
    let upper = cased(Case::Upper, "de");
    assert_eq!(
        glyphs("Große Wege", &upper),
        glyphs("GROẞE WEGE", &text_style("de"))
    );
    assert_eq!(read_back(&set(&[("Große Wege", upper)]).1), "Große Wege");
    let turkish = cased(Case::Upper, "tr");
    assert_eq!(glyphs("iş ılık", &turkish), glyphs("İŞ ILIK", &text_style("tr")));
}

#[test]
fn a_letter_that_becomes_two_is_one_of_the_text() {
    let upper = cased(Case::Upper, "de");
    assert_eq!(glyph_texts("ŉa", upper), ["ŉ", "", "a"]);
}

#[test]
fn capitals_are_hyphenated_where_their_words_are() {
    let mut setter = Setter::new(&ASSETS);
    let run = Run {
        text: "Straßenfest".into(),
        style: cased(Case::Upper, "de").into(),
        tag: 0,
    };
    let prepared = setter.prepare(&Paragraph {
        runs: vec![run],
        style: paragraph_style(Align::Start).into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(20));
    assert_eq!(joined(&prepared, &lines), "Straßenfest");
    assert!(lines.len() > 1 && lines[0].overfull.is_none());
}

#[test]
fn small_capitals_are_the_fonts_own() {
    let plain = glyphs("Nato", &text_style("de"));
    let small = glyphs("Nato", &cased(Case::SmallCaps, "de"));
    let all_small = glyphs("Nato", &cased(Case::AllSmallCaps, "de"));
    assert_eq!(plain[0], small[0]);
    assert!(
        plain[1..]
            .iter()
            .zip(&small[1..])
            .all(|(plain, small)| plain != small)
    );
    assert_ne!(all_small[0], small[0]);
    assert_eq!(all_small[1..], small[1..]);
}

#[test]
fn letters_above_the_line_are_the_fonts_own_where_it_has_them_all() {
    let (prepared, line) = set(&[("m", text_style("de")), ("2", placed(Position::Superscript))]);
    let run = &line.runs[1].run;
    assert!(prepared.lacks.is_empty());
    assert_eq!((run.size, run.glyphs[0].dy), (Length::pt(12), Length::ZERO));
    assert_ne!(run.glyphs[0].id, glyphs("2", &text_style("de"))[0]);
}

#[test]
fn letters_above_and_below_the_line_are_all_scaled_where_the_font_lacks_one() {
    for (position, rises) in [(Position::Superscript, true), (Position::Subscript, false)] {
        let (prepared, line) = set(&[("m", text_style("de")), ("2Ω", placed(position))]);
        let run = &line.runs[1].run;
        assert_eq!(run.size, Length::pt(12).ratio(600, 1000));
        assert!(run.glyphs.iter().all(|glyph| (glyph.dy > Length::ZERO) == rises));
        assert_eq!(run.glyphs[0].id, glyphs("2", &text_style("de"))[0]);
        let lacks: Vec<_> = prepared.lacks.iter().map(|lack| &lack.kind).collect();
        assert_eq!(lacks, [&LackKind::Small("Ω".into())]);
    }
}

#[test]
fn one_span_is_not_half_drawn_and_half_scaled() {
    let bold = TextStyle {
        weight: 700,
        ..placed(Position::Superscript)
    };
    let (_, line) = set(&[("2", placed(Position::Superscript)), ("Ω", bold)]);
    let sizes: Vec<Length> = line.runs.iter().map(|placed| placed.run.size).collect();
    assert_eq!(sizes[0], sizes[1]);
}

#[test]
fn a_feature_that_the_font_lacks_is_told_and_one_that_it_has_is_not() {
    let asking = |tag| TextStyle {
        features: vec![Feature { tag, value: 1 }],
        ..text_style("de")
    };
    let lacks = |text: &str, tag| set(&[(text, asking(tag))]).0.lacks.len();
    assert_eq!(lacks("Wort", *b"swsh"), 1);
    assert_eq!(lacks("Wort", *b"ss01"), 0);
    assert_eq!(lacks("2011", *b"onum"), 0);
    // The font's figures are as high as capitals and all as wide without being asked.
    assert_eq!(lacks("2011", *b"lnum"), 0);
    assert_eq!(lacks("2011", *b"tnum"), 0);
}

#[test]
fn spaces_that_a_style_does_not_protect_stay_wide() {
    let wide = TextStyle {
        protect_spaces: false,
        ..text_style("de")
    };
    let width = |style: TextStyle| set(&[("5 €", style)]).1.natural;
    assert!(width(wide) > width(text_style("de")));
}
