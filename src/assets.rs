//! Fonts, pictures and ICC profiles: what a document is made of beside words. Loaded once, then only read; an id is a
//! place in the list, in the order of the file names, so it is the same in every run.

mod ability;
mod font;
mod glyph;
mod icc;
mod load;
mod look;
mod variable;

pub use ability::{Reduced, Underline};
pub use font::{Font, FontError, FontId};
pub use glyph::{Glyph, GlyphRun};
pub use icc::{IccError, IccProfile, Rgb};
pub use load::{Wanted, WantedProfile, fonts, load};

use std::sync::Arc;

/// Everything a document is made of beside words.
#[derive(Clone, Debug)]
pub struct Assets {
    fonts: Vec<Font>,
    /// The profile of the printing condition.
    pub output: Arc<IccProfile>,
}

impl Assets {
    /// The fonts, in the order given, and the profile of the printing condition.
    #[must_use]
    pub const fn new(fonts: Vec<Font>, output: Arc<IccProfile>) -> Self {
        Self { fonts, output }
    }

    /// All fonts, in the order of their ids.
    #[must_use]
    pub fn fonts(&self) -> &[Font] {
        &self.fonts
    }

    /// The font of that id.
    #[must_use]
    pub fn font(&self, id: FontId) -> &Font {
        &self.fonts[id.index()]
    }

    /// The font of a family whose weight is nearest, of the wanted slope where the family has it. None when there is no such
    /// family; names are compared without regard to case.
    #[must_use]
    pub fn find_font(&self, family: &str, weight: u16, italic: bool) -> Option<FontId> {
        self.fonts
            .iter()
            .enumerate()
            .filter(|(_, font)| font.family.eq_ignore_ascii_case(family))
            .min_by_key(|(_, font)| (font.italic != italic, font.weight.abs_diff(weight)))
            .map(|(index, _)| FontId::from_index(index))
    }

    /// The families there are, each once, in alphabetical order.
    #[must_use]
    pub fn families(&self) -> Vec<&str> {
        let mut families: Vec<&str> = self.fonts.iter().map(|font| font.family.as_str()).collect();
        families.sort_unstable();
        families.dedup();
        families
    }
}
