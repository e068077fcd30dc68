//! The facts about a job that a printer wants to know: what is made, on what, with which inks, and what the press file really holds.
//! Lengths are in millimetres, as printers have them.

use jiff::civil::DateTime as Civil;
use serde::Serialize;

use crate::color::{Cmyk, Color};
use crate::diag::{Diagnostic, Severity, render_json};
use crate::geom::{Length, Sides, Size};
use crate::impose::{Imposition, Scheme, imposition};
use crate::scene::{Item, ItemKind, PageKind, Scene};
use crate::source::Sources;
use crate::template::{Flip, Format, Marks, PdfX, Printer, Side, Template};
use crate::verify::written::{Written, WrittenFont, read};

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

/// What is handed over.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The document that was set.
    pub scene: &'a Scene,
    /// The template it was set in, with its printer.
    pub template: &'a Template,
    /// How many copies are wanted, if that is said.
    pub run: Option<u32>,
    /// The name of the press file.
    pub file: &'a str,
    /// The press file.
    pub bytes: &'a [u8],
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
    pub fonts: Vec<WrittenFont>,
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

/// Gathers the facts about a job; the press file is read back for them.
///
/// # Errors
/// When the press file cannot be read.
pub fn gather(job: Job<'_>, findings: &[Diagnostic], sources: &Sources) -> Result<Facts, String> {
    let written = read(job.bytes).ok_or("the press file cannot be read back")?;
    let Job { scene, template, .. } = job;
    Ok(Facts {
        job: About {
            name: scene.about.name.clone(),
            title: scene.about.title.clone(),
            author: scene.about.author.clone(),
            language: scene.about.language.0.to_string(),
            date: civil(scene.about.date).date().to_string(),
            run: job.run,
        },
        product: product(scene, &template.format),
        paper: paper(template),
        printer: printer(&template.printer, scene),
        file: file(job, written),
        sheets: imposition(scene, &template.printer)
            .ok()
            .flatten()
            .map(|imposition| sheets(&imposition)),
        findings: found(findings, sources),
    })
}

fn product(scene: &Scene, format: &Format) -> Product {
    match format {
        Format::Folded { open, fold, reading } => {
            let [outside, inside] = fold.sides(*reading);
            let panels = |side: &Side| {
                let facts = side.panels.iter().map(|panel| PanelFacts {
                    page: panel.number,
                    width_mm: mm(panel.width),
                });
                facts.collect()
            };
            Product::Folded {
                open_mm: size(*open),
                closed_mm: size(Size::new(fold.closed_width(), open.height)),
                fold: fold.kind().name(),
                pages: fold.panels().len() * 2,
                outside: panels(&outside),
                inside: panels(&inside),
            }
        }
        Format::Bound { page, .. } => {
            let bound = || scene.pages.iter().filter(|page| page.kind == PageKind::Bound);
            let blank = bound().filter(|page| page.items.is_empty());
            Product::Bound {
                open_mm: size(Size::new(page.width * 2, page.height)),
                closed_mm: size(*page),
                pages: bound().count(),
                blank: blank.map(|page| page.label.clone()).collect(),
            }
        }
    }
}

fn paper(template: &Template) -> PaperFacts {
    let paper = &template.printer.paper;
    PaperFacts {
        name: paper.name.clone(),
        grams_per_square_metre: paper.weight,
        // Paper is measured in thousandths.
        thickness_mm: (paper.thickness().to_mm() * 1000.0).round() / 1000.0,
    }
}

fn printer(printer: &Printer, scene: &Scene) -> PrinterFacts {
    let mut highest = 0.0_f64;
    for page in &scene.pages {
        inks(&page.items, &mut |cmyk| {
            highest = highest.max(cmyk.total_percent())
        });
    }
    PrinterFacts {
        name: printer.name.clone(),
        condition: printer.condition.info.clone(),
        bleed_mm: sides(printer.bleed),
        safe_mm: mm(printer.safe),
        marks: marks(printer.marks),
        total_ink: printer.total_ink,
        highest_ink: highest,
    }
}

