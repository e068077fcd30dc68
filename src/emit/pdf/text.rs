//! Runs of glyphs as text. Every glyph stands within half a thousandth of an em of its place, however long the line:
//! each shift is measured from where the viewer is by now, not from where it should be, so that roundings never add up.

use super::cluster::{places, spans};
use super::font::font_name;
use super::number::ten_thousandths;
use super::page::Painter;
use crate::assets::{Glyph, GlyphRun};
use crate::geom::{Length, Point};
use crate::scene::Mark;

/// Where a viewer's pen stands on a line, in from the start of the run.
#[derive(Clone, Copy, Debug)]
struct Pen {
    /// Where the scene wants it.
    wanted: Length,
    /// Where the viewer has it, in millionths of an em.
    reached: i64,
}

impl Painter<'_> {
    /// Shows a run from `at`.
    pub(super) fn run(&mut self, at: Point, run: &GlyphRun, mark: Mark) {
        let size = ten_thousandths(run.size);
        if size <= 0 || run.glyphs.is_empty() {
            return;
        }
        self.begin_text(at);
        self.overprint(Some(run.color.overprints()), None);
        self.fill_with(&run.color);
        if self.state.font != Some((run.font, size)) {
            self.operators.font(&font_name(run.font), size);
            self.painted.fonts.insert(run.font);
            self.state.font = Some((run.font, size));
        }
        let foreign = self.foreign_language(run, mark);
        if foreign {
            self.operators.begin_language(&run.language.0);
        }
        self.glyphs(run, size);
        if foreign {
            self.operators.end_marked();
        }
    }

    /// Enters a text object and moves to the start of a line.
    fn begin_text(&mut self, at: Point) {
        let to = self.origin.point(at);
        let from = match self.line {
            Some(from) => from,
            None => {
                self.operators.op(&[], "BT");
                [0, 0]
            }
        };
        // Even a move by nothing is needed: it takes the pen back to the start of the line.
        self.operators.op(&[to[0] - from[0], to[1] - from[1]], "Td");
        self.line = Some(to);
    }

    /// Whether a run is in another language than its element says.
    fn foreign_language(&self, run: &GlyphRun, mark: Mark) -> bool {
        match mark {
            Mark::Content(node) if self.context.profile.tagged => {
                *run.language.0 != *self.context.elements.language(node)
            }
            _ => false,
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, size: i64) {
        let mut reached = 0;
        let mut waiting: Vec<(i64, u16)> = Vec::with_capacity(run.glyphs.len());
        let places = places(run);
        for span in spans(run) {
            let reads_right = match &run.glyphs[span.glyphs.clone()] {
                [only] => self.reading(run, only) == Some(span.text),
                _ => false,
            };
            if !reads_right {
                self.show(&mut waiting);
                self.operators.begin_actual_text(&readable(span.text));
            }
            for index in span.glyphs {
                let pen = Pen {
                    wanted: places[index],
                    reached,
                };
                reached = self.glyph(run, index, size, pen, &mut waiting);
            }
            if !reads_right {
                self.show(&mut waiting);
                self.operators.end_marked();
            }
        }
        self.show(&mut waiting);
        self.rise(0, &mut waiting);
    }

    fn reading(&self, run: &GlyphRun, glyph: &Glyph) -> Option<&str> {
        self.context
            .fonts
            .shown(run.font, glyph.id)
            .map(|shown| shown.reads)
    }

    /// Shows a glyph; gives where the viewer's pen is behind it.
    fn glyph(
        &mut self,
        run: &GlyphRun,
        index: usize,
        size: i64,
        pen: Pen,
        waiting: &mut Vec<(i64, u16)>,
    ) -> i64 {
        let glyph = &run.glyphs[index];
        let Some(shown) = self.context.fonts.shown(run.font, glyph.id) else {
            return pen.reached;
        };
        let (code, width) = (shown.code, shown.width);
        self.rise(ten_thousandths(glyph.dy), waiting);
        // A positive shift moves left, so it is what the viewer is ahead, in whole thousandths of an em.
        let shift = rounded(pen.reached - millionths(pen.wanted + glyph.dx, size), 1000);
        waiting.push((shift, code));
        pen.reached + width - shift * 1000
    }

    /// Raises what follows above the baseline, by ten-thousandths of a point.
    fn rise(&mut self, rise: i64, waiting: &mut Vec<(i64, u16)>) {
        if self.state.rise != rise {
            self.show(waiting);
            self.operators.op(&[rise], "Ts");
            self.state.rise = rise;
        }
    }

    fn show(&mut self, waiting: &mut Vec<(i64, u16)>) {
        if !waiting.is_empty() {
            self.operators.show(waiting);
            waiting.clear();
        }
    }
}

/// A length in millionths of an em of so many ten-thousandths of a point.
fn millionths(length: Length, size: i64) -> i64 {
    // 1 pt is 65536 units and 10000 ten-thousandths; i128, since a product of two lengths leaves i64.
    let scaled = i128::from(length.units()) * 10_000 * 1_000_000;
    let divisor = 65_536 * i128::from(size);
    (scaled / divisor) as i64
}

/// The nearest whole number of `unit`s; halves away from zero.
const fn rounded(value: i64, unit: i64) -> i64 {
    let half = if value < 0 { -unit / 2 } else { unit / 2 };
    (value + half) / unit
}

/// A replacement text without the characters that no text may hold (PDF/UA-1, 7.21.7).
fn readable(text: &str) -> String {
    text.replace(['\0', '\u{FEFF}', '\u{FFFE}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_round_to_the_nearest_thousandth_on_both_sides_of_zero() {
        assert_eq!(rounded(1499, 1000), 1);
        assert_eq!(rounded(1500, 1000), 2);
        assert_eq!(rounded(-1499, 1000), -1);
        assert_eq!(rounded(-1500, 1000), -2);
    }

    #[test]
    fn an_em_is_a_million_millionths() {
        assert_eq!(millionths(Length::pt(12), 120_000), 1_000_000);
        assert_eq!(millionths(-Length::pt(6), 120_000), -500_000);
    }
}
