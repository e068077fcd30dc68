use std::sync::Arc;

use proptest::prelude::{Strategy, prop_assert, proptest};

use super::{InkBar, inks, marked};
use crate::assets::Assets;
use crate::color::{Cmyk, Color, Ink, Part};
use crate::geom::{Length, Sides, Size};
use crate::scene::{Artifact, Fold, Item, ItemKind, Mark, Page, PageKind, Scene, fixture};
use crate::template::Marks;

const ALL: Marks = Marks {
    crop: true,
    fold: true,
    registration: true,
    bar: true,
    slug: true,
    // Lies on the page itself.
    crease: false,
};

fn scene_of(page: Page) -> Scene {
    let mut scene = fixture::scene();
    scene.pages.push(page);
    scene
}

fn page(width: Length, height: Length, bleed: Sides, folds: &[Length]) -> Page {
    Page {
        trim: Size::new(width, height),
        bleed,
        folds: folds.iter().map(|x| Fold { x: *x }).collect(),
        ..fixture::page(PageKind::Sheet, "outside", 1, 1)
    }
}

/// The marks of a page that has nothing else on it.
fn marks_of(page: Page, marks: Marks, assets: &Assets) -> Page {
    marked(&scene_of(page), marks, assets).pages.remove(0)
}

/// Whether an item of a page is what `wanted` says of its stroke and fill.
fn colors(item: &Item) -> Vec<Color> {
    match &item.kind {
        ItemKind::Shape(shape) => {
            let stroke = shape.stroke.as_ref().map(|stroke| stroke.color.clone());
            shape.fill.clone().into_iter().chain(stroke).collect()
        }
        ItemKind::Glyphs(run) => vec![run.color.clone()],
        ItemKind::Picture(_) | ItemKind::Drawing(_) => Vec::new(),
        ItemKind::Group(group) => group.items.iter().flat_map(colors).collect(),
    }
}

