//! Step one: cut the text into items that can be shaped as one, since a shaper takes one font, one script and one
//! direction. A character that no font has is reported here and becomes a space's width of nothing.

use std::ops::Range;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_script::{Script, UnicodeScript};

use super::faces::{FaceCache, FaceId};
use super::fallback::{Chooser, Cluster};
use super::{MissingGlyph, Source};
use crate::assets::FontId;
use crate::style::Language;

/// A stretch of text of one run, font, script and direction.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its bytes.
    pub(super) text: Range<usize>,
    /// The run it belongs to.
    pub(super) run: usize,
    /// Font, size, script, direction, language and features.
    pub(super) face: FaceId,
    /// Its bidi level: odd runs from right to left.
    pub(super) level: u8,
    /// Whether its clusters are unknown to every font.
    pub(super) missing: bool,
    /// Its glyphs among the paragraph's, from left to right.
    pub(super) glyphs: Range<usize>,
}

/// The items of a paragraph.
pub(super) struct Itemized {
    pub(super) items: Vec<Item>,
    pub(super) missing: Vec<MissingGlyph>,
    pub(super) right_to_left: bool,
}

/// The longest item, in bytes, after which the next space starts a new one: the shaper's work for a feature with a range
/// grows with the length of what it shapes.
const LONG: usize = 2048;

/// Cuts the paragraph.
pub(super) fn itemize(source: &Source, language: &Language, faces: &mut FaceCache<'_>) -> Itemized {
    let text = source.text.as_str();
    let right_to_left = begins_at_the_right(source, language);
    let levels = levels(text, right_to_left);
    let mut chooser = Chooser::new(source, faces);
    let clusters = chooser.clusters(levels.as_deref());
    let ahead = chooser.ahead(&clusters);
    let mut items: Vec<Item> = Vec::new();
    let mut missing = Vec::new();
    let mut script = first_script(text);
    let mut previous: Option<(usize, FontId, Script, u8, bool)> = None;
    for (number, cluster) in clusters.iter().enumerate() {
        let Cluster {
            text: bytes,
            run,
            level,
            script: own_script,
        } = cluster.clone();
        script = own_script.unwrap_or(script);
        let beside = previous.filter(|(of, _, _, at, _)| (*of, *at) == (run, level));
        let chosen = chooser.choose(cluster, beside.map(|(_, font, ..)| font), ahead[number]);
        if chosen.is_none() {
            report(source, run, bytes.clone(), &mut missing, |c| {
                chooser.is_known(run, c)
            });
        }
        let Some(font) = chosen.or_else(|| chooser.chains[run].first().copied()) else {
            continue;
        };
        let key = (run, font, script, level, chosen.is_none());
        let is_long =
            items.last().is_some_and(|item| item.text.len() > LONG) && text[..bytes.start].ends_with(' ');
        match items.last_mut() {
            Some(item) if previous == Some(key) && !is_long => item.text.end = bytes.end,
            _ => items.push(Item {
                text: bytes,
                run,
                face: chooser
                    .faces
                    .face(font, &source.styles[run].0, script, level % 2 == 1),
                level,
                missing: chosen.is_none(),
                glyphs: 0..0,
            }),
        }
        previous = Some(key);
    }
    Itemized {
        items,
        missing,
        right_to_left,
    }
}

/// Whether the lines of a paragraph begin at the right: as its language says, or as that of its words when all of them are in
/// languages of the other direction, such as a quotation with a paragraph of its own (UAX 9, HL1).
fn begins_at_the_right(source: &Source, language: &Language) -> bool {
    let mut start = 0;
    let mut directions = Vec::new();
    for (end, (style, _)) in source.ends.iter().zip(&source.styles) {
        if source.text[start..*end].contains(char::is_alphabetic) {
            directions.push(style.language.is_right_to_left());
        }
        start = *end;
    }
    match directions.split_first() {
        Some((first, rest)) if rest.iter().all(|other| other == first) => *first,
        _ => language.is_right_to_left(),
    }
}

/// The bidi level of every byte; none when all of the text runs from left to right.
fn levels(text: &str, right_to_left: bool) -> Option<Vec<Level>> {
    // Nothing below the Hebrew block runs from right to left, save for the marks of the General Punctuation block.
    let plain = |c: char| {
        c < '\u{590}'
            || ('\u{2010}'..='\u{2027}').contains(&c)
            || ('\u{202f}'..='\u{2065}').contains(&c)
            || ('\u{2070}'..='\u{2bff}').contains(&c)
    };
    if !right_to_left && text.chars().all(plain) {
        return None;
    }
    let base = if right_to_left { Level::rtl() } else { Level::ltr() };
    Some(ParagraphBidiInfo::new(text, Some(base)).levels)
}

/// The script of a character; most text is ASCII and needs no table.
pub(super) fn script_of(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\u{7f}' => Script::Common,
        _ => c.script(),
    }
}

pub(super) fn is_real(script: &Script) -> bool {
    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

fn first_script(text: &str) -> Script {
    text.chars()
        .map(|c| c.script())
        .find(is_real)
        .unwrap_or(Script::Latin)
}

/// Notes every character of a cluster that no font has.
fn report(
    source: &Source,
    run: usize,
    cluster: Range<usize>,
    missing: &mut Vec<MissingGlyph>,
    is_known: impl Fn(char) -> bool,
) {
    let (style, tag) = &source.styles[run];
    for (offset, character) in source.text[cluster.clone()].char_indices() {
        if !is_known(character) {
            missing.push(MissingGlyph {
                character,
                families: style.families.clone(),
                tag: *tag,
                offset: cluster.start + offset,
            });
        }
    }
}
