//! The structure that a reader who cannot see gets: parts, sections, headings, paragraphs, lists, in the order of the document and not of
//! the sheet.

use crate::scene::{NodeId, Structure, Target};
use crate::source::Span;
use crate::story::{Inline, Story, plain_text};
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

/// The places of some text inside its node: one for each stretch, a link's inside the link.
pub(super) fn places(structure: &mut Structure, node: NodeId, text: &[Inline], origin: Span) -> Vec<NodeId> {
    text.iter()
        .map(|inline| {
            let parent = match &inline.link {
                None => node,
                Some(address) => {
                    let link = add(structure, node, Role::Link, origin);
                    structure.node_mut(link).target = Some(Target::Address(address.to_string()));
                    structure.node_mut(link).title = Some(inline.text.clone());
                    link
                }
            };
            add(structure, parent, Role::Text, origin)
        })
        .collect()
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
