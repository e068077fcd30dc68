//! What is told of a font whose program cannot be read.

use std::process::Command;

use crate::common::spoilt::Pdf;

/// What `inspect` tells of the fonts of a PDF.
fn told(bytes: &[u8], arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flyer.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_faltwerk"))
        .arg("inspect")
        .arg(&path)
        .args(arguments)
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A file with one font whose program ends too early.
fn damaged() -> Vec<u8> {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.font_program(1, |bytes| bytes.truncate(bytes.len() / 2));
    pdf.bytes()
}

#[test]
fn a_damaged_font_is_told_as_one_in_words() {
    let (sound, damaged) = (Pdf::product("flyer.screen.pdf").bytes(), damaged());
    for format in ["human", "narrated"] {
        for (lang, words) in [
            ("en", "embedded, but its program cannot be read"),
            ("de", "eingebettet, aber ihr Programm ist nicht lesbar"),
        ] {
            let arguments = ["--format", format, "--lang", lang];
            let count = |bytes: &[u8]| told(bytes, &arguments).matches(words).count();
            assert_eq!((count(&sound), count(&damaged)), (0, 1), "{format} {lang}");
        }
    }
}

#[test]
fn a_damaged_font_is_not_embedded_in_the_facts() {
    let fonts = |bytes: &[u8]| {
        let told = told(bytes, &["--format", "json"]);
        let facts: serde_json::Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
        let fonts = facts["fonts"].as_array().unwrap().clone();
        let is = |key: &str| fonts.iter().filter(|font| font[key] == true).count();
        (fonts.len(), is("embedded"), is("damaged"))
    };
    let (all, embedded, _) = fonts(&Pdf::product("flyer.screen.pdf").bytes());
    assert_eq!(embedded, all);
    assert_eq!(fonts(&damaged()), (all, all - 1, 1));
}
