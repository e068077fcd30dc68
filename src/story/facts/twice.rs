//! Facts that are written in two places: sooner or later one of them is changed and the other is not. Looked for are those that people copy:
//! addresses of mail, telephone numbers, and whole sentences. A fact of the data that is drawn on twice is written once.

use std::collections::BTreeMap;

use super::super::proof::Written;
use crate::diag::{Code, Log};
use crate::source::{Span, Words};
use crate::wording::text;

/// A sentence of so many words is no accident.
const LONG_SENTENCE: usize = 8;

/// So many facts of a document are kept: a thick brochure has a tenth of it.
const MOST_FACTS: usize = 50_000;

/// So many facts are told of; whoever copies one copies many.
const MOST_TOLD: usize = 5;

/// The facts of a document so far, by themselves, with the places where they are written.
#[derive(Debug, Default)]
pub(in crate::story) struct Known {
    facts: BTreeMap<String, Vec<(Span, String)>>,
}

impl Known {
    /// Keeps the facts of a text.
    pub(in crate::story) fn note(&mut self, text: &str, written: &Written<'_>) {
        for fact in facts(text) {
            if self.facts.len() >= MOST_FACTS {
                return;
            }
            let place = written.place(fact);
            let places = self.facts.entry(normal(fact)).or_default();
            if places.len() < 2 && places.iter().all(|(known, _)| *known != place) {
                places.push((place, fact.to_owned()));
            }
        }
    }

    /// Tells of those that are written in two places.
    pub(in crate::story) fn tell(&self, log: &mut Log) {
        let twice = self.facts.values().filter_map(|places| match places.as_slice() {
            [first, second] => Some((first, second)),
            _ => None,
        });
        for ((first, _), (second, fact)) in twice.take(MOST_TOLD) {
            let words: Vec<&str> = fact.split_whitespace().take(6).collect();
            let is_longer = fact.split_whitespace().count() > words.len();
            let said = format!("{}{}", words.join(" "), if is_longer { " …" } else { "" });
            log.hint(
                Code::FACT_WRITTEN_TWICE,
                *second,
                text!("`{said}` is written twice", "`{said}` steht zweimal"),
            )
            .words(Words::alone(words.join(" ")))
            .also(*first, text!("and here", "und hier"))
            .help(text!(
                "write it once as a value, in `[fields]` or in a data file, and draw on it with `{{name}}`",
                "einmal als Wert schreiben, in `[fields]` oder in einer Datendatei, und mit `{{name}}` darauf zugreifen"
            ));
        }
    }
}

/// What people copy, as it is written.
fn facts(text: &str) -> Vec<&str> {
    let edge = |c: char| !c.is_alphanumeric();
    let mails = text
        .split_whitespace()
        .map(|word| word.trim_matches(edge))
        .filter(|word| {
            let host = word.split_once('@').map(|(_, host)| host);
            host.is_some_and(|host| host.contains('.'))
        });
    let sentences = text
        .split_inclusive(['.', '!', '?', '\n'])
        .map(str::trim)
        .filter(|sentence| sentence.split_whitespace().count() >= LONG_SENTENCE);
    mails.chain(sentences).chain(numbers(text)).collect()
}

/// The telephone numbers of a text: what begins with a nought or a plus and has seven digits or more.
fn numbers(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '/' | '-' | '(' | ')' | '+');
    let runs = text.split(|c: char| !part(c)).map(str::trim);
    runs.filter(|run| {
        run.starts_with(['0', '+', '(']) && run.chars().filter(char::is_ascii_digit).count() >= 7
    })
    .collect()
}

/// A fact without what only its form has.
fn normal(fact: &str) -> String {
    if fact.starts_with(['0', '+', '(']) {
        return fact.chars().filter(char::is_ascii_digit).collect();
    }
    let words: Vec<&str> = fact.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_copy_is_a_fact() {
        assert_eq!(facts("Mail: rat@lads.example.org, ja."), ["rat@lads.example.org"]);
        assert_eq!(facts("Tel. 030 9013-2345"), ["030 9013-2345"]);
        let long = "Das Netzwerk trifft sich viermal im Jahr in Berlin.";
        assert_eq!(facts(long), [long]);
        assert_eq!(facts("Das Netzwerk trifft sich in Berlin."), [""; 0]);
        assert_eq!(normal("(030) 9013-2345"), normal("030 90132345"));
    }
}
