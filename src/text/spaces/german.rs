//! What German binds, after DIN 5008 and Duden: abbreviations of several words, what stands before a number or behind it,
//! titles and initials before a name, days before months, and what is too short to stand alone.

use super::{Between, Bond, initials};

/// Abbreviations before a number, a Roman one too.
const BEFORE_NUMBER: [&str; 40] = [
    "§", "§§", "Art.", "Abs.", "Nr.", "Nrn.", "S.", "Bd.", "Kap.", "Abb.", "Tab.", "Ziff.", "Rn.", "Rz.",
    "Anm.", "Aufl.", "Jg.", "H.", "Bl.", "Az.", "Drs.", "Fn.", "Anl.", "Abschn.", "Kl.", "Zi.", "Hnr.",
    "Buchst.", "Lit.", "Gl.", "ca.", "rd.", "mind.", "max.", "min.", "€", "EUR", "CHF", "Nº", "No.",
];
/// Words of a citation before a number.
const WORDS_BEFORE_NUMBER: [&str; 3] = ["Satz", "Halbsatz", "Alternative"];
/// Titles before a name, or before another of them.
const BEFORE_NAME: [&str; 18] = [
    "Dr.",
    "Prof.",
    "PD",
    "Mag.",
    "St.",
    "Hr.",
    "Fr.",
    "Hrn.",
    "Dipl.-Ing.",
    "Dr.-Ing.",
    "Ing.",
    "Sr.",
    "Jun.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Msgr.",
    "Rev.",
];
/// The faculty behind a doctor's title.
const FACULTY: [&str; 9] = [
    "med.", "phil.", "jur.", "rer.", "iur.", "theol.", "paed.", "habil.", "oec.",
];
/// Units that follow a number after a narrow space, and longer words that keep the full one.
const UNITS: [&str; 55] = [
    "%", "‰", "€", "$", "£", "¥", "°", "°C", "°F", "EUR", "USD", "CHF", "km", "m", "dm", "cm", "mm", "µm",
    "nm", "kg", "g", "mg", "t", "l", "L", "ml", "cl", "hl", "ha", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB",
    "GiB", "m²", "m³", "cm²", "km²", "km/h", "h", "min", "s", "ms", "kW", "kWh", "MW", "W", "V", "Hz", "pt",
    "px", "dpi",
];
const UNIT_WORDS: [&str; 12] = [
    "Uhr", "Euro", "Cent", "Mio.", "Mrd.", "Mio", "Mrd", "Prozent", "Std.", "Min.", "Sek.", "Tsd.",
];
const LARGE: [&str; 5] = ["Mio.", "Mrd.", "Mio", "Mrd", "Tsd."];
/// Pages that follow.
const FOLLOWING: [&str; 2] = ["f.", "ff."];

const MONTHS: [&str; 24] = [
    "Januar",
    "Jänner",
    "Februar",
    "Feber",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
    "Jan.",
    "Feb.",
    "Apr.",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sep.",
    "Okt.",
    "Nov.",
    "Dez.",
];

/// What is counted off: a number and a full stop before any other noun may be the end of a sentence.
const COUNTED: [&str; 46] = [
    "Auflage",
    "Aufl.",
    "Ausgabe",
    "Band",
    "Bezirk",
    "Etage",
    "Fassung",
    "Fastnacht",
    "Geburtstag",
    "Generation",
    "Halbjahr",
    "Hälfte",
    "Jahr",
    "Jahrestag",
    "Jahrgang",
    "Jahrhundert",
    "Jahrhunderts",
    "Jahrtausend",
    "Jh.",
    "Kapitel",
    "Klasse",
    "Lebensjahr",
    "Legislaturperiode",
    "Mal",
    "Monat",
    "OG",
    "Platz",
    "Preis",
    "Quartal",
    "Rang",
    "Reihe",
    "Runde",
    "Schuljahr",
    "Semester",
    "Senat",
    "Sitzung",
    "Stock",
    "Stufe",
    "Tag",
    "Tagung",
    "Teil",
    "UG",
    "Wahlperiode",
    "Weltkrieg",
    "Woche",
    "Änderung",
];

