//! What a document means, in reading order: a tree of nodes that painted items point into.

use crate::source::Span;
use crate::style::{Language, Role};

/// Which node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

/// Where a link goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address on the web, or `mailto:` and the like.
    Address(String),
    /// Another node of this document.
    Node(NodeId),
}

/// An element of meaning.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// The node it is part of; none for the root.
    pub parent: Option<NodeId>,
    /// Its parts, in reading order.
    pub children: Vec<NodeId>,
    /// Its language, where it differs from its parent's.
    pub language: Option<Language>,
    /// What a figure shows, for who cannot see it.
    pub alt: Option<String>,
    /// What an abbreviation stands for.
    pub expansion: Option<String>,
    /// Where a link goes.
    pub target: Option<Target>,
    /// A heading's or section's text, for the outline.
    pub title: Option<String>,
    /// The line of TOML it came from.
    pub origin: Option<Span>,
}

/// The tree of nodes. The root is the document itself.
#[derive(Clone, Debug)]
pub struct Structure {
    nodes: Vec<Node>,
}

impl Structure {
    /// The root.
    pub const ROOT: NodeId = NodeId(0);

    /// A tree that is only a document.
    #[must_use]
    pub fn new() -> Self {
        Self {
            nodes: vec![Node::new(Role::Document, None)],
        }
    }

    /// Adds a node as the last part of `parent`.
    pub fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node::new(role, Some(parent)));
        self.nodes[parent.0 as usize].children.push(id);
        id
    }

    /// The node of that id.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The node of that id, to be changed.
    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    /// All nodes, a parent before its parts, in reading order.
    #[must_use]
    pub fn in_reading_order(&self) -> Vec<NodeId> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut waiting = vec![Self::ROOT];
        while let Some(id) = waiting.pop() {
            order.push(id);
            waiting.extend(self.node(id).children.iter().rev());
        }
        order
    }

    /// The number of nodes.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Never: the root is always there.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        false
    }

    /// The nearest node upwards from `id`, itself included, that `wanted` accepts.
    #[must_use]
    pub fn nearest(&self, id: NodeId, wanted: impl Fn(&Node) -> bool) -> Option<NodeId> {
        let mut here = Some(id);
        while let Some(id) = here {
            if wanted(self.node(id)) {
                return Some(id);
            }
            here = self.node(id).parent;
        }
        None
    }
}

impl Default for Structure {
    fn default() -> Self {
        Self::new()
    }
}

impl NodeId {
    /// Its place in the tree's storage: small, dense, and the same in every run.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Node {
    const fn new(role: Role, parent: Option<NodeId>) -> Self {
        Self {
            role,
            parent,
            children: Vec::new(),
            language: None,
            alt: None,
            expansion: None,
            target: None,
            title: None,
            origin: None,
        }
    }
}
