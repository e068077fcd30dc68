//! The faults that whoever prepares a PDF meets most: each is put into one of our own PDFs, and the finding that names it comes.

use lopdf::dictionary;

use super::print::link;
use crate::codes;
use crate::common::spoilt::{Pdf, numbers};

/// A fault, the product that is spoilt with it, and the code that names it.
type Mutation = (&'static str, &'static str, fn(&mut Pdf), &'static str);

const MUTATIONS: &[Mutation] = &[
    (
        "no TrimBox",
        "flyer.press.pdf",
        |pdf| {
            pdf.page(1).remove(b"TrimBox");
        },
        "x4/no-trim-box",
    ),
    (
        "Trim outside Bleed",
        "flyer.press.pdf",
        |pdf| pdf.page(2).set("TrimBox", numbers(&[-3.0, 8.5, 850.4, 603.8])),
        "x4/trim-outside-bleed",
    ),
    (
        "no output intent",
        "flyer.press.pdf",
        |pdf| {
            pdf.catalog().remove(b"OutputIntents");
        },
        "x4/no-output-intent",
    ),
    (
        "intent without profile",
        "flyer.press.pdf",
        |pdf| {
            pdf.at(&["OutputIntents"]).remove(b"DestOutputProfile");
        },
        "x4/intent-without-profile",
    ),
    (
        "RGB fill",
        "flyer.press.pdf",
        |pdf| pdf.paint(1, "1 0 0 rg 50 50 20 20 re f"),
        "x4/device-rgb",
    ),
    (
        "unembedded font",
        "flyer.press.pdf",
        |pdf| {
            pdf.helvetica(1);
            pdf.paint(1, "BT /Helv 12 Tf 50 50 Td (Flyer) Tj ET");
        },
        "x4/font-not-embedded",
    ),
    (
        "unembedded font",
        "flyer.screen.pdf",
        |pdf| {
            pdf.helvetica(1);
            pdf.paint(1, "/Artifact BMC BT /Helv 12 Tf 50 50 Td (Flyer) Tj ET EMC");
        },
        "ua/font-not-embedded",
    ),
    (
        "JavaScript",
        "flyer.press.pdf",
        |pdf| {
            let script =
                pdf.add(dictionary! { "S" => "JavaScript", "JS" => lopdf::Object::string_literal("1") });
            pdf.catalog().set("OpenAction", script);
        },
        "x4/javascript",
    ),
    (
        "JavaScript",
        "flyer.screen.pdf",
        |pdf| {
            let script =
                pdf.add(dictionary! { "S" => "JavaScript", "JS" => lopdf::Object::string_literal("1") });
            pdf.catalog().set("OpenAction", script);
        },
        "pdf/javascript",
    ),
    (
        "0.05 pt line",
        "flyer.press.pdf",
        |pdf| pdf.paint(1, "0.05 w 100 100 m 200 100 l S"),
        "pdf/hairline",
    ),
    (
        "empty page",
        "flyer.screen.pdf",
        |pdf| pdf.set_content(2, ""),
        "pdf/empty-page",
    ),
    (
        "CropBox smaller than MediaBox",
        "flyer.screen.pdf",
        |pdf| pdf.page(1).set("CropBox", numbers(&[10.0, 10.0, 800.0, 580.0])),
        "pdf/cropped",
    ),
    (
        "encryption",
        "flyer.press.pdf",
        |pdf| pdf.encrypt("", true),
        "x4/encrypted",
    ),
    (
        "encryption",
        "flyer.screen.pdf",
        |pdf| pdf.encrypt("", false),
        "ua/shut-to-readers",
    ),
    (
        "link inside the bleed",
        "flyer.press.pdf",
        |pdf| {
            pdf.annotate(1, link([2.0, 2.0, 6.0, 6.0]));
        },
        "x4/annotation-in-bleed",
    ),
    (
        "missing /Lang",
        "flyer.screen.pdf",
        |pdf| {
            pdf.catalog().remove(b"Lang");
        },
        "ua/no-language",
    ),
    (
        "untagged content",
        "flyer.screen.pdf",
        |pdf| pdf.replace(1, "/H1<</MCID 0>>BDC", "/H1 BMC"),
        "ua/untagged-content",
    ),
    (
        "figure without Alt",
        "brochure.screen.pdf",
        |pdf| {
            pdf.element("Figure").remove(b"Alt");
        },
        "ua/figure-without-alt",
    ),
    (
        "H1 after H3",
        "flyer.screen.pdf",
        |pdf| {
            pdf.element("H1").set("S", "H3");
            pdf.element("H2").set("S", "H1");
        },
        "ua/first-heading-not-h1",
    ),
    (
        "H3 after H1",
        "flyer.screen.pdf",
        |pdf| pdf.element("H2").set("S", "H3"),
        "ua/skipped-heading",
    ),
    (
        "wrong width",
        "flyer.press.pdf",
        |pdf| pdf.widths(1, 30.0),
        "x4/wrong-width",
    ),
    (
        "wrong width",
        "flyer.screen.pdf",
        |pdf| pdf.widths(1, 30.0),
        "ua/wrong-width",
    ),
    (
        "no StructParents",
        "flyer.screen.pdf",
        |pdf| {
            pdf.page(2).remove(b"StructParents");
        },
        "ua/no-struct-parents",
    ),
    (
        "TH without Scope",
        "flyer.screen.pdf",
        |pdf| {
            pdf.grow("Table(TR(TH TD) TR(TH TD))");
        },
        "ua/header-without-scope",
    ),
];

#[test]
fn each_fault_is_caught_by_the_finding_that_names_it() {
    for (fault, product, spoil, code) in MUTATIONS {
        let set = code.split_inclusive('/').next().unwrap();
        let mut pdf = Pdf::product(product);
        assert_eq!(
            codes(&Pdf::product(product).bytes(), set),
            [""; 0],
            "{product} written again"
        );
        spoil(&mut pdf);
        let found = codes(&pdf.bytes(), set);
        assert!(found.contains(code), "{fault} in {product} gives {found:?}");
    }
}
