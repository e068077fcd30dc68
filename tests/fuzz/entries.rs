//! What is fuzzed: bytes go in as one file of a project that is good otherwise, and whatever they are, the answer is a document or findings.
//! The targets call these functions, and so does the test that tries again what was found once (`tests/hostile/finds.rs`).
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each target uses one of these, and the test all of them"
)]

use std::sync::{Arc, LazyLock};

use faltwerk::assets::drawing::Palette;
use faltwerk::assets::{Assets, Drawing, Font, IccProfile, Image, Intent, Ready};
use faltwerk::color::{Cmyk, Part};
use faltwerk::diag::{Lang, Log, Severity, render_human, render_json};
use faltwerk::emit::{Edition, products};
use faltwerk::project::Project;
use faltwerk::verify::pdf::gwg::Variant;
use faltwerk::verify::pdf::{self, Purpose};

type Files = Vec<(String, Arc<[u8]>)>;

/// What is done with bytes.
pub type Entry = fn(&[u8]);

/// Everything that can be fuzzed, by the names of the targets.
pub const ALL: &[(&str, Entry)] = &[
    ("content", content),
    ("template", template),
    ("printer", printer),
    ("markup", markup),
    ("font", font),
    ("image", image),
    ("icc", icc),
    ("svg", svg),
    ("inspect", inspect),
];

const CONTENT: &str = "content/leaflet.toml";
const DATA: &str = "content/herbs.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";
const PROFILE: &str = "templates/printers/FOGRA39L_coated.icc";
const FONT: &str = "fonts/SourceSans3-Regular.ttf";

/// The leaflet of the herbarium with one font, which is enough and quick.
static LEAFLET: LazyLock<Files> = LazyLock::new(|| {
    let files: [(&str, &[u8]); 6] = [
        (
            CONTENT,
            include_bytes!("../projects/herbarium/content/leaflet.toml"),
        ),
        (DATA, include_bytes!("../projects/herbarium/content/herbs.toml")),
        (
            TEMPLATE,
            include_bytes!("../projects/herbarium/templates/leaflet.toml"),
        ),
        (PRINTER, include_bytes!("../../templates/printers/standard.toml")),
        (
            PROFILE,
            include_bytes!("../../templates/printers/FOGRA39L_coated.icc"),
        ),
        (
            FONT,
            include_bytes!("../../fonts/source-sans-3/SourceSans3-Regular.ttf"),
        ),
    ];
    files
        .into_iter()
        .map(|(path, bytes)| (path.to_owned(), Arc::from(bytes)))
        .collect()
});

/// The content of a document.
pub fn content(data: &[u8]) {
    set_with(CONTENT, data);
}

/// A template.
pub fn template(data: &[u8]) {
    set_with(TEMPLATE, data);
}

/// A printer's file.
pub fn printer(data: &[u8]) {
    set_with(PRINTER, data);
}

/// A text with markup, and the same words as a heading and as an item.
pub fn markup(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let text = quoted(text);
    let head = "[document]\ntitle = \"T\"\ntemplate = \"leaflet\"\nlanguage = \"de-DE\"\ndate = \"2026-05-01\"\ndata = [\"herbs.toml\"]\n\
                [fields]\nweb = \"https://example.org\"\n";
    let blocks = format!(
        "[[story.title]]\ntext = {text}\n[[story.herbs]]\nheading = {text}\n[[story.more]]\nlist = [{text}]\n"
    );
    set_with(CONTENT, format!("{head}{blocks}").as_bytes());
}

/// A font, which is then the only one of the document.
pub fn font(data: &[u8]) {
    let bytes = Arc::from(data);
    let Ok(fonts) = Font::load_all("fonts/fuzzed.ttf", &bytes) else {
        return;
    };
    for font in &fonts {
        for weight in [1, 400, 700, 1000] {
            let at_weight = font.at_weight(weight);
            let glyphs: Vec<u16> = "aß ﬁא".chars().filter_map(|c| at_weight.glyph(c)).collect();
            let _ = at_weight.advances(&glyphs);
            let _ = at_weight.advances(&[0, 1, 2, u16::MAX]);
        }
    }
    let Some(family) = fonts.first().map(|font| quoted(&font.family)) else {
        return;
    };
    let template = file(TEMPLATE);
    let template = String::from_utf8_lossy(&template).replace("\"Source Sans 3\"", &family);
    let mut files = without(&[TEMPLATE, FONT]);
    files.push((TEMPLATE.to_owned(), template.into_bytes().into()));
    files.push((FONT.to_owned(), bytes));
    set(files);
}

