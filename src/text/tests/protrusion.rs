//! Optical margins: what hangs, on which side, and what still counts against the measure.

use std::sync::Arc;

use super::{ASSETS, SOURCE, joined, paragraph, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::{Align, Hang, ParagraphStyle, Protrusion};
use crate::text::{Line, Paragraph, Setter};

fn hanging(text: &str, align: Align) -> Paragraph {
    let mut set = paragraph(text, align);
    set.style = Arc::new(ParagraphStyle {
        protrusion: Some(Arc::new(Protrusion::standard())),
        ..paragraph_style(align)
    });
    set
}

fn set(paragraph: &Paragraph, width: Length) -> Vec<Line> {
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(paragraph);
    let lines = prepared.break_lines(&mut setter, &|_| width);
    assert_eq!(joined(&prepared, &lines), prepared.text());
    lines
}

fn ink_width(line: &Line) -> Length {
    let runs = line.runs.iter().filter(|run| !run.run.text.trim().is_empty());
    let mut width: Length = runs.map(|run| run.run.width()).sum();
    let last = line.runs.last().map(|run| &run.run);
    if let Some((run, glyph)) = last.and_then(|run| Some((run, run.glyphs.last()?)))
        && run.text.ends_with(' ')
        && run.text.trim() != ""
    {
        width -= glyph.advance;
    }
    width
}

#[test]
fn signs_hang_by_their_share_and_letters_do_not() {
    let wide = Length::mm(100);
    let of = |text: &str| set(&hanging(text, Align::Start), wide).remove(0);
    let alone = |text: &str| set(&paragraph(text, Align::Start), wide)[0].natural;
    let plain = of("Wort");
    assert_eq!((plain.left, plain.protruding), (Length::ZERO, Length::ZERO));
    let stop = of("Wort.");
    assert_eq!(stop.natural, alone("Wort.") - alone(".").ratio(65, 100));
    assert_eq!(stop.runs[0].x, Length::ZERO);
    let quoted = of("„Wort“");
    assert_eq!(quoted.left, -alone("„").ratio(50, 100));
    assert_eq!(quoted.runs[0].x, quoted.left);
    assert_eq!(
        quoted.left + quoted.natural + quoted.protruding,
        quoted.natural + alone("“").ratio(55, 100)
    );
}

#[test]
fn a_line_may_be_longer_by_what_hangs() {
    let text = "Die Vielfalt der Stadt, und alles andere auch";
    let natural = |text: &str| set(&paragraph(text, Align::Start), Length::MAX)[0].natural;
    let width = natural("Die Vielfalt der Stadt,") - natural(",").ratio(1, 2);
    let mut setter = Setter::new(&ASSETS);
    let mut first = |paragraph: &Paragraph| {
        let prepared = setter.prepare(paragraph);
        read_back(&prepared.first_fit_lines(&mut setter, &|_| width)[0])
    };
    assert_eq!(first(&paragraph(text, Align::Start)), "Die Vielfalt der ");
    assert_eq!(first(&hanging(text, Align::Start)), "Die Vielfalt der Stadt, ");
}

#[test]
fn what_counts_fills_the_measure_and_what_hangs_lies_outside() {
    for align in [Align::Start, Align::End, Align::Centre, Align::Justify] {
        let mut hung = 0;
        for text in SOURCE {
            let width = Length::mm(60);
            let lines = set(&hanging(text, align), width);
            for (number, line) in lines.iter().enumerate() {
                assert!(line.overfull.is_none() && line.natural <= width);
                assert_eq!(
                    line.natural + line.protruding,
                    ink_width(line),
                    "{}",
                    read_back(line)
                );
                assert_eq!(line.left, line.runs[0].x);
                hung += usize::from(line.left + line.natural + line.protruding > width);
                if align == Align::Justify && number + 1 < lines.len() {
                    assert_eq!(line.natural, width);
                }
            }
        }
        assert!(align == Align::Start || align == Align::Centre || hung > 0);
    }
}

#[test]
fn from_right_to_left_the_start_hangs_out_on_the_right() {
    let width = Length::mm(50);
    let mut mirrored = hanging("one two three.", Align::Start);
    mirrored.runs[0].style = text_style("ar").into();
    let line = set(&mirrored, width).remove(0);
    // Latin words in a text from right to left end somewhere inside of the line, but their full stop stands at its left end.
    let stop = set(&paragraph(".", Align::Start), width)[0].natural;
    assert_eq!(line.protruding, stop.ratio(65, 100));
    assert_eq!(line.left + line.protruding + line.natural, width);
    let mut quoted = hanging("«one» two", Align::Start);
    quoted.runs[0].style = text_style("ar").into();
    let line = set(&quoted, width).remove(0);
    let quote = set(&paragraph("«", Align::Start), width)[0].natural;
    assert_eq!(
        line.left + line.natural + line.protruding,
        width + quote.ratio(35, 100)
    );
}

#[test]
fn a_table_of_ones_own_says_all_that_hangs() {
    let only = Protrusion::from_iter([('W', Hang { start: 10, end: 0 })]);
    let mut set_by_it = paragraph("Wort.", Align::Start);
    set_by_it.style = Arc::new(ParagraphStyle {
        protrusion: Some(Arc::new(only)),
        ..paragraph_style(Align::Start)
    });
    let width = Length::mm(50);
    let letter = set(&paragraph("W", Align::Start), width)[0].natural;
    let line = set(&set_by_it, width).remove(0);
    assert_eq!(
        (line.left, line.protruding),
        (-letter.ratio(10, 100), letter.ratio(10, 100))
    );
}
