//! How light things are, for whoever judges contrast: inks on paper as the eye sees them, and the pixels of a picture as they will be seen in
//! print, a few of them for each letter that may stand on it.

use std::sync::LazyLock;

use moxcms::{ColorProfile, Matrix3d, Vector3d};

use super::image::{Image, Orientation};
use super::{Assets, IccProfile, ImageId};

/// From XYZ of D50 to linear sRGB.
static TO_LINEAR: LazyLock<Matrix3d> =
    LazyLock::new(|| ColorProfile::new_srgb().rgb_to_xyz_matrix().inverse());

/// A picture as it will be seen in print, in sRGB, to be asked about places of it.
#[derive(Debug)]
pub struct Glimpse {
    size: (u32, u32),
    orientation: Orientation,
    /// Red, green and blue of each pixel, in rows from the head as they are stored.
    samples: Vec<u8>,
    /// How much each pixel covers; none where all of it does.
    alpha: Option<Vec<u8>>,
}

impl Glimpse {
    /// The colour at a place, in parts of sRGB from 0 to 1, and how much it covers. The place is in parts of the width and height from the top
    /// left corner of the upright picture.
    #[must_use]
    pub fn at(&self, across: f64, down: f64) -> ([f64; 3], f64) {
        let [a, b, c, d, e, f] = self.orientation.matrix().map(f64::from);
        // Matrices of PDF have their y axis pointing up; those of quarter turns are undone by their transpose.
        let (x, y) = (across - e, 1.0 - down - f);
        let (column, row) = (a * x + b * y, 1.0 - (c * x + d * y));
        let (width, height) = self.size;
        let pixel =
            |part: f64, count: u32| ((part * f64::from(count)).max(0.0) as usize).min(count as usize - 1);
        let place = pixel(row, height) * width as usize + pixel(column, width);
        let part =
            |index: usize| f64::from(self.samples.get(place * 3 + index).copied().unwrap_or(255)) / 255.0;
        let alpha = self.alpha.as_ref().and_then(|alpha| alpha.get(place));
        (
            [part(0), part(1), part(2)],
            alpha.map_or(1.0, |cover| f64::from(*cover) / 255.0),
        )
    }
}

impl Assets {
    /// A picture as it will be seen in print, with about so many pixels, width and height seen upright. None where it cannot be made ready.
    #[must_use]
    pub fn glimpse(&self, id: ImageId, pixels: (u32, u32)) -> Option<Glimpse> {
        let image: &Image = self.image(id);
        let pixels = image.seen_in_print(Some(pixels), self.ready(), &self.conversions())?;
        Some(Glimpse {
            size: (pixels.width, pixels.height),
            orientation: image.orientation,
            samples: pixels.samples,
            alpha: pixels.alpha,
        })
    }
}

impl IccProfile {
    /// How light inks look in print, between black at about 0 and paper at 1; parts of ink are from 0 to 1. It is the relative luminance of WCAG
    /// 2.1, weighed as there, of the colour as it is printed: nothing is cut off that a screen cannot show.
    #[must_use]
    pub fn luminance(&self, inks: [f64; 4]) -> Option<f64> {
        let linear = TO_LINEAR.mul_vector(Vector3d {
            v: self.seen(inks)?.0,
        });
        let [red, green, blue] = linear.v;
        Some((0.2126 * red + 0.7152 * green + 0.0722 * blue).max(0.0))
    }
}
