//! How much of each pixel an outline covers: exact across, four lines down.

use hayro::kurbo::{BezPath, PathEl, Point, Rect, flatten};

use crate::verify::pdf::element::FillRule;

/// Lines that each row of pixels is looked at along.
const LINES: usize = 4;
/// How far a flattened curve may lie beside the curve, in pixels.
const TOLERANCE: f64 = 0.1;
/// Crossings of lines that one outline may have; one that has more is cut.
const CROSSINGS: usize = 20_000_000;

/// Pixels, a rectangle of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Area {
    /// The pixels that a rectangle touches, within others; none when there are none.
    pub(super) fn of(rect: Rect, within: Self) -> Option<Self> {
        let cut = |value: f64, from: usize, length: usize| {
            value.clamp(from as f64, (from + length) as f64) as usize
        };
        let x = cut(rect.x0.floor(), within.x, within.width);
        let y = cut(rect.y0.floor(), within.y, within.height);
        let right = cut(rect.x1.ceil(), within.x, within.width);
        let bottom = cut(rect.y1.ceil(), within.y, within.height);
        (right > x && bottom > y).then(|| Self {
            x,
            y,
            width: right - x,
            height: bottom - y,
        })
    }

    pub(super) const fn pixels(self) -> usize {
        self.width * self.height
    }
}

/// How much of each pixel of an area is covered: 0 to 1.
#[derive(Clone, Debug)]
pub(super) struct Mask {
    pub(super) area: Area,
    pub(super) values: Vec<f32>,
}

impl Mask {
    /// Everything is covered.
    pub(super) fn whole(area: Area) -> Self {
        Self {
            area,
            values: vec![1.0; area.pixels()],
        }
    }

    /// Nothing is covered.
    pub(super) const fn none(at: Area) -> Self {
        let area = Area {
            width: 0,
            height: 0,
            ..at
        };
        Self {
            area,
            values: Vec::new(),
        }
    }

    /// The pixels that are covered, and how much of each.
    pub(super) fn left(&self) -> impl Iterator<Item = (usize, usize, f32)> {
        let area = self.area;
        let rows = self.values.chunks(area.width.max(1)).zip(area.y..);
        let pixels =
            rows.flat_map(move |(row, y)| row.iter().zip(area.x..).map(move |(value, x)| (x, y, value)));
        // A thousandth of a pixel is what rounding leaves.
        pixels
            .filter(|(.., value)| **value > 0.001)
            .map(|(x, y, value)| (x, y, value.min(1.0)))
    }

    pub(super) fn at(&self, x: usize, y: usize) -> f32 {
        let area = self.area;
        if x < area.x || y < area.y || x >= area.x + area.width {
            return 0.0;
        }
        let place = (y - area.y) * area.width + (x - area.x);
        self.values.get(place).copied().unwrap_or(0.0)
    }

    /// Leaves what the other leaves, too. Where both cover a pixel in part it is mostly by one edge that they share, as a rectangle does
    /// with the clip that was made for it; so the smaller part is left, not a part of a part.
    pub(super) fn cut_by(&mut self, other: &Self) {
        self.changed_by(other, f32::min);
    }

    /// Lets as much through as the other does.
    pub(super) fn dimmed_by(&mut self, other: &Self) {
        self.changed_by(other, |own, other| own * other);
    }

    fn changed_by(&mut self, other: &Self, change: impl Fn(f32, f32) -> f32) {
        let area = self.area;
        for (row, values) in self.values.chunks_mut(area.width.max(1)).enumerate() {
            for (column, value) in values.iter_mut().enumerate() {
                if *value > 0.0 {
                    *value = change(*value, other.at(area.x + column, area.y + row));
                }
            }
        }
    }

