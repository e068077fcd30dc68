//! The fonts of a PDF: what they are, and how their characters look.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro::kurbo::{Affine, BezPath, Rect, Shape, Vec2};
use hayro_font::{CMapResolverFn, FontCache, FontGlyph, FontQuery, FontResolverFn};

use super::across::Widths;
use super::dingbats;
use super::element::Glyph;
use super::entries::{has, said};
use super::file::File;
use super::program::{FILES, Program, ProgramFile};

/// The flag of a font whose characters are not those of the standard Latin set (ISO 32000-1, table 123).
pub(super) const SYMBOLIC: i64 = 1 << 2;
/// The orderings of Adobe's collections of characters that are known (ISO 14289-1, 7.21.7).
const KNOWN_CHARACTERS: [&str; 4] = ["GB1", "CNS1", "Japan1", "Korea1"];

/// A font as a page uses it.
#[derive(Clone, Debug)]
pub struct Font<'f> {
    /// The font dictionary.
    pub dict: Dict<'f>,
    /// Its object, where it is one of its own.
    pub object: Option<ObjectIdentifier>,
    /// `BaseFont` as written, the letters that mark a subset included; empty for most Type 3 fonts.
    pub base: String,
    /// What kind of font it is.
    pub kind: FontKind,
    /// Whether its program is in the file.
    pub embedded: bool,
    /// Whether it carries a map to Unicode.
    pub to_unicode: bool,
    /// The program, where it can be read or one of the standard fonts stands for it.
    program: Option<hayro_font::Font<'f>>,
    /// The program that is in the file, by itself.
    own: Rc<ProgramFile>,
    /// How wide its characters are, where its text runs downwards.
    across: Option<Rc<Widths>>,
    /// What was asked of its characters already.
    known: RefCell<BTreeMap<u32, Looks>>,
    bounds: RefCell<BTreeMap<u32, Option<Rect>>>,
}

/// The kinds of fonts (ISO 32000-2, 9.6 and 9.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum FontKind {
    /// `Type1`
    Type1,
    /// `MMType1`
    MultipleMaster,
    /// `TrueType`
    TrueType,
    /// `Type3`
    Type3,
    /// `Type0` over `CIDFontType0`
    CidType0,
    /// `Type0` over `CIDFontType2`
    CidType2,
    /// None of these.
    Unknown,
}

/// A character code in a string.
pub(super) struct Character {
    pub(super) code: u32,
    pub(super) bytes: usize,
}

/// How a character looks. Lengths are thousandths of an em.
#[derive(Clone, Debug)]
pub(super) struct Looks {
    pub(super) id: Option<u32>,
    pub(super) unicode: Option<String>,
    pub(super) advance: Vec2,
    pub(super) displacement: Vec2,
    pub(super) stretch: f64,
}

impl<'f> Font<'f> {
    fn new(
        file: &File,
        dict: &Dict<'f>,
        object: Option<ObjectIdentifier>,
        program: Option<hayro_font::Font<'f>>,
    ) -> Self {
        let descendant = descendant(dict);
        let kind = FontKind::of(dict, descendant.as_ref());
        let holder = descendant.as_ref().unwrap_or(dict);
        let descriptor = holder.get::<Dict<'f>>("FontDescriptor");
        let own = match (kind, descriptor) {
            (FontKind::Type3, _) | (_, None) => ProgramFile::Missing,
            (_, Some(descriptor)) => ProgramFile::read(file, &descriptor),
        };
        let embedded = kind == FontKind::Type3 || !matches!(own, ProgramFile::Missing);
        let is_downwards = program.as_ref().is_some_and(|program| !program.is_horizontal());
        let across = is_downwards.then(|| Rc::new(Widths::read(file, dict, holder)));
        Self {
            across,
            base: dict
                .get::<Name<'f>>("BaseFont")
                .map(|name| name.as_str().to_owned())
                .unwrap_or_default(),
            to_unicode: dict.contains_key("ToUnicode"),
            dict: dict.clone(),
            object,
            kind,
            embedded,
            program,
            own: Rc::new(own),
            known: RefCell::default(),
            bounds: RefCell::default(),
        }
    }

    /// Its name without the letters that mark a subset.
    #[must_use]
    pub fn name(&self) -> &str {
        subset_mark(&self.base).map_or(self.base.as_str(), |(_, name)| name)
    }

    /// Whether only the characters that are used are in the file.
    #[must_use]
    pub fn is_subset(&self) -> bool {
        subset_mark(&self.base).is_some()
    }

    /// Whether the file's own program could be read, or, where none is embedded, one of the standard fonts stands for it. Where not, its
    /// characters have no shapes.
    #[must_use]
    pub const fn is_readable(&self) -> bool {
        self.program.is_some()
    }

