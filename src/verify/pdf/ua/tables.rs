//! Tables: heads that say what they head, and rows that are equally long.

use std::collections::BTreeMap;

use hayro::hayro_syntax::object::Dict;

use super::rules;
use crate::verify::pdf::entries::{has, name};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::{Node, Structure};
use crate::wording::text;

/// Columns of a table and rows that a cell spans; beyond them nothing is counted.
const MOST: usize = 2_000;

pub(super) fn check<'f>(file: &'f File, structure: &Structure<'f>, breaches: &mut Breaches) {
    for table in structure.nodes.iter().filter(|node| node.role.is("Table")) {
        let rows = rows(structure, table);
        heads(file, structure, table, &rows, breaches);
        lengths(file, structure, table, &rows, breaches);
    }
}

fn rows<'s, 'f>(structure: &'s Structure<'f>, table: &Node<'f>) -> Vec<&'s Node<'f>> {
    let mut rows = Vec::new();
    for part in structure.elements_in(table) {
        if part.role.is("TR") {
            rows.push(part);
        } else if part.role.is_of(&["TBody", "TFoot", "THead"]) {
            rows.extend(
                structure
                    .elements_in(part)
                    .into_iter()
                    .filter(|row| row.role.is("TR")),
            );
        }
    }
    rows
}

fn cells<'s, 'f>(structure: &'s Structure<'f>, row: &Node<'f>) -> Vec<&'s Node<'f>> {
    let inside = structure.elements_in(row).into_iter();
    inside.filter(|cell| cell.role.is_of(&["TD", "TH"])).collect()
}

fn heads<'f>(
    file: &'f File,
    structure: &Structure<'f>,
    table: &Node<'f>,
    rows: &[&Node<'f>],
    breaches: &mut Breaches,
) {
    let mut without = 0;
    for cell in rows.iter().flat_map(|row| cells(structure, row)) {
        let attributes = structure.attributes(file, cell, "Table");
        // Cells that name their heads say the same in the other direction.
        if attributes.iter().any(|attributes| has(attributes, "Headers")) {
            return;
        }
        let scope = attributes.iter().find_map(|attributes| name(attributes, "Scope"));
        let is_known = scope.is_some_and(|scope| matches!(scope.as_str(), "Row" | "Column" | "Both"));
        without += usize::from(cell.role.is("TH") && !is_known);
    }
    for _ in 0..without {
        breaches.of(&rules::HEADER_WITHOUT_SCOPE).of_element(table);
    }
}

/// Lays the cells on a grid, those that span several rows and columns too, and compares the rows.
fn lengths<'f>(
    file: &'f File,
    structure: &Structure<'f>,
    table: &Node<'f>,
    rows: &[&Node<'f>],
    breaches: &mut Breaches,
) {
    // For each column that a cell of an earlier row reaches into, how many rows it still does.
    let mut reaching: BTreeMap<usize, usize> = BTreeMap::new();
    let mut first: Option<usize> = None;
    for row in rows {
        let mut taken: BTreeMap<usize, usize> = std::mem::take(&mut reaching);
        let mut column = 0;
        for cell in cells(structure, row) {
            let attributes = structure.attributes(file, cell, "Table");
            let (across, down) = (span(&attributes, "ColSpan"), span(&attributes, "RowSpan"));
            while taken.contains_key(&column) && column < MOST {
                column += 1;
            }
            for place in column..(column + across).min(MOST) {
                taken.insert(place, down);
            }
            column += across;
        }
        let length = taken.len();
        let is_new = first.is_none();
        let wanted = *first.get_or_insert(length);
        if !is_new && length != wanted {
            breaches
                .of(&rules::IRREGULAR_TABLE)
                .of_element(table)
                .example(text!(
                    "{length} where the first row has {wanted}",
                    "{length}, wo die erste Zeile {wanted} hat"
                ));
        }
        reaching = taken
            .into_iter()
            .filter_map(|(place, down)| (down > 1).then_some((place, down - 1)))
            .collect();
    }
    if reaching.values().any(|down| *down > 0) {
        breaches
            .of(&rules::IRREGULAR_TABLE)
            .of_element(table)
            .named("/RowSpan");
    }
}

fn span(attributes: &[Dict<'_>], key: &str) -> usize {
    let said = attributes
        .iter()
        .find_map(|attributes| attributes.get::<usize>(key));
    said.unwrap_or(1).clamp(1, MOST)
}
