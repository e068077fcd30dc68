//! What a style asks of its font and the font does not have. Small capitals are never made by shrinking capitals, nor figures by anything
//! else: the letters stay as they are, and that is told.

use std::sync::Arc;

use super::Source;
use super::faces::FaceCache;
use super::itemize::Item;
use super::position::Scaled;
use crate::assets::{Font, FontId};
use crate::style::{Case, TextStyle};

/// Something that a font lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// What.
    pub kind: LackKind,
    /// The font that lacks it.
    pub font: FontId,
    /// The run that asks for it.
    pub tag: u32,
}

/// What a font lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LackKind {
    /// A feature that the letters of the run would look different with.
    Feature([u8; 4]),
    /// Some of the letters above or below the line, which are all scaled instead: these characters.
    Small(String),
}

/// All that the fonts of a paragraph lack, each once.
pub(super) fn find(
    source: &Source,
    items: &[Item],
    scaled: Vec<Scaled>,
    faces: &mut FaceCache<'_>,
) -> Vec<Lack> {
    let mut lacks: Vec<Lack> = scaled
        .into_iter()
        .map(|scaled| Lack {
            kind: LackKind::Small(scaled.lacking),
            font: scaled.font,
            tag: source.styles[scaled.run].1,
        })
        .collect();
    let mut looked_at: Vec<(usize, FontId)> = Vec::new();
    for item in items.iter().filter(|item| !item.missing) {
        let font = faces.font(item.face);
        let (style, tag) = &source.styles[item.run];
        if looked_at.contains(&(item.run, font)) || !asks(style) {
            continue;
        }
        looked_at.push((item.run, font));
        let text = &source.text[item.text.clone()];
        // A font that stands in for a few signs need not do all that the style asks of its own.
        let is_own = faces.chain(style).first() == Some(&font);
        for feature in asked(style, text, is_own) {
            if faces.lacks(font, feature) {
                lacks.push(Lack {
                    kind: LackKind::Feature(feature),
                    font,
                    tag: *tag,
                });
            }
        }
    }
    lacks
}

fn asks(style: &Arc<TextStyle>) -> bool {
    !style.features.is_empty() || matches!(style.case, Case::SmallCaps | Case::AllSmallCaps)
}

/// The features that a style asks for and that would change how this text looks.
fn asked(style: &TextStyle, text: &str, is_own: bool) -> Vec<[u8; 4]> {
    let has_figures = text.contains(|c: char| c.is_ascii_digit());
    let is_figures = |tag: [u8; 4]| matches!(&tag, b"onum" | b"lnum" | b"tnum" | b"pnum");
    let mut asked: Vec<[u8; 4]> = style
        .features
        .iter()
        .filter(|feature| feature.value > 0 && is_own)
        .map(|feature| feature.tag)
        .filter(|tag| !is_figures(*tag) || has_figures)
        .collect();
    if matches!(style.case, Case::SmallCaps | Case::AllSmallCaps) && text.contains(char::is_lowercase) {
        asked.push(*b"smcp");
    }
    if style.case == Case::AllSmallCaps && text.contains(char::is_uppercase) {
        asked.push(*b"c2sc");
    }
    asked
}

/// Whether a font lacks a feature. Of figures, a font that has one form as a feature has the other without.
pub(super) fn lacks(font: &Font, feature: [u8; 4]) -> bool {
    if font.has_feature(feature) {
        return false;
    }
    match &feature {
        b"onum" => !font.has_feature(*b"lnum"),
        // Figures as high as capitals are what fonts without a choice have.
        b"lnum" => false,
        b"tnum" => !font.has_even_figures(),
        b"pnum" => font.has_even_figures(),
        _ => true,
    }
}
