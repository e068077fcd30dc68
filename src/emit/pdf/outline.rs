//! The outline that a viewer shows beside the pages: the headings, nested by their level. Short documents go without,
//! since all of them can be seen at once.

use pdf_writer::{Finish, Ref, TextStr};

use super::file::File;
use super::place::{Origin, Places};
use crate::scene::Scene;
use crate::style::Role;

/// From how many pages on a document has an outline.
const FEWEST_PAGES: usize = 3;

struct Entry<'a> {
    level: u8,
    title: &'a str,
    page: Ref,
    left: f32,
    top: f32,
    reference: Ref,
    parent: Option<usize>,
}

/// Writes the outline; none for a document that is short or has no headings.
pub(super) fn write(
    scene: &Scene,
    places: &Places<'_>,
    pages: &[(Ref, Origin)],
    file: &mut File,
) -> Option<Ref> {
    if scene.pages.len() < FEWEST_PAGES {
        return None;
    }
    let entries = entries(scene, places, pages, file);
    let tops: Vec<usize> = children(&entries, None);
    let (first, last) = (*tops.first()?, *tops.last()?);
    let root = file.reference();
    file.pdf
        .outline(root)
        .first(entries[first].reference)
        .last(entries[last].reference)
        .count(entries.len() as i32);
    for (index, entry) in entries.iter().enumerate() {
        let siblings = children(&entries, entry.parent);
        let parts = children(&entries, Some(index));
        let place = siblings.iter().position(|sibling| *sibling == index).unwrap_or(0);
        let mut item = file.pdf.outline_item(entry.reference);
        item.title(TextStr(entry.title));
        item.parent(entry.parent.map_or(root, |parent| entries[parent].reference));
        if place > 0 {
            item.prev(entries[siblings[place - 1]].reference);
        }
        if let Some(next) = siblings.get(place + 1) {
            item.next(entries[*next].reference);
        }
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            item.first(entries[*first].reference);
            item.last(entries[*last].reference);
            item.count(below(&entries, index) as i32);
        }
        item.dest().page(entry.page).xyz(entry.left, entry.top, None);
        item.finish();
    }
    Some(root)
}

/// The headings in reading order, each under the last one before it that is of a higher rank.
fn entries<'a>(
    scene: &'a Scene,
    places: &Places<'_>,
    pages: &[(Ref, Origin)],
    file: &mut File,
) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for id in scene.structure.in_reading_order() {
        let node = scene.structure.node(id);
        let (Role::Heading(level), Some(title)) = (&node.role, &node.title) else {
            continue;
        };
        let Some((page, spot)) = places.under(id).first().copied() else {
            continue;
        };
        let (page, origin) = pages[page];
        let corner = origin.pdf_rect(spot.rect);
        let parent = entries.iter().rposition(|entry| entry.level < *level);
        entries.push(Entry {
            level: *level,
            title,
            page,
            left: corner.x1,
            top: corner.y2,
            reference: file.reference(),
            parent,
        });
    }
    entries
}

fn children(entries: &[Entry<'_>], parent: Option<usize>) -> Vec<usize> {
    (0..entries.len())
        .filter(|index| entries[*index].parent == parent)
        .collect()
}

/// How many entries there are below one, all levels together: all are shown open.
fn below(entries: &[Entry<'_>], index: usize) -> usize {
    let direct = children(entries, Some(index));
    direct.iter().map(|child| 1 + below(entries, *child)).sum()
}
