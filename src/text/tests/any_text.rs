//! What must hold for any text at all, in any scripts, on any measures.

use std::sync::Arc;

use icu_segmenter::GraphemeClusterSegmenter;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;

use super::{ASSETS, joined, paragraph_style, text_style};
use crate::geom::Length;
use crate::style::{Align, ParagraphStyle, Protrusion, TextStyle};
use crate::text::opportunities::BreakKind;
use crate::text::words::is_gender_sign;
use crate::text::{Breakpoint, Line, Paragraph, Place, Prepared, Run, Setter};

/// Text of pieces that are each a trap for some step.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "Bürger*innen",
            "Mitarbeiter:innen",
            " ",
            " ",
            " ",
            "Auflage",
            "Chancengleichheit",
            "Antidiskriminierungs- oder ",
            "z. B. ",
            "10 %",
            "https://berlin.de/sen/lads",
            "\u{ad}",
            "سلام",
            "עולם",
            "Привет",
            "Việt",
            "e\u{301}",
            "漢字",
            "👩‍🦽",
            "🏳️‍🌈",
            "\n",
            "–",
            "-",
            "/",
            "(",
            ")",
            "„",
            "“",
            ".",
            ",",
            "\u{200d}",
            "\u{200b}",
            "\u{a0}",
            "\u{202e}",
            "\u{2066}",
            "\u{2067}",
            "\u{2069}",
            "\u{200f}",
            "لا",
            "بِسْمِ",
            "12",
            "[",
            "]",
            "\u{e000}",
            "1.234",
            "ﬁ",
            "ß",
            "İ",
            "schaffen",
            "Stoffladen",
        ])
        .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Words as people write them, long ones among them, in four scripts.
fn running_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "und",
        "die",
        "im",
        "Vielfalt",
        "Netzwerk",
        "Bürger*innen",
        "Chancengleichheit",
        "Lebensbedingungen",
        "Antidiskriminierungs-",
        "Diversity-Netzwerk",
        "Querschnittsaufgaben",
        "gemeinsam",
        "zu",
        "„Stadt“",
        "(Freitag)",
        "Kommunalebene",
        "Expert:innen",
        "Київ",
        "права",
        "người",
        "דרכים",
        "حقوق",
        "10 %",
        "z. B.",
    ]);
    prop::collection::vec(word, 1..60).prop_map(|words| words.join(" "))
}

/// The paragraph's style and its letters' language.
fn any_style() -> impl Strategy<Value = (ParagraphStyle, TextStyle)> {
    (
        prop::sample::select(vec![Align::Start, Align::End, Align::Centre, Align::Justify]),
        prop_oneof![Just(None), Just(Some(Arc::new(Protrusion::standard())))],
        prop::sample::select(vec!["de-DE", "en", "ar", "tr", "xx"]),
        prop_oneof![Just(0), Just(50), Just(-20)],
    )
        .prop_map(|(align, protrusion, language, tracking)| {
            let paragraph = ParagraphStyle {
                protrusion,
                ..paragraph_style(align)
            };
            let letters = TextStyle {
                tracking,
                families: ["Source Sans 3", "Noto Sans Arabic", "Noto Sans Hebrew"]
                    .map(Into::into)
                    .into(),
                ..text_style(language)
            };
            (paragraph, letters)
        })
}

fn prepare(setter: &mut Setter<'_>, texts: &[String], style: &(ParagraphStyle, TextStyle)) -> Prepared {
    let letters = Arc::new(style.1.clone());
    let runs = texts.iter().zip(0..).map(|(text, tag)| Run {
        text: text.clone(),
        style: Arc::clone(&letters),
        tag,
    });
    setter.prepare(&Paragraph {
        runs: runs.collect(),
        style: Arc::new(style.0.clone()),
    })
}

/// The letters that stand on either side of a gender sign belong together.
fn parts_a_gendered_word(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    match (before.next(), after.next()) {
        (Some(sign), next) if is_gender_sign(sign) => is_letter(before.next()) && is_letter(next),
        (last, Some(sign)) if is_gender_sign(sign) => is_letter(last) && is_letter(after.next()),
        _ => false,
    }
}

/// Everything that each line of any text must keep to.
fn check_lines(
    prepared: &Prepared,
    lines: &[Line],
    measure: &dyn Fn(usize) -> Length,
) -> Result<(), TestCaseError> {
    let text = prepared.text();
    prop_assert_eq!(joined(prepared, lines), text);
    // The deepest level of UAX 9 (BD2), and one more for what runs against it.
    prop_assert!(prepared.items.iter().all(|item| item.level <= 126));
    let clusters: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    for (number, line) in lines.iter().enumerate() {
        prop_assert_eq!(line.measure, measure(number));
        prop_assert!(line.overfull.is_some() || line.natural <= line.measure);
        prop_assert!(!parts_a_gendered_word(text, line.text.end), "{}", text);
        // A mark behind a space belongs to nothing, though a cluster holds both.
        let whole = clusters.contains(&line.text.end) || text[..line.text.end].ends_with(char::is_whitespace);
        prop_assert!(whole, "a letter is torn at {} in {:?}", line.text.end, text);
        // Side by side without gap or overlap, whatever the order in which they are read.
        let mut seen: Vec<(Length, Length)> = line.runs.iter().map(|run| (run.x, run.run.width())).collect();
        seen.sort();
        for pair in seen.windows(2) {
            prop_assert_eq!(pair[0].0 + pair[0].1, pair[1].0);
        }
        for placed in &line.runs {
            for glyph in &placed.run.glyphs {
                prop_assert!(glyph.id != 0);
                let held = glyph.text.start as usize..glyph.text.end as usize;
                prop_assert!(placed.run.text.get(held).is_some());
            }
            let covered: u32 = placed
                .run
                .glyphs
                .iter()
                .map(|glyph| glyph.text.end - glyph.text.start)
                .sum();
            prop_assert_eq!(covered as usize, placed.run.text.len());
        }
    }
    Ok(())
}