    /// Whether a program is in the file that is no font, or not all of one.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        matches!(*self.own, ProgramFile::Damaged)
    }

    /// The program that is in the file.
    pub(super) fn own_program(&self) -> Option<&Program> {
        self.own.program()
    }

    /// Of a composite font, the one that it is made of.
    pub(super) fn descendant(&self) -> Option<Dict<'f>> {
        descendant(&self.dict)
    }

    /// Whether its characters are those of a collection that every program knows, so that it needs no map to Unicode (ISO 14289-1, 7.21.7).
    pub(super) fn has_known_characters(&self) -> bool {
        let system: Option<Dict<'f>> = self.descendant().and_then(|font| font.get("CIDSystemInfo"));
        let said = |key: &str| system.as_ref().and_then(|system| said(system, key));
        said("Registry").as_deref() == Some("Adobe")
            && said("Ordering").is_some_and(|ordering| KNOWN_CHARACTERS.contains(&ordering.as_str()))
    }

    /// Whether there is any way from a character to letters: a map, or an encoding with names of letters. A symbolic TrueType font without
    /// either has none, whatever may be guessed from its program, and the names of dingbats are none of letters (ISO 14289-1, 7.21.7).
    pub(super) fn names_letters(&self, code: u32) -> bool {
        if self.to_unicode {
            return true;
        }
        if self.kind != FontKind::TrueType {
            return !dingbats::is_one(self, code);
        }
        let descriptor: Dict<'f> = self.dict.get("FontDescriptor").unwrap_or_default();
        let is_symbolic = descriptor.get::<i64>("Flags").unwrap_or(0) & SYMBOLIC != 0;
        !is_symbolic || has(&self.dict, "Encoding")
    }

    pub(super) fn is_horizontal(&self) -> bool {
        self.program.as_ref().is_none_or(hayro_font::Font::is_horizontal)
    }

    /// How wide the font dictionary says a character is, in thousandths of an em, whichever way the text runs.
    pub(super) fn stated_width(&self, glyph: &Glyph) -> f64 {
        self.across
            .as_ref()
            .map_or(glyph.advance, |widths| widths.of(glyph.code))
    }

    /// The character at a place of a string.
    pub(super) fn character(&self, bytes: &[u8], at: usize) -> Character {
        match &self.program {
            Some(program) => {
                let (code, length) = program.read_code(bytes, at);
                Character { code, bytes: length }
            }
            None if matches!(self.kind, FontKind::CidType0 | FontKind::CidType2) => {
                let pair = bytes.iter().skip(at).take(2);
                Character {
                    code: pair.fold(0, |code, byte| code << 8 | u32::from(*byte)),
                    bytes: 2,
                }
            }
            None => Character {
                code: bytes.get(at).copied().map_or(0, u32::from),
                bytes: 1,
            },
        }
    }

    pub(super) fn glyph(&self, code: u32) -> Looks {
        if let Some(known) = self.known.borrow().get(&code) {
            return known.clone();
        }
        let looks = self.look(code);
        self.known.borrow_mut().insert(code, looks.clone());
        looks
    }

    fn look(&self, code: u32) -> Looks {
        let Some(program) = &self.program else {
            return Looks {
                id: None,
                unicode: None,
                advance: Vec2::new(500.0, 0.0),
                displacement: Vec2::ZERO,
                stretch: 1.0,
            };
        };
        let id = program.map_code(code);
        let glyph = program.glyph(id, code);
        let unicode = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        Looks {
            id: Some(id.to_u32()),
            unicode: unicode.map(|unicode| match unicode {
                BfString::Char(letter) => letter.to_string(),
                BfString::String(letters) => letters,
            }),
            advance: finite(program.code_advance(code)),
            displacement: finite(program.origin_displacement(code)),
            stretch: program.glyph_stretch(id, code),
        }
    }

    /// How far the font's own program says the next glyph is, in thousandths of an em; none where it is not embedded, or does not say.
    #[must_use]
    pub fn program_advance(&self, code: u32) -> Option<f64> {
        let own = self.own_program()?;
        let program = self.program.as_ref()?;
        let FontGlyph::Outline(glyph) = program.glyph(program.map_code(code), code) else {
            return None;
        };
        // Where another font stands in for the program, the glyph is one of that font. Bare programs of Type 1 fonts are not given.
        let shown = glyph.font_data().map(|data| data.data.as_ref().as_ref().len());
        let is_own = match self.kind {
            FontKind::Type1 | FontKind::MultipleMaster => true,
            _ => shown == Some(own.size()),
        };
        is_own.then(|| own.advance(glyph.glyph_id().to_u32())).flatten()
    }

    /// The outline of a glyph in thousandths of an em; empty for Type 3 fonts.
    pub(super) fn outline(&self, glyph: &Glyph) -> BezPath {
        let Some(program) = &self.program else {
            return BezPath::new();
        };
        match program.glyph(program.map_code(glyph.code), glyph.code) {
            FontGlyph::Outline(outline) => outline.outline(),
            FontGlyph::Type3(_) => BezPath::new(),
        }
    }

    /// Where a glyph lies in default user space; none when it has no outline.
    pub(super) fn bounds(&self, glyph: &Glyph) -> Option<Rect> {
        let known = self.bounds.borrow().get(&glyph.code).copied();
        let own = known.unwrap_or_else(|| {
            let outline = self.outline(glyph);
            let bounds = (!outline.is_empty()).then(|| outline.bounding_box());
            self.bounds.borrow_mut().insert(glyph.code, bounds);
            bounds
        });
        own.map(|own| glyph.matrix.transform_rect_bbox(own))
    }

    /// What a glyph of a Type 3 font runs, and from its space to default user space.
    pub(super) fn program_of(&self, glyph: &Glyph) -> Option<(Stream<'f>, Affine)> {
        let program = self.program.as_ref()?;
        match program.glyph(program.map_code(glyph.code), glyph.code) {
            FontGlyph::Outline(_) => None,
            FontGlyph::Type3(own) => {
                let matrix = glyph.matrix * Affine::scale(1000.0) * own.font().matrix();
                own.program().cloned().map(|program| (program, matrix))
            }
        }
    }
}

