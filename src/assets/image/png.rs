//! PNG: every kind of pixel that it has, as 8 bits.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Limits, Transformations};

use super::pixels::Pixels;
use super::{Colour, Decoded, ImageError, check_size, exif};
use crate::wording::text;

/// What chunks of text and profiles may take.
const MOST_BYTES: usize = 1 << 30;

/// Decodes the pixels.
pub(super) fn decode(data: &[u8]) -> Result<Decoded, ImageError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(data), Limits { bytes: MOST_BYTES });
    // The size comes first of all, and is looked at before anything is made for it.
    let header = decoder.read_header_info().map_err(broken)?;
    check_size(header.width, header.height)?;
    let is_bitmap = header.color_type == ColorType::Grayscale && header.bit_depth == BitDepth::One;
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| ImageError::Broken(text!("they are too many", "es sind zu viele")))?;
    let mut samples = vec![0; size];
    let frame = reader.next_frame(&mut samples).map_err(broken)?;
    samples.truncate(frame.buffer_size());
    // What follows the pixels may still tell the orientation; a file cut off there has all that is printed.
    let _ = reader.finish();
    let info = reader.info();
    let (width, height) = (info.width, info.height);
    let mut pixels = match frame.color_type {
        ColorType::Grayscale => Pixels::solid(width, height, Colour::Grey, samples),
        ColorType::GrayscaleAlpha => Pixels::with_alpha(width, height, Colour::Grey, &samples),
        ColorType::Rgba => Pixels::with_alpha(width, height, Colour::Rgb, &samples),
        ColorType::Rgb | ColorType::Indexed => Pixels::solid(width, height, Colour::Rgb, samples),
    };
    pixels.is_bitmap = is_bitmap && pixels.alpha.is_none();
    let block = info.exif_metadata.as_deref().unwrap_or_default();
    Ok(Decoded {
        pixels,
        orientation: exif::orientation(block),
        profile: info.icc_profile.as_deref().map(<[u8]>::to_vec),
    })
}

fn broken(error: png::DecodingError) -> ImageError {
    ImageError::by_decoder(&error)
}
