//! Clusters: the smallest pieces of a run whose glyphs and letters correspond (a ligature is one glyph for two letters,
//! a letter with its accent may be two glyphs for one).

use std::ops::Range;

use crate::assets::GlyphRun;

/// A cluster of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster<'a> {
    /// Which of the run's glyphs.
    pub(super) glyphs: Range<usize>,
    /// The text they stand for.
    pub(super) text: &'a str,
}

/// The clusters of a run, from left to right. A run that reads from right to left is one cluster, since only as a whole
/// does it read in the order of its text.
pub(super) fn clusters(run: &GlyphRun) -> Vec<Cluster<'_>> {
    if reads_leftwards(run) {
        return vec![Cluster {
            glyphs: 0..run.glyphs.len(),
            text: &run.text,
        }];
    }
    let mut clusters: Vec<Cluster<'_>> = Vec::with_capacity(run.glyphs.len());
    for (index, glyph) in run.glyphs.iter().enumerate() {
        let text = text_of(run, &glyph.text);
        match clusters.last_mut() {
            Some(last) if text.is_empty() => last.glyphs.end = index + 1,
            _ => clusters.push(Cluster {
                glyphs: index..index + 1,
                text,
            }),
        }
    }
    clusters
}

/// Whether the text runs against the glyphs, which always go from left to right.
fn reads_leftwards(run: &GlyphRun) -> bool {
    let starts = run
        .glyphs
        .iter()
        .filter(|glyph| !glyph.text.is_empty())
        .map(|glyph| glyph.text.start);
    starts.clone().zip(starts.skip(1)).any(|(here, next)| next < here)
}

fn text_of<'a>(run: &'a GlyphRun, range: &Range<u32>) -> &'a str {
    run.text
        .get(range.start as usize..range.end as usize)
        .unwrap_or_default()
}
