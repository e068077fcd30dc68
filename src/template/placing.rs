//! Where things stand: on a panel, a page, or a whole side of the sheet, and at which rectangle of it.

use std::ops::RangeInclusive;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Reading;
use super::columns::Columns;
use super::fit::{Fit, WrittenFit};
use super::format::{Format, Grid, Pair, point, size};
use crate::geom::{Length, Point, Rect, Size};
use crate::source::{Span, Spanned};
use crate::wording::{Text, decimal, text};

/// What something stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// A panel of a folded sheet, by its number in reading order.
    Panel(u32),
    /// A bound page, by its number from 1.
    Page(u32),
    /// A whole side of a folded sheet: 0 outside, 1 inside.
    Side(usize),
}

/// A place in a template: what it stands on and which part of it, where it was written.
#[derive(Clone, Debug)]
pub struct Spot {
    /// What it stands on.
    pub stand: Stand,
    /// The part of it; the live area within the margins when left out.
    pub area: Option<Rect>,
    /// Where this is written.
    pub span: Span,
    /// Where its panel, page or side is named.
    pub stand_span: Span,
}

/// A spot worked out on the pages of a scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The index of the page.
    pub page: usize,
    /// The rectangle on that page.
    pub rect: Rect,
}

/// A frame that a story runs through.
#[derive(Clone, Debug)]
pub struct FrameSpec {
    /// The name of the story.
    pub story: Spanned<String>,
    /// Where it stands.
    pub spot: Spot,
    /// Styles that stand for others in this story: usual name, name here.
    pub styles: Vec<(String, Spanned<String>)>,
    /// Whether the text stands at the foot of the frame rather than at its head.
    pub at_foot: bool,
    /// Where it says that its page comes again and again until the story is at its end.
    pub runs_on: Option<Span>,
    /// Its columns.
    pub columns: Columns,
    /// How far the story may be made to fit, for all frames of the thread.
    pub fit: Option<Fit>,
}

/// A frame that a story runs through, on one panel or one page.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend(
    "oneOf" = [{ "required": ["panel"] }, { "required": ["page"] }],
    "dependencies" = {
        "gutter": { "required": ["columns"], "properties": { "columns": { "minimum": 2 } } },
        "balance": { "required": ["columns"], "properties": { "columns": { "minimum": 2 } } }
    },
))]
pub(super) struct WrittenFrame {
    /// The name of the story, that of a `[[story.NAME]]` in the content.
    #[schemars(extend("examples" = ["goals"]))]
    pub(super) story: Spanned<String>,
    /// The panel of a folded sheet that it stands on, counted from 1 as a reader meets them.
    #[schemars(range(min = 1))]
    pub(super) panel: Option<Spanned<u32>>,
    /// The stitched page that it stands on, counted from 1.
    #[schemars(range(min = 1))]
    pub(super) page: Option<Spanned<u32>>,
    /// Its top left corner, from that of the panel or page. It counts beside a `size` alone, and is that
    /// corner itself when left out.
    #[schemars(extend("examples" = [["10 mm", "16 mm"]]))]
    pub(super) at: Option<Pair>,
    /// Its width and height. Left out, what the margins leave of the panel or page.
    #[schemars(extend("examples" = [["80 mm", "102 mm"]]))]
    pub(super) size: Option<Pair>,
    /// Styles that stand for others here: the usual name, and the one in its place.
    #[serde(default)]
    #[schemars(extend("maxProperties" = 1000, "examples" = [{ "body": "lead" }]))]
    pub(super) styles: crate::source::Named<Spanned<String>>,
    /// Where the text gathers.
    #[serde(default)]
    #[schemars(extend("default" = "head"))]
    pub(super) vertical: Vertical,
    /// Whether its page comes again and again until the story is at its end. It needs `pages = "auto"`.
    #[serde(rename = "run-on")]
    #[schemars(extend("default" = false))]
    pub(super) run_on: Option<Spanned<bool>>,
    /// How many columns it has; each is at least 10 mm wide.
    #[schemars(range(min = 1, max = 12), extend("default" = 1))]
    pub(super) columns: Option<Spanned<u32>>,
    /// What lies between two columns. Left out, as much as from baseline to baseline of the grid.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["5 mm"]))]
    pub(super) gutter: Option<Spanned<Length>>,
    /// Whether the columns end at one height where the story ends.
    #[schemars(extend("default" = false))]
    pub(super) balance: Option<Spanned<bool>>,
    /// Copyfitting: how far the story may be made to fit, for all its frames together. Left out, it stays as its styles say.
    #[schemars(extend("examples" = [{ "size": ["10.5 pt", "12 pt"], "leading": ["13 pt", "15 pt"], "tracking": [-10, 0] }]))]
    pub(super) fit: Option<Spanned<WrittenFit>>,
}

