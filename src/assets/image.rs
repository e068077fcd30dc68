//! Pictures: files of pixels, as they are. What is known of one is read once, when it is loaded, and then it is decoded whole to see that it
//! can be; the pixels are not kept, since a brochure's would fill the memory. How they become what an edition prints is [`ready`]'s business.

mod exif;
pub(super) mod jpeg;
mod orientation;
mod other;
mod pixels;
mod png;
mod ready;
mod scale;
mod tiff;

use std::fmt;
use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace};

pub use orientation::Orientation;
pub(super) use pixels::{Pixels, total};
pub use ready::{Data, Ready, Rendition};

use super::source::Source;
use crate::wording::{Text, text};

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImageId(u32);

impl ImageId {
    /// From a place in the list of pictures.
    pub(super) const fn from_index(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in the list of pictures.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Image {
    /// What people call it: `photo.jpg`.
    pub name: String,
    /// What kind of file it is.
    pub format: Format,
    /// What its pixels say.
    pub colour: Colour,
    /// Whether every pixel is one bit: ink or none.
    pub is_bitmap: bool,
    /// Whether something shows through it.
    pub has_alpha: bool,
    /// Of a picture in four inks, the most that any pixel lays down, in per cent.
    pub most_ink: Option<f64>,
    /// How it has to be turned to be seen upright.
    pub orientation: Orientation,
    /// Width and height in pixels as they are stored.
    stored: (u32, u32),
    data: Arc<[u8]>,
    source: Option<Arc<Source>>,
    jpeg: Option<jpeg::Facts>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// PNG.
    Png,
    /// TIFF 6.0.
    Tiff,
    /// WebP.
    WebP,
    /// GIF, of which the first picture is taken.
    Gif,
    /// BMP.
    Bmp,
}

/// What the pixels of a picture say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// How light it is.
    Grey,
    /// Red, green and blue light.
    Rgb,
    /// Four inks.
    Cmyk,
}

/// Why a picture cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImageError {
    /// It is none of the kinds of files that are known.
    Unknown,
    /// It is wider and higher than can be handled: its width and height.
    TooLarge(u32, u32),
    /// It has no pixels.
    Empty,
    /// It ends before its pixels do, or they are not what it says.
    Broken(Text),
    /// It is written in a way that is not read here.
    Unsupported(Text),
}

/// The most pixels of a picture: 100 million are A2 at 400 ppi, and take 400 MB in four inks while they are worked on.
const MOST_PIXELS: u64 = 100_000_000;

/// As a phrase about the file.
impl From<&ImageError> for Text {
    fn from(error: &ImageError) -> Self {
        match error {
            ImageError::Unknown => text!(
                "it is no JPEG, PNG, TIFF, WebP, GIF or BMP",
                "es ist kein JPEG, PNG, TIFF, WebP, GIF oder BMP"
            ),
            ImageError::TooLarge(width, height) => {
                let most = MOST_PIXELS / 1_000_000;
                text!(
                    "it says that it is {width} × {height} pixels large, and the most are {most} million",
                    "es gibt {width} × {height} Pixel als Größe an, und höchstens {most} Millionen sind möglich"
                )
            }
            ImageError::Empty => text!(
                "it says that it has no pixels",
                "es gibt an, keine Pixel zu haben"
            ),
            ImageError::Broken(reason) => text!(
                "its pixels cannot be read ({reason})",
                "seine Pixel lassen sich nicht lesen ({reason})"; reason
            ),
            ImageError::Unsupported(what) => text!("it is {what}", "es ist {what}"; what),
        }
    }
}

impl ImageError {
    /// Broken by what a decoder says, which it says in English alone.
    fn by_decoder(said: &impl fmt::Display) -> Self {
        Self::Broken(text!("{said}", "Meldung des Lesers: {said}"))
    }

    /// Broken since there are fewer pixels than the file says.
    fn too_few() -> Self {
        Self::Broken(text!(
            "there are fewer than it says",
            "es sind weniger, als es angibt"
        ))
    }
}

