//! What a file was made for: its output intents, and the profiles in them.

use hayro::hayro_syntax::object::{Array, Dict, Name, Stream, String as PdfString};
use serde::Serialize;

use super::file::File;
use super::icc::Profile;
use super::text_string::text_of;

/// Output intents that are listed.
const LISTED: usize = 50;

/// An output intent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IntentFacts {
    /// Its kind: `GTS_PDFX`.
    pub kind: Option<String>,
    /// The output condition: `FOGRA39`.
    pub condition: Option<String>,
    /// Who keeps the list in which the condition stands.
    pub registry: Option<String>,
    /// The profile that it brings along.
    pub profile: Option<ProfileFacts>,
}

/// A profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProfileFacts {
    /// Its version: `2.4`.
    pub version: String,
    /// Its class: `prtr`.
    pub class: String,
    /// The space of its colours: `CMYK`.
    pub space: String,
}

/// The output intents of a file.
pub(super) fn intents(file: &File) -> Vec<IntentFacts> {
    let written: Option<Array<'_>> = file.catalog().get("OutputIntents");
    let written = written
        .into_iter()
        .flat_map(|intents| intents.iter::<Dict<'_>>().take(LISTED));
    written.map(|intent| told(file, &intent)).collect()
}

fn told(file: &File, intent: &Dict<'_>) -> IntentFacts {
    let said = |key: &str| intent.get::<PdfString<'_>>(key).map(|string| text_of(&string));
    let profile: Option<Stream<'_>> = intent.get("DestOutputProfile");
    IntentFacts {
        kind: intent.get::<Name<'_>>("S").map(|name| name.as_str().to_owned()),
        condition: said("OutputConditionIdentifier"),
        registry: said("RegistryName"),
        profile: profile
            .and_then(|stream| file.unpacked(&stream))
            .and_then(|bytes| Profile::read(&bytes))
            .map(|profile| profile.facts()),
    }
}
