//! How full the frames of a document are, on standard output: a table for people, an object a line for programs.

use faltwerk::layout::{Choice, FrameFill, Grade};
use faltwerk::template::Stand;
use faltwerk::wording::{Lang, Text, text};
use serde_json::{Value, json};

use super::{Common, Format, columns, report};

/// The columns of the table, and whether they hold numbers, which stand flush at the right.
fn heads() -> [(Text, bool); 7] {
    [
        (text!("story", "Text"), false),
        (text!("frame", "Rahmen"), false),
        (text!("lines", "Zeilen"), true),
        (text!("used", "belegt"), true),
        (text!("free", "frei"), true),
        (text!("free %", "frei %"), true),
        (text!("copyfitting", "Einpassen"), false),
    ]
}

/// Shows the frames of a document.
pub(super) fn show(document: &str, fills: &[FrameFill], common: &Common) {
    match common.format {
        Format::Human | Format::Narrated => table(document, fills, common.lang()),
        Format::Json => {
            for fill in fills {
                report::data(&as_json(document, fill).to_string());
            }
        }
        Format::Sarif | Format::Junit => {}
    }
}

fn table(document: &str, fills: &[FrameFill], lang: Lang) {
    report::data(document);
    columns::show(heads(), fills.iter().map(row), lang);
}

fn row(fill: &FrameFill) -> [Text; 7] {
    let name = &fill.story;
    let story = match &fill.record {
        None => Text::verbatim(name),
        Some(record) => text!("{name} for {record}", "{name} für {record}"; record),
    };
    // A frame that only holds a picture holds no lines.
    let lines = |count: usize| {
        if fill.capacity == 0 {
            Text::verbatim("-")
        } else {
            Text::verbatim(count.to_string())
        }
    };
    [
        // What somebody else named may hold signs that steer a terminal.
        story.map(|story| story.escape_debug().to_string()),
        stand(fill.stand),
        lines(fill.capacity),
        lines(fill.used()),
        lines(fill.free),
        lines(fill.free_percent()),
        fill.choice.map(said).unwrap_or_default(),
    ]
}

fn stand(stand: Stand) -> Text {
    match stand {
        Stand::Panel(number) => text!("panel {number}", "Panel {number}"),
        Stand::Page(number) => text!("page {number}", "Seite {number}"),
        Stand::Side(number) => text!("side {number}", "Bogenseite {number}"),
    }
}

fn said(choice: Choice) -> Text {
    let (wish, chosen) = choice.said();
    if choice.moved() {
        text!("{wish} to {chosen}", "{wish} auf {chosen}"; wish, chosen)
    } else {
        text!("{wish} as wished", "{wish} wie gewünscht"; wish)
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
        "record": fill.record.as_ref().map(|record| record.in_lang(Lang::English)),
        // Programs read the same names in every language.
        "frame": stand(fill.stand).in_lang(Lang::English),
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
