//! Other scripts than Latin, other directions, and characters that no font has.

use std::sync::Arc;

use super::{ASSETS, joined, paragraph, text_style};
use crate::assets::Assets;
use crate::geom::Length;
use crate::style::Align;
use crate::text::Setter;

#[test]
fn a_paragraph_from_right_to_left_starts_at_the_right() {
    let mut setter = Setter::new(&ASSETS);
    let mut set = paragraph("one two three four five six seven", Align::Start);
    set.runs[0].style = text_style("ar").into();
    let width = Length::mm(25);
    let prepared = setter.prepare(&set);
    let lines = prepared.break_lines(&mut setter, &|_| width);
    assert!(lines.len() > 1);
    for line in &lines {
        let inked = &line.runs[0];
        assert_eq!(inked.x + line.natural, width);
        // The space at the line's end hangs out on the left, where the line ends.
        assert!(
            line.runs
                .get(1)
                .is_none_or(|space| space.x < inked.x && &*space.run.text == " ")
        );
    }
    assert_eq!(joined(&prepared, &lines), prepared.text());
}

#[test]
fn what_no_font_has_is_reported_and_leaves_a_gap() {
    let mut setter = Setter::new(&ASSETS);
    let text = "Ja 👩🏽‍🦽 und 漢字";
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    let missing: Vec<char> = prepared.missing.iter().map(|missing| missing.character).collect();
    assert_eq!(missing, ['👩', '🏽', '🦽', '漢', '字']);
    assert_eq!((prepared.missing[0].offset, prepared.missing[0].tag), (3, 7));
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(50));
    assert_eq!(joined(&prepared, &lines), text);
    assert!(
        lines
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.run.glyphs)
            .all(|glyph| glyph.id != 0)
    );
}

#[test]
fn without_any_font_all_is_missing_and_nothing_panics() {
    let none = Assets::new(Vec::new(), Arc::clone(&ASSETS.output));
    let mut setter = Setter::new(&none);
    let prepared = setter.prepare(&paragraph("Ja und\nnein", Align::Start));
    assert_eq!(prepared.missing.len(), 11);
    let lines = prepared.break_lines(&mut setter, &|_| Length::mm(50));
    assert_eq!(
        lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>(),
        [0..7, 7..11]
    );
}
