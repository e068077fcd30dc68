//! Tables bound to their styles. A cell is a paragraph like any other, so that it may hold whatever a line of text may.

use super::Block;
use crate::geom::Length;

/// A table. Every row has a cell for each column.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// What stands at the heads of its columns; empty where nothing does.
    pub head: Vec<Block>,
    /// Its rows.
    pub rows: Vec<Vec<Block>>,
    /// What it shows, in words that stand above it.
    pub caption: Option<Box<Block>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// How wide it is.
    pub width: ColumnWidth,
    /// Whether its cells say what their rows are about.
    pub is_head: bool,
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnWidth {
    /// So wide.
    Fixed(Length),
    /// So many parts of what the others leave.
    Share(u16),
    /// As wide as its content needs.
    Content,
}
