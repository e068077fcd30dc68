//! Paragraphs into lines, with the fonts that ship: the cases that typesetting.md names, and what must hold for any text.
use std::sync::Arc;

use faltwerk::assets::{Assets, Font, IccProfile};
use faltwerk::color::Color;
use faltwerk::geom::Length;
use faltwerk::style::{Align, Language, ParagraphStyle, TextStyle};
use faltwerk::text::{Line, Paragraph, Run, Setter};

#[allow(
    clippy::disallowed_methods,
    reason = "the library is given bytes; a test has to read them"
)]
fn read(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

fn assets() -> Assets {
    let fonts = ["Bold", "Italic", "Regular", "SemiBold"]
        .map(|name| format!("fonts/source-sans-3/SourceSans3-{name}.ttf"))
        .map(|path| Font::load(&path, read(&path).into()).unwrap());
    let profile = IccProfile::load("profile", read("templates/printers/FOGRA39L_coated.icc").into()).unwrap();
    Assets::new(fonts.into(), Arc::new(profile))
}

fn text_style(language: &str) -> TextStyle {
    TextStyle {
        families: vec!["Source Sans 3".into()],
        weight: 400,
        italic: false,
        size: Length::pt(12),
        color: Color::BLACK,
        features: Vec::new(),
        tracking: 0,
        language: Language(language.into()),
        hyphenate: true,
    }
}

fn paragraph_style(align: Align) -> ParagraphStyle {
    ParagraphStyle {
        name: "body".into(),
        leading: Length::pt(15),
        align,
        space_before: Length::ZERO,
        space_after: Length::ZERO,
        indent: Length::ZERO,
        first_indent: Length::ZERO,
        keep_with_next: 0,
        keep_together: false,
        orphans: 2,
        widows: 2,
        grid: true,
    }
}

fn paragraph(text: &str, align: Align) -> Paragraph {
    Paragraph {
        runs: vec![Run {
            text: text.into(),
            style: text_style("de-DE").into(),
            tag: 7,
        }],
        style: paragraph_style(align).into(),
    }
}

fn lines(text: &str, width: Length) -> Vec<Line> {
    let assets = assets();
    let mut setter = Setter::new(&assets);
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    prepared.break_lines(&mut setter, &|_| width)
}

fn read_back(line: &Line) -> String {
    line.runs.iter().map(|placed| &*placed.run.text).collect()
}

#[test]
fn explore() {
    for line in lines(
        "Akteur*innen für Chancengleichheit in Organisationen sind nicht selten auf sich allein gestellt oder in kleinen Teams damit betraut, sehr komplexe Querschnittsaufgaben in ihren Organisationen zu bearbeiten.",
        Length::mm(60),
    ) {
        eprintln!(
            "{:>8.3} {:?} {:?}",
            line.natural.to_mm(),
            read_back(&line),
            line.overfull
        );
    }
}
