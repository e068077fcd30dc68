//! Holds the modules to their ladder: each may use only the rungs below its own. Rust allows circles inside one crate, so
//! this test reads the sources, finds every path that leaves its module, and fails on one that leads up or sideways. The
//! table is that of ARCHITECTURE.md.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "this test is about the files of the source itself"
)]

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// The rungs, the lowest first. Modules on one rung do not know each other.
const LADDER: &[&[&str]] = &[
    &["wording"],
    &["geom", "color", "source"],
    &["diag", "style"],
    &["project"],
    &["content", "template", "assets", "checks"],
    &["scene", "schema", "text"],
    &["story", "figure"],
    &["layout", "impose"],
    &["emit", "verify"],
    &["handover", "preflight"],
];

/// What belongs to no rung: the library's front door uses all of them, and the program uses the library from outside, so
/// the compiler keeps that border.
const OFF_THE_LADDER: &[&str] = &["lib", "main", "cmd"];

fn rung(module: &str) -> Option<usize> {
    LADDER.iter().position(|rung| rung.contains(&module))
}

/// A path that a module must not use.
#[derive(Debug, PartialEq, Eq)]
struct Offence {
    line: usize,
    from: String,
    to: String,
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, from, to } = self;
        write!(f, "{line}: `{from}` uses `{to}`, which is not on a rung below")
    }
}

/// Paths in the source of `file` (its place in the module tree: `["geom", "length"]`) that lead up or sideways.
fn offences(file: &[&str], source: &str) -> Vec<Offence> {
    let from = file[0];
    let may_use = |to: &str| {
        to == from
            || match (rung(from), rung(to)) {
                (Some(own), Some(other)) => other < own,
                _ => false,
            }
    };
    used_modules(file, source)
        .into_iter()
        .filter(|(_, to)| !may_use(to))
        .map(|(line, to)| Offence {
            line,
            from: from.to_owned(),
            to,
        })
        .collect()
}

/// What the source names directly below the crate's root, by `crate::` or by climbing with `super::`, with its line.
fn used_modules(file: &[&str], source: &str) -> Vec<(usize, String)> {
    let tokens = tokens(source);
    let mut used = Vec::new();
    let mut inline_modules: Vec<usize> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let next = |ahead: usize| tokens.get(at + ahead).map_or("", |token| token.text.as_str());
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                inline_modules.pop_if(|module| *module > depth);
            }
            "mod" if next(2) == "{" => inline_modules.push(depth + 1),
            "crate" if next(1) == "::" => {
                first_segments(&tokens, at + 2, &mut used);
                at += 2;
                continue;
            }
            "super" if next(1) == "::" => {
                let supers = (0..).take_while(|step| next(2 * step) == "super" && next(2 * step + 1) == "::");
                let supers = supers.count();
                let own_depth = file.len() + inline_modules.len();
                if supers >= own_depth {
                    first_segments(&tokens, at + 2 * supers, &mut used);
                }
                at += 2 * supers;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    used
}

/// The first names of the path or group of paths that begins at `at`.
fn first_segments(tokens: &[Token], at: usize, used: &mut Vec<(usize, String)>) {
    let Some(first) = tokens.get(at) else {
        return;
    };
    if first.text.starts_with("__") {
        // A macro, which Rust keeps at the root wherever it is written; modules name it by the module that has it.
        return;
    }
    if first.text != "{" {
        used.push((first.line, first.text.clone()));
        return;
    }
    let mut depth = 0;
    let mut begins = false;
    for token in &tokens[at..] {
        match token.text.as_str() {
            "{" => {
                depth += 1;
                begins = depth == 1;
            }
            "}" => depth -= 1,
            "," => begins = depth == 1,
            _ if begins => {
                used.push((token.line, token.text.clone()));
                begins = false;
            }
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

#[derive(Debug)]
struct Token {
    text: String,
    line: usize,
}

/// Words and signs of Rust source, without comments, strings and characters; `::` is one sign.
fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let (length, is_token) = if is_word(c) {
            let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            match raw_string(rest, word) {
                Some(length) => (length, false),
                None => (word, true),
            }
        } else if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), false)
        } else if rest.starts_with("/*") {
            (block_comment(rest), false)
        } else if c == '"' {
            (quoted(rest, '"'), false)
        } else if c == '\'' {
            (character_or_lifetime(rest), false)
        } else if rest.starts_with("::") {
            (2, true)
        } else {
            (c.len_utf8(), !c.is_whitespace())
        };
        let (token, after) = rest.split_at(length);
        if is_token {
            tokens.push(Token {
                text: token.to_owned(),
                line,
            });
        }
        line += token.matches('\n').count();
        rest = after;
    }
    tokens
}

/// The length of a raw string whose prefix is the word of that length; none when there is none.
fn raw_string(rest: &str, word: usize) -> Option<usize> {
    if !matches!(&rest[..word], "r" | "br" | "cr") {
        return None;
    }
    let body = rest[word..].trim_start_matches('#');
    let hashes = rest.len() - word - body.len();
    if !body.starts_with('"') {
        return None;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let start = word + hashes + 1;
    let length = rest[start..].find(&end).map(|found| start + found + end.len());
    Some(length.unwrap_or(rest.len()))
}

/// The length of a block comment, with those inside it.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    loop {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            match rest[at..].chars().next() {
                Some(c) => at += c.len_utf8(),
                None => return at,
            }
        }
    }
}

/// The length of a string or character, with its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + 1;
        }
    }
    rest.len()
}

