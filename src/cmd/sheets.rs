//! How a document lies on the sheets of a press in the house, on standard output: a line and a table for people, an object for each side of
//! each sheet for programs.

use faltwerk::impose::{Face, Imposition, Scheme, SheetRow, millimetres};
use faltwerk::template::Flip;
use faltwerk::wording::{Text, decimal, text};
use serde_json::{Value, json};

use super::{Common, Format, columns, report};

/// The columns of the table of a brochure, and whether they hold numbers.
fn heads() -> [(Text, bool); 5] {
    [
        (text!("sheet", "Bogen"), true),
        (text!("side", "Seite"), false),
        (text!("left", "links"), true),
        (text!("right", "rechts"), true),
        (text!("shift mm", "Versatz mm"), true),
    ]
}

/// Shows the sheets of a document.
pub(super) fn show(document: &str, imposition: &Imposition, common: &Common) {
    match common.format {
        Format::Human | Format::Narrated => {
            let lang = common.lang();
            report::data(&format!("  {}", said(imposition).in_lang(lang)));
            if imposition.scheme == Scheme::Stitched {
                columns::show(heads(), imposition.rows.iter().map(row), lang);
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
fn said(imposition: &Imposition) -> Text {
    let size = millimetres(imposition.sheet);
    let flip = match imposition.flip {
        Flip::LongEdge => text!("turned about the long edge", "an der langen Kante gespiegelt"),
        Flip::ShortEdge => text!("turned about the short edge", "an der kurzen Kante gespiegelt"),
    };
    match imposition.scheme {
        Scheme::Repeated => {
            let (across, down) = (imposition.across, imposition.down);
            let sheets = imposition.sheets_for(1000);
            text!(
                "sheets of {size}: {across} x {down} on each, {flip}; {sheets} for 1000 copies",
                "Bogen von {size}: {across} × {down} auf jedem, {flip}; {sheets} für 1000 Stück"; size, flip
            )
        }
        _ => {
            let sheets = imposition.sheets();
            let creep = match sheets {
                1 => Text::default(),
                _ => text!(
                    "; the innermost creeps by {creep} mm",
                    "; der innerste wird um {creep} mm verdrängt"; creep = shown(imposition.creep.to_mm())
                ),
            };
            text!(
                "sheets of {size}: {sheets} for a copy, {flip}{creep}",
                "Bogen von {size}: {sheets} je Exemplar, {flip}{creep}"; size, flip, creep
            )
        }
    }
}

fn row(row: &SheetRow) -> [Text; 5] {
    let page = |label: &Option<String>| Text::verbatim(label.as_deref().unwrap_or("-"));
    [
        Text::verbatim(row.sheet.to_string()),
        match row.face {
            Face::Front => text!("front", "vorn"),
            Face::Back => text!("back", "hinten"),
        },
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

fn shown(millimetres: f64) -> Text {
    decimal(millimetres, 2)
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
