//! Optical margins: how much of a sign hangs out of the measure. A column whose edge is a row of hyphens, full stops and
//! quotes looks dented, since these are mostly white; let out a little, they leave an edge that the letters draw.

use std::collections::BTreeMap;

/// What hangs of each sign, at the start and at the end of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Protrusion(BTreeMap<char, Hang>);

/// How much of a sign hangs, in per cent of its width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hang {
    /// At the start of a line.
    pub start: u8,
    /// At its end.
    pub end: u8,
}

/// The table that a style gets when it asks for no other. That signs hang by a share of their width, each by its own, at both
/// edges, comes from Karow's hz-program (1993) and Thành's thesis (Micro-typographic extensions to the TeX typesetting system,
/// 2000); the shares are ours, seen in Source Sans: what is little more than a dot hangs by two thirds, what is a stroke at half
/// height by half, so that it still touches the edge, and what has a body hangs by what is white beside it.
const STANDARD: [(&str, Hang); 8] = [
    (".,", Hang { start: 0, end: 65 }),
    ("-", Hang { start: 50, end: 55 }),
    ("‚‘’'„“”\"‹›", Hang { start: 50, end: 55 }),
    ("«»", Hang { start: 35, end: 35 }),
    (":;·•*", Hang { start: 25, end: 35 }),
    ("–", Hang { start: 25, end: 30 }),
    ("—", Hang { start: 15, end: 18 }),
    ("()[]!?/", Hang { start: 12, end: 15 }),
];

impl Protrusion {
    /// The usual table: hyphens, full stops, commas, quotes, dashes and, by less, what else has white about it.
    #[must_use]
    pub fn standard() -> Self {
        STANDARD
            .into_iter()
            .flat_map(|(signs, hang)| signs.chars().map(move |sign| (sign, hang)))
            .collect()
    }

    /// How much of a sign hangs. All hyphens are one: the one that is written, the one that never breaks and the ones that show
    /// only where a word is divided.
    #[must_use]
    pub fn of(&self, sign: char) -> Hang {
        let sign = match sign {
            '\u{ad}' | '\u{2010}' | '\u{2011}' => '-',
            sign => sign,
        };
        self.0.get(&sign).copied().unwrap_or_default()
    }
}

impl FromIterator<(char, Hang)> for Protrusion {
    fn from_iter<I: IntoIterator<Item = (char, Hang)>>(signs: I) -> Self {
        Self(signs.into_iter().collect())
    }
}
