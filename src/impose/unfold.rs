//! A folded sheet, unfolded: one page a panel, in reading order. What says something goes to the panel where it stands;
//! what says nothing goes wherever it shows, and the page's edge cuts it.

use std::sync::Arc;

use crate::geom::{Length, Point, Rect, Sides, Transform};
use crate::scene::{Group, Item, ItemKind, Mark, Page, PageKind, Panel, Scene};

/// A figure belongs to a panel when more of it than this lies there: folds may be off by so much, and what reaches no
/// farther over a fold is bleed.
const REAL: Length = Length::mm(1);

/// Gives every panel of the folded sheets a page of its own, with its trim and without bleed; pages without panels
/// follow unchanged. Labels are the panels' numbers. The structure stays as it is: panels are read in the same order.
#[must_use]
pub fn unfold(scene: &Scene) -> Scene {
    let is_folded = |page: &&Page| page.kind == PageKind::Sheet && !page.panels.is_empty();
    let mut numbered: Vec<(u32, Page)> = scene
        .pages
        .iter()
        .filter(is_folded)
        .flat_map(|sheet| (0..sheet.panels.len()).map(|index| panel_page(sheet, index)))
        .collect();
    numbered.sort_by_key(|(number, _)| *number);
    let panels = numbered.into_iter().map(|(_, page)| page);
    let others = scene.pages.iter().filter(|page| !is_folded(page)).cloned();
    Scene {
        about: scene.about.clone(),
        pages: panels.chain(others).collect(),
        structure: scene.structure.clone(),
    }
}

fn panel_page(sheet: &Page, index: usize) -> (u32, Page) {
    let panel = &sheet.panels[index];
    let chooser = Chooser {
        panels: &sheet.panels,
        index,
    };
    let corner = Point::ORIGIN - panel.rect.origin;
    let items = sheet
        .items
        .iter()
        .filter_map(|item| chooser.keep(item, Transform::default()))
        .map(|item| Item {
            at: item.at + corner,
            ..item
        })
        .collect();
    let page = Page {
        name: format!("panel {}", panel.number),
        label: panel.number.to_string(),
        kind: PageKind::Panel,
        trim: panel.rect.size,
        bleed: Sides::default(),
        slug: Sides::default(),
        safe: sheet.safe,
        panels: Vec::new(),
        folds: Vec::new(),
        items,
    };
    (panel.number, page)
}

/// Decides what of a sheet belongs to one of its panels.
struct Chooser<'a> {
    panels: &'a [Panel],
    index: usize,
}

impl Chooser<'_> {
    /// The item, or what of a group's items belongs here; none when nothing does. `outer` moves what holds the item onto
    /// the sheet.
    fn keep(&self, item: &Item, outer: Transform) -> Option<Item> {
        let bounds = outer.apply_rect(item.bounds());
        match (&item.kind, item.mark) {
            (ItemKind::Group(group), Mark::Inner) => {
                let inner = outer.then_inside(item.at, group.transform);
                let items: Arc<[Item]> = group
                    .items
                    .iter()
                    .filter_map(|item| self.keep(item, inner))
                    .collect();
                (!items.is_empty()).then_some(Item {
                    kind: ItemKind::Group(Group { items, ..*group }),
                    ..*item
                })
            }
            (ItemKind::Glyphs(_), Mark::Content(_)) => {
                let start = outer.apply(item.reading_start());
                (self.holder(start, bounds) == self.index).then(|| item.clone())
            }
            (_, Mark::Content(_)) => self.holds_content(bounds).then(|| item.clone()),
            (_, Mark::Artifact(_) | Mark::Inner) => self.panels[self.index]
                .rect
                .overlaps(&bounds)
                .then(|| item.clone()),
        }
    }

    /// The one panel to which a text belongs: where it starts, or where it lies when it starts beside the sheet.
    fn holder(&self, start: Point, bounds: Rect) -> usize {
        let starts_here = |panel: &Panel| panel.rect.left() <= start.x && start.x < panel.rect.right();
        self.panels
            .iter()
            .position(starts_here)
            .unwrap_or_else(|| self.nearest(bounds))
    }

    /// Whether a figure shows here; one that shows really nowhere still belongs to one panel, for content is never lost.
    fn holds_content(&self, bounds: Rect) -> bool {
        let really = |panel: &Panel| {
            let shared = shared_width(&panel.rect, &bounds);
            // Thin things, such as an upright rule, are narrower than the tolerance and lie there all the same.
            shared > REAL || (shared > Length::ZERO && shared == bounds.size.width)
        };
        if self.panels.iter().any(really) {
            really(&self.panels[self.index])
        } else {
            self.nearest(bounds) == self.index
        }
    }

    /// The panel that shares most of the width with those bounds, or is nearest to them.
    fn nearest(&self, bounds: Rect) -> usize {
        let share = |index: &usize| shared_width(&self.panels[*index].rect, &bounds);
        // Of equals, `max_by_key` takes the last; the first is the one where reading starts.
        (0..self.panels.len()).rev().max_by_key(share).unwrap_or_default()
    }
}

