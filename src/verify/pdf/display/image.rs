//! Pictures, as objects and within the content.

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, Rect, Shape};

use super::painter::Painter;
use crate::verify::pdf::element::{Image, ImageMasking, Kind, Samples};
use crate::verify::pdf::space::Space;
use crate::verify::pdf::unpack::fits;

/// Bytes that a picture within the content may unpack to. The standard recommends four kilobytes.
const INLINE: usize = 16 << 20;

impl<'f> Painter<'_, 'f> {
    /// Paints a picture that is an object.
    pub(super) fn image(&mut self, stream: &Stream<'f>, resources: &Resources<'f>) {
        let dict = stream.dict();
        let space = dict
            .get::<Object<'f>>("ColorSpace")
            .map(|space| self.space(&space, resources));
        let masking = self.masking(dict);
        let image = Image {
            samples: Samples::Stream(stream.clone()),
            object: Some(stream.obj_id()),
            masking,
            ..self.described(dict, space, &Long)
        };
        self.add_image(image, dict.get("ImageMask").unwrap_or(false));
    }

    /// Paints a picture that stands in the content (ISO 32000-2, 8.9.7). Its words may be short ones.
    pub(super) fn inline_image(&mut self, stream: &Stream<'_>, resources: &Resources<'f>) {
        let dict = stream.dict();
        let either = |short: &str, long: &str| {
            dict.get::<Object<'_>>(short)
                .or_else(|| dict.get::<Object<'_>>(long))
        };
        let space = either("CS", "ColorSpace").map(|space| self.inline_space(&space, resources));
        let mut image = Image {
            samples: Samples::Inline(Rc::default()),
            object: None,
            masking: ImageMasking::None,
            ..self.described(dict, space, &Short)
        };
        let is_mask = matches!(either("IM", "ImageMask"), Some(Object::Boolean(true)));
        if fits(stream, INLINE) {
            let wanted = ImageDecodeParams {
                bpc: Some(image.bits),
                width: image.width,
                height: image.height,
                ..ImageDecodeParams::default()
            };
            let is_small = u64::from(image.width) * u64::from(image.height) <= INLINE as u64;
            match stream.decoded_image(&wanted) {
                Ok(samples) if is_small => image.samples = Samples::Inline(samples.data.as_ref().into()),
                _ => self.shared.damaged(text!(
                    "a picture in the content that cannot be unpacked",
                    "ein Bild im Inhalt, das sich nicht entpacken lässt"
                )),
            }
        } else {
            self.shared.cut();
        }
        self.add_image(image, is_mask);
    }

    fn add_image(&mut self, mut image: Image<'f>, is_mask: bool) {
        let matrix = self.state.matrix;
        image.ppi = resolution(matrix, image.width, image.height);
        let bounds = (matrix * Rect::new(0.0, 0.0, 1.0, 1.0).to_path(0.1)).bounding_box();
        let mode = self.state.overprint_mode;
        if is_mask {
            image.space = None;
            image.bits = 1;
            let paint = self.state.fill.paint(mode);
            self.add(Kind::ImageMask(image), Some(paint), None, bounds);
        } else {
            let space = image
                .space
                .clone()
                .unwrap_or_else(|| Rc::new(Space::Unknown("".into())));
            let paint = self.state.fill.paint_in(space, mode);
            self.add(Kind::Image(image), Some(paint), None, bounds);
        }
    }

    fn described(&self, dict: &Dict<'_>, space: Option<Rc<Space<'f>>>, words: &dyn Words) -> Image<'f> {
        let number = |long: &str| words.get(dict, long).and_then(|value| value.into_number());
        let whole = |long: &str| number(long).and_then(|number| u32::try_from(number.as_i64()).ok());
        let decode = match words.get(dict, "Decode") {
            Some(Object::Array(array)) => array.iter::<f64>().take(64).collect(),
            _ => Vec::new(),
        };
        Image {
            samples: Samples::Inline(Rc::default()),
            object: None,
            width: whole("Width").unwrap_or(0),
            height: whole("Height").unwrap_or(0),
            bits: whole("BitsPerComponent")
                .and_then(|bits| u8::try_from(bits).ok())
                .unwrap_or(8),
            space,
            decode,
            filters: words.get(dict, "Filter").map(filters).unwrap_or_default(),
            masking: ImageMasking::None,
            interpolate: matches!(words.get(dict, "Interpolate"), Some(Object::Boolean(true))),
            ppi: (0.0, 0.0),
        }
    }

    fn masking(&self, dict: &Dict<'f>) -> ImageMasking<'f> {
        if let Some(soft) = dict.get::<Stream<'f>>("SMask") {
            return ImageMasking::Soft(soft);
        }
        if dict.get::<u8>("SMaskInData").is_some_and(|within| within > 0) {
            return ImageMasking::Within;
        }
        match dict.get::<Object<'f>>("Mask") {
            Some(Object::Stream(stencil)) => ImageMasking::Stencil(stencil),
            Some(Object::Array(colours)) => ImageMasking::Colours(colours.iter::<u32>().take(64).collect()),
            _ => ImageMasking::None,
        }
    }
}

/// Pixels an inch under a matrix that takes the unit square to the page; without end where it has no extent.
fn resolution(matrix: Affine, width: u32, height: u32) -> (f64, f64) {
    let [a, b, c, d, ..] = matrix.as_coeffs();
    let along = |pixels: u32, points: f64| {
        if points > 1e-9 {
            f64::from(pixels) * 72.0 / points
        } else {
            f64::INFINITY
        }
    };
    (along(width, a.hypot(b)), along(height, c.hypot(d)))
}

fn filters(written: Object<'_>) -> Vec<String> {
    let full = |name: &Name<'_>| {
        let full = match name.as_str() {
            "AHx" => "ASCIIHexDecode",
            "A85" => "ASCII85Decode",
            "LZW" => "LZWDecode",
            "Fl" => "FlateDecode",
            "RL" => "RunLengthDecode",
            "CCF" => "CCITTFaxDecode",
            "DCT" => "DCTDecode",
            other => other,
        };
        full.to_owned()
    };
    match written {
        Object::Name(name) => vec![full(&name)],
        Object::Array(names) => names_of(&names).iter().map(full).collect(),
        _ => Vec::new(),
    }
}

fn names_of<'a>(names: &Array<'a>) -> Vec<Name<'a>> {
    names.iter::<Name<'a>>().take(16).collect()
}

/// How the entries of a picture are called.
trait Words {
    fn get<'a>(&self, dict: &Dict<'a>, long: &str) -> Option<Object<'a>>;
}

/// In full.
struct Long;

impl Words for Long {
    fn get<'a>(&self, dict: &Dict<'a>, long: &str) -> Option<Object<'a>> {
        dict.get(long)
    }
}

/// In full or in short.
struct Short;

impl Words for Short {
    fn get<'a>(&self, dict: &Dict<'a>, long: &str) -> Option<Object<'a>> {
        let short = match long {
            "Width" => "W",
            "Height" => "H",
            "BitsPerComponent" => "BPC",
            "Decode" => "D",
            "Filter" => "F",
            "Interpolate" => "I",
            other => other,
        };
        dict.get(short).or_else(|| dict.get(long))
    }
}
