//! What a printer asks for: bleed, safe area, marks, printing condition, ink, what is too small to be printed, paper, and the sheets of
//! a press in the house. A file in `templates/printers/`.

mod load;
mod schema;
mod written;

pub(super) use load::{check_weight, load};
pub(super) use written::WrittenPrinter;

use crate::geom::{Length, Sides, Size};
use crate::source::{Span, Spanned};

/// A printer's wishes.
#[derive(Clone, Debug)]
pub struct Printer {
    /// Its file, without its ending.
    pub name: String,
    /// How far artwork runs over each edge of the trim.
    pub bleed: Sides,
    /// How far text stays from the trim.
    pub safe: Length,
    /// Which PDF/X the press file is.
    pub pdfx: PdfX,
    /// What is printed around the trim of the press file.
    pub marks: Marks,
    /// What is printed on what.
    pub condition: OutputCondition,
    /// The most ink that the four plates may lay down together, in per cent.
    pub total_ink: f64,
    /// What is too small, too thin, too coarse, or too near to a fold.
    pub limits: Limits,
    /// How pictures are made ready.
    pub pictures: Pictures,
    /// What is printed on, in the weight that the format asks for, if it asks for one.
    pub paper: Paper,
    /// The sheets of a press in the house, for the edition `sheets`.
    pub sheets: Sheets,
}

/// A part of PDF/X that a press file can keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PdfX {
    /// PDF/X-1a:2003 (ISO 15930-4): inks alone, no transparency, no layers.
    X1a,
    /// PDF/X-3:2003 (ISO 15930-6): as X-1a, with other colours allowed, of which we use none.
    X3,
    /// PDF/X-4:2010 (ISO 15930-7).
    #[default]
    X4,
}

/// What is printed around the trim, for whoever cuts, folds and measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Where the sheet is cut.
    pub crop: bool,
    /// Where it is folded.
    pub fold: bool,
    /// Whether all plates lie on each other.
    pub registration: bool,
    /// Fields of ink to be measured.
    pub bar: bool,
    /// A line that says what this is.
    pub slug: bool,
    /// A layer that tells a machine where to crease; it adds a plate that is not printed, and only PDF/X-4 has layers.
    pub crease: bool,
}

impl Marks {
    /// Whether there are none.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A printing condition.
#[derive(Clone, Debug)]
pub struct OutputCondition {
    /// Its name in the registry of the ICC: `FOGRA39`.
    pub identifier: String,
    /// The same for people.
    pub info: String,
    /// The profile's file, in `templates/printers/`.
    pub profile: Spanned<String>,
    /// Where to get the profile, if the file says so.
    pub source: Option<String>,
}

/// What is too small, too thin, too coarse, or too near to a fold to be printed well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The smallest text in one ink.
    pub text: Length,
    /// The smallest text that is white in a ground, or of several inks (GWG 2022, R0016 and R0017).
    pub mixed_text: Length,
    /// The thinnest line (GWG 2022, R0018 and R0019).
    pub line: Length,
    /// How near to a fold nothing small is printed.
    pub fold: Length,
    /// Effective resolution of pictures in grey and colour (GWG 2022, R0031).
    pub picture: Resolution,
    /// Effective resolution of pictures of one bit (GWG 2022, R0032).
    pub bitmap: Resolution,
    /// How many spot inks may be used; none where nobody says.
    pub spots: Option<u32>,
}

/// Pixels an inch at which a picture is too coarse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// At so many and below: a warning.
    pub warning: u32,
    /// At so many and below: an error.
    pub error: u32,
}

/// How pictures are made ready for the press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// How colours that the press cannot print are replaced.
    pub intent: Intent,
    /// The most pixels an inch that are of use: finer pictures are made as fine as that. None leaves them as they are.
    pub finest: Option<u32>,
}

/// How colours that the press cannot print are replaced (ICC.1:2022, 6.1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Intent {
    /// By the nearest printable ones, with black-point compensation; what can be printed stays.
    #[default]
    Relative,
    /// By moving all colours together.
    Perceptual,
}

/// What is printed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What people call it, if the file says so.
    pub name: Option<String>,
    /// Grams per square metre.
    pub weight: u32,
    /// Thickness by weight, in thousandths of a cubic centimetre per gram: a paper of volume 1.0 and 135 g/m2 is 0.135 mm thick.
    pub volume: u32,
}

impl Paper {
    /// How thick a sheet is: weight times volume.
    #[must_use]
    pub fn thickness(&self) -> Length {
        // g/m2 times cm3/g are thousandths of a millimetre; the volume is in thousandths of cm3/g.
        let nanometres = i64::from(self.weight) * i64::from(self.volume);
        Length::mm(1).ratio(nanometres, 1_000_000)
    }
}

/// The sheets of a press in the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    /// Width and height; it is turned where more fits on it so.
    pub size: Size,
    /// The edge that the press cannot print on, on all four sides.
    pub margin: Length,
    /// About which edge the sheet is turned to print its back.
    pub flip: Flip,
    /// What is printed beside the pages.
    pub marks: Marks,
    /// Where the file names their size, else where it begins.
    pub span: Span,
    /// Whether the file names a size.
    pub is_named: bool,
}

/// About which edge of the sheet, as it lies before the reader, the press turns it to print the back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flip {
    /// About the longer one.
    #[default]
    LongEdge,
    /// About the shorter one.
    ShortEdge,
}
