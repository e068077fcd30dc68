//! The words of a scene, put together again from its runs of glyphs, in the order in which they are read. Checks use it to
//! prove that nothing which somebody wrote was lost, and the dump to show what a node says.

use super::{Item, ItemKind, Mark, NodeId, Scene};
use crate::geom::{Length, Point, Transform};
use crate::style::Role;

/// What is read under a node: itself and all its parts, in reading order. Blocks (headings, paragraphs, list items, captions)
/// end with a line feed, labels with a space.
///
/// Runs are joined as they are, since each carries the spaces it was set with. A soft hyphen is a place to break and no
/// letter, so it is left out, shown or not. On a folded sheet the runs of one node follow the panels' numbers, not the
/// order of painting, which takes the outside first.
#[must_use]
pub fn text_of(scene: &Scene, node: NodeId) -> String {
    Reading::new(scene).under(node)
}

/// A scene read once, to be asked about many nodes.
#[derive(Debug)]
pub struct Reading<'a> {
    scene: &'a Scene,
    texts: Vec<String>,
}

impl<'a> Reading<'a> {
    /// Reads a scene.
    #[must_use]
    pub fn new(scene: &'a Scene) -> Self {
        let texts = texts_by_node(scene);
        Self { scene, texts }
    }

    /// The same as [`text_of`].
    #[must_use]
    pub fn under(&self, node: NodeId) -> String {
        let mut text = String::new();
        read(self.scene, &self.texts, node, None, &mut text);
        text
    }

    /// The same without what is read under nodes of a role.
    #[must_use]
    pub fn under_without(&self, node: NodeId, role: &Role) -> String {
        let mut text = String::new();
        read(self.scene, &self.texts, node, Some(role), &mut text);
        text
    }
}

fn read(scene: &Scene, texts: &[String], id: NodeId, without: Option<&Role>, text: &mut String) {
    if Some(&scene.structure.node(id).role) == without {
        return;
    }
    let start = text.len();
    text.push_str(texts.get(id.index()).map_or("", String::as_str));
    let node = scene.structure.node(id);
    for child in &node.children {
        read(scene, texts, *child, without, text);
    }
    if text.len() == start {
        return;
    }
    match node.role {
        Role::Label => text.push(' '),
        Role::Heading(_)
        | Role::Paragraph
        | Role::ListItem
        | Role::Caption
        | Role::ContentsItem
        | Role::TableHeader(_)
        | Role::TableCell
            if !text.ends_with('\n') =>
        {
            text.push('\n');
        }
        _ => {}
    }
}

/// What the runs marked with each node say, at the node's index; a node's parts are not included.
pub(super) fn texts_by_node(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    for page in &scene.pages {
        for item in &page.items {
            let panel = |place: Point| page.panel_at(place.x).map_or(0, |panel| panel.number);
            gather(item, Transform::default(), None, &panel, &mut found);
        }
    }
    // Stable, so that runs on one panel, and all runs of a document without panels, stay in painting order.
    found.sort_by_key(|run| run.panel);
    let mut texts = vec![String::new(); scene.structure.len()];
    for run in found {
        if let Some(text) = texts.get_mut(run.node.index()) {
            text.extend(run.text.chars().filter(|c| *c != '\u{AD}'));
        }
    }
    texts
}

/// A run that says something, and the panel it starts on; 0 where there are none.
struct Found<'a> {
    node: NodeId,
    panel: u32,
    text: &'a str,
}

/// Finds the marked runs of an item; those of a group that is content as a whole belong to the group's node.
fn gather<'a>(
    item: &'a Item,
    outer: Transform,
    whole: Option<Mark>,
    panel: &dyn Fn(Point) -> u32,
    found: &mut Vec<Found<'a>>,
) {
    let mark = whole.unwrap_or(item.mark);
    match (&item.kind, mark) {
        (ItemKind::Glyphs(run), Mark::Content(node)) => found.push(Found {
            node,
            panel: panel(outer.apply(item.reading_start())),
            text: &run.text,
        }),
        (ItemKind::Group(group), mark) => {
            let inner = outer.then_inside(item.at, group.transform);
            let whole = (mark != Mark::Inner).then_some(mark);
            for item in group.items.iter() {
                gather(item, inner, whole, panel, found);
            }
        }
        _ => {}
    }
}

impl Item {
    /// Where its reader starts, on what holds it: the left end of a run of glyphs, the right end in a language read from
    /// right to left; for anything else its place.
    #[must_use]
    pub fn reading_start(&self) -> Point {
        match &self.kind {
            ItemKind::Glyphs(run) if run.language.is_right_to_left() => {
                // Just inside, so that a run flush with the edge of a panel starts on that panel.
                let inside = (run.width() - Length::from_units(1)).at_least_zero();
                Point::new(self.at.x + inside, self.at.y)
            }
            _ => self.at,
        }
    }
}
