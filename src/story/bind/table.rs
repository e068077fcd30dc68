//! Tables: from rows that stand in the file, from records of the data, or from the bars and dashes of a marked-up text.

use std::sync::Arc;

use super::super::fill::{Drawn, list_at};
use super::super::markup::{MarkedTable, Stretch, read_line};
use super::super::table::{Column, ColumnWidth, Table};
use super::super::{Block, BlockKind};
use super::Binder;
use super::text::Source;
use crate::content;
use crate::content::{ColumnAlign, DataValue, Scope, TableSource};
use crate::diag::Code;
use crate::source::{Span, Spanned};
use crate::style::{Align, Feature, ParagraphStyle, Role, TextStyle};
use crate::template::Style;
use crate::wording::{counted, text};

/// The most columns of a table: on A4 across, forty leave each 7 mm, the width of a short word.
const MOST_COLUMNS: usize = 40;

/// The styles of a table's cells, one for each column.
struct CellStyles(Vec<Style>);

impl Binder<'_> {
    pub(super) fn table(
        &mut self,
        table: &content::Table,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) {
        let aligns = self.aligns(table, origin);
        let Some(aligns) = aligns.filter(|aligns| self.has_columns(aligns.len(), origin)) else {
            return;
        };
        let Some(style) = self.style("table-cell", asked, origin) else {
            return;
        };
        let styles = CellStyles::new(&style, &aligns);
        let caption = self.caption(table.caption.as_ref(), data, origin);
        let Some(head) = self.head(table, &aligns, data, origin) else {
            return;
        };
        let Some(rows) = self.rows(table, &styles, data) else {
            return;
        };
        let columns = table.columns.iter().map(|column| Column {
            width: width(&column.value),
            is_head: column.value.row_head,
        });
        let usual = Column {
            width: ColumnWidth::Content,
            is_head: false,
        };
        let columns: Vec<Column> = columns
            .chain(std::iter::repeat(usual))
            .take(aligns.len())
            .collect();
        let table = Table {
            columns,
            head,
            rows,
            caption: caption.map(Box::new),
        };
        self.push(BlockKind::Table(table), style, origin, Drawn::default());
    }

    /// A table of a marked-up text.
    pub(super) fn marked_table(&mut self, table: &MarkedTable, source: &Source) -> Option<Block> {
        let cells = table.rows.iter().map(Vec::len).sum();
        if !self.has_columns(table.aligns.len(), source.span)
            || !self.room.take(cells, 0, source.span, self.log)
        {
            return None;
        }
        let style = self.style("table-cell", None, source.span)?;
        let styles = CellStyles::new(&style, &table.aligns);
        let head_style = self.style("table-head", None, source.span)?;
        let head = self.cells(&table.head, &CellStyles::new(&head_style, &table.aligns), source);
        let rows = table.rows.iter().map(|row| self.cells(row, &styles, source));
        let rows = rows.collect();
        let column = Column {
            width: ColumnWidth::Content,
            is_head: false,
        };
        let table = Table {
            columns: vec![column; table.aligns.len()],
            head,
            rows,
            caption: None,
        };
        Some(Block {
            kind: BlockKind::Table(table),
            style,
            origin: source.origin,
            drawn: Arc::clone(&source.drawn),
            name: None,
        })
    }

    fn cells(&mut self, cells: &[Vec<Stretch>], styles: &CellStyles, source: &Source) -> Vec<Block> {
        let styled = cells.iter().zip(&styles.0);
        styled
            .map(|(cell, style)| self.paragraph(Role::Paragraph, cell, style.clone(), source))
            .collect()
    }

    /// What a figure or a table shows, in words beside it.
    pub(super) fn caption(
        &mut self,
        caption: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) -> Option<Block> {
        let source = self.source(caption?, data)?;
        let style = self.style("caption", None, origin)?;
        Some(self.paragraph(Role::Caption, &read_line(&source.filled), style, &source))
    }

    /// How the lines of each column stand.
    fn aligns(&mut self, table: &content::Table, origin: Span) -> Option<Vec<ColumnAlign>> {
        if !table.columns.is_empty() {
            return Some(table.columns.iter().map(|column| column.value.align).collect());
        }
        match &table.source {
            TableSource::Rows(rows) => {
                let first = rows.first().map_or(0, |row| row.value.len());
                Some(vec![ColumnAlign::Usual; first])
            }
            TableSource::Path(path) => {
                self.log
                    .error(
                        Code::MISSING_FIELD,
                        path.span,
                        text!(
                            "a table drawn from the data needs `columns`",
                            "eine Tabelle aus den Daten braucht `columns`"
                        ),
                    )
                    .also(origin, text!("this table", "diese Tabelle"))
                    .help(text!(
                        "give each a `head` and the `field` that it shows: `columns = [{{ head = \"...\", field = \"...\" }}]`",
                        "jeder Spalte ein `head` und das `field` geben, das sie zeigt: `columns = [{{ head = \"...\", field = \"...\" }}]`"
                    ));
                None
            }
        }
    }

    fn has_columns(&mut self, columns: usize, origin: Span) -> bool {
        if columns == 0 {
            self.log
                .error(
                    Code::BAD_VALUE,
                    origin,
                    text!("this table has no columns", "diese Tabelle hat keine Spalten"),
                )
                .help(text!(
                    "write its first row: the heads of the columns",
                    "ihre erste Zeile schreiben: die Köpfe der Spalten"
                ));
        } else if columns > MOST_COLUMNS {
            let message = text!(
                "a table has at most {MOST_COLUMNS} columns, this one {columns}",
                "eine Tabelle hat höchstens {MOST_COLUMNS} Spalten, diese hat {columns}"
            );
            self.log.error(Code::BAD_VALUE, origin, message).help(text!(
                "make several tables of it",
                "sie auf mehrere Tabellen verteilen"
            ));
        }
        (1..=MOST_COLUMNS).contains(&columns)
    }

    /// The heads of the columns; empty where no column has any.
    fn head(
        &mut self,
        table: &content::Table,
        aligns: &[ColumnAlign],
        data: &Scope<'_>,
        origin: Span,
    ) -> Option<Vec<Block>> {
        let heads: Vec<Option<Spanned<String>>> = match &table.source {
            TableSource::Rows(rows) if table.columns.is_empty() => rows
                .first()
                .map(|row| row.value.iter().cloned().map(Some).collect())
                .unwrap_or_default(),
            _ => table
                .columns
                .iter()
                .map(|column| column.value.head.clone())
                .collect(),
        };
        if heads.iter().all(Option::is_none) {
            return Some(Vec::new());
        }
        let style = self.style("table-head", None, origin)?;
        let styles = CellStyles::new(&style, aligns);
        let heads = heads.iter().zip(&styles.0);
        let heads = heads.map(|(head, style)| self.cell(head.as_ref(), style, data, origin));
        Some(heads.collect())
    }

    fn rows(
        &mut self,
        table: &content::Table,
        styles: &CellStyles,
        data: &Scope<'_>,
    ) -> Option<Vec<Vec<Block>>> {
        match &table.source {
            TableSource::Rows(rows) => {
                let heads = usize::from(table.columns.is_empty());
                let rows = rows.iter().skip(heads);
                rows.map(|row| self.written_row(row, styles, data)).collect()
            }
            TableSource::Path(path) => {
                let records = list_at(path, data, self.log)?;
                let rows = records.iter().map(|record| {
                    let scope = data.with(record);
                    self.record_row(table, record.span, styles, &scope)
                });
                rows.collect()
            }
        }
    }

    fn written_row(
        &mut self,
        row: &Spanned<Vec<Spanned<String>>>,
        styles: &CellStyles,
        data: &Scope<'_>,
    ) -> Option<Vec<Block>> {
        let (cells, columns) = (row.value.len(), styles.0.len());
        if cells != columns {
            let message = text!(
                "this row has {cells}, and the table {columns}",
                "diese Zeile hat {cells}, die Tabelle {columns}";
                cells = counted(cells, ("cell", "cells"), ("Zelle", "Zellen")),
                columns = counted(columns, ("column", "columns"), ("Spalte", "Spalten"))
            );
            self.log.error(Code::BAD_VALUE, row.span, message).help(text!(
                "write an empty cell as `\"\"`",
                "eine leere Zelle als `\"\"` schreiben"
            ));
            return None;
        }
        if !self.room.take(cells, 0, row.span, self.log) {
            return None;
        }
        let cells = row.value.iter().zip(&styles.0);
        Some(
            cells
                .map(|(cell, style)| self.cell(Some(cell), style, data, row.span))
                .collect(),
        )
    }

    /// A row that shows fields of a record. One that the record leaves empty is an empty cell.
    fn record_row(
        &mut self,
        table: &content::Table,
        record: Span,
        styles: &CellStyles,
        data: &Scope<'_>,
    ) -> Option<Vec<Block>> {
        if !self.room.take(table.columns.len(), 0, record, self.log) {
            return None;
        }
        let mut cells = Vec::new();
        for (column, style) in table.columns.iter().zip(&styles.0) {
            let Some(field) = &column.value.field else {
                self.log
                    .error(
                        Code::MISSING_FIELD,
                        column.span,
                        text!(
                            "this column does not say what it shows",
                            "diese Spalte sagt nicht, was sie zeigt"
                        ),
                    )
                    .help(text!(
                        "add the name of a field of the records: `field = \"...\"`",
                        "den Namen eines Feldes der Datensätze ergänzen: `field = \"...\"`"
                    ));
                return None;
            };
            let is_empty = data
                .get(&field.value)
                .is_ok_and(|found| matches!(&found.value, DataValue::Text(text) if text.trim().is_empty()));
            let text = Spanned::new(format!("{{{}}}", field.value), field.span);
            let text = Some(&text).filter(|_| !is_empty);
            cells.push(self.cell(text, style, data, record));
        }
        Some(cells)
    }

    /// A cell; empty where nothing is written for it.
    fn cell(
        &mut self,
        text: Option<&Spanned<String>>,
        style: &Style,
        data: &Scope<'_>,
        origin: Span,
    ) -> Block {
        let source = text.and_then(|text| self.source(text, data));
        let source = source.unwrap_or_else(|| Source::empty(origin));
        let stretches = if source.filled.is_empty() {
            Vec::new()
        } else {
            read_line(&source.filled)
        };
        self.paragraph(Role::Paragraph, &stretches, style.clone(), &source)
    }
}

impl CellStyles {
    fn new(style: &Style, aligns: &[ColumnAlign]) -> Self {
        Self(aligns.iter().map(|align| aligned(style, *align)).collect())
    }
}

/// The style of the cells of a column. Numbers that stand flush at their end are compared, so their figures are of one width.
fn aligned(style: &Style, align: ColumnAlign) -> Style {
    let align = match align {
        ColumnAlign::Usual => return style.clone(),
        ColumnAlign::Start => Align::Start,
        ColumnAlign::End => Align::End,
        ColumnAlign::Centre => Align::Centre,
    };
    let mut features = style.text.features.clone();
    if align == Align::End {
        features.push(Feature {
            tag: *b"tnum",
            value: 1,
        });
    }
    Style {
        text: TextStyle {
            features,
            ..style.text.clone()
        },
        paragraph: Arc::new(ParagraphStyle {
            align,
            ..(*style.paragraph).clone()
        }),
        ..style.clone()
    }
}

fn width(column: &content::Column) -> ColumnWidth {
    match (&column.width, &column.share) {
        (Some(width), _) => ColumnWidth::Fixed(width.value),
        (None, Some(share)) => ColumnWidth::Share(share.value.max(1)),
        (None, None) => ColumnWidth::Content,
    }
}
