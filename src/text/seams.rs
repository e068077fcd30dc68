//! Places that no ligature may span. German joins words, and a ligature over the joint (`Auf|lage`, `Stoff|laden`) makes
//! them one. Where the parts meet is guessed twice over: from a short list of first parts, and from the hyphenation
//! patterns, which divide between f and l only where a new part or a suffix begins. Between two f, and between f and t,
//! syllables part inside of simple words too (`schaf-fen`, `Schrif-ten`), so there only the list counts.
//!
//! Limits: a part that neither knows keeps its ligature; `Zweif-ler` loses one that it might have; and behind `auf|` a
//! following `fl` is set without its own ligature.

use std::cell::OnceCell;

use super::Source;
use super::hyphenate::patterns;
use super::words::{Word, WordKind};

/// First parts of compounds that end in f, behind which a new part begins.
const FIRST_PARTS: [&str; 22] = [
    "auf",
    "rauf",
    "darauf",
    "drauf",
    "worauf",
    "herauf",
    "hinauf",
    "kauf",
    "verkauf",
    "einkauf",
    "lauf",
    "ablauf",
    "brief",
    "tief",
    "hof",
    "chef",
    "stoff",
    "schiff",
    "brennstoff",
    "wirkstoff",
    "fünf",
    "elf",
];

/// The first bytes behind each seam, in order.
pub(super) fn find(source: &Source, words: &[Word]) -> Vec<usize> {
    let mut seams = Vec::new();
    for word in words.iter().filter(|word| word.kind == WordKind::Plain) {
        let text = &source.text[word.range.clone()];
        if !text.contains('f') {
            continue;
        }
        let is_german = source.language_at(word.range.start) == "de";
        if !is_german {
            continue;
        }
        for letters in word.letters(&source.text) {
            find_in(&source.text[letters.clone()], letters.start, &mut seams);
        }
    }
    seams
}

/// The seams of a word without signs in it.
fn find_in(word: &str, start: usize, seams: &mut Vec<usize>) {
    let lower = word.to_lowercase();
    // Lower case may be longer for a few letters of other languages; then offsets would not agree.
    if lower.len() != word.len() {
        return;
    }
    // Looked up once for a word, and only where the list does not know.
    let syllables = OnceCell::new();
    let patterns_divide = |at: usize| {
        let ends: &Vec<usize> = syllables.get_or_init(|| divisions(&lower));
        ends.binary_search(&at).is_ok()
    };
    let listed = |at: usize| {
        FIRST_PARTS.iter().any(|first| {
            lower[..at].strip_suffix(first).is_some_and(|head| {
                // `auf` at the head of a word is a prefix, but inside `Raufe` it is not: only longer parts count inside.
                head.is_empty() || first.len() >= 5 || head.len() >= 3 && patterns_divide(head.len())
            })
        })
    };
    for (at, _) in lower.match_indices('f') {
        let after = at + 1;
        let Some(next) = lower[after..].chars().next() else {
            continue;
        };
        if next == '\u{ad}' {
            // A soft hyphen behind f is the author's own word on where the parts meet; `schaf-fen` parts no words.
            let beyond = after + next.len_utf8();
            if !lower[beyond..].starts_with('f') {
                seams.push(start + beyond);
            }
            continue;
        }
        let spans = match next {
            'f' => listed(after) && !(lower[..after].ends_with("ff")),
            't' => listed(after),
            'i' | 'l' | 'j' | 'b' | 'h' | 'k' => listed(after) || patterns_divide(after),
            _ => false,
        };
        if spans {
            seams.push(start + after);
        }
    }
}

/// The bytes at which the German patterns divide a word, in order.
fn divisions(word: &str) -> Vec<usize> {
    let Some(german) = patterns("de") else {
        return Vec::new();
    };
    let mut reached = 0;
    hypher::hyphenate_bounded(word, german, 2, 2)
        .map(|syllable| {
            reached += syllable.len();
            reached
        })
        .collect()
}
