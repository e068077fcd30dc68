//! From the folder to content: which documents there are, and one of them with the data it names.

use std::collections::BTreeSet;

use super::document::DocumentFile;
use super::{Content, Data, DataValue, Story};
use crate::diag::{Code, Log, Reported};
use crate::project::{Project, ReadError};
use crate::source::{SourceId, Span, Spanned, decode};

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
        project.read_text(path).is_ok_and(|id| {
            let text = &project.sources.file(id).text;
            text.lines()
                .any(|line| line.trim_start().starts_with("[document]"))
        })
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
    let file = decoded.value.ok_or(Reported)?;
    let data = load_data(project, &file, log);
    check_counts(&file, log);
    log.stop_if_worse_than(before)?;
    let stories = file
        .story
        .into_iter()
        .map(|(name, blocks)| Story { name, blocks })
        .collect();
    let content = Content {
        name: name.to_owned(),
        document: file.document,
        parts: file.part,
        stories,
        data,
    };
    check_parts(&content, log);
    log.stop_if_worse_than(before)?;
    Ok(content)
}

fn check_counts(file: &DocumentFile, log: &mut Log) {
    let listed = file.part.iter().map(|part| part.stories.len());
    for (what, count) in [
        ("stories", file.story.iter().count()),
        ("parts", file.part.len()),
        ("stories in parts", listed.sum()),
    ] {
        if count > MOST_STORIES {
            let message = format!("a document has at most {MOST_STORIES} {what}, this one has {count}");
            log.error(Code::BAD_VALUE, file.document.span, message);
        }
    }
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
                format!("a document draws on at most {MOST_DATA_FILES} files"),
            )
            .help("put what belongs together into one file");
            break;
        }
        let path = format!("{FOLDER}/{}", named.value);
        let Ok(source) = read(project, &path, Some(named.span), log) else {
            continue;
        };
        let text = &project.sources.file(source).text;
        let whole = Span {
            source,
            start: 0,
            end: 0,
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
        let code = if matches!(error, ReadError::Missing) {
            Code::MISSING_FILE
        } else {
            Code::BROKEN_TOML
        };
        let message = format!("`{path}` cannot be read: {error}");
        match named_at {
            Some(span) => {
                let files = project.files(FOLDER, &["toml"]);
                let known = files.iter().filter_map(|file| file.strip_prefix("content/"));
                log.error(code, span, message)
                    .suggest(path.strip_prefix("content/").unwrap_or(path), known)
            }
            None => log.error_in_file(code, path, message),
        };
        Reported
    })
}

fn check_parts(content: &Content, log: &mut Log) {
    let known: BTreeSet<&str> = content
        .stories
        .iter()
        .map(|story| story.name.value.as_str())
        .collect();
    for wanted in content.parts.iter().flat_map(|part| &part.stories) {
        if !known.contains(wanted.value.as_str()) {
            log.error(
                Code::UNKNOWN_NAME,
                wanted.span,
                format!("there is no story `{}`", wanted.value),
            )
            .suggest(&wanted.value, known.iter().copied());
        }
    }
}
