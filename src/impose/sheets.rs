//! Pages on the sheets of a press in the house. First it is decided where every page lies: an [`Imposition`], which is plain data and says in
//! a table what whoever stands at the press needs to know. Then the pages are put there, with marks around them.
//!
//! What lies on a sheet is a *piece*: an open flyer, or two pages of a brochure side by side, cut out along its trim. The front of a piece
//! lies on the front of the sheet and its back behind it, head to head, whichever edge the press turns the sheet about.

mod backing;
mod creep;
mod fit;
mod marks;
mod paint;
mod piece;
mod signature;
mod table;
#[cfg(test)]
mod tests;

pub use creep::creep_of_page;
pub use fit::{TooSmall, millimetres};
pub use paint::sheets;
pub use table::{Face, SheetRow};

use crate::color::Part;
use crate::geom::{Length, Point, Rect, Sides, Size, Transform};
use crate::scene::Scene;
use crate::template::{Flip, Printer};
use backing::Turning;
use fit::Grid;
use piece::Piece;

/// How pages are put onto a sheet. Four pages on a side, or sheets that are turned over and printed with the same plates once more, are a
/// printer's own business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// Printer spreads: two pages side by side, sheets that are folded, laid into each other and stitched through the fold.
    Stitched,
    /// The same open sheet as often as it fits.
    Repeated,
}

/// Where every page of a document lies on the sheets of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imposition {
    /// How pages are put onto a sheet.
    pub scheme: Scheme,
    /// The sheet as it lies before the reader.
    pub sheet: Size,
    /// Whether it is turned by a quarter from what the printer's file says.
    pub turned: bool,
    /// About which edge it is turned to print its back.
    pub flip: Flip,
    /// How many pieces lie side by side.
    pub across: u32,
    /// How many lie one below the other.
    pub down: u32,
    /// The trimmed size of a piece: an open flyer, or two pages.
    pub piece: Size,
    /// The room for marks around the pieces, where it is least; a mark takes 1 mm to the bleed and up to 5 mm for itself.
    pub room: Length,
    /// How far the pages of the innermost sheet are shifted towards the spine.
    pub creep: Length,
    /// What lies on each side of each sheet.
    pub rows: Vec<SheetRow>,
    /// Where it lies, for each row.
    sides: Vec<Side>,
    /// How far a piece bleeds at the most.
    bleed: Sides,
    /// What the press can print on.
    printable: Rect,
    /// How much of every ink marks lay down: the sheet is one page, and no place of it takes more than the printer's total.
    mark_tint: Part,
}

/// One side of a sheet: the pieces on it, each with the pages that it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    piece: Piece,
    /// Where each copy of the piece lies.
    places: Vec<Transform>,
}

/// Decides where the pages of a document lie on a printer's sheets: bound pages as printer spreads, one spread on a sheet; the two sides of a
/// folded sheet as often as they fit. None when the document has neither.
///
/// # Errors
/// When not even one piece fits on a sheet.
pub fn imposition(scene: &Scene, printer: &Printer) -> Result<Option<Imposition>, TooSmall> {
    let Some(work) = piece::work(scene, &printer.paper) else {
        return Ok(None);
    };
    let most = match work.scheme {
        Scheme::Stitched => 1,
        Scheme::Repeated => fit::MOST_IN_A_ROW,
    };
    let grid = Grid::new(work.trim, work.bleed, most, &printer.sheets)?;
    let turning = Turning::of(printer.sheets.flip, grid.sheet);
    let front: Vec<Transform> = grid.places().map(Transform::shift).collect();
    let back: Vec<Transform> = grid
        .places()
        .map(|place| turning.back(Rect::new(place, work.trim), grid.sheet))
        .collect();
    let (rows, pieces): (Vec<SheetRow>, Vec<Piece>) = work.sides.into_iter().unzip();
    let sides = rows.iter().zip(pieces).map(|(row, piece)| Side {
        piece,
        places: match row.face {
            Face::Front => front.clone(),
            Face::Back => back.clone(),
        },
    });
    Ok(Some(Imposition {
        scheme: work.scheme,
        sheet: grid.sheet,
        turned: grid.turned,
        flip: printer.sheets.flip,
        across: grid.across,
        down: grid.down,
        piece: work.trim,
        room: grid.room(),
        creep: work.creep,
        sides: sides.collect(),
        bleed: work.bleed,
        printable: grid.printable,
        mark_tint: mark_tint(printer.total_ink),
        rows,
    }))
}

impl Imposition {
    /// The trim of every piece on a side.
    fn trims(&self, side: &Side) -> Vec<Rect> {
        let piece = Rect::new(Point::ORIGIN, self.piece);
        let places = side.places.iter();
        places.map(|place| place.apply_rect(piece)).collect()
    }

    /// What is cut out of a side: the rectangle around the trims of all pieces, of one size on front and back.
    fn product(&self, side: &Side) -> Rect {
        let trims = self.trims(side).into_iter();
        trims.reduce(|held, next| held.union(&next)).unwrap_or_default()
    }

    /// How far that bleeds. On the back the edges of a piece change sides, so opposite edges have the larger bleed of the two.
    fn outer_bleed(&self) -> Sides {
        let bleed = self.bleed;
        let (sideways, upright) = (bleed.left.max(bleed.right), bleed.top.max(bleed.bottom));
        Sides {
            top: upright,
            right: sideways,
            bottom: upright,
            left: sideways,
        }
    }
}

/// So much of every ink that all four stay within a total, and do so when they are rounded to the steps of a raster image.
fn mark_tint(total_ink: f64) -> Part {
    let rounding = 1.0;
    Part::from_percent(((total_ink - rounding) / 4.0).floor().clamp(0.0, 100.0)).unwrap_or(Part::FULL)
}
