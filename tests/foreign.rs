//! Files of other makers that once broke a reader, or that are built to: each is read, drawn and measured to the end. How they and hundreds of
//! others are made and compared with other judges is told in `tests/foreign/README.md`.
#![allow(clippy::disallowed_methods, reason = "tests read what others made")]

use std::fs;
use std::path::Path;

use faltwerk::diag::Log;
use faltwerk::verify::pdf::ink::{Inked, Spots, measure};
use faltwerk::verify::pdf::{Purpose, Reader, open, preflight};

fn held(case: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/foreign/cases");
    fs::read(folder.join(format!("{case}.pdf"))).expect("the case is there")
}

/// The codes of what is said of a case as one for the screen.
fn said(case: &str) -> Vec<&'static str> {
    let bytes = held(case);
    let file = open(&bytes).unwrap_or_else(|why| panic!("{case} is not opened: {why:?}"));
    let mut log = Log::new();
    preflight(&file, Purpose::Screen, false, case, &mut log);
    log.findings()
        .iter()
        .map(|finding| finding.code.as_str())
        .collect()
}

/// The ink of the only page of a case.
fn measured(case: &str) -> Inked {
    let bytes = held(case);
    let file = open(&bytes).unwrap_or_else(|why| panic!("{case} is not opened: {why:?}"));
    let pages = file.pages();
    assert_eq!(pages.len(), 1, "{case}");
    let display = Reader::new(&file).display(&pages[0]);
    measure(&display, pages[0].boxes.bleed, Spots::Mixed)
}

#[test]
fn a_sheet_larger_than_the_earth_is_printed_coarser() {
    let ink = measured("a-sheet-larger-than-the-earth");
    assert!(ink.resolution < 1e-9, "{} pixels an inch", ink.resolution);
}

#[test]
fn a_picture_of_more_samples_than_can_be_counted_is_left_out() {
    assert!(measured("a-picture-of-more-samples-than-can-be-counted").truncated);
}

#[test]
fn forms_that_double_forty_times_are_not_shown_a_thousand_milliard_times() {
    assert!(measured("forms-that-double-forty-times").truncated);
}

#[test]
fn what_shows_itself_is_shown_once() {
    let form = measured("a-form-that-shows-itself");
    assert!((form.highest - 1.0).abs() < 1e-6, "{}", form.highest);
    assert!(measured("a-pattern-that-paints-itself").highest <= 1.0);
}

#[test]
fn a_picture_without_extent_lays_down_no_ink() {
    assert!(measured("a-picture-without-extent").highest < 1e-6);
}

#[test]
fn content_that_breaks_off_is_damage() {
    for case in [
        "content-with-a-bracket-too-much",
        "content-with-a-point-of-one-number",
    ] {
        assert!(said(case).contains(&"pdf/damaged-content"), "{case}");
    }
    assert!(!said("content-that-ends-in-a-comment").contains(&"pdf/damaged-content"));
}

#[test]
fn a_picture_that_cannot_be_unpacked_is_named_and_is_no_ink() {
    for case in [
        "a-picture-of-noise-in-place-of-deflate",
        "a-picture-with-an-unknown-filter",
    ] {
        let ink = measured(case);
        assert_eq!(ink.damaged.len(), 1, "{case}");
        assert!(ink.truncated && ink.highest < 1e-6, "{case}: {}", ink.highest);
    }
    assert!(measured("a-picture-mixed-with-its-matte").damaged.is_empty());
}

#[test]
fn grey_that_is_defined_by_how_it_looks_is_not_measured_as_black_ink() {
    let ink = measured("a-jpeg-2000-picture-without-a-space");
    assert_eq!(ink.unmeasured, ["CalGray"]);
    assert!(ink.highest < 1e-6, "{}", ink.highest);
}

#[test]
fn a_matte_is_taken_out_of_the_colours_of_a_picture() {
    let ink = measured("a-picture-mixed-with-its-matte");
    assert!((ink.square - 2.84).abs() < 0.02, "{}", ink.square);
}
