//! What a PDF really holds, read from its bytes by another library than the one that wrote them: its boxes, its fonts, its pictures and the
//! plates that a press needs for it. What is said of a file is read here, so that it is true of the file and not only of what was meant.

mod plates;

use std::collections::BTreeMap;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Rect, String as PdfString};
use hayro::hayro_syntax::page::{Page, Resources};
use serde::Serialize;

/// What a PDF holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Written {
    /// The version that its header names: `1.6`.
    pub version: String,
    /// The output condition that it names: `FOGRA39`.
    pub condition: Option<String>,
    /// Its pages.
    pub pages: Vec<WrittenPage>,
    /// Its fonts, by name.
    pub fonts: Vec<WrittenFont>,
    /// How many pictures it holds.
    pub pictures: usize,
}

/// A page of a PDF. Boxes are left, bottom, right and top in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WrittenPage {
    /// All that is shown.
    pub media: [f64; 4],
    /// How far artwork reaches, where the page says so.
    pub bleed: Option<[f64; 4]>,
    /// Where it is cut, where the page says so.
    pub trim: Option<[f64; 4]>,
    /// The plates that it needs: process inks first, then spot inks in alphabetical order.
    pub plates: Vec<String>,
}

/// A font of a PDF.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WrittenFont {
    /// Its name, without the letters that mark a subset.
    pub name: String,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Whether only the characters that are used are.
    pub subset: bool,
}

/// Reads a PDF; none when it is no PDF that can be read.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Written> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let mut fonts: BTreeMap<String, WrittenFont> = BTreeMap::new();
    let mut pages = Vec::new();
    let mut pictures = BTreeMap::new();
    for page in pdf.pages().iter() {
        for font in fonts_of(page.resources()) {
            fonts.entry(font.name.clone()).or_insert(font);
        }
        pictures_of(page.resources(), &mut pictures);
        pages.push(written_page(page));
    }
    Some(Written {
        version: version(bytes),
        condition: condition(&catalog),
        pages,
        fonts: fonts.into_values().collect(),
        pictures: pictures.len(),
    })
}

/// The header's own words, since a library may know a version by another name.
fn version(bytes: &[u8]) -> String {
    let head = bytes.strip_prefix(b"%PDF-").unwrap_or_default();
    let said = head
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || **byte == b'.');
    said.take(8).map(|byte| char::from(*byte)).collect()
}

fn condition(catalog: &Dict<'_>) -> Option<String> {
    let intents: Array<'_> = catalog.get("OutputIntents")?;
    let intent = intents.iter::<Dict<'_>>().next()?;
    let identifier: PdfString<'_> = intent.get("OutputConditionIdentifier")?;
    Some(String::from_utf8_lossy(identifier.as_bytes()).into_owned())
}

fn written_page(page: &Page<'_>) -> WrittenPage {
    let named = |name: &str| page.raw().get::<Rect>(name).map(corners);
    WrittenPage {
        media: corners(page.media_box()),
        bleed: named("BleedBox"),
        trim: named("TrimBox"),
        plates: plates::of(page),
    }
}

const fn corners(rect: Rect) -> [f64; 4] {
    [rect.x0, rect.y0, rect.x1, rect.y1]
}

fn fonts_of(resources: &Resources<'_>) -> Vec<WrittenFont> {
    let fonts = &resources.fonts;
    let dicts = fonts.keys().filter_map(|name| fonts.get::<Dict<'_>>(name));
    dicts.filter_map(|font| written_font(&font)).collect()
}

fn written_font(font: &Dict<'_>) -> Option<WrittenFont> {
    let full = font.get::<Name<'_>>("BaseFont")?.as_str().to_owned();
    // A composite font has its descriptor with its descendant.
    let descendant = font
        .get::<Array<'_>>("DescendantFonts")
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let holder = descendant.as_ref().unwrap_or(font);
    let descriptor = holder.get::<Dict<'_>>("FontDescriptor");
    let embedded = descriptor.is_some_and(|descriptor| {
        ["FontFile", "FontFile2", "FontFile3"]
            .iter()
            .any(|file| descriptor.contains_key(file))
    });
    let (name, subset) = match full.split_once('+') {
        // Six capitals before a plus mark a subset (ISO 32000-1, 9.6.4).
        Some((mark, name)) if mark.len() == 6 && mark.bytes().all(|byte| byte.is_ascii_uppercase()) => {
            (name.to_owned(), true)
        }
        _ => (full, false),
    };
    Some(WrittenFont {
        name,
        embedded,
        subset,
    })
}

/// The pictures that a page names, each once by its object.
fn pictures_of(resources: &Resources<'_>, found: &mut BTreeMap<(i32, i32), ()>) {
    for name in resources.x_objects.keys() {
        if let (Some(id), Some(object)) = (resources.x_objects.get_ref(&name), resources.get_x_object(&name))
            && object
                .dict()
                .get::<Name<'_>>("Subtype")
                .is_some_and(|kind| kind.as_str() == "Image")
        {
            found.insert((id.obj_number as i32, id.gen_number), ());
        }
    }
}
