//! Tables: the caption a paragraph above, each row an element of its own, its cells prepared once for columns of any width.

use std::sync::Arc;

use super::super::meaning;
use super::super::table::{Cells, Columns, TableRow};
use super::{Element, ElementKind, Setting, Taker, TextElement};
use crate::scene::NodeId;
use crate::story::{Block, BlockKind, Table};
use crate::style::{ParagraphStyle, Role, Scope};

impl Taker<'_, '_, '_> {
    pub(super) fn table(&mut self, table: &Table) -> Vec<Element> {
        if table.head.is_empty() && table.rows.is_empty() {
            return Vec::new();
        }
        let node = self.node(self.setting.parent, Role::Table);
        let mut elements = Vec::new();
        if let Some(caption) = &table.caption {
            elements.extend(self.caption(caption, node, true));
        }
        let head = (!table.head.is_empty()).then(|| {
            // Heads without rows are all that the table says (ISO 14289-1, 7.2: no head without a body).
            let is_all = table.rows.is_empty();
            let part = if is_all { Role::TableBody } else { Role::TableHead };
            let part = self.node(node, part);
            self.cells(&table.head, part, |_| Role::TableHeader(Scope::Column))
        });
        let part = self.node(node, Role::TableBody);
        let role = |column: usize| {
            if table.columns.get(column).is_some_and(|column| column.is_head) {
                Role::TableHeader(Scope::Row)
            } else {
                Role::TableCell
            }
        };
        let rows = table.rows.iter().map(|row| self.cells(row, part, role));
        let rows: Vec<_> = rows.collect();
        let columns = self.columns(table, head.iter().chain(&rows).map(|(_, cells)| &**cells));
        let columns = Arc::new(columns);
        let repeated = head.as_ref().map(|(_, cells)| Arc::clone(cells));
        let count = rows.len();
        let all = head.into_iter().map(|head| (head, None));
        let all = all.chain(rows.into_iter().map(|row| (row, repeated.clone())));
        let all_count = count + usize::from(repeated.is_some());
        for (number, ((node, cells), head)) in all.enumerate() {
            let is_head = head.is_none() && repeated.is_some();
            let row = TableRow {
                cells,
                columns: Arc::clone(&columns),
                head,
                is_first: number == 0,
                is_last: number + 1 == all_count,
            };
            elements.push(self.row(row, node, is_head && count > 0));
        }
        elements
    }

    /// A caption, inside the node of what it belongs to. One that stands above keeps with what it is about.
    pub(super) fn caption(&mut self, caption: &Block, node: NodeId, is_above: bool) -> Vec<Element> {
        let setting = Setting {
            parent: node,
            ..self.setting
        };
        let mut elements = super::elements(caption, setting, self.pass);
        for element in &mut elements {
            if is_above {
                element.style = kept(&element.style);
            } else if let ElementKind::Text(text) = &mut element.kind {
                text.is_caption = true;
            }
        }
        elements
    }

    fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        meaning::add(&mut self.pass.structure, parent, role, self.block.origin)
    }

    /// The cells of a row, and their row's node.
    fn cells(&mut self, row: &[Block], part: NodeId, role: impl Fn(usize) -> Role) -> (NodeId, Arc<Cells>) {
        let node = self.node(part, Role::TableRow);
        let mut texts: Vec<TextElement> = Vec::new();
        for (column, block) in row.iter().enumerate() {
            let BlockKind::Paragraph(_, text) = &block.kind else {
                continue;
            };
            let cell = meaning::add(&mut self.pass.structure, node, role(column), block.origin);
            let setting = Setting {
                parent: cell,
                ..self.setting
            };
            let pass = &mut *self.pass;
            let element = Taker { block, setting, pass }.words(cell, text);
            if let ElementKind::Text(text) = element.kind {
                texts.push(*text);
            }
        }
        let style = row
            .first()
            .map_or_else(|| self.lines(), |block| Arc::clone(&block.style.paragraph));
        (node, Arc::new(Cells { texts, style }))
    }

    fn row(&mut self, row: TableRow, node: NodeId, is_kept: bool) -> Element {
        let style = Arc::clone(&row.cells.style);
        Element {
            style: if is_kept { kept(&style) } else { style },
            kind: ElementKind::Row(row),
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }

    /// The columns, as wide as their widest cells need; an em between them.
    fn columns<'c>(&mut self, table: &Table, rows: impl Iterator<Item = &'c Cells>) -> Columns {
        let widths: Vec<_> = table.columns.iter().map(|column| column.width).collect();
        let gap = self.style().text.size;
        Columns::measured(&widths, gap, rows, self.pass.setter)
    }
}

/// A style whose paragraph stands above what follows it.
fn kept(style: &ParagraphStyle) -> Arc<ParagraphStyle> {
    Arc::new(ParagraphStyle {
        keep_with_next: style.keep_with_next.max(1),
        ..style.clone()
    })
}
