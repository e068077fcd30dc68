//! What comes out of the plate-setter: Ghostscript separates press PDFs, and the plates are looked at where the scene says that
//! something stands. Black text is on the black plate alone, spot inks are on plates of their own, black text leaves a ground under it
//! whole, and white text cuts it out.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program writes"
)]

mod common;
#[path = "common/plates.rs"]
mod plates;

use common::Sandbox;
use common::judge::judge;
use faltwerk::assets::GlyphRun;
use faltwerk::color::{Color, Ink};
use faltwerk::diag::Log;
use faltwerk::emit::{Edition, products};
use faltwerk::geom::{Length, Point, Rect, Size};
use faltwerk::project::Project;
use faltwerk::scene::{Item, ItemKind, Scene, Shape};
use plates::{PROCESS, Plates};

/// Fine enough that the stem of a letter of 9 pt is a few pixels wide.
const DPI: u32 = 200;

/// A document and the plates of its press PDF; none without a judge.
fn separated(project: &Sandbox, document: &str) -> Option<(Scene, Plates)> {
    let ghostscript = judge("gs")?;
    let mut log = Log::new();
    let mut opened = Project::open(&project.path("")).unwrap();
    let composed = faltwerk::compose(&mut opened, document, &mut log).unwrap();
    let printer = &composed.template.printer;
    let files = products(
        &composed.scene,
        &composed.assets,
        printer,
        Edition::Press,
        &mut log,
    )
    .unwrap();
    let file = project.path("separated.pdf");
    std::fs::write(&file, &files[0].bytes).unwrap();
    let plates = Plates::of(&ghostscript, &file, composed.scene.pages.len(), DPI);
    Some((composed.scene, plates))
}

/// What is painted, flat: where it stands on its page, and what it is.
struct Painted<'s> {
    page: usize,
    at: Point,
    bounds: Rect,
    item: &'s Item,
}

/// All runs and shapes of a scene without turned groups, in painting order.
fn painted(scene: &Scene) -> Vec<Painted<'_>> {
    fn inside<'s>(items: &'s [Item], page: usize, shift: Point, found: &mut Vec<Painted<'s>>) {
        for item in items {
            if let ItemKind::Group(group) = &item.kind {
                inside(&group.items, page, shift + item.at + group.transform.shift, found);
            } else {
                let bounds = item.bounds().shifted(shift);
                let at = shift + item.at;
                found.push(Painted {
                    page,
                    at,
                    bounds,
                    item,
                });
            }
        }
    }
    let mut found = Vec::new();
    for (number, page) in scene.pages.iter().enumerate() {
        inside(&page.items, number, Point::ORIGIN, &mut found);
    }
    found
}

/// Where the middles of a run's letters are: what every letter crosses, and no neighbour does.
fn middle(at: Point, run: &GlyphRun) -> Rect {
    let height = run.size.ratio(2, 5);
    Rect::new(Point::new(at.x, at.y - height), Size::new(run.width(), height))
}

fn run(painted: &Painted<'_>) -> Option<GlyphRun> {
    match &painted.item.kind {
        ItemKind::Glyphs(run) => Some(run.clone()),
        _ => None,
    }
}

/// The colours of a shape.
fn colors(shape: &Shape) -> impl Iterator<Item = &Color> {
    let stroke = shape.stroke.as_ref().map(|stroke| &stroke.color);
    shape.fill.iter().chain(stroke)
}

/// Runs of a colour that are long enough to be measured, with their middles, and how many other things lie in the middle of each.
fn runs_in<'s>(scene: &'s Scene, wanted: &Color) -> Vec<(usize, Rect, Vec<&'s Item>)> {
    let all = painted(scene);
    let mut found = Vec::new();
    for (place, one) in all.iter().enumerate() {
        let Some(run) = run(one).filter(|run| run.color == *wanted && run.width() > Length::pt(15)) else {
            continue;
        };
        let middle = middle(one.at, &run);
        let others = all
            .iter()
            .enumerate()
            .filter(|(other, painted)| {
                *other != place && painted.page == one.page && painted.bounds.overlaps(&middle)
            })
            .map(|(_, painted)| painted.item);
        found.push((one.page, middle, others.collect()));
    }
    found
}

