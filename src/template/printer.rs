//! What a printer asks for: bleed, safe area, printing condition, ink. A file in `templates/printers/`.

use serde::Deserialize;

use crate::geom::{Length, Sides};
use crate::source::Spanned;

/// A printer's wishes.
#[derive(Clone, Debug)]
pub struct Printer {
    /// Its file, without its ending.
    pub name: String,
    /// How far artwork runs over each edge of the trim.
    pub bleed: Sides,
    /// How far text stays from the trim.
    pub safe: Length,
    /// What is printed on what.
    pub condition: OutputCondition,
    /// The most ink that the four plates may lay down together, in per cent.
    pub total_ink: f64,
}

/// A printing condition.
#[derive(Clone, Debug, Deserialize)]
pub struct OutputCondition {
    /// Its name in the registry of the ICC: `FOGRA39`.
    pub identifier: String,
    /// The same for people.
    pub info: String,
    /// The profile's file, in `templates/printers/`.
    pub profile: Spanned<String>,
}

/// A printer's file as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenPrinter {
    pub(super) bleed: Spanned<Length>,
    pub(super) safe: Spanned<Length>,
    pub(super) total_ink: f64,
    pub(super) output: OutputCondition,
}
