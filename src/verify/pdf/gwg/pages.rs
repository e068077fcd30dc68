//! Pages: no scaling (R0002), all of the sheet is shown (R0003), all of one size and upright (R0004).

use hayro::kurbo::Rect;

use super::super::Page;
use super::faults::{Faults, Said};
use super::place::{MM, Place};
use super::requirements::Requirements;
use crate::diag::{Code, Text};
use crate::wording::text;
use crate::wording::{apart, number};

/// Boxes are as large as each other when they differ by no more than this, in points: what is left of numbers written with two decimals.
const ALIKE: f64 = 0.01;

/// R0002 and R0003, and that no page is turned, of R0004.
pub(super) fn check(page: &Page<'_>, requirements: &Requirements, faults: &mut Faults) {
    scaling(page, requirements, faults);
    crop(page, requirements, faults);
    rotation(page, requirements, faults);
}

fn scaling(page: &Page<'_>, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0002") else {
        return;
    };
    if !page.dict.contains_key("UserUnit") {
        return;
    }
    faults.add(Code::GWG_R0002, limit, "scaled", Some(Place::page(page)), || {
        let unit = number(page.user_unit.unwrap_or(1.0));
        Said {
            message: text!(
                "the page is scaled: its `UserUnit` is {unit}",
                "die Seite ist skaliert: ihr `UserUnit` ist {unit}"; unit
            ),
            note: text!(
                "some printers' programs pass the scale over, and print the page too small",
                "manche Programme in Druckereien übergehen die Skalierung und drucken die Seite zu klein"
            ),
            help: text!(
                "ask for the PDF at its final size, without `UserUnit`",
                "das PDF in Endgröße verlangen, ohne `UserUnit`"
            ),
        }
    });
}

fn crop(page: &Page<'_>, requirements: &Requirements, faults: &mut Faults) {
    let (Some(limit), Some(crop)) = (requirements.limit("R0003"), page.written.crop) else {
        return;
    };
    let media = page.written.media.unwrap_or(page.boxes.media);
    if is_alike(crop, media) {
        return;
    }
    faults.add(Code::GWG_R0003, limit, "cropped", Some(Place::page(page)), || {
        let [shown, sheet] = sizes(crop, media);
        Said {
            message: text!(
                "not all of the page is shown: the CropBox is {shown}, the MediaBox {sheet}",
                "nicht die ganze Seite wird gezeigt: Die CropBox misst {shown}, die MediaBox {sheet}"; shown, sheet
            ),
            note: text!(
                "what nobody sees on the screen, the bleed among it, may still be printed or be cut away",
                "was am Bildschirm niemand sieht, auch der Anschnitt, kann gedruckt oder abgeschnitten werden"
            ),
            help: text!(
                "ask for the PDF without a CropBox, or with one that is the MediaBox",
                "das PDF ohne CropBox verlangen oder mit einer, die der MediaBox gleicht"
            ),
        }
    });
}

fn rotation(page: &Page<'_>, requirements: &Requirements, faults: &mut Faults) {
    let Some(limit) = requirements.limit("R0004") else {
        return;
    };
    if page.rotate == 0 {
        return;
    }
    faults.add(Code::GWG_R0004, limit, "turned", Some(Place::page(page)), || {
        let turn = page.rotate;
        Said {
            message: text!(
                "the page is turned by {turn} degrees (`Rotate`)",
                "die Seite ist um {turn} Grad gedreht (`Rotate`)"
            ),
            note: text!(
                "where pages are put on a sheet the turn may be passed over, and the page stands on its side",
                "beim Ausschießen kann die Drehung übergangen werden, und die Seite steht quer"
            ),
            help: text!(
                "ask for pages that stand upright without `Rotate`",
                "Seiten verlangen, die ohne `Rotate` aufrecht stehen"
            ),
        }
    });
}

/// The size that all pages have to have: that of the first.
#[derive(Debug, Default)]
pub(super) struct Sizes {
    first: Option<(f64, f64)>,
}

impl Sizes {
    /// R0004: one size for all pages.
    pub(super) fn check(&mut self, page: &Page<'_>, requirements: &Requirements, faults: &mut Faults) {
        let trim = page.boxes.trim;
        let first = *self.first.get_or_insert((trim.width(), trim.height()));
        let Some(limit) = requirements.limit("R0004") else {
            return;
        };
        if (trim.width() - first.0).abs() <= ALIKE && (trim.height() - first.1).abs() <= ALIKE {
            return;
        }
        faults.add(Code::GWG_R0004, limit, "sizes", Some(Place::page(page)), || {
            let [own, other] = sizes(trim, Rect::new(0.0, 0.0, first.0, first.1));
            Said {
                message: text!(
                    "the finished page is {own}, page 1 is {other}",
                    "die Seite misst beschnitten {own}, Seite 1 dagegen {other}"; own, other
                ),
                note: text!(
                    "all pages of a job are cut to one size",
                    "alle Seiten eines Auftrags werden auf ein Format geschnitten"
                ),
                help: text!(
                    "ask for a PDF of its own for each size, or for the same TrimBox on all pages",
                    "für jedes Format ein eigenes PDF verlangen oder dieselbe TrimBox auf allen Seiten"
                ),
            }
        });
    }
}

fn is_alike(one: Rect, other: Rect) -> bool {
    let sides = [
        (one.x0, other.x0),
        (one.y0, other.y0),
        (one.x1, other.x1),
        (one.y1, other.y1),
    ];
    sides.iter().all(|(one, other)| (one - other).abs() <= ALIKE)
}

/// `210.0 x 297.0 mm`, both with as many decimals as tell them apart.
fn sizes(one: Rect, other: Rect) -> [Text; 2] {
    let sides = |side: fn(&Rect) -> f64| apart(side(&one) * MM, side(&other) * MM, 1);
    let [width, other_width] = sides(Rect::width);
    let [height, other_height] = sides(Rect::height);
    [(width, height), (other_width, other_height)]
        .map(|(width, height)| text!("{width} x {height} mm", "{width} x {height} mm"; width, height))
}
