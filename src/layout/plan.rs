//! Which pages a document has: a page of the template each, in its order, for every record again where pages are repeated, and where frames
//! run on again and again. The plan is made before anything is painted; how often a page comes shows only when its threads are set, so it
//! is an input of every pass over the document, as the headings are.

mod thread;
mod turns;

use std::ops::RangeInclusive;

use crate::diag::{Code, Log};
use crate::story::Repeat;
use crate::template::{Area, Format, MOST_PAGES, Spot, Stand, Template};
use crate::wording::{counted, text};

pub(super) use thread::Standing;
use turns::TooMany;
pub(super) use turns::Turns;

/// The pages of a bound document, in order. A folded sheet has none: its panels stay where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pages: Vec<Planned>,
}

/// A page of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Planned {
    /// It shows a page of the template, which came so often before.
    Shown(Slot, usize),
    /// Nothing stands on it: it is there so that the sheets are whole.
    Blank,
}

/// A page of the template, and the record that it comes for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Slot {
    page: u32,
    record: Option<usize>,
}

/// The pages of one sheet of a stitched brochure.
const PAGES_OF_A_SHEET: usize = 4;

impl Plan {
    /// The pages of a document in which pages of the template come so often.
    ///
    /// # Errors
    /// When they are more than can be stitched.
    pub(super) fn new(template: &Template, repeats: &[Repeat], turns: &Turns) -> Result<Self, TooMany> {
        let Format::Bound { automatic, .. } = &template.format else {
            return Ok(Self { pages: Vec::new() });
        };
        let mut pages: Vec<Planned> = Vec::new();
        for slot in slots(template, repeats) {
            pages.extend((0..turns.of(slot)).map(|turn| Planned::Shown(slot, turn)));
            if pages.len() > MOST_PAGES as usize {
                return Err(TooMany);
            }
        }
        if *automatic {
            fill_up(&mut pages);
        }
        Ok(Self { pages })
    }

    /// How many pages there are.
    pub(super) const fn len(&self) -> usize {
        self.pages.len()
    }

    /// Whether the page of that index was added to make the sheets whole.
    pub(super) fn is_blank(&self, index: usize) -> bool {
        self.pages.get(index) == Some(&Planned::Blank)
    }

    /// The indices of all pages that show this page of the template.
    pub(super) fn showing(&self, page: u32) -> impl Iterator<Item = usize> {
        self.shown()
            .filter(move |(_, slot, _)| slot.page == page)
            .map(|(index, ..)| index)
    }

    /// All places where something stands that belongs to a page, panel or side of the template.
    pub(super) fn places(&self, spot: &Spot, template: &Template) -> Vec<Area> {
        let (format, grid) = (&template.format, &template.grid);
        match spot.stand {
            Stand::Page(page) => {
                let pages = self.showing(page);
                pages
                    .filter_map(|index| spot.on_page(number(index), format, grid))
                    .collect()
            }
            Stand::Panel(_) | Stand::Side(_) => spot.on(format, grid).into_iter().collect(),
        }
    }

    fn turns(&self, wanted: Slot) -> impl Iterator<Item = (usize, usize)> {
        self.shown()
            .filter(move |(_, slot, _)| *slot == wanted)
            .map(|(index, _, turn)| (index, turn))
    }

    fn shown(&self) -> impl Iterator<Item = (usize, Slot, usize)> {
        self.pages
            .iter()
            .enumerate()
            .filter_map(|(index, planned)| match planned {
                Planned::Shown(slot, turn) => Some((index, *slot, *turn)),
                Planned::Blank => None,
            })
    }

    /// Says which pages were added to make the sheets whole.
    pub(super) fn report_blank(&self, template: &Template, log: &mut Log) {
        let blank: Vec<u32> = (0..self.len())
            .filter(|index| self.is_blank(*index))
            .map(number)
            .collect();
        let (Some(first), Some(last)) = (blank.first(), blank.last()) else {
            return;
        };
        let which = match blank.len() {
            1 => text!("page {first} is blank", "Seite {first} ist leer"),
            2 => text!(
                "pages {first} and {last} are blank",
                "die Seiten {first} und {last} sind leer"
            ),
            _ => text!(
                "pages {first} to {last} are blank",
                "die Seiten {first} bis {last} sind leer"
            ),
        };
        let fill = if blank.len() == 1 {
            text!("fill it", "sie füllen")
        } else {
            text!("fill them", "sie füllen")
        };
        let too_many = PAGES_OF_A_SHEET.saturating_sub(blank.len());
        let count = self.len();
        log.hint(
            Code::BLANK_PAGES,
            template.span,
            text!(
                "{which}, since a stitched brochure has 4, 8, 12 ... pages, and this one has {count}",
                "{which}, denn eine geheftete Broschüre hat 4, 8, 12 ... Seiten, und diese hat {count}";
                which
            ),
        )
        .help(text!(
            "{fill}, or make the text {pages} shorter",
            "{fill} oder den Text um {pages} kürzen";
            fill, pages = counted(too_many, ("page", "pages"), ("Seite", "Seiten"))
        ));
    }
}

/// Every page of the template in its order; pages that are repeated come together for one record after the other.
fn slots(template: &Template, repeats: &[Repeat]) -> Vec<Slot> {
    let Format::Bound { pages, .. } = &template.format else {
        return Vec::new();
    };
    let repeated: Vec<(RangeInclusive<u32>, &Repeat)> = repeats
        .iter()
        .filter_map(|repeat| Some((template.pages_of(&repeat.stories)?, repeat)))
        .collect();
    let mut slots = Vec::new();
    let mut page = 1;
    while page <= *pages {
        let Some((range, repeat)) = repeated.iter().find(|(range, _)| range.contains(&page)) else {
            slots.push(Slot { page, record: None });
            page += 1;
            continue;
        };
        for record in &repeat.records {
            slots.extend(range.clone().map(|page| Slot {
                page,
                record: Some(*record),
            }));
        }
        page = range.end() + 1;
    }
    slots
}

/// Adds blank pages before the last one until the sheets are whole.
fn fill_up(pages: &mut Vec<Planned>) {
    let whole = pages.len().max(1).next_multiple_of(PAGES_OF_A_SHEET);
    let last = pages.pop();
    pages.resize(whole - usize::from(last.is_some()), Planned::Blank);
    pages.extend(last);
}

/// The number of the page of that index.
const fn number(index: usize) -> u32 {
    index as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::{Planned, Slot, fill_up};

    #[test]
    fn sheets_are_made_whole_before_the_last_page_and_whole_ones_stay() {
        for count in 0..=128 {
            let shown = |page| Planned::Shown(Slot { page, record: None }, 0);
            let before: Vec<Planned> = (1..=count).map(shown).collect();
            let mut pages = before.clone();
            fill_up(&mut pages);
            assert_eq!(pages.len(), before.len().max(1).div_ceil(4) * 4);
            let kept: Vec<Planned> = pages
                .iter()
                .copied()
                .filter(|page| *page != Planned::Blank)
                .collect();
            assert_eq!(kept, before);
            assert_eq!(pages.last(), before.last().or(Some(&Planned::Blank)));
        }
    }
}
