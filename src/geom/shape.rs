//! Points, sizes, rectangles and the four sides of a page.

use std::ops::{Add, Sub};

use super::Length;

/// A place: right of and below the origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// To the right.
    pub x: Length,
    /// Downwards.
    pub y: Length,
}

impl Point {
    /// The origin itself.
    pub const ORIGIN: Self = Self {
        x: Length::ZERO,
        y: Length::ZERO,
    };

    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: Length, y: Length) -> Self {
        Self { x, y }
    }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// From left to right.
    pub width: Length,
    /// From top to bottom.
    pub height: Length,
}

impl Size {
    /// A size of `width` by `height`.
    #[must_use]
    pub const fn new(width: Length, height: Length) -> Self {
        Self { width, height }
    }
}

/// Something on each of the four sides: a margin, a bleed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sides {
    /// At the head.
    pub top: Length,
    /// At the right.
    pub right: Length,
    /// At the foot.
    pub bottom: Length,
    /// At the left.
    pub left: Length,
}

impl Sides {
    /// The same on all four sides.
    #[must_use]
    pub const fn all(length: Length) -> Self {
        Self {
            top: length,
            right: length,
            bottom: length,
            left: length,
        }
    }
}

/// A rectangle, edges parallel to the page's. Its width and height are never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// The top left corner.
    pub origin: Point,
    /// Width and height.
    pub size: Size,
}

impl Rect {
    /// The rectangle of that size whose top left corner is `origin`.
    #[must_use]
    pub const fn new(origin: Point, size: Size) -> Self {
        Self { origin, size }
    }

    /// The rectangle between two opposite corners, given as its edges.
    #[must_use]
    pub fn from_edges(left: Length, top: Length, right: Length, bottom: Length) -> Self {
        let origin = Point::new(left.min(right), top.min(bottom));
        let size = Size::new((right - left).abs(), (bottom - top).abs());
        Self::new(origin, size)
    }

    /// x of the left edge.
    #[must_use]
    pub const fn left(&self) -> Length {
        self.origin.x
    }

    /// y of the top edge.
    #[must_use]
    pub const fn top(&self) -> Length {
        self.origin.y
    }

    /// x of the right edge.
    #[must_use]
    pub fn right(&self) -> Length {
        self.origin.x + self.size.width
    }

    /// y of the bottom edge.
    #[must_use]
    pub fn bottom(&self) -> Length {
        self.origin.y + self.size.height
    }

    /// The point in the middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point::new(
            self.left() + self.size.width / 2,
            self.top() + self.size.height / 2,
        )
    }

    /// Grown outwards by `sides`.
    #[must_use]
    pub fn outset(&self, sides: Sides) -> Self {
        Self::from_edges(
            self.left() - sides.left,
            self.top() - sides.top,
            self.right() + sides.right,
            self.bottom() + sides.bottom,
        )
    }

    /// Shrunk inwards by `sides`; an edge never passes the opposite one.
    #[must_use]
    pub fn inset(&self, sides: Sides) -> Self {
        let left = self.left() + sides.left;
        let top = self.top() + sides.top;
        Self::from_edges(
            left,
            top,
            (self.right() - sides.right).max(left),
            (self.bottom() - sides.bottom).max(top),
        )
    }

    /// Moved by `shift`.
    #[must_use]
    pub fn shifted(&self, shift: Point) -> Self {
        Self::new(self.origin + shift, self.size)
    }

    /// Whether both share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left() < other.right()
            && other.left() < self.right()
            && self.top() < other.bottom()
            && other.top() < self.bottom()
    }

    /// Whether `other` lies within, edges included.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.left() <= other.left()
            && self.top() <= other.top()
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    /// Whether the point lies within, edges included.
    #[must_use]
    pub fn contains_point(&self, point: Point) -> bool {
        self.contains(&Self::new(point, Size::default()))
    }

    /// What both share, an edge at least; none when they do not even touch.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Option<Self> {
        let left = self.left().max(other.left());
        let top = self.top().max(other.top());
        let right = self.right().min(other.right());
        let bottom = self.bottom().min(other.bottom());
        (left <= right && top <= bottom).then(|| Self::from_edges(left, top, right, bottom))
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::from_edges(
            self.left().min(other.left()),
            self.top().min(other.top()),
            self.right().max(other.right()),
            self.bottom().max(other.bottom()),
        )
    }
}
