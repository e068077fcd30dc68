//! Averages over every square of a size.

/// The square that has the most of something on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Square {
    /// How much, added up.
    pub(super) sum: f64,
    /// Its upper left pixel.
    pub(super) x: usize,
    pub(super) y: usize,
    /// Pixels across and down; less than asked where there are no more.
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Finds the square of `side` pixels on which most lies, the first of several that are alike; all there is when that is smaller.
pub(super) fn fullest(values: &[f32], width: usize, height: usize, side: usize) -> Square {
    let (across, down) = (side.min(width), side.min(height));
    let mut fullest = Square {
        sum: 0.0,
        x: 0,
        y: 0,
        width: across,
        height: down,
    };
    if across == 0 || down == 0 {
        return fullest;
    }
    // The sums of columns as high as the square, moved down row by row.
    let mut columns = vec![0.0_f64; width];
    for (row, line) in values.chunks(width).take(height).enumerate() {
        for (sum, value) in columns.iter_mut().zip(line) {
            *sum += f64::from(*value);
        }
        if row >= down {
            let gone = values.iter().skip((row - down) * width);
            for (sum, value) in columns.iter_mut().zip(gone) {
                *sum -= f64::from(*value);
            }
        }
        if row + 1 >= down {
            let (sum, x) = widest(&columns, across);
            // What adding up loses is no reason to move.
            if sum > fullest.sum + 1e-6 {
                (fullest.sum, fullest.x, fullest.y) = (sum, x, row + 1 - down);
            }
        }
    }
    fullest
}

/// The largest sum of so many columns side by side, and where they begin.
fn widest(columns: &[f64], across: usize) -> (f64, usize) {
    let mut sum: f64 = columns.iter().take(across).sum();
    let mut widest = (sum, 0);
    for (begin, (gone, come)) in columns.iter().zip(columns.iter().skip(across)).enumerate() {
        sum += come - gone;
        if sum > widest.0 + 1e-6 {
            widest = (sum, begin + 1);
        }
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_square_that_has_most_is_found_wherever_it_lies() {
        let mut values = vec![0.0; 100];
        for (x, y) in [(6, 7), (7, 7), (6, 8), (7, 8)] {
            values[y * 10 + x] = 2.0;
        }
        let small = fullest(&values, 10, 10, 2);
        assert!((small.sum - 8.0).abs() < 1e-6);
        assert_eq!((small.x, small.y, small.width, small.height), (6, 7, 2, 2));
        let large = fullest(&values, 10, 10, 4);
        assert!((large.sum - 8.0).abs() < 1e-6);
        assert_eq!((large.x, large.y), (4, 5));
    }

    #[test]
    fn a_square_larger_than_the_page_is_the_page() {
        let square = fullest(&[1.0, 3.0], 2, 1, 50);
        assert!((square.sum - 4.0).abs() < 1e-6);
        assert_eq!((square.width, square.height), (2, 1));
        assert!(fullest(&[], 0, 0, 5).sum.abs() < 1e-6);
    }
}
