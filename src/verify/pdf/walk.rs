//! Every dictionary of a file, those within other objects included, each with the stream that it belongs to.

use hayro::hayro_syntax::object::{Dict, MaybeRef, Object, Stream};

use super::file::File;

/// Objects within objects that are entered.
const MOST: usize = 4_000_000;

/// A dictionary of a file.
pub(super) struct Found<'f> {
    /// The dictionary.
    pub(super) dict: Dict<'f>,
    /// The stream whose dictionary it is.
    pub(super) stream: Option<Stream<'f>>,
}

/// All dictionaries; references are not followed, since what they lead to comes by itself.
pub(super) fn dictionaries<'f>(file: &'f File) -> impl Iterator<Item = Found<'f>> {
    let mut objects = file.objects();
    let mut waiting: Vec<Object<'f>> = Vec::new();
    let mut left = MOST;
    std::iter::from_fn(move || {
        loop {
            let next = waiting.pop().or_else(|| objects.next())?;
            left = left.checked_sub(1)?;
            let found = match next {
                Object::Array(array) => {
                    waiting.extend(array.raw_iter().take(left).filter_map(within));
                    continue;
                }
                Object::Dict(dict) => Found { dict, stream: None },
                Object::Stream(stream) => Found {
                    dict: stream.dict().clone(),
                    stream: Some(stream),
                },
                _ => continue,
            };
            waiting.extend(found.dict.entries().filter_map(|(_, entry)| within(entry)));
            return Some(found);
        }
    })
}

fn within(entry: MaybeRef<Object<'_>>) -> Option<Object<'_>> {
    match entry {
        MaybeRef::NotRef(object @ (Object::Array(_) | Object::Dict(_))) => Some(object),
        _ => None,
    }
}
