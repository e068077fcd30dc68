//! The direction in which a document is read, and what follows from it for everything that a template places.

use crate::geom::{Point, Rect};
use crate::style::Language;

/// In which direction a document is read.
///
/// A template is written once, for a language that is read from left to right. For one that is read from right to left the whole
/// document is its mirror image, as if the template had been written from the right edge of everything:
///
/// - the sheet folds the other way, and a brochure is bound at the right: page 1 and all odd pages lie at the left of their spine;
/// - `at` is measured from the top right corner of its panel, page or side: frames, grounds and decorative figures alike;
/// - margins change sides with the spine, and on panels `inner` is at the right;
/// - generated figures are drawn mirrored, dots, gaps and joining lines;
/// - what lines begin with stands at the right: indents, the signs of lists, the dots of a roster, QR codes; what ends them at the
///   left, as the page numbers of the contents and their leaders do.
///
/// The last follows the language of the paragraph, the others that of the document. Letters are never mirrored, nor are QR codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// As Latin is.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew are.
    RightToLeft,
}

impl Reading {
    /// How that language is read.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        if language.is_right_to_left() {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }

    /// Where a rectangle of a template stands in `whole`, which holds it.
    #[must_use]
    pub fn place(self, rect: Rect, whole: Rect) -> Rect {
        match self {
            Self::LeftToRight => rect,
            Self::RightToLeft => {
                let left = whole.left() + whole.right() - rect.right();
                Rect::new(Point::new(left, rect.top()), rect.size)
            }
        }
    }

    /// Whether a bound page, counted from 1, lies at the left of its spine.
    #[must_use]
    pub const fn is_left_hand(self, page: u32) -> bool {
        match self {
            Self::LeftToRight => page.is_multiple_of(2),
            Self::RightToLeft => !page.is_multiple_of(2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::geom::{Length, Point, Rect, Size};

    fn rect(x: i64, width: i64) -> Rect {
        Rect::new(
            Point::new(Length::mm(x), Length::mm(5)),
            Size::new(Length::mm(width), Length::mm(7)),
        )
    }

    #[test]
    fn what_stands_at_the_left_stands_as_far_from_the_right() {
        let whole = rect(100, 97);
        let placed = rect(110, 20);
        assert_eq!(Reading::LeftToRight.place(placed, whole), placed);
        assert_eq!(Reading::RightToLeft.place(placed, whole), rect(167, 20));
    }

    #[test]
    fn placing_twice_gives_back_what_was() {
        let (whole, placed) = (rect(3, 50), rect(-2, 70));
        let reading = Reading::RightToLeft;
        assert_eq!(reading.place(reading.place(placed, whole), whole), placed);
    }

    #[test]
    fn the_front_lies_at_the_far_side_of_its_spine() {
        assert!(!Reading::LeftToRight.is_left_hand(1));
        assert!(Reading::RightToLeft.is_left_hand(1));
        assert!(Reading::LeftToRight.is_left_hand(2));
        assert!(!Reading::RightToLeft.is_left_hand(2));
    }
}
