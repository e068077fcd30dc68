//! A printer's file as it is written.

use std::fmt;

use schemars::JsonSchema;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Flip, Intent, Marks, OutputCondition, PdfX};
use crate::geom::{LENGTH_FROM_ZERO, Length, ParseLengthError, Sides};
use crate::source::Spanned;
use crate::wording::text;

/// What a printer asks for: a file in `templates/printers/`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(title = "faltwerk: a printer")]
pub(in crate::template) struct WrittenPrinter {
    /// How far artwork runs out over the trim, from 0 mm to 100 mm: one length for all edges, or one for each edge of the page as it lies there.
    #[schemars(extend(
        "examples" = ["3 mm", { "top": "3 mm", "right": "3 mm", "bottom": "3 mm", "left": "0 mm" }]
    ))]
    pub(super) bleed: Spanned<WrittenBleed>,
    /// How far text stays from the trim, from 0 mm to 100 mm.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "examples" = ["4 mm"]))]
    pub(super) safe: Spanned<Length>,
    /// The most ink that the four plates may lay down together, in per cent: about 300 on coated paper.
    #[schemars(extend("examples" = [300]))]
    pub(super) total_ink: f64,
    /// Which PDF/X the press file is.
    #[serde(default)]
    #[schemars(extend("default" = "x4"))]
    pub(super) pdfx: WrittenPdfX,
    /// What is printed around the trim of the press file. Left out, nothing: most printers set their own.
    #[schemars(extend("examples" = [["crop", "fold", "registration", "bar", "slug"]]))]
    pub(super) marks: Option<Spanned<Vec<WrittenMark>>>,
    /// What is printed on what: the printing condition, as the printer names it.
    pub(super) output: WrittenOutput,
    /// What is too small or too coarse to be printed well. Left out, it is as GWG 2022 has it for sheet-fed offset.
    #[serde(default)]
    pub(super) limits: WrittenLimits,
    /// How pictures are made ready for the press.
    #[serde(default)]
    pub(super) pictures: WrittenPictures,
    /// What is printed on.
    #[serde(default)]
    pub(super) paper: WrittenPaper,
    /// A press in the house: the sheets of the edition `sheets`.
    #[serde(default)]
    pub(super) sheets: WrittenSheets,
}

/// One length for all edges, or one for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenBleed(pub(super) Sides);

/// The bleed of each edge.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenEdges {
    /// At the head of the page.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    top: Length,
    /// At its right edge.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    right: Length,
    /// At its foot.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    bottom: Length,
    /// At its left edge.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    left: Length,
}

/// A part of PDF/X.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum WrittenPdfX {
    /// PDF/X-1a:2003: inks alone, no transparency, no layers; for old workflows.
    X1a,
    /// PDF/X-3:2003: as X-1a, for printers who ask for it by name.
    X3,
    /// PDF/X-4:2010: transparency stays, and layers are possible.
    #[default]
    X4,
}

/// What is printed around the trim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenMark {
    /// Where the sheet is cut.
    Crop,
    /// Where it is folded.
    Fold,
    /// Targets that show whether all plates lie on each other.
    Registration,
    /// Fields of ink to be measured.
    Bar,
    /// A line that says what this is.
    Slug,
    /// A layer that tells a machine where to crease; only of press files in PDF/X-4.
    CreaseLayer,
}

/// A printing condition.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenOutput {
    /// Its name in the registry of the ICC.
    #[schemars(extend("examples" = ["FOGRA39"]))]
    identifier: String,
    /// The same in words.
    #[schemars(extend("examples" = ["Coated FOGRA39 (ISO 12647-2:2004, offset on coated paper)"]))]
    info: String,
    /// The ICC profile of a printer with four inks: a file beside this one.
    #[schemars(extend("examples" = ["FOGRA39L_coated.icc"]))]
    profile: Spanned<String>,
    /// Where to get the profile, said when it is missing.
    #[schemars(extend("examples" = ["https://www.eci.org/en/downloads"]))]
    source: Option<String>,
}

