//! The tables of ICC profiles (ICC.1:2022, 10.10 to 10.13): curves, a grid of colours, and curves again. Asked for one colour at a time, with
//! the arithmetic that every machine has; a colour management system resamples such a table, which is quicker for millions of pixels and
//! less exact. [`super::cube`] does that for pictures.

use moxcms::{
    DataColorSpace, LutDataType, LutMultidimensionalType, LutStore, LutType, LutWarehouse, ToneReprCurve,
};

use super::lab::Xyz;
use super::{lab, lab::Lab};

/// A table from three values to as many as it has: RGB to the profile's connection space, or from that to inks.
#[derive(Debug, PartialEq)]
pub(super) struct Table {
    first: [Vec<f32>; 3],
    grid: Vec<f32>,
    points: [usize; 3],
    outputs: usize,
    last: Vec<Vec<f32>>,
    space: Space,
}

/// How a table writes the colours of its connection space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    /// L*a*b* whose numbers of 16 bits end a little above L* = 100 (ICC.1:2022, 10.10).
    LabOf16,
    /// L*a*b* whose largest number is L* = 100.
    Lab,
    /// XYZ that ends just below 2 (ICC.1:2022, 6.3.4.2).
    Xyz,
}

/// A curve given by a formula is read off at so many places.
const READ_OFF: usize = 1025;

impl Table {
    /// A profile's table from or to `space`; none when it is not of three values to `outputs`, or shorter than it says.
    pub(super) fn new(table: &LutWarehouse, space: DataColorSpace, outputs: usize) -> Option<Self> {
        let space = match (space, table) {
            (DataColorSpace::Xyz, _) => Space::Xyz,
            (DataColorSpace::Lab, LutWarehouse::Lut(table)) if table.lut_type == LutType::Lut16 => {
                Space::LabOf16
            }
            (DataColorSpace::Lab, _) => Space::Lab,
            _ => return None,
        };
        match table {
            LutWarehouse::Lut(table) => Self::of_lut(table, space, outputs),
            LutWarehouse::Multidimensional(table) => Self::of_curves(table, space, outputs),
        }
    }

    fn of_lut(table: &LutDataType, space: Space, outputs: usize) -> Option<Self> {
        let points = usize::from(table.num_clut_grid_points);
        let kinds = (
            usize::from(table.num_input_channels),
            usize::from(table.num_output_channels),
        );
        let first = curves(&table.input_table, table.num_input_table_entries, 3)?;
        Self {
            first: first.try_into().ok()?,
            grid: fractions(&table.clut_table),
            points: [points; 3],
            outputs,
            last: curves(&table.output_table, table.num_output_table_entries, outputs)?,
            space,
        }
        .checked(kinds)
    }

    /// A table of version 4. Matrices in them are seldom, and none is between L*a*b* and inks.
    fn of_curves(table: &LutMultidimensionalType, space: Space, outputs: usize) -> Option<Self> {
        let kinds = (
            usize::from(table.num_input_channels),
            usize::from(table.num_output_channels),
        );
        if !table.m_curves.is_empty() {
            return None;
        }
        // Towards the device, B stands before the grid and A behind it; towards the connection space it is the other way round.
        let (before, behind) = if table.b_curves.len() == 3 && table.a_curves.len() == outputs && outputs != 3
        {
            (&table.b_curves, &table.a_curves)
        } else {
            (&table.a_curves, &table.b_curves)
        };
        let before: Option<Vec<_>> = before.iter().map(read_off).collect();
        let behind: Option<Vec<_>> = behind.iter().map(read_off).collect();
        Self {
            first: before?.try_into().ok()?,
            grid: fractions(table.clut.as_ref()?),
            points: [0, 1, 2].map(|axis| usize::from(table.grid_points[axis])),
            outputs,
            last: behind?,
            space,
        }
        .checked(kinds)
    }

    fn checked(self, kinds: (usize, usize)) -> Option<Self> {
        let is_whole = kinds == (3, self.outputs)
            && self.last.len() == self.outputs
            && self.points.iter().all(|points| *points >= 2)
            && self.grid.len() == self.points.iter().product::<usize>() * self.outputs;
        is_whole.then_some(self)
    }

    /// The values there, from 0 to 1.
    fn at(&self, place: [f64; 3], weights: impl Fn([f64; 3]) -> Vec<([usize; 3], f64)>) -> Vec<f64> {
        let mut cell = [0; 3];
        let mut within = [0.0; 3];
        for axis in 0..3 {
            let at = along(&self.first[axis], place[axis]).clamp(0.0, 1.0) * (self.points[axis] - 1) as f64;
            cell[axis] = (at as usize).min(self.points[axis] - 2);
            within[axis] = at - cell[axis] as f64;
        }
        let mut found = vec![0.0; self.outputs];
        for (corner, weight) in weights(within) {
            let [x, y, z] = [0, 1, 2].map(|axis| cell[axis] + corner[axis]);
            let start = ((x * self.points[1] + y) * self.points[2] + z) * self.outputs;
            let node = &self.grid[start..start + self.outputs];
            for (sum, value) in found.iter_mut().zip(node) {
                *sum += weight * f64::from(*value);
            }
        }
        found
            .into_iter()
            .zip(&self.last)
            .map(|(value, curve)| along(curve, value))
            .collect()
    }

