//! The predictors of PNG (ISO 32000-1, 7.4.4.4): a row says how it differs from what stands left of it or above it, which deflates to a
//! fraction of the size. Each row takes the one whose differences are smallest, as the PNG specification advises (12.8).

/// Rows of samples, each with the predictor it was taken through before it.
pub(super) fn predicted(samples: &[u8], width: usize, parts: usize) -> Vec<u8> {
    let length = width * parts;
    let mut out = Vec::with_capacity(samples.len() + samples.len() / length.max(1));
    let mut above = vec![0; length];
    let mut tried = vec![0; length];
    let mut best = vec![0; length];
    for row in samples.chunks_exact(length) {
        let mut least = u64::MAX;
        let mut kind = 0;
        for predictor in [0_u8, 1, 2, 4] {
            predict(predictor, row, &above, parts, &mut tried);
            let sum = tried
                .iter()
                .map(|byte| u64::from((*byte as i8).unsigned_abs()))
                .sum();
            if sum < least {
                (least, kind) = (sum, predictor);
                std::mem::swap(&mut best, &mut tried);
            }
        }
        out.push(kind);
        out.extend_from_slice(&best);
        above.copy_from_slice(row);
    }
    out
}

fn predict(predictor: u8, row: &[u8], above: &[u8], parts: usize, out: &mut [u8]) {
    for at in 0..row.len() {
        let left = if at >= parts { row[at - parts] } else { 0 };
        let up = above[at];
        let guess = match predictor {
            1 => left,
            2 => up,
            4 => {
                let corner = if at >= parts { above[at - parts] } else { 0 };
                paeth(left, up, corner)
            }
            _ => 0,
        };
        out[at] = row[at].wrapping_sub(guess);
    }
}

/// Of three neighbours the one nearest to where they point (PNG specification, 9.4).
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [l, u, c] = [left, up, corner].map(i16::from);
    let [by_left, by_up, by_corner] = [u - c, l - c, l + u - 2 * c].map(i16::abs);
    if by_left <= by_up && by_left <= by_corner {
        left
    } else if by_up <= by_corner {
        up
    } else {
        corner
    }
}
