//! The lists of what is in the program of a subset: `CIDSet` of composite fonts, `CharSet` of Type 1 fonts (ISO 32000-1, tables 122 and 124).

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{Dict, Stream, String as PdfString};

use super::file::File;
use super::font::{Font, FontKind};
use super::program::Program;

/// The highest CID (ISO 32000-1, annex C).
const HIGHEST: u32 = 65_535;
/// What stands for a character that the font does not have is in every font, and need not be listed.
const NOTDEF: &str = ".notdef";

/// The list of a subset that names other glyphs than are in its program: `CIDSet` or `CharSet`. Of fonts that are whole the lists mean nothing.
pub(super) fn wrong(file: &File, font: &Font<'_>) -> Option<&'static str> {
    let program = font.own_program().filter(|_| font.is_subset())?;
    let holder = font.descendant().unwrap_or_else(|| font.dict.clone());
    let descriptor: Dict<'_> = holder.get("FontDescriptor")?;
    match font.kind {
        FontKind::CidType0 | FontKind::CidType2 => {
            let set: Stream<'_> = descriptor.get("CIDSet")?;
            let listed = file.unpacked(&set).unwrap_or_default();
            let glyphs = Glyphs::of(file, font.kind, &holder, program)?;
            (!glyphs.agree(&listed)).then_some("CIDSet")
        }
        FontKind::Type1 | FontKind::MultipleMaster => {
            let set: PdfString<'_> = descriptor.get("CharSet")?;
            (!names_agree(&set, program)).then_some("CharSet")
        }
        FontKind::TrueType | FontKind::Type3 | FontKind::Unknown => None,
    }
}

fn names_agree(set: &PdfString<'_>, program: &Program) -> bool {
    let text = String::from_utf8_lossy(set.as_bytes()).into_owned();
    let names = text.split('/').map(str::trim);
    let listed: BTreeSet<String> = names
        .filter(|name| !name.is_empty() && *name != NOTDEF)
        .map(str::to_owned)
        .collect();
    let mut there = program.names();
    there.remove(NOTDEF);
    there == listed
}

/// Which glyph a CID leads to.
enum Leads {
    /// The one of the same number.
    Same,
    /// The one that the program says.
    ByProgram,
    /// The one that `CIDToGIDMap` says.
    Mapped(Vec<u8>),
}

/// The glyphs of a composite font.
struct Glyphs<'p> {
    program: &'p Program,
    leads: Leads,
    count: u32,
}

impl<'p> Glyphs<'p> {
    /// None where it cannot be told which CIDs the program holds: OpenType with outlines of CFF.
    fn of(file: &File, kind: FontKind, holder: &Dict<'_>, program: &'p Program) -> Option<Self> {
        let leads = match (kind, holder.get::<Stream<'_>>("CIDToGIDMap")) {
            (FontKind::CidType2, Some(map)) => Leads::Mapped(file.unpacked(&map)?),
            (FontKind::CidType2, None) => Leads::Same,
            _ if program.is_sfnt() => return None,
            _ if program.has_cids() => Leads::ByProgram,
            _ => Leads::Same,
        };
        Some(Self {
            program,
            leads,
            count: program.glyphs(),
        })
    }

    fn glyph(&self, cid: u32) -> Option<u32> {
        let glyph = match &self.leads {
            Leads::Same => cid,
            Leads::ByProgram => self.program.glyph_of_cid(cid)?,
            Leads::Mapped(map) => {
                let at = cid as usize * 2;
                let pair = map.get(at..at + 2)?;
                pair.iter().fold(0, |glyph, byte| glyph << 8 | u32::from(*byte))
            }
        };
        (glyph > 0 && glyph < self.count).then_some(glyph)
    }

    /// Whether all that is there is listed, empty glyphs too, and nothing that is not there.
    fn agree(&self, listed: &[u8]) -> bool {
        (1..=HIGHEST).all(|cid| {
            let byte = listed.get(cid as usize / 8).copied().unwrap_or(0);
            let is_listed = byte & (0x80 >> (cid % 8)) != 0;
            is_listed == self.glyph(cid).is_some()
        })
    }
}
