//! The schemas against the program: good files are spoiled in every field that a schema knows, and in ones that it does not, with values
//! of all kinds. What a schema takes the program finds no fault with in form, and what the program takes the schema takes.

use std::collections::{BTreeMap, BTreeSet};

use faltwerk::diag::{Code, Log, Severity};
use faltwerk::project::Project;
use faltwerk::schema::Kind;
use faltwerk::source::{Span, Spanned};
use faltwerk::style::Language;
use faltwerk::wording::Lang;
use faltwerk::{content, story, template};
use serde_json::{Value, json};

use super::common::Sandbox;
use super::{Judge, toml};

/// What no schema of draft 7 can say, or none that anybody could read: what the program then says, and why a schema does not.
const BEYOND: &[(&str, &str)] = &[
    (
        "a table drawn from the data needs `columns`",
        "where a table comes from decides what else it needs",
    ),
    (
        "no sheet is longer than 20 m",
        "lengths in four units cannot be compared",
    ),
    ("a sheet is from 10 mm to 2000 mm", "the same"),
    ("from 0 mm to", "the same"),
    ("from 0 pt to", "the same"),
    ("from 1 pt to", "the same"),
    ("from 0.25 pt to", "the same"),
    ("a press takes sheets from 50 mm", "the same"),
    ("lines of the baseline grid are", "the same"),
    ("a picture so high cannot be seen", "the same"),
    ("a share of the letters around is", "a number within a text"),
    ("is above the second", "two values cannot be compared"),
    ("is not too coarse by warning", "the same"),
    ("figures are `", "words of a list that exclude each other"),
    ("is no date", "a calendar"),
    ("the panels of a `", "the fold and its panels"),
    ("widths that are written are not made narrower", "the same"),
    ("fold", "the same"),
    ("there is no page", "how many pages there are"),
    (
        "which has no `",
        "whether a figure is a picture, which its name says",
    ),
    ("a picture is not drawn from data", "the same"),
    (
        "this figure is described, and said to be decorative",
        "whether a text is empty",
    ),
    (
        "this figure has a caption, and is said to be decorative",
        "the same",
    ),
    ("a figure of kind", "names of other tables"),
    ("is a tint of itself", "the same"),
    ("builds on itself", "the same"),
    ("has no `font`", "what a style builds on"),
    ("has no `size`", "the same"),
    ("two different process equivalents", "the same"),
    ("this row has", "how many columns there are"),
    ("is repeated twice", "the same name in two places"),
    (
        "there is nothing to make it fit",
        "what else is said of the story",
    ),
    ("name different limits", "the same"),
    ("is not one sign", "a sign of several code points"),
    (
        "is a layer, and only PDF/X-4 has layers",
        "two fields that have to do with each other",
    ),
    ("a story of", "names of stories"),
    (
        "this column does not say what it shows",
        "whether a table comes from the data",
    ),
    ("is no place", "names of places"),
    ("has at most", "counts over several tables"),
    ("there are no pages for the records", "what the template has"),
];

/// Errors of form: those that a schema is there to show while somebody types.
const FORM: [Code; 5] = [
    Code::UNKNOWN_FIELD,
    Code::WRONG_TYPE,
    Code::MISSING_FIELD,
    Code::BAD_VALUE,
    Code::BROKEN_TOML,
];

/// A file that is good, and how it is read.
struct Good {
    kind: Kind,
    /// Its path in the project.
    path: &'static str,
    /// The document and the template that it is read with.
    document: &'static str,
    template: &'static str,
}

const fn good(kind: Kind, path: &'static str, document: &'static str, template: &'static str) -> Good {
    Good {
        kind,
        path,
        document,
        template,
    }
}

/// Values of all kinds, for any field.
fn values() -> Vec<Value> {
    vec![
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(4),
        json!(-1),
        json!(150),
        json!(5_000_000_000_i64),
        json!(0.75),
        json!(""),
        json!("word"),
        json!("12 mm"),
        json!("-3 mm"),
        json!("12 px"),
        json!("85 %"),
        json!([]),
        json!(["word"]),
        json!(["12 mm", "13 mm"]),
        json!(["1 mm", "2 mm", "3 mm", "4 mm"]),
        json!([1, 2]),
        json!([10, 20, 30, 40]),
        json!([1, "word"]),
        json!([["word", "word"], ["word", "word"]]),
        json!({}),
        json!({ "nonsense": 1 }),
    ]
}

#[test]
fn a_template_is_taken_by_its_schema_where_the_program_takes_it() {
    compare(&[
        (
            "yearbook",
            good(Kind::Template, "templates/yearbook.toml", "", "yearbook"),
        ),
        (
            "yearbook",
            good(Kind::Template, "templates/flyer-dl.toml", "", "flyer-dl"),
        ),
        (
            "yearbook",
            good(Kind::Template, "templates/brochure-a4.toml", "", "brochure-a4"),
        ),
    ]);
}

