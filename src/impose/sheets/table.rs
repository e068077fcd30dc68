//! What lies on which side of which sheet, as data: for whoever lays the sheets into each other, and for whoever reports it.

use super::{Imposition, Scheme};
use crate::geom::Length;
use crate::impose::marks::GAP;

/// Whoever cuts paper finds a mark that is so long beyond its gap.
const SHORTEST_MARK: Length = Length::from_units(GAP.units() * 3);

/// One side of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Which sheet, from 1; of a brochure the outermost is the first.
    pub sheet: u32,
    /// Which side of it.
    pub face: Face,
    /// The label of the page at the left: `8`; of a flyer its side: `outside`. None where a page is missing.
    pub left: Option<String>,
    /// The label of the page at the right; none for a flyer.
    pub right: Option<String>,
    /// How far both pages are shifted towards the spine.
    pub shift: Length,
}

/// A side of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// The one that is printed first.
    Front,
    /// The one behind it.
    Back,
}

impl Face {
    /// Front and back.
    pub const BOTH: [Self; 2] = [Self::Front, Self::Back];

    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Back => "back",
        }
    }
}

impl Imposition {
    /// How many sheets a copy of the document takes; of flyers, how many different ones there are.
    #[must_use]
    pub fn sheets(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.sheet)
    }

    /// How many pieces lie on a sheet.
    #[must_use]
    pub const fn pieces(&self) -> u32 {
        self.across * self.down
    }

    /// Whether crop and fold marks are too short to be seen for want of room.
    #[must_use]
    pub fn cuts_marks(&self) -> bool {
        self.room < SHORTEST_MARK
    }

    /// How many sheets of paper a run of so many copies takes, none spoiled.
    #[must_use]
    pub fn sheets_for(&self, run: u64) -> u64 {
        let sheets = u64::from(self.sheets());
        match self.scheme {
            Scheme::Stitched => run.saturating_mul(sheets),
            Scheme::Repeated => run
                .div_ceil(u64::from(self.pieces().max(1)))
                .saturating_mul(sheets),
        }
    }
}
