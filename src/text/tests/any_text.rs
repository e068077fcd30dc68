//! What must hold for any text at all.

use std::sync::Arc;

use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{ASSETS, joined, paragraph_style, text_style};
use crate::geom::Length;
use crate::style::{Align, TextStyle};
use crate::text::{Paragraph, Run, Setter};

/// Text of pieces that are each a trap for some step.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Bürger*innen",
            " ",
            " ",
            " ",
            "Auflage",
            "Chancengleichheit",
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
            "\n",
            "–",
            "-",
            "/",
            "(",
            ")",
            "\u{200d}",
            "\u{200b}",
            "\u{a0}",
            "\u{202e}",
            "\u{2066}",
            "1.234",
            "ﬁ",
            "ß",
            "İ",
            "schaffen",
            "Stoffladen",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn joining_the_lines_gives_back_any_text(
        texts in prop::collection::vec(any_text(), 1..4),
        language in prop::sample::select(vec!["de-DE", "en", "ar", "tr", "xx"]),
        align in prop::sample::select(vec![Align::Start, Align::End, Align::Centre, Align::Justify]),
        tracking in prop_oneof![Just(0), Just(50), Just(-20)],
        mm in -5_i64..120,
        taper in 0_i64..9,
    ) {
        let mut setter = Setter::new(&ASSETS);
        let style = Arc::new(TextStyle { tracking, ..text_style(language) });
        let whole = texts.concat();
        let runs = texts.into_iter().zip(0..).map(|(text, tag)| Run { text, style: Arc::clone(&style), tag }).collect();
        let prepared = setter.prepare(&Paragraph { runs, style: paragraph_style(align).into() });
        let lines = prepared.break_lines(&mut setter, &|line| Length::mm(mm + taper * (line as i64 % 4)));
        prop_assert_eq!(joined(&prepared, &lines), whole);
        for line in &lines {
            prop_assert!(line.overfull.is_some() || line.natural <= line.measure);
            for placed in &line.runs {
                for glyph in &placed.run.glyphs {
                    prop_assert!(glyph.id != 0);
                    prop_assert!(placed.run.text.get(glyph.text.start as usize..glyph.text.end as usize).is_some());
                }
                let covered: u32 = placed.run.glyphs.iter().map(|glyph| glyph.text.end - glyph.text.start).sum();
                prop_assert_eq!(covered as usize, placed.run.text.len());
            }
        }
    }
}
