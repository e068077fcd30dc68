//! What is to be told of a file: its facts, gathered from all its pages.

use std::collections::{BTreeMap, BTreeSet};

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use serde::Serialize;

use super::display::{Display, Reader};
use super::element::{Blend, Element, ImageMasking, Kind};
use super::file::File;
use super::font::{Font, FontKind};
use super::ink::{Inked, Meter, Spots};
use super::intent::{IntentFacts, intents};
use super::page::Page;
use super::paint::Paint;
use super::plates::plates;
use super::text_string::text_of;
use crate::wording::Lang;

/// Pictures and layers that are listed.
const LISTED: usize = 2_000;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Facts {
    /// The version that its header names: `1.6`.
    pub version: String,
    /// How many pages it has.
    pub page_count: usize,
    /// The standards that it says it keeps: `PDF/X-4`, `PDF/UA-1`.
    pub claims: Vec<String>,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Whether it is tagged.
    pub tagged: bool,
    /// Its language.
    pub language: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it was made for.
    pub intents: Vec<IntentFacts>,
    /// Its pages.
    pub pages: Vec<PageFacts>,
    /// The fonts that texts use, by name.
    pub fonts: Vec<FontFacts>,
    /// The pictures that show.
    pub pictures: Vec<PictureFacts>,
    /// The families of the colour spaces that anything is painted in.
    pub spaces: Vec<&'static str>,
    /// Whether anything overprints.
    pub overprint: bool,
    /// Whether anything is transparent: by opacity, blending or a mask.
    pub transparency: bool,
    /// The layers.
    pub layers: Vec<String>,
    /// What was found damaged.
    pub damage: Vec<String>,
    /// Whether something was left out, since the file asks for more than any needs.
    pub truncated: bool,
}

/// What a page holds. Boxes are left, bottom, right and top in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageFacts {
    /// Its sheet.
    pub media: [f64; 4],
    /// What a viewer shows, where the page says so.
    pub crop: Option<[f64; 4]>,
    /// How far artwork reaches, where the page says so.
    pub bleed: Option<[f64; 4]>,
    /// Where it is cut, where the page says so.
    pub trim: Option<[f64; 4]>,
    /// How far it is turned.
    pub rotate: i32,
    /// The plates that it needs: process inks first, then spot inks in alphabetical order.
    pub plates: Vec<String>,
    /// How much ink it lays down, where that was asked and the pages before did not cost all that may be done.
    pub ink: Option<Inked>,
    /// Its annotations: how many of each kind.
    pub annotations: BTreeMap<String, usize>,
}

/// A font.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FontFacts {
    /// Its name, without the letters that mark a subset.
    pub name: String,
    /// What kind of font it is.
    pub kind: FontKind,
    /// Whether its program is in the file, and can be read as far as is known.
    pub embedded: bool,
    /// Whether what is in the file as its program is no font, or not all of one.
    pub damaged: bool,
    /// Whether only the characters that are used are.
    pub subset: bool,
    /// The pages that use it, from 1.
    pub pages: Vec<usize>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PictureFacts {
    /// The page that it stands on, from 1.
    pub page: usize,
    /// The number of its object; none when it stands in the content itself.
    pub object: Option<u32>,
    /// Pixels across and down.
    pub pixels: [u32; 2],
    /// Pixels an inch, across and down, as it shows; none when it has no extent.
    pub ppi: Option<[f64; 2]>,
    /// Bits of a component.
    pub bits: u8,
    /// The family of its colour space; none for stencils.
    pub space: Option<&'static str>,
    /// Its filters.
    pub filters: Vec<String>,
    /// Whether anything masks it.
    pub masked: bool,
}

/// Gathers the facts of a file; the ink of its pages only when that is asked, since it takes long. `look` is shown each page with what it
/// paints, so that whoever judges it need not read it once more.
pub fn facts<'f>(
    file: &'f File,
    ink: bool,
    mut look: impl FnMut(&Page<'f>, &Display<'f>, Option<&Inked>),
) -> Facts {
    let reader = Reader::new(file);
    let meter = Meter::new(file);
    let pages = file.pages();
    let mut gathered = Gathered::default();
    let mut told = Vec::new();
    for page in &pages {
        let display = reader.display(page);
        gathered.add(page, &display);
        let ink = ink
            .then(|| meter.measure(&display, page.boxes.bleed, Spots::Apart))
            .flatten();
        look(page, &display, ink.as_ref());
        told.push(page_facts(page, &display, ink));
    }
    let catalog = file.catalog();
    let said = |dict: &Dict<'_>, key: &str| dict.get::<PdfString<'_>>(key).map(|string| text_of(&string));
    Facts {
        version: file.header_version(),
        page_count: file.page_count(),
        claims: super::claims::claims(file),
        encrypted: file.is_encrypted(),
        tagged: catalog
            .get::<Dict<'_>>("MarkInfo")
            .and_then(|info| info.get("Marked"))
            .unwrap_or(false),
        language: said(&catalog, "Lang").filter(|language| !language.is_empty()),
        title: said(&file.info(), "Title").filter(|title| !title.is_empty()),
        intents: intents(file),
        layers: layers(&catalog),
        truncated: gathered.truncated || pages.len() < file.page_count(),
        pages: told,
        fonts: gathered.fonts.into_values().collect(),
        pictures: gathered.pictures,
        spaces: gathered.spaces.into_iter().collect(),
        overprint: gathered.overprint,
        transparency: gathered.transparency,
        damage: gathered.damage.into_iter().collect(),
    }
}