impl FontKind {
    fn of(dict: &Dict<'_>, descendant: Option<&Dict<'_>>) -> Self {
        let subtype = |dict: &Dict<'_>| {
            dict.get::<Name<'_>>("Subtype")
                .map(|name| name.as_str().to_owned())
        };
        match subtype(dict).as_deref() {
            Some("Type1") => Self::Type1,
            Some("MMType1") => Self::MultipleMaster,
            Some("TrueType") => Self::TrueType,
            Some("Type3") => Self::Type3,
            Some("Type0") => match descendant.and_then(subtype).as_deref() {
                Some("CIDFontType0") => Self::CidType0,
                Some("CIDFontType2") => Self::CidType2,
                _ => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }
}

/// Six capitals before a plus mark a subset (ISO 32000-2, 9.9.2): the mark and the name.
fn subset_mark(base: &str) -> Option<(&str, &str)> {
    base.split_once('+')
        .filter(|(mark, _)| mark.len() == 6 && mark.bytes().all(|byte| byte.is_ascii_uppercase()))
}

fn finite(vector: Vec2) -> Vec2 {
    if vector.is_finite() { vector } else { Vec2::ZERO }
}

/// The first of the fonts that a composite font is made of.
fn descendant<'f>(dict: &Dict<'f>) -> Option<Dict<'f>> {
    dict.get::<Array<'f>>("DescendantFonts")
        .and_then(|fonts| fonts.iter::<Dict<'f>>().next())
}

/// The fonts of a file that were read already.
pub(super) struct Fonts<'f> {
    cache: FontCache<'f>,
    known: RefCell<BTreeMap<ObjectIdentifier, Rc<Font<'f>>>>,
    standard: FontResolverFn,
    maps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        Self {
            cache: FontCache::new(),
            known: RefCell::default(),
            standard: Arc::new(|query| match query {
                FontQuery::Standard(font) => Some(font.get_font_data()),
                FontQuery::Fallback(wanted) => Some(wanted.pick_standard_font().get_font_data()),
            }),
            maps: Arc::new(|_| None),
        }
    }
}

impl<'f> Fonts<'f> {
    pub(super) fn get(&self, file: &File, dict: &Dict<'f>, object: Option<ObjectIdentifier>) -> Rc<Font<'f>> {
        if let Some(known) = object.and_then(|id| self.known.borrow().get(&id).cloned()) {
            return known;
        }
        let program = fits(file, dict)
            .then(|| self.cache.font(dict, &self.standard, &self.maps))
            .flatten();
        let font = Rc::new(Font::new(file, dict, object, program));
        if let Some(id) = object {
            self.known.borrow_mut().insert(id, Rc::clone(&font));
        }
        font
    }
}

/// Whether what a font brings along unpacks to what the limits allow.
fn fits(file: &File, dict: &Dict<'_>) -> bool {
    let descendant = descendant(dict);
    let descriptor = descendant
        .as_ref()
        .unwrap_or(dict)
        .get::<Dict<'_>>("FontDescriptor");
    let mut streams: Vec<Stream<'_>> = Vec::new();
    if let Some(descriptor) = descriptor {
        streams.extend(FILES.iter().filter_map(|key| descriptor.get(key)));
    }
    streams.extend(
        ["ToUnicode", "Encoding"]
            .iter()
            .filter_map(|key| dict.get::<Stream<'_>>(key)),
    );
    streams.extend(descendant.and_then(|font| font.get::<Stream<'_>>("CIDToGIDMap")));
    streams
        .iter()
        .all(|stream| super::unpack::fits(stream, file.limits().stream))
}
