//! The samples of pictures: unpacked, a byte each.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro::hayro_syntax::object::stream::{ImageColorSpace, ImageDecodeParams};
use hayro::hayro_syntax::object::{Number, Object, ObjectIdentifier, Stream};

use crate::verify::pdf::element::{Image, Samples};
use crate::verify::pdf::limits::Budget;
use crate::verify::pdf::space::Space;
use crate::verify::pdf::unpack::fits;

/// Sample values of one picture, and of all that are kept.
const LARGEST: u64 = 200 << 20;
const KEPT: usize = 256 << 20;
/// What it costs to unpack a sample, in pixels of the plates.
const UNPACKING: u64 = 6;

/// Sample values, a byte each: of 16 bits the upper ones.
pub(super) struct Pixels {
    width: usize,
    height: usize,
    pub(super) components: usize,
    /// The largest value that a sample can have.
    pub(super) largest: f64,
    /// As many as the data have; those of a damaged picture end early.
    values: Vec<u8>,
    /// How opaque each pixel is, where the data say so.
    pub(super) opacity: Option<Vec<u8>>,
    /// The space that the data bring along.
    pub(super) brought: Option<ImageColorSpace>,
}

/// Why there are no samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lost {
    Damaged,
    TooMuch,
}

/// Pictures that were unpacked already.
#[derive(Default)]
pub(super) struct Store {
    known: RefCell<BTreeMap<ObjectIdentifier, Result<Rc<Pixels>, Lost>>>,
    kept: Cell<usize>,
    /// The objects of pictures that could not be unpacked, or not wholly, since this was last asked; 0 for one within the content.
    damaged: RefCell<BTreeSet<u32>>,
}

impl Store {
    /// The samples of a picture; none when they are damaged, or are more than may be unpacked.
    pub(super) fn samples(&self, image: &Image<'_>, wanted: &Wanted, budget: &Budget) -> Option<Rc<Pixels>> {
        match &image.samples {
            Samples::Stream(stream) => self.of(stream, wanted, budget),
            Samples::Inline(bytes) => self.noted(0, within(bytes, wanted).map(Rc::new)),
        }
    }

    /// The samples of a stream.
    pub(super) fn of(&self, stream: &Stream<'_>, wanted: &Wanted, budget: &Budget) -> Option<Rc<Pixels>> {
        let key = stream.obj_id();
        if let Some(known) = self.known.borrow().get(&key) {
            return self.noted(key.obj_number, known.clone());
        }
        if !budget.take(wanted.values().saturating_mul(UNPACKING)) {
            return None;
        }
        let pixels = unpacked(stream, wanted).map(Rc::new);
        let size = pixels.as_ref().map_or(0, |pixels| pixels.values.len());
        if self.kept.get() + size > KEPT {
            self.known.borrow_mut().clear();
            self.kept.set(0);
        }
        self.kept.set(self.kept.get() + size);
        self.known.borrow_mut().insert(key, pixels.clone());
        self.noted(key.obj_number, pixels)
    }

    /// Notes a picture that is damaged.
    fn noted(&self, object: u32, pixels: Result<Rc<Pixels>, Lost>) -> Option<Rc<Pixels>> {
        let is_damaged = match &pixels {
            Ok(pixels) => !pixels.is_whole(),
            Err(lost) => *lost == Lost::Damaged,
        };
        if is_damaged {
            self.damaged.borrow_mut().insert(object);
        }
        pixels.ok()
    }

    /// The objects of pictures that were damaged since this was last asked; 0 for one within the content.
    pub(super) fn damaged(&self) -> Vec<u32> {
        self.damaged.take().into_iter().collect()
    }
}

/// What the dictionary of a picture says of its samples.
pub(super) struct Wanted {
    width: u32,
    height: u32,
    bits: u8,
    /// None when only the data say.
    components: Option<usize>,
    is_indexed: bool,
}

impl Wanted {
    /// What a picture with its own colours, or a stencil, says.
    pub(super) fn of(image: &Image<'_>) -> Self {
        let is_mask = image.space.is_none() && image.bits == 1;
        let components = image.space.as_ref().map(|space| space.components());
        Self {
            width: image.width,
            height: image.height,
            bits: image.bits,
            components: components.or(is_mask.then_some(1)),
            is_indexed: matches!(image.space.as_deref(), Some(Space::Indexed { .. })),
        }
    }

