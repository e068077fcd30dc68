//! A document: what it says about itself, its optional fields, its stories in reading order.

use schemars::JsonSchema;
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
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Document {
    /// The title. Readers' programs show it in the window and read it out first.
    #[schemars(regex(pattern = r"\S"), length(max = 1000), extend("examples" = ["Diversity-Netzwerke"]))]
    pub title: Spanned<String>,
    /// The template, the name of a file in `templates/` without its ending.
    #[schemars(extend("examples" = ["flyer-dl"]))]
    pub template: Spanned<String>,
    /// The language of the words, as BCP 47 writes it. It decides how words are divided and which quotation marks are right. A language
    /// that is read from right to left mirrors template and fold.
    #[schemars(
        regex(pattern = "^[A-Za-z]{2,3}(-[0-9A-Za-z]{1,8})*$"),
        extend("examples" = ["de-DE", "en", "tr", "ar"])
    )]
    pub language: Spanned<String>,
    /// Files in `content/` with shared data. A value of `networks.toml` is drawn on as `{networks.…}`.
    #[serde(default)]
    #[schemars(extend("examples" = [["networks.toml"]]))]
    pub data: Vec<Spanned<String>>,
    /// Who is responsible for it. Readers' programs show it among the properties of the file.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub author: Option<String>,
    /// What it is about, in a sentence. Readers' programs show it among the properties of the file.
    #[serde(default)]
    #[schemars(length(max = 1000))]
    pub subject: Option<String>,
    /// The date of this edition: year, month and day. Left out, files are dated 1970, since the clock is never asked. `SOURCE_DATE_EPOCH`
    /// goes before it.
    #[serde(default)]
    #[schemars(extend("examples" = ["2026-11-23"]))]
    pub date: Option<Spanned<String>>,
    /// How many copies are wanted, for the job ticket.
    #[serde(default)]
    #[schemars(extend("examples" = [5000]))]
    pub run: Option<u32>,
    /// The printer's file, its name in `templates/printers/` without the ending, when it is not the one that the template names.
    #[serde(default)]
    #[schemars(extend("examples" = ["standard"]))]
    pub printer: Option<Spanned<String>>,
}

/// Stories that belong together, such as all that is said of one network.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct PartSpec {
    /// What the part is called, for who hears the document.
    pub title: String,
    /// The names of its stories: those of the tables `[[story.NAME]]`.
    #[schemars(extend("examples" = [["vielfalt", "members", "goals"]]))]
    pub stories: Vec<Spanned<String>>,
}

/// Pages that come once for every record of a list, such as one for each member.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct PagesSpec {
    /// The path of the list in the data.
    #[schemars(extend("examples" = ["huts.list"]))]
    pub each: Spanned<String>,
    /// The names of the stories that are set for each record, and may draw on its fields: `{name}`.
    #[schemars(length(min = 1), extend("examples" = [["hut-name", "hut-text"]]))]
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

/// What is said in a document: a file in `content/` with a `[document]` table.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(title = "faltwerk: a document")]
pub(super) struct DocumentFile {
    /// What the document says about itself.
    pub(super) document: Spanned<Document>,
    /// What the office fills in: texts by name, drawn on as `{name}`. One that is empty is left out of the document, and `faltwerk check`
    /// reminds of it.
    #[serde(default)]
    pub(super) fields: Named<Spanned<String>>,
    /// Stories that belong together, for who hears the document: a table `[[part]]` for each part, in the order of reading.
    #[serde(default)]
    pub(super) part: Vec<PartSpec>,
    /// Pages of the template that come once for every record of a list: a table `[[pages]]` for each list.
    #[serde(default)]
    pub(super) pages: Vec<PagesSpec>,
    /// The stories by name, each a list of blocks: `[[story.NAME]]` begins the next block. The order in the file is the order of reading;
    /// frames of the template ask for a story by its name.
    #[serde(default)]
    pub(super) story: Named<Vec<Spanned<Block>>>,
}
