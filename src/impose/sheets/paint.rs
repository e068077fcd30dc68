//! The sheets themselves: pages in groups, cut to what shows of them, and marks around the pieces.

use std::sync::Arc;

use super::marks::SheetMarks;
use super::piece::Held;
use super::{Imposition, Side};
use crate::assets::Assets;
use crate::geom::{Length, Point, Rect, Sides, Transform};
use crate::scene::{Group, Item, ItemKind, Mark, Page, PageKind, Scene};
use crate::template::Marks;

/// Puts the pages of a document onto sheets, one page of the scene for each side of each sheet: its trim is what is cut out of the sheet, all
/// pieces together, and the sheet is the media around that. So marks stand beside the product here as they do in a press file, which is where
/// registration colour may be (GWG 2022, D0003 and R0024). What the document means stays as it is; a page that lies on a sheet several times
/// is shared by all of its places.
#[must_use]
pub fn sheets(scene: &Scene, imposition: &Imposition, wanted: Marks, assets: &Assets) -> Scene {
    let held: Vec<Arc<[Item]>> = scene
        .pages
        .iter()
        .map(|page| Arc::from(page.items.as_slice()))
        .collect();
    let mut imposed = Scene {
        about: scene.about.clone(),
        pages: Vec::new(),
        structure: scene.structure.clone(),
    };
    let mut marks = SheetMarks::new(scene, imposition, wanted, assets);
    let count = imposition.sheets();
    for (row, side) in imposition.rows.iter().zip(&imposition.sides) {
        let name = format!("sheet {} of {count}, {}", row.sheet, row.face.name());
        let mut page = Page {
            label: format!("{}-{}", row.sheet, row.face.name()),
            name,
            kind: PageKind::Imposed,
            trim: imposition.sheet,
            bleed: Sides::default(),
            slug: Sides::default(),
            safe: Length::ZERO,
            panels: Vec::new(),
            folds: Vec::new(),
            items: pages(side, &held),
        };
        let marks = marks.around(side, &page);
        page.items.extend(marks);
        around_product(&mut page, imposition.product(side), imposition.outer_bleed());
        imposed.pages.push(page);
    }
    imposed
}

/// Makes a page whose trim is the sheet one whose trim is the product on it.
fn around_product(page: &mut Page, product: Rect, bleed: Sides) {
    let sheet = page.trim_box();
    let room = Sides {
        top: product.top() - sheet.top(),
        right: sheet.right() - product.right(),
        bottom: sheet.bottom() - product.bottom(),
        left: product.left() - sheet.left(),
    };
    // Millimetres that fill a sheet exactly may be off by a micrometre.
    page.bleed = Sides {
        top: bleed.top.min(room.top),
        right: bleed.right.min(room.right),
        bottom: bleed.bottom.min(room.bottom),
        left: bleed.left.min(room.left),
    };
    page.slug = Sides {
        top: room.top - page.bleed.top,
        right: room.right - page.bleed.right,
        bottom: room.bottom - page.bleed.bottom,
        left: room.left - page.bleed.left,
    };
    page.trim = product.size;
    for item in &mut page.items {
        item.at = item.at - product.origin;
    }
}

fn pages(side: &Side, held: &[Arc<[Item]>]) -> Vec<Item> {
    let placed = side
        .places
        .iter()
        .flat_map(|place| side.piece.pages.iter().map(move |page| (*place, page)));
    placed.map(|(place, page)| group(place, page, held)).collect()
}

/// A page at its place on the sheet.
fn group(place: Transform, page: &Held, held: &[Arc<[Item]>]) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Group(Group {
            transform: place.then_inside(page.at, Transform::default()),
            clip: Some(page.shown),
            items: Arc::clone(&held[page.page]),
        }),
        mark: Mark::Inner,
        origin: None,
    }
}
