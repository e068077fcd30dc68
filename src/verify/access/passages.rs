//! What is written, passage by passage in reading order, and where in the author's files some words of it stand.

use crate::source::{Span, Words};
use crate::story::{Block, BlockKind, Inline, Stories, plain_text};
use crate::style::Role;

/// A paragraph, heading, item or cell.
pub(super) struct Passage<'s> {
    pub(super) block: &'s Block,
    pub(super) role: &'s Role,
    pub(super) inlines: &'s [Inline],
    pub(super) text: String,
}

/// All blocks, also those within others, in reading order.
pub(super) fn blocks(stories: &Stories) -> impl Iterator<Item = &Block> {
    let blocks = stories.stories.iter().flat_map(|story| &story.blocks);
    blocks.flat_map(Block::with_inner)
}

/// All passages, in reading order.
pub(super) fn passages(stories: &Stories) -> impl Iterator<Item = Passage<'_>> {
    blocks(stories).filter_map(|block| match &block.kind {
        BlockKind::Paragraph(role, inlines) => Some(Passage {
            block,
            role,
            inlines,
            text: plain_text(inlines),
        }),
        _ => None,
    })
}

impl Passage<'_> {
    /// The line of TOML at which some words are written: where the value stands that they were drawn from, if they were.
    pub(super) fn place(&self, meant: &str) -> Span {
        let drawn = self.block.drawn.iter();
        let own = drawn.into_iter().find(|value| value.value.contains(meant));
        own.map_or(self.block.origin, |value| value.span)
    }

    /// The words at a byte of the text, to be found again where they were written.
    pub(super) fn words(&self, at: usize, length: usize) -> Words {
        Words::of(&self.text, at..at + length)
    }

    /// Its text without what is written in another language than that, and where each piece of it begins.
    pub(super) fn in_language(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<(usize, &str)> {
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        for inline in self.inlines {
            let end = at + inline.text.len();
            if is_wanted(&inline.style.language.primary()) {
                match pieces.last_mut() {
                    Some((_, last)) if *last == at => *last = end,
                    _ => pieces.push((at, end)),
                }
            }
            at = end;
        }
        let pieces = pieces.into_iter();
        pieces
            .filter_map(|(start, end)| Some((start, self.text.get(start..end)?)))
            .collect()
    }
}

/// The words of a text: letters, figures and what is written within words, each with the byte at which it begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '„' | '“' | '”' | '"' | ',' | ';' | '–' | '…')
    })
    .map(|word| word.trim_matches(['.', ':', '!', '?', '»', '«', '›', '‹', '‚', '‘', '’']))
    .filter(|word| !word.is_empty())
    .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