/// Where text gathers in its frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Vertical {
    /// At the head of the frame.
    #[default]
    Head,
    /// At the foot of the frame.
    Foot,
}

/// One side of a folded sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Side {
    /// What is seen of the folded sheet, with cover and back.
    Outside,
    /// What is seen when it is open.
    Inside,
}

/// What a template places, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placed {
    /// A frame of a story.
    Frame,
    /// A coloured ground.
    Ground,
    /// A decorative figure.
    Figure,
}

impl Placed {
    /// Its name; in German with "this" before it, which agrees with its gender.
    pub(super) fn this(self) -> Text {
        match self {
            Self::Frame => text!("frame", "dieser Rahmen"),
            Self::Ground => text!("ground", "diese Farbfläche"),
            Self::Figure => text!("figure", "diese Abbildung"),
        }
    }
}

/// Why something stands on nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoStand {
    /// Nothing is named.
    Nowhere,
    /// More than one thing is named.
    TwoPlaces,
}

/// The stand that is written, when exactly one is.
pub(super) fn stand(
    panel: Option<&Spanned<u32>>,
    page: Option<&Spanned<u32>>,
    side: Option<&Spanned<Side>>,
) -> Result<Spanned<Stand>, NoStand> {
    match (panel, page, side) {
        (Some(panel), None, None) => Ok(panel.clone().map(Stand::Panel)),
        (None, Some(page), None) => Ok(page.clone().map(Stand::Page)),
        (None, None, Some(side)) => Ok(side
            .clone()
            .map(|side| Stand::Side(usize::from(side == Side::Inside)))),
        (None, None, None) => Err(NoStand::Nowhere),
        _ => Err(NoStand::TwoPlaces),
    }
}

/// The rectangle that `at` and `size` name, as far as they are written.
pub(super) fn area(at: Option<Pair>, dimensions: Option<Pair>) -> Option<Rect> {
    dimensions.map(|dimensions| Rect::new(at.map_or(Point::ORIGIN, point), size(dimensions)))
}

/// How far a rectangle reaches beyond another, for messages: `2.0 mm at the foot`, `2,0 mm unten`.
#[must_use]
pub fn beyond(inner: Rect, outer: Rect) -> Vec<Text> {
    let edges = [
        (text!("at the head", "oben"), outer.top() - inner.top()),
        (text!("at the right", "rechts"), inner.right() - outer.right()),
        (text!("at the foot", "unten"), inner.bottom() - outer.bottom()),
        (text!("at the left", "links"), outer.left() - inner.left()),
    ];
    // Less is what is lost when millimetres become whole units, and shows as nothing.
    let seen = edges.into_iter().filter(|(_, by)| *by >= Length::micrometres(50));
    seen.map(|(edge, by)| text!("{by} mm {edge}", "{by} mm {edge}"; by = decimal(by.to_mm(), 1), edge))
        .collect()
}

impl super::Template {
    /// The bound pages that the frames of these stories stand on, from the first to the last.
    #[must_use]
    pub fn pages_of<S: AsRef<str>>(&self, stories: &[S]) -> Option<RangeInclusive<u32>> {
        let frames = self
            .frames
            .iter()
            .filter(|frame| stories.iter().any(|story| story.as_ref() == frame.story.value));
        let pages = frames.filter_map(|frame| match frame.spot.stand {
            Stand::Page(page) => Some(page),
            Stand::Panel(_) | Stand::Side(_) => None,
        });
        Some(pages.clone().min()?..=pages.max()?)
    }
}

impl Spot {
    /// The page and rectangle of this spot. None when there is no such panel, page or side.
    #[must_use]
    pub fn on(&self, format: &Format, grid: &Grid) -> Option<Area> {
        let (page, whole) = self.stand.on(format)?;
        let reading = format.reading();
        let mirrored = match self.stand {
            Stand::Page(number) => reading.is_left_hand(number),
            Stand::Panel(_) | Stand::Side(_) => reading == Reading::RightToLeft,
        };
        let rect = match self.area {
            Some(area) => reading.place(area.shifted(whole.origin), whole),
            None => grid.live_area(whole, mirrored),
        };
        Some(Area { page, rect })
    }
}

