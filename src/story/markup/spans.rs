//! Marks around marks. CommonMark allows no link inside of a link, but `[Charter of [2011](style:year)](lang:en)` has to be written
//! somehow. So before CommonMark reads a text, those of its links that lead to no place but say something of their words (`lang:`,
//! `style:`, `expand:`) are found here and put out of its sight, each sign replaced by one that it takes for a letter. What is not found
//! here, such as marks that run over several lines with lists between, CommonMark still reads as links that are not nested.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::line::MarkKind;

/// The schemes of destinations that say something of the words and lead nowhere.
pub(in crate::story) const SCHEMES: [&str; 3] = ["lang:", "style:", "expand:"];

/// Stands for the brackets of a mark while CommonMark reads: as long as what it stands for, and known by its place, so that nobody can
/// forge one.
const SIGN: char = '\u{10}';

/// A text with its marks out of sight.
pub(super) struct Spans<'t> {
    pub(super) text: Cow<'t, str>,
    edges: BTreeMap<usize, Edge>,
}

/// Where a mark begins or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start(MarkKind),
    /// The end, and how many bytes it takes.
    End(usize),
}

impl<'t> Spans<'t> {
    /// Finds the marks of a text and puts them out of sight.
    pub(super) fn find(text: &'t str) -> Self {
        if !SCHEMES.iter().any(|scheme| text.contains(scheme)) {
            return Self {
                text: Cow::Borrowed(text),
                edges: BTreeMap::new(),
            };
        }
        let edges = edges(text);
        let mut hidden = String::with_capacity(text.len());
        let mut shown = 0;
        for (at, edge) in &edges {
            let length = match edge {
                Edge::Start(_) => 1,
                Edge::End(length) => *length,
            };
            hidden.push_str(&text[shown..*at]);
            hidden.extend(std::iter::repeat_n(SIGN, length));
            shown = at + length;
        }
        hidden.push_str(&text[shown..]);
        Self {
            text: Cow::Owned(hidden),
            edges,
        }
    }

    /// Takes a stretch of the hidden text apart, which begins at a byte of it: the words, and the edges between them.
    pub(super) fn parts<'s>(&'s self, stretch: &'s str, at: usize) -> Vec<Part<'s>> {
        let mut parts = Vec::new();
        let mut rest = 0;
        let inside = self.edges.range(at..at + stretch.len());
        for (place, edge) in inside {
            parts.extend(Part::words(&stretch[rest..place - at]));
            let length = match edge {
                Edge::Start(mark) => {
                    parts.push(Part::Start(mark));
                    1
                }
                Edge::End(length) => {
                    parts.push(Part::End);
                    *length
                }
            };
            rest = (place - at + length).min(stretch.len());
        }
        parts.extend(Part::words(&stretch[rest..]));
        parts
    }
}

/// A part of a stretch of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'s> {
    Words(&'s str),
    Start(&'s MarkKind),
    End,
}

impl<'s> Part<'s> {
    fn words(words: &'s str) -> Option<Self> {
        (!words.is_empty()).then_some(Self::Words(words))
    }
}

/// The edges of all marks, by their place.
fn edges(text: &str) -> BTreeMap<usize, Edge> {
    let mut edges = BTreeMap::new();
    let mut open: Vec<usize> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut next = at + 1;
        match bytes[at] {
            b'\\' => next = (at + 2).min(bytes.len()),
            b'[' => open.push(at),
            b']' => {
                if let Some(start) = open.pop()
                    && let Some((mark, end)) = mark(text, at + 1)
                {
                    edges.insert(start, Edge::Start(mark));
                    edges.insert(at, Edge::End(end - at));
                    next = end;
                }
            }
            // A cell of a table, and what may be a block of its own, hold their marks.
            b'|' => open.clear(),
            b'\n' if begins_a_block(&text[next..]) => open.clear(),
            _ => {}
        }
        at = next;
    }
    edges
}

