//! What overprints and should not, and the other way round: white text (R0007), white shapes (R0008), small black text (R0009), thin black
//! lines (R0010), and grey that stands in DeviceGray: small text (R0011), thin lines (R0012), and whatever overprints (R0013).

use super::super::{Kind, Paint, Space};
use super::colour::{is_black, is_grey, is_white};
use super::elements::{Part, Placed, Role, Sheet};
use super::faults::{Faults, Said};
use super::lines;
use super::requirements::{Limit, Requirements};
use super::text::{quoted, size_of};
use crate::diag::{Code, Text};
use crate::wording::number;
use crate::wording::text;

/// R0007 to R0013.
pub(super) fn check(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    if placed.role != Role::Printed || placed.part == Part::Glyph {
        return;
    }
    white(sheet, placed, requirements, faults);
    black(sheet, placed, requirements, faults);
    small_grey(sheet, placed, requirements, faults);
    overprinting_grey(sheet, placed, requirements, faults);
}

/// R0007 and R0008.
fn white(sheet: &Sheet<'_, '_>, placed: &Placed<'_, '_>, requirements: &Requirements, faults: &mut Faults) {
    let (code, text) = match &placed.element.kind {
        Kind::Text(text) => (Code::GWG_R0007, Some(text)),
        Kind::Path(_) => (Code::GWG_R0008, None),
        _ => return,
    };
    let vanishes = |paint: &&Paint<'_>| paint.overprint && is_white(paint);
    let Some(limit) = requirements.limit(number_of(code)) else {
        return;
    };
    let fill = placed.fill().filter(vanishes);
    let Some(_) = fill
        .or(placed.stroke().filter(vanishes))
        .filter(|_| sheet.overlaps(placed))
    else {
        return;
    };
    let (kind, what) = match (text, fill) {
        (Some(text), Some(_)) => {
            let says = quoted(text);
            (
                "text",
                text!("white text{says} overprints", "weißer Text{says} überdruckt"),
            )
        }
        (Some(text), None) => {
            let says = quoted(text);
            (
                "outline of text",
                text!(
                    "the white outline of text{says} overprints",
                    "die weiße Kontur des Textes{says} überdruckt"
                ),
            )
        }
        (None, Some(_)) => (
            "shape",
            text!("a white shape overprints", "eine weiße Fläche überdruckt"),
        ),
        (None, None) => (
            "line",
            text!("a white line overprints", "eine weiße Linie überdruckt"),
        ),
    };
    faults.add(code, limit, kind, sheet.place(placed), || Said {
        message: text!(
            "{what}, so it does not show in print",
            "{what}, im Druck ist also nichts zu sehen"; what
        ),
        note: text!(
            "white is no ink: where it overprints, what lies under it is printed as if there were nothing",
            "Weiß ist keine Farbe der Druckmaschine: Überdruckt es, wird gedruckt, was darunter liegt"
        ),
        help: text!(
            "ask for white that knocks out, with overprint switched off",
            "Weiß verlangen, das ausspart: Überdrucken abschalten"
        ),
    });
}

/// R0009 and R0010.
fn black(sheet: &Sheet<'_, '_>, placed: &Placed<'_, '_>, requirements: &Requirements, faults: &mut Faults) {
    let Some((code, limit, measure, what)) = small(placed, requirements, [Code::GWG_R0009, Code::GWG_R0010])
    else {
        return;
    };
    let element = placed.element;
    let paints = [
        (placed.fill(), element.fill_alpha),
        (placed.stroke(), element.stroke_alpha),
    ];
    let mut wrong = paints.into_iter().filter_map(|(paint, alpha)| {
        let paint = paint.filter(|paint| !is_grey(paint) && is_black(element, paint, alpha))?;
        wrong_overprint(paint)
    });
    let Some(wrong) = wrong.next().filter(|_| sheet.overlaps(placed)) else {
        return;
    };
    faults.add(code, limit, wrong, sheet.place(placed), || {
        let least = number(limit.a());
        let message = match wrong {
            KNOCKS_OUT => text!(
                "{what} of {measure} pt in black does not overprint",
                "{what} mit {measure} pt in Schwarz überdruckt nicht"; what, measure
            ),
            _ => text!(
                "{what} of {measure} pt in black overprints in mode 0 (`OPM`), which cuts it out of the other inks",
                "{what} mit {measure} pt in Schwarz überdruckt im Modus 0 (`OPM`), der es in den anderen Farben ausspart";
                what, measure
            ),
        };
        Said {
            message,
            note: text!(
                "plates never lie exactly upon each other: below {least} pt, black that is cut out of a colour gets light edges",
                "Druckplatten passen nie ganz genau aufeinander: Unter {least} pt bekommt ausgespartes Schwarz helle Ränder"; least
            ),
            help: text!(
                "ask for black that overprints, in mode 1",
                "Schwarz verlangen, das überdruckt, und zwar im Modus 1"
            ),
        }
    });
}

