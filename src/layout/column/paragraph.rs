//! A paragraph into frames: as many lines here as stand here, the others in the frames that follow. Widows and orphans are kept from
//! happening, and headings from standing alone.

use super::pen::{Pen, baselines, depth};
use super::{Filler, Placed, Rest, Step};
use crate::geom::Length;
use crate::layout::element::{ElementKind, TextElement};
use crate::text::Line;

impl Filler<'_, '_> {
    /// The lines of a paragraph in frames of one width.
    fn lines(&mut self, index: usize, text: &TextElement, width: Length) -> Vec<Line> {
        if let Some((broken, known, lines)) = &self.broken
            && (*broken, *known) == (index, width)
        {
            return lines.clone();
        }
        let lines = text.prepared.break_lines(self.setter, &|_| width);
        self.broken = Some((index, width, lines.clone()));
        lines
    }

    /// Sets a paragraph from here on, over as many frames as it needs.
    pub(super) fn text(&mut self, index: usize, text: &TextElement) -> Step {
        let width = self.frames[self.pen.frame].rect.size.width;
        let at_head = self.pen.last.is_none();
        if at_head && !self.is_last_frame() && self.fitting(index, text, 1, self.pen) == 0 {
            return Step::NextFrame;
        }
        let mut lines = self.lines(index, text, width);
        let count = lines.len();
        let style = &self.elements[index].style;
        let fitting = self.fitting(index, text, count, self.pen);
        if fitting == lines.len() {
            if !at_head && !self.is_last_frame() && !self.keeps_with_next(index, text, lines.len()) {
                return Step::NextFrame;
            }
            self.place(index, text, lines, 0, count);
            return Step::Done;
        }
        if self.is_last_frame() {
            let text_from = lines.get(fitting).map_or(0, |line| line.text.start);
            lines.truncate(fitting);
            self.place(index, text, lines, 0, count);
            return Step::Overset(Rest {
                element: index,
                lines_left: count - fitting,
                text_from,
            });
        }
        let may_split = !style.keep_together || at_head;
        let carried = usize::from(style.widows).max(1);
        let left = fitting.min(lines.len().saturating_sub(carried));
        let left = if may_split && left >= usize::from(style.orphans).max(1) {
            left
        } else {
            0
        };
        // At the head of an empty frame a paragraph that cannot be split well is split badly, or it would never be set.
        let left = if left == 0 && at_head { fitting } else { left };
        if left == 0 {
            return Step::NextFrame;
        }
        self.split(index, text, left)
    }

    /// Sets the first `left` lines here and the others in the frames that follow.
    fn split(&mut self, index: usize, text: &TextElement, left: usize) -> Step {
        let mut done = 0;
        let mut widths: Vec<(usize, Length)> = Vec::new();
        let mut take = left;
        let mut broken: Option<(Length, Vec<Line>)> = None;
        loop {
            let width = self.frames[self.pen.frame].rect.size.width;
            widths.push((done + take, width));
            let next_width = self
                .frames
                .get(self.pen.frame + 1)
                .map_or(width, |frame| frame.rect.size.width);
            let measure = |line: usize| {
                let frame = widths.partition_point(|(until, _)| *until <= line);
                widths.get(frame).map_or(next_width, |(_, width)| *width)
            };
            let lines = match broken.take() {
                // Where the next frame is as wide as was thought, all lines stay as they are.
                Some((thought, lines)) if thought == next_width => lines,
                None if width == next_width => self.lines(index, text, width),
                _ => text.prepared.break_lines(self.setter, &measure),
            };
            let until = (done + take).min(lines.len());
            let count = lines.len();
            let text_from = lines.get(until).map_or(0, |line| line.text.start);
            let here = lines.get(done..until).unwrap_or_default().to_vec();
            self.place(index, text, here, done, count);
            broken = Some((next_width, lines));
            done = until;
            if done >= count {
                return Step::Done;
            }
            if self.is_last_frame() {
                return Step::Overset(Rest {
                    element: index,
                    lines_left: count - done,
                    text_from,
                });
            }
            self.next_frame();
            take = self.fitting(index, text, count - done, self.pen);
            if take == 0 && self.is_last_frame() {
                return Step::Overset(Rest {
                    element: index,
                    lines_left: count - done,
                    text_from,
                });
            }
        }
    }

    /// Whether enough lines of what follows stand below, when a heading must not stand alone.
    fn keeps_with_next(&mut self, index: usize, text: &TextElement, count: usize) -> bool {
        let wanted = usize::from(self.elements[index].style.keep_with_next);
        let Some(next) = self.elements.get(index + 1).filter(|_| wanted > 0) else {
            return true;
        };
        let Some(last) = self.baselines(index, text, count, self.pen).last().copied() else {
            return true;
        };
        let pen = Pen {
            last: Some(last),
            space_after: self.elements[index].style.space_after,
            ..self.pen
        };
        match &next.kind {
            ElementKind::Text(next_text) => {
                let width = self.frames[pen.frame].rect.size.width;
                let count = self.lines(index + 1, next_text, width).len();
                let together = if next.style.keep_together {
                    count
                } else {
                    wanted.min(count)
                };
                self.fitting(index + 1, next_text, count, pen) >= together
            }
            ElementKind::Figure(_) | ElementKind::Qr(..) => true,
        }
    }

    /// How many of `count` lines stand in the pen's frame.
    fn fitting(&self, index: usize, text: &TextElement, count: usize, pen: Pen) -> usize {
        let foot = self.frames[pen.frame].rect.bottom();
        let baselines = self.baselines(index, text, count, pen);
        baselines
            .iter()
            .take_while(|baseline| **baseline + depth(text) <= foot)
            .count()
    }

    fn baselines(&self, index: usize, text: &TextElement, count: usize, pen: Pen) -> Vec<Length> {
        let style = &self.elements[index].style;
        baselines(style, text, count, &self.frames[pen.frame], pen, self.grid)
    }

    /// Places lines in the pen's frame: those from `from` on of the `count` that the paragraph has.
    fn place(&mut self, index: usize, text: &TextElement, lines: Vec<Line>, from: usize, count: usize) {
        let baselines = self.baselines(index, text, lines.len(), self.pen);
        for ((number, line), baseline) in lines.into_iter().enumerate().zip(baselines) {
            self.pen.last = Some(baseline);
            self.placed.push(Placed::Line {
                element: index,
                frame: self.pen.frame,
                number: from + number,
                count,
                baseline,
                line,
            });
        }
        self.pen.space_after = self.elements[index].style.space_after;
    }
}
