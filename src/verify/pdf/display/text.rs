//! Text: from the bytes of a string to glyphs in their places (ISO 32000-2, 9.4).

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Dict, Object};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, BezPath, Rect, Vec2};

use super::content::{Stretch, number};
use super::painter::Painter;
use crate::verify::pdf::element::{Element, Glyph, Kind, Rendering, Text};
use crate::verify::pdf::font::{Character, Font};

/// Segments of a text that becomes a clip.
const CLIP_SEGMENTS: usize = 200_000;

impl<'f> Painter<'_, 'f> {
    /// Shows strings, with the numbers between them that move the next glyph back.
    pub(super) fn show(
        &mut self,
        parts: &[Object<'_>],
        resources: &Resources<'f>,
        stretch: &mut Stretch<'f>,
    ) {
        let Some(font) = self.state.text.font.clone() else {
            return;
        };
        let begin = self.state.matrix * stretch.text_matrix;
        let mut glyphs = Vec::new();
        for part in parts {
            match part {
                Object::String(string) => self.string(string.as_bytes(), &font, stretch, &mut glyphs),
                Object::Number(back) => {
                    let back = -number(*back) / 1000.0 * self.state.text.size;
                    let by = if font.is_horizontal() {
                        (back * self.state.text.scale, 0.0)
                    } else {
                        (0.0, back)
                    };
                    stretch.advance(Vec2::from(by));
                }
                _ => {}
            }
        }
        if glyphs.is_empty() {
            return;
        }
        let content = self.glyph_programs(&font, &glyphs, resources);
        self.add_text(font, glyphs, content, begin, stretch);
    }

    fn string(&self, bytes: &[u8], font: &Font<'f>, stretch: &mut Stretch<'f>, glyphs: &mut Vec<Glyph>) {
        let text = &self.state.text;
        let mut at = 0;
        while at < bytes.len() && self.shared.work(1) {
            let Character { code, bytes: length } = font.character(bytes, at);
            at += length.max(1);
            let shape = font.glyph(code);
            let em = Affine::new([text.size * text.scale, 0.0, 0.0, text.size, 0.0, text.rise]);
            let matrix = self.state.matrix
                * stretch.text_matrix
                * em
                * Affine::scale(0.001)
                * Affine::translate(shape.displacement)
                * Affine::scale_non_uniform(shape.stretch, 1.0);
            let advance = shape.advance / 1000.0 * text.size;
            let mut space = text.character_spacing;
            if code == 32 && length == 1 {
                space += text.word_spacing;
            }
            let by = if font.is_horizontal() {
                Vec2::new((advance.x + space) * text.scale, 0.0)
            } else {
                Vec2::new(0.0, advance.y + space)
            };
            stretch.advance(by);
            glyphs.push(Glyph {
                code,
                bytes: length,
                id: shape.id,
                unicode: shape.unicode,
                matrix,
                advance: if font.is_horizontal() {
                    shape.advance.x
                } else {
                    shape.advance.y
                },
            });
        }
    }

    fn add_text(
        &mut self,
        font: Rc<Font<'f>>,
        glyphs: Vec<Glyph>,
        content: Vec<Element<'f>>,
        begin: Affine,
        stretch: &mut Stretch<'f>,
    ) {
        let state = &self.state;
        let rendering = state.text.rendering;
        let line = state.line();
        let mut bounds: Option<Rect> = None;
        let mut join = |part: Rect| bounds = Some(bounds.map_or(part, |bounds| bounds.union(part)));
        for glyph in &glyphs {
            if let Some(part) = font.bounds(glyph) {
                join(part);
            }
        }
        for element in &content {
            join(element.bounds);
        }
        // A text of nothing but spaces still has a place.
        let bounds = bounds.unwrap_or_else(|| {
            let at = begin.translation().to_point();
            Rect::from_points(at, at)
        });
        let grown = if rendering.stroke { line.width / 2.0 } else { 0.0 };
        let (mode, fill, stroke) = (state.overprint_mode, &state.fill, &state.stroke);
        let (fill, stroke) = (
            rendering.fill.then(|| fill.paint(mode)),
            rendering.stroke.then(|| stroke.paint(mode)),
        );
        let text = Text {
            size: (state.text.size * height_of(begin)).abs(),
            font,
            rendering,
            glyphs,
            line,
            content,
        };
        if rendering.clip {
            let outline = text.outline();
            if stretch.text_clip.elements().len() + outline.elements().len() <= CLIP_SEGMENTS {
                stretch.text_clip.extend(outline);
            } else {
                self.shared.cut();
            }
        }
        self.add(Kind::Text(text), fill, stroke, bounds.inflate(grown, grown));
    }

    /// What the glyphs of a Type 3 font paint.
    fn glyph_programs(
        &self,
        font: &Font<'f>,
        glyphs: &[Glyph],
        resources: &Resources<'f>,
    ) -> Vec<Element<'f>> {
        let mut painted = Vec::new();
        if font.kind != crate::verify::pdf::FontKind::Type3 {
            return painted;
        }
        if self.depth >= self.shared.file.limits().depth {
            self.shared.cut();
            return painted;
        }
        let own: Option<Dict<'f>> = font.dict.get("Resources");
        let own = own.map(Resources::new);
        for glyph in glyphs {
            let Some((program, matrix)) = font.program_of(glyph) else {
                continue;
            };
            let Some(content) = self.shared.file.unpacked(&program) else {
                self.shared.damaged(text!(
                    "a glyph that cannot be unpacked",
                    "eine Glyphe, die sich nicht entpacken lässt"
                ));
                continue;
            };
            let mut apart = self.apart();
            apart.state.matrix = matrix;
            apart.state.text = super::state::State::new(matrix).text;
            apart.uncoloured |= is_shape(&content);
            apart.content(&content, own.as_ref().unwrap_or(resources));
            painted.extend(apart.elements);
        }
        painted
    }
}

