//! The outlines of lines.

use hayro::kurbo::{Affine, BezPath, Cap, Join, PathEl, Stroke, StrokeOpts, stroke};

use crate::verify::pdf::element::Line;

/// How far the outline may lie beside the true one, in pixels.
const TOLERANCE: f64 = 0.1;
/// Dashes of one path; a path with more is drawn whole.
const DASHES: f64 = 50_000.0;
/// The thinnest line, in pixels: one of no width is as thin as the device can draw.
const THINNEST: f64 = 0.25;

/// What a line covers, in pixels. `outline` is in default user space; `matrix` leads there from where the line's width was meant.
pub(super) fn outline(outline: &BezPath, line: &Line, matrix: Affine, place: Affine) -> BezPath {
    let to_pixels = place * matrix;
    let scale = to_pixels.determinant().abs().sqrt();
    if !(scale.is_finite() && scale > 1e-9 && matrix.is_finite()) {
        return BezPath::new();
    }
    let own = matrix.inverse() * outline.clone();
    let mut style = Stroke::new(line.written.max(THINNEST / scale))
        .with_caps(match line.cap {
            1 => Cap::Round,
            2 => Cap::Square,
            _ => Cap::Butt,
        })
        .with_join(match line.join {
            1 => Join::Round,
            2 => Join::Bevel,
            _ => Join::Miter,
        })
        .with_miter_limit(line.miter.max(1.0));
    let period: f64 = line.dash.iter().map(|dash| dash.abs()).sum();
    let is_sound = line.dash.iter().all(|dash| dash.is_finite() && *dash >= 0.0);
    if period > 0.0 && is_sound && length(&own) / period * 2.0 < DASHES {
        style = style.with_dashes(line.phase.rem_euclid(period * 2.0), line.dash.iter().copied());
    }
    to_pixels * stroke(own.iter(), &style, &StrokeOpts::default(), TOLERANCE / scale)
}

/// An upper bound of the length of a path: that of the lines through its control points.
fn length(outline: &BezPath) -> f64 {
    let mut here = None;
    let mut length = 0.0;
    for element in outline.elements() {
        let points = match element {
            PathEl::MoveTo(point) => {
                here = Some(*point);
                continue;
            }
            PathEl::LineTo(point) => vec![*point],
            PathEl::QuadTo(a, point) => vec![*a, *point],
            PathEl::CurveTo(a, b, point) => vec![*a, *b, *point],
            PathEl::ClosePath => continue,
        };
        for point in points {
            length += here.map_or(0.0, |here: hayro::kurbo::Point| here.distance(point));
            here = Some(point);
        }
    }
    // Each part may be closed by a line as long as itself.
    length * 2.0
}
