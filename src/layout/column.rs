//! Filling frames: each frame takes what stands in it, and then ends at the last place where a column may end. The steps are files:
//! `pen` knows where the next baseline is, `paragraph` which lines a paragraph has in these frames, `boxes` how much room a box needs,
//! `keep` where a column may end. What did not fit is a place to go on from, in other frames or on other pages.

mod boxes;
mod keep;
mod paragraph;
mod pen;
#[cfg(test)]
mod tests;

pub(super) use pen::{Pen, Register, capacity, depth, free};

use std::collections::BTreeMap;

use super::adornment::below;
use super::element::{Element, ElementKind};
use super::table::Stand;
use crate::geom::{Length, Point, Rect, Size};
use crate::style::Begins;
use crate::text::{Line, Place, Setter};
use keep::Ending;
use paragraph::{Broken, Spot};

/// A frame to be filled; of a frame with columns each is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) page: usize,
    pub(super) rect: Rect,
    /// The whole panel or page that it stands on, bleed included.
    pub(super) home: Rect,
    pub(super) at_foot: bool,
    /// The number of the frame in its thread; columns of one frame share it.
    pub(super) number: usize,
    /// Whether the reader goes on to another panel or page from here, or to another frame at least.
    pub(super) is_last_column: bool,
    /// Whether its columns end side by side where the story ends.
    pub(super) balance: bool,
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
    /// A row of a table: its element, its frame, its lines.
    Row {
        element: usize,
        frame: usize,
        stand: Stand,
    },
    /// A box: its element, its frame, its rectangle.
    Box {
        element: usize,
        frame: usize,
        rect: Rect,
    },
}

impl Placed {
    /// The number of its frame.
    pub(super) const fn frame(&self) -> usize {
        match self {
            Self::Line { frame, .. } | Self::Row { frame, .. } | Self::Box { frame, .. } => *frame,
        }
    }

    /// The number of its frame, to be changed.
    pub(super) const fn frame_mut(&mut self) -> &mut usize {
        match self {
            Self::Line { frame, .. } | Self::Row { frame, .. } | Self::Box { frame, .. } => frame,
        }
    }

    /// Its baseline, or the foot of a box.
    pub(super) fn foot(&self) -> Length {
        match self {
            Self::Line { baseline, .. } => *baseline,
            Self::Row { stand, .. } => stand.rect.bottom(),
            Self::Box { rect, .. } => rect.bottom(),
        }
    }

    /// Moves it down by so much.
    pub(super) fn move_down(&mut self, by: Length) {
        match self {
            Self::Line { baseline, .. } => *baseline += by,
            Self::Row { stand, .. } => stand.move_down(by),
            Self::Box { rect, .. } => *rect = rect.shifted(Point::new(Length::ZERO, by)),
        }
    }
}

/// Where filling begins or goes on: an element, and the place in its text when some of its lines are placed already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) element: usize,
    pub(super) text: Place,
}

/// What did not find a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    /// Where it begins.
    pub(super) from: Cursor,
    /// How many lines of the element that it begins with are not placed.
    pub(super) lines: usize,
}

/// All that came of filling.
pub(super) struct Filled {
    pub(super) placed: Vec<Placed>,
    pub(super) rest: Option<Rest>,
    /// The worst end of a frame that was borne to make it fit.
    pub(super) borne: Ending,
}

/// Fills frames with elements from a place on. Where the text would be overset only because columns end as a reader likes it, the
/// least of these likings are let go, one after the other.
pub(super) fn fill(
    elements: &[Element],
    from: Cursor,
    frames: &[Frame],
    register: &Register<'_>,
    setter: &mut Setter<'_>,
) -> Filled {
    let mut filled = Filled {
        placed: Vec::new(),
        rest: None,
        borne: Ending::Good,
    };
    for tolerance in Ending::BORNE {
        let mut filler = Filler {
            elements,
            frames,
            register,
            setter,
            tolerance,
            alike_from: alike_from(frames),
            most_kept: elements.iter().map(|element| element.style.keep_with_next).max(),
            broken: BTreeMap::new(),
            placed: Vec::new(),
        };
        filled.rest = filler.run(from);
        filled.placed = filler.placed;
        filled.borne = tolerance;
        if filled.rest.is_none() {
            break;
        }
    }
    filled
}

/// The first frame from which on all are equally wide.
fn alike_from(frames: &[Frame]) -> usize {
    let last = frames.last().map(|frame| frame.rect.size.width);
    let alike = frames
        .iter()
        .rev()
        .take_while(|frame| Some(frame.rect.size.width) == last);
    frames.len() - alike.count()
}

struct Filler<'f, 'a> {
    elements: &'f [Element],
    frames: &'f [Frame],
    register: &'f Register<'f>,
    setter: &'f mut Setter<'a>,
    /// The worst end of a column that counts as good.
    tolerance: Ending,
    alike_from: usize,
    /// The most lines that any element wants to have below it.
    most_kept: Option<u8>,
    /// The lines of paragraphs that are not placed yet.
    broken: BTreeMap<usize, Broken>,
    placed: Vec<Placed>,
}

/// What stands in a frame, and the element that would come next.
#[derive(Default)]
struct Column {
    pieces: Vec<Piece>,
    next: Option<usize>,
}

/// A line or a box at its place, before it is sure that it stays.
#[derive(Clone, Copy)]
enum Piece {
    Line {
        element: usize,
        number: usize,
        baseline: Length,
    },
    Row {
        element: usize,
        stand: Stand,
    },
    Box {
        element: usize,
        rect: Rect,
    },
}

