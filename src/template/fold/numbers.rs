//! Which page each panel carries: not looked up, but read off the folded sheet as a reader opens it.

use super::folding::{Face, Layer, Stage};
use super::{Fold, FoldKind};
use crate::geom::Length;

/// The page numbers on the two faces of a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FaceNumbers {
    pub(super) outside: u32,
    pub(super) inside: u32,
}

/// The numbers of the pages on each panel, in the order in which a reader meets them:
///
/// 1. the front, as the closed sheet shows it: page 1, or pages 1 and 2 on a gate's two flaps;
/// 2. what opening shows, as long as it is only outsides: the flaps of a gate of four, the inner pair of a double parallel
///    fold. A view in which an inside stands beside a folded-in flap is passed over, since the trade numbers the inside
///    of letter and roll folds as a whole;
/// 3. the inside of the open sheet, from left to right;
/// 4. what else is on the outside, from left to right;
/// 5. the back, as the closed sheet shows it. On a zigzag with an odd number of panels that is the last panel of the
///    inside.
///
/// | fold | outside | inside |
/// |---|---|---|
/// | half | 4 1 | 2 3 |
/// | letter | 5 6 1 | 2 3 4 |
/// | zigzag of 3 | 4 5 1 | 2 3 6 |
/// | zigzag of 4 | 8 6 7 1 | 2 3 4 5 |
/// | zigzag of 5 | 6 7 8 9 1 | 2 3 4 5 10 |
/// | gate of 3 | 2 6 1 | 3 4 5 |
/// | gate of 4 | 3 8 1 2 | 4 5 6 7 |
/// | double parallel | 2 3 8 1 | 4 5 6 7 |
/// | roll of 4 | 6 7 8 1 | 2 3 4 5 |
/// | roll of 5 | 7 8 9 10 1 | 2 3 4 5 6 |
pub(super) fn page_numbers(kind: FoldKind, count: usize) -> Vec<FaceNumbers> {
    // Numbers depend on how the sheet is folded, not on how wide its panels are, so a sheet of round widths is folded.
    let sheet = Fold::solve(kind, count, Length::mm(1000), Length::mm(1));
    let stages = sheet.map(|fold| fold.stages()).unwrap_or_default();
    let closed = stages.last().cloned().unwrap_or_default();
    let back = closed.layers.first().map(Layer::bottom_face);

    let front = closed.seen();
    let opening = stages.iter().skip(1).rev().skip(1).map(Stage::seen);
    let outsides_only = opening.filter(|faces| faces.iter().all(|face| !face.inside));
    let inside = (0..count).map(|panel| Face { panel, inside: true });
    let outside = (0..count).rev().map(|panel| Face { panel, inside: false });
    let met = front
        .into_iter()
        .chain(outsides_only.flatten())
        .chain(inside)
        .chain(outside);

    let mut order: Vec<Face> = Vec::with_capacity(2 * count);
    for face in met {
        if Some(face) != back && !order.contains(&face) {
            order.push(face);
        }
    }
    order.extend(back);

    let mut numbers = vec![FaceNumbers::default(); count];
    for (number, face) in (1..).zip(order) {
        let both = &mut numbers[face.panel];
        if face.inside {
            both.inside = number;
        } else {
            both.outside = number;
        }
    }
    numbers
}
