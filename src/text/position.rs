//! Letters above and below the line. A font that has them drawn small (`sups`, `subs`) draws them better than any scaling, which makes them
//! thin; but half of them drawn and half of them scaled look like a mistake. So it is decided for each span as a whole, before anything
//! else is done with its letters.

use std::sync::Arc;

use unicode_script::Script;

use super::Source;
use super::faces::FaceCache;
use super::shape::{Ending, Piece};
use crate::assets::FontId;
use crate::style::{Feature, Position, TextStyle};

/// Letters that had to be scaled, since their font does not have them all drawn small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scaled {
    /// The run.
    pub(super) run: usize,
    pub(super) font: FontId,
    /// The characters that the font lacks.
    pub(super) lacking: String,
}

/// Decides for each span of raised or lowered letters: where its fonts have them all, the style asks for the font's own and stands on the
/// line; where not, it keeps its position and will be scaled.
pub(super) fn settle(source: &mut Source, faces: &mut FaceCache<'_>) -> Vec<Scaled> {
    let mut scaled = Vec::new();
    let mut start = 0;
    while start < source.styles.len() {
        let position = source.styles[start].0.position;
        let same = source.styles[start..]
            .iter()
            .take_while(|(style, _)| style.position == position)
            .count();
        let span = start..start + same;
        start = span.end;
        let Some(tag) = feature(position) else { continue };
        let lacking: Vec<Scaled> = span
            .clone()
            .filter_map(|run| lacking(source, run, tag, faces))
            .collect();
        if lacking.is_empty() {
            for (style, _) in &mut source.styles[span] {
                *style = Arc::new(drawn_by_the_font(style, tag));
            }
        }
        scaled.extend(lacking);
    }
    scaled
}

/// The feature that has the letters of a position.
const fn feature(position: Position) -> Option<[u8; 4]> {
    match position {
        Position::Line => None,
        Position::Superscript => Some(*b"sups"),
        Position::Subscript => Some(*b"subs"),
    }
}

fn drawn_by_the_font(style: &TextStyle, tag: [u8; 4]) -> TextStyle {
    let mut style = style.clone();
    style.position = Position::Line;
    style.features.push(Feature { tag, value: 1 });
    style
}

/// The characters of a run that its font has not drawn small, if there are any.
fn lacking(source: &Source, run: usize, tag: [u8; 4], faces: &mut FaceCache<'_>) -> Option<Scaled> {
    let text = source.text_of(run);
    let style = &source.styles[run].0;
    let font = *faces.chain(style).first()?;
    let on_the_line = TextStyle {
        position: Position::Line,
        ..TextStyle::clone(style)
    };
    let mut glyphs = |style: &TextStyle| {
        let face = faces.face(font, style, Script::Latin, false);
        let mut glyphs = Vec::new();
        faces.shape(face, &Piece::alone(text), Ending::Plain, &mut glyphs);
        glyphs
    };
    let plain = glyphs(&on_the_line);
    let small = glyphs(&drawn_by_the_font(&on_the_line, tag));
    let is_drawn = |at: usize| {
        let ids = |glyphs: &[super::Shaped]| -> Vec<u16> {
            let from = glyphs.partition_point(|glyph| glyph.cluster < at);
            let own = glyphs[from..].iter().take_while(|glyph| glyph.cluster == at);
            own.map(|glyph| glyph.id).collect()
        };
        ids(&plain) != ids(&small)
    };
    let lacking: String = text
        .char_indices()
        .filter(|(at, c)| !c.is_whitespace() && !is_drawn(*at))
        .map(|(_, c)| c)
        .collect();
    (!lacking.is_empty()).then_some(Scaled { run, font, lacking })
}
