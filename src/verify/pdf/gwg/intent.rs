//! The output intent: the press that it names prints in CMYK (R0035).

use super::super::File;
use super::super::intent::intents;
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use crate::diag::Code;
use crate::wording::text;

/// R0035. Whether there is an intent, and a profile in it, is a question of PDF/X-4 (R0001).
pub(super) fn check(file: &File, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0035") else {
        return;
    };
    for intent in intents(file) {
        let is_of_press = intent.kind.as_deref() == Some("GTS_PDFX");
        let Some(profile) = intent.profile.filter(|_| is_of_press) else {
            continue;
        };
        if profile.space == "CMYK" {
            continue;
        }
        faults.add(Code::GWG_R0035, limit, "space", None, || {
            let space = profile.space;
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
