//! Fonts, pictures and ICC profiles: what a document is made of beside words. Loaded once, then only read; an id is a
//! place in the list, in the order of the file names, so it is the same in every run.

mod ability;
mod appearance;
mod budget;
mod convert;
mod cube;
pub mod drawing;
mod font;
mod glyph;
mod icc;
mod image;
mod ink;
mod lab;
mod load;
mod look;
mod source;
mod table;
mod total;
mod variable;

pub use ability::{Reduced, Underline};
pub use appearance::Glimpse;
pub use drawing::{Drawing, DrawingId};
pub use font::{Font, FontError, FontId};
pub use glyph::{Glyph, GlyphRun};
pub use icc::{IccError, IccProfile, Rgb};
pub use image::{
    Colour, Data, Format, Image, ImageError, ImageId, Orientation, ProfileFault, Ready, Rendition,
};
pub use ink::Intent;
pub use load::{Wanted, WantedPicture, WantedProfile, fonts, load};

use std::sync::Arc;

use convert::{Conversions, Grids};

/// Everything a document is made of beside words.
#[derive(Clone, Debug)]
pub struct Assets {
    fonts: Vec<Font>,
    images: Vec<Image>,
    drawings: Vec<Drawing>,
    ready: Ready,
    grids: Arc<Grids>,
    /// The profile of the printing condition.
    pub output: Arc<IccProfile>,
}

impl Assets {
    /// The fonts, in the order given, and the profile of the printing condition.
    #[must_use]
    pub fn new(fonts: Vec<Font>, output: Arc<IccProfile>) -> Self {
        Self {
            fonts,
            images: Vec::new(),
            drawings: Vec::new(),
            ready: Ready::default(),
            grids: Arc::default(),
            output,
        }
    }

    /// The same with drawings, in the order given.
    #[must_use]
    pub fn with_drawings(self, drawings: Vec<Drawing>) -> Self {
        Self { drawings, ..self }
    }

    /// The drawing of that id.
    #[must_use]
    pub fn drawing(&self, id: DrawingId) -> &Drawing {
        &self.drawings[id.index()]
    }

    /// The drawing of that name.
    #[must_use]
    pub fn find_drawing(&self, name: &str) -> Option<DrawingId> {
        let index = self.drawings.iter().position(|drawing| drawing.name == name);
        index.map(DrawingId::from_index)
    }

    /// The same with pictures, in the order given, and with what the printer asks of them.
    #[must_use]
    pub fn with_images(self, images: Vec<Image>, ready: Ready) -> Self {
        Self {
            images,
            ready,
            ..self
        }
    }

    /// The picture of that id.
    #[must_use]
    pub fn image(&self, id: ImageId) -> &Image {
        &self.images[id.index()]
    }

    /// The picture of that name.
    #[must_use]
    pub fn find_image(&self, name: &str) -> Option<ImageId> {
        let index = self.images.iter().position(|image| image.name == name);
        index.map(ImageId::from_index)
    }

    /// What the printer asks of pictures.
    #[must_use]
    pub const fn ready(&self) -> &Ready {
        &self.ready
    }

    /// A picture as the press prints it, with no more pixels than `most`, width and height seen upright. None when the profile of the
    /// printing condition has no table towards inks.
    #[must_use]
    pub fn for_press(&self, id: ImageId, most: Option<(u32, u32)>) -> Option<Rendition> {
        self.image(id).for_press(most, &self.ready, &self.conversions())
    }

    /// A picture as it will be seen in print, in sRGB, with no more pixels than `most`, width and height seen upright.
    #[must_use]
    pub fn for_screen(&self, id: ImageId, most: Option<(u32, u32)>) -> Option<Rendition> {
        self.image(id).for_screen(most, &self.ready, &self.conversions())
    }

    fn conversions(&self) -> Conversions<'_> {
        Conversions {
            press: &self.output,
            intent: self.ready.intent,
            grids: &self.grids,
        }
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