/// Ends of the names of streets, behind which a house number stands.
const STREETS: [&str; 14] = [
    "straße", "Straße", "strasse", "Strasse", "str.", "Str.", "platz", "Platz", "allee", "Allee", "damm",
    "ufer", "weg", "ring",
];

/// How German binds these words.
pub(super) fn bond(words: Between<'_>) -> Option<Bond> {
    abbreviation(words)
        .or_else(|| before_number(words))
        .or_else(|| behind_number(words))
        .or_else(|| before_name(words))
        .or_else(|| date(words))
        .or_else(|| place(words))
}

/// `z. B.`, `i. d. R.`, `e. V.`
fn abbreviation(words: Between<'_>) -> Option<Bond> {
    let after = words.after.trim_end_matches([',', ';', ':', ')', '!', '?', '“']);
    (is_abbreviated(words.before, 1) && is_abbreviated(after, 3)).then_some(Bond::Narrow)
}

fn before_number(words: Between<'_>) -> Option<Bond> {
    let is_letter = words.before == "Buchst." && words.after_bare().chars().count() == 1;
    let is_numbered = words.number_behind() || is_roman(words.after_bare()) || is_letter;
    if is_numbered && BEFORE_NUMBER.contains(&words.before) {
        return Some(Bond::Narrow);
    }
    // `§ 12 AGG`, `Art. 5 GG`: the law belongs to its number.
    let cites = BEFORE_NUMBER.contains(&words.earlier) || WORDS_BEFORE_NUMBER.contains(&words.earlier);
    if cites && words.number_before() && is_law(words.after_bare()) {
        return Some(Bond::Full);
    }
    (words.number_behind() && WORDS_BEFORE_NUMBER.contains(&words.before)).then_some(Bond::Full)
}

fn behind_number(words: Between<'_>) -> Option<Bond> {
    let (after, bare) = (words.after, words.after_bare());
    if LARGE.contains(&words.before) && UNITS.contains(&bare) {
        return Some(Bond::Narrow);
    }
    if !words.number_before() {
        return None;
    }
    if UNITS.contains(&bare) || FOLLOWING.iter().any(|pages| after.starts_with(pages)) {
        return Some(Bond::Narrow);
    }
    let is_word = UNIT_WORDS.contains(&bare) || UNIT_WORDS.contains(&after.trim_end_matches([',', ';', ')']));
    (is_word || bare == "×").then_some(Bond::Full)
}

fn before_name(words: Between<'_>) -> Option<Bond> {
    let is_titled = BEFORE_NAME.contains(&words.before) || FACULTY.contains(&words.before);
    if is_titled && (words.capital_behind() || FACULTY.contains(&words.after)) {
        return Some(Bond::Narrow);
    }
    initials(words)
}

/// `3. Oktober`, `3. 10. 2026`, `2. Auflage`.
fn date(words: Between<'_>) -> Option<Bond> {
    let counts = |word: &str| {
        word.strip_suffix('.').is_some_and(|digits| {
            (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if !counts(words.before) {
        return None;
    }
    let (after, bare) = (words.after.trim_end_matches([',', ';', ')']), words.after_bare());
    let is_named = MONTHS.contains(&after) || MONTHS.contains(&bare);
    let is_counted = COUNTED.contains(&after) || COUNTED.contains(&bare);
    let is_number = counts(after) || counts(words.earlier) && words.number_behind();
    (is_named || is_counted || is_number).then_some(Bond::Full)
}

/// A postcode and its town, a street and its house number.
fn place(words: Between<'_>) -> Option<Bond> {
    let code = words.before.strip_prefix("D-").unwrap_or(words.before);
    let is_postcode = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    let is_street = words.before.starts_with(char::is_uppercase)
        && STREETS.iter().any(|street| words.before.ends_with(street));
    let holds = is_postcode && words.capital_behind() || is_street && words.number_behind();
    holds.then_some(Bond::Full)
}

/// At most so many letters and then a full stop.
fn is_abbreviated(word: &str, letters: usize) -> bool {
    word.strip_suffix('.').is_some_and(|stem| {
        let count = stem.chars().count();
        (1..=letters).contains(&count) && stem.chars().all(char::is_alphabetic)
    })
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// `GG`, `AGG`, `StGB`: two capitals or more.
fn is_law(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}
