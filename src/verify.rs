//! Is it good? The judge reads what was made and does not know how it was made: of a scene, that nothing which somebody wrote was lost on
//! the way and nothing was added, that its inks can be printed well, that nothing small stands where the sheet is folded,
//! that artwork runs out over the edge, and that nothing is too fine for the press.

mod access;
mod bleed;
mod creep;
mod fine;
mod folds;
mod inks;
pub mod pdf;

pub use access::{Finished, access};
pub use creep::creep;
pub use folds::folds;
pub use inks::inks;

use crate::assets::Assets;
use crate::diag::{Code, Log, Reported};
use crate::scene::{NodeId, Reading, Scene};
use crate::story::{Block, BlockKind, Story};
use crate::style::Role;
use crate::template::Printer;
use crate::wording::{Text, text};

/// Looks at a document as whoever prepares it for the press does: artwork runs out over the edge, and nothing is too fine.
///
/// # Errors
/// When artwork that touches the trim does not fill the bleed. What is too fine is a warning.
pub fn printable(scene: &Scene, assets: &Assets, printer: &Printer, log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    bleed::check(scene, assets, log);
    fine::check(scene, printer, log);
    log.stop_if_worse_than(before)
}

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
    let reading = Reading::new(scene);
    for (section, told) in sections.zip(stories.chunk_by(Story::shares_section)) {
        check_stories(scene, &reading, section, told, log);
    }
    log.stop_if_worse_than(before)
}

fn check_stories(scene: &Scene, reading: &Reading<'_>, section: NodeId, stories: &[Story], log: &mut Log) {
    let Some(story) = stories.first() else { return };
    if stories
        .iter()
        .flat_map(|story| &story.blocks)
        .any(|block| matches!(block.kind, BlockKind::Contents(_)))
    {
        // What the contents say was written elsewhere.
        return;
    }
    let set = words(&without_labels(scene, reading, section));
    let blocks = stories.iter().flat_map(|story| &story.blocks);
    let written = words(&blocks.map(Block::written_text).collect::<String>());
    let Some(at) = first_difference(&written, &set) else {
        return;
    };
    let said = |words: &[String]| match words.get(at) {
        Some(word) => Text::verbatim(word),
        None => text!("nothing more", "nichts mehr"),
    };
    let name = &story.name;
    log.error(
        Code::LOST_TEXT,
        story.span,
        text!(
            "the story `{name}` was set with other words than it was written in",
            "der Text `{name}` wurde mit anderen Wörtern gesetzt, als er geschrieben ist"
        ),
    )
    .label(text!(
        "`{wanted}` is written, `{found}` was set",
        "geschrieben ist `{wanted}`, gesetzt wurde `{found}`";
        wanted = said(&written), found = said(&set)
    ))
    .help(text!(
        "this is a fault of faltwerk, please report it with this document",
        "das ist ein Fehler von faltwerk: ihn zusammen mit diesem Dokument melden"
    ));
}

fn first_difference(written: &[String], set: &[String]) -> Option<usize> {
    let longest = written.len().max(set.len());
    (0..longest).find(|at| written.get(*at) != set.get(*at))
}

/// What stands under a section, bullets and numbers aside: those were not written.
fn without_labels(scene: &Scene, reading: &Reading<'_>, id: NodeId) -> String {
    let node = scene.structure.node(id);
    match node.role {
        Role::Label => String::new(),
        Role::Section | Role::List(_) | Role::ListItem | Role::ListBody | Role::BlockQuote
            if has_blocks(scene, id) =>
        {
            node.children
                .iter()
                .map(|child| without_labels(scene, reading, *child) + "\n")
                .collect()
        }
        // The pages that references show are no words of the author.
        _ => reading.under_without(id, &Role::Reference),
    }
}

/// Whether a node holds blocks, not words.
fn has_blocks(scene: &Scene, id: NodeId) -> bool {
    let children = &scene.structure.node(id).children;
    let is_words = |role: &Role| matches!(role, Role::Text | Role::Link | Role::Span | Role::Reference);
    !children
        .iter()
        .any(|child| is_words(&scene.structure.node(*child).role))
}

/// Words, with every kind of space between them and soft hyphens left out.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{AD}', "")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scene::{Mark, PageKind, Structure, fixture};
    use crate::source::{SourceId, Sources, Span};
    use crate::story::{Block, Inline};
    use crate::style::{ParagraphStyle, TextStyle};
    use crate::template::{Marker, Style};

    const PLACE: Span = Span {
        source: SourceId(0),
        start: 7,
        end: 12,
    };

    /// A scene with one section, which says `set`.
    fn scene_of(set: &str) -> Scene {
        let mut scene = fixture::scene();
        let section = scene.structure.add(Structure::ROOT, Role::Section);
        let paragraph = scene.structure.add(section, Role::Paragraph);
        let mut page = fixture::page(PageKind::Bound, "1", 200, 200);
        page.items
            .push(fixture::run(set, 10, 10, Mark::Content(paragraph)));
        scene.pages.push(page);
        scene
    }

    fn story_of(written: &str) -> Story {
        let style = style();
        let inline = Inline::plain(written.to_owned(), Arc::new(style.text.clone()));
        Story {
            record: None,
            name: "start".to_owned(),
            span: PLACE,
            part: None,
            blocks: vec![Block {
                kind: BlockKind::Paragraph(Role::Paragraph, vec![inline]),
                style,
                origin: PLACE,
                drawn: Arc::default(),
                name: None,
            }],
        }
    }

    fn style() -> Style {
        Style {
            text: TextStyle {
                language: fixture::language(),
                ..TextStyle::default()
            },
            paragraph: Arc::new(ParagraphStyle {
                name: "body".into(),
                ..ParagraphStyle::default()
            }),
            marker: Marker::None,
            span: PLACE,
            font_span: PLACE,
        }
    }

    /// What is said of a story that is written like this and set like that.
    fn said(written: &str, set: &str) -> Vec<String> {
        let mut log = Log::new();
        let result = scene(&scene_of(set), &[story_of(written)], &mut log);
        assert_eq!(result.is_err(), !log.findings().is_empty());
        let mut sources = Sources::default();
        sources.add("content/flyer.toml", "[story.start]\n");
        let findings = log.findings().iter();
        findings
            .map(|finding| crate::diag::render_human(finding, &sources, crate::wording::Lang::English, false))
            .collect()
    }

    #[test]
    fn the_same_words_are_good_whatever_the_spaces_and_soft_hyphens() {
        assert_eq!(said("Netz\u{AD}werk am\nBach", "Netzwerk am\u{A0}Bach"), [""; 0]);
    }

    #[test]
    fn a_lost_word_is_a_fault_of_faltwerk_and_is_named() {
        assert_eq!(
            said("Netzwerk am Bach", "Netzwerk Bach"),
            ["\
error[lost-text]: the story `start` was set with other words than it was written in
 --> content/flyer.toml:1:8
  |
1 | [story.start]
  |        ^^^^^ `am` is written, `Bach` was set
  |
help: this is a fault of faltwerk, please report it with this document"]
        );
    }

    #[test]
    fn words_at_the_end_are_missed_and_words_too_many_are_noticed() {
        let lost = said("Netzwerk am Bach", "Netzwerk am");
        assert!(
            lost[0].contains("`Bach` is written, `nothing more` was set"),
            "{lost:?}"
        );
        let added = said("Netzwerk", "Netzwerk am Bach");
        assert!(
            added[0].contains("`nothing more` is written, `am` was set"),
            "{added:?}"
        );
    }
}
