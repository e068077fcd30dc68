//! What may be wrong with the fonts of a text: each character of a font is looked at once, a font that is missing once a page.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::element::{Element, Glyph, Kind};
use super::file::File;
use super::font::{Font, FontKind};
use super::glyph_list;
use super::program::Program;
use super::rule::quoted;
use crate::wording::decimal;
use crate::wording::text;

/// How far widths may differ, in thousandths of an em (ISO 14289-1, 7.21.5).
const TOLERANCE: f64 = 1.0;
/// What numbers lose on their way, in thousandths of an em.
const ROUNDING: f64 = 0.01;
/// Fonts that are told apart.
const MOST_FONTS: usize = 10_000;

/// What is wrong with a font, or with a character of it.
pub(super) enum Flaw {
    /// Its program is not in the file: the font's name.
    NotEmbedded(String),
    /// Its program is in the file and cannot be read: the font's name.
    Damaged(String),
    /// A list of its glyphs is not that of its program: the font's name and the list's.
    WrongGlyphList(String),
    /// A width differs: the font and both widths.
    WrongWidth(crate::diag::Text),
    /// A character that the font does not have is shown: the font's name.
    NotDef(String),
    /// A character does not say which letter it is: the font's name.
    NoUnicode(String),
    /// A character means what is no letter: the font's name.
    WrongUnicode(String),
}

/// The fonts that were looked at.
#[derive(Default)]
pub(super) struct Typefaces<'f> {
    /// By their place in memory; held, so that no other comes to lie there.
    fonts: BTreeMap<usize, Known<'f>>,
    missing_on_page: BTreeSet<usize>,
}

struct Known<'f> {
    font: Rc<Font<'f>>,
    codes: BTreeSet<u32>,
}

impl<'f> Typefaces<'f> {
    /// Begins a page.
    pub(super) fn begin_page(&mut self) {
        self.missing_on_page.clear();
    }

    /// What is wrong with the font of an element and was not said yet. Text that is not painted is not looked at.
    pub(super) fn flaws(&mut self, file: &File, element: &Element<'f>) -> Vec<Flaw> {
        let Kind::Text(text) = &element.kind else {
            return Vec::new();
        };
        let is_painted = text.rendering.fill || text.rendering.stroke || text.rendering.clip;
        if !is_painted {
            return Vec::new();
        }
        let address = Rc::as_ptr(&text.font).addr();
        if !self.fonts.contains_key(&address) && self.fonts.len() >= MOST_FONTS {
            return Vec::new();
        }
        let mut flaws = Vec::new();
        let is_missing = !text.font.embedded || text.font.is_damaged();
        if is_missing && self.missing_on_page.insert(address) {
            let flaw = if text.font.embedded {
                Flaw::Damaged
            } else {
                Flaw::NotEmbedded
            };
            flaws.push(flaw(shown(&text.font)));
        }
        if !self.fonts.contains_key(&address)
            && let Some(list) = glyph_list::wrong(file, &text.font)
        {
            flaws.push(Flaw::WrongGlyphList(format!("{} /{list}", shown(&text.font))));
        }
        let known = self.fonts.entry(address).or_insert_with(|| Known {
            font: Rc::clone(&text.font),
            codes: BTreeSet::new(),
        });
        for glyph in &text.glyphs {
            if known.codes.insert(glyph.code) {
                look(&known.font, glyph, &mut flaws);
            }
        }
        flaws
    }
}

fn look(font: &Font<'_>, glyph: &Glyph, flaws: &mut Vec<Flaw>) {
    let name = || shown(font);
    // A Type 3 font has a procedure where other fonts have a glyph.
    if font.kind == FontKind::Type3 && glyph.id == Some(0) {
        flaws.push(Flaw::NotDef(name()));
    }
    if font.embedded && !font.is_damaged() && font.kind != FontKind::Type3 {
        let is_beyond = |id: u32| {
            let glyphs = font.own_program().map(Program::glyphs);
            glyphs.is_some_and(|glyphs| glyphs > 0 && id >= glyphs)
        };
        if glyph.id.is_some_and(|id| id == 0 || is_beyond(id)) {
            flaws.push(Flaw::NotDef(name()));
        }
        let (said, program) = (font.stated_width(glyph), font.program_advance(glyph.code));
        if let Some(program) = program.filter(|_| glyph.id != Some(0))
            && (program - said).abs() > TOLERANCE + ROUNDING
        {
            let font = quoted(&name());
            let (said, program) = (decimal(said, 1), decimal(program, 1));
            flaws.push(Flaw::WrongWidth(
                text!("{font} {said} instead of {program}", "{font} {said} statt {program}"; said, program),
            ));
        }
    }
    if !font.is_readable() || font.has_known_characters() {
        return;
    }
    match glyph
        .unicode
        .as_deref()
        .filter(|_| font.names_letters(glyph.code))
    {
        None | Some("") => flaws.push(Flaw::NoUnicode(name())),
        Some(letters) if letters.contains(['\0', '\u{feff}', '\u{fffe}']) => {
            flaws.push(Flaw::WrongUnicode(name()))
        }
        Some(_) => {}
    }
}

/// A font's name as it is shown.
pub(super) fn shown(font: &Font<'_>) -> String {
    if font.base.is_empty() {
        "Type3".to_owned()
    } else {
        font.name().to_owned()
    }
}
