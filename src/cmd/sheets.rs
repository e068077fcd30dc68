//! How a document lies on the sheets of a press in the house, on standard output: a line and a table for people, an object for each side of
//! each sheet for programs.

use faltwerk::impose::{Imposition, Scheme, SheetRow, millimetres};
use faltwerk::template::Flip;
use serde_json::{Value, json};

use super::{Common, Format, columns, report};

/// The columns of the table of a brochure, and whether they hold numbers.
const COLUMNS: [(&str, bool); 5] = [
    ("sheet", true),
    ("side", false),
    ("left", true),
    ("right", true),
    ("shift mm", true),
];

/// Shows the sheets of a document.
pub(super) fn show(document: &str, imposition: &Imposition, common: &Common) {
    match common.format {
        Format::Human | Format::Narrated => {
            report::data(&format!("  {}", said(imposition)));
            if imposition.scheme == Scheme::Stitched {
                columns::show(COLUMNS, imposition.rows.iter().map(row));
            }
        }
        Format::Json => {
            for row in &imposition.rows {
                report::data(&as_json(document, imposition, row).to_string());
            }
        }
        Format::Sarif | Format::Junit => {}
    }
}

/// `sheets of 450 x 320 mm: 3 for a copy, turned about the long edge; the innermost creeps by 0.41 mm`.
fn said(imposition: &Imposition) -> String {
    let size = millimetres(imposition.sheet);
    let flip = flip(imposition.flip);
    match imposition.scheme {
        Scheme::Repeated => format!(
            "sheets of {size}: {} x {} on each, turned about the {flip} edge; {} for 1000 copies",
            imposition.across,
            imposition.down,
            imposition.sheets_for(1000)
        ),
        _ => {
            let sheets = imposition.sheets();
            let creep = match sheets {
                1 => String::new(),
                _ => format!("; the innermost creeps by {} mm", shown(imposition.creep.to_mm())),
            };
            format!("sheets of {size}: {sheets} for a copy, turned about the {flip} edge{creep}")
        }
    }
}

fn row(row: &SheetRow) -> [String; 5] {
    let page = |label: &Option<String>| label.clone().unwrap_or_else(|| "-".to_owned());
    [
        row.sheet.to_string(),
        row.face.name().to_owned(),
        page(&row.left),
        page(&row.right),
        shown(row.shift.to_mm()),
    ]
}

fn flip(flip: Flip) -> &'static str {
    match flip {
        Flip::LongEdge => "long",
        Flip::ShortEdge => "short",
    }
}

fn shown(millimetres: f64) -> String {
    format!("{millimetres:.2}")
}

fn as_json(document: &str, imposition: &Imposition, row: &SheetRow) -> Value {
    json!({
        "document": document,
        "sheet": row.sheet,
        "sheets": imposition.sheets(),
        "side": row.face.name(),
        "left": row.left,
        "right": row.right,
        "shift_mm": thousandths(row.shift.to_mm()),
        "across": imposition.across,
        "down": imposition.down,
        "sheet_mm": [thousandths(imposition.sheet.width.to_mm()), thousandths(imposition.sheet.height.to_mm())],
        "turned": imposition.turned,
        "flip": format!("{}-edge", flip(imposition.flip)),
    })
}

fn thousandths(millimetres: f64) -> f64 {
    (millimetres * 1000.0).round() / 1000.0
}
