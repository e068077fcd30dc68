//! What other languages bind, as far as their typographers ask at the least: English keeps a page to its number and a
//! title to its name; Polish, Russian and Ukrainian let no line end in a word of one letter; all four keep a number
//! with its unit. Turkish and Vietnamese bind nothing beside numbers and dashes.

use super::{Between, Bond, initials};

const ENGLISH_BEFORE_NUMBER: [&str; 12] = [
    "p.", "pp.", "no.", "No.", "nos.", "vol.", "Vol.", "ch.", "fig.", "Fig.", "art.", "§",
];
const ENGLISH_BEFORE_NAME: [&str; 10] = [
    "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof.", "St",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const POLISH_BEFORE: [&str; 9] = ["nr", "str.", "s.", "godz.", "ul.", "al.", "pl.", "art.", "§"];
const POLISH_BEHIND_NUMBER: [&str; 5] = ["r.", "zł", "godz.", "tys.", "mln"];
const CYRILLIC_BEFORE: [&str; 10] = ["№", "§", "стр.", "с.", "ул.", "вул.", "г.", "м.", "ст.", "п."];
const CYRILLIC_BEHIND_NUMBER: [&str; 9] = ["г.", "р.", "руб.", "грн", "грн.", "тыс.", "тис.", "млн", "млрд"];
const UNITS: [&str; 24] = [
    "%", "‰", "€", "$", "£", "°C", "km", "m", "cm", "mm", "kg", "g", "mg", "l", "ml", "ha", "kB", "MB", "GB",
    "h", "min", "км", "м", "кг",
];

pub(super) fn english(words: Between<'_>) -> Option<Bond> {
    let is_numbered = words.number_behind() && ENGLISH_BEFORE_NUMBER.contains(&words.before);
    if is_numbered || is_unit(words) {
        return Some(Bond::Narrow);
    }
    let is_day = words.number_before() && words.before.len() <= 2;
    let is_title = words.capital_behind() && ENGLISH_BEFORE_NAME.contains(&words.before);
    if is_title || is_day && ENGLISH_MONTHS.contains(&words.after_bare()) {
        return Some(Bond::Full);
    }
    initials(words)
}

pub(super) fn polish(words: Between<'_>) -> Option<Bond> {
    let is_short = is_one_of(words.before, &['a', 'i', 'o', 'u', 'w', 'z']);
    slavic(words, is_short, &POLISH_BEFORE, &POLISH_BEHIND_NUMBER)
}

pub(super) fn russian(words: Between<'_>) -> Option<Bond> {
    let is_short = is_one_of(words.before, &['а', 'в', 'и', 'к', 'о', 'с', 'у', 'я']);
    slavic(words, is_short, &CYRILLIC_BEFORE, &CYRILLIC_BEHIND_NUMBER)
}

pub(super) fn ukrainian(words: Between<'_>) -> Option<Bond> {
    let is_short = is_one_of(words.before, &['а', 'в', 'є', 'з', 'і', 'й', 'о', 'у', 'я']);
    slavic(words, is_short, &CYRILLIC_BEFORE, &CYRILLIC_BEHIND_NUMBER)
}

fn slavic(words: Between<'_>, is_short: bool, before: &[&str], behind: &[&str]) -> Option<Bond> {
    let counted = words.after.trim_end_matches([',', ';', ')']);
    let is_counted = words.number_before() && (behind.contains(&counted) || is_unit(words));
    let is_announced = before.contains(&words.before) && (words.number_behind() || words.capital_behind());
    if is_short || is_counted || is_announced {
        return Some(Bond::Full);
    }
    initials(words)
}

fn is_unit(words: Between<'_>) -> bool {
    words.number_before() && UNITS.contains(&words.after_bare())
}

/// Whether a word is one of these letters, small or capital.
fn is_one_of(word: &str, letters: &[char]) -> bool {
    let mut own = word.chars();
    let letter = own.next().and_then(|letter| letter.to_lowercase().next());
    letter.is_some_and(|letter| letters.contains(&letter)) && own.next().is_none()
}
