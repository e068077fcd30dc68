//! Columns of a frame: how many there are, what lies between them, and whether they end side by side.

use super::format::Grid;
use super::{FrameSpec, Template};
use crate::diag::{Code, Log};
use crate::geom::{Length, Point, Rect, Size};
use crate::source::Spanned;
use crate::wording::{decimal, text};

/// The columns of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// How many there are, at least one.
    pub count: u32,
    /// What lies between two of them; a line of the grid when left out, as far apart as text is from text elsewhere on the page.
    pub gutter: Option<Length>,
    /// Whether they end as evenly as the lines allow where the story ends.
    pub balance: bool,
}

/// What a frame says of its columns, as it is written.
pub(super) struct WrittenColumns {
    pub(super) count: Option<Spanned<u32>>,
    pub(super) gutter: Option<Spanned<Length>>,
    pub(super) balance: Option<Spanned<bool>>,
}

/// A newspaper of the largest format has eight; beyond twelve no word stands whole.
const MOST_COLUMNS: u32 = 12;

/// Columns are at least so wide: narrower, and hardly a German word stands whole.
const NARROWEST: Length = Length::mm(10);

impl WrittenColumns {
    /// The columns; what makes no sense is logged, and one column stands for it.
    pub(super) fn resolve(self, log: &mut Log) -> Columns {
        let count = self.count.as_ref().map_or(1, |count| count.value);
        if let Some(written) = self
            .count
            .filter(|written| !(1..=MOST_COLUMNS).contains(&written.value))
        {
            let message = text!(
                "a frame has 1 to {MOST_COLUMNS} columns",
                "ein Rahmen hat 1 bis {MOST_COLUMNS} Spalten"
            );
            log.error(Code::BAD_VALUE, written.span, message);
        }
        if let Some(gutter) = self.gutter.as_ref().filter(|gutter| gutter.value < Length::ZERO) {
            log.error(
                Code::BAD_VALUE,
                gutter.span,
                text!(
                    "a gutter is at least 0 mm wide",
                    "ein Spaltenabstand ist mindestens 0 mm breit"
                ),
            );
        }
        let unused = [
            ("gutter", self.gutter.as_ref().map(|gutter| gutter.span)),
            ("balance", self.balance.as_ref().map(|balance| balance.span)),
        ];
        for (field, span) in unused {
            if let Some(span) = span.filter(|_| count == 1) {
                log.error(
                    Code::BAD_VALUE,
                    span,
                    text!(
                        "`{field}` is for frames with columns",
                        "`{field}` gibt es nur bei Rahmen mit Spalten"
                    ),
                )
                .help(text!(
                    "add `columns = 2`, or take `{field}` out",
                    "`columns = 2` ergänzen oder `{field}` herausnehmen"
                ));
            }
        }
        Columns {
            count: count.clamp(1, MOST_COLUMNS),
            gutter: self.gutter.map(|gutter| gutter.value),
            balance: self.balance.is_some_and(|balance| balance.value),
        }
    }
}

/// Finds columns that are too narrow for text.
pub(super) fn check(frame: &FrameSpec, template: &Template, log: &mut Log) {
    let Some(area) = frame.spot.on(&template.format, &template.grid) else {
        return;
    };
    let count = frame.columns.count;
    let width = frame.columns.width(area.rect, &template.grid);
    if count > 1 && width < NARROWEST {
        let message = text!(
            "{count} columns in a frame that is {wide} mm wide are too narrow",
            "{count} Spalten in einem Rahmen von {wide} mm Breite sind zu schmal";
            wide = decimal(area.rect.size.width.to_mm(), 1)
        );
        log.error(Code::BAD_FRAME, frame.spot.span, message).help(text!(
            "each is at least {least} mm wide: take fewer columns or a narrower `gutter`",
            "jede ist mindestens {least} mm breit: weniger Spalten oder ein kleineres `gutter` nehmen";
            least = decimal(NARROWEST.to_mm(), 0)
        ));
    }
}

impl Columns {
    /// The rectangles of the columns in a frame, in the order of reading. All are equally wide.
    #[must_use]
    pub fn areas(&self, frame: Rect, grid: &Grid, right_to_left: bool) -> Vec<Rect> {
        let count = i64::from(self.count.max(1));
        let (gutter, width) = (self.gutter(grid), self.width(frame, grid));
        let column = |number: i64| {
            let place = if right_to_left { count - 1 - number } else { number };
            let left = frame.left() + (width + gutter) * place;
            Rect::new(Point::new(left, frame.top()), Size::new(width, frame.size.height))
        };
        (0..count).map(column).collect()
    }

    /// How wide each column is; nothing is left when the gutters are wider than the frame.
    pub(super) fn width(&self, frame: Rect, grid: &Grid) -> Length {
        let count = i64::from(self.count.max(1));
        (frame.size.width - self.gutter(grid) * (count - 1)) / count
    }

    fn gutter(&self, grid: &Grid) -> Length {
        self.gutter.unwrap_or(grid.baseline)
    }
}

#[cfg(test)]
mod tests {
    use super::{Columns, Grid};
    use crate::geom::{Length, Point, Rect, Size};
    use crate::template::Margins;

    #[test]
    fn columns_stand_side_by_side_from_the_side_that_is_read_first() {
        let grid = Grid {
            baseline: Length::pt(15),
            first: Length::ZERO,
            margin: Margins {
                top: Length::ZERO,
                bottom: Length::ZERO,
                inner: Length::ZERO,
                outer: Length::ZERO,
            },
        };
        let frame = Rect::new(
            Point::new(Length::pt(10), Length::pt(20)),
            Size::new(Length::pt(100), Length::pt(200)),
        );
        let lefts = |columns: Columns, right_to_left| -> Vec<Length> {
            let areas = columns.areas(frame, &grid, right_to_left);
            areas.iter().map(Rect::left).collect()
        };
        let columns = Columns {
            count: 3,
            gutter: Some(Length::pt(5)),
            balance: false,
        };
        assert_eq!(lefts(columns, false), [10, 45, 80].map(Length::pt));
        assert_eq!(lefts(columns, true), [80, 45, 10].map(Length::pt));
        let usual = Columns {
            count: 2,
            gutter: None,
            balance: false,
        };
        assert_eq!(
            usual.width(frame, &grid),
            Length::pt(85) / 2,
            "a gutter is a line wide"
        );
    }
}