/// Why an embedded profile was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileFault {
    /// It cannot be read.
    Broken,
    /// It is for pixels of another kind.
    WrongKind,
}

/// What a decoder found.
struct Decoded {
    pixels: Pixels,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

impl Image {
    /// Reads a picture and decodes it once. Beside it, what was wrong with its profile, if anything.
    ///
    /// # Errors
    /// When it cannot be used. What is too large is refused before any of it is decoded.
    pub fn load(name: &str, data: Arc<[u8]>) -> Result<(Self, Option<ProfileFault>), ImageError> {
        let format = Format::of(&data).ok_or(ImageError::Unknown)?;
        let jpeg = match format {
            Format::Jpeg => Some(jpeg::Facts::read(&data)?),
            _ => None,
        };
        let decoded = decode(format, &data)?;
        let pixels = decoded.pixels;
        let (source, fault) = source(decoded.profile.as_deref(), pixels.colour);
        let image = Self {
            name: name.to_owned(),
            format,
            colour: pixels.colour,
            is_bitmap: pixels.is_bitmap,
            has_alpha: pixels.alpha.is_some(),
            most_ink: pixels.most_ink(),
            orientation: decoded.orientation,
            stored: (pixels.width, pixels.height),
            data,
            source,
            jpeg,
        };
        Ok((image, fault))
    }

    /// Width and height in pixels, seen upright.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        self.orientation.upright(self.stored)
    }
}

fn decode(format: Format, data: &[u8]) -> Result<Decoded, ImageError> {
    match format {
        Format::Jpeg => jpeg::decode(data),
        Format::Png => png::decode(data),
        Format::Tiff => tiff::decode(data),
        Format::WebP | Format::Gif | Format::Bmp => other::decode(format, data),
    }
}

/// Refuses what has no pixels or too many.
fn check_size(width: u32, height: u32) -> Result<(), ImageError> {
    if width == 0 || height == 0 {
        return Err(ImageError::Empty);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(ImageError::TooLarge(width, height));
    }
    Ok(())
}

/// What the pixels look like by the profile that was embedded. Of greys and inks the numbers are what is printed, so theirs is only looked at.
fn source(profile: Option<&[u8]>, colour: Colour) -> (Option<Arc<Source>>, Option<ProfileFault>) {
    let usual = || Source::srgb().map(Arc::new).filter(|_| colour == Colour::Rgb);
    let Some(profile) = profile else {
        return (usual(), None);
    };
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return (usual(), Some(ProfileFault::Broken));
    };
    let wanted = match colour {
        Colour::Grey => DataColorSpace::Gray,
        Colour::Rgb => DataColorSpace::Rgb,
        Colour::Cmyk => DataColorSpace::Cmyk,
    };
    if profile.color_space != wanted {
        return (usual(), Some(ProfileFault::WrongKind));
    }
    if colour != Colour::Rgb {
        return (None, None);
    }
    match Source::of(&profile) {
        Some(source) => (Some(Arc::new(source)), None),
        None => (usual(), Some(ProfileFault::Broken)),
    }
}

impl Format {
    /// What a file is by its first bytes.
    fn of(data: &[u8]) -> Option<Self> {
        match data {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Self::Tiff),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::WebP),
            [b'G', b'I', b'F', b'8', ..] => Some(Self::Gif),
            [b'B', b'M', ..] => Some(Self::Bmp),
            _ => None,
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Tiff => "TIFF",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
        }
    }

    /// The endings that its files have.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Tiff => &["tif", "tiff"],
            Self::WebP => &["webp"],
            Self::Gif => &["gif"],
            Self::Bmp => &["bmp"],
        }
    }

    /// The endings of all files that can be pictures.
    pub const ENDINGS: &'static [&'static str] = &["jpg", "jpeg", "png", "tif", "tiff", "webp", "gif", "bmp"];
}
