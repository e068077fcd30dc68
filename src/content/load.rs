//! From the folder to content: which documents there are, and one of them with the data it names.

use std::collections::{BTreeMap, BTreeSet};

use super::document::DocumentFile;
use super::hyphenation;
use super::{Content, Data, DataValue, Document, Story};
use crate::diag::{Code, Log, Reported};
use crate::project::{Project, ReadError};
use crate::source::{SourceId, Span, Spanned, decode};
use crate::wording::text;

/// The folder of everything that is said.
const FOLDER: &str = "content";

/// Files with shared data that a document may draw on.
const MOST_DATA_FILES: usize = 32;

/// Stories and parts that a document may have: eight for each page of the thickest stitched brochure.
const MOST_STORIES: usize = 1_000;

/// The names of all documents of a project, in alphabetical order. A file that is broken TOML counts when it seems to have a
/// `[document]` table: its author wants to hear what is wrong with it.
pub fn names(project: &mut Project) -> Vec<String> {
    let files = project.files(FOLDER, &["toml"]);
    let is_document = |project: &mut Project, path: &str| {
        let seems_one = |line: &[u8]| line.trim_ascii_start().starts_with(b"[document]");
        match project.read_text(path) {
            Ok(id) => project
                .sources
                .file(id)
                .text
                .lines()
                .any(|line| seems_one(line.as_bytes())),
            // Saved in another encoding it is still meant as a document.
            Err(ReadError::NotText(_)) => project
                .read_asset(path)
                .is_ok_and(|bytes| bytes.split(|byte| *byte == b'\n').any(seems_one)),
            // What it is cannot be known, so it is not left out in silence.
            Err(ReadError::TooMuch(_) | ReadError::Changed) => true,
            Err(_) => false,
        }
    };
    files
        .iter()
        .filter(|path| is_document(project, path))
        .filter_map(|path| path.strip_prefix("content/")?.strip_suffix(".toml"))
        .map(str::to_owned)
        .collect()
}

/// Loads a document and the data it names.
///
/// # Errors
/// When a file is missing or malformed; all is in the log.
pub fn load(project: &mut Project, name: &str, log: &mut Log) -> Result<Content, Reported> {
    let before = log.errors();
    let path = format!("{FOLDER}/{name}.toml");
    let source = read(project, &path, None, log)?;
    let decoded = decode::<DocumentFile>(source, &project.sources.file(source).text);
    log.faults(&decoded.faults);
    // What the file names is looked at even when something else in it is wrong, so that mistakes in several files show in one run.
    let file = decoded.value.or(decoded.salvaged).ok_or(Reported)?;
    check_counts(&file, log)?;
    let data = load_data(project, &file, log);
    let hyphenation = hyphenation::load(project, log);
    check_parts(&file, log);
    check_pages(&file, log);
    log.stop_if_worse_than(before)?;
    let stories = file
        .story
        .into_iter()
        .map(|(name, blocks)| Story { name, blocks })
        .collect();
    Ok(Content {
        name: name.to_owned(),
        document: file.document,
        parts: file.part,
        pages: file.pages,
        stories,
        data,
        hyphenation,
    })
}

/// What a document's file says of the document, as far as it can be read: for looking at its template though it is faulty itself. Logs
/// nothing.
pub fn glance(project: &mut Project, name: &str) -> Option<Document> {
    let source = project.read_text(&format!("{FOLDER}/{name}.toml")).ok()?;
    let decoded = decode::<DocumentFile>(source, &project.sources.file(source).text);
    let file = decoded.value.or(decoded.salvaged)?;
    Some(file.document.value)
}

fn check_counts(file: &DocumentFile, log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    let listed = file.part.iter().map(|part| part.stories.len());
    let repeated = file.pages.iter().map(|pages| pages.stories.len());
    for (what, count) in [
        (text!("stories", "Texte"), file.story.iter().count()),
        (text!("parts", "Teile"), file.part.len()),
        (text!("stories in parts", "Texte in Teilen"), listed.sum()),
        (text!("stories in `pages`", "Texte in `pages`"), repeated.sum()),
        (text!("tables `pages`", "Tabellen `pages`"), file.pages.len()),
    ] {
        if count > MOST_STORIES {
            let message = text!(
                "a document has at most {MOST_STORIES} {what}, this one has {count}",
                "ein Dokument hat höchstens {MOST_STORIES} {what}, dieses hat {count}"; what
            );
            log.error(Code::BAD_VALUE, file.document.span, message);
        }
    }
    log.stop_if_worse_than(before)
}