impl Spot {
    /// The page and rectangle of this spot where its page comes as page `number` of a bound document. Left-hand and right-hand pages
    /// mirror each other, so on the other hand than the template shows it on, what stood at the left stands at the right.
    #[must_use]
    pub fn on_page(&self, number: u32, format: &Format, grid: &Grid) -> Option<Area> {
        let own = self.on(format, grid)?.rect;
        self.on_page_in(own, number, format, grid)
    }

    /// As [`Self::on_page`], as a part of a block that is mirrored as a whole: columns beside each other are still read in their order.
    #[must_use]
    pub fn on_page_in(&self, block: Rect, number: u32, format: &Format, grid: &Grid) -> Option<Area> {
        let shown = self.on(format, grid)?;
        let changes_hands = matches!(self.stand, Stand::Page(own) if own % 2 != number % 2);
        let rect = if changes_hands {
            let left = format.trim().width - block.right();
            shown.rect.shifted(Point::new(left - block.left(), Length::ZERO))
        } else {
            shown.rect
        };
        let page = number.saturating_sub(1) as usize;
        Some(Area { page, rect })
    }
}

impl Stand {
    /// The page of the scene, and the rectangle that the stand takes up on it.
    #[must_use]
    pub fn on(&self, format: &Format) -> Option<(usize, Rect)> {
        let trim = Rect::new(Point::ORIGIN, format.trim());
        match (self, format) {
            (Self::Panel(number), Format::Folded { fold, open, reading }) => {
                fold.sides(*reading).iter().enumerate().find_map(|(index, side)| {
                    let panel = side.panels.iter().find(|panel| panel.number == *number)?;
                    let corner = Point::new(panel.left, Length::ZERO);
                    Some((index, Rect::new(corner, Size::new(panel.width, open.height))))
                })
            }
            (Self::Page(number), Format::Bound { pages, .. }) => (1..=*pages)
                .contains(number)
                .then(|| (*number as usize - 1, trim)),
            (Self::Side(side), Format::Folded { .. }) => Some((*side, trim)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Spot, Stand};
    use crate::geom::{Length, Point, Rect, Size};
    use crate::source::{SourceId, Span};
    use crate::template::{Format, Grid, Margins, Reading};

    const NOWHERE: Span = Span {
        source: SourceId(0),
        start: 0,
        end: 0,
    };

    fn format() -> Format {
        Format::Bound {
            page: Size::new(Length::mm(100), Length::mm(200)),
            pages: 8,
            automatic: true,
            reading: Reading::LeftToRight,
        }
    }

    fn grid() -> Grid {
        Grid {
            baseline: Length::pt(12),
            first: Length::mm(20),
            margin: Margins {
                top: Length::mm(20),
                bottom: Length::mm(20),
                inner: Length::mm(8),
                outer: Length::mm(12),
            },
        }
    }

    fn spot(area: Option<Rect>) -> Spot {
        Spot {
            stand: Stand::Page(3),
            area,
            span: NOWHERE,
            stand_span: NOWHERE,
        }
    }

    /// The left and right edge, in millimetres, on a page of the document that shows page 3 of the template.
    fn edges(area: Option<Rect>, number: u32) -> (f64, f64) {
        let on = spot(area).on_page(number, &format(), &grid()).unwrap();
        assert_eq!(on.page, number as usize - 1);
        (on.rect.left().to_mm().round(), on.rect.right().to_mm().round())
    }

    #[test]
    fn a_page_that_changes_hands_is_mirrored_with_its_margins_and_with_places_that_are_named() {
        assert_eq!(edges(None, 3), (8.0, 88.0));
        assert_eq!(edges(None, 17), (8.0, 88.0));
        assert_eq!(edges(None, 18), (12.0, 92.0));
        let corner = Point::new(Length::mm(90), Length::ZERO);
        let strip = Rect::new(corner, Size::new(Length::mm(10), Length::mm(200)));
        assert_eq!(edges(Some(strip), 5), (90.0, 100.0));
        assert_eq!(edges(Some(strip), 6), (0.0, 10.0));
    }

    #[test]
    fn columns_beside_each_other_change_hands_together_and_keep_their_order() {
        let column = |left: i64| {
            let corner = Point::new(Length::mm(left), Length::ZERO);
            Rect::new(corner, Size::new(Length::mm(30), Length::mm(200)))
        };
        let (first, second) = (column(10), column(45));
        let left = |area: Rect, number| {
            let block = first.union(&second);
            let on = spot(Some(area))
                .on_page_in(block, number, &format(), &grid())
                .unwrap();
            on.rect.left().to_mm().round()
        };
        assert_eq!((left(first, 5), left(second, 5)), (10.0, 45.0));
        assert_eq!((left(first, 6), left(second, 6)), (25.0, 60.0));
    }
}
