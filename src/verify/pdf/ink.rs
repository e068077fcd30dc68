//! How much ink a page lays on the paper: an own print of its plates, coarse but true in area.
//!
//! Edges are covered in part, as far as they reach into a pixel; overprint, knock-out, transparency, clips and masks are as the standard has
//! them. Colours that are no ink, such as RGB, are left out and named: what becomes of them is the printer's conversion.

mod canvas;
mod coats;
mod coverage;
mod groups;
mod light;
mod lines;
mod masks;
mod mesh;
mod meter;
mod picture;
mod pour;
mod press;
mod samples;
mod shade;
mod squares;
mod tiles;

use std::collections::BTreeSet;

use hayro::kurbo::{Affine, Point, Rect};
use serde::Serialize;

use super::display::Display;
use super::element::{Element, Kind};
use super::font::FontKind;
use super::limits::{Budget, Limits};
use super::paint::PROCESS;
use super::plates::plates;
use super::space::Space;
use canvas::{Canvas, PLATES};
use coats::{Coats, Meaning};
use coverage::Area;
pub use meter::Meter;
use press::Press;
use samples::Store;

/// Pixels an inch of the print.
const RESOLUTION: f64 = 100.0;
/// Pixels of all plates together; a page that needs more is printed coarser.
const PIXELS: f64 = 48e6;
/// The side of the squares over which ink is averaged, in points: 15 mm (GWG 2022, R0026).
pub(super) const SIDE: f64 = 15.0 / 25.4 * 72.0;

/// The ink of a page. Amounts are sums over plates: 3.2 is 320 %.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inked {
    /// The plates that are painted on, whatever covers it again: process inks first, then spot inks in alphabetical order.
    pub plates: Vec<String>,
    /// The most ink on any point, all plates.
    pub highest: f64,
    /// The most ink on any point, process plates (GWG D0028).
    pub highest_process: f64,
    /// The highest average over a square of 15 mm, all plates (GWG D0027).
    pub square: f64,
    /// The highest average over a square of 15 mm, process plates.
    pub square_process: f64,
    /// Where the square with the highest average over the process plates lies: left, bottom, right and top in points; none without ink.
    pub square_process_at: Option<[f64; 4]>,
    /// Spaces of colours that are no inks, and are left out.
    pub unmeasured: Vec<&'static str>,
    /// Fonts that are neither embedded nor standard ones, by name: their letters have no shapes, and are left out.
    pub shapeless: Vec<String>,
    /// The objects of pictures that cannot be unpacked, or not wholly; 0 for a picture within the content. What is missing is left out.
    pub damaged: Vec<u32>,
    /// Pixels an inch of the print.
    pub resolution: f64,
    /// Whether something could not be printed, so that there may be more ink than is said.
    pub truncated: bool,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spots {
    /// Spot inks have plates of their own.
    Apart,
    /// Spot inks are mixed of process inks, as the file shows them; so do proofs and digital presses.
    Mixed,
}

/// Measures the ink within a part of a page, such as its bleed box. Who measures several pages does so with one [`Meter`].
#[must_use]
pub fn measure(display: &Display<'_>, part: Rect, spots: Spots) -> Inked {
    let most = Budget::new(Limits::default().ink);
    printed(display, part, spots, &most, &Store::default())
}

