//! A project's own divisions of words, from the file in its content to the lines of its document.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests lay out the files that the program reads"
)]

mod common;

use common::Sandbox;
use faltwerk::diag::Log;
use faltwerk::project::Project;
use faltwerk::scene::{Item, ItemKind};

/// The ends of divided words in the leaflet, whose text has one long word over and over, with these divisions.
fn divided(words: &str) -> Vec<String> {
    let sandbox = Sandbox::of("herbarium");
    // Words of many lengths between, so that the long one comes to stand at every place of a line.
    let text: String = (1..16)
        .map(|length| format!("{} Pflanzengesellschaften ", "i".repeat(length)))
        .collect();
    sandbox.replace("content/leaflet.toml", "Vor dem Sammeln:", text.trim_end());
    if !words.is_empty() {
        sandbox.write("content/hyphenation.toml", words);
    }
    let mut project = Project::open(&sandbox.path("")).unwrap();
    let mut log = Log::new();
    let composed = faltwerk::compose(&mut project, "leaflet", &mut log).unwrap();
    let mut ends = Vec::new();
    for page in &composed.scene.pages {
        collect(&page.items, &mut ends);
    }
    ends.retain(|end| end.starts_with("Pflan"));
    ends.sort_unstable();
    ends.dedup();
    ends
}

fn collect(items: &[Item], ends: &mut Vec<String>) {
    for item in items {
        match &item.kind {
            ItemKind::Glyphs(run) => {
                let word = run.text.trim_end().rsplit(' ').next().unwrap_or_default();
                ends.extend(word.strip_suffix('\u{ad}').map(str::to_owned));
            }
            ItemKind::Group(group) => collect(&group.items, ends),
            _ => {}
        }
    }
}

#[test]
fn the_projects_own_divisions_are_the_only_ones_of_their_words() {
    assert_eq!(divided(""), ["Pflanzen"]);
    assert_eq!(divided("[de]\nwords = [\"Pflan-zengesellschaft\"]\n"), ["Pflan"]);
    assert_eq!(divided("[de]\nwords = [\"Pflanzengesellschaft\"]\n"), [""; 0]);
    assert_eq!(divided("[en]\nwords = [\"Pflanzengesellschaft\"]\n"), divided(""));
}
