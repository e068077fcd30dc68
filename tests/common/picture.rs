//! Pictures for tests, drawn by numbers: none of them is a file of somebody's.

use std::fs;

use super::Sandbox;

/// Puts a picture into a project.
pub(crate) fn put(project: &Sandbox, name: &str, bytes: &[u8]) {
    fs::create_dir_all(project.path("content/images")).unwrap();
    project.write_bytes(&format!("content/images/{name}"), bytes);
}

/// Something like a photograph: light at the head and dark at the foot, with all hues from left to right and a texture over it.
pub(crate) fn photo(width: u32, height: u32) -> Vec<u8> {
    let mut samples = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let hue = x * 6 * 255 / width;
            let light = 255 - y * 255 / height;
            for shift in [0, 510, 1020] {
                let at = (hue + shift) % 1530;
                let part = if at < 255 {
                    at
                } else if at < 765 {
                    255
                } else {
                    1020_u32.saturating_sub(at)
                };
                let texture = (x * 7 + y * 13 + x * y) % 23;
                samples.push(((part + texture) * light / 280).min(255) as u8);
            }
        }
    }
    samples
}

fn encoded(samples: &[u8], width: u32, height: u32, kind: jpeg_encoder::ColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 92);
    encoder
        .encode(samples, width as u16, height as u16, kind)
        .unwrap();
    bytes
}

/// A photograph in RGB.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&photo(width, height), width, height, jpeg_encoder::ColorType::Rgb)
}

/// A photograph in grey.
pub(crate) fn grey(width: u32, height: u32) -> Vec<u8> {
    let samples: Vec<u8> = photo(width, height).chunks(3).map(|pixel| pixel[1]).collect();
    encoded(&samples, width, height, jpeg_encoder::ColorType::Luma)
}

/// A JPEG of one colour in four inks, each to 255.
pub(crate) fn inks(width: u32, height: u32, inks: [u8; 4]) -> Vec<u8> {
    let samples = inks.repeat((width * height) as usize);
    encoded(&samples, width, height, jpeg_encoder::ColorType::Cmyk)
}

/// The same JPEG with a profile in it.
pub(crate) fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    let pieces: Vec<&[u8]> = profile.chunks(60_000).collect();
    for (number, piece) in (1..).zip(&pieces) {
        bytes.extend([0xFF, 0xE2]);
        bytes.extend((piece.len() as u16 + 16).to_be_bytes());
        bytes.extend(b"ICC_PROFILE\0");
        bytes.extend([number, pieces.len() as u8]);
        bytes.extend_from_slice(piece);
    }
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

/// The same JPEG, held by the camera in one of eight ways.
pub(crate) fn oriented(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend(b"\xFF\xE1\0\x22Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    bytes.extend([orientation, 0, 0, 0, 0, 0, 0]);
    bytes.extend_from_slice(&jpeg[2..]);
    bytes
}

fn png(samples: &[u8], width: u32, height: u32, kind: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    bytes
}

/// A PNG in RGB.
pub(crate) fn lossless(width: u32, height: u32) -> Vec<u8> {
    png(
        &photo(width, height),
        width,
        height,
        png::ColorType::Rgb,
        png::BitDepth::Eight,
    )
}

/// A PNG of one bit a pixel: stripes.
pub(crate) fn bitmap(width: u32, height: u32) -> Vec<u8> {
    let row = vec![0xF0; width.div_ceil(8) as usize];
    png(
        &row.repeat(height as usize),
        width,
        height,
        png::ColorType::Grayscale,
        png::BitDepth::One,
    )
}

/// A PNG that covers at the left and shows what is below at the right.
pub(crate) fn see_through(width: u32, height: u32) -> Vec<u8> {
    let mut samples = Vec::new();
    for (at, pixel) in photo(width, height).chunks(3).enumerate() {
        samples.extend_from_slice(pixel);
        samples.push(255 - (at as u32 % width * 255 / width) as u8);
    }
    png(
        &samples,
        width,
        height,
        png::ColorType::Rgba,
        png::BitDepth::Eight,
    )
}

/// A PNG that says it is 50,000 pixels wide and high, and holds none of them.
pub(crate) fn enormous() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(50_000_u32.to_be_bytes());
    chunk.extend(50_000_u32.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    bytes.extend(13_u32.to_be_bytes());
    bytes.extend(&chunk);
    bytes.extend(checksum(&chunk).to_be_bytes());
    bytes
}

/// The checksum of a chunk (PNG specification, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                0xEDB8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            };
        }
    }
    !sum
}
