//! Step one: cut the text into items that can be shaped as one, since a shaper takes one font, one script and one
//! direction. Fonts are chosen for whole grapheme clusters, so that an accent never comes from another font than its
//! letter; a character that no font has is reported here and becomes a space's width of nothing.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_script::{Script, UnicodeScript};

use super::shape::{FaceCache, FaceId};
use super::{MissingGlyph, Source};
use crate::assets::FontId;

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
pub(super) fn itemize(source: &Source, faces: &mut FaceCache<'_>) -> Itemized {
    let text = source.text.as_str();
    let right_to_left = source
        .styles
        .first()
        .is_some_and(|(style, _)| style.language.is_right_to_left());
    let levels = levels(text, right_to_left);
    let chains: Vec<Vec<FontId>> = source
        .styles
        .iter()
        .map(|(style, _)| faces.chain(style))
        .collect();
    let mut items: Vec<Item> = Vec::new();
    let mut missing = Vec::new();
    let mut script = first_script(text);
    let mut previous: Option<(usize, FontId, Script, u8, bool)> = None;
    for cluster in clusters(text) {
        let run = source.run_at(cluster.start);
        let level = levels.as_ref().map_or(0, |levels| levels[cluster.start].number());
        let own_script = text[cluster.clone()].chars().map(script_of).find(is_real);
        script = own_script.unwrap_or(script);
        // A space between words that run from right to left stays in their font, or else every word would be an item.
        let neighbour = previous
            .filter(|(of, _, _, beside, _)| {
                own_script.is_none() && level % 2 == 1 && *of == run && *beside == level
            })
            .map(|(_, font, ..)| font);
        let chosen = neighbour
            .into_iter()
            .chain(chains[run].iter().copied())
            .find(|font| faces.covers(*font, &text[cluster.clone()]));
        let Some(font) = chosen.or_else(|| chains[run].first().copied()) else {
            report(source, run, cluster, &mut missing, |_| false);
            continue;
        };
        if chosen.is_none() {
            report(source, run, cluster.clone(), &mut missing, |c| {
                faces.covers_char(font, c)
            });
        }
        let key = (run, font, script, level, chosen.is_none());
        let is_long =
            items.last().is_some_and(|item| item.text.len() > LONG) && text[..cluster.start].ends_with(' ');
        match items.last_mut() {
            Some(item) if previous == Some(key) && !is_long => item.text.end = cluster.end,
            _ => items.push(Item {
                text: cluster,
                run,
                face: faces.face(font, &source.styles[run].0, script, level % 2 == 1),
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
fn script_of(c: char) -> Script {
    match c {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\u{7f}' => Script::Common,
        _ => c.script(),
    }
}

fn is_real(script: &Script) -> bool {
    !matches!(script, Script::Common | Script::Inherited | Script::Unknown)
}

fn first_script(text: &str) -> Script {
    text.chars()
        .map(|c| c.script())
        .find(is_real)
        .unwrap_or(Script::Latin)
}

/// What a reader takes for one letter each. Below U+0300 every character stands alone, which spares most texts the tables.
fn clusters(text: &str) -> Box<dyn Iterator<Item = Range<usize>> + '_> {
    if text
        .chars()
        .all(|c| c < '\u{300}' || ('\u{2010}'..='\u{2027}').contains(&c))
    {
        return Box::new(text.char_indices().map(|(at, c)| at..at + c.len_utf8()));
    }
    let ends = GraphemeClusterSegmenter::new().segment_str(text).skip(1);
    Box::new(ends.scan(0, |start, end| {
        let cluster = *start..end;
        *start = end;
        Some(cluster)
    }))
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
