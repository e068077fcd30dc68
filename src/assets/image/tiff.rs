//! TIFF 6.0: grey, RGB and four inks, in 1, 8 or 16 bits; the first picture of a file.

use std::io::Cursor;

use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use super::pixels::Pixels;
use super::{Colour, Decoded, ImageError, Orientation, check_size};
use crate::wording::text;

/// The most bytes that pixels may take: the most pixels there are, in four inks of 16 bits.
const MOST_BYTES: usize = 800_000_000;
/// The largest profile.
const LARGEST_PROFILE: usize = 16 << 20;
/// Zero is white (TIFF 6.0, PhotometricInterpretation).
const WHITE_IS_ZERO: u32 = 0;

/// Decodes the pixels.
pub(super) fn decode(data: &[u8]) -> Result<Decoded, ImageError> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MOST_BYTES;
    limits.intermediate_buffer_size = MOST_BYTES;
    limits.ifd_value_size = LARGEST_PROFILE;
    let mut decoder = Decoder::new(Cursor::new(data))
        .map_err(broken)?
        .with_limits(limits);
    let (width, height) = decoder.dimensions().map_err(broken)?;
    check_size(width, height)?;
    let kind = decoder.colortype().map_err(broken)?;
    let samples = match decoder.read_image().map_err(broken)? {
        DecodingResult::U8(samples) => samples,
        DecodingResult::U16(samples) => samples.into_iter().map(|sample| (sample >> 8) as u8).collect(),
        _ => {
            return Err(ImageError::Unsupported(text!(
                "a TIFF of pixels that are no whole numbers of 8 or 16 bits",
                "ein TIFF, dessen Pixel keine ganzen Zahlen von 8 oder 16 Bit sind"
            )));
        }
    };
    let tag = |decoder: &mut Decoder<_>, tag| decoder.find_tag_unsigned::<u32>(tag).ok().flatten();
    let orientation =
        tag(&mut decoder, Tag::Orientation).map_or_else(Orientation::default, Orientation::from_exif);
    let is_inverted = tag(&mut decoder, Tag::PhotometricInterpretation) == Some(WHITE_IS_ZERO);
    let profile = decoder.get_tag_u8_vec(Tag::IccProfile).ok();
    let (colour, has_alpha, bits) = match kind {
        ColorType::Gray(bits) => (Colour::Grey, false, bits),
        ColorType::GrayA(bits) => (Colour::Grey, true, bits),
        ColorType::RGB(bits) | ColorType::YCbCr(bits) => (Colour::Rgb, false, bits),
        ColorType::RGBA(bits) => (Colour::Rgb, true, bits),
        ColorType::CMYK(bits) => (Colour::Cmyk, false, bits),
        ColorType::CMYKA(bits) => (Colour::Cmyk, true, bits),
        other => {
            return Err(ImageError::Unsupported(text!(
                "a TIFF in {other:?}, not in grey, RGB or CMYK",
                "ein TIFF in {other:?}, nicht in Grau, RGB oder CMYK"
            )));
        }
    };
    let mut samples = match (bits, has_alpha) {
        (1, false) if colour == Colour::Grey => unpacked(&samples, width as usize),
        (8 | 16, _) => samples,
        _ => {
            return Err(ImageError::Unsupported(text!(
                "a TIFF of {bits} bits a part, not 1, 8 or 16",
                "ein TIFF mit {bits} Bit je Wert, nicht mit 1, 8 oder 16"
            )));
        }
    };
    // Only greys of 8 bits and more are turned over by the decoder.
    if is_inverted && bits == 1 {
        samples.iter_mut().for_each(|sample| *sample = 255 - *sample);
    }
    let parts = colour.parts() + usize::from(has_alpha);
    if samples.len() != width as usize * height as usize * parts {
        return Err(ImageError::too_few());
    }
    let mut pixels = if has_alpha {
        Pixels::with_alpha(width, height, colour, &samples)
    } else {
        Pixels::solid(width, height, colour, samples)
    };
    pixels.is_bitmap = bits == 1;
    Ok(Decoded {
        pixels,
        orientation,
        profile,
    })
}

/// Rows of bits as bytes; each row begins with a byte of its own.
fn unpacked(bits: &[u8], width: usize) -> Vec<u8> {
    let row = |row: &[u8]| -> Vec<u8> {
        let bit = |at: usize| row[at / 8] >> (7 - at % 8) & 1;
        (0..width).map(|at| bit(at) * 255).collect()
    };
    bits.chunks_exact(width.div_ceil(8)).flat_map(row).collect()
}

fn broken(error: tiff::TiffError) -> ImageError {
    ImageError::by_decoder(&error)
}