/// The most lines in a row that end in a hyphen.
fn ladder(prepared: &Prepared, lines: &[Line]) -> usize {
    let (mut row, mut most) = (0, 0);
    for line in lines {
        let point = prepared
            .breakpoints
            .iter()
            .find(|point| point.at == line.text.end);
        row = if point.is_some_and(|point| point.shows_hyphen) {
            row + 1
        } else {
            0
        };
        most = most.max(row);
    }
    most
}

/// Whether ragged lines of one width could be set with no more than two hyphens in a row, none of them too wide and nothing torn.
fn could_be_set_without_a_ladder(prepared: &Prepared, width: Length) -> bool {
    let points = &prepared.breakpoints;
    // By point: with how many hyphens in a row a line can end there.
    let mut reached = vec![[false; 3]; points.len()];
    let fits = |start: Length, point: &Breakpoint| point.end - start <= width;
    for (index, point) in points.iter().enumerate() {
        if point.kind == BreakKind::Emergency {
            continue;
        }
        let from_forced = points[..index]
            .iter()
            .rposition(|point| point.kind == BreakKind::Forced);
        for before in (from_forced.unwrap_or(0)..=index).rev() {
            let (start, rows) = match before.checked_sub(1) {
                None => (prepared.hanging, [true, false, false]),
                Some(before) => (points[before].start, reached[before]),
            };
            if !fits(start, point) {
                continue;
            }
            for row in (0..3).filter(|row| rows[*row]) {
                match (point.shows_hyphen, row) {
                    (false, _) => reached[index][0] = true,
                    (true, 0 | 1) => reached[index][row + 1] = true,
                    (true, _) => {}
                }
            }
        }
    }
    reached.last().is_some_and(|rows| rows.contains(&true))
}

/// Ten measures each of some hundreds of texts, so that thousands of paragraphs are broken.
const MEASURES: i64 = 10;

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 250, failure_persistence: None, ..Default::default() })]

    #[test]
    fn lines_of_any_text_keep_to_their_measures_and_give_it_back(
        texts in prop::collection::vec(any_text(), 1..4),
        style in any_style(),
        narrow in -5_i64..40,
        step in 1_i64..9,
        taper in 0_i64..9,
    ) {
        let mut setter = Setter::new(&ASSETS);
        let prepared = prepare(&mut setter, &texts, &style);
        prop_assert_eq!(prepared.text(), texts.concat());
        for measure in 0..MEASURES {
            let measure = |line: usize| Length::mm(narrow + measure * step + taper * (line as i64 % 4));
            let lines = prepared.break_lines(&mut setter, &measure);
            check_lines(&prepared, &lines, &measure)?;
        }
    }

    #[test]
    fn hyphens_stand_in_a_row_of_three_only_where_a_line_would_stick_out(
        text in running_text(),
        style in any_style(),
        narrow in 8_i64..60,
    ) {
        let mut setter = Setter::new(&ASSETS);
        let style = (ParagraphStyle { align: Align::Start, ..style.0 }, style.1);
        let prepared = prepare(&mut setter, &[text], &style);
        for measure in 0..MEASURES {
            let width = Length::mm(narrow + measure * 3);
            let lines = prepared.break_lines(&mut setter, &|_| width);
            check_lines(&prepared, &lines, &|_| width)?;
            let sticks_out = lines.iter().any(|line| line.overfull.is_some());
            if !sticks_out && ladder(&prepared, &lines) > 2 {
                prop_assert!(!could_be_set_without_a_ladder(&prepared, width), "at {:?}: {}", width, prepared.text());
            }
        }
    }

    #[test]
    fn lines_are_the_same_whenever_and_by_whomever_they_are_asked_for(
        text in running_text(),
        other in any_text(),
        style in any_style(),
        narrow in 8_i64..60,
    ) {
        let (mut busy, mut fresh) = (Setter::new(&ASSETS), Setter::new(&ASSETS));
        let between = prepare(&mut busy, &[other], &style);
        let early = prepare(&mut busy, std::slice::from_ref(&text), &style);
        let late = prepare(&mut fresh, &[text], &style);
        let measures: Vec<Length> = (0..MEASURES).map(|step| Length::mm(narrow + step * 4)).collect();
        let first: Vec<Vec<Line>> =
            measures.iter().map(|width| early.break_lines(&mut busy, &|_| *width)).collect();
        for (width, lines) in measures.iter().zip(&first).rev() {
            let _ = between.break_lines(&mut busy, &|_| *width);
            prop_assert_eq!(&late.break_lines(&mut fresh, &|_| *width), lines);
            prop_assert_eq!(&early.break_lines(&mut busy, &|_| *width), lines);
            // What stands already stays: the rest is broken from any of its lines on, and is all there.
            let place = Place { text: lines[lines.len() / 2].text.start, line: lines.len() / 2 };
            let rest = early.break_from(&mut busy, place, &|_| *width);
            prop_assert_eq!(rest.first().map(|line| line.text.start), Some(place.text));
            prop_assert_eq!(rest.last().map(|line| line.text.end), Some(early.text().len()));
        }
    }
}
