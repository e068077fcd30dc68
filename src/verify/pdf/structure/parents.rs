//! The parent tree: from the number of a page, a form or an annotation to the elements that hold its content (ISO 32000-1, 14.7.4.4).

use std::collections::{BTreeMap, BTreeSet};

use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};

use crate::verify::pdf::entries::{dict_of, resolved};
use crate::verify::pdf::file::File;

/// Entries and nodes of the tree that are read.
const MOST: usize = 500_000;

/// What content says of the elements that hold it.
#[derive(Clone, Debug, Default)]
pub struct Parents {
    of: BTreeMap<i64, Parent>,
}

/// What stands at one number.
#[derive(Clone, Debug)]
pub enum Parent {
    /// For an annotation: the element that holds it.
    One(ObjectIdentifier),
    /// For a page or a form: the element that holds each marked content, by its number.
    Several(Vec<Option<ObjectIdentifier>>),
}

impl Parents {
    pub(super) fn read<'f>(file: &'f File, root: &Dict<'f>) -> Self {
        let mut parents = Self::default();
        let mut seen = BTreeSet::new();
        let mut left = MOST;
        let mut waiting: Vec<Dict<'f>> = root.get("ParentTree").into_iter().collect();
        while let Some(tree) = waiting.pop() {
            if let Some(numbers) = tree.get::<Array<'f>>("Nums") {
                parents.numbers(file, &numbers, &mut left);
            }
            let kids: Option<Array<'f>> = tree.get("Kids");
            for kid in kids
                .into_iter()
                .flat_map(|kids| kids.raw_iter().take(MOST).collect::<Vec<_>>())
            {
                let Some(rest) = left.checked_sub(1) else {
                    return parents;
                };
                left = rest;
                let is_new = kid
                    .as_obj_ref()
                    .is_none_or(|id| seen.insert(ObjectIdentifier::from(id)));
                if is_new && let Some((_, object)) = resolved(file, kid) {
                    waiting.extend(dict_of(&object));
                }
            }
        }
        parents
    }

    fn numbers<'f>(&mut self, file: &'f File, numbers: &Array<'f>, left: &mut usize) {
        let mut entries = numbers.raw_iter();
        while let (Some(number), Some(entry)) = (entries.next(), entries.next()) {
            let Some(rest) = left.checked_sub(1) else { return };
            *left = rest;
            let Some((_, Object::Number(number))) = resolved(file, number) else {
                continue;
            };
            if let Some(parent) = Parent::read(file, entry, left) {
                self.of.insert(number.as_i64(), parent);
            }
        }
    }

    /// What stands at a number.
    #[must_use]
    pub fn at(&self, number: i64) -> Option<&Parent> {
        self.of.get(&number)
    }
}

impl Parent {
    fn read<'f>(file: &'f File, entry: MaybeRef<Object<'f>>, left: &mut usize) -> Option<Self> {
        let (id, object) = resolved(file, entry)?;
        match object {
            Object::Array(array) => {
                let ids: Vec<_> = array
                    .raw_iter()
                    .take(*left)
                    .map(|entry| entry.as_obj_ref().map(ObjectIdentifier::from))
                    .collect();
                *left -= ids.len();
                Some(Self::Several(ids))
            }
            Object::Dict(_) => id.map(Self::One),
            _ => None,
        }
    }

    /// The element that holds the content with a number.
    #[must_use]
    pub fn of_content(&self, number: i64) -> Option<ObjectIdentifier> {
        match self {
            Self::One(_) => None,
            Self::Several(ids) => usize::try_from(number).ok().and_then(|at| *ids.get(at)?),
        }
    }
}
