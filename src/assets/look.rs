//! How four inks look, asked of a profile's own table, one colour at a time. A colour management system resamples such a table to
//! convert millions of pixels: that takes longer than all the rest of a build, and is less exact than what it is made from. A document
//! has a dozen colours, so each of them is looked up.

use std::array;

use moxcms::{ColorProfile, Hypercube, Lab, LutDataType, LutStore, LutType, Matrix3d, Vector3d};

/// The table of a profile from four inks to Lab (ICC.1:2022, 10.10 and 10.11), and from there to linear sRGB.
#[derive(Debug)]
pub(super) struct Look {
    inks: [Vec<f32>; 4],
    grid: Vec<f32>,
    grid_points: usize,
    lab: [Vec<f32>; 3],
    /// From what the table calls one to what Lab does: tables of 16 bits end a little above L* = 100.
    stretch: f32,
    to_linear: Matrix3d,
}

impl Look {
    /// The look of a table; none when it is not from four inks to three values, or shorter than it says.
    pub(super) fn new(table: &LutDataType) -> Option<Self> {
        let grid_points = usize::from(table.num_clut_grid_points);
        let grid = fractions(&table.clut_table);
        let is_whole = (table.num_input_channels, table.num_output_channels) == (4, 3)
            && grid_points >= 2
            && grid.len() == grid_points.pow(4) * 3;
        if !is_whole {
            return None;
        }
        Some(Self {
            inks: curves(&table.input_table, table.num_input_table_entries)?,
            grid,
            grid_points,
            lab: curves(&table.output_table, table.num_output_table_entries)?,
            stretch: match table.lut_type {
                LutType::Lut16 => 65535.0 / 65280.0,
                _ => 1.0,
            },
            to_linear: ColorProfile::new_srgb().rgb_to_xyz_matrix().inverse(),
        })
    }

    /// The look of so much of each ink, as linear sRGB; parts beyond what a screen shows lie outside of 0 to 1.
    pub(super) fn linear_srgb(&self, inks: [f32; 4]) -> Option<[f64; 3]> {
        Some(self.to_linear.mul_vector(Vector3d { v: self.xyz(inks)? }).v)
    }

    /// The look of so much of each ink, as XYZ relative to paper.
    pub(super) fn xyz(&self, inks: [f32; 4]) -> Option<[f64; 3]> {
        let grid = Hypercube::new(&self.grid, self.grid_points, 3).ok()?;
        let [c, m, y, k] = array::from_fn(|ink| along(&self.inks[ink], inks[ink]));
        let found = grid.quadlinear_vec3(c, m, y, k).v;
        let [l, a, b] = array::from_fn(|part| along(&self.lab[part], found[part]) * self.stretch);
        let seen = Lab::new(l, a, b).to_pcs_xyz();
        // The PCS holds XYZ in a number that ends just below 2 (ICC.1:2022, 6.3.4.2).
        let whole = 1.0 + 32767.0 / 32768.0;
        Some([seen.x, seen.y, seen.z].map(|part| f64::from(part) * whole))
    }
}

/// A table's numbers as fractions of the largest they could be.
fn fractions(store: &LutStore) -> Vec<f32> {
    match store {
        LutStore::Store8(bytes) => bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect(),
        LutStore::Store16(words) => words.iter().map(|word| f32::from(*word) / 65535.0).collect(),
    }
}

/// Curves of that many entries each; none when there are fewer.
fn curves<const COUNT: usize>(store: &LutStore, entries: u16) -> Option<[Vec<f32>; COUNT]> {
    let entries = usize::from(entries);
    let all = fractions(store);
    if entries < 2 || all.len() < entries * COUNT {
        return None;
    }
    Some(array::from_fn(|curve| {
        all[curve * entries..(curve + 1) * entries].to_vec()
    }))
}

/// The height of a curve there, on a straight line between its entries.
fn along(curve: &[f32], at: f32) -> f32 {
    let last = curve.len() - 1;
    let place = at.clamp(0.0, 1.0) * last as f32;
    let entry = (place as usize).min(last - 1);
    let (low, high) = (curve[entry], curve[entry + 1]);
    low + (high - low) * (place - entry as f32)
}
