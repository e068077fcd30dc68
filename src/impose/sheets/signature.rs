//! The order of pages in a stitched brochure: sheets are folded once and laid into each other, the first outside.

use crate::template::Reading;

/// The pages of a folded sheet.
pub(super) const PAGES_OF_A_SHEET: u32 = 4;

/// One sheet: the numbers of the pages at the left and at the right of its front and of its back, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folio {
    pub(super) front: [u32; 2],
    pub(super) back: [u32; 2],
}

/// The sheets of a brochure from the outermost to the innermost. Sheet k of N pages bears N-2k and 1+2k on its front and 2+2k and N-1-2k on its
/// back; a brochure read from right to left is bound at the right, so that left and right change places. A number of pages that does not make
/// whole sheets is taken for the next one that does.
pub(super) fn sheets(pages: u32, reading: Reading) -> Vec<Folio> {
    let pages = pages.next_multiple_of(PAGES_OF_A_SHEET);
    let ordered = |[left, right]: [u32; 2]| match reading {
        Reading::LeftToRight => [left, right],
        Reading::RightToLeft => [right, left],
    };
    (0..pages / PAGES_OF_A_SHEET)
        .map(|sheet| 2 * sheet)
        .map(|before| Folio {
            front: ordered([pages - before, 1 + before]),
            back: ordered([2 + before, pages - 1 - before]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Folio, sheets};
    use crate::template::Reading;

    fn table(pages: u32) -> Vec<[u32; 4]> {
        let sheets = sheets(pages, Reading::LeftToRight);
        let row = |sheet: &Folio| [sheet.front, sheet.back].concat().try_into().unwrap();
        sheets.iter().map(row).collect()
    }

    #[test]
    fn the_tables_of_the_trade_hold() {
        assert_eq!(table(4), [[4, 1, 2, 3]]);
        assert_eq!(table(8), [[8, 1, 2, 7], [6, 3, 4, 5]]);
        assert_eq!(
            table(16),
            [[16, 1, 2, 15], [14, 3, 4, 13], [12, 5, 6, 11], [10, 7, 8, 9]]
        );
    }

    #[test]
    fn a_brochure_read_from_right_to_left_is_its_mirror_image() {
        let mirrored = sheets(8, Reading::RightToLeft);
        assert_eq!(
            mirrored,
            [
                Folio {
                    front: [1, 8],
                    back: [7, 2]
                },
                Folio {
                    front: [3, 6],
                    back: [5, 4]
                }
            ]
        );
    }

    #[test]
    fn every_page_lies_on_the_sheets_once_and_pairs_sum_to_one_more_than_all() {
        for pages in 0..=128 {
            for reading in [Reading::LeftToRight, Reading::RightToLeft] {
                let sheets = sheets(pages, reading);
                let whole = pages.div_ceil(4) * 4;
                let mut found = Vec::new();
                for pair in sheets.iter().flat_map(|sheet| [sheet.front, sheet.back]) {
                    assert_eq!(pair.iter().sum::<u32>(), whole + 1);
                    found.extend(pair);
                }
                found.sort_unstable();
                assert!(found.into_iter().eq(1..=whole), "{pages} pages");
            }
        }
    }

    /// A leaf of a folded sheet, as the reader turns it: the page in front, the page behind it.
    fn leaves(sheet: &Folio, reading: Reading) -> [[u32; 2]; 2] {
        // Turned about the fold, the back's left half lies behind the front's right half.
        let at_right = [sheet.front[1], sheet.back[0]];
        let at_left = [sheet.back[1], sheet.front[0]];
        match reading {
            // Bound at the left: the front's right half is turned first.
            Reading::LeftToRight => [at_right, at_left],
            Reading::RightToLeft => [[sheet.front[0], sheet.back[1]], [sheet.back[0], sheet.front[1]]],
        }
    }

    #[test]
    fn folded_and_laid_into_each_other_the_pages_are_met_in_order() {
        for sheets_count in 1..=32 {
            for reading in [Reading::LeftToRight, Reading::RightToLeft] {
                let sheets = sheets(4 * sheets_count, reading);
                let leaves: Vec<_> = sheets.iter().map(|sheet| leaves(sheet, reading)).collect();
                // The first leaves from the outside to the middle, the second ones from the middle outwards.
                let first = leaves.iter().map(|[first, _]| *first);
                let second = leaves.iter().rev().map(|[_, second]| *second);
                let met: Vec<u32> = first.chain(second).flatten().collect();
                assert!(met.into_iter().eq(1..=4 * sheets_count));
            }
        }
    }
}
