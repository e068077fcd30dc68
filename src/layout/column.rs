//! Filling frames: elements go in one after the other, lines on their grid, until a frame is full and the next one takes over. Widows
//! and orphans are kept from happening, and headings from standing alone.

use super::draw::quiet_zone;
use super::element::{Element, ElementKind, TextElement};
use crate::geom::{Length, Point, Rect, Size};
use crate::style::ParagraphStyle;
use crate::template::Grid;
use crate::text::{Line, Setter};

/// A frame to be filled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) page: usize,
    pub(super) rect: Rect,
    /// The whole panel or page that it stands on, bleed included.
    pub(super) home: Rect,
    pub(super) at_foot: bool,
}

/// Something that found its place.
pub(super) enum Placed {
    /// A line of a paragraph: its element, its frame, its number in the paragraph, its baseline.
    Line {
        element: usize,
        frame: usize,
        number: usize,
        count: usize,
        baseline: Length,
        line: Line,
    },
    /// A box: its element, its frame, its rectangle.
    Box {
        element: usize,
        frame: usize,
        rect: Rect,
    },
}

/// What did not find a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    /// The first element that is not wholly placed.
    pub(super) element: usize,
    /// How many of its lines are not placed.
    pub(super) lines_left: usize,
    /// Byte of its text where the first line that fell out begins.
    pub(super) text_from: usize,
}

/// All that came of filling.
pub(super) struct Filled {
    pub(super) placed: Vec<Placed>,
    pub(super) rest: Option<Rest>,
}

/// Letters reach so far below the baseline, as a share of their size: enough for g, j and p of text faces.
const DEPTH_SHARE: (i64, i64) = (1, 4);

/// Fills the frames.
pub(super) fn fill(elements: &[Element], frames: &[Frame], grid: &Grid, setter: &mut Setter<'_>) -> Filled {
    let mut filler = Filler {
        elements,
        frames,
        grid,
        setter,
        pen: Pen::default(),
        placed: Vec::new(),
        broken: None,
    };
    let rest = filler.run();
    Filled {
        placed: filler.placed,
        rest,
    }
}

/// How many lines like those of a text an empty frame holds.
pub(super) fn capacity(element: &Element, text: &TextElement, frame: &Frame, grid: &Grid) -> usize {
    let foot = frame.rect.bottom();
    let most = frame.rect.size.height.whole_times(element.style.leading).max(0) as usize + 1;
    baselines(&element.style, text, most, frame, Pen::default(), grid)
        .iter()
        .take_while(|baseline| **baseline + depth(text) <= foot)
        .count()
}

/// How far the letters of a text reach below their baseline.
pub(super) fn depth(text: &TextElement) -> Length {
    text.size.ratio(DEPTH_SHARE.0, DEPTH_SHARE.1)
}

/// The baselines of `count` lines from the pen on, whether or not they still stand in the frame.
fn baselines(
    style: &ParagraphStyle,
    text: &TextElement,
    count: usize,
    frame: &Frame,
    pen: Pen,
    grid: &Grid,
) -> Vec<Length> {
    let first = match pen.last {
        // The first line of any frame hangs on the grid, headings too: panels side by side begin at one height.
        None => grid.line_at_or_below(frame.rect.top() + text.cap_height),
        Some(last) => {
            let below = last + pen.space_after.max(style.space_before) + style.leading;
            if style.grid {
                grid.line_at_or_below(below)
            } else {
                below
            }
        }
    };
    (0..count as i64)
        .map(|line| {
            let baseline = first + style.leading * line;
            if style.grid {
                grid.line_at_or_below(baseline)
            } else {
                baseline
            }
        })
        .collect()
}

/// Where the next thing goes.
#[derive(Clone, Copy, Debug, Default)]
struct Pen {
    frame: usize,
    /// The last baseline or the foot of the last box; none at the head of a frame.
    last: Option<Length>,
    /// The space below what was placed last.
    space_after: Length,
}

struct Filler<'f, 'a> {
    elements: &'f [Element],
    frames: &'f [Frame],
    grid: &'f Grid,
    setter: &'f mut Setter<'a>,
    pen: Pen,
    placed: Vec<Placed>,
    /// The paragraph that was broken last, its width, and its lines: they are asked for more than once when it follows a heading or
    /// moves into the next frame.
    broken: Option<(usize, Length, Vec<Line>)>,
}

impl Filler<'_, '_> {
    fn run(&mut self) -> Option<Rest> {
        let mut index = 0;
        while index < self.elements.len() {
            if self.pen.frame >= self.frames.len() {
                return Some(Rest {
                    element: index,
                    lines_left: 0,
                    text_from: 0,
                });
            }
            let moved = match &self.elements[index].kind {
                ElementKind::Text(text) => self.text(index, text),
                ElementKind::Figure(_) => self.figure(index),
                ElementKind::Qr(_, side, _) => self.square(index, *side),
            };
            match moved {
                Step::Done => index += 1,
                Step::NextFrame => self.next_frame(),
                Step::Overset(rest) => return Some(rest),
            }
        }
        None
    }

    fn next_frame(&mut self) {
        self.pen = Pen {
            frame: self.pen.frame + 1,
            ..Pen::default()
        };
    }

    fn is_last_frame(&self) -> bool {
        self.pen.frame + 1 >= self.frames.len()
    }

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
    fn text(&mut self, index: usize, text: &TextElement) -> Step {
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

    /// A figure takes what is left of its frame.
    fn figure(&mut self, index: usize) -> Step {
        let frame = self.frames[self.pen.frame].rect;
        let top = self.box_top(index);
        if top >= frame.bottom() {
            return self.no_room(index);
        }
        let rect = Rect::from_edges(frame.left(), top, frame.right(), frame.bottom());
        self.place_box(index, rect);
        Step::Done
    }

    /// A QR code, with its quiet zone above and below; at the sides the margins are wider than that.
    fn square(&mut self, index: usize, side: Length) -> Step {
        let frame = self.frames[self.pen.frame].rect;
        let quiet = quiet_zone(side);
        let top = self
            .pen
            .last
            .map_or(frame.top(), |last| self.box_top(index).max(last + quiet));
        if top + side > frame.bottom() || side > frame.size.width {
            return self.no_room(index);
        }
        self.place_box(
            index,
            Rect::new(Point::new(frame.left(), top), Size::new(side, side)),
        );
        self.pen.space_after = self
            .pen
            .space_after
            .max(quiet - self.elements[index].style.leading.ratio(1, 2));
        Step::Done
    }

    fn no_room(&self, index: usize) -> Step {
        if self.is_last_frame() {
            Step::Overset(Rest {
                element: index,
                lines_left: 0,
                text_from: 0,
            })
        } else {
            Step::NextFrame
        }
    }

    fn box_top(&self, index: usize) -> Length {
        let frame = self.frames[self.pen.frame].rect;
        let space = self.pen.space_after.max(self.elements[index].style.space_before);
        self.pen.last.map_or(frame.top(), |last| last + space)
    }

    fn place_box(&mut self, index: usize, rect: Rect) {
        self.placed.push(Placed::Box {
            element: index,
            frame: self.pen.frame,
            rect,
        });
        self.pen.last = Some(rect.bottom());
        self.pen.space_after = self.elements[index].style.space_after;
    }
}

enum Step {
    Done,
    NextFrame,
    Overset(Rest),
}
