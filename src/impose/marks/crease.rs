//! Where a machine creases the sheet: lines across the page itself, which are no ink of the job.

use std::sync::Arc;

use crate::color::{Cmyk, Color, Ink, Part};
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::{Artifact, Item, ItemKind, Mark, Shape, Stroke};

/// What the lines are drawn in: an ink of that name is on no press, so whoever sees a plate of it knows what it is. On a screen magenta, as
/// die lines usually are.
const INK: (&str, Cmyk) = ("Creasing", Cmyk([Part::NONE, Part::FULL, Part::NONE, Part::NONE]));

/// The creases of a sheet, from head to foot of its trim box. `folds` are places from left to right.
#[must_use]
pub fn crease_lines(folds: &[Length], trim: Rect) -> Vec<Item> {
    let (name, alternate) = INK;
    let color = Color {
        ink: Ink::Spot {
            name: Arc::from(name),
            alternate,
        },
        tint: Part::FULL,
    };
    let line = |x: &Length| Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(Shape {
            path: Path::line(Point::new(*x, trim.top()), Point::new(*x, trim.bottom())),
            fill: None,
            stroke: Some(Stroke {
                color: color.clone(),
                width: Length::pt(1) / 2,
                round: false,
                dash: Vec::new(),
            }),
        }),
        mark: Mark::Artifact(Artifact::Crease),
        origin: None,
    };
    folds.iter().map(line).collect()
}
