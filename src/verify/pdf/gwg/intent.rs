//! The output intent: the press that it names prints in CMYK (R0035).

use hayro::hayro_syntax::object::{Array, Dict, Name, Stream};

use super::super::File;
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use crate::diag::Code;
use crate::wording::text;

/// Output intents that are looked at.
const MOST: usize = 64;
/// Where a profile says what space its device has (ISO 15076-1, 7.2.6).
const SPACE: std::ops::Range<usize> = 16..20;

/// R0035. Whether there is an intent, and a profile in it, is a question of PDF/X-4 (R0001).
pub(super) fn check(file: &File, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0035") else {
        return;
    };
    let intents: Option<Array<'_>> = file.catalog().get("OutputIntents");
    let intents = intents.into_iter().flat_map(|array| array.iter::<Dict<'_>>());
    for intent in intents.take(MOST) {
        let is_of_press = intent
            .get::<Name<'_>>("S")
            .is_some_and(|kind| kind.as_str() == "GTS_PDFX");
        let profile = intent
            .get::<Stream<'_>>("DestOutputProfile")
            .filter(|_| is_of_press);
        let Some(profile) = profile.and_then(|stream| file.unpacked(&stream)) else {
            continue;
        };
        let space = profile.get(SPACE).unwrap_or_default();
        if space == b"CMYK" {
            continue;
        }
        faults.add(Code::GWG_R0035, limit, "space", None, || {
            let space = String::from_utf8_lossy(space).trim().to_owned();
            Said {
                message: text!(
                    "the output intent's profile is of a device in `{space}`, not in CMYK",
                    "das Profil der Druckbedingung (OutputIntent) gehört zu einem Gerät in `{space}`, nicht in CMYK"
                ),
                note: text!(
                    "it has to say how the press prints, and the press prints in cyan, magenta, yellow and black",
                    "es muss sagen, wie die Maschine druckt, und die druckt mit Cyan, Magenta, Gelb und Schwarz"
                ),
                help: text!(
                    "ask the printer which condition to name, FOGRA39 for instance, and for the PDF with its profile",
                    "bei der Druckerei die Druckbedingung erfragen, etwa FOGRA39, und das PDF mit deren Profil verlangen"
                ),
            }
        });
    }
}
