//! Taking German words apart. Of all ways to read a word as prefixes, stems, suffixes and endings, the cheapest is taken;
//! what no part explains may stand in it as a stretch of unknown letters, at a price. The costs are whole numbers whose
//! relations matter, not their size: fewer parts beat more (`Ur|instinkt`, not `Urin|stinkt`), and a prefix is a smaller
//! thing than a stem.

use super::parts::{Uses, at_start};

/// Where two parts of a word meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seam {
    /// How many letters stand before it.
    pub(crate) letters: usize,
    pub(crate) kind: SeamKind,
    /// Whether the letters on both sides are known, so that no other evidence is needed.
    pub(crate) is_sure: bool,
}

/// What begins behind a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeamKind {
    /// A new member of a compound: `Chancen|gleichheit`, `Auf|gaben|bereich` at its second.
    Member,
    /// What a prefix stands before: `Auf|gabe`.
    Prefixed,
    /// A suffix that begins with a consonant: `Gleich|heit`, `hilf|los`. One that begins with a vowel takes over the last
    /// consonant when it is spoken (`häu-fig`), so there is none to be seen.
    Suffix,
    /// An ending that begins with a consonant: `kauf|te`.
    Ending,
}

/// A longer word is no word, and is not taken apart; the longest of the dictionaries has 67 letters.
const LONGEST: usize = 100;

/// A shorter one has no parts worth a seam.
const SHORTEST: usize = 4;

/// What the parts cost. A stem of three letters is found in many words by chance (`Art`, `Rat`), so it costs more.
const STEM: u32 = 20;
const SHORT_STEM: u32 = 25;
const UMLAUT: u32 = 1;
const PREFIX: u32 = 10;
const SUFFIX: u32 = 6;
const ENDING: u32 = 3;
/// An ending behind an ending, and a suffix behind an ending (`arbeit|s|los`).
const ANOTHER_ENDING: u32 = 5;
const SUFFIX_BEHIND_ENDING: u32 = 12;
/// A member behind an ending that joins none: `Lebend|gewicht` exists, but most are read so by chance.
const RARE_JOINT: u32 = 12;
/// A word that ends in its prefix: `hinauf`.
const BARE_PREFIX: u32 = 45;
/// Unknown letters: at least three of them with a vowel; with each letter it becomes likelier that parts are in them.
const UNKNOWN: u32 = 45;
const UNKNOWN_LETTER: u32 = 6;
const FEWEST_UNKNOWN: usize = 3;

/// A part that begins where the hyphenation patterns do not divide: they know most words, though not why they part there.
const UNDIVIDED: u32 = 25;

/// An ending of verbs behind a suffix: `Abblend|licht` does not end in `lich|t`.
const VERB_BEHIND_SUFFIX: u32 = 20;

/// Endings that join the members of compounds.
const JOINTS: [&str; 8] = ["s", "es", "n", "en", "e", "er", "ens", "ns"];

/// What was read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing yet.
    Start,
    Prefixed,
    Stemmed,
    Suffixed,
    /// A stretch of unknown letters.
    Unknown,
    Ended,
}

const STATES: usize = 6;

/// Where a new member may begin.
const OPEN: [State; 6] = [
    State::Start,
    State::Prefixed,
    State::Stemmed,
    State::Suffixed,
    State::Unknown,
    State::Ended,
];

/// A way to read the word up to a place.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    from: (usize, State),
}

/// What it costs up to where a new part begins, and what was read last; none where none can.
type Beginning = Option<(u32, State)>;

/// The parts of a word, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Where they meet, in order.
    pub(crate) seams: Vec<Seam>,
    /// Whether every letter belongs to a known part.
    pub(crate) are_known: bool,
}

/// Takes a word in small letters apart. `divisions` are the places where the hyphenation patterns divide it, in letters.
pub(crate) fn take_apart(word: &str, divisions: &[usize]) -> Parts {
    let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
    if !(SHORTEST..=LONGEST).contains(&letters.len()) {
        return Parts::default();
    }
    Reading::new(word, letters, divisions).run()
}

