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

impl Turn {
    const fn quarters(self) -> u8 {
        match self {
            Self::None => 0,
            Self::Quarter => 1,
            Self::Half => 2,
            Self::ThreeQuarters => 3,
        }
    }

    const fn from_quarters(quarters: u8) -> Self {
        match quarters % 4 {
            0 => Self::None,
            1 => Self::Quarter,
            2 => Self::Half,
            _ => Self::ThreeQuarters,
        }
    }
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

    /// Where the inside of a group goes that stands at `at` and moves its items by `inner`, when what holds the group is
    /// itself moved by `self`.
    #[must_use]
    pub fn then_inside(&self, at: Point, inner: Self) -> Self {
        let quarters = self.turn.quarters() + inner.turn.quarters();
        Self {
            turn: Turn::from_quarters(quarters),
            shift: self.apply(inner.shift + at),
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

#[cfg(test)]
mod tests {
    use super::{Transform, Turn};
    use crate::geom::{Length, Point};

    #[test]
    fn a_group_within_a_group_goes_where_both_movements_take_it() {
        let point = |x, y| Point::new(Length::pt(x), Length::pt(y));
        let turns = [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters];
        for outer_turn in turns {
            for inner_turn in turns {
                let outer = Transform {
                    turn: outer_turn,
                    shift: point(5, 7),
                };
                let inner = Transform {
                    turn: inner_turn,
                    shift: point(-2, 3),
                };
                let (at, place) = (point(11, 13), point(17, 19));
                let both = outer.then_inside(at, inner).apply(place);
                assert_eq!(both, outer.apply(inner.apply(place) + at));
            }
        }
    }
}
