//! What stands between two spaces, and how it may be treated: an address on the web and a number have rules of their own
//! about where they break, and neither is ever hyphenated.

use std::ops::Range;

/// What a word is, as far as breaking it is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// Letters, perhaps with signs among them.
    Plain,
    /// A web or mail address.
    Address,
    /// Digits and what joins them: never broken.
    Number,
}

/// Text without spaces.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its bytes in the paragraph.
    pub(super) range: Range<usize>,
    pub(super) kind: WordKind,
}

/// Ends of host names that make a word an address even without `www.` before or a path behind.
const TOP_LEVEL: [&str; 26] = [
    "at", "berlin", "ch", "com", "de", "edu", "eu", "fr", "gov", "hamburg", "info", "int", "io", "koeln",
    "li", "lu", "net", "nl", "org", "pl", "social", "tr", "ua", "uk", "vn", "wien",
];

/// The signs that join the forms of a word for all genders.
pub(super) const fn is_gender_sign(c: char) -> bool {
    matches!(c, '*' | ':' | '_' | '·')
}

/// All words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_breaking_space(c), start) {
            (true, Some(from)) => {
                words.push(Word {
                    kind: kind(&text[from..at]),
                    range: from..at,
                });
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words
}

/// A space that ends a word: not one of those that bind.
pub(super) fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// Letters, their marks, and the soft hyphens among them.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c) || c == '\u{ad}'
}

/// An accent that belongs to the letter before it.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

impl Word {
    /// Its stretches of letters, in bytes of the paragraph.
    pub(super) fn letters<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let (mut at, end) = (self.range.start, self.range.end);
        std::iter::from_fn(move || {
            let start = at + text[at..end].find(is_letter)?;
            let rest = &text[start..end];
            at = start + rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            Some(start..at)
        })
    }
}

fn kind(word: &str) -> WordKind {
    let bare = word
        .trim_start_matches(['(', '[', '<', '„', '“', '‚', '"', '»', '«'])
        .trim_end_matches([
            '.', ',', ';', ':', '!', '?', ')', ']', '>', '“', '”', '"', '«', '»',
        ]);
    if is_address(bare) {
        WordKind::Address
    } else if is_number(bare) {
        WordKind::Number
    } else {
        WordKind::Plain
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit()) && !word.chars().any(char::is_alphabetic)
}

/// Whether a word, without the signs around it, is an address on the web, of mail or in a social network.
#[must_use]
pub fn is_address(word: &str) -> bool {
    // `@LADS_Berlin` and `#Vielfalt` lead nowhere once a hyphen is in them.
    if let Some(name) = word.strip_prefix(['@', '#']) {
        return name.starts_with(char::is_alphabetic);
    }
    if !word.contains('.') && !word.contains("://") {
        return false;
    }
    if word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:") {
        return true;
    }
    if let Some((name, host)) = word.split_once('@') {
        return !name.is_empty() && host.contains('.');
    }
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    // Small as it is written, or every sentence that begins without a space before it would be one.
    let ending = labels.next().unwrap_or_default();
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    TOP_LEVEL.contains(&ending) && host.contains('.') && labels.all(is_label)
}
