//! Resolved look and meaning: what a style comes to once inheritance is done. A text style says which letters, a
//! paragraph style how lines become a column, a role what the text is for a reader who cannot see it.

mod adornment;
mod fitting;
mod letters;

mod protrusion;

pub use adornment::{Rule, RuleOver, Tint};
pub use fitting::{Fitting, FocalPoint};
pub use letters::{Case, Position};
pub use protrusion::{Hang, Protrusion};

use std::sync::Arc;

use crate::color::Color;
use crate::geom::Length;

/// A language as BCP 47 writes it, for example `de-DE`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(pub Arc<str>);

impl Language {
    /// The primary subtag, in lower case: `de` of `de-DE`.
    #[must_use]
    pub fn primary(&self) -> String {
        self.0
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    }

    /// Whether it is written from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        matches!(
            self.primary().as_str(),
            "ar" | "fa" | "he" | "ur" | "ps" | "yi" | "ckb" | "sd" | "ug"
        )
    }
}

/// An OpenType feature and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Feature {
    /// Its tag, such as `onum`.
    pub tag: [u8; 4],
    /// 0 turns it off, 1 on; some features choose an alternate.
    pub value: u32,
}

/// Which letters: everything shaping needs to know.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextStyle {
    /// Font families, the first wanted first; the others stand in for missing glyphs.
    pub families: Vec<Arc<str>>,
    /// 1 to 1000; 400 is regular, 700 bold.
    pub weight: u16,
    /// Whether true italics are wanted.
    pub italic: bool,
    /// The size of the letters (the em).
    pub size: Length,
    /// The ink.
    pub color: Color,
    /// Features beside the standard ones.
    pub features: Vec<Feature>,
    /// Added after every letter, in thousandths of an em.
    pub tracking: i32,
    /// The language of the words, for hyphenation and for `locl`.
    pub language: Language,
    /// Whether words may be hyphenated: names and addresses may not.
    pub hyphenate: bool,
    /// Whether the spaces that the language binds are bound and set narrow: in a list of codes they are not meant.
    pub protect_spaces: bool,
    /// The form they are drawn in.
    pub case: Case,
    /// On the line, above or below it.
    pub position: Position,
    /// Whether a line stands below them: of links only.
    pub underline: bool,
}

impl Default for TextStyle {
    /// Black letters of 10 pt, upright and regular, of no family and no language.
    fn default() -> Self {
        Self {
            families: Vec::new(),
            weight: 400,
            italic: false,
            size: Length::pt(10),
            color: Color::BLACK,
            features: Vec::new(),
            tracking: 0,
            language: Language("und".into()),
            hyphenate: true,
            protect_spaces: true,
            case: Case::AsWritten,
            position: Position::Line,
            underline: false,
        }
    }
}

/// How lines stand in the measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Flush at the start, ragged at the end.
    #[default]
    Start,
    /// Flush at the end.
    End,
    /// Centred.
    Centre,
    /// Flush on both sides.
    Justify,
}

/// Where a paragraph begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Begins {
    /// Below the one before it.
    #[default]
    Anywhere,
    /// At the head of a frame.
    Frame,
    /// At the head of the first frame of its story on a page or panel.
    Page,
}

/// How lines become a column.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParagraphStyle {
    /// The style's name in the template, for messages and the scene dump.
    pub name: Arc<str>,
    /// The language of the paragraph, which says from which side its lines begin.
    pub language: Language,
    /// From baseline to baseline.
    pub leading: Length,
    /// Flush or ragged.
    pub align: Align,
    /// Space above; collapses at the head of a frame and with space below the paragraph before.
    pub space_before: Length,
    /// Space below; collapses at the foot of a frame.
    pub space_after: Length,
    /// Indent of all lines at the start side.
    pub indent: Length,
    /// Indent of all lines at the end side.
    pub indent_end: Length,
    /// Indent of the first line, on top of `indent`; negative hangs.
    pub first_indent: Length,
    /// What hangs out of the measure at both ends of a line; none for edges that are cut straight.
    pub protrusion: Option<Arc<Protrusion>>,
    /// Lines of the following paragraph that must stand below in the same frame.
    pub keep_with_next: u8,
    /// Whether all lines stay in one frame where they fit at all.
    pub keep_together: bool,
    /// Where it begins.
    pub begins: Begins,
    /// Fewest lines left at the foot of a frame.
    pub orphans: u8,
    /// Fewest lines carried to the head of the next frame.
    pub widows: u8,
    /// Whether baselines lock to the grid (register).
    pub grid: bool,
    /// A rule above the first line.
    pub rule_above: Option<Rule>,
    /// A rule below the last line.
    pub rule_below: Option<Rule>,
    /// An ink behind the lines, joined with that of a neighbour of the same style.
    pub tint: Option<Tint>,
}

impl Default for ParagraphStyle {
    /// Ragged lines 12 pt apart, without indents or space around them, at least two of them together.
    fn default() -> Self {
        Self {
            name: "".into(),
            language: Language("und".into()),
            leading: Length::pt(12),
            align: Align::Start,
            space_before: Length::ZERO,
            space_after: Length::ZERO,
            indent: Length::ZERO,
            indent_end: Length::ZERO,
            first_indent: Length::ZERO,
            protrusion: None,
            keep_with_next: 0,
            keep_together: false,
            begins: Begins::Anywhere,
            // At least two lines together at the foot and at the head of a frame: the trade's rule.
            orphans: 2,
            widows: 2,
            grid: true,
            rule_above: None,
            rule_below: None,
            tint: None,
        }
    }
}

/// What something means to a reader; the writer turns it into a structure type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The whole.
    Document,
    /// A large part, such as a network.
    Part,
    /// A story or section.
    Section,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, with how its items are marked.
    List(Numbering),
    /// An item of a list.
    ListItem,
    /// An item's bullet or number.
    Label,
    /// An item's text.
    ListBody,
    /// A figure; the node's `alt` says what it shows.
    Figure,
    /// A caption.
    Caption,
    /// A link; the node's `target` says where it goes.
    Link,
    /// A quotation of whole paragraphs.
    BlockQuote,
    /// A table of contents.
    Contents,
    /// An entry of it.
    ContentsItem,
    /// A table.
    Table,
    /// The rows with the heads of a table's columns.
    TableHead,
    /// The other rows of a table.
    TableBody,
    /// A row of a table.
    TableRow,
    /// A cell that says what others are about.
    TableHeader(Scope),
    /// A cell of a table.
    TableCell,
    /// A reference to another place in the document.
    Reference,
    /// Words that differ in language, expansion or replacement text.
    Span,
    /// The place of painted content inside its parent: has no element of its own.
    Text,
}

/// Which cells a cell at the head is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// How list items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// The same sign before every item.
    Bullet,
    /// 1, 2, 3.
    Decimal,
    /// No sign at all.
    None,
}
