//! Pictures, and what lies of them on a pixel of the plates.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro::hayro_syntax::object::stream::ImageColorSpace;
use hayro::hayro_syntax::object::{Array, Dict};
use hayro::kurbo::{Affine, Point};

use super::canvas::{Coat, PLATES};
use super::coats::Coats;
use super::samples::{Pixels, Store, Wanted};
use crate::verify::pdf::element::{Image, ImageMasking};
use crate::verify::pdf::limits::Budget;
use crate::verify::pdf::paint::Paint;
use crate::verify::pdf::space::Space;

/// Points across and down that are averaged for one pixel of the plates.
const FINEST: usize = 6;
/// What it costs to look at a point, in pixels.
const POINT: usize = 8;

/// Reads a picture as it lies on the plates.
pub(super) struct Sampler<'a> {
    pixels: Rc<Pixels>,
    space: Rc<Space<'a>>,
    decode: Vec<(f64, f64)>,
    mask: Option<Masked>,
    /// From pixels of the plates to the unit square of the picture.
    back: Affine,
    /// Points across and down that are averaged.
    points: usize,
    /// The coats of colours that were met: all of one component, else the last.
    met: RefCell<BTreeMap<u8, Coat>>,
    last: RefCell<Option<(Vec<u8>, Coat)>>,
}

enum Masked {
    Soft(Rc<Pixels>, (f64, f64), Vec<f64>),
    Stencil(Rc<Pixels>, bool),
    Colours(Vec<u32>),
}

impl<'a> Sampler<'a> {
    /// For a picture that a matrix takes from the unit square to the pixels of the plates; none when it cannot be unpacked.
    pub(super) fn new(image: &Image<'a>, store: &Store, matrix: Affine, budget: &Budget) -> Option<Self> {
        if matrix.determinant().abs() < 1e-9 {
            return None;
        }
        let pixels = store.samples(image, &Wanted::of(image), budget)?;
        let space = image
            .space
            .clone()
            .unwrap_or_else(|| Rc::new(space_within(image, &pixels)));
        let back = matrix.inverse();
        let [a, b, c, d, ..] = back.as_coeffs();
        let dense = (a.hypot(c) * f64::from(image.width)).max(b.hypot(d) * f64::from(image.height));
        Some(Self {
            decode: decode_of(&image.decode, &space, pixels.components, pixels.largest),
            mask: Masked::of(&image.masking, store, budget),
            points: (dense.ceil() as usize).clamp(1, FINEST),
            pixels,
            space,
            back,
            met: RefCell::default(),
            last: RefCell::default(),
        })
    }

    /// What it costs to ask for a pixel of the plates, in pixels.
    pub(super) fn costs(&self) -> usize {
        self.points * self.points * (POINT + self.pixels.components)
    }

    /// What lies on a pixel of the plates: a coat, how much of it, and the coat of the point in its middle.
    pub(super) fn coat(
        &self,
        x: usize,
        y: usize,
        coats: &Coats,
        paint: Option<&Paint<'_>>,
    ) -> Option<(Coat, f32, Coat)> {
        let mut sum = Coat::BARE;
        let mut weight = 0.0_f32;
        let plates = coats.plates();
        for place in self.places(x, y) {
            let share = self.share(place);
            if share <= 0.0 {
                continue;
            }
            let coat = self.coat_at(place, coats, paint);
            for (total, amount) in sum.amounts.iter_mut().zip(&coat.amounts).take(plates) {
                *total += amount * share;
            }
            sum.touched = coat.touched;
            weight += share;
        }
        if weight <= 0.0 {
            return None;
        }
        sum.amounts.iter_mut().for_each(|amount| *amount /= weight);
        let middle = self.place_of(x as f64 + 0.5, y as f64 + 0.5);
        let point = middle.map_or(Coat::BARE, |place| self.coat_at(place, coats, paint));
        Some((sum, weight / (self.points * self.points) as f32, point))
    }

    /// How much of a pixel of the plates a picture of one bit lets through.
    pub(super) fn stencil(&self, x: usize, y: usize) -> f32 {
        let through = self.places(x, y).filter(|place| {
            let Some(value) = self.raw(*place).first() else {
                return false;
            };
            let (low, high) = self.decode.first().copied().unwrap_or((0.0, 1.0));
            let decoded = low + f64::from(*value) * (high - low);
            decoded < 0.5
        });
        through.count() as f32 / (self.points * self.points) as f32
    }

    fn places(&self, x: usize, y: usize) -> impl Iterator<Item = (f64, f64)> {
        let points = self.points;
        let at = move |index: usize| (index as f64 + 0.5) / points as f64;
        (0..points * points).filter_map(move |index| {
            self.place_of(x as f64 + at(index % points), y as f64 + at(index / points))
        })
    }

    /// A point of the plates as a place of the picture, 0 to 1 rightwards and downwards; none outside of it.
    fn place_of(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let point = self.back * Point::new(x, y);
        let is_within = |part: f64| (0.0..1.0).contains(&part);
        (is_within(point.x) && point.y > 0.0 && point.y <= 1.0).then_some((point.x, 1.0 - point.y))
    }

    fn raw(&self, place: (f64, f64)) -> &[u8] {
        self.pixels.at(place)
    }

