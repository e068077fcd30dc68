//! Arabic and Hebrew, alone and among words that run the other way.

use super::{ASSETS, joined, paragraph_style, text_style};
use crate::geom::Length;
use crate::style::{Align, Language, ParagraphStyle, TextStyle};
use crate::text::{Line, Paragraph, PlacedRun, Prepared, Run, Setter};

/// The letters of any of the three scripts.
fn letters(language: &str, weight: u16) -> TextStyle {
    TextStyle {
        families: ["Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew"]
            .map(Into::into)
            .into(),
        weight,
        ..text_style(language)
    }
}

/// A paragraph in a language, of words each in a language and weight of its own.
fn set(language: &str, words: &[(&str, &str, u16)]) -> (Prepared, Vec<Line>) {
    let runs = words.iter().zip(0..).map(|((text, language, weight), tag)| Run {
        text: (*text).into(),
        style: letters(language, *weight).into(),
        tag,
    });
    let style = ParagraphStyle {
        language: Language(language.into()),
        ..paragraph_style(Align::Start)
    };
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&Paragraph {
        runs: runs.collect(),
        style: style.into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(80));
    assert_eq!(joined(&prepared, &lines), prepared.text());
    assert_eq!(prepared.missing, []);
    (prepared, lines)
}

/// The pieces of the only line of a text in one language, by their places.
fn seen(language: &str, text: &str) -> Vec<PlacedRun> {
    let (_, mut lines) = set(language, &[(text, language, 400)]);
    assert_eq!(lines.len(), 1);
    let mut runs = lines.remove(0).runs;
    runs.sort_by_key(|run| run.x);
    runs
}

