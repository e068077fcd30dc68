//! What holds for any PDF.

use lopdf::{Document, Object};

use crate::cases;
use crate::common::spoilt::Pdf;

cases! {
    something_that_is_no_pdf_is_said_to_be_none: "pdf/no-pdf", "flyer.press.pdf",
        |pdf| pdf.raw(|_| b"<html><body>flyer</body></html>".to_vec()),
        |pdf| pdf.raw(|bytes| [b"junk before\n".to_vec(), bytes].concat());
    a_file_whose_table_is_lost_is_damaged: "pdf/damaged", "flyer.press.pdf",
        |pdf| pdf.raw(|bytes| bytes[..bytes.len() - 40].to_vec()),
        |_| {};
    operators_that_name_nothing_are_damage: "pdf/damaged-content", "flyer.press.pdf",
        |pdf| pdf.paint(1, "/Nowhere gs"),
        |pdf| { pdf.resource(1, "ExtGState", "Here", lopdf::dictionary! { "LW" => 1 }); pdf.paint(1, "/Here gs"); };
    a_file_with_a_password_is_locked: "pdf/locked", "flyer.press.pdf",
        |pdf| pdf.encrypt("secret", true),
        |pdf| pdf.encrypt("", true);
    a_page_without_end_is_not_looked_at_to_its_end: "pdf/too-much", "flyer.press.pdf",
        |pdf| pdf.paint(1, &"0 0 1 1 re f\n".repeat(500_001)),
        |pdf| pdf.paint(1, &"0 0 1 1 re f\n".repeat(1_000));
    a_file_without_pages_is_empty: "pdf/no-pages", "flyer.press.pdf",
        |pdf| { pdf.document = Document::with_version("1.6"); pdf.bare(); },
        |_| {};
}

impl Pdf {
    /// A catalog with a page tree that holds no page.
    fn bare(&mut self) {
        let pages = self
            .add(lopdf::dictionary! { "Type" => "Pages", "Kids" => Object::Array(Vec::new()), "Count" => 0 });
        let catalog = self.add(lopdf::dictionary! { "Type" => "Catalog", "Pages" => pages });
        self.document.trailer.set("Root", catalog);
    }
}
