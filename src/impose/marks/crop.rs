//! Where a sheet is cut and where it is folded.

use super::{GAP, REACH, hairline};
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::Item;

/// Crop marks for one page or for pages that lie side by side: a line at both ends of every edge of the trim boxes, outside of `block`, the
/// rectangle that holds all artwork with its bleed. Nothing is drawn between pages. Edges that several pages share are marked once.
#[must_use]
pub fn crop_marks(trims: &[Rect], block: Rect) -> Vec<Item> {
    let upright = edges(trims.iter().flat_map(|trim| [trim.left(), trim.right()]));
    let level = edges(trims.iter().flat_map(|trim| [trim.top(), trim.bottom()]));
    let upright = upright.into_iter().flat_map(|x| at_head_and_foot(x, block, &[]));
    let level = level.into_iter().flat_map(|y| {
        let mark = |from: Length, to: Length| {
            hairline(Path::line(Point::new(from, y), Point::new(to, y)), Vec::new())
        };
        [
            mark(block.left() - GAP - REACH, block.left() - GAP),
            mark(block.right() + GAP, block.right() + GAP + REACH),
        ]
    });
    upright.chain(level).collect()
}

/// Fold marks: dashed lines at head and foot, outside of the block. `folds` are places from left to right in the block's coordinates.
#[must_use]
pub fn fold_marks(folds: &[Length], block: Rect) -> Vec<Item> {
    // Three dashes with gaps of half their length: told from a crop mark at a glance.
    let (dash, gap) = (REACH / 4, REACH / 8);
    edges(folds.iter().copied())
        .into_iter()
        .flat_map(|x| at_head_and_foot(x, block, &[dash, gap]))
        .collect()
}

fn at_head_and_foot(x: Length, block: Rect, dash: &[Length]) -> [Item; 2] {
    // From the block outwards, so that a dash and no gap stands nearest to it.
    let mark = |from: Length, to: Length| {
        hairline(Path::line(Point::new(x, from), Point::new(x, to)), dash.to_vec())
    };
    [
        mark(block.top() - GAP, block.top() - GAP - REACH),
        mark(block.bottom() + GAP, block.bottom() + GAP + REACH),
    ]
}

/// Places in order, each once.
fn edges(places: impl Iterator<Item = Length>) -> Vec<Length> {
    let mut edges: Vec<Length> = places.collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}