/// A word that is being read.
struct Reading<'w> {
    word: &'w str,
    /// The word without its umlauts, when it has some.
    plain: Option<String>,
    letters: Vec<char>,
    divisions: &'w [usize],
    /// The cheapest way to each place in each state.
    ways: Vec<[Option<Way>; STATES]>,
}

impl<'w> Reading<'w> {
    fn new(word: &'w str, letters: Vec<char>, divisions: &'w [usize]) -> Self {
        let has_umlaut = letters.iter().any(|letter| matches!(letter, 'ä' | 'ö' | 'ü'));
        let plain = has_umlaut.then(|| letters.iter().map(|letter| without_umlaut(*letter)).collect());
        let mut ways = vec![[None; STATES]; letters.len() + 1];
        ways[0][State::Start as usize] = Some(Way {
            cost: 0,
            from: (0, State::Start),
        });
        Self {
            word,
            plain,
            letters,
            divisions,
            ways,
        }
    }

    fn run(mut self) -> Parts {
        let (word, plain) = (self.word, self.plain.take());
        let (mut byte, mut plain_byte) = (0, 0);
        for at in 0..self.letters.len() {
            if self.ways[at].iter().any(Option::is_some) {
                let begin = self.begin(at);
                for (count, uses) in at_start(&word[byte..]) {
                    self.part((at, at + count), uses, begin);
                }
                let umlauted = plain.as_ref().map_or("", |plain| &plain[plain_byte..]);
                for (count, uses) in at_start(umlauted) {
                    if uses.stem {
                        self.stem((at, at + count), begin, UMLAUT);
                    }
                }
                self.unknown(at, begin);
            }
            byte += self.letters[at].len_utf8();
            plain_byte += without_umlaut(self.letters[at]).len_utf8();
        }
        self.read_back()
    }

    /// The cheapest way to begin a part here that stands for itself.
    fn begin(&self, at: usize) -> Beginning {
        let costs = OPEN.into_iter().filter_map(|state| {
            let way = self.ways[at][state as usize]?;
            let joint = if state == State::Ended {
                self.joint(way.from.0, at)
            } else {
                0
            };
            Some((way.cost + joint, state))
        });
        let undivided = if at == 0 || self.is_divided(at) {
            0
        } else {
            UNDIVIDED
        };
        let (cost, state) = costs.min_by_key(|(cost, _)| *cost)?;
        Some((cost + undivided, state))
    }

    /// What it costs to begin a new member behind an ending that stands from `start` to `end`.
    fn joint(&self, start: usize, end: usize) -> u32 {
        let ending = &self.letters[start..end];
        let joins = JOINTS
            .iter()
            .any(|joint| joint.chars().eq(ending.iter().copied()));
        if joins { 0 } else { RARE_JOINT }
    }

    fn is_divided(&self, at: usize) -> bool {
        self.divisions.binary_search(&at).is_ok()
    }

    /// Goes on with a part between two places.
    fn part(&mut self, (at, to): (usize, usize), uses: Uses, begin: Beginning) {
        if uses.stem {
            self.stem((at, to), begin, 0);
        }
        if uses.prefix
            && let Some((cost, state)) = begin
        {
            self.take((at, state), (to, State::Prefixed), cost + PREFIX);
        }
        if uses.suffix {
            self.suffix(at, to);
        }
        if uses.ending {
            // `informier|te` is of a verb, though `ier` is a suffix.
            let is_of_verb = self.letters[..at].ends_with(&['i', 'e', 'r']);
            let verb = if self.letters[at] == 't' && !is_of_verb {
                VERB_BEHIND_SUFFIX
            } else {
                0
            };
            self.go((at, State::Stemmed), (to, State::Ended), ENDING);
            self.go((at, State::Unknown), (to, State::Ended), ENDING);
            self.go((at, State::Suffixed), (to, State::Ended), ENDING + verb);
            self.go((at, State::Ended), (to, State::Ended), ANOTHER_ENDING);
        }
    }

