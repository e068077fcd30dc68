//! TOML to types, with every mistake gathered. serde alone stops at the first mistake of a file; somebody who renames a
//! style makes five at once and wants to see all five. So a value that cannot be read is noted and left out, and the
//! file is read again without it, until nothing new is wrong. A field that nothing reads is a fault too, with the nearest name.
//!
//! Types derive `Deserialize` as usual. Where a place matters, they hold a [`Spanned`]; where order matters, a [`Named`].

mod deserializer;
mod named;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer};
use toml::de::{DeTable, DeValue};

pub use named::Named;

use super::{SourceId, Span, Spanned};
use crate::wording::{Text, counted, text};
use deserializer::Value;

/// What came of a file: the value, when nothing was wrong, and all faults in the order of the file.
#[derive(Debug)]
pub struct Decoded<T> {
    /// The value; none when there is a fault.
    pub value: Option<T>,
    /// What could be read in spite of all faults, for looking further into what a faulty file names; none when too little was left.
    pub salvaged: Option<T>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// Something wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong with a file's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is no TOML; holds what the parser says.
    Syntax(String),
    /// A field that nothing reads.
    UnknownField {
        /// As written.
        field: String,
        /// All fields that could stand there.
        known: Vec<&'static str>,
    },
    /// A field that must be there is not.
    MissingField(String),
    /// A value of another type than wanted.
    WrongType {
        /// What stands there.
        found: String,
        /// What is wanted.
        wanted: String,
    },
    /// A word that is none of those known.
    UnknownWord {
        /// As written.
        word: String,
        /// All words that could stand there.
        known: Vec<&'static str>,
    },
    /// The right type, but no value that can be: holds why.
    BadValue(Text),
}

/// Faults that are told of one file, and so how often it is read again to find one more: nobody mends more than that at once.
const MOST_FAULTS: usize = 100;

/// Tables and arrays may be nested so deep; what people write needs six.
pub(super) const DEEPEST: usize = 32;

/// Reads a file's text as a `T`.
#[must_use]
pub fn decode<T: for<'de> Deserialize<'de>>(source: SourceId, text: &str) -> Decoded<T> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let faults = errors
            .iter()
            .take(MOST_FAULTS)
            .map(|error| syntax_fault(source, text, error))
            .collect();
        return Decoded {
            value: None,
            salvaged: None,
            faults,
        };
    }
    let whole = DeValue::Table(document.into_inner());
    let reading = Reading {
        source,
        faults: RefCell::default(),
        skipped: RefCell::default(),
        incomplete: RefCell::default(),
    };
    let mut value = None;
    for _ in 0..MOST_FAULTS {
        match T::deserialize(Value::new(&whole, 0..text.len(), &reading, 0)) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(mistake) => {
                if !reading.note(mistake, 0..text.len()) {
                    break;
                }
            }
        }
    }
    let mut faults = reading.faults.into_inner();
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    let (value, salvaged) = if faults.is_empty() {
        (value, None)
    } else {
        (None, value)
    };
    Decoded {
        value,
        salvaged,
        faults,
    }
}

fn syntax_fault(source: SourceId, text: &str, error: &toml::de::Error) -> Fault {
    let range = error.span().unwrap_or(0..0);
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    Fault {
        span: span(source, &(start..end)),
        kind: FaultKind::Syntax(error.message().to_owned()),
    }
}

fn span(source: SourceId, range: &Range<usize>) -> Span {
    Span {
        source,
        start: range.start as u32,
        end: range.end as u32,
    }
}

/// Where a value begins and ends, and how deep it stands.
type Place = (usize, usize, usize);

/// What is known while a file is read, again and again.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) source: SourceId,
    pub(super) faults: RefCell<Vec<Fault>>,
    /// Values left out since they cannot be read. An array of tables begins where its first table does, so depth tells them apart.
    pub(super) skipped: RefCell<BTreeSet<Place>>,
    /// Tables with fields that nothing reads or that cannot be read: what seems wrong with the whole follows from that.
    incomplete: RefCell<BTreeSet<Place>>,
}

