//! The fonts of a document as they are used: opened once and kept, with the face that each becomes in a style, script and
//! direction. What a font has and what it lacks is asked here; what glyphs come of a text is the business of shaping.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use harfrust::font::Source as FontSource;
use harfrust::{Buffer, Feature, ShapePlan, Tag};
use unicode_script::Script;

use super::lacks;
use crate::assets::{Assets, Font, FontId};
use crate::geom::Length;
use crate::style::{Case, Position, TextStyle};

/// Which [`Face`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FaceId(pub(super) usize);

/// A font as one style, script and direction use it.
pub(super) struct Face {
    pub(super) font: FontId,
    /// The size that the style asks for.
    asked: Length,
    /// The size of the letters: smaller where they are scaled to stand above or below the line.
    pub(super) size: Length,
    /// How far they stand above the line.
    pub(super) rise: Length,
    position: Position,
    pub(super) case: Case,
    /// The primary subtag of the language, which says what its capitals are.
    pub(super) primary_language: String,
    pub(super) tracking: i32,
    pub(super) features: Vec<Feature>,
    pub(super) language: Option<harfrust::Language>,
    language_tag: Arc<str>,
    pub(super) script: Option<harfrust::Script>,
    pub(super) right_to_left: bool,
    style_features: Vec<crate::style::Feature>,
    pub(super) plan: Option<ShapePlan>,
}

/// Gives the shaper a font's bytes without copying them.
struct Bytes(Font);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self.0.data()
    }
}

/// Everything opened for shaping, for a whole document.
pub(super) struct FaceCache<'a> {
    assets: &'a Assets,
    /// By font: not yet opened, or opened and perhaps useless.
    pub(super) fonts: Vec<Option<harfrust::Font>>,
    /// By font: which characters below U+0300 it has, since every letter of most texts is asked for.
    common: Vec<OnceCell<Vec<bool>>>,
    pub(super) faces: Vec<Face>,
    /// How much a hyphen adds behind a character.
    pub(super) hyphens: BTreeMap<(FaceId, char), Length>,
    /// How wide a character is by itself.
    pub(super) widths: BTreeMap<(FaceId, char), Length>,
    /// Whether a font lacks a feature.
    lacking: BTreeMap<(FontId, [u8; 4]), bool>,
    pub(super) buffer: Buffer,
}

