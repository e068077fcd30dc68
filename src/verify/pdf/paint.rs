//! What an element is painted with.

use std::rc::Rc;

use hayro::kurbo::{Affine, Rect};

use super::element::{Element, Shading};
use super::space::Space;

/// A colour or a pattern, and how it meets what lies under it.
#[derive(Clone, Debug)]
pub struct Paint<'f> {
    /// The colour space that was chosen.
    pub space: Rc<Space<'f>>,
    /// The colour: a number a component, as written. None for pictures and shadings, which bring many colours, and for coloured patterns.
    pub components: Vec<f64>,
    /// The pattern, where the space is one.
    pub pattern: Option<Rc<Pattern<'f>>>,
    /// Whether it overprints: `op` for fills, `OP` for strokes.
    pub overprint: bool,
    /// The overprint mode, `OPM`: 0 or 1.
    pub mode: u8,
}

/// What repeats or blends instead of a colour.
#[derive(Clone, Debug)]
pub enum Pattern<'f> {
    /// A cell that repeats.
    Tiling(Tiling<'f>),
    /// A shading; its `matrix` is that of the pattern in default user space.
    Shading(Shading<'f>),
    /// What is no pattern.
    Unknown,
}

/// A cell that repeats (ISO 32000-2, 8.7.3).
#[derive(Clone, Debug)]
pub struct Tiling<'f> {
    /// Whether the cell has its own colours; else the paint's components colour it.
    pub coloured: bool,
    /// The cell, in the space of the pattern.
    pub bounds: Rect,
    /// How far to the next cell, sideways and upwards, in the space of the pattern.
    pub step: (f64, f64),
    /// From the space of the pattern to default user space.
    pub matrix: Affine,
    /// What one cell paints, placed as the cell at the pattern's origin in default user space.
    pub cell: Vec<Element<'f>>,
}

/// An amount of one ink.
#[derive(Clone, Debug, PartialEq)]
pub struct Ink {
    /// The plate's name: `Cyan`, `Magenta`, `Yellow`, `Black` or that of a spot ink.
    pub name: String,
    /// How much of it: 0 to 1.
    pub amount: f64,
}

/// The process inks, in the order of their plates.
pub const PROCESS: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];

/// Amounts below this are no ink: half a step of eight bits.
const NONE: f64 = 0.5 / 255.0;

impl Paint<'_> {
    /// On which plates the colour lies, and how much of each; plates that it names with nothing on them included. None when it is no colour
    /// of inks, such as RGB, or brings many colours, as patterns, pictures and shadings do. The plate `All` stands for every plate.
    #[must_use]
    pub fn inks(&self) -> Option<Vec<Ink>> {
        if self.pattern.is_some() || self.components.is_empty() {
            return None;
        }
        self.space.inks(&self.components)
    }

    /// Its cyan, magenta, yellow and black, with spot inks shown as the file says they look, where that is in process inks.
    #[must_use]
    pub fn process(&self) -> Option<[f64; 4]> {
        if self.pattern.is_some() || self.components.is_empty() {
            return None;
        }
        self.space.process(&self.components)
    }

    /// All its ink: 4 is 400 %.
    #[must_use]
    pub fn total(&self) -> Option<f64> {
        Some(self.inks()?.iter().map(|ink| ink.amount).sum())
    }

    /// Whether it is white: no ink on any of its plates, or all light (GWG D0010).
    #[must_use]
    pub fn is_white(&self) -> bool {
        if self.pattern.is_some() || self.components.is_empty() {
            return false;
        }
        self.space.is_white(&self.components)
    }

    /// Whether it is black and nothing else: all of the black ink, none of any other (GWG D0013).
    #[must_use]
    pub fn is_pure_black(&self) -> bool {
        self.inks().is_some_and(|inks| {
            let is_black = |ink: &Ink| ink.name == "Black";
            let whole = inks.iter().any(|ink| is_black(ink) && ink.amount > 1.0 - NONE);
            whole && inks.iter().all(|ink| is_black(ink) || ink.amount < NONE)
        })
    }
}
