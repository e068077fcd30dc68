//! The structure tree: what was painted, in reading order, with what it means (ISO 32000-1, 14.7). Nodes without any
//! content are not written: an empty element is a promise that nothing keeps.

use std::collections::BTreeMap;

use pdf_writer::types::{ListNumbering, TableHeaderScope};
use pdf_writer::writers::StructElement;
use pdf_writer::{Finish, Name, Ref, TextStr};

use super::element::Elements;
use super::file::File;
use super::link::Link;
use super::page::Painted;
use super::place::{Origin, Places};
use crate::geom::Rect;
use crate::scene::{NodeId, Structure};
use crate::style::{Numbering, Role, Scope};

/// The nodes that are written as elements, and the content each holds.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    elements: &'a Elements<'a>,
    /// By node: the pages and numbers of its pieces of marked content.
    pieces: BTreeMap<NodeId, Vec<(usize, usize)>>,
    /// By node: its element, if it has one that is written.
    references: Vec<Option<Ref>>,
}

/// What an element holds.
enum Kid {
    Element(Ref),
    Piece(usize, usize),
    Annotation(usize, Ref),
}

impl<'a> Tree<'a> {
    /// Finds the nodes that have content, here or below, and numbers their elements in reading order.
    pub(super) fn new(elements: &'a Elements<'a>, pages: &[Painted], file: &mut File) -> Self {
        let structure = elements.structure();
        let mut pieces: BTreeMap<NodeId, Vec<(usize, usize)>> = BTreeMap::new();
        for (page, painted) in pages.iter().enumerate() {
            for (number, node) in painted.pieces.iter().enumerate() {
                pieces.entry(*node).or_default().push((page, number));
            }
        }
        let order = structure.in_reading_order();
        let mut filled = vec![false; structure.len()];
        for id in order.iter().rev() {
            let node = structure.node(*id);
            filled[id.index()] =
                pieces.contains_key(id) || node.children.iter().any(|child| filled[child.index()]);
        }
        // A row has a cell for each column, if need be an empty one (PDF/UA-1, 7.5).
        for id in &order {
            let node = structure.node(*id);
            if filled[id.index()] && node.role == Role::TableRow {
                node.children.iter().for_each(|cell| filled[cell.index()] = true);
            }
        }
        // The root is written even when a document is empty, since the tree has to have one.
        filled[Structure::ROOT.index()] = true;
        let mut references = vec![None; structure.len()];
        for id in order {
            if filled[id.index()] && elements.is_element(id) {
                references[id.index()] = Some(file.reference());
            }
        }
        Self {
            elements,
            pieces,
            references,
        }
    }

    /// The element of a node, if it is written.
    pub(super) fn element(&self, id: NodeId) -> Option<Ref> {
        self.references[id.index()]
    }