/// How much of the width both share; negative when they lie apart, by their distance.
fn shared_width(first: &Rect, second: &Rect) -> Length {
    first.right().min(second.right()) - first.left().max(second.left())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::unfold;
    use crate::geom::{Length, Point, Rect, Sides, Size, Transform, Turn};
    use crate::scene::{
        Artifact, Fold, Group, Item, ItemKind, Mark, Page, PageKind, Scene, Structure, fixture,
    };
    use crate::scene::{NodeId, text_of};
    use crate::style::Role;

    fn rect(x: i64, y: i64, width: i64, height: i64) -> Rect {
        let size = Size::new(Length::pt(width), Length::pt(height));
        Rect::new(Point::new(Length::pt(x), Length::pt(y)), size)
    }

    fn node(scene: &mut Scene, role: Role) -> NodeId {
        let paragraph = scene.structure.add(Structure::ROOT, Role::Paragraph);
        scene.structure.add(paragraph, role)
    }

    /// An open letter fold of 100, 100 and 90 pt, its pages empty.
    fn letter() -> Scene {
        let mut scene = fixture::scene();
        let outside = [(5, 90), (6, 100), (1, 100)];
        let inside = [(2, 100), (3, 100), (4, 90)];
        for (name, widths) in [("outside", outside), ("inside", inside)] {
            let mut page = fixture::page(PageKind::Sheet, name, 290, 200);
            page.panels = fixture::panels(&widths, 200);
            page.folds = page.panels[1..]
                .iter()
                .map(|panel| Fold { x: panel.rect.left() })
                .collect();
            scene.pages.push(page);
        }
        scene
    }

    fn places(page: &Page) -> Vec<Point> {
        page.items.iter().map(|item| item.at).collect()
    }

    #[test]
    fn panels_become_pages_in_reading_order_with_their_own_trim() {
        let unfolded = unfold(&letter());
        let labels: Vec<&str> = unfolded.pages.iter().map(|page| page.label.as_str()).collect();
        assert_eq!(labels, ["1", "2", "3", "4", "5", "6"]);
        let widths: Vec<Length> = unfolded.pages.iter().map(|page| page.trim.width).collect();
        assert_eq!(widths, [100, 100, 100, 90, 90, 100].map(Length::pt));
        for page in &unfolded.pages {
            assert_eq!(page.kind, PageKind::Panel);
            assert_eq!(page.media_box(), page.trim_box());
            assert_eq!(page.bleed, Sides::default());
            assert!(page.panels.is_empty() && page.folds.is_empty());
        }
    }

    #[test]
    fn text_goes_to_the_panel_that_holds_its_start_and_to_no_other() {
        let mut scene = letter();
        let text = node(&mut scene, Role::Text);
        // The first ends at the fold with a space hanging over it, the second starts on the fold.
        scene.pages[1].items = vec![
            fixture::run("hangs over the fold ", 10, 50, Mark::Content(text)),
            fixture::run("starts there", 100, 50, Mark::Content(text)),
        ];
        let unfolded = unfold(&scene);
        assert_eq!(
            places(&unfolded.pages[1]),
            [Point::new(Length::pt(10), Length::pt(50))]
        );
        assert_eq!(
            places(&unfolded.pages[2]),
            [Point::new(Length::ZERO, Length::pt(50))]
        );
        assert_eq!(
            unfolded.pages.iter().map(|page| page.items.len()).sum::<usize>(),
            2
        );
    }

    #[test]
    fn text_that_starts_beside_the_sheet_is_not_lost() {
        let mut scene = letter();
        let text = node(&mut scene, Role::Text);
        scene.pages[1].items = vec![fixture::run("„hanging“", -2, 50, Mark::Content(text))];
        assert_eq!(places(&unfold(&scene).pages[1]).len(), 1);
    }

    #[test]
    fn wherever_content_stands_it_is_neither_lost_nor_said_twice() {
        for x in -20..310 {
            let mut scene = letter();
            let text = node(&mut scene, Role::Text);
            let figure = node(&mut scene, Role::Figure);
            scene.pages[0].items = vec![
                fixture::run("word", x, 50, Mark::Content(text)),
                fixture::painted(rect(x, 70, 2, 2), Mark::Content(figure)),
            ];
            let items: usize = unfold(&scene).pages.iter().map(|page| page.items.len()).sum();
            assert_eq!(items, 2, "at {x}");
        }
    }

    #[test]
    fn what_is_said_is_the_same_before_and_after() {
        let mut scene = letter();
        let first = node(&mut scene, Role::Text);
        let second = node(&mut scene, Role::Text);
        scene.pages[0].items = vec![
            fixture::run("fifth", 10, 50, Mark::Content(second)),
            fixture::run("cover ", 200, 50, Mark::Content(first)),
        ];
        scene.pages[1].items = vec![
            fixture::run("second", 10, 50, Mark::Content(first)),
            fixture::run("fourth ", 210, 50, Mark::Content(second)),
        ];
        let before = text_of(&scene, Structure::ROOT);
        assert_eq!(before, "cover second\nfourth fifth\n");
        assert_eq!(text_of(&unfold(&scene), Structure::ROOT), before);
    }

    #[test]
    fn a_ground_shows_on_every_panel_it_covers_and_on_no_other() {
        let mut scene = letter();
        scene.pages[0].items = vec![
            fixture::ground(rect(190, -3, 103, 206)),
            fixture::ground(rect(-3, -3, 193, 206)),
        ];
        let unfolded = unfold(&scene);
        let counts: Vec<usize> = unfolded.pages.iter().map(|page| page.items.len()).collect();
        assert_eq!(counts, [1, 0, 0, 0, 1, 1]);
        assert_eq!(unfolded.pages[0].items[0].bounds(), rect(0, -3, 103, 206));
        assert_eq!(unfolded.pages[4].items[0].bounds(), rect(-3, -3, 193, 206));
        assert_eq!(unfolded.pages[5].items[0].bounds(), rect(-93, -3, 193, 206));
    }

    #[test]
    fn marks_outside_the_sheet_stay_behind() {
        let mut scene = letter();
        scene.pages[0].items = vec![fixture::painted(
            rect(50, -20, 1, 10),
            Mark::Artifact(Artifact::Page),
        )];
        assert!(unfold(&scene).pages.iter().all(|page| page.items.is_empty()));
    }

    #[test]
    fn a_figure_across_a_fold_shows_on_both_sides_and_one_that_barely_touches_it_on_one() {
        let mut scene = letter();
        let figure = node(&mut scene, Role::Figure);
        scene.pages[1].items = vec![
            fixture::painted(rect(60, 10, 80, 20), Mark::Content(figure)),
            fixture::painted(rect(60, 40, 41, 20), Mark::Content(figure)),
            fixture::painted(rect(100, 70, 1, 20), Mark::Content(figure)),
        ];
        let unfolded = unfold(&scene);
        assert_eq!(unfolded.pages[1].items.len(), 2);
        assert_eq!(unfolded.pages[2].items.len(), 2);
    }

    #[test]
    fn a_group_is_divided_among_the_panels_and_its_turn_is_minded() {
        let mut scene = letter();
        let text = node(&mut scene, Role::Text);
        // Head down about (150, 100): what stands at 110 in the group lies at 40 on the sheet.
        let group = Group {
            transform: Transform {
                turn: Turn::Half,
                shift: Point::new(Length::pt(150), Length::pt(100)),
            },
            clip: None,
            items: Arc::from([
                fixture::run("left", 110, 10, Mark::Content(text)),
                fixture::run("middle", 10, 10, Mark::Content(text)),
            ]),
        };
        scene.pages[1].items = vec![Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(group),
            mark: Mark::Inner,
            origin: None,
        }];
        let unfolded = unfold(&scene);
        let said = |page: &Page| match &page.items[..] {
            [
                Item {
                    kind: ItemKind::Group(group),
                    ..
                },
            ] => group.items.len(),
            _ => 0,
        };
        let counts: Vec<usize> = unfolded.pages.iter().map(said).collect();
        assert_eq!(counts, [0, 1, 1, 0, 0, 0]);
        assert_eq!(unfolded.pages[2].items[0].at.x, Length::pt(-100));
    }

    #[test]
    fn bound_pages_stay_as_they_are() {
        let mut scene = fixture::scene();
        scene.pages.push(fixture::page(PageKind::Bound, "1", 100, 100));
        let unfolded = unfold(&scene);
        assert_eq!(unfolded.pages[0].kind, PageKind::Bound);
        assert_eq!(unfolded.pages[0].bleed, Sides::all(Length::pt(3)));
    }
}
