//! Every template that ships carries the documents that it is made for: as they are, without anything to complain about, its pages well filled.

#![allow(clippy::unwrap_used, reason = "tests take what they expect to be there")]

mod common;

use common::{CARRIED, Sandbox};
use faltwerk::diag::Log;
use faltwerk::project::Project;
use faltwerk::scene::{Item, ItemKind};
use faltwerk::template::Stand;

/// A frame of running text that is fuller has no room for a correction, and one that is emptier looks forgotten; in per cent.
const WELL_FILLED: std::ops::RangeInclusive<u32> = 60..=97;

/// The stories that fill pages; all others are a few lines with space around them.
const RUNNING_TEXT: &[&str] = &["start", "vielfalt", "members", "goals", "kommunal"];

#[test]
fn the_shipped_documents_stand_in_every_template_that_is_made_for_them() {
    for (document, template) in CARRIED {
        let ran = Sandbox::shipped_in(document, template).run(&["check", "--deny-warnings"]);
        assert_eq!(ran.code, 0, "{template}: {}", ran.stderr);
        for fill in fills(&ran.stdout) {
            assert!(WELL_FILLED.contains(&fill.percent), "{template}: {fill:?}");
        }
    }
}

#[test]
fn the_smallest_flyer_carries_a_document_of_its_own() {
    let ran = Sandbox::of("pocket").run(&["check", "--deny-warnings"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for fill in fills(&ran.stdout) {
        assert!(WELL_FILLED.contains(&fill.percent), "{fill:?}");
    }
}

#[test]
fn mirrored_for_a_language_read_from_right_to_left_nothing_comes_near_to_fold_or_trim() {
    for (document, template) in CARRIED {
        let project = Sandbox::shipped_in(document, template);
        project.replace(&format!("content/{document}.toml"), "\"de-DE\"", "\"he\"");
        let ran = project.run(&["check"]);
        assert_eq!(ran.code, 0, "{template}: {}", ran.stderr);
        for finding in ["near-fold", "bad-frame"] {
            assert!(!ran.stderr.contains(finding), "{template}: {}", ran.stderr);
        }
    }
}

#[test]
fn the_chapter_of_six_members_opens_with_six_dots() {
    for (document, template) in CARRIED.iter().filter(|(document, _)| *document == "brochure") {
        let sandbox = Sandbox::shipped_in(document, template);
        let mut project = Project::open(&sandbox.path("")).unwrap();
        let composed = faltwerk::compose(&mut project, document, &mut Log::new()).unwrap();
        let opening = composed
            .fills
            .iter()
            .find(|fill| fill.story == "vielfalt-opening");
        let Some(Stand::Page(page)) = opening.map(|fill| fill.stand) else {
            panic!("{template} has no opening");
        };
        let items = &composed.scene.pages[page as usize - 1].items;
        assert_eq!(items.iter().map(dots).sum::<usize>(), 6, "{template}");
    }
}

#[test]
fn the_weight_of_the_paper_says_how_narrow_a_panel_is_that_is_folded_in() {
    let letter = |format: &str, printer: &str| {
        let sandbox = Sandbox::of("herbarium");
        sandbox.replace(
            "templates/leaflet.toml",
            "\"zigzag\"",
            &format!("\"letter\"\n{format}"),
        );
        sandbox.add("templates/printers/standard.toml", printer);
        let mut project = Project::open(&sandbox.path("")).unwrap();
        let composed = faltwerk::compose(&mut project, "leaflet", &mut Log::new()).unwrap();
        let inside = &composed.scene.pages[1].panels;
        let widths = inside
            .iter()
            .map(|panel| (panel.rect.size.width.to_mm() * 100.0).round() / 100.0);
        widths.collect::<Vec<f64>>()
    };
    let heavy = "\n[paper]\nweight = 300\n";
    assert_eq!(letter("", ""), [99.33, 99.33, 98.33]);
    assert_eq!(letter("", heavy), [100.0, 100.0, 97.0]);
    assert_eq!(letter("paper = 150", heavy), [99.67, 99.67, 97.67]);
    assert_eq!(
        letter("paper = 150\npanels = 3\nreduction = \"0 mm\"", heavy),
        [99.0, 99.0, 99.0]
    );
    assert_eq!(
        letter("panels = [\"99.5 mm\", \"99.5 mm\", \"98 mm\"]", heavy),
        [99.5, 99.5, 98.0]
    );
}

/// The dots of the generated figures among an item's parts.
fn dots(item: &Item) -> usize {
    match &item.kind {
        ItemKind::Group(group) => group.items.iter().filter(|item| is_filled(item)).count(),
        _ => 0,
    }
}

fn is_filled(item: &Item) -> bool {
    matches!(&item.kind, ItemKind::Shape(shape) if shape.fill.is_some())
}

/// How full a frame of running text is.
#[derive(Debug)]
#[allow(dead_code, reason = "shown where it is not as wanted")]
struct Fill {
    story: String,
    stand: String,
    percent: u32,
}

/// The fills of running text out of the report of `check`: story, kind and number of the stand, lines, used, free, free in per cent.
fn fills(report: &str) -> Vec<Fill> {
    let rows = report
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    let fills: Vec<Fill> = rows
        .filter_map(|row| match row[..] {
            [story, kind, number, _, _, _, free] if RUNNING_TEXT.contains(&story) => Some(Fill {
                story: story.to_owned(),
                stand: format!("{kind} {number}"),
                percent: 100 - free.parse::<u32>().ok()?,
            }),
            _ => None,
        })
        .collect();
    assert!(!fills.is_empty(), "no fills in the report\n{report}");
    fills
}