fn micrometres(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Length> {
    range.prop_map(Length::micrometres)
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn marks_keep_clear_of_the_bleed_of_each_other_and_of_the_edge_of_the_sheet(
        width in micrometres(50_000..=1_000_000),
        height in micrometres(50_000..=1_000_000),
        bleed in proptest::array::uniform4(micrometres(0..=10_000)),
        folds in proptest::collection::vec(1_i64..100, 0..6),
    ) {
        let [top, right, bottom, left] = bleed;
        let folds: Vec<Length> = folds.into_iter().map(|percent| width.ratio(percent, 100)).collect();
        let page = marks_of(
            page(width, height, Sides { top, right, bottom, left }, &folds),
            ALL,
            &fixture::assets(),
        );
        let (bleed, media) = (page.bleed_box(), page.media_box());
        // Crop marks, the fields of a bar and a slug at the very least.
        prop_assert!(page.items.len() > 8 + 8);
        for (number, item) in page.items.iter().enumerate() {
            prop_assert!(item.mark == Mark::Artifact(Artifact::Page));
            let bounds = item.bounds();
            prop_assert!(!bounds.overlaps(&bleed), "{item:?} enters the bleed");
            prop_assert!(media.contains(&bounds), "{item:?} leaves the sheet");
            for other in &page.items[..number] {
                prop_assert!(!bounds.overlaps(&other.bounds()), "{item:?} overlaps {other:?}");
            }
        }
    }
}

#[test]
fn a_printer_who_wants_no_marks_gets_none() {
    let page = marks_of(
        page(Length::mm(100), Length::mm(210), Sides::all(Length::mm(3)), &[]),
        Marks::default(),
        &fixture::assets(),
    );
    assert!(page.items.is_empty());
    assert_eq!(page.slug, Sides::default());
}

#[test]
fn crop_marks_start_a_millimetre_off_the_bleed_and_stand_at_the_edges_of_the_trim() {
    let bleed = Sides {
        top: Length::mm(5),
        ..Sides::all(Length::mm(3))
    };
    let marks = Marks {
        crop: true,
        ..Marks::default()
    };
    let page = marks_of(
        page(Length::mm(100), Length::mm(210), bleed, &[]),
        marks,
        &fixture::assets(),
    );
    let bounds: Vec<[i64; 4]> = page
        .items
        .iter()
        .map(|item| {
            let rect = item.bounds();
            let edges = [rect.left(), rect.top(), rect.right(), rect.bottom()];
            edges.map(|edge| (edge.to_mm() * 10.0).round() as i64)
        })
        .collect();
    assert_eq!(
        bounds,
        [
            [0, -110, 0, -60],
            [0, 2140, 0, 2190],
            [1000, -110, 1000, -60],
            [1000, 2140, 1000, 2190],
            [-90, 0, -40, 0],
            [1040, 0, 1090, 0],
            [-90, 2100, -40, 2100],
            [1040, 2100, 1090, 2100],
        ]
    );
    assert!(
        page.items
            .iter()
            .flat_map(colors)
            .all(|color| color.ink == Ink::All)
    );
}

#[test]
fn a_target_gives_way_to_a_fold_in_the_middle() {
    let marks = Marks {
        registration: true,
        fold: true,
        ..Marks::default()
    };
    let folded = page(
        Length::mm(200),
        Length::mm(100),
        Sides::all(Length::mm(3)),
        &[Length::mm(100)],
    );
    let page = marks_of(folded, marks, &fixture::assets());
    // Two fold marks, then a target on each of the four sides.
    assert_eq!(page.items.len(), 2 + 4);
    let head = page.items[2].bounds().centre();
    assert_eq!(
        (head.x - Length::mm(100)).abs(),
        Length::mm(5) / 2 + Length::mm(1)
    );
}

#[test]
fn a_bar_begins_with_the_solids_shows_every_spot_ink_and_repeats_itself() {
    let assets = fixture::assets();
    let gold = Ink::Spot {
        name: Arc::from("Gold"),
        alternate: Cmyk::BLACK,
    };
    let mut scene = fixture::scene();
    let mut painted = fixture::run("Gold", 10, 20, Mark::Artifact(Artifact::Layout));
    if let ItemKind::Glyphs(run) = &mut painted.kind {
        run.color = Color {
            ink: gold.clone(),
            tint: Part::from_percent(50.0).unwrap(),
        };
    }
    let mut page = page(Length::mm(297), Length::mm(210), Sides::all(Length::mm(3)), &[]);
    page.items.push(painted);
    scene.pages.push(page);
    assert_eq!(inks(&scene), std::slice::from_ref(&gold));

    let bar = InkBar::new(&inks(&scene), &assets);
    let fields = bar.fields(scene.pages[0].bleed_box());
    let colors: Vec<Color> = fields.iter().flat_map(colors).collect();
    // Four solids, a spot ink, three overprints, two greys, eight tints, in three whole bars on 303 mm.
    assert_eq!(colors.len(), 3 * 18);
    assert_eq!(colors[0], Color::BLACK);
    assert_eq!(
        colors[4],
        Color {
            ink: gold,
            tint: Part::FULL
        }
    );
    assert_eq!(colors[..18], colors[18..36]);
    // The black that looks like 50, 40 and 40 % on FOGRA39.
    let grey = colors[8].as_cmyk();
    assert!(grey.is_black_alone());
    assert!((45.0..60.0).contains(&grey.total_percent()), "{grey:?}");
}

#[test]
fn a_slug_says_which_job_which_page_and_which_state_it_is() {
    let assets = fixture::assets();
    let marks = Marks {
        slug: true,
        ..Marks::default()
    };
    let said = |page: Page| -> String {
        let page = marks_of(page, marks, &assets);
        let Some(Item {
            kind: ItemKind::Group(group),
            ..
        }) = page.items.last()
        else {
            panic!("no slug");
        };
        let runs = group.items.iter().map(|item| match &item.kind {
            ItemKind::Glyphs(run) => {
                assert_eq!(run.color, Color::BLACK);
                run.text.to_string()
            }
            other => panic!("{other:?}"),
        });
        runs.collect()
    };
    let empty = || page(Length::mm(100), Length::mm(210), Sides::default(), &[]);
    let one = said(empty());
    assert!(
        one.starts_with("flyer  ·  Netzwerke  ·  outside  ·  2023-11-14  ·  "),
        "{one}"
    );
    let mut changed = empty();
    changed.items.push(fixture::ground(changed.trim_box()));
    let two = said(changed);
    assert_eq!(one.len(), two.len());
    assert_ne!(one, two);
}

#[test]
fn a_slug_runs_from_left_to_right_and_leaves_out_letters_that_no_font_has() {
    let assets = fixture::assets();
    let mut scene = scene_of(page(Length::mm(200), Length::mm(100), Sides::default(), &[]));
    scene.about.language = crate::style::Language(Arc::from("ar"));
    scene.about.title = "\u{1F337} Tulpen \u{1F337}".to_owned();
    let marks = Marks {
        slug: true,
        ..Marks::default()
    };
    let marked = marked(&scene, marks, &assets);
    let Some(Item {
        kind: ItemKind::Group(group),
        ..
    }) = marked.pages[0].items.last()
    else {
        panic!("no slug");
    };
    let first = &group.items[0];
    assert_eq!(first.at.x, Length::ZERO);
    let said: String = group
        .items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Glyphs(run) => {
                assert!(run.glyphs.iter().all(|glyph| glyph.id != 0));
                run.text.to_string()
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(said.starts_with("flyer  ·   Tulpen   ·  outside"), "{said}");
}

#[test]
fn a_slug_of_a_narrow_page_has_several_lines_and_keeps_to_its_width() {
    let assets = fixture::assets();
    let narrow = page(Length::mm(50), Length::mm(100), Sides::all(Length::mm(3)), &[]);
    let mut scene = scene_of(narrow);
    scene.about.title = "Mehrsprachige Beratung ".repeat(20);
    let marks = Marks {
        slug: true,
        ..Marks::default()
    };
    let marked = marked(&scene, marks, &assets);
    let page = &marked.pages[0];
    let slug = page.items.last().unwrap().bounds();
    assert!(slug.size.height >= Length::pt(16));
    assert_eq!(slug.size.width, page.bleed_box().size.width);
    assert!(page.media_box().contains(&slug));
}
