//! The samples of pictures: unpacked, a byte each.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use hayro::hayro_syntax::object::stream::{ImageColorSpace, ImageDecodeParams};
use hayro::hayro_syntax::object::{Number, ObjectIdentifier, Stream};

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
    values: Vec<u8>,
    /// How opaque each pixel is, where the data say so.
    pub(super) opacity: Option<Vec<u8>>,
    /// The space that the data bring along.
    pub(super) brought: Option<ImageColorSpace>,
}

/// Pictures that were unpacked already.
#[derive(Default)]
pub(super) struct Store {
    known: RefCell<BTreeMap<ObjectIdentifier, Option<Rc<Pixels>>>>,
    kept: Cell<usize>,
}

impl Store {
    /// The samples of a picture; none when they are damaged, or are more than may be unpacked.
    pub(super) fn samples(&self, image: &Image<'_>, wanted: &Wanted, budget: &Budget) -> Option<Rc<Pixels>> {
        match &image.samples {
            Samples::Stream(stream) => self.of(stream, wanted, budget),
            Samples::Inline(bytes) => within(bytes, wanted).map(Rc::new),
        }
    }

    /// The samples of a stream.
    pub(super) fn of(&self, stream: &Stream<'_>, wanted: &Wanted, budget: &Budget) -> Option<Rc<Pixels>> {
        let key = stream.obj_id();
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
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
        pixels
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
    pub(super) /// A picture within the content, which is unpacked already.
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
