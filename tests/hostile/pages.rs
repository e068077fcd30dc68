//! Brochures whose pages are counted by what they say: as many as a line of TOML asks for, they end, and soon.

use std::fs;

use super::{Outcome, Sandbox, set, text};
use faltwerk::diag::Code;
use proptest::prelude::*;

const CONTENT: &str = "content/yearbook.toml";
const HUTS: &str = "content/huts.toml";
const TEMPLATE: &str = "templates/yearbook.toml";

/// The yearbook with one weight of one font.
fn yearbook() -> Sandbox {
    let sandbox = Sandbox::of("yearbook");
    for other in ["Italic", "SemiBold", "Bold"] {
        fs::remove_file(sandbox.path(&format!("fonts/source-sans-3/SourceSans3-{other}.ttf"))).unwrap();
    }
    let template = text(&sandbox, TEMPLATE).replace("weight = 700", "weight = 400");
    sandbox.write(TEMPLATE, &template);
    sandbox
}

#[track_caller]
fn assert_refused(outcome: Outcome, code: Code, says: &str) {
    let errors = outcome.unwrap_err();
    assert!(
        errors
            .iter()
            .any(|(other, text)| *other == code && text.contains(says)),
        "{errors:#?}"
    );
}

#[test]
fn a_hundred_thousand_records_are_counted_and_not_set() {
    let sandbox = yearbook();
    sandbox.write(HUTS, &format!("list = [{}]\n", "{},".repeat(100_000)));
    assert_refused(set(&sandbox, "yearbook"), Code::BAD_VALUE, "make it 100000 pages");
}

#[test]
fn records_of_a_hundred_lists_are_counted_together() {
    let sandbox = yearbook();
    let tables: String = (0..100)
        .map(|list| format!("[[pages]]\neach = \"huts.list\"\nstories = [\"s{list}\"]\n[[story.s{list}]]\ntext = \"{{name}}\"\n"))
        .collect();
    sandbox.add(CONTENT, &tables);
    assert_refused(
        set(&sandbox, "yearbook"),
        Code::BAD_VALUE,
        "no more than 128 can be stitched",
    );
}

#[test]
fn every_page_may_run_on_and_all_of_them_end() {
    let sandbox = yearbook();
    let frames: String = (8..=128)
        .map(|page| format!("[[frame]]\npage = {page}\nstory = \"s{page}\"\nrun-on = true\n"))
        .collect();
    sandbox.add(TEMPLATE, &frames);
    let long = "Nebel. ".repeat(1_000);
    let stories: String = (8..=128)
        .map(|page| format!("[[story.s{page}]]\ntext = \"{long}\"\n"))
        .collect();
    sandbox.add(CONTENT, &stories);
    // Eight hundred kilobytes of text.
    assert_refused(set(&sandbox, "yearbook"), Code::BAD_VALUE, "more than 128 pages");
}

#[test]
fn a_thousand_frames_of_one_page_run_on_together() {
    let sandbox = yearbook();
    let frame = "[[frame]]\npage = 4\nstory = \"report\"\nrun-on = true\nat = [\"22 mm\", \"24 mm\"]\nsize = [\"100 mm\", \"1 mm\"]\n";
    sandbox.add(TEMPLATE, &frame.repeat(990));
    assert_eq!(set(&sandbox, "yearbook"), Ok(()));
}

#[test]
fn pages_full_of_art_are_repeated_until_they_are_too_much() {
    let sandbox = yearbook();
    let art =
        "[[art]]\npage = 4\nfigure = \"dense\"\nat = [\"0 mm\", \"0 mm\"]\nsize = [\"148 mm\", \"210 mm\"]\n";
    let figure = "[figure.dense]\nkind = \"field\"\ncolors = [\"sky\"]\nline = \"sky\"\nline-width = \"0.5 pt\"\nspacing = \"1 mm\"\nfill = \"0.5 mm\"\n";
    sandbox.add(TEMPLATE, &format!("{figure}{}", art));
    assert_refused(
        set(&sandbox, "yearbook"),
        Code::BAD_VALUE,
        "more dots than can be drawn",
    );
}

#[test]
fn a_record_that_fits_on_no_page_is_named() {
    let sandbox = yearbook();
    sandbox.replace(
        TEMPLATE,
        "size = [\"72 mm\", \"144 mm\"]",
        "size = [\"72 mm\", \"0 mm\"]",
    );
    assert_refused(
        set(&sandbox, "yearbook"),
        Code::OVERSET_TEXT,
        "`hut-text` for `Almhütte` do not fit",
    );
}

#[test]
fn every_paragraph_may_begin_a_page() {
    let sandbox = yearbook();
    sandbox.add(TEMPLATE, "[style.alone]\nlike = \"body\"\nbegins = \"page\"\n");
    let paragraph = "[[story.report]]\ntext = \"Nebel.\"\nstyle = \"alone\"\n";
    sandbox.add(CONTENT, &paragraph.repeat(100));
    assert_eq!(set(&sandbox, "yearbook"), Ok(()));
    sandbox.add(CONTENT, &paragraph.repeat(5_000));
    assert_refused(set(&sandbox, "yearbook"), Code::BAD_VALUE, "more than 128 pages");
}

/// Whatever stands on whichever page and however long it is: a document of whole sheets, or findings.
#[test]
fn automatic_pages_by_chance_give_whole_sheets_or_findings() {
    let sandbox = yearbook();
    let template = text(&sandbox, TEMPLATE);
    let (head, _) = template.split_once("[[ground]]").unwrap();
    let stories = [
        "report",
        "huts",
        "hut-name",
        "hut-facts",
        "hut-text",
        "contents",
        "cover",
        "imprint",
    ];
    let frame = (0_usize..8, 0_u32..9, any::<bool>(), 0_u32..60);
    let frames = proptest::collection::vec(frame, 8..16);
    crate::chance::property(60, frames, |frames| {
        let written: String = frames
            .iter()
            .enumerate()
            .map(|(number, (story, page, runs_on, height))| {
                let story = stories.get(number).unwrap_or(&stories[*story]);
                format!("[[frame]]\npage = {page}\nstory = \"{story}\"\nrun-on = {runs_on}\nat = [\"20 mm\", \"20 mm\"]\nsize = [\"100 mm\", \"{height} mm\"]\n")
            })
            .collect();
        sandbox.write(TEMPLATE, &format!("{head}{written}"));
        let _ = set(&sandbox, "yearbook");
        Ok(())
    });
}