fn load_data(project: &mut Project, file: &DocumentFile, log: &mut Log) -> Data {
    let mut data = Data::default();
    let mut loaded = BTreeSet::new();
    for named in &file.document.value.data {
        if !loaded.insert(named.value.as_str()) {
            continue;
        }
        if loaded.len() > MOST_DATA_FILES {
            log.error(
                Code::BAD_VALUE,
                named.span,
                text!(
                    "a document draws on at most {MOST_DATA_FILES} files",
                    "ein Dokument greift auf höchstens {MOST_DATA_FILES} Dateien zu"
                ),
            )
            .help(text!(
                "put what belongs together into one file",
                "in einer Datei zusammenfassen, was zusammengehört"
            ));
            break;
        }
        let path = Project::path_of(FOLDER, &named.value);
        let Ok(source) = read(project, &path, Some(named.span), log) else {
            continue;
        };
        let text = &project.sources.file(source).text;
        let whole = Span {
            source,
            start: 0,
            end: text.len() as u32,
        };
        let decoded = decode::<DataValue>(source, text);
        log.faults(&decoded.faults);
        if let Some(value) = decoded.value {
            let stem = named
                .value
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim_end_matches(".toml");
            data.add(stem, Spanned::new(value, whole));
        }
    }
    for (name, field) in file.fields.iter() {
        data.add(
            &name.value,
            Spanned::new(DataValue::Text(field.value.clone()), field.span),
        );
    }
    data
}

fn read(
    project: &mut Project,
    path: &str,
    named_at: Option<Span>,
    log: &mut Log,
) -> Result<SourceId, Reported> {
    project.read_text(path).map_err(|error| {
        let code = error_code(&error);
        let message = text!(
            "`{path}` cannot be read: {why}",
            "`{path}` lässt sich nicht lesen: {why}"; why = error.text()
        );
        let finding = match named_at {
            Some(span) => log.error(code, span, message),
            None => log.error_in_file(code, path, message),
        };
        if let Some(help) = error.help() {
            finding.help(help);
        } else if error.is_about_the_name() && named_at.is_some() {
            let files = project.files(FOLDER, &["toml"]);
            let known = files.iter().filter_map(|file| file.strip_prefix("content/"));
            finding.suggest(path.strip_prefix("content/").unwrap_or(path), known);
        }
        Reported
    })
}

fn error_code(error: &ReadError) -> Code {
    match error {
        ReadError::Missing | ReadError::NoFile => Code::MISSING_FILE,
        ReadError::Outside | ReadError::NoName => Code::BAD_VALUE,
        _ => Code::BROKEN_TOML,
    }
}

fn check_parts(file: &DocumentFile, log: &mut Log) {
    let known: BTreeSet<&str> = file.story.names().collect();
    for wanted in file.part.iter().flat_map(|part| &part.stories) {
        check_story(wanted, &known, log);
    }
}

/// The stories of repeated pages are there, and each is repeated for one list.
fn check_pages(file: &DocumentFile, log: &mut Log) {
    let known: BTreeSet<&str> = file.story.names().collect();
    let mut repeated: BTreeMap<&str, Span> = BTreeMap::new();
    for pages in &file.pages {
        if pages.stories.is_empty() {
            log.error(
                Code::MISSING_FIELD,
                pages.each.span,
                text!("these pages have no stories", "diese Seiten haben keine Texte"),
            )
            .help(text!(
                "name the stories that are set for each record: `stories = [\"...\"]`",
                "die Texte nennen, die für jeden Datensatz gesetzt werden: `stories = [\"...\"]`"
            ));
        }
        for wanted in &pages.stories {
            check_story(wanted, &known, log);
            if let Some(first) = repeated.insert(&wanted.value, wanted.span) {
                let story = &wanted.value;
                log.error(
                    Code::BAD_VALUE,
                    wanted.span,
                    text!(
                        "the story `{story}` is repeated twice",
                        "der Text `{story}` wird zweimal wiederholt"
                    ),
                )
                .also(first, text!("here first", "zuerst hier"))
                .help(text!(
                    "a story is set for the records of one list; write a second one for another list",
                    "ein Text wird für die Datensätze einer Liste gesetzt; für eine andere Liste einen zweiten schreiben"
                ));
            }
        }
    }
}

fn check_story(wanted: &Spanned<String>, known: &BTreeSet<&str>, log: &mut Log) {
    if !known.contains(wanted.value.as_str()) {
        let story = &wanted.value;
        log.error(
            Code::UNKNOWN_NAME,
            wanted.span,
            text!("there is no story `{story}`", "den Text `{story}` gibt es nicht"),
        )
        .suggest(&wanted.value, known.iter().copied());
    }
}
