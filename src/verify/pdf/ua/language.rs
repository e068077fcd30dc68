//! The language of all that is read aloud, and that what is stated as a language is one. Without a language of the document, each text needs
//! one from its marks or its tags; outline entries have none, and metadata only where they say it.

use super::rules;
use crate::verify::pdf::entries::{has, said, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::Structure;
use crate::verify::pdf::xmp::Xmp;

/// The entries of an element that are read in place of its content (ISO 32000-1, table 323).
const READ_INSTEAD: [&str; 3] = ["Alt", "ActualText", "E"];

pub(super) fn check(file: &File, structure: &Structure<'_>, breaches: &mut Breaches) {
    let of_elements = structure.nodes.iter().filter_map(|node| said(&node.dict, "Lang"));
    for stated in said(&file.catalog(), "Lang").into_iter().chain(of_elements) {
        // An empty one says that the language is not known (ISO 32000-1, 14.9.2).
        if !stated.is_empty() && !is_tag(&stated) {
            breaches.of(&rules::BAD_LANGUAGE).named(&stated);
        }
    }
    if is_stated(file) {
        return;
    }
    for (place, node) in structure.nodes.iter().enumerate() {
        let speaks = READ_INSTEAD.iter().any(|key| says_something(&node.dict, key));
        if speaks && !is_stated_about(structure, place) {
            breaches.of(&rules::NO_LANGUAGE).of_element(node);
        }
    }
    let outline = file.catalog().get("Outlines").unwrap_or_default();
    breaches.when(has(&outline, "First"), &rules::NO_LANGUAGE);
    let is_open = Xmp::read(file).is_some_and(|xmp| xmp.leaves_language_open);
    breaches.when(is_open, &rules::NO_LANGUAGE);
}

/// Whether the document states a language.
pub(super) fn is_stated(file: &File) -> bool {
    said(&file.catalog(), "Lang").is_some_and(|stated| !stated.is_empty())
}

/// Whether an element has a language, or the nearest one about it that says anything of it.
pub(super) fn is_stated_about(structure: &Structure<'_>, element: usize) -> bool {
    let stated = structure
        .and_those_above(element)
        .find_map(|node| said(&node.dict, "Lang"));
    stated.is_some_and(|stated| !stated.is_empty())
}

/// Whether it is built like a tag of BCP 47: `de`, `sr-Latn`, `en-GB`.
pub(super) fn is_tag(stated: &str) -> bool {
    let mut parts = stated.split('-');
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = parts.next().unwrap_or_default();
    is_part(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(is_part)
}
