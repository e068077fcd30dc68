//! Paths: built in default user space, then painted, then perhaps a clip.

use std::rc::Rc;

use hayro::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};

use super::painter::Painter;
use crate::verify::pdf::element::{FillRule, Kind, Line, Path};

/// A path that is being built, in default user space.
#[derive(Default)]
pub(super) struct Drawing {
    outline: BezPath,
    here: Option<Point>,
    begun: Point,
    /// The clip that it becomes once it is painted.
    pub(super) clip: Option<FillRule>,
}

impl Drawing {
    pub(super) fn move_to(&mut self, at: Affine, [x, y]: [f64; 2]) {
        let point = at * Point::new(x, y);
        self.outline.move_to(point);
        self.here = Some(point);
        self.begun = point;
    }

    pub(super) fn line_to(&mut self, at: Affine, [x, y]: [f64; 2]) {
        if self.here.is_none() {
            return self.move_to(at, [x, y]);
        }
        let point = at * Point::new(x, y);
        self.outline.line_to(point);
        self.here = Some(point);
    }

    pub(super) fn curve_to(&mut self, at: Affine, [x1, y1, x2, y2, x, y]: [f64; 6]) {
        if self.here.is_none() {
            self.move_to(at, [x1, y1]);
        }
        let point = at * Point::new(x, y);
        self.outline
            .curve_to(at * Point::new(x1, y1), at * Point::new(x2, y2), point);
        self.here = Some(point);
    }

    pub(super) fn curve_from_here(&mut self, at: Affine, [x2, y2, x, y]: [f64; 4]) {
        let Some(here) = self.here else {
            return self.move_to(at, [x, y]);
        };
        let point = at * Point::new(x, y);
        self.outline.curve_to(here, at * Point::new(x2, y2), point);
        self.here = Some(point);
    }

    pub(super) fn close(&mut self) {
        if self.here.is_some() && !matches!(self.outline.elements().last(), Some(PathEl::ClosePath)) {
            self.outline.close_path();
            self.here = Some(self.begun);
            // What follows without a move begins where this began; `kurbo` wants that said.
        }
    }

    pub(super) fn rectangle(&mut self, at: Affine, [x, y, width, height]: [f64; 4]) {
        self.move_to(at, [x, y]);
        self.line_to(at, [x + width, y]);
        self.line_to(at, [x + width, y + height]);
        self.line_to(at, [x, y + height]);
        self.close();
    }
}

impl Painter<'_, '_> {
    /// Fills a path, strokes it, or does neither; then it is gone.
    pub(super) fn paint_path(&mut self, drawing: &mut Drawing, rule: Option<FillRule>, stroked: bool) {
        let Drawing { outline, clip, .. } = std::mem::take(drawing);
        if !self.shared.work(outline.elements().len()) {
            return;
        }
        if let Some(clip) = clip {
            let painted = outline.clone();
            self.add_path(painted, rule, stroked);
            self.narrow(outline, clip);
        } else {
            self.add_path(outline, rule, stroked);
        }
    }

    fn add_path(&mut self, outline: BezPath, rule: Option<FillRule>, stroked: bool) {
        if (rule.is_none() && !stroked) || outline.is_empty() {
            return;
        }
        let line = self.state.line();
        let mut bounds = outline.bounding_box();
        if stroked {
            bounds = bounds.inflate(line.reach(), line.reach());
        }
        let width = if stroked { line.width } else { thinnest(&outline) };
        let mode = self.state.overprint_mode;
        let fill = rule.map(|_| self.state.fill.paint(mode));
        let stroke = stroked.then(|| self.state.stroke.paint(mode));
        let path = Path {
            outline: Rc::new(outline),
            rule: rule.unwrap_or(FillRule::NonZero),
            line,
            width,
        };
        self.add(Kind::Path(path), fill, stroke, bounds);
    }
}

impl Line {
    /// How far a line may reach beyond its path: half its width, and more at corners that are square.
    fn reach(&self) -> f64 {
        let half = self.width / 2.0;
        if self.cap == 2 {
            half * std::f64::consts::SQRT_2
        } else {
            half
        }
    }
}

/// The smaller side of the thinnest part of a path. A rectangle is measured along its own sides, whichever way it is turned.
fn thinnest(outline: &BezPath) -> f64 {
    let mut thinnest = f64::INFINITY;
    for part in parts(outline) {
        let side = turned_rectangle(part).unwrap_or_else(|| {
            let bounds = bounds_of(part);
            bounds.width().min(bounds.height())
        });
        thinnest = thinnest.min(side);
    }
    if thinnest.is_finite() { thinnest } else { 0.0 }
}

/// The parts of a path, each from one move to the next; those that are a single point have nothing to paint.
fn parts(outline: &BezPath) -> impl Iterator<Item = &[PathEl]> {
    let elements = outline.elements();
    let begins = |element: &PathEl| matches!(element, PathEl::MoveTo(_));
    let parts = elements.chunk_by(move |_, next| !begins(next));
    parts.filter(|part| {
        let bounds = bounds_of(part);
        bounds.width() > 0.0 || bounds.height() > 0.0
    })
}

fn bounds_of(part: &[PathEl]) -> Rect {
    let points = part.iter().flat_map(|element| match element {
        PathEl::MoveTo(p) | PathEl::LineTo(p) => vec![*p],
        PathEl::QuadTo(a, p) => vec![*a, *p],
        PathEl::CurveTo(a, b, p) => vec![*a, *b, *p],
        PathEl::ClosePath => Vec::new(),
    });
    let mut bounds: Option<Rect> = None;
    for point in points {
        let at = Rect::from_points(point, point);
        bounds = Some(bounds.map_or(at, |bounds| bounds.union(at)));
    }
    bounds.unwrap_or(Rect::ZERO)
}

/// The smaller side of a part that has four corners, each pair of sides as long as the other.
fn turned_rectangle(part: &[PathEl]) -> Option<f64> {
    let mut corners = Vec::new();
    for element in part {
        match element {
            PathEl::MoveTo(p) | PathEl::LineTo(p) => corners.push(*p),
            PathEl::ClosePath => {}
            _ => return None,
        }
    }
    if corners.len() == 5 && corners.first() == corners.last() {
        corners.pop();
    }
    let [a, b, c, d] = corners.as_slice() else {
        return None;
    };
    let is_alike = |one: f64, other: f64| (one - other).abs() <= 1e-3 * one.max(other).max(1e-3);
    let (across, down) = (a.distance(*b), b.distance(*c));
    (is_alike(across, c.distance(*d)) && is_alike(down, d.distance(*a))).then(|| {
        // A parallelogram is as thin as it is high.
        let area = (*b - *a).cross(*c - *b).abs();
        let longer = across.max(down);
        if longer > 0.0 { area / longer } else { 0.0 }
    })
}