const KNOCKS_OUT: &str = "knocks out";
const WRONG_MODE: &str = "wrong mode";

/// How a paint overprints wrongly that should overprint; in DeviceCMYK only mode 1 leaves the other inks alone.
fn wrong_overprint(paint: &Paint<'_>) -> Option<&'static str> {
    let is_cmyk = match &*paint.space {
        Space::DeviceCmyk => true,
        Space::Pattern(Some(base)) => matches!(**base, Space::DeviceCmyk),
        _ => false,
    };
    if !paint.overprint {
        Some(KNOCKS_OUT)
    } else if is_cmyk && paint.mode != 1 {
        Some(WRONG_MODE)
    } else {
        None
    }
}

/// R0011 and R0012.
fn small_grey(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some((code, limit, measure, what)) = small(placed, requirements, [Code::GWG_R0011, Code::GWG_R0012])
    else {
        return;
    };
    let mut paints = placed.fill().into_iter().chain(placed.stroke());
    if !paints.any(is_grey) || !sheet.overlaps(placed) {
        return;
    }
    faults.add(code, limit, "grey", sheet.place(placed), || {
        let least = number(limit.a());
        Said {
            message: text!(
                "{what} of {measure} pt is in DeviceGray and lies on something else",
                "{what} mit {measure} pt ist in DeviceGray und liegt auf etwas anderem"; what, measure
            ),
            note: text!(
                "below {least} pt it has to overprint, and no two presses agree on what overprinting means for DeviceGray",
                "unter {least} pt muss überdruckt werden, und was das in DeviceGray heißt, ist nicht überall dasselbe"; least
            ),
            help: text!(
                "ask for black as an ink, `0 0 0 1` in DeviceCMYK, that overprints",
                "Schwarz als Druckfarbe verlangen, `0 0 0 1` in DeviceCMYK, das überdruckt"
            ),
        }
    });
}

/// R0013.
fn overprinting_grey(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0013") else {
        return;
    };
    let mut paints = placed.fill().into_iter().chain(placed.stroke());
    if !paints.any(|paint| paint.overprint && is_grey(paint)) || !sheet.overlaps(placed) {
        return;
    }
    let what = match &placed.element.kind {
        Kind::Text(text) => {
            let says = quoted(text);
            text!("text{says}", "Text{says}")
        }
        Kind::Path(_) => text!("a shape", "eine Form"),
        _ => text!("a picture of one bit", "ein Strichbild"),
    };
    faults.add(Code::GWG_R0013, limit, "grey", sheet.place(placed), || Said {
        message: text!(
            "{what} in DeviceGray overprints",
            "{what} in DeviceGray überdruckt"; what
        ),
        note: text!(
            "some presses let what lies under it show, others do not",
            "manche Druckmaschinen lassen durchscheinen, was darunter liegt, andere nicht"
        ),
        help: text!(
            "ask for grey as a tint of black in DeviceCMYK, or for overprint switched off",
            "Grau als Anteil von Schwarz in DeviceCMYK verlangen oder Überdrucken abschalten"
        ),
    });
}

/// A text smaller or a line thinner than the requirement for it allows: its code, the limit, how many points it has, and what it is.
fn small<'r>(
    placed: &Placed<'_, '_>,
    requirements: &'r Requirements,
    [for_text, for_lines]: [Code; 2],
) -> Option<(Code, &'r Limit, Text, Text)> {
    if let Some(text) = placed.text() {
        let limit = requirements.limit(number_of(for_text))?;
        let says = quoted(text);
        let what = text!("text{says}", "Text{says}");
        let measure = size_of(text, limit.a())?;
        return Some((for_text, limit, measure, what));
    }
    let path = placed.path()?;
    let limit = requirements.limit(number_of(for_lines))?;
    let measure = lines::width_below(path, placed, limit.a())?;
    Some((for_lines, limit, measure, text!("a line", "eine Linie")))
}

/// The number of a requirement in its code: `R0017` of `gwg/R0017`.
fn number_of(code: Code) -> &'static str {
    code.as_str().trim_start_matches("gwg/")
}
