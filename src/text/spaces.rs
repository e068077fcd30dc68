//! Spaces that bind. German sets a narrow space inside abbreviations and between a sign or unit and its number, and no
//! line may end there; other pairs keep their full space but stay on one line: a day and its month, the groups of a
//! telephone number, a word and the dash behind it. The text itself is not touched: the result says which of its plain
//! spaces bind, and how. A style may ask for none of it. What a language binds stands in a file of its own.

mod german;
mod numbers;
mod others;

use super::Source;
use numbers::Chain;

/// A plain space at which no line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// The byte offset of the space.
    pub(super) at: usize,
    /// Whether it is set narrow, as U+202F.
    pub(super) narrow: bool,
}

/// How a space binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bond {
    /// Narrow.
    Narrow,
    /// As wide as any other.
    Full,
}

/// The words about a space.
#[derive(Clone, Copy, Debug)]
struct Between<'t> {
    /// The word before the word before; empty at the start of the text.
    earlier: &'t str,
    /// The word before, without the brackets and quotes that open it.
    before: &'t str,
    /// The word behind, with all its signs.
    after: &'t str,
}

/// Signs that open a word and those that close one.
const OPENING: [char; 9] = ['(', '[', '„', '“', '‚', '»', '«', '"', '–'];
const CLOSING: [char; 12] = [',', ';', ':', '!', '?', ')', ']', '“', '”', '"', '.', '…'];

/// All binding spaces, in order.
pub(super) fn find(source: &Source) -> Vec<Tie> {
    let text = source.text.as_str();
    let mut ties = Vec::new();
    let mut chain = Chain::default();
    let (mut earlier, mut word_start) = ("", 0);
    for (at, _) in text.match_indices(' ') {
        let raw = &text[word_start..at];
        word_start = at + 1;
        let rest = &text[at + 1..];
        let after = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        let words = Between {
            earlier,
            // The line feed of a forced break begins a word, too.
            before: raw.rsplit(char::is_whitespace).next().unwrap_or(raw),
            after,
        };
        earlier = words.before;
        let bond = chain.next(words).or_else(|| bond(source, at, words));
        let protects = source.styles[source.run_at(at)].0.protect_spaces;
        if let Some(bond) = bond.filter(|_| protects) {
            ties.push(Tie {
                at,
                narrow: bond == Bond::Narrow,
            });
        }
    }
    ties
}

fn bond(source: &Source, at: usize, words: Between<'_>) -> Option<Bond> {
    if words.before.is_empty() || words.after.is_empty() {
        return None;
    }
    // Dashes and three dots behind a word belong to it in every language.
    if matches!(words.after, "–" | "—" | "…") {
        return Some(Bond::Full);
    }
    let words = Between {
        before: words.before.trim_start_matches(OPENING),
        ..words
    };
    if words.before.is_empty() {
        return None;
    }
    match source.language_at(at) {
        "de" => german::bond(words),
        "en" => others::english(words),
        "pl" => others::polish(words),
        "ru" => others::russian(words),
        "uk" => others::ukrainian(words),
        _ => None,
    }
}

impl<'t> Between<'t> {
    /// The word behind without the signs that close it.
    fn after_bare(&self) -> &'t str {
        self.after.trim_end_matches(CLOSING)
    }

    /// Whether a number stands before, and whether one stands behind.
    fn number_before(&self) -> bool {
        self.before
            .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾'))
    }

    fn number_behind(&self) -> bool {
        self.after.starts_with(|c: char| c.is_ascii_digit())
    }

    fn capital_behind(&self) -> bool {
        self.after.starts_with(char::is_uppercase)
    }
}

/// A capital and a full stop: the first letter of a name.
fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| {
        let mut letters = letter.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// How initials bind to the name behind them: `J. S. Bach`. Behind a word with a capital the full stop may be the end of a
/// sentence (`Plan B. Danach`), so there the space stays full.
fn initials(words: Between<'_>) -> Option<Bond> {
    if !is_initial(words.before) || !words.capital_behind() {
        return None;
    }
    let earlier = words.earlier.trim_start_matches(OPENING);
    let is_name = earlier.starts_with(char::is_uppercase) && !is_initial(earlier) && !earlier.ends_with('.');
    Some(if is_name { Bond::Full } else { Bond::Narrow })
}
