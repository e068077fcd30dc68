//! What the numbers of an RGB picture look like: through the profile that was embedded in it, else as sRGB.

use moxcms::{ColorProfile, DataColorSpace, LutWarehouse};

use super::lab::Xyz;
use super::table::{Table, along, read_off};

/// From RGB to colours that people see.
#[derive(Debug, PartialEq)]
pub(super) struct Source(Way);

#[derive(Debug, PartialEq)]
enum Way {
    /// A curve for each part, and the colours of the three lights (ICC.1:2022, 8.3.3).
    Lights([Vec<f32>; 3], [[f64; 3]; 3]),
    /// A table.
    Table(Table),
}

impl Source {
    /// sRGB (IEC 61966-2-1).
    pub(super) fn srgb() -> Option<Self> {
        Self::of(&ColorProfile::new_srgb())
    }

    /// The way through an RGB profile; none when it is of something else or does not say how its colours look.
    pub(super) fn of(profile: &ColorProfile) -> Option<Self> {
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let table = |table: &Option<LutWarehouse>| Table::new(table.as_ref()?, profile.pcs, 3);
        table(&profile.lut_a_to_b_colorimetric)
            .or_else(|| table(&profile.lut_a_to_b_perceptual))
            .map(Way::Table)
            .or_else(|| lights(profile))
            .map(Self)
    }

    /// The colour that a pixel looks like; parts are from 0 to 1.
    pub(super) fn colour(&self, rgb: [f64; 3]) -> Option<Xyz> {
        match &self.0 {
            Way::Table(table) => table.colour(rgb),
            Way::Lights(curves, lights) => {
                let linear = [0, 1, 2].map(|part| along(&curves[part], rgb[part]));
                Some(Xyz(lights.map(|row| {
                    row.iter().zip(linear).map(|(light, part)| light * part).sum()
                })))
            }
        }
    }
}

fn lights(profile: &ColorProfile) -> Option<Way> {
    if !profile.is_matrix_shaper() {
        return None;
    }
    let curve = |curve: &Option<_>| read_off(curve.as_ref()?);
    let curves = [
        curve(&profile.red_trc)?,
        curve(&profile.green_trc)?,
        curve(&profile.blue_trc)?,
    ];
    let lights = profile.rgb_to_xyz_matrix().v;
    // Anybody can write a profile; numbers beyond these are no lights.
    let is_sound = lights.as_flattened().iter().all(|part| part.abs() < 4.0)
        && curves.iter().flatten().all(|entry| entry.is_finite());
    is_sound.then_some(Way::Lights(curves, lights))
}
