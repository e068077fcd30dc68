//! `faltwerk fonts`: which fonts are there, and what they can and cannot set.

use faltwerk::assets::{self, Font};
use faltwerk::diag::{Log, Severity};
use faltwerk::project::Project;
use serde_json::json;

use super::{Common, Format, Outcome, report};

/// Signs that German and its neighbours ask for, and what they are for.
const WANTED: &[(&str, &str)] = &[
    ("German", "ÄÖÜäöüßẞ„“‚‘–…§€"),
    ("no-break hyphen", "\u{2011}"),
    ("narrow no-break space", "\u{202F}"),
    ("Turkish", "ĞğİıŞş"),
    ("Polish", "ĄąĆćĘęŁłŃńŚśŹźŻż"),
    ("Vietnamese", "ĂăĐđƠơƯưẠạẾếỚớ"),
    ("Greek", "ΑΩαω"),
    ("Cyrillic", "АЯаяІіЇїЄєҐґ"),
    ("Hebrew", "אבגד"),
    ("Arabic", "ابتث"),
];

/// Lists the fonts on standard output.
pub(super) fn run(common: &Common, project: &mut Project) -> Outcome {
    let mut log = Log::new();
    let fonts = assets::fonts(project, &mut log);
    for font in &fonts {
        match common.format {
            Format::Human | Format::Narrated => print_font(font),
            Format::Json => report::data(&as_json(font).to_string()),
            Format::Sarif | Format::Junit => {}
        }
    }
    if fonts.is_empty() && log.errors() == 0 {
        eprintln!(
            "faltwerk: there is no font in `{}`",
            project.root().join("fonts").display()
        );
    }
    report::show(&log, Severity::Hint, &[], &project.sources, common)
}

fn print_font(font: &Font) {
    let slope = if font.italic { " italic" } else { "" };
    let weights = match (font.weights.start(), font.weights.end()) {
        (one, other) if one == other => one.to_string(),
        (lightest, heaviest) => format!("{lightest} to {heaviest}"),
    };
    // A collection holds several fonts, which are counted as people count.
    let place = match font.face() {
        0 => String::new(),
        face => format!(", font {} of it", face + 1),
    };
    report::data(&format!("{} {weights}{slope}  {}{place}", font.family, font.path));
    let (can, cannot): (Vec<_>, Vec<_>) = WANTED.iter().partition(|(_, signs)| can_set(font, signs));
    let names = |list: &[&(&str, &str)]| list.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    report::data(&format!("  sets: {}", names(&can)));
    if !cannot.is_empty() {
        report::data(&format!("  does not set: {}", names(&cannot)));
    }
    if !font.may_embed {
        report::data("  its licence bits forbid embedding: no PDF may carry it");
    }
}

fn as_json(font: &Font) -> serde_json::Value {
    let sets: Vec<&str> = WANTED
        .iter()
        .filter(|(_, signs)| can_set(font, signs))
        .map(|(name, _)| *name)
        .collect();
    json!({
        "family": font.family,
        "weight": font.weight,
        "weights": [font.weights.start(), font.weights.end()],
        "italic": font.italic,
        "path": font.path,
        "face": font.face(),
        "may_embed": font.may_embed,
        "sets": sets,
    })
}

fn can_set(font: &Font, signs: &str) -> bool {
    signs.chars().all(|sign| font.glyph(sign).is_some())
}
