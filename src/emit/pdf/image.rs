//! Pictures as objects of the file: one for each picture, however often and on however many pages it is shown, with no more pixels than its
//! largest placement makes use of.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::{Filter, Finish, Ref};

use super::file::{File, compressed_picture};
use super::predict::predicted;
use super::profile::{Colours, Profile};
use crate::assets::{Assets, Colour, Data, ImageId, Rendition};
use crate::diag::{Code, Log};
use crate::geom::{Length, Size};
use crate::scene::{ItemKind, Scene};
use crate::wording::text;

/// The most pixels an inch that a screen makes use of, enlarged to twice its size.
const SCREEN_PPI: u32 = 200;

/// All pictures of a scene, as an edition writes them.
#[derive(Debug)]
pub(super) struct Images(BTreeMap<ImageId, Rendition>);

impl Images {
    /// Makes every picture of the scene ready for the edition.
    pub(super) fn collect(scene: &Scene, assets: &Assets, profile: &Profile, log: &mut Log) -> Self {
        let mut largest: BTreeMap<ImageId, Size> = BTreeMap::new();
        scene.each_item(&mut |item| {
            if let ItemKind::Picture(picture) = &item.kind {
                let size = largest.entry(picture.image).or_default();
                size.width = size.width.max(picture.size.width);
                size.height = size.height.max(picture.size.height);
            }
        });
        let mut images = BTreeMap::new();
        for (id, size) in largest {
            let most = |ppi: u32| (pixels(size.width, ppi), pixels(size.height, ppi));
            let rendition = match profile.colours {
                Colours::Inks => assets.for_press(id, assets.ready().finest.map(most)),
                Colours::Srgb => assets.for_screen(id, Some(most(SCREEN_PPI))),
            };
            match rendition {
                Some(rendition) => {
                    images.insert(id, rendition);
                }
                None => no_way_to_inks(assets, id, log),
            }
        }
        Self(images)
    }

    /// The pictures that show what is below them.
    pub(super) fn see_through(&self) -> BTreeSet<ImageId> {
        let shows = |(id, image): (&ImageId, &Rendition)| image.alpha.is_some().then_some(*id);
        self.0.iter().filter_map(shows).collect()
    }

    /// Writes all pictures; gives their references.
    pub(super) fn embed(&self, file: &mut File) -> BTreeMap<ImageId, Ref> {
        self.0
            .iter()
            .map(|(id, image)| (*id, write(image, file)))
            .collect()
    }
}

/// The resource name of a picture.
pub(super) fn image_name(id: ImageId) -> String {
    format!("I{}", id.index())
}

/// How many pixels a length needs at a resolution.
fn pixels(length: Length, ppi: u32) -> u32 {
    (length.to_pt() / 72.0 * f64::from(ppi)).ceil().clamp(1.0, 1e9) as u32
}

fn no_way_to_inks(assets: &Assets, id: ImageId, log: &mut Log) {
    let path = &assets.output.path;
    let name = &assets.image(id).name;
    log.error_in_file(
        Code::BROKEN_PROFILE,
        path,
        text!(
            "the ICC profile `{path}` has no table towards its inks, and `{name}` is in RGB",
            "dem ICC-Profil `{path}` fehlt die Tabelle für die Umrechnung in Druckfarben, und `{name}` ist in RGB"
        ),
    )
    .help(text!(
        "ask the printer for the whole profile, or convert the picture to CMYK in an image editor",
        "die Druckerei um das vollständige Profil bitten oder das Bild in einem Bildprogramm in CMYK umwandeln"
    ));
}

fn write(image: &Rendition, file: &mut File) -> Ref {
    let mask = image.alpha.as_ref().map(|alpha| write_mask(image, alpha, file));
    let id = file.reference();
    match &image.data {
        Data::Jpeg(data) => {
            let mut object = file.pdf.image_xobject(id, data);
            object.filter(Filter::DctDecode);
            describe(&mut object, image, mask, 8);
        }
        Data::Samples(samples) if image.is_bitmap => {
            let rows = samples.chunks_exact(image.width as usize);
            let data = compressed_picture(&rows.flat_map(packed).collect::<Vec<u8>>());
            let mut object = file.pdf.image_xobject(id, &data);
            object.filter(Filter::FlateDecode);
            describe(&mut object, image, mask, 1);
        }
        Data::Samples(samples) => {
            let parts = parts(image.colour);
            let data = compressed_picture(&predicted(samples, image.width as usize, parts));
            let mut object = file.pdf.image_xobject(id, &data);
            object.filter(Filter::FlateDecode);
            predict_parameters(&mut object, image.width, parts);
            describe(&mut object, image, mask, 8);
        }
    }
    id
}

fn describe(
    object: &mut pdf_writer::writers::ImageXObject<'_>,
    image: &Rendition,
    mask: Option<Ref>,
    bits: i32,
) {
    object.width(image.width as i32).height(image.height as i32);
    match image.colour {
        // Black ink alone: in a file whose output intent is CMYK, DeviceGray is the black plate (ISO 15930-7, 6.2.4.3), and GWG 2022
        // leaves it to pictures (R0027 names what is forbidden, R0011 to R0013 are about text, lines and overprint).
        Colour::Grey => object.color_space().device_gray(),
        Colour::Rgb => object.color_space().device_rgb(),
        Colour::Cmyk => object.color_space().device_cmyk(),
    };
    object.bits_per_component(bits);
    if image.is_inverted {
        object.decode([1.0, 0.0].repeat(parts(image.colour)));
    }
    if let Some(mask) = mask {
        object.s_mask(mask);
    }
}

fn write_mask(image: &Rendition, alpha: &[u8], file: &mut File) -> Ref {
    let id = file.reference();
    let data = compressed_picture(&predicted(alpha, image.width as usize, 1));
    let mut object = file.pdf.image_xobject(id, &data);
    object.filter(Filter::FlateDecode);
    predict_parameters(&mut object, image.width, 1);
    object.width(image.width as i32).height(image.height as i32);
    object.color_space().device_gray();
    object.bits_per_component(8);
    object.finish();
    id
}

fn predict_parameters(object: &mut pdf_writer::writers::ImageXObject<'_>, width: u32, parts: usize) {
    object
        .decode_parms()
        .predictor(pdf_writer::types::Predictor::PngOptimum)
        .colors(parts as i32)
        .bits_per_component(8)
        .columns(width as i32);
}

const fn parts(colour: Colour) -> usize {
    match colour {
        Colour::Grey => 1,
        Colour::Rgb => 3,
        Colour::Cmyk => 4,
    }
}

/// A row of black and white as bits; what is left of its last byte is empty.
fn packed(row: &[u8]) -> Vec<u8> {
    let byte = |eight: &[u8]| {
        let bits = eight.iter().enumerate();
        bits.fold(0_u8, |byte, (at, sample)| byte | (sample >> 7) << (7 - at))
    };
    row.chunks(8).map(byte).collect()
}
