//! Hostile input: whatever stands in the files of a project, the answer is a document or findings, never a panic, and what was built
//! before stays. Chance looks for what nobody thought of; what it once found, and what was found by hand, has a name here.
//!
//! That an answer comes soon shows in these tests being quick: a limit that no longer holds would make one of them run for minutes.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests lay out the files that the program reads, and say what was skipped"
)]

#[path = "hostile/blocks.rs"]
mod blocks;
#[path = "hostile/chance.rs"]
mod chance;
mod common;
#[path = "hostile/figures.rs"]
mod figures;
#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/finds.rs"]
mod finds;
#[path = "hostile/fonts.rs"]
mod fonts;
#[path = "hostile/numbers.rs"]
mod numbers;
#[path = "hostile/pages.rs"]
mod pages;
#[path = "hostile/places.rs"]
mod places;
#[path = "hostile/process.rs"]
mod process;
#[path = "hostile/styles.rs"]
mod styles;
#[path = "hostile/words.rs"]
mod words;
#[path = "hostile/writing.rs"]
mod writing;

use std::fs;

use common::Sandbox;
use faltwerk::diag::{Code, Lang, Log, Severity, render_human, render_json};
use faltwerk::emit::{Edition, products};
use faltwerk::project::Project;

/// What came of a document: its findings, codes first; none when it was set and written.
type Outcome = Result<(), Vec<(Code, String)>>;

/// Sets a document and makes both PDFs. Every finding is shown both ways, since showing one must not fail either.
fn set(sandbox: &Sandbox, name: &str) -> Outcome {
    let mut project = Project::open(&sandbox.path("")).unwrap();
    let mut log = Log::new();
    let made = faltwerk::compose(&mut project, name, &mut log).and_then(|composed| {
        for edition in [Edition::Screen, Edition::Press, Edition::Sheets] {
            let printer = &composed.template.printer;
            products(&composed.scene, &composed.assets, printer, edition, &mut log)?;
        }
        Ok(())
    });
    log.tidy();
    let mut errors = Vec::new();
    for finding in log.findings() {
        let human = render_human(finding, &project.sources, Lang::English, false);
        assert!(
            !human.contains('\u{1b}') && !human.contains('\u{202e}'),
            "{human:?}"
        );
        let _ = render_json(finding, &project.sources, Lang::German).to_string();
        if finding.severity == Severity::Error {
            errors.push((finding.code, human));
        }
    }
    assert_eq!(
        made.is_err(),
        log.errors() > 0,
        "an error without a word: {errors:?}"
    );
    made.map_err(|_| errors)
}

/// The leaflet with one weight of one font, which is enough and quick.
fn leaflet() -> Sandbox {
    let sandbox = Sandbox::of("herbarium");
    for other in ["Italic", "SemiBold", "Bold"] {
        fs::remove_file(sandbox.path(&format!("fonts/source-sans-3/SourceSans3-{other}.ttf"))).unwrap();
    }
    sandbox
}

const FONT: &str = "fonts/source-sans-3/SourceSans3-Regular.ttf";
const PROFILE: &str = "templates/printers/FOGRA39L_coated.icc";
const FILES: [&str; 4] = [
    "content/leaflet.toml",
    "content/herbs.toml",
    "templates/leaflet.toml",
    "templates/printers/standard.toml",
];

/// A document of one story `s`, whose blocks or whatever else are given, on the first two panels.
fn saying(blocks: &str) -> Sandbox {
    let sandbox = leaflet();
    let head = "[document]\ntitle = \"T\"\ntemplate = \"leaflet\"\nlanguage = \"de-DE\"\ndate = \"2026-05-01\"\ndata = [\"herbs.toml\"]\n";
    sandbox.write("content/leaflet.toml", &format!("{head}{blocks}"));
    let template = text(&sandbox, "templates/leaflet.toml");
    let frames = template.find("[[frame]]").unwrap();
    let own = "[[frame]]\npanel = 1\nstory = \"s\"\n[[frame]]\npanel = 2\nstory = \"s\"\n";
    sandbox.write("templates/leaflet.toml", &format!("{}{own}", &template[..frames]));
    sandbox
}

/// A document of one text.
fn of_text(text: &str) -> Sandbox {
    saying(&format!("[[story.s]]\ntext = {}\n", quoted(text)))
}

/// The leaflet with more in its template.
fn with_template(more: &str) -> Sandbox {
    let sandbox = leaflet();
    let template = text(&sandbox, "templates/leaflet.toml");
    sandbox.write("templates/leaflet.toml", &format!("{template}\n{more}"));
    sandbox
}

fn text(sandbox: &Sandbox, path: &str) -> String {
    String::from_utf8(sandbox.read(path)).unwrap()
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

#[track_caller]
fn assert_set(sandbox: &Sandbox) {
    assert_eq!(set(sandbox, "leaflet"), Ok(()));
}

/// The document is refused, and an error of this code says this.
#[track_caller]
fn assert_refused(sandbox: &Sandbox, code: Code, says: &str) {
    let errors = set(sandbox, "leaflet").unwrap_err();
    let said = |(other, text): &(Code, String)| *other == code && text.contains(says);
    assert!(errors.iter().any(said), "{errors:#?}");
}
