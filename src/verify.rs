//! Is it good? The judge reads what was made and does not know how it was made: of a scene, that nothing which somebody wrote was lost on
//! the way and nothing was added.

use crate::diag::{Code, Log, Reported};
use crate::scene::{NodeId, Scene, Words};
use crate::story::{BlockKind, Story, plain_text};
use crate::style::Role;

/// Proves that every story stands in the scene, whole and in its own words.
///
/// # Errors
/// When a word was lost or added. That is no mistake of the author but of this program, and the document must not go out.
pub fn scene(scene: &Scene, stories: &[Story], log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    let order = scene.structure.in_reading_order();
    let sections = order
        .into_iter()
        .filter(|id| scene.structure.node(*id).role == Role::Section);
    let words = Words::of(scene);
    for (section, story) in sections.zip(stories) {
        check_story(scene, &words, section, story, log);
    }
    log.stop_if_worse_than(before)
}

fn check_story(scene: &Scene, read: &Words<'_>, section: NodeId, story: &Story, log: &mut Log) {
    if story
        .blocks
        .iter()
        .any(|block| matches!(block.kind, BlockKind::Contents(_)))
    {
        // What the contents say was written elsewhere.
        return;
    }
    let set = words(&without_labels(scene, read, section));
    let written = words(&written_text(story));
    let Some(at) = first_difference(&written, &set) else {
        return;
    };
    let wanted = written.get(at).map_or("nothing more", String::as_str);
    let found = set.get(at).map_or("nothing more", String::as_str);
    log.error(
        Code::LOST_TEXT,
        story.span,
        format!(
            "the story `{}` was set with other words than it was written in",
            story.name
        ),
    )
    .label(format!("`{wanted}` is written, `{found}` was set"))
    .help("this is a fault of faltwerk, please report it with this document");
}

fn first_difference(written: &[String], set: &[String]) -> Option<usize> {
    let longest = written.len().max(set.len());
    (0..longest).find(|at| written.get(*at) != set.get(*at))
}

/// What stands under a section, bullets and numbers aside: those were not written.
fn without_labels(scene: &Scene, read: &Words<'_>, id: NodeId) -> String {
    let node = scene.structure.node(id);
    match node.role {
        Role::Label => String::new(),
        Role::Section | Role::List(_) | Role::ListItem => node
            .children
            .iter()
            .map(|child| without_labels(scene, read, *child) + "\n")
            .collect(),
        _ => read.under(id),
    }
}

fn written_text(story: &Story) -> String {
    let mut text = String::new();
    for block in &story.blocks {
        match &block.kind {
            BlockKind::Paragraph(_, inlines) => text.push_str(&plain_text(inlines)),
            BlockKind::List(_, items) => {
                for item in items {
                    text.push_str(&plain_text(&item.text));
                    text.push('\n');
                }
            }
            BlockKind::Figure(_) | BlockKind::Qr(_) | BlockKind::Contents(_) => {}
        }
        text.push('\n');
    }
    text
}

/// Words, with every kind of space between them and soft hyphens left out.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{AD}', "")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}
