//! What of a page is artwork, as blocks and outlines on the page.

use super::side::{Seen, Side};
use crate::assets::Assets;
use crate::assets::drawing::{Opacity, Paint, Part};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect, Sides, Size};
use crate::scene::{Artifact, ItemKind, Mark, Page, Stand};
use crate::source::Span;

/// A straight part of an outline shorter than this is part of a curve.
const STRAIGHT: Length = Length::mm(1);

/// A painted form.
#[derive(Debug)]
pub(super) struct Artwork<'p> {
    /// The line of TOML it comes from.
    pub(super) origin: Option<Span>,
    /// What it is painted in; none where it is a picture or a gradient.
    pub(super) ink: Option<&'p Color>,
    /// What of the page it covers at most.
    pub(super) bounds: Rect,
    /// Whether it covers all of that.
    pub(super) is_block: bool,
    /// Whether it is an area, not a line.
    pub(super) is_filled: bool,
    /// Whether nothing below it is seen.
    pub(super) is_opaque: bool,
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
pub(super) fn artwork<'p>(page: &'p Page, assets: &'p Assets) -> Vec<Artwork<'p>> {
    let mut found = Vec::new();
    page.each_painted(&mut |item, stand| {
        if matches!(item.mark, Mark::Artifact(Artifact::Page | Artifact::Crease)) {
            return;
        }
        let place = Place {
            origin: item.origin,
            at: item.at,
            stand,
            is_opaque: true,
        };
        match &item.kind {
            ItemKind::Shape(shape) => {
                found.extend(
                    shape
                        .fill
                        .as_ref()
                        .and_then(|ink| place.filled(&shape.path, Some(ink))),
                );
                if let Some(stroke) = &shape.stroke {
                    found.extend(place.stroked(&shape.path, &stroke.color, stroke.width));
                }
            }
            // Where a picture shines through, nobody can tell from its frame where it ends.
            ItemKind::Picture(picture) if !assets.image(picture.image).has_alpha => {
                let frame = Path::rect(Rect::new(Point::ORIGIN, picture.size));
                found.extend(place.filled(&frame, None));
            }
            ItemKind::Drawing(placed) => {
                let drawing = assets.drawing(placed.drawing);
                let scale = (placed.size, drawing.size);
                place.drawn(&drawing.parts, scale, &mut found);
            }
            ItemKind::Picture(_) | ItemKind::Glyphs(_) | ItemKind::Group(_) => {}
        }
    });
    found
}

/// Where something is painted, and from where it comes.
#[derive(Clone, Copy)]
struct Place {
    origin: Option<Span>,
    at: Point,
    stand: Stand,
    is_opaque: bool,
}

