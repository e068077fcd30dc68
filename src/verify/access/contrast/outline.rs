//! Outlines as straight lines, to be asked whether a place lies inside of them or on the line along them. Places are points on the page.

use crate::geom::{Path, Point, Segment};

/// A place, in points from the top left corner of the trim.
pub(super) type Place = (f64, f64);

/// A curve becomes so many straight lines: a circle of 20 mm is then off by 0.05 mm.
const STEPS: u32 = 12;

/// An outline of straight lines.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    lines: Vec<(Place, Place)>,
    pub(super) bounds: Bounds,
}

/// Left, top, right and bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds(pub(super) [f64; 4]);

impl Bounds {
    pub(super) const NOTHING: Self = Self([f64::MAX, f64::MAX, f64::MIN, f64::MIN]);

    pub(super) fn hold(&mut self, (x, y): Place) {
        let Self([left, top, right, bottom]) = *self;
        *self = Self([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
    }

    pub(super) fn shared(self, other: Self) -> Self {
        let (Self(one), Self(two)) = (self, other);
        Self([
            one[0].max(two[0]),
            one[1].max(two[1]),
            one[2].min(two[2]),
            one[3].min(two[3]),
        ])
    }

    pub(super) fn outset(self, by: f64) -> Self {
        let Self([left, top, right, bottom]) = self;
        Self([left - by, top - by, right + by, bottom + by])
    }

    pub(super) fn is_nothing(self) -> bool {
        let Self([left, top, right, bottom]) = self;
        left > right || top > bottom
    }

    pub(super) fn touches(self, other: Self) -> bool {
        !self.shared(other).is_nothing()
    }

    pub(super) fn contains(self, (x, y): Place) -> bool {
        let Self([left, top, right, bottom]) = self;
        left <= x && x <= right && top <= y && y <= bottom
    }

    pub(super) fn covers(self, other: Self) -> bool {
        let Self([left, top, right, bottom]) = other;
        self.contains((left, top)) && self.contains((right, bottom))
    }
}

impl Outline {
    /// An outline whose points lie where `place` has them. To be filled, each of its parts is closed.
    pub(super) fn new(path: &Path, is_filled: bool, place: &dyn Fn(Point) -> Place) -> Self {
        let mut lines = Vec::new();
        let (mut start, mut here) = ((0.0, 0.0), (0.0, 0.0));
        for segment in &path.segments {
            match *segment {
                Segment::Move(to) => {
                    if is_filled && here != start {
                        lines.push((here, start));
                    }
                    start = place(to);
                    here = start;
                }
                Segment::Line(to) => {
                    let to = place(to);
                    lines.push((here, to));
                    here = to;
                }
                Segment::Curve(first, second, to) => {
                    let points = [here, place(first), place(second), place(to)];
                    for step in 1..=STEPS {
                        let next = on_curve(points, f64::from(step) / f64::from(STEPS));
                        lines.push((here, next));
                        here = next;
                    }
                }
                Segment::Close => {
                    lines.push((here, start));
                    here = start;
                }
            }
        }
        if is_filled && here != start {
            lines.push((here, start));
        }
        let mut bounds = Bounds::NOTHING;
        for (from, to) in &lines {
            bounds.hold(*from);
            bounds.hold(*to);
        }
        Self { lines, bounds }
    }

    /// How many lines have to be looked at to ask it.
    pub(super) const fn cost(&self) -> usize {
        self.lines.len()
    }

    /// Whether it is a rectangle along the edges of the page, all of whose bounds it fills.
    pub(super) fn is_block(&self) -> bool {
        let is_level = |(from, to): &(Place, Place)| from.0 == to.0 || from.1 == to.1;
        let lines: Vec<_> = self.lines.iter().filter(|(from, to)| from != to).collect();
        lines.len() == 4 && lines.iter().all(|line| is_level(line))
    }

    /// Whether a place lies inside (ISO 32000-1, 8.5.3.3).
    pub(super) fn contains(&self, (x, y): Place, even_odd: bool) -> bool {
        if !self.bounds.contains((x, y)) {
            return false;
        }
        let (mut winding, mut crossings) = (0_i64, 0_u64);
        for ((x1, y1), (x2, y2)) in &self.lines {
            if (*y1 <= y) == (*y2 <= y) {
                continue;
            }
            let crossed = x1 + (y - y1) / (y2 - y1) * (x2 - x1);
            if crossed > x {
                crossings += 1;
                winding += if y1 < y2 { 1 } else { -1 };
            }
        }
        if even_odd {
            crossings % 2 == 1
        } else {
            winding != 0
        }
    }

    /// Whether a place lies no farther than that from its lines.
    pub(super) fn is_near(&self, place: Place, distance: f64) -> bool {
        let near = |line: &(Place, Place)| squared_distance(place, *line) <= distance * distance;
        self.bounds.outset(distance).contains(place) && self.lines.iter().any(near)
    }

    /// Places along it, no more than `most`.
    pub(super) fn places(&self, most: usize) -> impl Iterator<Item = Place> {
        let step = self.lines.len().div_ceil(most).max(1);
        let lines = self.lines.iter().step_by(step);
        lines.map(|((x1, y1), (x2, y2))| (x1.midpoint(*x2), y1.midpoint(*y2)))
    }
}

fn on_curve(points: [Place; 4], at: f64) -> Place {
    let rest = 1.0 - at;
    let weights = [
        rest * rest * rest,
        3.0 * rest * rest * at,
        3.0 * rest * at * at,
        at * at * at,
    ];
    let all = || points.iter().zip(weights);
    (
        all().map(|(point, weight)| point.0 * weight).sum(),
        all().map(|(point, weight)| point.1 * weight).sum(),
    )
}

fn squared_distance((x, y): Place, ((x1, y1), (x2, y2)): (Place, Place)) -> f64 {
    let (along, up) = (x2 - x1, y2 - y1);
    let length = along * along + up * up;
    let part = if length > 0.0 {
        (((x - x1) * along + (y - y1) * up) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let (dx, dy) = (x - x1 - part * along, y - y1 - part * up);
    dx * dx + dy * dy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Length, Rect, Size};

    fn plain(point: Point) -> Place {
        (point.x.to_pt(), point.y.to_pt())
    }

    #[test]
    fn inside_of_a_circle_is_not_the_corner_of_its_bounds() {
        let circle = Path::circle(Point::new(Length::pt(10), Length::pt(10)), Length::pt(10));
        let circle = Outline::new(&circle, true, &plain);
        assert!(circle.contains((10.0, 10.0), false));
        assert!(circle.contains((10.0, 0.1), false));
        assert!(!circle.contains((1.0, 1.0), false));
        assert!(!circle.is_block());
        assert!(circle.is_near((0.0, 10.5), 1.0) && !circle.is_near((10.0, 10.0), 1.0));
    }

    #[test]
    fn a_hole_is_inside_by_one_rule_and_outside_by_the_other() {
        let square = |from: i64, side: i64| {
            let corner = Point::new(Length::pt(from), Length::pt(from));
            Path::rect(Rect::new(corner, Size::new(Length::pt(side), Length::pt(side))))
        };
        let mut both = square(0, 30);
        both.segments.extend(square(10, 10).segments);
        let both = Outline::new(&both, true, &plain);
        assert!(both.contains((15.0, 15.0), false) && !both.contains((15.0, 15.0), true));
        assert!(Outline::new(&square(0, 30), true, &plain).is_block());
    }
}
