//! What is lost before a drawing is drawn: elements that would need fonts, pictures, other files or a browser. Found in the file itself,
//! so that each can be told with its line.

use usvg::roxmltree::{Document, Node};

use super::Fault;

const TEXT: &str = "turn text into paths in the drawing program (Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines)";
const PICTURE: &str = "take the picture out of the drawing and place it as a figure of its own, or save the whole drawing as PNG";
const ELSEWHERE: &str = "copy what it refers to into the drawing: no other file is ever read";

/// All elements that cannot be drawn, each with its line.
pub(super) fn look(document: &Document<'_>) -> Vec<Fault> {
    let elements = document.descendants().filter(Node::is_element);
    elements.filter_map(fault).collect()
}

fn fault(node: Node<'_, '_>) -> Option<Fault> {
    let name = node.tag_name().name();
    let (what, help) = match name {
        "text" if says_something(node) => ("text", TEXT),
        "image" | "feImage" => ("a picture", PICTURE),
        "foreignObject" => ("something that only a browser can show", PICTURE),
        "use" if refers_elsewhere(node) => ("something of another file", ELSEWHERE),
        _ => return None,
    };
    let position = node.document().text_pos_at(node.range().start);
    Some(Fault {
        line: Some(position.row),
        what: format!("{what} (`<{name}>`)"),
        help,
    })
}

/// Drawing programs leave empty texts behind.
fn says_something(node: Node<'_, '_>) -> bool {
    node.descendants()
        .filter_map(|node| node.text())
        .any(|text| !text.trim().is_empty())
}

fn refers_elsewhere(node: Node<'_, '_>) -> bool {
    let mut hrefs = node.attributes().filter(|attribute| attribute.name() == "href");
    hrefs.any(|href| !href.value().trim().is_empty() && !href.value().trim().starts_with('#'))
}
