//! The blocks of a story. A block says one thing, named by its key: `text`, `heading`, `list`, `quote`, `table`, `figure`,
//! `link`, `contents` or `each`.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Column, Table, TableSource};
use crate::geom::Length;
use crate::source::Spanned;
use crate::style::Fitting;
use crate::wording::{Text, text};

/// A block: one thing that is said.
#[derive(Clone, Debug)]
pub struct Block {
    /// What.
    pub kind: BlockKind,
    /// A style of the template, when not the usual one of such a block.
    pub style: Option<Spanned<String>>,
}

/// What a block says.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// Paragraphs and lists in CommonMark.
    Text(Spanned<String>),
    /// A heading.
    Heading(Heading),
    /// A list of short texts.
    List(List),
    /// Words of somebody else, paragraphs and lists in CommonMark.
    Quote(Quote),
    /// Rows and columns.
    Table(Table),
    /// A picture or a generated figure.
    Figure(Figure),
    /// An address, as a link or as a QR code with the address beside it.
    Link(LinkBlock),
    /// The table of contents: headings down to this level, with their pages.
    Contents(u8),
    /// Blocks repeated for every record of a list in the data.
    Each(Spanned<String>, Vec<Spanned<Block>>),
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its words.
    pub text: Spanned<String>,
    /// From 1 to 6.
    pub level: u8,
    /// The name by which links lead to it, `[words](#name)`.
    pub name: Option<Spanned<String>>,
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// Its items.
    pub source: ListSource,
    /// The number of the first item, when they are numbered.
    pub start: Option<u64>,
}

/// A quotation.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words.
    pub text: Spanned<String>,
    /// Whose they are, in a line below.
    pub source: Option<Spanned<String>>,
}

/// Where the items of a list come from.
#[derive(Clone, Debug)]
pub enum ListSource {
    /// A path into the data.
    Path(Spanned<String>),
    /// They stand right here.
    Items(Vec<Spanned<String>>),
}

/// A picture or a generated figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// A file in `content/images/`, which has an ending, or a figure of the template, which has none.
    pub name: Spanned<String>,
    /// What it shows, for who cannot see it.
    pub alt: Option<Spanned<String>>,
    /// Whether it says nothing and is only there to look at.
    pub decorative: bool,
    /// The list in the data that decides how it looks.
    pub data: Option<Spanned<String>>,
    /// What is to be said of it, in words that stand below.
    pub caption: Option<Spanned<String>>,
    /// How a picture fills its box.
    pub fit: Option<Spanned<Fitting>>,
    /// What must stay visible of a picture that is cut, in per cent of its width and height.
    pub focus: Option<Spanned<[u32; 2]>>,
    /// How high the box of a picture is.
    pub height: Option<Spanned<Length>>,
}

/// An address.
#[derive(Clone, Debug)]
pub struct LinkBlock {
    /// The address.
    pub address: Spanned<String>,
    /// The words of the link; the address itself when left out.
    pub label: Option<Spanned<String>>,
    /// Whether it is drawn as a QR code too.
    pub qr: bool,
}