impl Reading {
    pub(super) fn add(&self, range: &Range<usize>, kind: FaultKind) {
        let fault = Fault {
            span: span(self.source, range),
            kind,
        };
        let mut faults = self.faults.borrow_mut();
        if faults.len() < MOST_FAULTS && !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    pub(super) fn skips(&self, range: &Range<usize>, depth: usize) -> bool {
        self.skipped.borrow().contains(&(range.start, range.end, depth))
    }

    pub(super) fn is_incomplete(&self, range: &Range<usize>, depth: usize) {
        self.incomplete
            .borrow_mut()
            .insert((range.start, range.end, depth));
    }

    /// Notes a mistake and leaves its value out from now on; false when there is nothing left to read.
    fn note(&self, mistake: Mistake, whole: Range<usize>) -> bool {
        let (range, depth) = mistake.at.unwrap_or((whole, 0));
        let follows = |kind: &FaultKind| {
            let is_incomplete = self
                .incomplete
                .borrow()
                .contains(&(range.start, range.end, depth));
            matches!(kind, FaultKind::BadValue(_)) && is_incomplete
        };
        if let Some(kind) = mistake.kind.filter(|kind| !follows(kind)) {
            self.add(&range, kind);
        }
        depth > 0 && self.skipped.borrow_mut().insert((range.start, range.end, depth))
    }
}

/// A mistake on its way up through serde.
#[derive(Debug)]
pub(super) struct Mistake {
    /// None when it only follows from one that was noted before.
    pub(super) kind: Option<FaultKind>,
    /// The value to leave out, and how deep it stands; the whole file stands at 0.
    pub(super) at: Option<(Range<usize>, usize)>,
}

impl Mistake {
    fn new(kind: FaultKind) -> Self {
        Self {
            kind: Some(kind),
            at: None,
        }
    }

