//! Colour spaces: which components a colour has, and which inks they are.

use std::rc::Rc;

use hayro::hayro_interpret::Function;
use hayro::hayro_syntax::object::Stream;

/// A colour space (ISO 32000-2, 8.6).
#[derive(Clone, Debug)]
pub enum Space<'f> {
    /// `DeviceGray`: on the press, black.
    DeviceGray,
    /// `DeviceRGB`.
    DeviceRgb,
    /// `DeviceCMYK`.
    DeviceCmyk,
    /// `CalGray`.
    CalGray,
    /// `CalRGB`.
    CalRgb,
    /// `Lab`, with the range of a and b.
    Lab([f64; 4]),
    /// `ICCBased`.
    Icc {
        /// How many components: 1, 3 or 4.
        components: usize,
        /// The stream of the profile.
        profile: Stream<'f>,
        /// The space that is meant when the profile cannot be used.
        alternate: Option<Rc<Space<'f>>>,
    },
    /// `Indexed`: a table of colours.
    Indexed {
        /// The space of the colours.
        base: Rc<Space<'f>>,
        /// The highest index.
        highest: u8,
        /// The colours, a byte a component.
        table: Rc<[u8]>,
    },
    /// `Separation`: one ink.
    Separation {
        /// Its name, `All` and `None` among them.
        name: Rc<str>,
        /// What it looks like.
        tint: Tint<'f>,
    },
    /// `DeviceN`: several inks.
    DeviceN {
        /// Their names in order.
        names: Rc<[String]>,
        /// Whether its subtype is `NChannel`.
        n_channel: bool,
        /// What they look like.
        tint: Tint<'f>,
    },
    /// `Pattern`, with the space of the colours of uncoloured patterns.
    Pattern(Option<Rc<Space<'f>>>),
    /// What is no colour space.
    Unknown(Rc<str>),
}

impl Space<'_> {
    /// How many components a colour of it has.
    #[must_use]
    pub fn components(&self) -> usize {
        match self {
            Self::DeviceGray | Self::CalGray | Self::Indexed { .. } | Self::Separation { .. } => 1,
            Self::DeviceRgb | Self::CalRgb | Self::Lab(_) => 3,
            Self::DeviceCmyk => 4,
            Self::Icc { components, .. } => *components,
            Self::DeviceN { names, .. } => names.len(),
            Self::Pattern(base) => base.as_ref().map_or(0, |base| base.components()),
            Self::Unknown(_) => 0,
        }
    }

    /// The colour that it begins with (ISO 32000-2, table 73).
    #[must_use]
    pub fn initial(&self) -> Vec<f64> {
        match self {
            Self::DeviceCmyk => vec![0.0, 0.0, 0.0, 1.0],
            Self::Separation { .. } | Self::DeviceN { .. } => vec![1.0; self.components()],
            Self::Pattern(_) => Vec::new(),
            _ => vec![0.0; self.components()],
        }
    }

    /// What a PDF calls its family.
    #[must_use]
    pub const fn family(&self) -> &'static str {
        match self {
            Self::DeviceGray => "DeviceGray",
            Self::DeviceRgb => "DeviceRGB",
            Self::DeviceCmyk => "DeviceCMYK",
            Self::CalGray => "CalGray",
            Self::CalRgb => "CalRGB",
            Self::Lab(_) => "Lab",
            Self::Icc { .. } => "ICCBased",
            Self::Indexed { .. } => "Indexed",
            Self::Separation { .. } => "Separation",
            Self::DeviceN { .. } => "DeviceN",
            Self::Pattern(_) => "Pattern",
            Self::Unknown(_) => "unknown",
        }
    }
}

/// How inks are shown where they are not printed.
#[derive(Clone, Debug)]
pub struct Tint<'f> {
    /// The space in which they are shown.
    pub alternate: Rc<Space<'f>>,
    /// From amounts of ink to a colour of that space; none when it is damaged.
    pub transform: Option<Function>,
}