/// Pictures with more pixels are only read, which is done once; what follows is done ten times, and slowly under a sanitizer.
const MOST_PIXELS: u64 = 40_000;

/// A picture, made ready for the press and for a screen.
pub fn image(data: &[u8]) {
    let Ok((image, _)) = Image::load("fuzzed.jpg", Arc::from(data)) else {
        return;
    };
    let (width, height) = image.size();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return;
    }
    let ready = Ready {
        transparency: false,
        finest: Some(72),
        ..Ready::default()
    };
    for ready in [Ready::default(), ready] {
        let assets =
            Assets::new(Vec::new(), Arc::clone(&GOOD_PROFILE)).with_images(vec![image.clone()], ready);
        let Some(id) = assets.find_image("fuzzed.jpg") else {
            return;
        };
        for most in [None, Some((3, 2))] {
            let _ = assets.for_press(id, most);
            let _ = assets.for_screen(id, most);
        }
    }
}

/// The profile of a printing condition, asked for the colours of a document. Whole pictures are left out: their tables take a second each.
pub fn icc(data: &[u8]) {
    let Ok(profile) = IccProfile::load("fuzzed.icc", Arc::from(data)) else {
        return;
    };
    let inks = [0.0, 33.0, 100.0];
    for [c, k] in inks.into_iter().flat_map(|c| inks.map(|k| [c, k])) {
        let parts = [c, 100.0 - c, 50.0, k].map(|part| Part::from_percent(part).unwrap_or_default());
        let _ = profile.srgb(Cmyk(parts));
    }
    let square = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path fill=\"#1d8\" d=\"M0 0h9v9z\"/></svg>";
    for intent in [Intent::Relative, Intent::Perceptual] {
        let _ = Drawing::read("square.svg", square, &Palette::new(&profile, intent, 300.0));
    }
}

/// A drawing.
pub fn svg(data: &[u8]) {
    let palette = Palette::new(&GOOD_PROFILE, Intent::Relative, 300.0);
    if Drawing::read("fuzzed.svg", data, &palette).is_err() {
        return;
    }
    let art = "\n[[art]]\npanel = 1\nfigure = \"fuzzed.svg\"\nat = [\"9 mm\", \"99 mm\"]\nsize = [\"40 mm\", \"40 mm\"]\nfit = \"contain\"\n";
    let template = [&*file(TEMPLATE), art.as_bytes()].concat();
    let mut files = without(&[TEMPLATE]);
    files.push((TEMPLATE.to_owned(), template.into()));
    files.push(("content/images/fuzzed.svg".to_owned(), Arc::from(data)));
    set(files);
}

/// A PDF of anybody's.
pub fn inspect(data: &[u8]) {
    let Ok(file) = pdf::open(data) else { return };
    let mut log = Log::new();
    for purpose in [Purpose::Press(Variant::SheetCmyk), Purpose::Screen] {
        pdf::preflight(&file, purpose, true, "fuzz.pdf", &mut log);
    }
}

static GOOD_PROFILE: LazyLock<Arc<IccProfile>> = LazyLock::new(|| {
    let profile = IccProfile::load(PROFILE, file(PROFILE));
    Arc::new(profile.expect("the profile that ships is good"))
});

fn file(path: &str) -> Arc<[u8]> {
    let file = LEAFLET.iter().find(|(known, _)| known == path);
    file.map(|(_, bytes)| Arc::clone(bytes))
        .expect("it is listed above")
}

fn without(paths: &[&str]) -> Files {
    let kept = LEAFLET.iter().filter(|(path, _)| !paths.contains(&path.as_str()));
    kept.cloned().collect()
}

fn set_with(path: &str, data: &[u8]) {
    let mut files = without(&[path]);
    files.push((path.to_owned(), Arc::from(data)));
    set(files);
}

/// Sets the leaflet and makes both PDFs; shows every finding in all ways, since showing one must not fail either.
fn set(files: Files) {
    let mut project = Project::in_memory(files);
    let mut log = Log::new();
    let made = faltwerk::compose(&mut project, "leaflet", &mut log).and_then(|composed| {
        for edition in [Edition::Screen, Edition::Press] {
            let printer = &composed.template.printer;
            products(&composed.scene, &composed.assets, printer, edition, &mut log)?;
        }
        Ok(())
    });
    log.tidy();
    let has_errors = log
        .findings()
        .iter()
        .any(|finding| finding.severity == Severity::Error);
    assert_eq!(made.is_err(), has_errors, "an error without a word");
    for finding in log.findings() {
        for lang in Lang::ALL {
            let _ = render_human(finding, &project.sources, lang, false);
            let _ = render_json(finding, &project.sources, lang);
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
