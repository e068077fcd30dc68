//! The pixels of pictures, and what lies of them on a pixel of the plates.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro::hayro_syntax::object::stream::{ImageColorSpace, ImageDecodeParams};
use hayro::hayro_syntax::object::{Dict, Number, ObjectIdentifier, Stream};
use hayro::kurbo::{Affine, Point};

use super::canvas::Coat;
use super::coats::Coats;
use crate::verify::pdf::element::{Image, ImageMasking, Samples};
use crate::verify::pdf::paint::Paint;
use crate::verify::pdf::space::Space;
use crate::verify::pdf::unpack::fits;

/// Sample values of one picture, and of all that are kept.
const LARGEST: u64 = 200 << 20;
const KEPT: usize = 256 << 20;
/// Points across and down that are averaged for one pixel of the plates.
const FINEST: usize = 6;

/// Sample values, a byte each: of 16 bits the upper ones.
pub(super) struct Pixels {
    width: usize,
    height: usize,
    components: usize,
    /// The largest value that a sample can have.
    largest: f64,
    values: Vec<u8>,
    /// How opaque each pixel is, where the data say so.
    opacity: Option<Vec<u8>>,
    /// The space that the data bring along.
    brought: Option<ImageColorSpace>,
}

/// Pictures that were unpacked already.
#[derive(Default)]
pub(super) struct Store {
    known: RefCell<BTreeMap<ObjectIdentifier, Option<Rc<Pixels>>>>,
    kept: Cell<usize>,
}

impl Store {
    fn of(&self, stream: &Stream<'_>, wanted: &Wanted) -> Option<Rc<Pixels>> {
        let key = stream.obj_id();
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let pixels = unpacked(stream, wanted).map(Rc::new);
        let size = pixels.as_ref().map_or(0, |pixels| pixels.values.len());
        if self.kept.get() + size > KEPT {
            self.known.borrow_mut().clear();
            self.kept.set(0);
        }
        self.kept.set(self.kept.get() + size);
        self.known.borrow_mut().insert(key, pixels.clone());
        pixels
    }
}

/// What the dictionary of a picture says of its samples.
struct Wanted {
    width: u32,
    height: u32,
    bits: u8,
    /// None when only the data say.
    components: Option<usize>,
    is_indexed: bool,
}

fn unpacked(stream: &Stream<'_>, wanted: &Wanted) -> Option<Pixels> {
    let components = wanted.components.unwrap_or(4);
    let values = (u64::from(wanted.width) * u64::from(wanted.height)).saturating_mul(components as u64);
    let is_bounded = values > 0 && values.saturating_mul(u64::from(wanted.bits.max(8) / 8)) <= LARGEST;
    if !is_bounded || !fits(stream, LARGEST as usize) {
        return None;
    }
    let asked = ImageDecodeParams {
        is_indexed: wanted.is_indexed,
        bpc: Some(wanted.bits),
        num_components: wanted
            .components
            .and_then(|components| u8::try_from(components).ok()),
        target_dimension: None,
        width: wanted.width,
        height: wanted.height,
    };
    let decoded = stream.decoded_image(&asked).ok()?;
    let (mut width, mut height, mut bits) = (wanted.width as usize, wanted.height as usize, wanted.bits);
    let mut components = wanted.components;
    let (mut opacity, mut brought) = (None, None);
    if let Some(own) = decoded.image_data {
        (width, height) = (own.width as usize, own.height as usize);
        bits = own.bits_per_component;
        brought = own.color_space;
        opacity = own.alpha;
        components = components.or(match brought? {
            ImageColorSpace::Gray => Some(1),
            ImageColorSpace::Rgb => Some(3),
            ImageColorSpace::Cmyk => Some(4),
            ImageColorSpace::Unknown(count) => Some(usize::from(count)),
        });
    }
    let components = components?;
    Some(Pixels {
        values: bytes(&decoded.data, width * components, height, bits),
        width,
        height,
        components,
        largest: f64::from((1_u32 << bits.min(8)) - 1),
        opacity,
        brought,
    })
}

/// Sample values from rows of bits; each row begins with a byte of its own. What is missing is 0.
fn bytes(data: &[u8], row: usize, rows: usize, bits: u8) -> Vec<u8> {
    let mut values = Vec::with_capacity(row * rows);
    match bits {
        8 => values.extend_from_slice(data.get(..row * rows).unwrap_or(data)),
        16 => values.extend(data.iter().step_by(2).take(row * rows)),
        1 | 2 | 4 => {
            let bits = usize::from(bits);
            let mask = (1 << bits) - 1;
            for line in data.chunks((row * bits).div_ceil(8).max(1)).take(rows) {
                let value = |at: usize| {
                    let byte = line.get(at * bits / 8).copied().unwrap_or(0);
                    byte >> (8 - bits - at * bits % 8) & mask
                };
                values.extend((0..row).map(value));
            }
        }
        _ => {}
    }
    values.resize(row * rows, 0);
    values
}

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
    Soft(Rc<Pixels>, (f64, f64)),
    Stencil(Rc<Pixels>, bool),
    Colours(Vec<u32>),
}

