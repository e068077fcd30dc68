//! Tables as they are written: rows that stand in the file, or records of the data of which each column shows a field.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::geom::Length;
use crate::source::Spanned;
use crate::wording::text;

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its rows.
    pub source: TableSource,
    /// Its columns; none where rows that stand in the file say all, the first of them the heads.
    pub columns: Vec<Spanned<Column>>,
    /// What it shows, in words that stand above it.
    pub caption: Option<Spanned<String>>,
}

/// Where the rows of a table come from.
#[derive(Clone, Debug)]
pub enum TableSource {
    /// A path to a list of records.
    Path(Spanned<String>),
    /// They stand right here.
    Rows(Vec<Spanned<Vec<Spanned<String>>>>),
}

/// A column of a table.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Column {
    /// What stands at its head. Heads stand again where a table goes on in the next frame.
    #[schemars(extend("examples" = ["Ertrag"]))]
    pub head: Option<Spanned<String>>,
    /// Which field of a record it shows: needed for a table from the data.
    #[schemars(extend("examples" = ["kg"]))]
    pub field: Option<Spanned<String>>,
    /// How wide it is. Left out, and without `share`, it is as wide as its content needs.
    #[schemars(extend("examples" = ["20 mm"]))]
    pub width: Option<Spanned<Length>>,
    /// Its part of what the other columns leave: one with a share of 2 becomes twice as wide as one with 1.
    #[schemars(extend("examples" = [2]))]
    pub share: Option<Spanned<u16>>,
    /// How its lines stand.
    #[serde(default)]
    #[schemars(extend("default" = "usual"))]
    pub align: ColumnAlign,
    /// Whether its cells are the heads of their rows, which say what a row is about.
    #[serde(default)]
    pub row_head: bool,
}

/// How the lines of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnAlign {
    /// As the style of its cells says.
    #[default]
    Usual,
    /// Flush at the start.
    Start,
    /// Flush at the end, with figures of one width.
    End,
    /// Centred.
    Centre,
}

impl<'de> Deserialize<'de> for TableSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Source;
        impl<'de> Visitor<'de> for Source {
            type Value = Written;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a path into the data, or a list of rows",
                    "ein Pfad in die Daten oder eine Liste von Zeilen"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E: serde::de::Error>(self, path: &str) -> Result<Self::Value, E> {
                Ok(Written::Path(path.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut written: A) -> Result<Self::Value, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = written.next_element()? {
                    rows.push(row);
                }
                Ok(Written::Rows(rows))
            }
        }
        enum Written {
            Path(String),
            Rows(Vec<Spanned<Vec<Spanned<String>>>>),
        }
        struct Either(Written);
        impl<'de> Deserialize<'de> for Either {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Source).map(Self)
            }
        }
        let either = Spanned::<Either>::deserialize(deserializer)?;
        Ok(match either.value.0 {
            Written::Path(path) => Self::Path(Spanned::new(path, either.span)),
            Written::Rows(rows) => Self::Rows(rows),
        })
    }
}
