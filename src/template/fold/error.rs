//! Why a sheet cannot be folded as somebody wants it, in words.

use super::FoldKind;
use crate::geom::Length;
use crate::wording::{Text, number, text};

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

/// As a phrase about the sheet.
impl From<&FoldError> for Text {
    fn from(error: &FoldError) -> Self {
        match error {
            FoldError::PanelCount { kind, count } => panel_count(*kind, *count),
            FoldError::DoNotSum {
                open_width,
                difference,
            } => {
                let word = if *difference > Length::ZERO {
                    text!("wider", "breiter")
                } else {
                    text!("narrower", "schmaler")
                };
                text!(
                    "the panels together are {by} mm {word} than the open sheet of {open} mm",
                    "die Panels zusammen sind {by} mm {word} als der offene Bogen von {open} mm";
                    by = millimetres(difference.abs()), word, open = millimetres(*open_width)
                )
            }
            FoldError::TooWide { panel, by } => text!(
                "panel {panel} of the inside is {by} mm too wide for the panel it is folded into",
                "Panel {panel} der Innenseite ist {by} mm zu breit für das Panel, in das es eingefalzt wird";
                by = millimetres(*by)
            ),
            FoldError::NoWidth { panel } => text!(
                "panel {panel} of the inside has no width",
                "Panel {panel} der Innenseite hat keine Breite"
            ),
        }
    }
}

fn panel_count(kind: FoldKind, count: usize) -> Text {
    let (name, counts) = (kind.name(), kind.panel_counts());
    let (least, most) = (counts.start(), counts.end());
    if least == most {
        text!(
            "a `{name}` fold has {least} panels a side, not {count}",
            "ein Falz `{name}` hat {least} Panels je Bogenseite, nicht {count}"
        )
    } else {
        text!(
            "a `{name}` fold has {least} to {most} panels a side, not {count}",
            "ein Falz `{name}` hat {least} bis {most} Panels je Bogenseite, nicht {count}"
        )
    }
}

/// Millimetres as printers say them, with at most two decimals.
fn millimetres(length: Length) -> Text {
    number((length.to_mm() * 100.0).round() / 100.0)
}
