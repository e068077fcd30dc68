//! What was written in TOML, without layout and PDF.

use std::path::Path;

use faltwerk::content::{self, DataValue};
use faltwerk::diag::Log;
use faltwerk::project::Project;
use faltwerk::story::{Block, Story};
use faltwerk::style::Language;
use faltwerk::template;

use super::read_back::words;

/// A document's stories as they are written, without layout and PDF.
pub(super) fn stories(root: &Path, name: &str) -> Vec<Story> {
    let mut project = Project::open(root).unwrap();
    let mut log = Log::new();
    let content = content::load(&mut project, name, &mut log).unwrap();
    let document = &content.document.value;
    let language = Language(document.language.value.as_str().into());
    let template = template::load(&mut project, &document.template, None, &language, &mut log).unwrap();
    faltwerk::story::bind(&content, &template, &mut log)
        .unwrap()
        .stories
}

/// The words of stories; what a table of contents says is written elsewhere.
pub(super) fn written(stories: &[Story]) -> Vec<String> {
    let blocks = stories.iter().flat_map(|story| &story.blocks);
    let text: String = blocks.map(Block::written_text).collect();
    words(&text)
}

pub(super) fn contains(whole: &[String], part: &[String]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|window| window == part)
}

/// All texts of a value of the data.
pub(super) fn texts(value: &DataValue, found: &mut Vec<String>) {
    match value {
        DataValue::Text(text) => found.push(text.clone()),
        DataValue::List(values) => values.iter().for_each(|value| texts(&value.value, found)),
        DataValue::Record(record) => record.iter().for_each(|(_, value)| texts(&value.value, found)),
    }
}
