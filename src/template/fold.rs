//! The fold as an object: how wide each panel is, and which page it carries. Widths are solved so that what is folded in
//! lies free in its host; page numbers are not looked up but follow from folding a sheet of paper-thin panels and looking
//! at it from above, step by step, as a reader opens it.
//!
//! Panels are counted on the inside of the sheet from left to right, for a language read from left to right; the outside
//! shows the same panels in mirrored order. Languages read from right to left mirror both.

mod folding;
mod numbers;

pub use folding::{Layer, Stage};

use std::fmt;
use std::ops::RangeInclusive;

use self::folding::fold_up;
use self::numbers::page_numbers;
use super::Reading;
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

/// A way to fold a sheet that works: its panels fill the open width, and each goes into its host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    kind: FoldKind,
    panels: Vec<Length>,
}

/// Why a sheet cannot be folded like that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoldError {
    /// This kind of fold does not have so many panels.
    PanelCount {
        /// The kind.
        kind: FoldKind,
        /// How many panels a side were wanted.
        count: usize,
    },
    /// The panels do not fill the open sheet.
    DoNotSum {
        /// The width of the open sheet.
        open_width: Length,
        /// The sum of the panels less the open width: positive when they are too wide.
        difference: Length,
    },
    /// A panel is wider than what it is folded into.
    TooWide {
        /// Which, from 1, on the inside from left to right.
        panel: usize,
        /// By how much.
        by: Length,
    },
    /// A panel has no width at all.
    NoWidth {
        /// Which, from 1, on the inside from left to right.
        panel: usize,
    },
}

impl fmt::Display for FoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PanelCount { kind, count } => {
                let counts = kind.panel_counts();
                let (least, most) = (counts.start(), counts.end());
                write!(f, "a `{}` fold has {least}", kind.name())?;
                if least < most {
                    write!(f, " to {most}")?;
                }
                write!(f, " panels a side, not {count}")
            }
            Self::DoNotSum {
                open_width,
                difference,
            } => {
                let word = if *difference > Length::ZERO {
                    "wider"
                } else {
                    "narrower"
                };
                let (by, open) = (Millimetres(difference.abs()), Millimetres(*open_width));
                write!(
                    f,
                    "the panels together are {by} {word} than the open sheet of {open}"
                )
            }
            Self::TooWide { panel, by } => {
                let by = Millimetres(*by);
                write!(
                    f,
                    "panel {panel} of the inside is {by} too wide for the panel it is folded into"
                )
            }
            Self::NoWidth { panel } => write!(f, "panel {panel} of the inside has no width"),
        }
    }
}

/// A length as printers say it, with at most two decimals.
struct Millimetres(Length);

impl fmt::Display for Millimetres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:.2}", self.0.to_mm());
        write!(f, "{} mm", digits.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// One side of the open sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its panels, from left to right.
    pub panels: Vec<SidePanel>,
}

/// A panel on a side of the open sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SidePanel {
    /// Its page number, from 1, in the order in which a reader meets the panels.
    pub number: u32,
    /// How far its left edge is from the sheet's.
    pub left: Length,
    /// Its width.
    pub width: Length,
}

impl Side {
    /// Where the creases are, from left to right: how far each is from the sheet's left edge.
    #[must_use]
    pub fn creases(&self) -> Vec<Length> {
        self.panels.iter().skip(1).map(|panel| panel.left).collect()
    }

    fn new(panels: impl Iterator<Item = (u32, Length)>) -> Self {
        let mut left = Length::ZERO;
        let panels = panels
            .map(|(number, width)| {
                let panel = SidePanel { number, left, width };
                left += width;
                panel
            })
            .collect();
        Self { panels }
    }
}

/// Two lengths this near are the same: what is lost when widths in millimetres become whole units. 16 units are less
/// than a ten-thousandth of a millimetre.
const SAME: Length = Length::from_units(16);

