//! One template serves both directions: what is set for a language read from right to left is the mirror image of what is set for one
//! read from left to right, letters excepted.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program reads"
)]

mod common;

use common::Sandbox;
use faltwerk::diag::Log;
use faltwerk::geom::{Length, Point, Rect};
use faltwerk::project::Project;
use faltwerk::scene::{Item, ItemKind, Page, Scene};

fn scene(project: &Sandbox, name: &str) -> Scene {
    let mut log = Log::new();
    let mut folder = Project::open(&project.path("")).unwrap();
    let composed = faltwerk::compose(&mut folder, name, &mut log);
    composed.unwrap_or_else(|_| panic!("{log:?}")).scene
}

/// The same document read in either direction: German words serve for both, so that only places differ.
fn both_ways(project: &Sandbox, name: &str) -> [Scene; 2] {
    let file = format!("content/{name}.toml");
    let from_the_left = scene(project, name);
    project.replace(&file, "language = \"de\"", "language = \"he\"");
    [from_the_left, scene(project, name)]
}

/// What all shapes of a page cover, groups opened, from the top down.
fn shapes(items: &[Item], corner: Point) -> Vec<Rect> {
    let mut found = Vec::new();
    for item in items {
        match &item.kind {
            ItemKind::Group(group) => found.extend(shapes(&group.items, corner + item.at)),
            ItemKind::Shape(_) => found.push(item.bounds().shifted(corner)),
            _ => {}
        }
    }
    found
}

/// The words of each line of text that says something or repeats itself on every page, and where it stands.
fn runs(page: &Page) -> Vec<(String, Length, Length)> {
    let runs = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Glyphs(run) if !run.text.trim().is_empty() => {
            Some((run.text.trim().to_owned(), item.at.x, item.at.x + run.width()))
        }
        _ => None,
    });
    runs.collect()
}

/// The left and the right end of a piece of text on a page.
fn place(page: &Page, text: &str) -> (Length, Length) {
    let found = runs(page).into_iter().find(|(words, ..)| words == text);
    let (_, left, right) =
        found.unwrap_or_else(|| panic!("`{text}` is not on {}: {:?}", page.name, runs(page)));
    (left, right)
}

fn mirrored(rect: Rect, width: Length) -> Rect {
    Rect::new(Point::new(width - rect.right(), rect.top()), rect.size)
}

#[test]
fn grounds_figures_and_codes_of_a_sheet_are_mirrored() {
    let project = Sandbox::with_more_fonts("rights");
    let [latin, hebrew] = both_ways(&project, "de");
    for (before, after) in latin.pages.iter().zip(&hebrew.pages) {
        let sorted = |mut rects: Vec<Rect>| {
            rects.sort_by_key(|rect| (rect.top(), rect.left(), rect.size.width));
            rects
        };
        let before = shapes(&before.items, Point::ORIGIN).into_iter();
        let wanted = sorted(before.map(|rect| mirrored(rect, after.trim.width)).collect());
        assert!(!wanted.is_empty());
        assert_eq!(
            sorted(shapes(&after.items, Point::ORIGIN)),
            wanted,
            "{}",
            after.name
        );
    }
}

#[test]
fn panels_are_numbered_and_lines_begin_from_the_other_side() {
    let project = Sandbox::with_more_fonts("rights");
    let [latin, hebrew] = both_ways(&project, "de");
    let numbers = |scene: &Scene, side: usize| -> Vec<u32> {
        scene.pages[side]
            .panels
            .iter()
            .map(|panel| panel.number)
            .collect()
    };
    assert_eq!(
        (numbers(&latin, 0), numbers(&latin, 1)),
        (vec![5, 6, 1], vec![2, 3, 4])
    );
    assert_eq!(
        (numbers(&hebrew, 0), numbers(&hebrew, 1)),
        (vec![1, 6, 5], vec![4, 3, 2])
    );
    let width = latin.pages[0].trim.width;
    // A heading, and the sign before an item.
    for words in ["Artikel 1", "•"] {
        let (left, _) = place(&latin.pages[1], words);
        let (_, right) = place(&hebrew.pages[1], words);
        assert_eq!(right, width - left, "{words}");
    }
}

/// A brochure of four pages with contents and folios.
const BOUND: &str = r#"
[format]
kind = "bound"
page = ["148 mm", "210 mm"]
pages = 4

[grid]
baseline = "5 pt"
first = "20 mm"
margin = { top = "16 mm", bottom = "14 mm", inner = "30 mm", outer = "12 mm" }

[swatch]
ink = { cmyk = [0, 0, 0, 100] }

[style.body]
font = ["Source Sans 3", "Noto Sans Hebrew"]
size = "12 pt"
leading = "20 pt"
color = "ink"

[style.heading-1]
like = "body"

[style.heading-2]
like = "body"

[style.contents]
like = "body"

[[frame]]
page = 1
story = "cover"

[[frame]]
page = 2
story = "list"

[[frame]]
page = 3
story = "text"

[[running]]
pages = [1, 2, 3]
text = "Seite {page}"
style = "body"
side = "outer"
baseline = "200 mm"
"#;

const BOUND_TEXT: &str = r#"
[document]
title = "Heft"
template = "bound"
language = "de"
date = "2026-05-01"

[[story.cover]]
heading = "Heft"
level = 1

[[story.list]]
contents = 2

[[story.text]]
heading = "Kapitel"

[[story.text]]
text = "Text"
"#;

#[test]
fn a_brochure_read_from_right_to_left_is_bound_at_the_right() {
    let project = Sandbox::with_more_fonts("rights");
    project.write("templates/bound.toml", BOUND);
    project.write("content/bound.toml", BOUND_TEXT);
    let [latin, hebrew] = both_ways(&project, "bound");
    let (width, inner, outer) = (Length::mm(148), Length::mm(30), Length::mm(12));
    // The front: its spine is at the left, or at the right.
    assert_eq!(place(&latin.pages[0], "Heft").0, inner);
    assert_eq!(place(&hebrew.pages[0], "Heft").1, width - inner);
    assert_eq!(place(&hebrew.pages[2], "Kapitel").1, width - inner);
    assert_eq!(place(&hebrew.pages[2], "Text").1, width - inner);
    // Folios stand at the fore-edge of each page.
    for (index, (before, after)) in latin.pages.iter().zip(&hebrew.pages).take(3).enumerate() {
        let ends = |page: &Page| {
            let folio: Vec<_> = runs(page)
                .into_iter()
                .filter(|(words, ..)| words.contains("Seite") || *words == (index + 1).to_string())
                .collect();
            let left = folio.iter().map(|(_, left, _)| *left).min().unwrap();
            (left, folio.iter().map(|(.., right)| *right).max().unwrap())
        };
        if index % 2 == 0 {
            assert_eq!(ends(before).1, width - outer);
            assert_eq!(ends(after).0, outer);
        } else {
            assert_eq!(ends(before).0, outer);
            assert_eq!(ends(after).1, width - outer);
        }
    }
    // The contents begin at the right, dots lead to the number at the left.
    let contents = &hebrew.pages[1];
    let entry = place(contents, "Kapitel");
    let number = place(contents, "3");
    let dot = place(contents, ".");
    assert_eq!(entry.1, width - outer);
    assert_eq!(number.0, inner);
    assert!(
        number.1 < dot.0 && dot.1 < entry.0,
        "{number:?} {dot:?} {entry:?}"
    );
}
