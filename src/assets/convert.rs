//! Conversions of whole pictures: light to inks, and inks to what they look like. Worked out once for a build, and only when a picture asks.

use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::cube::{Cube, Tesseract};
use super::icc::IccProfile;
use super::image::{Colour, Pixels};
use super::ink::{Intent, Printing};
use super::source::Source;
use super::total::Limit;

/// The grids that were worked out so far.
#[derive(Default)]
pub(super) struct Grids {
    inks: Mutex<Vec<(Arc<Source>, Arc<Cube<4>>)>>,
    look: OnceLock<Tesseract<3>>,
}

impl fmt::Debug for Grids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Grids")
    }
}

/// The conversions to the inks of a press, and from them.
pub(super) struct Conversions<'a> {
    pub(super) press: &'a IccProfile,
    pub(super) intent: Intent,
    pub(super) grids: &'a Grids,
}

impl Conversions<'_> {
    /// Makes inks of light, within the limit; none when the press's profile has no table towards inks.
    pub(super) fn print(&self, pixels: &mut Pixels, source: &Arc<Source>, limit: Limit) -> Option<()> {
        let grid = self.grid(source)?;
        let mut inks = Vec::with_capacity(pixels.samples.len() / 3 * 4);
        for pixel in pixels.samples.chunks_exact(3) {
            let mut printed = grid.at([pixel[0], pixel[1], pixel[2]]);
            limit.keep(&mut printed);
            inks.extend(printed);
        }
        pixels.samples = inks;
        pixels.colour = Colour::Cmyk;
        Some(())
    }

    /// Makes light of inks, as they will look in print. Grey is printed with black ink alone.
    pub(super) fn see(&self, pixels: &mut Pixels) {
        let look = self
            .grids
            .look
            .get_or_init(|| Tesseract::of(|inks| self.press.srgb_of(inks.map(|ink| ink as f32))));
        let seen: Vec<u8> = match pixels.colour {
            Colour::Rgb => return,
            Colour::Grey => {
                let greys: Vec<[u8; 3]> = (0..=255).map(|light| look.at([0, 0, 0, 255 - light])).collect();
                let seen = pixels.samples.iter().map(|light| greys[usize::from(*light)]);
                seen.flatten().collect()
            }
            Colour::Cmyk => {
                let inks = pixels.samples.chunks_exact(4);
                let seen = inks.map(|ink| look.at([ink[0], ink[1], ink[2], ink[3]]));
                seen.flatten().collect()
            }
        };
        pixels.samples = seen;
        pixels.colour = Colour::Rgb;
        pixels.is_bitmap = false;
    }

    fn grid(&self, source: &Arc<Source>) -> Option<Arc<Cube<4>>> {
        let mut known = self.grids.inks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, grid)) = known.iter().find(|(known, _)| known == source) {
            return Some(Arc::clone(grid));
        }
        let printing = Printing::new(source, self.press, self.intent)?;
        // Paper, where a colour has no way to inks; a table that was read has one for all.
        let grid = Arc::new(Cube::of(|rgb| printing.inks(rgb).unwrap_or_default()));
        known.push((Arc::clone(source), Arc::clone(&grid)));
        Some(grid)
    }
}