/// Whether other items are text in the same colour: a neighbour on the line.
fn is_text_in(item: &Item, color: &Color) -> bool {
    matches!(&item.kind, ItemKind::Glyphs(run) if run.color == *color)
}

#[test]
fn black_text_of_the_flyer_is_on_the_black_plate_alone() {
    let project = Sandbox::shipped();
    let Some((scene, plates)) = separated(&project, "flyer") else {
        return;
    };
    let mut measured = 0;
    for (page, middle, others) in runs_in(&scene, &Color::BLACK) {
        if !others.iter().all(|other| is_text_in(other, &Color::BLACK)) {
            continue;
        }
        for plate in ["Cyan", "Magenta", "Yellow"] {
            let ink = plates.ink(&scene.pages, page, plate, middle);
            assert!(ink.most < 0.5, "{plate} under black text at {middle:?}: {ink:?}");
        }
        let black = plates.ink(&scene.pages, page, "Black", middle);
        assert!(
            black.most > 99.0 && black.mean > 5.0,
            "no text at {middle:?}: {black:?}"
        );
        measured += 1;
    }
    // The flyer's running text alone has more lines than this.
    assert!(measured > 40, "only {measured} lines were measured");
}

#[test]
fn spot_inks_have_plates_of_their_own() {
    let project = Sandbox::of("tulips");
    let Some((scene, plates)) = separated(&project, "tulips") else {
        return;
    };
    for page in 0..2 {
        assert_eq!(plates.inked(page), ["Black", "HKS 14 K"], "page {page}");
        let mut named: Vec<&str> = PROCESS.into_iter().chain(["HKS 14 K"]).collect();
        named.sort_unstable();
        assert_eq!(plates.names(page), named);
    }
    let mut grounds = 0;
    for painted in painted(&scene) {
        let ItemKind::Shape(shape) = &painted.item.kind else {
            continue;
        };
        for color in colors(shape).filter(|color| matches!(color.ink, Ink::Spot { .. })) {
            // Its foot, where nothing else stands.
            let rect = painted.bounds;
            let foot = Rect::from_edges(
                rect.left(),
                rect.bottom() - Length::mm(40),
                rect.right(),
                rect.bottom(),
            );
            let ink = plates.ink(&scene.pages, painted.page, "HKS 14 K", foot);
            let wanted = color.tint.percent();
            assert!(
                (ink.least - wanted).abs() < 0.5 && (ink.most - wanted).abs() < 0.5,
                "a ground of {wanted} % is printed as {ink:?}"
            );
            grounds += 1;
        }
    }
    assert_eq!(grounds, 2, "a full ground and a tint of it");
}

#[test]
fn black_text_leaves_its_ground_whole_and_white_text_cuts_it_out() {
    let project = Sandbox::of("tulips");
    let Some((scene, plates)) = separated(&project, "tulips") else {
        return;
    };
    let on_ground = |color: &Color| {
        let mut runs = runs_in(&scene, color);
        runs.retain(|(_, _, others)| {
            others
                .iter()
                .any(|other| matches!(&other.kind, ItemKind::Shape(shape) if shape.fill.is_some()))
        });
        runs
    };
    let black = on_ground(&Color::BLACK);
    assert!(black.len() > 4, "{} black lines stand on a ground", black.len());
    for (page, middle, _) in black {
        let ground = plates.ink(&scene.pages, page, "HKS 14 K", middle);
        assert!(
            (ground.least - 20.0).abs() < 0.5 && (ground.most - 20.0).abs() < 0.5,
            "under black text at {middle:?} the ground is not whole: {ground:?}"
        );
        let text = plates.ink(&scene.pages, page, "Black", middle);
        assert!(text.most > 99.0, "no text at {middle:?}: {text:?}");
    }
    let white = on_ground(&Color::PAPER);
    assert!(!white.is_empty(), "no white line stands on a ground");
    for (page, middle, _) in white {
        let ground = plates.ink(&scene.pages, page, "HKS 14 K", middle);
        assert!(
            ground.least < 0.5 && ground.most > 99.0 && ground.mean > 30.0,
            "white text at {middle:?} is not cut out of its ground: {ground:?}"
        );
        for plate in PROCESS {
            let ink = plates.ink(&scene.pages, page, plate, middle);
            assert!(ink.most < 0.5, "white text at {middle:?} prints {plate}: {ink:?}");
        }
    }
}

