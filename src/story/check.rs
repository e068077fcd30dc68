//! What only shows when all stories are bound: contents that are too long, frames and stories that do not know each other.

use std::collections::BTreeSet;

use super::{Block, BlockKind, Inline, Story};
use crate::content::Content;
use crate::diag::{Code, Log};
use crate::source::{Words, nearest};
use crate::style::Role;
use crate::template::Template;

/// Entries that all contents of a document may have together: twenty pages of them.
const MOST_ENTRIES: usize = 1_000;

/// Each table of contents has an entry for each heading.
pub(super) fn check_contents(stories: &[Story], log: &mut Log) {
    let blocks = || stories.iter().flat_map(|story| &story.blocks);
    let is_heading = |block: &&Block| matches!(block.kind, BlockKind::Paragraph(Role::Heading(_), _));
    let headings = blocks().filter(is_heading).count();
    let mut entries = 0;
    for block in blocks().filter(|block| matches!(block.kind, BlockKind::Contents(_))) {
        entries += headings;
        if entries > MOST_ENTRIES {
            log.error(
                Code::BAD_VALUE,
                block.origin,
                format!("the contents of a document have at most {MOST_ENTRIES} entries"),
            )
            .help("list fewer headings, or show the contents once");
            return;
        }
    }
}

/// Links within the document lead to a story or to a heading that has a name; no two of them have the same one.
pub(super) fn check_places(stories: &[Story], log: &mut Log) {
    let told = stories.iter().filter(|story| !story.blocks.is_empty());
    let mut names: BTreeSet<&str> = told.map(|story| story.name.as_str()).collect();
    let blocks: Vec<&Block> = stories
        .iter()
        .flat_map(|story| &story.blocks)
        .flat_map(Block::with_inner)
        .collect();
    for block in &blocks {
        if let Some(name) = &block.name
            && !names.insert(name)
        {
            log.error(
                Code::BAD_VALUE,
                block.origin,
                format!("another story or heading is called `{name}` already"),
            )
            .help("give each a name of its own, so that links to it lead there");
        }
    }
    let known: Vec<&str> = names.iter().copied().collect();
    for block in &blocks {
        let BlockKind::Paragraph(_, inlines) = &block.kind else {
            continue;
        };
        for name in inlines.iter().flat_map(Inline::places) {
            if !names.contains(&**name) {
                log.error(
                    Code::UNKNOWN_NAME,
                    block.origin,
                    format!("no story and no heading is called `{name}`"),
                )
                .words(Words::alone(format!("(#{name})")))
                .suggest(name, known.iter().copied());
            }
        }
    }
}

/// A frame that waits for a story which the document does not have is a slip of the pen in one of both files, and so is a story that no
/// frame shows.
pub(super) fn check_frames(content: &Content, template: &Template, stories: &[Story], log: &mut Log) {
    let awaited: BTreeSet<&str> = template
        .frames
        .iter()
        .map(|frame| frame.story.value.as_str())
        .collect();
    let mut meant: BTreeSet<&str> = BTreeSet::new();
    let known: BTreeSet<&str> = content
        .stories
        .iter()
        .map(|story| story.name.value.as_str())
        .collect();
    // As lists, for finding the nearest.
    let [all_known, all_awaited] = [&known, &awaited].map(|set| set.iter().copied().collect::<Vec<_>>());
    for frame in &template.frames {
        let name = &frame.story;
        if !known.contains(name.value.as_str()) {
            let message = format!("the document has no story `{}`", name.value);
            let finding = log.error(Code::UNKNOWN_NAME, name.span, message);
            if finding.is_kept() {
                finding
                    .suggest(&name.value, all_known.iter().copied())
                    .also(content.document.span, format!("document `{}`", content.name));
                meant.extend(nearest(&name.value, &all_known));
            }
        }
    }
    for story in stories {
        let name = story.name.as_str();
        // Left out when all it says is left out, and said already when a frame waits for it under another name.
        if story.blocks.is_empty() || awaited.contains(name) || meant.contains(name) {
            continue;
        }
        let message = format!("no frame shows the story `{name}`");
        let finding = log.error(Code::UNPLACED_CONTENT, story.span, message);
        if finding.is_kept() {
            finding
                .also(template.span, format!("template `{}`", template.name))
                .help(match nearest(name, &all_awaited) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("give it a `[[frame]]` with `story = \"{name}\"`, or take it out"),
                });
        }
    }
}
