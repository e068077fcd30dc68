//! ICC profiles of printing conditions: what four inks look like, so that a screen shows what the press will print.

use std::fmt;
use std::sync::Arc;

use moxcms::{
    ColorProfile, DataColorSpace, Layout, LutWarehouse, ProfileClass, RenderingIntent,
    TransferCharacteristics, TransformExecutor, TransformOptions,
};

use super::ink::Inks;
use super::lab::Xyz;
use super::look::Look;
use super::source::Source;
use crate::color::Cmyk;
use crate::wording::{Text, text};

/// A colour of the sRGB space, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rgb(pub [u8; 3]);

/// A CMYK printing condition.
#[derive(Clone)]
pub struct IccProfile {
    /// The file, as people know it.
    pub path: String,
    data: Arc<[u8]>,
    way: Way,
    inks: Arc<Inks>,
}

/// From inks to a screen.
#[derive(Clone)]
enum Way {
    /// Through the table of inks that most printers' profiles have.
    Table(Arc<Look>),
    /// Through whatever else a profile may hold.
    Transform(Arc<dyn TransformExecutor<f32> + Send + Sync>),
}

/// Why a profile cannot be the output intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IccError {
    /// It cannot be read as an ICC profile.
    Unreadable,
    /// It is no profile of a printing condition with four inks; holds what it is.
    NotFourInks(Text),
    /// It does not say how its inks look.
    NoAppearance,
}

/// As a phrase about the file.
impl From<&IccError> for Text {
    fn from(error: &IccError) -> Self {
        match error {
            IccError::Unreadable => text!(
                "it cannot be read as an ICC profile",
                "es lässt sich nicht als ICC-Profil lesen"
            ),
            IccError::NotFourInks(found) => text!(
                "it is {found}, not one for a press with four inks",
                "es ist {found}, keines für den Druck mit vier Farben"; found
            ),
            IccError::NoAppearance => text!(
                "it has no table of how its inks look",
                "ihm fehlt die Tabelle, wie seine Druckfarben aussehen"
            ),
        }
    }
}

impl IccProfile {
    /// Reads the profile of a printing condition.
    ///
    /// # Errors
    /// When it is no ICC profile, not of class `prtr` in CMYK (ISO 15930-7, 6.2.3), or without a table towards Lab.
    pub fn load(path: &str, data: Arc<[u8]>) -> Result<Self, IccError> {
        let profile = ColorProfile::new_from_slice(&data).map_err(|_| IccError::Unreadable)?;
        if profile.profile_class != ProfileClass::OutputDevice || profile.color_space != DataColorSpace::Cmyk
        {
            return Err(IccError::NotFourInks(what_it_is(&profile)));
        }
        let way = Way::of(&profile).ok_or(IccError::NoAppearance)?;
        Ok(Self {
            path: path.to_owned(),
            data,
            way,
            inks: Arc::new(Inks::of(&profile)),
        })
    }

    /// The whole file, for embedding.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The major version of the ICC's format that it is written in (ICC.1:2022, 7.2.4).
    #[must_use]
    pub fn version(&self) -> u8 {
        self.data.get(8).copied().unwrap_or_default()
    }

    /// How a colour looks on a screen: relative colorimetric, so paper is white.
    #[must_use]
    pub fn srgb(&self, cmyk: Cmyk) -> Rgb {
        let seen = self.srgb_of(cmyk.0.map(|part| part.fraction()));
        Rgb(seen.map(|part| (part * 255.0).round() as u8))
    }

    /// The same for parts of ink from 0 to 1, in parts of sRGB from 0 to 1.
    pub(super) fn srgb_of(&self, inks: [f32; 4]) -> [f64; 3] {
        let seen = match &self.way {
            Way::Table(look) => look
                .linear_srgb(inks)
                .map(|linear| linear.map(|part| TransferCharacteristics::Srgb.gamma(part))),
            Way::Transform(transform) => {
                let mut seen = [0.0_f32; 3];
                transform
                    .transform(&inks, &mut seen)
                    .ok()
                    .map(|()| seen.map(f64::from))
            }
        };
        seen.map_or([0.0; 3], |seen| seen.map(|part| part.clamp(0.0, 1.0)))
    }

