//! What a written PDF says: its structure in the order of reading, and the lines of its pages as they are painted.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{dictionary, reader};

/// An element of a PDF's structure, in reading order.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) tag: String,
    pub(super) alt: Option<String>,
    pub(super) text: String,
    /// The page that its text stands on, from 0.
    pub(super) page: Option<usize>,
}

/// All elements of a tagged PDF that say something themselves, in reading order.
pub(super) fn elements(document: &Document) -> Vec<Element> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut texts: BTreeMap<(ObjectId, i64), String> = BTreeMap::new();
    for page in &pages {
        for (number, text) in reader::lines(document, *page)
            .into_iter()
            .flat_map(|line| line.marked)
        {
            texts.entry((*page, number)).or_default().push_str(&text);
        }
    }
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let top = dictionary(document, root).get(b"K").unwrap();
    let mut walk = Walk {
        document,
        pages: &pages,
        texts: &texts,
        found: Vec::new(),
    };
    walk.element(dictionary(document, top));
    walk.found
}

struct Walk<'w> {
    document: &'w Document,
    pages: &'w [ObjectId],
    texts: &'w BTreeMap<(ObjectId, i64), String>,
    found: Vec<Element>,
}

impl Walk<'_> {
    fn element(&mut self, element: &Dictionary) {
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let alt = element
            .get(b"Alt")
            .ok()
            .map(|alt| lopdf::decode_text_string(alt).unwrap());
        let page = element.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
        let index = self.found.len();
        self.found.push(Element {
            tag,
            alt,
            text: String::new(),
            page: None,
        });
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        for kid in &kids {
            match self.document.dereference(kid).unwrap().1 {
                Object::Integer(number) => self.text(index, page.unwrap(), *number),
                Object::Dictionary(kid) if kid.has(b"S") => self.element(kid),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    let own = kid.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
                    let number = kid.get(b"MCID").unwrap().as_i64().unwrap();
                    self.text(index, own.or(page).unwrap(), number);
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, index: usize, page: ObjectId, number: i64) {
        let text = self.texts.get(&(page, number)).map_or("", String::as_str);
        // Spans and links are parts of their paragraph, which may go on behind them.
        let last = self.found.len() - 1;
        let element = if index < last && is_inline(&self.found[last].tag) {
            last
        } else {
            index
        };
        self.found[element].text.push_str(text);
        self.found[element]
            .page
            .get_or_insert(self.pages.iter().position(|known| *known == page).unwrap());
    }
}

pub(super) fn is_inline(tag: &str) -> bool {
    matches!(tag, "Span" | "Link" | "Reference")
}

/// What a tagged PDF says, in reading order, without the signs and numbers before list items.
pub(super) fn said(document: &Document) -> Vec<String> {
    let mut text = String::new();
    for element in elements(document) {
        if element.tag == "Lbl" {
            continue;
        }
        if !is_inline(&element.tag) {
            text.push('\n');
        }
        text.push_str(&element.text);
    }
    words(&text)
}

/// Words, whatever the spaces between them; soft hyphens are no letters.
pub(super) fn words(text: &str) -> Vec<String> {
    text.replace('\u{AD}', "")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

pub(super) fn lines(document: &Document) -> Vec<Vec<String>> {
    let pages = document.get_pages().into_values();
    pages
        .map(|page| {
            reader::lines(document, page)
                .into_iter()
                .map(|line| line.text)
                .collect()
        })
        .collect()
}

/// The addresses that a page links to.
pub(super) fn links(document: &Document, page: u32) -> Vec<String> {
    let id = document.get_pages()[&page];
    let annotations = document.get_page_annotations(id).unwrap();
    let actions = annotations
        .into_iter()
        .filter_map(|annotation| annotation.get(b"A").ok());
    let addresses = actions.filter_map(|action| dictionary(document, action).get(b"URI").ok());
    addresses
        .map(|address| String::from_utf8(address.as_str().unwrap().to_vec()).unwrap())
        .collect()
}