impl Fold {
    /// Solves the panels' widths for a sheet of `open_width` with `count` panels a side.
    ///
    /// Panel `i` of a letter or roll fold is `w - (i - 1) * reduction` wide, and the first two are `w`, so that
    /// `w = (open_width + reduction * sum(1 ..= count - 2)) / count`. A double parallel fold's inner pair and the flaps of a
    /// gate of four are one reduction narrower; the flaps of a gate of three each fall one reduction short of the middle.
    /// Half and zigzag folds have equal panels. What does not divide evenly, a few units, goes to the second panel,
    /// which is never folded in.
    ///
    /// # Errors
    /// When this kind of fold has no such number of panels, or the widths that come out cannot be folded.
    pub fn solve(
        kind: FoldKind,
        count: usize,
        open_width: Length,
        reduction: Length,
    ) -> Result<Self, FoldError> {
        if !kind.panel_counts().contains(&count) {
            return Err(FoldError::PanelCount { kind, count });
        }
        let mut panels = if kind == FoldKind::Gate && count == 3 {
            let middle = (open_width + reduction * 2) / 2;
            let flap = (open_width - middle) / 2;
            vec![flap, middle, flap]
        } else {
            let steps = reductions(kind, count);
            let taken: i64 = steps.iter().sum();
            let host = (open_width + reduction * taken) / count as i64;
            steps.iter().map(|step| host - reduction * *step).collect()
        };
        let rest = open_width - panels.iter().copied().sum();
        panels[1] += rest;
        Self::checked(kind, panels)
    }

    /// Takes widths as somebody wrote them: on the inside, from left to right for a language read from left to right.
    ///
    /// # Errors
    /// When this kind of fold has no such number of panels, when they do not sum to `open_width`, or when a panel would
    /// not go into its host.
    pub fn explicit(kind: FoldKind, open_width: Length, mut panels: Vec<Length>) -> Result<Self, FoldError> {
        let count = panels.len();
        if !kind.panel_counts().contains(&count) {
            return Err(FoldError::PanelCount { kind, count });
        }
        let difference = panels.iter().copied().sum::<Length>() - open_width;
        if difference.abs() > SAME {
            return Err(FoldError::DoNotSum {
                open_width,
                difference,
            });
        }
        panels[1] -= difference;
        Self::checked(kind, panels)
    }

    fn checked(kind: FoldKind, panels: Vec<Length>) -> Result<Self, FoldError> {
        if let Some(index) = panels.iter().position(|width| *width <= SAME) {
            return Err(FoldError::NoWidth { panel: index + 1 });
        }
        fold_up(kind, &panels)?;
        Ok(Self { kind, panels })
    }

    /// How the sheet is folded.
    #[must_use]
    pub const fn kind(&self) -> FoldKind {
        self.kind
    }

    /// The panels' widths on the inside, from left to right for a language read from left to right.
    #[must_use]
    pub fn panels(&self) -> &[Length] {
        &self.panels
    }

    /// The width of the open sheet.
    #[must_use]
    pub fn open_width(&self) -> Length {
        self.panels.iter().copied().sum()
    }

    /// The width of the folded sheet.
    #[must_use]
    pub fn closed_width(&self) -> Length {
        let closed = self.stages().pop().unwrap_or_default();
        let left = closed.layers.iter().map(|layer| layer.left).min();
        let right = closed.layers.iter().map(Layer::right).max();
        right.unwrap_or_default() - left.unwrap_or_default()
    }

    /// The sheet from wholly open, inside up, to closed, front up: one stage more than the folder takes steps.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        // That it folds was shown when it was made.
        fold_up(self.kind, &self.panels).unwrap_or_default()
    }

    /// Outside and inside of the open sheet, each from left to right as it lies before the reader.
    ///
    /// A letter fold read from left to right has 5, 6, 1 outside and 2, 3, 4 inside.
    #[must_use]
    pub fn sides(&self, reading: Reading) -> [Side; 2] {
        let numbers = page_numbers(self.kind, self.panels.len());
        let inside = numbers
            .iter()
            .zip(&self.panels)
            .map(|(both, width)| (both.inside, *width));
        let outside = numbers
            .iter()
            .zip(&self.panels)
            .map(|(both, width)| (both.outside, *width));
        match reading {
            Reading::LeftToRight => [Side::new(outside.rev()), Side::new(inside)],
            Reading::RightToLeft => [Side::new(outside), Side::new(inside.rev())],
        }
    }
}

