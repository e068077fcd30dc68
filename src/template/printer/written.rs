//! A printer's file as it is written.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Flip, Intent, Marks, OutputCondition, PdfX};
use crate::geom::{Length, ParseLengthError, Sides};
use crate::source::Spanned;
use crate::wording::text;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct WrittenPrinter {
    pub(super) bleed: Spanned<WrittenBleed>,
    pub(super) safe: Spanned<Length>,
    pub(super) total_ink: f64,
    #[serde(default)]
    pub(super) pdfx: WrittenPdfX,
    pub(super) marks: Option<Spanned<Vec<WrittenMark>>>,
    pub(super) output: WrittenOutput,
    #[serde(default)]
    pub(super) limits: WrittenLimits,
    #[serde(default)]
    pub(super) pictures: WrittenPictures,
    #[serde(default)]
    pub(super) paper: WrittenPaper,
    #[serde(default)]
    pub(super) sheets: WrittenSheets,
}

/// One length for all edges, or one for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenBleed(pub(super) Sides);

#[derive(Debug, Deserialize)]
struct WrittenEdges {
    top: Length,
    right: Length,
    bottom: Length,
    left: Length,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenPdfX {
    X1a,
    X3,
    #[default]
    X4,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenMark {
    Crop,
    Fold,
    Registration,
    Bar,
    Slug,
    CreaseLayer,
}

#[derive(Debug, Deserialize)]
pub(super) struct WrittenOutput {
    identifier: String,
    info: String,
    profile: Spanned<String>,
    source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct WrittenLimits {
    pub(super) text: Option<Spanned<Length>>,
    pub(super) mixed_text: Option<Spanned<Length>>,
    pub(super) line: Option<Spanned<Length>>,
    pub(super) fold: Option<Spanned<Length>>,
    pub(super) picture: Option<Spanned<WrittenResolution>>,
    pub(super) bitmap: Option<Spanned<WrittenResolution>>,
    pub(super) spots: Option<u32>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct WrittenResolution {
    pub(super) warning: u32,
    pub(super) error: u32,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct WrittenPictures {
    #[serde(default)]
    pub(super) intent: WrittenIntent,
    pub(super) finest: Option<Spanned<u32>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenIntent {
    #[default]
    Relative,
    Perceptual,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct WrittenPaper {
    pub(super) name: Option<String>,
    pub(super) weight: Option<Spanned<u32>>,
    pub(super) volume: Option<Spanned<f64>>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct WrittenSheets {
    pub(super) size: Option<Spanned<WrittenSheetSize>>,
    pub(super) margin: Option<Spanned<Length>>,
    #[serde(default)]
    pub(super) flip: WrittenFlip,
    pub(super) marks: Option<Spanned<Vec<WrittenMark>>>,
}

/// A sheet by its name, or by its width and height.
#[derive(Clone, Debug)]
pub(super) enum WrittenSheetSize {
    Named(String),
    Measured((Length, Length)),
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenFlip {
    #[default]
    LongEdge,
    ShortEdge,
}

impl<'de> Deserialize<'de> for WrittenBleed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AllOrEach;
        impl<'de> Visitor<'de> for AllOrEach {
            type Value = WrittenBleed;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a length, or `{{ top, right, bottom, left }}`",
                    "eine Länge oder `{{ top, right, bottom, left }}`"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<WrittenBleed, E> {
                text.parse()
                    .map(|length| WrittenBleed(Sides::all(length)))
                    .map_err(ParseLengthError::into_custom)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<WrittenBleed, A::Error> {
                let edges = WrittenEdges::deserialize(MapAccessDeserializer::new(map))?;
                Ok(WrittenBleed(Sides {
                    top: edges.top,
                    right: edges.right,
                    bottom: edges.bottom,
                    left: edges.left,
                }))
            }
        }
        deserializer.deserialize_any(AllOrEach)
    }
}

impl<'de> Deserialize<'de> for WrittenSheetSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrSize;
        impl<'de> Visitor<'de> for NameOrSize {
            type Value = WrittenSheetSize;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "the name of a sheet, or its width and height",
                    "der Name eines Bogens oder seine Breite und Höhe"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E>(self, name: &str) -> Result<WrittenSheetSize, E> {
                Ok(WrittenSheetSize::Named(name.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<WrittenSheetSize, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(seq)).map(WrittenSheetSize::Measured)
            }
        }
        deserializer.deserialize_any(NameOrSize)
    }
}

impl From<WrittenPdfX> for PdfX {
    fn from(written: WrittenPdfX) -> Self {
        match written {
            WrittenPdfX::X1a => Self::X1a,
            WrittenPdfX::X3 => Self::X3,
            WrittenPdfX::X4 => Self::X4,
        }
    }
}

impl From<&[WrittenMark]> for Marks {
    fn from(written: &[WrittenMark]) -> Self {
        Self {
            crop: written.contains(&WrittenMark::Crop),
            fold: written.contains(&WrittenMark::Fold),
            registration: written.contains(&WrittenMark::Registration),
            bar: written.contains(&WrittenMark::Bar),
            slug: written.contains(&WrittenMark::Slug),
            crease: written.contains(&WrittenMark::CreaseLayer),
        }
    }
}

impl From<WrittenOutput> for OutputCondition {
    fn from(written: WrittenOutput) -> Self {
        Self {
            identifier: written.identifier,
            info: written.info,
            profile: written.profile,
            source: written.source,
        }
    }
}

impl From<WrittenIntent> for Intent {
    fn from(written: WrittenIntent) -> Self {
        match written {
            WrittenIntent::Relative => Self::Relative,
            WrittenIntent::Perceptual => Self::Perceptual,
        }
    }
}

impl From<WrittenFlip> for Flip {
    fn from(written: WrittenFlip) -> Self {
        match written {
            WrittenFlip::LongEdge => Self::LongEdge,
            WrittenFlip::ShortEdge => Self::ShortEdge,
        }
    }
}
