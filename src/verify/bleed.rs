//! Does artwork run out over the edge? A cut is off by up to a millimetre, so what touches the trim has to go on to the edge of the bleed, or
//! bare paper shows at the edge of the finished page.
//!
//! What shows is an edge of artwork that runs along the trim: the straight edge of a ground, a picture, a bar, or the end of a line. A round
//! form that is cut a little earlier or later is still round, so dots that happen to end there are no mistake; text stands in the safe area.

mod artwork;
mod side;

use std::collections::BTreeMap;

use crate::assets::Assets;
use crate::diag::{Code, Log};
use crate::geom::{Length, Size};
use crate::scene::{Page, Scene, page_called};
use crate::source::Span;
use crate::wording::{Text, number, text};
use artwork::{Artwork, artwork};
use side::{Seen, Side};

/// Nearer to the trim than this, artwork is meant to touch it: a cut that is a little off would leave a sliver of paper.
const HAIR: Length = Length::micrometres(500);

/// Roundings of places, far below what a cut can tell.
const ROUNDING: Length = Length::micrometres(20);

/// Edges no longer than this are ends of lines and may be hidden by a form of any outline, such as a dot.
const NARROW: Length = Length::mm(1);

/// Of so many edges at each side of a page each is looked at; a drawing of a hundred thousand forms along the trim is at fault by the first of them.
const MOST_EDGES: usize = 500;

/// Where artwork falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Short<'p> {
    page: &'p str,
    side: Side,
    /// How far its edge lies beyond the trim; less than nothing inside it.
    beyond: Length,
    /// How far the bleed reaches there.
    bleed: Length,
}

/// Finds artwork that touches the trim, or comes within a hair of it, and does not fill the bleed there: an error for each line of TOML
/// that it comes from, with all its places.
pub(super) fn check(scene: &Scene, assets: &Assets, log: &mut Log) {
    let mut found: BTreeMap<Option<Span>, Vec<Short<'_>>> = BTreeMap::new();
    for page in &scene.pages {
        for (origin, short) in on_page(page, assets) {
            let known = found.entry(origin).or_default();
            if !known.contains(&short) {
                known.push(short);
            }
        }
    }
    for (origin, places) in found {
        report(&scene.about.name, origin, &places, log);
    }
}

fn on_page<'p>(page: &'p Page, assets: &Assets) -> Vec<(Option<Span>, Short<'p>)> {
    let artwork = artwork(page, assets);
    let mut found = Vec::new();
    for side in Side::ALL {
        let bleed = side.of(&page.bleed);
        if bleed > Length::ZERO {
            let from_here = View::new(&artwork, side, page);
            let short = from_here.short().into_iter().map(|(number, beyond)| {
                let short = Short {
                    page: &page.name,
                    side,
                    beyond,
                    bleed,
                };
                (artwork[number].origin, short)
            });
            found.extend(short);
        }
    }
    found
}

/// All artwork of a page as seen from one edge of the trim.
struct View<'a> {
    artwork: &'a [Artwork<'a>],
    seen: Vec<Seen>,
    side: Side,
    trim: Size,
    bleed: Length,
}

