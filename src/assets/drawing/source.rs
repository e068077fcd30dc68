//! An SVG file before it is understood: how large it is, how deep, and how much it comes to when everything that it refers to stands
//! where it is used. The crate that resolves all that sets itself no bounds, so we count first.

use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Node, ParsingOptions};
use usvg::{ImageHrefResolver, Options, Tree};

use super::{DrawingError, TooMuch};
use crate::wording::text;

/// The largest file, in bytes: a detailed map of a town has two million.
const LARGEST: usize = 8_000_000;
/// Elements may be nested so deep; drawing programs nest ten.
const DEEPEST: usize = 128;
/// References may lead through so many elements within elements.
const DEEPEST_WITH_REFERENCES: usize = 256;
/// So many elements and pieces of text are read.
const MOST_NODES: u32 = 400_000;
/// So many elements a drawing comes to with everything it refers to.
const MOST_ELEMENTS: u64 = 200_000;

/// What the reader of XML and SVG says, which it says in English alone.
fn unreadable(error: &impl std::fmt::Display) -> DrawingError {
    DrawingError::Unreadable(text!("{error}", "Meldung des Lesers: {error}"))
}

/// Reads a file as XML. Entities that grow without bounds are refused by the parser; external ones are never fetched.
pub(super) fn parse(text: &str) -> Result<Document<'_>, DrawingError> {
    if text.len() > LARGEST {
        return Err(DrawingError::TooMuch(TooMuch::Bytes));
    }
    // The parser goes down by calling itself, so depth is bounded before.
    if depth(text) > DEEPEST {
        return Err(DrawingError::TooMuch(TooMuch::Depth));
    }
    let options = ParsingOptions {
        // Drawing programs write their namespaces as entities.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        usvg::roxmltree::Error::NodesLimitReached => DrawingError::TooMuch(TooMuch::Elements),
        error => unreadable(&error),
    })?;
    // Entities may hold elements, too.
    let deepest = document
        .descendants()
        .map(|node| node.ancestors().take(DEEPEST + 2).count())
        .max()
        .unwrap_or(0);
    if deepest > DEEPEST + 1 {
        return Err(DrawingError::TooMuch(TooMuch::Depth));
    }
    Ok(document)
}

/// An upper bound of how deep elements are nested, without understanding them: comments and the like only make it larger or end it early.
fn depth(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match (byte, bytes.get(at + 1)) {
            (b'<', Some(b'/')) => depth = depth.saturating_sub(1),
            (b'<', Some(b'!' | b'?')) => {}
            (b'<', _) => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            (b'/', Some(b'>')) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Resolves a file: styles, units, references, shapes. Nothing outside of it is looked at.
pub(super) fn resolve(document: &Document<'_>) -> Result<Tree, DrawingError> {
    Weight::of(document)?;
    let options = Options {
        resources_dir: None,
        // Neither files nor data of pictures: each is told as a fault.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    Tree::from_xmltree(document, &options).map_err(|error| match error {
        usvg::Error::InvalidSize => DrawingError::NoSize,
        usvg::Error::ParsingFailed(usvg::roxmltree::Error::NoRootNode) => DrawingError::Unreadable(text!(
            "its first element is not `svg`",
            "ihr erstes Element ist nicht `svg`"
        )),
        error => unreadable(&error),
    })
}

/// How many elements a drawing comes to.
struct Weight<'d, 'i> {
    by_id: BTreeMap<&'d str, Node<'d, 'i>>,
    known: BTreeMap<u32, u64>,
}

impl<'d, 'i> Weight<'d, 'i> {
    /// Counts, and refuses what is too much.
    fn of(document: &'d Document<'i>) -> Result<(), DrawingError> {
        let elements = || document.descendants().filter(Node::is_element);
        let mut by_id = BTreeMap::new();
        for node in elements() {
            if let Some(id) = node.attribute("id") {
                by_id.entry(id).or_insert(node);
            }
        }
        let mut weight = Self {
            by_id,
            known: BTreeMap::new(),
        };
        let whole = weight.of_element(document.root(), 0)?;
        let sheets = elements().filter(|node| node.tag_name().name() == "style");
        let mut dearest = 0;
        for id in sheets.filter_map(|sheet| sheet.text()).flat_map(references) {
            dearest = dearest.max(weight.of_styled(id, elements())?);
        }
        // An element may wear several such things; most wear one.
        if whole.saturating_add(dearest.saturating_mul(2)) > MOST_ELEMENTS {
            return Err(DrawingError::TooMuch(TooMuch::UsedElements));
        }
        Ok(())
    }

    /// What an element comes to with all in it and all that it refers to.
    fn of_element(&mut self, node: Node<'d, 'i>, depth: usize) -> Result<u64, DrawingError> {
        if let Some(known) = self.known.get(&node.id().get()) {
            return Ok(*known);
        }
        if depth > DEEPEST_WITH_REFERENCES {
            return Err(DrawingError::TooMuch(TooMuch::References));
        }
        let mut weight = 1_u64;
        for child in node.children().filter(Node::is_element) {
            weight = weight.saturating_add(self.of_element(child, depth + 1)?);
        }
        for target in self.used(node) {
            let times = if is_marker(target) { corners(node) } else { 1 };
            let target = self.of_element(target, depth + 1)?;
            weight = weight.saturating_add(target.saturating_mul(times));
        }
        self.known.insert(node.id().get(), weight);
        Ok(weight)
    }

    /// What a style sheet adds at most when all elements wear what it refers to. Gradients are shared, so they add nothing.
    fn of_styled(
        &mut self,
        id: &str,
        elements: impl Iterator<Item = Node<'d, 'i>>,
    ) -> Result<u64, DrawingError> {
        let Some(target) = self.by_id.get(id).copied() else {
            return Ok(0);
        };
        if target.tag_name().name().ends_with("Gradient") {
            return Ok(0);
        }
        let times: u64 = elements
            .map(|node| if is_marker(target) { corners(node) } else { 1 })
            .sum();
        Ok(self.of_element(target, 0)?.saturating_mul(times))
    }

    /// What an element refers to by itself. What refers to something that holds it is ignored by whoever draws.
    fn used(&self, node: Node<'d, 'i>) -> Vec<Node<'d, 'i>> {
        let hrefs = node.attributes().filter(|attribute| attribute.name() == "href");
        let hrefs = hrefs.filter_map(|href| href.value().trim().strip_prefix('#'));
        let urls = node
            .attributes()
            .flat_map(|attribute| references(attribute.value()));
        hrefs
            .chain(urls)
            .filter_map(|id| self.by_id.get(id).copied())
            .filter(|target| !node.ancestors().any(|up| up == *target))
            .collect()
    }
}

fn is_marker(node: Node<'_, '_>) -> bool {
    node.tag_name().name() == "marker"
}

/// The most corners that an outline may have, and so markers: a corner takes two bytes at least.
fn corners(node: Node<'_, '_>) -> u64 {
    let bytes = ["d", "points"].map(|name| node.attribute(name).map_or(0, str::len) as u64);
    1 + bytes.iter().sum::<u64>() / 2
}

/// The names in `url(#name)`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("url(").skip(1).filter_map(|behind| {
        let inside = behind.split(')').next()?;
        inside.trim().trim_matches(['"', '\'']).strip_prefix('#')
    })
}
