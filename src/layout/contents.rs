//! The table of contents needs the pages of headings that are set later, so a document with contents is set again until they agree.

use crate::scene::NodeId;
use crate::story::{BlockKind, Story};

/// Headings in reading order, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Headings(pub(super) Vec<Heading>);

/// A heading and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) text: String,
    /// The story it stands in.
    pub(super) section: NodeId,
    /// Its node, which links lead to; the same in every pass, since nodes are added in the order of the document.
    pub(super) node: NodeId,
    /// The index of its page.
    pub(super) page: usize,
    /// The label of its page or panel.
    pub(super) label: String,
}

impl Headings {
    /// Whether all stand at the same places. Their nodes may differ: those of the contents come before them.
    pub(super) fn stand_like(&self, other: &Self) -> bool {
        let same = |(one, other): (&Heading, &Heading)| {
            (one.page, &one.label, &one.text) == (other.page, &other.label, &other.text)
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

/// Whether any story shows contents.
pub(super) fn are_asked_for(stories: &[Story]) -> bool {
    stories
        .iter()
        .flat_map(|story| &story.blocks)
        .any(|block| matches!(block.kind, BlockKind::Contents(_)))
}
