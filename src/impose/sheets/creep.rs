//! Creep: sheets laid into each other push the inner ones out at the fore-edge, where all are cut at once. The pages of inner sheets are
//! shifted towards the spine by as much, so that their outer margin stays what it was.

use super::signature::PAGES_OF_A_SHEET;
use crate::geom::Length;
use crate::template::Paper;

/// How far the innermost of the sheets of a brochure is pushed out: a thickness of paper for every sheet. 48 pages at 135 g/m² and a volume of
/// 1.0 come to 12 x 0.135 mm = 1.62 mm.
pub(super) fn creep(pages: u32, paper: &Paper) -> Length {
    paper.thickness() * i64::from(pages.div_ceil(PAGES_OF_A_SHEET))
}

/// How far the pages of a sheet are shifted, counted from 0 at the outside: nothing on the outermost, the whole creep on the innermost,
/// evenly between. One sheet alone is not pushed out.
pub(super) fn of_sheet(sheet: u32, sheets: u32, creep: Length) -> Length {
    match sheets {
        0 | 1 => Length::ZERO,
        _ => creep.ratio(i64::from(sheet), i64::from(sheets - 1)),
    }
}

/// How far a page is shifted, counted from 1, in a brochure of so many.
#[must_use]
pub fn creep_of_page(page: u32, pages: u32, paper: &Paper) -> Length {
    let sheets = pages.div_ceil(PAGES_OF_A_SHEET);
    let whole = sheets * PAGES_OF_A_SHEET;
    // Pages at both ends are on the outermost sheet, two of each at a time.
    let from_end = page.min((whole + 1).saturating_sub(page)).max(1);
    of_sheet((from_end - 1) / 2, sheets, creep(pages, paper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(weight: u32, volume: u32) -> Paper {
        Paper {
            name: None,
            weight,
            volume,
        }
    }

    fn micrometres(length: Length) -> i64 {
        (length.to_mm() * 1000.0).round() as i64
    }

    #[test]
    fn forty_eight_pages_of_135_grams_creep_by_1_62_mm() {
        assert_eq!(micrometres(creep(48, &paper(135, 1_000))), 1_620);
        assert_eq!(micrometres(creep(48, &paper(90, 1_500))), 1_620);
        assert_eq!(micrometres(creep(4, &paper(135, 1_000))), 135);
    }

    #[test]
    fn the_outermost_sheet_stays_and_the_innermost_takes_all() {
        let paper = paper(135, 1_000);
        let shifts: Vec<i64> = [1, 2, 3, 4, 23, 24, 25, 26, 45, 46, 47, 48]
            .map(|page| micrometres(creep_of_page(page, 48, &paper)))
            .into();
        assert_eq!(shifts, [0, 0, 147, 147, 1620, 1620, 1620, 1620, 147, 147, 0, 0]);
    }

    #[test]
    fn one_sheet_does_not_creep_and_no_number_of_pages_is_too_odd() {
        for pages in 0..=128 {
            for page in 0..=130 {
                let shift = creep_of_page(page, pages, &paper(135, 1_000));
                assert!(shift >= Length::ZERO && shift <= creep(pages, &paper(135, 1_000)));
                assert!(pages > 4 || shift == Length::ZERO);
            }
        }
    }
}
