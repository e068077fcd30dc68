//! The JSON Schemas for editors: they are current, every field in them is explained, every file that ships or is set in a test is good by
//! them, and they take and refuse what the program takes and refuses. The judge is a validator of another author.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the files that ship"
)]

mod common;

#[path = "schemas/agreement.rs"]
mod agreement;
#[path = "schemas/toml.rs"]
mod toml;

use std::fs;
use std::path::{Path, PathBuf};

use faltwerk::schema::{FOLDER, Kind};
use serde_json::Value;

/// A schema, ready to judge.
struct Judge {
    schema: Value,
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Judge {
    fn new(kind: Kind) -> Self {
        let schema: Value = serde_json::from_str(&kind.schema()).unwrap();
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("schema.json", schema.clone()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self {
            schema,
            schemas,
            index,
        }
    }

    fn complaint(&self, value: &Value) -> Option<String> {
        self.schemas
            .validate(value, self.index)
            .err()
            .map(|error| error.to_string())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// TOML files below a folder of the repository that belong to a project, sorted, with the kind that each is.
fn files(folder: &str) -> Vec<(PathBuf, Kind)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let kind = kind(&path);
                found.push((path, kind));
            }
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(!found.is_empty(), "there is no TOML in {folder}");
    found
}

fn kind(path: &Path) -> Kind {
    let is_in = |folder: &str| path.parent().is_some_and(|parent| parent.ends_with(folder));
    if is_in("printers") {
        Kind::Printer
    } else if is_in("templates") {
        Kind::Template
    } else if path.ends_with("hyphenation.toml") {
        Kind::Hyphenation
    } else if fs::read_to_string(path).unwrap().contains("\n[document]") {
        Kind::Content
    } else {
        Kind::Data
    }
}

/// The files of the project that ships.
fn shipped() -> Vec<(PathBuf, Kind)> {
    ["content", "templates"].into_iter().flat_map(files).collect()
}

#[test]
fn the_schemas_that_ship_are_current() {
    for kind in Kind::ALL {
        let path = root().join(FOLDER).join(kind.file());
        assert!(
            fs::read_to_string(&path).unwrap_or_default() == kind.schema(),
            "{} is stale: `cargo run -- schema` writes it anew",
            path.display()
        );
    }
}

#[test]
fn every_file_that_ships_names_its_schema_in_its_first_line() {
    for (path, kind) in shipped() {
        let text = fs::read_to_string(&path).unwrap();
        let first = text.lines().next().unwrap();
        let named = first
            .strip_prefix("#:schema ")
            .unwrap_or_else(|| panic!("{}: {first}", path.display()));
        let there = fs::canonicalize(path.parent().unwrap().join(named)).unwrap();
        assert_eq!(there, root().join(FOLDER).join(kind.file()), "{}", path.display());
    }
}

#[test]
fn every_file_that_ships_or_is_set_in_a_test_is_good_by_its_schema() {
    let judges = Kind::ALL.map(Judge::new);
    for (path, kind) in shipped().into_iter().chain(files("tests/projects")) {
        let value = toml::read(&fs::read_to_string(&path).unwrap());
        let judge = &judges[Kind::ALL.iter().position(|known| *known == kind).unwrap()];
        if let Some(complaint) = judge.complaint(&value) {
            panic!("{}: {complaint}", path.display());
        }
    }
}

#[test]
fn every_field_is_explained_and_so_is_every_word() {
    let mut bare = Vec::new();
    for kind in Kind::ALL {
        let schema: Value = serde_json::from_str(&kind.schema()).unwrap();
        let mut explained = 0;
        walk(&schema, &mut |pointer, schema| {
            let words = schema.get("enum").and_then(Value::as_array);
            let about = schema
                .pointer("/x-taplo/docs/enumValues")
                .and_then(Value::as_array);
            let is_about = |about: &Value| about.as_str().is_some_and(|text| text.len() > 3);
            let all_words = words.is_none_or(|words| {
                // Programs read findings, and nobody points at their words.
                kind == Kind::Findings
                    || words.iter().all(Value::is_boolean)
                    || about.is_some_and(|about| about.len() == words.len() && about.iter().all(is_about))
            });
            let said = schema
                .get("description")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let is_said =
                said.len() > 10 && !said.contains("[`") && said.lines().next().unwrap().ends_with('.');
            if schema.get("$ref").is_some() || is_said && all_words {
                explained += 1;
            } else {
                bare.push(format!("{}{pointer}: {said}", kind.name()));
            }
        });
        assert!(explained >= 1, "nothing was looked at in {}", kind.name());
    }
    assert!(
        bare.is_empty(),
        "these say nothing, or not as a sentence:\n{}",
        bare.join("\n")
    );
}

#[test]
fn editors_find_nothing_in_the_schemas_that_they_cannot_show() {
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Findings) {
        let text = kind.schema();
        // What stands beside `allOf` or a reference is not shown, and TOML has no null.
        for unwanted in [
            "\"allOf\"",
            "\"null\"",
            "prefixItems",
            "\"format\": \"",
            "unevaluated",
        ] {
            assert!(!text.contains(unwanted), "{unwanted} in {}", kind.name());
        }
    }
}

#[test]
fn findings_are_as_their_schema_says() {
    let sandbox = common::Sandbox::of("herbarium");
    sandbox.replace("content/leaflet.toml", "link = \"{web}\"", "link = \"{wep}\"");
    sandbox.write("fonts/Broken.ttf", "no font");
    let ran = sandbox.run(&["check", "--format", "json"]);
    let judge = Judge::new(Kind::Findings);
    let findings: Vec<Value> = ran
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(findings.len() >= 2, "{}", ran.stderr);
    for finding in findings {
        assert_eq!(judge.complaint(&finding), None, "{finding}");
        let mut other = finding.clone();
        other["severity"] = "fatal".into();
        assert!(judge.complaint(&other).is_some());
    }
}

#[test]
fn a_schema_takes_just_those_lengths_that_are_read() {
    let judge = Judge::new(Kind::Template);
    let with = |length: &str| {
        let length = Value::from(length);
        let text = format!(
            "format = {{ kind = \"bound\", page = [\"100 mm\", \"100 mm\"], pages = 4 }}\n[grid]\nbaseline = \"12 pt\"\nfirst = \"10 mm\"\n[grid.margin]\ntop = {length}\nbottom = \"1 mm\"\ninner = \"1 mm\"\nouter = \"1 mm\"\n"
        );
        judge.complaint(&toml::read(&text)).is_none()
    };
    let numbers = [
        "0",
        "12",
        "12.",
        "1.25",
        "1.1234567",
        ".5",
        "1,5",
        "1e3",
        "",
        "-",
        "+3",
        "--3",
        "1234567890",
        "7 7",
    ];
    let units = [
        "mm", "cm", "pt", "in", "px", "", "MM", "m", " mm ", "\u{a0}mm", "mm mm",
    ];
    let mut read = 0;
    for number in numbers {
        for unit in units {
            for sign in ["", "-", "+"] {
                let text = format!("{sign}{number}{unit}");
                let parsed = text.parse::<faltwerk::geom::Length>().is_ok();
                read += usize::from(parsed);
                assert_eq!(with(&text), parsed, "`{text}`");
            }
        }
    }
    assert!(read > 50, "only {read} of these were read");
}

/// Calls `look` for every schema of a field, a named value or an element of a list.
fn walk(schema: &Value, look: &mut impl FnMut(&str, &Value)) {
    fn inside(schema: &Value, pointer: &str, look: &mut impl FnMut(&str, &Value)) {
        for group in ["properties", "definitions"] {
            for (name, inner) in schema.get(group).and_then(Value::as_object).into_iter().flatten() {
                let pointer = format!("{pointer}/{name}");
                look(&pointer, inner);
                inside(inner, &pointer, look);
            }
        }
        if let Some(named) = schema
            .get("additionalProperties")
            .filter(|named| named.is_object())
        {
            let pointer = format!("{pointer}/*");
            look(&pointer, named);
            inside(named, &pointer, look);
        }
        if let Some(items) = schema.get("items") {
            inside(items, &format!("{pointer}/[]"), look);
        }
    }
    look("", schema);
    inside(schema, "", look);
}
