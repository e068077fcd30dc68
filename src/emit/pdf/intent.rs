//! The output intent: what the colours of the file mean (ISO 32000-1, 14.11.5). The press file names its printing
//! condition and embeds its profile; the screen file embeds sRGB.

use moxcms::{ColorDateTime, ColorProfile};
use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::{Filter, Finish, Ref, TextStr};

use super::file::{File, compressed_table};
use super::profile::{OutputCondition, Profile, Standard};
use crate::assets::Assets;

/// The registry that both conditions are listed in.
const REGISTRY: &str = "http://www.color.org";

/// The name of sRGB in that registry.
const SRGB: &str = "sRGB IEC61966-2.1";

/// An output intent whose profile is written.
pub(super) struct Intent<'a> {
    subtype: OutputIntentSubtype<'static>,
    identifier: &'a str,
    info: &'a str,
    profile: Ref,
}

/// Writes the profile of the standard's output intent; none for a file that claims nothing.
pub(super) fn embed<'a>(
    profile: &Profile,
    assets: &Assets,
    condition: &'a OutputCondition,
    file: &mut File,
) -> Option<Intent<'a>> {
    let (subtype, identifier, info, data, inks) = match profile.standard {
        Standard::UaAndArchive => (OutputIntentSubtype::PDFA, SRGB, SRGB, srgb()?, 3),
        Standard::X1a | Standard::X3 | Standard::X4 => (
            OutputIntentSubtype::PDFX,
            condition.identifier.as_str(),
            condition.info.as_str(),
            assets.output.data().to_vec(),
            4,
        ),
        Standard::None => return None,
    };
    let id = file.reference();
    let data = compressed_table(&data);
    let mut stream = file.pdf.icc_profile(id, &data);
    stream.n(inks);
    stream.filter(Filter::FlateDecode);
    stream.finish();
    Some(Intent {
        subtype,
        identifier,
        info,
        profile: id,
    })
}

impl Intent<'_> {
    /// Writes the intent's entry into the catalog.
    pub(super) fn write(&self, catalog: &mut pdf_writer::writers::Catalog<'_>) {
        catalog
            .output_intents()
            .push()
            .subtype(self.subtype)
            .output_condition_identifier(TextStr(self.identifier))
            .registry_name(TextStr(REGISTRY))
            .info(TextStr(self.info))
            .dest_output_profile(self.profile);
    }
}

/// The sRGB profile. Its date is that of the standard, not of today, and the hint for video is left out, since ICC
/// version 4.2, which PDF/A-2 knows, does not have it.
fn srgb() -> Option<Vec<u8>> {
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    profile.creation_date_time = ColorDateTime {
        year: 1999,
        month: 10,
        day_of_the_month: 18,
        hours: 0,
        minutes: 0,
        seconds: 0,
    };
    profile.encode().ok()
}
