//! What nobody thought of: files edited, cut, mixed up and broken by chance.

use std::fs;
use std::ops::Range;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::{FILES, FONT, PROFILE, leaflet, of_text, quoted, set, text};
use faltwerk::diag::Code;

/// Runs a property in one project folder, which is laid out once.
pub(crate) fn property<S: Strategy>(
    cases: u32,
    strategy: S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config).run(&strategy, test).unwrap();
}

/// Values and names in a TOML file, in bytes.
fn values(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() && bytes[at] != b'#' {
            let end = match bytes[at] {
                b'"' => line[at + 1..].find('"').map_or(bytes.len(), |end| at + end + 2),
                b'0'..=b'9' | b'-' => {
                    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
                    line[at..]
                        .find(|c| !is_number(c))
                        .map_or(bytes.len(), |end| at + end)
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            found.push(start + at..start + end);
            at = end;
        }
        start += line.len();
    }
    found
}

const EXTREMES: [&str; 26] = [
    "\"0 mm\"",
    "\"-5 mm\"",
    "\"20000 mm\"",
    "\"-20000 mm\"",
    "\"0.0001 pt\"",
    "0",
    "-1",
    "255",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967295",
    "9000000000000000000",
    "1e300",
    "nan",
    "true",
    "\"\"",
    "[]",
    "{}",
    "2026-13-45",
    "\"\\u0000\\u001B[31m\\n\"",
    "\"\\u202E\\u2066\\uFEFF\"",
    "\"\\uD800\"",
    "\"{page}{}\"",
    "\"../../secret\"",
    "\"body\"",
];

/// A change to a text: which value or line, counted around, and what happens to it.
fn edit() -> impl Strategy<Value = (usize, usize, u8)> {
    (any::<usize>(), any::<usize>(), 0_u8..8)
}

fn edited(text: &str, (place, other, how): (usize, usize, u8)) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let values = values(text);
    if lines.is_empty() || values.is_empty() {
        return text.to_owned();
    }
    let (line, value) = (place % lines.len(), values[place % values.len()].clone());
    match how {
        0 => [&lines[..line], &lines[line + 1..]].concat().concat(),
        1 => [&lines[..=line], &lines[line..]].concat().concat(),
        2 => {
            let mut lines = lines;
            let with = other % lines.len();
            lines.swap(line, with);
            lines.concat()
        }
        3 => {
            // Cut off somewhere, on the edge of a letter.
            let at = (0..=place % text.len())
                .rev()
                .find(|at| text.is_char_boundary(*at));
            text[..at.unwrap_or(0)].to_owned()
        }
        4 => {
            let with = values[other % values.len()].clone();
            format!("{}{}{}", &text[..value.start], &text[with], &text[value.end..])
        }
        _ => {
            let extreme = EXTREMES[other % EXTREMES.len()];
            format!("{}{extreme}{}", &text[..value.start], &text[value.end..])
        }
    }
}

#[test]
fn edits_of_any_file_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = FILES.map(|file| text(&sandbox, file));
    let edits = (0..FILES.len(), prop::collection::vec(edit(), 1..4));
    property(96, edits, |(file, edits)| {
        let changed = edits
            .into_iter()
            .fold(whole[file].clone(), |text, change| edited(&text, change));
        sandbox.write(FILES[file], &changed);
        let _ = set(&sandbox, "leaflet");
        sandbox.write(FILES[file], &whole[file]);
        Ok(())
    });
}

#[test]
fn any_bytes_and_any_text_in_a_file_give_findings() {
    let sandbox = leaflet();
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..400),
        any::<String>().prop_map(String::into_bytes),
        "[\\[\\]{}=\"'.#a\n \\\\]{0,200}".prop_map(String::into_bytes),
    ];
    property(48, (0..FILES.len(), bytes), |(file, bytes)| {
        let whole = sandbox.read(FILES[file]);
        fs::write(sandbox.path(FILES[file]), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        fs::write(sandbox.path(FILES[file]), whole).unwrap();
        Ok(())
    });
}

#[test]
fn any_words_to_divide_are_read_or_named() {
    let sandbox = leaflet();
    let words = prop_oneof![any::<String>(), "[a-zäß\u{ad}\u{308}\u{2010}*7 -]{0,120}"];
    property(32, (words, "[a-z]{0,4}"), |(words, language)| {
        let file = format!(
            "[{}]\nwords = [\"Weg-warte\", {}]\n",
            quoted(&language),
            quoted(&words)
        );
        sandbox.write("content/hyphenation.toml", &file);
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}

#[test]
fn any_words_are_set_or_named() {
    let sandbox = of_text("");
    let whole = text(&sandbox, "content/leaflet.toml");
    let words = prop_oneof![
        any::<String>(),
        "[*_\\[\\]()<>!`&\\\\#\n a-c.:/{}-]{0,120}",
        "[a-f\u{ad}\u{200b}\u{a0}\u{202f} \t\u{301}\u{5d0}\u{628}\u{2067}\u{2069}-]{0,120}",
    ];
    property(64, words, |words| {
        let quoted = quoted(&words);
        let more = format!("[[story.s]]\nheading = {quoted}\n[[story.s]]\nlist = [{quoted}]\n");
        sandbox.write(
            "content/leaflet.toml",
            &whole.replace("text = \"\"\n", &format!("text = {quoted}\n{more}")),
        );
        if let Err(errors) = set(&sandbox, "leaflet") {
            prop_assert!(
                errors.iter().all(|(code, _)| *code != Code::LOST_TEXT),
                "{errors:?}"
            );
        }
        Ok(())
    });
}

/// Bytes to change, by their place in a part of a file, and to what.
fn flips() -> impl Strategy<Value = Vec<(usize, u8)>> {
    prop::collection::vec((any::<usize>(), any::<u8>()), 1..12)
}

#[test]
fn broken_fonts_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = sandbox.read(FONT);
    let number = |at: usize| u32::from_be_bytes(whole[at..at + 4].try_into().unwrap()) as usize;
    let tables = usize::from(u16::from_be_bytes([whole[4], whole[5]]));
    let mut parts: Vec<Range<usize>> = std::iter::once(0..12 + 16 * tables).collect();
    for entry in (0..tables).map(|table| 12 + 16 * table) {
        let (start, length) = (number(entry + 8), number(entry + 12));
        // The head of a table says how the rest is to be read.
        parts.push(start..start + length.min(64));
        parts.push(start..start + length);
    }
    let cut = prop::option::weighted(0.2, any::<usize>());
    property(48, (0..parts.len(), flips(), cut), |(part, flips, cut)| {
        let mut bytes = whole.clone();
        for (place, value) in flips {
            let part = &parts[part];
            bytes[part.start + place % part.len()] = value;
        }
        bytes.truncate(cut.map_or(whole.len(), |cut| cut % whole.len()));
        fs::write(sandbox.path(FONT), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}

#[test]
fn broken_profiles_give_a_document_or_findings() {
    let sandbox = leaflet();
    let whole = sandbox.read(PROFILE);
    let reach = prop_oneof![Just(400), Just(4_000), Just(whole.len())];
    let cut = prop::option::weighted(0.2, any::<usize>());
    property(32, (reach, flips(), cut), |(reach, flips, cut)| {
        let mut bytes = whole.clone();
        for (place, value) in flips {
            bytes[place % reach] = value;
        }
        bytes.truncate(cut.map_or(whole.len(), |cut| cut % whole.len()));
        fs::write(sandbox.path(PROFILE), bytes).unwrap();
        let _ = set(&sandbox, "leaflet");
        Ok(())
    });
}
