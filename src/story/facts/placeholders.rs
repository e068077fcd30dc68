//! Words that stand where others should: notes of whoever wrote a draft, dummy text, gaps to be filled. They are found whatever the language.

use super::super::proof::Remark;
use crate::diag::{Code, Severity};
use crate::wording::text;

/// Words that nobody means to print, as they are written.
const WORDS: [&str; 12] = [
    "TODO",
    "FIXME",
    "TBD",
    "TBA",
    "XXX",
    "XXXX",
    "N.N.",
    "Platzhalter",
    "Blindtext",
    "Mustertext",
    "Mustermann",
    "Musterfrau",
];

/// Runs of signs and words that nobody means to print, in small letters.
const RUNS: [&str; 5] = ["lorem ipsum", "dolor sit amet", "???", "___", "xx.xx."];

/// What is put into square brackets for somebody else to fill in, in small letters.
const GAPS: [&str; 16] = [
    "datum", "name", "ort", "text", "titel", "telefon", "adresse", "bild", "link", "date", "place", "title",
    "phone", "address", "picture", "...",
];

/// What is to be said of the placeholders of a text.
pub(super) fn find(text: &str) -> Vec<Remark> {
    let mut found = Vec::new();
    for word in WORDS {
        let places = text
            .match_indices(word)
            .filter(|(at, word)| is_whole(text, *at, word.len()));
        found.extend(places.map(|(at, word)| at..at + word.len()));
    }
    let small = text.to_lowercase();
    // Where small letters are longer or shorter, places would no longer agree.
    if small.len() == text.len() {
        for run in RUNS {
            found.extend(
                small
                    .match_indices(run)
                    .take(1)
                    .map(|(at, run)| at..at + run.len()),
            );
        }
        for (open, _) in small.match_indices('[') {
            let Some(length) = small[open..].find(']') else {
                break;
            };
            if GAPS.contains(&small[open + 1..open + length].trim()) {
                found.push(open..open + length + 1);
            }
        }
    }
    let told = found.into_iter().map(|at| {
        let written = &text[at.clone()];
        Remark {
            code: Code::LEFTOVER_PLACEHOLDER,
            severity: Severity::Warning,
            message: text!(
                "`{written}` looks like a place to be filled",
                "`{written}` sieht nach einer Stelle aus, die noch zu füllen ist"
            ),
            help: text!(
                "write what is meant, or take it out",
                "schreiben, was gemeint ist, oder streichen"
            ),
            at,
        }
    });
    told.collect()
}

/// Whether no letter or digit stands beside these bytes.
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = text[at + length..].chars().next();
    !before.into_iter().chain(behind).any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_leave_traces() {
        for left in [
            "Kontakt: TODO",
            "Lorem ipsum dolor",
            "am [Datum] in Berlin",
            "um ??? Uhr",
            "Tel. XXX",
            "Frau Mustermann",
        ] {
            assert_eq!(find(left).len(), 1, "{left}");
        }
    }

    #[test]
    fn words_that_only_hold_such_letters_are_meant() {
        for meant in [
            "XXXL und mehr",
            "wirklich?",
            "[1]",
            "siehe [Anhang]",
            "Todo Mundo",
            "Blindtexte",
            "Was??",
        ] {
            assert!(find(meant).is_empty(), "{meant}");
        }
    }
}
