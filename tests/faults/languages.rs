//! A document that states no language: each of what is read aloud needs one from elsewhere.

use lopdf::{Object, dictionary};

use super::print::link;
use crate::codes;
use crate::common::spoilt::{Pdf, string};

/// A change of a PDF.
type Change = fn(&mut Pdf);

const SPEAKS: &[(&str, Change)] = &[
    ("an outline", |pdf| {
        let entry = pdf.add(dictionary! { "Title" => string("Kontakt") });
        pdf.catalog().set(
            "Outlines",
            dictionary! { "First" => entry.clone(), "Last" => entry },
        );
    }),
    ("a title that may be of any language", |pdf| {
        pdf.metadata("xml:lang=\"de\"", "xml:lang=\"x-default\"");
    }),
    ("an annotation outside of the tags", |pdf| {
        let mut told = link([10.0, 10.0, 20.0, 20.0]);
        told.set("Contents", string("berlin.de"));
        pdf.annotate(1, told);
    }),
    ("a figure whose language is unknown", |pdf| {
        pdf.element("Figure").set("Lang", string(""));
    }),
    ("text that is in no tag", |pdf| {
        pdf.paint(1, "BT /F0 12 Tf 100 100 Td <0004> Tj ET");
    }),
];

const IS_SILENT: &[(&str, Change)] = &[
    ("all of it in German", |_| {}),
    ("an outline without entries", |pdf| {
        pdf.catalog().set("Outlines", dictionary! { "Count" => 0 });
    }),
    ("an annotation that says nothing", |pdf| {
        pdf.annotate(1, link([10.0, 10.0, 20.0, 20.0]));
    }),
    ("text of an artifact", |pdf| {
        pdf.paint(1, "/Artifact BMC BT /F0 12 Tf 100 100 Td <0004> Tj ET EMC");
    }),
    ("a form in no tag", |pdf| pdf.paint(1, "0 0 9 9 re f")),
    ("text that names its language", |pdf| {
        pdf.paint(
            1,
            "/Span << /Lang (en) >> BDC BT /F0 12 Tf 100 100 Td <0004> Tj ET EMC",
        );
    }),
    ("no tags and no text", |pdf| {
        pdf.catalog().remove(b"StructTreeRoot");
        let pages: Vec<u32> = pdf.document.get_pages().into_keys().collect();
        for page in pages {
            pdf.page(page).remove(b"Annots");
            pdf.set_content(page, "0 0 9 9 re f");
        }
    }),
];

fn lacks_language(change: Change) -> bool {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.language_of_tags("de");
    change(&mut pdf);
    codes(&pdf.bytes(), "ua/no-language").len() == 1
}

#[test]
fn what_is_read_aloud_needs_a_language() {
    for (what, change) in SPEAKS {
        assert!(lacks_language(*change), "{what} is not found");
    }
}

#[test]
fn what_is_not_read_aloud_needs_none() {
    for (what, change) in IS_SILENT {
        assert!(!lacks_language(*change), "{what} is found");
    }
}

#[test]
fn text_without_tags_needs_a_language() {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.catalog().remove(b"StructTreeRoot");
    pdf.catalog().remove(b"Lang");
    assert_eq!(codes(&pdf.bytes(), "ua/no-language"), ["ua/no-language"]);
    let mut stated = Pdf::product("flyer.screen.pdf");
    stated.catalog().remove(b"StructTreeRoot");
    stated.catalog().set("Lang", Object::string_literal("de"));
    assert_eq!(codes(&stated.bytes(), "ua/no-language"), [""; 0]);
}
