//! Patterns of tiles.

use std::rc::Rc;

use hayro::kurbo::{Affine, Point, Rect};

use super::canvas::{Canvas, Coat};
use super::coverage::{Area, Mask};
use super::press::Press;
use crate::verify::pdf::element::Blend;
use crate::verify::pdf::paint::Tiling;

/// Tiles that are printed one by one; more of them are printed as what they are on average.
const MOST: f64 = 40_000.0;
/// Tiles that are smaller than so many pixels are printed as what they are on average, too.
const SMALLEST: f64 = 16.0;
/// What a tile costs beside its pixels, for each element of it.
const TILE: usize = 400;
/// The side of the canvas on which an average is taken, in pixels.
const SAMPLE: usize = 64;

/// Lays tiles over what a mask leaves.
pub(super) fn lay(press: &mut Press<'_>, tiling: &Tiling<'_>, mask: &Mask, alpha: f64, blend: Blend) {
    let to_pixels = press.place * tiling.matrix;
    let (across, up) = tiling.step;
    let is_sound = to_pixels.determinant().abs() > 1e-12 && across.abs() > 1e-6 && up.abs() > 1e-6;
    if !is_sound || tiling.cell.is_empty() || mask.area.pixels() == 0 {
        return;
    }
    let area = mask.area;
    let shown = Rect::new(
        area.x as f64,
        area.y as f64,
        (area.x + area.width) as f64,
        (area.y + area.height) as f64,
    );
    let shown = to_pixels.inverse().transform_rect_bbox(shown);
    let range = |low: f64, high: f64, from: f64, to: f64, step: f64| {
        let (one, other) = ((low - to) / step, (high - from) / step);
        (one.min(other).floor(), one.max(other).ceil())
    };
    let (left, right) = range(shown.x0, shown.x1, tiling.bounds.x0, tiling.bounds.x1, across);
    let (bottom, top) = range(shown.y0, shown.y1, tiling.bounds.y0, tiling.bounds.y1, up);
    let count = (right - left + 1.0) * (top - bottom + 1.0);
    let pixels = (across * up * to_pixels.determinant()).abs();
    if count.is_nan() || count > MOST || pixels < SMALLEST {
        if let Some((coat, opacity, peak)) = average(press, tiling) {
            press.flat(mask, alpha, blend, &coat, opacity);
            if alpha > 0.99 && blend == Blend::Normal && press.canvas.is_page() {
                press.peak = press.peak.max(peak);
            }
        }
        return;
    }
    if !press.spend(count as usize * tiling.cell.len() * TILE) {
        return;
    }
    press.stencils.push(Rc::new(mask.clone()));
    // All tiles together are what is blended, each of them is not.
    let outer = (alpha < 1.0 || blend != Blend::Normal).then(|| {
        let own = Canvas::clear(area, press.canvas.plates(), false);
        (
            std::mem::replace(&mut press.canvas, own),
            std::mem::replace(&mut press.alpha, 1.0),
        )
    });
    let place = press.place;
    for row in bottom as i64..=top as i64 {
        for column in left as i64..=right as i64 {
            let by = tiling.matrix * Point::new(column as f64 * across, row as f64 * up)
                - tiling.matrix * Point::ORIGIN;
            press.moved(place * Affine::translate(by), |press| {
                for element in &tiling.cell {
                    press.element(element);
                }
            });
        }
    }
    press.stencils.pop();
    if let Some((canvas, share)) = outer {
        press.alpha = share;
        let own = std::mem::replace(&mut press.canvas, canvas);
        press.lay(&own, None, alpha * f64::from(share), blend);
    }
}

/// What the tiles are on average, how opaque, and the most ink on any point of one.
fn average(press: &mut Press<'_>, tiling: &Tiling<'_>) -> Option<(Coat, f32, f32)> {
    let (across, up) = tiling.step;
    let step = Rect::from_origin_size(tiling.bounds.origin(), (across.abs(), up.abs()));
    let area = Area {
        x: 0,
        y: 0,
        width: SAMPLE,
        height: SAMPLE,
    };
    let side = SAMPLE as f64;
    let to_sample = Affine::scale_non_uniform(side / step.width(), side / step.height())
        * Affine::translate(-step.origin().to_vec2())
        * tiling.matrix.inverse();
    let plates = press.canvas.plates();
    let canvas = Canvas::clear(area, plates, false);
    let mut sample = Press::new(canvas, to_sample, press.coats, press.budget, press.pictures);
    sample.depth = press.depth + 1;
    for element in &tiling.cell {
        sample.element(element);
    }
    let is_truncated = sample.truncated;
    let opacity = sample.canvas.opacity()?;
    let all: f32 = opacity.iter().sum();
    if all <= 0.0 {
        press.truncated |= is_truncated;
        return None;
    }
    let mut coat = Coat::BARE;
    let mut points = vec![0.0_f32; opacity.len()];
    for (plate, amount) in coat.amounts.iter_mut().enumerate().take(plates) {
        let values = sample.canvas.plate(plate).iter().zip(opacity);
        let weighed = values.map(|(value, opacity)| value * opacity);
        let mut sum = 0.0;
        for (point, weighed) in points.iter_mut().zip(weighed) {
            *point += weighed;
            sum += weighed;
        }
        *amount = sum / all;
    }
    press.truncated |= is_truncated;
    let peak = points.into_iter().fold(0.0, f32::max);
    Some((coat, all / area.pixels() as f32, peak))
}