impl<'a> FaceCache<'a> {
    pub(super) fn new(assets: &'a Assets) -> Self {
        let fonts: Vec<Option<harfrust::Font>> = assets
            .fonts()
            .iter()
            .map(|font| {
                let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Bytes(font.clone()));
                let whole = harfrust::Font::new(FontSource::Blob(bytes.into()), font.face())?;
                let places = font.variations();
                if places.is_empty() {
                    return Some(whole);
                }
                let places = places.iter().map(|(axis, value)| (Tag::new(axis), *value));
                Some(whole.instance_builder().variations(places).build())
            })
            .collect();
        Self {
            assets,
            common: vec![OnceCell::new(); fonts.len()],
            fonts,
            faces: Vec::new(),
            hyphens: BTreeMap::new(),
            widths: BTreeMap::new(),
            lacking: BTreeMap::new(),
            buffer: Buffer::new(),
        }
    }

    /// The fonts of a style, the wanted one first. A style none of whose families is there gets the first font there is, so that
    /// the text is set at all; that its family is unknown is for the caller to say.
    pub(super) fn chain(&self, style: &TextStyle) -> Vec<FontId> {
        let mut chain: Vec<FontId> = Vec::with_capacity(style.families.len());
        for family in &style.families {
            if let Some(font) = self.assets.find_font(family, style.weight, style.italic)
                && !chain.contains(&font)
            {
                chain.push(font);
            }
        }
        if chain.is_empty() {
            let any = self.assets.fonts().first();
            chain
                .extend(any.and_then(|font| self.assets.find_font(&font.family, style.weight, style.italic)));
        }
        chain
    }

    /// Whether a font has all that a cluster needs to be seen.
    pub(super) fn covers(&self, font: FontId, cluster: &str) -> bool {
        cluster.chars().all(|c| self.covers_char(font, c))
    }

    /// How many bytes at the start of a cluster a font has.
    pub(super) fn covered(&self, font: FontId, cluster: &str) -> usize {
        let lacking = cluster.find(|c| !self.covers_char(font, c));
        lacking.unwrap_or(cluster.len())
    }

    /// Whether a font has a character, or the shaper can do without.
    pub(super) fn covers_char(&self, font: FontId, character: char) -> bool {
        if character < '\u{300}' {
            let has = |c: char| is_invisible(c) || self.glyph(font, c).is_some();
            let common = self.common[font.index()].get_or_init(|| ('\0'..'\u{300}').map(has).collect());
            return common[character as usize];
        }
        is_invisible(character)
            || self.glyph(font, character).is_some()
            || (character == '\u{2011}' && self.glyph(font, '\u{2010}').is_some())
    }

    fn glyph(&self, font: FontId, character: char) -> Option<u16> {
        let font = self.fonts[font.index()].as_ref()?;
        let glyph = font.charmap().map_unicode(character)?;
        u16::try_from(glyph.to_u32()).ok()
    }

    /// The face for a style in a script and direction.
    pub(super) fn face(
        &mut self,
        font: FontId,
        style: &TextStyle,
        script: Script,
        right_to_left: bool,
    ) -> FaceId {
        let script = harfrust::Script::from_iso15924_tag(Tag::from_u32(script.as_iso15924_tag()));
        let known = self.faces.iter().position(|face| {
            face.font == font
                && face.asked == style.size
                && face.position == style.position
                && face.case == style.case
                && face.tracking == style.tracking
                && face.script == script
                && face.right_to_left == right_to_left
                && face.language_tag == style.language.0
                && face.style_features == style.features
        });
        FaceId(known.unwrap_or_else(|| {
            let mut features: Vec<Feature> = style
                .features
                .iter()
                .map(|feature| Feature::new(Tag::new(&feature.tag), feature.value, ..))
                .collect();
            if style.tracking != 0 {
                // Letters that are spaced out must all be spaced out: a ligature would be a knot among them.
                features.push(Feature::new(Tag::new(b"liga"), 0, ..));
                features.push(Feature::new(Tag::new(b"clig"), 0, ..));
            }
            let of_case: &[&[u8; 4]] = match style.case {
                Case::AsWritten => &[],
                // Brackets and dashes at the height of capitals, where the font has them.
                Case::Upper => &[b"case"],
                Case::SmallCaps => &[b"smcp"],
                Case::AllSmallCaps => &[b"smcp", b"c2sc"],
            };
            features.extend(of_case.iter().map(|tag| Feature::new(Tag::new(tag), 1, ..)));
            let (size, rise) = self.placed(style);
            self.faces.push(Face {
                font,
                asked: style.size,
                size,
                rise,
                position: style.position,
                case: style.case,
                primary_language: style.language.primary(),
                tracking: style.tracking,
                features,
                language: harfrust::Language::new(style.language.0.as_bytes()),
                language_tag: Arc::clone(&style.language.0),
                script,
                right_to_left,
                style_features: style.features.clone(),
                plan: None,
            });
            self.faces.len() - 1
        }))
    }

    /// The font of a face.
    pub(super) fn font(&self, face: FaceId) -> FontId {
        self.faces[face.0].font
    }

    /// The size of a face's letters.
    pub(super) fn size(&self, face: FaceId) -> Length {
        self.faces[face.0].size
    }

    /// The size of a style's letters, and how far they stand above the line. All fonts that stand in for one another follow the first.
    fn placed(&self, style: &TextStyle) -> (Length, Length) {
        let Some(font) = self.chain(style).first().map(|id| self.assets.font(*id)) else {
            return (style.size, Length::ZERO);
        };
        let share = |units: i32| style.size.ratio(units.into(), font.units_per_em.into());
        match style.position {
            Position::Line => (style.size, Length::ZERO),
            Position::Superscript => {
                let reduced = font.superscript();
                (share(reduced.size), share(reduced.shift))
            }
            Position::Subscript => {
                let reduced = font.subscript();
                (share(reduced.size), -share(reduced.shift))
            }
        }
    }

    /// Whether a font lacks a feature.
    pub(super) fn lacks(&mut self, font: FontId, feature: [u8; 4]) -> bool {
        let assets = self.assets;
        let look = || lacks::lacks(assets.font(font), feature);
        *self.lacking.entry((font, feature)).or_insert_with(look)
    }
}

/// What is not seen, or is a space of some width that the shaper makes from the plain one.
pub(super) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180e}' | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}')
}