    fn stem(&mut self, (at, to): (usize, usize), begin: Beginning, extra: u32) {
        if let Some((cost, state)) = begin {
            let stem = if to - at == 3 { SHORT_STEM } else { STEM };
            self.take((at, state), (to, State::Stemmed), cost + stem + extra);
        }
    }

    fn suffix(&mut self, at: usize, to: usize) {
        let begins_with_vowel = is_vowel(self.letters[at]);
        let is_seen = begins_with_vowel || self.is_divided(at);
        let undivided = if is_seen { 0 } else { UNDIVIDED };
        for state in [State::Stemmed, State::Suffixed, State::Unknown] {
            self.go((at, state), (to, State::Suffixed), SUFFIX + undivided);
        }
        if !begins_with_vowel {
            let cost = SUFFIX_BEHIND_ENDING + undivided;
            self.go((at, State::Ended), (to, State::Suffixed), cost);
        }
    }

    /// Goes on with letters of which nothing is known.
    fn unknown(&mut self, at: usize, begin: Beginning) {
        let Some((before, state)) = begin.filter(|(_, state)| *state != State::Unknown) else {
            return;
        };
        let mut has_vowel = false;
        for to in at + 1..=self.letters.len() {
            has_vowel |= is_vowel(self.letters[to - 1]);
            let count = to - at;
            if has_vowel && count >= FEWEST_UNKNOWN {
                let cost = before + UNKNOWN + UNKNOWN_LETTER * count as u32;
                self.take((at, state), (to, State::Unknown), cost);
            }
        }
    }

    /// Goes on from a state, if the word can be read up to there.
    fn go(&mut self, from: (usize, State), to: (usize, State), cost: u32) {
        if let Some(before) = self.ways[from.0][from.1 as usize] {
            self.take(from, to, before.cost + cost);
        }
    }

    /// Keeps a way when none cheaper leads there.
    fn take(&mut self, from: (usize, State), to: (usize, State), cost: u32) {
        let known = &mut self.ways[to.0][to.1 as usize];
        if known.is_none_or(|known| cost < known.cost) {
            *known = Some(Way { cost, from });
        }
    }

    /// The parts of the cheapest way to the end.
    fn read_back(&self) -> Parts {
        let end = self.letters.len();
        let cost = |state: State| {
            let way = self.ways[end][state as usize]?;
            Some(way.cost + if state == State::Prefixed { BARE_PREFIX } else { 0 })
        };
        let best = OPEN[1..]
            .iter()
            .copied()
            .filter_map(|state| Some((cost(state)?, state)))
            .min_by_key(|(cost, _)| *cost);
        let Some((_, mut state)) = best else {
            return Parts::default();
        };
        let mut seams = Vec::new();
        let mut are_known = true;
        let mut at = end;
        while let Some(way) = self.ways[at][state as usize].filter(|way| way.from.0 < at) {
            let (start, before) = way.from;
            are_known &= state != State::Unknown;
            if let Some(kind) = self.kind(before, state, start) {
                let is_sure = before != State::Unknown && state != State::Unknown;
                seams.push(Seam {
                    letters: start,
                    kind,
                    is_sure,
                });
            }
            (at, state) = (start, before);
        }
        seams.reverse();
        Parts { seams, are_known }
    }

    /// What kind of seam lies before a part, if any.
    fn kind(&self, before: State, state: State, start: usize) -> Option<SeamKind> {
        let begins_with_vowel = is_vowel(self.letters[start]);
        match (before, state) {
            (State::Start, _) => None,
            (State::Prefixed, _) => Some(SeamKind::Prefixed),
            (_, State::Suffixed) => (!begins_with_vowel).then_some(SeamKind::Suffix),
            (_, State::Ended) => (!begins_with_vowel).then_some(SeamKind::Ending),
            _ => Some(SeamKind::Member),
        }
    }
}

/// Whether a letter is spoken open: a suffix that begins with one takes over the consonant before it.
const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü')
}

const fn without_umlaut(letter: char) -> char {
    match letter {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        other => other,
    }
}
