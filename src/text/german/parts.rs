//! The parts of German words: which letters can be a prefix, a stem, a suffix or an ending. They are written in
//! `parts.txt`, where it is said how they were chosen. The table is laid out when the first German word asks for it, which
//! takes a fraction of a millisecond, and is looked through by halves.

use std::sync::LazyLock;

/// What a part can be; a part may be several (`fest` is a prefix and a stem).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Uses {
    pub(super) prefix: bool,
    pub(super) stem: bool,
    pub(super) suffix: bool,
    pub(super) ending: bool,
}

/// As they are written.
const WRITTEN: &str = include_str!("parts.txt");

static PARTS: LazyLock<Vec<(&str, Uses)>> = LazyLock::new(|| read(WRITTEN));

/// The parts of a file, in order of their letters, each once.
fn read(written: &'static str) -> Vec<(&'static str, Uses)> {
    let mut parts: Vec<(&str, Uses)> = Vec::with_capacity(written.len() / 7);
    let mut section = "";
    for line in written.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end_matches(']');
            continue;
        }
        let uses = Uses {
            prefix: section == "prefix",
            stem: section == "stem",
            suffix: section == "suffix",
            ending: section == "ending",
        };
        parts.extend(line.split_ascii_whitespace().map(|part| (part, uses)));
    }
    parts.sort_by_key(|(part, _)| *part);
    parts.dedup_by(|second, first| {
        let is_same = second.0 == first.0;
        if is_same {
            first.1.join(second.1);
        }
        is_same
    });
    parts
}

impl Uses {
    fn join(&mut self, other: Self) {
        self.prefix |= other.prefix;
        self.stem |= other.stem;
        self.suffix |= other.suffix;
        self.ending |= other.ending;
    }
}

/// All parts that `letters` begins with: how many letters each has, and what it can be.
pub(super) fn at_start(letters: &str) -> impl Iterator<Item = (usize, Uses)> + use<'_> {
    let mut left: &[(&str, Uses)] = &PARTS;
    let mut count = 0;
    let longer = letters.bytes().enumerate().map_while(move |(at, byte)| {
        // Those that begin with the bytes so far stand side by side, so the next byte alone tells them apart; with each they
        // are fewer.
        let next = |(part, _): &(&str, Uses)| part.as_bytes().get(at).copied();
        let first = left.partition_point(|part| next(part) < Some(byte));
        left = &left[first..];
        let behind = left.partition_point(|part| next(part) == Some(byte));
        left = &left[..behind];
        count += usize::from(letters.is_char_boundary(at));
        let (part, uses) = left.first()?;
        Some((count, (part.len() == at + 1).then_some(*uses)))
    });
    longer.filter_map(|(count, uses)| Some((count, uses?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_of_small_letters_and_stands_in_its_section_once() {
        let mut seen = std::collections::BTreeSet::new();
        let mut section = "";
        for line in WRITTEN.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with('[') {
                assert!(
                    ["[prefix]", "[stem]", "[suffix]", "[ending]"].contains(&line),
                    "{line}"
                );
                section = line;
            }
            for part in line.split_whitespace().filter(|_| !line.starts_with('[')) {
                assert!(part.chars().all(char::is_lowercase), "{part}");
                assert!(seen.insert((section, part)), "{part} stands there twice");
            }
        }
    }

    #[test]
    fn all_parts_at_the_start_of_a_word_are_found() {
        let stems = |letters| -> Vec<usize> {
            let parts = at_start(letters).filter(|(_, uses)| uses.stem);
            parts.map(|(end, _)| end).collect()
        };
        assert_eq!(stems("landesstelle"), [4, 6]);
        assert_eq!(stems("xylophon"), [0; 0]);
    }
}
