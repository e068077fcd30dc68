//! What is painted: runs of glyphs, shapes, pictures, and groups that hold other items turned and shifted.

use std::sync::Arc;

use super::NodeId;
use crate::assets::{DrawingId, GlyphRun, ImageId};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect, Size, Transform};
use crate::source::Span;

/// One painted thing.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where: for glyphs the start of the baseline, for a picture its top left corner; shapes and groups are shifted by it.
    pub at: Point,
    /// What.
    pub kind: ItemKind,
    /// What it means.
    pub mark: Mark,
    /// The line of TOML it came from.
    pub origin: Option<Span>,
}

/// What is painted.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// Letters on a baseline.
    Glyphs(GlyphRun),
    /// An outline, filled or stroked.
    Shape(Shape),
    /// A picture.
    Picture(Picture),
    /// A drawing.
    Drawing(PlacedDrawing),
    /// Other items, moved together.
    Group(Group),
}

/// What an item means. There is no third way: content of a node, or an artifact (PDF/UA-1, 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Content of a node, whose role is `Text` or `Figure`.
    Content(NodeId),
    /// Not part of what is said.
    Artifact(Artifact),
    /// A group whose items carry marks of their own.
    Inner,
}

/// Why something is not part of what is said (ISO 32000-1, 14.8.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// Running heads and folios.
    Pagination,
    /// Rules and ornaments.
    Layout,
    /// Grounds and tints behind the content.
    Background,
    /// Crop marks, folds, colour bars: outside the page proper.
    Page,
    /// Where the sheet is creased for folding: a step after printing, told to a machine and not printed (ISO 19593-1).
    Crease,
}

/// An outline, filled or stroked or both.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The outline, from the item's place.
    pub path: Path,
    /// The ink inside.
    pub fill: Option<Color>,
    /// The line along it.
    pub stroke: Option<Stroke>,
}

/// A line along an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The ink.
    pub color: Color,
    /// The thickness.
    pub width: Length,
    /// Whether its ends are round.
    pub round: bool,
    /// Lengths of dash and gap in turn; empty is solid.
    pub dash: Vec<Length>,
}

/// A whole picture, seen upright; where only a part of it shows, a group cuts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Which.
    pub image: ImageId,
    /// How large it is drawn.
    pub size: Size,
}

/// A whole drawing; where only a part of it shows, a group cuts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedDrawing {
    /// Which.
    pub drawing: DrawingId,
    /// How large it is drawn, in the proportions of its own size.
    pub size: Size,
}

/// Items moved together, and cut where wanted.
#[derive(Clone, Debug)]
pub struct Group {
    /// How they are turned and shifted, before the item's own place is added.
    pub transform: Transform,
    /// What remains visible, in the group's own coordinates.
    pub clip: Option<Rect>,
    /// What is in it; shared, since a page may lie on a sheet many times.
    pub items: Arc<[Item]>,
}

impl Item {
    /// A rectangle that surely holds the item, on its page; glyphs reach one em above and a third below the baseline.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match &self.kind {
            ItemKind::Glyphs(glyphs) => {
                let origin = Point::new(self.at.x, self.at.y - glyphs.size);
                Rect::new(origin, Size::new(glyphs.width(), glyphs.size.ratio(4, 3)))
            }
            ItemKind::Shape(shape) => {
                let bounds = shape.path.bounds().unwrap_or_default();
                let margin = shape
                    .stroke
                    .as_ref()
                    .map_or(Length::ZERO, |stroke| stroke.width / 2);
                bounds.outset(crate::geom::Sides::all(margin)).shifted(self.at)
            }
            ItemKind::Picture(picture) => Rect::new(self.at, picture.size),
            ItemKind::Drawing(drawing) => Rect::new(self.at, drawing.size),
            ItemKind::Group(group) => {
                let inner = group
                    .items
                    .iter()
                    .map(Self::bounds)
                    .reduce(|held, next| held.union(&next));
                let shown = group.clip.or(inner).unwrap_or_default();
                group.transform.apply_rect(shown).shifted(self.at)
            }
        }
    }
}
