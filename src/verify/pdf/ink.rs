//! How much ink a page lays on the paper: an own print of its plates, coarse but true in area.
//!
//! Edges are covered in part, as far as they reach into a pixel; overprint, knock-out, transparency, clips and masks are as the standard has
//! them. Colours that are no ink, such as RGB, are left out and named: what becomes of them is the printer's conversion.

mod canvas;
mod coats;
mod coverage;
mod lines;
mod mesh;
mod picture;
mod press;
mod shade;
mod squares;
mod tiles;

use std::collections::BTreeSet;

use hayro::kurbo::{Affine, Rect};
use serde::Serialize;

use super::display::Display;
use super::element::{Element, Kind};
use super::limits::Budget;
use super::paint::PROCESS;
use super::plates::plates;
use super::space::Space;
use canvas::{Canvas, PLATES};
use coats::{Coats, Meaning};
use coverage::Area;
use press::Press;

/// Pixels an inch of the print.
const RESOLUTION: f64 = 100.0;
/// Pixels of all plates together; a page that needs more is printed coarser.
const PIXELS: f64 = 48e6;
/// Pixels that may be painted, all elements together.
const WORK: u64 = 3_000_000_000;
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
    /// Spaces of colours that are no inks, and are left out.
    pub unmeasured: Vec<&'static str>,
    /// Pixels an inch of the print.
    pub resolution: f64,
    /// Whether something could not be printed, so that there may be more ink than is said.
    pub truncated: bool,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spots {
    /// Spot inks have plates of their own.
    Apart,
    /// Spot inks are mixed of process inks, as the file shows them; so do proofs and digital presses.
    Mixed,
}

/// Measures the ink within a part of a page, such as its bleed box.
#[must_use]
pub fn measure(display: &Display<'_>, part: Rect, spots: Spots) -> Inked {
    let names = match spots {
        Spots::Apart => plate_names(display),
        Spots::Mixed => PROCESS.map(str::to_owned).to_vec(),
    };
    let resolution = resolution(part, names.len());
    let scale = resolution / 72.0;
    let area = Area {
        x: 0,
        y: 0,
        width: ((part.width() * scale).ceil() as usize).max(1),
        height: ((part.height() * scale).ceil() as usize).max(1),
    };
    let place = Affine::new([scale, 0.0, 0.0, -scale, -part.x0 * scale, part.y1 * scale]);
    let coats = Coats::new(Meaning::Inks(names), spots == Spots::Mixed);
    let budget = Budget::new(WORK);
    let pictures = picture::Store::default();
    let canvas = Canvas::page(area, coats.plates());
    let mut press = Press::new(canvas, place, &coats, &budget, &pictures);
    press.display(display);
    let Press {
        canvas,
        truncated,
        peak,
        ..
    } = press;
    let side = ((SIDE * scale).round() as usize).max(1);
    let all = sums(&canvas, canvas.plates.len());
    let process = sums(&canvas, PROCESS.len());
    let highest = |sums: &[f32]| f64::from(sums.iter().copied().fold(0.0, f32::max));
    let flat = small_flat(display, &coats, scale);
    Inked {
        plates: plates(display),
        highest: highest(&all).max(f64::from(peak)).max(flat),
        highest_process: highest(&process),
        square: squares::highest_average(&all, area.width, area.height, side),
        square_process: squares::highest_average(&process, area.width, area.height, side),
        unmeasured: coats.unmeasured.borrow().iter().copied().collect(),
        resolution,
        truncated: truncated || display.truncated || coats.crowded.get(),
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

fn sums(canvas: &Canvas, plates: usize) -> Vec<f32> {
    let mut sums = vec![0.0; canvas.area.pixels()];
    for plate in canvas.plates.iter().take(plates) {
        for (sum, value) in sums.iter_mut().zip(plate) {
            *sum += value;
        }
    }
    sums
}

/// The ink of flat colours on what is too small to fill a pixel.
fn small_flat(display: &Display<'_>, coats: &Coats, scale: f64) -> f64 {
    let is_small = |element: &&Element<'_>| {
        let shown = element.visible.filter(|_| !element.hidden);
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

/// The process plates, then a plate for every spot ink that anything is painted with, in alphabetical order.
fn plate_names(display: &Display<'_>) -> Vec<String> {
    let mut spots = BTreeSet::new();
    for element in display.all().filter(|element| !element.hidden) {
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