/// Whether a line may begin another block than the line before it.
fn begins_a_block(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '\r']);
    line.is_empty()
        || line.starts_with(['\n', '-', '+', '*', '>', '#', '=', '|'])
        || line.starts_with(|c: char| c.is_ascii_digit())
}

/// The mark whose destination stands in parentheses from a byte on, when it says something of the words before it; and where it ends.
fn mark(text: &str, at: usize) -> Option<(MarkKind, usize)> {
    let inner = text[at..].strip_prefix('(')?;
    let (destination, taken, is_whole) = match inner.strip_prefix('<') {
        Some(pointed) => {
            let end = unescaped(pointed, |c| matches!(c, '>' | '<' | '\n'))?;
            pointed[end..].starts_with(">)").then_some(())?;
            (&pointed[..end], end + 3, true)
        }
        None => match closing(inner) {
            Some(end) => (&inner[..end], end + 1, true),
            None => {
                let end = unescaped(inner, |c| matches!(c, ')' | '<' | '"' | '\n'))?;
                inner[end..].starts_with(')').then_some(())?;
                (&inner[..end], end + 1, false)
            }
        },
    };
    let destination: Arc<str> = without_backslashes(destination).into();
    let says = SCHEMES.iter().any(|scheme| destination.starts_with(scheme));
    let kind = if is_whole { MarkKind::Link } else { MarkKind::Bare };
    says.then(|| (kind(destination), at + 1 + taken))
}

/// Where a character stands that no backslash stands before.
fn unescaped(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let mut is_escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let is_wanted = !is_escaped && wanted(c);
        is_escaped = c == '\\' && !is_escaped;
        is_wanted.then_some(at)
    })
}

/// Where the parenthesis closes that is open before a destination without spaces.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c.is_whitespace() || c.is_control() => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// A destination as it is meant: a backslash before a sign only says that the sign is one.
fn without_backslashes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation) {
            continue;
        }
        plain.push(c);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(text: &str) -> String {
        let spans = Spans::find(text);
        assert_eq!(spans.text.len(), text.len());
        let parts = spans.parts(&spans.text, 0);
        let shown = parts.iter().map(|part| match part {
            Part::Words(words) => (*words).to_owned(),
            Part::Start(MarkKind::Link(destination)) => format!("<{destination}|"),
            Part::Start(other) => format!("<{other:?}|"),
            Part::End => ">".to_owned(),
        });
        shown.collect()
    }

    #[test]
    fn marks_nest_and_links_that_lead_somewhere_stay() {
        assert_eq!(
            taken_apart("[Charter of [2011](style:year)](lang:en), [here](https://example.org)"),
            "<lang:en|Charter of <style:year|2011>>, [here](https://example.org)"
        );
        assert_eq!(
            taken_apart("[[LADS](<expand:Landesstelle (für Gleichbehandlung)>)](lang:de)"),
            "<lang:de|<expand:Landesstelle (für Gleichbehandlung)|LADS>>"
        );
    }

    #[test]
    fn brackets_that_are_meant_and_marks_without_an_end_stay() {
        for text in [
            "\\[a](lang:en)",
            "[a\\](lang:en)",
            "[a](lang:en",
            "[a](lang:en \"x\")",
            "[a\n\nb](lang:en)",
            "a](lang:en)",
            "[a] (lang:en)",
            "[a](<lang:en)",
        ] {
            assert_eq!(taken_apart(text), text);
        }
    }

    #[test]
    fn what_a_value_brought_in_is_read_without_its_backslashes() {
        assert_eq!(taken_apart("[a](lang:de\\-AT)"), "<lang:de-AT|a>");
        assert_eq!(taken_apart("[a](<expand:1 \\> 0>)"), "<expand:1 > 0|a>");
    }

    #[test]
    fn signs_that_somebody_typed_are_no_marks() {
        assert_eq!(
            taken_apart("\u{10}a [b](lang:en)\u{10}"),
            "\u{10}a <lang:en|b>\u{10}"
        );
    }
}
