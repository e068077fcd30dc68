//! A page: its trim box, what is painted on it, and what a printer and a reader need to know of it.

use super::Item;
use crate::geom::{Length, Rect, Sides, Size};
use crate::wording::Text;

/// A page of a scene. Its origin is the top left corner of the trim box.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its name for people: `outside`, `cover`, `panel 3`.
    pub name: String,
    /// The label a reader's program shows: `1`, `ii`, `A-1`.
    pub label: String,
    /// What kind of page it is.
    pub kind: PageKind,
    /// The finished size.
    pub trim: Size,
    /// How far artwork runs over each edge.
    pub bleed: Sides,
    /// Room around the bleed for marks; nothing where none are printed.
    pub slug: Sides,
    /// How far text must stay from each edge of the trim box.
    pub safe: Length,
    /// The panels of a folded sheet, from left to right; none on a bound page.
    pub panels: Vec<Panel>,
    /// Where the sheet is folded, from left to right.
    pub folds: Vec<Fold>,
    /// What is painted, the lowest first.
    pub items: Vec<Item>,
}

/// The name of a page as people are told it: those that pages have are English, `outside`, `blank page 3`.
#[must_use]
pub fn page_called(name: &str) -> Text {
    let german = match name {
        "outside" => "Außenseite".to_owned(),
        "inside" => "Innenseite".to_owned(),
        _ => name.replace("blank page", "Vakatseite").replace("page", "Seite"),
    };
    Text::new(name, german)
}

impl Page {
    /// The trim box in the page's own coordinates.
    #[must_use]
    pub fn trim_box(&self) -> Rect {
        Rect::new(crate::geom::Point::ORIGIN, self.trim)
    }

    /// The bleed box in the page's own coordinates.
    #[must_use]
    pub fn bleed_box(&self) -> Rect {
        self.trim_box().outset(self.bleed)
    }

    /// The media box in the page's own coordinates: trim, bleed and room for marks.
    #[must_use]
    pub fn media_box(&self) -> Rect {
        self.bleed_box().outset(self.slug)
    }

    /// The panel that holds the place `x`; an edge belongs to the panel at its right. What lies beyond the sheet's left or right
    /// edge belongs to the panel there. None on a page without panels.
    #[must_use]
    pub fn panel_at(&self, x: Length) -> Option<&Panel> {
        let holds = |panel: &&Panel| panel.rect.left() <= x && x < panel.rect.right();
        let distance = |panel: &&Panel| (panel.rect.left() - x).max(x - panel.rect.right());
        self.panels
            .iter()
            .find(holds)
            .or_else(|| self.panels.iter().min_by_key(distance))
    }
}

/// What kind of page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageKind {
    /// One side of an open sheet that will be folded.
    Sheet,
    /// One panel of a folded sheet, by itself.
    Panel,
    /// A page of a bound document.
    Bound,
    /// Two facing pages, for looking at.
    Spread,
    /// A printer's sheet that holds pages.
    Imposed,
}

/// A panel of a folded sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its number in reading order, from 1.
    pub number: u32,
    /// Where it lies on its side of the sheet.
    pub rect: Rect,
}

/// A fold line across the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How far right of the trim's left edge.
    pub x: Length,
}
