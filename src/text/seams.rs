//! Places that no ligature may span. German joins words, and a ligature over the joint (`Auf|lage`, `Stoff|laden`) makes
//! them one; the same holds before a suffix or ending that begins with a consonant (`hilf|los`, `kauf|te`), as Duden has it,
//! while `häufig` keeps its own. Which letters a font joins is the font's affair: every seam is given, and shaping keeps
//! the font from joining anything across it. Where a German word is not known in all its parts, the hyphenation patterns
//! are asked: between f and l or the like they divide only where a new part begins. English joins seldom, so a short list
//! does. In Turkish the dot of an i tells it from ı, so f and i are never joined.

use super::Source;
use super::german::SeamKind;
use super::stretches::Stretch;

/// English words whose f ends a part before another f, an i or an l: their first letters and where they part.
const ENGLISH: [(&str, usize); 18] = [
    ("shelfful", 5),
    ("shelflife", 5),
    ("bookshelfful", 9),
    ("cufflink", 4),
    ("halflife", 4),
    ("halfling", 4),
    ("leaflike", 4),
    ("leafless", 4),
    ("offload", 3),
    ("offline", 3),
    ("offing", 3),
    ("prooflike", 5),
    ("roofless", 4),
    ("roofline", 4),
    ("selfless", 4),
    ("wolflike", 4),
    ("wolffish", 4),
    ("beeflike", 4),
];

/// The first bytes behind each seam, in order.
pub(super) fn find(source: &Source, stretches: &[Stretch]) -> Vec<usize> {
    let mut seams = Vec::new();
    for stretch in stretches {
        match source.language_at(stretch.range.start) {
            "de" => german(&source.text, stretch, &mut seams),
            "en" => english(stretch, &mut seams),
            "tr" | "az" => turkish(stretch, &mut seams),
            _ => {}
        }
    }
    seams
}

fn german(text: &str, stretch: &Stretch, seams: &mut Vec<usize>) {
    let letters = &stretch.letters;
    let mut at: Vec<usize> = Vec::new();
    for seam in &stretch.form.parts.seams {
        let divides = || stretch.form.syllables.binary_search(&seam.letters).is_ok();
        let is_member = matches!(seam.kind, SeamKind::Member | SeamKind::Prefixed);
        if seam.is_sure || is_member && divides() && stretch.form.parts.are_known {
            at.push(seam.letters);
        }
    }
    if !stretch.form.parts.are_known {
        let f_before = |count: &usize| letters.small.chars().nth(count - 1) == Some('f');
        let parts = |count: &usize| {
            let next = letters.small.chars().nth(*count);
            next.is_some_and(|next| matches!(next, 'i' | 'l' | 'j' | 'b' | 'h' | 'k'))
        };
        let guessed = stretch.form.syllables.iter().copied();
        at.extend(guessed.filter(|count| f_before(count) && parts(count)));
        at.sort_unstable();
        at.dedup();
    }
    seams.extend(at.into_iter().filter_map(|before| letters.place(before)));
    soft_hyphens(text, stretch, seams);
}

/// A soft hyphen is the author's own word on where parts meet; between two of the same letter it only parts syllables.
fn soft_hyphens(text: &str, stretch: &Stretch, seams: &mut Vec<usize>) {
    let letters = &text[stretch.range.clone()];
    if !letters.contains('\u{ad}') {
        return;
    }
    for (at, sign) in letters.match_indices('\u{ad}') {
        let behind = &letters[at + sign.len()..];
        let (last, next) = (letters[..at].chars().next_back(), behind.chars().next());
        if last != next && next.is_some() {
            seams.push(stretch.range.start + at + sign.len());
        }
    }
    seams.sort_unstable();
    seams.dedup();
}

fn english(stretch: &Stretch, seams: &mut Vec<usize>) {
    let listed = ENGLISH
        .iter()
        .find(|(word, _)| stretch.letters.small.starts_with(word));
    seams.extend(listed.and_then(|(_, before)| stretch.letters.place(*before)));
}

fn turkish(stretch: &Stretch, seams: &mut Vec<usize>) {
    let mut last = ' ';
    for (before, letter) in stretch.letters.small.chars().enumerate() {
        if last == 'f' && letter == 'i' {
            seams.extend(stretch.letters.place(before));
        }
        last = letter;
    }
}
