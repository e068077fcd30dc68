//! Files that were changed by adding to their ends: the last trailer says all (ISO 32000-1, 7.5.6).

use faltwerk::verify::pdf::{facts, open};
use lopdf::dictionary;

use crate::codes;
use crate::common::spoilt::{Pdf, string};

/// A press file with a title, and an object added to its end with a trailer that has these entries, too.
fn updated(entries: &str) -> Vec<u8> {
    let mut pdf = Pdf::product("flyer.press.pdf");
    let info = pdf.add(dictionary! { "Title" => string("Old"), "Trapped" => "False" });
    pdf.document.trailer.set("Info", info.clone());
    pdf.document.trailer.set("ID", vec![string("one"), string("two")]);
    let (root, info) = (
        pdf.document
            .trailer
            .get(b"Root")
            .unwrap()
            .as_reference()
            .unwrap()
            .0,
        info.as_reference().unwrap().0,
    );
    let number = pdf.document.max_id + 1;
    let mut bytes = pdf.bytes();
    let before = String::from_utf8_lossy(&bytes);
    let previous = before.rsplit_once("startxref").unwrap().1;
    let previous: usize = previous.split_whitespace().next().unwrap().parse().unwrap();
    let at = bytes.len();
    let object = format!("{number} 0 obj\n(added)\nendobj\n");
    let table = at + object.len();
    let size = number + 1;
    let entries = entries.replace("INFO", &format!("{info} 0 R"));
    bytes.extend(
        format!(
            "{object}xref\n{number} 1\n{at:010} 00000 n \n\
             trailer <</Size {size}/Root {root} 0 R/Prev {previous}{entries}>>\nstartxref\n{table}\n%%EOF\n"
        )
        .into_bytes(),
    );
    bytes
}

#[test]
fn an_update_without_identifiers_leaves_the_file_without_any() {
    assert_eq!(codes(&updated("/ID[(one)(three)]"), "x4/no-file-id"), [""; 0]);
    assert_eq!(codes(&updated("/Info INFO"), "x4/no-file-id"), ["x4/no-file-id"]);
}

#[test]
fn an_update_without_document_information_leaves_the_file_without_any() {
    let title = |bytes: &[u8]| facts(&open(bytes).unwrap(), false, |_, _, _| {}).title;
    assert_eq!(title(&updated("/Info INFO")).as_deref(), Some("Old"));
    assert_eq!(title(&updated("/ID[(one)(three)]")), None);
}
