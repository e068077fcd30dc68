//! Step two: letters become glyphs. Fonts and shaping plans are opened once for a document and kept in a [`FaceCache`];
//! all lengths are font units times size over units per em, rounded once for each glyph, so that the same glyph is as
//! wide on every machine and at every place.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use harfrust::font::Source as FontSource;
use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, ShapeOptions, ShapePlan, ShaperFont, Tag,
};
use unicode_script::Script;

use super::capitals::{Drawn, capitals};
use super::{Prepared, lacks};
use crate::assets::{Assets, Font, FontId};
use crate::geom::Length;
use crate::style::{Case, Position, TextStyle};

/// A glyph of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shaped {
    pub(super) id: u16,
    pub(super) advance: Length,
    pub(super) dx: Length,
    pub(super) dy: Length,
    /// The first byte of its cluster, in the paragraph.
    pub(super) cluster: usize,
    /// Whether a line may begin at its cluster without shaping again.
    pub(super) safe: bool,
}

/// Which [`Face`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FaceId(usize);

/// A font as one style, script and direction use it.
struct Face {
    font: FontId,
    /// The size that the style asks for.
    asked: Length,
    /// The size of the letters: smaller where they are scaled to stand above or below the line.
    size: Length,
    /// How far they stand above the line.
    rise: Length,
    position: Position,
    case: Case,
    /// The primary subtag of the language, which says what its capitals are.
    primary_language: String,
    tracking: i32,
    features: Vec<Feature>,
    language: Option<harfrust::Language>,
    language_tag: Arc<str>,
    script: Option<harfrust::Script>,
    right_to_left: bool,
    style_features: Vec<crate::style::Feature>,
    plan: Option<ShapePlan>,
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
    fonts: Vec<Option<harfrust::Font>>,
    /// By font: which characters below U+0300 it has, since every letter of most texts is asked for.
    common: Vec<OnceCell<Vec<bool>>>,
    faces: Vec<Face>,
    /// How much a hyphen adds behind a character.
    hyphens: BTreeMap<(FaceId, char), Length>,
    /// How wide a character is by itself.
    widths: BTreeMap<(FaceId, char), Length>,
    /// Whether a font lacks a feature.
    lacking: BTreeMap<(FontId, [u8; 4]), bool>,
    buffer: Buffer,
}

