//! Spaces that bind. German sets a narrow space inside abbreviations and between a sign or unit and its number, and no
//! line may end there; other pairs keep their full space but stay on one line: a day and its month, the groups of a
//! telephone number, a word and the dash behind it. The text itself is not touched: the result says which of its plain
//! spaces bind, and how.

use super::Source;

/// A plain space at which no line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// The byte offset of the space.
    pub(super) at: usize,
    /// Whether it is set narrow, as U+202F.
    pub(super) narrow: bool,
}

/// Abbreviations before a number or a name.
const BEFORE_NUMBER: [&str; 20] = [
    "§", "§§", "Art.", "Abs.", "Nr.", "Nrn.", "S.", "Bd.", "Kap.", "Abb.", "Tab.", "Ziff.", "Rn.", "Anm.",
    "Satz", "Aufl.", "Jg.", "H.", "Bl.", "ca.",
];
const BEFORE_NAME: [&str; 6] = ["Dr.", "Prof.", "St.", "Hr.", "Fr.", "Dipl.-Ing."];

/// Units that follow a number after a narrow space, and longer words that keep the full one.
const UNITS: [&str; 27] = [
    "%", "‰", "€", "$", "£", "°C", "EUR", "km", "m", "cm", "mm", "µm", "kg", "g", "mg", "l", "ml", "ha",
    "kB", "MB", "GB", "TB", "m²", "km²", "h", "min", "pt",
];
const UNIT_WORDS: [&str; 8] = ["Uhr", "Euro", "Cent", "Mio.", "Mrd.", "Mio", "Mrd", "Prozent"];

const MONTHS: [&str; 23] = [
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "Jan.",
    "Feb.",
    "Apr.",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sep.",
    "Okt.",
    "Nov.",
    "Dez.",
];

/// All binding spaces, in order.
pub(super) fn find(source: &Source) -> Vec<Tie> {
    let text = source.text.as_str();
    let mut ties = Vec::new();
    let mut word_start = 0;
    for (at, _) in text.match_indices(' ') {
        let before = text[word_start..at].trim_start_matches(['(', '[', '„', '“', '‚', '»', '«', '"', '–']);
        word_start = at + 1;
        let rest = &text[at + 1..];
        let after = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        if before.is_empty() && !text[..at].ends_with('–') || after.is_empty() {
            continue;
        }
        // Three dots and dashes behind a word belong to it in every language.
        if matches!(after, "–" | "—" | "…") {
            ties.push(Tie { at, narrow: false });
            continue;
        }
        let is_german = source.language_at(at) == "de";
        if let (true, Some(narrow)) = (is_german, binds(before, after)) {
            ties.push(Tie { at, narrow });
        }
    }
    ties
}

/// Whether German binds these two words, and whether with a narrow space.
fn binds(before: &str, after: &str) -> Option<bool> {
    let after_bare = after.trim_end_matches([',', ';', ':', '!', '?', ')', ']', '“', '”', '"', '.', '…']);
    let starts_with_digit = after.starts_with(|c: char| c.is_ascii_digit());
    let ends_with_digit = before.ends_with(|c: char| c.is_ascii_digit());
    if is_abbreviated(before, 1) && is_abbreviated(after.trim_end_matches([',', ';', ':', ')', '!', '?']), 3)
    {
        return Some(true);
    }
    if starts_with_digit && BEFORE_NUMBER.contains(&before) {
        return Some(true);
    }
    if BEFORE_NAME.contains(&before) && after.starts_with(char::is_uppercase) {
        return Some(true);
    }
    if ends_with_digit && UNITS.contains(&after_bare) {
        return Some(true);
    }
    if ends_with_digit && (UNIT_WORDS.contains(&after_bare) || UNIT_WORDS.contains(&after)) {
        return Some(false);
    }
    let is_day = before.len() <= 3
        && before
            .strip_suffix('.')
            .is_some_and(|day| !day.is_empty() && day.bytes().all(|b| b.is_ascii_digit()));
    if is_day && (starts_with_digit || MONTHS.contains(&after) || MONTHS.contains(&after_bare)) {
        return Some(false);
    }
    (is_dialled(before) && is_dialled(after_bare)).then_some(false)
}

/// At most so many letters and then a full stop.
fn is_abbreviated(word: &str, letters: usize) -> bool {
    word.strip_suffix('.').is_some_and(|stem| {
        let count = stem.chars().count();
        (1..=letters).contains(&count) && stem.chars().all(char::is_alphabetic)
    })
}

/// A group of a telephone number or of any number that is written in groups.
fn is_dialled(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '–' | '/' | '(' | ')'))
}
