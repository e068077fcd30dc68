//! What bounds the measurement, and what it says of what it left out.

use faltwerk::diag::{Code, Log};
use faltwerk::verify::pdf::gwg::Variant;
use faltwerk::verify::pdf::ink::{Inked, Spots, measure};
use faltwerk::verify::pdf::{self, Limits, Purpose, Reader, preflight};

use super::small::{SIDE, Small};

/// The ink of the first page, spot inks apart.
pub(crate) fn measured(small: &Small) -> Inked {
    let file = pdf::open(&small.bytes()).unwrap();
    let page = &file.pages()[0];
    measure(&Reader::new(&file).display(page), page.boxes.bleed, Spots::Apart)
}

/// What is said of a file whose ink is measured: codes, messages and pages.
fn said(small: &Small) -> Vec<(Code, String, Option<usize>)> {
    said_within(small, Limits::default())
}

fn said_within(small: &Small, limits: Limits) -> Vec<(Code, String, Option<usize>)> {
    let file = pdf::File::open(&small.bytes(), limits).unwrap();
    let mut log = Log::new();
    preflight(
        &file,
        Purpose::Press(Variant::SheetCmyk),
        true,
        "flyer.pdf",
        &mut log,
    );
    let findings = log.findings().iter();
    findings
        .map(|finding| {
            let text = faltwerk::diag::render_human(
                finding,
                &Default::default(),
                faltwerk::diag::Lang::English,
                false,
            );
            (finding.code, text, finding.on_page.map(|place| place.page))
        })
        .collect()
}

#[test]
fn a_unit_of_its_own_makes_everything_larger() {
    let mut small = Small::painting("0 0 0 1 k 0 0 10 10 re f");
    let plain = measured(&small);
    small.pages[0].0 = "/UserUnit 3".into();
    let scaled = measured(&small);
    // A square of 10 points on a page of 15 mm; three times as large it is as large as half of a square of 15 mm.
    let share = |side: f64| side * side / (SIDE * SIDE);
    assert!((plain.square - share(10.0)).abs() < 0.01, "{plain:?}");
    assert!((scaled.square - share(30.0)).abs() < 0.02, "{scaled:?}");
}

#[test]
fn a_unit_of_its_own_makes_lines_text_and_pictures_larger() {
    let content = "0.1 w 0.5 0.5 0 0 K 0 5 m 40 5 l S";
    let mut small = Small::painting(content);
    let thin = |small: &Small| said(small).iter().any(|(code, ..)| *code == Code::GWG_R0019);
    assert!(thin(&small));
    small.pages[0].0 = "/UserUnit 10".into();
    assert!(!thin(&small));
}

#[test]
fn the_fullest_square_has_a_place() {
    let small = Small {
        pages: vec![(
            "/MediaBox [0 0 300 300] /TrimBox [20 20 280 280]".into(),
            "1 1 1 1 k 200 100 60 60 re f".into(),
        )],
        ..Small::default()
    };
    let file = pdf::open(&small.bytes()).unwrap();
    let mut log = Log::new();
    preflight(
        &file,
        Purpose::Press(Variant::SheetCmyk),
        true,
        "flyer.pdf",
        &mut log,
    );
    let finding = log
        .findings()
        .iter()
        .find(|finding| finding.code == Code::GWG_R0026);
    let [left, top, right, bottom] = finding.unwrap().on_page.unwrap().area_mm.unwrap();
    let mm = |points: f64| points / 72.0 * 25.4;
    // The first square from above that is full lies in the upper left corner of the ink: 180 points from the left and 120 from the top of the trim.
    assert!(
        (left - mm(180.0)).abs() < 0.6 && (top - mm(120.0)).abs() < 0.6,
        "{left} {top}"
    );
    assert!((right - left - 15.0).abs() < 0.3 && (bottom - top - 15.0).abs() < 0.3);
}

#[test]
fn text_whose_letters_nobody_knows_is_named() {
    let mut small = Small::painting("BT /F 12 Tf 5 10 Td <00410042> Tj ET");
    small.resources =
        "/Font << /F << /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /UniJIS-UTF16-H \
         /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho \
         /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 0 >> >>] >> >>"
            .into();
    assert_eq!(measured(&small).shapeless, ["Mincho"]);
    let said = said(&small);
    assert!(
        said.iter()
            .any(|(code, text, _)| *code == Code::PDF_TOO_MUCH && text.contains("`Mincho`")),
        "{said:#?}"
    );
    assert!(
        said.iter().all(|(code, ..)| *code != Code::GWG_R0005),
        "{said:#?}"
    );
    small.resources = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>".into();
    assert!(measured(&small).shapeless.is_empty());
}

#[test]
fn pages_that_a_file_has_no_work_left_for_are_named() {
    let heavy = "1 0 0 0 k 0 0 42 42 re f ".repeat(20);
    let small = Small {
        pages: vec![(String::new(), heavy); 5],
        ..Small::default()
    };
    // A page is painted on twenty times; the limit is five, and fifteen for all.
    let page = 60 * 60 * 4;
    let limits = Limits {
        ink: page * 5,
        all_ink: page * 15,
        ..Limits::default()
    };
    let said = said_within(&small, limits);
    let of = |says: &str| {
        said.iter()
            .find(|(code, text, _)| *code == Code::PDF_TOO_MUCH && text.contains(says))
    };
    let (_, text, page) = of("was not measured").unwrap_or_else(|| panic!("{said:#?}"));
    assert_eq!(*page, Some(4));
    assert!(text.contains("page 5"), "{text}");
    assert!(of("not all ink").is_some(), "{said:#?}");
}

#[test]
fn annotations_that_are_not_to_be_printed_have_no_ink() {
    let mut small = Small::painting("");
    let form = small.object(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] >>",
        Some("0 0 0 1 k 0 0 10 10 re f"),
    );
    let annotation = |flags: usize| {
        format!(
            "/Annots [<< /Type /Annot /Subtype /Square /Rect [0 0 40 40] /F {flags} /AP << /N {form} 0 R >> >>]"
        )
    };
    small.pages[0].0 = annotation(0);
    assert!(measured(&small).highest < 1e-6);
    small.pages[0].0 = annotation(4);
    assert!((measured(&small).highest - 1.0).abs() < 1e-6);
}
