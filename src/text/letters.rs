//! The letters of a word as patterns and lists know them: small, each with its accent in one piece, without the soft
//! hyphens among them, and each with its place in the paragraph. Capitals, letters that a program has taken apart into
//! letter and accent, and the ẞ, whose small form has another length, all come down to the same here.

use std::ops::Range;

use super::words::is_mark;

/// A stretch of letters, and where each of them stands.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// The small letters.
    pub(super) small: String,
    /// The first byte of each letter in the paragraph.
    places: Vec<usize>,
}

impl Letters {
    /// The letters at these bytes of a text.
    pub(super) fn of(text: &str, range: Range<usize>) -> Self {
        let mut letters = Self {
            small: String::with_capacity(range.len()),
            places: Vec::with_capacity(range.len()),
        };
        for (at, c) in text[range.clone()].char_indices() {
            if c == '\u{ad}' {
                continue;
            }
            if is_mark(c) {
                letters.accent(c);
                continue;
            }
            // Small forms of more than one letter begin with the letter itself: `İ` is an i and its dot.
            letters.small.extend(c.to_lowercase().next());
            letters.places.push(range.start + at);
        }
        letters
    }

    /// Joins an accent with its letter. Others than the umlaut's decide nothing about where German parts.
    fn accent(&mut self, mark: char) {
        let umlaut = match self.small.chars().next_back() {
            Some('a') => 'ä',
            Some('o') => 'ö',
            Some('u') => 'ü',
            _ => return,
        };
        if mark == '\u{308}' {
            self.small.pop();
            self.small.push(umlaut);
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// Where the letter stands that has so many before it.
    pub(super) fn place(&self, before: usize) -> Option<usize> {
        self.places.get(before).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn capitals_and_letters_in_two_pieces_come_down_to_small_letters_in_one() {
        let letters = |text: &str| Letters::of(text, 0..text.len());
        assert_eq!(letters("GRÜßE").small, "grüße");
        let apart = letters("Bu\u{308}ro");
        assert_eq!(apart.small, "büro");
        assert_eq!(
            (0..5).map(|at| apart.place(at)).collect::<Vec<_>>(),
            [Some(0), Some(1), Some(4), Some(5), None]
        );
        assert_eq!(letters("GROẞ\u{ad}E").small, "große");
        assert_eq!(letters("GROẞ\u{ad}E").place(4), Some(8));
    }
}
