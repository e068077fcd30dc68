//! Capitals for letters that were written small. What is drawn may be longer than what was written (`ß` becomes `SS` where the font has no
//! `ẞ`), and depends on the language: Turkish keeps the dot of its i, Greek drops its accents. The text that is read back stays as it was.

/// Characters that are drawn for one: at most three (Unicode, `SpecialCasing.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    characters: [char; 3],
    count: usize,
}

impl Drawn {
    /// Nothing at all: an accent that capitals do not have.
    const NOTHING: Self = Self {
        characters: ['\0'; 3],
        count: 0,
    };

    /// One character.
    pub(super) const fn one(character: char) -> Self {
        Self {
            characters: [character, '\0', '\0'],
            count: 1,
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = char> {
        self.characters[..self.count].iter().copied()
    }
}

/// The capitals of the character that begins at a byte of a text in a language, as a font can draw them: a letter whose capital it lacks stays.
pub(super) fn capitals(text: &str, at: usize, language: &str, has: impl Fn(char) -> bool) -> Drawn {
    let Some(written) = text.get(at..).and_then(|rest| rest.chars().next()) else {
        return Drawn::NOTHING;
    };
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let special = match (written, language) {
        ('ß', _) => Some('ẞ'),
        ('i', "tr" | "az") => Some('İ'),
        (_, "el") => return greek(written, before, &text[at + written.len_utf8()..]),
        _ => None,
    };
    if let Some(capital) = special.filter(|capital| has(*capital)) {
        return Drawn::one(capital);
    }
    let mut drawn = Drawn::NOTHING;
    for capital in written.to_uppercase().take(drawn.characters.len()) {
        drawn.characters[drawn.count] = capital;
        drawn.count += 1;
    }
    if drawn.iter().all(has) {
        drawn
    } else {
        Drawn::one(written)
    }
}

/// Greek capitals have no accents, save for the one that tells `ή` (or) from `η` (the). Where an accent kept two vowels apart (`άι`), two
/// dots do so instead.
fn greek(written: char, before: Option<char>, behind: &str) -> Drawn {
    let is_alone = !before.is_some_and(char::is_alphabetic) && !behind.starts_with(char::is_alphabetic);
    let follows_accent = before.is_some_and(|before| matches!(before, 'ά' | 'έ' | 'ό' | 'ή'));
    let plain = match written {
        'ή' if is_alone => 'Ή',
        'ά' => 'Α',
        'έ' => 'Ε',
        'ή' => 'Η',
        'ί' => 'Ι',
        'ό' => 'Ο',
        'ύ' => 'Υ',
        'ώ' => 'Ω',
        'ΐ' => 'Ϊ',
        'ΰ' => 'Ϋ',
        'ι' if follows_accent => 'Ϊ',
        'υ' if follows_accent => 'Ϋ',
        '\u{301}' => return Drawn::NOTHING,
        other => {
            let mut capitals = other.to_uppercase();
            match (capitals.next(), capitals.next()) {
                (Some(only), None) => only,
                _ => other,
            }
        }
    };
    Drawn::one(plain)
}

#[cfg(test)]
mod tests {
    use super::capitals;

    fn upper(text: &str, language: &str, lacks: &str) -> String {
        text.char_indices()
            .flat_map(|(at, _)| {
                let drawn = capitals(text, at, language, |c| !lacks.contains(c));
                drawn.iter().collect::<Vec<_>>()
            })
            .collect()
    }

    #[test]
    fn a_sharp_s_has_a_capital_of_its_own_where_the_font_has_one() {
        assert_eq!(upper("Straße", "de", ""), "STRAẞE");
        assert_eq!(upper("Straße", "de", "ẞ"), "STRASSE");
    }

    #[test]
    fn turkish_keeps_its_dots() {
        assert_eq!(upper("İstanbul ılık iş", "tr", ""), "İSTANBUL ILIK İŞ");
        assert_eq!(upper("istanbul", "de", ""), "ISTANBUL");
    }

    #[test]
    fn greek_drops_its_accents_and_keeps_words_apart() {
        assert_eq!(
            upper("Μαΐου ή τσάι της Ελένης", "el", ""),
            "ΜΑΪΟΥ Ή ΤΣΑΪ ΤΗΣ ΕΛΕΝΗΣ"
        );
        assert_eq!(upper("μα\u{301}ης", "el", ""), "ΜΑΗΣ");
    }

    #[test]
    fn letters_that_become_several_and_letters_without_a_capital_are_drawn() {
        assert_eq!(upper("ŉ ﬁn 1. ʻ", "en", ""), "ʼN FIN 1. ʻ");
        assert_eq!(upper("ŉ", "en", "ʼ"), "ŉ");
        assert_eq!(upper("العربية हिन्दी", "ar", ""), "العربية हिन्दी");
    }
}
