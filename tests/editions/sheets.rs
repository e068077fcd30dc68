//! The edition `sheets` read back: sheets of the press's size, with pages that lie on them several times held once.

use lopdf::{Document, Object};

use super::{dictionary, read};
use crate::common::Sandbox;

/// The sheets and the press file of a shipped document.
fn made(document: &str) -> (Document, [usize; 2]) {
    let project = Sandbox::shipped();
    let ran = project.run(&["build", document, "--edition", "press,sheets"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let [press, sheets] =
        ["press", "sheets"].map(|edition| project.read(&format!("output/{document}.{edition}.pdf")));
    (read(&sheets), [press.len(), sheets.len()])
}

/// Width and height of a box of each page, in whole millimetres.
fn sizes(document: &Document, name: &[u8]) -> Vec<[i64; 2]> {
    let pages = document.get_pages().into_values();
    let edge = |object: &Object| f64::from(object.as_float().unwrap());
    let millimetres = |points: f64| (points * 25.4 / 72.0).round() as i64;
    pages
        .map(|page| {
            let page = document.get_dictionary(page).unwrap();
            let edges: Vec<f64> = page
                .get(name)
                .unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(edge)
                .collect();
            [millimetres(edges[2] - edges[0]), millimetres(edges[3] - edges[1])]
        })
        .collect()
}

#[test]
fn a_page_of_the_sheets_is_a_whole_sheet_and_its_trim_what_is_cut_out() {
    let (flyer, _) = made("flyer");
    let (brochure, _) = made("brochure");
    for (name, two_flyers, spread) in [
        (b"MediaBox".as_slice(), [320, 450], [450, 320]),
        (b"BleedBox", [297 + 6, 2 * 210 + 12], [2 * 148 + 6, 210 + 6]),
        (b"TrimBox", [297, 2 * 210 + 6], [2 * 148, 210]),
    ] {
        assert_eq!(sizes(&flyer, name), [two_flyers; 2]);
        assert_eq!(sizes(&brochure, name), [spread; 6]);
    }
}

#[test]
fn what_lies_on_a_sheet_twice_is_held_once() {
    let (flyer, [press, sheets]) = made("flyer");
    for page in flyer.get_pages().into_values() {
        let content = String::from_utf8(flyer.get_page_content(page)).unwrap();
        assert_eq!(content.matches(" Do\n").count(), 2);
        let page = flyer.get_dictionary(page).unwrap();
        let resources = dictionary(&flyer, page.get(b"Resources").unwrap());
        let forms = dictionary(&flyer, resources.get(b"XObject").unwrap());
        assert_eq!(forms.len(), 1);
    }
    // Marks, a slug line and a form's own dictionary, but no second copy of the artwork.
    assert!(sheets < press + 8_000, "{sheets} and {press} bytes");
}
