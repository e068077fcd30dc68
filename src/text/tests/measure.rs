//! Lines on their measures: one for each, indents taken off, and nothing sticking out that could be broken.

use super::{ASSETS, SOURCE, joined, paragraph, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::{Align, ParagraphStyle, TextStyle};
use crate::text::Setter;

#[test]
fn a_thread_of_frames_gives_every_line_its_own_measure() {
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(SOURCE[4], Align::Start));
    let measure = |line: usize| {
        if line < 3 {
            Length::mm(50)
        } else if line < 6 {
            Length::mm(90)
        } else {
            Length::mm(70)
        }
    };
    let lines = prepared.break_lines(&mut setter, &measure);
    for (number, line) in lines.iter().enumerate() {
        assert_eq!(line.measure, measure(number));
        assert!(line.overfull.is_none() && line.natural <= line.measure);
    }
    assert!(lines[3].natural > Length::mm(50));
    assert_eq!(joined(&prepared, &lines), SOURCE[4]);
}

#[test]
fn lines_stand_flush_at_the_end_centred_and_indented() {
    let mut setter = Setter::new(&ASSETS);
    let width = Length::mm(50);
    for align in [Align::Start, Align::End, Align::Centre, Align::Justify] {
        let mut set = paragraph(SOURCE[0], align);
        let style = ParagraphStyle {
            indent: Length::mm(5),
            first_indent: Length::mm(-3),
            ..paragraph_style(align)
        };
        set.style = style.into();
        let lines = setter.prepare(&set).break_lines(&mut setter, &|_| width);
        for (number, line) in lines.iter().enumerate() {
            let indent = if number == 0 { Length::mm(2) } else { Length::mm(5) };
            let slack = width - indent - line.natural;
            let expected = match align {
                Align::Start | Align::Justify => indent,
                Align::End => indent + slack,
                Align::Centre => indent + slack / 2,
            };
            assert_eq!(line.runs[0].x, expected);
            assert!(slack >= Length::ZERO);
        }
    }
}

/// A false alarm would send an author to shorten a text that fits.
#[test]
fn only_what_cannot_be_broken_sticks_out() {
    let mut setter = Setter::new(&ASSETS);
    for (tracking, align) in [
        (0, Align::Start),
        (30, Align::Start),
        (0, Align::Justify),
        (-10, Align::Justify),
    ] {
        for text in SOURCE {
            let mut set = paragraph(text, align);
            set.runs[0].style = TextStyle {
                tracking,
                ..text_style("de")
            }
            .into();
            let prepared = setter.prepare(&set);
            for mm in (8..120).step_by(9) {
                let lines = prepared.break_lines(&mut setter, &|_| Length::mm(mm));
                assert_eq!(joined(&prepared, &lines), text);
                for line in &lines {
                    let point = |at| prepared.breakpoints.iter().find(|point| point.at == at);
                    let start = point(line.text.start).map_or(Length::ZERO, |point| point.start);
                    let end = point(line.text.end).map_or(Length::ZERO, |point| point.end);
                    if align == Align::Start {
                        assert_eq!(
                            line.natural,
                            end - start,
                            "as chosen, so set: {}",
                            read_back(line)
                        );
                    }
                }
                for line in lines.iter().filter(|line| line.overfull.is_some()) {
                    let points = &prepared.breakpoints;
                    let before = points.iter().find(|point| point.at == line.text.start);
                    let start = before.map_or(Length::ZERO, |point| point.start);
                    let inside = points
                        .iter()
                        .filter(|point| line.text.start < point.at && point.at < line.text.end);
                    let fits = inside.filter(|point| point.end - start <= Length::mm(mm)).count();
                    assert_eq!(fits, 0, "{mm} mm: {}", read_back(line));
                }
            }
        }
    }
}
