//! How text is set and inked.

use faltwerk::verify::pdf::gwg::Variant;

use super::Cases;
use crate::pdf::Pdf;

#[test]
fn courier_stands_for_fonts_that_are_missing() {
    let mut cases = Cases::of("R0014");
    let set_in = |font: &str| Pdf::painting(&format!("0 0 0 1 k BT /{font} 20 Tf 50 100 Td (Hamburg) Tj ET"));
    cases.fault("text is set in Courier", &set_in("Courier"));
    cases.fault("text is set in a subset of Courier", &set_in("Subset"));
    cases.fine("text is set in Courier New", &set_in("New"));
    cases.fine("text is set in Helvetica", &set_in("Sans"));
    cases.end();
}

#[test]
fn text_is_not_in_rich_black() {
    let mut cases = Cases::of("R0015");
    let limit = cases.limit(Variant::SheetCmyk).unwrap();
    let (black, total) = (limit.a(), limit.b());
    let text = |black: f64, total: f64| {
        let other = (total - black) / 3.0;
        Pdf::saying(&format!("{other} {other} {other} {black} k"), 20.0)
    };
    cases.fault("text is in a rich black", &text(black, total + 0.01));
    cases.fine("it is just not black enough", &text(black - 0.01, total + 0.01));
    cases.fine("it has just not too much ink", &text(black, total));
    cases.fine(
        "a shape is in a rich black",
        &Pdf::painting("1 1 1 1 k 50 50 50 50 re f"),
    );
    cases.end();
}

#[test]
fn white_text_is_not_small() {
    let mut cases = Cases::of("R0016");
    for (variant, least) in cases.figures() {
        let severity = cases.limit(variant).unwrap().severity;
        cases.fault_in(
            variant,
            severity,
            "white text is small",
            &Pdf::saying("0 0 0 0 k", least - 0.1),
        );
        cases.fine_in(
            variant,
            "it is just large enough",
            &Pdf::saying("0 0 0 0 k", least),
        );
        cases.fine_in(variant, "it is light", &Pdf::saying("0 0.1 0 0 k", least - 0.1));
        cases.fine_in(
            variant,
            "it lies on paper",
            &Pdf::on_paper(&format!(
                "0 0 0 0 k BT /Sans {} Tf 50 100 Td (Hamburg) Tj ET",
                least - 0.1
            )),
        );
    }
    cases.end();
}

#[test]
fn text_of_several_inks_is_not_small() {
    let mut cases = Cases::of("R0017");
    for (variant, least) in cases.figures() {
        let severity = cases.limit(variant).unwrap().severity;
        for (sentence, colour) in [
            ("small text is of two inks", "1 0.8 0 0 k"),
            ("small text is of a spot ink and black", "/GoldBlack cs 1 0.5 scn"),
            (
                "the outline of small text is of two inks",
                "0 0 0 1 k 1 0.8 0 0 K 2 Tr",
            ),
        ] {
            cases.fault_in(variant, severity, sentence, &Pdf::saying(colour, least - 0.1));
        }
        for (sentence, colour, size) in [
            ("it is just large enough", "1 0.8 0 0 k", least),
            ("it is of one ink", "0 0.8 0 0 k", least - 0.1),
            (
                "it is of a spot ink and none of black",
                "/GoldBlack cs 1 0 scn",
                least - 0.1,
            ),
            ("it is of black and of None", "/BlackNone cs 1 1 scn", least - 0.1),
        ] {
            cases.fine_in(variant, sentence, &Pdf::saying(colour, size));
        }
        cases.fine_in(
            variant,
            "a step after printing says it",
            &Pdf::painting(&format!(
                "/OC /Step BDC 1 0.8 0 0 k BT /Sans {} Tf 50 100 Td (Hamburg) Tj ET EMC",
                least - 0.1
            )),
        );
    }
    cases.end();
}
