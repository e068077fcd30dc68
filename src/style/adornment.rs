//! What adorns a paragraph and says nothing: rules above and below its lines, and a tint behind them.

use crate::color::Color;
use crate::geom::Length;

/// A rule, a line that parts or stresses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// The ink.
    pub color: Color,
    /// The thickness.
    pub width: Length,
    /// From the letters to the near edge of the rule: from the head of the capitals, or from the foot of the descenders.
    pub gap: Length,
    /// How far it reaches.
    pub over: RuleOver,
}

/// How far a rule reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RuleOver {
    /// From one side of the frame to the other.
    #[default]
    Measure,
    /// Over the letters of the line that it stands beside.
    Text,
}

/// An ink behind a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tint {
    /// The ink.
    pub fill: Color,
    /// From its edges to the letters, on all four sides.
    pub padding: Length,
}

impl Rule {
    /// What it takes beside the letters.
    #[must_use]
    pub fn room(&self) -> Length {
        self.gap + self.width
    }
}
