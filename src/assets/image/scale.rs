//! Making pictures coarser: every new pixel is the mean of the area it covers, in whole numbers, so that the same comes out everywhere.
//! Nothing gets darker or lighter than it was, so no pixel lays down more ink than before.

use super::pixels::Pixels;

/// The picture in so many pixels, of which there are no more than before.
pub(super) fn down(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    let samples = planes(&pixels.samples, pixels, pixels.colour.parts(), width, height);
    let alpha = pixels
        .alpha
        .as_ref()
        .map(|alpha| planes(alpha, pixels, 1, width, height));
    Pixels {
        width,
        height,
        colour: pixels.colour,
        // Between black and white there is grey now.
        is_bitmap: false,
        samples,
        alpha,
    }
}

fn planes(samples: &[u8], from: &Pixels, parts: usize, width: u32, height: u32) -> Vec<u8> {
    let across = spans(from.width, width);
    let down = spans(from.height, height);
    let row_length = from.width as usize * parts;
    let mut scaled = Vec::with_capacity(width as usize * height as usize * parts);
    let mut sums = vec![0_u64; row_length];
    for rows in &down {
        sums.fill(0);
        for (row, weight) in rows.covered() {
            let row = &samples[row * row_length..(row + 1) * row_length];
            for (sum, sample) in sums.iter_mut().zip(row) {
                *sum += u64::from(*sample) * weight;
            }
        }
        for columns in &across {
            let area = rows.whole * columns.whole;
            for part in 0..parts {
                let sum: u64 = columns
                    .covered()
                    .map(|(column, weight)| sums[column * parts + part] * weight)
                    .sum();
                scaled.push(((sum + area / 2) / area) as u8);
            }
        }
    }
    scaled
}

/// What a new pixel covers of the old ones in one direction; each old one is `whole` long in total.
struct Span {
    first: usize,
    last: usize,
    /// How much of the first and of the last is covered, in parts of `part`.
    first_weight: u64,
    last_weight: u64,
    part: u64,
    whole: u64,
}

impl Span {
    fn covered(&self) -> impl Iterator<Item = (usize, u64)> + '_ {
        (self.first..=self.last).map(|at| {
            let weight = if at == self.first {
                self.first_weight
            } else if at == self.last {
                self.last_weight
            } else {
                self.part
            };
            (at, weight)
        })
    }
}

/// `old` pixels shared out among `new` ones: old ones are `new` long, new ones `old`, so that all borders are whole numbers.
fn spans(old: u32, new: u32) -> Vec<Span> {
    let (old, new) = (u64::from(old), u64::from(new));
    (0..new)
        .map(|at| {
            let (from, to) = (at * old, (at + 1) * old);
            let (first, last) = (from / new, (to - 1) / new);
            let first_end = ((first + 1) * new).min(to);
            Span {
                first: first as usize,
                last: last as usize,
                first_weight: first_end - from,
                last_weight: to - last * new,
                part: new,
                whole: old,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Colour;
    use super::*;

    fn grey(width: u32, height: u32, samples: &[u8]) -> Pixels {
        Pixels::solid(width, height, Colour::Grey, samples.to_vec())
    }

    #[test]
    fn a_pixel_is_the_mean_of_what_it_covers() {
        let picture = grey(3, 2, &[0, 100, 200, 0, 100, 200]);
        // Each new one covers one and a half of the old ones.
        assert_eq!(down(&picture, 2, 1).samples, [33, 167]);
        assert_eq!(down(&picture, 1, 1).samples, [100]);
        assert_eq!(down(&picture, 3, 2).samples, picture.samples);
    }

    #[test]
    fn nothing_gets_darker_or_lighter_than_it_was() {
        let samples: Vec<u8> = (0..97_u32 * 13).map(|at| (at * 7919 % 200 + 20) as u8).collect();
        let picture = grey(97, 13, &samples);
        for (width, height) in [(96, 12), (50, 7), (7, 3), (1, 13)] {
            let scaled = down(&picture, width, height);
            assert_eq!(scaled.samples.len(), (width * height) as usize);
            assert!(scaled.samples.iter().all(|sample| (20..220).contains(sample)));
        }
    }
}
