//! Clusters: the smallest pieces of a run whose glyphs and letters correspond (a ligature is one glyph for two letters,
//! a letter with its accent may be two glyphs for one), and spans, the pieces that are written as one.

use std::ops::Range;

use crate::assets::GlyphRun;
use crate::geom::Length;

/// The clusters of a run in the order of its glyphs.
fn clusters(run: &GlyphRun) -> Vec<Span<'_>> {
    let mut clusters: Vec<Span<'_>> = Vec::with_capacity(run.glyphs.len());
    for (index, glyph) in run.glyphs.iter().enumerate() {
        let text = text_of(run, &glyph.text);
        match clusters.last_mut() {
            Some(last) if text.is_empty() => last.glyphs.end = index + 1,
            _ => clusters.push(Span {
                glyphs: index..index + 1,
                text,
            }),
        }
    }
    clusters
}

/// Glyphs that are written one after the other and read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span<'a> {
    /// Which of the run's glyphs.
    pub(super) glyphs: Range<usize>,
    /// The text they stand for; none at all for what only completes the glyph before it.
    pub(super) text: &'a str,
}

/// A run as it is written: in the order of its text, each glyph at its place, so that whatever takes the text out of the file or
/// reads it aloud meets every letter when it is due (PDF/UA-1, 7.1: content in logical order).
///
/// Fonts for Arabic make many letters of a bare stroke and its dots. Of those the stroke stands for the letter and the dots for
/// nothing: as one span they would end where a dot is, and readers that go by places would see a gap in the word.
pub(super) fn spans(run: &GlyphRun) -> Vec<Span<'_>> {
    let clusters = clusters(run);
    if !reads_leftwards(run) {
        return clusters;
    }
    let mut spans = Vec::with_capacity(run.glyphs.len());
    for Span { glyphs, text } in clusters.into_iter().rev() {
        if glyphs.len() == 1 {
            spans.push(Span { glyphs, text });
            continue;
        }
        let widest = |index: &usize| run.glyphs[*index].advance;
        let stroke = glyphs.clone().max_by_key(widest).unwrap_or(glyphs.start);
        spans.push(Span {
            glyphs: stroke..stroke + 1,
            text,
        });
        spans.extend(glyphs.filter(|index| *index != stroke).map(|index| Span {
            glyphs: index..index + 1,
            text: "",
        }));
    }
    spans
}

/// Where each glyph of a run begins, from the left end of the run.
pub(super) fn places(run: &GlyphRun) -> Vec<Length> {
    let places = run.glyphs.iter().scan(Length::ZERO, |pen, glyph| {
        let place = *pen;
        *pen += glyph.advance;
        Some(place)
    });
    places.collect()
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
