//! Which font of a style's chain sets what. Fonts are chosen for whole grapheme clusters, so that an accent never comes from
//! another font than its letter. Signs that belong to no script, such as spaces, brackets and full stops, are in most fonts; in
//! words that run from right to left they come from the font of those words, and both brackets of a pair from the same one. A
//! cluster that no font has whole falls into its parts, as Unicode recommends for emoji (UTS 51, 2.2): a family that is not there
//! shows as those who are in it, and only what no font has at all is missing.

use std::ops::Range;

use icu_segmenter::GraphemeClusterSegmenter;
use unicode_bidi::{BidiDataSource, HardcodedBidiData, Level};
use unicode_script::Script;

use super::Source;
use super::faces::{FaceCache, is_invisible};
use super::itemize::{is_real, script_of};
use crate::assets::FontId;

/// What a reader takes for one letter.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// Its bytes.
    pub(super) text: Range<usize>,
    /// The run it belongs to.
    pub(super) run: usize,
    /// Its bidi level.
    pub(super) level: u8,
    /// Its script; none for what is common to several.
    pub(super) script: Option<Script>,
}

/// Chooses fonts, cluster by cluster.
pub(super) struct Chooser<'s, 'f, 'a> {
    pub(super) faces: &'f mut FaceCache<'a>,
    /// By run: the fonts of its style, the wanted one first.
    pub(super) chains: Vec<Vec<FontId>>,
    source: &'s Source,
    /// Brackets that are open, and their fonts.
    open: Vec<(char, FontId)>,
}

/// Brackets nest no deeper in any text that is read; UAX 9 gives up at the same depth (BD16).
const DEEPEST: usize = 63;

impl<'s, 'f, 'a> Chooser<'s, 'f, 'a> {
    pub(super) fn new(source: &'s Source, faces: &'f mut FaceCache<'a>) -> Self {
        let chains = source
            .styles
            .iter()
            .map(|(style, _)| faces.chain(style))
            .collect();
        Self {
            faces,
            chains,
            source,
            open: Vec::new(),
        }
    }

    /// All clusters of the text; `levels` holds the level of each byte, where not all are 0.
    pub(super) fn clusters(&self, levels: Option<&[Level]>) -> Vec<Cluster> {
        let text = self.source.text.as_str();
        let described = |bytes: Range<usize>| Cluster {
            run: self.source.run_at(bytes.start),
            level: levels.map_or(0, |levels| levels[bytes.start].number()),
            script: text[bytes.clone()].chars().map(script_of).find(is_real),
            text: bytes,
        };
        let mut clusters = Vec::new();
        for grapheme in graphemes(text) {
            let cluster = described(grapheme);
            let is_one = text[cluster.text.clone()].chars().nth(1).is_none();
            if is_one || self.in_chain(&cluster).is_some() {
                clusters.push(cluster);
            } else {
                clusters.extend(self.parts(&cluster).into_iter().map(described));
            }
        }
        clusters
    }

    /// The parts of a cluster that no font has whole: each as long as some font has it, or one character that none has; what is not
    /// seen stays with what it follows.
    fn parts(&self, cluster: &Cluster) -> Vec<Range<usize>> {
        let chain = &self.chains[cluster.run];
        let mut parts = Vec::new();
        let mut start = cluster.text.start;
        while start < cluster.text.end {
            let rest = &self.source.text[start..cluster.text.end];
            let known = chain.iter().map(|font| self.faces.covered(*font, rest)).max();
            let first = rest.chars().next().map_or(rest.len(), char::len_utf8);
            let seen = known.unwrap_or(0).max(first);
            let unseen = rest[seen..]
                .find(|c| !is_invisible(c))
                .unwrap_or(rest.len() - seen);
            parts.push(start..start + seen + unseen);
            start += seen + unseen;
        }
        parts
    }

    /// Whether a font of a run has a character.
    pub(super) fn is_known(&self, run: usize, character: char) -> bool {
        let chain = &self.chains[run];
        chain.iter().any(|font| self.faces.covers_char(*font, character))
    }

    /// For each cluster the font of the next one that has a script, in the same run and direction. Only text that runs from right
    /// to left asks for it, so without any there is none.
    pub(super) fn ahead(&self, clusters: &[Cluster]) -> Vec<Option<FontId>> {
        let mut ahead = vec![None; clusters.len()];
        if clusters.iter().all(|cluster| cluster.level.is_multiple_of(2)) {
            return ahead;
        }
        let mut next: Option<(usize, u8, FontId)> = None;
        for (number, cluster) in clusters.iter().enumerate().rev() {
            if cluster.script.is_some() {
                next = self
                    .in_chain(cluster)
                    .map(|font| (cluster.run, cluster.level, font));
            }
            ahead[number] = next
                .filter(|(run, level, _)| (*run, *level) == (cluster.run, cluster.level))
                .map(|(.., font)| font);
        }
        ahead
    }

    /// The font for a cluster; none when no font of its chain has it. `beside` is the font before it, `ahead` that of the next
    /// letter, both in the same run and direction.
    pub(super) fn choose(
        &mut self,
        cluster: &Cluster,
        beside: Option<FontId>,
        ahead: Option<FontId>,
    ) -> Option<FontId> {
        let letters = &self.source.text[cluster.text.clone()];
        let bracket = letters
            .chars()
            .next()
            .filter(|_| cluster.script.is_none())
            .and_then(|c| HardcodedBidiData.bidi_matched_opening_bracket(c));
        let opener = bracket
            .as_ref()
            .filter(|bracket| !bracket.is_open)
            .and_then(|bracket| {
                let depth = self
                    .open
                    .iter()
                    .rposition(|(opening, _)| *opening == bracket.opening)?;
                let (_, font) = self.open[depth];
                self.open.truncate(depth);
                Some(font)
            });
        let is_opening = bracket.as_ref().is_some_and(|bracket| bracket.is_open);
        let neighbours = if cluster.script.is_some() || cluster.level.is_multiple_of(2) {
            [None, None]
        } else if is_opening {
            [ahead, beside]
        } else {
            [beside, ahead]
        };
        let chosen = opener
            .into_iter()
            .chain(neighbours.into_iter().flatten())
            .find(|font| self.faces.covers(*font, letters))
            .or_else(|| self.in_chain(cluster));
        if let (Some(bracket), Some(font), true) = (bracket, chosen, is_opening)
            && self.open.len() < DEEPEST
        {
            self.open.push((bracket.opening, font));
        }
        chosen
    }

    fn in_chain(&self, cluster: &Cluster) -> Option<FontId> {
        let letters = &self.source.text[cluster.text.clone()];
        let chain = self.chains[cluster.run].iter();
        chain.copied().find(|font| self.faces.covers(*font, letters))
    }
}

/// What a reader takes for one letter each. Below U+0300 every character stands alone, which spares most texts the tables.
fn graphemes(text: &str) -> Box<dyn Iterator<Item = Range<usize>> + '_> {
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