/// What is gathered from page to page.
#[derive(Default)]
struct Gathered {
    fonts: BTreeMap<(String, FontKind, [bool; 3]), FontFacts>,
    pictures: Vec<PictureFacts>,
    spaces: BTreeSet<&'static str>,
    overprint: bool,
    transparency: bool,
    damage: BTreeSet<String>,
    truncated: bool,
}

impl Gathered {
    fn add(&mut self, page: &Page<'_>, display: &Display<'_>) {
        self.truncated |= display.truncated;
        self.damage.extend(
            display
                .damage
                .iter()
                .map(|what| format!("page {}: {}", page.index + 1, what.in_lang(Lang::English))),
        );
        self.transparency |= display
            .groups
            .iter()
            .any(|group| group.alpha < 1.0 || group.blend != Blend::Normal || group.soft_mask.is_some());
        for element in display.all() {
            self.element(page.index + 1, element);
        }
    }

    fn element(&mut self, page: usize, element: &Element<'_>) {
        for paint in element.fill.iter().chain(&element.stroke) {
            self.spaces.insert(paint.space.family());
            self.overprint |= paint.overprint;
        }
        self.transparency |= is_transparent(element);
        match &element.kind {
            Kind::Text(text) => self.font(page, &text.font),
            Kind::Image(image) | Kind::ImageMask(image) => {
                if self.pictures.len() >= LISTED {
                    self.truncated = true;
                    return;
                }
                let (across, down) = image.ppi;
                self.pictures.push(PictureFacts {
                    page,
                    object: image.object.map(|object| object.obj_number),
                    pixels: [image.width, image.height],
                    ppi: (across.is_finite() && down.is_finite()).then_some([across, down]),
                    bits: image.bits,
                    space: image.space.as_ref().map(|space| space.family()),
                    filters: image.filters.clone(),
                    masked: !matches!(image.masking, ImageMasking::None),
                });
            }
            Kind::Path(_) | Kind::Shading(_) => {}
        }
    }

    fn font(&mut self, page: usize, font: &Font<'_>) {
        let (damaged, subset) = (font.is_damaged(), font.is_subset());
        let embedded = font.embedded && !damaged;
        let key = (font.name().to_owned(), font.kind, [embedded, damaged, subset]);
        let known = self.fonts.entry(key).or_insert_with(|| FontFacts {
            name: font.name().to_owned(),
            kind: font.kind,
            embedded,
            damaged,
            subset,
            pages: Vec::new(),
        });
        if known.pages.last() != Some(&page) {
            known.pages.push(page);
        }
    }
}

fn is_transparent(element: &Element<'_>) -> bool {
    let is_soft = match &element.kind {
        Kind::Image(image) => matches!(image.masking, ImageMasking::Soft(_) | ImageMasking::Within),
        _ => false,
    };
    let see_through = |paint: &Option<Paint<'_>>, alpha: f64| paint.is_some() && alpha < 1.0;
    is_soft
        || element.blend != Blend::Normal
        || element.soft_mask.is_some()
        || see_through(&element.fill, element.fill_alpha)
        || see_through(&element.stroke, element.stroke_alpha)
}

fn page_facts(page: &Page<'_>, display: &Display<'_>, ink: Option<Inked>) -> PageFacts {
    let sides = |rect: hayro::kurbo::Rect| [rect.x0, rect.y0, rect.x1, rect.y1];
    let mut annotations = BTreeMap::new();
    for annotation in page.annotations() {
        let kind: Option<Name<'_>> = annotation.get("Subtype");
        let kind = kind.map_or_else(|| "?".to_owned(), |kind| kind.as_str().to_owned());
        *annotations.entry(kind).or_insert(0) += 1;
    }
    PageFacts {
        media: sides(page.boxes.media),
        crop: page.written.crop.map(sides),
        bleed: page.written.bleed.map(sides),
        trim: page.written.trim.map(sides),
        rotate: page.rotate,
        plates: plates(display),
        ink,
        annotations,
    }
}

fn layers(catalog: &Dict<'_>) -> Vec<String> {
    let groups: Option<Array<'_>> = catalog
        .get::<Dict<'_>>("OCProperties")
        .and_then(|properties| properties.get("OCGs"));
    let groups = groups
        .into_iter()
        .flat_map(|groups| groups.iter::<Object<'_>>().take(LISTED));
    let named = groups.filter_map(|group| group.into_dict()?.get::<PdfString<'_>>("Name"));
    named.map(|name| text_of(&name)).collect()
}
