//! The fonts of a PDF.

use hayro::hayro_syntax::object::{Dict, ObjectIdentifier};

/// A font as a page uses it.
#[derive(Clone, Debug)]
pub struct Font<'f> {
    /// The font dictionary.
    pub dict: Dict<'f>,
    /// Its object, where it is one of its own.
    pub object: Option<ObjectIdentifier>,
    /// `BaseFont` as written, the letters that mark a subset included; empty for most Type 3 fonts.
    pub base: String,
    /// What kind of font it is.
    pub kind: FontKind,
    /// Whether its program is in the file.
    pub embedded: bool,
    /// Whether it carries a map to Unicode.
    pub to_unicode: bool,
    /// The program, where it can be read or one of the standard fonts stands for it.
    pub(super) program: Option<hayro_font::Font<'f>>,
}

/// The kinds of fonts (ISO 32000-2, 9.6 and 9.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum FontKind {
    /// `Type1`
    Type1,
    /// `MMType1`
    MultipleMaster,
    /// `TrueType`
    TrueType,
    /// `Type3`
    Type3,
    /// `Type0` over `CIDFontType0`
    CidType0,
    /// `Type0` over `CIDFontType2`
    CidType2,
    /// None of these.
    Unknown,
}
