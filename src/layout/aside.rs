//! What stands beside the lines of a paragraph: the sign before an item, the number behind an entry of the contents and the dots
//! that lead to it. Places are counted from where the paragraph's lines begin, which is at the right in Arabic and Hebrew.

use std::sync::Arc;

use super::Pass;
use super::element::{Aside, Element, TextElement};
use crate::assets::{Glyph, GlyphRun};
use crate::geom::{Length, Point};
use crate::scene::{Artifact, Item, ItemKind, Mark};
use crate::text::Line;

/// Where a line stands.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) page: usize,
    /// The left end of its measure on the baseline.
    pub(super) at: Point,
    /// The measure.
    pub(super) width: Length,
    /// Whether it begins at the right.
    pub(super) right_to_left: bool,
}

impl Spot {
    /// How far from where it begins a line ends.
    pub(super) fn ends(&self, line: &Line) -> Length {
        let (left, right) = edges(line);
        if self.right_to_left {
            self.width - left
        } else {
            right
        }
    }

    /// Where something so wide stands when it begins so far from the start of the line.
    fn place(&self, from_start: Length, width: Length) -> Point {
        let x = if self.right_to_left {
            self.width - from_start - width
        } else {
            from_start
        };
        Point::new(self.at.x + x, self.at.y)
    }
}

/// The left and the right end of what stands on a line.
fn edges(line: &Line) -> (Length, Length) {
    let left = line.runs.iter().map(|run| run.x).min();
    let right = line.runs.iter().map(|run| run.x + run.run.width()).max();
    (left.unwrap_or_default(), right.unwrap_or_default())
}

/// The sign or number that hangs before the first line of an item.
pub(super) fn label(element: &Element, label: &Aside, spot: Spot, pass: &mut Pass<'_, '_>) {
    if let Some(line) = only_line(label, pass) {
        paint(element, label, line, label.x, spot, pass);
    }
}

/// The number at the end of an entry of the contents, flush with the measure, and dots that lead to it.
pub(super) fn trailing(
    element: &Element,
    text: &TextElement,
    spot: Spot,
    end: Length,
    pass: &mut Pass<'_, '_>,
) {
    let Some(number) = &text.trailing else { return };
    let Some(line) = only_line(number, pass) else {
        return;
    };
    let Some(like) = line.runs.first().map(|run| run.run.clone()) else {
        return;
    };
    let from = spot.width - line.natural;
    paint(element, number, line, from, spot, pass);
    // Half an em of air before the number, and none of the dots may touch the words.
    leader(element, &like, spot, end, from - like.size / 2, pass);
}

/// A text beside the lines is a word or a number: one line, however wide.
fn only_line(aside: &Aside, pass: &mut Pass<'_, '_>) -> Option<Line> {
    aside
        .prepared
        .break_lines(pass.setter, &|_| Length::MAX)
        .into_iter()
        .next()
}

/// Paints a short text so far from the start of a line.
fn paint(
    element: &Element,
    aside: &Aside,
    line: Line,
    from_start: Length,
    spot: Spot,
    pass: &mut Pass<'_, '_>,
) {
    let (left, right) = edges(&line);
    let corner = spot.place(from_start, right - left);
    for run in line.runs {
        pass.pages[spot.page].items.push(Item {
            at: Point::new(corner.x + run.x - left, corner.y),
            kind: ItemKind::Glyphs(run.run),
            mark: Mark::Content(aside.place),
            origin: Some(element.origin),
        });
    }
}

/// The most dots of a leader: small letters on a poster reach no farther.
const MOST_DOTS: i64 = 300;

/// Dots every two thirds of an em, counted from the end so that all leaders of a list stand under each other.
fn leader(element: &Element, like: &GlyphRun, spot: Spot, from: Length, to: Length, pass: &mut Pass<'_, '_>) {
    let Some(dot) = pass.assets.font(like.font).glyph('.') else {
        return;
    };
    let step = like.size.ratio(2, 3);
    let count = (to - from).whole_times(step).min(MOST_DOTS);
    for number in 1..=count {
        let glyph = Glyph {
            id: dot,
            advance: Length::ZERO,
            dx: Length::ZERO,
            dy: Length::ZERO,
            text: 0..1,
        };
        let run = GlyphRun {
            glyphs: vec![glyph],
            text: Arc::from("."),
            ..like.clone()
        };
        pass.pages[spot.page].items.push(Item {
            at: spot.place(to - step * number, Length::ZERO),
            kind: ItemKind::Glyphs(run),
            mark: Mark::Artifact(Artifact::Layout),
            origin: Some(element.origin),
        });
    }
}
