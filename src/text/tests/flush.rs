//! Lines that are flush on both sides.

use super::{ASSETS, SOURCE, joined, paragraph, read_back};
use crate::geom::Length;
use crate::style::Align;
use crate::text::Setter;

#[test]
fn flush_lines_fill_the_measure_to_the_unit() {
    let mut setter = Setter::new(&ASSETS);
    for mm in (40..110).step_by(7) {
        for text in SOURCE {
            let prepared = setter.prepare(&paragraph(text, Align::Justify));
            let lines = prepared.break_lines(&mut setter, &|_| Length::mm(mm));
            assert_eq!(joined(&prepared, &lines), text);
            for line in &lines[..lines.len() - 1] {
                if read_back(line).trim_end().contains(' ') {
                    assert_eq!(line.natural, Length::mm(mm), "{mm} {:?}", read_back(line));
                }
            }
        }
    }
}
