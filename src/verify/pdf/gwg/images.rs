//! How fine pictures are where they stand: those of greys and colours (R0031), and those of one bit (R0032).

use super::super::{Image, Kind};
use super::elements::{Part, Placed, Role, Sheet};
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use crate::diag::{Code, Severity, Text};
use crate::wording::number;
use crate::wording::text;

/// A picture with no more pixels than this in both directions is not judged (R0031, R0032): it is an area of colour.
const SMALL: u32 = 16;
/// Resolutions are the same when they differ by less than this.
const ALIKE: f64 = 0.001;
/// Packings that hold one bit a pixel, whatever else is written.
const ONE_BIT: [&str; 2] = ["CCITTFaxDecode", "JBIG2Decode"];

/// R0031 and R0032.
pub(super) fn check(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    if placed.role != Role::Printed || placed.part == Part::Glyph {
        return;
    }
    let (image, is_one_bit) = match &placed.element.kind {
        Kind::Image(image) => (image, is_one_bit(image)),
        Kind::ImageMask(image) => (image, true),
        _ => return,
    };
    if image.width <= SMALL && image.height <= SMALL {
        return;
    }
    let code = if is_one_bit {
        Code::GWG_R0032
    } else {
        Code::GWG_R0031
    };
    let ppi = image.ppi.0.min(image.ppi.1);
    let number_of = if is_one_bit { "R0032" } else { "R0031" };
    // The worst limit comes first.
    let limits = requirements.limits(number_of);
    let Some(limit) = limits.iter().find(|limit| ppi <= limit.a() + ALIKE) else {
        return;
    };
    faults.add(code, limit, "coarse", sheet.place(placed), || {
        let (width, height) = (image.width, image.height);
        let wanted = limits.last().map_or(0.0, super::Limit::a);
        let (shown, wanted) = (rounded(ppi), number(wanted));
        let kind = if is_one_bit {
            text!("a picture of one bit", "ein Strichbild")
        } else {
            text!("a picture", "ein Bild")
        };
        Said {
            message: text!(
                "{kind} of {width} x {height} pixels is printed at {shown} ppi; more than {wanted} are wanted",
                "{kind} mit {width} x {height} Pixeln wird mit {shown} ppi gedruckt; verlangt sind mehr als {wanted}";
                kind, shown, wanted
            ),
            note: match limit.severity {
                Severity::Error => text!(
                    "so few pixels are seen in print as steps and blur",
                    "so wenige Pixel sieht man im Druck als Stufen und Unschärfe"
                ),
                _ => text!(
                    "it will look a little soft",
                    "es wird etwas unscharf wirken"
                ),
            },
            help: text!(
                "ask for the picture with more pixels, as the camera or the scanner gave it, or print it smaller",
                "das Bild mit mehr Pixeln verlangen, so wie Kamera oder Scanner es lieferten, oder kleiner drucken"
            ),
        }
    });
}

/// Whether each channel has one bit (GWG D0007).
fn is_one_bit(image: &Image<'_>) -> bool {
    image.bits == 1
        || image
            .filters
            .iter()
            .any(|filter| ONE_BIT.contains(&filter.as_str()))
}

/// With one decimal, but never rounded up to what would be enough; what is coarser than that with as many as it takes.
fn rounded(ppi: f64) -> Text {
    number(if ppi < 1.0 {
        ppi
    } else {
        (ppi * 10.0).floor() / 10.0
    })
}
