//! Ink: pages without any (R0005), and more of it than the paper takes (R0026), as an own print of the plates has them.

use hayro::kurbo::Rect;

use super::super::Page;
use super::super::ink::Inked;
use super::faults::{Faults, Said, listed};
use super::place::Place;
use super::requirements::{Limit, Requirements};
use crate::diag::{Code, Severity, Text};
use crate::wording::{apart, number, text};

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
    let is_known = inked.unmeasured.is_empty() && inked.shapeless.is_empty() && !inked.truncated;
    if inked.highest > NONE || !is_known {
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
    let square = inked
        .square_process_at
        .map(|[left, bottom, right, top]| Rect::new(left, bottom, right, top));
    let place = square.map_or(Place::page(page), |square| Place::of(page, square));
    faults.add(Code::GWG_R0026, limit, "average", Some(place), || {
        let [ink, most] = apart(inked.square_process * 100.0, limit.a(), 0);
        let side = number(limit.b());
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

/// Says which pages were not measured, or not wholly, since that would take too long, and which text has no shapes to measure.
pub(super) fn left_out(
    page: &Page<'_>,
    inked: Option<&Inked>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    if !is_asked(requirements) {
        return;
    }
    let limit = Limit {
        severity: Severity::Warning,
        values: Vec::new(),
    };
    let note = || {
        text!(
            "so it is not known whether there is more ink than the paper takes",
            "ob mehr Farbe aufgetragen wird, als das Papier verträgt, ist also nicht bekannt"
        )
    };
    let mut add = |kind: &'static str, message: Text| {
        faults.add(Code::PDF_TOO_MUCH, &limit, kind, Some(Place::page(page)), || {
            Said {
                message,
                note: note(),
                help: text!(
                    "divide the file, or flatten what is drawn with very many parts",
                    "die Datei teilen oder vereinfachen, was aus sehr vielen Teilen gezeichnet ist"
                ),
            }
        });
    };
    match inked {
        None => add(
            "ink",
            text!(
                "the ink of the page was not measured, since the pages before it have so much on them",
                "der Farbauftrag der Seite wurde nicht gemessen, weil auf den Seiten davor so viel steht"
            ),
        ),
        Some(inked) if inked.truncated => add(
            "part of the ink",
            text!(
                "not all ink of the page was measured, since something on it is damaged or too much",
                "der Farbauftrag der Seite wurde nicht ganz gemessen, weil darauf etwas beschädigt oder zu viel ist"
            ),
        ),
        Some(_) => {}
    }
    let Some(inked) = inked else { return };
    damaged(page, inked, faults);
    if inked.shapeless.is_empty() {
        return;
    }
    faults.add(Code::PDF_TOO_MUCH, &limit, "text", Some(Place::page(page)), || {
        let quoted: Vec<String> = inked.shapeless.iter().map(|name| format!("`{}`", name.replace('`', "'"))).collect();
        let fonts = listed(&quoted);
        Said {
            message: text!(
                "the ink of text in {fonts} was not measured, since nobody knows what its letters look like",
                "der Farbauftrag von Text in {fonts} wurde nicht gemessen, weil niemand weiß, wie seine Buchstaben aussehen"; fonts
            ),
            note: note(),
            help: text!("ask for the PDF with all fonts embedded", "das PDF mit allen Schriften eingebettet verlangen"),
        }
    });
}

/// Says which pictures cannot be unpacked.
fn damaged(page: &Page<'_>, inked: &Inked, faults: &mut Faults) {
    let Some(object) = inked.damaged.first() else {
        return;
    };
    let limit = Limit {
        severity: Severity::Error,
        values: Vec::new(),
    };
    let place = Some(Place::page(page));
    faults.add(Code::PDF_DAMAGED_CONTENT, &limit, "picture", place, || Said {
        message: if *object == 0 {
            text!(
                "a picture in the content cannot be unpacked, or not wholly",
                "ein Bild im Inhalt lässt sich nicht oder nicht ganz entpacken"
            )
        } else {
            text!(
                "the picture in object {object} cannot be unpacked, or not wholly",
                "das Bild in Objekt {object} lässt sich nicht oder nicht ganz entpacken"
            )
        },
        note: text!(
            "what is missing of it was not counted as ink",
            "was davon fehlt, wurde nicht als Farbe gezählt"
        ),
        help: text!(
            "place the picture anew, and write the file again",
            "das Bild neu platzieren und die Datei neu schreiben"
        ),
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
