//! Proofreading: what is wrong with the words themselves, wherever they will stand. Each remark is shown where it was written, in the content or in
//! the data, with what would be right; nothing is changed behind the author's back.

use std::ops::Range;

use super::{Block, BlockKind, Inline, Story, facts, signs};
use crate::diag::{Code, Log, Severity};
use crate::source::{Span, Spanned, Words};
use crate::wording::Text;

/// Something to be said about a text.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) code: Code,
    pub(super) severity: Severity,
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    pub(super) message: Text,
    pub(super) help: Text,
}

/// Reads all stories, each text by itself, and then the facts of them all beside each other.
pub(super) fn check(stories: &[Story], log: &mut Log) {
    let mut known = facts::Known::default();
    let blocks = stories.iter().flat_map(|story| &story.blocks);
    for block in blocks.flat_map(Block::with_inner) {
        if let BlockKind::Paragraph(_, inlines) = &block.kind {
            let text = super::plain_text(inlines);
            let written = Written {
                origin: block.origin,
                drawn: &block.drawn,
            };
            read(&text, inlines, &written, log);
            known.note(&text, &written);
        }
    }
    known.tell(log);
}

/// Where a text is written.
pub(super) struct Written<'b> {
    origin: Span,
    /// The values that were drawn into it.
    drawn: &'b [Spanned<String>],
}

impl Written<'_> {
    /// Where some of its words are written: in one of the values, or in the text itself.
    pub(super) fn place(&self, words: &str) -> Span {
        let own = self.drawn.iter().find(|value| value.value.contains(words));
        own.map_or(self.origin, |value| value.span)
    }
}

fn read(text: &str, inlines: &[Inline], written: &Written<'_>, log: &mut Log) {
    if !log.has_room(Severity::Warning) {
        return;
    }
    let mut remarks = Vec::new();
    if signs::are_suspected(text) {
        remarks.extend(signs::find(text, inlines));
    }
    remarks.extend(facts::find(text, inlines));
    for remark in remarks {
        let meant = &text[remark.at.clone()];
        let words = Words::of(text, remark.at.clone());
        log.add_at(remark.severity, remark.code, written.place(meant), remark.message)
            .words(words)
            .help(remark.help);
    }
}

/// The word about a byte, without the signs around it but those that belong to words here.
pub(super) fn word_around(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> Range<usize> {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| {
        space + text[space..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..]
        .find(char::is_whitespace)
        .map_or(text.len(), |space| at + space);
    let is_part = |c: char| c.is_alphanumeric() || belongs(c);
    let word = text[start..end].trim_matches(|c| !is_part(c));
    let start = start + text[start..end].find(word).unwrap_or(0);
    start..start + word.len()
}

pub(super) fn word_before(text: &str, at: usize) -> &str {
    text[..at].split_whitespace().next_back().unwrap_or_default()
}

pub(super) fn word_behind(text: &str, at: usize) -> &str {
    text[at..].split_whitespace().next().unwrap_or_default()
}
