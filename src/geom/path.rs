//! Outlines of lines and cubic curves, enough for every vector figure.

use super::{Length, Point, Rect, Size};

/// One step along an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Begin a new outline here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to where the outline began.
    Close,
}

/// An outline, to be filled or stroked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    /// Its steps, in drawing order.
    pub segments: Vec<Segment>,
}

impl Path {
    /// A rectangle, closed.
    #[must_use]
    pub fn rect(rect: Rect) -> Self {
        let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        Self {
            segments: vec![
                Segment::Move(Point::new(left, top)),
                Segment::Line(Point::new(right, top)),
                Segment::Line(Point::new(right, bottom)),
                Segment::Line(Point::new(left, bottom)),
                Segment::Close,
            ],
        }
    }

    /// A straight line.
    #[must_use]
    pub fn line(from: Point, to: Point) -> Self {
        Self {
            segments: vec![Segment::Move(from), Segment::Line(to)],
        }
    }

    /// A circle of four cubic curves, off from the true one by less than 0.03 % of the radius.
    #[must_use]
    pub fn circle(centre: Point, radius: Length) -> Self {
        // Control points at 0.552285 of the radius: 4/3 (sqrt 2 - 1).
        let control = radius.ratio(552_285, 1_000_000);
        let at = |dx: Length, dy: Length| Point::new(centre.x + dx, centre.y + dy);
        let zero = Length::ZERO;
        Self {
            segments: vec![
                Segment::Move(at(radius, zero)),
                Segment::Curve(at(radius, control), at(control, radius), at(zero, radius)),
                Segment::Curve(at(-control, radius), at(-radius, control), at(-radius, zero)),
                Segment::Curve(at(-radius, -control), at(-control, -radius), at(zero, -radius)),
                Segment::Curve(at(control, -radius), at(radius, -control), at(radius, zero)),
                Segment::Close,
            ],
        }
    }

    /// Whether it has no curve.
    #[must_use]
    pub fn is_straight(&self) -> bool {
        !self
            .segments
            .iter()
            .any(|segment| matches!(segment, Segment::Curve(..)))
    }

    /// Its straight lines, each from where to where, those that close an outline included; lines of no length are left out.
    #[must_use]
    pub fn lines(&self) -> Vec<(Point, Point)> {
        let mut lines = Vec::new();
        let (mut start, mut here) = (Point::ORIGIN, Point::ORIGIN);
        for segment in &self.segments {
            match *segment {
                Segment::Move(to) => (start, here) = (to, to),
                Segment::Line(to) => {
                    lines.push((here, to));
                    here = to;
                }
                Segment::Curve(_, _, to) => here = to,
                Segment::Close => {
                    lines.push((here, start));
                    here = start;
                }
            }
        }
        lines.retain(|(from, to)| from != to);
        lines
    }

    /// Where its outlines begin and end, of those that are not closed.
    #[must_use]
    pub fn ends(&self) -> Vec<Point> {
        let outlines = self
            .segments
            .chunk_by(|_, next| !matches!(next, Segment::Move(_)));
        let ends = outlines.filter_map(|outline| match outline {
            [
                Segment::Move(first),
                ..,
                Segment::Line(last) | Segment::Curve(_, _, last),
            ] => Some([*first, *last]),
            _ => None,
        });
        ends.flatten().collect()
    }

    /// The same outline with every point and control point moved to where `place` has it.
    #[must_use]
    pub fn moved(&self, place: impl Fn(Point) -> Point) -> Self {
        let segments = self.segments.iter().map(|segment| match *segment {
            Segment::Move(to) => Segment::Move(place(to)),
            Segment::Line(to) => Segment::Line(place(to)),
            Segment::Curve(first, second, to) => Segment::Curve(place(first), place(second), place(to)),
            Segment::Close => Segment::Close,
        });
        Self {
            segments: segments.collect(),
        }
    }

    /// The smallest rectangle that holds all points and control points; none for an empty path.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        let mut bounds: Option<Rect> = None;
        let mut hold = |point: Point| {
            let spot = Rect::new(point, Size::default());
            bounds = Some(bounds.map_or(spot, |held| held.union(&spot)));
        };
        for segment in &self.segments {
            match *segment {
                Segment::Move(to) | Segment::Line(to) => hold(to),
                Segment::Curve(first, second, to) => {
                    hold(first);
                    hold(second);
                    hold(to);
                }
                Segment::Close => {}
            }
        }
        bounds
    }
}