    /// The inks that give a colour.
    pub(super) fn inks(&self, colour: Lab) -> Option<[f64; 4]> {
        let place = match self.space {
            Space::Lab => encoded(colour),
            Space::LabOf16 => encoded(colour).map(|part| part * (65280.0 / 65535.0)),
            Space::Xyz => lab::to_xyz(colour).0.map(|part| part / XYZ_END),
        };
        self.at(place, by_edges).try_into().ok()
    }

    /// The colour that values of a device look like.
    pub(super) fn colour(&self, device: [f64; 3]) -> Option<Xyz> {
        let found: [f64; 3] = self.at(device, by_tetrahedra).try_into().ok()?;
        Some(match self.space {
            Space::Lab => lab::to_xyz(decoded(found)),
            Space::LabOf16 => lab::to_xyz(decoded(found.map(|part| part * (65535.0 / 65280.0)))),
            Space::Xyz => Xyz(found.map(|part| part * XYZ_END)),
        })
    }
}

/// The weights of the eight corners of a cell, each edge by itself: in L*a*b* lightness and the two hues have nothing to do with each other.
fn by_edges(within: [f64; 3]) -> Vec<([usize; 3], f64)> {
    let corner = |number: usize| {
        let corner = [number >> 2 & 1, number >> 1 & 1, number & 1];
        let share = |axis: usize| {
            if corner[axis] == 1 {
                within[axis]
            } else {
                1.0 - within[axis]
            }
        };
        (corner, share(0) * share(1) * share(2))
    };
    (0..8).map(corner).collect()
}

/// The weights of the corners of a tetrahedron: of RGB, greys lie on the way from one corner of a cell to the opposite one.
fn by_tetrahedra(within: [f64; 3]) -> Vec<([usize; 3], f64)> {
    let mut order = [0, 1, 2];
    order.sort_by(|one, two| within[*two].total_cmp(&within[*one]));
    let mut corner = [0; 3];
    let mut weights = vec![(corner, 1.0 - within[order[0]])];
    for (step, axis) in order.into_iter().enumerate() {
        corner[axis] = 1;
        let next = order.get(step + 1).map_or(0.0, |next| within[*next]);
        weights.push((corner, within[axis] - next));
    }
    weights
}

/// The largest number of XYZ that a profile can write.
const XYZ_END: f64 = 1.0 + 32767.0 / 32768.0;

fn encoded(Lab([l, a, b]): Lab) -> [f64; 3] {
    [l / 100.0, (a + 128.0) / 255.0, (b + 128.0) / 255.0]
}

fn decoded([l, a, b]: [f64; 3]) -> Lab {
    Lab([l * 100.0, a * 255.0 - 128.0, b * 255.0 - 128.0])
}

/// A table's numbers as fractions of the largest they could be.
pub(super) fn fractions(store: &LutStore) -> Vec<f32> {
    match store {
        LutStore::Store8(bytes) => bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect(),
        LutStore::Store16(words) => words.iter().map(|word| f32::from(*word) / 65535.0).collect(),
    }
}

/// So many curves of that many entries each; none when there are fewer.
fn curves(store: &LutStore, entries: u16, count: usize) -> Option<Vec<Vec<f32>>> {
    let entries = usize::from(entries);
    let all = fractions(store);
    let is_whole = entries >= 2 && all.len() >= entries * count;
    is_whole.then(|| all.chunks(entries).take(count).map(<[f32]>::to_vec).collect())
}

/// A curve as entries to look up.
pub(super) fn read_off(curve: &ToneReprCurve) -> Option<Vec<f32>> {
    match curve {
        ToneReprCurve::Lut(entries) if entries.len() >= 2 => {
            Some(entries.iter().map(|entry| f32::from(*entry) / 65535.0).collect())
        }
        _ => {
            let evaluator = curve.make_linear_evaluator().ok()?;
            let places = (0..READ_OFF).map(|entry| entry as f32 / (READ_OFF - 1) as f32);
            Some(places.map(|place| evaluator.evaluate_value(place)).collect())
        }
    }
}

/// The height of a curve there, on a straight line between its entries.
pub(super) fn along(curve: &[f32], at: f64) -> f64 {
    let last = curve.len() - 1;
    let place = at.clamp(0.0, 1.0) * last as f64;
    let entry = (place as usize).min(last - 1);
    let (low, high) = (f64::from(curve[entry]), f64::from(curve[entry + 1]));
    low + (high - low) * (place - entry as f64)
}