    fn coat_at(&self, place: (f64, f64), coats: &Coats, paint: Option<&Paint<'_>>) -> Coat {
        let raw = self.raw(place);
        if let Some(Masked::Soft(mask, decode, matte)) = &self.mask
            && !matte.is_empty()
        {
            let mut components = self.components(raw);
            unmix(&mut components, matte, softly(mask, *decode, place));
            return coats.one_of_many(paint, &self.space, &components);
        }
        if let [value] = raw {
            if let Some(known) = self.met.borrow().get(value) {
                return *known;
            }
            let coat = coats.one_of_many(paint, &self.space, &self.components(raw));
            self.met.borrow_mut().insert(*value, coat);
            return coat;
        }
        if let Some((known, coat)) = &*self.last.borrow()
            && known == raw
        {
            return *coat;
        }
        let coat = coats.one_of_many(paint, &self.space, &self.components(raw));
        *self.last.borrow_mut() = Some((raw.to_vec(), coat));
        coat
    }

    fn components(&self, raw: &[u8]) -> Vec<f64> {
        let parts = raw.iter().zip(&self.decode);
        parts
            .map(|(value, (low, high))| low + f64::from(*value) / self.pixels.largest * (high - low))
            .collect()
    }

    fn share(&self, place: (f64, f64)) -> f32 {
        if self.raw(place).is_empty() {
            return 0.0;
        }
        let within = match &self.pixels.opacity {
            Some(opacity) => {
                let at = self.pixels.index(place);
                f32::from(opacity.get(at).copied().unwrap_or(255)) / 255.0
            }
            None => 1.0,
        };
        within
            * match &self.mask {
                None => 1.0,
                Some(Masked::Soft(pixels, decode, _)) => softly(pixels, *decode, place) as f32,
                Some(Masked::Stencil(pixels, inverted)) => {
                    let is_set = pixels.at(place).first().is_some_and(|value| *value > 0);
                    f32::from(u8::from(is_set == *inverted))
                }
                Some(Masked::Colours(ranges)) => {
                    let raw = self.raw(place);
                    let (pairs, _) = ranges.as_chunks::<2>();
                    let is_out = pairs.len() >= raw.len()
                        && raw
                            .iter()
                            .zip(pairs)
                            .all(|(value, [low, high])| (*low..=*high).contains(&u32::from(*value)));
                    f32::from(u8::from(!is_out))
                }
            }
    }
}

/// How opaque a soft mask makes a place: 0 to 1.
fn softly(mask: &Pixels, (low, high): (f64, f64), place: (f64, f64)) -> f64 {
    let value = mask.at(place).first();
    value.map_or(0.0, |value| low + f64::from(*value) / mask.largest * (high - low))
}

/// Takes out a matte that the colours of a picture were mixed with as far as its mask is not opaque (ISO 32000-1, 11.6.5.3).
fn unmix(components: &mut [f64], matte: &[f64], opacity: f64) {
    if opacity > 0.0 {
        for (value, matte) in components.iter_mut().zip(matte) {
            *value = matte + (*value - matte) / opacity;
        }
    }
}

/// The space that the data of a picture bring along where its dictionary has none. Grey and RGB of JPEG 2000 are those of sRGB, which are
/// defined by how they look (ISO 32000-1, 7.4.9), not by an ink.
fn space_within<'a>(image: &Image<'_>, pixels: &Pixels) -> Space<'a> {
    let is_jpeg_2000 = image.filters.last().is_some_and(|filter| filter == "JPXDecode");
    match pixels.brought {
        Some(ImageColorSpace::Rgb) if is_jpeg_2000 => Space::CalRgb,
        Some(ImageColorSpace::Rgb) => Space::DeviceRgb,
        Some(ImageColorSpace::Cmyk) => Space::DeviceCmyk,
        Some(ImageColorSpace::Unknown(_)) => Space::Unknown("JPXDecode".into()),
        Some(ImageColorSpace::Gray) if is_jpeg_2000 => Space::CalGray,
        Some(ImageColorSpace::Gray) | None => Space::DeviceGray,
    }
}

impl Masked {
    fn of(masking: &ImageMasking<'_>, store: &Store, budget: &Budget) -> Option<Self> {
        let decode = |dict: &Dict<'_>| {
            dict.get::<[f64; 2]>("Decode")
                .map_or((0.0, 1.0), |[low, high]| (low, high))
        };
        match masking {
            ImageMasking::Soft(stream) => {
                let pixels = store.of(stream, &Wanted::grey(stream, None)?, budget)?;
                let matte = stream.dict().get::<Array<'_>>("Matte");
                let matte = matte.map_or_else(Vec::new, |matte| matte.iter::<f64>().take(PLATES).collect());
                Some(Self::Soft(pixels, decode(stream.dict()), matte))
            }
            ImageMasking::Stencil(stream) => {
                let pixels = store.of(stream, &Wanted::grey(stream, Some(1))?, budget)?;
                let (low, high) = decode(stream.dict());
                Some(Self::Stencil(pixels, low > high))
            }
            ImageMasking::Colours(ranges) => Some(Self::Colours(ranges.clone())),
            ImageMasking::None | ImageMasking::Within => None,
        }
    }
}

/// How sample values become components (ISO 32000-2, table 88).
fn decode_of(written: &[f64], space: &Space<'_>, components: usize, largest: f64) -> Vec<(f64, f64)> {
    let (pairs, _) = written.as_chunks::<2>();
    if pairs.len() >= components {
        return pairs
            .iter()
            .take(components)
            .map(|[low, high]| (*low, *high))
            .collect();
    }
    match space {
        Space::Indexed { .. } => vec![(0.0, largest)],
        Space::Lab([a0, a1, b0, b1]) => vec![(0.0, 100.0), (*a0, *a1), (*b0, *b1)],
        _ => vec![(0.0, 1.0); components],
    }
}
