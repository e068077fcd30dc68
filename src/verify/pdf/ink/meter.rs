//! Measures the pages of one file: what they share is unpacked once, and all of them together may cost no more than a file may.

use hayro::kurbo::Rect;

use super::samples::Store;
use super::{Inked, Spots, WORK, printed};
use crate::verify::pdf::display::Display;
use crate::verify::pdf::limits::Budget;

/// What all pages of a file may cost together, counted like that of one. Five hundred pages of text and pictures cost less than half of it.
const ALL: u64 = 9_000_000_000;

/// Measures the ink of pages of one file.
pub struct Meter {
    left: Budget,
    pictures: Store,
}

impl Default for Meter {
    fn default() -> Self {
        Self {
            left: Budget::new(ALL),
            pictures: Store::default(),
        }
    }
}

impl Meter {
    /// Measures the ink within a part of a page, in points, as [`super::measure`] does; none when the pages before have cost all that a file may.
    #[must_use]
    pub fn measure(&self, display: &Display<'_>, part: Rect, spots: Spots) -> Option<Inked> {
        let most = self.left.left().min(WORK);
        if most == 0 {
            return None;
        }
        let budget = Budget::new(most);
        let inked = printed(display, part, spots, &budget, &self.pictures);
        self.left.take(most - budget.left());
        Some(inked)
    }
}
