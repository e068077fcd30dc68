//! Entries of dictionaries, read as what they are meant to be.

use hayro::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString,
};

use super::file::File;
use super::text_string::text_of;

/// Entries of an array that are looked at.
const MOST: usize = 1_000_000;

/// A name.
pub(super) fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

/// A text string.
pub(super) fn said(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|string| text_of(&string))
}

/// A text string that says something.
pub(super) fn says_something(dict: &Dict<'_>, key: &str) -> bool {
    said(dict, key).is_some_and(|text| !text.trim().is_empty())
}

/// Whether a name is that.
pub(super) fn is_named(dict: &Dict<'_>, key: &str, value: &str) -> bool {
    dict.get::<Name<'_>>(key)
        .is_some_and(|name| name.as_str() == value)
}

/// Whether an entry is there and is not null.
pub(super) fn has(dict: &Dict<'_>, key: &str) -> bool {
    !matches!(dict.get::<Object<'_>>(key), None | Some(Object::Null(_)))
}

/// What a dictionary or a stream says of itself.
pub(super) fn dict_of<'f>(object: &Object<'f>) -> Option<Dict<'f>> {
    match object {
        Object::Dict(dict) => Some(dict.clone()),
        Object::Stream(stream) => Some(stream.dict().clone()),
        _ => None,
    }
}

/// An object with its number, where it is one of its own.
pub(super) type Numbered<'f> = (Option<ObjectIdentifier>, Object<'f>);

/// Follows a reference.
pub(super) fn resolved<'f>(file: &'f File, entry: MaybeRef<Object<'f>>) -> Option<Numbered<'f>> {
    match entry {
        MaybeRef::Ref(reference) => {
            let id = ObjectIdentifier::from(reference);
            file.xref().get::<Object<'f>>(id).map(|object| (Some(id), object))
        }
        MaybeRef::NotRef(object) => Some((None, object)),
    }
}

/// What stands at a key, with its number.
pub(super) fn numbered<'f>(file: &'f File, dict: &Dict<'f>, key: &str) -> Option<Numbered<'f>> {
    resolved(file, dict.get_raw::<Object<'f>>(key)?)
}

/// The entries of an array, or the one entry that stands in its place.
pub(super) fn one_or_several<'f>(file: &'f File, dict: &Dict<'f>, key: &str) -> Vec<Numbered<'f>> {
    match numbered(file, dict, key) {
        None | Some((_, Object::Null(_))) => Vec::new(),
        Some((_, Object::Array(array))) => entries(file, &array),
        Some(one) => vec![one],
    }
}

/// The entries of an array.
pub(super) fn entries<'f>(file: &'f File, array: &Array<'f>) -> Vec<Numbered<'f>> {
    array
        .raw_iter()
        .take(MOST)
        .filter_map(|entry| resolved(file, entry))
        .collect()
}

/// The dictionaries among the entries of an array.
pub(super) fn dicts<'f>(dict: &Dict<'f>, key: &str) -> Vec<Dict<'f>> {
    let array: Option<Array<'f>> = dict.get(key);
    let dicts = array.into_iter().flat_map(|array| array.iter::<Dict<'f>>());
    dicts.take(MOST).collect()
}
