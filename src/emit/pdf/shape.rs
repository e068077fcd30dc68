//! Shapes as paths: filled, stroked or both, with the overprint that their ink and their thickness ask for.

use super::page::Painter;
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::Shape;

/// Black lines and bars below this overprint, like black text: knocked out of a colour, the slightest misregister would
/// show as a white edge (GWG 2022, R0010). Larger black areas knock out, since what lies below would show through.
pub(super) const THIN: Length = Length::pt(2);

impl Painter<'_> {
    /// Paints a shape from `at`.
    pub(super) fn shape(&mut self, at: Point, shape: &Shape) {
        let Some(bounds) = shape.path.bounds() else { return };
        let thin_fill = bounds.size.width.min(bounds.size.height) < THIN;
        let fill = shape.fill.as_ref().map(|color| color.overprints() && thin_fill);
        let stroke = shape
            .stroke
            .as_ref()
            .map(|stroke| stroke.color.overprints() && stroke.width < THIN);
        self.shape_overprinting(at, shape, (fill, stroke));
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
