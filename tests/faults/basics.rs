//! What holds for any PDF.

use lopdf::{Document, Object, dictionary};

use crate::common::spoilt::{Pdf, numbers};
use crate::{cases, codes};

cases! {
    something_that_is_no_pdf_is_said_to_be_none: "pdf/no-pdf", "flyer.press.pdf",
        |pdf| pdf.raw(|_| b"<html><body>flyer</body></html>".to_vec()),
        |pdf| pdf.raw(|bytes| [b"junk before\n".to_vec(), bytes].concat());
    a_file_whose_table_is_lost_is_damaged: "pdf/damaged", "flyer.press.pdf",
        |pdf| pdf.raw(|bytes| bytes[..bytes.len() - 40].to_vec()),
        |pdf| pdf.raw(|bytes| [bytes, b"\n\n".to_vec()].concat());
    each_page_is_named_once: "pdf/damaged-page-tree", "flyer.press.pdf",
        |pdf| pdf.name_pages(&[1, 2, 1]),
        |pdf| pdf.name_pages(&[2, 1]);
    operators_that_name_nothing_are_damage: "pdf/damaged-content", "flyer.press.pdf",
        |pdf| pdf.paint(1, "/Nowhere gs"),
        |pdf| { pdf.resource(1, "ExtGState", "Here", dictionary! { "LW" => 1 }); pdf.paint(1, "/Here gs"); };
    a_file_with_a_password_is_locked: "pdf/locked", "flyer.press.pdf",
        |pdf| pdf.encrypt("secret", true),
        |pdf| pdf.encrypt("", true);
    a_page_without_end_is_not_looked_at_to_its_end: "pdf/too-much", "flyer.press.pdf",
        |pdf| pdf.set_content(1, &"0 0 1 1 re f\n".repeat(500_001)),
        |pdf| pdf.set_content(1, &"0 0 1 1 re f\n".repeat(500_000));
    a_file_without_pages_is_empty: "pdf/no-pages", "flyer.press.pdf",
        |pdf| { pdf.document = Document::with_version("1.6"); pdf.bare(0); },
        |pdf| { pdf.document = Document::with_version("1.6"); pdf.bare(1); };
    a_line_is_thick_enough_to_print: "pdf/hairline", "flyer.press.pdf",
        |pdf| pdf.paint(1, "0.2 w 50 50 m 90 50 l S 50 60 40 0.05 re f 0 w 50 70 m 90 70 l S"),
        |pdf| pdf.paint(1, "0.25 w 50 50 m 90 50 l S 50 60 40 0.25 re f 50 70 0.2 0.2 re f 1 G 0.05 w 50 80 m 90 80 l S");
    scripts_are_not_for_readers: "pdf/javascript", "flyer.screen.pdf",
        |pdf| { let script = pdf.add(dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") }); pdf.catalog().set("OpenAction", script); },
        |pdf| { let jump = pdf.add(dictionary! { "S" => "Named", "N" => "FirstPage" }); pdf.catalog().set("OpenAction", jump); };
    a_file_for_the_screen_is_open_to_everybody: "pdf/encrypted", "flyer.screen.pdf",
        |pdf| pdf.encrypt("", true),
        |pdf| pdf.document.trailer.set("Encrypt", Object::Null);
    a_page_on_the_screen_shows_something: "pdf/empty-page", "flyer.screen.pdf",
        |pdf| { pdf.set_content(2, ""); pdf.page(2).remove(b"Annots"); },
        |pdf| { pdf.set_content(2, "/Artifact BMC 0 0 0.1 0.1 re f EMC"); pdf.page(2).remove(b"Annots"); };
    all_of_a_page_is_shown: "pdf/cropped", "flyer.screen.pdf",
        |pdf| pdf.page(1).set("CropBox", numbers(&[10.0, 10.0, 800.0, 580.0])),
        |pdf| { let sheet = pdf.page(1).get(b"MediaBox").unwrap().clone(); pdf.page(1).set("CropBox", sheet); };
}

impl Pdf {
    /// A catalog with a page tree that holds so many empty pages.
    fn bare(&mut self, pages: i64) {
        let kids: Vec<Object> = (0..pages)
            .map(|_| self.add(dictionary! { "Type" => "Page", "MediaBox" => numbers(&[0.0, 0.0, 9.0, 9.0]) }))
            .collect();
        let pages = self.add(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => pages });
        let catalog = self.add(dictionary! { "Type" => "Catalog", "Pages" => pages });
        self.document.trailer.set("Root", catalog);
    }

    /// Lets the page tree name these pages, in a branch for the last one.
    fn name_pages(&mut self, pages: &[u32]) {
        let mut kids: Vec<Object> = pages.iter().map(|page| self.page_id(*page).into()).collect();
        let count = pages.len() as i64;
        let last = vec![kids.pop().unwrap()];
        kids.push(self.add(dictionary! { "Type" => "Pages", "Kids" => last, "Count" => 1 }));
        let tree = self.at(&["Pages"]);
        tree.set("Kids", kids);
        tree.set("Count", count);
    }
}

#[test]
fn what_is_damaged_and_has_no_pages_says_both() {
    let bytes = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
        2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n";
    assert_eq!(codes(bytes, "pdf/"), ["pdf/damaged", "pdf/no-pages"]);
}

#[test]
fn what_is_damaged_and_has_no_page_tree_is_damaged() {
    let bytes = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n";
    assert_eq!(codes(bytes, "pdf/"), ["pdf/damaged"]);
}

#[test]
fn what_ends_after_its_header_is_damaged() {
    assert_eq!(codes(b"%PDF-1.7\n", "pdf/"), ["pdf/damaged"]);
}

#[test]
fn an_entry_of_the_page_tree_that_is_no_page_is_named() {
    let mut pdf = Pdf::product("flyer.press.pdf");
    let tree = pdf.at(&["Pages"]);
    let Ok(Object::Array(kids)) = tree.get_mut(b"Kids") else {
        panic!("the page tree has kids")
    };
    kids.push(Object::Null);
    assert_eq!(codes(&pdf.bytes(), "pdf/"), ["pdf/damaged-page-tree"]);
}

#[test]
fn a_page_tree_that_counts_wrongly_is_named() {
    let mut pdf = Pdf::product("flyer.press.pdf");
    pdf.at(&["Pages"]).set("Count", 7);
    assert_eq!(codes(&pdf.bytes(), "pdf/"), ["pdf/damaged-page-tree"]);
}
