//! From what is seen to inks: which inks a press has to lay down so that a colour looks as it should, or as near to it as it can. Two intents
//! of ICC.1:2022, 6.1.11: relative colorimetric with black-point compensation (ISO 18619), and perceptual.

use moxcms::{ColorProfile, DataColorSpace, LutWarehouse};

use super::icc::{IccProfile, Rgb};
use super::lab::{Lab, WHITE, Xyz, to_lab, to_xyz};
use super::source::Source;
use super::table::Table;
use crate::color::{Cmyk, Part};

/// How colours that the press cannot print are replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// By the nearest printable ones, after darkness was fitted to what the inks can do; what can be printed stays.
    #[default]
    Relative,
    /// As whoever made the profile thought best, all colours together.
    Perceptual,
}

/// A profile's tables towards inks.
#[derive(Debug)]
pub(super) struct Inks {
    relative: Option<Table>,
    perceptual: Option<Table>,
}

impl Inks {
    /// The tables of a profile for four inks.
    pub(super) fn of(profile: &ColorProfile) -> Self {
        let table = |table: &Option<LutWarehouse>| match profile.pcs {
            space @ (DataColorSpace::Lab | DataColorSpace::Xyz) => Table::new(table.as_ref()?, space, 4),
            _ => None,
        };
        Self {
            relative: table(&profile.lut_b_to_a_colorimetric),
            perceptual: table(&profile.lut_b_to_a_perceptual),
        }
    }

    /// The table of an intent; where a profile has only the other, that one.
    fn table(&self, intent: Intent) -> Option<&Table> {
        let (wanted, other) = match intent {
            Intent::Relative => (&self.relative, &self.perceptual),
            Intent::Perceptual => (&self.perceptual, &self.relative),
        };
        wanted.as_ref().or(other.as_ref())
    }
}

/// From the colours of one source to the inks of one press.
pub(super) struct Printing<'a> {
    source: &'a Source,
    table: &'a Table,
    black: Option<BlackPoint>,
}

impl<'a> Printing<'a> {
    /// The way from a source to a press; none when the press's profile has no table towards inks.
    pub(super) fn new(source: &'a Source, press: &'a IccProfile, intent: Intent) -> Option<Self> {
        let inks = press.towards_inks();
        let black = (intent == Intent::Relative).then(|| BlackPoint::between(source, press));
        Some(Self {
            source,
            table: inks.table(intent)?,
            black: black.flatten(),
        })
    }

    /// The inks for a pixel; all parts are from 0 to 1.
    pub(super) fn inks(&self, rgb: [f64; 3]) -> Option<[f64; 4]> {
        let seen = self.source.colour(rgb)?;
        let seen = self.black.as_ref().map_or(seen, |black| black.fit(seen));
        self.table.inks(within_reach(to_lab(seen)))
    }
}

/// L*a*b* as far as profiles can write it.
fn within_reach(Lab([l, a, b]): Lab) -> Lab {
    Lab([
        l.clamp(0.0, 100.0),
        a.clamp(-128.0, 127.0),
        b.clamp(-128.0, 127.0),
    ])
}

/// Black-point compensation: XYZ is stretched so that the darkest of the source becomes the darkest of the press and white stays
/// (ISO 18619:2015, 4.3).
#[derive(Debug)]
struct BlackPoint {
    scale: [f64; 3],
    shift: [f64; 3],
}

/// No black is lighter: a profile that says so is taken to be wrong (ISO 18619:2015, 4.2).
const LIGHTEST_BLACK: f64 = 50.0;

impl BlackPoint {
    fn between(source: &Source, press: &IccProfile) -> Option<Self> {
        let from = neutral(to_lab(source.colour([0.0; 3])?));
        // The darkest that a press prints: what the perceptual table makes of black, as it then looks.
        let darkest = press.towards_inks().table(Intent::Perceptual)?;
        let [c, m, y, k] = darkest.inks(Lab([0.0; 3]))?;
        let to = neutral(to_lab(press.seen([c, m, y, k])?));
        let axes = [0, 1, 2];
        let (from, to) = (from.0, to.0);
        Some(Self {
            scale: axes.map(|axis| (WHITE.0[axis] - to[axis]) / (WHITE.0[axis] - from[axis])),
            shift: axes.map(|axis| WHITE.0[axis] * (to[axis] - from[axis]) / (WHITE.0[axis] - from[axis])),
        })
    }