/// What is too small, too thin or too coarse to be printed well.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct WrittenLimits {
    /// The smallest text in one ink.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "default" = "5 pt"))]
    pub(super) text: Option<Spanned<Length>>,
    /// The smallest text in several inks, or white in a ground.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "default" = "8 pt"))]
    pub(super) mixed_text: Option<Spanned<Length>>,
    /// The thinnest line.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "default" = "0.25 pt"))]
    pub(super) line: Option<Spanned<Length>>,
    /// How near to a fold nothing small is printed.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "default" = "3 mm"))]
    pub(super) fold: Option<Spanned<Length>>,
    /// Pixels an inch at which a picture in grey or colour is too coarse.
    #[schemars(extend("default" = { "warning": 224, "error": 149 }))]
    pub(super) picture: Option<Spanned<WrittenResolution>>,
    /// Pixels an inch at which a picture of one bit a pixel is too coarse.
    #[schemars(extend("default" = { "warning": 799, "error": 549 }))]
    pub(super) bitmap: Option<Spanned<WrittenResolution>>,
    /// The most spot inks. Left out, any number.
    #[schemars(extend("examples" = [0]))]
    pub(super) spots: Option<u32>,
}

/// Pixels an inch at which a picture is too coarse; `error` is the smaller of the two.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenResolution {
    /// At so many pixels an inch and below there is a warning.
    pub(super) warning: u32,
    /// At so many pixels an inch and below there is an error.
    pub(super) error: u32,
}

/// How pictures are made ready for the press.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct WrittenPictures {
    /// How colours that the press cannot print are replaced.
    #[serde(default)]
    #[schemars(extend("default" = "relative"))]
    pub(super) intent: WrittenIntent,
    /// The most pixels an inch that are of use: finer pictures are made as coarse as that. Left out, they stay as they are.
    #[schemars(range(min = 72), extend("examples" = [450]))]
    pub(super) finest: Option<Spanned<u32>>,
}

/// How colours that the press cannot print are replaced.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenIntent {
    /// By the nearest that it can print, with black-point compensation; what can be printed stays.
    #[default]
    Relative,
    /// By moving all colours together.
    Perceptual,
}

/// What is printed on.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct WrittenPaper {
    /// What people call it, for the job ticket.
    #[schemars(extend("examples" = ["Bilderdruck matt"]))]
    pub(super) name: Option<String>,
    /// Its weight, in g/m². A template may ask for another.
    #[schemars(range(min = 20, max = 1000), extend("default" = 135))]
    pub(super) weight: Option<Spanned<u32>>,
    /// Its volume, in cm³/g: coated paper has about 0.8 to 1.0, uncoated paper about 1.2 to 1.5. Weight and volume give how thick it is.
    #[schemars(range(min = 0.5, max = 4.0), extend("default" = 1.0))]
    pub(super) volume: Option<Spanned<f64>>,
}

/// The sheets of a press in the house.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct WrittenSheets {
    /// The size of the sheet: `A4`, `A3`, `A2`, `SRA4`, `SRA3`, `SRA2`, or width and height, each from 50 mm to 2000 mm. It is turned where
    /// more fits on it so.
    #[schemars(extend("default" = "SRA3", "examples" = [["330 mm", "488 mm"]]))]
    pub(super) size: Option<Spanned<WrittenSheetSize>>,
    /// The edge that the press cannot print on, on all four sides, from 0 mm to 100 mm.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "default" = "5 mm"))]
    pub(super) margin: Option<Spanned<Length>>,
    /// About which edge the press turns the sheet to print its back.
    #[serde(default)]
    #[schemars(extend("default" = "long-edge"))]
    pub(super) flip: WrittenFlip,
    /// What is printed beside the pages; all but `crease-layer`, which is of the press file.
    #[schemars(extend("not" = { "contains": { "const": "crease-layer" } }, "default" = ["crop", "fold", "slug"]))]
    pub(super) marks: Option<Spanned<Vec<WrittenMark>>>,
}

/// A sheet by its name, or by its width and height.
#[derive(Clone, Debug)]
pub(super) enum WrittenSheetSize {
    Named(String),
    Measured((Length, Length)),
}

/// An edge of the sheet, as it lies before the reader.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenFlip {
    /// About the longer edge.
    #[default]
    LongEdge,
    /// About the shorter edge.
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
