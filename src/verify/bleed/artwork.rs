//! What of a page is artwork, as blocks and outlines on the page.

use super::side::{Seen, Side};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect, Sides, Size};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Shape, Stand, Stroke};
use crate::source::Span;

/// A straight part of an outline shorter than this is part of a curve.
const STRAIGHT: Length = Length::mm(1);

/// A painted form.
#[derive(Debug)]
pub(super) struct Artwork<'p> {
    /// The line of TOML it comes from.
    pub(super) origin: Option<Span>,
    /// What it is painted in; none where it is a picture.
    pub(super) ink: Option<&'p Color>,
    /// What of the page it covers at most.
    pub(super) bounds: Rect,
    /// Whether it covers all of that.
    pub(super) is_block: bool,
    /// Whether it is an area, not a line.
    pub(super) is_filled: bool,
    /// Whether it is bare paper, which may end anywhere.
    pub(super) is_paper: bool,
    /// Of an outline: its straight parts and its ends.
    parts: Vec<Rect>,
    /// Where a group cuts it.
    clip: Option<Rect>,
}

impl Artwork<'_> {
    /// Its edges towards a side of the page.
    pub(super) fn edges(&self, side: Side, trim: Size) -> Vec<Seen> {
        let whole = side.sees(self.bounds, trim);
        let is_cut = self
            .clip
            .is_some_and(|clip| side.sees(clip, trim).out <= whole.out);
        if self.is_block || is_cut {
            return vec![whole];
        }
        let seen = self.parts.iter().map(|part| side.sees(*part, trim));
        // Towards this side, and with nothing of the same form beyond.
        seen.filter(|part| part.out == whole.out).collect()
    }
}

/// All artwork of a page in painting order; text and marks are none.
pub(super) fn artwork(page: &Page) -> Vec<Artwork<'_>> {
    let mut found = Vec::new();
    page.each_painted(&mut |item, stand| {
        let is_mark = matches!(
            item.mark,
            Mark::Artifact(Artifact::Page) | Mark::Artifact(Artifact::Crease)
        );
        match &item.kind {
            _ if is_mark => {}
            ItemKind::Shape(shape) => {
                found.extend(filled(item, shape, stand));
                if let Some(stroke) = shape.stroke.as_ref().filter(|stroke| stroke.width > Length::ZERO) {
                    found.extend(stroked(item, shape, stroke, stand));
                }
            }
            ItemKind::Picture(picture) => found.extend(pictured(item, picture.size, stand)),
            // A drawing need not cover its place: where it ends is its own affair.
            ItemKind::Glyphs(_) | ItemKind::Group(_) | ItemKind::Drawing(_) => {}
        }
    });
    found
}

/// A picture covers all of its place.
fn pictured<'p>(item: &Item, size: Size, stand: Stand) -> Option<Artwork<'p>> {
    let bounds = stand.transform.apply_rect(Rect::new(item.at, size));
    Some(Artwork {
        ink: None,
        is_filled: true,
        is_block: true,
        is_paper: false,
        ..form(item, &Color::BLACK, bounds, stand)?
    })
}

fn filled<'p>(item: &Item, shape: &'p Shape, stand: Stand) -> Option<Artwork<'p>> {
    let color = shape.fill.as_ref()?;
    let bounds = stand.transform.apply_rect(shape.path.bounds()?.shifted(item.at));
    let lines = shape.path.lines();
    Some(Artwork {
        is_filled: true,
        is_block: is_rectangle(&shape.path),
        parts: lines
            .iter()
            .map(|(from, to)| on_page(*from, *to, item.at, stand))
            .filter(|line| line.size.width.max(line.size.height) >= STRAIGHT && is_level(line))
            .collect(),
        ..form(item, color, bounds, stand)?
    })
}

/// Each straight part along an edge of the page is a bar of its own; of all other lines the ends count.
fn stroked<'p>(item: &Item, shape: &'p Shape, stroke: &'p Stroke, stand: Stand) -> Vec<Artwork<'p>> {
    let half = stroke.width / 2;
    let (level, others): (Vec<_>, Vec<_>) = shape
        .path
        .lines()
        .into_iter()
        .map(|(from, to)| on_page(from, to, item.at, stand))
        .partition(is_level);
    let bars = level.into_iter().filter_map(|line| {
        let is_upright = line.size.width == Length::ZERO;
        let thick = if is_upright {
            Sides {
                left: half,
                right: half,
                ..Sides::default()
            }
        } else {
            Sides {
                top: half,
                bottom: half,
                ..Sides::default()
            }
        };
        Some(Artwork {
            is_block: true,
            ..form(item, &stroke.color, line.outset(thick), stand)?
        })
    });
    let mut found: Vec<Artwork<'p>> = bars.collect();
    if !others.is_empty() || !shape.path.is_straight() {
        let ends = shape.path.ends().into_iter();
        let ends = ends.map(|end| on_page(end, end, item.at, stand).outset(Sides::all(half)));
        let bounds = shape.path.bounds().map(|bounds| bounds.outset(Sides::all(half)));
        let whole = bounds.map(|bounds| stand.transform.apply_rect(bounds.shifted(item.at)));
        let whole = whole.and_then(|whole| form(item, &stroke.color, whole, stand));
        found.extend(whole.map(|whole| Artwork {
            parts: ends.collect(),
            ..whole
        }));
    }
    found
}

/// A form of which nothing but its bounds is known; none where no part of it is visible.
fn form<'p>(item: &Item, color: &'p Color, bounds: Rect, stand: Stand) -> Option<Artwork<'p>> {
    let visible = match stand.clip {
        Some(clip) => bounds.shared(&clip)?,
        None => bounds,
    };
    Some(Artwork {
        origin: item.origin,
        ink: Some(color),
        bounds: visible,
        is_block: false,
        is_filled: false,
        is_paper: *color == Color::PAPER,
        parts: Vec::new(),
        clip: stand.clip,
    })
}

fn on_page(from: Point, to: Point, at: Point, stand: Stand) -> Rect {
    let (from, to) = (stand.transform.apply(from + at), stand.transform.apply(to + at));
    Rect::from_edges(from.x, from.y, to.x, to.y)
}

fn is_level(line: &Rect) -> bool {
    line.size.width == Length::ZERO || line.size.height == Length::ZERO
}

/// Whether an outline is a rectangle along the edges of the page, wherever it begins and whichever way it runs.
fn is_rectangle(path: &Path) -> bool {
    let lines = path.lines();
    let is_straight = path.is_straight() && lines.len() == 4;
    is_straight && lines.iter().all(|(from, to)| from.x == to.x || from.y == to.y)
}
