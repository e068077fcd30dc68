//! Between shaping and breaking: every opportunity gets its place along the paragraph as if it were one endless line, so
//! that breaking has only to subtract. A line that ends in a hyphen, or begins inside of what was a ligature, is as wide
//! here as it will be when it is set.

use std::ops::Range;

use super::Prepared;
use super::demerits;
use super::faces::FaceCache;
use super::opportunities::{BreakKind, Opportunity};
use super::shape::Ending;
use super::words::is_breaking_space;
use crate::geom::Length;

/// An opportunity and its place along the unbroken paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Breakpoint {
    /// The first byte of the next line.
    pub(super) at: usize,
    pub(super) kind: BreakKind,
    pub(super) penalty: i64,
    /// Whether a line that ends here ends in a hyphen, be it put in or the author's own.
    pub(super) shows_hyphen: bool,
    /// Where a line that ends here ends, a hyphen included, spaces at its end and what protrudes left out.
    pub(super) end: Length,
    /// The same without the hyphen: beyond this no later end is nearer.
    pub(super) bare_end: Length,
    /// Where a line that begins here begins, what protrudes left out.
    pub(super) start: Length,
    /// The width of all stretching spaces up to the end and up to the start.
    pub(super) end_spaces: Length,
    pub(super) start_spaces: Length,
}

/// So many clusters are looked at for a place where shaping may begin or end; the longest word has fewer. Where kerning joins all
/// of a text without end, places are a kern off at most, and no paragraph takes time that grows with its square.
const REACH: usize = 64;

/// The start of a cluster along the unbroken paragraph.
struct Edge {
    at: usize,
    x: Length,
    spaces: Length,
    item: usize,
    safe: bool,
}

/// Gives each opportunity its place. Where a ligature or kerning spans it, both sides are shaped again as they would stand.
pub(super) fn measure(
    prepared: &Prepared,
    faces: &mut FaceCache<'_>,
    opportunities: &[Opportunity],
) -> Vec<Breakpoint> {
    let edges = edges(prepared);
    let mut points = Vec::with_capacity(opportunities.len());
    let mut index = 0;
    // Where the ink of the line so far ends, and the edge at it: what is read once is not read again.
    let (mut read, mut inked, mut inked_edge) = (0, 0, 0);
    let mut most_hanging = Length::ZERO;
    for opportunity in opportunities {
        let at = opportunity.at;
        while edges.get(index + 1).is_some_and(|edge| edge.at <= at) {
            index += 1;
        }
        let Some(edge) = edges.get(index) else {
            continue;
        };
        let is_hyphen = opportunity.kind == BreakKind::Hyphen;
        let added = prepared.text[read..at].trim_end_matches(is_breaking_space).len();
        if added > 0 || read == 0 {
            inked = read + added;
            inked_edge = index;
            while edges[inked_edge].at > inked && inked_edge > 0 {
                inked_edge -= 1;
            }
        }
        read = at;
        let shows_hyphen = is_hyphen || prepared.text[..inked].ends_with(['-', '\u{2010}', '\u{2011}']);
        // Behind `Antidiskriminierungs- oder` a space allows the break, but it is the hyphen that is seen.
        let is_suspended = shows_hyphen && opportunity.kind == BreakKind::Plain;
        let mut point = Breakpoint {
            at,
            kind: opportunity.kind,
            penalty: opportunity.penalty + if is_suspended { demerits::HARD_HYPHEN } else { 0 },
            shows_hyphen,
            end: edges[inked_edge].x,
            bare_end: edges[inked_edge].x,
            start: edge.x,
            end_spaces: edges[inked_edge].spaces,
            start_spaces: edge.spaces,
        };
        // Without any font there are no glyphs, and all places are one.
        let ends_item = edge.at == at && edge.safe || prepared.items.is_empty();
        if !ends_item {
            let item = &prepared.items[edge.item];
            let earliest = index.saturating_sub(REACH);
            let from = (earliest..=index)
                .rev()
                .find(|&before| edges[before].at < at && edges[before].safe)
                .unwrap_or(earliest);
            let latest = (index + REACH).min(edges.len() - 1);
            let to = (index + 1..latest)
                .find(|&after| edges[after].safe)
                .unwrap_or(latest);
            let mut width = |range: Range<usize>, ending| {
                let mut glyphs = Vec::new();
                faces.shape(item.face, &prepared.piece(item, range), ending, &mut glyphs);
                glyphs.iter().map(|glyph| glyph.advance).sum::<Length>()
            };
            if inked == at && edges[from].item == edge.item {
                let ending = if is_hyphen { Ending::Hyphen } else { Ending::Plain };
                point.end = edges[from].x + width(edges[from].at..at, ending);
                point.bare_end = point.end.min(edge.x);
            }
            point.start = edges[to].x - width(at..edges[to].at, Ending::Plain);
        } else if is_hyphen && !prepared.items.is_empty() {
            let letters = prepared.text[..at].chars().rev().take(REACH);
            let before = letters.into_iter().find(|letter| *letter != '\u{ad}');
            let item = edges[..index].last().map_or(edge.item, |edge| edge.item);
            point.end += faces.hyphen_after(prepared.items[item].face, before.unwrap_or(' '));
        }
        let hanging = prepared.hangs_at_end(faces, inked, is_hyphen);
        most_hanging = most_hanging.max(hanging);
        point.end -= hanging;
        point.start += prepared.hangs_at_start(faces, at);
        points.push(point);
        if point.kind == BreakKind::Forced {
            (inked, inked_edge) = (at, index);
        }
    }
    // A later end may be nearer by what hangs there.
    for point in &mut points {
        point.bare_end -= most_hanging;
    }
    points
}

/// All clusters in reading order, and behind them the end.
fn edges(prepared: &Prepared) -> Vec<Edge> {
    let mut edges: Vec<Edge> = Vec::with_capacity(prepared.glyphs.len() + 1);
    let (mut x, mut spaces) = (Length::ZERO, Length::ZERO);
    for (number, item) in prepared.items.iter().enumerate() {
        let glyphs = &prepared.glyphs[item.glyphs.clone()];
        let mut add = |glyph: &super::Shaped| {
            match edges.last_mut() {
                Some(edge) if edge.at == glyph.cluster && edge.item == number => edge.safe &= glyph.safe,
                _ => edges.push(Edge {
                    at: glyph.cluster,
                    x,
                    spaces,
                    item: number,
                    safe: glyph.safe || glyph.cluster == item.text.start,
                }),
            }
            x += glyph.advance;
            if stretches(prepared, glyph.cluster) {
                spaces += glyph.advance;
            }
        };
        if item.level % 2 == 1 {
            glyphs.iter().rev().for_each(&mut add);
        } else {
            glyphs.iter().for_each(&mut add);
        }
    }
    edges.push(Edge {
        at: prepared.text.len(),
        x,
        spaces,
        item: prepared.items.len().saturating_sub(1),
        safe: true,
    });
    edges
}

/// Whether justification may change the space at this byte: plain ones that are not set narrow, and the full no-break space.
pub(super) fn stretches(prepared: &Prepared, at: usize) -> bool {
    let rest = &prepared.text.as_bytes()[at..];
    rest.starts_with(b" ") && prepared.narrow.binary_search(&at).is_err()
        || rest.starts_with("\u{a0}".as_bytes())
}
