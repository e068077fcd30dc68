//! A project's own divisions: what the patterns of a language get wrong or do not know. A word is written with its hyphens,
//! `Punkt-dienst-stelle`; one without any is never divided. Capitals do not matter. A German word holds for its inflected
//! forms too (`Netz-werk` for `Netzwerke` and `Netzwerken`): an ending adds no part to a word, so the places stay right,
//! and one more behind them would leave no more than an ending for the next line.

use std::collections::BTreeMap;

use super::letters::Letters;

/// Words and where each may be divided, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// By primary language and small letters: before how many letters a hyphen may stand.
    words: BTreeMap<String, BTreeMap<String, Vec<usize>>>,
}

/// German endings of inflection, the longest first.
const GERMAN_ENDINGS: [&str; 11] = ["innen", "ern", "em", "en", "er", "es", "in", "se", "e", "n", "s"];

impl Exceptions {
    /// Adds a word of a language (its primary tag, such as `de`), written with its hyphens or soft hyphens. A word that is known
    /// already is divided as said last.
    pub fn add(&mut self, language: &str, written: &str) {
        let mut divisions = Vec::new();
        let mut word = String::with_capacity(written.len());
        for c in written.chars() {
            if matches!(c, '-' | '\u{ad}' | '\u{2010}') {
                divisions.push(Letters::of(&word, 0..word.len()).count());
            } else {
                word.push(c);
            }
        }
        let small = Letters::of(&word, 0..word.len()).small;
        self.words
            .entry(language.to_owned())
            .or_default()
            .insert(small, divisions);
    }

    /// The divisions of a word in small letters, when it is listed: before how many letters each stands.
    pub(super) fn divisions(&self, language: &str, small: &str) -> Option<&[usize]> {
        let words = self.words.get(language)?;
        let listed = words.get(small).or_else(|| {
            let endings = GERMAN_ENDINGS.iter().filter(|_| language == "de");
            endings
                .filter_map(|ending| small.strip_suffix(ending))
                .find_map(|base| words.get(base))
        });
        listed.map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::Exceptions;

    #[test]
    fn a_word_holds_for_its_inflected_forms_and_for_its_language_alone() {
        let mut exceptions = Exceptions::default();
        exceptions.add("de", "Netz-werk");
        exceptions.add("de", "Berghain");
        for word in ["netzwerk", "netzwerke", "netzwerken", "netzwerks"] {
            assert_eq!(exceptions.divisions("de", word), Some(&[4][..]), "{word}");
        }
        assert_eq!(exceptions.divisions("de", "berghain"), Some(&[][..]));
        assert_eq!(exceptions.divisions("de", "netzwerkarbeit"), None);
        assert_eq!(exceptions.divisions("en", "netzwerk"), None);
    }
}
