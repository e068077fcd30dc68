//! What lies behind what: the back of a sheet is printed after the sheet was turned about one of its edges.

use crate::geom::{Point, Rect, Size, Transform, Turn};
use crate::template::Flip;

/// About which line a sheet is turned, as it lies before the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turning {
    /// About an upright line, as a page is turned: left and right change places.
    Sideways,
    /// About a level line, as the leaf of a calendar is: head and foot change places.
    Over,
}

impl Turning {
    /// How a sheet is turned about its long or its short edge. Of a square both are as long, and the upright one counts as the long one.
    pub(super) fn of(flip: Flip, sheet: Size) -> Self {
        let is_upright = sheet.height >= sheet.width;
        match flip {
            Flip::LongEdge if is_upright => Self::Sideways,
            Flip::ShortEdge if !is_upright => Self::Sideways,
            _ => Self::Over,
        }
    }

    /// Where on the back, as it lies before the reader once the sheet is turned, a place of the front lies.
    pub(super) fn behind(self, front: Point, sheet: Size) -> Point {
        match self {
            Self::Sideways => Point::new(sheet.width - front.x, front.y),
            Self::Over => Point::new(front.x, sheet.height - front.y),
        }
    }

    /// How the back of a piece is laid onto the back of the sheet so that it lies behind its front, head to head. `front` is where the front
    /// lies, upright. Where the sheet is turned over head and foot, the back stands head down.
    pub(super) fn back(self, front: Rect, sheet: Size) -> Transform {
        // The head at the left of the piece's back lies behind the head at the right of its front.
        let head_left = self.behind(Point::new(front.right(), front.top()), sheet);
        let turn = match self {
            Self::Sideways => Turn::None,
            Self::Over => Turn::Half,
        };
        Transform {
            turn,
            shift: head_left,
        }
    }
}

/// Where on its back a place of a piece's front lies: pieces are turned as pages are.
#[cfg(test)]
pub(super) fn behind_in_piece(front: Point, width: crate::geom::Length) -> Point {
    Point::new(width - front.x, front.y)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Turning, behind_in_piece};
    use crate::geom::{Length, Point, Rect, Size};
    use crate::template::Flip;

    fn size(width: i64, height: i64) -> Size {
        Size::new(Length::mm(width), Length::mm(height))
    }

    #[test]
    fn the_long_edge_of_a_sheet_depends_on_how_it_lies() {
        assert_eq!(Turning::of(Flip::LongEdge, size(320, 450)), Turning::Sideways);
        assert_eq!(Turning::of(Flip::LongEdge, size(450, 320)), Turning::Over);
        assert_eq!(Turning::of(Flip::ShortEdge, size(320, 450)), Turning::Over);
        assert_eq!(Turning::of(Flip::ShortEdge, size(450, 320)), Turning::Sideways);
    }

    proptest! {
        #[test]
        fn every_point_of_a_front_has_its_own_back_behind_it(
            sheet in (50_i64..2000, 50_i64..2000),
            piece in (10_i64..500, 10_i64..500),
            corner in (0_i64..1500, 0_i64..1500),
            spot in (0_i64..500, 0_i64..500),
            flip in prop_oneof![Just(Flip::LongEdge), Just(Flip::ShortEdge)],
        ) {
            let (sheet, piece) = (size(sheet.0, sheet.1), size(piece.0, piece.1));
            let front = Rect::new(Point::new(Length::mm(corner.0), Length::mm(corner.1)), piece);
            let turning = Turning::of(flip, sheet);
            let back = turning.back(front, sheet);
            let spot = Point::new(Length::mm(spot.0), Length::mm(spot.1));
            let on_front = front.origin + spot;
            let on_back = back.apply(behind_in_piece(spot, piece.width));
            prop_assert_eq!(turning.behind(on_front, sheet), on_back);
        }
    }
}
