//! Gathers the facts about a job: of what is made from its scene and its template, of the press file from its bytes.

use std::collections::BTreeSet;

use jiff::civil::DateTime as Civil;

use super::facts::{
    About, Facts, FileFacts, Found, PageFacts, PanelFacts, PaperFacts, PrinterFacts, Product, SheetsFacts,
    SideFacts,
};
use super::words::Tongue;
use crate::color::{Cmyk, Color};
use crate::diag::{Diagnostic, Lang, Severity, render_json};
use crate::geom::{Length, Sides, Size};
use crate::impose::{Imposition, Scheme, imposition};
use crate::scene::{Item, ItemKind, PageKind, Scene};
use crate::source::Sources;
use crate::template::{Flip, Format, Marks, PdfX, Printer, Side, Template};
use crate::verify::pdf::{self, Facts as Written};
use crate::wording::{Text, text};

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

/// Gathers the facts about a job; the press file is read back for them.
///
/// # Errors
/// When the press file cannot be read.
pub fn gather(job: Job<'_>, findings: &[Diagnostic], sources: &Sources) -> Result<Facts, Text> {
    let press = pdf::open(job.bytes).map_err(|_| {
        text!(
            "the press file cannot be read back",
            "die Druckdatei lässt sich nicht zurücklesen"
        )
    })?;
    let written = pdf::facts(&press, false, |_, _, _| {});
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
        findings: found(findings, sources, Tongue::of(&scene.about.language).lang()),
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
        condition: written
            .intents
            .first()
            .and_then(|intent| intent.condition.clone()),
        pages: pages.collect(),
        pictures: pictures(&written),
        fonts: written.fonts,
    }
}

/// How many pictures there are, each once however often it shows.
fn pictures(written: &Written) -> usize {
    let objects: BTreeSet<Option<u32>> = written.pictures.iter().map(|picture| picture.object).collect();
    objects.len()
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

fn found(findings: &[Diagnostic], sources: &Sources, lang: Lang) -> Found {
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
            .map(|finding| render_json(finding, sources, lang))
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
