//! Numbers that are written in groups, the same in all languages: telephone numbers as DIN 5008 has them
//! (`030 9028-1866`, `+49 30 9028-1866`, `(030) 90 28-0`), account numbers (IBAN), and thousands (`3 000 000`). None of them is
//! ever broken. Whether two groups belong together shows in the first, so that a year and a number beside it do not bind.

use super::{Between, Bond};

/// What number the groups so far belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Chain {
    #[default]
    None,
    Telephone,
    /// How many groups there are so far.
    Account(usize),
    Thousands,
}

/// Words before a telephone number whose first group has no nought.
const TELEPHONE: [&str; 9] = [
    "Tel.",
    "Tel.:",
    "Telefon",
    "Telefon:",
    "Fax",
    "Fax:",
    "Telefax:",
    "Mobil:",
    "Durchwahl",
];

/// An IBAN has at most 34 letters and digits: nine groups of four.
const MOST_GROUPS: usize = 9;

impl Chain {
    /// Goes on over a space; how it binds when it stands inside of a number.
    pub(super) fn next(&mut self, words: Between<'_>) -> Option<Bond> {
        *self = self.over(words);
        match self {
            Self::None => None,
            Self::Telephone | Self::Account(_) => Some(Bond::Full),
            Self::Thousands => Some(Bond::Narrow),
        }
    }

    fn over(self, words: Between<'_>) -> Self {
        let (before, after) = (words.before, words.after);
        match self {
            Self::Account(groups) if groups < MOST_GROUPS && is_account_group(words.after_bare()) => {
                Self::Account(groups + 1)
            }
            Self::Telephone if is_dialled(after) && !closes(before) => Self::Telephone,
            Self::Thousands if is_thousand(words.after_bare()) && !closes(before) => Self::Thousands,
            _ if begins_account(before) && is_account_group(after) => Self::Account(2),
            _ if is_dialled(before) && is_dialled(after) && begins_telephone(words) => Self::Telephone,
            _ if begins_thousands(before) && is_thousand(words.after_bare()) => Self::Thousands,
            _ => Self::None,
        }
    }
}

/// Whether a number ends with this word, since a sign of punctuation follows it.
fn closes(word: &str) -> bool {
    word.ends_with([',', ';', '.', ':', '!', '?'])
}

/// Digits and the signs of telephone numbers.
fn is_dialled(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';', '.', ':', '!', '?']);
    let is_sign = |c| matches!(c, '+' | '-' | '–' | '/' | '(' | ')');
    bare.bytes().any(|b| b.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || is_sign(c))
}

/// `030`, `+49`, `(030)`, `(0`: the prefix of a town or country; or any group behind a word that announces it.
fn begins_telephone(words: Between<'_>) -> bool {
    let digits = words.before.trim_start_matches('(');
    (digits.starts_with('0') || digits.starts_with('+') || TELEPHONE.contains(&words.earlier))
        && !closes(words.before)
}

/// `DE12`: the country and the check digits of an account.
fn begins_account(word: &str) -> bool {
    let word = word.trim_start_matches('(').as_bytes();
    matches!(word, [a, b, c, d] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit())
}

fn is_account_group(word: &str) -> bool {
    (1..=4).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        && word.bytes().any(|b| b.is_ascii_digit())
}

/// One to three digits that begin no telephone number.
fn begins_thousands(word: &str) -> bool {
    let digits = word.trim_start_matches(['(', '-', '−', '+', '±']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')
}

/// Three digits, perhaps with decimals behind a comma.
fn is_thousand(word: &str) -> bool {
    let (whole, decimals) = word.split_once([',', '.']).unwrap_or((word, "0"));
    let are_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    whole.len() == 3 && are_digits(whole) && are_digits(decimals)
}
