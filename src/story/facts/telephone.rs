//! Telephone numbers in German text, as DIN 5008 (2020) has them: `030 9013-2345`, a space behind the code of the area, a hyphen before the
//! extension, no brackets and no strokes; from abroad `+49 30 9013-2345`. A screen reader says the digits of a number, and says every bracket
//! with them.

use super::super::proof::Remark;
use crate::diag::{Code, Severity};
use crate::wording::text;

/// Words before a number that make it one.
const NAMES: [&str; 10] = [
    "Tel",
    "Tel.",
    "Telefon",
    "Fon",
    "Fax",
    "Telefax",
    "Mobil",
    "Handy",
    "Hotline",
    "Rufnummer",
];

/// The fewest and the most digits of a number (ITU-T E.164 has 15 at most).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// What is to be said of the numbers of a text.
pub(super) fn find(text: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(begins).map(|found| at + found) {
        let written = number_at(&text[start..]);
        at = start + written.len().max(1);
        let joined = text[..start]
            .chars()
            .next_back()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '/' | '-'));
        if joined || !is_number(written, &text[..start]) {
            continue;
        }
        let usual = usual(written);
        if written.replace(['\u{a0}', '\u{202f}'], " ") != usual {
            remarks.push(Remark {
                code: Code::WRONG_PHONE_FORM,
                severity: Severity::Hint,
                at: start..start + written.len(),
                message: text!(
                    "`{written}` is an unusual form of a telephone number",
                    "`{written}` ist eine unübliche Form für eine Telefonnummer"
                ),
                help: text!("write `{usual}` (DIN 5008)", "`{usual}` schreiben (DIN 5008)"),
            });
        }
    }
    remarks
}

const fn begins(c: char) -> bool {
    matches!(c, '+' | '0' | '(')
}

/// The signs from here on that may belong to a number, down to its last digit.
fn number_at(text: &str) -> &str {
    let belongs = |c: char| {
        c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '(' | ')' | '/' | '-' | '–' | '+')
    };
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    let last = text[..end]
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    // A second plus begins another number.
    let whole = &text[..last];
    let second = whole.char_indices().skip(1).find(|(_, c)| *c == '+');
    second.map_or(whole, |(at, _)| whole[..at].trim_end())
}

/// Whether it is a number to call: it has as many digits, and is written or announced as one.
fn is_number(written: &str, before: &str) -> bool {
    let count = written.chars().filter(char::is_ascii_digit).count();
    if !DIGITS.contains(&count) {
        return false;
    }
    let announced = before
        .split_whitespace()
        .next_back()
        .is_some_and(|word| NAMES.contains(&word.trim_end_matches(':')));
    let from_abroad = written.starts_with('+') || written.starts_with("00");
    let in_brackets = written.starts_with("(0") && written.contains(')');
    let with_stroke = written.starts_with('0') && written.contains('/');
    announced || from_abroad || in_brackets || with_stroke
}

/// The usual form: country, area, number and extension, as far as they are parted where it is written.
fn usual(written: &str) -> String {
    let plain = written.replace("(0)", " ");
    let mut groups: Vec<String> = Vec::new();
    let mut extension = None;
    // What a sign parts is a group; a hyphen behind the second group parts an extension.
    let mut group = String::new();
    let mut parted_by = ' ';
    let finish =
        |group: &mut String, parted_by: char, groups: &mut Vec<String>, extension: &mut Option<String>| {
            let group = std::mem::take(group);
            if group.is_empty() {
                return;
            }
            let areas = usize::from(groups.first().is_some_and(|first| first.starts_with('+'))) + 1;
            if matches!(parted_by, '-' | '–') && groups.len() > areas {
                *extension = Some(group);
            } else {
                groups.push(group);
            }
        };
    for c in plain.chars() {
        if c.is_ascii_digit() || c == '+' {
            group.push(c);
        } else {
            finish(&mut group, parted_by, &mut groups, &mut extension);
            parted_by = if matches!(parted_by, '-' | '–') && c == ' ' && group.is_empty() {
                parted_by
            } else {
                c
            };
        }
    }
    finish(&mut group, parted_by, &mut groups, &mut extension);
    if let Some(first) = groups.first_mut()
        && let Some(country) = first.strip_prefix("00")
    {
        *first = format!("+{country}");
    }
    let is_abroad = groups.first().is_some_and(|first| first.starts_with('+'));
    if is_abroad && let Some(area) = groups.get_mut(1) {
        *area = area.trim_start_matches('0').to_owned();
    }
    // Behind the area the number stands in one piece.
    let areas = (usize::from(is_abroad) + 1).min(groups.len());
    let number = groups.split_off(areas).concat();
    if !number.is_empty() {
        groups.push(number);
    }
    let number = groups.join(" ");
    match extension {
        Some(extension) => format!("{number}-{extension}"),
        None => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written instead of the first number that is not as usual.
    fn instead(text: &str) -> Option<String> {
        let remark = find(text).into_iter().next()?;
        let help = remark.help.in_lang(crate::wording::Lang::English);
        Some(help.trim_start_matches("write `").split('`').next()?.to_owned())
    }

    #[test]
    fn numbers_as_din_5008_has_them_are_good() {
        for good in [
            "Telefon: 030 9013-2345",
            "Tel. 030 90132345",
            "+49 30 9013-2345",
            "Fax 030 9013-0",
            "+49 170 1234567",
        ] {
            assert_eq!(instead(good), None, "{good}");
        }
    }

    #[test]
    fn brackets_strokes_and_zeros_are_taken_out() {
        let cases = [
            ("(030) 9013-2345", "030 9013-2345"),
            ("030/90132345", "030 90132345"),
            ("030 / 9013 - 2345", "030 9013-2345"),
            ("Tel. 030-9013-2345", "030 9013-2345"),
            ("Tel. 030 90 13 23 45", "030 90132345"),
            ("+49 (0)30 9013-2345", "+49 30 9013-2345"),
            ("+49 (0) 30 9013 2345", "+49 30 90132345"),
            ("0049 30 9013-2345", "+49 30 9013-2345"),
        ];
        for (written, usual) in cases {
            assert_eq!(instead(written).as_deref(), Some(usual), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_to_call_is_left_alone() {
        for other in [
            "01/2026",
            "08/15",
            "von 0 bis 1000",
            "(2003)",
            "+3 Punkte",
            "IBAN 0123 4567 8901",
            "12/345678",
            "ISBN 978-3-16-148410-0",
        ] {
            assert_eq!(instead(other), None, "{other}");
        }
    }
}
