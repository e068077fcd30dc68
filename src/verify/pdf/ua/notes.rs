//! Notes have identifiers of their own.

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::String as PdfString;

use super::rules;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::Structure;

pub(super) fn check(structure: &Structure<'_>, breaches: &mut Breaches) {
    let mut seen = BTreeSet::new();
    for note in structure.nodes.iter().filter(|node| node.role.is("Note")) {
        let id = note.dict.get::<PdfString<'_>>("ID");
        match id.map(|id| id.as_bytes().to_vec()).filter(|id| !id.is_empty()) {
            None => {
                breaches.of(&rules::NOTE_WITHOUT_ID).of_element(note);
            }
            Some(id) => {
                let shown = String::from_utf8_lossy(&id).into_owned();
                if !seen.insert(id) {
                    breaches.of(&rules::NOTE_ID_TWICE).of_element(note).named(&shown);
                }
            }
        }
    }
}
