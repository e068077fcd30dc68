//! Step three: where words may be divided. A project's own list comes first, then soft hyphens that the author wrote, then
//! the patterns of the language. At least two letters stay before a hyphen and three come after it, counted on letters
//! alone, which also keeps hyphens away from gender signs, parentheses and apostrophes. German divides best where two
//! words were joined, so those places cost less; the part behind a gender sign is divided only as a last resort.

use hypher::Lang;

use super::words::{Word, WordKind, is_gender_sign, is_letter};
use super::{Exceptions, Source};

/// A place at which a word may be divided with a hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Division {
    /// The first byte after the hyphen.
    pub(super) at: usize,
    pub(super) quality: Quality,
}

/// How good a division is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quality {
    /// Between the parts of a compound, or where the author put a soft hyphen.
    Seam,
    /// Between two syllables.
    Syllable,
    /// Between two syllables of a compound that could be divided at its seam or hyphen: `Chancengleich-heit`, `Kom-munal- und`.
    Part,
    /// Behind no more than two letters: `An-tidiskriminierung`.
    Stump,
    /// Better than a line that sticks out.
    LastResort,
}

/// Letters that stay before a hyphen, and letters that come after it (typesetting.md; hypher's own German minimum is 2 and 2,
/// but a line beginning with two letters of a word is not worth its hyphen).
const LETTERS_BEFORE: usize = 2;
const LETTERS_AFTER: usize = 3;

/// Words that often end German compounds in the texts of an administration: a division before one of them is at a seam.
const HEADS: [&str; 44] = [
    "gleichheit",
    "gleichstellung",
    "behandlung",
    "stelle",
    "dienst",
    "netzwerk",
    "werk",
    "ebene",
    "politik",
    "gesetz",
    "bereich",
    "aufgabe",
    "beauftragt",
    "bedingung",
    "empfehlung",
    "konzept",
    "recht",
    "schutz",
    "verwaltung",
    "arbeit",
    "behörde",
    "beratung",
    "förderung",
    "bildung",
    "freiheit",
    "gruppe",
    "projekt",
    "stadt",
    "land",
    "länder",
    "bezirk",
    "haus",
    "platz",
    "straße",
    "zeit",
    "raum",
    "plan",
    "leute",
    "laden",
    "lage",
    "wort",
    "weise",
    "übergreif",
    "management",
];

/// Endings of first parts that are joined by an s: what follows begins a new part.
const JOINED: [&str; 9] = [
    "ungs", "heits", "keits", "tions", "schafts", "täts", "landes", "merkmals", "arbeits",
];

/// Adds a word written with its divisions, `Punkt-dienst-stelle`, to the exceptions.
pub(super) fn add_exception(exceptions: &mut Exceptions, written: &str) {
    let mut word = String::with_capacity(written.len());
    let mut divisions = Vec::new();
    for c in written.chars() {
        if matches!(c, '-' | '\u{ad}') {
            divisions.push(word.len());
        } else {
            word.push(c);
        }
    }
    exceptions.insert(word, divisions);
}

/// All divisions, in order.
pub(super) fn hyphenate(source: &Source, words: &[Word], exceptions: &Exceptions) -> Vec<Division> {
    let mut divisions = Vec::with_capacity(source.text.len() / 4);
    for word in words.iter().filter(|word| word.kind == WordKind::Plain) {
        for letters in word.letters(&source.text) {
            divide(
                source,
                letters.start,
                &source.text[letters],
                exceptions,
                &mut divisions,
            );
        }
    }
    divisions
}

/// The patterns of a language; none when there are none built in.
pub(super) fn patterns(language: &str) -> Option<Lang> {
    match language {
        "de" => Some(Lang::German),
        "en" => Some(Lang::English),
        "tr" => Some(Lang::Turkish),
        "pl" => Some(Lang::Polish),
        "ru" => Some(Lang::Russian),
        "uk" => Some(Lang::Ukrainian),
        _ => None,
    }
}

/// The divisions of one stretch of letters.
fn divide(
    source: &Source,
    start: usize,
    letters: &str,
    exceptions: &Exceptions,
    divisions: &mut Vec<Division>,
) {
    let text = source.text.as_str();
    let (first, last) = (source.run_at(start), source.run_at(start + letters.len() - 1));
    let allowed = source.styles[first..=last]
        .iter()
        .all(|(style, _)| style.hyphenate);
    if !allowed || letters.len() < LETTERS_BEFORE + LETTERS_AFTER {
        return;
    }
    if letters.contains('\u{ad}') {
        let soft = letters
            .match_indices('\u{ad}')
            .map(|(at, _)| at + '\u{ad}'.len_utf8());
        divisions.extend(
            soft.filter(|at| (3..letters.len()).contains(at))
                .map(|at| Division {
                    at: start + at,
                    quality: Quality::Seam,
                }),
        );
        return;
    }
    let mut before = text[..start].chars().rev();
    let sign = before.next().filter(|c| is_gender_sign(*c));
    let is_gendered_ending = sign.is_some() && before.next().is_some_and(is_letter);
    let touches_digit = text[..start].ends_with(|c: char| c.is_numeric())
        || text[start + letters.len()..].starts_with(|c: char| c.is_numeric());
    let is_abbreviation = letters.chars().all(char::is_uppercase);
    if touches_digit || is_abbreviation {
        return;
    }
    let known = exceptions.get(letters).or_else(|| {
        exceptions
            .get(&letters.to_lowercase())
            .filter(|known| known.iter().all(|at| letters.is_char_boundary(*at)))
    });
    if let Some(known) = known {
        divisions.extend(known.iter().map(|at| Division {
            at: start + at,
            quality: Quality::Seam,
        }));
        return;
    }
    let language = source.languages[first].as_str();
    let Some(patterns) = patterns(language) else {
        return;
    };
    // Lower case may be longer for a few letters of other languages; then offsets would not agree.
    let lower = Some(letters.to_lowercase()).filter(|lower| language == "de" && lower.len() == letters.len());
    let first_division = divisions.len();
    let (mut at, mut letters_before) = (0, 0);
    for syllable in hypher::hyphenate_bounded(letters, patterns, LETTERS_BEFORE, LETTERS_AFTER) {
        at += syllable.len();
        letters_before += syllable.chars().count();
        if at == letters.len() {
            break;
        }
        let quality = if is_gendered_ending {
            Quality::LastResort
        } else if lower
            .as_ref()
            .is_some_and(|lower| is_seam(&lower[..at], &lower[at..]))
        {
            Quality::Seam
        } else if letters_before == LETTERS_BEFORE {
            Quality::Stump
        } else {
            Quality::Syllable
        };
        divisions.push(Division {
            at: start + at,
            quality,
        });
    }
    // `Diversity-Netzwerk` and `Kommunal- und` have a place to break already.
    let is_hyphened = text[..start].ends_with(['-', '\u{2010}', '\u{2011}'])
        || text[start + letters.len()..].starts_with(['-', '\u{2010}', '\u{2011}']);
    let own = &mut divisions[first_division..];
    if is_hyphened || own.iter().any(|division| division.quality == Quality::Seam) {
        for division in own
            .iter_mut()
            .filter(|division| division.quality == Quality::Syllable)
        {
            division.quality = Quality::Part;
        }
    }
}

/// Whether two parts of a German word in lower case look like words of their own.
fn is_seam(before: &str, after: &str) -> bool {
    before.chars().nth(2).is_some() && HEADS.iter().any(|head| after.starts_with(head))
        || JOINED.iter().any(|end| before.ends_with(end))
}
