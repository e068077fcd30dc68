//! What each profile demands: all limits of these checks in one table, with where they are from. What a profile does not ask for is none.

use crate::checks::Profile;
use crate::geom::Length;

/// What a profile demands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Demands {
    /// Contrast of text: WCAG 2.1, 1.4.3.
    pub(super) text: f64,
    /// Contrast of large text: WCAG 2.1, 1.4.3.
    pub(super) large_text: f64,
    /// Contrast of graphics that carry meaning: WCAG 2.1, 1.4.11.
    pub(super) graphics: f64,
    /// From this size on text is large: WCAG 2.1, definition of *large scale*.
    pub(super) large: Length,
    /// From this size on bold text is large: the same.
    pub(super) large_bold: Length,
    /// From this weight on text is bold: CSS Fonts 4, 2.2.
    pub(super) bold: u16,
    /// The least height of the small x, in micrometres.
    pub(super) x_height: Option<XHeight>,
    /// The longest description of a figure, in characters: beyond it belongs into the text. Berliner Standards für PDF and most style guides have
    /// 150 to 250; a screen reader says it in one breath.
    pub(super) longest_alt: Option<usize>,
    /// Whether there is one heading of level 1 and no more: the title of the document (Berliner Standards für PDF; PDF/UA allows several).
    pub(super) one_main_heading: bool,
    /// Whether other gender signs than the star are told (DBSV, position of 2021: of all short forms the star).
    pub(super) gender_star: bool,
    /// Whether capitals are to be explained where they stand first (WCAG 2.1, 3.1.4, which is AAA; DIN 5008 and the rules of plain language ask
    /// for it).
    pub(super) abbreviations: bool,
    /// How plain language has to be set.
    pub(super) plain: Option<Plain>,
}

/// The least height of the small x in micrometres, at a reading distance of about 35 cm (DIN 1450:2013).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct XHeight {
    /// Running text.
    pub(super) running: i64,
    /// Notes, captions, running heads.
    pub(super) notes: i64,
}

/// How plain language is set (Netzwerk Leichte Sprache, rules on type and setting; DIN SPEC 33429).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plain {
    /// The least size.
    pub(super) size: Length,
    /// The least leading, in hundredths of the size.
    pub(super) leading: i64,
}

const DIN_1450: XHeight = XHeight {
    running: 1_500,
    notes: 1_200,
};

const WCAG: Demands = Demands {
    text: 4.5,
    large_text: 3.0,
    graphics: 3.0,
    large: Length::pt(18),
    large_bold: Length::pt(14),
    bold: 700,
    x_height: None,
    longest_alt: None,
    one_main_heading: false,
    gender_star: false,
    abbreviations: false,
    plain: None,
};

const BERLIN: Demands = Demands {
    x_height: Some(DIN_1450),
    longest_alt: Some(250),
    one_main_heading: true,
    gender_star: true,
    abbreviations: true,
    ..WCAG
};

const PLAIN_LANGUAGE: Demands = Demands {
    plain: Some(Plain {
        size: Length::pt(14),
        leading: 150,
    }),
    ..BERLIN
};

/// What a profile demands.
pub(super) const fn of(profile: Profile) -> &'static Demands {
    match profile {
        Profile::Berlin => &BERLIN,
        Profile::PdfUa => &WCAG,
        Profile::PlainLanguage => &PLAIN_LANGUAGE,
    }
}
