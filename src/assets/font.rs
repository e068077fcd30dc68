//! A font and what has to be known of it before shaping: names, metrics, coverage, and whether it may be embedded. It is a font
//! of a file: a collection holds several. A variable font stands for one of its weights; [`Font::at_weight`] gives another,
//! which is a font of its own with its own metrics, since a document only ever carries weights that stand still.

use std::ops::RangeInclusive;
use std::sync::Arc;

use skrifa::instance::{Location, Size};
use skrifa::metrics::Metrics;
use skrifa::raw::{FileRef, TableProvider};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider, Tag};

use super::variable::{self, WEIGHT};

use crate::wording::{Text, text};

/// Which font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontId(u32);

impl FontId {
    pub(super) const fn from_index(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in the list of fonts.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A font. All metrics are in font units, positive upwards from the baseline.
#[derive(Clone, Debug)]
pub struct Font {
    /// The file, as people know it: from the project folder.
    pub path: String,
    /// The family, such as `Source Sans 3`.
    pub family: String,
    /// The name PDF and PostScript use, such as `SourceSans3-Bold`.
    pub postscript_name: String,
    /// 1 to 1000; 400 is regular, 700 bold.
    pub weight: u16,
    /// The weights that its file has: the one alone, unless the font is variable.
    pub weights: RangeInclusive<u16>,
    /// Whether it is a true italic or oblique.
    pub italic: bool,
    /// Font units in an em.
    pub units_per_em: u16,
    /// Height above the baseline.
    pub ascent: i32,
    /// Depth below the baseline, negative.
    pub descent: i32,
    /// Height of capitals.
    pub cap_height: i32,
    /// Height of the small x.
    pub x_height: i32,
    /// All glyphs lie within: left, bottom, right, top.
    pub bounds: [i32; 4],
    /// Angle of the italics in degrees, negative leaning right.
    pub italic_angle: f32,
    /// Whether it is embedded with PostScript outlines (CFF). Those of a variable font (CFF2) become TrueType.
    pub has_cff_outlines: bool,
    /// Whether its licence bits allow embedding in a document (OS/2 fsType).
    pub may_embed: bool,
    /// Its place in its file.
    face: u32,
    data: Arc<[u8]>,
}

/// No collection has more fonts: the largest that systems ship have some dozens.
const MOST_FACES: u32 = 128;

/// Why a file is no usable font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It cannot be read as OpenType.
    Unreadable(String),
    /// A table that every document needs is missing.
    Incomplete(&'static str),
    /// It is a collection without fonts, or of more than there can be; holds how many.
    TooMany(u32),
}

/// As a phrase about the file.
impl From<&FontError> for Text {
    fn from(error: &FontError) -> Self {
        match error {
            FontError::Unreadable(reason) => text!(
                "it cannot be read as an OpenType font ({reason})",
                "sie lässt sich nicht als OpenType-Schrift lesen (Meldung des Lesers: {reason})"
            ),
            FontError::Incomplete(table) => text!(
                "its `{table}` table is missing or broken",
                "ihre Tabelle `{table}` fehlt oder ist beschädigt"
            ),
            FontError::TooMany(count) => text!(
                "it is a collection of {count} fonts, and one has from 1 to {MOST_FACES}",
                "sie ist eine Sammlung von {count} Schriften, und eine Sammlung hat 1 bis {MOST_FACES}"
            ),
        }
    }
}

impl Font {
    /// Reads the names and metrics of all fonts of a file: of the one it is, or of those of a collection.
    ///
    /// # Errors
    /// When the file is no OpenType font, or a font of it lacks a table that setting or embedding needs.
    pub fn load_all(path: &str, data: &Arc<[u8]>) -> Result<Vec<Self>, FontError> {
        let count = match FileRef::new(data) {
            Ok(FileRef::Collection(collection)) => collection.len(),
            _ => 1,
        };
        if !(1..=MOST_FACES).contains(&count) {
            return Err(FontError::TooMany(count));
        }
        (0..count)
            .map(|face| Self::load_face(path, Arc::clone(data), face))
            .collect()
    }

    /// The same for the first font of a file.
    ///
    /// # Errors
    /// When the file is no OpenType font, or lacks a table that setting or embedding needs.
    pub fn load(path: &str, data: Arc<[u8]>) -> Result<Self, FontError> {
        Self::load_face(path, data, 0)
    }

    fn load_face(path: &str, data: Arc<[u8]>, face: u32) -> Result<Self, FontError> {
        let font =
            FontRef::from_index(&data, face).map_err(|error| FontError::Unreadable(error.to_string()))?;
        let head = font.head().map_err(|_| FontError::Incomplete("head"))?;
        // OpenType, `head`: 16 to 16384. All widths are divided by it.
        if !(16..=16_384).contains(&head.units_per_em()) {
            return Err(FontError::Incomplete("head"));
        }
        font.cmap().map_err(|_| FontError::Incomplete("cmap"))?;
        font.hmtx().map_err(|_| FontError::Incomplete("hmtx"))?;
        let has_cff_outlines = font.cff().is_ok();
        if !has_cff_outlines && font.cff2().is_err() && font.glyf().is_err() {
            return Err(FontError::Incomplete("glyf"));
        }
        let attributes = font.attributes();
        let weight = attributes.weight.value().clamp(1.0, 1000.0) as u16;
        let weights = variable::weights(&font)?.unwrap_or(weight..=weight);
        let name = |id| {
            font.localized_strings(id)
                .english_or_first()
                .map(|name| name.to_string())
        };
        let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME)
            .or_else(|| name(StringId::FAMILY_NAME).map(|family| variable::family(&font, family)))
            .ok_or(FontError::Incomplete("name"))?;
        let postscript_name = name(StringId::POSTSCRIPT_NAME).unwrap_or_else(|| family.replace(' ', ""));
        // fsType: bits 0 to 3 hold the licence; 2 alone forbids embedding, bit 9 allows bitmaps only (OpenType, OS/2).
        let fs_type = font.os2().map(|os2| os2.fs_type()).unwrap_or(0);
        let loaded = Self {
            path: path.to_owned(),
            family,
            postscript_name: sanitised(&postscript_name),
            weight: weight.clamp(*weights.start(), *weights.end()),
            weights,
            italic: attributes.style != skrifa::attribute::Style::Normal,
            units_per_em: head.units_per_em(),
            ascent: 0,
            descent: 0,
            cap_height: 0,
            x_height: 0,
            bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()].map(i32::from),
            italic_angle: 0.0,
            has_cff_outlines,
            may_embed: fs_type & 0xF != 0x2 && fs_type & 0x200 == 0,
            face,
            data: Arc::clone(&data),
        };
        Ok(loaded.measured(&font))
    }

