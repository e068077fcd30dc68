//! Drawings: what an SVG file says, as outlines in inks. A drawing stays a drawing on its way to the press: nothing of it is ever turned
//! into pixels. What a press cannot print so, or what we do not understand, is told, never left out in silence.
//!
//! The crate `usvg` resolves the language (styles, units, `use`, markers, shapes); `source` looks at a file before that, since a few
//! hundred bytes can ask for millions of shapes; `convert` makes ours of what comes out. All places are points from the top left corner
//! of the drawing at its natural size, with 96 pixels to the inch as CSS has them.

mod check;
mod convert;
mod gradient;
mod load;
mod palette;
mod source;
#[cfg(test)]
mod tests;

pub(super) use load::load;
pub use palette::Palette;

use crate::color::Color;
use crate::geom::{Length, Path, Point, Size};
use crate::wording::{Text, text};

/// What to do about what shines through.
fn flatten() -> Text {
    text!(
        "flatten it in the drawing program (Illustrator: Object > Flatten Transparency), or save the drawing as PNG of 300 pixels an inch",
        "es im Zeichenprogramm reduzieren (Illustrator: Objekt > Transparenz reduzieren) oder die Zeichnung als PNG mit 300 Pixeln je Zoll speichern"
    )
}

/// Which drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DrawingId(u32);

impl DrawingId {
    /// From a place in the list of drawings.
    pub(super) const fn from_index(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in the list of drawings.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What people call it: `logo.svg`.
    pub name: String,
    /// Its natural size.
    pub size: Size,
    /// What is drawn, the lowest first.
    pub parts: Vec<Part>,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// An outline, filled or stroked or both.
    Outline(Box<Outline>),
    /// Other parts, cut or made transparent together.
    Layer(Layer),
}

/// An outline of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The outline.
    pub path: Path,
    /// What counts as inside.
    pub rule: Rule,
    /// What is inside.
    pub fill: Option<Fill>,
    /// The line along it.
    pub stroke: Option<Line>,
    /// Whether the line lies below what is inside.
    pub stroke_first: bool,
}

/// What is inside of an outline that crosses itself (ISO 32000-1, 8.5.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// What the outline goes around at all.
    NonZero,
    /// What it goes around an odd number of times.
    EvenOdd,
}

/// What is inside of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The ink or the inks.
    pub paint: Paint,
    /// How opaque.
    pub opacity: Opacity,
}

/// A line along an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The ink.
    pub color: Color,
    /// How opaque.
    pub opacity: Opacity,
    /// How thick.
    pub width: Length,
    /// How its ends look.
    pub cap: Cap,
    /// How its corners look.
    pub join: Join,
    /// Lengths of dash and gap in turn; empty is solid.
    pub dash: Vec<Length>,
    /// How far into the dashes it begins.
    pub phase: Length,
}

/// The ends of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cap {
    /// It ends where it ends.
    Butt,
    /// In a half circle.
    Round,
    /// In half a square.
    Square,
}

/// The corners of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Join {
    /// Pointed, where the point is no longer than so many thousandths of the line's width; else as a bevel.
    Miter(u32),
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
}

/// One ink, or inks that pass into each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paint {
    /// One colour.
    Color(Color),
    /// From colour to colour.
    Gradient(Gradient),
}

/// Palette that pass into each other along a line or from one circle to another; beyond both ends the last colour goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gradient {
    /// Along what.
    pub way: Way,
    /// From the gradient's own coordinates to the drawing's: the six numbers of an affine matrix, in millionths.
    pub matrix: [i64; 6],
    /// At least two, from 0 to 10,000 in ascending order: places and colours.
    pub stops: Vec<(u32, Color)>,
}

/// Along what a gradient passes, in its own coordinates, whose unit is a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From one point to another.
    Axial(Point, Point),
    /// From a circle to another.
    Radial((Point, Length), (Point, Length)),
}

/// Parts that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// What remains visible: what lies inside of all of these.
    pub clips: Vec<Clip>,
    /// How opaque all of it is together.
    pub opacity: Opacity,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// An outline that cuts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// The outline.
    pub path: Path,
    /// What counts as inside.
    pub rule: Rule,
}

/// How opaque something is, in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Opacity(u16);

/// Why there is no drawing in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingError {
    /// It cannot be read as SVG; holds why.
    Unreadable(Text),
    /// It asks for more than a page can hold; holds what of.
    TooMuch(TooMuch),
    /// It has no size, or one that no page has.
    NoSize,
    /// Nothing of it can be seen.
    Empty,
}

/// What a drawing can have more of than a page can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// Bytes of its file.
    Bytes,
    /// Elements of its file.
    Elements,
    /// Elements within elements.
    Depth,
    /// Elements, counted where they are used.
    UsedElements,
    /// References within references.
    References,
    /// Steps in its outlines.
    Steps,
}

