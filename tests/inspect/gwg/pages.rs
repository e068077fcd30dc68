//! Pages, and the press that they are for.

use super::Cases;
use crate::pdf::Pdf;

#[test]
fn pages_are_not_scaled() {
    let mut cases = Cases::of("R0002");
    cases.fault(
        "a page says that its units are two points",
        &Pdf::painting("").with(|page| page.entries = "/UserUnit 2".into()),
    );
    cases.fault(
        "a page says that its units are points",
        &Pdf::painting("").with(|page| page.entries = "/UserUnit 1".into()),
    );
    cases.fine("a page says nothing of its units", &Pdf::painting(""));
    cases.end();
}

#[test]
fn all_of_a_page_is_shown() {
    let mut cases = Cases::of("R0003");
    let cropped = |crop: &str| Pdf::painting("").with(|page| page.boxes += &format!(" /CropBox {crop}"));
    cases.fault("the trim alone is shown", &cropped("[10 10 290 290]"));
    cases.fault(
        "two pages of three are cropped",
        &cropped("[0 0 300 299]")
            .and_a_page(|_| {})
            .and_a_page(|page| page.boxes = page.boxes.replace("/CropBox [0 0 300 299]", "")),
    );
    cases.fine("the CropBox is the MediaBox", &cropped("[0 0 300 300]"));
    cases.fine("there is no CropBox", &Pdf::painting(""));
    cases.end();
}

#[test]
fn pages_have_one_size_and_stand_upright() {
    let mut cases = Cases::of("R0004");
    cases.fault(
        "a page is turned",
        &Pdf::painting("").with(|page| page.entries = "/Rotate 90".into()),
    );
    cases.fine(
        "a page is turned by nothing",
        &Pdf::painting("").with(|page| page.entries = "/Rotate 0".into()),
    );
    let second = |trim: &str| {
        Pdf::painting("").and_a_page(|page| page.boxes = page.boxes.replace("[10 10 290 290]", trim))
    };
    cases.fault("a page is one point narrower", &second("[10 10 289 290]"));
    cases.fine("a page of the same size lies elsewhere", &second("[5 5 285 285]"));
    cases.end();
}

#[test]
fn the_output_intent_is_of_a_press() {
    let mut cases = Cases::of("R0035");
    let of = |space: &str| Pdf {
        intent: space.into(),
        ..Pdf::painting("")
    };
    cases.fault("the profile is of a screen", &of("RGB "));
    cases.fault("the profile is of a grey printer", &of("GRAY"));
    cases.fine("the profile is of a press", &of("CMYK"));
    cases.end();
}
