//! The facts about a job that a printer wants to know: what is made, on what, with which inks, and what the press file really holds.
//! Lengths are in millimetres, as printers have them.

use serde::Serialize;

use crate::verify::pdf::FontFacts;

/// All facts about a job.
#[derive(Clone, Debug, Serialize)]
pub struct Facts {
    /// What it is called.
    pub job: About,
    /// What is made.
    pub product: Product,
    /// What it is printed on.
    pub paper: PaperFacts,
    /// What the printer asks for.
    pub printer: PrinterFacts,
    /// What the press file holds.
    pub file: FileFacts,
    /// How it lies on the sheets of a press in the house, where it fits on them.
    pub sheets: Option<SheetsFacts>,
    /// What was found.
    pub findings: Found,
}

/// What a job is called, and how much of it is wanted.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Who is responsible.
    pub author: Option<String>,
    /// Its language.
    pub language: String,
    /// The date of the edition: `2026-11-23`.
    pub date: String,
    /// How many copies are wanted.
    pub run: Option<u32>,
}

/// What is made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Product {
    /// A folded sheet.
    Folded {
        /// Width and height of the open sheet.
        open_mm: [f64; 2],
        /// Width and height of the folded sheet.
        closed_mm: [f64; 2],
        /// How it is folded, as templates call it.
        fold: &'static str,
        /// How many pages it has.
        pages: usize,
        /// The panels of the outside, from left to right.
        outside: Vec<PanelFacts>,
        /// The panels of the inside, from left to right.
        inside: Vec<PanelFacts>,
    },
    /// A stitched brochure.
    Bound {
        /// Width and height of the open sheets that are stitched.
        open_mm: [f64; 2],
        /// Width and height of a page.
        closed_mm: [f64; 2],
        /// How many pages it has.
        pages: usize,
        /// Which of them are blank.
        blank: Vec<String>,
    },
}

/// A panel of a folded sheet.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PanelFacts {
    /// Its page number.
    pub page: u32,
    /// Its width.
    pub width_mm: f64,
}

/// What a job is printed on.
#[derive(Clone, Debug, Serialize)]
pub struct PaperFacts {
    /// What it is called.
    pub name: Option<String>,
    /// How heavy it is.
    pub grams_per_square_metre: u32,
    /// How thick a sheet is.
    pub thickness_mm: f64,
}

/// What the printer asks for.
#[derive(Clone, Debug, Serialize)]
pub struct PrinterFacts {
    /// The printer's file.
    pub name: String,
    /// The output condition, for people.
    pub condition: String,
    /// The bleed at the head, the right, the foot and the left.
    pub bleed_mm: [f64; 4],
    /// How far text stays from the trim.
    pub safe_mm: f64,
    /// What is printed around the trim.
    pub marks: Vec<&'static str>,
    /// The most ink, in per cent.
    pub total_ink: f64,
    /// The most ink that a colour of the document has, in per cent.
    pub highest_ink: f64,
}

/// What the press file holds.
#[derive(Clone, Debug, Serialize)]
pub struct FileFacts {
    /// Its name.
    pub name: String,
    /// How large it is.
    pub bytes: usize,
    /// The standard that it keeps.
    pub standard: &'static str,
    /// The PDF version in its header.
    pub version: String,
    /// The output condition that it names.
    pub condition: Option<String>,
    /// Its pages.
    pub pages: Vec<PageFacts>,
    /// Its fonts.
    pub fonts: Vec<FontFacts>,
    /// How many pictures it holds.
    pub pictures: usize,
}

/// A page of the press file.
#[derive(Clone, Debug, Serialize)]
pub struct PageFacts {
    /// What people call it.
    pub name: String,
    /// Width and height of the trim box.
    pub trim_mm: [f64; 2],
    /// The bleed at the head, the right, the foot and the left.
    pub bleed_mm: [f64; 4],
    /// The plates that it needs.
    pub plates: Vec<String>,
}

/// How a job lies on the sheets of a press in the house.
#[derive(Clone, Debug, Serialize)]
pub struct SheetsFacts {
    /// Width and height of a sheet as it is printed.
    pub sheet_mm: [f64; 2],
    /// Pieces beside each other, and below each other.
    pub pieces: [u32; 2],
    /// About which edge it is turned for its back.
    pub flip: &'static str,
    /// By how much the innermost pages of a brochure are shifted towards the spine.
    pub creep_mm: f64,
    /// The sides of all sheets of a brochure; of a folded sheet all are alike.
    pub sides: Vec<SideFacts>,
}

/// A side of a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct SideFacts {
    /// Which sheet, from 1, the outermost first.
    pub sheet: u32,
    /// `front` or `back`.
    pub side: &'static str,
    /// The page at the left.
    pub left: Option<String>,
    /// The page at the right.
    pub right: Option<String>,
    /// By how much both are shifted towards the spine.
    pub shift_mm: f64,
}

/// What was found in the document.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// How many warnings.
    pub warnings: usize,
    /// How many hints.
    pub hints: usize,
    /// All of them.
    pub list: Vec<serde_json::Value>,
}
