//! Letters into glyphs: ligatures, tracking, the runs of a line and what they keep.

use super::{ASSETS, glyph_texts, joined, lines, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::{Align, TextStyle};
use crate::text::{Paragraph, Run, Setter};

#[test]
fn spaced_letters_have_no_ligatures_and_kerning_stays() {
    let plain = text_style("de");
    assert_eq!(
        glyph_texts("fließen", plain.clone()),
        glyph_texts(
            "fließen",
            TextStyle {
                tracking: 40,
                ..plain.clone()
            }
        )
    );
    let width = |text: &str| lines(text, Length::MAX)[0].natural;
    assert!(width("To") < width("T") + width("o"));
}

#[test]
fn runs_keep_their_style_and_tag() {
    let mut setter = Setter::new(&ASSETS);
    let bold = TextStyle {
        weight: 700,
        ..text_style("de")
    };
    let run = |text: &str, style: TextStyle, tag| Run {
        text: text.into(),
        style: style.into(),
        tag,
    };
    let runs = vec![
        run("Chancen", bold, 1),
        run("gleichheit für alle", text_style("de"), 2),
    ];
    let prepared = setter.prepare(&Paragraph {
        runs,
        style: paragraph_style(Align::Start).into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(20));
    assert_eq!(joined(&prepared, &lines), "Chancengleichheit für alle");
    assert_eq!(read_back(&lines[0]), "Chancen\u{ad}");
    assert_eq!(
        lines[0].runs.iter().map(|placed| placed.tag).collect::<Vec<_>>(),
        [1]
    );
    assert_eq!(lines[1].runs[0].tag, 2);
}
