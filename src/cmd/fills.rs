//! How full the frames of a document are, on standard output: a table for people, an object a line for programs.

use faltwerk::layout::{Choice, FrameFill, Grade};
use faltwerk::template::Stand;
use serde_json::{Value, json};

use super::{Common, Format, columns, report};

/// The columns of the table, and whether they hold numbers, which stand flush at the right.
const COLUMNS: [(&str, bool); 7] = [
    ("story", false),
    ("frame", false),
    ("lines", true),
    ("used", true),
    ("free", true),
    ("free %", true),
    ("copyfitting", false),
];

/// Shows the frames of a document.
pub(super) fn show(document: &str, fills: &[FrameFill], common: &Common) {
    match common.format {
        Format::Human | Format::Narrated => table(document, fills),
        Format::Json => {
            for fill in fills {
                report::data(&as_json(document, fill).to_string());
            }
        }
        Format::Sarif | Format::Junit => {}
    }
}

fn table(document: &str, fills: &[FrameFill]) {
    report::data(document);
    columns::show(COLUMNS, fills.iter().map(row));
}

fn row(fill: &FrameFill) -> [String; 7] {
    let story = match &fill.record {
        None => fill.story.clone(),
        Some(record) => format!("{} for {record}", fill.story),
    };
    // A frame that only holds a picture holds no lines.
    let lines = |count: usize| {
        if fill.capacity == 0 {
            "-".to_owned()
        } else {
            count.to_string()
        }
    };
    [
        // What somebody else named may hold signs that steer a terminal.
        story.escape_debug().to_string(),
        stand(fill.stand),
        lines(fill.capacity),
        lines(fill.used()),
        lines(fill.free),
        lines(fill.free_percent()),
        fill.choice.map(said).unwrap_or_default(),
    ]
}

fn stand(stand: Stand) -> String {
    match stand {
        Stand::Panel(number) => format!("panel {number}"),
        Stand::Page(number) => format!("page {number}"),
        Stand::Side(number) => format!("side {number}"),
    }
}

fn said(choice: Choice) -> String {
    let (wish, chosen) = choice.said();
    if choice.moved() {
        format!("{wish} to {chosen}")
    } else {
        format!("{wish} as wished")
    }
}

fn as_json(document: &str, fill: &FrameFill) -> Value {
    let grade = |grade: Grade| {
        json!({
            "size_pt": rounded(grade.size.to_pt()),
            "leading_pt": rounded(grade.leading.to_pt()),
            "tracking": grade.tracking,
        })
    };
    json!({
        "document": document,
        "story": fill.story,
        "record": fill.record,
        "frame": stand(fill.stand),
        "number": fill.number,
        "frames": fill.frames,
        "lines": fill.capacity,
        "used": fill.used(),
        "free": fill.free,
        "free_percent": fill.free_percent(),
        "copyfitting": fill.choice.map(|choice| json!({
            "wish": grade(choice.wish),
            "chosen": grade(choice.chosen),
        })),
    })
}

/// To thousandths of a point: lengths are exact to less.
fn rounded(points: f64) -> f64 {
    (points * 1000.0).round() / 1000.0
}
