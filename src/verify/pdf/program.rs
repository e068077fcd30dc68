//! The program of a font that is in the file, read by itself: whether it can be read at all, how far its glyphs are, which there are and what
//! they are called. What shows pages puts another font in the place of a program that is damaged, so it cannot be asked.

use std::collections::BTreeSet;
use std::fmt;

use hayro::hayro_syntax::object::{Dict, Stream};
use skrifa::font::Kind;
use skrifa::raw::{FontRef, TableProvider as _};
use skrifa::{Font, GlyphId};

use super::file::File;
use super::unpack;

/// The entries of a descriptor that hold a program (ISO 32000-1, table 122).
pub(super) const FILES: [&str; 3] = ["FontFile", "FontFile2", "FontFile3"];
/// The tables that glyphs are drawn from (ISO 32000-1, 9.9).
const DRAWN_FROM: [&[u8; 4]; 4] = [b"glyf", b"loca", b"CFF ", b"CFF2"];
/// The tables without which no glyph is found.
const NEEDED: [&[u8; 4]; 1] = [b"head"];

/// What stands where the program of a font should be.
#[derive(Debug)]
pub(super) enum ProgramFile {
    /// Nothing.
    Missing,
    /// More than the limits allow, so that it was not read.
    TooLarge,
    /// Bytes that are no font.
    Damaged,
    /// A font.
    Read(Program),
}

/// A font program.
pub(super) struct Program {
    font: Font,
    size: usize,
}

impl ProgramFile {
    /// What a font descriptor leads to.
    pub(super) fn read(file: &File, descriptor: &Dict<'_>) -> Self {
        let Some(stream) = FILES.iter().find_map(|key| descriptor.get::<Stream<'_>>(key)) else {
            return Self::Missing;
        };
        if !unpack::fits(&stream, file.limits().stream) {
            return Self::TooLarge;
        }
        let program = file.unpacked(&stream).and_then(Program::read);
        program.map_or(Self::Damaged, Self::Read)
    }

    pub(super) const fn program(&self) -> Option<&Program> {
        match self {
            Self::Read(program) => Some(program),
            Self::Missing | Self::TooLarge | Self::Damaged => None,
        }
    }
}

impl Program {
    fn read(bytes: Vec<u8>) -> Option<Self> {
        if let Ok(sfnt) = FontRef::from_index(&bytes, 0)
            && !holds_its_glyphs(&sfnt, bytes.len())
        {
            return None;
        }
        let size = bytes.len();
        let font = Font::new(bytes, 0)?;
        Some(Self { font, size })
    }

    /// How many bytes it has.
    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// How many glyphs it has.
    pub(super) fn glyphs(&self) -> u32 {
        self.font.num_glyphs()
    }

    /// How far the next glyph is, in thousandths of an em; none where it does not say.
    pub(super) fn advance(&self, glyph: u32) -> Option<f64> {
        let id = GlyphId::new(glyph);
        match self.font.kind() {
            Kind::Sfnt(tables, _) => {
                tables.hmtx().ok()?;
                let em = f64::from(tables.head().ok()?.units_per_em());
                let is_known = glyph < self.font.num_glyphs() && em > 0.0;
                is_known.then(|| f64::from(self.font.glyph_metrics().h_advance(id)) * 1000.0 / em)
            }
            Kind::Type1(font) => {
                let width = font.evaluate_width(id).ok()??;
                per_mille(width.to_f64(), font.upem())
            }
            Kind::Cff(font, _) => {
                let part = font.subfont(font.subfont_index(id)?, &[]).ok()?;
                let width = font.evaluate_width(&part, id, &[]).ok()??;
                per_mille(width.to_f64(), font.upem())
            }
        }
    }

    /// Whether it is a wrapping of tables (TrueType, OpenType), not bare outlines.
    pub(super) fn is_sfnt(&self) -> bool {
        matches!(self.font.kind(), Kind::Sfnt(..))
    }

    /// The glyph of a CID, where the program itself has CIDs.
    pub(super) fn glyph_of_cid(&self, cid: u32) -> Option<u32> {
        self.font.glyph_by_cid(cid).map(|glyph| glyph.to_u32())
    }

    /// Whether the program itself has CIDs.
    pub(super) fn has_cids(&self) -> bool {
        self.font.is_cid_keyed()
    }

    /// The names of its glyphs, as far as it has them.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let names = self.font.glyph_names().filter(|(_, name)| !name.is_synthesized());
        names.map(|(_, name)| name.as_str().to_owned()).collect()
    }
}

impl fmt::Debug for Program {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Program")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

fn per_mille(width: f64, em: i32) -> Option<f64> {
    (em > 0).then(|| width * 1000.0 / f64::from(em))
}

/// Whether the tables that glyphs are drawn from are there to their ends.
fn holds_its_glyphs(sfnt: &FontRef<'_>, size: usize) -> bool {
    let records = sfnt.table_directory().table_records();
    let is_whole = |wanted: &[u8; 4]| {
        records
            .iter()
            .find(|record| record.tag().to_be_bytes() == *wanted)
            .map(|record| {
                let end = (record.offset() as usize).saturating_add(record.length() as usize);
                end <= size
            })
    };
    let outlines: Vec<bool> = DRAWN_FROM.iter().filter_map(|tag| is_whole(tag)).collect();
    let is_bare_cff = is_whole(b"CFF ").is_some();
    let needed = NEEDED.iter().all(|tag| is_whole(tag) == Some(true));
    !outlines.is_empty() && outlines.iter().all(|whole| *whole) && (needed || is_bare_cff)
}