impl Stretch<'_> {
    fn advance(&mut self, by: Vec2) {
        self.text_matrix *= Affine::translate(by);
    }
}

impl Rendering {
    /// Filled, and nothing else.
    pub const FILL: Self = Self {
        fill: true,
        stroke: false,
        clip: false,
    };

    /// The rendering of a mode; what is no mode fills.
    #[must_use]
    pub const fn of(mode: i64) -> Self {
        Self {
            fill: !matches!(mode, 1 | 3 | 5 | 7),
            stroke: matches!(mode, 1 | 2 | 5 | 6),
            clip: matches!(mode, 4..=7),
        }
    }

    /// Whether nothing of it shows and nothing is clipped.
    #[must_use]
    pub const fn is_invisible(self) -> bool {
        !self.fill && !self.stroke && !self.clip
    }
}

impl Text<'_> {
    /// What it says, where the font says so.
    #[must_use]
    pub fn says(&self) -> String {
        self.glyphs
            .iter()
            .filter_map(|glyph| glyph.unicode.as_deref())
            .collect()
    }

    /// The outlines of its glyphs in default user space; empty for Type 3 fonts.
    #[must_use]
    pub fn outline(&self) -> BezPath {
        let mut outline = BezPath::new();
        for glyph in &self.glyphs {
            outline.extend(self.outline_of(glyph));
        }
        outline
    }

    /// The outline of one of its glyphs in default user space; empty for Type 3 fonts.
    #[must_use]
    pub fn outline_of(&self, glyph: &Glyph) -> BezPath {
        glyph.matrix * self.font.outline(glyph)
    }
}

/// Whether a glyph of a Type 3 font is a shape that takes the text's colour: it begins with `d1`.
fn is_shape(content: &[u8]) -> bool {
    let mut operators = TypedIter::new(content);
    for _ in 0..8 {
        match operators.next() {
            Some(Op::ShapeGlyph(_)) => return true,
            Some(Op::ColorGlyph(_)) | None => return false,
            Some(_) => {}
        }
    }
    false
}

/// By how much a matrix enlarges heights, measured across the baseline, so that a slant does not count.
fn height_of(matrix: Affine) -> f64 {
    let [a, b, ..] = matrix.as_coeffs();
    let along = a.hypot(b);
    if along > 1e-12 {
        matrix.determinant().abs() / along
    } else {
        0.0
    }
}