    fn fit(&self, Xyz(seen): Xyz) -> Xyz {
        Xyz([0, 1, 2].map(|axis| seen[axis] * self.scale[axis] + self.shift[axis]))
    }
}

/// A black without hue.
fn neutral(Lab([l, ..]): Lab) -> Xyz {
    to_xyz(Lab([l.clamp(0.0, LIGHTEST_BLACK), 0.0, 0.0]))
}

impl IccProfile {
    /// The inks that make a colour of sRGB look as it should, or as near to it as the press can. None when the profile has no table
    /// towards inks. No limit of total ink is kept here.
    #[must_use]
    pub fn inks(&self, Rgb(rgb): Rgb, intent: Intent) -> Option<Cmyk> {
        let source = Source::srgb()?;
        let printing = Printing::new(&source, self, intent)?;
        let inks = printing.inks(rgb.map(|part| f64::from(part) / 255.0))?;
        let part = |ink: f64| Part::from_percent((ink.clamp(0.0, 1.0) * 1000.0).round() / 10.0);
        let [c, m, y, k] = inks.map(part);
        Some(Cmyk([c?, m?, y?, k?]))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::project::Project;

    /// Colours, and the inks that Little CMS 2 gives for them from sRGB to FOGRA39L, nothing precalculated, from 0 to 255.
    type Cases = [([u8; 3], [f64; 4])];

    const RELATIVE: &Cases = &[
        ([255, 255, 255], [0.0, 0.0, 0.0, 0.0]),
        ([0, 0, 0], [218.0, 202.0, 137.0, 250.0]),
        ([128, 128, 128], [129.0, 105.0, 104.0, 43.0]),
        ([255, 0, 0], [0.0, 247.0, 251.0, 0.0]),
        ([0, 255, 0], [165.0, 0.0, 246.0, 0.0]),
        ([0, 0, 255], [237.0, 216.0, 0.0, 0.0]),
        ([255, 255, 0], [10.0, 0.0, 244.0, 0.0]),
        ([64, 32, 16], [85.0, 194.0, 220.0, 200.0]),
        ([200, 150, 120], [51.0, 109.0, 132.0, 19.0]),
        ([30, 60, 90], [220.0, 141.0, 48.0, 142.0]),
        ([20, 20, 20], [209.0, 194.0, 154.0, 235.0]),
        ([240, 240, 240], [17.0, 13.0, 13.0, 0.0]),
    ];

    const PERCEPTUAL: &Cases = &[
        ([255, 255, 255], [0.0, 0.0, 0.0, 0.0]),
        ([0, 0, 0], [212.0, 183.0, 115.0, 255.0]),
        ([128, 128, 128], [131.0, 107.0, 106.0, 45.0]),
        ([255, 0, 0], [0.0, 242.0, 254.0, 0.0]),
        ([64, 32, 16], [0.0, 213.0, 255.0, 236.0]),
        ([200, 150, 120], [51.0, 111.0, 135.0, 20.0]),
    ];

    #[test]
    fn colours_become_the_inks_that_another_colour_engine_gives() {
        let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let path = "templates/printers/FOGRA39L_coated.icc";
        let press = IccProfile::load(path, project.read_asset(path).unwrap()).unwrap();
        for (intent, cases) in [(Intent::Relative, RELATIVE), (Intent::Perceptual, PERCEPTUAL)] {
            for (rgb, wanted) in cases {
                let inks = press.inks(Rgb(*rgb), intent).unwrap().0;
                let found = inks.map(|ink| ink.percent() * 2.55);
                let near = found
                    .iter()
                    .zip(wanted)
                    .all(|(one, two)| (one - two).abs() <= 3.0);
                assert!(near, "{intent:?} {rgb:?} becomes {found:?}, not {wanted:?}");
            }
        }
    }
}
