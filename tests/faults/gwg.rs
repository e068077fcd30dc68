//! The faults of *Done when* that printers name by the requirements of GWG 2022: each is put into one of our own PDFs.

use faltwerk::diag::Log;
use faltwerk::verify::pdf::gwg::{Variant, check};
use faltwerk::verify::pdf::open;

use crate::common::spoilt::{Pdf, numbers};

/// A fault, how the press flyer is spoilt with it, and the code that names it.
type Mutation = (&'static str, fn(&mut Pdf), &'static str);

const MUTATIONS: &[Mutation] = &[
    (
        "400 % ink",
        |pdf| pdf.paint(1, "1 1 1 1 k 100 100 100 100 re f"),
        "gwg/R0026",
    ),
    (
        "0.05 pt line",
        |pdf| pdf.paint(1, "1 1 0 0 K 0.05 w 100 100 m 200 100 l S"),
        "gwg/R0019",
    ),
    (
        "white overprint",
        |pdf| {
            pdf.resource(
                1,
                "ExtGState",
                "Over",
                lopdf::dictionary! { "op" => true, "OP" => true, "OPM" => 0 },
            );
            pdf.paint(
                1,
                "1 0 0 0 k 90 90 99 99 re f /Over gs 0 0 0 0 k 100 100 20 20 re f",
            );
        },
        "gwg/R0008",
    ),
    ("empty page", |pdf| pdf.set_content(2, ""), "gwg/R0005"),
    (
        "CropBox smaller than MediaBox",
        |pdf| pdf.page(1).set("CropBox", numbers(&[8.5, 8.5, 850.4, 603.8])),
        "gwg/R0003",
    ),
];

#[test]
fn each_fault_of_the_press_is_caught_by_the_requirement_that_names_it() {
    let found = |bytes: &[u8]| {
        let file = open(bytes).unwrap();
        let mut log = Log::new();
        check(&file, Variant::SheetCmyk, "flyer.pdf", &mut log);
        let codes: Vec<&str> = log
            .findings()
            .iter()
            .map(|finding| finding.code.as_str())
            .collect();
        codes
    };
    let before = found(&Pdf::product_bytes("flyer.press.pdf"));
    for (fault, spoil, code) in MUTATIONS {
        let mut pdf = Pdf::product("flyer.press.pdf");
        spoil(&mut pdf);
        assert!(!before.contains(code), "{code} is found in what is not spoilt");
        let after = found(&pdf.bytes());
        assert!(after.contains(code), "{fault} gives {after:?}");
    }
}
