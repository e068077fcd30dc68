//! A table for people on standard output: columns as wide as their widest cell, numbers flush at the right.

use super::report;

/// Shows a table under a title: heads, and whether their columns hold numbers, then the rows.
pub(super) fn show<const N: usize>(columns: [(&str, bool); N], rows: impl Iterator<Item = [String; N]>) {
    let heads = columns.map(|(head, _)| head.to_owned());
    let rows: Vec<[String; N]> = std::iter::once(heads).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..N).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells = row
            .iter()
            .zip(&widths)
            .zip(columns)
            .map(|((cell, width), (_, is_number))| {
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
