//! What is lost before a drawing is drawn: elements that would need fonts, pictures, other files or a browser. Found in the file itself,
//! so that each can be told with its line.

use usvg::roxmltree::{Document, Node};

use super::Fault;
use crate::wording::{Text, text};

fn turn_into_paths() -> Text {
    text!(
        "turn text into paths in the drawing program (Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines)",
        "Text im Zeichenprogramm in Pfade umwandeln (Inkscape: Pfad > Objekt in Pfad umwandeln; Illustrator: Schrift > In Pfade umwandeln)"
    )
}

fn take_out() -> Text {
    text!(
        "take the picture out of the drawing and place it as a figure of its own, or save the whole drawing as PNG",
        "das Bild aus der Zeichnung nehmen und als eigene Abbildung setzen, oder die ganze Zeichnung als PNG speichern"
    )
}

fn copy_into() -> Text {
    text!(
        "copy what it refers to into the drawing: no other file is ever read",
        "in die Zeichnung kopieren, worauf verwiesen wird: eine andere Datei wird nie gelesen"
    )
}

/// All elements that cannot be drawn, each with its line.
pub(super) fn look(document: &Document<'_>) -> Vec<Fault> {
    let elements = document.descendants().filter(Node::is_element);
    elements.filter_map(fault).collect()
}

fn fault(node: Node<'_, '_>) -> Option<Fault> {
    let name = node.tag_name().name();
    let (what, help) = match name {
        "text" if says_something(node) => (text!("text", "Text"), turn_into_paths()),
        "image" | "feImage" => (text!("a picture", "ein Bild"), take_out()),
        "foreignObject" => (
            text!(
                "something that only a browser can show",
                "etwas, das nur ein Browser zeigen kann"
            ),
            take_out(),
        ),
        "use" if refers_elsewhere(node) => (
            text!("something of another file", "etwas aus einer anderen Datei"),
            copy_into(),
        ),
        _ => return None,
    };
    let position = node.document().text_pos_at(node.range().start);
    Some(Fault {
        line: Some(position.row),
        what: text!("{what} (`<{name}>`)", "{what} (`<{name}>`)"; what),
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