    /// What an outline covers, given in pixels with the y axis downwards, and how often it crosses the lines that were looked at.
    pub(super) fn of(outline: &BezPath, rule: FillRule, within: Area) -> (Self, usize) {
        let mut lines: Vec<Vec<(f32, i32)>> = vec![Vec::new(); within.height * LINES];
        let mut crossings = 0;
        let (mut begun, mut here) = (Point::ZERO, Point::ZERO);
        let mut edge = |from: Point, to: Point| cross(from, to, within, &mut lines, &mut crossings);
        flatten(outline.iter(), TOLERANCE, |element| match element {
            PathEl::MoveTo(point) => {
                edge(here, begun);
                (begun, here) = (point, point);
            }
            PathEl::LineTo(point) => {
                edge(here, point);
                here = point;
            }
            PathEl::ClosePath => {
                edge(here, begun);
                here = begun;
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        edge(here, begun);
        let mut values = vec![0.0; within.pixels()];
        for (line, crossed) in lines.iter_mut().enumerate() {
            crossed.sort_by(|one, other| one.0.total_cmp(&other.0));
            let begin = line / LINES * within.width;
            if let Some(row) = values.get_mut(begin..begin + within.width) {
                fill(row, crossed, rule);
            }
        }
        (Self { area: within, values }, crossings)
    }
}

/// Notes where an edge crosses the lines, and which way it leads. Places are measured from the left of the area.
fn cross(from: Point, to: Point, within: Area, lines: &mut [Vec<(f32, i32)>], crossings: &mut usize) {
    if from.y == to.y || !(from.is_finite() && to.is_finite()) {
        return;
    }
    let (upper, lower, way) = if from.y < to.y {
        (from, to, 1)
    } else {
        (to, from, -1)
    };
    let scale = LINES as f64;
    // Line n lies at (n + 0.5) / LINES below the top of the area.
    let line_at = |y: f64| {
        ((y - within.y as f64) * scale - 0.5)
            .ceil()
            .clamp(0.0, lines.len() as f64) as usize
    };
    let (first, last) = (line_at(upper.y), line_at(lower.y));
    let slope = (lower.x - upper.x) / (lower.y - upper.y);
    for (line, crossed) in lines.iter_mut().enumerate().take(last).skip(first) {
        *crossings += 1;
        if *crossings > CROSSINGS {
            return;
        }
        let y = within.y as f64 + (line as f64 + 0.5) / scale;
        let x = upper.x + (y - upper.y) * slope - within.x as f64;
        crossed.push((x.clamp(0.0, within.width as f64) as f32, way));
    }
}

/// Adds what lies inside along one line to a row of pixels.
fn fill(row: &mut [f32], crossed: &[(f32, i32)], rule: FillRule) {
    let mut winding = 0;
    let mut begun = 0.0;
    for (x, way) in crossed {
        let was_inside = is_inside(winding, rule);
        winding += way;
        match (was_inside, is_inside(winding, rule)) {
            (false, true) => begun = *x,
            (true, false) => add(row, begun, *x),
            _ => {}
        }
    }
}

const fn is_inside(winding: i32, rule: FillRule) -> bool {
    match rule {
        FillRule::NonZero => winding != 0,
        FillRule::EvenOdd => winding % 2 != 0,
    }
}

fn add(row: &mut [f32], from: f32, to: f32) {
    const SHARE: f32 = 1.0 / LINES as f32;
    let (first, last) = (from as usize, to as usize);
    if first == last {
        if let Some(pixel) = row.get_mut(first) {
            *pixel += (to - from) * SHARE;
        }
        return;
    }
    if let Some(pixel) = row.get_mut(first) {
        *pixel += (first as f32 + 1.0 - from) * SHARE;
    }
    for pixel in row.iter_mut().take(last).skip(first + 1) {
        *pixel += SHARE;
    }
    if let Some(pixel) = row.get_mut(last) {
        *pixel += (to - last as f32) * SHARE;
    }
}

#[cfg(test)]
mod tests {
    use hayro::kurbo::{Circle, Shape};

    use super::*;

    const PAGE: Area = Area {
        x: 0,
        y: 0,
        width: 40,
        height: 40,
    };

    fn covered(outline: &BezPath, rule: FillRule) -> f64 {
        let (mask, _) = Mask::of(outline, rule, PAGE);
        mask.values.iter().map(|value| f64::from(*value)).sum()
    }

    #[test]
    fn a_rectangle_covers_its_area_to_a_part_of_a_pixel() {
        let outline = Rect::new(3.25, 4.5, 13.75, 10.25).to_path(0.1);
        assert!((covered(&outline, FillRule::NonZero) - 10.5 * 5.75).abs() < 0.01);
    }

    #[test]
    fn a_circle_covers_its_area() {
        let outline = Circle::new((20.0, 20.0), 12.0).to_path(0.01);
        let area = std::f64::consts::PI * 144.0;
        assert!((covered(&outline, FillRule::NonZero) - area).abs() < area * 0.01);
    }

    #[test]
    fn what_winds_twice_is_a_hole_only_where_odd_counts() {
        let mut outline = Rect::new(0.0, 0.0, 20.0, 20.0).to_path(0.1);
        outline.extend(Rect::new(5.0, 5.0, 10.0, 10.0).to_path(0.1));
        assert!((covered(&outline, FillRule::NonZero) - 400.0).abs() < 0.01);
        assert!((covered(&outline, FillRule::EvenOdd) - 375.0).abs() < 0.01);
    }

    #[test]
    fn what_lies_outside_is_cut() {
        let outline = Rect::new(-1e9, -1e9, 1e9, 1.0).to_path(0.1);
        assert!((covered(&outline, FillRule::NonZero) - 40.0).abs() < 0.01);
    }
}
