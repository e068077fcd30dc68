//! Shared data: values by path. A file `networks.toml` with a table `[vielfalt]` that has a key `founded` is drawn on as
//! `networks.vielfalt.founded`. Values keep their places, so that a late error is shown where the value was written.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::source::{Named, Span, Spanned};
use crate::wording::{Text, text};

/// The data a document draws on: its own fields and shared files, each under its name.
#[derive(Clone, Debug, Default)]
pub struct Data {
    roots: BTreeMap<String, Spanned<DataValue>>,
}

/// What a text may draw on: the data, and over it the records that `each` has come to. It borrows, so that thousands of records do
/// not mean thousands of copies.
#[derive(Clone, Debug)]
pub struct Scope<'d> {
    data: &'d Data,
    /// The innermost last.
    records: Vec<&'d Spanned<DataValue>>,
}

/// Where a path leads nowhere, so many names are given that are there.
const MOST_NAMES: usize = 500;

/// By this name a record of `each` is known as a whole.
const ITEM: &str = "item";

/// A value of the data.
#[derive(Clone, Debug)]
pub enum DataValue {
    /// A text, or a number or date as it is written.
    Text(String),
    /// A list.
    List(Vec<Spanned<DataValue>>),
    /// A record.
    Record(Named<Spanned<DataValue>>),
}

impl Data {
    /// Adds a value under a name; an earlier one of that name is hidden.
    pub fn add(&mut self, name: &str, value: Spanned<DataValue>) {
        self.roots.insert(name.to_owned(), value);
    }
}

impl<'d> Scope<'d> {
    /// All of the data, and no record.
    #[must_use]
    pub const fn new(data: &'d Data) -> Self {
        Self {
            data,
            records: Vec::new(),
        }
    }

    /// The same with one more record in front: its fields by their names, and the whole as `item`.
    #[must_use]
    pub fn with(&self, record: &'d Spanned<DataValue>) -> Self {
        let mut more = self.clone();
        more.records.push(record);
        more
    }

    /// The record that the innermost `each` is at, if any.
    #[must_use]
    pub fn record(&self) -> Option<Span> {
        self.records.last().map(|record| record.span)
    }

    /// The value at a path such as `networks.vielfalt.founded`.
    ///
    /// # Errors
    /// With the part of the path that names nothing, and the names that are there instead.
    pub fn get(&self, path: &str) -> Result<&'d Spanned<DataValue>, UnknownPath> {
        let mut parts = path.split('.').map(str::trim);
        let first = parts.next().unwrap_or_default();
        let mut here = self.root(first).ok_or_else(|| UnknownPath {
            part: first.to_owned(),
            known: self.names(),
            reason: text!(
                "there is no field and no data `{first}`",
                "es gibt weder ein Feld noch Daten `{first}`"
            ),
        })?;
        let mut trodden = first.to_owned();
        for part in parts {
            let DataValue::Record(record) = &here.value else {
                let kind = here.value.kind();
                return Err(UnknownPath {
                    part: part.to_owned(),
                    known: Vec::new(),
                    reason: text!("`{trodden}` is {kind}", "`{trodden}` ist {kind}"; kind),
                });
            };
            here = record.get(part).ok_or_else(|| UnknownPath {
                part: part.to_owned(),
                known: record.names().take(MOST_NAMES).map(str::to_owned).collect(),
                reason: text!("`{trodden}` has no `{part}`", "`{trodden}` hat kein `{part}`"),
            })?;
            trodden = format!("{trodden}.{part}");
        }
        Ok(here)
    }

    fn root(&self, name: &str) -> Option<&'d Spanned<DataValue>> {
        let known = self.records.iter().rev().find_map(|record| match &record.value {
            DataValue::Record(fields) if fields.get(name).is_some() => fields.get(name),
            _ => (name == ITEM).then_some(*record),
        });
        known.or_else(|| self.data.roots.get(name))
    }

    fn names(&self) -> Vec<String> {
        let roots = self.data.roots.keys().map(String::as_str);
        let fields = self.records.iter().flat_map(|record| match &record.value {
            DataValue::Record(fields) => fields.names().collect(),
            _ => Vec::new(),
        });
        let item = self.records.first().map(|_| ITEM);
        let names = item.into_iter().chain(roots).chain(fields);
        names.take(MOST_NAMES).map(str::to_owned).collect()
    }
}

/// A path that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPath {
    /// The part that names nothing.
    pub part: String,
    /// The names that are there.
    pub known: Vec<String>,
    /// Why it leads nowhere, as a phrase.
    pub reason: Text,
}

impl DataValue {
    /// What kind of value it is, for messages.
    #[must_use]
    pub fn kind(&self) -> Text {
        match self {
            Self::Text(_) => text!("a text", "ein Text"),
            Self::List(_) => text!("a list", "eine Liste"),
            Self::Record(_) => text!("a table", "eine Tabelle"),
        }
    }
}

impl<'de> Deserialize<'de> for DataValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Anything;
        impl<'de> Visitor<'de> for Anything {
            type Value = DataValue;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a text, a number, a list or a table",
                    "ein Text, eine Zahl, eine Liste oder eine Tabelle"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E>(self, text: &str) -> Result<DataValue, E> {
                Ok(DataValue::Text(text.to_owned()))
            }
            fn visit_i64<E>(self, number: i64) -> Result<DataValue, E> {
                Ok(DataValue::Text(number.to_string()))
            }
            fn visit_f64<E>(self, number: f64) -> Result<DataValue, E> {
                Ok(DataValue::Text(number.to_string()))
            }
            fn visit_bool<E>(self, truth: bool) -> Result<DataValue, E> {
                Ok(DataValue::Text(truth.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<DataValue, A::Error> {
                let mut list = Vec::new();
                while let Some(value) = values.next_element()? {
                    list.push(value);
                }
                Ok(DataValue::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DataValue, A::Error> {
                Named::deserialize(serde::de::value::MapAccessDeserializer::new(map)).map(DataValue::Record)
            }
        }
        deserializer.deserialize_any(Anything)
    }
}
