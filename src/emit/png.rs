//! Pictures of pages, for looking at and for comparing. A PDF goes in, so that the picture shows what was written and not
//! what was meant. Pages are drawn with the arithmetic that every processor of a kind has, never with what this very one
//! has beyond it, so that the same file gives the same picture on the next machine.

use std::collections::BTreeMap;
use std::fmt;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{
    Level, Pixmap, RasterizerSettings, RenderContext, RenderSettings as DrawingSettings, Resources,
    TargetInit,
};
use hayro::{RenderCache, RenderSettings, render_into};

use crate::wording::{Lang, Text, text};

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The file cannot be read as a PDF.
    Unreadable,
    /// A page would be wider or higher than 65535 pixels; holds the number of the page, from 1.
    TooLarge(usize),
    /// The picture cannot be encoded; holds the reason.
    Encoding(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Text::from(self.clone()).in_lang(Lang::English))
    }
}

impl std::error::Error for PngError {}

impl From<PngError> for Text {
    fn from(error: PngError) -> Self {
        match error {
            PngError::Unreadable => text!("it cannot be read as a PDF", "sie lässt sich nicht als PDF lesen"),
            PngError::TooLarge(page) => text!(
                "page {page} would be more than 65535 pixels wide or high",
                "Seite {page} wäre mehr als 65535 Pixel breit oder hoch"
            ),
            PngError::Encoding(reason) => text!(
                "the picture cannot be encoded ({reason})",
                "das Bild lässt sich nicht schreiben ({reason})"
            ),
        }
    }
}

/// Draws every page of a PDF on white and gives the pictures as PNG, without loss, and with a palette
/// where a page has no more than 256 colours. `dpi` is in pixels an inch, and is written into the file.
///
/// # Errors
/// When the PDF cannot be read, or a page is too large at that resolution.
pub fn pages(pdf: &[u8], dpi: u32) -> Result<Vec<Vec<u8>>, PngError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| PngError::Unreadable)?;
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    pdf.pages()
        .iter()
        .enumerate()
        .map(|(index, page)| {
            let pixels = draw(page, dpi, &cache, &settings).ok_or(PngError::TooLarge(index + 1))?;
            encode(&pixels, dpi).map_err(|error| PngError::Encoding(error.to_string()))
        })
        .collect()
}

/// A page drawn at a resolution; none when it is too large.
fn draw<'a>(
    page: &'a Page<'a>,
    dpi: u32,
    cache: &RenderCache<'a>,
    settings: &InterpreterSettings,
) -> Option<Pixmap> {
    let scale = f64::from(dpi) / 72.0;
    let (width, height) = page.render_dimensions();
    let width = pixels(width, scale)?;
    let height = pixels(height, scale)?;
    let drawing = DrawingSettings {
        level: Level::baseline(),
        num_threads: 0,
    };
    let mut context = RenderContext::new_with(width, height, drawing);
    let transform = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let rendering = RenderSettings {
        // Hinting moves letters to whole pixels; a picture of print shows them where they stand.
        hinting: false,
        ..RenderSettings::default()
    };
    render_into(page, cache, settings, &rendering, &mut context, transform);
    context.flush();
    let mut pixmap = Pixmap::new(width, height);
    let rasterizing = RasterizerSettings {
        target_init: TargetInit::Clear(WHITE),
        ..RasterizerSettings::default()
    };
    context.render_with(&mut pixmap, &mut Resources::default(), rasterizing);
    Some(pixmap)
}

/// Points as whole pixels, at least one; none beyond what a picture can have.
fn pixels(points: f32, scale: f64) -> Option<u16> {
    let pixels = (f64::from(points) * scale).round().max(1.0);
    (pixels <= f64::from(u16::MAX)).then_some(pixels as u16)
}

/// Encodes what was drawn; on white, so nothing of it is transparent.
fn encode(pixmap: &Pixmap, dpi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let colors: Vec<[u8; 3]> = pixmap
        .data()
        .iter()
        .map(|pixel| [pixel.r, pixel.g, pixel.b])
        .collect();
    let mut encoded = Vec::new();
    let mut encoder = png::Encoder::new(&mut encoded, pixmap.width().into(), pixmap.height().into());
    // A higher level takes several times as long for a few per cent.
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_depth(png::BitDepth::Eight);
    // An inch is 0.0254 m.
    let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    let samples = match palette(&colors) {
        Some((palette, indices)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            // Neighbouring places in a palette are no neighbouring colours, so differences say nothing.
            encoder.set_filter(png::Filter::NoFilter);
            indices
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            encoder.set_filter(png::Filter::NoFilter);
            colors.into_flattened()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&samples)?;
    writer.finish()?;
    Ok(encoded)
}

/// The colours of a picture, in their own order, and the place of each pixel's colour among them; none when there are more
/// than a palette can hold.
fn palette(colors: &[[u8; 3]]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut last = None;
    for color in colors {
        // Runs of one colour are long.
        if last != Some(*color) {
            places.insert(*color, 0);
            last = Some(*color);
            if places.len() > 256 {
                return None;
            }
        }
    }
    for (index, place) in places.values_mut().enumerate() {
        *place = index as u8;
    }
    let palette = places.keys().flatten().copied().collect();
    let indices = colors.iter().map(|color| places[color]).collect();
    Some((palette, indices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_become_a_palette_and_many_do_not() {
        let (palette, indices) = palette(&[[9, 9, 9], [1, 2, 3], [9, 9, 9]]).unwrap();
        assert_eq!(palette, [1, 2, 3, 9, 9, 9]);
        assert_eq!(indices, [1, 0, 1]);
        let many: Vec<[u8; 3]> = (0..300_u16)
            .map(|n| [(n % 256) as u8, (n / 256) as u8, 0])
            .collect();
        assert_eq!(super::palette(&many), None);
    }

    #[test]
    fn what_is_no_pdf_has_no_pages() {
        assert_eq!(pages(b"Faltblatt", 72), Err(PngError::Unreadable));
    }
}
