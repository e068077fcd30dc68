//! What only shows when all stories are bound: contents that are too long, frames and stories that do not know each other.

use std::collections::BTreeSet;

use super::{Block, BlockKind, Inline, Story};
use crate::content::Content;
use crate::diag::{Code, Log};
use crate::source::{Words, nearest};
use crate::style::Role;
use crate::template::Template;
use crate::wording::text;

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
                text!(
                    "the contents of a document have at most {MOST_ENTRIES} entries",
                    "die Inhaltsverzeichnisse eines Dokuments haben höchstens {MOST_ENTRIES} Einträge"
                ),
            )
            .help(text!(
                "list fewer headings, or show the contents once",
                "weniger Überschriften aufführen oder das Inhaltsverzeichnis nur einmal zeigen"
            ));
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
                text!(
                    "another story or heading is called `{name}` already",
                    "ein anderer Text oder eine andere Überschrift heißt schon `{name}`"
                ),
            )
            .help(text!(
                "give each a name of its own, so that links to it lead there",
                "jedem einen eigenen Namen geben, damit Links dorthin führen"
            ));
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
                    text!(
                        "no story and no heading is called `{name}`",
                        "kein Text und keine Überschrift heißt `{name}`"
                    ),
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
            let called = &name.value;
            let message = text!(
                "the document has no story `{called}`",
                "einen Text `{called}` gibt es im Dokument nicht"
            );
            let finding = log.error(Code::UNKNOWN_NAME, name.span, message);
            if finding.is_kept() {
                let document = &content.name;
                finding.suggest(&name.value, all_known.iter().copied()).also(
                    content.document.span,
                    text!("document `{document}`", "Dokument `{document}`"),
                );
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
        let message = text!(
            "no frame shows the story `{name}`",
            "kein Rahmen zeigt den Text `{name}`"
        );
        let finding = log.error(Code::UNPLACED_CONTENT, story.span, message);
        if finding.is_kept() {
            let this = &template.name;
            finding
                .also(template.span, text!("template `{this}`", "Vorlage `{this}`"))
                .help(match nearest(name, &all_awaited) {
                    Some(meant) => text!("did you mean `{meant}`?", "ist `{meant}` gemeint?"),
                    None => text!(
                        "give it a `[[frame]]` with `story = \"{name}\"`, or take it out",
                        "ihm ein `[[frame]]` mit `story = \"{name}\"` geben oder ihn streichen"
                    ),
                });
        }
    }
}