    /// The font of the same file whose weight is nearest; itself when it is not variable.
    #[must_use]
    pub fn at_weight(&self, weight: u16) -> Self {
        let weight = weight.clamp(*self.weights.start(), *self.weights.end());
        let font = FontRef::from_index(&self.data, self.face);
        match font {
            Ok(font) if weight != self.weight => {
                let name = variable::postscript_name(&font, &self.family, weight, &self.postscript_name);
                let other = Self {
                    weight,
                    postscript_name: sanitised(&name),
                    ..self.clone()
                };
                other.measured(&font)
            }
            _ => self.clone(),
        }
    }

    /// With the metrics that it has at its weight.
    fn measured(self, font: &FontRef<'_>) -> Self {
        let metrics = Metrics::new(font, Size::unscaled(), &self.location(font));
        let whole = |units: f32| units.round() as i32;
        let em_share = |thousandths: i32| i32::from(self.units_per_em) * thousandths / 1000;
        Self {
            ascent: whole(metrics.ascent),
            descent: whole(metrics.descent),
            cap_height: metrics.cap_height.map_or(em_share(660), whole),
            x_height: metrics.x_height.map_or(em_share(480), whole),
            italic_angle: metrics.italic_angle,
            ..self
        }
    }

    /// Where it stands on the axes of its file: the axis and its value; nowhere, when the font is not variable. Other axes than
    /// the weight keep the place that the font's maker gave them.
    #[must_use]
    pub fn variations(&self) -> Vec<([u8; 4], f32)> {
        if self.weights.start() == self.weights.end() {
            return Vec::new();
        }
        vec![(WEIGHT, f32::from(self.weight))]
    }

    fn location(&self, font: &FontRef<'_>) -> Location {
        let places = self.variations();
        font.axes()
            .location(places.iter().map(|(axis, value)| (Tag::new(axis), *value)))
    }

    /// Its place in its file, from 0: a collection holds several.
    #[must_use]
    pub const fn face(&self) -> u32 {
        self.face
    }

    /// The whole file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The glyph of a character; none when the font lacks it.
    #[must_use]
    pub fn glyph(&self, character: char) -> Option<u16> {
        let font = FontRef::from_index(&self.data, self.face).ok()?;
        font.charmap()
            .map(character)
            .map(|glyph| glyph.to_u32() as u16)
            .filter(|glyph| *glyph != 0)
    }

    /// How far each of these glyphs moves the pen, in font units.
    #[must_use]
    pub fn advances(&self, glyphs: &[u16]) -> Vec<i32> {
        let Ok(font) = FontRef::from_index(&self.data, self.face) else {
            return vec![0; glyphs.len()];
        };
        let location = self.location(&font);
        let metrics = font.glyph_metrics(Size::unscaled(), &location);
        // Rounded, as the subset has them that goes into the file.
        glyphs
            .iter()
            .map(|glyph| {
                metrics
                    .advance_width(u32::from(*glyph).into())
                    .unwrap_or(0.0)
                    .round() as i32
            })
            .collect()
    }
}

/// A PostScript name without the characters PDF names may not hold unescaped; never empty.
fn sanitised(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    if name.is_empty() { "Font".to_owned() } else { name }
}
