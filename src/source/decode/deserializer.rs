//! The serde side of decoding: walks a parsed TOML tree and hands every value over with its place.

use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use toml::de::{DeTable, DeValue};

use crate::source::nearest;
use crate::wording::{Text, text};

use super::{DEEPEST, FaultKind, Mistake, Reading, SPANNED};

/// The right type, but no value that can be.
fn bad_value(why: &Text) -> Mistake {
    Mistake::custom(why.packed())
}

/// A value of the tree, where it stands, and how deep.
#[derive(Clone)]
pub(super) struct Value<'a, 'i> {
    value: &'a DeValue<'i>,
    range: Range<usize>,
    reading: &'a Reading,
    depth: usize,
}

impl<'a, 'i> Value<'a, 'i> {
    pub(super) fn new(
        value: &'a DeValue<'i>,
        range: Range<usize>,
        reading: &'a Reading,
        depth: usize,
    ) -> Self {
        Self {
            value,
            range,
            reading,
            depth,
        }
    }

    fn table<'de, V: Visitor<'de>>(
        &self,
        table: &'a DeTable<'i>,
        known: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let entries = Entries::new(table, self, known);
        let (left_out, unknown) = (entries.left_out.clone(), entries.unknown.clone());
        visitor.visit_map(entries).map_err(|mistake| {
            let mistake = mistake.at(&self.range, self.depth);
            let follows = match &mistake.kind {
                // It is there, but cannot be read, or is written with a slip: that was said already.
                Some(FaultKind::MissingField(field)) => {
                    left_out.contains(field)
                        || unknown.iter().any(|written| nearest(written, &[field]).is_some())
                }
                _ => false,
            };
            if follows {
                Mistake {
                    kind: None,
                    ..mistake
                }
            } else {
                mistake
            }
        })
    }

    /// A list. Whoever wants a pair and takes no more than two values would leave a third one out in silence.
    fn list<'de, V: Visitor<'de>>(
        &self,
        values: &'a [toml::Spanned<DeValue<'i>>],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let mut elements = Elements {
            of: self,
            values: values.iter(),
        };
        let read = visitor.visit_seq(&mut elements)?;
        let left = elements.values.len();
        if left == 0 {
            return Ok(read);
        }
        let wanted = match values.len() - left {
            2 => "a tuple of size 2".to_owned(),
            wanted => format!("an array of length {wanted}"),
        };
        Err(Mistake::invalid_length(values.len(), &wanted.as_str()))
    }

    fn unexpected(&self) -> Unexpected<'_> {
        match self.value {
            DeValue::String(text) => Unexpected::Str(text),
            DeValue::Boolean(truth) => Unexpected::Bool(*truth),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or(Unexpected::Other("a number"), Unexpected::Signed),
            DeValue::Float(number) => number
                .as_str()
                .parse()
                .map_or(Unexpected::Other("a number"), Unexpected::Float),
            DeValue::Datetime(_) => Unexpected::Other("a date"),
            DeValue::Array(_) => Unexpected::Seq,
            DeValue::Table(_) => Unexpected::Map,
        }
    }
}

