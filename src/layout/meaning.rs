//! The structure that a reader who cannot see gets: parts, sections, headings, paragraphs, lists, in the order of the document and not of
//! the sheet.

use super::references::Places;
use crate::scene::{NodeId, Structure, Target};
use crate::source::Span;
use crate::story::{Inline, LinkTo, Sense, SenseKind, Story, plain_text};
use crate::style::Role;

/// Every story with a section of its own, inside its part where it has one. All stories of a record share one, where the first of them
/// belongs.
pub(super) fn sections<'s>(stories: &'s [Story], structure: &mut Structure) -> Vec<(&'s Story, NodeId)> {
    let mut part: Option<(&str, NodeId)> = None;
    let mut sections: Vec<(&Story, NodeId)> = Vec::new();
    for story in stories {
        if let Some((_, section)) = sections.last().filter(|(last, _)| last.shares_section(story)) {
            sections.push((story, *section));
            continue;
        }
        let parent = match (&story.part, part) {
            (Some(title), Some((open, node))) if open == title => node,
            (Some(title), _) => {
                let node = structure.add(Structure::ROOT, Role::Part);
                structure.node_mut(node).title = Some(title.clone());
                part = Some((title, node));
                node
            }
            (None, _) => {
                part = None;
                Structure::ROOT
            }
        };
        let section = structure.add(parent, Role::Section);
        structure.node_mut(section).origin = Some(story.span);
        sections.push((story, section));
    }
    sections
}

/// Adds a node with its origin.
pub(super) fn add(structure: &mut Structure, parent: NodeId, role: Role, origin: Span) -> NodeId {
    let node = structure.add(parent, role);
    structure.node_mut(node).origin = Some(origin);
    node
}

/// The places of some text inside its node: one for each stretch, inside of what is said of its words. Stretches that share what is said
/// of them stand in one node, so that a link with a bold word in it is still one link.
pub(super) fn places(
    structure: &mut Structure,
    node: NodeId,
    (text, known): (&[Inline], &Places),
    origin: Span,
) -> Vec<NodeId> {
    let mut open: Vec<(&Sense, NodeId)> = Vec::new();
    let mut places = Vec::with_capacity(text.len());
    for inline in text {
        let shared = open
            .iter()
            .zip(inline.senses.iter())
            .take_while(|((open, _), sense)| open == sense)
            .count();
        open.truncate(shared);
        for sense in &inline.senses[shared..] {
            let parent = open.last().map_or(node, |(_, node)| *node);
            open.push((sense, said(structure, parent, sense, (text, known), origin)));
        }
        let parent = open.last().map_or(node, |(_, node)| *node);
        places.push(add(structure, parent, Role::Text, origin));
    }
    places
}

/// A node for what is said of some words.
fn said(
    structure: &mut Structure,
    parent: NodeId,
    sense: &Sense,
    (text, places): (&[Inline], &Places),
    origin: Span,
) -> NodeId {
    match &sense.kind {
        SenseKind::Link(LinkTo::Address(address)) => {
            let link = add(structure, parent, Role::Link, origin);
            let words = text.iter().filter(|inline| inline.senses.contains(sense));
            let node = structure.node_mut(link);
            node.target = Some(Target::Address(address.to_string()));
            node.title = Some(words.map(|inline| inline.text.as_str()).collect());
            link
        }
        SenseKind::Link(LinkTo::Place(name)) => {
            // A page number is read as what it is: a reference.
            let shows_page = text
                .iter()
                .any(|inline| inline.senses.contains(sense) && inline.page_of().is_some());
            let parent = if shows_page {
                add(structure, parent, Role::Reference, origin)
            } else {
                parent
            };
            let link = add(structure, parent, Role::Link, origin);
            let place = places.get(name);
            let node = structure.node_mut(link);
            node.target = place.map(|place| Target::Node(place.node));
            node.title = place.map(|place| place.label.clone());
            link
        }
        SenseKind::Language(language) => {
            let span = add(structure, parent, Role::Span, origin);
            structure.node_mut(span).language = Some(language.clone());
            span
        }
        SenseKind::Expansion(expansion) => {
            let span = add(structure, parent, Role::Span, origin);
            structure.node_mut(span).expansion = Some(expansion.to_string());
            span
        }
    }
}

/// Adds a heading or a paragraph.
pub(super) fn paragraph(
    structure: &mut Structure,
    section: NodeId,
    role: &Role,
    text: &[Inline],
    origin: Span,
) -> NodeId {
    let node = add(structure, section, role.clone(), origin);
    if matches!(role, Role::Heading(_)) {
        structure.node_mut(node).title = Some(plain_text(text).replace('\n', " "));
    }
    node
}