impl Place {
    /// The parts of a drawing, which is shown at another size than its own.
    fn drawn<'p>(self, parts: &'p [Part], scale: (Size, Size), found: &mut Vec<Artwork<'p>>) {
        for part in parts {
            match part {
                Part::Outline(outline) => {
                    let path = scaled(&outline.path, scale);
                    if let Some(fill) = &outline.fill {
                        let ink = match &fill.paint {
                            Paint::Color(color) => Some(color),
                            Paint::Gradient(_) => None,
                        };
                        found.extend(self.seen_through(fill.opacity).filled(&path, ink));
                    }
                    if let Some(line) = &outline.stroke {
                        let width = across(line.width, scale);
                        let place = self.seen_through(line.opacity);
                        found.extend(place.stroked(&path, &line.color, width));
                    }
                }
                Part::Layer(layer) => {
                    let mut place = self.seen_through(layer.opacity);
                    for clip in &layer.clips {
                        let bounds = scaled(&clip.path, scale).bounds().unwrap_or_default();
                        let cut = self.stand.transform.apply_rect(bounds.shifted(self.at));
                        let inside = place.stand.clip.map_or(Some(cut), |outer| outer.shared(&cut));
                        place.stand.clip = Some(inside.unwrap_or_default());
                    }
                    place.drawn(&layer.parts, scale, found);
                }
            }
        }
    }

    fn seen_through(self, opacity: Opacity) -> Self {
        Self {
            is_opaque: self.is_opaque && opacity == Opacity::FULL,
            ..self
        }
    }

    fn filled<'p>(self, path: &Path, ink: Option<&'p Color>) -> Option<Artwork<'p>> {
        let bounds = self.stand.transform.apply_rect(path.bounds()?.shifted(self.at));
        let lines = path.lines().into_iter().map(|(from, to)| self.on_page(from, to));
        Some(Artwork {
            is_filled: true,
            is_block: is_rectangle(path),
            parts: lines
                .filter(|line| line.size.width.max(line.size.height) >= STRAIGHT && is_level(line))
                .collect(),
            ..self.form(ink, bounds)?
        })
    }

    /// Each straight part along an edge of the page is a bar of its own; of all other lines the ends count.
    fn stroked<'p>(self, path: &Path, color: &'p Color, width: Length) -> Vec<Artwork<'p>> {
        if width <= Length::ZERO {
            return Vec::new();
        }
        let half = width / 2;
        let lines = path.lines().into_iter().map(|(from, to)| self.on_page(from, to));
        let (level, others): (Vec<_>, Vec<_>) = lines.partition(is_level);
        let bars = level.into_iter().filter_map(|line| {
            let is_upright = line.size.width == Length::ZERO;
            let none = Sides::default();
            let thick = if is_upright {
                Sides {
                    left: half,
                    right: half,
                    ..none
                }
            } else {
                Sides {
                    top: half,
                    bottom: half,
                    ..none
                }
            };
            Some(Artwork {
                is_block: true,
                ..self.form(Some(color), line.outset(thick))?
            })
        });
        let mut found: Vec<Artwork<'p>> = bars.collect();
        if !others.is_empty() || !path.is_straight() {
            let ends = path.ends().into_iter();
            let ends = ends.map(|end| self.on_page(end, end).outset(Sides::all(half)));
            let bounds = path.bounds().map(|bounds| bounds.outset(Sides::all(half)));
            let whole = bounds.map(|bounds| self.stand.transform.apply_rect(bounds.shifted(self.at)));
            let whole = whole.and_then(|whole| self.form(Some(color), whole));
            found.extend(whole.map(|whole| Artwork {
                parts: ends.collect(),
                ..whole
            }));
        }
        found
    }

    /// A form of which nothing but its bounds is known; none where no part of it is visible.
    fn form(self, ink: Option<&Color>, bounds: Rect) -> Option<Artwork<'_>> {
        let visible = match self.stand.clip {
            Some(clip) => bounds.shared(&clip)?,
            None => bounds,
        };
        Some(Artwork {
            origin: self.origin,
            ink,
            bounds: visible,
            is_block: false,
            is_filled: false,
            is_opaque: self.is_opaque,
            is_paper: ink == Some(&Color::PAPER),
            parts: Vec::new(),
            clip: self.stand.clip,
        })
    }

    fn on_page(self, from: Point, to: Point) -> Rect {
        let place = |point: Point| self.stand.transform.apply(point + self.at);
        let (from, to) = (place(from), place(to));
        Rect::from_edges(from.x, from.y, to.x, to.y)
    }
}

/// An outline at the size at which its drawing is shown, of the drawing's own size.
fn scaled(path: &Path, scale: (Size, Size)) -> Path {
    let (shown, own) = scale;
    let ratio = |length: Length, shown: Length, own: Length| match own {
        Length::ZERO => Length::ZERO,
        own => length.ratio(shown.units(), own.units()),
    };
    let place = |point: Point| {
        Point::new(
            ratio(point.x, shown.width, own.width),
            ratio(point.y, shown.height, own.height),
        )
    };
    path.moved(place)
}

/// The thickness of a line of a drawing that is shown in its own proportions.
fn across(width: Length, (shown, own): (Size, Size)) -> Length {
    match own.width {
        Length::ZERO => Length::ZERO,
        own => width.ratio(shown.width.units(), own.units()),
    }
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