/// What stands on a line from left to right, piece by piece.
fn words_from_the_left(language: &str, text: &str) -> Vec<String> {
    let runs = seen(language, text);
    runs.iter()
        .map(|run| run.run.text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

/// The glyphs of a line from left to right.
fn glyphs(lines: &[Line]) -> Vec<u16> {
    let mut runs: Vec<&PlacedRun> = lines[0].runs.iter().collect();
    runs.sort_by_key(|run| run.x);
    runs.iter()
        .flat_map(|run| run.run.glyphs.iter().map(|glyph| glyph.id))
        .collect()
}

#[test]
fn letters_join_across_a_change_of_colour_or_weight() {
    let (_, whole) = set("ar", &[("بيتنا", "ar", 400)]);
    let (_, parted) = set("ar", &[("بي", "ar", 400), ("تنا", "ar", 400)]);
    assert_eq!(glyphs(&parted), glyphs(&whole));
    // Bold glyphs have the same numbers in a variable font, and so show that it is the joined forms that were taken.
    let (_, bold) = set("ar", &[("بي", "ar", 400), ("تنا", "ar", 700)]);
    assert_eq!(glyphs(&bold), glyphs(&whole));
}

#[test]
fn letters_do_not_join_across_a_space() {
    let (_, whole) = set("ar", &[("بيت", "ar", 400)]);
    let (_, parted) = set("ar", &[("بي ", "ar", 400), ("ت", "ar", 400)]);
    assert_ne!(glyphs(&parted), glyphs(&whole));
}

#[test]
fn lam_and_alef_lean_on_each_other() {
    let id = |text: &str, at: u32| {
        let runs = seen("ar", text);
        let mut glyphs = runs[0].run.glyphs.iter();
        glyphs
            .find(|glyph| glyph.text.start == at && !glyph.text.is_empty())
            .unwrap()
            .id
    };
    assert_ne!(
        id("لا", 0),
        id("لم", 0),
        "the lam before an alef has a form of its own"
    );
    assert_ne!(id("لا", 2), id("ما", 2), "and so has the alef");
}

#[test]
fn a_vowel_sign_takes_no_room_and_stands_for_itself() {
    let runs = seen("ar", "رًا");
    let sign = runs[0]
        .run
        .glyphs
        .iter()
        .find(|glyph| glyph.text == (2..4))
        .unwrap();
    assert_eq!(sign.advance, Length::ZERO);
    assert_ne!(sign.dy, Length::ZERO);
}

#[test]
fn brackets_are_drawn_mirrored_and_read_as_they_are_written() {
    let one = |language: &str, text: &str| {
        let runs = seen(language, text);
        assert_eq!(runs.len(), 1, "{runs:?}");
        runs[0].run.clone()
    };
    let arabic = one("ar", "(سلام)");
    let (left, right) = (arabic.glyphs.first().unwrap(), arabic.glyphs.last().unwrap());
    // From the left: the bracket that closes, drawn as one that opens to the right, and reading as what it is.
    assert_eq!(
        &arabic.text[left.text.start as usize..left.text.end as usize],
        ")"
    );
    assert_eq!(
        &arabic.text[right.text.start as usize..right.text.end as usize],
        "("
    );
    let font = ASSETS.font(arabic.font);
    assert_eq!(Some(left.id), font.glyph('('));
    assert_eq!(Some(right.id), font.glyph(')'));
}

#[test]
fn both_brackets_of_a_pair_come_from_one_font() {
    for text in [
        "(سلام) سلام",
        "سلام (one) سلام",
        "سلام (one سلام) سلام",
        "(12) سلام [سلام]",
    ] {
        let runs = seen("ar", text);
        let mut fonts = Vec::new();
        for bracket in ['(', ')'] {
            let run = runs.iter().find(|run| run.run.text.contains(bracket)).unwrap();
            fonts.push(run.run.font);
        }
        assert_eq!(fonts[0], fonts[1], "{text}");
    }
}

#[test]
fn numbers_and_latin_words_keep_their_own_direction_in_a_line_from_right_to_left() {
    assert_eq!(
        words_from_the_left("he", "עמוד 12 מתוך 34"),
        ["34", "מתוך", "12", "עמוד"]
    );
    assert_eq!(
        words_from_the_left("ar", "سلام Berlin Mitte سلام"),
        ["سلام", "Berlin Mitte", "سلام"]
    );
    assert_eq!(
        words_from_the_left("de", "vor שלום עולם nach"),
        ["vor", "שלום עולם", "nach"]
    );
}

#[test]
fn a_full_stop_ends_its_line_at_the_left() {
    let runs = seen("ar", "سلام.");
    let first = &runs[0].run;
    assert_eq!(&*first.text, "سلام.");
    assert_eq!(first.glyphs[0].text, 8..9);
    // Behind a Latin word, too, when the sentence is Hebrew.
    assert_eq!(words_from_the_left("he", "שלום Berlin."), [".", "Berlin", "שלום"]);
}

#[test]
fn an_isolate_keeps_what_is_in_it_together() {
    // Without them the comma between two Latin words belongs to these.
    assert_eq!(
        words_from_the_left("ar", "سلام، A/1، 10.12.1948"),
        ["A/1", "،", "10.12.1948", "سلام،"]
    );
    let isolated = words_from_the_left("ar", "سلام، \u{2068}A/1\u{2069}، 10.12.1948");
    let words: Vec<&str> = isolated
        .iter()
        .map(|word| word.trim_matches(['\u{2068}', '\u{2069}', ' ']))
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(words, ["10.12.1948", "،", "A/1", "سلام،"]);
}

#[test]
fn the_lines_of_a_paragraph_begin_where_its_language_does() {
    let starts = |language: &str, words: &[(&str, &str, u16)]| set(language, words).0.is_right_to_left();
    assert!(starts("ar", &[("سلام", "ar", 400)]));
    assert!(!starts(
        "de",
        &[("سلام", "ar", 400), (" heißt Frieden", "de", 400)]
    ));
    assert!(starts("ar", &[("Berlin ", "de", 400), ("سلام", "ar", 400)]));
    // A paragraph whose words are all Arabic is an Arabic one, and a German one stays German, wherever they stand.
    assert!(starts("de", &[("سلام", "ar", 400), (".", "de", 400)]));
    assert!(!starts("ar", &[("Alle Menschen", "de", 400)]));
    assert!(starts("ar", &[("", "ar", 400)]));
}

#[test]
fn ten_thousand_controls_of_direction_take_no_time() {
    let text = "\u{202e}\u{2066}ab\u{2069}".repeat(2_500) + "ש";
    let started = std::time::Instant::now();
    let (prepared, lines) = set("he", &[(&text, "he", 400)]);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    assert!(prepared.items.iter().all(|item| item.level <= 126));
    assert!(!lines.is_empty());
}
