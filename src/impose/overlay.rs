//! What a printer looks for, drawn over the pages: where they are cut, how far artwork must reach, where they are folded, and
//! what must stay clear of the edge. For looking at, never for printing. The lines differ in pattern as well as in
//! colour, so that they can be told apart without seeing colours.

use crate::color::{Cmyk, Color, Part};
use crate::geom::{Length, Path, Point, Rect, Sides};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Scene, Shape, Stroke};

/// Room around the bleed, so that every line is seen whole.
const SLUG: Length = Length::mm(6);

/// How far fold lines reach beyond the bleed.
const FOLD_REACH: Length = Length::mm(4);

/// Draws on every page, over all else and as page artifacts: the bleed box (thin, red), the trim box (thick, magenta), the
/// folds (dashed, cyan) and the safe area (dotted, green). A line that would fall on the trim box is left out: the bleed
/// box where there is no bleed, the safe area where there is none.
#[must_use]
pub fn overlay(scene: &Scene) -> Scene {
    let mut scene = scene.clone();
    for page in &mut scene.pages {
        let lines = lines(page);
        page.items.extend(lines);
        page.slug = Sides {
            top: page.slug.top.max(SLUG),
            right: page.slug.right.max(SLUG),
            bottom: page.slug.bottom.max(SLUG),
            left: page.slug.left.max(SLUG),
        };
    }
    scene
}

fn lines(page: &Page) -> Vec<Item> {
    let mut lines = Vec::new();
    if page.bleed != Sides::default() {
        lines.push(frame(
            page.bleed_box(),
            solid(MAGENTA_YELLOW, Length::from_units(16_384)),
        ));
    }
    if page.safe > Length::ZERO {
        let safe = page.trim_box().inset(Sides::all(page.safe));
        lines.push(frame(safe, dotted(CYAN_YELLOW)));
    }
    lines.push(frame(page.trim_box(), solid(MAGENTA, Length::from_units(49_152))));
    let reach = page.bleed_box().outset(Sides::all(FOLD_REACH));
    for fold in &page.folds {
        let (head, foot) = (
            Point::new(fold.x, reach.top()),
            Point::new(fold.x, reach.bottom()),
        );
        lines.push(line(Path::line(head, foot), dashed(CYAN)));
    }
    lines
}

const MAGENTA: Cmyk = Cmyk([Part::NONE, Part::FULL, Part::NONE, Part::NONE]);
const MAGENTA_YELLOW: Cmyk = Cmyk([Part::NONE, Part::FULL, Part::FULL, Part::NONE]);
const CYAN: Cmyk = Cmyk([Part::FULL, Part::NONE, Part::NONE, Part::NONE]);
const CYAN_YELLOW: Cmyk = Cmyk([Part::FULL, Part::NONE, Part::FULL, Part::NONE]);

fn solid(ink: Cmyk, width: Length) -> Stroke {
    Stroke {
        color: Color::process(ink),
        width,
        round: false,
        dash: Vec::new(),
    }
}

fn dashed(ink: Cmyk) -> Stroke {
    Stroke {
        dash: vec![Length::pt(8), Length::pt(4)],
        ..solid(ink, Length::from_units(49_152))
    }
}

/// Dots: dashes of no length with round ends.
fn dotted(ink: Cmyk) -> Stroke {
    Stroke {
        round: true,
        dash: vec![Length::ZERO, Length::pt(3)],
        ..solid(ink, Length::pt(1))
    }
}

fn frame(rect: Rect, stroke: Stroke) -> Item {
    line(Path::rect(rect), stroke)
}

fn line(path: Path, stroke: Stroke) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(Shape {
            path,
            fill: None,
            stroke: Some(stroke),
        }),
        mark: Mark::Artifact(Artifact::Page),
        origin: None,
    }
}

#[cfg(test)]
mod tests {
    use super::overlay;
    use crate::geom::{Length, Sides};
    use crate::scene::{Artifact, Fold, ItemKind, Mark, Page, PageKind, Stroke, fixture};

    fn overlaid(page: Page) -> Page {
        let mut scene = fixture::scene();
        scene.pages.push(page);
        overlay(&scene).pages.remove(0)
    }

    fn strokes(page: &Page) -> Vec<Stroke> {
        let shapes = page.items.iter().filter_map(|item| match &item.kind {
            ItemKind::Shape(shape) => shape.stroke.clone(),
            _ => None,
        });
        shapes.collect()
    }

    #[test]
    fn a_sheet_shows_bleed_safe_area_trim_and_every_fold() {
        let mut page = fixture::page(PageKind::Sheet, "outside", 300, 200);
        page.folds = [100, 200].map(|x| Fold { x: Length::pt(x) }).into();
        let page = overlaid(page);
        assert_eq!(page.items.len(), 5);
        let inside = page.media_box();
        for item in &page.items {
            assert_eq!(item.mark, Mark::Artifact(Artifact::Page));
            assert!(inside.contains(&item.bounds()), "{item:?}");
        }
    }

    #[test]
    fn lines_differ_without_their_colours() {
        let mut page = fixture::page(PageKind::Sheet, "outside", 300, 200);
        page.folds = vec![Fold { x: Length::pt(100) }];
        let mut looks: Vec<(Length, Vec<Length>)> = strokes(&overlaid(page))
            .into_iter()
            .map(|stroke| (stroke.width, stroke.dash))
            .collect();
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), 4);
    }

    #[test]
    fn a_page_without_bleed_folds_and_safe_area_shows_its_trim_alone() {
        let mut page = fixture::page(PageKind::Panel, "panel 1", 100, 200);
        page.bleed = Sides::default();
        page.safe = Length::ZERO;
        let page = overlaid(page);
        assert_eq!(page.items.len(), 1);
        assert_eq!(page.slug, Sides::all(Length::mm(6)));
    }

    #[test]
    fn room_that_was_there_is_not_taken_away() {
        let mut page = fixture::page(PageKind::Bound, "1", 100, 200);
        page.slug = Sides::all(Length::mm(10));
        assert_eq!(overlaid(page).slug, Sides::all(Length::mm(10)));
    }
}
