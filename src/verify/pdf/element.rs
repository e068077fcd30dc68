//! What a page paints: one thing of a kind, where it lies, and all that applies to it.
//!
//! Lengths are points, unrotated, with the y axis upwards. What is called default user space is that of the page in points: `UserUnit` is
//! multiplied in.

use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, ObjectIdentifier, Stream};
use hayro::kurbo::{Affine, BezPath, Rect};

use super::display::SoftMask;
use super::font::Font;
use super::paint::Paint;
use super::space::Space;

/// One thing that a page paints.
#[derive(Clone, Debug)]
pub struct Element<'f> {
    /// What it is.
    pub kind: Kind<'f>,
    /// What fills it; none when it is not filled. For pictures and shadings the space of their colours, without components.
    pub fill: Option<Paint<'f>>,
    /// What its outline is drawn with; none when it is not.
    pub stroke: Option<Paint<'f>>,
    /// Where it lies, before it is clipped.
    pub bounds: Rect,
    /// What the clip and the page leave of that; none when nothing remains.
    pub visible: Option<Rect>,
    /// What it is clipped by.
    pub clip: Option<Rc<Clip>>,
    /// From user space as it was then to default user space.
    pub matrix: Affine,
    /// `ca`: 1 is opaque.
    pub fill_alpha: f64,
    /// `CA`: 1 is opaque.
    pub stroke_alpha: f64,
    /// How it blends with what lies under it.
    pub blend: Blend,
    /// What masks it.
    pub soft_mask: Option<Rc<SoftMask<'f>>>,
    /// The marked content about it, outermost first.
    pub marks: Rc<[Mark]>,
    /// The forms it stands in, outermost first.
    pub forms: Rc<[Form]>,
    /// Whether optional content hides it.
    pub hidden: bool,
    /// The annotation whose appearance it belongs to, by its place in `Annots`.
    pub annotation: Option<usize>,
    /// Whether it is printed: all is but the appearances of annotations that are for the screen alone.
    pub prints: bool,
}

impl Element<'_> {
    /// Whether it comes to paper at all, wherever it lies.
    #[must_use]
    pub const fn is_for_paper(&self) -> bool {
        self.prints && !self.hidden
    }
}

/// The kinds of elements.
#[derive(Clone, Debug)]
pub enum Kind<'f> {
    /// What one operator shows of a text.
    Text(Text<'f>),
    /// A path that is filled, stroked or both.
    Path(Path),
    /// A picture with its own colours.
    Image(Image<'f>),
    /// A picture of one bit that the fill colour is poured through.
    ImageMask(Image<'f>),
    /// The operator `sh`.
    Shading(Shading<'f>),
}

/// A text.
#[derive(Clone, Debug)]
pub struct Text<'f> {
    /// Its font.
    pub font: Rc<Font<'f>>,
    /// Its size in points as it shows: font size, text matrix and user space together (GWG D0019).
    pub size: f64,
    /// How it is rendered.
    pub rendering: Rendering,
    /// Its glyphs in order.
    pub glyphs: Vec<Glyph>,
    /// How its outlines are drawn, where they are.
    pub line: Line,
    /// What the glyphs of a Type 3 font paint.
    pub content: Vec<Element<'f>>,
}

/// What happens with the outlines of a text (ISO 32000-2, table 104).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// They are filled.
    pub fill: bool,
    /// They are drawn.
    pub stroke: bool,
    /// They clip what follows.
    pub clip: bool,
}

/// A glyph of a text.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// The character code.
    pub code: u32,
    /// How many bytes the code has.
    pub bytes: usize,
    /// The glyph's number in the font's program, where there is one. 0 is `.notdef`.
    pub id: Option<u32>,
    /// What it means, where the font says so.
    pub unicode: Option<String>,
    /// From thousandths of an em to default user space.
    pub matrix: Affine,
    /// How far the next glyph is, in thousandths of an em.
    pub advance: f64,
}

/// A path.
#[derive(Clone, Debug)]
pub struct Path {
    /// Its outline in default user space.
    pub outline: Rc<BezPath>,
    /// What is inside of it.
    pub rule: FillRule,
    /// How it is drawn, where it is.
    pub line: Line,
    /// How thin it shows, in points: the line's width when it is stroked, else the smaller side when it is filled (GWG D0017).
    pub width: f64,
}

