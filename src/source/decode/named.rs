//! A table whose keys are names chosen by the author, in the order of the file, each with its place.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::source::Spanned;
use crate::wording::text;

/// Named values in the order of the file.
#[derive(Clone, Debug)]
pub struct Named<T> {
    pairs: Vec<(Spanned<String>, T)>,
    /// Where each name stands among them: a text may ask for thousands.
    places: BTreeMap<String, usize>,
}

impl<T> Named<T> {
    /// The names and values, in the order of the file.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Spanned<String>, &T)> {
        self.pairs.iter().map(|(name, value)| (name, value))
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        let (_, value) = self.pairs.get(*self.places.get(name)?)?;
        Some(value)
    }

    /// The names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.pairs.iter().map(|(name, _)| name.value.as_str())
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl<T> IntoIterator for Named<T> {
    type Item = (Spanned<String>, T);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.pairs.into_iter()
    }
}

impl<T> From<Vec<(Spanned<String>, T)>> for Named<T> {
    fn from(pairs: Vec<(Spanned<String>, T)>) -> Self {
        let mut places = BTreeMap::new();
        for (place, (name, _)) in pairs.iter().enumerate() {
            places.entry(name.value.clone()).or_insert(place);
        }
        Self { pairs, places }
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Named<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&text!("a table", "eine Tabelle").packed())
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Named::from(pairs))
            }
        }
        deserializer.deserialize_map(Pairs(PhantomData))
    }
}
