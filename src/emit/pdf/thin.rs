//! What is as thin as a line: whether a black shape overprints is asked of its thickness, as GWG 2022 measures it (D0017).

use crate::geom::{Length, Path, Point, Rect, Segment};

/// Black lines and bars below this overprint, like black text: knocked out of a colour, the slightest misregister would
/// show as a white edge (GWG 2022, R0010). Larger black areas knock out, since what lies below would show through.
pub(super) const THIN: Length = Length::pt(2);

/// Corners of one piece of an outline that are looked at: a rectangle has four, and may come back to the first.
const CORNERS: usize = 5;

/// A rectangle may be out of square by so much: its sides and diagonals differ by less than one part in so many.
const SQUARE: i128 = 500;

/// Whether a filled outline within `bounds` shows as a line: it is thin as a whole, or made of bars alone, however they are turned, one of
/// which is thin. An overprint holds for an outline as a whole, so a thick bar in it overprints, too.
pub(super) fn is_thin(path: &Path, bounds: Rect) -> bool {
    bounds.size.width.min(bounds.size.height) < THIN || holds_thin_bar(path)
}

fn holds_thin_bar(path: &Path) -> bool {
    let pieces = path
        .segments
        .chunk_by(|_, next| !matches!(next, Segment::Move(_)));
    let mut is_thin = false;
    for piece in pieces {
        let Some(corners) = corners(piece) else {
            return false;
        };
        match corners.as_slice() {
            [] | [_] => {}
            // Without width, and still something that is painted.
            [_, _] => is_thin = true,
            [a, b, c, d] if is_rectangle([*a, *b, *c, *d]) => {
                let side = distance(*a, *b).min(distance(*b, *c));
                let thin = i128::from(THIN.units());
                is_thin |= side < thin * thin;
            }
            _ => return false,
        }
    }
    is_thin
}

/// The corners of a piece of an outline, the first not told again at its end; none when it has a curve or more corners than a bar.
fn corners(piece: &[Segment]) -> Option<Vec<Point>> {
    let mut corners = Vec::new();
    for segment in piece {
        match segment {
            Segment::Move(to) | Segment::Line(to) if corners.len() < CORNERS => corners.push(*to),
            Segment::Close => {}
            _ => return None,
        }
    }
    if corners.len() > 2 && corners.first() == corners.last() {
        corners.pop();
    }
    Some(corners)
}

/// Whether four corners are those of a rectangle: opposite sides alike, and both diagonals.
fn is_rectangle([a, b, c, d]: [Point; 4]) -> bool {
    let (first, second) = (distance(a, c), distance(b, d));
    let opposite = Point::new(b.x - a.x, b.y - a.y);
    let other = Point::new(c.x - d.x, c.y - d.y);
    distance(opposite, other) * SQUARE * SQUARE <= first && (first - second).abs() * SQUARE <= 2 * first
}

/// The square of how far two points are from each other, in units of length.
fn distance(from: Point, to: Point) -> i128 {
    let square = |length: Length| i128::from(length.units()) * i128::from(length.units());
    square(to.x - from.x) + square(to.y - from.y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Size;

    fn at(x: i64, y: i64) -> Point {
        // Tenths of a point.
        Point::new(Length::pt(x).ratio(1, 10), Length::pt(y).ratio(1, 10))
    }

    fn outline(pieces: &[&[(i64, i64)]]) -> Path {
        let mut segments = Vec::new();
        for piece in pieces {
            let mut corners = piece.iter().map(|(x, y)| at(*x, *y));
            segments.extend(corners.next().map(Segment::Move));
            segments.extend(corners.map(Segment::Line));
            segments.push(Segment::Close);
        }
        Path { segments }
    }

    fn thin(path: &Path) -> bool {
        is_thin(path, path.bounds().unwrap())
    }

    fn bar(y: i64, height: i64) -> [(i64, i64); 4] {
        [(0, y), (900, y), (900, y + height), (0, y + height)]
    }

    #[test]
    fn bars_below_two_points_are_thin_however_many_they_are_and_however_they_are_turned() {
        assert!(thin(&outline(&[&bar(0, 19)])));
        assert!(!thin(&outline(&[&bar(0, 20)])));
        assert!(thin(&outline(&[&bar(0, 19), &bar(500, 19)])));
        assert!(!thin(&outline(&[&bar(0, 20), &bar(500, 20)])));
        // Turned: 50 pt long, sides of 1 pt and of 2 pt (3, 4, 5).
        let turned = |x: i64, y: i64| [(0, 0), (400, 300), (400 - x, 300 + y), (-x, y)];
        assert!(thin(&outline(&[&turned(6, 8)])));
        assert!(!thin(&outline(&[&turned(12, 16)])));
    }

    #[test]
    fn a_drawing_of_other_corners_or_curves_is_no_bar() {
        assert!(!thin(&outline(&[&[(0, 0), (900, 900), (900, 890)]])));
        assert!(!thin(&outline(&[
            &bar(0, 10),
            &[(0, 100), (500, 100), (500, 900), (300, 900), (0, 600)]
        ])));
        let mut ring = Path::circle(at(0, 0), Length::pt(30));
        ring.segments
            .extend(Path::rect(Rect::new(at(0, 0), Size::new(Length::pt(40), Length::pt(1)))).segments);
        assert!(!thin(&ring));
    }
}