/// A hyphen at the end of what is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// None.
    Plain,
    /// One that shows only here: put in, or a soft hyphen of the text that now shows.
    Hyphen,
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

    /// How much a hyphen adds behind this character, kerning included.
    pub(super) fn hyphen_after(&mut self, face: FaceId, before: char) -> Length {
        if let Some(width) = self.hyphens.get(&(face, before)) {
            return *width;
        }
        let text = before.to_string();
        let piece = Piece::alone(&text);
        let mut glyphs = Vec::new();
        self.shape(face, &piece, Ending::Hyphen, &mut glyphs);
        let with: Length = glyphs.iter().map(|glyph| glyph.advance).sum();
        glyphs.clear();
        self.shape(face, &piece, Ending::Plain, &mut glyphs);
        let without: Length = glyphs.iter().map(|glyph| glyph.advance).sum();
        self.hyphens.insert((face, before), with - without);
        with - without
    }

    /// The width of a character by itself.
    pub(super) fn width(&mut self, face: FaceId, character: char) -> Length {
        if let Some(width) = self.widths.get(&(face, character)) {
            return *width;
        }
        let text = character.to_string();
        let piece = Piece::alone(&text);
        let mut glyphs = Vec::new();
        self.shape(face, &piece, Ending::Plain, &mut glyphs);
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        self.widths.insert((face, character), width);
        width
    }

    /// Shapes a piece of text, appending its glyphs from left to right.
    pub(super) fn shape(&mut self, id: FaceId, piece: &Piece<'_>, ending: Ending, glyphs: &mut Vec<Shaped>) {
        let face = &mut self.faces[id.0];
        let Some(font) = &self.fonts[face.font.index()] else {
            return;
        };
        let shaper = ShaperFont::new(font);
        let knows = |c: char| shaper.default_nominal_glyph(u32::from(c)).is_some();
        let narrow_space = ['\u{202f}', '\u{a0}', ' ']
            .into_iter()
            .find(|c| knows(*c))
            .unwrap_or(' ');
        let hyphen = if knows('\u{2010}') { '\u{2010}' } else { '-' };

        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.set_direction(if face.right_to_left {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        // Letters of Arabic join those of the words beside them, whatever colour or weight these have.
        buffer.set_pre_context(&piece.text[..piece.range.start]);
        buffer.set_post_context(&piece.text[piece.range.end..]);
        buffer.set_script(face.script);
        buffer.set_language(face.language.clone());
        buffer.set_flags(BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        // An accent with a glyph of its own stands for itself, so that each glyph reads as what it shows.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        let mut shows_soft_hyphen = false;
        let mut last_cluster = None;
        for (offset, character) in piece.text[piece.range.clone()].char_indices() {
            let at = piece.range.start + offset;
            let drawn = match character {
                _ if piece.missing => {
                    // One gap for each letter that is missing; joiners and marks behind it add none.
                    if is_invisible(character) && last_cluster.is_some() {
                        continue;
                    }
                    Drawn::one(' ')
                }
                ' ' if piece.narrow.binary_search(&at).is_ok() => Drawn::one(narrow_space),
                '\u{ad}' if ending == Ending::Hyphen && at + 2 == piece.range.end => {
                    shows_soft_hyphen = true;
                    Drawn::one(hyphen)
                }
                // What steers the output of old printers is set as a space: no font has it.
                c if c.is_control() => Drawn::one(' '),
                '\u{2028}' | '\u{2029}' => Drawn::one(' '),
                _ if face.case == Case::Upper => capitals(piece.text, at, &face.primary_language, knows),
                c => Drawn::one(c),
            };
            last_cluster = Some(at);
            if offset > 0 && piece.seams.binary_search(&at).is_ok() {
                buffer.push(u32::from(NON_JOINER), at as u32);
            }
            for character in drawn.iter() {
                buffer.push(u32::from(character), at as u32);
            }
        }
        if ending == Ending::Hyphen && !shows_soft_hyphen {
            buffer.push(u32::from(hyphen), piece.range.end as u32);
        }

        let plan = face.plan.get_or_insert_with(|| {
            ShapePlan::new(
                font,
                buffer.direction(),
                face.script,
                face.language.as_ref(),
                &face.features,
            )
        });
        let options = ShapeOptions::new().plan(Some(plan)).features(&face.features);
        if harfrust::shape(&shaper, buffer, options).is_err() {
            return;
        }

        let units_per_em = i64::from(font.units_per_em().max(1));
        let scale = |units: i32| face.size.ratio(i64::from(units), units_per_em);
        let space = shaper
            .default_nominal_glyph(u32::from(' '))
            .map_or(0, |glyph| glyph.to_u32());
        let start = glyphs.len();
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let cluster = info.cluster as usize;
            // What kept two letters apart has done its work; the shaper leaves a space of no width in its place.
            let is_empty = position.x_advance == 0 && [0, space].contains(&info.glyph_id);
            if is_empty && cluster > piece.range.start && piece.seams.binary_search(&cluster).is_ok() {
                continue;
            }
            let is_new_line = piece
                .text
                .as_bytes()
                .get(cluster)
                .is_some_and(|b| matches!(b, b'\n' | b'\r'));
            // A font may lack what the shaper asks of it; .notdef is never painted.
            let id = if info.glyph_id == 0 { space } else { info.glyph_id };
            glyphs.push(Shaped {
                id: id as u16,
                advance: if is_new_line {
                    Length::ZERO
                } else {
                    scale(position.x_advance)
                },
                dx: scale(position.x_offset),
                dy: scale(position.y_offset) + face.rise,
                cluster,
                safe: !info.unsafe_to_break(),
            });
        }
        if face.tracking != 0 {
            track(
                &mut glyphs[start..],
                face.size.ratio(i64::from(face.tracking), 1000),
            );
        }
    }
}

/// Put in at a seam: whatever ligature a font has, it does not reach over this, and kerning does.
const NON_JOINER: char = '\u{200c}';

/// A piece of a paragraph that is shaped as one.
pub(super) struct Piece<'t> {
    /// The paragraph's text.
    pub(super) text: &'t str,
    /// The bytes of it.
    pub(super) range: Range<usize>,
    /// The spaces of the paragraph that are set narrow, in order.
    pub(super) narrow: &'t [usize],
    /// The places in the paragraph that no ligature may span, in order.
    pub(super) seams: &'t [usize],
    /// Whether no font has these characters.
    pub(super) missing: bool,
}

impl<'t> Piece<'t> {
    /// A text that is nothing but itself.
    pub(super) fn alone(text: &'t str) -> Self {
        Self {
            text,
            range: 0..text.len(),
            narrow: &[],
            seams: &[],
            missing: false,
        }
    }
}

/// Adds the tracking behind every cluster that has a width of its own.
fn track(glyphs: &mut [Shaped], tracking: Length) {
    for index in 0..glyphs.len() {
        let ends = glyphs
            .get(index + 1)
            .is_none_or(|next| next.cluster != glyphs[index].cluster);
        if ends && glyphs[index].advance > Length::ZERO {
            glyphs[index].advance += tracking;
        }
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

impl Prepared {
    /// Shapes all items of the paragraph.
    pub(super) fn shape(&mut self, faces: &mut FaceCache<'_>) {
        let mut glyphs = Vec::with_capacity(self.text.len() + 1);
        let mut items = std::mem::take(&mut self.items);
        for item in &mut items {
            let start = glyphs.len();
            faces.shape(
                item.face,
                &self.piece(item, item.text.clone()),
                Ending::Plain,
                &mut glyphs,
            );
            item.glyphs = start..glyphs.len();
        }
        self.items = items;
        self.glyphs = glyphs;
    }

    /// A part of an item, ready to be shaped.
    pub(super) fn piece(&self, item: &super::Item, range: Range<usize>) -> Piece<'_> {
        Piece {
            text: &self.text,
            range,
            narrow: &self.narrow,
            seams: &self.seams,
            missing: item.missing,
        }
    }
}
