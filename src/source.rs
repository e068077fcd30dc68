//! The text of the files people write, and places in it. Everything that is later said about a file points here, so a
//! late error can still be shown at the author's own line. Reading the disk is `project`'s business, not ours.

mod decode;
mod fingerprint;
mod nearest;
mod schema;
mod words;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Deserializer};

pub use decode::{Decoded, Fault, FaultKind, Named, decode};
pub use fingerprint::Fingerprint;
pub use nearest::nearest;
pub use words::Words;

/// Which file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(crate) u32);

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// The first byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch as a range of bytes.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, standing at `span`.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place, another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned {
            value: change(self.value),
            span: self.span,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    /// Understood by [`decode()`] alone, which hands over the place beside the value.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode::spanned(deserializer)
    }
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path as people know it: from the project folder, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
}

/// All files read so far.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes in a file and gives it an id; the same path twice gives the same id.
    pub fn add(&mut self, path: &str, text: &str) -> SourceId {
        if let Some(index) = self.files.iter().position(|file| file.path == path) {
            return SourceId(index as u32);
        }
        self.files.push(SourceFile {
            path: path.to_owned(),
            text: Arc::from(text),
        });
        SourceId(self.files.len() as u32 - 1)
    }

    /// How many bytes of text all files hold together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// The file of that id.
    #[must_use]
    pub fn file(&self, id: SourceId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Where some words stand inside a span; none when they are not there.
    #[must_use]
    pub fn find(&self, words: &Words, span: Span) -> Option<Span> {
        let text = &self.file(span.source).text;
        let found = words.find(text.get(span.range())?)?;
        let at = |offset: usize| span.start + offset as u32;
        Some(Span {
            source: span.source,
            start: at(found.start),
            end: at(found.end),
        })
    }

    /// Whether a span is the whole of its file, so that no line of it is at fault more than another.
    #[must_use]
    pub fn is_whole_file(&self, span: Span) -> bool {
        let length = self.file(span.source).text.len();
        span.start == 0 && span.end as usize >= length
    }

    /// Line and column of the start of a span, both from 1; columns count characters.
    #[must_use]
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        self.line_column_at(span.source, span.start)
    }

    /// Line and column behind the end of a span, both from 1; columns count characters.
    #[must_use]
    pub fn line_column_of_end(&self, span: Span) -> (usize, usize) {
        self.line_column_at(span.source, span.end)
    }

    /// The whole line that a span begins on.
    #[must_use]
    pub fn line(&self, span: Span) -> &str {
        let (line, _) = self.line_column(span);
        let text = &self.file(span.source).text;
        text.lines().nth(line - 1).unwrap_or_default()
    }

    fn line_column_at(&self, source: SourceId, at: u32) -> (usize, usize) {
        let text = &self.file(source).text;
        let before = &text.as_bytes()[..(at as usize).min(text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let line_start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let column = String::from_utf8_lossy(&before[line_start..]).chars().count() + 1;
        (line, column)
    }
}
