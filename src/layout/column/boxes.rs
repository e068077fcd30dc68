//! Boxes in a column: how much room a picture, a figure or a QR code needs below what stands before it.

use super::Frame;
use super::pen::Pen;
use crate::geom::{Length, Point, Rect, Size};
use crate::layout::draw::quiet_zone;
use crate::layout::element::{Element, ElementKind, PictureElement};
use crate::layout::picture::{height_of, width_of};
use crate::style::Fitting;

/// Where a box stands in a frame; none when there is no room for it. The pen moves below it.
pub(super) fn room(element: &Element, frame: &Frame, pen: &mut Pen) -> Option<Rect> {
    match &element.kind {
        ElementKind::Figure(_) => figure(element, frame, pen),
        ElementKind::Picture(held) => picture(element, held, frame, pen),
        ElementKind::Qr(_, side, _) => square(element, *side, frame, pen),
        ElementKind::Text(_) | ElementKind::Row(_) => None,
    }
}

/// A figure takes what is left of its frame.
fn figure(element: &Element, frame: &Frame, pen: &mut Pen) -> Option<Rect> {
    let frame = frame.rect;
    let top = pen.box_top(&element.style);
    let rect = Rect::from_edges(frame.left(), top, frame.right(), frame.bottom());
    pen.below(rect.bottom(), element.style.space_after);
    (top < frame.bottom()).then_some(rect)
}

/// A picture is as wide as the measure and as high as is asked, else as follows from its proportion, else as what is left of the frame. One that
/// is whole may have to be smaller for that; where less than half of it would be left, it waits for the next frame.
fn picture(element: &Element, held: &PictureElement, frame: &Frame, pen: &mut Pen) -> Option<Rect> {
    let frame = frame.rect;
    let is_at_head = pen.last().is_none();
    let top = pen.box_top(&element.style);
    let left = frame.bottom() - top;
    let wide = frame.size.width;
    let size = match (held.height, held.shown.fit) {
        (Some(height), _) => Size::new(wide, height),
        (None, Fitting::Cover) => Size::new(wide, left),
        (None, Fitting::Contain) => {
            let height = height_of(held.natural, wide);
            if height <= left {
                Size::new(wide, height)
            } else if is_at_head || left * 2 >= height {
                Size::new(width_of(held.natural, left), left)
            } else {
                return None;
            }
        }
    };
    let stands = size.height <= left && size.height > Length::ZERO;
    let rect = Rect::new(Point::new(frame.left(), top), size);
    stands.then(|| {
        pen.below(rect.bottom(), element.style.space_after);
        rect
    })
}

/// A QR code, with its quiet zone above and below; at the sides the margins are wider than that.
fn square(element: &Element, side: Length, frame: &Frame, pen: &mut Pen) -> Option<Rect> {
    let (frame, style) = (frame.rect, &element.style);
    let quiet = quiet_zone(side);
    let top = pen.box_top(style);
    let top = pen.last().map_or(top, |last| top.max(last + quiet));
    let rect = Rect::new(Point::new(frame.left(), top), Size::new(side, side));
    let space_after = style.space_after.max(quiet - style.leading.ratio(1, 2));
    pen.below(rect.bottom(), space_after);
    (rect.bottom() <= frame.bottom() && side <= frame.size.width).then_some(rect)
}
