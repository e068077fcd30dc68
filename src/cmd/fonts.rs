//! `faltwerk fonts`: which fonts are there, and what they can and cannot set.

use faltwerk::assets::{self, Font};
use faltwerk::diag::{Log, Severity};
use faltwerk::project::Project;
use faltwerk::wording::{Lang, Text, text};
use serde_json::json;

use super::{Common, Format, Outcome, report, tell};

/// Signs that German and its neighbours ask for, and what they are for.
fn wanted() -> [(Text, &'static str); 10] {
    [
        (text!("German", "Deutsch"), "ÄÖÜäöüßẞ„“‚‘–…§€"),
        (text!("no-break hyphen", "geschützter Bindestrich"), "\u{2011}"),
        (
            text!("narrow no-break space", "schmales geschütztes Leerzeichen"),
            "\u{202F}",
        ),
        (text!("Turkish", "Türkisch"), "ĞğİıŞş"),
        (text!("Polish", "Polnisch"), "ĄąĆćĘęŁłŃńŚśŹźŻż"),
        (text!("Vietnamese", "Vietnamesisch"), "ĂăĐđƠơƯưẠạẾếỚớ"),
        (text!("Greek", "Griechisch"), "ΑΩαω"),
        (text!("Cyrillic", "Kyrillisch"), "АЯаяІіЇїЄєҐґ"),
        (text!("Hebrew", "Hebräisch"), "אבגד"),
        (text!("Arabic", "Arabisch"), "ابتث"),
    ]
}

/// Lists the fonts on standard output.
pub(super) fn run(common: &Common, project: &mut Project) -> Outcome {
    let mut log = Log::new();
    let fonts = assets::fonts(project, &mut log);
    for font in &fonts {
        match common.format {
            Format::Human | Format::Narrated => print_font(font, common.lang()),
            Format::Json => report::data(&as_json(font).to_string()),
            Format::Sarif | Format::Junit => {}
        }
    }
    if fonts.is_empty() && log.errors() == 0 {
        let folder = project.root().join("fonts");
        let folder = folder.display();
        let message = text!(
            "there is no font in `{folder}`",
            "in `{folder}` gibt es keine Schrift"
        );
        tell(&message, common.lang());
    }
    report::show(&log, Severity::Hint, &[], &project.sources, common)
}

fn print_font(font: &Font, lang: Lang) {
    let slope = if font.italic {
        text!(" italic", " kursiv")
    } else {
        Text::default()
    };
    let (lightest, heaviest) = (font.weights.start(), font.weights.end());
    let weights = if lightest == heaviest {
        Text::verbatim(lightest.to_string())
    } else {
        text!("{lightest} to {heaviest}", "{lightest} bis {heaviest}")
    };
    // A collection holds several fonts, which are counted as people count.
    let place = match font.face() {
        0 => Text::default(),
        face => {
            let number = face + 1;
            text!(", font {number} of it", ", Schrift {number} darin")
        }
    };
    let (family, path) = (&font.family, &font.path);
    let line = |text: &Text| report::data(text.in_lang(lang));
    line(&text!(
        "{family} {weights}{slope}  {path}{place}",
        "{family} {weights}{slope}  {path}{place}"; weights, slope, place
    ));
    let names = |sets: bool| {
        let wanted = wanted();
        let names = wanted.iter().filter(|(_, signs)| can_set(font, signs) == sets);
        Text::joined(names.map(|(name, _)| name), ", ")
    };
    let (can, cannot) = (names(true), names(false));
    line(&text!("  sets: {can}", "  setzt: {can}"; can));
    if !cannot.is_empty() {
        line(&text!("  does not set: {cannot}", "  setzt nicht: {cannot}"; cannot));
    }
    if !font.may_embed {
        line(&text!(
            "  its licence bits forbid embedding: no PDF may carry it",
            "  ihre Lizenzangaben verbieten das Einbetten: kein PDF darf sie enthalten"
        ));
    }
}

fn as_json(font: &Font) -> serde_json::Value {
    // Programs read the same names in every language.
    let wanted = wanted();
    let sets: Vec<&str> = wanted
        .iter()
        .filter(|(_, signs)| can_set(font, signs))
        .map(|(name, _)| name.in_lang(Lang::English))
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