fn printed(display: &Display<'_>, part: Rect, spots: Spots, budget: &Budget, pictures: &Store) -> Inked {
    let names = match spots {
        Spots::Apart => plate_names(display),
        Spots::Mixed => PROCESS.map(str::to_owned).to_vec(),
    };
    let sheet = Sheet::new(part, names.len());
    let coats = Coats::new(Meaning::Inks(names), spots == Spots::Mixed);
    let mut inked = Inked {
        plates: plates(display),
        highest: 0.0,
        highest_process: 0.0,
        square: 0.0,
        square_process: 0.0,
        square_process_at: None,
        unmeasured: Vec::new(),
        shapeless: shapeless(display),
        damaged: Vec::new(),
        resolution: sheet.scale * 72.0,
        truncated: display.truncated,
    };
    if let Some(area) = sheet.inked(display) {
        let count = coats.plates();
        let is_paper = display
            .elements
            .iter()
            .all(|element| element.blend.is_plain_on_paper())
            && display.groups.iter().all(|group| group.blend.is_plain_on_paper());
        let canvas = if is_paper {
            Canvas::page(area, count)
        } else {
            // A page is a group of its own: what nothing lies under blends with nothing, not with paper (ISO 32000-2, 11.4.7).
            Canvas::clear(area, count, false)
        };
        let mut press = Press::new(canvas, sheet.place, &coats, budget, pictures);
        if press.spend(area.pixels() * PASSES) {
            press.display(display);
            sheet.sum_up(&press.canvas, &mut inked);
            inked.highest = inked.highest.max(f64::from(press.peak));
        }
        inked.truncated |= press.truncated;
    }
    inked.highest = inked.highest.max(small_flat(display, &coats, sheet.scale));
    inked.unmeasured = coats.unmeasured.borrow().iter().copied().collect();
    inked.damaged = pictures.damaged();
    inked.truncated |= coats.crowded.get() || !inked.damaged.is_empty();
    inked
}

/// How often each pixel is looked at beside what is painted on it.
const PASSES: usize = 8;

/// The part of a page that is printed.
struct Sheet {
    part: Rect,
    /// All its pixels.
    area: Area,
    /// Pixels of a point.
    scale: f64,
    /// From points of the page to pixels.
    place: Affine,
}

impl Sheet {
    fn new(part: Rect, plates: usize) -> Self {
        let scale = resolution(part, plates) / 72.0;
        Self {
            part,
            area: Area {
                x: 0,
                y: 0,
                width: ((part.width() * scale).ceil() as usize).max(1),
                height: ((part.height() * scale).ceil() as usize).max(1),
            },
            scale,
            place: Affine::new([scale, 0.0, 0.0, -scale, -part.x0 * scale, part.y1 * scale]),
        }
    }

    /// The pixels that any ink may lie on.
    fn inked(&self, display: &Display<'_>) -> Option<Area> {
        let shown = display.elements.iter().filter(|element| element.is_for_paper());
        let shown = shown.filter_map(|element| element.visible);
        let bounds = shown.reduce(|one, other| one.union(other))?;
        Area::of(self.place.transform_rect_bbox(bounds), self.area)
    }

    /// Takes what there is to know from the plates.
    fn sum_up(&self, canvas: &Canvas, inked: &mut Inked) {
        let side = ((SIDE * self.scale).round() as usize).max(1);
        let area = canvas.area;
        // Beside the area is paper: a square that reaches beyond it has no more ink on it than one that does not, and is as large.
        // A page that is smaller is as large as it is, not as the pixels that it touches.
        let across = (side as f64).min(self.part.width() * self.scale);
        let whole = across * (side as f64).min(self.part.height() * self.scale);
        let mut sums = vec![0.0; area.pixels()];
        add(canvas, 0..PROCESS.len(), &mut sums);
        let highest = |sums: &[f32]| f64::from(sums.iter().copied().fold(0.0, f32::max));
        let fullest = squares::fullest(&sums, area.width, area.height, side);
        inked.highest_process = highest(&sums);
        inked.square_process = fullest.sum / whole;
        if fullest.sum > 0.0 {
            inked.square_process_at = Some(self.points(area.x + fullest.x, area.y + fullest.y, side));
        }
        (inked.highest, inked.square) = (inked.highest_process, inked.square_process);
        let spots = PROCESS.len()..canvas.plates();
        if spots.clone().any(|plate| !canvas.plate(plate).is_empty()) {
            add(canvas, spots, &mut sums);
            inked.highest = highest(&sums);
            inked.square = squares::fullest(&sums, area.width, area.height, side).sum / whole;
        }
    }

    /// The square that begins at a pixel, in points: left, bottom, right and top. It does not reach beyond the sheet.
    fn points(&self, x: usize, y: usize, side: usize) -> [f64; 4] {
        let (width, height) = (side.min(self.area.width), side.min(self.area.height));
        let (x, y) = (x.min(self.area.width - width), y.min(self.area.height - height));
        let back = self.place.inverse();
        let upper = back * Point::new(x as f64, y as f64);
        let lower = back * Point::new((x + width) as f64, (y + height) as f64);
        [
            upper.x,
            lower.y.max(self.part.y0),
            lower.x.min(self.part.x1),
            upper.y,
        ]
    }
}

