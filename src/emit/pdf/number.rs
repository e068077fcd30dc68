//! Numbers as PDF writes them. All of them are whole ten-thousandths (of a point, of full ink), so that no float is
//! formatted and the same length always gives the same digits. A ten-thousandth of a point is 35 nm.

use crate::geom::Length;

/// A length in ten-thousandths of a point, rounded to the nearest, halves away from zero.
pub(super) fn ten_thousandths(length: Length) -> i64 {
    length.ratio(10_000, 65_536).units()
}

/// A length in points, for pdf-writer's own objects; the same rounding.
pub(super) fn points(length: Length) -> f32 {
    (ten_thousandths(length) as f64 / 10_000.0) as f32
}

/// Appends so many ten-thousandths as a PDF number, without needless digits.
pub(super) fn push(out: &mut Vec<u8>, value: i64) {
    if value < 0 {
        out.push(b'-');
    }
    let value = value.unsigned_abs();
    out.extend_from_slice((value / 10_000).to_string().as_bytes());
    let mut rest = value % 10_000;
    if rest != 0 {
        out.push(b'.');
        let mut place = 1000;
        while rest != 0 {
            out.push(b'0' + (rest / place) as u8);
            rest %= place;
            place /= 10;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_needless_digits() {
        for (value, text) in [
            (0, "0"),
            (10_000, "1"),
            (-5_000, "-0.5"),
            (1, "0.0001"),
            (-123_400, "-12.34"),
            (8_418_898, "841.8898"),
            (10_010, "1.001"),
        ] {
            let mut out = Vec::new();
            push(&mut out, value);
            assert_eq!(String::from_utf8_lossy(&out), text);
        }
    }

    #[test]
    fn a_millimetre_rounds_to_the_nearest_ten_thousandth() {
        assert_eq!(ten_thousandths(Length::mm(297)), 8_418_898);
        assert_eq!(ten_thousandths(-Length::mm(297)), -8_418_898);
        assert!((points(Length::mm(297)) - 841.8898).abs() < 1e-4);
    }
}
