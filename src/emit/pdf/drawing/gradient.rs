//! Gradients as shading patterns (ISO 32000-1, 8.7.4): from colour to colour along a line or from circle to circle, in inks for the press
//! and in sRGB for a screen.

use pdf_writer::types::FunctionShadingType;
use pdf_writer::{Finish, Ref};

use super::super::file::File;
use super::super::number::points;
use super::super::profile::Colours;
use super::{Look, Scale};
use crate::assets::drawing::{Gradient, Way};

/// Writes a gradient; gives its pattern.
pub(super) fn embed(gradient: &Gradient, scale: Scale, look: Look<'_>, file: &mut File) -> Ref {
    let function = function(gradient, look, file);
    let id = file.reference();
    let mut pattern = file.pdf.shading_pattern(id);
    pattern.matrix(matrix(gradient, scale));
    let mut shading = pattern.function_shading();
    match gradient.way {
        Way::Axial(from, to) => {
            shading.shading_type(FunctionShadingType::Axial);
            shading.coords([from.x, from.y, to.x, to.y].map(points));
        }
        Way::Radial((inner, inner_radius), (outer, outer_radius)) => {
            shading.shading_type(FunctionShadingType::Radial);
            shading.coords([inner.x, inner.y, inner_radius, outer.x, outer.y, outer_radius].map(points));
        }
    }
    match look.profile.colours {
        Colours::Inks => shading.color_space().device_cmyk(),
        Colours::Srgb => shading.color_space().device_rgb(),
    }
    shading.function(function).extend([true, true]);
    shading.finish();
    pattern.finish();
    id
}

/// From the gradient's coordinates to the form's, whose origin is at its foot.
fn matrix(gradient: &Gradient, scale: Scale) -> [f32; 6] {
    let [a, b, c, d, e, f] = gradient.matrix.map(|part| part as f64 / 1e6);
    let across = scale.to.width.to_pt() / scale.from.width.to_pt();
    let down = scale.to.height.to_pt() / scale.from.height.to_pt();
    [
        a * across,
        -b * down,
        c * across,
        -d * down,
        e * across,
        scale.to.height.to_pt() - f * down,
    ]
    .map(|part| part as f32)
}

/// From 0 to 1 to colours: pieces on which two colours are mixed.
fn function(gradient: &Gradient, look: Look<'_>, file: &mut File) -> Ref {
    let mut stops: Vec<(u32, Vec<f32>)> = gradient
        .stops
        .iter()
        .map(|(place, color)| {
            let parts = look.parts(color).into_iter();
            (
                *place,
                parts.map(|part| (part as f64 / 10_000.0) as f32).collect(),
            )
        })
        .collect();
    // The whole way has colours.
    if let Some((_, color)) = stops.first().cloned().filter(|(place, _)| *place > 0) {
        stops.insert(0, (0, color));
    }
    if let Some((_, color)) = stops.last().cloned().filter(|(place, _)| *place < 10_000) {
        stops.push((10_000, color));
    }
    // An edge is a step of a ten-thousandth: bounds of pieces differ.
    for at in 1..stops.len() {
        stops[at].0 = stops[at].0.max(stops[at - 1].0 + 1);
    }
    let pieces: Vec<Ref> = stops
        .windows(2)
        .map(|pair| {
            let id = file.reference();
            let mut piece = file.pdf.exponential_function(id);
            piece.domain([0.0, 1.0]).n(1.0);
            piece.c0(pair[0].1.iter().copied()).c1(pair[1].1.iter().copied());
            id
        })
        .collect();
    let last = stops.last().map_or(1, |(place, _)| *place);
    let inner = stops.get(1..stops.len().saturating_sub(1)).unwrap_or_default();
    let id = file.reference();
    let mut whole = file.pdf.stitching_function(id);
    whole.domain([0.0, 1.0]);
    whole.bounds(
        inner
            .iter()
            .map(|(place, _)| (f64::from(*place) / f64::from(last)) as f32),
    );
    whole.encode(pieces.iter().flat_map(|_| [0.0, 1.0]));
    whole.functions(pieces);
    whole.finish();
    id
}