impl<'a> View<'a> {
    fn new(artwork: &'a [Artwork<'a>], side: Side, page: &Page) -> Self {
        Self {
            artwork,
            seen: artwork
                .iter()
                .map(|piece| side.sees(piece.bounds, page.trim))
                .collect(),
            side,
            trim: page.trim,
            bleed: side.of(&page.bleed),
        }
    }

    /// The numbers of the pieces that fall short, and how far beyond the trim they end.
    fn short(&self) -> Vec<(usize, Length)> {
        let pieces = self.artwork.iter().zip(&self.seen).enumerate();
        // What lies beyond the trim alone is on no finished page.
        let pieces = pieces.filter(|(_, (piece, seen))| !piece.is_paper && seen.inner < -ROUNDING);
        pieces
            .flat_map(|(number, (piece, _))| {
                let edges = piece.edges(self.side, self.trim);
                edges.into_iter().map(move |edge| (number, edge))
            })
            .filter(|(_, edge)| -HAIR <= edge.out && edge.out < self.bleed - ROUNDING)
            .take(MOST_EDGES)
            .filter(|(number, edge)| self.is_bare(*number, edge))
            .map(|(number, edge)| (number, edge.out))
            .collect()
    }

    /// Whether any of an edge is seen: not hidden by what is painted later and reaches out over the bleed, nor going on in the same ink.
    fn is_bare(&self, number: usize, edge: &Seen) -> bool {
        let is_narrow = edge.to - edge.from <= NARROW;
        let far_enough = if is_narrow {
            edge.out
        } else {
            self.bleed - ROUNDING
        };
        let mut bare = vec![(
            edge.from.max(Length::ZERO),
            edge.to.min(self.side.length(self.trim)),
        )];
        for (other, cover) in self.seen.iter().enumerate() {
            // Hidden as a whole, or in so many places that some of it shows.
            if bare.is_empty() || bare.len() > MOST_EDGES {
                break;
            }
            let lies_there = cover.out >= far_enough && cover.from < edge.to && cover.to > edge.from;
            if lies_there && other != number && self.covers(other, number, edge, is_narrow) {
                bare = bare
                    .into_iter()
                    .flat_map(|(from, to)| [(from, to.min(cover.from)), (from.max(cover.to), to)])
                    .filter(|(from, to)| from < to)
                    .collect();
            }
        }
        bare.iter().any(|(from, to)| from < to)
    }

    fn covers(&self, other: usize, number: usize, edge: &Seen, is_narrow: bool) -> bool {
        let (piece, own) = (&self.artwork[other], &self.artwork[number]);
        let inner = self.seen[other].inner;
        let is_area = piece.is_block || is_narrow && piece.is_filled;
        let is_above = other > number && inner < edge.out && piece.is_opaque;
        let is_same = piece.ink.is_some() && piece.ink == own.ink;
        is_area && (is_above || is_same && inner <= edge.out + ROUNDING)
    }
}

fn report(document: &str, origin: Option<Span>, places: &[Short<'_>], log: &mut Log) {
    let Some(first) = places.first() else { return };
    let millimetres = |length: Length| (length.to_mm() * 10.0).round() / 10.0;
    let ends = match millimetres(first.beyond) {
        0.0 => text!("at the trim", "am Rand des Endformats"),
        beyond if beyond < 0.0 => {
            text!("{before} mm before the trim", "{before} mm vor dem Rand des Endformats"; before = number(-beyond))
        }
        beyond => {
            text!("{beyond} mm beyond the trim", "{beyond} mm hinter dem Rand des Endformats"; beyond = number(beyond))
        }
    };
    let bleed = number(millimetres(first.bleed));
    let more = match places.len() - 1 {
        0 => Text::default(),
        1 => text!(", and at one more place", ", und an einer weiteren Stelle"),
        more => text!(", and at {more} more places", ", und an {more} weiteren Stellen"),
    };
    let message = text!(
        "artwork ends {ends} {side} of `{page}` instead of {bleed} mm beyond it{more}",
        "Grafik endet {ends} ({page}, {side}) statt {bleed} mm dahinter{more}";
        ends, side = first.side.name(), page = page_called(first.page), bleed = &bleed, more
    );
    let finding = match origin {
        Some(origin) => log.error(Code::MISSING_BLEED, origin, message),
        None => log.error_in_file(Code::MISSING_BLEED, document, message),
    };
    finding.help(text!(
        "let it run out {bleed} mm over the trim, since no cut is exact and paper would show, or keep it well inside",
        "sie {bleed} mm über den Rand des Endformats hinauslaufen lassen, denn kein Schnitt ist genau und Papier wäre zu sehen, oder deutlich weiter nach innen setzen";
        bleed
    ));
}

#[cfg(test)]
mod tests;