impl<'de> Deserializer<'de> for Value<'_, '_> {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.depth > DEEPEST {
            return Err(bad_value(&text!(
                "nested deeper than {DEEPEST} levels",
                "tiefer verschachtelt als {DEEPEST} Ebenen"
            ))
            .at(&self.range, self.depth));
        }
        let read = match self.value {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Boolean(truth) => visitor.visit_bool(*truth),
            DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
                Ok(number) => visitor.visit_i64(number),
                Err(_) => Err(bad_value(&text!(
                    "this number is too large",
                    "diese Zahl ist zu groß"
                ))),
            },
            DeValue::Float(number) => match number.as_str().parse::<f64>() {
                Ok(number) if number.is_finite() => visitor.visit_f64(number),
                _ => Err(bad_value(&text!(
                    "this is no number to measure with",
                    "mit dieser Zahl lässt sich nicht messen"
                ))),
            },
            DeValue::Datetime(date) => visitor.visit_string(date.to_string()),
            DeValue::Array(values) => self.list(values, visitor),
            DeValue::Table(table) => self.table(table, None, visitor),
        };
        read.map_err(|mistake| mistake.at(&self.range, self.depth))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        if name == SPANNED {
            let (range, depth) = (self.range.clone(), self.depth);
            let parts = PlaceAndValue {
                value: Some(self),
                step: 0,
            };
            return visitor
                .visit_seq(parts)
                .map_err(|mistake| mistake.at(&range, depth));
        }
        match self.value {
            DeValue::Table(table) if self.depth <= DEEPEST => self.table(table, Some(fields), visitor),
            DeValue::Table(_) => self.deserialize_any(visitor),
            _ => Err(Mistake::invalid_type(self.unexpected(), &"a table").at(&self.range, self.depth)),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let (range, depth) = (self.range.clone(), self.depth);
        match self.value {
            DeValue::String(_) => visitor.visit_enum(Choice { value: self }),
            _ => {
                let names = super::listed(variants);
                let wanted = text!("one of {names}", "eines von {names}").packed();
                Err(Mistake::invalid_type(self.unexpected(), &wanted.as_str()))
            }
        }
        .map_err(|mistake| mistake.at(&range, depth))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The entries of a table in the order of the file, without those left out.
struct Entries<'a, 'i> {
    of: Value<'a, 'i>,
    waiting: std::vec::IntoIter<(&'a str, Range<usize>, &'a DeValue<'i>, Range<usize>)>,
    next: Option<(&'a DeValue<'i>, Range<usize>)>,
    left_out: Vec<String>,
    unknown: Vec<String>,
}

impl<'a, 'i> Entries<'a, 'i> {
    fn new(table: &'a DeTable<'i>, of: &Value<'a, 'i>, known: Option<&'static [&'static str]>) -> Self {
        let mut entries = Vec::new();
        let mut left_out = Vec::new();
        let mut unknown = Vec::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            if let Some(known) = known.filter(|known| !known.contains(&name)) {
                let kind = FaultKind::UnknownField {
                    field: name.to_owned(),
                    known: known.to_vec(),
                };
                of.reading.add(&key.span(), kind);
                unknown.push(name.to_owned());
            } else if of.reading.skips(&value.span(), of.depth + 1) {
                left_out.push(name.to_owned());
            } else {
                entries.push((name, key.span(), value.get_ref(), value.span()));
            }
        }
        if !(unknown.is_empty() && left_out.is_empty()) {
            of.reading.is_incomplete(&of.range, of.depth);
        }
        entries.sort_by_key(|(_, key, _, _)| key.start);
        Self {
            of: of.clone(),
            waiting: entries.into_iter(),
            next: None,
            left_out,
            unknown,
        }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Mistake;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Mistake> {
        let Some((name, key_range, value, value_range)) = self.waiting.next() else {
            return Ok(None);
        };
        self.next = Some((value, value_range));
        let key = DeValue::String(name.into());
        seed.deserialize(Value::new(&key, key_range, self.of.reading, self.of.depth))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Mistake> {
        let (value, range) = self
            .next
            .take()
            .ok_or_else(|| bad_value(&text!("a key without a value", "ein Schlüssel ohne Wert")))?;
        let inner = Value::new(value, range.clone(), self.of.reading, self.of.depth + 1);
        seed.deserialize(inner)
            .map_err(|mistake| mistake.at(&range, self.of.depth + 1))
    }
}

/// The elements of an array, without those left out.
struct Elements<'b, 'a, 'i> {
    of: &'b Value<'a, 'i>,
    values: std::slice::Iter<'a, toml::Spanned<DeValue<'i>>>,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_, '_> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let of = self.of;
        let Some(value) = self
            .values
            .find(|value| !of.reading.skips(&value.span(), of.depth + 1))
        else {
            return Ok(None);
        };
        let range = value.span();
        let inner = Value::new(value.get_ref(), range.clone(), of.reading, of.depth + 1);
        seed.deserialize(inner)
            .map(Some)
            .map_err(|mistake| mistake.at(&range, of.depth + 1))
    }
}

/// A place, then the value itself, for a `Spanned`.
struct PlaceAndValue<'a, 'i> {
    value: Option<Value<'a, 'i>>,
    step: u8,
}

impl<'de> SeqAccess<'de> for PlaceAndValue<'_, '_> {
    type Error = Mistake;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Mistake> {
        let Some(value) = &self.value else { return Ok(None) };
        let part = match self.step {
            0 => value.reading.source.0,
            1 => value.range.start as u32,
            2 => value.range.end as u32,
            _ => return self.value.take().map(|value| seed.deserialize(value)).transpose(),
        };
        self.step += 1;
        seed.deserialize(part.into_deserializer()).map(Some)
    }
}

/// One of several words.
struct Choice<'a, 'i> {
    value: Value<'a, 'i>,
}

impl<'de> EnumAccess<'de> for Choice<'_, '_> {
    type Error = Mistake;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Mistake> {
        let DeValue::String(word) = self.value.value else {
            return Err(Mistake::invalid_type(self.value.unexpected(), &"a word"));
        };
        let word: StrDeserializer<'_, Mistake> = (**word).into_deserializer();
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'de> VariantAccess<'de> for Choice<'_, '_> {
    type Error = Mistake;

    fn unit_variant(self) -> Result<(), Mistake> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Mistake> {
        Err(Mistake::invalid_type(self.value.unexpected(), &"a table"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Mistake> {
        Err(Mistake::invalid_type(self.value.unexpected(), &"a table"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Mistake> {
        Err(Mistake::invalid_type(self.value.unexpected(), &"a table"))
    }
}
