//! What stands in DeviceGray.

use super::Cases;
use crate::pdf::Pdf;

#[test]
fn small_text_is_not_in_device_gray() {
    let mut cases = Cases::of("R0011");
    for (_, most) in cases.figures().into_iter().take(1) {
        cases.fault("small text is in DeviceGray", &Pdf::saying("0 g", most - 0.1));
        cases.fault(
            "the outline of small text is in DeviceGray",
            &Pdf::saying("0 0 0 1 k 0.5 G 2 Tr", most - 0.1),
        );
        cases.fine("it is just large enough", &Pdf::saying("0 g", most));
        cases.fine("it is in black ink", &Pdf::saying("0 0 0 1 k", most - 0.1));
        cases.fine(
            "its outline is not drawn",
            &Pdf::saying("0 0 0 1 k 0 G", most - 0.1),
        );
    }
    cases.fine(
        "it lies on paper",
        &Pdf::on_paper("0 g BT /Sans 8 Tf 50 100 Td (Hamburg) Tj ET"),
    );
    cases.end();
}

#[test]
fn thin_lines_are_not_in_device_gray() {
    let mut cases = Cases::of("R0012");
    for (_, most) in cases.figures().into_iter().take(1) {
        let line =
            |colour: &str, width: f64| Pdf::painting(&format!("{colour} {width} w 50 50 m 150 50 l S"));
        cases.fault("a thin line is in DeviceGray", &line("0 G", most - 0.1));
        cases.fault(
            "a thin bar is in DeviceGray",
            &Pdf::painting(&format!("0.5 g 50 50 {} 100 re f", most - 0.1)),
        );
        cases.fine("it is just thick enough", &line("0 G", most));
        cases.fine("it is in black ink", &line("0 0 0 1 K", most - 0.1));
    }
    cases.fine("it lies on paper", &Pdf::on_paper("0 G 1 w 50 50 m 150 50 l S"));
    cases.end();
}

#[test]
fn device_gray_does_not_overprint() {
    let mut cases = Cases::of("R0013");
    cases.fault(
        "a grey shape overprints",
        &Pdf::painting("/Over gs 0.5 g 50 50 50 50 re f"),
    );
    cases.fault("grey text overprints", &Pdf::saying("/Over gs 0.5 g", 20.0));
    cases.fault(
        "a grey outline overprints",
        &Pdf::painting("/OverStroke gs 0.5 G 5 w 50 50 50 50 re S"),
    );
    cases.fine("it knocks out", &Pdf::painting("0.5 g 50 50 50 50 re f"));
    cases.fine(
        "only its outline would overprint",
        &Pdf::painting("/OverStroke gs 0.5 g 50 50 50 50 re f"),
    );
    cases.fine(
        "it is a tint of black",
        &Pdf::painting("/Over gs 0 0 0 0.5 k 50 50 50 50 re f"),
    );
    cases.fine(
        "it lies on paper",
        &Pdf::on_paper("/Over gs 0.5 g 50 50 50 50 re f"),
    );
    cases.end();
}
