//! The generated figure `network`: coloured dots joined by grey lines, the picture that the source text describes and the
//! motif of both documents. Everything here is a pure function of what it is given, in whole numbers, so that a cover is
//! the same on every machine and in every year; chance comes from a seed, and the seed from the document's own words.
//!
//! Two ways of drawing one: a [`Field`] fills an area and may run off its edges, a [`Roster`] has a dot for each member,
//! each with room for a name beside it.

mod density;
mod field;
mod link;
mod plane;
mod random;
mod roster;
mod scatter;
#[cfg(test)]
mod tests;
mod tint;

pub use density::Density;
pub use field::{Field, Focus, Sizes, field};
pub use random::seed;
pub use roster::{Label, Members, Roster, roster};

use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::{Shape, Stroke};

/// A dot of a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Its middle.
    pub centre: Point,
    /// From its middle to its rim.
    pub radius: Length,
    /// Its ink.
    pub color: Color,
}

/// Dots, and which of them are joined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Network {
    /// The dots.
    pub dots: Vec<Dot>,
    /// Pairs of joined dots, by their places in `dots`, the smaller first, in rising order.
    pub links: Vec<(usize, usize)>,
}

impl Network {
    /// The same seen in a mirror that stands upright in the middle of an area.
    #[must_use]
    pub fn mirrored(mut self, area: Rect) -> Self {
        for dot in &mut self.dots {
            dot.centre.x = area.left() + area.right() - dot.centre.x;
        }
        self
    }

    /// What is painted, the lowest first: the lines, then the dots that cover their ends.
    #[must_use]
    pub fn shapes(&self, line: &Stroke) -> Vec<Shape> {
        let lines = self.links.iter().map(|&(one, two)| Shape {
            path: Path::line(self.dots[one].centre, self.dots[two].centre),
            fill: None,
            stroke: Some(line.clone()),
        });
        let dots = self.dots.iter().map(|dot| Shape {
            path: Path::circle(dot.centre, dot.radius),
            fill: Some(dot.color.clone()),
            stroke: None,
        });
        lines.chain(dots).collect()
    }
}
