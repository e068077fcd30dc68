//! What an edition asks of the PDF writer. An edition is data: the writer has one path for all of them, so screen and
//! press cannot drift apart; they have the same glyphs at the same places by construction.

use crate::template::PdfX;

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
    /// PDF/X-1a:2003 (ISO 15930-4).
    X1a,
    /// PDF/X-3:2003 (ISO 15930-6).
    X3,
    /// PDF/X-4:2010 (ISO 15930-7).
    X4,
    /// None: only to be looked at.
    None,
}

impl Standard {
    /// What a file for a press calls itself; none for a file for the screen.
    #[must_use]
    pub const fn pdfx_version(self) -> Option<&'static str> {
        match self {
            Self::X1a => Some("PDF/X-1a:2003"),
            Self::X3 => Some("PDF/X-3:2003"),
            Self::X4 => Some("PDF/X-4"),
            Self::UaAndArchive | Self::None => None,
        }
    }
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
    /// Whether steps after printing are shown, each as a layer (ISO 19593-1).
    pub layers: bool,
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
        layers: false,
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
        layers: true,
    };

    /// The same pages for a printer whose workflow is older: PDF 1.4, which knows no layers. Transparency, which these standards forbid,
    /// has to be gone before.
    pub const PRESS_X1A: Self = Self {
        standard: Standard::X1a,
        version: (1, 4),
        layers: false,
        ..Self::PRESS
    };

    /// As [`Self::PRESS_X1A`]. Of the colours that X-3 allows beyond inks, none is used, so the pages are the same.
    pub const PRESS_X3: Self = Self {
        standard: Standard::X3,
        ..Self::PRESS_X1A
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
        layers: false,
    };

    /// For the press, as a printer's wish for a PDF/X says.
    #[must_use]
    pub const fn press(pdfx: PdfX) -> Self {
        match pdfx {
            PdfX::X1a => Self::PRESS_X1A,
            PdfX::X3 => Self::PRESS_X3,
            PdfX::X4 => Self::PRESS,
        }
    }
}

/// The printing condition, as the registry of the ICC names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputCondition {
    /// Its registered name: `FOGRA39`.
    pub identifier: String,
    /// What it is for people: `Coated offset, ISO 12647-2`.
    pub info: String,
}
