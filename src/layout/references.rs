//! References to other places in the document: where the stories and headings with a name stand. As with the contents, that is known only
//! when all is set, so a document with references is set again until they agree.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::scene::NodeId;
use crate::story::{Block, BlockKind, Inline, Story};

/// The places that links may lead to, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(BTreeMap<Arc<str>, Place>);

/// A story or a heading, and where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its node.
    pub(super) node: NodeId,
    /// The label of its page or panel.
    pub(super) label: String,
}

impl Places {
    /// Remembers where a name stands; the first place keeps it.
    pub(super) fn note(&mut self, name: &str, node: NodeId, label: String) {
        self.0.entry(name.into()).or_insert(Place { node, label });
    }

    pub(super) fn get(&self, name: &str) -> Option<&Place> {
        self.0.get(name)
    }

    /// Whether all stand on the same pages. Their nodes may differ: those of the contents come before them.
    pub(super) fn stand_like(&self, other: &Self) -> bool {
        let labels = |places: &Self| -> Vec<(Arc<str>, String)> {
            let all = places.0.iter();
            all.map(|(name, place)| (Arc::clone(name), place.label.clone()))
                .collect()
        };
        labels(self) == labels(other)
    }
}

/// Whether any story refers to another place.
pub(super) fn are_made(stories: &[Story]) -> bool {
    let blocks = stories.iter().flat_map(|story| &story.blocks);
    blocks.flat_map(Block::with_inner).any(|block| match &block.kind {
        BlockKind::Paragraph(_, inlines) => inlines.iter().any(|inline| inline.places().next().is_some()),
        _ => false,
    })
}

/// The words of a text, with the pages that it shows as far as they are known.
pub(super) fn with_pages(text: &[Inline], places: &Places) -> Vec<Inline> {
    let shown = |inline: &Inline| {
        let place = inline.page_of().map(|name| places.get(name));
        match place {
            None => inline.clone(),
            Some(place) => Inline {
                text: place.map_or("0", |place| &place.label).to_owned(),
                ..inline.clone()
            },
        }
    };
    text.iter().map(shown).collect()
}
