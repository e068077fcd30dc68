//! What overprints and should not, and the other way round.

use super::Cases;
use crate::pdf::{GROUND, Pdf};

#[test]
fn white_text_does_not_overprint() {
    let mut cases = Cases::of("R0007");
    for (sentence, operators) in [
        ("white text overprints", "/Over gs 0 0 0 0 k"),
        ("white text in DeviceGray overprints", "/Over gs 1 g"),
        ("text in none of a spot ink overprints", "/Over gs /Gold cs 0 scn"),
        ("text overprints as lines do", "/OverBoth gs 0 0 0 0 k"),
        ("the outline of text overprints", "/OverStroke gs 0 0 0 0 K 1 Tr"),
        (
            "text is filled and its white outline overprints",
            "/OverStroke gs 0 0 0 1 k 0 0 0 0 K 2 Tr",
        ),
    ] {
        cases.fault(sentence, &Pdf::saying(operators, 20.0));
    }
    for (sentence, operators) in [
        ("white text knocks out", "0 0 0 0 k"),
        ("nearly white text overprints", "/Over gs 0.01 0 0 0 k"),
        ("only outlines would overprint", "/OverStroke gs 0 0 0 0 k"),
        ("the text is invisible", "/Over gs 0 0 0 0 k 3 Tr"),
        ("the text is transparent", "/Over gs /Gone gs 0 0 0 0 k"),
    ] {
        cases.fine(sentence, &Pdf::saying(operators, 20.0));
    }
    let word = "/Over gs 0 0 0 0 k BT /Sans 20 Tf 50 100 Td (Hamburg) Tj ET";
    cases.fine("nothing lies under it", &Pdf::on_paper(word));
    cases.fine(
        "what lies there is painted later",
        &Pdf::on_paper(&format!("{word} {GROUND}")),
    );
    cases.fine(
        "a frame lies about it",
        &Pdf::on_paper(&format!("0 0 0 1 K 20 20 200 200 re S {word}")),
    );
    cases.fine(
        "it lies beside the page",
        &Pdf::painting("/Over gs 0 0 0 0 k BT /Sans 3 Tf 0 1 Td (H) Tj ET"),
    );
    cases.end();
}

#[test]
fn white_shapes_do_not_overprint() {
    let mut cases = Cases::of("R0008");
    cases.fault(
        "a white shape overprints",
        &Pdf::painting("/Over gs 0 0 0 0 k 50 50 50 50 re f"),
    );
    cases.fault(
        "a white line overprints",
        &Pdf::painting("/Over gs 0 0 0 0 K 50 50 m 100 100 l S"),
    );
    cases.fault(
        "white shapes overprint on two pages",
        &Pdf::painting("/Over gs 0 0 0 0 k 50 50 50 50 re f 150 50 50 50 re f").and_a_page(|_| {}),
    );
    cases.fine("it knocks out", &Pdf::painting("0 0 0 0 k 50 50 50 50 re f"));
    cases.fine(
        "a coloured shape overprints",
        &Pdf::painting("/Over gs 0 1 0 0 k 50 50 50 50 re f"),
    );
    cases.fine(
        "it lies in the hole of a ring",
        &Pdf::on_paper("0 0 0 1 k 20 20 200 200 re 40 40 160 160 re f* /Over gs 0 0 0 0 k 80 80 20 20 re f"),
    );
    cases.end();
}

#[test]
fn small_black_text_overprints() {
    let mut cases = Cases::of("R0009");
    for (_, most) in cases.figures().into_iter().take(1) {
        for (sentence, operators) in [
            ("small black text knocks out", "0 0 0 1 k"),
            ("small black text overprints in mode 0", "/Over0 gs 0 0 0 1 k"),
            (
                "small text in the spot ink Black knocks out",
                "/BlackOnly cs 1 scn",
            ),
            ("small text in Black and None knocks out", "/BlackNone cs 1 1 scn"),
            ("the black outline of small text knocks out", "0 0 0 1 K 1 Tr"),
        ] {
            cases.fault(sentence, &Pdf::saying(operators, most - 0.1));
        }
        for (sentence, operators, size) in [
            ("it is just large enough", "0 0 0 1 k", most),
            ("it overprints", "/Over gs 0 0 0 1 k", most - 0.1),
            (
                "it overprints in a spot ink in mode 0",
                "/Over0 gs /BlackOnly cs 1 scn",
                most - 0.1,
            ),
            ("it is in DeviceGray", "0 g", most - 0.1),
            ("it is nearly black", "0 0 0 0.99 k", most - 0.1),
            ("it is black of two inks", "0.1 0 0 1 k", most - 0.1),
            ("it shines through", "/Half gs 0 0 0 1 k", most - 0.1),
            ("it is multiplied", "/Multiply gs 0 0 0 1 k", most - 0.1),
        ] {
            cases.fine(sentence, &Pdf::saying(operators, size));
        }
    }
    cases.fine(
        "it is enlarged",
        &Pdf::painting("0 0 0 1 k q 3 0 0 3 0 0 cm BT /Sans 4 Tf 20 20 Td (Hamburg) Tj ET Q"),
    );
    cases.fine(
        "it lies on paper",
        &Pdf::on_paper("0 0 0 1 k BT /Sans 8 Tf 50 100 Td (Hamburg) Tj ET"),
    );
    cases.end();
}

#[test]
fn thin_black_lines_overprint() {
    let mut cases = Cases::of("R0010");
    for (_, most) in cases.figures().into_iter().take(1) {
        let stroked =
            |operators: &str, width: f64| Pdf::painting(&format!("{operators} {width} w 50 50 m 150 50 l S"));
        let filled =
            |operators: &str, width: f64| Pdf::painting(&format!("{operators} 50 50 100 {width} re f"));
        let thin = most - 0.1;
        cases.fault("a thin black line knocks out", &stroked("0 0 0 1 K", thin));
        cases.fault(
            "a line that is much too thin knocks out",
            &stroked("0 0 0 1 K", 0.000_123),
        );
        cases.fault(
            "a thin black line overprints in mode 0",
            &stroked("/Over0 gs 0 0 0 1 K", thin),
        );
        cases.fault("a thin black bar knocks out", &filled("0 0 0 1 k", thin));
        cases.fault(
            "a thin black bar that is turned knocks out",
            &filled("0.8 0.6 -0.6 0.8 80 0 cm 0 0 0 1 k", thin),
        );
        cases.fine("a line is just thick enough", &stroked("0 0 0 1 K", most));
        cases.fine("a bar is just thick enough", &filled("0 0 0 1 k", most));
        cases.fine("a line overprints", &stroked("/Over gs 0 0 0 1 K", thin));
        cases.fine("a bar overprints", &filled("/Over gs 0 0 0 1 k", thin));
        cases.fine("a line is in DeviceGray", &stroked("0 G", thin));
        cases.fine(
            "a drawing is small",
            &Pdf::painting("0 0 0 1 k 50 50 m 51 52 52 52 53 50 c f"),
        );
    }
    cases.end();
}