/// The length of a character such as `'{'`, or of a lifetime's quote alone.
fn character_or_lifetime(rest: &str) -> usize {
    let mut inside = rest.chars().skip(1);
    match (inside.next(), inside.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(rest, '\''),
        _ => 1,
    }
}

/// All source files, and the place of each in the module tree.
fn sources() -> Vec<(PathBuf, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap().with_extension("");
                let mut place: Vec<String> = inside
                    .iter()
                    .map(|part| part.to_string_lossy().into_owned())
                    .collect();
                place.pop_if(|last| last == "mod");
                files.push((path, place));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn every_module_uses_only_the_rungs_below_its_own() {
    let mut found = String::new();
    for (path, place) in sources() {
        if OFF_THE_LADDER.contains(&place[0].as_str()) {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let place: Vec<&str> = place.iter().map(String::as_str).collect();
        for offence in offences(&place, &source) {
            found += &format!("{}:{offence}\n", path.display());
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn every_module_stands_on_the_ladder() {
    let unknown: Vec<String> = sources()
        .into_iter()
        .map(|(_, place)| place[0].clone())
        .filter(|module| rung(module).is_none() && !OFF_THE_LADDER.contains(&module.as_str()))
        .collect();
    assert!(unknown.is_empty(), "give these a rung in LADDER: {unknown:?}");
}

#[test]
fn no_module_stands_on_two_rungs() {
    let mut all: Vec<&str> = LADDER.concat();
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    assert_eq!(all.len(), count);
}

fn found(file: &[&str], source: &str) -> Vec<(usize, String)> {
    offences(file, source)
        .into_iter()
        .map(|offence| (offence.line, offence.to))
        .collect()
}

fn lines_and_names(wanted: &[(usize, &str)]) -> Vec<(usize, String)> {
    wanted
        .iter()
        .map(|(line, name)| (*line, (*name).to_owned()))
        .collect()
}

#[test]
fn a_path_downwards_or_into_the_own_module_is_fine() {
    let source =
        "use crate::geom::{Length, Rect};\nuse crate::{color, style::Role};\nuse crate::scene::Item;";
    assert_eq!(found(&["scene", "item"], source), []);
}

#[test]
fn a_path_upwards_is_found() {
    let source = "\nuse crate::scene::Scene;\n";
    assert_eq!(found(&["geom"], source), lines_and_names(&[(2, "scene")]));
}

#[test]
fn a_path_sideways_is_found() {
    assert_eq!(
        found(&["text"], "use crate::scene;"),
        lines_and_names(&[(1, "scene")])
    );
    assert_eq!(
        found(&["geom"], "use crate::color::Ink;"),
        lines_and_names(&[(1, "color")])
    );
}

#[test]
fn every_member_of_a_group_is_looked_at() {
    let source = "use crate::{\n    geom::{Length, Rect},\n    emit::pdf::{self, Profile},\n    verify,\n};";
    assert_eq!(
        found(&["scene"], source),
        lines_and_names(&[(3, "emit"), (4, "verify")])
    );
}

#[test]
fn a_path_in_the_middle_of_code_is_found() {
    let source = "fn f(scene: &crate::scene::Scene) -> u8 { crate::emit::count(scene) }";
    assert_eq!(
        found(&["diag"], source),
        lines_and_names(&[(1, "scene"), (1, "emit")])
    );
    assert_eq!(
        found(&["diag"], "fn f<'a>(s: &'a crate::scene::S) {}"),
        lines_and_names(&[(1, "scene")])
    );
}

#[test]
fn climbing_out_with_super_is_found() {
    assert_eq!(
        found(&["geom"], "use super::scene;"),
        lines_and_names(&[(1, "scene")])
    );
    assert_eq!(
        found(&["geom", "length"], "use super::super::scene;"),
        lines_and_names(&[(1, "scene")])
    );
    assert_eq!(found(&["geom", "length"], "use super::Rect;"), []);
    let tests = "mod tests { use super::{Length, scene}; use super::super::Rect; }";
    assert_eq!(found(&["geom", "length"], tests), []);
    let behind = "mod tests { fn f() {} }\nuse super::super::emit;";
    assert_eq!(
        found(&["geom", "length"], behind),
        lines_and_names(&[(2, "emit")])
    );
}

#[test]
fn what_is_said_in_comments_and_strings_does_not_count() {
    let source = r###"//! See [`crate::scene`].
        /* crate::scene /* crate::emit */ crate::scene */
        const A: &str = "crate::scene \" crate::emit";
        const B: &str = r#"crate::scene " crate::emit"#;
        const C: [char; 2] = ['"', '\''];
        use crate::emit;
    "###;
    assert_eq!(found(&["geom"], source), lines_and_names(&[(6, "emit")]));
}

#[test]
fn visibility_is_no_path() {
    assert_eq!(
        found(
            &["geom"],
            "pub(crate) fn f() {} pub(in crate::geom) fn g() {} pub(super) fn h() {}"
        ),
        []
    );
}

#[test]
fn what_is_no_module_of_the_ladder_may_not_be_used_from_the_root() {
    assert_eq!(
        found(&["scene"], "use crate::compose;"),
        lines_and_names(&[(1, "compose")])
    );
    assert_eq!(found(&["scene"], "use crate::*;"), lines_and_names(&[(1, "*")]));
    assert_eq!(
        found(&["scene"], "use crate::{self as root};"),
        lines_and_names(&[(1, "self")])
    );
}
