//! How much ink, and of which plates.

use faltwerk::verify::pdf::gwg::Variant;

use super::Cases;
use crate::pdf::Pdf;

#[test]
fn no_page_is_empty() {
    let mut cases = Cases::of("R0005");
    cases.fault("a page paints nothing", &Pdf::on_paper(""));
    cases.fault(
        "a page paints white, what is hidden, and beside itself",
        &Pdf::on_paper(
            "0 0 0 0 k 50 50 100 100 re f 0 0 0 1 k 0 0 3 3 re f /OC /Hidden BDC 50 50 50 50 re f EMC",
        ),
    );
    cases.fine("a page has a dot", &Pdf::on_paper("0 0 0 1 k 50 50 1 1 re f"));
    cases.fine(
        "a page has a picture in RGB",
        &Pdf::on_paper("1 0 0 rg 50 50 50 50 re f"),
    );
    cases.end();
}

#[test]
fn spot_inks_are_not_used() {
    let mut cases = Cases::of("R0020");
    cases.fault(
        "a spot ink is used",
        &Pdf::painting("/Gold cs 1 scn 50 50 50 50 re f"),
    );
    cases.fault(
        "two spot inks are used, one of them with black",
        &Pdf::painting("/Silver CS 1 SCN 50 50 50 50 re S /GoldBlack cs 1 0 scn 50 50 50 50 re f"),
    );
    cases.fault(
        "a step after printing has an ink of its own",
        &Pdf::painting("/OC /Step BDC /Creasing CS 1 SCN 50 10 m 50 290 l S EMC"),
    );
    cases.fault(
        "a picture is of a spot ink",
        &Pdf::showing(
            16,
            16,
            "/ColorSpace [/Separation /Gold /DeviceCMYK 5 0 R] /BitsPerComponent 8",
        ),
    );
    cases.fine(
        "process inks, all of them and none are called by name",
        &Pdf::painting(
            "/BlackOnly cs 1 scn 50 50 50 50 re f /CyanBlack cs 1 1 scn 50 50 50 50 re f \
             /Everything cs 1 scn 50 50 50 50 re f /Nothing cs 1 scn 50 50 50 50 re f",
        ),
    );
    cases.fine(
        "a spot ink is chosen and not used",
        &Pdf::painting("/Gold cs 1 scn"),
    );
    cases.end();
}

#[test]
fn registration_colour_is_for_marks() {
    let mut cases = Cases::of("R0024");
    cases.fault(
        "a shape is in the registration colour",
        &Pdf::painting("/Everything cs 1 scn 50 50 50 50 re f"),
    );
    cases.fault(
        "text is in the registration colour",
        &Pdf::saying("/Everything cs 1 scn", 20.0),
    );
    cases.fault(
        "a line reaches into the bleed",
        &Pdf::painting("/Everything CS 1 SCN 1 w 0 20 m 6 20 l S"),
    );
    cases.fine(
        "a mark stands beside the page",
        &Pdf::painting("/Everything CS 1 SCN 1 w 0 20 m 5 20 l S"),
    );
    cases.end();
}

#[test]
fn ink_does_not_drown_the_paper() {
    let mut cases = Cases::of("R0026");
    let limit = cases.limit(Variant::SheetCmyk).unwrap();
    let side = limit.b() / 25.4 * 72.0;
    let square = |total: f64, side: f64| {
        let each = total / 4.0;
        Pdf::on_paper(&format!("{each} {each} {each} {each} k 60 60 {side} {side} re f"))
    };
    let most = limit.a() / 100.0;
    cases.fault("a square has too much ink", &square(most + 0.03, side + 2.0));
    cases.fault(
        "a square has a little too much ink",
        &square(most + 0.003, side + 2.0),
    );
    cases.fine(
        "a square has just as much as it may",
        &square(most - 0.01, side + 2.0),
    );
    cases.fine("a smaller one has more", &square(most + 0.03, side * 0.9));
    cases.fine(
        "a spot ink lies on it",
        &Pdf::on_paper("/Over gs 0.8 0.8 0.8 0.7 k 60 60 90 90 re f /Gold cs 1 scn 60 60 90 90 re f"),
    );
    cases.end();
}
