//! Colours as people see them, under the light that profiles agree on (ICC.1:2022, 6.3): XYZ and L*a*b* of D50.

/// Parts of red, green and blue light that the eye answers to; paper is [`WHITE`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Xyz(pub(super) [f64; 3]);

/// Lightness from 0 to 100, and two axes of hue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lab(pub(super) [f64; 3]);

/// D50 (ICC.1:2022, 6.3.4.3).
pub(super) const WHITE: Xyz = Xyz([0.9642, 1.0, 0.8249]);

/// Below this the scale of lightness is straight (ISO/CIE 11664-4).
const STRAIGHT: f64 = 6.0 / 29.0;

/// L*a*b* of a colour.
pub(super) fn to_lab(Xyz(xyz): Xyz) -> Lab {
    let share = |axis: usize| {
        let part = xyz[axis] / WHITE.0[axis];
        if part > STRAIGHT * STRAIGHT * STRAIGHT {
            cube_root(part)
        } else {
            part / (3.0 * STRAIGHT * STRAIGHT) + 4.0 / 29.0
        }
    };
    let [x, y, z] = [share(0), share(1), share(2)];
    Lab([116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)])
}

/// XYZ of a colour.
pub(super) fn to_xyz(Lab([l, a, b]): Lab) -> Xyz {
    let y = (l + 16.0) / 116.0;
    let part = |value: f64| {
        if value > STRAIGHT {
            value * value * value
        } else {
            3.0 * STRAIGHT * STRAIGHT * (value - 4.0 / 29.0)
        }
    };
    let parts = [part(y + a / 500.0), part(y), part(y - b / 200.0)];
    Xyz([0, 1, 2].map(|axis| parts[axis] * WHITE.0[axis]))
}

/// The cube root of a number between 0.008 and 8, by Newton's rule: that of the standard library differs from machine to machine.
fn cube_root(value: f64) -> f64 {
    let mut root = 0.5 + value * 0.5;
    for _ in 0..12 {
        root -= (root * root * root - value) / (3.0 * root * root);
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_there_and_back_ends_where_it_began() {
        for colour in [
            [0.0, 0.0, 0.0],
            [5.0, 1.0, -3.0],
            [50.0, 60.0, -70.0],
            [100.0, 0.0, 0.0],
        ] {
            let back = to_lab(to_xyz(Lab(colour))).0;
            let near = back.iter().zip(colour).all(|(one, two)| (one - two).abs() < 1e-9);
            assert!(near, "{colour:?} came back as {back:?}");
        }
        assert!((to_lab(WHITE).0[0] - 100.0).abs() < 1e-12);
    }
}
