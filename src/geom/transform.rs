//! Turning and shifting whole pages, exactly: imposition needs quarter turns and nothing else.

use super::{Point, Rect};

/// A turn, clockwise as seen by the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Turn {
    /// Upright.
    #[default]
    None,
    /// 90 degrees clockwise.
    Quarter,
    /// Head down.
    Half,
    /// 90 degrees anticlockwise.
    ThreeQuarters,
}

/// First turned about the origin, then shifted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Transform {
    /// The turn about the origin.
    pub turn: Turn,
    /// The shift that follows.
    pub shift: Point,
}

impl Transform {
    /// Only shifted.
    #[must_use]
    pub const fn shift(shift: Point) -> Self {
        Self {
            turn: Turn::None,
            shift,
        }
    }

    /// Where a point goes.
    #[must_use]
    pub fn apply(&self, point: Point) -> Point {
        let turned = match self.turn {
            Turn::None => point,
            Turn::Quarter => Point::new(-point.y, point.x),
            Turn::Half => Point::new(-point.x, -point.y),
            Turn::ThreeQuarters => Point::new(point.y, -point.x),
        };
        turned + self.shift
    }

    /// Where a rectangle goes.
    #[must_use]
    pub fn apply_rect(&self, rect: Rect) -> Rect {
        let first = self.apply(rect.origin);
        let second = self.apply(Point::new(rect.right(), rect.bottom()));
        Rect::from_edges(first.x, first.y, second.x, second.y)
    }
}
