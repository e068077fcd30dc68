//! How many pieces fit on a sheet, and which way it lies.

use crate::geom::{Length, Point, Rect, Sides, Size};
use crate::impose::marks::{GAP, REACH};
use crate::template::Sheets;
use crate::wording::{Text, number, text};

/// The most pieces side by side, and one below the other: of business cards a sheet holds a quarter as many.
pub(super) const MOST_IN_A_ROW: u32 = 50;

/// Lengths are whole units, so that millimetres that fill a sheet exactly may be off by a few; no press minds a micrometre.
const ROUNDING: Length = Length::micrometres(1);

/// Not even one piece fits on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooSmall {
    /// The piece with its bleed.
    pub piece: Size,
    /// What the press can print on: the sheet without its margin.
    pub printable: Size,
}

/// As a sentence about the sheet.
impl From<TooSmall> for Text {
    fn from(error: TooSmall) -> Self {
        text!(
            "{piece} with bleed do not fit on the {printable} that the press can print on",
            "{piece} mit Beschnitt passen nicht auf die {printable}, die sich bedrucken lassen";
            piece = millimetres(error.piece), printable = millimetres(error.printable)
        )
    }
}

/// A size for people: `297 x 210 mm`, `297 × 210 mm`, with tenths where there are any.
#[must_use]
pub fn millimetres(size: Size) -> Text {
    let tenths = |length: Length| number((length.to_mm() * 10.0).round() / 10.0);
    text!(
        "{width} x {height} mm",
        "{width} × {height} mm";
        width = tenths(size.width), height = tenths(size.height)
    )
}

/// Pieces in rows and columns, in the middle of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) sheet: Size,
    pub(super) turned: bool,
    /// What the press can print on.
    pub(super) printable: Rect,
    pub(super) across: u32,
    pub(super) down: u32,
    piece: Size,
    bleed: Sides,
}

impl Grid {
    /// As many pieces as fit but no more than `most` in a row, on the sheet as the printer's file has it or turned by a quarter. Where as many
    /// fit both ways, the way that has room for marks around them is taken, and of two such the one that the file names.
    pub(super) fn new(piece: Size, bleed: Sides, most: u32, sheets: &Sheets) -> Result<Self, TooSmall> {
        let ways = [false, true].map(|turned| Self::on(turned, piece, bleed, most, sheets));
        let [named, turned] = ways;
        let worth = |grid: &Self| {
            (
                grid.across * grid.down,
                grid.across > 0 && grid.room() >= GAP + REACH,
            )
        };
        let best = if worth(&turned) > worth(&named) {
            turned
        } else {
            named
        };
        if best.across * best.down == 0 {
            return Err(TooSmall {
                piece: Rect::new(Point::ORIGIN, piece).outset(bleed).size,
                printable: best.printable.size,
            });
        }
        Ok(best)
    }

    fn on(turned: bool, piece: Size, bleed: Sides, most: u32, sheets: &Sheets) -> Self {
        let Size { width, height } = sheets.size;
        let sheet = if turned {
            Size::new(height, width)
        } else {
            Size::new(width, height)
        };
        let printable = Rect::new(Point::ORIGIN, sheet).inset(Sides::all(sheets.margin));
        let count = |room: Length, size: Length, [first, second]: [Length; 2]| {
            // On the back the bleed of both edges changes sides, and the pieces must fit there too.
            let rest = room + ROUNDING - size - first.max(second) * 2;
            if rest < Length::ZERO {
                return 0;
            }
            let more = rest.whole_times(size + first + second);
            u32::try_from(more + 1).unwrap_or(most).min(most)
        };
        Self {
            across: count(printable.size.width, piece.width, [bleed.left, bleed.right]),
            down: count(printable.size.height, piece.height, [bleed.top, bleed.bottom]),
            sheet,
            turned,
            printable,
            piece,
            bleed,
        }
    }

    /// Where the pieces lie, row by row: the corners of their trim at the head and the left. The bleed of neighbours meets in the middle
    /// between them.
    pub(super) fn places(&self) -> impl Iterator<Item = Point> + use<> {
        let trims = self.trims();
        let step = self.step();
        let (across, down) = (i64::from(self.across), i64::from(self.down));
        (0..down).flat_map(move |row| {
            (0..across).map(move |column| trims.origin + Point::new(step.x * column, step.y * row))
        })
    }