/// Calls `visit` with the inks of every colour.
fn inks(items: &[Item], visit: &mut impl FnMut(Cmyk)) {
    let mut see = |color: &Color| visit(color.as_cmyk());
    for item in items {
        match &item.kind {
            ItemKind::Glyphs(run) => see(&run.color),
            ItemKind::Shape(shape) => {
                shape.fill.iter().for_each(&mut see);
                shape.stroke.iter().for_each(|stroke| see(&stroke.color));
            }
            ItemKind::Picture(_) | ItemKind::Drawing(_) | ItemKind::Group(_) => {}
        }
    }
    for item in items {
        if let ItemKind::Group(group) = &item.kind {
            inks(&group.items, visit);
        }
    }
}

fn marks(marks: Marks) -> Vec<&'static str> {
    let all = [
        (marks.crop, "crop"),
        (marks.fold, "fold"),
        (marks.registration, "registration"),
        (marks.bar, "bar"),
        (marks.slug, "slug"),
    ];
    all.into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, name)| name)
        .collect()
}

fn file(job: Job<'_>, written: Written) -> FileFacts {
    let named = job.scene.pages.iter().zip(&written.pages);
    let pages = named.map(|(page, written)| {
        let trim = written.trim.unwrap_or(written.media);
        let bleed = written.bleed.unwrap_or(trim);
        PageFacts {
            name: page.name.clone(),
            trim_mm: [trim[2] - trim[0], trim[3] - trim[1]].map(from_pt),
            bleed_mm: [
                bleed[3] - trim[3],
                bleed[2] - trim[2],
                trim[1] - bleed[1],
                trim[0] - bleed[0],
            ]
            .map(from_pt),
            plates: written.plates.clone(),
        }
    });
    FileFacts {
        name: job.file.to_owned(),
        bytes: job.bytes.len(),
        standard: match job.template.printer.pdfx {
            PdfX::X1a => "PDF/X-1a:2003",
            PdfX::X3 => "PDF/X-3:2003",
            PdfX::X4 => "PDF/X-4:2010",
        },
        version: written.version.clone(),
        condition: written.condition.clone(),
        pages: pages.collect(),
        pictures: written.pictures,
        fonts: written.fonts,
    }
}

fn sheets(imposition: &Imposition) -> SheetsFacts {
    let sides = imposition.rows.iter().map(|row| SideFacts {
        sheet: row.sheet,
        side: row.face.name(),
        left: row.left.clone(),
        right: row.right.clone(),
        shift_mm: mm(row.shift),
    });
    SheetsFacts {
        sheet_mm: size(imposition.sheet),
        pieces: [imposition.across, imposition.down],
        flip: match imposition.flip {
            Flip::LongEdge => "long-edge",
            Flip::ShortEdge => "short-edge",
        },
        creep_mm: mm(imposition.creep),
        sides: match imposition.scheme {
            Scheme::Stitched => sides.collect(),
            _ => Vec::new(),
        },
    }
}

fn found(findings: &[Diagnostic], sources: &Sources) -> Found {
    let count = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    Found {
        warnings: count(Severity::Warning),
        hints: count(Severity::Hint),
        list: findings
            .iter()
            .map(|finding| render_json(finding, sources))
            .collect(),
    }
}

/// Seconds since 1970 as a date of the calendar, in UTC.
pub(super) fn civil(seconds: i64) -> Civil {
    let stamp = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    jiff::tz::Offset::UTC.to_datetime(stamp)
}

fn mm(length: Length) -> f64 {
    rounded(length.to_mm())
}

fn from_pt(points: f64) -> f64 {
    rounded(points * 25.4 / 72.0)
}

/// To hundredths of a millimetre, finer than anything that is cut or folded.
fn rounded(millimetres: f64) -> f64 {
    let rounded = (millimetres * 100.0).round() / 100.0;
    // No edge is minus nothing away.
    if rounded == 0.0 { 0.0 } else { rounded }
}

fn size(size: Size) -> [f64; 2] {
    [mm(size.width), mm(size.height)]
}

fn sides(sides: Sides) -> [f64; 4] {
    [sides.top, sides.right, sides.bottom, sides.left].map(mm)
}