#[test]
fn text_in_a_spot_ink_is_on_its_plate_alone_and_knocks_out() {
    let project = Sandbox::of("tulips");
    let Some((scene, plates)) = separated(&project, "tulips") else {
        return;
    };
    let spot = painted(&scene)
        .iter()
        .filter_map(run)
        .map(|run| run.color)
        .find(|color| matches!(color.ink, Ink::Spot { .. }))
        .unwrap();
    let headings = runs_in(&scene, &spot);
    assert!(headings.len() >= 2);
    for (page, middle, _) in headings {
        let own = plates.ink(&scene.pages, page, "HKS 14 K", middle);
        assert!(own.most > 99.0, "no text at {middle:?}: {own:?}");
        for plate in PROCESS {
            let ink = plates.ink(&scene.pages, page, plate, middle);
            assert!(ink.most < 0.5, "spot text at {middle:?} prints {plate}: {ink:?}");
        }
    }
}

#[test]
fn black_lines_and_greys_of_a_drawing_are_on_the_black_plate_alone_and_thin_lines_overprint() {
    let project = Sandbox::of("moor");
    // As large as the cover with its bleed, so that a unit is a millimetre: the panel begins at 105 mm, the bleed 3 mm above it.
    project.write(
        "content/images/horizon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 108 154\"><rect width=\"108\" height=\"154\" fill=\"#4f86a6\"/>\
         <path d=\"M0 77H108\" stroke=\"#000\" stroke-width=\"0.4\"/><path d=\"M0 100H108\" stroke=\"#000\" stroke-width=\"3\"/>\
         <rect y=\"120\" width=\"108\" height=\"10\" fill=\"#777\"/></svg>",
    );
    let Some((scene, plates)) = separated(&project, "moor") else {
        return;
    };
    let strip = |middle: i64, half: i64| {
        let edge = |micrometres: i64| Length::micrometres((middle - 3) * 1000 + micrometres);
        Rect::from_edges(Length::mm(125), edge(-half), Length::mm(205), edge(half))
    };
    let ink = |plate: &str, region: Rect| plates.ink(&scene.pages, 0, plate, region);
    let (ground, thin, thick, grey) = (
        strip(90, 2000),
        strip(77, 150),
        strip(100, 1000),
        strip(125, 4000),
    );
    for region in [thin, thick] {
        assert!(ink("Black", region).least > 99.0, "{:?}", ink("Black", region));
    }
    for plate in ["Cyan", "Magenta", "Yellow"] {
        let (whole, below) = (ink(plate, ground), ink(plate, thin));
        assert!(
            (below.least - whole.mean).abs() < 0.5,
            "{plate} under the thin line: {below:?} of {whole:?}"
        );
        for region in [thick, grey] {
            assert!(ink(plate, region).most < 0.5, "{plate}: {:?}", ink(plate, region));
        }
    }
    assert!(ink("Cyan", ground).mean > 50.0, "the ground is blue");
    let grey = ink("Black", grey);
    assert!(grey.least > 40.0 && grey.most < 80.0, "{grey:?}");
}
