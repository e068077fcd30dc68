//! A scene is a finished document that knows no file format: every glyph, line and picture at its place, and what each
//! of them means. Everything before it only builds it; everything after it only reads it.
//!
//! # Promises
//! Whoever builds a scene keeps these, and whoever reads one may rely on them:
//! - Lengths are absolute; styles, bindings and inheritance are gone.
//! - All text is shaped, its source text kept; every line is broken and placed.
//! - Every font and picture named is in the assets; every colour is an ink with its process equivalent.
//! - A page is its trim box, the origin its top left corner; nothing that matters lies outside trim and bleed.
//! - Two orders are kept: `pages` is the order of painting, `structure` the order of reading. On a folded sheet they differ.
//! - Every item is content of a node or an artifact, never neither.
//! - Nothing that somebody wrote fell out: overset text is an error before a scene exists.

mod dump;
#[cfg(test)]
pub(crate) mod fixture;
mod item;
mod page;
mod structure;
mod text;
mod walk;

pub use dump::dump;
pub use item::{Artifact, Group, Item, ItemKind, Mark, Picture, PlacedDrawing, Shape, Stroke};
pub use page::{Fold, Page, PageKind, Panel, page_called};
pub use structure::{Node, NodeId, Structure, Target};
pub use text::{Reading, text_of};
pub use walk::Stand;

use crate::style::Language;

/// A finished document.
#[derive(Clone, Debug)]
pub struct Scene {
    /// What the document says about itself.
    pub about: About,
    /// What is painted, in painting order.
    pub pages: Vec<Page>,
    /// What it means, in reading order.
    pub structure: Structure,
}

/// What a document says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The name of the job, from its file: `flyer`.
    pub name: String,
    /// The title.
    pub title: String,
    /// Who is responsible, if the content says so.
    pub author: Option<String>,
    /// What it is about, in a sentence, if the content says so.
    pub subject: Option<String>,
    /// The language of everything that names no other.
    pub language: Language,
    /// The date, in seconds since 1970-01-01T00:00:00Z, from the job and never from the clock.
    pub date: i64,
}
