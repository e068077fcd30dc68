//! Bound pages as they lie open before a reader: the front alone, then pairs, and the back alone.

use crate::geom::{Length, Point, Sides, Size, Transform};
use crate::scene::{Fold, Group, Item, ItemKind, Mark, Page, PageKind, Scene};

/// Pairs the pages of a bound document: 1, 2 and 3, 4 and 5, and so on; a language read from right to left has the first of a
/// pair at the right. Nothing that runs over the edge at the spine shows. Pages that are not bound follow unchanged.
#[must_use]
pub fn spreads(scene: &Scene) -> Scene {
    let right_to_left = scene.about.language.is_right_to_left();
    let is_bound = |page: &&Page| page.kind == PageKind::Bound;
    let bound: Vec<&Page> = scene.pages.iter().filter(is_bound).collect();
    // The front lies at the far side of its spine, as if it were the second of a pair.
    let (front, rest) = bound.split_at(bound.len().min(1));
    let front = front.iter().map(|page| (None, Some(*page)));
    let pairs = rest
        .chunks(2)
        .map(|pair| (pair.first().copied(), pair.get(1).copied()));
    let open = front.chain(pairs).filter_map(|(first, second)| {
        if right_to_left {
            spread([first, second], [second, first])
        } else {
            spread([first, second], [first, second])
        }
    });
    let others = scene.pages.iter().filter(|page| !is_bound(page)).cloned();
    Scene {
        about: scene.about.clone(),
        pages: open.chain(others).collect(),
        structure: scene.structure.clone(),
    }
}

/// One opening, its pages in reading order and as they lie from left to right; none when there is no page at all.
fn spread(reading: [Option<&Page>; 2], [left, right]: [Option<&Page>; 2]) -> Option<Page> {
    let pages = || [left, right].into_iter().flatten();
    let some_page = pages().next()?;
    let spine = left.map_or(Length::ZERO, |page| page.trim.width);
    let width = pages().map(|page| page.trim.width).sum();
    let most = |of: fn(&Page) -> Length| pages().map(of).max().unwrap_or_default();
    let labels: Vec<&str> = reading.iter().flatten().map(|page| page.label.as_str()).collect();
    let name = if labels.len() > 1 { "pages" } else { "page" };
    let label = labels.join("-");
    let bleed = Sides {
        top: most(|page| page.bleed.top),
        bottom: most(|page| page.bleed.bottom),
        left: left.map_or(Length::ZERO, |page| page.bleed.left),
        right: right.map_or(Length::ZERO, |page| page.bleed.right),
    };
    let held = [(left, Length::ZERO), (right, spine)];
    let items = held
        .into_iter()
        .filter_map(|(page, x)| page.map(|page| (page, x)))
        .map(|(page, x)| placed(page, x, x < spine))
        .collect();
    let folds = if left.is_some() && right.is_some() {
        vec![Fold { x: spine }]
    } else {
        Vec::new()
    };
    Some(Page {
        name: format!("{name} {label}"),
        label,
        kind: PageKind::Spread,
        trim: Size::new(width, most(|page| page.trim.height)),
        bleed,
        slug: Sides::default(),
        safe: some_page.safe,
        panels: Vec::new(),
        folds,
        items,
    })
}

/// A page at its place in the spread, cut at the spine.
fn placed(page: &Page, x: Length, is_left: bool) -> Item {
    let mut shown = page.bleed;
    if is_left {
        shown.right = Length::ZERO;
    } else {
        shown.left = Length::ZERO;
    }
    Item {
        at: Point::new(x, Length::ZERO),
        kind: ItemKind::Group(Group {
            transform: Transform::default(),
            clip: Some(page.trim_box().outset(shown)),
            items: page.items.as_slice().into(),
        }),
        mark: Mark::Inner,
        origin: None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::spreads;
    use crate::geom::{Length, Point, Rect, Size};
    use crate::scene::{ItemKind, Mark, PageKind, Scene, Structure, fixture, text_of};
    use crate::style::{Language, Role};

    fn brochure(pages: usize) -> Scene {
        let mut scene = fixture::scene();
        for number in 1..=pages {
            let paragraph = scene.structure.add(Structure::ROOT, Role::Paragraph);
            let text = scene.structure.add(paragraph, Role::Text);
            let mut page = fixture::page(PageKind::Bound, &number.to_string(), 100, 200);
            let bleeding = page.bleed_box();
            page.items = vec![
                fixture::ground(bleeding),
                fixture::run(&number.to_string(), 10, 20, Mark::Content(text)),
            ];
            scene.pages.push(page);
        }
        scene
    }

    fn labels(scene: &Scene) -> Vec<&str> {
        scene.pages.iter().map(|page| page.label.as_str()).collect()
    }

    #[test]
    fn pages_are_paired_as_a_reader_sees_them() {
        assert_eq!(labels(&spreads(&brochure(8))), ["1", "2-3", "4-5", "6-7", "8"]);
        assert_eq!(labels(&spreads(&brochure(5))), ["1", "2-3", "4-5"]);
        assert_eq!(labels(&spreads(&brochure(1))), ["1"]);
        assert!(spreads(&brochure(0)).pages.is_empty());
    }

    #[test]
    fn bleed_never_shows_over_the_spine() {
        let scene = spreads(&brochure(4));
        let whole = |x, width| {
            let size = Size::new(Length::pt(width), Length::pt(206));
            Rect::new(Point::new(Length::pt(x), Length::pt(-3)), size)
        };
        let shown: Vec<Vec<Rect>> = scene
            .pages
            .iter()
            .map(|page| page.items.iter().map(crate::scene::Item::bounds).collect())
            .collect();
        assert_eq!(
            shown,
            [
                vec![whole(0, 103)],
                vec![whole(-3, 103), whole(100, 103)],
                vec![whole(-3, 103)]
            ]
        );
        assert_eq!(scene.pages[1].bleed_box(), whole(-3, 206));
        assert_eq!(scene.pages[0].bleed_box(), whole(0, 103));
        assert_eq!(scene.pages[2].bleed_box(), whole(-3, 103));
        assert_eq!(scene.pages[1].folds[0].x, Length::pt(100));
    }

    #[test]
    fn a_brochure_read_from_right_to_left_opens_the_other_way() {
        let mut scene = brochure(4);
        scene.about.language = Language(Arc::from("ar"));
        let scene = spreads(&scene);
        assert_eq!(labels(&scene), ["1", "2-3", "4"]);
        let page_at_the_left = match &scene.pages[1].items[0].kind {
            ItemKind::Group(group) => group.items[1].clone(),
            other => panic!("{other:?}"),
        };
        assert!(matches!(page_at_the_left.kind, ItemKind::Glyphs(run) if &*run.text == "3"));
        assert_eq!(scene.pages[0].bleed.left, Length::pt(3));
        assert_eq!(scene.pages[0].bleed.right, Length::ZERO);
    }

    #[test]
    fn everything_said_is_still_there() {
        let scene = brochure(6);
        let before = text_of(&scene, Structure::ROOT);
        assert_eq!(before, "1\n2\n3\n4\n5\n6\n");
        assert_eq!(text_of(&spreads(&scene), Structure::ROOT), before);
    }
}
