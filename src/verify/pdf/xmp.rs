//! The metadata packet of a file: properties by their namespace and name.

use std::collections::BTreeMap;

use usvg::roxmltree::{Document, Node, ParsingOptions};

use super::file::File;

/// The largest packet that is read, in bytes.
const LARGEST: usize = 16 << 20;
/// The most parts of a packet.
const MOST_NODES: u32 = 200_000;

pub(super) const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
pub(super) const PDF_A: &str = "http://www.aiim.org/pdfa/ns/id/";
pub(super) const PDF_UA: &str = "http://www.aiim.org/pdfua/ns/id/";
pub(super) const PDF_X: &str = "http://www.npes.org/pdfx/ns/id/";
pub(super) const XMP: &str = "http://ns.adobe.com/xap/1.0/";
pub(super) const XMP_MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// What a packet says.
#[derive(Debug, Default)]
pub(super) struct Xmp {
    properties: BTreeMap<(String, String), String>,
    /// Whether it holds a text that says no other language than `x-default`.
    pub(super) leaves_language_open: bool,
}

impl Xmp {
    /// The packet of a file; none when there is none that can be read.
    pub(super) fn read(file: &File) -> Option<Self> {
        let bytes = file.xmp().filter(|bytes| bytes.len() <= LARGEST)?;
        let text = as_text(&bytes);
        let text = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
        let options = ParsingOptions {
            nodes_limit: MOST_NODES,
            ..ParsingOptions::default()
        };
        let document = Document::parse_with_options(text, options).ok()?;
        let mut xmp = Self::default();
        let is_description = |node: &Node<'_, '_>| node.has_tag_name((RDF, "Description"));
        for description in document.descendants().filter(is_description) {
            for attribute in description.attributes() {
                xmp.put(attribute.namespace(), attribute.name(), attribute.value());
            }
            for property in description.children().filter(Node::is_element) {
                let name = property.tag_name();
                xmp.put(name.namespace(), name.name(), &first_value(property));
            }
        }
        let is_open = |node: Node<'_, '_>| node.has_tag_name((RDF, "Alt")) && names_no_language(node);
        xmp.leaves_language_open = document.descendants().any(is_open);
        Some(xmp)
    }

    fn put(&mut self, namespace: Option<&str>, name: &str, value: &str) {
        let key = (namespace.unwrap_or_default().to_owned(), name.to_owned());
        self.properties
            .entry(key)
            .or_insert_with(|| value.trim().to_owned());
    }

    /// A property; of several values the first.
    pub(super) fn get(&self, namespace: &str, name: &str) -> Option<&str> {
        let key = (namespace.to_owned(), name.to_owned());
        self.properties.get(&key).map(String::as_str)
    }

    /// Whether a property says something.
    pub(super) fn says(&self, namespace: &str, name: &str) -> bool {
        self.get(namespace, name).is_some_and(|value| !value.is_empty())
    }
}

/// Whether the one text of an alternative is of whichever language.
fn names_no_language(alternative: Node<'_, '_>) -> bool {
    let mut texts = alternative.children().filter(Node::is_element);
    let language = texts.next().and_then(|text| text.attribute((XML, "lang")));
    language == Some("x-default") && texts.next().is_none()
}

/// The text of a property, or of the first of its values.
fn first_value(property: Node<'_, '_>) -> String {
    let first = property
        .descendants()
        .find(|node| node.has_tag_name((RDF, "li")))
        .unwrap_or(property);
    first.text().unwrap_or_default().to_owned()
}

/// Metadata as text: UTF-8, or UTF-16 with its mark.
fn as_text(bytes: &[u8]) -> String {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        _ => return String::from_utf8_lossy(bytes).into_owned(),
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_may_be_in_utf_16() {
        let text = "<a>ü</a>";
        for (mark, bytes) in [
            ([0xFE, 0xFF], u16::to_be_bytes as fn(u16) -> [u8; 2]),
            ([0xFF, 0xFE], u16::to_le_bytes),
        ] {
            let units = text.encode_utf16().flat_map(bytes);
            let written: Vec<u8> = mark.into_iter().chain(units).collect();
            assert_eq!(as_text(&written).trim_start_matches('\u{feff}'), text);
        }
    }
}
