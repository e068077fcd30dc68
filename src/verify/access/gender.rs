//! Signs for all genders. Of all short forms the associations of blind and partially sighted people prefer the star, which screen readers
//! say most evenly (DBSV, position on language that is fair to all genders, 2021); forms without a sign are better still.

use super::passages::{passages, words};
use crate::diag::{Code, Log, Severity, Text};
use crate::story::Stories;
use crate::wording::text;

/// A sign that stands where the star could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Colon,
    LowLine,
    Slash,
    /// A capital in the midst of the word.
    Capital,
}

/// A noun before the sign has at least so many letters.
const SHORTEST: usize = 3;

/// How nouns for people end to which `-in` is added; `LinkedIn` and `PlugIn` do not.
const ENDINGS: [&str; 14] = [
    "er", "ent", "ant", "ist", "eur", "or", "ge", "and", "at", "ier", "ling", "loge", "arzt", "wart",
];

/// Hints at other signs than the star in German text, one for each passage.
pub(super) fn check(stories: &Stories, log: &mut Log) {
    for passage in passages(stories) {
        if !log.has_room(Severity::Hint) {
            return;
        }
        let pieces = passage.in_language(|language| language == "de");
        let found = pieces.into_iter().find_map(|(start, piece)| {
            let mut words = words(piece);
            words.find_map(|(at, word)| formed(word).map(|(sign, better)| (start + at, word, sign, better)))
        });
        let Some((at, word, sign, better)) = found else {
            continue;
        };
        let name = name(sign);
        let message = text!(
            "`{word}` has {name} where the star could stand",
            "`{word}` hat {name} an der Stelle des Sternchens"; name
        );
        log.hint(Code::OTHER_GENDER_SIGN, passage.place(word), message)
            .words(passage.words(at, word.len()))
            .help(text!(
                "write `{better}`, the short form that the associations of blind people prefer, or a word for all genders",
                "`{better}` schreiben, die Kurzform, die Blindenverbände bevorzugen, oder ein Wort für alle Geschlechter"
            ));
    }
}

fn name(sign: Sign) -> Text {
    match sign {
        Sign::Colon => text!("a colon", "einen Doppelpunkt"),
        Sign::LowLine => text!("a low line", "einen Unterstrich"),
        Sign::Slash => text!("a slash", "einen Schrägstrich"),
        Sign::Capital => text!("a capital", "einen Großbuchstaben"),
    }
}

/// The sign of a word that is formed with one, and the word with a star.
fn formed(word: &str) -> Option<(Sign, String)> {
    const SIGNS: [(&str, Sign); 5] = [
        (":", Sign::Colon),
        ("_", Sign::LowLine),
        ("/-", Sign::Slash),
        ("/", Sign::Slash),
        ("", Sign::Capital),
    ];
    // Only the last part of a word counts: `Bürger:innen-Büro` is of two.
    let (first, rest) = match word.find("nen-").map(|at| at + 3) {
        Some(end) => word.split_at(end),
        None => (word, ""),
    };
    SIGNS.iter().find_map(|(sign, kind)| {
        let (noun, feminine) = ["innen", "in"].iter().find_map(|ending| {
            let ending = if *kind == Sign::Capital {
                ending.replacen('i', "I", 1)
            } else {
                format!("{sign}{ending}")
            };
            let noun = first.strip_suffix(&ending)?;
            Some((noun, ending.trim_start_matches(sign).to_lowercase()))
        })?;
        let is_noun = noun.starts_with(char::is_uppercase)
            && noun.chars().count() >= SHORTEST
            && noun
                .chars()
                .skip(1)
                .all(|c| c.is_lowercase() || c == '-' || c == '\u{ad}')
            && noun.ends_with(char::is_lowercase);
        let is_person = *kind != Sign::Capital || ENDINGS.iter().any(|ending| noun.ends_with(ending));
        (is_noun && is_person).then(|| (*kind, format!("{noun}*{feminine}{rest}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn better(word: &str) -> Option<String> {
        formed(word).map(|(_, better)| better)
    }

    #[test]
    fn every_other_sign_is_known_and_becomes_a_star() {
        for word in [
            "Bürger:innen",
            "Bürger_innen",
            "Bürger/-innen",
            "Bürger/innen",
            "BürgerInnen",
        ] {
            assert_eq!(better(word).as_deref(), Some("Bürger*innen"), "{word}");
        }
        assert_eq!(better("Nutzer:in").as_deref(), Some("Nutzer*in"));
        assert_eq!(better("LehrerIn").as_deref(), Some("Lehrer*in"));
        assert_eq!(better("Bürger:innen-Büro").as_deref(), Some("Bürger*innen-Büro"));
    }

    #[test]
    fn stars_names_times_and_ratios_are_left_alone() {
        for word in [
            "Bürger*innen",
            "LinkedIn",
            "PlugIn",
            "OptIn",
            "10:30",
            "1:2",
            "Berlin",
            "Freundinnen",
            "und/in",
            "An:in",
            "außen:innen",
            "USA/innen",
            "Innen",
            "YouTube",
            "iPhone",
            "file_in",
            "A/B-Test",
            "CheckIn",
        ] {
            assert_eq!(better(word), None, "{word}");
        }
    }
}
