//! What cuts elements: clips, soft masks (ISO 32000-2, 11.5) and the stencils of patterns.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro::kurbo::Affine;

use super::canvas::Canvas;
use super::coats::{Coats, Meaning};
use super::coverage::{Area, Mask};
use super::press::{DEEPEST, Press};
use crate::verify::pdf::display::SoftMask;
use crate::verify::pdf::element::{Clip, Element};

/// Pixels of all masks that are kept for the next element.
const KEPT: usize = 64 << 20;

/// Masks that are kept, by the place in memory of what they are masks of.
#[derive(Default)]
pub(super) struct Kept {
    clips: BTreeMap<usize, Rc<Mask>>,
    soft: BTreeMap<usize, Rc<Mask>>,
    pixels: usize,
}

impl Kept {
    /// Makes room for a mask.
    fn keep(&mut self, pixels: usize) {
        self.pixels += pixels;
        if self.pixels > KEPT {
            *self = Self {
                pixels,
                ..Self::default()
            };
        }
    }
}

impl Press<'_> {
    /// What the clip, the soft mask and the stencils leave of a mask.
    pub(super) fn cut(&mut self, mut mask: Mask, element: &Element<'_>) -> Mask {
        if let Some(clip) = &element.clip {
            let clip = self.clip(clip);
            mask.cut_by(&clip);
        }
        if let Some(soft) = &element.soft_mask
            && let Some(soft) = self.soft_mask(soft)
        {
            mask.dimmed_by(&soft);
        }
        for stencil in &self.stencils {
            mask.cut_by(stencil);
        }
        mask
    }

    fn clip(&mut self, clip: &Rc<Clip>) -> Rc<Mask> {
        let key = Rc::as_ptr(clip).addr();
        if let Some(known) = self.kept.clips.get(&key) {
            return Rc::clone(known);
        }
        let bounds = self.place.transform_rect_bbox(clip.bounds);
        let area = Area::of(bounds, self.canvas.area);
        let area = area.filter(|area| self.spend(area.pixels() * 2 + clip.outline.elements().len() * 8));
        let mask = match area {
            None => Mask::none(self.canvas.area),
            Some(area) => {
                let mut mask = self.covered(&(self.place * clip.outline.clone()), clip.rule, area);
                if let Some(outer) = &clip.outer {
                    let outer = self.clip(outer);
                    mask.cut_by(&outer);
                }
                mask
            }
        };
        let mask = Rc::new(mask);
        self.kept.keep(mask.values.len());
        self.kept.clips.insert(key, Rc::clone(&mask));
        mask
    }

    /// What a soft mask lets through; none when masks are nested too deeply.
    pub(super) fn soft_mask(&mut self, soft: &Rc<SoftMask<'_>>) -> Option<Rc<Mask>> {
        let key = Rc::as_ptr(soft).addr();
        if let Some(known) = self.kept.soft.get(&key) {
            return Some(Rc::clone(known));
        }
        let area = self.canvas.area;
        if self.depth >= DEEPEST || !self.spend(area.pixels() * 8) {
            self.truncated = true;
            return None;
        }
        let mut values = self.painted(soft, area);
        if let Some(transfer) = &soft.transfer {
            for value in &mut values {
                let mut changed = [*value];
                if transfer.eval(&[*value], &mut changed).is_some() {
                    *value = changed[0].clamp(0.0, 1.0);
                }
            }
        }
        let mask = Rc::new(Mask { area, values });
        self.kept.keep(mask.values.len());
        self.kept.soft.insert(key, Rc::clone(&mask));
        Some(mask)
    }

    /// The light, or the opacity, of what a soft mask paints.
    fn painted(&mut self, soft: &SoftMask<'_>, area: Area) -> Vec<f32> {
        let meaning = if soft.luminosity {
            Meaning::Darkness
        } else {
            Meaning::Presence
        };
        let coats = Coats::new(meaning, false);
        let canvas = if soft.luminosity {
            Canvas::filled(area, soft.darkness_under(&coats))
        } else {
            Canvas::clear(area, 1, false)
        };
        let mut press = Press::new(canvas, self.place, &coats, self.budget, self.pictures);
        press.depth = self.depth + 1;
        press.display(&soft.display);
        self.truncated |= press.truncated;
        match press.canvas.opacity() {
            Some(opacity) => opacity.to_vec(),
            None => press.canvas.plate(0).iter().map(|dark| 1.0 - dark).collect(),
        }
    }

    /// Prints something elsewhere than where it stands: a cell of a pattern.
    pub(super) fn moved(&mut self, place: Affine, print: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.place, place);
        let kept = std::mem::take(&mut self.kept);
        self.depth += 1;
        print(self);
        self.depth -= 1;
        self.kept = kept;
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
