//! Documents through the whole program, and the files it writes read back: all that was written is there, in the order of reading and in
//! both editions alike, the same bytes every time, and nothing that was good before is lost.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program writes"
)]

mod common;
#[path = "editions/contents.rs"]
mod contents;
#[path = "editions/files.rs"]
mod files;
#[path = "editions/pages.rs"]
mod pages;
#[path = "editions/read_back.rs"]
mod read_back;
#[allow(dead_code, reason = "other tests read places, too")]
#[path = "emit_scene/reader.rs"]
mod reader;
#[path = "editions/sheets.rs"]
mod sheets;
#[path = "editions/source.rs"]
mod source;
#[path = "editions/tables.rs"]
mod tables;

use std::collections::BTreeMap;

use common::Sandbox;
use lopdf::{Dictionary, Document, Object};

/// Both PDFs; pictures are slow to draw and tested elsewhere.
const PDFS: &str = "screen,press";

/// The files of a build of all documents, by name.
fn built(project: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(&["build", "--edition", PDFS]);
    assert_eq!(
        (ran.code, ran.stderr.contains("error")),
        (0, false),
        "{}",
        ran.stderr
    );
    let files = ran.stdout.lines();
    files
        .map(|file| (file.trim_start_matches("output/").to_owned(), project.read(file)))
        .collect()
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}
