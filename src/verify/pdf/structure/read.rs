//! Reads the elements, without recursion and each only once.

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier};

use super::{Kid, Node, Parents, RoleMap, Structure};
use crate::verify::pdf::entries::{is_named, name, resolved};
use crate::verify::pdf::file::File;

/// Elements that are read.
const MOST: usize = 500_000;
/// Elements in elements.
const DEEPEST: usize = 1_000;

/// What is still to be read.
struct Waiting<'f> {
    entry: MaybeRef<Object<'f>>,
    parent: Option<usize>,
    page: Option<ObjectIdentifier>,
    depth: usize,
}

impl<'f> Structure<'f> {
    /// Reads the structure tree of a file.
    #[must_use]
    pub fn read(file: &'f File) -> Self {
        let Some(root) = file.catalog().get::<Dict<'f>>("StructTreeRoot") else {
            return Self::default();
        };
        let mut structure = Self {
            is_there: true,
            roles: RoleMap::read(&root),
            parents: Parents::read(file, &root),
            pages: file
                .pages()
                .iter()
                .filter_map(|page| Some((page.object()?, page.index)))
                .collect(),
            class_map: root.get("ClassMap").unwrap_or_default(),
            ..Self::default()
        };
        structure.elements(file, &root);
        structure
    }

    fn elements(&mut self, file: &'f File, root: &Dict<'f>) {
        let mut seen = BTreeSet::new();
        let mut waiting = Vec::new();
        self.truncated |= !push(root, None, None, 0, &mut waiting);
        let mut read = 0;
        while let Some(next) = waiting.pop() {
            read += 1;
            if read > MOST || next.depth > DEEPEST {
                self.truncated = true;
                continue;
            }
            let Some((id, object)) = resolved(file, next.entry) else {
                continue;
            };
            match &object {
                Object::Number(number) => self.content(next.page, number.as_i64(), next.parent),
                Object::Dict(dict) if is_named(dict, "Type", "MCR") => {
                    let of = ["Stm", "Pg"].iter().find_map(|key| dict.get_ref(key));
                    if let Some(number) = dict.get::<i64>("MCID") {
                        self.content(of.map(Into::into).or(next.page), number, next.parent);
                    }
                }
                Object::Dict(dict) if is_named(dict, "Type", "OBJR") => {
                    if let Some(object) = dict.get_ref("Obj") {
                        self.object(object.into(), next.parent);
                    }
                }
                Object::Dict(dict) => {
                    if id.is_some_and(|id| !seen.insert(id)) {
                        self.truncated = true;
                        continue;
                    }
                    let place = self.element_of(dict.clone(), id, next.parent);
                    let page = dict.get_ref("Pg").map(Into::into).or(next.page);
                    self.truncated |= !push(dict, Some(place), page, next.depth + 1, &mut waiting);
                }
                _ => {}
            }
        }
    }

    fn element_of(&mut self, dict: Dict<'f>, id: Option<ObjectIdentifier>, parent: Option<usize>) -> usize {
        let place = self.nodes.len();
        let written = name(&dict, "S").unwrap_or_default();
        self.nodes.push(Node {
            role: self.roles.role(&written),
            written,
            dict,
            parent,
            kids: Vec::new(),
            page: None,
        });
        self.put(parent, Kid::Node(place));
        if let Some(id) = id {
            self.objects.insert(id, place);
        }
        place
    }

    fn content(&mut self, of: Option<ObjectIdentifier>, number: i64, holder: Option<usize>) {
        self.put(holder, Kid::Content { of, number });
        if let (Some(of), Some(holder)) = (of, holder) {
            self.content.entry((of, number)).or_insert(holder);
            self.lies_on(of, holder);
        }
    }

    /// An element, and what it stands in, begins on the page of its first content.
    fn lies_on(&mut self, page: ObjectIdentifier, holder: usize) {
        let Some(page) = self.pages.get(&page).copied() else {
            return;
        };
        let mut next = Some(holder);
        while let Some(node) = next
            .and_then(|place| self.nodes.get_mut(place))
            .filter(|node| node.page.is_none())
        {
            node.page = Some(page);
            next = node.parent;
        }
    }

    fn object(&mut self, object: ObjectIdentifier, holder: Option<usize>) {
        self.put(holder, Kid::Object(object));
        if let Some(holder) = holder {
            self.annotations.entry(object).or_insert(holder);
        }
    }

    fn put(&mut self, holder: Option<usize>, kid: Kid) {
        if let Some(holder) = holder.and_then(|place| self.nodes.get_mut(place)) {
            holder.kids.push(kid);
        }
    }
}

/// Puts what stands in an element on the pile, the first on top; false when there is too much of it.
fn push<'f>(
    dict: &Dict<'f>,
    parent: Option<usize>,
    page: Option<ObjectIdentifier>,
    depth: usize,
    waiting: &mut Vec<Waiting<'f>>,
) -> bool {
    let room = MOST.saturating_sub(waiting.len());
    let mut kids: Vec<MaybeRef<Object<'f>>> = match dict.get::<Array<'f>>("K") {
        Some(kids) => kids.raw_iter().take(room + 1).collect(),
        None => dict.get_raw("K").into_iter().collect(),
    };
    let fits = kids.len() <= room;
    kids.truncate(room);
    waiting.extend(kids.into_iter().rev().map(|entry| Waiting {
        entry,
        parent,
        page,
        depth,
    }));
    fits
}
