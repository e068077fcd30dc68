//! Marks on a press's sheet: where its pieces are cut and folded, and what the sheet is. The bleed of neighbours meets between them, so that
//! there is no room for marks there; all stand around the block of pieces, and whoever cuts along them cuts a whole row or column. What the
//! press cannot print for want of room is left out.

use super::{Imposition, Side};
use crate::assets::Assets;
use crate::geom::{Length, Point, Rect, Size, Transform};
use crate::impose::marks::{GAP, InkBar, SECOND_ROW, SlugLine, crop_marks, fold_marks, inks, targets};
use crate::scene::{Artifact, Group, Item, ItemKind, Mark, Page, Scene, Shape};
use crate::template::Marks;

/// The marks of the sides of one document's sheets.
pub(super) struct SheetMarks<'a> {
    imposition: &'a Imposition,
    wanted: Marks,
    slug: Option<SlugLine<'a>>,
    bar: Option<InkBar>,
}

impl<'a> SheetMarks<'a> {
    /// Ready to mark the sheets of a document.
    pub(super) fn new(scene: &Scene, imposition: &'a Imposition, wanted: Marks, assets: &'a Assets) -> Self {
        Self {
            imposition,
            wanted,
            slug: wanted.slug.then(|| SlugLine::new(scene, assets)).flatten(),
            bar: wanted.bar.then(|| InkBar::new(&inks(scene), assets)),
        }
    }

    /// All marks of a side, cut at the edge of what the press can print on; none where none are wanted.
    pub(super) fn around(&mut self, side: &Side, page: &Page) -> Option<Item> {
        let mut items = self.lines(side);
        let block = self.block(side);
        if let Some(line) = self.slug(side, block, page, &items) {
            items.push(line);
        }
        items.extend(self.bar(block, &items));
        let group = Group {
            transform: Transform::default(),
            clip: Some(self.imposition.printable),
            items: items.into(),
        };
        (!group.items.is_empty()).then_some(Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(group),
            mark: Mark::Artifact(Artifact::Page),
            origin: None,
        })
    }

    /// Crop marks, fold marks and registration targets.
    fn lines(&self, side: &Side) -> Vec<Item> {
        let (trims, block) = (self.trims(side), self.block(side));
        let folds = folds(side);
        let mut items = Vec::new();
        if self.wanted.crop {
            items.extend(crop_marks(&trims, block));
        }
        if self.wanted.fold {
            items.extend(fold_marks(&folds, block));
        }
        if self.wanted.registration {
            let upright = upright(&trims, &folds);
            let level: Vec<Length> = trims
                .iter()
                .flat_map(|trim| [trim.top(), trim.bottom()])
                .collect();
            // Half a target shows nothing.
            let whole = |item: &Item| self.imposition.printable.contains(&item.bounds());
            items.extend(targets(block, &upright, &level).into_iter().filter(whole));
        }
        for item in &mut items {
            if let ItemKind::Shape(Shape {
                stroke: Some(stroke), ..
            }) = &mut item.kind
            {
                stroke.color = stroke.color.clone().tinted(self.imposition.mark_tint);
            }
        }
        items
    }

    /// The slug line, in the row beyond the marks at head or foot, else between two marks, where the widest gap is first tried.
    fn slug(&mut self, side: &Side, block: Rect, page: &Page, others: &[Item]) -> Option<Item> {
        let upright = upright(&self.trims(side), &folds(side));
        let printable = self.imposition.printable;
        let slug = self.slug.as_mut()?;
        let mut rows = vec![(block.left(), block.right(), SECOND_ROW)];
        let mut gaps: Vec<(Length, Length)> = upright
            .windows(2)
            .map(|pair| (pair[0] + GAP, pair[1] - GAP))
            .filter(|(left, right)| left < right)
            .collect();
        gaps.sort_by_key(|(left, right)| (*left - *right, *left));
        // What does not fit in the widest gap fits in none, unless a target is in the way there.
        let widest = gaps.into_iter().take(4);
        rows.extend(widest.map(|(left, right)| (left, right, GAP)));
        for (left, right, off) in rows {
            let mut line = slug.set(&page.name, right - left);
            let height = line.bounds().size.height;
            for y in [block.top() - off - height, block.bottom() + off] {
                line.at = Point::new(left, y);
                let bounds = line.bounds();
                let is_free = others.iter().all(|other| !other.bounds().overlaps(&bounds));
                if printable.contains(&bounds) && is_free {
                    return Some(line);
                }
            }
        }
        None
    }

    /// The bar of ink fields, beyond the marks at foot or head.
    fn bar(&self, block: Rect, others: &[Item]) -> Vec<Item> {
        let Some(bar) = &self.bar else {
            return Vec::new();
        };
        let size = Size::new(block.size.width, InkBar::HEIGHT);
        let rows = [
            block.bottom() + SECOND_ROW,
            block.top() - SECOND_ROW - InkBar::HEIGHT,
        ];
        let strips = rows.map(|y| Rect::new(Point::new(block.left(), y), size));
        let is_free = |strip: &Rect| {
            let printable = self.imposition.printable;
            printable.contains(strip) && others.iter().all(|other| !other.bounds().overlaps(strip))
        };
        let strip = strips.into_iter().find(is_free);
        strip.map_or_else(Vec::new, |strip| bar.fields(strip))
    }

    /// The trim of every piece.
    fn trims(&self, side: &Side) -> Vec<Rect> {
        self.imposition.trims(side)
    }

    /// The rectangle that holds all pieces with their bleed, the same on front and back.
    fn block(&self, side: &Side) -> Rect {
        let imposition = self.imposition;
        imposition.product(side).outset(imposition.outer_bleed())
    }
}

/// Where all pieces are folded.
fn folds(side: &Side) -> Vec<Length> {
    let places = side.places.iter().flat_map(|place| {
        let folds = side.piece.folds.iter();
        folds.map(|x| place.apply(Point::new(*x, Length::ZERO)).x)
    });
    places.collect()
}

/// Where marks stand at head and foot, from left to right.
fn upright(trims: &[Rect], folds: &[Length]) -> Vec<Length> {
    let edges = trims.iter().flat_map(|trim| [trim.left(), trim.right()]);
    let mut places: Vec<Length> = edges.chain(folds.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    places
}
