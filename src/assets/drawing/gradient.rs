//! Gradients: colours that pass into each other. A drawing mixes red, green and blue on the way, a press mixes inks; so colours between
//! two stops are worked out as the drawing means them, and each becomes inks.

use usvg::{BaseGradient, SpreadMethod, Transform};

use super::convert::{clamped, length, point};
use super::{Gradient, Palette, Way};
use crate::assets::icc::Rgb;
use crate::color::Color;

/// Colours worked out between two stops: then the inks between two of them differ from the drawing's colour by less than one sees.
const STEPS: u32 = 8;

/// Why a gradient cannot be printed as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It begins anew beyond its ends.
    Repeats,
    /// Some of its colours are transparent.
    ShinesThrough,
}

/// A gradient along a line, or from circle to circle, and how its colours lie.
pub(super) fn gradient(
    base: &BaseGradient,
    way: Way,
    to_drawing: Transform,
    palette: &Palette<'_>,
) -> Result<Gradient, Refusal> {
    if base.spread_method() != SpreadMethod::Pad {
        return Err(Refusal::Repeats);
    }
    if base.stops().iter().any(|stop| stop.opacity().get() < 1.0) {
        return Err(Refusal::ShinesThrough);
    }
    let turn = to_drawing.pre_concat(base.transform());
    let millionth = |part: f32| clamped(f64::from(part) * 1e6);
    Ok(Gradient {
        way,
        matrix: [turn.sx, turn.ky, turn.kx, turn.sy, turn.tx, turn.ty].map(millionth),
        stops: stops(base, palette),
    })
}

fn stops(base: &BaseGradient, palette: &Palette<'_>) -> Vec<(u32, Color)> {
    let stops: Vec<(u32, [u8; 3])> = base
        .stops()
        .iter()
        .map(|stop| {
            let color = stop.color();
            let place = (stop.offset().get() * 10_000.0).round() as u32;
            (place.min(10_000), [color.red, color.green, color.blue])
        })
        .collect();
    let mut all: Vec<(u32, [u8; 3])> = Vec::new();
    for pair in stops.windows(2) {
        let [(from, one), (to, other)] = [pair[0], pair[1]];
        for step in 0..STEPS {
            let place = from + to.saturating_sub(from) * step / STEPS;
            let mixed = [0, 1, 2].map(|part| mixed(one[part], other[part], step));
            all.push((place, mixed));
        }
    }
    all.extend(stops.last());
    // Two at one place are an edge; more than two at one place, or such that go back, say nothing.
    let mut found: Vec<(u32, Color)> = Vec::new();
    for (place, parts) in all {
        let place = found.last().map_or(place, |(last, _)| place.max(*last));
        let color = palette.color(Rgb(parts));
        if found.last().is_none_or(|last| *last != (place, color.clone())) {
            found.push((place, color));
        }
    }
    if let [only] = found.as_slice() {
        found.push((10_000, only.1.clone()));
    }
    found
}

fn mixed(one: u8, other: u8, step: u32) -> u8 {
    let (one, other) = (u32::from(one), u32::from(other));
    ((one * (STEPS - step) + other * step + STEPS / 2) / STEPS) as u8
}

/// The way of a gradient along a line.
pub(super) fn axial(gradient: &usvg::LinearGradient) -> Way {
    Way::Axial(
        point(gradient.x1(), gradient.y1()),
        point(gradient.x2(), gradient.y2()),
    )
}

/// The way of a gradient from circle to circle.
pub(super) fn radial(gradient: &usvg::RadialGradient) -> Way {
    Way::Radial(
        (point(gradient.fx(), gradient.fy()), length(gradient.fr().get())),
        (point(gradient.cx(), gradient.cy()), length(gradient.r().get())),
    )
}
