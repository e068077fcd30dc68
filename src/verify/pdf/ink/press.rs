//! Prints a display list onto plates.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro::kurbo::{Affine, BezPath, Shape};

use super::canvas::{Canvas, Coat};
use super::coats::{Coats, Meaning};
use super::coverage::{Area, Mask};
use super::shade::Shader;
use super::{lines, picture, tiles};
use crate::verify::pdf::display::{Display, Group, SoftMask};
use crate::verify::pdf::element::{Blend, Clip, Element, FillRule, Image, Kind, Shading};
use crate::verify::pdf::limits::Budget;
use crate::verify::pdf::paint::{Paint, Pattern};

/// Masks that are kept for the next element, in pixels of all together.
const KEPT: usize = 64 << 20;
/// Groups within groups that have plates of their own.
const GROUPS: usize = 6;
/// Masks within masks and cells within cells.
const DEEPEST: usize = 12;

/// A press: it puts coats on a canvas.
pub(super) struct Press<'a> {
    pub(super) canvas: Canvas,
    /// From default user space to pixels.
    pub(super) place: Affine,
    pub(super) coats: &'a Coats,
    pub(super) budget: &'a Budget,
    pub(super) pictures: &'a picture::Store,
    /// What each element is cut by beside its own clip: that of the pattern it belongs to.
    pub(super) stencils: Vec<Rc<Mask>>,
    /// How opaque everything is beside its own opacity.
    pub(super) alpha: f32,
    pub(super) depth: usize,
    /// The most ink that a single point of a picture has; averages over pixels hide it.
    pub(super) peak: f32,
    pub(super) truncated: bool,
    clips: BTreeMap<usize, Rc<Mask>>,
    masks: BTreeMap<usize, Rc<Mask>>,
    kept: usize,
}

