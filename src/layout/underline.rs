//! The line under links, as thick and as deep as their font wants it (OpenType, `post`). It runs through the spaces between words and stops
//! before those that hang at a line's end.

use super::adornment::filled;
use crate::assets::{Assets, GlyphRun};
use crate::color::Color;
use crate::geom::{Length, Point, Rect};
use crate::scene::{Artifact, Item};
use crate::source::Span;
use crate::text::Line;

/// The lines under the words of a line whose measure begins at a point of the baseline: what stands side by side gets one.
pub(super) fn under(
    line: &Line,
    is_underlined: impl Fn(u32) -> bool,
    at: Point,
    assets: &Assets,
    origin: Span,
) -> Vec<Item> {
    let mut drawn: Vec<(Rect, &Color)> = Vec::new();
    let last = line.runs.len().saturating_sub(1);
    let underlined = line
        .runs
        .iter()
        .enumerate()
        .filter(|(_, run)| is_underlined(run.tag));
    for (number, placed) in underlined {
        let run = &placed.run;
        let hanging = if number == last {
            hanging(run)
        } else {
            Length::ZERO
        };
        let rect = below(run, Point::new(at.x + placed.x, at.y), hanging, assets);
        match drawn.last_mut() {
            Some((before, color))
                if before.right() == rect.left()
                    && (before.top(), before.bottom()) == (rect.top(), rect.bottom())
                    && **color == run.color =>
            {
                *before = before.union(&rect);
            }
            _ if rect.size.width > Length::ZERO => drawn.push((rect, &run.color)),
            _ => {}
        }
    }
    let items = drawn.into_iter();
    items
        .map(|(rect, color)| filled(rect, color, Artifact::Layout, origin))
        .collect()
}

/// Where the line under a run is that begins at a point of the baseline.
fn below(run: &GlyphRun, at: Point, hanging: Length, assets: &Assets) -> Rect {
    let font = assets.font(run.font);
    let share = |units: i32| run.size.ratio(units.into(), font.units_per_em.into());
    let underline = font.underline();
    let head = at.y + share(underline.depth);
    Rect::from_edges(
        at.x,
        head,
        at.x + run.width() - hanging,
        head + share(underline.thickness),
    )
}

/// The width of the spaces at a run's end.
fn hanging(run: &GlyphRun) -> Length {
    let is_space = |glyph: &&crate::assets::Glyph| {
        let text = run.text.get(glyph.text.start as usize..glyph.text.end as usize);
        text.is_some_and(|text| !text.is_empty() && text.chars().all(char::is_whitespace))
    };
    let spaces = run.glyphs.iter().rev().take_while(is_space);
    spaces.map(|glyph| glyph.advance).sum()
}
