//! Where something lies on a page, as people measure it: in millimetres from the top left corner of the finished page as it is shown.

use hayro::kurbo::Rect;

use super::Page;

/// Millimetres of a point.
pub(super) const MM: f64 = 25.4 / 72.0;

/// A place in a file: the page, from 1, and what part of it; none for the page as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) area_mm: Option<[f64; 4]>,
}

impl Place {
    /// A page as a whole.
    pub(super) const fn page(page: &Page<'_>) -> Self {
        Self {
            page: page.index + 1,
            area_mm: None,
        }
    }

    /// A part of a page, in points.
    pub(super) fn of(page: &Page<'_>, area: Rect) -> Self {
        let trim = page.boxes.trim;
        let (left, right) = (area.x0 - trim.x0, area.x1 - trim.x0);
        let (bottom, top) = (area.y0 - trim.y0, area.y1 - trim.y0);
        let (width, height) = (trim.width(), trim.height());
        let shown = match page.rotate {
            90 => [bottom, left, top, right],
            180 => [width - right, bottom, width - left, top],
            270 => [height - top, width - right, height - bottom, width - left],
            _ => [left, height - top, right, height - bottom],
        };
        Self {
            page: page.index + 1,
            area_mm: Some(shown.map(|points| points * MM)),
        }
    }
}
