//! Ink: pages without any (R0005), and more of it than the paper takes (R0026), as an own print of the plates has them.

use super::super::Page;
use super::super::ink::Inked;
use super::faults::{Faults, Said};
use super::place::Place;
use super::requirements::Requirements;
use crate::diag::Code;
use crate::wording::{decimal, number, text};

/// Ink below this share of a plate is none: what is left of adding up many numbers.
const NONE: f64 = 1e-6;
/// Two amounts of ink are the same when they differ by less than this share of a plate.
const ALIKE: f64 = 1e-3;

/// Whether a variant asks for the ink of pages at all.
pub(super) fn is_asked(requirements: &Requirements) -> bool {
    ["R0005", "R0026"]
        .iter()
        .any(|number| requirements.limit(number).is_some())
}

/// R0005 and R0026.
pub(super) fn check(page: &Page<'_>, inked: &Inked, requirements: &Requirements, faults: &mut Faults) {
    empty(page, inked, requirements, faults);
    average(page, inked, requirements, faults);
}

/// Colours that are no inks yet become some, so a page that has them is not empty.
fn empty(page: &Page<'_>, inked: &Inked, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0005") else {
        return;
    };
    if inked.highest > NONE || !inked.unmeasured.is_empty() || inked.truncated {
        return;
    }
    faults.add(Code::GWG_R0005, limit, "empty", Some(Place::page(page)), || Said {
        message: text!("nothing is printed on the page", "auf der Seite wird nichts gedruckt"),
        note: text!(
            "where a page is meant to stay blank the printer has to know; else something was lost on the way",
            "soll eine Seite leer bleiben, muss die Druckerei es wissen; sonst ist unterwegs etwas verloren gegangen"
        ),
        help: text!(
            "ask whether the page is to stay blank, and for the PDF anew if it is not",
            "nachfragen, ob die Seite leer bleiben soll, und wenn nicht, das PDF neu verlangen"
        ),
    });
}

fn average(page: &Page<'_>, inked: &Inked, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0026") else {
        return;
    };
    if inked.square_process <= limit.a() / 100.0 + ALIKE {
        return;
    }
    faults.add(Code::GWG_R0026, limit, "average", Some(Place::page(page)), || {
        let ink = decimal(inked.square_process * 100.0, 0);
        let (most, side) = (number(limit.a()), number(limit.b()));
        Said {
            message: text!(
                "{ink} % ink lie on a square of {side} mm, at most {most} % may",
                "auf einem Quadrat von {side} mm liegen {ink} % Farbauftrag, erlaubt sind {most} %"; ink, side, most
            ),
            note: text!(
                "so much ink does not dry, and stains the next sheet",
                "so viel Farbe trocknet nicht und färbt auf den nächsten Bogen ab"
            ),
            help: text!(
                "ask for dark pictures and grounds converted for the printer's condition, whose profile limits the ink",
                "dunkle Bilder und Flächen umgewandelt für die Druckbedingung verlangen, deren Profil den Farbauftrag begrenzt"
            ),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::Variant;
    use super::*;

    #[test]
    fn the_table_asks_for_the_squares_that_are_measured() {
        let limit = Requirements::of(Variant::SheetCmyk)
            .limit("R0026")
            .cloned()
            .unwrap();
        assert!((limit.b() / 25.4 * 72.0 - crate::verify::pdf::ink::SIDE).abs() < 1e-9);
    }
}