    /// Says which value is at fault, unless a deeper one was named already.
    pub(super) fn at(mut self, range: &Range<usize>, depth: usize) -> Self {
        self.at.get_or_insert_with(|| (range.clone(), depth));
        self
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Mistake {}

impl serde::de::Error for Mistake {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(FaultKind::BadValue(Text::unpacked(&message.to_string())))
    }

    fn invalid_type(found: serde::de::Unexpected<'_>, wanted: &dyn serde::de::Expected) -> Self {
        Self::new(FaultKind::WrongType {
            found: found.to_string(),
            wanted: wanted.to_string(),
        })
    }

    fn invalid_value(found: serde::de::Unexpected<'_>, wanted: &dyn serde::de::Expected) -> Self {
        Self::invalid_type(found, wanted)
    }

    fn invalid_length(length: usize, wanted: &dyn serde::de::Expected) -> Self {
        let values = counted(length, ("value", "values"), ("Wert", "Werten"));
        let found = text!("a list of {values}", "eine Liste mit {values}"; values).packed();
        let wanted = wanted.to_string();
        Self::new(FaultKind::WrongType { found, wanted })
    }

    fn unknown_variant(variant: &str, known: &'static [&'static str]) -> Self {
        Self::new(FaultKind::UnknownWord {
            word: variant.to_owned(),
            known: known.to_vec(),
        })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(FaultKind::MissingField(field.to_owned()))
    }
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// The name under which a [`Spanned`] asks for its place; no table of a user is called so.
const SPANNED: &str = "$faltwerk::Spanned";
/// Its fields: source, start, end, value.
const SPANNED_FIELDS: &[&str] = &["source", "start", "end", "value"];

pub(super) fn spanned<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Spanned<T>, D::Error> {
    struct Visitor<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
        type Value = Spanned<T>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(&text!("a value with its place", "ein Wert mit seiner Stelle").packed())
        }
        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut parts: A) -> Result<Self::Value, A::Error> {
            let missing = || {
                let fault = text!(
                    "a place cannot be read here",
                    "eine Stelle lässt sich hier nicht lesen"
                );
                serde::de::Error::custom(fault.packed())
            };
            let source = SourceId(parts.next_element()?.ok_or_else(missing)?);
            let start = parts.next_element()?.ok_or_else(missing)?;
            let end = parts.next_element()?.ok_or_else(missing)?;
            let value = parts.next_element()?.ok_or_else(missing)?;
            Ok(Spanned {
                value,
                span: Span { source, start, end },
            })
        }
    }
    deserializer.deserialize_struct(SPANNED, SPANNED_FIELDS, Visitor(std::marker::PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A width in points, in place of the real thing, which this module does not know.
    #[derive(Debug, PartialEq)]
    struct Width(u32);

    impl<'de> Deserialize<'de> for Width {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let text = String::deserialize(deserializer)?;
            let number = text.strip_suffix(" pt").and_then(|number| number.parse().ok());
            number
                .map(Self)
                .ok_or_else(|| serde::de::Error::custom("no width"))
        }
    }

    #[test]
    fn a_value_too_many_is_a_fault_and_not_left_out_in_silence() {
        let mut sources = crate::source::Sources::default();
        let source = sources.add("a.toml", "");
        let pair = |text: &str| decode::<std::collections::BTreeMap<String, (u8, u8)>>(source, text);
        assert!(pair("a = [1, 2]").faults.is_empty());
        let faults = pair("a = [1, 2, 3]").faults;
        let [fault] = faults.as_slice() else {
            panic!("one fault, not {faults:?}")
        };
        assert!(matches!(&fault.kind, FaultKind::WrongType { .. }));
    }

    #[derive(Debug, Deserialize)]
    struct Frame {
        panel: u32,
        width: Width,
        #[serde(default)]
        story: Option<Spanned<String>>,
    }

    #[derive(Debug, Deserialize)]
    struct File {
        #[serde(default)]
        frame: Vec<Frame>,
        #[serde(default)]
        style: Named<Frame>,
    }

    fn faults(text: &str) -> Vec<String> {
        let decoded: Decoded<File> = decode(SourceId(0), text);
        assert!(decoded.value.is_none() || decoded.faults.is_empty());
        decoded
            .faults
            .iter()
            .map(|fault| format!("{}: {:?}", &text[fault.span.range()], fault.kind))
            .collect()
    }

    #[test]
    fn places_are_kept() {
        let text = "[[frame]]\npanel = 3\nwidth = \"12 pt\"\nstory = \"goals\"";
        let decoded: Decoded<File> = decode(SourceId(7), text);
        let file = decoded.value.unwrap();
        assert_eq!(file.frame[0].width, Width(12));
        assert_eq!(file.frame[0].panel, 3);
        let story = file.frame[0].story.as_ref().unwrap();
        assert_eq!(&text[story.span.range()], "\"goals\"");
        assert_eq!(story.span.source, SourceId(7));
    }

    #[test]
    fn names_keep_the_order_of_the_file() {
        let text = "[style.zebra]\npanel=1\nwidth='1 pt'\n[style.ant]\npanel=2\nwidth='2 pt'";
        let file: File = decode(SourceId(0), text).value.unwrap();
        let names: Vec<&str> = file.style.iter().map(|(name, _)| name.value.as_str()).collect();
        assert_eq!(names, ["zebra", "ant"]);
    }

    #[test]
    fn every_mistake_of_a_file_is_found() {
        let found = faults(
            "[[frame]]\npanel = \"three\"\nwidth = \"12 px\"\nstroy = 1\n[[frame]]\npanel = 1\n[[frame]]\npanel = -1\nwidth = 3",
        );
        assert_eq!(
            found,
            [
                "\"three\": WrongType { found: \"string \\\"three\\\"\", wanted: \"u32\" }",
                "\"12 px\": BadValue(Text { english: \"no width\", german: \"no width\" })",
                "stroy: UnknownField { field: \"stroy\", known: [\"panel\", \"width\", \"story\"] }",
                "[[frame]]: MissingField(\"width\")",
                "-1: WrongType { found: \"integer `-1`\", wanted: \"u32\" }",
                "3: WrongType { found: \"integer `3`\", wanted: \"a string\" }",
            ]
        );
    }

    #[test]
    fn broken_toml_says_where() {
        let found = faults("[[frame]\npanel = 1\nwidth = ");
        assert!(!found.is_empty());
    }
}
