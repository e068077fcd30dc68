//! What has no place where a line may end, and is wider than its measure. An address is torn rather than left to stick out of its
//! column, without a hyphen, which a reader would take for a part of it; a number or a code is torn beside its digits. What a reader
//! takes for one letter stays whole, as does what a gender sign joins. Words are not torn: a hyphen in the wrong place misleads, and the author can say a right one.

use icu_segmenter::GraphemeClusterSegmenter;

use super::{BreakKind, Opportunity};
use crate::text::demerits;
use crate::text::words::{Word, WordKind, is_gender_sign};

/// Adds the places at which addresses, numbers and codes may be torn, where nothing better is found already. Both stay in order.
pub(super) fn add(text: &str, words: &[Word], found: &mut Vec<Opportunity>) {
    let torn = words.iter().filter(|word| has_places(text, word));
    let places: Vec<Opportunity> = torn.flat_map(|word| inside(text, word)).collect();
    if places.is_empty() {
        return;
    }
    // A stable sort leaves those found before in front of these.
    found.extend(places);
    found.sort_by_key(|opportunity| opportunity.at);
    found.dedup_by_key(|opportunity| opportunity.at);
}

/// Whether there is anything to look for in a word.
fn has_places(text: &str, word: &Word) -> bool {
    match word.kind {
        WordKind::Address | WordKind::Number => true,
        WordKind::Plain => text[word.range.clone()].contains(|c: char| c.is_ascii_digit()),
    }
}

fn inside<'t>(text: &'t str, word: &Word) -> impl Iterator<Item = Opportunity> + use<'t> {
    let (start, kind) = (word.range.start, word.kind);
    let word = &text[word.range.clone()];
    let ends = GraphemeClusterSegmenter::new().segment_str(word);
    ends.filter_map(move |at| {
        let before = word[..at].chars().next_back()?;
        let after = word[at..].chars().next()?;
        let is_digits = before.is_ascii_digit() || after.is_ascii_digit();
        let is_gendered = is_gender_sign(before) || is_gender_sign(after);
        (!is_gendered && (kind != WordKind::Plain || is_digits)).then(|| Opportunity {
            at: start + at,
            kind: BreakKind::Emergency,
            penalty: if before.is_alphanumeric() && after.is_alphanumeric() {
                demerits::TORN
            } else {
                demerits::TORN_AT_SIGN
            },
        })
    })
}