/// A block says one thing, named by its key: `text`, `heading`, `list`, `quote`, `table`, `figure`, `link`, `contents` or `each`. The other
/// fields say more about it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct Written {
    /// Paragraphs in CommonMark: `**strong**`, `*emphasis*`, `[words](https://…)`, lists, quotes, tables with pipes. `{path.into.data}` draws a
    /// value from the data, `{{` is a brace that is meant.
    #[schemars(extend("examples" = ["Gegründet **{networks.vielfalt.founded}**."]))]
    text: Option<Spanned<String>>,
    /// A heading.
    #[schemars(extend("examples" = ["Unsere Ziele"]))]
    heading: Option<Spanned<String>>,
    /// The level of the heading: 1 for the document's own, 2 for what it is divided into, and so on to 6.
    #[schemars(range(min = 1, max = 6), extend("default" = 2))]
    level: Option<Spanned<u8>>,
    /// The name by which links lead to the heading, `[words](#name)`. No story and no other heading has it.
    #[schemars(extend("examples" = ["goals"]))]
    name: Option<Spanned<String>>,
    /// A list of short texts: the path of a list in the data, or the texts themselves.
    #[schemars(extend("examples" = ["networks.vielfalt.goals", ["Respekt", "Teilhabe"]]))]
    list: Option<ListSource>,
    /// Whether the items are numbered.
    #[schemars(extend("default" = false))]
    numbered: Option<Spanned<bool>>,
    /// The number of the first item of a list with `numbered = true`.
    #[schemars(range(min = 0, max = 999_999_999), extend("default" = 1))]
    start: Option<Spanned<u64>>,
    /// Words of somebody else, in CommonMark.
    quote: Option<Spanned<String>>,
    /// Whose words they are, in a line below the quotation.
    #[schemars(extend("examples" = ["Audre Lorde, 1981"]))]
    source: Option<Spanned<String>>,
    /// A table: the path of a list of records in the data, or rows that stand right here. Of such rows the first is the heads, where `columns`
    /// is left out.
    #[schemars(extend("examples" = ["yields.years", [["Jahr", "Ertrag"], ["2024", "12"]]]))]
    table: Option<TableSource>,
    /// What is said of each column of a table, in their order; needed for a table from the data.
    #[serde(default)]
    columns: Vec<Spanned<Column>>,
    /// What is to be said of a table, in words above it, or of a figure, in words below it.
    caption: Option<Spanned<String>>,
    /// A picture or drawing, a file in `content/images/` with its ending, or a generated figure of the template, which has none.
    #[schemars(extend("examples" = ["photo.jpg", "network"]))]
    figure: Option<Spanned<String>>,
    /// What the figure shows, for people who cannot see it. A figure has this, or is `decorative`.
    #[schemars(extend("examples" = ["The weir at high water"]))]
    alt: Option<Spanned<String>>,
    /// Whether the figure says nothing and is only there to look at. It then has neither `alt` nor `caption`.
    #[schemars(extend("default" = false))]
    decorative: Option<Spanned<bool>>,
    /// For a generated figure: the path of the list in the data that decides how it looks.
    #[schemars(extend("examples" = ["networks.vielfalt.members"]))]
    data: Option<Spanned<String>>,
    /// How a picture fills its box.
    #[schemars(extend("default" = "contain"))]
    fit: Option<Spanned<Fitting>>,
    /// What must stay visible of a picture that is cut: a place in per cent of its width and height, from the top left corner.
    #[schemars(inner(range(min = 0, max = 100)), extend("default" = [50, 50]))]
    focus: Option<Spanned<[u32; 2]>>,
    /// How high the box of a picture is; it is as wide as the measure. Left out, a whole picture keeps its own proportion, and one with
    /// `fit = "cover"` fills what is left of its frame.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["50 mm"]))]
    height: Option<Spanned<Length>>,
    /// An address, as a link.
    #[schemars(extend("examples" = ["https://www.berlin.de"]))]
    link: Option<Spanned<String>>,
    /// The words of the link. Left out, it is the address itself.
    label: Option<Spanned<String>>,
    /// Whether the link is drawn as a QR code too, with the address beside it.
    #[schemars(extend("default" = false))]
    qr: Option<Spanned<bool>>,
    /// The table of contents: headings down to this level, with their pages.
    #[schemars(extend("examples" = [3]))]
    contents: Option<u8>,
    /// Blocks that come again for every record of a list: its path in the data.
    #[schemars(extend("examples" = ["huts.list"]))]
    each: Option<Spanned<String>>,
    /// The blocks that come again; they may draw on the record's fields: `{name}`.
    #[serde(default)]
    blocks: Vec<Spanned<Block>>,
    /// A style of the template, when not the usual one of such a block; of a table that of its cells.
    #[schemars(extend("examples" = ["small"]))]
    style: Option<Spanned<String>>,
}

impl<'de> Deserialize<'de> for Block {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        written
            .misplaced()
            .map_or(Ok(()), |problem| Err(serde::de::Error::custom(problem.packed())))?;
        let style = written.style.clone();
        written
            .into_kind()
            .map(|kind| Self { kind, style })
            .map_err(|problem| serde::de::Error::custom(problem.packed()))
    }
}

