//! Each requirement of GWG 2022 on a PDF that does not keep it and on one that just does, with the figures of the workgroup's own table.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use faltwerk::diag::{Diagnostic, Lang, Log, Severity, render_human};
use faltwerk::source::Sources;
use faltwerk::verify::pdf;
use faltwerk::verify::pdf::gwg::{Judge, Limit, Requirements, Variant, check};

use crate::pdf::{GROUND, Pdf};

/// The requirements that ask for the ink of pages.
const INK: [&str; 2] = ["R0005", "R0026"];

/// The cases of a requirement, and what was shown of them.
struct Cases {
    number: &'static str,
    shown: String,
}

impl Cases {
    fn of(number: &'static str) -> Self {
        Self {
            number,
            shown: String::new(),
        }
    }

    /// What a variant finds of this requirement.
    fn found(&self, pdf: &Pdf, variant: Variant) -> Vec<Diagnostic> {
        let bytes = pdf.bytes();
        let file = pdf::open(&bytes).unwrap();
        let mut log = Log::new();
        if INK.contains(&self.number) {
            check(&file, variant, "flyer.pdf", &mut log);
        } else {
            // Measuring ink takes longer than all the rest.
            let mut judge = Judge::new(&file, variant);
            let reader = pdf::Reader::new(&file);
            for page in file.pages() {
                judge.page(&page, &reader.display(&page), None);
            }
            judge.finish("flyer.pdf", &mut log);
        }
        let code = format!("gwg/{}", self.number);
        let own = log
            .findings()
            .iter()
            .filter(|finding| finding.code.as_str() == code);
        own.cloned().collect()
    }

    fn limit(&self, variant: Variant) -> Option<Limit> {
        Requirements::of(variant).limit(self.number).cloned()
    }

    /// The figures `A` of each variant that does not ignore it.
    fn figures(&self) -> Vec<(Variant, f64)> {
        let figures = Variant::ALL
            .into_iter()
            .filter_map(|variant| Some((variant, self.limit(variant)?.a())));
        figures.collect()
    }

    /// A PDF with this fault: every variant finds it, as bad as its table says, but for those that ignore it.
    fn fault(&mut self, sentence: &str, pdf: &Pdf) {
        let mut first = true;
        for variant in Variant::ALL {
            let found = self.found(pdf, variant);
            match self.limit(variant) {
                Some(limit) => {
                    assert_eq!(found.len(), 1, "{sentence}: {found:#?}");
                    assert_eq!(found[0].severity, limit.severity, "{sentence}");
                    if std::mem::take(&mut first) {
                        self.tell(sentence, &found);
                    }
                }
                None => assert_eq!(found, [], "{sentence}, which {variant:?} ignores"),
            }
        }
        assert!(!first, "no variant looks for {sentence}");
    }

    /// A PDF with this fault for one variant.
    fn fault_in(&mut self, variant: Variant, severity: Severity, sentence: &str, pdf: &Pdf) {
        let found = self.found(pdf, variant);
        assert_eq!(found.len(), 1, "{sentence}, {variant:?}: {found:#?}");
        assert_eq!(found[0].severity, severity, "{sentence}, {variant:?}");
        self.tell(&format!("{sentence}, {variant:?}"), &found);
    }

    /// A PDF without this fault.
    fn fine(&self, sentence: &str, pdf: &Pdf) {
        for variant in Variant::ALL {
            self.fine_in(variant, sentence, pdf);
        }
    }

    /// A PDF without this fault for one variant.
    fn fine_in(&self, variant: Variant, sentence: &str, pdf: &Pdf) {
        assert_eq!(self.found(pdf, variant), [], "{sentence}, {variant:?}");
    }

    fn tell(&mut self, sentence: &str, found: &[Diagnostic]) {
        let _ = writeln!(self.shown, "== {sentence} ==");
        for lang in Lang::ALL {
            for finding in found {
                let shown = render_human(finding, &Sources::default(), lang, false);
                let _ = writeln!(self.shown, "{}", shown.trim_end());
            }
        }
        self.shown.push('\n');
    }

