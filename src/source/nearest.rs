//! The name that somebody meant who wrote another one.

/// The name most like what was written; none when all are too different to be meant. Of names equally like, the first in the
/// alphabet.
#[must_use]
pub fn nearest<'n>(written: &str, names: &[&'n str]) -> Option<&'n str> {
    // Normalised distance 0 is the same, 1 has nothing in common; two slips in a word of six are still the same word.
    const LIKE_ENOUGH: f64 = 0.6;
    // Comparing takes time and room for every pair of letters; what is longer is no name that somebody mistyped.
    const LONGEST: usize = 48;
    if written.len() > LONGEST {
        return None;
    }
    names
        .iter()
        .filter(|name| name.len() <= LONGEST)
        .map(|name| {
            (
                strsim::normalized_damerau_levenshtein(&written.to_lowercase(), &name.to_lowercase()),
                *name,
            )
        })
        .filter(|(likeness, _)| *likeness >= LIKE_ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}
