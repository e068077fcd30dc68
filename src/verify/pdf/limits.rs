//! How much work a file may cost. Work is counted in steps, never by a clock, so that the same file gives the same answer everywhere.

use std::cell::Cell;

/// What is read at most. The numbers are far above what a flyer or a brochure needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file.
    pub file: usize,
    /// Pages that are looked at.
    pub pages: usize,
    /// Elements of a page, those of its forms, patterns and masks included.
    pub elements: usize,
    /// Content in content: a form in a form in a form.
    pub depth: usize,
    /// Objects of a file that a walk sees.
    pub objects: usize,
    /// Bytes that one stream may unpack to.
    pub stream: usize,
    /// Steps of work for a page: an operator, a glyph and a segment of a path are one each.
    pub steps: u64,
    /// Steps of work for all pages together.
    pub all_steps: u64,
    /// Pixels that may be painted to measure the ink of a page; what else is done is counted in pixels, too, by how long it takes.
    pub ink: u64,
    /// Pixels that may be painted to measure the ink of all pages together.
    pub all_ink: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 1 << 30,
            pages: 5_000,
            elements: 500_000,
            depth: 24,
            objects: 1_000_000,
            stream: 256 << 20,
            steps: 20_000_000,
            all_steps: 100_000_000,
            ink: 2_000_000_000,
            all_ink: 16_000_000_000,
        }
    }
}

/// The steps that are left.
#[derive(Debug)]
pub(super) struct Budget {
    left: Cell<u64>,
}

impl Budget {
    pub(super) const fn new(steps: u64) -> Self {
        Self {
            left: Cell::new(steps),
        }
    }

    pub(super) fn refill(&self, steps: u64) {
        self.left.set(steps);
    }

    pub(super) const fn left(&self) -> u64 {
        self.left.get()
    }

    /// Takes steps, as long as there are enough; false when there are not, and then none are left.
    pub(super) fn take(&self, steps: u64) -> bool {
        match self.left.get().checked_sub(steps) {
            Some(left) => {
                self.left.set(left);
                true
            }
            None => {
                self.left.set(0);
                false
            }
        }
    }
}
