//! Which nodes become structure elements, of which type, and in which language (ISO 32000-1, 14.8.4). A `Text` node is
//! only a place in its parent: it becomes an element, a span, when it has something of its own to say.

use crate::scene::{Node, NodeId, Scene, Structure, Target};
use crate::style::Role;

use super::profile::Profile;

/// What nodes become, for one edition of a scene.
#[derive(Debug)]
pub(super) struct Elements<'a> {
    structure: &'a Structure,
    links: bool,
    languages: Vec<&'a str>,
}

impl<'a> Elements<'a> {
    /// Works out the language of every node.
    pub(super) fn new(scene: &'a Scene, profile: &Profile) -> Self {
        let structure = &scene.structure;
        let mut languages = vec![&*scene.about.language.0; structure.len()];
        for id in structure.in_reading_order() {
            let node = structure.node(id);
            if let Some(language) = &node.language {
                languages[id.index()] = &language.0;
            } else if let Some(parent) = node.parent {
                languages[id.index()] = languages[parent.index()];
            }
        }
        Self {
            structure,
            links: profile.links,
            languages,
        }
    }

    /// The tree.
    pub(super) const fn structure(&self) -> &'a Structure {
        self.structure
    }

    /// The language that content of a node is in, as its elements say it.
    pub(super) fn language(&self, id: NodeId) -> &'a str {
        self.languages[id.index()]
    }

    /// Whether a node has an element of its own.
    pub(super) fn is_element(&self, id: NodeId) -> bool {
        let node = self.structure.node(id);
        node.role != Role::Text || has_own_say(node)
    }

    /// The node whose element holds the content of a node: itself, or the nearest above.
    pub(super) fn owner(&self, id: NodeId) -> NodeId {
        let mut here = id;
        while !self.is_element(here) {
            match self.structure.node(here).parent {
                Some(parent) => here = parent,
                None => break,
            }
        }
        here
    }

    /// Where a node links to, if links of this edition can be followed.
    pub(super) fn target(&self, id: NodeId) -> Option<&'a Target> {
        let node = self.structure.node(id);
        node.target
            .as_ref()
            .filter(|_| self.links && node.role == Role::Link)
    }

    /// The standard structure type of a node's element.
    pub(super) fn tag(&self, id: NodeId) -> &'static str {
        match self.structure.node(id).role {
            Role::Document => "Document",
            Role::Part => "Part",
            Role::Section => "Sect",
            Role::Heading(level) => ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1],
            Role::Paragraph => "P",
            Role::List(_) => "L",
            Role::ListItem => "LI",
            Role::Label => "Lbl",
            Role::ListBody => "LBody",
            Role::Figure => "Figure",
            Role::Caption => "Caption",
            // A link that leads nowhere is words like any others: without its annotation the type would be wrong
            // (PDF/UA-1, 7.18.5).
            Role::Link if self.target(id).is_some() => "Link",
            Role::BlockQuote => "BlockQuote",
            Role::Contents => "TOC",
            Role::ContentsItem => "TOCI",
            Role::Table => "Table",
            Role::TableHead => "THead",
            Role::TableBody => "TBody",
            Role::TableRow => "TR",
            Role::TableHeader(_) => "TH",
            Role::TableCell => "TD",
            Role::Reference => "Reference",
            Role::Link | Role::Span | Role::Text => "Span",
        }
    }
}

fn has_own_say(node: &Node) -> bool {
    node.language.is_some() || node.expansion.is_some() || node.alt.is_some()
}