    /// Writes all elements; gives the reference of the tree's root, for the catalog.
    pub(super) fn write(
        &self,
        file: &mut File,
        painted: &[Painted],
        pages: &[(Ref, Origin)],
        links: &[Link],
        places: &Places<'_>,
    ) -> Ref {
        let root = file.reference();
        for id in self.elements.structure().in_reading_order() {
            if let Some(reference) = self.element(id) {
                self.write_element(file, id, reference, root, pages, links, places);
            }
        }
        let parents = self.write_parents(file, painted, links);
        let mut dict = file.pdf.indirect(root).dict();
        dict.pair(Name(b"Type"), Name(b"StructTreeRoot"));
        if let Some(document) = self.element(Structure::ROOT) {
            dict.pair(Name(b"K"), document);
        }
        dict.pair(Name(b"ParentTree"), parents);
        dict.pair(Name(b"ParentTreeNextKey"), (painted.len() + links.len()) as i32);
        dict.finish();
        root
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "all of it is read while one dictionary is being written"
    )]
    fn write_element(
        &self,
        file: &mut File,
        id: NodeId,
        reference: Ref,
        root: Ref,
        pages: &[(Ref, Origin)],
        links: &[Link],
        places: &Places<'_>,
    ) {
        let node = self.elements.structure().node(id);
        let parent = node
            .parent
            .and_then(|parent| self.element(self.elements.owner(parent)));
        let mut element = file.pdf.struct_element(reference);
        element.custom_kind(Name(self.elements.tag(id).as_bytes()));
        element.parent(parent.unwrap_or(root));
        if let Some(language) = &node.language {
            element.lang(TextStr(&language.0));
        }
        if let Some(alt) = &node.alt {
            element.alt(TextStr(alt));
        }
        if let Some(expansion) = &node.expansion {
            element.expanded(TextStr(expansion));
        }
        match &node.role {
            Role::List(numbering) => write_numbering(&mut element, *numbering),
            Role::TableHeader(scope) => write_scope(&mut element, *scope),
            Role::Figure => {
                let spots = places.under(id);
                // The box of a figure is on one page; what continues elsewhere has no place in it.
                if let Some((page, _)) = spots.first() {
                    let here = spots
                        .iter()
                        .filter(|(other, _)| other == page)
                        .map(|(_, spot)| spot.rect);
                    if let Some(bounds) = here.reduce(|held, next| held.union(&next)) {
                        write_box(&mut element, pages[*page].1, bounds);
                    }
                }
            }
            _ => {}
        }
        self.write_kids(&mut element, id, pages, links);
    }

    /// Writes what an element holds; pieces on its first page go by their number alone.
    fn write_kids(
        &self,
        element: &mut StructElement<'_>,
        id: NodeId,
        pages: &[(Ref, Origin)],
        links: &[Link],
    ) {
        let mut kids = Vec::new();
        self.gather(id, &mut kids);
        let annotations = links.iter().filter(|link| link.node == id);
        kids.extend(annotations.map(|link| Kid::Annotation(link.page, link.reference)));
        let first_page = kids.iter().find_map(|kid| match kid {
            Kid::Piece(page, _) => Some(*page),
            Kid::Element(_) | Kid::Annotation(..) => None,
        });
        if let Some(page) = first_page {
            element.page(pages[page].0);
        }
        let mut children = element.children();
        for kid in kids {
            match kid {
                Kid::Element(reference) => {
                    children.struct_element(reference);
                }
                Kid::Piece(page, number) if Some(page) == first_page => {
                    children.marked_content_id(number as i32);
                }
                Kid::Piece(page, number) => {
                    children
                        .marked_content_ref()
                        .page(pages[page].0)
                        .marked_content_id(number as i32);
                }
                Kid::Annotation(page, reference) => {
                    children.object_ref().page(pages[page].0).object(reference);
                }
            }
        }
    }

    /// The pieces of a node, then its parts; the place of a node without an element is taken by what it holds.
    fn gather(&self, id: NodeId, kids: &mut Vec<Kid>) {
        let pieces = self.pieces.get(&id).into_iter().flatten();
        kids.extend(pieces.map(|(page, number)| Kid::Piece(*page, *number)));
        for child in &self.elements.structure().node(id).children {
            if let Some(reference) = self.element(*child) {
                kids.push(Kid::Element(reference));
            } else if !self.elements.is_element(*child) {
                self.gather(*child, kids);
            }
        }
    }

    /// Writes the way back, from what is on pages to elements (ISO 32000-1, 14.7.4.4).
    fn write_parents(&self, file: &mut File, painted: &[Painted], links: &[Link]) -> Ref {
        let owners: Vec<Option<Ref>> = painted
            .iter()
            .map(|page| {
                if page.pieces.is_empty() {
                    return None;
                }
                let id = file.reference();
                let owner = |node: &NodeId| self.element(self.elements.owner(*node));
                let owners = page.pieces.iter().filter_map(owner);
                file.pdf.indirect(id).array().items(owners);
                Some(id)
            })
            .collect();
        let id = file.reference();
        let mut dict = file.pdf.indirect(id).dict();
        let mut entries = dict.insert(Name(b"Nums")).array();
        for (page, owners) in owners.into_iter().enumerate() {
            if let Some(owners) = owners {
                entries.item(page as i32).item(owners);
            }
        }
        for link in links {
            if let Some(element) = self.element(link.node) {
                entries.item(link.key).item(element);
            }
        }
        entries.finish();
        dict.finish();
        id
    }
}

/// The attribute that says how items are marked (PDF/UA-1, 7.6).
fn write_numbering(element: &mut StructElement<'_>, numbering: Numbering) {
    let numbering = match numbering {
        Numbering::Bullet => ListNumbering::Disc,
        Numbering::Decimal => ListNumbering::Decimal,
        Numbering::None => ListNumbering::None,
    };
    element.attributes().push().list().list_numbering(numbering);
}

/// The attribute that says which cells a cell at the head is about (PDF/UA-1, 7.5).
fn write_scope(element: &mut StructElement<'_>, scope: Scope) {
    let scope = match scope {
        Scope::Column => TableHeaderScope::Column,
        Scope::Row => TableHeaderScope::Row,
    };
    element.attributes().push().table().scope(scope);
}

/// The attribute that says where a figure is (PDF/UA-1, 7.3).
fn write_box(element: &mut StructElement<'_>, origin: Origin, bounds: Rect) {
    element.attributes().push().layout().bbox(origin.pdf_rect(bounds));
}
