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

/// How inks are shown where they are not printed.
#[derive(Clone, Debug)]
pub struct Tint<'f> {
    /// The space in which they are shown.
    pub alternate: Rc<Space<'f>>,
    /// From amounts of ink to a colour of that space; none when it is damaged.
    pub transform: Option<Function>,
}