/// Something in a drawing that is not printed as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of its file, where that is known.
    pub line: Option<u32>,
    /// What it is, as a phrase: `text (<text>)`.
    pub what: Text,
    /// What to do about it in a drawing program.
    pub help: Text,
}

impl Opacity {
    /// Nothing of it is seen.
    pub const NONE: Self = Self(0);
    /// Nothing shines through.
    pub const FULL: Self = Self(10_000);

    /// From a fraction.
    pub(crate) fn from_fraction(fraction: f32) -> Self {
        Self((fraction.clamp(0.0, 1.0) * 10_000.0).round() as u16)
    }

    /// In ten-thousandths.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0 as i64
    }
}

impl Default for Opacity {
    /// Full, as everything is that nobody says otherwise of.
    fn default() -> Self {
        Self::FULL
    }
}

impl Drawing {
    /// Reads an SVG file; its colours become inks through `palette`. What of it cannot be printed as drawn comes beside it, the same
    /// things together: a document that shows it then is not good.
    ///
    /// # Errors
    /// When it is no SVG, has no size, or is too much.
    pub fn read(name: &str, data: &[u8], palette: &Palette<'_>) -> Result<(Self, Vec<Fault>), DrawingError> {
        let text = std::str::from_utf8(data).map_err(|_| {
            DrawingError::Unreadable(text!(
                "it is no text in the encoding UTF-8",
                "sie ist kein Text in der Zeichenkodierung UTF-8"
            ))
        })?;
        let document = source::parse(text)?;
        let mut faults = check::look(&document);
        let tree = source::resolve(&document)?;
        let drawing = convert::drawing(name, &tree, palette, &mut faults)?;
        faults.sort_by(|one, other| (&one.what, one.line).cmp(&(&other.what, other.line)));
        faults.dedup();
        if drawing.parts.is_empty() && faults.is_empty() {
            return Err(DrawingError::Empty);
        }
        Ok((drawing, faults))
    }

    /// The thinnest line that is seen, at the drawing's own size.
    #[must_use]
    pub fn thinnest_line(&self) -> Option<Length> {
        thinnest_line(&self.parts)
    }

    /// Whether anything shines through: what PDF/X-1a and PDF/X-3 do not allow.
    #[must_use]
    pub fn is_transparent(&self) -> bool {
        shines_through(&self.parts)
    }
}

fn thinnest_line(parts: &[Part]) -> Option<Length> {
    let widths = parts.iter().filter_map(|part| match part {
        Part::Outline(outline) => {
            let line = outline
                .stroke
                .as_ref()
                .filter(|line| line.opacity > Opacity::NONE);
            line.map(|line| line.width)
        }
        Part::Layer(layer) => thinnest_line(&layer.parts),
    });
    widths.min()
}

fn shines_through(parts: &[Part]) -> bool {
    parts.iter().any(|part| match part {
        Part::Outline(outline) => {
            let fill = outline.fill.as_ref().map(|fill| fill.opacity);
            let stroke = outline.stroke.as_ref().map(|line| line.opacity);
            fill.into_iter()
                .chain(stroke)
                .any(|opacity| opacity < Opacity::FULL)
        }
        Part::Layer(layer) => layer.opacity < Opacity::FULL || shines_through(&layer.parts),
    })
}

/// As a phrase about the file.
impl From<&DrawingError> for Text {
    fn from(error: &DrawingError) -> Self {
        match error {
            DrawingError::Unreadable(why) => text!(
                "it cannot be read as SVG: {why}",
                "sie lässt sich nicht als SVG lesen: {why}"; why
            ),
            DrawingError::TooMuch(what) => text!(
                "it has more {what} than a page can hold",
                "sie hat mehr {what}, als eine Seite fassen kann"; what = what.said()
            ),
            DrawingError::NoSize => text!(
                "it has no size that a page could have",
                "sie hat keine Größe, die eine Seite haben könnte"
            ),
            DrawingError::Empty => text!("nothing is drawn in it", "nichts ist darin gezeichnet"),
        }
    }
}

impl TooMuch {
    fn said(self) -> Text {
        match self {
            Self::Bytes => text!("bytes", "Bytes"),
            Self::Elements => text!("elements", "Elemente"),
            Self::Depth => text!("elements within elements", "Elemente ineinander"),
            Self::UsedElements => text!(
                "elements, counted where they are used,",
                "Elemente, gezählt, wo sie benutzt werden"
            ),
            Self::References => text!("references within references", "Verweise ineinander"),
            Self::Steps => text!("steps in its outlines", "Schritte in ihren Umrissen"),
        }
    }
}
