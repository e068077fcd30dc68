//! Patterns of tiles.

use std::rc::Rc;

use hayro::kurbo::{Affine, Point, Rect};

use super::canvas::{Canvas, Coat};
use super::coverage::{Area, Mask};
use super::press::Press;
use crate::verify::pdf::element::Blend;
use crate::verify::pdf::paint::Tiling;

/// Tiles that are printed one by one; more of them are printed as what they are on average.
const MOST: usize = 400;
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
    if count.is_nan() || count > MOST as f64 {
        if let Some((coat, opacity)) = average(press, tiling) {
            press.spread(mask, alpha, blend, |_, _| Some((coat, opacity)));
        }
        return;
    }
    press.stencils.push(Rc::new(mask.clone()));
    let outer = press.alpha;
    press.alpha *= alpha as f32;
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
    press.alpha = outer;
    press.stencils.pop();
}

/// What the tiles are on average, and how opaque.
fn average(press: &Press<'_>, tiling: &Tiling<'_>) -> Option<(Coat, f32)> {
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
    let canvas = Canvas::clear(area, press.canvas.plates.len());
    let mut sample = Press::new(canvas, to_sample, press.coats, press.budget, press.pictures);
    sample.depth = press.depth + 1;
    for element in &tiling.cell {
        sample.element(element);
    }
    let opacity = sample.canvas.opacity.as_ref()?;
    let all: f32 = opacity.iter().sum();
    if all <= 0.0 {
        return None;
    }
    let mut coat = Coat::BARE;
    for (amount, values) in coat.amounts.iter_mut().zip(&sample.canvas.plates) {
        let weighed = values.iter().zip(opacity).map(|(value, opacity)| value * opacity);
        *amount = weighed.sum::<f32>() / all;
    }
    Some((coat, all / area.pixels() as f32))
}
