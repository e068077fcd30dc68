//! Step four: where words may be divided, and how well. A project's own list comes first, then soft hyphens that the author
//! wrote, then the patterns of the language. At least two letters stay before a hyphen and three come after it, counted on
//! letters alone, which also keeps hyphens away from gender signs, parentheses and apostrophes. German divides best where
//! words were joined, so those places cost less, and others in the same word more; the part behind a gender sign is
//! divided only as a last resort.

use super::Source;
use super::exceptions::Exceptions;
use super::german::SeamKind;
use super::stretches::Stretch;

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
    /// Between the members of a compound, or where the author wants it.
    Seam,
    /// Between two syllables.
    Syllable,
    /// Where the word could be divided better: between two syllables of a compound (`Chancengleich-heit`), or at the seam of a word
    /// that has a hyphen of its own.
    Part,
    /// Behind no more than two letters of a word or of its part, which say nothing of what follows: `An-tidiskriminierung`; and in
    /// the syllables of a word that has a hyphen or a gender sign: `Kommu-nal- und`, `Bür-ger*innen`.
    Stump,
    /// Better than a line that sticks out.
    LastResort,
}

/// Letters that stay before a hyphen, and letters that come after it (typesetting.md; hypher's own German minimum is 2 and 2,
/// but a line beginning with two letters of a word is not worth its hyphen).
const LETTERS_BEFORE: usize = 2;
const LETTERS_AFTER: usize = 3;

/// The longest abbreviation in capitals that is never divided (`UNESCO`, `LSBTIQ`); longer ones are words set in capitals.
const LONGEST_ABBREVIATION: usize = 7;

/// All divisions, in order.
pub(super) fn hyphenate(source: &Source, stretches: &[Stretch], exceptions: &Exceptions) -> Vec<Division> {
    let mut divisions = Vec::with_capacity(source.text.len() / 4);
    for stretch in stretches.iter().filter(|stretch| may_divide(source, stretch)) {
        divide(source, stretch, exceptions, &mut divisions);
    }
    divisions
}

/// Whether a stretch is long enough, no abbreviation, and of styles that allow it.
fn may_divide(source: &Source, stretch: &Stretch) -> bool {
    let letters = &source.text[stretch.range.clone()];
    let (first, last) = (
        source.run_at(stretch.range.start),
        source.run_at(stretch.range.end - 1),
    );
    stretch.letters.count() >= LETTERS_BEFORE + LETTERS_AFTER
        && !stretch.beside.digit
        && !is_abbreviation(letters)
        && source.styles[first..=last]
            .iter()
            .all(|(style, _)| style.hyphenate)
}

/// `LSBTI`, `GmbH`, `BGBl`: capitals alone, or among small letters and not only at the start.
fn is_abbreviation(letters: &str) -> bool {
    let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
    let all = letters.chars().filter(|c| c.is_alphabetic()).count();
    let has_inner_capital = letters.chars().skip(1).any(char::is_uppercase);
    has_inner_capital && (capitals < all || all <= LONGEST_ABBREVIATION)
}

/// The divisions of one stretch of letters.
fn divide(source: &Source, stretch: &Stretch, exceptions: &Exceptions, divisions: &mut Vec<Division>) {
    let (text, letters) = (source.text.as_str(), &stretch.letters);
    if text[stretch.range.clone()].contains('\u{ad}') {
        divisions.extend(soft_hyphens(text, stretch).map(|at| Division {
            at,
            quality: Quality::Seam,
        }));
        return;
    }
    let language = source.language_at(stretch.range.start);
    let allowed: Vec<usize> = match exceptions.divisions(language, &letters.small) {
        Some(listed) => listed.to_vec(),
        None => {
            let last = letters.count() - LETTERS_AFTER;
            let syllables = stretch.form.syllables.iter().copied();
            syllables
                .filter(|at| (LETTERS_BEFORE..=last).contains(at))
                .collect()
        }
    };
    let members = members(stretch, &allowed);
    divisions.extend(allowed.iter().filter_map(|before| {
        Some(Division {
            at: letters.place(*before)?,
            quality: quality(stretch, *before, &members),
        })
    }));
}

/// Where the author wrote a soft hyphen between letters: the first byte behind each.
fn soft_hyphens(text: &str, stretch: &Stretch) -> impl Iterator<Item = usize> {
    let letters = &text[stretch.range.clone()];
    let start = stretch.range.start;
    letters.match_indices('\u{ad}').filter_map(move |(at, sign)| {
        let after = at + sign.len();
        let count = |part: &str| part.chars().filter(|c| *c != '\u{ad}').count();
        let is_between =
            count(&letters[..at]) >= LETTERS_BEFORE && count(&letters[after..]) >= LETTERS_BEFORE;
        is_between.then_some(start + after)
    })
}

/// Before how many letters the members of a compound begin, of those places that may be divided.
fn members(stretch: &Stretch, allowed: &[usize]) -> Vec<usize> {
    let seams = stretch.form.parts.seams.iter();
    seams
        .filter(|seam| seam.kind == SeamKind::Member && allowed.binary_search(&seam.letters).is_ok())
        .map(|seam| seam.letters)
        .collect()
}

fn quality(stretch: &Stretch, before: usize, members: &[usize]) -> Quality {
    if stretch.beside.gendered_ending {
        return Quality::LastResort;
    }
    // `Altbaue-rin`, `Altbauer-haltung`: so near a better place, what stands between says nothing.
    let is_stump = before == LETTERS_BEFORE
        || members
            .iter()
            .any(|member| *member != before && member.abs_diff(before) <= 2);
    if is_stump {
        return Quality::Stump;
    }
    let seams = &stretch.form.parts.seams;
    let kind = seams
        .iter()
        .find(|seam| seam.letters == before)
        .map(|seam| seam.kind);
    let is_compound = !members.is_empty();
    match kind {
        Some(SeamKind::Member) if stretch.beside.hyphen => Quality::Part,
        Some(SeamKind::Member) => Quality::Seam,
        // `Mit-arbeiter` is a good place, but a prefix alone promises less than a word: no better than a syllable.
        Some(SeamKind::Prefixed) if !is_compound && !stretch.beside.hyphen => Quality::Syllable,
        // `Kommu-nal- und`, `Bür-ger*innen`: a hyphen so near to another sign is worth a good deal of white.
        _ if stretch.beside.hyphen || stretch.beside.stem_of_gendered => Quality::Stump,
        _ if is_compound => Quality::Part,
        _ => Quality::Syllable,
    }
}
