//! Registration targets: circles with a cross that show whether all plates lie on each other.

use super::{GAP, REACH, hairline};
use crate::geom::{Length, Path, Point, Rect, Segment};
use crate::scene::Item;

/// A target beside each side of the block, at its middle, or as near to it as other marks leave room: `upright` are the places of marks at
/// head and foot, `level` of those at the sides. A side without room has none.
#[must_use]
pub fn targets(block: Rect, upright: &[Length], level: &[Length]) -> Vec<Item> {
    let out = GAP + REACH / 2;
    let centre = block.centre();
    let mut centres = Vec::new();
    if let Some(x) = free(block.left(), block.right(), centre.x, upright) {
        centres.push(Point::new(x, block.top() - out));
        centres.push(Point::new(x, block.bottom() + out));
    }
    if let Some(y) = free(block.top(), block.bottom(), centre.y, level) {
        centres.push(Point::new(block.left() - out, y));
        centres.push(Point::new(block.right() + out, y));
    }
    centres.into_iter().map(target).collect()
}

/// The place nearest to `wanted` where a target has a gap towards everything else on that side.
fn free(start: Length, end: Length, wanted: Length, others: &[Length]) -> Option<Length> {
    let clear = REACH / 2 + GAP;
    let fits = |place: &Length| {
        *place - clear >= start
            && *place + clear <= end
            && others.iter().all(|other| (*other - *place).abs() >= clear)
    };
    let beside = others.iter().flat_map(|other| [*other - clear, *other + clear]);
    std::iter::once(wanted)
        .chain(beside)
        .filter(fits)
        .min_by_key(|place| ((*place - wanted).abs(), *place))
}

/// One outline, so that circle and cross are one thing.
fn target(centre: Point) -> Item {
    let arm = REACH / 2;
    let at = |dx: Length, dy: Length| Point::new(centre.x + dx, centre.y + dy);
    let mut path = Path::circle(centre, REACH / 4);
    path.segments.extend([
        Segment::Move(at(-arm, Length::ZERO)),
        Segment::Line(at(arm, Length::ZERO)),
        Segment::Move(at(Length::ZERO, -arm)),
        Segment::Line(at(Length::ZERO, arm)),
    ]);
    hairline(path, Vec::new())
}
