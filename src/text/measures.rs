//! The widths that lines have to fill, each asked for once: a thread may run through frames of different width, and
//! whoever answers may have to look up in which of them a line stands.

use crate::geom::Length;
use crate::style::ParagraphStyle;

/// The widths of lines from some line of the paragraph on, indents taken off.
pub(super) struct Measures<'m> {
    of: &'m dyn Fn(usize) -> Length,
    known: Vec<Length>,
    from: usize,
    indent: Length,
    first_indent: Length,
}

impl<'m> Measures<'m> {
    /// The measures of the lines from `from` on.
    pub(super) fn new(style: &ParagraphStyle, from: usize, of: &'m dyn Fn(usize) -> Length) -> Self {
        Self {
            of,
            known: Vec::new(),
            from,
            indent: style.indent,
            first_indent: style.first_indent,
        }
    }

    /// How much room a line of the paragraph has.
    pub(super) fn available(&mut self, line: usize) -> Length {
        let index = line - self.from;
        while self.known.len() <= index {
            let number = self.from + self.known.len();
            let first = if number == 0 {
                self.first_indent
            } else {
                Length::ZERO
            };
            self.known.push((self.of)(number) - self.indent - first);
        }
        self.known[index]
    }

    /// The line from which on all are equally wide, among so many.
    pub(super) fn uniform_from(&mut self, lines: usize) -> usize {
        let last = self.available(self.from + lines);
        let differs = self.known[..lines].iter().rposition(|width| *width != last);
        self.from + differs.map_or(0, |line| line + 1)
    }
}
