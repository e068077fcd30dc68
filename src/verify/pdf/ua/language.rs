//! The language of the document, and that what is stated as a language is one.

use super::rules;
use crate::verify::pdf::entries::{has, said};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::Structure;

pub(super) fn check(file: &File, structure: &Structure<'_>, breaches: &mut Breaches) {
    let own = said(&file.catalog(), "Lang");
    for stated in own
        .iter()
        .cloned()
        .chain(structure.nodes.iter().filter_map(|node| said(&node.dict, "Lang")))
    {
        // An empty one says that the language is not known, which is a statement.
        if !stated.is_empty() && !is_tag(&stated) {
            breaches.of(&rules::BAD_LANGUAGE).named(&stated);
        }
    }
    let is_stated = own.is_some_and(|own| !own.is_empty());
    let top = structure.nodes.iter().filter(|node| node.parent.is_none());
    let everything = top.clone().count() > 0 && top.clone().all(|node| has(&node.dict, "Lang"));
    // Without a language of the document, outline entries and descriptions of annotations have none.
    let has_others = has(&file.catalog(), "Outlines");
    breaches.when(!is_stated && (!everything || has_others), &rules::NO_LANGUAGE);
}

/// Whether it is built like a tag of BCP 47: `de`, `sr-Latn`, `en-GB`.
pub(super) fn is_tag(stated: &str) -> bool {
    let mut parts = stated.split('-');
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = parts.next().unwrap_or_default();
    is_part(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(is_part)
}
