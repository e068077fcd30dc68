//! JPEG (ITU-T T.81): what its markers say, and its pixels. The markers are read here and not by the decoder, since what is embedded
//! untouched has to be whole and of a kind that every PDF program decodes.

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::pixels::Pixels;
use super::{Colour, Decoded, ImageError, Orientation, check_size, exif};
use crate::wording::text;

/// What the markers of a JPEG say.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) colour: Colour,
    /// Whether full ink is written as 0, as Adobe's programs do.
    pub(super) is_inverted: bool,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

/// No side is longer (T.81, B.2.2).
const LONGEST_SIDE: usize = 65_535;
/// No profile comes in more pieces than it can count.
const MOST_PIECES: usize = 255;

impl Facts {
    /// Reads the markers.
    pub(super) fn read(data: &[u8]) -> Result<Self, ImageError> {
        let mut reader = Markers { data, at: 2 };
        let mut frame = None;
        let mut adobe = None;
        let mut orientation = Orientation::default();
        let mut pieces: Vec<(u8, &[u8])> = Vec::new();
        loop {
            let (marker, body) = reader.next().ok_or_else(no_header)?;
            match marker {
                0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                    frame = Some(read_frame(marker, body)?)
                }
                0xE1 => {
                    if let Some(block) = body.strip_prefix(b"Exif\0\0") {
                        orientation = exif::orientation(block);
                    }
                }
                0xE2 => {
                    if let Some([number, _, piece @ ..]) = body.strip_prefix(b"ICC_PROFILE\0")
                        && pieces.len() < MOST_PIECES
                    {
                        pieces.push((*number, piece));
                    }
                }
                0xEE => {
                    if let Some(rest) = body.strip_prefix(b"Adobe") {
                        adobe = rest.get(6).copied();
                    }
                }
                0xDA => break,
                0xD9 => return Err(no_end()),
                _ => {}
            }
        }
        let (width, height, components) = frame.ok_or_else(no_header)?;
        check_size(width, height)?;
        if !reader.is_whole() {
            return Err(no_end());
        }
        let colour = match components {
            1 => Colour::Grey,
            3 => Colour::Rgb,
            4 => Colour::Cmyk,
            other => {
                return Err(ImageError::Unsupported(text!(
                    "a JPEG of {other} parts a pixel, not 1, 3 or 4",
                    "ein JPEG mit {other} Werten je Pixel, nicht mit 1, 3 oder 4"
                )));
            }
        };
        pieces.sort_by_key(|(number, _)| *number);
        let profile: Vec<u8> = pieces.into_iter().flat_map(|(_, piece)| piece).copied().collect();
        Ok(Self {
            width,
            height,
            colour,
            is_inverted: colour == Colour::Cmyk && adobe.is_some(),
            orientation,
            profile: (!profile.is_empty()).then_some(profile),
        })
    }
}

fn no_header() -> ImageError {
    ImageError::Broken(text!(
        "the file ends before its header do",
        "die Datei endet, bevor ihr Kopf zu Ende ist"
    ))
}

fn no_end() -> ImageError {
    ImageError::Broken(text!(
        "the file ends before its pixels do",
        "die Datei endet, bevor ihre Pixel zu Ende sind"
    ))
}

/// Width, height and parts of a frame; only kinds that a PDF may hold (ISO 32000-1, 7.4.8).
fn read_frame(marker: u8, body: &[u8]) -> Result<(u32, u32, u8), ImageError> {
    let [depth, h1, h2, w1, w2, components, ..] = body else {
        return Err(no_header());
    };
    let unsupported = |what| Err(ImageError::Unsupported(what));
    match marker {
        0xC0..=0xC2 => {}
        0xC9..=0xCF => {
            return unsupported(text!(
                "a JPEG in arithmetic coding, which no PDF may hold: save it in Huffman coding",
                "ein JPEG in arithmetischer Kodierung, die kein PDF enthalten darf: in Huffman-Kodierung speichern"
            ));
        }
        _ => {
            return unsupported(text!(
                "a JPEG without loss or in layers, which no PDF may hold: save it as a usual one",
                "ein verlustfreies oder geschichtetes JPEG, das kein PDF enthalten darf: als gewöhnliches speichern"
            ));
        }
    }
    if *depth != 8 {
        return unsupported(text!(
            "a JPEG of {depth} bits a part, which no PDF may hold: save it in 8 bits",
            "ein JPEG mit {depth} Bit je Wert, das kein PDF enthalten darf: mit 8 Bit speichern"
        ));
    }
    let pair = |one: u8, two: u8| u32::from(u16::from_be_bytes([one, two]));
    Ok((pair(*w1, *w2), pair(*h1, *h2), *components))
}

