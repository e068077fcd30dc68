//! Averages over every square of a size.

/// The highest average over any square of `side` pixels; over all there is when that is smaller.
pub(super) fn highest_average(values: &[f32], width: usize, height: usize, side: usize) -> f64 {
    if width == 0 || height == 0 {
        return 0.0;
    }
    let (across, down) = (side.clamp(1, width), side.clamp(1, height));
    let mut highest = 0.0_f64;
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
            highest = highest.max(widest(&columns, across));
        }
    }
    highest / (across * down) as f64
}

/// The largest sum of so many columns side by side.
fn widest(columns: &[f64], across: usize) -> f64 {
    let mut sum: f64 = columns.iter().take(across).sum();
    let mut highest = sum;
    for (gone, come) in columns.iter().zip(columns.iter().skip(across)) {
        sum += come - gone;
        highest = highest.max(sum);
    }
    highest
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
        assert!((highest_average(&values, 10, 10, 2) - 2.0).abs() < 1e-6);
        assert!((highest_average(&values, 10, 10, 4) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_square_larger_than_the_page_is_the_page() {
        assert!((highest_average(&[1.0, 3.0], 2, 1, 50) - 2.0).abs() < 1e-6);
        assert!(highest_average(&[], 0, 0, 5).abs() < 1e-6);
    }
}