impl Piece {
    const fn element(&self) -> usize {
        match self {
            Self::Line { element, .. } | Self::Row { element, .. } | Self::Box { element, .. } => *element,
        }
    }
}

impl Filler<'_, '_> {
    fn run(&mut self, from: Cursor) -> Option<Rest> {
        let mut at = from;
        for number in 0..self.frames.len() {
            if at.element >= self.elements.len() {
                return None;
            }
            let column = self.lay(number, at);
            let stays = self.end(&column, number);
            at = self.place(&column, stays, number);
        }
        (at.element < self.elements.len()).then(|| Rest {
            from: at,
            lines: self.lines_left(at),
        })
    }

    /// All that stands in a frame, whatever may be said against ending it there.
    fn lay(&mut self, number: usize, from: Cursor) -> Column {
        let (elements, frames) = (self.elements, self.frames);
        let frame = &frames[number];
        let mut pen = Pen::at_head(frame, self.register);
        let mut column = Column::default();
        for (element, held) in elements.iter().enumerate().skip(from.element) {
            let at = if element == from.element {
                from
            } else {
                Cursor {
                    element,
                    ..Cursor::default()
                }
            };
            if at.text.line == 0 && self.begins_later(element, &column, number) {
                column.next = Some(element);
                return column;
            }
            let stands = match &held.kind {
                ElementKind::Text(text) => {
                    let count = self.lines(text, Spot { at, number, pen });
                    let pieces = (at.text.line..count).map_while(|line| {
                        let baseline = pen.next_line(held, text, line == at.text.line);
                        let foot = baseline + depth(text) + below(&held.style, line + 1 == count);
                        let stands = foot <= frame.rect.bottom();
                        stands.then_some(Piece::Line {
                            element,
                            number: line,
                            baseline,
                        })
                    });
                    let before = column.pieces.len();
                    column.pieces.extend(pieces);
                    pen.leave(held.style.space_after);
                    column.pieces.len() - before == count - at.text.line
                }
                ElementKind::Row(row) => {
                    let stand = row.stand(frame, &mut pen, self.setter);
                    let piece = stand.map(|stand| Piece::Row { element, stand });
                    column.pieces.extend(piece);
                    piece.is_some()
                }
                ElementKind::Figure(_) | ElementKind::Picture(_) | ElementKind::Qr(..) => {
                    let frame = self.above_caption(element, frame);
                    let rect = boxes::room(held, &frame, &mut pen);
                    column
                        .pieces
                        .extend(rect.map(|rect| Piece::Box { element, rect }));
                    rect.is_some()
                }
            };
            if !stands {
                column.next = Some(element);
                return column;
            }
        }
        column
    }

    /// Whether an element must begin in a later frame than this one.
    fn begins_later(&self, element: usize, column: &Column, number: usize) -> bool {
        let ground = |frame: usize| (self.frames[frame].page, self.frames[frame].home);
        let stands_on_this = |placed: &Placed| ground(placed.frame()) == ground(number);
        match self.elements[element].style.begins {
            Begins::Anywhere => false,
            Begins::Frame => !column.pieces.is_empty(),
            Begins::Page => !column.pieces.is_empty() || self.placed.last().is_some_and(stands_on_this),
        }
    }

    /// What a figure may fill of a frame: the lines of its caption stand below it.
    fn above_caption(&mut self, element: usize, frame: &Frame) -> Frame {
        let next = self.elements.get(element + 1);
        let Some((caption, ElementKind::Text(text))) = next.map(|next| (next, &next.kind)) else {
            return *frame;
        };
        if !text.is_caption {
            return *frame;
        }
        let width = frame.rect.size.width;
        let count = text.prepared.break_lines(self.setter, &|_| width).len();
        let figure = &self.elements[element].style;
        let space = figure.space_after.max(caption.style.space_before);
        // On the grid its first line may have to move down by as much as a step.
        let step = if caption.style.grid {
            self.register.step
        } else {
            Length::ZERO
        };
        let height = space + caption.style.leading * count as i64 + step + depth(text);
        let Rect { origin, size } = frame.rect;
        let left = (size.height - height).at_least_zero();
        Frame {
            rect: Rect::new(origin, Size::new(width, left)),
            ..*frame
        }
    }

    /// Places the pieces that stay; answers where the next frame goes on.
    fn place(&mut self, column: &Column, stays: usize, frame: usize) -> Cursor {
        for piece in &column.pieces[..stays] {
            match *piece {
                Piece::Box { element, rect } => self.placed.push(Placed::Box { element, frame, rect }),
                Piece::Row { element, stand } => self.placed.push(Placed::Row {
                    element,
                    frame,
                    stand,
                }),
                Piece::Line {
                    element, baseline, ..
                } => {
                    let Some((number, count, line)) = self.broken.get_mut(&element).and_then(Broken::take)
                    else {
                        continue;
                    };
                    self.placed.push(Placed::Line {
                        element,
                        frame,
                        number,
                        count,
                        baseline,
                        line,
                    });
                }
            }
        }
        let next = column.pieces.get(stays).map(Piece::element).or(column.next);
        let element = next.unwrap_or(self.elements.len());
        self.broken = self.broken.split_off(&element);
        let text = self.broken.get(&element).map_or(Place::default(), Broken::next);
        Cursor { element, text }
    }
}