/// How many reductions each panel is narrower than the widest.
fn reductions(kind: FoldKind, count: usize) -> Vec<i64> {
    let count = count as i64;
    match kind {
        FoldKind::Half | FoldKind::Zigzag => vec![0; count as usize],
        FoldKind::Letter | FoldKind::Roll => (0..count).map(|panel| (panel - 1).max(0)).collect(),
        FoldKind::Gate => (0..count)
            .map(|panel| i64::from(panel == 0 || panel == count - 1))
            .collect(),
        FoldKind::DoubleParallel => (0..count).map(|panel| i64::from(panel >= 2)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::folding::Face;
    use super::{Fold, FoldError, FoldKind, Reading, SAME, Side};
    use crate::geom::Length;

    fn numbers(side: &Side) -> Vec<u32> {
        side.panels.iter().map(|panel| panel.number).collect()
    }

    fn solved(kind: FoldKind, count: usize) -> Fold {
        Fold::solve(kind, count, Length::mm(297), Length::mm(2)).unwrap()
    }

    fn every_fold() -> Vec<Fold> {
        let kinds = FoldKind::ALL.into_iter();
        kinds
            .flat_map(|kind| kind.panel_counts().map(move |count| solved(kind, count)))
            .collect()
    }

    /// Widths in micrometres come out to the unit or two that rounding costs.
    #[track_caller]
    fn assert_widths(found: impl IntoIterator<Item = Length>, wanted: &[i64]) {
        let found: Vec<Length> = found.into_iter().collect();
        assert_eq!(found.len(), wanted.len());
        for (found, wanted) in found.iter().zip(wanted) {
            let wanted = Length::micrometres(*wanted);
            assert!((*found - wanted).abs() <= SAME, "{found} is not {wanted}");
        }
    }

    #[test]
    fn a_letter_fold_of_a4_is_100_100_97() {
        let fold = Fold::solve(FoldKind::Letter, 3, Length::mm(297), Length::mm(3)).unwrap();
        assert_widths(fold.panels().to_vec(), &[100_000, 100_000, 97_000]);
        let [outside, inside] = fold.sides(Reading::LeftToRight);
        assert_eq!(numbers(&outside), [5, 6, 1]);
        assert_eq!(numbers(&inside), [2, 3, 4]);
        assert_widths(
            outside.panels.iter().map(|panel| panel.width),
            &[97_000, 100_000, 100_000],
        );
        assert_widths(outside.creases(), &[97_000, 197_000]);
        assert_widths(inside.creases(), &[100_000, 200_000]);
    }

    #[test]
    fn a_roll_fold_narrows_panel_by_panel() {
        let fold = Fold::solve(FoldKind::Roll, 4, Length::mm(396), Length::mm(2)).unwrap();
        assert_widths(fold.panels().to_vec(), &[100_500, 100_500, 98_500, 96_500]);
        let [outside, inside] = fold.sides(Reading::LeftToRight);
        assert_eq!(numbers(&outside), [6, 7, 8, 1]);
        assert_eq!(numbers(&inside), [2, 3, 4, 5]);
        let fold = Fold::solve(FoldKind::Roll, 5, Length::mm(494), Length::mm(1)).unwrap();
        assert_widths(
            fold.panels().to_vec(),
            &[100_000, 100_000, 99_000, 98_000, 97_000],
        );
    }

    #[test]
    fn gates_and_double_parallel_folds_keep_their_folded_in_panels_short() {
        let gate = Fold::solve(FoldKind::Gate, 3, Length::mm(396), Length::mm(2)).unwrap();
        assert_widths(gate.panels().to_vec(), &[98_000, 200_000, 98_000]);
        let gate = Fold::solve(FoldKind::Gate, 4, Length::mm(396), Length::mm(2)).unwrap();
        assert_widths(gate.panels().to_vec(), &[98_000, 100_000, 100_000, 98_000]);
        let twice = Fold::solve(FoldKind::DoubleParallel, 4, Length::mm(396), Length::mm(2)).unwrap();
        assert_widths(twice.panels().to_vec(), &[100_000, 100_000, 98_000, 98_000]);
    }

    #[test]
    fn page_numbers_of_every_fold_are_those_of_the_table() {
        let table: [(FoldKind, &[u32], &[u32]); 10] = [
            (FoldKind::Half, &[4, 1], &[2, 3]),
            (FoldKind::Letter, &[5, 6, 1], &[2, 3, 4]),
            (FoldKind::Zigzag, &[4, 5, 1], &[2, 3, 6]),
            (FoldKind::Zigzag, &[8, 6, 7, 1], &[2, 3, 4, 5]),
            (FoldKind::Zigzag, &[6, 7, 8, 9, 1], &[2, 3, 4, 5, 10]),
            (FoldKind::Gate, &[2, 6, 1], &[3, 4, 5]),
            (FoldKind::Gate, &[3, 8, 1, 2], &[4, 5, 6, 7]),
            (FoldKind::DoubleParallel, &[2, 3, 8, 1], &[4, 5, 6, 7]),
            (FoldKind::Roll, &[6, 7, 8, 1], &[2, 3, 4, 5]),
            (FoldKind::Roll, &[7, 8, 9, 10, 1], &[2, 3, 4, 5, 6]),
        ];
        assert_eq!(every_fold().len(), table.len());
        for (kind, outside, inside) in table {
            let sides = solved(kind, outside.len()).sides(Reading::LeftToRight);
            assert_eq!(numbers(&sides[0]), outside, "outside of {}", kind.name());
            assert_eq!(numbers(&sides[1]), inside, "inside of {}", kind.name());
        }
    }

    #[test]
    fn folded_page_1_lies_on_top_and_the_last_page_at_the_bottom() {
        for fold in every_fold() {
            let closed = fold.stages().pop().unwrap();
            let inside = fold.sides(Reading::LeftToRight)[1].clone();
            let mut outside = fold.sides(Reading::LeftToRight)[0].clone();
            outside.panels.reverse();
            let number = |face: Face| {
                let side = if face.inside { &inside } else { &outside };
                side.panels[face.panel].number
            };
            let front = closed.seen();
            assert_eq!(number(front[0]), 1, "{fold:?}");
            let back = closed.layers[0].bottom_face();
            assert_eq!(number(back), 2 * fold.panels().len() as u32, "{fold:?}");
        }
    }

    #[test]
    fn every_page_number_is_given_once() {
        for fold in every_fold() {
            let sides = fold.sides(Reading::LeftToRight);
            let mut all: Vec<u32> = sides.iter().flat_map(numbers).collect();
            all.sort_unstable();
            let wanted: Vec<u32> = (1..=2 * fold.panels().len() as u32).collect();
            assert_eq!(all, wanted, "{fold:?}");
        }
    }

    #[test]
    fn page_1_covers_its_half_of_the_closed_sheet_and_the_inside_is_read_from_left_to_right() {
        for fold in every_fold() {
            let inside = numbers(&fold.sides(Reading::LeftToRight)[1]);
            assert!(inside.is_sorted(), "{fold:?}");
            let closed = fold.stages().pop().unwrap();
            let spine = closed.layers.iter().map(|layer| layer.left).min();
            let cover = closed
                .layers
                .iter()
                .find(|layer| layer.top_face() == closed.seen()[0]);
            assert_eq!(cover.map(|layer| layer.left), spine, "{fold:?}");
        }
    }

    #[test]
    fn folding_moves_panels_and_never_tears_them_apart() {
        for fold in every_fold() {
            for stage in fold.stages() {
                let mut panels = stage.layers.clone();
                panels.sort_by_key(|layer| layer.panel);
                for pair in panels.windows(2) {
                    let end = if pair[0].inside_up {
                        pair[0].right()
                    } else {
                        pair[0].left
                    };
                    let start = if pair[1].inside_up {
                        pair[1].left
                    } else {
                        pair[1].right()
                    };
                    assert_eq!(end, start, "{fold:?}");
                }
            }
        }
    }

    #[test]
    fn the_closed_sheet_is_as_wide_as_its_host() {
        for fold in every_fold() {
            let widest = fold.panels().iter().copied().max().unwrap();
            assert!((fold.closed_width() - widest).abs() <= SAME, "{fold:?}");
        }
    }

    #[test]
    fn a_language_read_from_right_to_left_mirrors_the_sheet() {
        let fold = solved(FoldKind::Letter, 3);
        let [outside, inside] = fold.sides(Reading::RightToLeft);
        assert_eq!(numbers(&outside), [1, 6, 5]);
        assert_eq!(numbers(&inside), [4, 3, 2]);
        assert_eq!(outside.panels[2].width, fold.panels()[2]);
        assert_eq!(inside.panels[0].width, fold.panels()[2]);
    }

    #[test]
    fn solved_panels_always_fill_the_sheet_to_the_unit() {
        for units in 0..50 {
            let open = Length::mm(297) + Length::from_units(units);
            for kind in FoldKind::ALL {
                for count in kind.panel_counts() {
                    let fold = Fold::solve(kind, count, open, Length::mm(1)).unwrap();
                    assert_eq!(fold.open_width(), open);
                }
            }
        }
    }

    #[test]
    fn panels_that_do_not_fill_the_sheet_say_by_how_much() {
        let panels = vec![Length::mm(100), Length::mm(100), Length::mm(100)];
        let error = Fold::explicit(FoldKind::Letter, Length::mm(297), panels).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the panels together are 3 mm wider than the open sheet of 297 mm"
        );
    }

    #[test]
    fn millimetres_that_sum_on_paper_sum_here_although_units_round() {
        let panels: Vec<Length> = ["100.1 mm", "99.7 mm", "97.2 mm"]
            .map(|text| text.parse().unwrap())
            .into();
        let fold = Fold::explicit(FoldKind::Letter, Length::mm(297), panels).unwrap();
        assert_eq!(fold.open_width(), Length::mm(297));
    }

    #[test]
    fn a_panel_wider_than_its_host_cannot_be_folded() {
        let wide = |kind, widths: &[i64]| {
            let panels: Vec<Length> = widths.iter().map(|width| Length::mm(*width)).collect();
            let open = panels.iter().copied().sum();
            Fold::explicit(kind, open, panels).unwrap_err()
        };
        let by = |error: FoldError| match error {
            FoldError::TooWide { panel, by } => (panel, by.to_mm().round()),
            other => panic!("{other:?}"),
        };
        assert_eq!(by(wide(FoldKind::Letter, &[98, 98, 101])), (3, 3.0));
        assert_eq!(by(wide(FoldKind::Roll, &[100, 100, 98, 99])), (4, 1.0));
        assert_eq!(by(wide(FoldKind::Gate, &[101, 200, 101])), (3, 2.0));
        assert_eq!(by(wide(FoldKind::Gate, &[98, 100, 100, 101])), (4, 1.0));
        assert_eq!(by(wide(FoldKind::DoubleParallel, &[98, 98, 100, 100])), (3, 2.0));
        assert_eq!(by(wide(FoldKind::Zigzag, &[99, 99, 101])), (3, 2.0));
    }

    #[test]
    fn a_fold_without_paper_is_refused() {
        let flat = Fold::solve(FoldKind::Letter, 3, Length::ZERO, Length::mm(3));
        assert!(matches!(flat, Err(FoldError::NoWidth { .. })), "{flat:?}");
        let count = Fold::solve(FoldKind::Letter, 4, Length::mm(396), Length::mm(3)).unwrap_err();
        assert_eq!(count.to_string(), "a `letter` fold has 3 panels a side, not 4");
        let count = Fold::solve(FoldKind::Zigzag, 9, Length::mm(396), Length::mm(3)).unwrap_err();
        assert_eq!(
            count.to_string(),
            "a `zigzag` fold has 3 to 5 panels a side, not 9"
        );
    }

    #[test]
    fn heavier_paper_takes_a_larger_reduction() {
        let millimetres = |kind: FoldKind, grams| kind.default_reduction(grams).to_mm().round();
        assert_eq!(millimetres(FoldKind::Letter, 135), 1.0);
        assert_eq!(millimetres(FoldKind::Letter, 170), 2.0);
        assert_eq!(millimetres(FoldKind::Letter, 250), 3.0);
        assert_eq!(millimetres(FoldKind::Gate, 250), 2.0);
    }

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in FoldKind::ALL {
            assert_eq!(FoldKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(FoldKind::from_name("origami"), None);
    }
}
