//! The structure tree of a tagged PDF (ISO 32000-1, 14.7): elements in reading order, what each stands for, and which of them holds which
//! content. A tree of a stranger may be a circle or endless: elements come once, and only so many of them.

mod parents;
mod read;
mod roles;

pub use parents::Parents;
pub use roles::{Leads, Role, RoleMap};

use std::collections::BTreeMap;

use hayro::hayro_syntax::object::{Dict, Name, ObjectIdentifier};

use super::entries::{dict_of, one_or_several};
use super::file::File;

/// A structure tree.
#[derive(Default)]
pub struct Structure<'f> {
    /// Whether the file has one.
    pub is_there: bool,
    /// Its elements, each before those in it, in reading order.
    pub nodes: Vec<Node<'f>>,
    /// What its own names of elements stand for.
    pub roles: RoleMap,
    /// What content says of the elements that hold it.
    pub parents: Parents,
    /// Whether elements were left out: too many, too deep, or an element that stands in itself.
    pub truncated: bool,
    class_map: Dict<'f>,
    objects: BTreeMap<ObjectIdentifier, usize>,
    pages: BTreeMap<ObjectIdentifier, usize>,
    content: BTreeMap<(ObjectIdentifier, i64), usize>,
    annotations: BTreeMap<ObjectIdentifier, usize>,
}

/// An element.
pub struct Node<'f> {
    /// Its dictionary.
    pub dict: Dict<'f>,
    /// What it calls itself: `S`.
    pub written: String,
    /// What that stands for.
    pub role: Role,
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// What stands in it, in order.
    pub kids: Vec<Kid>,
    /// The page on which it begins, from 0, where its content says so.
    pub page: Option<usize>,
}

/// What stands in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another element, by its place.
    Node(usize),
    /// Content that is marked with a number, of a page or of a form.
    Content {
        /// The page or the form, where it is named.
        of: Option<ObjectIdentifier>,
        /// Its number.
        number: i64,
    },
    /// An annotation or another object.
    Object(ObjectIdentifier),
}

impl<'f> Structure<'f> {
    /// The element that is an object of the file.
    #[must_use]
    pub fn element(&self, object: ObjectIdentifier) -> Option<usize> {
        self.objects.get(&object).copied()
    }

    /// The element that holds content with a number, of a page or of a form.
    #[must_use]
    pub fn holder(&self, of: ObjectIdentifier, number: i64) -> Option<usize> {
        self.content.get(&(of, number)).copied()
    }

    /// The element that holds an annotation.
    #[must_use]
    pub fn holder_of_annotation(&self, annotation: ObjectIdentifier) -> Option<usize> {
        self.annotations.get(&annotation).copied()
    }

    /// An element and those that it stands in, the innermost first.
    pub fn and_those_above(&self, node: usize) -> impl Iterator<Item = &Node<'f>> {
        let mut next = self.nodes.get(node);
        std::iter::from_fn(move || {
            let now = next?;
            next = now.parent.and_then(|parent| self.nodes.get(parent));
            Some(now)
        })
    }

    /// The elements that stand directly in one, and what stands in those that are no more than a bracket (`NonStruct`).
    #[must_use]
    pub fn elements_in(&self, node: &Node<'f>) -> Vec<&Node<'f>> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Kid> = node.kids.iter().rev().collect();
        while let Some(kid) = waiting.pop() {
            let Kid::Node(place) = kid else { continue };
            let Some(inside) = self.nodes.get(*place) else {
                continue;
            };
            if inside.role.is("NonStruct") {
                waiting.extend(inside.kids.iter().rev());
            } else {
                found.push(inside);
            }
        }
        found
    }

    /// The element that one stands in, those that are no more than a bracket left out.
    #[must_use]
    pub fn above(&self, node: &Node<'f>) -> Option<&Node<'f>> {
        let parent = node.parent?;
        self.and_those_above(parent)
            .find(|above| !above.role.is("NonStruct"))
    }

    /// The attributes of an element that belong to an owner, `Table` or `List`, those of its classes included.
    #[must_use]
    pub fn attributes(&self, file: &'f File, node: &Node<'f>, owner: &str) -> Vec<Dict<'f>> {
        let mut all: Vec<Dict<'f>> = Vec::new();
        let own = one_or_several(file, &node.dict, "A");
        all.extend(own.iter().filter_map(|(_, object)| dict_of(object)));
        for (_, class) in one_or_several(file, &node.dict, "C") {
            if let Some(class) = class.into_name() {
                let entries = one_or_several(file, &self.class_map, class.as_str());
                all.extend(entries.iter().filter_map(|(_, object)| dict_of(object)));
            }
        }
        all.retain(|attributes| {
            attributes
                .get::<Name<'_>>("O")
                .is_some_and(|name| name.as_str() == owner)
        });
        all
    }
}
