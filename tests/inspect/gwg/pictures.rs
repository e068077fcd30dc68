//! How fine pictures are.

use faltwerk::diag::Severity;
use faltwerk::verify::pdf::gwg::{Requirements, Variant};

use super::Cases;
use crate::pdf::Pdf;

/// A picture that is 100 points wide has this resolution.
fn pixels(ppi: f64) -> u32 {
    (ppi * 100.0 / 72.0).ceil() as u32
}

/// A picture that has exactly this resolution.
fn picture_of(ppi: f64, entries: &str) -> Pdf {
    let width = pixels(ppi);
    let points = f64::from(width) * 72.0 / ppi;
    Pdf::showing(width, width, entries).with(|page| {
        page.content = page
            .content
            .replace("100 0 0 100", &format!("{points} 0 0 {points}"));
    })
}

fn resolutions(number: &'static str, entries: &str) -> Cases {
    let mut cases = Cases::of(number);
    for variant in Variant::ALL {
        for limit in Requirements::of(variant).limits(number) {
            let bad = match limit.severity {
                Severity::Error => "far too coarse",
                _ => "too coarse",
            };
            let sentence = format!("a picture is {bad}");
            cases.fault_in(
                variant,
                limit.severity,
                &sentence,
                &picture_of(limit.a(), entries),
            );
        }
        let wanted = Requirements::of(variant).limits(number).last().unwrap().a();
        cases.fine_in(
            variant,
            "it is just fine enough",
            &picture_of(wanted + 0.1, entries),
        );
    }
    let long = Pdf::showing(17, 16, entries);
    for variant in Variant::ALL {
        cases.fault_in(
            variant,
            Severity::Error,
            "a picture of 17 pixels is coarse",
            &long,
        );
    }
    cases.fine("a picture of 16 pixels is coarse", &Pdf::showing(16, 16, entries));
    cases
}

#[test]
fn pictures_are_fine() {
    let mut cases = resolutions("R0031", "/ColorSpace /DeviceCMYK /BitsPerComponent 8");
    cases.fault_in(
        Variant::SheetCmyk,
        Severity::Error,
        "a picture is stretched",
        &Pdf::showing(500, 20, "/ColorSpace /DeviceCMYK /BitsPerComponent 8"),
    );
    cases.fine(
        "a picture of one bit is coarse",
        &Pdf::showing(20, 20, "/ColorSpace /DeviceGray /BitsPerComponent 1"),
    );
    cases.end();
}

#[test]
fn pictures_of_one_bit_are_finer() {
    let mut cases = resolutions("R0032", "/ColorSpace /DeviceGray /BitsPerComponent 1");
    cases.fault(
        "a picture that colour is poured through is coarse",
        &Pdf::showing(20, 20, "/ImageMask true"),
    );
    cases.fine(
        "a picture of greys is coarse",
        &Pdf::showing(20, 20, "/ColorSpace /DeviceGray /BitsPerComponent 8"),
    );
    cases.end();
}
