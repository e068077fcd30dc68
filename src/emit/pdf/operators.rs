//! The operators of a content stream, byte by byte (ISO 32000-1, Annex A). All numbers are whole ten-thousandths; see
//! [`super::number`]. It knows the syntax and nothing of meaning.

use super::number;
use crate::geom::{Path, Point, Segment};

/// A content stream being written.
#[derive(Debug, Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
}

impl Operators {
    /// The steps along an outline; `place` says where its points lie, in ten-thousandths of a point.
    pub(super) fn outline(&mut self, path: &Path, place: impl Fn(Point) -> [i64; 2]) {
        for segment in &path.segments {
            match *segment {
                Segment::Move(to) => self.op(&place(to), "m"),
                Segment::Line(to) => self.op(&place(to), "l"),
                Segment::Curve(first, second, to) => {
                    let points = [place(first), place(second), place(to)];
                    self.op(points.as_flattened(), "c");
                }
                Segment::Close => self.op(&[], "h"),
            }
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// Operands in ten-thousandths, then the operator.
    pub(super) fn op(&mut self, operands: &[i64], operator: &str) {
        for operand in operands {
            number::push(&mut self.bytes, *operand);
            self.bytes.push(b' ');
        }
        self.raw(operator);
        self.bytes.push(b'\n');
    }

    /// A named resource, then the operator.
    pub(super) fn named(&mut self, name: &str, operator: &str) {
        self.bytes.push(b'/');
        self.raw(name);
        self.bytes.push(b' ');
        self.raw(operator);
        self.bytes.push(b'\n');
    }

    /// `Tf`: a font by its resource name, and its size in ten-thousandths of a point.
    pub(super) fn font(&mut self, name: &str, size: i64) {
        self.bytes.push(b'/');
        self.raw(name);
        self.bytes.push(b' ');
        self.op(&[size], "Tf");
    }

    /// `d`: dashes and gaps in turn, and how far into them a line begins; none is a solid line.
    pub(super) fn dash(&mut self, lengths: &[i64], phase: i64) {
        self.bytes.push(b'[');
        for (index, length) in lengths.iter().enumerate() {
            if index > 0 {
                self.bytes.push(b' ');
            }
            number::push(&mut self.bytes, *length);
        }
        self.raw("] ");
        self.op(&[phase], "d");
    }

    /// `TJ`: glyphs as pairs of bytes, each after a shift to the left in thousandths of an em.
    pub(super) fn show(&mut self, glyphs: &[(i64, u16)]) {
        let plain = glyphs.iter().all(|(shift, _)| *shift == 0);
        if !plain {
            self.bytes.push(b'[');
        }
        let mut open = false;
        for (shift, glyph) in glyphs {
            if *shift != 0 {
                if open {
                    self.bytes.push(b'>');
                    open = false;
                }
                self.raw(&shift.to_string());
            }
            if !open {
                self.bytes.push(b'<');
                open = true;
            }
            self.raw(&format!("{glyph:04X}"));
        }
        if open {
            self.bytes.push(b'>');
        }
        self.raw(if plain { "Tj\n" } else { "]TJ\n" });
    }

    /// `BDC` of a structure type and its number on the page (ISO 32000-1, 14.7.4.2).
    pub(super) fn begin_content(&mut self, tag: &str, number: usize) {
        self.raw(&format!("/{tag}<</MCID {number}>>BDC\n"));
    }

    /// `BDC` of an artifact and its kind (ISO 32000-1, 14.8.2.2).
    pub(super) fn begin_artifact(&mut self, kind: &str) {
        self.raw(&format!("/Artifact<</Type/{kind}>>BDC\n"));
    }

    /// `BDC` of a layer by its resource name (ISO 32000-1, 8.11.3.2).
    pub(super) fn begin_layer(&mut self, name: &str) {
        self.raw(&format!("/OC/{name} BDC\n"));
    }

    /// `BDC` of a span that reads as another text (ISO 32000-1, 14.9.4).
    pub(super) fn begin_actual_text(&mut self, text: &str) {
        self.raw("/Span<</ActualText");
        self.text_string(text);
        self.raw(">>BDC\n");
    }

    /// `BDC` of a span in another language (ISO 32000-1, 14.9.2).
    pub(super) fn begin_language(&mut self, language: &str) {
        self.raw("/Span<</Lang");
        self.text_string(language);
        self.raw(">>BDC\n");
    }

    /// `EMC`.
    pub(super) fn end_marked(&mut self) {
        self.raw("EMC\n");
    }

    fn raw(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// A text string: plain where it is ASCII, else UTF-16 with its byte order mark (ISO 32000-1, 7.9.2.2).
    fn text_string(&mut self, text: &str) {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            self.bytes.push(b'(');
            for byte in text.bytes() {
                if matches!(byte, b'(' | b')' | b'\\') {
                    self.bytes.push(b'\\');
                }
                self.bytes.push(byte);
            }
            self.bytes.push(b')');
        } else {
            self.raw("<FEFF");
            for unit in text.encode_utf16() {
                self.raw(&format!("{unit:04X}"));
            }
            self.raw(">");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Operators)) -> String {
        let mut operators = Operators::default();
        write(&mut operators);
        String::from_utf8(operators.finish()).unwrap()
    }

    #[test]
    fn glyphs_that_need_no_shift_are_shown_plainly() {
        assert_eq!(written(|o| o.show(&[(0, 1), (0, 0x2A)])), "<0001002A>Tj\n");
        assert_eq!(
            written(|o| o.show(&[(0, 1), (-12, 2), (0, 3)])),
            "[<0001>-12<00020003>]TJ\n"
        );
    }

    #[test]
    fn text_strings_escape_what_would_end_them() {
        assert_eq!(
            written(|o| o.begin_actual_text("a)\\")),
            "/Span<</ActualText(a\\)\\\\)>>BDC\n"
        );
        assert_eq!(
            written(|o| o.begin_actual_text("\u{AD}")),
            "/Span<</ActualText<FEFF00AD>>>BDC\n"
        );
    }
}