impl Written {
    /// The kinds that are there, each with the fields that only it may have.
    pub(super) fn kinds(&self) -> [(&'static str, bool, &'static [&'static str]); 9] {
        [
            ("text", self.text.is_some(), &[]),
            ("heading", self.heading.is_some(), &["level", "name"]),
            ("list", self.list.is_some(), &["numbered", "start"]),
            ("quote", self.quote.is_some(), &["source"]),
            ("table", self.table.is_some(), &["columns", "caption"]),
            (
                "figure",
                self.figure.is_some(),
                &["alt", "decorative", "data", "caption", "fit", "focus", "height"],
            ),
            ("link", self.link.is_some(), &["label", "qr"]),
            ("contents", self.contents.is_some(), &[]),
            ("each", self.each.is_some(), &["blocks"]),
        ]
    }

    /// What is wrong when there is no kind, more than one, or a field of another kind.
    fn misplaced(&self) -> Option<Text> {
        let kinds = self.kinds();
        let there: Vec<_> = kinds.iter().filter(|(_, there, _)| *there).collect();
        let [(kind, _, own)] = there.as_slice() else {
            return Some(match there.as_slice() {
                [] => text!(
                    "this block says nothing: give it one of `text`, `heading`, `list`, `quote`, `table`, `figure`, `link`, `contents` or `each`",
                    "dieser Block sagt nichts: er braucht eines von `text`, `heading`, `list`, `quote`, `table`, `figure`, `link`, `contents` oder `each`"
                ),
                [(first, ..), (second, ..), ..] => text!(
                    "a block says one thing: `{first}` and `{second}` need a block each",
                    "ein Block sagt eine Sache: `{first}` und `{second}` brauchen je einen eigenen Block"
                ),
                [_] => return None,
            });
        };
        let fields = [
            ("level", self.level.is_some()),
            ("name", self.name.is_some()),
            ("numbered", self.numbered.is_some()),
            ("start", self.start.is_some()),
            ("source", self.source.is_some()),
            ("columns", !self.columns.is_empty()),
            ("caption", self.caption.is_some()),
            ("alt", self.alt.is_some()),
            ("decorative", self.decorative.is_some()),
            ("data", self.data.is_some()),
            ("fit", self.fit.is_some()),
            ("focus", self.focus.is_some()),
            ("height", self.height.is_some()),
            ("label", self.label.is_some()),
            ("qr", self.qr.is_some()),
            ("blocks", !self.blocks.is_empty()),
        ];
        let (foreign, _) = fields
            .iter()
            .find(|(field, there)| *there && !own.contains(field))?;
        Some(text!(
            "a `{kind}` block has no field `{foreign}`",
            "ein Block `{kind}` hat kein Feld `{foreign}`"
        ))
    }

    fn into_kind(self) -> Result<BlockKind, Text> {
        let is_set = |flag: Option<Spanned<bool>>| flag.is_some_and(|flag| flag.value);
        if let Some(text) = self.text {
            return Ok(BlockKind::Text(text));
        }
        if let Some(text) = self.heading {
            let name = self.name;
            return match self.level.map_or(2, |level| level.value) {
                level @ 1..=6 => Ok(BlockKind::Heading(Heading { text, level, name })),
                level => Err(text!(
                    "a heading has a level from 1 to 6, not {level}",
                    "eine Überschrift hat eine Ebene von 1 bis 6, nicht {level}"
                )),
            };
        }
        if let Some(source) = self.list {
            let start = first_number(is_set(self.numbered), self.start)?;
            return Ok(BlockKind::List(List { source, start }));
        }
        if let Some(text) = self.quote {
            let source = self.source;
            return Ok(BlockKind::Quote(Quote { text, source }));
        }
        if let Some(source) = self.table {
            let (columns, caption) = (self.columns, self.caption);
            return Ok(BlockKind::Table(Table {
                source,
                columns,
                caption,
            }));
        }
        if let Some(name) = self.figure {
            let decorative = is_set(self.decorative);
            return Ok(BlockKind::Figure(Figure {
                name,
                alt: self.alt,
                decorative,
                data: self.data,
                caption: self.caption,
                fit: self.fit,
                focus: self.focus,
                height: self.height,
            }));
        }
        if let Some(address) = self.link {
            return Ok(BlockKind::Link(LinkBlock {
                address,
                label: self.label,
                qr: is_set(self.qr),
            }));
        }
        if let Some(depth) = self.contents {
            return Ok(BlockKind::Contents(depth));
        }
        let nothing = || text!("this block says nothing", "dieser Block sagt nichts");
        let path = self.each.ok_or_else(nothing)?;
        Ok(BlockKind::Each(path, self.blocks))
    }
}

/// Numbers of more digits are no longer those of a list (CommonMark 0.31, 5.2 has the same limit).
const MOST_NUMBER: u64 = 999_999_999;

/// The number of the first item of a numbered list.
fn first_number(numbered: bool, start: Option<Spanned<u64>>) -> Result<Option<u64>, Text> {
    match start.map(|start| start.value) {
        None => Ok(numbered.then_some(1)),
        Some(_) if !numbered => Err(text!(
            "`start` is the first number of a list with `numbered = true`",
            "`start` ist die erste Nummer einer Liste mit `numbered = true`"
        )),
        Some(start) if start > MOST_NUMBER => Err(text!(
            "a list starts at {MOST_NUMBER} at most, not {start}",
            "eine Liste beginnt höchstens bei {MOST_NUMBER}, nicht bei {start}"
        )),
        start => Ok(start),
    }
}

impl<'de> Deserialize<'de> for ListSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Source;
        impl<'de> Visitor<'de> for Source {
            type Value = SourceWithoutPlace;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a path into the data, or a list of texts",
                    "ein Pfad in die Daten oder eine Liste von Texten"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E: serde::de::Error>(self, path: &str) -> Result<Self::Value, E> {
                Ok(SourceWithoutPlace::Path(path.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut texts: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = texts.next_element()? {
                    items.push(item);
                }
                Ok(SourceWithoutPlace::Items(items))
            }
        }
        enum SourceWithoutPlace {
            Path(String),
            Items(Vec<Spanned<String>>),
        }
        struct Either(SourceWithoutPlace);
        impl<'de> Deserialize<'de> for Either {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Source).map(Self)
            }
        }
        let either = Spanned::<Either>::deserialize(deserializer)?;
        Ok(match either.value.0 {
            SourceWithoutPlace::Path(path) => Self::Path(Spanned::new(path, either.span)),
            SourceWithoutPlace::Items(items) => Self::Items(items),
        })
    }
}
