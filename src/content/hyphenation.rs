//! A project's own divisions of words, `content/hyphenation.toml`. The file need not be there. It has a table for each language
//! with a list of words, each written with its hyphens:
//!
//! ```toml
//! [de]
//! words = ["Punkt-dienst-stelle", "Berghain"]
//! ```
//!
//! A word without a hyphen is never divided. Capitals do not matter, and a German word holds for its inflected forms.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::{Code, Log};
use crate::project::{Project, ReadError};
use crate::source::{Named, Spanned, decode};
use crate::wording::{Text, text};

/// Where it is written.
pub(super) const FILE: &str = "content/hyphenation.toml";

/// Words of one language. A list this long is a dictionary, and those are built in.
const MOST_WORDS: usize = 10_000;

/// The longest word, in letters; German dictionaries have one of 67.
const LONGEST_WORD: usize = 100;

/// Letters on either side of a hyphen: one alone is not worth it in any language.
const FEWEST_LETTERS: usize = 2;

/// Words and where they may be divided, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hyphenation {
    /// By primary language tag, each word as it is written: `Punkt-dienst-stelle`.
    pub words: BTreeMap<String, Vec<String>>,
}

/// The words of a language as they are written.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenLanguage {
    /// Words, each written with a hyphen wherever it may be divided. One without a hyphen is never divided. Capitals do not matter, and a
    /// German word holds for its inflected forms.
    #[schemars(
        length(max = 10_000),
        inner(regex(pattern = "^[^\\s0-9.,;:!?]+$"), length(max = 100)),
        extend("examples" = [["Punkt-dienst-stelle", "Berghain"]])
    )]
    words: Vec<Spanned<String>>,
}

/// Loads the file, if there is one. What is wrong with it is logged, and left out.
pub(super) fn load(project: &mut Project, log: &mut Log) -> Hyphenation {
    let source = match project.read_text(FILE) {
        Ok(source) => source,
        Err(ReadError::Missing) => return Hyphenation::default(),
        Err(error) => {
            log.error_in_file(
                Code::BROKEN_TOML,
                FILE,
                text!("`{FILE}` cannot be read: {error}", "`{FILE}` lässt sich nicht lesen: {error}"; error = error.text()),
            );
            return Hyphenation::default();
        }
    };
    let decoded = decode::<Named<Spanned<WrittenLanguage>>>(source, &project.sources.file(source).text);
    log.faults(&decoded.faults);
    let mut hyphenation = Hyphenation::default();
    let Some(languages) = decoded.value.or(decoded.salvaged) else {
        return hyphenation;
    };
    for (language, written) in languages.iter() {
        if is_language(language, log) {
            let words = good_words(&written.value.words, log);
            hyphenation.words.insert(language.value.clone(), words);
        }
    }
    hyphenation
}

/// Whether a table is named by a primary language tag.
fn is_language(name: &Spanned<String>, log: &mut Log) -> bool {
    let is_primary =
        (2..=3).contains(&name.value.len()) && name.value.bytes().all(|b| b.is_ascii_lowercase());
    if !is_primary {
        let written = &name.value;
        log.error(
            Code::BAD_VALUE,
            name.span,
            text!(
                "`{written}` is not the tag of a language alone",
                "`{written}` ist kein Kürzel einer Sprache allein"
            ),
        )
        .help(text!(
            "write two or three small letters, such as `[de]`: a word is divided alike in all countries",
            "zwei oder drei kleine Buchstaben schreiben, etwa `[de]`: ein Wort wird in allen Ländern gleich getrennt"
        ));
    }
    is_primary
}

/// The words that can be used, each once.
fn good_words(written: &[Spanned<String>], log: &mut Log) -> Vec<String> {
    let mut known: BTreeMap<String, &Spanned<String>> = BTreeMap::new();
    let mut words = Vec::new();
    for word in written {
        if words.len() >= MOST_WORDS {
            log.error(
                Code::BAD_VALUE,
                word.span,
                text!(
                    "a language has at most {MOST_WORDS} words of its own",
                    "eine Sprache hat höchstens {MOST_WORDS} eigene Wörter"
                ),
            );
            break;
        }
        if let Some((message, help)) = fault(&word.value) {
            log.error(Code::BAD_VALUE, word.span, message).help(help);
            continue;
        }
        let bare = word.value.replace(HYPHENS, "").to_lowercase();
        match known.get(&bare) {
            Some(first) if first.value.to_lowercase() != word.value.to_lowercase() => {
                let undivided = word.value.replace(HYPHENS, "");
                log.error(
                    Code::BAD_VALUE,
                    word.span,
                    text!(
                        "`{undivided}` is divided in two ways",
                        "`{undivided}` ist auf zwei Arten getrennt"
                    ),
                )
                .also(first.span, text!("the other way", "die andere Art"))
                .help(text!("keep one of them", "nur eine davon behalten"));
            }
            Some(_) => {}
            None => {
                known.insert(bare, word);
                words.push(word.value.clone());
            }
        }
    }
    words
}

/// What stands for a place to divide.
const HYPHENS: [char; 3] = ['-', '\u{ad}', '\u{2010}'];

/// What is wrong with a word, and what to do.
fn fault(word: &str) -> Option<(Text, Text)> {
    let how = || {
        text!(
            "write a word with hyphens where it may be divided: \"Punkt-dienst-stelle\"",
            "ein Wort mit Trennstrichen schreiben, wo es getrennt werden darf: \"Punkt-dienst-stelle\""
        )
    };
    let one = || {
        text!(
            "list each word by itself: only its letters are looked up, never signs or spaces",
            "jedes Wort für sich aufführen: nachgeschlagen werden nur seine Buchstaben, nie andere Zeichen oder Leerzeichen"
        )
    };
    if word.trim().is_empty() {
        return Some((text!("there is no word here", "hier steht kein Wort"), how()));
    }
    if word.chars().count() > LONGEST_WORD {
        let message = text!(
            "a word has at most {LONGEST_WORD} letters",
            "ein Wort hat höchstens {LONGEST_WORD} Buchstaben"
        );
        return Some((message, one()));
    }
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}') || HYPHENS.contains(&c);
    if let Some(sign) = word.chars().find(|c| !is_letter(*c)) {
        let what = match sign {
            ' ' => text!("a space", "ein Leerzeichen"),
            sign => Text::verbatim(format!("`{}`", sign.escape_debug())),
        };
        let message = text!(
            "`{word}` is no word: {what} stands in it",
            "`{word}` ist kein Wort: {what} steht darin"; what
        );
        return Some((message, one()));
    }
    let short = |part: &str| part.chars().count() < FEWEST_LETTERS;
    if word.contains(HYPHENS) && word.split(HYPHENS).any(short) {
        let message = text!(
            "a hyphen of `{word}` has fewer than {FEWEST_LETTERS} letters beside it",
            "neben einem Trennstrich von `{word}` stehen weniger als {FEWEST_LETTERS} Buchstaben"
        );
        return Some((message, how()));
    }
    None
}
