//! WebP, GIF and BMP, through the decoders of `image`.

use std::io::Cursor;

use image::codecs::bmp::BmpDecoder;
use image::codecs::gif::GifDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, DynamicImage, ImageDecoder, Limits};

use super::pixels::Pixels;
use super::{Colour, Decoded, Format, ImageError, check_size, exif};

/// The most bytes that a decoder may ask for: four parts of the most pixels there are, and as much again to work on.
const MOST_BYTES: u64 = 800_000_000;

/// Decodes the pixels.
pub(super) fn decode(format: Format, data: &[u8]) -> Result<Decoded, ImageError> {
    let cursor = Cursor::new(data);
    match format {
        Format::Gif => read(GifDecoder::new(cursor).map_err(broken)?),
        Format::Bmp => read(BmpDecoder::new(cursor).map_err(broken)?),
        _ => read(WebPDecoder::new(cursor).map_err(broken)?),
    }
}

fn read(mut decoder: impl ImageDecoder) -> Result<Decoded, ImageError> {
    let (width, height) = decoder.dimensions();
    check_size(width, height)?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_BYTES);
    decoder.set_limits(limits).map_err(broken)?;
    let profile = decoder.icc_profile().ok().flatten();
    let block = decoder.exif_metadata().ok().flatten().unwrap_or_default();
    let is_grey = matches!(decoder.color_type(), ColorType::L8 | ColorType::L16);
    let picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let pixels = if is_grey {
        Pixels::solid(width, height, Colour::Grey, picture.into_luma8().into_raw())
    } else {
        Pixels::with_alpha(width, height, Colour::Rgb, picture.into_rgba8().as_raw())
    };
    Ok(Decoded {
        pixels,
        orientation: exif::orientation(&block),
        profile,
    })
}

fn broken(error: image::ImageError) -> ImageError {
    ImageError::by_decoder(&error)
}
