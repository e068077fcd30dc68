//! Shapes as paths: filled, stroked or both, with the overprint that their ink and their thickness ask for.

use super::page::Painter;
use super::thin::{THIN, is_thin};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::Shape;

impl Painter<'_> {
    /// Paints a shape from `at`.
    pub(super) fn shape(&mut self, at: Point, shape: &Shape) {
        let Some(bounds) = shape.path.bounds() else { return };
        let fill = shape
            .fill
            .as_ref()
            .map(|color| color.overprints() && is_thin(&shape.path, bounds));
        let stroke = shape
            .stroke
            .as_ref()
            .map(|stroke| stroke.color.overprints() && stroke.width < THIN);
        let is_large_black = fill == Some(false) && shape.fill.as_ref().is_some_and(Color::overprints);
        if stroke.is_some() && fill.is_some() && (fill != stroke || is_large_black) {
            // At once, the line would not lie upon what it covers half of (ISO 32000-1, 11.7.4.4), and the area would count as thin as the
            // line about it.
            let area = Shape {
                stroke: None,
                ..shape.clone()
            };
            let line = Shape {
                fill: None,
                ..shape.clone()
            };
            self.shape_overprinting(at, &area, (fill, None));
            self.shape_overprinting(at, &line, (None, stroke));
        } else {
            self.shape_overprinting(at, shape, (fill, stroke));
        }
    }

    /// Paints a shape from `at`; says of its fill and of its stroke whether they overprint.
    pub(super) fn shape_overprinting(
        &mut self,
        at: Point,
        shape: &Shape,
        (fill, line): (Option<bool>, Option<bool>),
    ) {
        let stroke = shape.stroke.as_ref().filter(|stroke| stroke.width > Length::ZERO);
        let Some(bounds) = shape.path.bounds() else { return };
        let operator = match (&shape.fill, stroke) {
            (Some(_), Some(_)) => "B",
            (Some(_), None) => "f",
            (None, Some(_)) => "S",
            (None, None) => return,
        };
        self.overprint(fill, line);
        if let Some(color) = &shape.fill {
            self.fill_with(color);
        }
        if let Some(stroke) = stroke {
            self.stroke_with(stroke);
        }
        self.path(at, &shape.path, bounds);
        self.operators.op(&[], operator);
    }

    fn path(&mut self, at: Point, path: &Path, bounds: Rect) {
        if *path == Path::rect(bounds) {
            self.operators.op(&self.origin.rect(bounds.shifted(at)), "re");
            return;
        }
        let place = |point: Point| self.origin.point(at + point);
        self.operators.outline(path, place);
    }
}
