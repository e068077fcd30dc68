//! Gradients of drawings: which colour they have at a place (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4, extended at both ends).

use super::frame::Frame;
use super::outline::Place;
use super::seen::{Eye, Seen};
use crate::assets::drawing::{Gradient, Way};
use crate::geom::{Point, Size};

/// A gradient on a page.
pub(super) struct Passage {
    frame: Frame,
    /// Width and height of the drawing at its own size.
    own: (f64, f64),
    /// From the drawing's coordinates to the gradient's.
    inverse: [f64; 6],
    way: Way,
    stops: Vec<(f64, Seen)>,
}

impl Passage {
    /// A gradient of a drawing of that size, which stands in a frame. None where its matrix leads nowhere.
    pub(super) fn new(gradient: &Gradient, own: Size, frame: Frame, eye: &Eye<'_>) -> Option<Self> {
        let stops = gradient.stops.iter();
        Some(Self {
            frame,
            own: (own.width.to_pt(), own.height.to_pt()),
            inverse: inverse(gradient.matrix.map(|part| part as f64 / 1e6))?,
            way: gradient.way,
            stops: stops
                .map(|(place, color)| (f64::from(*place) / 10_000.0, eye.sees(color)))
                .collect(),
        })
    }

    /// Its colour at a place of the page.
    pub(super) fn at(&self, place: Place, eye: &Eye<'_>) -> Seen {
        let (across, down) = self.frame.parts(place);
        let (x, y) = (across * self.own.0, down * self.own.1);
        let [a, b, c, d, e, f] = self.inverse;
        let place = (a * x + c * y + e, b * x + d * y + f);
        let part = match self.way {
            Way::Axial(from, to) => axial(place, plain(from), plain(to)),
            Way::Radial((inner, inner_radius), (outer, outer_radius)) => radial(
                place,
                (plain(inner), inner_radius.to_pt()),
                (plain(outer), outer_radius.to_pt()),
            ),
        };
        self.mixed(part, eye)
    }

    fn mixed(&self, part: f64, eye: &Eye<'_>) -> Seen {
        let behind = self.stops.partition_point(|(stop, _)| *stop <= part);
        match (
            behind.checked_sub(1).and_then(|at| self.stops.get(at)),
            self.stops.get(behind),
        ) {
            (Some((from, one)), Some((to, other))) => eye.between(*one, *other, (part - from) / (to - from)),
            (Some((_, only)), None) | (None, Some((_, only))) => *only,
            (None, None) => eye.paper(),
        }
    }
}

fn plain(point: Point) -> Place {
    (point.x.to_pt(), point.y.to_pt())
}

fn axial((x, y): Place, (x1, y1): Place, (x2, y2): Place) -> f64 {
    let (along, up) = (x2 - x1, y2 - y1);
    let length = along * along + up * up;
    if length > 0.0 {
        ((x - x1) * along + (y - y1) * up) / length
    } else {
        1.0
    }
}

/// The last circle on which the place lies, of all from the inner to the outer one and beyond.
fn radial((x, y): Place, (inner, inner_radius): (Place, f64), (outer, outer_radius): (Place, f64)) -> f64 {
    let (along, up, grown) = (outer.0 - inner.0, outer.1 - inner.1, outer_radius - inner_radius);
    let (dx, dy) = (x - inner.0, y - inner.1);
    let a = along * along + up * up - grown * grown;
    let b = dx * along + dy * up + inner_radius * grown;
    let c = dx * dx + dy * dy - inner_radius * inner_radius;
    let candidates = if a.abs() < 1e-9 {
        [c / (2.0 * b), f64::NEG_INFINITY]
    } else {
        let root = (b * b - a * c).max(0.0).sqrt();
        [(b + root) / a, (b - root) / a]
    };
    let is_circle = |part: &f64| part.is_finite() && inner_radius + part * grown >= 0.0;
    let last = candidates
        .into_iter()
        .filter(is_circle)
        .fold(f64::NEG_INFINITY, f64::max);
    if last.is_finite() { last } else { 1.0 }
}

fn inverse([a, b, c, d, e, f]: [f64; 6]) -> Option<[f64; 6]> {
    let whole = a * d - b * c;
    if whole.abs() < 1e-12 {
        return None;
    }
    let [a, b, c, d] = [d / whole, -b / whole, -c / whole, a / whole];
    Some([a, b, c, d, -(a * e + c * f), -(b * e + d * f)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn along_a_line_and_from_the_middle_outwards_halfway_is_halfway() {
        assert!((axial((5.0, 9.0), (0.0, 0.0), (10.0, 0.0)) - 0.5).abs() < 1e-9);
        let middle = (10.0, 10.0);
        assert!((radial((10.0, 15.0), (middle, 0.0), (middle, 10.0)) - 0.5).abs() < 1e-9);
        assert!((radial((10.0, 30.0), (middle, 0.0), (middle, 10.0)) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_matrix_and_its_inverse_end_where_they_began() {
        let matrix = [2.0, 0.5, -1.0, 3.0, 7.0, -4.0];
        let [a, b, c, d, e, f] = inverse(matrix).unwrap();
        let (x, y) = (2.0 * 3.0 - 5.0 + 7.0, 0.5 * 3.0 + 3.0 * 5.0 - 4.0);
        assert!((a * x + c * y + e - 3.0).abs() < 1e-9 && (b * x + d * y + f - 5.0).abs() < 1e-9);
        assert_eq!(inverse([1.0, 2.0, 2.0, 4.0, 0.0, 0.0]), None);
    }
}
