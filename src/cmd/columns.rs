//! A table for people on standard output: columns as wide as their widest cell, numbers flush at the right.

use faltwerk::wording::{Lang, Text};

use super::report;

/// Shows a table: heads, and whether their columns hold numbers, then the rows.
pub(super) fn show<const N: usize>(
    columns: [(Text, bool); N],
    rows: impl Iterator<Item = [Text; N]>,
    lang: Lang,
) {
    let is_number = columns.each_ref().map(|(_, is_number)| *is_number);
    let heads = columns.map(|(head, _)| head);
    let rows: Vec<[String; N]> = std::iter::once(heads)
        .chain(rows)
        .map(|row| row.map(|cell| cell.in_lang(lang).to_owned()))
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells = row
            .iter()
            .zip(&widths)
            .zip(is_number)
            .map(|((cell, width), is_number)| {
                if is_number {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:<width$}")
                }
            });
        let line = cells.collect::<Vec<_>>().join("  ");
        report::data(&format!("  {}", line.trim_end()));
    }
}