/// The markers of a JPEG, one after the other.
struct Markers<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Markers<'a> {
    /// The next marker and what it holds; none at the end of the file.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        while *self.data.get(self.at)? != 0xFF {
            self.at += 1;
        }
        while *self.data.get(self.at)? == 0xFF {
            self.at += 1;
        }
        let marker = *self.data.get(self.at)?;
        self.at += 1;
        if matches!(marker, 0x00 | 0x01 | 0xD0..=0xD9) {
            return Some((marker, &[]));
        }
        let length = self.data.get(self.at..self.at + 2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let body = self.data.get(self.at + 2..self.at + length.max(2))?;
        self.at += length.max(2);
        Some((marker, body))
    }

    /// Whether an end follows, after whatever pixels.
    fn is_whole(&self) -> bool {
        let rest = &self.data[self.at.min(self.data.len())..];
        rest.windows(2).rev().any(|pair| pair == [0xFF, 0xD9])
    }
}

/// Decodes the pixels; what is missing or wrong in them is an error, where other programs show grey.
pub(super) fn decode(data: &[u8]) -> Result<Decoded, ImageError> {
    let facts = Facts::read(data)?;
    let first = DecoderOptions::new_safe()
        .set_max_width(LONGEST_SIDE)
        .set_max_height(LONGEST_SIDE)
        .set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(data), first);
    decoder.decode_headers().map_err(broken)?;
    let stored = decoder.input_colorspace();
    let wanted = match (facts.colour, stored) {
        (Colour::Grey, _) => ColorSpace::Luma,
        (Colour::Rgb, _) => ColorSpace::RGB,
        (Colour::Cmyk, Some(ColorSpace::YCCK)) => ColorSpace::YCCK,
        (Colour::Cmyk, _) => ColorSpace::CMYK,
    };
    let mut decoder =
        JpegDecoder::new_with_options(ZCursor::new(data), first.jpeg_set_out_colorspace(wanted));
    let mut samples = decoder.decode().map_err(broken)?;
    let wanted_length = facts.width as usize * facts.height as usize * facts.colour.parts();
    if samples.len() != wanted_length {
        return Err(ImageError::too_few());
    }
    if wanted == ColorSpace::YCCK {
        samples.chunks_exact_mut(4).for_each(from_ycck);
    }
    if facts.is_inverted {
        samples.iter_mut().for_each(|ink| *ink = 255 - *ink);
    }
    Ok(Decoded {
        pixels: Pixels::solid(facts.width, facts.height, facts.colour, samples),
        orientation: facts.orientation,
        profile: facts.profile,
    })
}

fn broken(error: impl std::fmt::Debug) -> ImageError {
    let reason = format!("{error:?}");
    let reason: String = reason.chars().take(120).collect();
    ImageError::by_decoder(&reason)
}

/// From luminance, colour differences and black to what is stored for four inks (Adobe Technical Note 5116).
fn from_ycck(pixel: &mut [u8]) {
    let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    let (cb, cr) = (cb - 128, cr - 128);
    // Whole parts of 65536, as in libjpeg.
    let light = [
        y + ((91_881 * cr + 32_768) >> 16),
        y - ((22_554 * cb + 46_802 * cr + 32_768) >> 16),
        y + ((116_130 * cb + 32_768) >> 16),
    ];
    for (part, light) in pixel.iter_mut().zip(light) {
        *part = 255 - light.clamp(0, 255) as u8;
    }
}

/// Encodes pixels; none when a side is longer than a JPEG can have. Inks are written as Adobe's programs do, full ink as 0.
pub(in crate::assets) fn encode(pixels: &Pixels, quality: u8) -> Option<Vec<u8>> {
    let (width, height) = (
        u16::try_from(pixels.width).ok()?,
        u16::try_from(pixels.height).ok()?,
    );
    let mut encoded = Vec::new();
    let mut encoder = Encoder::new(&mut encoded, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    let kind = match pixels.colour {
        Colour::Grey => ColorType::Luma,
        Colour::Rgb => ColorType::Rgb,
        Colour::Cmyk => ColorType::Cmyk,
    };
    encoder.encode(&pixels.samples, width, height, kind).ok()?;
    Some(encoded)
}

/// The samples of a JPEG in four inks that was written here.
pub(in crate::assets) fn reread(data: &[u8]) -> Option<Vec<u8>> {
    decode(data).ok().map(|decoded| decoded.pixels.samples)
}
