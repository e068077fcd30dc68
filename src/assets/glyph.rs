//! Shaped letters: glyphs of a font, how far each moves the pen, and the text they stand for.

use std::ops::Range;
use std::sync::Arc;

use super::FontId;
use crate::color::Color;
use crate::geom::Length;
use crate::style::Language;

/// A run of glyphs of one font, size, colour and direction on one baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlyphRun {
    /// The font.
    pub font: FontId,
    /// The size (the em).
    pub size: Length,
    /// The ink.
    pub color: Color,
    /// The glyphs from left to right, whatever the direction of the script.
    pub glyphs: Vec<Glyph>,
    /// The text they stand for, in reading order.
    pub text: Arc<str>,
    /// The language of the text.
    pub language: Language,
}

/// A glyph and how far it moves the pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the pen moves right, kerning, tracking and justification included.
    pub advance: Length,
    /// Drawn so far right of the pen.
    pub dx: Length,
    /// Drawn so far above the baseline.
    pub dy: Length,
    /// The bytes of the run's text that it stands for. In a cluster of several glyphs the first carries the text, the others an
    /// empty range. A soft hyphen that shows stands for U+00AD.
    pub text: Range<u32>,
}

impl GlyphRun {
    /// The width of the run.
    #[must_use]
    pub fn width(&self) -> Length {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}
