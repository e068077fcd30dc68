//! How close the dots of a network stand, from place to place: a slope between four corners, and a swell upon it that
//! gives the picture its rhythm of crowd and calm. Dots spread at one even distance look like wallpaper.

use super::plane::{Block, Spot};
use super::random::mixed;

/// Dots to the area at the four corners of a network's area, in per cent: at 100 neighbouring rims keep the network's
/// spacing, at 25 twice as much. None and less is empty, so that a negative corner moves the edge of the network inwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Density {
    /// At the head, left.
    pub top_left: i32,
    /// At the head, right.
    pub top_right: i32,
    /// At the foot, left.
    pub bottom_left: i32,
    /// At the foot, right.
    pub bottom_right: i32,
    /// How far chance lifts and lowers the slope, in per cent of it.
    pub swell: i32,
}

impl Density {
    /// The same everywhere.
    #[must_use]
    pub const fn even(percent: i32) -> Self {
        Self {
            top_left: percent,
            top_right: percent,
            bottom_left: percent,
            bottom_right: percent,
            swell: 0,
        }
    }
}

/// A density laid over an area.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relief {
    pub(super) density: Density,
    pub(super) block: Block,
    /// The width of a crowd or a calm, in steps.
    pub(super) wave: i64,
    pub(super) seed: u64,
}

/// Corners beyond this many per cent say no more; it keeps the sums below within 64 bits.
const MOST: i64 = 10_000;

impl Relief {
    /// The density at a place, in per cent; none and less is empty.
    pub(super) fn at(&self, spot: Spot) -> i64 {
        let across = thousandths(spot.x, self.block.left, self.block.right);
        let down = thousandths(spot.y, self.block.top, self.block.bottom);
        let corner = |percent: i32| i64::from(percent).clamp(-MOST, MOST) * 1000;
        let Density {
            top_left,
            top_right,
            bottom_left,
            bottom_right,
            swell,
        } = self.density;
        let top = blend(corner(top_left), corner(top_right), across);
        let bottom = blend(corner(bottom_left), corner(bottom_right), across);
        let slope = blend(top, bottom, down);
        let swell = i64::from(swell).clamp(0, 100);
        slope * (100_000 + swell * (2 * self.noise(spot) - 1000)) / 100_000 / 1000
    }

    /// Smooth chance, 0 to 1000: numbers on a lattice, eased from one to the next.
    fn noise(&self, spot: Spot) -> i64 {
        let wave = self.wave.max(1);
        let (column, row) = (spot.x.div_euclid(wave), spot.y.div_euclid(wave));
        let knot = |column: i64, row: i64| {
            let place = mixed(column as u64).wrapping_add(mixed(mixed(row as u64) ^ self.seed));
            (mixed(place) % 1001) as i64
        };
        let across = eased(spot.x.rem_euclid(wave) * 1000 / wave);
        let down = eased(spot.y.rem_euclid(wave) * 1000 / wave);
        let top = blend(knot(column, row), knot(column + 1, row), across);
        let bottom = blend(knot(column, row + 1), knot(column + 1, row + 1), across);
        blend(top, bottom, down)
    }
}

/// How far `place` lies between two edges, in thousandths, held between them.
fn thousandths(place: i64, from: i64, to: i64) -> i64 {
    if to <= from {
        500
    } else {
        ((place - from) * 1000 / (to - from)).clamp(0, 1000)
    }
}

/// `from` and `to` mixed, by thousandths.
const fn blend(from: i64, to: i64, thousandths: i64) -> i64 {
    (from * (1000 - thousandths) + to * thousandths) / 1000
}

/// Smoothstep, in thousandths: no crease where one wave meets the next.
const fn eased(thousandths: i64) -> i64 {
    thousandths * thousandths * (3000 - 2 * thousandths) / 1_000_000
}
