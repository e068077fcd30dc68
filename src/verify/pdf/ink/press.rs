//! Prints elements onto plates.

use std::rc::Rc;

use hayro::kurbo::Affine;

use super::canvas::{Canvas, Touch};
use super::coats::Coats;
use super::coverage::{Area, Mask};
use super::lines;
use super::masks::Kept;
use super::samples::Store;
use crate::verify::pdf::element::{Blend, Element, FillRule, Kind};
use crate::verify::pdf::limits::Budget;

/// Masks within masks, cells within cells and groups within groups.
pub(super) const DEEPEST: usize = 12;

/// A press: it puts coats on a canvas.
pub(super) struct Press<'a> {
    pub(super) canvas: Canvas,
    /// From default user space to pixels.
    pub(super) place: Affine,
    pub(super) coats: &'a Coats,
    pub(super) budget: &'a Budget,
    pub(super) pictures: &'a Store,
    /// What each element is cut by beside its own clip: that of the pattern it belongs to.
    pub(super) stencils: Vec<Rc<Mask>>,
    /// How opaque everything is beside its own opacity.
    pub(super) alpha: f32,
    pub(super) depth: usize,
    /// The most ink that a single point of a picture has; averages over pixels hide it.
    pub(super) peak: f32,
    pub(super) truncated: bool,
    pub(super) kept: Kept,
}

impl<'a> Press<'a> {
    pub(super) fn new(
        canvas: Canvas,
        place: Affine,
        coats: &'a Coats,
        budget: &'a Budget,
        pictures: &'a Store,
    ) -> Self {
        Self {
            canvas,
            place,
            coats,
            budget,
            pictures,
            stencils: Vec::new(),
            alpha: 1.0,
            depth: 0,
            peak: 0.0,
            truncated: false,
            kept: Kept::default(),
        }
    }

    /// Takes pixels, or other small steps, from what may be done; false when there are not so many left.
    pub(super) fn spend(&mut self, pixels: usize) -> bool {
        let is_enough = self.budget.take(pixels as u64);
        self.truncated |= !is_enough;
        is_enough
    }

    pub(super) fn element(&mut self, element: &Element<'_>) {
        if !element.is_for_paper() {
            return;
        }
        let Some(visible) = element.visible else { return };
        let shown = self.place.transform_rect_bbox(visible);
        let Some(area) = Area::of(shown, self.canvas.area) else {
            return;
        };
        if is_see_through_twice(element) && self.depth < DEEPEST && self.spend(area.pixels() * 4) {
            return self.as_one(element, area);
        }
        self.parts(element, area);
    }

    /// What is filled and stroked is one thing: the line covers the half of it that lies on the ground (ISO 32000-2, 11.7.4.4).
    fn as_one(&mut self, element: &Element<'_>, area: Area) {
        let own = self.canvas.on(area, true);
        let outer = std::mem::replace(&mut self.canvas, own);
        let kept = std::mem::take(&mut self.kept);
        self.depth += 1;
        self.parts(element, area);
        self.depth -= 1;
        self.kept = kept;
        let own = std::mem::replace(&mut self.canvas, outer);
        self.lay(&own, None, 1.0, Blend::Normal);
    }

    fn parts(&mut self, element: &Element<'_>, area: Area) {
        match &element.kind {
            Kind::Path(path) => {
                if let Some(paint) = &element.fill {
                    let outline = self.place * (*path.outline).clone();
                    self.fill(element, paint, &outline, path.rule, area);
                }
                if let Some(paint) = &element.stroke {
                    let outline = lines::outline(&path.outline, &path.line, element.matrix, self.place);
                    self.stroke(element, paint, &outline, area);
                }
            }
            Kind::Text(text) => {
                for inner in &text.content {
                    self.element(inner);
                }
                let outline = text.outline();
                if let Some(paint) = &element.fill {
                    let outline = self.place * outline.clone();
                    self.fill(element, paint, &outline, FillRule::NonZero, area);
                }
                if let Some(paint) = &element.stroke {
                    let outline = lines::outline(&outline, &text.line, element.matrix, self.place);
                    self.stroke(element, paint, &outline, area);
                }
            }
            Kind::Image(image) => self.image(element, image, area),
            Kind::ImageMask(image) => self.image_mask(element, image, area),
            Kind::Shading(shading) => {
                let mask = self.cut(Mask::whole(area), element);
                self.shade(
                    element.blend,
                    element.fill_alpha,
                    element.fill.as_ref(),
                    shading,
                    &mask,
                );
            }
        }
    }

    /// Lays a part that was printed by itself.
    pub(super) fn lay(&mut self, part: &Canvas, mask: Option<&Mask>, alpha: f64, blend: Blend) {
        let area = part.area;
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                let (coat, opacity) = part.taken(x, y);
                let through = mask.map_or(1.0, |mask| mask.at(x, y));
                // Where the part has nothing it has no shape either.
                let touch = Touch {
                    shape: if opacity > 0.0 { 1.0 } else { 0.0 },
                    opacity: opacity * through * alpha as f32,
                    blend,
                };
                if touch.opacity > 0.0 {
                    self.canvas.coat(x, y, &coat, touch);
                }
            }
        }
    }
}

/// Whether the line of an element and the ground under it would both show where they meet.
fn is_see_through_twice(element: &Element<'_>) -> bool {
    let is_plain = element.stroke_alpha >= 1.0 && element.blend == Blend::Normal;
    element.fill.is_some() && element.stroke.is_some() && !is_plain
}
