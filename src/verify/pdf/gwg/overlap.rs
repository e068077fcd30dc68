//! What lies under what (GWG D0031). Texts count by the boxes of their glyphs, shapes by their outlines and lines, pictures and gradients by
//! the boxes of what shows of them. A page costs bounded work; what is not looked at any more counts as lying under.

use std::cell::{Cell, OnceCell};

use hayro::kurbo::{BezPath, Line, PathEl, Point, Rect, flatten};

use super::super::{Element, FillRule, Kind, Path};
use super::elements::shows;

/// How far a curve may be from the lines that stand for it, in points.
const FLATNESS: f64 = 0.25;
/// Lines of one outline that are looked at; one with more counts by its box.
const LINES: usize = 2_000;
/// Comparisons for a page: of two boxes, or of a line with a box.
const COMPARISONS: u64 = 40_000_000;
/// A box has at least this size, in points, so that lines without width meet something.
const LEAST: f64 = 0.01;

/// All that a page paints, the lowest first.
pub(super) struct Ground<'d, 'f> {
    layers: Vec<Layer<'d, 'f>>,
    left: Cell<u64>,
}

struct Layer<'d, 'f> {
    element: &'d Element<'f>,
    /// Where it shows; none when it does not.
    area: Option<Rect>,
    shape: OnceCell<Footprint>,
}

/// What an element covers.
enum Footprint {
    /// These boxes.
    Boxes(Vec<Rect>),
    /// An outline: what is inside of it, and what is near to its lines.
    Outline {
        lines: Vec<Line>,
        filled: Option<FillRule>,
        reach: f64,
    },
}

impl<'d, 'f> Ground<'d, 'f> {
    pub(super) fn new(elements: &'d [Element<'f>]) -> Self {
        let layers = elements.iter().map(|element| Layer {
            element,
            area: element.visible.filter(|_| shows(element)),
            shape: OnceCell::new(),
        });
        Self {
            layers: layers.collect(),
            left: Cell::new(COMPARISONS),
        }
    }

    /// Whether anything of the first `order` elements lies under an element that shows in `area`. Where `element` is none it covers all of
    /// that.
    pub(super) fn lies_under(&self, order: usize, element: Option<&Element<'_>>, area: Rect) -> bool {
        let over = OnceCell::new();
        self.layers.iter().take(order).rev().any(|layer| {
            let Some(common) = layer.area.and_then(|own| shared(own, area)) else {
                return self.spends(1);
            };
            let boxes = over.get_or_init(|| element.map_or_else(|| vec![area], boxes_of));
            let footprint = layer.shape.get_or_init(|| footprint(layer.element));
            let mut parts = boxes.iter().filter_map(|part| shared(*part, common));
            parts.any(|part| self.covers(footprint, part))
        })
    }

    fn covers(&self, footprint: &Footprint, part: Rect) -> bool {
        match footprint {
            Footprint::Boxes(boxes) => {
                self.spends(boxes.len()) || boxes.iter().any(|own| shared(*own, part).is_some())
            }
            Footprint::Outline { lines, filled, reach } => {
                let near = part.inflate(*reach, *reach);
                self.spends(lines.len())
                    || lines.iter().any(|line| crosses(*line, near))
                    || filled.is_some_and(|rule| holds(lines, rule, part.center()))
            }
        }
    }

    /// Takes from what the page may cost; true when nothing is left.
    fn spends(&self, comparisons: usize) -> bool {
        self.left.set(self.left.get().saturating_sub(comparisons as u64));
        self.left.get() == 0
    }
}

/// What two boxes share, each of them at least [`LEAST`] wide and high.
pub(super) fn shared(one: Rect, other: Rect) -> Option<Rect> {
    let (one, other) = (at_least(one), at_least(other));
    let shared = one.intersect(other);
    (shared.width() > 0.0 && shared.height() > 0.0).then_some(shared)
}

fn at_least(area: Rect) -> Rect {
    let grow = |length: f64| ((LEAST - length) / 2.0).max(0.0);
    area.inflate(grow(area.width()), grow(area.height()))
}

/// The boxes of what is asked about: of each glyph, of each line of an outline that is only drawn, else of the whole.
fn boxes_of(element: &Element<'_>) -> Vec<Rect> {
    match footprint(element) {
        Footprint::Boxes(boxes) => boxes,
        Footprint::Outline {
            lines,
            filled: None,
            reach,
        } => lines
            .iter()
            .map(|line| Rect::from_points(line.p0, line.p1).inflate(reach, reach))
            .collect(),
        Footprint::Outline { .. } => vec![element.bounds],
    }
}

