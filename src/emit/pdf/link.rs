//! Links that can be followed: an annotation for each page that a link has words on, with one quadrilateral a line, so
//! that a link broken over two lines does not cover what stands between (ISO 32000-1, 12.5.6.5).

use pdf_writer::types::{ActionType, AnnotationFlags, AnnotationType};
use pdf_writer::{Finish, Ref, Str, TextStr};

use super::element::Elements;
use super::file::File;
use super::place::{Origin, Places, Spot};
use super::profile::Profile;
use crate::geom::{Length, Rect};
use crate::scene::{NodeId, Target};

/// The annotation of a link on one page.
#[derive(Debug)]
pub(super) struct Link {
    /// The link's node.
    pub(super) node: NodeId,
    /// The number of the page.
    pub(super) page: usize,
    /// The annotation.
    pub(super) reference: Ref,
    /// Its key in the tree of parents.
    pub(super) key: i32,
    /// One rectangle a line, on the page.
    lines: Vec<Rect>,
    /// What the link is, in words, for who cannot see it.
    words: String,
}

/// Finds the links of a scene that have words on a page, in reading order.
pub(super) fn find(elements: &Elements<'_>, places: &Places<'_>, pages: usize, file: &mut File) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for node in elements.structure().in_reading_order() {
        let Some(target) = elements.target(node) else {
            continue;
        };
        let spots = places.under(node);
        let words = contents(target, &words(&spots));
        let mut here: Vec<usize> = spots.iter().map(|(page, _)| *page).collect();
        here.sort_unstable();
        here.dedup();
        for page in here {
            let on_page = spots
                .iter()
                .filter(|(other, _)| *other == page)
                .map(|(_, spot)| *spot);
            links.push(Link {
                node,
                page,
                reference: file.reference(),
                key: (pages + links.len()) as i32,
                lines: lines(on_page),
                words: words.clone(),
            });
        }
    }
    links
}

/// Writes a link's annotation. `pages` are the references and origins of all pages.
pub(super) fn write(
    link: &Link,
    elements: &Elements<'_>,
    places: &Places<'_>,
    pages: &[(Ref, Origin)],
    profile: &Profile,
    file: &mut File,
) {
    let Some(target) = elements.target(link.node) else {
        return;
    };
    let origin = pages[link.page].1;
    let mut annotation = file.pdf.annotation(link.reference);
    annotation.subtype(AnnotationType::Link);
    let whole = link.lines.iter().copied().reduce(|held, next| held.union(&next));
    annotation.rect(origin.pdf_rect(whole.unwrap_or_default()));
    annotation.quad_points(link.lines.iter().flat_map(|line| corners(origin, *line)));
    annotation.contents(TextStr(&link.words));
    // Printed like everything else on the page (ISO 19005-2, 6.3.2), without a frame of its own.
    annotation.flags(AnnotationFlags::PRINT);
    annotation.border(0.0, 0.0, 0.0, None);
    if profile.tagged {
        annotation.struct_parent(link.key);
    }
    annotation.page(pages[link.page].0);
    match target {
        Target::Address(address) => {
            annotation
                .action()
                .action_type(ActionType::Uri)
                .uri(Str(ascii(address).as_bytes()));
        }
        Target::Node(node) => {
            if let Some((page, spot)) = places.start(*node) {
                let (reference, origin) = pages[page];
                let corner = origin.pdf_rect(spot.rect);
                annotation
                    .action()
                    .action_type(ActionType::GoTo)
                    .destination()
                    .page(reference)
                    .xyz(corner.x1, corner.y2, None);
            }
        }
    }
    annotation.finish();
}

/// The rectangles of the lines: neighbours on one line are one.
fn lines<'a>(spots: impl Iterator<Item = &'a Spot>) -> Vec<Rect> {
    let mut lines: Vec<(Rect, bool)> = Vec::new();
    for spot in spots {
        match lines.last_mut() {
            Some((line, upright)) if *upright == spot.upright && same_line(*line, spot) => {
                *line = line.union(&spot.rect);
            }
            _ => lines.push((spot.rect, spot.upright)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

/// Whether a spot shares more than half of its height with a line.
fn same_line(line: Rect, spot: &Spot) -> bool {
    let overlap = |a: [Length; 2], b: [Length; 2]| {
        let height = (a[1] - a[0]).min(b[1] - b[0]);
        (a[1].min(b[1]) - a[0].max(b[0])) * 2 > height
    };
    let other = spot.rect;
    if spot.upright {
        overlap([line.top(), line.bottom()], [other.top(), other.bottom()])
    } else {
        overlap([line.left(), line.right()], [other.left(), other.right()])
    }
}

/// Counterclockwise from the lower left, as ISO 32000-1 has it.
fn corners(origin: Origin, line: Rect) -> [f32; 8] {
    let rect = origin.pdf_rect(line);
    [
        rect.x1, rect.y1, rect.x2, rect.y1, rect.x2, rect.y2, rect.x1, rect.y2,
    ]
}

/// The words of a link, its line breaks undone.
fn words(spots: &[(usize, &Spot)]) -> String {
    let mut words = String::new();
    let mut before: Option<&Spot> = None;
    for (_, spot) in spots {
        let Some(text) = &spot.text else { continue };
        let broken = before.is_some_and(|before| !same_line(before.rect, spot));
        if broken && words.ends_with('\u{AD}') {
            words.pop();
        } else if broken && !words.ends_with([' ', '-', '/', '\u{2013}']) {
            words.push(' ');
        }
        words.push_str(text);
        before = Some(spot);
    }
    words.trim().replace('\u{AD}', "")
}

/// What the annotation says of the link: its words, and the address where they do not name it (PDF/UA-1, 7.18.5).
fn contents(target: &Target, words: &str) -> String {
    match target {
        Target::Address(address) => {
            let bare = ["https://", "http://", "mailto:", "tel:"]
                .iter()
                .find_map(|scheme| address.strip_prefix(scheme))
                .unwrap_or(address)
                .trim_end_matches('/');
            if words.is_empty() {
                bare.to_owned()
            } else if words.contains(bare) {
                words.to_owned()
            } else {
                format!("{words} ({bare})")
            }
        }
        Target::Node(_) => words.to_owned(),
    }
}

/// An address in ASCII: everything else, and what no address may hold, as per cent and hexadecimal digits (RFC 3987, 3.1).
fn ascii(address: &str) -> String {
    let mut ascii = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            )
        {
            ascii.push(char::from(byte));
        } else {
            ascii.push_str(&format!("%{byte:02X}"));
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_ascii_and_keep_what_is_already_encoded() {
        assert_eq!(
            ascii("https://example.org/Vielfalt für%20alle"),
            "https://example.org/Vielfalt%20f%C3%BCr%20alle"
        );
    }

    #[test]
    fn a_link_names_its_address_once() {
        let target = Target::Address("https://www.berlin.de/vielfalt/".to_owned());
        assert_eq!(
            contents(&target, "www.berlin.de/vielfalt"),
            "www.berlin.de/vielfalt"
        );
        assert_eq!(contents(&target, "Mehr"), "Mehr (www.berlin.de/vielfalt)");
        assert_eq!(contents(&target, ""), "www.berlin.de/vielfalt");
    }
}
