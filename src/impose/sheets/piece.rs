//! What is cut out of a sheet: an open flyer, or two pages of a brochure side by side. A piece says which pages it holds, where, and how much
//! of them shows.

use super::Scheme;
use super::creep::{creep, of_sheet};
use super::signature;
use super::table::{Face, SheetRow};
use crate::geom::{Length, Point, Rect, Sides, Size};
use crate::scene::{Page, PageKind, Scene};
use crate::template::{Paper, Reading};

/// One side of a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// The pages on it.
    pub(super) pages: Vec<Held>,
    /// Where it is folded, from its left edge.
    pub(super) folds: Vec<Length>,
}

/// A page on a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// Its index among the pages of the scene.
    pub(super) page: usize,
    /// Where its corner lies, from the corner of the piece.
    pub(super) at: Point,
    /// What shows of it, in its own coordinates.
    pub(super) shown: Rect,
}

/// All that a press has to do for a document: pieces of one size, sheet by sheet, front and back.
pub(super) struct Work {
    pub(super) scheme: Scheme,
    /// The trimmed size of a piece.
    pub(super) trim: Size,
    /// How far it bleeds at the most.
    pub(super) bleed: Sides,
    /// How far the innermost sheet creeps.
    pub(super) creep: Length,
    pub(super) sides: Vec<(SheetRow, Piece)>,
}

/// The work that a document makes; none where it has no pages for a press.
pub(super) fn work(scene: &Scene, paper: &Paper) -> Option<Work> {
    let of_kind = |kind: PageKind| -> Vec<(usize, &Page)> {
        let pages = scene.pages.iter().enumerate();
        pages.filter(|(_, page)| page.kind == kind).collect()
    };
    let (folded, bound) = (of_kind(PageKind::Sheet), of_kind(PageKind::Bound));
    if !folded.is_empty() {
        Some(repeated(&folded))
    } else if !bound.is_empty() {
        Some(stitched(&bound, Reading::of(&scene.about.language), paper))
    } else {
        None
    }
}

/// The sides of a folded sheet, a pair of them for each.
fn repeated(pages: &[(usize, &Page)]) -> Work {
    let sheets = (1..).zip(pages.chunks(2));
    let sides = sheets.flat_map(|(sheet, pair)| {
        Face::BOTH
            .into_iter()
            .zip(pair)
            .map(move |(face, (index, page))| {
                let row = SheetRow {
                    sheet,
                    face,
                    left: Some(page.label.clone()),
                    right: None,
                    shift: Length::ZERO,
                };
                let piece = Piece {
                    pages: vec![Held {
                        page: *index,
                        at: Point::ORIGIN,
                        shown: page.bleed_box(),
                    }],
                    folds: page.folds.iter().map(|fold| fold.x).collect(),
                };
                (row, piece)
            })
    });
    Work {
        scheme: Scheme::Repeated,
        trim: largest(pages),
        bleed: widest(pages),
        creep: Length::ZERO,
        sides: sides.collect(),
    }
}

/// Printer spreads.
fn stitched(pages: &[(usize, &Page)], reading: Reading, paper: &Paper) -> Work {
    let count = pages.len() as u32;
    let page = largest(pages);
    // Paper as thick as a page is wide could not be folded; nothing may be shifted over its neighbour.
    let creep = creep(count, paper).min(page.width / 2);
    let folios = signature::sheets(count, reading);
    let sheets = folios.len() as u32;
    let sides = (1..).zip(folios).flat_map(|(sheet, folio)| {
        let shift = of_sheet(sheet - 1, sheets, creep);
        let faces = [(Face::Front, folio.front), (Face::Back, folio.back)];
        faces.map(|(face, numbers)| {
            // A page that is not there leaves its half empty.
            let [left, right] = numbers.map(|number| pages.get(number as usize - 1).copied());
            let row = SheetRow {
                sheet,
                face,
                left: left.map(|(_, page)| page.label.clone()),
                right: right.map(|(_, page)| page.label.clone()),
                shift,
            };
            (row, spread(left, right, page.width, shift))
        })
    });
    Work {
        scheme: Scheme::Stitched,
        trim: Size::new(page.width * 2, page.height),
        bleed: widest(pages),
        creep: of_sheet(sheets.saturating_sub(1), sheets, creep),
        sides: sides.collect(),
    }
}

/// Two pages side by side, each shifted towards the spine and cut there: nothing shows over the spine, and at the fore-edge as much bleed as
/// the shift leaves.
fn spread(
    left: Option<(usize, &Page)>,
    right: Option<(usize, &Page)>,
    spine: Length,
    shift: Length,
) -> Piece {
    let at_left = left.map(|(index, page)| Held {
        page: index,
        at: Point::new(shift, Length::ZERO),
        shown: page.trim_box().outset(Sides {
            right: -shift,
            ..page.bleed
        }),
    });
    let at_right = right.map(|(index, page)| Held {
        page: index,
        at: Point::new(spine - shift, Length::ZERO),
        shown: page.trim_box().outset(Sides {
            left: -shift,
            ..page.bleed
        }),
    });
    Piece {
        pages: at_left.into_iter().chain(at_right).collect(),
        folds: vec![spine],
    }
}

fn largest(pages: &[(usize, &Page)]) -> Size {
    let most = |of: fn(&Page) -> Length| pages.iter().map(|(_, page)| of(page)).max();
    Size::new(
        most(|page| page.trim.width).unwrap_or_default(),
        most(|page| page.trim.height).unwrap_or_default(),
    )
}

fn widest(pages: &[(usize, &Page)]) -> Sides {
    let most = |of: fn(&Page) -> Length| {
        let widths = pages.iter().map(|(_, page)| of(page));
        widths.max().unwrap_or_default()
    };
    Sides {
        top: most(|page| page.bleed.top),
        right: most(|page| page.bleed.right),
        bottom: most(|page| page.bleed.bottom),
        left: most(|page| page.bleed.left),
    }
}
