//! The fold as an object: how wide each panel is, and which page it carries. Widths are solved so that what is folded in
//! lies free in its host; page numbers are not looked up but follow from folding a sheet of paper-thin panels and looking
//! at it from above, step by step, as a reader opens it.
//!
//! Panels are counted on the inside of the sheet from left to right, for a language read from left to right; the outside
//! shows the same panels in mirrored order. Languages read from right to left mirror both.

mod error;
mod folding;
mod kind;
mod numbers;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;

pub use error::FoldError;
pub use folding::{Layer, Stage};
pub use kind::FoldKind;

use self::folding::fold_up;
use self::numbers::page_numbers;
use super::Reading;
use crate::geom::Length;

/// A way to fold a sheet that works: its panels fill the open width, and each goes into its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    kind: FoldKind,
    panels: Vec<Length>,
}

/// One side of the open sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its panels, from left to right.
    pub panels: Vec<SidePanel>,
}

/// A panel on a side of the open sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SidePanel {
    /// Its page number, from 1, in the order in which a reader meets the panels.
    pub number: u32,
    /// How far its left edge is from the sheet's.
    pub left: Length,
    /// Its width.
    pub width: Length,
}

impl Side {
    /// Where the creases are, from left to right: how far each is from the sheet's left edge.
    #[must_use]
    pub fn creases(&self) -> Vec<Length> {
        self.panels.iter().skip(1).map(|panel| panel.left).collect()
    }

    fn new(panels: impl Iterator<Item = (u32, Length)>) -> Self {
        let mut left = Length::ZERO;
        let panels = panels
            .map(|(number, width)| {
                let panel = SidePanel { number, left, width };
                left += width;
                panel
            })
            .collect();
        Self { panels }
    }
}

/// Two lengths this near are the same: what is lost when widths in millimetres become whole units. 16 units are less
/// than a ten-thousandth of a millimetre.
const SAME: Length = Length::from_units(16);

impl Fold {
    /// Solves the panels' widths for a sheet of `open_width` with `count` panels a side.
    ///
    /// Panel `i` of a letter or roll fold is `w - (i - 1) * reduction` wide, and the first two are `w`, so that
    /// `w = (open_width + reduction * sum(1 ..= count - 2)) / count`. A double parallel fold's inner pair and the flaps of a
    /// gate of four are one reduction narrower; the flaps of a gate of three each fall one reduction short of the middle.
    /// Half and zigzag folds have equal panels. What does not divide evenly, a few units, goes to the second panel,
    /// which is never folded in.
    ///
    /// # Errors
    /// When this kind of fold has no such number of panels, or the widths that come out cannot be folded.
    pub fn solve(
        kind: FoldKind,
        count: usize,
        open_width: Length,
        reduction: Length,
    ) -> Result<Self, FoldError> {
        if !kind.panel_counts().contains(&count) {
            return Err(FoldError::PanelCount { kind, count });
        }
        let mut panels = if kind == FoldKind::Gate && count == 3 {
            let middle = (open_width + reduction * 2) / 2;
            let flap = (open_width - middle) / 2;
            vec![flap, middle, flap]
        } else {
            let steps = reductions(kind, count);
            let taken: i64 = steps.iter().sum();
            let host = (open_width + reduction * taken) / count as i64;
            steps.iter().map(|step| host - reduction * *step).collect()
        };
        let rest = open_width - panels.iter().copied().sum();
        panels[1] += rest;
        Self::checked(kind, panels)
    }

    /// Takes widths as somebody wrote them: on the inside, from left to right for a language read from left to right.
    ///
    /// # Errors
    /// When this kind of fold has no such number of panels, when they do not sum to `open_width`, or when a panel would
    /// not go into its host.
    pub fn explicit(kind: FoldKind, open_width: Length, mut panels: Vec<Length>) -> Result<Self, FoldError> {
        let count = panels.len();
        if !kind.panel_counts().contains(&count) {
            return Err(FoldError::PanelCount { kind, count });
        }
        let difference = panels.iter().copied().sum::<Length>() - open_width;
        if difference.abs() > SAME {
            return Err(FoldError::DoNotSum {
                open_width,
                difference,
            });
        }
        panels[1] -= difference;
        Self::checked(kind, panels)
    }

    fn checked(kind: FoldKind, panels: Vec<Length>) -> Result<Self, FoldError> {
        if let Some(index) = panels.iter().position(|width| *width <= SAME) {
            return Err(FoldError::NoWidth { panel: index + 1 });
        }
        fold_up(kind, &panels)?;
        Ok(Self { kind, panels })
    }

    /// How the sheet is folded.
    #[must_use]
    pub const fn kind(&self) -> FoldKind {
        self.kind
    }

    /// The panels' widths on the inside, from left to right for a language read from left to right.
    #[must_use]
    pub fn panels(&self) -> &[Length] {
        &self.panels
    }

    /// The width of the open sheet.
    #[must_use]
    pub fn open_width(&self) -> Length {
        self.panels.iter().copied().sum()
    }

    /// The width of the folded sheet.
    #[must_use]
    pub fn closed_width(&self) -> Length {
        let closed = self.stages().pop().unwrap_or_default();
        let left = closed.layers.iter().map(|layer| layer.left).min();
        let right = closed.layers.iter().map(Layer::right).max();
        right.unwrap_or_default() - left.unwrap_or_default()
    }

    /// The sheet from wholly open, inside up, to closed, front up: one stage more than the folder takes steps.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        // That it folds was shown when it was made.
        fold_up(self.kind, &self.panels).unwrap_or_default()
    }

    /// Outside and inside of the open sheet, each from left to right as it lies before the reader.
    ///
    /// A letter fold read from left to right has 5, 6, 1 outside and 2, 3, 4 inside.
    #[must_use]
    pub fn sides(&self, reading: Reading) -> [Side; 2] {
        let numbers = page_numbers(self.kind, self.panels.len());
        let inside = numbers
            .iter()
            .zip(&self.panels)
            .map(|(both, width)| (both.inside, *width));
        let outside = numbers
            .iter()
            .zip(&self.panels)
            .map(|(both, width)| (both.outside, *width));
        match reading {
            Reading::LeftToRight => [Side::new(outside.rev()), Side::new(inside)],
            Reading::RightToLeft => [Side::new(outside), Side::new(inside.rev())],
        }
    }
}

/// How many reductions each panel is narrower than the widest.
fn reductions(kind: FoldKind, count: usize) -> Vec<i64> {
    let count = count as i64;
    match kind {
        FoldKind::Half | FoldKind::Zigzag => vec![0; count as usize],
        FoldKind::Letter | FoldKind::Roll => (0..count).map(|panel| (panel - 1).max(0)).collect(),
        FoldKind::Gate => (0..count)
            .map(|panel| i64::from(panel == 0 || panel == count - 1))
            .collect(),
        FoldKind::DoubleParallel => (0..count).map(|panel| i64::from(panel >= 2)).collect(),
    }
}
