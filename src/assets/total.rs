//! Total ink: no pixel of a converted picture lays down more than the printer takes. Black stays, since it gives the depth; cyan, magenta and
//! yellow are lessened in one proportion, which keeps their hue.

use std::collections::BTreeSet;

use super::image::{Colour, Pixels, jpeg, total};

/// The most ink, as a sum of four parts of 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limit(u32);

impl Limit {
    /// From per cent of the four plates together.
    pub(super) fn of_percent(percent: f64) -> Self {
        Self((percent.clamp(0.0, 400.0) * 2.55).floor() as u32)
    }

    /// Less by so many of 255.
    fn less(self, by: u32) -> Self {
        Self(self.0.saturating_sub(by))
    }

    /// Lessens the inks of a pixel to the limit, if they are more.
    pub(super) fn keep(self, pixel: &mut [u8]) {
        let sum = total(pixel);
        let [inks @ .., black] = pixel else { return };
        if sum <= self.0 {
            return;
        }
        let colours = sum - u32::from(*black);
        let left = self.0.saturating_sub(u32::from(*black));
        for ink in inks {
            *ink = (u32::from(*ink) * left / colours.max(1)) as u8;
        }
        *black = u32::from(*black).min(self.0) as u8;
    }
}

/// Decoders may differ by one step in each ink.
const ROUNDING: u32 = 4;
/// So often blocks that came out too dark are tried again; each time they lose what they had too much and a little more.
const MOST_TRIES: usize = 12;
/// JPEG works on squares of so many pixels a side.
const BLOCK: usize = 8;

/// Encodes a picture in four inks as a JPEG whose pixels keep the limit when they are decoded again. JPEG moves each of them a little; blocks
/// that came out above the limit are made lighter until they do not. None when that does not settle.
pub(super) fn within(pixels: &Pixels, quality: u8, limit: Limit) -> Option<Vec<u8>> {
    debug_assert_eq!(pixels.colour, Colour::Cmyk);
    let wanted = limit.less(ROUNDING);
    let mut kept = pixels.clone();
    kept.samples
        .chunks_exact_mut(4)
        .for_each(|pixel| wanted.keep(pixel));
    let encoded = jpeg::encode(&kept, quality)?;
    let blocks = dark_blocks(&jpeg::reread(&encoded)?, kept.width as usize, wanted);
    if blocks.is_empty() {
        return Some(encoded);
    }
    settle(&mut kept, &blocks, quality, wanted)?;
    let encoded = jpeg::encode(&kept, quality)?;
    let decoded = jpeg::reread(&encoded)?;
    dark_blocks(&decoded, kept.width as usize, wanted)
        .is_empty()
        .then_some(encoded)
}

/// The top left corners of blocks that hold a pixel above the limit, row by row.
fn dark_blocks(samples: &[u8], width: usize, limit: Limit) -> Vec<(usize, usize)> {
    let mut found = BTreeSet::new();
    for (at, pixel) in samples.chunks_exact(4).enumerate() {
        if total(pixel) > limit.0 {
            found.insert((at / width / BLOCK * BLOCK, at % width / BLOCK * BLOCK));
        }
    }
    found.into_iter().collect()
}

/// Makes blocks lighter until they keep the limit as a JPEG. Blocks do not know each other, so they are tried by themselves, one below the
/// other, and not with the millions that are good.
fn settle(pixels: &mut Pixels, blocks: &[(usize, usize)], quality: u8, wanted: Limit) -> Option<()> {
    let mut waiting: Vec<(usize, usize)> = blocks.to_vec();
    let mut limits = vec![wanted; blocks.len()];
    for _ in 0..MOST_TRIES {
        // A picture is no higher than a JPEG can be.
        for (blocks, limits) in waiting.chunks(MOST_BLOCKS).zip(limits.chunks_mut(MOST_BLOCKS)) {
            try_blocks(pixels, blocks, limits, quality, wanted)?;
        }
        let still = waiting
            .iter()
            .zip(&limits)
            .filter(|(_, limit)| **limit != Limit(u32::MAX));
        (waiting, limits) = still.map(|(block, limit)| (*block, *limit)).unzip();
        if waiting.is_empty() {
            return Some(());
        }
    }
    None
}

/// So many blocks are as high as a JPEG can be.
const MOST_BLOCKS: usize = 65_535 / BLOCK;

/// Keeps the limits of blocks and encodes these; each that then still has too much gets a lower limit, each that is good none at all.
fn try_blocks(
    pixels: &mut Pixels,
    blocks: &[(usize, usize)],
    limits: &mut [Limit],
    quality: u8,
    wanted: Limit,
) -> Option<()> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let mut strip = Vec::with_capacity(blocks.len() * BLOCK * BLOCK * 4);
    for ((top, left), limit) in blocks.iter().zip(&*limits) {
        for row in *top..top + BLOCK {
            for column in *left..left + BLOCK {
                // At the edges the last pixels are repeated, as the encoder does.
                let at = (row.min(height - 1) * width + column.min(width - 1)) * 4;
                let pixel = &mut pixels.samples[at..at + 4];
                limit.keep(pixel);
                strip.extend_from_slice(pixel);
            }
        }
    }
    let rows = (blocks.len() * BLOCK) as u32;
    let strip = Pixels::solid(BLOCK as u32, rows, Colour::Cmyk, strip);
    let decoded = jpeg::reread(&jpeg::encode(&strip, quality)?)?;
    for (block, limit) in decoded.chunks_exact(BLOCK * BLOCK * 4).zip(limits) {
        let most = block.chunks_exact(4).map(total).max().unwrap_or_default();
        *limit = match most.saturating_sub(wanted.0) {
            0 => Limit(u32::MAX),
            over => limit.less(over + 1),
        };
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_stays_and_the_colours_keep_their_proportion() {
        let limit = Limit::of_percent(300.0);
        let mut dark = [255, 200, 100, 255];
        limit.keep(&mut dark);
        assert_eq!(dark, [234, 183, 91, 255]);
        assert!(total(&dark) <= 765);
        let mut light = [10, 20, 30, 40];
        limit.keep(&mut light);
        assert_eq!(light, [10, 20, 30, 40]);
    }

    #[test]
    fn a_jpeg_keeps_the_limit_even_where_every_pixel_differs_from_its_neighbours() {
        let (width, height) = (61_u32, 35_u32);
        let samples: Vec<u8> = (0..width * height * 4)
            .map(|at| (at * at * 31 % 256) as u8)
            .collect();
        let pixels = Pixels::solid(width, height, Colour::Cmyk, samples);
        let limit = Limit::of_percent(240.0);
        let encoded = within(&pixels, 95, limit).expect("it settles");
        let most = jpeg::reread(&encoded).unwrap().chunks_exact(4).map(total).max();
        assert!(most.unwrap() <= limit.0, "{most:?}");
    }
}