    /// What a picture that masks another says; it has so many bits, or as many as it says.
    pub(super) fn grey(stream: &Stream<'_>, bits: Option<u8>) -> Option<Self> {
        let whole = |key: &str| {
            let number: Option<Number> = stream.dict().get(key);
            number.and_then(|number| u32::try_from(number.as_i64()).ok())
        };
        Some(Self {
            width: whole("Width")?,
            height: whole("Height")?,
            bits: bits
                .or_else(|| whole("BitsPerComponent").and_then(|bits| u8::try_from(bits).ok()))
                .unwrap_or(8),
            components: Some(1),
            is_indexed: false,
        })
    }

    /// How many sample values that is.
    fn values(&self) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        pixels.saturating_mul(self.components.unwrap_or(4) as u64)
    }
}

fn unpacked(stream: &Stream<'_>, wanted: &Wanted) -> Result<Pixels, Lost> {
    let values = wanted.values();
    if values == 0 || !are_filters_known(stream) {
        return Err(Lost::Damaged);
    }
    let is_bounded = values.saturating_mul(u64::from(wanted.bits.max(8) / 8)) <= LARGEST;
    if !is_bounded || !fits(stream, LARGEST as usize) {
        return Err(Lost::TooMuch);
    }
    decoded(stream, wanted).ok_or(Lost::Damaged)
}

/// Whether all that a stream is packed with has a name that is known; what has none is passed over in unpacking, and leaves noise.
fn are_filters_known(stream: &Stream<'_>) -> bool {
    let named = match stream.dict().get::<Object<'_>>("Filter") {
        Some(Object::Name(_)) => 1,
        Some(Object::Array(names)) => names.iter::<Object<'_>>().count(),
        _ => 0,
    };
    named <= stream.filters().len()
}

fn decoded(stream: &Stream<'_>, wanted: &Wanted) -> Option<Pixels> {
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
    let values = bytes(&decoded.data, width * components, height, bits);
    (!values.is_empty()).then(|| Pixels {
        values,
        width,
        height,
        components,
        largest: f64::from((1_u32 << bits.min(8)) - 1),
        opacity,
        brought,
    })
}

/// Sample values from rows of bits, as many as there are; each row begins with a byte of its own.
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
                    let byte = line.get(at * bits / 8)?;
                    Some(byte >> (8 - bits - at * bits % 8) & mask)
                };
                values.extend((0..row).map_while(value));
            }
        }
        _ => {}
    }
    values
}

impl Pixels {
    fn is_whole(&self) -> bool {
        self.values.len() >= self.width * self.height * self.components
    }

    pub(super) fn index(&self, (across, down): (f64, f64)) -> usize {
        let column = ((across * self.width as f64) as usize).min(self.width.saturating_sub(1));
        let row = ((down * self.height as f64) as usize).min(self.height.saturating_sub(1));
        row * self.width + column
    }

    /// The samples of a place; none where a damaged picture has ended.
    pub(super) fn at(&self, place: (f64, f64)) -> &[u8] {
        let index = self.index(place) * self.components;
        self.values
            .get(index..index + self.components)
            .unwrap_or_default()
    }
}

/// A picture within the content, which is unpacked already.
fn within(data: &[u8], wanted: &Wanted) -> Result<Pixels, Lost> {
    let (width, height) = (wanted.width as usize, wanted.height as usize);
    let components = wanted.components.ok_or(Lost::Damaged)?;
    if wanted.values() > LARGEST {
        return Err(Lost::TooMuch);
    }
    let values = bytes(data, width * components, height, wanted.bits);
    if values.is_empty() {
        return Err(Lost::Damaged);
    }
    Ok(Pixels {
        values,
        width,
        height,
        components,
        largest: f64::from((1_u32 << wanted.bits.min(8)) - 1),
        opacity: None,
        brought: None,
    })
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
    fn what_is_missing_is_not_made_up() {
        assert_eq!(bytes(&[7], 2, 2, 8), [7]);
        assert_eq!(bytes(&[0xFF, 0xFF, 0xFF], 10, 2, 1), [1; 18]);
    }
}
