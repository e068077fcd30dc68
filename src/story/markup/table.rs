//! A table of marked-up text, as GitHub writes it: bars between the cells, and below the heads a row of dashes that says how columns stand.

use pulldown_cmark::Alignment;

use super::Stretch;
use crate::content::ColumnAlign;

/// A table while it is read, and then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::story) struct MarkedTable {
    pub(in crate::story) aligns: Vec<ColumnAlign>,
    pub(in crate::story) head: Vec<Vec<Stretch>>,
    pub(in crate::story) rows: Vec<Vec<Vec<Stretch>>>,
}

impl MarkedTable {
    pub(super) fn new(aligns: &[Alignment]) -> Self {
        let align = |align: &Alignment| match align {
            Alignment::None => ColumnAlign::Usual,
            Alignment::Left => ColumnAlign::Start,
            Alignment::Right => ColumnAlign::End,
            Alignment::Center => ColumnAlign::Centre,
        };
        Self {
            aligns: aligns.iter().map(align).collect(),
            head: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Begins the next row below the head.
    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Adds a cell to the row that was begun last, or to the head.
    pub(super) fn push(&mut self, cell: Vec<Stretch>) {
        self.rows.last_mut().unwrap_or(&mut self.head).push(cell);
    }
}
