//! Where a picture or a drawing stands on its page, turned as it may be, and what place of it lies under a place of the page.

use super::outline::Place;
use crate::geom::{Point, Size};
use crate::scene::Stand;

/// Three corners on the page: where its own top left, top right and bottom left corners come to lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    corner: Place,
    across: Place,
    down: Place,
}

impl Frame {
    /// Of something of that size whose corner is at a place of a stand.
    pub(super) fn new(at: Point, size: Size, stand: Stand) -> Self {
        let on_page = |x, y| {
            let place = stand.transform.apply(Point::new(x, y) + at);
            (place.x.to_pt(), place.y.to_pt())
        };
        let none = Point::ORIGIN;
        let corner = on_page(none.x, none.y);
        let from_corner = |(x, y): Place| (x - corner.0, y - corner.1);
        Self {
            corner,
            across: from_corner(on_page(size.width, none.y)),
            down: from_corner(on_page(none.x, size.height)),
        }
    }

    /// How far a place of the page lies from its top left corner, in parts of its width and height.
    pub(super) fn parts(&self, (x, y): Place) -> Place {
        let (x, y) = (x - self.corner.0, y - self.corner.1);
        let along = |(way_x, way_y): Place| {
            let length = way_x * way_x + way_y * way_y;
            if length > 0.0 {
                (x * way_x + y * way_y) / length
            } else {
                0.0
            }
        };
        (along(self.across), along(self.down))
    }

    /// Its width and height in points.
    pub(super) fn size(&self) -> (f64, f64) {
        // Turned by quarters only, so one of both parts is nothing.
        let length = |(x, y): Place| x.abs() + y.abs();
        (length(self.across), length(self.down))
    }
}
