//! How thin lines are.

use faltwerk::verify::pdf::gwg::Variant;

use super::Cases;
use crate::pdf::Pdf;

#[test]
fn white_lines_are_not_thin() {
    let mut cases = Cases::of("R0018");
    let least = cases.limit(Variant::SheetCmyk).unwrap().a();
    let line = |colour: &str, width: f64| Pdf::painting(&format!("{colour} {width} w 50 50 m 150 50 l S"));
    cases.fault("a white line is thin", &line("0 0 0 0 K", least - 0.01));
    cases.fault(
        "a white bar is thin",
        &Pdf::painting(&format!("0 0 0 0 k 50 50 100 {} re f", least - 0.01)),
    );
    cases.fine("it is just thick enough", &line("0 0 0 0 K", least));
    cases.fine("it is light", &line("0.1 0 0 0 K", least - 0.01));
    cases.fine(
        "its outline makes it thick",
        &Pdf::painting("0 0 0 0 k 0 0 0 0 K 1 w 50 50 100 0.1 re B"),
    );
    cases.fine(
        "it lies on paper",
        &Pdf::on_paper("0 0 0 0 K 0.1 w 50 50 m 150 50 l S"),
    );
    cases.end();
}

#[test]
fn lines_of_several_inks_are_not_thin() {
    let mut cases = Cases::of("R0019");
    let least = cases.limit(Variant::SheetCmyk).unwrap().a();
    let line = |colour: &str, width: f64| Pdf::on_paper(&format!("{colour} {width} w 50 50 m 150 50 l S"));
    cases.fault("a line of two inks is thin", &line("1 0.8 0 0 K", least - 0.01));
    cases.fault("a line has no width", &line("1 0.8 0 0 K", 0.0));
    cases.fault(
        "a line is thin when it is made smaller",
        &Pdf::on_paper("0.5 0 0 0.5 0 0 cm 1 0.8 0 0 K 0.4 w 50 50 m 150 50 l S"),
    );
    cases.fault(
        "a bar of two inks is thin",
        &Pdf::on_paper(&format!(
            "1 0.8 0 0 k 50 50 m 150 50 l 150 {y} l 50 {y} l f",
            y = 50.24
        )),
    );
    cases.fine("it is just thick enough", &line("1 0.8 0 0 K", least));
    cases.fine("it is of one ink", &line("0 0 0 1 K", least - 0.01));
    cases.fine(
        "it is a step after printing",
        &Pdf::on_paper("/OC /Step BDC 1 1 0 0 K 0.1 w 50 50 m 150 50 l S EMC"),
    );
    cases.end();
}
