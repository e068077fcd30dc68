//! How a camera was held: the eight orientations of EXIF (JEITA CP-3451, tag 274). Pixels stay as they are stored, so that a file can go
//! through untouched; who paints them turns them.

/// How stored pixels have to be turned to be seen upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Not at all.
    #[default]
    Upright,
    /// Left and right change places.
    Mirrored,
    /// Half round.
    HeadDown,
    /// Head and foot change places.
    MirroredHeadDown,
    /// About the diagonal from the head left to the foot right.
    Transposed,
    /// A quarter clockwise.
    Quarter,
    /// About the other diagonal.
    Transversed,
    /// A quarter anticlockwise.
    ThreeQuarters,
}

impl Orientation {
    /// By its number in EXIF; anything else is taken to be upright.
    pub(super) const fn from_exif(number: u32) -> Self {
        match number {
            2 => Self::Mirrored,
            3 => Self::HeadDown,
            4 => Self::MirroredHeadDown,
            5 => Self::Transposed,
            6 => Self::Quarter,
            7 => Self::Transversed,
            8 => Self::ThreeQuarters,
            _ => Self::Upright,
        }
    }

    /// Whether stored rows are upright columns.
    #[must_use]
    pub const fn is_on_its_side(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::Quarter | Self::Transversed | Self::ThreeQuarters
        )
    }

    /// Width and height seen upright, from those that are stored; and back again.
    #[must_use]
    pub const fn upright<T: Copy>(self, (width, height): (T, T)) -> (T, T) {
        if self.is_on_its_side() {
            (height, width)
        } else {
            (width, height)
        }
    }

    /// Where the stored picture's right and up go, and where its lower left corner comes to lie, in a square of side one whose y axis points
    /// up: `[a b c d e f]` as in a matrix of PDF (ISO 32000-1, 8.3.3).
    #[must_use]
    pub const fn matrix(self) -> [i8; 6] {
        match self {
            Self::Upright => [1, 0, 0, 1, 0, 0],
            Self::Mirrored => [-1, 0, 0, 1, 1, 0],
            Self::HeadDown => [-1, 0, 0, -1, 1, 1],
            Self::MirroredHeadDown => [1, 0, 0, -1, 0, 1],
            Self::Transposed => [0, -1, -1, 0, 1, 1],
            Self::Quarter => [0, -1, 1, 0, 0, 1],
            Self::Transversed => [0, 1, 1, 0, 0, 0],
            Self::ThreeQuarters => [0, 1, -1, 0, 1, 0],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The corners of a picture, as EXIF tells them: where the first row lies and where the first column.
    const EXIF: [(&str, &str); 8] = [
        ("top", "left"),
        ("top", "right"),
        ("bottom", "right"),
        ("bottom", "left"),
        ("left", "top"),
        ("right", "top"),
        ("right", "bottom"),
        ("left", "bottom"),
    ];

    /// Which edge of the square a point in the middle of one lies on.
    fn edge(x: f64, y: f64) -> &'static str {
        match (x, y) {
            (0.0, _) => "left",
            (1.0, _) => "right",
            (_, 0.0) => "bottom",
            _ => "top",
        }
    }

    #[test]
    fn first_row_and_first_column_come_to_lie_where_exif_says() {
        for (number, wanted) in (1..).zip(EXIF) {
            let [a, b, c, d, e, f] = Orientation::from_exif(number).matrix().map(f64::from);
            let place = |s: f64, t: f64| edge(a * s + c * t + e, b * s + d * t + f);
            // The first row is at the head of the stored picture, the first column at its left.
            assert_eq!((place(0.5, 1.0), place(0.0, 0.5)), wanted, "orientation {number}");
        }
    }

    #[test]
    fn what_lies_on_its_side_is_as_wide_as_it_was_high() {
        assert_eq!(Orientation::from_exif(6).upright((3, 2)), (2, 3));
        assert_eq!(Orientation::from_exif(3).upright((3, 2)), (3, 2));
    }
}