impl<'a> Sampler<'a> {
    /// For a picture that a matrix takes from the unit square to the pixels of the plates; none when it cannot be unpacked.
    pub(super) fn new(image: &Image<'a>, store: &Store, matrix: Affine) -> Option<Self> {
        if matrix.determinant().abs() < 1e-9 {
            return None;
        }
        let is_mask = image.space.is_none() && image.bits == 1;
        let wanted = Wanted {
            width: image.width,
            height: image.height,
            bits: image.bits,
            components: image
                .space
                .as_ref()
                .map(|space| space.components())
                .or(is_mask.then_some(1)),
            is_indexed: matches!(image.space.as_deref(), Some(Space::Indexed { .. })),
        };
        let pixels = match &image.samples {
            Samples::Stream(stream) => store.of(stream, &wanted)?,
            Samples::Inline(bytes) => Rc::new(within(bytes, &wanted)?),
        };
        let space = image.space.clone().unwrap_or_else(|| {
            Rc::new(match pixels.brought {
                Some(ImageColorSpace::Rgb) => Space::DeviceRgb,
                Some(ImageColorSpace::Cmyk) => Space::DeviceCmyk,
                _ => Space::DeviceGray,
            })
        });
        let back = matrix.inverse();
        let [a, b, c, d, ..] = back.as_coeffs();
        let dense = (a.hypot(c) * f64::from(image.width)).max(b.hypot(d) * f64::from(image.height));
        Some(Self {
            decode: decode_of(&image.decode, &space, pixels.components, pixels.largest),
            mask: Masked::of(&image.masking, store),
            points: (dense.ceil() as usize).clamp(1, FINEST),
            pixels,
            space,
            back,
            met: RefCell::default(),
            last: RefCell::default(),
        })
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
            let value = self.raw(*place).first().copied().unwrap_or(0);
            let (low, high) = self.decode.first().copied().unwrap_or((0.0, 1.0));
            let decoded = low + f64::from(value) * (high - low);
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
                Some(Masked::Soft(pixels, (low, high))) => {
                    let value = pixels
                        .at(place)
                        .first()
                        .map_or(0.0, |value| f64::from(*value) / pixels.largest);
                    (low + value * (high - low)) as f32
                }
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

impl Pixels {
    fn index(&self, (across, down): (f64, f64)) -> usize {
        let column = ((across * self.width as f64) as usize).min(self.width.saturating_sub(1));
        let row = ((down * self.height as f64) as usize).min(self.height.saturating_sub(1));
        row * self.width + column
    }

    fn at(&self, place: (f64, f64)) -> &[u8] {
        let index = self.index(place) * self.components;
        self.values
            .get(index..index + self.components)
            .unwrap_or_default()
    }
}

impl Masked {
    fn of(masking: &ImageMasking<'_>, store: &Store) -> Option<Self> {
        let decode = |dict: &Dict<'_>| {
            dict.get::<[f64; 2]>("Decode")
                .map_or((0.0, 1.0), |[low, high]| (low, high))
        };
        match masking {
            ImageMasking::Soft(stream) => {
                let pixels = store.of(stream, &grey(stream, None)?)?;
                Some(Self::Soft(pixels, decode(stream.dict())))
            }
            ImageMasking::Stencil(stream) => {
                let pixels = store.of(stream, &grey(stream, Some(1))?)?;
                let (low, high) = decode(stream.dict());
                Some(Self::Stencil(pixels, low > high))
            }
            ImageMasking::Colours(ranges) => Some(Self::Colours(ranges.clone())),
            ImageMasking::None | ImageMasking::Within => None,
        }
    }
}

fn grey(stream: &Stream<'_>, bits: Option<u8>) -> Option<Wanted> {
    let whole = |key: &str| {
        let number: Option<Number> = stream.dict().get(key);
        number.and_then(|number| u32::try_from(number.as_i64()).ok())
    };
    Some(Wanted {
        width: whole("Width")?,
        height: whole("Height")?,
        bits: bits
            .or_else(|| whole("BitsPerComponent").and_then(|bits| u8::try_from(bits).ok()))
            .unwrap_or(8),
        components: Some(1),
        is_indexed: false,
    })
}

/// A picture within the content, which is unpacked already.
fn within(data: &[u8], wanted: &Wanted) -> Option<Pixels> {
    let (width, height) = (wanted.width as usize, wanted.height as usize);
    let components = wanted.components?;
    let values = width.checked_mul(height)?.checked_mul(components)?;
    if values as u64 > LARGEST || values == 0 {
        return None;
    }
    Some(Pixels {
        values: bytes(data, width * components, height, wanted.bits),
        width,
        height,
        components,
        largest: f64::from((1_u32 << wanted.bits.min(8)) - 1),
        opacity: None,
        brought: None,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_of_few_bits_are_read_row_by_row() {
        assert_eq!(bytes(&[0b1010_0000, 0b0100_0000], 3, 2, 1), [1, 0, 1, 0, 1, 0]);
        assert_eq!(bytes(&[0x1F, 0x20], 3, 1, 4), [1, 15, 2]);
        assert_eq!(bytes(&[0x12, 0xFF, 0x34, 0xFF], 2, 1, 16), [0x12, 0x34]);
    }

    #[test]
    fn what_is_missing_is_nothing() {
        assert_eq!(bytes(&[7], 2, 2, 8), [7, 0, 0, 0]);
    }
}
