//! Does artwork run out over the edge? A cut is off by up to a millimetre, so what touches the trim has to go on to the edge of the bleed, or
//! bare paper shows at the edge of the finished page.
//!
//! What shows is an edge of artwork that runs along the trim: the straight edge of a ground, a picture, a bar, or the end of a line. A round
//! form that is cut a little earlier or later is still round, so dots that happen to end there are no mistake; text stands in the safe area.

mod artwork;
mod side;

use std::collections::BTreeMap;

use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::scene::{Page, Scene};
use crate::source::Span;
use artwork::{Artwork, artwork};
use side::{Seen, Side};

/// Nearer to the trim than this, artwork is meant to touch it: a cut that is a little off would leave a sliver of paper.
const HAIR: Length = Length::micrometres(500);

/// Roundings of places, far below what a cut can tell.
const ROUNDING: Length = Length::micrometres(20);

/// Edges no longer than this are ends of lines and may be hidden by a form of any outline, such as a dot.
const NARROW: Length = Length::mm(1);

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
pub(super) fn check(scene: &Scene, log: &mut Log) {
    let mut found: BTreeMap<Option<Span>, Vec<Short<'_>>> = BTreeMap::new();
    for page in &scene.pages {
        for (origin, short) in on_page(page) {
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

fn on_page(page: &Page) -> Vec<(Option<Span>, Short<'_>)> {
    let artwork = artwork(page);
    let mut found = Vec::new();
    for side in Side::ALL {
        let bleed = side.of(&page.bleed);
        if bleed == Length::ZERO {
            continue;
        }
        for (number, piece) in artwork.iter().enumerate() {
            let shown = side.sees(piece.bounds, page.trim);
            // What lies beyond the trim alone is on no finished page.
            if piece.is_paper || shown.inner >= -ROUNDING {
                continue;
            }
            for edge in piece.edges(side, page.trim) {
                let falls_short = -HAIR <= edge.out && edge.out < bleed - ROUNDING;
                if falls_short && is_bare(&edge, number, &artwork, side, page) {
                    let short = Short {
                        page: &page.name,
                        side,
                        beyond: edge.out,
                        bleed,
                    };
                    found.push((piece.origin, short));
                }
            }
        }
    }
    found
}

/// Whether any of an edge is seen: not hidden by what is painted later and reaches out over the bleed, nor going on in the same ink.
fn is_bare(edge: &Seen, number: usize, artwork: &[Artwork<'_>], side: Side, page: &Page) -> bool {
    let bleed = side.of(&page.bleed);
    let is_narrow = edge.to - edge.from <= NARROW;
    let own = &artwork[number];
    let mut bare = vec![(edge.from.max(Length::ZERO), edge.to.min(side.length(page.trim)))];
    for (other, piece) in artwork.iter().enumerate() {
        if other == number || !(piece.is_block || is_narrow && piece.is_filled) {
            continue;
        }
        let cover = side.sees(piece.bounds, page.trim);
        let is_above = other > number && cover.inner < edge.out;
        let goes_on = piece.ink == own.ink && cover.inner <= edge.out + ROUNDING;
        let far_enough = if is_narrow { edge.out } else { bleed - ROUNDING };
        if (is_above || goes_on) && cover.out >= far_enough {
            bare = bare
                .into_iter()
                .flat_map(|(from, to)| [(from, to.min(cover.from)), (from.max(cover.to), to)])
                .filter(|(from, to)| from < to)
                .collect();
        }
    }
    bare.iter().any(|(from, to)| from < to)
}

fn report(document: &str, origin: Option<Span>, places: &[Short<'_>], log: &mut Log) {
    let Some(first) = places.first() else { return };
    let millimetres = |length: Length| (length.to_mm() * 10.0).round() / 10.0;
    let ends = match millimetres(first.beyond) {
        0.0 => "at the trim".to_owned(),
        beyond if beyond < 0.0 => format!("{} mm before the trim", -beyond),
        beyond => format!("{beyond} mm beyond the trim"),
    };
    let bleed = millimetres(first.bleed);
    let more = match places.len() - 1 {
        0 => "",
        1 => ", and at one more place",
        more => &format!(", and at {more} more places"),
    };
    let message = format!(
        "artwork ends {ends} {} of `{}` instead of {bleed} mm beyond it{more}",
        first.side.name(),
        first.page
    );
    let finding = match origin {
        Some(origin) => log.error(Code::MISSING_BLEED, origin, message),
        None => log.error_in_file(Code::MISSING_BLEED, document, message),
    };
    finding.help(format!(
        "let it run out {bleed} mm over the trim, since no cut is exact and paper would show, or keep it well inside"
    ));
}

#[cfg(test)]
mod tests;