impl<'a> Press<'a> {
    pub(super) const fn new(
        canvas: Canvas,
        place: Affine,
        coats: &'a Coats,
        budget: &'a Budget,
        pictures: &'a picture::Store,
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
            clips: BTreeMap::new(),
            masks: BTreeMap::new(),
            kept: 0,
        }
    }

    /// Prints a display list, its groups as one each where that makes a difference.
    pub(super) fn display(&mut self, display: &Display<'_>) {
        let groups: Vec<&Group<'_>> = display
            .groups
            .iter()
            .filter(|group| matters(group, display))
            .collect();
        self.run(&display.elements, 0, &groups, 0);
    }

    /// Prints elements, the first of which is number `first` of the display list.
    fn run(&mut self, elements: &[Element<'_>], first: usize, groups: &[&Group<'_>], depth: usize) {
        let mut at = 0;
        let mut waiting = groups;
        while let Some(element) = elements.get(at) {
            let Some((group, rest)) = waiting.split_first() else {
                self.element(element);
                at += 1;
                continue;
            };
            if group.elements.start > first + at {
                self.element(element);
                at += 1;
                continue;
            }
            let inner = rest
                .iter()
                .take_while(|inner| inner.elements.end <= group.elements.end)
                .count();
            let (inside, after) = rest.split_at(inner);
            let end = group.elements.end.saturating_sub(first).clamp(at, elements.len());
            self.group(
                elements.get(at..end).unwrap_or_default(),
                first + at,
                group,
                inside,
                depth,
            );
            waiting = after;
            if end == at {
                continue;
            }
            at = end;
        }
    }

    fn group(
        &mut self,
        elements: &[Element<'_>],
        first: usize,
        group: &Group<'_>,
        inside: &[&Group<'_>],
        depth: usize,
    ) {
        let shown = elements.iter().filter_map(|element| element.visible);
        let Some(bounds) = shown.reduce(|one, other| one.union(other)) else {
            return;
        };
        let Some(area) = Area::of(self.place.transform_rect_bbox(bounds), self.canvas.area) else {
            return;
        };
        if depth >= GROUPS || !self.budget.take(area.pixels() as u64) {
            self.truncated = true;
            return self.run(elements, first, inside, depth);
        }
        let own = Canvas::clear(area, self.canvas.plates.len());
        let outer = std::mem::replace(&mut self.canvas, own);
        self.run(elements, first, inside, depth + 1);
        let own = std::mem::replace(&mut self.canvas, outer);
        let mask = group.soft_mask.as_ref().and_then(|mask| self.soft_mask(mask));
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                let (coat, opacity) = own.taken(x, y);
                let through = mask.as_ref().map_or(1.0, |mask| mask.at(x, y));
                let share = opacity * through * group.alpha as f32;
                if share > 0.0 {
                    self.canvas.coat(x, y, &coat, share, group.blend);
                }
            }
        }
    }

    pub(super) fn element(&mut self, element: &Element<'_>) {
        if element.hidden {
            return;
        }
        let Some(visible) = element.visible else { return };
        let shown = self.place.transform_rect_bbox(visible);
        let Some(area) = Area::of(shown, self.canvas.area) else {
            return;
        };
        match &element.kind {
            Kind::Path(path) => {
                if let Some(paint) = &element.fill {
                    self.fill(
                        element,
                        paint,
                        &(self.place * (*path.outline).clone()),
                        path.rule,
                        area,
                    );
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
                    self.fill(
                        element,
                        paint,
                        &(self.place * outline.clone()),
                        FillRule::NonZero,
                        area,
                    );
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

    fn fill(
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

    fn stroke(&mut self, element: &Element<'_>, paint: &Paint<'_>, outline: &BezPath, area: Area) {
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
        let work = area.pixels() * 2 + outline.elements().len() * 8;
        if !self.budget.take(work as u64) {
            self.truncated = true;
            return None;
        }
        Some(self.cut(Mask::of(outline, rule, area), element))
    }

    /// What the clip, the soft mask and the stencils leave of a mask.
    pub(super) fn cut(&mut self, mut mask: Mask, element: &Element<'_>) -> Mask {
        if let Some(clip) = &element.clip {
            let clip = self.clip(clip);
            mask.cut_by(&clip);
        }
        if let Some(soft) = &element.soft_mask
            && let Some(soft) = self.soft_mask(soft)
        {
            mask.cut_by(&soft);
        }
        for stencil in &self.stencils {
            mask.cut_by(stencil);
        }
        mask
    }

    /// Pours a paint through a mask.
    pub(super) fn pour(&mut self, element: &Element<'_>, paint: &Paint<'_>, mask: &Mask, alpha: f64) {
        match paint.pattern.as_deref() {
            None => {
                let coat = self.coats.flat(paint);
                self.spread(mask, alpha, element.blend, |_, _| Some((coat, 1.0)));
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

    fn shade(
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
        let coats = self.coats;
        self.spread(mask, alpha, blend, |x, y| {
            let components = shader.at(x, y)?;
            Some((coats.one_of_many(paint, &shading.space, &components), 1.0))
        });
    }

    fn image(&mut self, element: &Element<'_>, image: &Image<'_>, area: Area) {
        let mask = self.cut(Mask::whole(area), element);
        let Some(sampler) = picture::Sampler::new(image, self.pictures, self.place * element.matrix) else {
            self.truncated = true;
            return;
        };
        let mut peak = 0.0_f32;
        let coats = self.coats;
        let plates = coats.plates();
        let paint = element.fill.as_ref();
        self.spread(&mask, element.fill_alpha, element.blend, |x, y| {
            let (coat, share, point) = sampler.coat(x, y, coats, paint)?;
            if mask.at(x, y) * share > 0.99 {
                peak = peak.max(point.total(plates));
            }
            Some((coat, share))
        });
        if element.fill_alpha > 0.99 && self.canvas.opacity.is_none() {
            self.peak = self.peak.max(peak);
        }
    }

    fn image_mask(&mut self, element: &Element<'_>, image: &Image<'_>, area: Area) {
        let Some(sampler) = picture::Sampler::new(image, self.pictures, self.place * element.matrix) else {
            self.truncated = true;
            return;
        };
        if !self.budget.take(area.pixels() as u64 * 4) {
            self.truncated = true;
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

    /// Coats every pixel that a mask leaves.
    pub(super) fn spread(
        &mut self,
        mask: &Mask,
        alpha: f64,
        blend: Blend,
        mut coat_at: impl FnMut(usize, usize) -> Option<(Coat, f32)>,
    ) {
        if !self
            .budget
            .take(mask.area.pixels() as u64 * self.canvas.plates.len() as u64)
        {
            self.truncated = true;
            return;
        }
        let alpha = alpha as f32 * self.alpha;
        for (row, values) in mask.values.chunks(mask.area.width).enumerate() {
            let y = mask.area.y + row;
            for (column, value) in values.iter().enumerate() {
                // A thousandth of a pixel is what rounding leaves.
                if *value <= 0.001 {
                    continue;
                }
                let x = mask.area.x + column;
                if let Some((coat, share)) = coat_at(x, y) {
                    self.canvas
                        .coat(x, y, &coat, value.min(1.0) * share * alpha, blend);
                }
            }
        }
    }

    fn clip(&mut self, clip: &Rc<Clip>) -> Rc<Mask> {
        let key = Rc::as_ptr(clip).addr();
        if let Some(known) = self.clips.get(&key) {
            return Rc::clone(known);
        }
        let bounds = self.place.transform_rect_bbox(clip.bounds);
        let mask = match Area::of(bounds, self.canvas.area) {
            None => Mask {
                area: Area {
                    width: 0,
                    height: 0,
                    ..self.canvas.area
                },
                values: Vec::new(),
            },
            Some(area) => {
                self.budget.take(area.pixels() as u64 * 2);
                let mut mask = Mask::of(&(self.place * clip.outline.clone()), clip.rule, area);
                if let Some(outer) = &clip.outer {
                    let outer = self.clip(outer);
                    mask.cut_by(&outer);
                }
                mask
            }
        };
        let mask = Rc::new(mask);
        self.keep(mask.values.len());
        self.clips.insert(key, Rc::clone(&mask));
        mask
    }

    /// What a soft mask lets through; none when masks are nested too deeply.
    fn soft_mask(&mut self, soft: &Rc<SoftMask<'_>>) -> Option<Rc<Mask>> {
        let key = Rc::as_ptr(soft).addr();
        if let Some(known) = self.masks.get(&key) {
            return Some(Rc::clone(known));
        }
        let area = self.canvas.area;
        if self.depth >= DEEPEST || !self.budget.take(area.pixels() as u64 * 4) {
            self.truncated = true;
            return None;
        }
        let meaning = if soft.luminosity {
            Meaning::Darkness
        } else {
            Meaning::Presence
        };
        let coats = Coats::new(meaning, false);
        let canvas = if soft.luminosity {
            let mut dark = Canvas::page(area, 1);
            let darkness = soft.darkness_under(&coats);
            dark.plates.iter_mut().for_each(|plate| plate.fill(darkness));
            dark
        } else {
            Canvas::clear(area, 1)
        };
        let mut press = Press::new(canvas, self.place, &coats, self.budget, self.pictures);
        press.depth = self.depth + 1;
        press.display(&soft.display);
        let mut values = match press.canvas.opacity {
            Some(opacity) => opacity,
            None => press
                .canvas
                .plates
                .into_iter()
                .next()?
                .into_iter()
                .map(|dark| 1.0 - dark)
                .collect(),
        };
        if let Some(transfer) = &soft.transfer {
            for value in &mut values {
                let mut changed = [*value];
                if transfer.eval(&[*value], &mut changed).is_some() {
                    *value = changed[0].clamp(0.0, 1.0);
                }
            }
        }
        self.truncated |= press.truncated;
        let mask = Rc::new(Mask { area, values });
        self.keep(mask.values.len());
        self.masks.insert(key, Rc::clone(&mask));
        Some(mask)
    }

    /// Makes room for a mask that is kept.
    fn keep(&mut self, pixels: usize) {
        self.kept += pixels;
        if self.kept > KEPT {
            self.clips.clear();
            self.masks.clear();
            self.kept = pixels;
        }
    }

    /// Prints something elsewhere than where it stands: a cell of a pattern.
    pub(super) fn moved(&mut self, place: Affine, print: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.place, place);
        let (clips, masks) = (std::mem::take(&mut self.clips), std::mem::take(&mut self.masks));
        let kept = std::mem::take(&mut self.kept);
        self.depth += 1;
        print(self);
        self.depth -= 1;
        self.kept = kept;
        self.clips = clips;
        self.masks = masks;
        self.place = outer;
    }
}

impl SoftMask<'_> {
    fn darkness_under(&self, coats: &Coats) -> f32 {
        match &self.space {
            Some(space) if !self.backdrop.is_empty() => {
                let [darkness, ..] = coats.one_of_many(None, space, &self.backdrop).amounts;
                darkness
            }
            // Black.
            _ => 1.0,
        }
    }
}

/// Whether blending a group as one differs from painting what is in it.
fn matters(group: &Group<'_>, display: &Display<'_>) -> bool {
    let is_plain = group.alpha >= 1.0 && group.blend == Blend::Normal && group.soft_mask.is_none();
    if !is_plain {
        return true;
    }
    let elements = display.elements.get(group.elements.clone()).unwrap_or_default();
    group.isolated && elements.iter().any(|element| element.blend != Blend::Normal)
}