#[test]
fn a_printers_file_is_taken_by_its_schema_where_the_program_takes_it() {
    compare(&[(
        "herbarium",
        good(Kind::Printer, "templates/printers/standard.toml", "", "flyer-a6"),
    )]);
}

#[test]
fn a_document_is_taken_by_its_schema_where_the_program_takes_it() {
    compare(&[
        (
            "almanac",
            good(Kind::Content, "content/almanac.toml", "almanac", "almanac"),
        ),
        (
            "yearbook",
            good(Kind::Content, "content/yearbook.toml", "yearbook", "yearbook"),
        ),
    ]);
}

#[test]
fn words_that_divide_otherwise_are_taken_by_their_schema_where_the_program_takes_them() {
    compare(&[(
        "herbarium",
        good(
            Kind::Hyphenation,
            "content/hyphenation.toml",
            "leaflet",
            "leaflet",
        ),
    )]);
}

/// Spoils good files of one kind in every field of its schema, and compares verdicts.
fn compare(files: &[(&str, Good)]) {
    let judge = Judge::new(files[0].1.kind);
    let mut untouched: BTreeSet<String> = BTreeSet::new();
    super::walk(&judge.schema, &mut |pointer, _| {
        if !pointer.starts_with("/Block") && !pointer.ends_with("/*") && !pointer.is_empty() {
            untouched.insert(pointer.to_owned());
        }
    });
    let mut seen = BTreeSet::new();
    let (mut taken, mut refused, mut disagreements) = (0, 0, BTreeMap::new());
    for (project, file) in files {
        let sandbox = Sandbox::of(project);
        let text = std::fs::read_to_string(sandbox.path(file.path))
            .unwrap_or_else(|_| "de.words = [\"Punkt-dienst\", \"Berghain\"]".to_owned());
        let whole = toml::read(&text);
        assert_eq!(
            errors(&sandbox, file, &whole),
            [],
            "{} is not good to begin with",
            file.path
        );
        assert_eq!(judge.complaint(&whole), None, "{}", file.path);
        let mut spoiler = Spoiler {
            seen: &mut seen,
            spoiled: Vec::new(),
        };
        spoiler.spoil(&judge.schema, "", &whole, "");
        for spoiled in spoiler.spoiled {
            untouched.remove(&spoiled.field);
            let by_program = errors(&sandbox, file, &spoiled.whole);
            let by_schema = judge.complaint(&spoiled.whole);
            let is_form = |(code, message): &&(Code, String)| {
                FORM.contains(code) && BEYOND.iter().all(|(said, _)| !message.contains(said))
            };
            let told = match (&by_schema, by_program.iter().find(is_form)) {
                (None, Some((code, message))) => {
                    format!("only the program refuses: {} {message}", code.as_str())
                }
                (Some(complaint), None) if by_program.is_empty() => {
                    format!(
                        "only the schema refuses: {}",
                        complaint.lines().last().unwrap_or_default()
                    )
                }
                (None, _) => {
                    taken += 1;
                    continue;
                }
                (Some(_), _) => {
                    refused += 1;
                    continue;
                }
            };
            disagreements.insert(spoiled.what, told);
        }
    }
    let told: Vec<String> = disagreements
        .iter()
        .map(|(what, told)| format!("{what}: {told}"))
        .collect();
    assert!(
        told.is_empty(),
        "{} of {}:\n{}",
        told.len(),
        taken + refused + told.len(),
        told.join("\n")
    );
    assert!(untouched.is_empty(), "no file has these fields: {untouched:?}");
    assert!(
        taken > 3 && refused > taken,
        "{taken} taken, {refused} refused: that proves little"
    );
}

/// What the program finds wrong with a file, without setting it.
fn errors(sandbox: &Sandbox, file: &Good, whole: &Value) -> Vec<(Code, String)> {
    let project = Project::open(&sandbox.path("")).unwrap();
    let mut project = project.with([(file.path.to_owned(), toml::write(whole))]);
    let mut log = Log::new();
    if file.document.is_empty() {
        let source = project.sources.add("nowhere", "");
        let nowhere = Span {
            source,
            start: 0,
            end: 0,
        };
        let name = Spanned::new(file.template.to_owned(), nowhere);
        let _ = template::load(&mut project, &name, None, &Language("de-DE".into()), &mut log);
    } else if let Ok(content) = content::load(&mut project, file.document, &mut log) {
        let document = &content.document.value;
        let language = Language(document.language.value.as_str().into());
        let _ = story::about(&content, &mut log);
        if let Ok(template) = template::load(
            &mut project,
            &document.template,
            document.printer.as_ref(),
            &language,
            &mut log,
        ) {
            let _ = story::bind(&content, &template, &mut log);
        }
    }
    let errors = log
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    errors
        .map(|finding| (finding.code, finding.message.in_lang(Lang::English).to_owned()))
        .collect()
}

