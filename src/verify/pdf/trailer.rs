//! The trailers of a file: each says where the one before it is. The last one counts: an update repeats all that the one before it said
//! (ISO 32000-1, 7.5.6). The library that reads the objects keeps them to itself.

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{
    Array, Dict, FromBytes, MaybeRef, Object, ObjectIdentifier, String as PdfString,
};

/// Trailers that are followed.
const MOST: usize = 64;

/// What the trailers of a file say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trailer {
    /// The information dictionary; none where the last trailer leaves it out.
    pub info: Option<ObjectIdentifier>,
    /// The two identifiers of the file; none where the last trailer leaves them out.
    pub id: Vec<Vec<u8>>,
    /// Whether any names an encryption, since what stood before an update stays encrypted.
    pub encrypted: bool,
    /// The encryption dictionary, where it is an object of its own.
    pub encryption: Option<ObjectIdentifier>,
    /// How many trailers there are: more than one after incremental updates and in linearised files.
    pub count: usize,
    /// Whether the place that `startxref` names was no table of objects, so that the file had to be searched.
    pub searched: bool,
}

impl Trailer {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut trailer = Self::default();
        let mut seen = BTreeSet::new();
        let mut next = last(bytes, b"startxref").and_then(|at| number(bytes.get(at + 9..)?));
        while let Some(at) = next
            && seen.len() < MOST
            && seen.insert(at)
        {
            let Some(dict) = dict_at(bytes, at) else { break };
            trailer.take(&dict);
            next = dict
                .get::<i64>("Prev")
                .and_then(|previous| usize::try_from(previous).ok());
        }
        if trailer.count == 0 {
            trailer.searched = true;
            if let Some(dict) =
                last(bytes, b"trailer").and_then(|at| Dict::from_bytes(skip_white(bytes.get(at + 7..)?)))
            {
                trailer.take(&dict);
            }
        }
        trailer
    }

    /// What a trailer says; the last one is taken first.
    fn take(&mut self, dict: &Dict<'_>) {
        self.count += 1;
        if self.count == 1 {
            self.take_last(dict);
        }
        self.encryption = self
            .encryption
            .or_else(|| dict.get_ref("Encrypt").map(Into::into));
        // An entry that is null is as good as none (ISO 32000-1, 7.3.7).
        let named = dict.get_raw::<Object<'_>>("Encrypt");
        self.encrypted |= !matches!(named, None | Some(MaybeRef::NotRef(Object::Null(_))));
    }

    fn take_last(&mut self, dict: &Dict<'_>) {
        self.info = dict.get_ref("Info").map(Into::into);
        let id = dict.get::<Array<'_>>("ID").unwrap_or_default();
        let parts = id.iter::<PdfString<'_>>();
        self.id = parts.take(2).map(|part| part.as_bytes().to_vec()).collect();
    }
}

/// The trailer of a table, or the dictionary of a stream that is one, at a place in the file.
fn dict_at(bytes: &[u8], at: usize) -> Option<Dict<'_>> {
    let rest = skip_white(bytes.get(at..)?);
    if rest.starts_with(b"xref") {
        let word = b"trailer";
        let at = rest.windows(word.len()).position(|window| window == word)?;
        return Dict::from_bytes(skip_white(rest.get(at + word.len()..)?));
    }
    // A stream: `12 0 obj`, then its dictionary.
    let head = rest.get(..32).unwrap_or(rest);
    let at = head.windows(3).position(|window| window == b"obj")?;
    let stated = head.get(..at)?;
    let is_number = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_whitespace();
    if !stated.iter().all(is_number) {
        return None;
    }
    let dict: Dict<'_> = Dict::from_bytes(skip_white(rest.get(at + 3..)?))?;
    dict.contains_key("W").then_some(dict)
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

fn number(bytes: &[u8]) -> Option<usize> {
    let digits: String = skip_white(bytes)
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .take(18)
        .map(|byte| char::from(*byte))
        .collect();
    digits.parse().ok()
}

fn skip_white(bytes: &[u8]) -> &[u8] {
    let first = bytes
        .iter()
        .position(|byte| !byte.is_ascii_whitespace() && *byte != 0);
    first.and_then(|first| bytes.get(first..)).unwrap_or_default()
}