    /// From a piece to the next.
    fn step(&self) -> Point {
        Point::new(
            self.piece.width + self.bleed.left + self.bleed.right,
            self.piece.height + self.bleed.top + self.bleed.bottom,
        )
    }

    /// The rectangle around the trim of all pieces, in the middle of the sheet.
    fn trims(&self) -> Rect {
        let step = self.step();
        let more = |count: u32| i64::from(count.saturating_sub(1));
        let size = Size::new(
            self.piece.width + step.x * more(self.across),
            self.piece.height + step.y * more(self.down),
        );
        let corner = Point::new(
            (self.sheet.width - size.width) / 2,
            (self.sheet.height - size.height) / 2,
        );
        Rect::new(corner, size)
    }

    /// The room for marks between the bleed of the outermost pieces and the edge of what the press can print on, where it is least.
    pub(super) fn room(&self) -> Length {
        let block = self.trims().outset(self.bleed);
        let sideways = (block.left() - self.printable.left()).min(self.printable.right() - block.right());
        let upright = (block.top() - self.printable.top()).min(self.printable.bottom() - block.bottom());
        sideways.min(upright).at_least_zero()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};
    use crate::template::{Flip, Marks};

    fn sheets(width: i64, height: i64, margin: i64) -> Sheets {
        Sheets {
            size: Size::new(Length::mm(width), Length::mm(height)),
            margin: Length::mm(margin),
            flip: Flip::LongEdge,
            marks: Marks::default(),
            span: Span {
                source: SourceId(0),
                start: 0,
                end: 0,
            },
            is_named: true,
        }
    }

    fn counted(piece: [i64; 2], bleed: i64, sheets: &Sheets) -> Option<(u32, u32, bool)> {
        let piece = Size::new(Length::mm(piece[0]), Length::mm(piece[1]));
        let grid = Grid::new(piece, Sides::all(Length::mm(bleed)), MOST_IN_A_ROW, sheets).ok()?;
        Some((grid.across, grid.down, grid.turned))
    }

    #[test]
    fn as_many_fit_as_whoever_cuts_paper_expects() {
        let sra3 = sheets(320, 450, 5);
        assert_eq!(counted([297, 210], 3, &sra3), Some((1, 2, false)));
        assert_eq!(counted([210, 297], 3, &sra3), Some((2, 1, true)));
        assert_eq!(counted([99, 210], 3, &sra3), Some((4, 1, true)));
        assert_eq!(counted([148, 105], 3, &sra3), Some((2, 3, false)));
        assert_eq!(counted([85, 55], 2, &sra3), Some((3, 7, false)));
        assert_eq!(counted([420, 297], 3, &sra3), Some((1, 1, true)));
        assert_eq!(counted([450, 320], 0, &sra3), None);
    }

    #[test]
    fn what_fills_a_sheet_to_the_last_micrometre_fits() {
        assert_eq!(counted([297, 210], 3, &sheets(303, 216, 0)), Some((1, 1, false)));
        assert_eq!(counted([99, 99], 2, &sheets(309, 309, 0)), Some((3, 3, false)));
        assert_eq!(counted([297, 210], 3, &sheets(302, 216, 0)), None);
    }

    #[test]
    fn a_stamp_on_a_poster_does_not_come_a_million_times() {
        assert_eq!(
            counted([10, 10], 0, &sheets(2000, 2000, 0)),
            Some((MOST_IN_A_ROW, MOST_IN_A_ROW, false))
        );
    }

    #[test]
    fn a_sheet_lies_the_way_that_has_room_for_marks() {
        // Two A5 pages side by side fit both ways.
        let spread = Size::new(Length::mm(296), Length::mm(210));
        let grid = Grid::new(spread, Sides::all(Length::mm(3)), 1, &sheets(320, 450, 5)).unwrap();
        assert!(grid.turned);
        let grid = Grid::new(spread, Sides::all(Length::mm(3)), 1, &sheets(450, 320, 5)).unwrap();
        assert!(!grid.turned);
    }

    #[test]
    fn a_sheet_that_is_all_margin_holds_nothing() {
        assert_eq!(counted([10, 10], 0, &sheets(50, 50, 100)), None);
    }
}
