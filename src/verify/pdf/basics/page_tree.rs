//! The tree of pages: each is named once, every entry is a page or a branch, and the tree counts its pages rightly. What reads the pages passes
//! over what is none, so that a page could be missing without a word.

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};

use super::rules;
use crate::verify::pdf::entries::is_named;
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::{Breach, Breaches};
use crate::wording::text;

/// Entries of the tree that are looked at.
const MOST: usize = 200_000;

/// What the tree holds.
#[derive(Default)]
struct Seen {
    named: BTreeSet<ObjectIdentifier>,
    pages: usize,
    twice: Vec<ObjectIdentifier>,
    strangers: usize,
    truncated: bool,
}

pub(super) fn check(file: &File, breaches: &mut Breaches) {
    let Some(root) = file.catalog().get::<Dict<'_>>("Pages") else {
        return;
    };
    let seen = Seen::of(file, &root);
    for id in &seen.twice {
        let number = id.obj_number;
        damaged(breaches).example(text!(
            "the object {number} is named twice",
            "das Objekt {number} ist zweimal genannt"
        ));
    }
    if seen.strangers > 0 {
        let strangers = seen.strangers;
        damaged(breaches).example(text!(
            "entries of `/Kids` that are no pages: {strangers}",
            "Einträge von `/Kids`, die keine Seiten sind: {strangers}"
        ));
    }
    let (count, pages) = (root.get::<usize>("Count"), seen.pages);
    let named = pages + seen.twice.len();
    if !seen.truncated && count != Some(pages) && count != Some(named) {
        let count = count.map_or_else(|| "-".to_owned(), |count| count.to_string());
        damaged(breaches).example(text!(
            "`/Count` says {count}, and the tree holds {pages}",
            "`/Count` sagt {count}, und der Baum enthält {pages}"
        ));
    }
}

fn damaged(breaches: &mut Breaches) -> &mut Breach {
    breaches.of(&rules::DAMAGED_PAGE_TREE)
}

impl Seen {
    fn of<'f>(file: &'f File, root: &Dict<'f>) -> Self {
        let mut seen = Self::default();
        seen.named.extend(root.obj_id());
        let mut waiting = vec![root.clone()];
        let mut left = MOST;
        while let Some(branch) = waiting.pop() {
            let kids: Array<'f> = branch.get("Kids").unwrap_or_default();
            for kid in kids.raw_iter() {
                let Some(fewer) = left.checked_sub(1) else {
                    seen.truncated = true;
                    return seen;
                };
                left = fewer;
                match seen.entry(file, kid) {
                    Some(dict) if is_named(&dict, "Type", "Pages") => waiting.push(dict),
                    Some(_) => seen.pages += 1,
                    None => {}
                }
            }
        }
        seen
    }

    /// An entry that is a dictionary and was not seen before.
    fn entry<'f>(&mut self, file: &'f File, entry: MaybeRef<Object<'f>>) -> Option<Dict<'f>> {
        let dict = match entry {
            MaybeRef::Ref(reference) => {
                let id = ObjectIdentifier::from(reference);
                if !self.named.insert(id) {
                    self.twice.push(id);
                    return None;
                }
                file.xref().get::<Dict<'f>>(id)
            }
            MaybeRef::NotRef(object) => object.into_dict(),
        };
        self.strangers += usize::from(dict.is_none());
        dict
    }
}
