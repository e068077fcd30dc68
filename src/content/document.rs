//! A document: what it says about itself, its optional fields, its stories in reading order.

use serde::Deserialize;

use super::{Block, Data, Hyphenation};
use crate::source::{Named, Spanned};

/// A document and the data it draws on.
#[derive(Clone, Debug)]
pub struct Content {
    /// The name of the job, from its file: `flyer`.
    pub name: String,
    /// What it says about itself.
    pub document: Spanned<Document>,
    /// Groups of stories.
    pub parts: Vec<PartSpec>,
    /// Pages that come once for every record of a list.
    pub pages: Vec<PagesSpec>,
    /// Its stories, in reading order.
    pub stories: Vec<Story>,
    /// Its own fields and the shared data.
    pub data: Data,
    /// The project's own divisions of words.
    pub hyphenation: Hyphenation,
}

/// The `[document]` table.
#[derive(Clone, Debug, Deserialize)]
pub struct Document {
    /// The title, for the reader's window and for catalogues.
    pub title: Spanned<String>,
    /// The name of a template, a file in `templates/` without its ending.
    pub template: Spanned<String>,
    /// The language, as BCP 47 writes it: `de-DE`.
    pub language: Spanned<String>,
    /// Files in `content/` with shared data; `networks.toml` is drawn on as `networks.…`.
    #[serde(default)]
    pub data: Vec<Spanned<String>>,
    /// Who is responsible for it.
    #[serde(default)]
    pub author: Option<String>,
    /// What it is about, in a sentence.
    #[serde(default)]
    pub subject: Option<String>,
    /// The date of this edition, `2026-11-23`; `SOURCE_DATE_EPOCH` goes before it.
    #[serde(default)]
    pub date: Option<Spanned<String>>,
    /// How many copies are wanted, for the job ticket.
    #[serde(default)]
    pub run: Option<u32>,
    /// The printer's file in `templates/printers/`, without its ending, when not the template's.
    #[serde(default)]
    pub printer: Option<Spanned<String>>,
}

/// Stories that belong together, such as all that is said of one network.
#[derive(Clone, Debug, Deserialize)]
pub struct PartSpec {
    /// What the part is called in the document's structure.
    pub title: String,
    /// The names of its stories.
    pub stories: Vec<Spanned<String>>,
}

/// Pages that come once for every record of a list, such as one for each member.
#[derive(Clone, Debug, Deserialize)]
pub struct PagesSpec {
    /// The path of the list in the data.
    pub each: Spanned<String>,
    /// The names of the stories that are set for each record, and may draw on its fields.
    pub stories: Vec<Spanned<String>>,
}

/// A story: blocks that are read one after the other.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its name, which frames of the template ask for.
    pub name: Spanned<String>,
    /// Its blocks.
    pub blocks: Vec<Spanned<Block>>,
}

/// A document's file as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct DocumentFile {
    pub(super) document: Spanned<Document>,
    #[serde(default)]
    pub(super) fields: Named<Spanned<String>>,
    #[serde(default)]
    pub(super) part: Vec<PartSpec>,
    #[serde(default)]
    pub(super) pages: Vec<PagesSpec>,
    #[serde(default)]
    pub(super) story: Named<Vec<Spanned<Block>>>,
}
