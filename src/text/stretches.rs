//! Step three: every stretch of letters is looked at once, before hyphens and ligatures ask their questions of it. The
//! patterns of its language say where its syllables part, and a German one is taken apart into the parts it was made of.
//! What was found out about a word is kept for the whole document: words come again, and paragraphs are set again.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use hypher::Lang;

use super::Source;
use super::german::{self, Parts};
use super::letters::Letters;
use super::words::{Word, WordKind, is_gender_sign, is_letter};

/// Letters without any sign among them.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Its bytes in the paragraph.
    pub(super) range: Range<usize>,
    pub(super) letters: Letters,
    pub(super) form: Arc<Form>,
    pub(super) beside: Beside,
}

/// What is known of a word, wherever it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    /// Before how many letters the patterns divide it, at least two on both sides.
    pub(super) syllables: Vec<usize>,
    /// What a German one is made of.
    pub(super) parts: Parts,
}

/// The forms of a document's words so far, by primary language and small letters.
pub(super) type Forms = BTreeMap<String, BTreeMap<String, Arc<Form>>>;

/// What stands beside a stretch of letters and bears on where it may be divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// A gender sign joins a form to it: the `Bürger` of `Bürger*innen`.
    pub(super) stem_of_gendered: bool,
    /// It is the form behind a gender sign: `innen`.
    pub(super) gendered_ending: bool,
    /// A digit touches it.
    pub(super) digit: bool,
    /// A hyphen touches it, where a line may end anyhow.
    pub(super) hyphen: bool,
}

/// All stretches of the plain words of a paragraph, in order.
pub(super) fn find(source: &Source, words: &[Word], forms: &mut Forms) -> Vec<Stretch> {
    let mut stretches = Vec::with_capacity(words.len());
    for word in words.iter().filter(|word| word.kind == WordKind::Plain) {
        for range in word.letters(&source.text) {
            match inner_capital_of_gender(&source.text[range.clone()]) {
                Some(at) => {
                    let middle = range.start + at;
                    stretches.push(look_at(source, range.start..middle, forms));
                    stretches.push(look_at(source, middle..range.end, forms));
                }
                None => stretches.push(look_at(source, range, forms)),
            }
        }
    }
    stretches
}

/// The patterns of a language by its primary tag; none when there are none built in. Vietnamese needs none: its words are
/// written in syllables, with spaces between them, and none of them is divided.
pub(super) fn patterns(language: &str) -> Option<Lang> {
    match language {
        "de" => Some(Lang::German),
        "en" => Some(Lang::English),
        "tr" => Some(Lang::Turkish),
        "pl" => Some(Lang::Polish),
        "ru" => Some(Lang::Russian),
        "uk" => Some(Lang::Ukrainian),
        _ => None,
    }
}

fn look_at(source: &Source, range: Range<usize>, forms: &mut Forms) -> Stretch {
    let letters = Letters::of(&source.text, range.clone());
    Stretch {
        form: form(source.language_at(range.start), &letters.small, forms),
        beside: beside(&source.text, &range),
        range,
        letters,
    }
}

fn form(language: &str, letters: &str, forms: &mut Forms) -> Arc<Form> {
    if let Some(form) = forms.get(language).and_then(|forms| forms.get(letters)) {
        return Arc::clone(form);
    }
    let syllables = patterns(language).map_or(Vec::new(), |patterns| syllables(letters, patterns));
    let parts = if language == "de" {
        german::take_apart(letters, &syllables)
    } else {
        Parts::default()
    };
    let form = Arc::new(Form { syllables, parts });
    let known = forms.entry(language.to_owned()).or_default();
    known.insert(letters.to_owned(), Arc::clone(&form));
    form
}

/// Before how many letters each syllable but the first begins.
fn syllables(letters: &str, patterns: Lang) -> Vec<usize> {
    // The fewest letters on each side that any language's typographers allow; what is stricter is said where hyphens are made.
    let parts = hypher::hyphenate_bounded(letters, patterns, 2, 2);
    let mut ends: Vec<usize> = parts
        .scan(0, |reached, part| {
            *reached += part.chars().count();
            Some(*reached)
        })
        .collect();
    ends.pop();
    ends
}

fn beside(text: &str, range: &Range<usize>) -> Beside {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
    let mut preceding = before.chars().rev();
    let mut following = after.chars();
    let (last, last_but_one) = (preceding.next(), preceding.next());
    let (next, next_but_one) = (following.next(), following.next());
    let is_sign = |c: Option<char>| c.is_some_and(is_gender_sign);
    let is_letter = |c: Option<char>| c.is_some_and(is_letter);
    Beside {
        // Without a sign between, letters touch only where an inner capital stands for one.
        stem_of_gendered: is_sign(next) && is_letter(next_but_one) || is_letter(next),
        gendered_ending: is_sign(last) && is_letter(last_but_one) || is_letter(last),
        digit: last.is_some_and(char::is_numeric) || next.is_some_and(char::is_numeric),
        hyphen: last.is_some_and(is_hyphen) || next.is_some_and(is_hyphen),
    }
}

/// Where the capital stands that joins two forms without a sign: `BürgerInnen`.
fn inner_capital_of_gender(letters: &str) -> Option<usize> {
    let at = letters.find("In")?;
    let follows_small = letters[..at].ends_with(char::is_lowercase);
    let ends = matches!(&letters[at..], "In" | "Innen");
    (follows_small && ends).then_some(at)
}
