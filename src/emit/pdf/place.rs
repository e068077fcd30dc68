//! Places: from a scene's coordinates (origin at the head of the trim box, y downwards) to PDF's (origin at the foot of
//! the media box, y upwards), and where on its page each piece of content came to lie.

use std::sync::Arc;

use pdf_writer::Rect as PdfRect;

use super::number::{points, ten_thousandths};
use super::page::Painted;
use super::profile::Extent;
use crate::geom::{Length, Point, Rect};
use crate::scene::{NodeId, Page, Structure};

/// A piece of content on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Which node it is content of.
    pub(super) node: NodeId,
    /// Where it lies on its page, in the page's own coordinates.
    pub(super) rect: Rect,
    /// Whether its lines run level on the page, not up or down it.
    pub(super) upright: bool,
    /// Its text, where it is text.
    pub(super) text: Option<Arc<str>>,
}

/// The origin of PDF coordinates: what is added to x, and what y is taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Origin {
    x: Length,
    y: Length,
}

impl Origin {
    /// The origin of a page of which so much is shown.
    pub(super) fn of_page(page: &Page, extent: Extent) -> Self {
        let shown = shown(page, extent);
        Self {
            x: -shown.left(),
            y: shown.bottom(),
        }
    }

    /// The origin of a form of that height, whose places count from its head.
    pub(super) const fn of_form(height: Length) -> Self {
        Self {
            x: Length::ZERO,
            y: height,
        }
    }

    /// The origin for what is shifted as a whole.
    pub(super) fn shifted(self, by: Point) -> Self {
        Self {
            x: self.x + by.x,
            y: self.y - by.y,
        }
    }

    /// A point in ten-thousandths of a point.
    pub(super) fn point(self, point: Point) -> [i64; 2] {
        [
            ten_thousandths(self.x + point.x),
            ten_thousandths(self.y - point.y),
        ]
    }

    /// A rectangle as left, bottom, width and height, in ten-thousandths of a point; its edges are rounded, not its sides,
    /// so that rectangles that touch go on touching.
    pub(super) fn rect(self, rect: Rect) -> [i64; 4] {
        let [left, bottom] = self.point(Point::new(rect.left(), rect.bottom()));
        let [right, top] = self.point(Point::new(rect.right(), rect.top()));
        [left, bottom, right - left, top - bottom]
    }

    /// A rectangle for pdf-writer's objects, in points.
    pub(super) fn pdf_rect(self, rect: Rect) -> PdfRect {
        PdfRect::new(
            points(self.x + rect.left()),
            points(self.y - rect.bottom()),
            points(self.x + rect.right()),
            points(self.y - rect.top()),
        )
    }
}

/// What a page shows, in its own coordinates: the MediaBox.
pub(super) fn shown(page: &Page, extent: Extent) -> Rect {
    match extent {
        Extent::Trim => page.trim_box(),
        Extent::Media => page.media_box(),
    }
}

/// Where all content came to lie.
#[derive(Debug)]
pub(super) struct Places<'a> {
    structure: &'a Structure,
    by_node: Vec<Vec<(usize, &'a Spot)>>,
}

impl<'a> Places<'a> {
    /// Gathers the spots of all pages.
    pub(super) fn new(structure: &'a Structure, pages: &'a [Painted]) -> Self {
        let mut by_node = vec![Vec::new(); structure.len()];
        for (number, page) in pages.iter().enumerate() {
            for spot in &page.spots {
                by_node[spot.node.index()].push((number, spot));
            }
        }
        Self { structure, by_node }
    }

    /// The content of a node and of all its parts, in reading order: the number of the page, and the place on it.
    pub(super) fn under(&self, id: NodeId) -> Vec<(usize, &'a Spot)> {
        let mut found = Vec::new();
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            found.extend_from_slice(&self.by_node[id.index()]);
            waiting.extend(self.structure.node(id).children.iter().rev());
        }
        found
    }

    /// The page and the place where a node begins. Where it has no content, where the next node with content begins, or
    /// where the last one does: a link then still leads as near as it can. None when nothing has content.
    pub(super) fn start(&self, id: NodeId) -> Option<(usize, &'a Spot)> {
        let order = self.structure.in_reading_order();
        let here = order.iter().position(|other| *other == id).unwrap_or(0);
        let first = |id: &NodeId| self.by_node[id.index()].first().copied();
        let onwards = order[here..].iter().find_map(first);
        onwards.or_else(|| order[..here].iter().rev().find_map(first))
    }
}