    /// Compares what was shown with what is expected.
    fn end(self) {
        let file = folder().join(format!("{}.txt", self.number));
        if std::env::var_os("FALTWERK_ACCEPT").is_some_and(|value| value == "1") {
            std::fs::write(&file, &self.shown).unwrap();
            return;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            expected == self.shown,
            "{} says:\n\n{expected}\nbut this was shown:\n\n{}\n\
             `FALTWERK_ACCEPT=1 cargo test --test inspect` accepts it.",
            file.display(),
            self.shown,
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inspect/gwg")
}

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

/// Contents with a colour in each space, by the space.
const COLOURS: &[(&str, &str)] = &[
    ("DeviceRGB", "1 0 0 rg 50 50 50 50 re f"),
    ("a table of DeviceRGB", "/TableOfRgb cs 1 scn 50 50 50 50 re f"),
    ("CalRGB", "/CalibratedRgb cs 1 0 0 scn 50 50 50 50 re f"),
    ("CalGray", "/CalibratedGrey cs 0 scn 50 50 50 50 re f"),
    ("a grey profile", "/IccGrey cs 0 scn 50 50 50 50 re f"),
    ("a profile of RGB", "/IccRgb CS 0 0 0 SCN 50 50 50 50 re S"),
    ("a profile of CMYK", "/IccCmyk cs 0 0 0 1 scn 50 50 50 50 re f"),
    ("Lab", "/Lab cs 50 0 0 scn 50 50 50 50 re f"),
    ("a gradient in DeviceRGB", "q 50 50 50 50 re W n /Rgb sh Q"),
];

/// The same for pictures.
const PICTURES: &[(&str, &str)] = &[
    ("DeviceRGB", "/DeviceRGB"),
    ("CalRGB", "[/CalRGB << /WhitePoint [0.9505 1 1.089] >>]"),
    ("CalGray", "[/CalGray << /WhitePoint [0.9505 1 1.089] >>]"),
    ("a grey profile", "[/ICCBased 13 0 R]"),
    ("a profile of RGB", "[/ICCBased 8 0 R]"),
    ("a profile of CMYK", "[/ICCBased 9 0 R]"),
    ("Lab", "12 0 R"),
];

const IN_INKS: &str = "0 0 0 1 k 50 50 50 50 re f 0.5 g 50 50 50 50 re f /Gold cs 1 scn 50 50 50 50 re f \
                       /TableOfCmyk cs 1 scn 50 50 50 50 re f q 50 50 50 50 re W n /Cmyk sh Q";

#[test]
fn colours_are_in_inks() {
    let mut cases = Cases::of("R0027");
    for (space, content) in COLOURS {
        cases.fault(&format!("a colour is in {space}"), &Pdf::painting(content));
    }
    for (space, written) in PICTURES {
        cases.fault(
            &format!("a picture is in {space}"),
            &Pdf::showing(16, 16, &format!("/ColorSpace {written} /BitsPerComponent 8")),
        );
    }
    for (sentence, content) in [
        (
            "a spot ink is shown in DeviceRGB",
            "/ShownInRgb cs 1 scn 50 50 50 50 re f",
        ),
        (
            "a spot ink is shown in a profile of RGB",
            "/ShownInIccRgb cs 1 scn 50 50 50 50 re f",
        ),
    ] {
        cases.fault(sentence, &Pdf::painting(content));
    }
    cases.fine(
        "a spot ink is shown in Lab",
        &Pdf::painting("/ShownInLab cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine("colours are in inks", &Pdf::painting(IN_INKS));
    cases.fine(
        "a colour is chosen and not used, hidden, or beside the page",
        &Pdf::painting("1 0 0 rg /OC /Hidden BDC 50 50 50 50 re f EMC 0 0 3 3 re f"),
    );
    cases.end();
}

#[test]
fn pictures_alone_may_wait_for_their_conversion() {
    let mut cases = Cases::of("R0028");
    for (space, content) in COLOURS {
        cases.fault(&format!("a colour is in {space}"), &Pdf::painting(content));
    }
    for (space, written) in PICTURES {
        let sentence = format!("a picture is in {space}");
        let pdf = Pdf::showing(16, 16, &format!("/ColorSpace {written} /BitsPerComponent 8"));
        if matches!(*space, "CalRGB" | "a profile of RGB" | "Lab") {
            cases.fine(&sentence, &pdf);
        } else {
            cases.fault(&sentence, &pdf);
        }
    }
    cases.fault(
        "a picture of one bit is painted in a profile of RGB",
        &Pdf::showing(16, 16, "/ImageMask true").with(|page| {
            page.content = page
                .content
                .replace("/Bitmap Do", "/IccRgb cs 0 0 0 scn /Bitmap Do")
        }),
    );
    cases.fault(
        "a spot ink is shown in DeviceRGB",
        &Pdf::painting("/ShownInRgb cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine(
        "a spot ink is shown in a profile of RGB",
        &Pdf::painting("/ShownInIccRgb cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine("colours are in inks", &Pdf::painting(IN_INKS));
    cases.end();
}

#[test]
fn transparency_is_mixed_in_inks() {
    let mut cases = Cases::of("R0030");
    let page = |group: &str| {
        Pdf::painting("").with(|page| page.entries = format!("/Group << /S /Transparency {group} >>"))
    };
    cases.fault("a page mixes in DeviceRGB", &page("/CS /DeviceRGB"));
    cases.fault(
        "a page mixes in a profile of CMYK",
        &page("/CS [/ICCBased 9 0 R]"),
    );
    cases.fine("a page mixes in DeviceCMYK", &page("/CS /DeviceCMYK"));
    cases.fine("a page does not say in what it mixes", &page(""));
    cases.fault("a group mixes in DeviceRGB", &Pdf::painting("/GroupRgb Do"));
    cases.fine("a group mixes in DeviceCMYK", &Pdf::painting("/GroupCmyk Do"));
    let masked = |state: &str| Pdf::painting(&format!("/{state} gs 0 0 0 1 k 50 50 50 50 re f"));
    cases.fault("light in DeviceRGB masks", &masked("LightRgb"));
    cases.fault("what covers in DeviceGray masks", &masked("AlphaGrey"));
    cases.fine("light in DeviceGray masks", &masked("LightGrey"));
    cases.end();
}

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

/// Every requirement of the table that any variant does not ignore has a text here; PDF/X-4 itself, R0001, has findings of its own.
#[test]
fn every_requirement_has_cases() {
    for variant in Variant::ALL {
        for number in Requirements::of(variant)
            .numbers()
            .filter(|number| *number != "R0001")
        {
            let text = std::fs::read_to_string(folder().join(format!("{number}.txt"))).unwrap_or_default();
            assert!(text.contains(&format!("[gwg/{number}]")), "no case for {number}");
        }
    }
}

/// The ledger has a line for every requirement; those that it says are ignored are those that the table ignores, and the others are enforced.
#[test]
fn the_ledger_agrees_with_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verify/pdf");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let (table, ledger) = (read("gwg/gwg2022.tsv"), read("GWG2022.md"));
    let used: Vec<&str> = Variant::ALL
        .into_iter()
        .flat_map(|variant| Requirements::of(variant).numbers().collect::<Vec<_>>())
        .collect();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 39);
    for row in rows {
        let number = row.split('\t').next().unwrap();
        let begins = format!("- {number}, ");
        let line = ledger
            .lines()
            .find(|line| line.starts_with(&begins))
            .unwrap_or_else(|| panic!("no line for {number}"));
        let is_ignored = line.ends_with("*ignored by all three variants*");
        let is_enforced = line.contains("*enforced by `") || number == "R0001";
        assert_eq!(is_ignored, !used.contains(&number), "{line}");
        assert_eq!(is_enforced, used.contains(&number), "{line}");
    }
}
