//! Abbreviations in capitals that nobody explains. One is explained where it stands behind its long form, `Landesstelle ... (LADS)`, or before
//! it, `LADS (Landesstelle ...)`, or where the markup says what it is short for; once is enough for the whole document.

use std::collections::BTreeSet;

use super::passages::{Passage, passages, words};
use crate::diag::{Code, Log, Severity};
use crate::story::{SenseKind, Stories};
use crate::wording::text;

/// Shorter ones are read letter by letter, as are longer; from three letters on one needs to know them.
const SHORTEST: usize = 3;

/// Longer words in capitals are words.
const LONGEST: usize = 8;

/// Capitals that everybody knows, or that are names by now; and those of whoever has not finished writing, who is told so elsewhere.
const COMMON: &str = "ADAC ARD BBC BMW BVG CDU CSU DDR DHL DIN DLRG DNA DRK DVD EDV EKG ETH FAQ FDP GEZ GPS HIV HTML IBAN IBM ICE IKEA ISBN \
ISSN ISO JPEG KZ LED LKW MDR MRT NASA NATO NDR OECD OK PDF PIN PKW PLZ PVC RBB RTL SMS SOS SPD SSV SUV TAN TEE TNT TÜV TV UFO UKW UNESCO \
UNICEF UNO URL USA USB UV VHS VIP VW WC WDR WLAN WM WWF WWW XML ZDF ZIP AOK AZUBI BAFÖG BSR DGB DFB FIFA UEFA EUR USD LGBT LGBTI LGBTIQ LSBT LSBTI LSBTIQ \
TBD TODO FIXME XXX";

/// Hints at abbreviations that are nowhere explained, each where it stands first.
pub(super) fn check(stories: &Stories, log: &mut Log) {
    let passages: Vec<Passage<'_>> = passages(stories)
        .filter(|passage| !shouts(&passage.text))
        .collect();
    let mut known: BTreeSet<&str> = COMMON.split_whitespace().collect();
    for passage in &passages {
        known.extend(explained(passage));
    }
    for passage in &passages {
        for (at, word) in abbreviations(&passage.text) {
            if !log.has_room(Severity::Hint) {
                return;
            }
            if !known.insert(word) {
                continue;
            }
            log.hint(
                Code::UNEXPLAINED_ABBREVIATION,
                passage.place(word),
                text!("`{word}` is nowhere explained", "`{word}` wird nirgends erklärt"),
            )
            .words(passage.words(at, word.len()))
            .help(text!(
                "write it out where it stands first, with `({word})` behind it, or mark it: `[{word}](<expand:...>)`",
                "beim ersten Mal ausschreiben und `({word})` dahintersetzen, oder auszeichnen: `[{word}](<expand:...>)`"
            ));
        }
    }
}

/// Whether a passage is written in capitals altogether.
fn shouts(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    letters().filter(|c| c.is_uppercase()).count() * 2 > letters().count()
}

/// The abbreviations of a text: words of capitals, and what of a compound stands before or behind a hyphen.
fn abbreviations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    words(text).flat_map(|(at, word)| {
        let is_name = word.contains(['@', '_', '/', '\\', '.', '#', ':', '=']);
        let parts = word
            .split(['-', '‑'])
            .filter(move |part| !is_name && is_abbreviation(part));
        parts.map(move |part| (at + (part.as_ptr() as usize - word.as_ptr() as usize), part))
    })
}

fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    (SHORTEST..=LONGEST).contains(&letters) && word.chars().all(char::is_uppercase) && !is_roman(word)
}

fn is_roman(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// The abbreviations that a passage explains.
fn explained<'p>(passage: &'p Passage<'_>) -> BTreeSet<&'p str> {
    let text = passage.text.as_str();
    let mut found = BTreeSet::new();
    for (open, _) in text.match_indices('(') {
        let inner = &text[open + 1..];
        let inner = &inner[..inner.find(')').unwrap_or(inner.len())];
        let before = text[..open].trim_end();
        let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        // Behind the long form: `Landesstelle für Gleichbehandlung (LADS)`.
        if before.chars().any(char::is_lowercase) {
            found.extend(abbreviations(inner).map(|(_, word)| word));
        }
        // Before the long form: `LADS (Landesstelle für Gleichbehandlung)`.
        if inner.chars().any(char::is_lowercase) && inner.split_whitespace().count() > 1 {
            found.extend(abbreviations(last).map(|(_, word)| word));
        }
    }
    let mut at = 0;
    for inline in passage.inlines {
        let end = at + inline.text.len();
        let is_expanded = |kind: &SenseKind| matches!(kind, SenseKind::Expansion(_));
        if inline.senses.iter().any(|sense| is_expanded(&sense.kind)) {
            found.extend(abbreviations(&text[at..end]).map(|(_, word)| word));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        abbreviations(text).map(|(_, word)| word).collect()
    }

    #[test]
    fn words_of_capitals_are_found_alone_and_in_compounds() {
        assert_eq!(
            found("Die LADS, der LADS-Flyer (vgl. LGG)."),
            ["LADS", "LADS", "LGG"]
        );
    }

    #[test]
    fn roman_numbers_short_ones_tags_and_words_are_none() {
        assert!(found("Ludwig XIV, die EU, @LADS_Berlin, A4, GmbH, Berlin, RGB.txt").is_empty());
        assert!(shouts("DIVERSITY-NETZWERKE IN BERLIN"));
    }
}
