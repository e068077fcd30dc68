//! Step two: letters become glyphs. All lengths are font units times size over units per em, rounded once for each glyph, so
//! that the same glyph is as wide on every machine and at every place.

use std::ops::Range;

use harfrust::{BufferFlags, ClusterLevel, Direction, ShapeOptions, ShapePlan, ShaperFont};

use super::Prepared;
use super::capitals::{Drawn, capitals};
use super::faces::{FaceCache, FaceId, is_invisible};
use crate::geom::Length;
use crate::style::Case;

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

/// A hyphen at the end of what is shaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// None.
    Plain,
    /// One that shows only here: put in, or a soft hyphen of the text that now shows.
    Hyphen,
}

impl FaceCache<'_> {
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