/// A file with something done to it.
struct Spoiled {
    /// The field of the schema.
    field: String,
    /// What was done.
    what: String,
    whole: Value,
}

/// All that is spoiled of one file.
struct Spoiler<'s> {
    /// Fields of the schema that were spoiled before, where they were there and where they were not.
    seen: &'s mut BTreeSet<(String, bool)>,
    spoiled: Vec<Spoiled>,
}

impl Spoiler<'_> {
    /// Spoils what stands at a place of a file, and all in it, as far as the like of it was not spoiled before.
    fn spoil(&mut self, schema: &Value, field: &str, whole: &Value, place: &str) {
        match whole.pointer(place) {
            // A table of a kind that holds itself was spoiled already.
            _ if schema.get("$ref").is_some() => {}
            Some(Value::Object(fields)) => {
                for (name, inner) in schema
                    .get("properties")
                    .and_then(Value::as_object)
                    .into_iter()
                    .flatten()
                {
                    let is_there = fields.contains_key(name);
                    self.field(
                        inner,
                        &format!("{field}/{name}"),
                        whole,
                        &format!("{place}/{name}"),
                        is_there,
                    );
                }
                let known = |name: &str| {
                    schema
                        .pointer("/properties")
                        .is_some_and(|known| known.get(name).is_some())
                };
                let named = schema
                    .get("additionalProperties")
                    .filter(|named| named.is_object());
                for name in fields.keys().filter(|name| !known(name)) {
                    let Some(named) = named else { break };
                    self.field(
                        named,
                        &format!("{field}/*"),
                        whole,
                        &format!("{place}/{name}"),
                        true,
                    );
                }
                if self.seen.insert((format!("{field}/nonsense"), false)) {
                    let first = fields.values().next().cloned().unwrap_or(json!(1));
                    for name in ["nonsense", "two words", ""] {
                        self.put(field, whole, &format!("{place}/{name}"), Some(first.clone()));
                    }
                }
            }
            Some(Value::Array(elements)) => {
                let Some(items) = schema.get("items") else { return };
                for index in 0..elements.len() {
                    self.field(
                        items,
                        &format!("{field}/[]"),
                        whole,
                        &format!("{place}/{index}"),
                        true,
                    );
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, schema: &Value, field: &str, whole: &Value, place: &str, is_there: bool) {
        let all = |list: &str| {
            schema
                .get(list)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default()
        };
        // A table of which nothing must be said may be empty.
        let empty = schema
            .get("type")
            .filter(|of| *of == "object" && schema.get("required").is_none());
        let meant: Vec<Value> = all("examples")
            .into_iter()
            .chain(schema.get("default").cloned())
            .chain(empty.map(|_| json!({})))
            .collect();
        if self.seen.insert((field.to_owned(), is_there)) {
            let slips = all("enum")
                .into_iter()
                .filter_map(|word| Some(format!("{}x", word.as_str()?).into()));
            let candidates = values()
                .into_iter()
                .chain(meant.clone())
                .chain(all("enum"))
                .chain(slips);
            for value in candidates {
                self.put(field, whole, place, Some(value));
            }
            if is_there {
                self.put(field, whole, place, None);
            }
        }
        if is_there {
            self.spoil(schema, field, whole, place);
        }
        for value in meant
            .into_iter()
            .filter(|value| value.is_object() || value.is_array())
        {
            self.spoil(schema, field, &changed(whole, place, Some(value)), place);
        }
    }

    fn put(&mut self, field: &str, whole: &Value, place: &str, value: Option<Value>) {
        self.spoiled.push(Spoiled {
            field: field.to_owned(),
            what: match &value {
                Some(value) => format!("{place} = {value}"),
                None => format!("{place} left out"),
            },
            whole: changed(whole, place, value),
        });
    }
}

/// A file with another value at a place, or without any.
fn changed(whole: &Value, place: &str, value: Option<Value>) -> Value {
    let mut changed = whole.clone();
    let (parent, name) = place.rsplit_once('/').unwrap();
    match (changed.pointer_mut(parent).unwrap(), value) {
        (Value::Object(fields), Some(value)) => {
            fields.insert(name.to_owned(), value);
        }
        (Value::Object(fields), None) => {
            fields.remove(name);
        }
        (Value::Array(elements), Some(value)) => elements[name.parse::<usize>().unwrap()] = value,
        (Value::Array(elements), None) => {
            elements.remove(name.parse().unwrap());
        }
        (other, _) => panic!("{place} leads into {other}"),
    }
    changed
}
