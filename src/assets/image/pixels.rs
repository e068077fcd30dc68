//! Pixels, one byte for each part of each, in rows from the head.

use super::Colour;

/// A decoded picture.
#[derive(Clone, Debug)]
pub(in crate::assets) struct Pixels {
    pub(in crate::assets) width: u32,
    pub(in crate::assets) height: u32,
    pub(in crate::assets) colour: Colour,
    /// Whether every pixel is black or white because the file has one bit for each.
    pub(in crate::assets) is_bitmap: bool,
    /// Grey, RGB from dark to light; CMYK from no ink to full ink.
    pub(in crate::assets) samples: Vec<u8>,
    /// How much of each pixel covers what is below; none where all of it does.
    pub(in crate::assets) alpha: Option<Vec<u8>>,
}

impl Colour {
    /// How many parts a pixel has.
    pub(in crate::assets) const fn parts(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Cmyk => 4,
        }
    }
}

impl Pixels {
    /// Pixels whose last part is how much they cover; where all cover, that is left out.
    pub(super) fn with_alpha(width: u32, height: u32, colour: Colour, samples: &[u8]) -> Self {
        let parts = colour.parts();
        let pixels = samples.chunks_exact(parts + 1);
        let alpha: Vec<u8> = pixels.clone().map(|pixel| pixel[parts]).collect();
        let is_solid = alpha.iter().all(|cover| *cover == 255);
        Self {
            width,
            height,
            colour,
            is_bitmap: false,
            samples: pixels.flat_map(|pixel| &pixel[..parts]).copied().collect(),
            alpha: (!is_solid).then_some(alpha),
        }
    }

    /// Pixels that cover what is below.
    pub(in crate::assets) const fn solid(width: u32, height: u32, colour: Colour, samples: Vec<u8>) -> Self {
        Self {
            width,
            height,
            colour,
            is_bitmap: false,
            samples,
            alpha: None,
        }
    }

    /// The most ink that a pixel in four inks lays down, in per cent.
    pub(super) fn most_ink(&self) -> Option<f64> {
        if self.colour != Colour::Cmyk {
            return None;
        }
        let sums = self.samples.chunks_exact(4).map(total);
        sums.max().map(|most| f64::from(most) / 2.55)
    }

    /// Puts white below what does not cover.
    pub(super) fn flatten(&mut self) {
        let Some(alpha) = self.alpha.take() else { return };
        let white = if self.colour == Colour::Cmyk { 0 } else { 255 };
        let pixels = self.samples.chunks_exact_mut(self.colour.parts());
        for (pixel, cover) in pixels.zip(alpha) {
            for part in pixel {
                let (cover, below) = (u32::from(cover), u32::from(255 - cover));
                *part = ((u32::from(*part) * cover + white * below + 127) / 255) as u8;
            }
        }
    }
}

/// The sum of the four inks of a pixel, of which each is 255 at most.
pub(in crate::assets) fn total(pixel: &[u8]) -> u32 {
    pixel.iter().map(|ink| u32::from(*ink)).sum()
}
