//! Measures the pages of one file: what they share is unpacked once, and all of them together may cost no more than a file may.

use hayro::kurbo::Rect;

use super::samples::Store;
use super::{Inked, Spots, printed};
use crate::verify::pdf::display::Display;
use crate::verify::pdf::file::File;
use crate::verify::pdf::limits::Budget;

/// Measures the ink of pages of one file.
pub struct Meter {
    /// Pixels for one page.
    most: u64,
    /// Those that are left for all.
    left: Budget,
    pictures: Store,
}

impl Meter {
    /// For the pages of a file.
    #[must_use]
    pub fn new(file: &File) -> Self {
        Self {
            most: file.limits().ink,
            left: Budget::new(file.limits().all_ink),
            pictures: Store::default(),
        }
    }

    /// Measures the ink within a part of a page, in points, as [`super::measure`] does; none when the pages before have cost all that a file may.
    #[must_use]
    pub fn measure(&self, display: &Display<'_>, part: Rect, spots: Spots) -> Option<Inked> {
        let most = self.left.left().min(self.most);
        if most == 0 {
            return None;
        }
        let budget = Budget::new(most);
        let inked = printed(display, part, spots, &budget, &self.pictures);
        self.left.take(most - budget.left());
        Some(inked)
    }
}
