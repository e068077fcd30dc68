//! A font file and what has to be known of it before shaping: names, metrics, coverage, and whether it may be embedded.

use std::fmt;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::Metrics;
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

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
    /// 100 to 900.
    pub weight: u16,
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
    /// Whether its outlines are PostScript (CFF) rather than TrueType.
    pub has_cff_outlines: bool,
    /// Whether its licence bits allow embedding in a document (OS/2 fsType).
    pub may_embed: bool,
    data: Arc<[u8]>,
}

/// Why a file is no usable font.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FontError {
    /// It cannot be read as OpenType.
    Unreadable(String),
    /// A table that every document needs is missing.
    Incomplete(&'static str),
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(f, "it cannot be read as an OpenType font ({reason})"),
            Self::Incomplete(table) => write!(f, "its `{table}` table is missing or broken"),
        }
    }
}

impl Font {
    /// Reads a font file's names and metrics.
    ///
    /// # Errors
    /// When the file is no OpenType font, or lacks a table that setting or embedding needs.
    pub fn load(path: &str, data: Arc<[u8]>) -> Result<Self, FontError> {
        let font = FontRef::new(&data).map_err(|error| FontError::Unreadable(error.to_string()))?;
        let head = font.head().map_err(|_| FontError::Incomplete("head"))?;
        // OpenType, `head`: 16 to 16384. All widths are divided by it.
        if !(16..=16_384).contains(&head.units_per_em()) {
            return Err(FontError::Incomplete("head"));
        }
        font.cmap().map_err(|_| FontError::Incomplete("cmap"))?;
        font.hmtx().map_err(|_| FontError::Incomplete("hmtx"))?;
        let has_cff_outlines = font.cff().is_ok();
        if !has_cff_outlines && font.glyf().is_err() {
            return Err(FontError::Incomplete("glyf"));
        }
        let metrics = Metrics::new(&font, Size::unscaled(), LocationRef::default());
        let attributes = font.attributes();
        let name = |id| {
            font.localized_strings(id)
                .english_or_first()
                .map(|name| name.to_string())
        };
        let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME)
            .or_else(|| name(StringId::FAMILY_NAME))
            .ok_or(FontError::Incomplete("name"))?;
        let postscript_name = name(StringId::POSTSCRIPT_NAME).unwrap_or_else(|| family.replace(' ', ""));
        let units_per_em = head.units_per_em();
        let em_share = |thousandths: i32| i32::from(units_per_em) * thousandths / 1000;
        // fsType: bits 0 to 3 hold the licence; 2 alone forbids embedding, bit 9 allows bitmaps only (OpenType, OS/2).
        let fs_type = font.os2().map(|os2| os2.fs_type()).unwrap_or(0);
        Ok(Self {
            path: path.to_owned(),
            family,
            postscript_name: sanitised(&postscript_name),
            weight: attributes.weight.value().clamp(1.0, 1000.0) as u16,
            italic: attributes.style != skrifa::attribute::Style::Normal,
            units_per_em,
            ascent: metrics.ascent as i32,
            descent: metrics.descent as i32,
            cap_height: metrics.cap_height.map_or(em_share(660), |height| height as i32),
            x_height: metrics.x_height.map_or(em_share(480), |height| height as i32),
            bounds: [head.x_min(), head.y_min(), head.x_max(), head.y_max()].map(i32::from),
            italic_angle: metrics.italic_angle,
            has_cff_outlines,
            may_embed: fs_type & 0xF != 0x2 && fs_type & 0x200 == 0,
            data,
        })
    }

    /// The whole file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The glyph of a character; none when the font lacks it.
    #[must_use]
    pub fn glyph(&self, character: char) -> Option<u16> {
        let font = FontRef::new(&self.data).ok()?;
        font.charmap()
            .map(character)
            .map(|glyph| glyph.to_u32() as u16)
            .filter(|glyph| *glyph != 0)
    }

    /// How far each of these glyphs moves the pen, in font units.
    #[must_use]
    pub fn advances(&self, glyphs: &[u16]) -> Vec<i32> {
        let Ok(font) = FontRef::new(&self.data) else {
            return vec![0; glyphs.len()];
        };
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        glyphs
            .iter()
            .map(|glyph| metrics.advance_width(u32::from(*glyph).into()).unwrap_or(0.0) as i32)
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
