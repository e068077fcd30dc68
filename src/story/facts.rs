//! Facts in running text: dates and telephone numbers in the forms of DIN 5008, words that were to be replaced, facts that stand in two
//! places, and who publishes all of it. Forms are judged in German text alone, whose standard it is.

mod calendar;
mod dates;
mod imprint;
mod placeholders;
mod telephone;
mod twice;

pub(super) use imprint::check as check_imprint;
pub(super) use twice::Known;

use super::Inline;
use super::proof::Remark;
use crate::text::is_address;

/// So many remarks are made of one text.
const MOST_REMARKS: usize = 20;

/// All remarks about the facts of a text, in order.
pub(super) fn find(text: &str, inlines: &[Inline]) -> Vec<Remark> {
    let mut remarks = placeholders::find(text);
    if inlines.iter().any(is_german) && text.contains(|c: char| c.is_ascii_digit()) {
        remarks.extend(dates::find(text));
        remarks.extend(telephone::find(text));
    }
    remarks.retain(|remark| {
        let start = text[..remark.at.start]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + 1);
        let around = text.get(start..).and_then(|rest| rest.split_whitespace().next());
        !around.is_some_and(is_address)
    });
    remarks.sort_by_key(|remark| remark.at.start);
    remarks.truncate(MOST_REMARKS);
    remarks
}

fn is_german(inline: &Inline) -> bool {
    let tag = &inline.style.language.0;
    tag.split(['-', '_'])
        .next()
        .is_some_and(|language| language.eq_ignore_ascii_case("de"))
}