/// Adds what lies on some plates, as far as it is opaque.
fn add(canvas: &Canvas, plates: std::ops::Range<usize>, sums: &mut [f32]) {
    for plate in plates {
        let values = canvas.plate(plate);
        match canvas.opacity() {
            None => sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value),
            Some(opacity) => {
                let parts = values.iter().zip(opacity);
                sums.iter_mut()
                    .zip(parts)
                    .for_each(|(sum, (value, opacity))| *sum += value * opacity);
            }
        }
    }
}

/// As fine as the plates have room for.
fn resolution(part: Rect, plates: usize) -> f64 {
    let inches = (part.width() / 72.0) * (part.height() / 72.0) * plates as f64;
    let finest = (PIXELS / inches.max(1e-6)).sqrt();
    // A side is never longer than all pixels of a plate.
    let longest = part.width().max(part.height()).max(1.0) / 72.0;
    RESOLUTION
        .min(finest)
        .min(PIXELS / plates.max(1) as f64 / longest)
        .max(f64::MIN_POSITIVE)
}

/// The ink of flat colours on what is too small to fill a pixel.
fn small_flat(display: &Display<'_>, coats: &Coats, scale: f64) -> f64 {
    let is_small = |element: &&Element<'_>| {
        let shown = element.visible.filter(|_| element.is_for_paper());
        let thin = match &element.kind {
            Kind::Path(path) => path.width * scale < 2.0,
            Kind::Text(text) => text.rendering.fill || text.rendering.stroke,
            _ => false,
        };
        thin && shown.is_some_and(|shown| shown.area() > 0.0)
    };
    let paints = display.elements.iter().filter(is_small).flat_map(|element| {
        let fill = element.fill.as_ref().filter(|_| element.fill_alpha >= 1.0);
        let stroke = element.stroke.as_ref().filter(|_| element.stroke_alpha >= 1.0);
        fill.into_iter().chain(stroke)
    });
    let flat = paints.filter(|paint| paint.pattern.is_none() && !paint.components.is_empty());
    flat.map(|paint| f64::from(coats.flat(paint).total(coats.plates())))
        .fold(0.0, f64::max)
}

/// The fonts of text that shows whose letters have no shapes.
fn shapeless(display: &Display<'_>) -> Vec<String> {
    let mut names = BTreeSet::new();
    for element in display
        .all()
        .filter(|element| element.is_for_paper() && element.visible.is_some())
    {
        let Kind::Text(text) = &element.kind else { continue };
        let is_drawn = text.rendering.fill || text.rendering.stroke;
        let is_there = text.font.embedded && text.font.is_readable();
        if !is_drawn || is_there || text.font.kind == FontKind::Type3 {
            continue;
        }
        let says = text.says();
        let is_blank = !says.is_empty() && says.trim().is_empty();
        if !is_blank && text.glyphs.iter().all(|glyph| text.font.bounds(glyph).is_none()) {
            names.insert(text.font.name().to_owned());
        }
    }
    names.into_iter().collect()
}

/// The process plates, then a plate for every spot ink that anything is painted with, in alphabetical order.
fn plate_names(display: &Display<'_>) -> Vec<String> {
    let mut spots = BTreeSet::new();
    for element in display.all().filter(|element| element.is_for_paper()) {
        for paint in element.fill.iter().chain(&element.stroke) {
            gather(&paint.space, &mut spots);
        }
    }
    let is_spot = |name: &String| !PROCESS.contains(&name.as_str()) && name != "All" && name != "None";
    let spots = spots.into_iter().filter(is_spot);
    PROCESS
        .map(str::to_owned)
        .into_iter()
        .chain(spots)
        .take(PLATES)
        .collect()
}

fn gather(space: &Space<'_>, spots: &mut BTreeSet<String>) {
    let under = match space {
        Space::Indexed { base, .. } | Space::Pattern(Some(base)) => base,
        other => {
            spots.extend(other.ink_names());
            return;
        }
    };
    spots.extend(under.ink_names());
}
