//! Colours of millions of pixels: a conversion is worked out once for the points of a grid, and between them in whole numbers, so that every
//! machine gives the same. With 33 points to an axis no ink is off by more than rounding from where the conversion itself would put it.

use std::array;

/// Points on each axis from three parts.
const POINTS_OF_3: usize = 33;
/// Points on each axis from four parts.
const POINTS_OF_4: usize = 17;
/// The parts of a pixel are so many steps.
const STEPS: usize = 255;

/// A conversion of three parts of a pixel to `N` others.
pub(super) struct Cube<const N: usize> {
    nodes: Vec<[u16; N]>,
}

/// A conversion of four parts of a pixel to `N` others.
pub(super) struct Tesseract<const N: usize> {
    layers: Vec<Cube<N>>,
}

impl<const N: usize> Cube<N> {
    /// The grid of a conversion whose parts are all from 0 to 1.
    pub(super) fn of(convert: impl Fn([f64; 3]) -> [f64; N]) -> Self {
        Self::with_points(POINTS_OF_3, convert)
    }

    fn with_points(points: usize, convert: impl Fn([f64; 3]) -> [f64; N]) -> Self {
        let place = |at: usize| at as f64 / (points - 1) as f64;
        let mut nodes = Vec::with_capacity(points.pow(3));
        for x in 0..points {
            for y in 0..points {
                for z in 0..points {
                    let found = convert([place(x), place(y), place(z)]);
                    nodes.push(found.map(|part| (part.clamp(0.0, 1.0) * 65535.0).round() as u16));
                }
            }
        }
        Self { nodes }
    }

    /// The pixel that a pixel becomes.
    pub(super) fn at(&self, pixel: [u8; 3]) -> [u8; N] {
        let sums = self.sums(pixel, POINTS_OF_3);
        const WHOLE: u64 = (STEPS * 257) as u64;
        sums.map(|sum| ((sum + WHOLE / 2) / WHOLE) as u8)
    }

    /// What it becomes in parts of 255 * 65535.
    fn sums(&self, pixel: [u8; 3], points: usize) -> [u64; N] {
        let (cell, within) = split(pixel, points);
        let step = [points * points, points, 1];
        let mut at = (cell[0] * points + cell[1]) * points + cell[2];
        // The axes from the farthest to the nearest: the way from corner to corner of a tetrahedron.
        let mut order = [0, 1, 2];
        if within[order[0]] < within[order[1]] {
            order.swap(0, 1);
        }
        if within[order[1]] < within[order[2]] {
            order.swap(1, 2);
        }
        if within[order[0]] < within[order[1]] {
            order.swap(0, 1);
        }
        let mut sums = [0_u64; N];
        let mut add = |at: usize, weight: usize| {
            for (sum, value) in sums.iter_mut().zip(self.nodes[at]) {
                *sum += u64::from(value) * weight as u64;
            }
        };
        add(at, STEPS - within[order[0]]);
        for (number, axis) in order.into_iter().enumerate() {
            if within[axis] == 0 {
                break;
            }
            at += step[axis];
            let next = order.get(number + 1).map_or(0, |next| within[*next]);
            add(at, within[axis] - next);
        }
        sums
    }
}

impl<const N: usize> Tesseract<N> {
    /// The grid of a conversion whose parts are all from 0 to 1.
    pub(super) fn of(convert: impl Fn([f64; 4]) -> [f64; N]) -> Self {
        let layer = |at: usize| {
            let last = at as f64 / (POINTS_OF_4 - 1) as f64;
            Cube::with_points(POINTS_OF_4, |[x, y, z]| convert([x, y, z, last]))
        };
        Self {
            layers: (0..POINTS_OF_4).map(layer).collect(),
        }
    }

    /// The pixel that a pixel becomes.
    pub(super) fn at(&self, [x, y, z, last]: [u8; 4]) -> [u8; N] {
        let (cell, within) = split([last], POINTS_OF_4);
        let (layer, within) = (cell[0], within[0] as u64);
        let low = self.layers[layer].sums([x, y, z], POINTS_OF_4);
        let high = match self.layers.get(layer + 1) {
            Some(next) if within > 0 => next.sums([x, y, z], POINTS_OF_4),
            _ => low,
        };
        const WHOLE: u64 = (STEPS * STEPS * 257) as u64;
        array::from_fn(|part| {
            let sum = low[part] * (STEPS as u64 - within) + high[part] * within;
            ((sum + WHOLE / 2) / WHOLE) as u8
        })
    }
}

/// The cell of the grid that parts lie in, and how far within it, in steps of 255.
fn split<const M: usize>(parts: [u8; M], points: usize) -> ([usize; M], [usize; M]) {
    let scaled = parts.map(|part| usize::from(part) * (points - 1));
    (scaled.map(|at| at / STEPS), scaled.map(|at| at % STEPS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_straight_stays_straight_everywhere() {
        let cube = Cube::of(|[x, y, z]| [z, y, x, (x + y + z) / 3.0]);
        let grid = Tesseract::of(|[c, m, y, k]| [k, y, (c + m) / 2.0]);
        for x in (0..=255).step_by(5) {
            for y in (0..=255).step_by(17) {
                for z in [0, 1, 100, 254, 255] {
                    let mean = (f64::from(x) + f64::from(y) + f64::from(z)) / 3.0;
                    assert_eq!(cube.at([x, y, z])[..3], [z, y, x]);
                    assert!((f64::from(cube.at([x, y, z])[3]) - mean).abs() <= 0.51);
                    assert_eq!(grid.at([x, x, y, z]), [z, y, x]);
                }
            }
        }
    }
}
