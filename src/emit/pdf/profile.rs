//! What an edition asks of the PDF writer. An edition is data: the writer has one path for all of them, so screen and
//! press cannot drift apart; they have the same glyphs at the same places by construction.

/// How colours are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// As inks: DeviceCMYK and separations, with overprint, for a press.
    Inks,
    /// As they will look in print, converted to sRGB through the printing condition's profile.
    Srgb,
}

/// How much of a page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The finished page; what runs over the edge is cut.
    Trim,
    /// Trim, bleed and room for marks, with their boxes.
    Media,
}

/// A standard that a file claims to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// PDF/UA-1 and PDF/A-2a in one file (ISO 14289-1, ISO 19005-2).
    UaAndArchive,
    /// PDF/X-4:2010 (ISO 15930-7).
    X4,
    /// None: only to be looked at.
    None,
}

/// What an edition asks of the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What the file claims to be.
    pub standard: Standard,
    /// The PDF version in the header: major and minor.
    pub version: (u8, u8),
    /// How colours are written.
    pub colours: Colours,
    /// How much of a page is shown.
    pub extent: Extent,
    /// Whether what is painted carries what it means: the structure tree and marked content.
    pub tagged: bool,
    /// Whether links can be followed.
    pub links: bool,
    /// Whether long documents get an outline, and pages their labels.
    pub navigation: bool,
}

impl Profile {
    /// For reading on a screen: PDF/UA-1 and PDF/A-2a.
    pub const SCREEN: Self = Self {
        standard: Standard::UaAndArchive,
        version: (1, 7),
        colours: Colours::Srgb,
        extent: Extent::Trim,
        tagged: true,
        links: true,
        navigation: true,
    };

    /// For the press: PDF/X-4. No links, since PDF/X forbids annotations inside the bleed (ISO 15930-7).
    pub const PRESS: Self = Self {
        standard: Standard::X4,
        version: (1, 6),
        colours: Colours::Inks,
        extent: Extent::Media,
        tagged: false,
        links: false,
        navigation: false,
    };

    /// For pictures of what the press gets: its geometry in the colours of a screen.
    pub const PREVIEW: Self = Self {
        standard: Standard::None,
        version: (1, 7),
        colours: Colours::Srgb,
        extent: Extent::Media,
        tagged: false,
        links: false,
        navigation: false,
    };
}

/// The printing condition, as the registry of the ICC names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputCondition {
    /// Its registered name: `FOGRA39`.
    pub identifier: String,
    /// What it is for people: `Coated offset, ISO 12647-2`.
    pub info: String,
}