/// What is inside of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillRule {
    /// Where the outline winds about.
    NonZero,
    /// Where it winds about an odd number of times.
    EvenOdd,
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its width as written, in user space as it was then.
    pub written: f64,
    /// Its width as it shows, in points.
    pub width: f64,
    /// `J`: 0 butt, 1 round, 2 square.
    pub cap: u8,
    /// `j`: 0 miter, 1 round, 2 bevel.
    pub join: u8,
    /// `M`.
    pub miter: f64,
    /// The dashes, in user space as it was then.
    pub dash: Vec<f64>,
    /// Where the dashes begin.
    pub phase: f64,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Image<'f> {
    /// Its dictionary and data.
    pub samples: Samples<'f>,
    /// Its object; none for inline images.
    pub object: Option<ObjectIdentifier>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Bits of a component.
    pub bits: u8,
    /// Its space; none for masks, and for JPEG 2000 that brings its own.
    pub space: Option<Rc<Space<'f>>>,
    /// How sample values become components; empty means the default of the space.
    pub decode: Vec<f64>,
    /// The names of its filters in order: `DCTDecode`.
    pub filters: Vec<String>,
    /// What masks it.
    pub masking: ImageMasking<'f>,
    /// Whether it asks to be smoothed.
    pub interpolate: bool,
    /// Pixels an inch as it shows, across and down (GWG D0018).
    pub ppi: (f64, f64),
}

/// Where the samples of a picture are.
#[derive(Clone, Debug)]
pub enum Samples<'f> {
    /// In a stream of the file.
    Stream(Stream<'f>),
    /// In the content itself; already unpacked.
    Inline(Rc<[u8]>),
}

/// What masks a picture.
#[derive(Clone, Debug)]
pub enum ImageMasking<'f> {
    /// Nothing.
    None,
    /// A picture of one bit.
    Stencil(Stream<'f>),
    /// Colours that are left out: lowest and highest value of each component.
    Colours(Vec<u32>),
    /// A grey picture.
    Soft(Stream<'f>),
    /// An alpha channel within its JPEG 2000 data.
    Within,
}

/// Colours that run into each other (ISO 32000-2, 8.7.4.5).
#[derive(Clone, Debug)]
pub struct Shading<'f> {
    /// Its dictionary.
    pub dict: Dict<'f>,
    /// Its data, for the kinds 4 to 7.
    pub stream: Option<Stream<'f>>,
    /// Its kind: 1 to 7.
    pub kind: u8,
    /// The space of its colours.
    pub space: Rc<Space<'f>>,
    /// From its own space to default user space.
    pub matrix: Affine,
}

/// What an element is clipped by.
#[derive(Clone, Debug)]
pub struct Clip {
    /// The outline in default user space.
    pub outline: BezPath,
    /// What is inside of it.
    pub rule: FillRule,
    /// The clip that it narrows.
    pub outer: Option<Rc<Clip>>,
    /// What all of them together leave at most.
    pub bounds: Rect,
    /// How many clips there are.
    pub(super) depth: usize,
}

/// Marked content (ISO 32000-2, 14.6).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// Its tag: `P`, `Artifact`, `OC`.
    pub tag: String,
    /// Its number for the structure tree.
    pub mcid: Option<i64>,
    /// Its language.
    pub lang: Option<String>,
    /// What it says.
    pub actual_text: Option<String>,
    /// What it shows.
    pub alt: Option<String>,
    /// The object of the optional content that it belongs to.
    pub layer: Option<ObjectIdentifier>,
    /// Further entries of its property list, names as they are written.
    pub keys: Vec<String>,
    /// How many of the element's forms it stands in: its number is one of the innermost of those, or of the page where there is none.
    pub forms: usize,
}

impl Mark {
    /// Whether it marks what is no content.
    #[must_use]
    pub fn is_artifact(&self) -> bool {
        self.tag == "Artifact"
    }
}

/// A form that an element stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Its object.
    pub object: Option<ObjectIdentifier>,
    /// Its key in the structure tree, for what is marked in it.
    pub struct_parents: Option<i64>,
}

/// How colours blend (ISO 32000-2, 11.3.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[expect(missing_docs, reason = "they are the names of the standard")]
pub enum Blend {
    #[default]
    Normal,
    Multiply,
    Screen,
    Overlay,
    Darken,
    Lighten,
    ColorDodge,
    ColorBurn,
    HardLight,
    SoftLight,
    Difference,
    Exclusion,
    Hue,
    Saturation,
    Color,
    Luminosity,
}
