//! Content bound to a template: paths are followed, values filled in, markup read, styles chosen. What comes out is text with meaning, not
//! yet measured.

mod about;
mod bind;
mod check;
mod facts;
mod fill;
mod markup;
mod proof;
mod record;
mod room;
mod signs;
mod table;

pub use about::about;
pub use bind::bind;
pub use table::{Column, ColumnWidth, Table};

use std::sync::Arc;

use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::style::{Fitting, FocalPoint, Language, Numbering, Role, TextStyle};
use crate::template::Style;
use crate::text::Exceptions;
use crate::wording::Text;

/// All stories of a document, in reading order.
#[derive(Clone, Debug)]
pub struct Stories {
    /// The stories. One that is set for every record of a list is there as often as there are records, and those of a record follow each
    /// other.
    pub stories: Vec<Story>,
    /// Which of them belong to pages that come once for every record.
    pub repeats: Vec<Repeat>,
    /// The project's own divisions of words.
    pub divisions: Exceptions,
}

/// Stories that are set for every record of a list, on pages of its own.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// The names of the stories.
    pub stories: Vec<String>,
    /// The numbers of the records that say anything.
    pub records: Vec<usize>,
}

/// A record that a story is set for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its number among all records of the document that have pages of their own, from 0.
    pub number: usize,
    /// What people call it: its `name`, else its place in the list.
    pub name: Text,
    /// Where it is written.
    pub span: Span,
}

/// A story, ready to be set.
#[derive(Clone, Debug)]
pub struct Story {
    /// Its name, which frames ask for.
    pub name: String,
    /// Where it is written.
    pub span: Span,
    /// The title of the part it belongs to, if any.
    pub part: Option<String>,
    /// The record that it is set for, if any.
    pub record: Option<Record>,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
}

impl Story {
    /// Whether another story, which follows this one, stands in the same section: all stories of a record do.
    #[must_use]
    pub fn shares_section(&self, other: &Self) -> bool {
        self.record.is_some() && self.record == other.record
    }
}

/// A block of a story.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// How it looks.
    pub style: Style,
    /// Where it is written: of a text that is nothing but a value drawn from the data, where the value is.
    pub origin: Span,
    /// The values that were drawn into it, and where they are written.
    pub drawn: Arc<[Spanned<String>]>,
    /// The name by which links lead to it, if it has one.
    pub name: Option<Arc<str>>,
}

/// What a block is.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// A paragraph or a heading.
    Paragraph(Role, Vec<Inline>),
    /// A list.
    List(List),
    /// A quotation, and in its last block whose words it holds, if that is said.
    Quote(Vec<Block>),
    /// A table.
    Table(Table),
    /// A picture, or a figure of the template.
    Figure(Figure),
    /// A QR code that holds this address; the address stands beside it as a link of its own.
    Qr(String),
    /// The table of contents, headings down to this level.
    Contents(u8),
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// How its items are marked.
    pub numbering: Numbering,
    /// The number of the first item, where they are numbered.
    pub start: u64,
    /// What each item says: a paragraph first, then others, lists and quotations.
    pub items: Vec<Vec<Block>>,
}

/// A picture, or a figure to be drawn.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The name of the file, or that in the template.
    pub name: String,
    /// How it is shown, when it is a picture.
    pub picture: Option<Picture>,
    /// What it shows; none when it says nothing.
    pub alt: Option<String>,
    /// Where that is written; where its name is when it says nothing.
    pub described: Span,
    /// The text of the data it is drawn from, so that it moves only when the data does.
    pub data: Vec<String>,
    /// What is said of it below.
    pub caption: Option<Box<Block>>,
}

/// How a picture is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How it fills its box.
    pub fit: Fitting,
    /// What must stay visible when it is cut.
    pub focus: FocalPoint,
    /// How high its box is; none where that follows from the picture or the frame.
    pub height: Option<Length>,
    /// Where its name is written.
    pub span: Span,
}

/// A stretch of text of one look and one meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// The text; a line feed is a forced break.
    pub text: String,
    /// The letters.
    pub style: Arc<TextStyle>,
    /// What is said of the words, the outermost first.
    pub senses: Arc<[Sense]>,
    /// The character styles that the letters wear over those of the paragraph, the outermost first.
    pub characters: Arc<[Arc<str>]>,
}

/// Something that is said of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sense {
    /// What is said.
    pub kind: SenseKind,
    /// Which of those in its paragraph it is: stretches that share one are one link, one foreign phrase.
    pub opening: u32,
}

/// What is said of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SenseKind {
    /// They lead somewhere.
    Link(LinkTo),
    /// They are in this language.
    Language(Language),
    /// They are short for this.
    Expansion(Arc<str>),
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// To an address on the web, or `mailto:` and the like.
    Address(Arc<str>),
    /// To a story or a heading of this document, by its name. Where no words are given, the page that it stands on is shown.
    Place(Arc<str>),
}

impl Inline {
    /// Words of which nothing is said beyond what they say.
    #[must_use]
    pub fn plain(text: impl Into<String>, style: Arc<TextStyle>) -> Self {
        Self {
            text: text.into(),
            style,
            senses: Arc::default(),
            characters: Arc::default(),
        }
    }
}

impl Inline {
    /// The place whose page it shows, if it shows one.
    #[must_use]
    pub fn page_of(&self) -> Option<&Arc<str>> {
        self.places().next().filter(|_| self.text.is_empty())
    }

    /// The places that it leads to.
    pub fn places(&self) -> impl Iterator<Item = &Arc<str>> {
        self.senses.iter().filter_map(|sense| match &sense.kind {
            SenseKind::Link(LinkTo::Place(name)) => Some(name),
            _ => None,
        })
    }
}

impl Stories {
    /// The pictures of all stories, in reading order: their files, and where they are named.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, Span)> {
        let blocks = self.stories.iter().flat_map(|story| &story.blocks);
        blocks
            .flat_map(Block::with_inner)
            .filter_map(|block| match &block.kind {
                BlockKind::Figure(figure) => Some((figure.name.as_str(), figure.picture?.span)),
                _ => None,
            })
    }
}

impl Block {
    /// This block and all within it, in reading order.
    #[must_use]
    pub fn with_inner(&self) -> Vec<&Self> {
        let mut all = vec![self];
        match &self.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| all.extend(inner(item))),
            BlockKind::Quote(blocks) => all.extend(inner(blocks)),
            BlockKind::Table(table) => {
                all.extend(table.caption.iter().map(|caption| &**caption));
                all.extend(inner(&table.head));
                table.rows.iter().for_each(|row| all.extend(inner(row)));
            }
            BlockKind::Figure(figure) => all.extend(figure.caption.iter().map(|caption| &**caption)),
            BlockKind::Paragraph(..) | BlockKind::Qr(_) | BlockKind::Contents(_) => {}
        }
        all
    }

    /// All that the author wrote in it, each paragraph and item on a line of its own; what contents and figures show is not written here.
    #[must_use]
    pub fn written_text(&self) -> String {
        let all = self.with_inner();
        let paragraphs = all.into_iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph(_, inlines) => Some(plain_text(inlines) + "\n"),
            _ => None,
        });
        paragraphs.collect()
    }
}

fn inner(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    blocks.iter().flat_map(Block::with_inner)
}

/// The text of some stretches, joined.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    inlines.iter().map(|inline| inline.text.as_str()).collect()
}
