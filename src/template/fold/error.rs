//! Why a sheet cannot be folded as somebody wants it, in words.

use std::fmt;

use super::FoldKind;
use crate::geom::Length;

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
