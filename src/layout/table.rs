//! Tables in a column: each row goes in whole, its cells side by side on the same baselines. Where a row begins a frame, the heads of the
//! columns stand above it again. `widths` shares the measure out among the columns, `paint` puts the rows on the page.

mod paint;
mod widths;

pub(super) use paint::row as paint;
pub(super) use widths::Columns;

use std::sync::Arc;

use super::adornment::below;
use super::column::{Frame, Pen, depth};
use super::element::TextElement;
use crate::geom::{Length, Point, Rect, Size};
use crate::style::ParagraphStyle;
use crate::text::{Line, Setter};

/// A row of a table as an element of a story.
#[derive(Clone)]
pub(super) struct TableRow {
    pub(super) cells: Arc<Cells>,
    pub(super) columns: Arc<Columns>,
    /// The heads that stand above it again where it begins a frame; none above the heads themselves.
    pub(super) head: Option<Arc<Cells>>,
    /// Whether it is the first of its table.
    pub(super) is_first: bool,
    /// Whether it is the last of its table.
    pub(super) is_last: bool,
}

/// The cells of a row, all in one style.
pub(super) struct Cells {
    pub(super) texts: Vec<TextElement>,
    pub(super) style: Arc<ParagraphStyle>,
}

/// Where a row stands in its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    /// The lines of the heads that stand above it again.
    pub(super) head: Option<Rungs>,
    pub(super) row: Rungs,
    /// What it covers, heads included.
    pub(super) rect: Rect,
}

/// Baselines in even steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rungs {
    pub(super) first: Length,
    pub(super) step: Length,
    pub(super) count: usize,
}

impl Rungs {
    pub(super) fn baseline(&self, line: usize) -> Length {
        self.first + self.step * line as i64
    }

    fn last(&self) -> Length {
        self.baseline(self.count.saturating_sub(1))
    }
}

impl Stand {
    /// Moves it down as a whole.
    pub(super) fn move_down(&mut self, by: Length) {
        self.rect = self.rect.shifted(Point::new(Length::ZERO, by));
        self.row.first += by;
        if let Some(head) = &mut self.head {
            head.first += by;
        }
    }
}

impl TableRow {
    /// How many lines of it are wider than their column, and whether the table is wider than a frame of this width.
    pub(super) fn sticking_out(&self, frame: Length, setter: &mut Setter<'_>) -> usize {
        let widths = self.columns.widths(frame);
        let lines = self.cells.lines(&widths, setter);
        let overfull = lines
            .iter()
            .flatten()
            .filter(|line| line.overfull.is_some())
            .count();
        overfull + usize::from(self.columns.total(&widths) > frame)
    }

    /// Where the row stands below the pen; none when there is no room for it. The pen moves to its last line.
    pub(super) fn stand<'e>(
        &'e self,
        frame: &Frame,
        pen: &mut Pen<'e>,
        setter: &mut Setter<'_>,
    ) -> Option<Stand> {
        let widths = self.columns.widths(frame.rect.size.width);
        let head = self.head.as_ref().filter(|_| pen.last().is_none());
        let head = head.map(|head| head.rungs(&widths, pen, setter));
        let row = self.cells.rungs(&widths, pen, setter);
        if self.is_last {
            // A line stays free below, or the last rule would be taken for one of what follows.
            let style = &self.cells.style;
            pen.leave(style.space_after.max(style.leading));
        }
        let cap_height = self
            .cells
            .texts
            .first()
            .map_or(Length::ZERO, |text| text.cap_height);
        let top = head.unwrap_or(row).first - cap_height;
        let depth = self.cells.texts.first().map_or(Length::ZERO, depth);
        let foot = row.last() + depth;
        let size = Size::new(self.columns.total(&widths), foot - top);
        let stands = foot + below(&self.cells.style, true) <= frame.rect.bottom();
        stands.then_some(Stand {
            head,
            row,
            rect: Rect::new(Point::new(frame.rect.left(), top), size),
        })
    }
}

impl Cells {
    /// The lines of each cell.
    fn lines(&self, widths: &[Length], setter: &mut Setter<'_>) -> Vec<Vec<Line>> {
        let cells = self.texts.iter().zip(widths);
        cells
            .map(|(cell, width)| cell.prepared.break_lines(setter, &|_| *width))
            .collect()
    }

    /// The baselines of the row, as many as its longest cell has lines.
    fn rungs<'e>(&'e self, widths: &[Length], pen: &mut Pen<'e>, setter: &mut Setter<'_>) -> Rungs {
        let count = self.lines(widths, setter).iter().map(Vec::len).max().unwrap_or(1);
        let cap_height = self.texts.first().map_or(Length::ZERO, |text| text.cap_height);
        let mut next = |is_first| pen.next_line_of(&self.style, cap_height, is_first);
        let first = next(true);
        let mut step = self.style.leading;
        let mut last = first;
        for _ in 1..count {
            let baseline = next(false);
            step = baseline - last;
            last = baseline;
        }
        pen.leave_row(&self.style, self.texts.first().map_or(Length::ZERO, depth));
        Rungs { first, step, count }
    }
}
