//! What is made, and its grid: a sheet that is folded, or pages that are bound.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Fold, Reading};
use crate::geom::{Length, Point, Rect, Size};
use crate::source::Spanned;
use crate::wording::text;

/// What is made.
#[derive(Clone, Debug)]
pub enum Format {
    /// A sheet printed on both sides and folded.
    Folded {
        /// The open sheet.
        open: Size,
        /// How it is folded.
        fold: Fold,
        /// In which direction it is read.
        reading: Reading,
    },
    /// Pages stitched at the spine.
    Bound {
        /// The closed size.
        page: Size,
        /// How many pages the template describes, covers included.
        pages: u32,
        /// Whether the document has as many pages as its text needs, rather than just those.
        automatic: bool,
        /// In which direction they are read.
        reading: Reading,
    },
}

/// The baseline grid and the margins that hold unless a frame says otherwise.
#[derive(Clone, Debug, Deserialize)]
pub struct Grid {
    /// From baseline to baseline.
    pub baseline: Length,
    /// The first baseline, from the head of the page.
    pub first: Length,
    /// The margins.
    pub margin: Margins,
}

/// Margins of a page or panel. A bound page has an inner and an outer one; on a panel they are where lines begin and where they end.
#[derive(Clone, Debug, Deserialize)]
pub struct Margins {
    /// At the head.
    pub top: Length,
    /// At the foot.
    pub bottom: Length,
    /// At the spine; on a panel where lines begin.
    pub inner: Length,
    /// At the fore-edge; on a panel where lines end.
    pub outer: Length,
}

/// The `[format]` table as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenFormat {
    pub(super) kind: Spanned<WrittenKind>,
    pub(super) open: Option<Spanned<Pair>>,
    pub(super) fold: Option<Spanned<String>>,
    pub(super) panels: Option<Spanned<WrittenPanels>>,
    pub(super) reduction: Option<Spanned<Length>>,
    pub(super) paper: Option<Spanned<u32>>,
    pub(super) page: Option<Spanned<Pair>>,
    pub(super) pages: Option<Spanned<WrittenPages>>,
    pub(super) printer: Option<Spanned<String>>,
}

/// Width and height, or x and y.
pub(super) type Pair = (Length, Length);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenKind {
    Folded,
    Bound,
}

/// The panels of a folded sheet, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WrittenPanels {
    /// So many, their widths to be worked out.
    Count(usize),
    /// Of these widths.
    Widths(Vec<Length>),
}

impl<'de> Deserialize<'de> for WrittenPanels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CountOrWidths;
        impl<'de> Visitor<'de> for CountOrWidths {
            type Value = WrittenPanels;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a number of panels, or a list of their widths",
                    "eine Zahl von Panels oder eine Liste ihrer Breiten"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<WrittenPanels, E> {
                usize::try_from(number).map(WrittenPanels::Count).map_err(|_| {
                    let fault = text!(
                        "{number} is no number of panels",
                        "{number} ist keine Zahl von Panels"
                    );
                    E::custom(fault.packed())
                })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut widths: A) -> Result<WrittenPanels, A::Error> {
                let mut panels = Vec::new();
                while let Some(width) = widths.next_element()? {
                    panels.push(width);
                }
                Ok(WrittenPanels::Widths(panels))
            }
        }
        deserializer.deserialize_any(CountOrWidths)
    }
}

/// How many pages a bound document has, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenPages {
    /// So many.
    Number(u32),
    /// `"auto"`: as many as its text needs.
    Auto,
}

impl<'de> Deserialize<'de> for WrittenPages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrAuto;
        impl Visitor<'_> for NumberOrAuto {
            type Value = WrittenPages;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a number of pages, or `\"auto\"`",
                    "eine Zahl von Seiten oder `\"auto\"`"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<WrittenPages, E> {
                u32::try_from(number).map(WrittenPages::Number).map_err(|_| {
                    let fault = text!(
                        "{number} is no number of pages",
                        "{number} ist keine Zahl von Seiten"
                    );
                    E::custom(fault.packed())
                })
            }
            fn visit_str<E: Error>(self, word: &str) -> Result<WrittenPages, E> {
                match word {
                    "auto" => Ok(WrittenPages::Auto),
                    _ => {
                        let fault = text!(
                            "`{word}` is no number of pages: write a number, or `\"auto\"`",
                            "`{word}` ist keine Zahl von Seiten: eine Zahl schreiben oder `\"auto\"`"
                        );
                        Err(E::custom(fault.packed()))
                    }
                }
            }
        }
        deserializer.deserialize_any(NumberOrAuto)
    }
}

impl Format {
    /// Whether the document has as many pages as its text needs.
    #[must_use]
    pub const fn is_automatic(&self) -> bool {
        matches!(self, Self::Bound { automatic: true, .. })
    }

    /// The size of a page of the scene: an open sheet's side, or a bound page.
    #[must_use]
    pub const fn trim(&self) -> Size {
        match self {
            Self::Folded { open, .. } => *open,
            Self::Bound { page, .. } => *page,
        }
    }

    /// In which direction it is read.
    #[must_use]
    pub const fn reading(&self) -> Reading {
        match self {
            Self::Folded { reading, .. } | Self::Bound { reading, .. } => *reading,
        }
    }

    /// How many pages the template describes: two sides of a sheet, or the bound pages.
    #[must_use]
    pub const fn page_count(&self) -> usize {
        match self {
            Self::Folded { .. } => 2,
            Self::Bound { pages, .. } => *pages as usize,
        }
    }
}

impl Grid {
    /// What the margins leave of a page or panel; `mirrored` where the inner margin is at the right, as on left-hand pages.
    #[must_use]
    pub fn live_area(&self, of: Rect, mirrored: bool) -> Rect {
        let (left, right) = if mirrored {
            (self.margin.outer, self.margin.inner)
        } else {
            (self.margin.inner, self.margin.outer)
        };
        of.inset(crate::geom::Sides {
            top: self.margin.top,
            right,
            bottom: self.margin.bottom,
            left,
        })
    }

    /// The first grid line at or below `y`, both from the head of the page.
    #[must_use]
    pub fn line_at_or_below(&self, y: Length) -> Length {
        let from_first = y - self.first;
        self.first + from_first.round_up_to(self.baseline)
    }
}

/// A pair as a size.
pub(super) const fn size(pair: Pair) -> Size {
    Size::new(pair.0, pair.1)
}

/// A pair as a point.
pub(super) const fn point(pair: Pair) -> Point {
    Point::new(pair.0, pair.1)
}
