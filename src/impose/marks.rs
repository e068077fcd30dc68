//! What is printed around a page for whoever cuts, folds and measures: crop marks, fold marks, registration targets, a bar of ink fields
//! and a slug line. All of it lies outside the bleed, so that none of it can end up on the finished page, and each kind has a place of its own:
//!
//! ```text
//!   7 mm and more   slug line above the head, bar of ink fields below the foot
//!   1 mm to 6 mm    crop marks at the corners, fold marks at head and foot, a target at the middle of each side
//!   0 mm            the edge of the bleed
//! ```
//!
//! [`marked`] puts them around the pages of a document. Whoever puts pages onto sheets calls the functions for each kind.

mod bar;
mod crease;
mod crop;
mod slug;
mod target;
#[cfg(test)]
mod tests;

pub use bar::{InkBar, inks};
pub use crease::crease_lines;
pub use crop::{crop_marks, fold_marks};
pub use slug::SlugLine;
pub use target::targets;

use crate::assets::Assets;
use crate::color::{Color, Ink, Part};
use crate::geom::{Length, Path, Point, Rect, Sides, Size};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Scene, Shape, Stroke};
use crate::template::Marks;

/// Between the bleed and all marks: a mark that touched artwork could not be told from it.
pub const GAP: Length = Length::mm(1);

/// How long crop and fold marks are, and how wide targets.
pub const REACH: Length = Length::mm(5);

/// From the edge of the bleed to the slug line and the bar: past the marks, with the same gap.
pub(super) const SECOND_ROW: Length = Length::mm(7);

/// Thin enough to cut on, thick enough to be printed.
const HAIRLINE: Length = Length::from_units(16_384);

/// On every plate: marks that are missing on one would not show that the plates lie on each other.
pub(crate) const REGISTRATION: Color = Color {
    ink: Ink::All,
    tint: Part::FULL,
};

/// Puts the wanted marks around every page and makes room for them, so that the media box holds all. Items are page artifacts, painted
/// last. A document whose printer wants none stays as it is.
#[must_use]
pub fn marked(scene: &Scene, marks: Marks, assets: &Assets) -> Scene {
    let mut marked = scene.clone();
    if marks.is_none() {
        return marked;
    }
    let mut slug = marks.slug.then(|| SlugLine::new(scene, assets)).flatten();
    let bar = marks.bar.then(|| InkBar::new(&inks(scene), assets));
    for page in &mut marked.pages {
        let items = around(page, marks, slug.as_mut(), bar.as_ref());
        page.slug = room(page, &items);
        page.items.extend(items);
    }
    marked
}

/// All marks of a page.
fn around(page: &Page, marks: Marks, slug: Option<&mut SlugLine<'_>>, bar: Option<&InkBar>) -> Vec<Item> {
    let (trim, bleed) = (page.trim_box(), page.bleed_box());
    let folds: Vec<Length> = page.folds.iter().map(|fold| fold.x).collect();
    let mut items = Vec::new();
    if marks.crease {
        items.extend(crease_lines(&folds, trim));
    }
    if marks.crop {
        items.extend(crop_marks(&[trim], bleed));
    }
    if marks.fold {
        items.extend(fold_marks(&folds, bleed));
    }
    if marks.registration {
        let [upright, level] = [
            [&[trim.left(), trim.right()], folds.as_slice()].concat(),
            vec![trim.top(), trim.bottom()],
        ];
        items.extend(targets(bleed, &upright, &level));
    }
    if let Some(slug) = slug {
        let mut line = slug.set(&page.name, bleed.size.width);
        let height = line.bounds().size.height;
        line.at = Point::new(bleed.left(), bleed.top() - SECOND_ROW - height);
        items.push(line);
    }
    if let Some(bar) = bar {
        let strip = Rect::new(
            Point::new(bleed.left(), bleed.bottom() + SECOND_ROW),
            Size::new(bleed.size.width, InkBar::HEIGHT),
        );
        items.extend(bar.fields(strip));
    }
    items
}

/// Room around the bleed for these items and a gap beyond them; no less than there was.
fn room(page: &Page, items: &[Item]) -> Sides {
    let bleed = page.bleed_box();
    let held = items
        .iter()
        .map(Item::bounds)
        .fold(bleed, |held, next| held.union(&next));
    let beyond = |by: Length, room: Length| match by {
        Length::ZERO => room,
        by => room.max(by + GAP),
    };
    Sides {
        top: beyond(bleed.top() - held.top(), page.slug.top),
        right: beyond(held.right() - bleed.right(), page.slug.right),
        bottom: beyond(held.bottom() - bleed.bottom(), page.slug.bottom),
        left: beyond(bleed.left() - held.left(), page.slug.left),
    }
}

/// A hairline on all plates along a path.
fn hairline(path: Path, dash: Vec<Length>) -> Item {
    shape(Shape {
        path,
        fill: None,
        stroke: Some(Stroke {
            color: REGISTRATION,
            width: HAIRLINE,
            round: false,
            dash,
        }),
    })
}

fn shape(shape: Shape) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(shape),
        mark: Mark::Artifact(Artifact::Page),
        origin: None,
    }
}
