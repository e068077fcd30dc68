//! Pictures made ready for an edition: untouched where that can be, else converted, made coarser, and encoded again. What was a JPEG stays
//! one; what was stored without loss stays so.

use std::sync::Arc;

use super::pixels::Pixels;
use super::{Colour, Format, Image, decode, jpeg, scale};
use crate::assets::convert::Conversions;
use crate::assets::ink::Intent;
use crate::assets::total::{Limit, within};

/// What a printer asks of pictures.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    /// How colours that the press cannot print are replaced.
    pub intent: Intent,
    /// The most ink of the four plates together, in per cent.
    pub total_ink: f64,
    /// The most pixels an inch that are of use, if the printer says so.
    pub finest: Option<u32>,
    /// Whether the press file may show what is below through a picture.
    pub transparency: bool,
}

impl Default for Ready {
    /// What most printers ask for.
    fn default() -> Self {
        Self {
            intent: Intent::Relative,
            total_ink: 300.0,
            finest: None,
            transparency: true,
        }
    }
}

/// A picture as an edition writes it.
#[derive(Clone, Debug)]
pub struct Rendition {
    /// Width in pixels, as stored.
    pub width: u32,
    /// Height in pixels, as stored.
    pub height: u32,
    /// What its pixels say.
    pub colour: Colour,
    /// Whether every sample is one bit.
    pub is_bitmap: bool,
    /// Whether full ink is written as 0.
    pub is_inverted: bool,
    /// The pixels.
    pub data: Data,
    /// How much of each pixel covers what is below; none where all of it does.
    pub alpha: Option<Vec<u8>>,
}

/// How pixels are written.
#[derive(Clone, Debug)]
pub enum Data {
    /// A whole JPEG.
    Jpeg(Arc<[u8]>),
    /// One byte for each part of each pixel.
    Samples(Vec<u8>),
}

/// JPEG for the press: the eye sees no loss at this quality, nor do conversions after it.
const PRESS_QUALITY: u8 = 95;
/// JPEG for screens: a third of the size, and no loss to be seen at the size of the page.
const SCREEN_QUALITY: u8 = 85;

impl Image {
    /// As the press prints it, with no more pixels than `most` seen upright. None only where the profile has no way to inks.
    pub(in crate::assets) fn for_press(
        &self,
        most: Option<(u32, u32)>,
        ready: &Ready,
        conversions: &Conversions<'_>,
    ) -> Option<Rendition> {
        let coarser = self.coarser(most).filter(|_| !self.is_bitmap);
        if let (None, Some(facts)) = (coarser, self.untouched()) {
            return Some(Rendition {
                width: facts.width,
                height: facts.height,
                colour: facts.colour,
                is_bitmap: false,
                is_inverted: facts.is_inverted,
                data: Data::Jpeg(Arc::clone(&self.data)),
                alpha: None,
            });
        }
        let mut pixels = self.pixels(coarser)?;
        if !ready.transparency {
            pixels.flatten();
        }
        let limit = Limit::of_percent(ready.total_ink);
        let is_converted = pixels.colour == Colour::Rgb;
        if is_converted {
            conversions.print(&mut pixels, self.source.as_ref()?, limit)?;
        }
        let data = match (self.format, pixels.colour) {
            (Format::Jpeg, Colour::Cmyk) if is_converted => within(&pixels, PRESS_QUALITY, limit),
            (Format::Jpeg, _) => jpeg::encode(&pixels, PRESS_QUALITY),
            _ => None,
        };
        Some(rendition(pixels, data))
    }

    /// As it will be seen in print, in sRGB, with no more pixels than `most` seen upright.
    pub(in crate::assets) fn for_screen(
        &self,
        most: Option<(u32, u32)>,
        ready: &Ready,
        conversions: &Conversions<'_>,
    ) -> Option<Rendition> {
        let pixels = self.seen_in_print(most, ready, conversions)?;
        let data = match self.format {
            Format::Jpeg => jpeg::encode(&pixels, SCREEN_QUALITY),
            _ => None,
        };
        Some(rendition(pixels, data))
    }

    /// Its pixels as they will be seen in print, in sRGB, with no more of them than `most` seen upright.
    pub(in crate::assets) fn seen_in_print(
        &self,
        most: Option<(u32, u32)>,
        ready: &Ready,
        conversions: &Conversions<'_>,
    ) -> Option<Pixels> {
        let mut pixels = self.pixels(self.coarser(most))?;
        if pixels.colour == Colour::Rgb {
            conversions.print(
                &mut pixels,
                self.source.as_ref()?,
                Limit::of_percent(ready.total_ink),
            )?;
        }
        conversions.see(&mut pixels);
        Some(pixels)
    }

    /// What a JPEG says that can be printed as it is: its numbers are inks already, or how much black is left out.
    fn untouched(&self) -> Option<&jpeg::Facts> {
        self.jpeg.as_ref().filter(|facts| facts.colour != Colour::Rgb)
    }

    /// The pixels, made coarser where that is asked. They were decoded before, so they are there.
    fn pixels(&self, coarser: Option<(u32, u32)>) -> Option<Pixels> {
        let pixels = decode(self.format, &self.data).ok()?.pixels;
        Some(match coarser {
            Some((width, height)) => scale::down(&pixels, width, height),
            None => pixels,
        })
    }

    /// The width and height in stored pixels that the picture comes down to, where it has more than it may have in both directions.
    fn coarser(&self, most: Option<(u32, u32)>) -> Option<(u32, u32)> {
        let (width, height) = self.stored;
        let (most_wide, most_high) = self.orientation.upright(most?);
        if most_wide >= width || most_high >= height {
            return None;
        }
        // The direction that needs more of its pixels counts for both.
        let (part, whole) =
            if u64::from(most_wide) * u64::from(height) >= u64::from(most_high) * u64::from(width) {
                (most_wide, width)
            } else {
                (most_high, height)
            };
        let share = |side: u32| {
            (u64::from(side) * u64::from(part))
                .div_ceil(u64::from(whole))
                .max(1) as u32
        };
        Some((share(width), share(height)))
    }
}

fn rendition(pixels: Pixels, jpeg: Option<Vec<u8>>) -> Rendition {
    Rendition {
        width: pixels.width,
        height: pixels.height,
        colour: pixels.colour,
        is_bitmap: pixels.is_bitmap && jpeg.is_none(),
        // The encoder writes inks as Adobe's programs do.
        is_inverted: pixels.colour == Colour::Cmyk && jpeg.is_some(),
        data: match jpeg {
            Some(data) => Data::Jpeg(Arc::from(data)),
            None => Data::Samples(pixels.samples),
        },
        alpha: pixels.alpha,
    }
}
