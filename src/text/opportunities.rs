//! Where a line may end. The Unicode line breaking algorithm (UAX 14) gives the first answer; the rules here take away
//! what German does not allow (beside a gender sign, inside a number, before a dash) and add what it does: hyphens from
//! the step before, and the places inside of addresses.

mod emergency;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use super::demerits;
use super::hyphenate::{Division, Quality};
use super::spaces::Tie;
use super::words::{Word, WordKind, is_breaking_space, is_gender_sign};

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opportunity {
    /// The first byte of the next line.
    pub(super) at: usize,
    pub(super) kind: BreakKind,
    /// What it costs to end a line here, 50 being a plain hyphen as in TeX.
    pub(super) penalty: i64,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakKind {
    /// At a line feed or at the end of the paragraph: it must.
    Forced,
    /// Behind a space or behind a sign that is always there.
    Plain,
    /// Behind a hyphen that is always there.
    HardHyphen,
    /// Behind a hyphen that shows only here.
    Hyphen,
    /// Where no line should end, in an address, a code or between words that bind: only so that no line sticks out.
    Emergency,
}

/// All opportunities in order; the last is the end of the text.
pub(super) fn find(
    text: &str,
    words_in_text: &[Word],
    ties: &[Tie],
    divisions: &[Division],
) -> Vec<Opportunity> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let mut ties = ties.iter().map(|tie| tie.at + 1).peekable();
    let mut words = words_in_text.iter().peekable();
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    for at in segmenter.segment_str(text) {
        if at == 0 || at == text.len() {
            continue;
        }
        let before = text[..at].chars().next_back().unwrap_or(' ');
        while ties.next_if(|tied| *tied < at).is_some() {}
        while words.next_if(|word| word.range.end < at).is_some() {}
        let rule = if is_line_feed(before) {
            Some((BreakKind::Forced, 0))
        } else if is_breaking_space(before) {
            let is_tied = ties.peek() == Some(&at);
            let kind = if is_tied {
                BreakKind::Emergency
            } else {
                BreakKind::Plain
            };
            Some((kind, 0))
        } else {
            match words.peek().filter(|word| word.range.contains(&at)) {
                Some(word) if word.kind == WordKind::Plain => {
                    inside_word(&text[word.range.clone()], at - word.range.start)
                }
                Some(_) => None,
                None => Some((BreakKind::Plain, 0)),
            }
        };
        if let Some((kind, penalty)) = rule {
            found.push(Opportunity { at, kind, penalty });
        }
    }
    found.extend(inside_addresses(text, words_in_text));
    add_divisions(divisions, &mut found);
    emergency::add(text, words_in_text, &mut found);
    found.push(Opportunity {
        at: text.len(),
        kind: BreakKind::Forced,
        penalty: 0,
    });
    found
}

/// Adds hyphens.
fn add_divisions(divisions: &[Division], found: &mut Vec<Opportunity>) {
    found.extend(divisions.iter().map(|division| Opportunity {
        at: division.at,
        kind: BreakKind::Hyphen,
        penalty: match division.quality {
            Quality::Seam => demerits::SEAM_HYPHEN,
            Quality::Syllable => demerits::HYPHEN,
            Quality::Part => demerits::PART_HYPHEN,
            Quality::Stump => demerits::STUMP_HYPHEN,
            Quality::LastResort => demerits::LAST_RESORT_HYPHEN,
        },
    }));
    found.sort_by_key(|opportunity| opportunity.at);
    found.dedup_by_key(|opportunity| opportunity.at);
}

/// The places inside of addresses, where no hyphen may be added, since a reader would take it for part of the address.
fn inside_addresses(text: &str, words: &[Word]) -> Vec<Opportunity> {
    let mut found = Vec::new();
    for word in words.iter().filter(|word| word.kind == WordKind::Address) {
        let address = &text[word.range.clone()];
        let ends = letter_ends(address);
        let sentence_end = address
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '“', '"'])
            .len();
        for (at, c) in address.char_indices() {
            let after = at + c.len_utf8();
            let (at, penalty) = match c {
                // `//` belongs together, and what stands before it is too short to leave alone.
                '/' if !address[after..].starts_with('/') && !address[..at].ends_with('/') => {
                    (after, demerits::ADDRESS_SLASH)
                }
                '/' if address[..at].ends_with('/') => (after, demerits::ADDRESS_POOR),
                '?' | '&' | '=' => (after, demerits::ADDRESS_SLASH),
                '-' => (after, demerits::ADDRESS_POOR),
                '.' | '@' => (at, demerits::ADDRESS_DOT),
                _ => continue,
            };
            if at >= 3
                && at + 2 <= sentence_end
                && ends.as_ref().is_none_or(|ends| ends.binary_search(&at).is_ok())
            {
                found.push(Opportunity {
                    at: word.range.start + at,
                    kind: BreakKind::Plain,
                    penalty,
                });
            }
        }
    }
    found
}

/// Where an address tears no letter from its mark and no sign from its joiner; nowhere to look where it is plain ASCII.
fn letter_ends(address: &str) -> Option<Vec<usize>> {
    (!address.is_ascii()).then(|| GraphemeClusterSegmenter::new().segment_str(address).collect())
}

/// What UAX 14 takes for the end of a line in any case.
const fn is_line_feed(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether the slash at the end of this head joins what is one sign together: digits, a letter by itself (`m/s`, `A/RES`), capitals
/// (`RES/ES`).
fn joins_signs(head: &str, after: char) -> bool {
    let part = head.trim_end_matches('/');
    let Some(before) = part.chars().next_back() else {
        return false;
    };
    let letters_before = part.chars().rev().take_while(|c| c.is_alphabetic()).count();
    after.is_numeric()
        || before.is_numeric()
        || letters_before == 1
        || before.is_uppercase() && after.is_uppercase()
}

/// Whether a break that UAX 14 allows inside of a word is one that we allow.
fn inside_word(word: &str, at: usize) -> Option<(BreakKind, i64)> {
    let (head, tail) = word.split_at(at);
    let before = head.chars().next_back()?;
    let after = tail.chars().next()?;
    match before {
        // The hyphenation has its own opinion on soft hyphens.
        '\u{ad}' => None,
        c if is_gender_sign(c) || is_gender_sign(after) => None,
        '-' | '\u{2010}' => {
            let part = head.trim_end_matches(['-', '\u{2010}']);
            let letters_before = part.chars().rev().take_while(|c| c.is_alphabetic()).count();
            let letters_after = tail.chars().take_while(|c| c.is_alphabetic()).count();
            // `E-Mail` stays whole, as do `-innen`, `/-innen` and `UA-1`.
            (letters_before >= 2 && letters_after >= 2)
                .then_some((BreakKind::HardHyphen, demerits::HARD_HYPHEN))
        }
        '/' => {
            let is_gendered = after == '-' || tail.starts_with("in") && !tail.starts_with("inter");
            (!is_gendered && !joins_signs(head, after)).then_some((BreakKind::Plain, demerits::SLASH))
        }
        '–' | '—' if after.is_numeric() => None,
        _ if matches!(after, '(' | '–' | '—') || before == ')' => None,
        _ => Some((BreakKind::Plain, 0)),
    }
}
