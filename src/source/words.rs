//! Finding words of a set text in the file where they were written, though between them stand markup, quotes and line ends there.

use std::ops::Range;

/// So many words on either side tell a place from all others.
const ENOUGH: usize = 5;

/// So far from a word its neighbours are looked for, in bytes: what has no space for longer is no text that anybody set.
const REACH: usize = 400;

/// So many signs of markup stand between two neighbours at most.
const MOST_SIGNS: usize = 40;

/// So many places with the same words are compared.
const MOST_PLACES: usize = 5_000;

/// Words of a text, and those around them, by which they can be found again where they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is meant, letter by letter.
    meant: String,
    before: Vec<String>,
    behind: Vec<String>,
}

impl Words {
    /// A stretch of a text, in bytes, and the words around it.
    #[must_use]
    pub fn of(text: &str, range: Range<usize>) -> Self {
        let owned = |words: Vec<&str>| words.into_iter().map(|word| letters(word).to_owned()).collect();
        let reach = text.floor_char_boundary(range.start.saturating_sub(REACH))
            ..text.ceil_char_boundary(range.end.saturating_add(REACH).min(text.len()));
        let before = text.get(reach.start..range.start).unwrap_or_default();
        let behind = text.get(range.end..reach.end).unwrap_or_default();
        Self {
            before: owned(before.split_whitespace().rev().take(ENOUGH).collect()),
            behind: owned(behind.split_whitespace().take(ENOUGH).collect()),
            meant: text.get(range).unwrap_or_default().to_owned(),
        }
    }

    /// Words that are told from others by themselves.
    pub fn alone(meant: impl Into<String>) -> Self {
        Self {
            meant: meant.into(),
            before: Vec::new(),
            behind: Vec::new(),
        }
    }

    /// Where in `text` they stand: of all places with the same words, the one with most of the right words around it; of places equally
    /// good, the first.
    pub(super) fn find(&self, text: &str) -> Option<Range<usize>> {
        if self.meant.is_empty() {
            return None;
        }
        let ranges = text
            .match_indices(&self.meant)
            .map(|(at, _)| at..at + self.meant.len());
        let best = (self.before.len() + self.behind.len(), true);
        let mut nearest = None;
        for found in ranges.take(MOST_PLACES) {
            let (before, behind) = (&text[..found.start], &text[found.end..]);
            let inside_a_word =
                before.ends_with(char::is_alphanumeric) && self.meant.starts_with(char::is_alphanumeric);
            let around = self.count_before(before) + self.count_behind(behind);
            let likeness = (around, !inside_a_word);
            if nearest.as_ref().is_none_or(|(most, _)| likeness > *most) {
                nearest = Some((likeness, found));
            }
            if likeness == best {
                break;
            }
        }
        nearest.map(|(_, found)| found)
    }

    /// How many of the words behind stand at the start of `text`, one after the other, with nothing but signs between them.
    fn count_behind(&self, mut text: &str) -> usize {
        let same = self.behind.iter().take_while(|word| {
            let mut signs = text.char_indices().take(MOST_SIGNS);
            let start = signs.find(|(_, c)| !is_sign(*c)).map_or(0, |(at, _)| at);
            let rest = text[start..].strip_prefix(word.as_str());
            text = rest.unwrap_or_default();
            rest.is_some()
        });
        same.count()
    }

    /// The same the other way round.
    fn count_before(&self, mut text: &str) -> usize {
        let same = self.before.iter().take_while(|word| {
            let mut signs = text.char_indices().rev().take(MOST_SIGNS);
            let letter = signs.find(|(_, c)| !is_sign(*c));
            let end = letter.map_or(text.len(), |(at, c)| at + c.len_utf8());
            let rest = text[..end].strip_suffix(word.as_str());
            text = rest.unwrap_or_default();
            rest.is_some()
        });
        same.count()
    }
}

fn is_sign(character: char) -> bool {
    !character.is_alphanumeric()
}

fn letters(word: &str) -> &str {
    word.trim_matches(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, set: &str, meant: &str) -> Option<usize> {
        let at = set.find(meant).unwrap();
        let words = Words::of(set, at..at + meant.len());
        words.find(text).map(|range| range.start)
    }

    #[test]
    fn markup_quotes_and_line_ends_between_words_do_not_matter() {
        let text = "\"\"\"\nDrei, die **jede*r** kennt \\\n  – und [niemand](x) pflanzt.\"\"\"";
        let set = "Drei, die jede*r kennt – und niemand pflanzt.";
        assert_eq!(found(text, set, "niemand"), text.find("niemand"));
        assert_eq!(found(text, set, "jede*r"), text.find("jede*r"));
    }

    #[test]
    fn of_a_word_that_stands_there_often_the_place_among_the_right_words_is_meant() {
        let text = "die Wiese, die Hecke, die Wiese am Bach";
        assert_eq!(found(text, "die Wiese am Bach", "die"), text.rfind("die"));
        assert_eq!(found(text, "Hecke, die", "die"), text.rfind("die"));
        assert_eq!(found(text, "die", "die"), Some(0));
    }

    #[test]
    fn a_word_is_rather_found_whole_than_inside_another() {
        assert_eq!(found("manchmal mal", "mal", "mal"), Some(9));
        assert_eq!(found("manchmal", "mal", "mal"), Some(5));
        assert_eq!(found("nichts", "mal", "mal"), None);
    }

    #[test]
    fn no_words_are_nowhere() {
        assert_eq!(Words::of("text", 4..9).find("text"), None);
    }
}