fn footprint(element: &Element<'_>) -> Footprint {
    match &element.kind {
        Kind::Text(text) => {
            let reach = element.stroke.as_ref().map_or(0.0, |_| text.line.width / 2.0);
            let glyphs = text.glyphs.iter().filter_map(|glyph| text.font.bounds(glyph));
            let own: Vec<Rect> = glyphs.map(|glyph| glyph.inflate(reach, reach)).collect();
            // The glyphs of some fonts have no outlines.
            let is_whole = own.is_empty() && !text.says().trim().is_empty() || !text.content.is_empty();
            Footprint::Boxes(if is_whole { vec![element.bounds] } else { own })
        }
        Kind::Path(path) => outline(element, path),
        Kind::Image(_) | Kind::ImageMask(_) | Kind::Shading(_) => Footprint::Boxes(vec![element.bounds]),
    }
}

fn outline(element: &Element<'_>, path: &Path) -> Footprint {
    let filled = element.fill.as_ref().map(|_| path.rule);
    match lines_of(&path.outline, filled.is_some()) {
        Some(lines) => Footprint::Outline {
            lines,
            filled,
            reach: element.stroke.as_ref().map_or(0.0, |_| path.line.width / 2.0),
        },
        None => Footprint::Boxes(vec![element.bounds]),
    }
}

/// The lines of an outline, curves made flat; with those that close what is filled. None when there are too many, or none.
fn lines_of(outline: &BezPath, is_filled: bool) -> Option<Vec<Line>> {
    if outline.elements().len() > LINES {
        return None;
    }
    let mut lines = Vec::new();
    let (mut begun, mut here) = (Point::ZERO, Point::ZERO);
    flatten(outline, FLATNESS, |element| {
        let next = match element {
            PathEl::MoveTo(point) => {
                if is_filled && here != begun {
                    lines.push(Line::new(here, begun));
                }
                begun = point;
                here = point;
                return;
            }
            PathEl::LineTo(point) => point,
            _ => begun,
        };
        if lines.len() <= LINES {
            lines.push(Line::new(here, next));
        }
        here = next;
    });
    if is_filled && here != begun {
        lines.push(Line::new(here, begun));
    }
    (1..=LINES).contains(&lines.len()).then_some(lines)
}

/// Whether any of a line lies in a box (Liang and Barsky: each side of the box cuts off what lies beyond it).
fn crosses(line: Line, area: Rect) -> bool {
    let along = line.p1 - line.p0;
    let sides = [
        (-along.x, line.p0.x - area.x0),
        (along.x, area.x1 - line.p0.x),
        (-along.y, line.p0.y - area.y0),
        (along.y, area.y1 - line.p0.y),
    ];
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (outwards, room) in sides {
        if outwards == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if outwards < 0.0 {
            from = from.max(room / outwards);
        } else {
            to = to.min(room / outwards);
        }
    }
    from <= to
}

/// Whether a point lies inside of closed lines.
fn holds(lines: &[Line], rule: FillRule, point: Point) -> bool {
    let mut winding = 0_i64;
    for line in lines {
        let is_upwards = line.p0.y <= point.y && line.p1.y > point.y;
        let is_downwards = line.p1.y <= point.y && line.p0.y > point.y;
        let side = (line.p1 - line.p0).cross(point - line.p0);
        if is_upwards && side > 0.0 {
            winding += 1;
        } else if is_downwards && side < 0.0 {
            winding -= 1;
        }
    }
    match rule {
        FillRule::NonZero => winding != 0,
        FillRule::EvenOdd => winding % 2 != 0,
    }
}

#[cfg(test)]
mod tests {
    use hayro::kurbo::Shape;

    use super::*;

    fn ring() -> Vec<Line> {
        let mut ring = Rect::new(0.0, 0.0, 100.0, 100.0).to_path(0.1);
        ring.extend(Rect::new(20.0, 20.0, 80.0, 80.0).to_path(0.1));
        lines_of(&ring, true).unwrap()
    }

    #[test]
    fn a_hole_is_not_inside() {
        let lines = ring();
        let at = |x, y, rule| holds(&lines, rule, Point::new(x, y));
        assert!(at(10.0, 50.0, FillRule::EvenOdd));
        assert!(!at(50.0, 50.0, FillRule::EvenOdd));
        assert!(at(50.0, 50.0, FillRule::NonZero));
        assert!(!at(110.0, 50.0, FillRule::NonZero));
    }

    #[test]
    fn a_line_crosses_a_box_or_passes_it_by() {
        let area = Rect::new(10.0, 10.0, 20.0, 20.0);
        let line = |x0, y0, x1, y1| crosses(Line::new((x0, y0), (x1, y1)), area);
        assert!(line(0.0, 15.0, 30.0, 15.0));
        assert!(line(0.0, 0.0, 30.0, 30.0));
        assert!(line(12.0, 12.0, 13.0, 13.0));
        assert!(!line(0.0, 15.0, 9.0, 15.0));
        assert!(!line(0.0, 12.0, 12.0, 25.0));
    }
}
