//! Pours paints through masks: flat colours, patterns, shadings and pictures.

use hayro::kurbo::{BezPath, Shape};

use super::canvas::{Coat, Touch};
use super::coverage::{Area, Mask};
use super::picture::Sampler;
use super::press::{DEEPEST, Press};
use super::shade::Shader;
use super::tiles;
use crate::verify::pdf::element::{Blend, Element, FillRule, Image, Shading};
use crate::verify::pdf::paint::{Paint, Pattern};

/// What a segment of an outline costs, in pixels.
const SEGMENT: usize = 8;

impl Press<'_> {
    pub(super) fn fill(
        &mut self,
        element: &Element<'_>,
        paint: &Paint<'_>,
        outline: &BezPath,
        rule: FillRule,
        area: Area,
    ) {
        if let Some(mask) = self.mask_of(element, outline, rule, area) {
            self.pour(element, paint, &mask, element.fill_alpha);
        }
    }

    pub(super) fn stroke(&mut self, element: &Element<'_>, paint: &Paint<'_>, outline: &BezPath, area: Area) {
        if let Some(mask) = self.mask_of(element, outline, FillRule::NonZero, area) {
            self.pour(element, paint, &mask, element.stroke_alpha);
        }
    }

    fn mask_of(
        &mut self,
        element: &Element<'_>,
        outline: &BezPath,
        rule: FillRule,
        area: Area,
    ) -> Option<Mask> {
        let area = Area::of(outline.bounding_box(), area)?;
        if !self.spend(area.pixels() * 2 + outline.elements().len() * SEGMENT) {
            return None;
        }
        let mask = self.covered(outline, rule, area);
        Some(self.cut(mask, element))
    }

    /// What an outline covers, paid for by how often it crosses lines.
    pub(super) fn covered(&mut self, outline: &BezPath, rule: FillRule, area: Area) -> Mask {
        let (mask, crossings) = Mask::of(outline, rule, area);
        self.spend(crossings * 4);
        mask
    }

    /// Pours a paint through a mask.
    fn pour(&mut self, element: &Element<'_>, paint: &Paint<'_>, mask: &Mask, alpha: f64) {
        match paint.pattern.as_deref() {
            None if paint.space.is_of_no_ink() => {}
            None => {
                let coat = self.coats.flat(paint);
                self.flat(mask, alpha, element.blend, &coat, 1.0);
            }
            Some(Pattern::Shading(shading)) => {
                self.shade(element.blend, alpha, Some(paint), shading, mask);
            }
            Some(Pattern::Tiling(tiling)) => {
                if self.depth >= DEEPEST {
                    self.truncated = true;
                    return;
                }
                tiles::lay(self, tiling, mask, alpha, element.blend);
            }
            Some(Pattern::Unknown) => {}
        }
    }

    pub(super) fn shade(
        &mut self,
        blend: Blend,
        alpha: f64,
        paint: Option<&Paint<'_>>,
        shading: &Shading<'_>,
        mask: &Mask,
    ) {
        let place = self.place * shading.matrix;
        let Some(shader) = Shader::new(shading, place, self.canvas.area) else {
            self.truncated = true;
            return;
        };
        if !self.spend(shader.made) {
            return;
        }
        let coats = self.coats;
        // What is laid by `sh` has no background (ISO 32000-2, table 77).
        let is_pattern = paint.is_some_and(|paint| paint.pattern.is_some());
        self.spread(mask, alpha, blend, shader.costs, |x, y| {
            let components = shader.at(x, y, is_pattern)?;
            Some((coats.one_of_many(paint, &shading.space, &components), 1.0))
        });
    }

    pub(super) fn image(&mut self, element: &Element<'_>, image: &Image<'_>, area: Area) {
        if image.space.as_ref().is_some_and(|space| space.is_of_no_ink()) {
            return;
        }
        let mask = self.cut(Mask::whole(area), element);
        let Some(sampler) = self.sampler(element, image) else {
            return;
        };
        let mut peak = 0.0_f32;
        let coats = self.coats;
        let plates = coats.plates();
        let paint = element.fill.as_ref();
        self.spread(
            &mask,
            element.fill_alpha,
            element.blend,
            sampler.costs(),
            |x, y| {
                let (coat, share, point) = sampler.coat(x, y, coats, paint)?;
                if mask.at(x, y) * share > 0.99 {
                    peak = peak.max(point.total(plates));
                }
                Some((coat, share))
            },
        );
        if element.fill_alpha > 0.99 && self.canvas.is_page() {
            self.peak = self.peak.max(peak);
        }
    }

    pub(super) fn image_mask(&mut self, element: &Element<'_>, image: &Image<'_>, area: Area) {
        let Some(sampler) = self.sampler(element, image) else {
            return;
        };
        if !self.spend(area.pixels() * sampler.costs()) {
            return;
        }
        let mut mask = Mask::whole(area);
        for (row, values) in mask.values.chunks_mut(area.width).enumerate() {
            for (column, value) in values.iter_mut().enumerate() {
                *value = sampler.stencil(area.x + column, area.y + row);
            }
        }
        let mask = self.cut(mask, element);
        if let Some(paint) = &element.fill {
            self.pour(element, paint, &mask, element.fill_alpha);
        }
    }

    /// Unpacks a picture, unless that is more than may be done, or it is damaged.
    fn sampler<'f>(&mut self, element: &Element<'_>, image: &Image<'f>) -> Option<Sampler<'f>> {
        let sampler = Sampler::new(image, self.pictures, self.place * element.matrix, self.budget);
        self.truncated |= sampler.is_none();
        sampler
    }

    /// Coats every pixel that a mask leaves with the same.
    pub(super) fn flat(&mut self, mask: &Mask, alpha: f64, blend: Blend, coat: &Coat, opacity: f32) {
        if !self.spend(mask.area.pixels() * self.canvas.plates()) {
            return;
        }
        let opacity = alpha as f32 * self.alpha * opacity;
        if blend == Blend::Normal && self.canvas.is_page() {
            return self.canvas.coat_all(mask, coat, opacity);
        }
        for (x, y, shape) in mask.left() {
            let touch = Touch {
                shape,
                opacity,
                blend,
            };
            self.canvas.coat(x, y, coat, touch);
        }
    }

    /// Coats every pixel that a mask leaves; `costs` is what it costs to ask for the coat of one.
    fn spread(
        &mut self,
        mask: &Mask,
        alpha: f64,
        blend: Blend,
        costs: usize,
        mut coat_at: impl FnMut(usize, usize) -> Option<(Coat, f32)>,
    ) {
        if !self.spend(mask.area.pixels() * (self.canvas.plates() + costs)) {
            return;
        }
        let alpha = alpha as f32 * self.alpha;
        for (x, y, shape) in mask.left() {
            if let Some((coat, opacity)) = coat_at(x, y) {
                let opacity = opacity * alpha;
                self.canvas.coat(
                    x,
                    y,
                    &coat,
                    Touch {
                        shape,
                        opacity,
                        blend,
                    },
                );
            }
        }
    }
}