    /// How inks look, relative to paper; parts of ink are from 0 to 1.
    pub(super) fn seen(&self, inks: [f64; 4]) -> Option<Xyz> {
        let inks = inks.map(|part| part as f32);
        match &self.way {
            Way::Table(look) => look.xyz(inks).map(Xyz),
            Way::Transform(_) => Source::srgb()?.colour(self.srgb_of(inks)),
        }
    }

    /// The tables towards inks.
    pub(super) fn towards_inks(&self) -> &Inks {
        &self.inks
    }
}

/// A profile as people would call it.
fn what_it_is(profile: &ColorProfile) -> Text {
    let purpose = match profile.profile_class {
        ProfileClass::DisplayDevice => text!("a profile for screens", "ein Profil für Bildschirme"),
        ProfileClass::InputDevice => text!(
            "a profile for scanners and cameras",
            "ein Profil für Scanner und Kameras"
        ),
        ProfileClass::OutputDevice => text!("a profile for printers", "ein Profil für Drucker"),
        ProfileClass::DeviceLink => text!("a link between two devices", "eine Verknüpfung zweier Geräte"),
        ProfileClass::Named => text!("a list of named colours", "eine Liste benannter Farben"),
        ProfileClass::ColorSpace | ProfileClass::Abstract => {
            text!("a profile for no device", "ein Profil für kein Gerät")
        }
    };
    let space = match profile.color_space {
        DataColorSpace::Rgb => Text::verbatim("RGB"),
        DataColorSpace::Gray => text!("grey", "Grau"),
        DataColorSpace::Cmyk => Text::verbatim("CMYK"),
        DataColorSpace::Cmy => Text::verbatim("CMY"),
        DataColorSpace::Lab => Text::verbatim("Lab"),
        DataColorSpace::Xyz => Text::verbatim("XYZ"),
        _ => text!("another number of colours", "einer anderen Zahl von Farben"),
    };
    text!("{purpose} in {space}", "{purpose} in {space}"; purpose, space)
}

impl Way {
    /// The way through a profile; none when it does not say how its inks look.
    fn of(profile: &ColorProfile) -> Option<Self> {
        if let (DataColorSpace::Lab, Some(LutWarehouse::Lut(table))) =
            (profile.pcs, &profile.lut_a_to_b_colorimetric)
        {
            return Look::new(table).map(|look| Self::Table(Arc::new(look)));
        }
        let options = TransformOptions {
            rendering_intent: RenderingIntent::RelativeColorimetric,
            ..Default::default()
        };
        profile
            .create_transform_f32(Layout::Rgba, &ColorProfile::new_srgb(), Layout::Rgb, options)
            .ok()
            .map(Self::Transform)
    }
}

impl fmt::Debug for IccProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IccProfile")
            .field("path", &self.path)
            .field("bytes", &self.data.len())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::color::Part;
    use crate::project::Project;

    #[test]
    fn inks_look_as_another_colour_engine_shows_them() {
        let project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let path = "templates/printers/FOGRA39L_coated.icc";
        let profile = IccProfile::load(path, project.read_asset(path).unwrap()).unwrap();
        // Little CMS 2, relative colorimetric, nothing precalculated.
        let cases = [
            ([0.0, 0.0, 0.0, 0.0], [255, 255, 255]),
            ([0.0, 0.0, 0.0, 100.0], [43, 43, 42]),
            ([100.0, 60.0, 0.0, 0.0], [0, 97, 170]),
            ([70.0, 85.0, 0.0, 0.0], [112, 70, 147]),
            ([90.0, 20.0, 45.0, 5.0], [0, 141, 144]),
            ([0.0, 20.0, 100.0, 0.0], [255, 204, 0]),
        ];
        for (inks, expected) in cases {
            let Rgb(seen) = profile.srgb(Cmyk(inks.map(|part| Part::from_percent(part).unwrap())));
            let near = seen.iter().zip(expected).all(|(one, two)| one.abs_diff(two) <= 1);
            assert!(near, "{inks:?} looks like {seen:?}, not {expected:?}");
        }
    }

    #[test]
    fn what_is_no_profile_is_refused() {
        let refused = IccProfile::load("leer.icc", Arc::from([0_u8; 200]));
        assert_eq!(refused.err(), Some(IccError::Unreadable));
    }
}
