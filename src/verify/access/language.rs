//! Which language is this read in? A screen reader chooses its voice by what the document says; English in a German voice is not understood
//! (WCAG 2.1, 3.1.1 and 3.1.2). Only whole passages are guessed at, and only German and English: by the small words that one language has and
//! the other has not.

use super::passages::{Passage, passages, words};
use crate::diag::{Code, Diagnostic, Log, Severity, Text};
use crate::source::{Span, Words};
use crate::story::{SenseKind, Stories};
use crate::style::Language;
use crate::wording::text;

/// Small words of German that are none of English.
const GERMAN: [&str; 60] = [
    "der", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "und", "oder",
    "aber", "nicht", "ist", "sind", "wird", "werden", "wurde", "haben", "sich", "auch", "auf", "aus", "bei",
    "mit", "nach", "von", "vom", "zu", "zum", "zur", "für", "über", "durch", "um", "wir", "ihr", "sie", "er",
    "es", "ich", "dass", "wenn", "wie", "als", "noch", "nur", "mehr", "kann", "können", "ihre", "ihren",
    "ihrer", "im", "beim", "dabei", "sowie", "zwischen",
];

/// Small words of English that are none of German.
const ENGLISH: [&str; 56] = [
    "the", "of", "and", "to", "is", "are", "were", "be", "been", "being", "has", "have", "had", "that",
    "this", "these", "those", "with", "for", "from", "by", "on", "at", "as", "it", "its", "they", "their",
    "we", "our", "you", "your", "he", "she", "his", "not", "but", "or", "if", "when", "which", "who", "what",
    "where", "can", "could", "would", "should", "shall", "may", "than", "there", "into", "about", "between",
    "other",
];

/// A passage of fewer words may be a title or a name.
const FEWEST_WORDS: usize = 8;

/// At least so many small words, one word in five, and five times as many as of the passage's own language: running text has one in three.
const FEWEST_SMALL: usize = 3;
const ONE_IN: usize = 5;
const TIMES: usize = 5;

/// The languages that have a code of two letters (ISO 639-1).
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee \
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km \
kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps \
pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa \
wo xh yi yo za zh zu";

/// Looks at the language of the document, written at `place`, and of all passages.
pub(super) fn check(language: &Language, place: Span, stories: &Stories, log: &mut Log) {
    if !is_known(language) {
        unknown(language, place, log);
    }
    let mut told: Vec<&Language> = vec![language];
    for passage in passages(stories) {
        let senses = passage.inlines.iter().flat_map(|inline| inline.senses.iter());
        for sense in senses {
            if let SenseKind::Language(own) = &sense.kind
                && !told.contains(&own)
                && !is_known(own)
            {
                told.push(own);
                unknown(own, passage.block.origin, log).words(Words::alone(format!("lang:{}", own.0)));
            }
        }
        if log.has_room(Severity::Hint) {
            unmarked(&passage, log);
        }
    }
}

/// Whether a language is one: by a code of two letters that is known, or any of three that does not say that nobody knows.
fn is_known(language: &Language) -> bool {
    let primary = language.primary();
    match primary.len() {
        2 => TWO_LETTERS.split_whitespace().any(|known| known == primary),
        3 => !matches!(primary.as_str(), "und" | "mul" | "zxx" | "mis"),
        _ => false,
    }
}

fn unknown<'l>(language: &Language, place: Span, log: &'l mut Log) -> &'l mut Diagnostic {
    let tag = &language.0;
    log.warning(
        Code::UNKNOWN_LANGUAGE,
        place,
        text!(
            "`{tag}` is no language that a screen reader could choose a voice for",
            "`{tag}` ist keine Sprache, für die ein Vorleseprogramm eine Stimme wählen könnte"
        ),
    )
    .help(text!(
        "write the code of the language, such as `de-DE` or `en`",
        "den Code der Sprache schreiben, etwa `de-DE` oder `en`"
    ))
}

fn unmarked(passage: &Passage<'_>, log: &mut Log) {
    for (own, other, name) in [
        ("de", "en", text!("English", "englisch")),
        ("en", "de", text!("German", "deutsch")),
    ] {
        for (at, piece) in passage.in_language(|language| language == own) {
            if guessed(piece) == Some(other) {
                say(passage, (at, piece), other, &name, log);
                return;
            }
        }
    }
}

fn say(passage: &Passage<'_>, (at, piece): (usize, &str), tag: &str, name: &Text, log: &mut Log) {
    let first = piece.split_whitespace().next().unwrap_or_default();
    let at = at + piece.find(first).unwrap_or(0);
    log.hint(
        Code::UNMARKED_LANGUAGE,
        passage.place(piece),
        text!(
            "this passage seems to be {name}, and is not marked so",
            "dieser Abschnitt scheint {name} zu sein und ist nicht so ausgezeichnet"; name
        ),
    )
    .words(passage.words(at, first.len()))
    .help(text!(
        "write `[...](lang:{tag})` around it, so that it is read in the right voice",
        "mit `[...](lang:{tag})` umschließen, damit es mit der richtigen Stimme vorgelesen wird"
    ));
}

/// The language of a passage, where its small words leave no doubt.
fn guessed(text: &str) -> Option<&'static str> {
    let (mut all, mut german, mut english) = (0, 0, 0);
    for (_, word) in words(text) {
        let word = word.to_lowercase();
        all += 1;
        german += usize::from(GERMAN.contains(&word.as_str()));
        english += usize::from(ENGLISH.contains(&word.as_str()));
    }
    let is_it = |small: usize, other: usize| {
        all >= FEWEST_WORDS && small >= FEWEST_SMALL && small * ONE_IN >= all && small >= other * TIMES
    };
    if is_it(english, german) {
        Some("en")
    } else if is_it(german, english) {
        Some("de")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_passage_is_told_by_its_small_words() {
        assert_eq!(
            guessed(
                "All human beings are born free and equal in dignity and rights, and should act towards one another in a spirit."
            ),
            Some("en")
        );
        assert_eq!(
            guessed(
                "Alle Menschen sind frei und gleich an Würde und Rechten geboren, und sie sind mit Vernunft begabt."
            ),
            Some("de")
        );
    }

    #[test]
    fn names_titles_and_english_words_in_german_are_left_alone() {
        for text in [
            "The Big Bang Theory",
            "Diversity Management and the City: Empowerment, Awareness, Community Building, Mentoring, Gender Mainstreaming",
            "Das Team arbeitet mit Tools for Change und dem Board of Trustees an der Charta und nicht nur am Code of Conduct",
            "Köln, Berlin, Hamburg, München, Frankfurt, Stuttgart, Düsseldorf, Leipzig, Dortmund",
        ] {
            assert_eq!(guessed(text).filter(|found| *found == "en"), None, "{text}");
        }
    }

    #[test]
    fn languages_are_known_by_their_codes() {
        let known = |tag: &str| is_known(&Language(tag.into()));
        assert!(known("de-DE") && known("en") && known("hsb") && known("uk"));
        assert!(!known("und") && !known("xx") && !known("deutsch") && !known(""));
    }
}
