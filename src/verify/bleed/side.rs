//! An edge of a page, and what lies there as seen from it.

use crate::geom::{Length, Rect, Sides, Size};
use crate::wording::{Text, text};

/// An edge of the trim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Head,
    Right,
    Foot,
    Left,
}

/// A rectangle as seen from an edge of the trim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Where it begins along the edge, from the edge's left or upper end.
    pub(super) from: Length,
    /// Where it ends along the edge.
    pub(super) to: Length,
    /// How far beyond the trim its inner edge lies; less than nothing inside.
    pub(super) inner: Length,
    /// How far beyond the trim its outer edge lies; less than nothing inside.
    pub(super) out: Length,
}

impl Side {
    pub(super) const ALL: [Self; 4] = [Self::Head, Self::Right, Self::Foot, Self::Left];

    /// What there is on this side.
    pub(super) const fn of(self, sides: &Sides) -> Length {
        match self {
            Self::Head => sides.top,
            Self::Right => sides.right,
            Self::Foot => sides.bottom,
            Self::Left => sides.left,
        }
    }

    /// For people.
    pub(super) fn name(self) -> Text {
        match self {
            Self::Head => text!("at the head", "oben"),
            Self::Right => text!("at the right", "rechts"),
            Self::Foot => text!("at the foot", "unten"),
            Self::Left => text!("at the left", "links"),
        }
    }

    /// How long this edge of the trim is.
    pub(super) const fn length(self, trim: Size) -> Length {
        match self {
            Self::Head | Self::Foot => trim.width,
            Self::Right | Self::Left => trim.height,
        }
    }

    /// A rectangle of the page as seen from here.
    pub(super) fn sees(self, rect: Rect, trim: Size) -> Seen {
        let (from, to) = match self {
            Self::Head | Self::Foot => (rect.left(), rect.right()),
            Self::Right | Self::Left => (rect.top(), rect.bottom()),
        };
        let (inner, out) = match self {
            Self::Head => (-rect.bottom(), -rect.top()),
            Self::Right => (rect.left() - trim.width, rect.right() - trim.width),
            Self::Foot => (rect.top() - trim.height, rect.bottom() - trim.height),
            Self::Left => (-rect.right(), -rect.left()),
        };
        Seen { from, to, inner, out }
    }
}
