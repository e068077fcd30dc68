//! Whole-number geometry for the network: distances, crossings, angles. Places are kept in steps of 1/64 pt (about
//! 5 micrometres, finer than any press), so that squares of distances fit in 64 bits on sheets of any size.

use crate::geom::{Length, Point, Rect};

/// Length units in a step.
const STEP: i64 = 1024;

/// Places farther out than this many steps (about 46 m) are moved in; no sheet reaches them.
const FARTHEST: i64 = 1 << 23;

/// A length in steps.
pub(super) const fn steps(length: Length) -> i64 {
    let steps = length.units().div_euclid(STEP);
    if steps > FARTHEST {
        FARTHEST
    } else if steps < -FARTHEST {
        -FARTHEST
    } else {
        steps
    }
}

/// So many steps as a length.
pub(super) const fn length(steps: i64) -> Length {
    Length::from_units(steps.saturating_mul(STEP))
}

/// A place, or the way from one place to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) x: i64,
    pub(super) y: i64,
}

impl Spot {
    /// The place in steps.
    pub(super) const fn of(point: Point) -> Self {
        Self {
            x: steps(point.x),
            y: steps(point.y),
        }
    }

    /// The place as the page knows it.
    pub(super) const fn point(self) -> Point {
        Point::new(length(self.x), length(self.y))
    }

    /// The way from here to `other`.
    pub(super) const fn to(self, other: Self) -> Self {
        Self {
            x: other.x - self.x,
            y: other.y - self.y,
        }
    }

    /// The square of the length of this way.
    pub(super) const fn square(self) -> i64 {
        self.x * self.x + self.y * self.y
    }

    /// The length of this way, rounded down.
    pub(super) const fn length(self) -> i64 {
        self.square().isqrt()
    }

    /// Positive where `other` turns clockwise on the page, y growing downwards.
    const fn cross(self, other: Self) -> i64 {
        self.x * other.y - self.y * other.x
    }

    /// Positive where both ways point into one half.
    const fn dot(self, other: Self) -> i64 {
        self.x * other.x + self.y * other.y
    }

    /// Whether the angle between both ways is narrower than the one whose squared cosine is given in per cent.
    pub(super) fn narrower(self, other: Self, square_of_cosine: i64) -> bool {
        let dot = self.dot(other);
        let product = i128::from(self.square()) * i128::from(other.square());
        dot > 0 && i128::from(dot) * i128::from(dot) * 100 > product * i128::from(square_of_cosine)
    }
}

/// A straight line between two places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chord {
    pub(super) from: Spot,
    pub(super) to: Spot,
}

impl Chord {
    /// The distance from the line, ends included, to a place; rounded down.
    pub(super) const fn distance(self, spot: Spot) -> i64 {
        let way = self.from.to(self.to);
        let there = self.from.to(spot);
        let along = way.dot(there);
        if along <= 0 {
            return there.length();
        }
        if along >= way.square() {
            return self.to.to(spot).length();
        }
        way.cross(there).abs() / way.length()
    }

    /// Whether both lines share a place; ends count.
    pub(super) fn meets(self, other: Self) -> bool {
        if self.left() > other.right()
            || other.left() > self.right()
            || self.top() > other.bottom()
            || other.top() > self.bottom()
        {
            return false;
        }
        let (here, there) = (self.from.to(self.to), other.from.to(other.to));
        let parted = |way: Spot, start: Spot, one: Spot, two: Spot| {
            way.cross(start.to(one)).signum() * way.cross(start.to(two)).signum() <= 0
        };
        parted(here, self.from, other.from, other.to) && parted(there, other.from, self.from, self.to)
    }

    fn left(self) -> i64 {
        self.from.x.min(self.to.x)
    }

    fn right(self) -> i64 {
        self.from.x.max(self.to.x)
    }

    fn top(self) -> i64 {
        self.from.y.min(self.to.y)
    }

    fn bottom(self) -> i64 {
        self.from.y.max(self.to.y)
    }
}

/// A rectangle in steps.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Block {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

impl Block {
    /// The rectangle in steps.
    pub(super) fn of(rect: Rect) -> Self {
        Self {
            left: steps(rect.left()),
            top: steps(rect.top()),
            right: steps(rect.right()),
            bottom: steps(rect.bottom()),
        }
    }

    /// The distance from the rectangle to a place; none inside.
    pub(super) fn distance(self, spot: Spot) -> i64 {
        let x = (self.left - spot.x).max(spot.x - self.right).max(0);
        let y = (self.top - spot.y).max(spot.y - self.bottom).max(0);
        Spot { x, y }.length()
    }

    /// Whether the line enters the rectangle or touches it.
    pub(super) fn meets(self, chord: Chord) -> bool {
        if chord.left() > self.right
            || chord.right() < self.left
            || chord.top() > self.bottom
            || chord.bottom() < self.top
        {
            return false;
        }
        let corner = |x, y| Spot { x, y };
        let down = Chord {
            from: corner(self.left, self.top),
            to: corner(self.right, self.bottom),
        };
        let up = Chord {
            from: corner(self.left, self.bottom),
            to: corner(self.right, self.top),
        };
        // A line that enters passes one of the diagonals, or ends inside before it does.
        self.distance(chord.from) == 0 || self.distance(chord.to) == 0 || chord.meets(down) || chord.meets(up)
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Chord, Spot};

    fn chord(x1: i64, y1: i64, x2: i64, y2: i64) -> Chord {
        Chord {
            from: Spot { x: x1, y: y1 },
            to: Spot { x: x2, y: y2 },
        }
    }

    #[test]
    fn lines_that_share_a_place_meet() {
        assert!(chord(0, 0, 10, 10).meets(chord(0, 10, 10, 0)));
        assert!(chord(0, 0, 10, 0).meets(chord(5, 0, 5, 9)));
        assert!(!chord(0, 0, 10, 0).meets(chord(5, 1, 5, 9)));
        assert!(!chord(0, 0, 10, 0).meets(chord(11, 0, 20, 0)));
    }

    #[test]
    fn a_line_that_cuts_a_corner_enters_the_rectangle() {
        let block = Block {
            left: 0,
            top: 0,
            right: 10,
            bottom: 10,
        };
        assert!(block.meets(chord(-1, 4, 4, -1)));
        assert!(!block.meets(chord(-3, 2, 2, -3)));
        assert!(block.meets(chord(5, 5, 6, 6)));
        assert!(block.meets(chord(-5, 5, 15, 6)));
    }

    #[test]
    fn the_distance_to_a_line_is_that_to_its_nearest_place() {
        assert_eq!(chord(0, 0, 10, 0).distance(Spot { x: 5, y: 7 }), 7);
        assert_eq!(chord(0, 0, 10, 0).distance(Spot { x: 13, y: 4 }), 5);
        assert_eq!(chord(3, 3, 3, 3).distance(Spot { x: 6, y: 7 }), 5);
    }

    #[test]
    fn a_narrow_angle_is_told_from_a_wide_one() {
        let right = Spot { x: 100, y: 0 };
        assert!(right.narrower(Spot { x: 100, y: 10 }, 82));
        assert!(!right.narrower(Spot { x: 100, y: 90 }, 82));
        assert!(!right.narrower(Spot { x: -100, y: 1 }, 82));
    }
}
