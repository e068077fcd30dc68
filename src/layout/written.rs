//! Where the words of a set text were written: in the block itself, or in a value of the data that was drawn into it.

use super::element::Element;
use crate::diag::{Code, Log};
use crate::source::{Span, Spanned, Words};
use crate::text::MissingGlyph;
use crate::wording::{Text, decimal, text};

/// A place in what people wrote, and the word that stands there.
pub(super) struct Written {
    pub(super) span: Span,
    pub(super) words: Words,
    /// The word, without the signs around it.
    pub(super) word: String,
}

impl Written {
    /// Where the word at a byte of an element's text was written.
    pub(super) fn of(element: &Element, text: &str, offset: usize) -> Self {
        Self::find(element.origin, &element.drawn, text, offset)
    }

    /// Where the word at a byte of a text was written, which stands at `origin` and has these values drawn into it.
    pub(super) fn find(origin: Span, drawn: &[Spanned<String>], text: &str, offset: usize) -> Self {
        let start = word_start(text, offset);
        let rest = text.get(start..).unwrap_or_default();
        let start = start + (rest.len() - rest.trim_start().len());
        let following: Vec<&str> = rest.split_whitespace().take(ENOUGH_WORDS).collect();
        // The value that says most of the words from here on; none says any where the block says them itself.
        let value = (1..=following.len()).rev().find_map(|count| {
            let phrase = following[..count].join(" ");
            drawn
                .iter()
                .find(|value| normalised(&value.value).contains(&phrase))
        });
        let word = following.first().copied().unwrap_or_default();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = if bare.is_empty() { word } else { bare };
        let start = start + word.find(bare).unwrap_or(0);
        Self {
            span: value.map_or(origin, |value| value.span),
            words: Words::of(text, start..start + bare.len()),
            word: bare.to_owned(),
        }
    }
}

/// So many words in a row are said by one value and by no other.
const ENOUGH_WORDS: usize = 6;

/// The start of the word that a byte stands in: a word divided at the end of a line is still one.
fn word_start(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or_default();
    before
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_whitespace())
        .map_or(0, |(at, c)| at + c.len_utf8())
}

fn normalised(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A missing character with its name, and the fonts that lack it, as a message has it.
pub(super) fn no_glyph(missing: &MissingGlyph) -> Text {
    let character = missing.character;
    let code = format!("U+{:04X}", u32::from(character));
    let name = unicode_names2::name(character).map_or(code.clone(), |name| format!("{code} {name}"));
    let fonts = missing.families.join(", ");
    let character = character.escape_debug();
    text!(
        "no glyph for `{character}` ({name}) in {fonts}",
        "keine Glyphe für `{character}` ({name}) in {fonts}"
    )
}

/// What to do about a missing character.
pub(super) fn without_glyph() -> Text {
    text!(
        "write it otherwise, or name a second font that has it: `font = [\"...\", \"...\"]`",
        "es anders schreiben oder eine zweite Schrift nennen, die es hat: `font = [\"...\", \"...\"]`"
    )
}

/// As much of some words as a message can quote: a word may be an address without end.
pub(super) fn quoted(words: &str) -> String {
    const LONGEST: usize = 60;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Logs that a line is too wide, with as much of it as a message can quote.
pub(super) fn overfull(written: &Written, line: &str, by_mm: f64, log: &mut Log) {
    let quoted = quoted(line);
    let message = text!(
        "a line is {by} mm wider than its measure: `{quoted}`",
        "eine Zeile ist {by} mm breiter als der Platz für sie: `{quoted}`";
        by = decimal(by_mm, 1)
    );
    log.error(Code::OVERFULL_LINE, written.span, message)
        .words(written.words.clone())
        .help(text!(
            "divide a long word with a soft hyphen (U+00AD), write it otherwise, or widen the frame",
            "ein langes Wort mit einem weichen Trennzeichen (U+00AD) trennen, es anders schreiben oder den Rahmen verbreitern"
        ));
}
