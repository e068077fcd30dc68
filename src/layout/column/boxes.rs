//! Boxes in a column: figures and QR codes.

use super::{Filler, Placed, Rest, Step};
use crate::geom::{Length, Point, Rect, Size};
use crate::layout::draw::quiet_zone;

impl Filler<'_, '_> {
    /// A figure takes what is left of its frame.
    pub(super) fn figure(&mut self, index: usize) -> Step {
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
    pub(super) fn square(&mut self, index: usize, side: Length) -> Step {
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
