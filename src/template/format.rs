//! What is made, and its grid: a sheet that is folded, or pages that are bound.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Fold, FoldKind, Reading};
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
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Grid {
    /// From baseline to baseline, usually the leading of the body text; at least 1 pt.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["15 pt"]))]
    pub baseline: Length,
    /// The first baseline, from the head of the page or panel down.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["22 mm"]))]
    pub first: Length,
    /// The margins. What they leave of a page or panel is where frames stand that name no `size`.
    #[schemars(extend("examples" = [{ "top": "16 mm", "bottom": "12 mm", "inner": "10 mm", "outer": "10 mm" }]))]
    pub margin: Margins,
}

/// Margins of a page or panel. A bound page has an inner and an outer one; on a panel they are where lines begin and where they end.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
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
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend(
    "if" = { "required": ["kind"], "properties": { "kind": { "const": "bound" } } },
    "then" = {
        "required": ["page", "pages"],
        "properties": { "open": false, "fold": false, "panels": false, "reduction": false }
    },
    "else" = { "required": ["open", "fold"], "properties": { "page": false, "pages": false } },
))]
pub(super) struct WrittenFormat {
    /// What is made.
    pub(super) kind: Spanned<WrittenKind>,
    /// Of a folded sheet: width and height before it is folded, each from 10 mm to 2000 mm.
    #[schemars(extend("examples" = [["297 mm", "210 mm"]]))]
    pub(super) open: Option<Spanned<Pair>>,
    /// Of a folded sheet: how it is folded.
    #[schemars(with = "Option<FoldKind>")]
    pub(super) fold: Option<Spanned<String>>,
    /// Of a folded sheet: how many panels a side has, their widths to be worked out; or the widths of the panels inside, from left to right.
    /// Left out, as few as the fold has.
    #[schemars(extend("examples" = [4, ["100 mm", "100 mm", "97 mm"]]))]
    pub(super) panels: Option<Spanned<WrittenPanels>>,
    /// Of a folded sheet: how much narrower a folded-in panel is than the one it lies in, from 0 mm to 10 mm. Left out, as the paper asks for:
    /// 1 mm up to 135 g/m², 2 mm up to 170 g/m², 3 mm above.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["2 mm"]))]
    pub(super) reduction: Option<Spanned<Length>>,
    /// The weight of the paper, in g/m². Left out, it is that of the printer's paper.
    #[schemars(range(min = 20, max = 1000), extend("examples" = [135]))]
    pub(super) paper: Option<Spanned<u32>>,
    /// Of stitched pages: width and height of a page, each from 10 mm to 2000 mm.
    #[schemars(extend("examples" = [["148 mm", "210 mm"]]))]
    pub(super) page: Option<Spanned<Pair>>,
    /// Of stitched pages: how many there are, covers included, a multiple of 4; or `"auto"`, as many as the text needs, filled up with blank
    /// pages before the back cover.
    #[schemars(extend("examples" = [12, "auto"]))]
    pub(super) pages: Option<Spanned<WrittenPages>>,
    /// The printer, the name of a file in `templates/printers/` without its ending. A document may name another.
    #[schemars(extend("default" = "standard"))]
    pub(super) printer: Option<Spanned<String>>,
}

/// Width and height, or x and y.
pub(super) type Pair = (Length, Length);

/// What is made, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenKind {
    /// One sheet, printed on both sides and folded.
    Folded,
    /// Pages, stitched at the spine.
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
