//! The kinds of folds: their names, how many panels each has, and how much narrower what is folded in has to be.

use std::ops::RangeInclusive;

use crate::geom::Length;

/// How a sheet is folded, by parallel creases only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FoldKind {
    /// Once, in the middle (Einbruchfalz): 4 pages.
    Half,
    /// Twice inwards, the right panel first (Zweibruch-Wickelfalz): 6 pages.
    Letter,
    /// To and fro (Zickzackfalz, Leporello): 6, 8 or 10 pages.
    Zigzag,
    /// Two flaps that meet in the middle (Fensterfalz, 6 pages), and once more in the middle (Altarfalz, 8 pages).
    Gate,
    /// In half, and in half again in the same direction (Doppelparallelfalz): 8 pages.
    DoubleParallel,
    /// Rolled in from the right (Wickelfalz): 8 or 10 pages.
    Roll,
}

impl FoldKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Half,
        Self::Letter,
        Self::Zigzag,
        Self::Gate,
        Self::DoubleParallel,
        Self::Roll,
    ];

    /// Its name, as a template writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Letter => "letter",
            Self::Zigzag => "zigzag",
            Self::Gate => "gate",
            Self::DoubleParallel => "double-parallel",
            Self::Roll => "roll",
        }
    }

    /// What it is, in a phrase.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Half => "Once, in the middle: 4 pages.",
            Self::Letter => "Twice inwards, the right panel first: 6 pages.",
            Self::Zigzag => "To and fro: 6, 8 or 10 pages.",
            Self::Gate => {
                "Two flaps that meet in the middle, 6 pages; folded once more in the middle, 8 pages."
            }
            Self::DoubleParallel => "In half, and in half again in the same direction: 8 pages.",
            Self::Roll => "Rolled in from the right: 8 or 10 pages.",
        }
    }

    /// The kind of that name; none when there is no such fold.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How many panels a side may have; the first is what is meant when a template does not say.
    #[must_use]
    pub const fn panel_counts(self) -> RangeInclusive<usize> {
        match self {
            Self::Half => 2..=2,
            Self::Letter => 3..=3,
            Self::Zigzag => 3..=5,
            Self::Gate => 3..=4,
            Self::DoubleParallel => 4..=4,
            Self::Roll => 4..=5,
        }
    }

    /// How much narrower than its host a folded-in panel is on paper of that weight, where nobody says: 1 mm up to
    /// 135 g/m2, 2 mm up to 170, 3 mm above. Trade practice, so a printer's word goes before it. A gate's flaps are never
    /// more than 2 mm short, or the gap between them shows.
    #[must_use]
    pub fn default_reduction(self, grams_per_square_metre: u32) -> Length {
        let usual = match grams_per_square_metre {
            0..=135 => Length::mm(1),
            136..=170 => Length::mm(2),
            _ => Length::mm(3),
        };
        if self == Self::Gate {
            usual.min(Length::mm(2))
        } else {
            usual
        }
    }
}
