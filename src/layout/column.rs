//! Filling frames: elements go in one after the other, lines on their grid, until a frame is full and the next one takes over. Each kind
//! of element goes in in its own way: `paragraph` and `boxes`; `pen` knows where the next baseline is.

mod boxes;
mod paragraph;
mod pen;

pub(super) use pen::{capacity, depth};

use super::element::{Element, ElementKind};
use crate::geom::{Length, Rect};
use crate::template::Grid;
use crate::text::{Line, Setter};
use pen::Pen;

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
}

enum Step {
    Done,
    NextFrame,
    Overset(Rest),
}
