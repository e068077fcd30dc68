//! Dates in German text. DIN 5008 (2020) knows `23.11.2026`, two digits for day and month and no space, and `3. Mai 2026`, without a zero
//! before. A date that is none, or falls on another day of the week than is written, is worse than one in an unusual form.

use super::super::proof::Remark;
use super::calendar::{MONTHS, Weekday};
use crate::diag::{Code, Severity};
use crate::wording::{Text, text};

/// A date as it is written.
struct Date<'t> {
    /// Where it begins and ends in the text, in bytes.
    start: usize,
    end: usize,
    day: &'t str,
    month: Month<'t>,
    year: Option<&'t str>,
}

enum Month<'t> {
    Number(&'t str),
    /// By its place in the year, from 0.
    Name(usize),
}

/// What is to be said of the dates of a text.
pub(super) fn find(text: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut at = 0;
    while let Some(digit) = text[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|found| at + found)
    {
        let Some(date) = date_at(text, digit) else {
            at = digit + digits(&text[digit..]).len();
            continue;
        };
        at = date.end;
        remarks.extend(
            date.impossible()
                .or_else(|| date.other_weekday(text))
                .or_else(|| date.unusual(text)),
        );
    }
    remarks
}

/// The date that begins at a digit, if one does.
fn date_at(text: &str, start: usize) -> Option<Date<'_>> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-' | '+')) {
        return None;
    }
    let day = digits(&text[start..]);
    let rest = text[start + day.len()..]
        .strip_prefix('.')
        .filter(|_| matches!(day.len(), 1 | 2))?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let (month, rest) = month_at(rest)?;
    let spaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let year = digits(spaced);
    let is_year = year.len() == 4 || matches!(month, Month::Number(_)) && year.len() == 2;
    let (year, end) = if is_year {
        (Some(year), text.len() - spaced.len() + year.len())
    } else {
        (None, text.len() - rest.len())
    };
    // Without a year, two numbers and a stop are more often the number of a section.
    if year.is_none() && matches!(month, Month::Number(_)) {
        return None;
    }
    let behind = text[end..].chars().next();
    let goes_on = behind.is_some_and(|c| c.is_alphanumeric());
    (!goes_on).then_some(Date {
        start,
        end,
        day,
        month,
        year,
    })
}

/// The month at the beginning of a text, and what follows it.
fn month_at(text: &str) -> Option<(Month<'_>, &str)> {
    let number = digits(text);
    if matches!(number.len(), 1 | 2) {
        return Some((Month::Number(number), text[number.len()..].strip_prefix('.')?));
    }
    let named = |(nth, name): (usize, &&str)| {
        let rest = text.strip_prefix(*name)?;
        let ends = !rest.starts_with(char::is_alphabetic);
        ends.then_some((Month::Name(nth), rest))
    };
    MONTHS.iter().enumerate().find_map(named)
}

fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}

impl Date<'_> {
    fn day(&self) -> i8 {
        self.day.parse().unwrap_or_default()
    }

    fn month(&self) -> i8 {
        match self.month {
            Month::Number(number) => number.parse().unwrap_or_default(),
            Month::Name(nth) => nth as i8 + 1,
        }
    }

    /// The year in full; two digits mean this century.
    fn year(&self) -> Option<i16> {
        let written: i16 = self.year?.parse().ok()?;
        Some(if written < 100 { 2000 + written } else { written })
    }

    fn impossible(&self) -> Option<Remark> {
        // Without a year, 29 February may be meant.
        let year = self.year().unwrap_or(2024);
        if Weekday::of(year, self.month(), self.day()).is_some() {
            return None;
        }
        Some(self.remark(
            Code::IMPOSSIBLE_DATE,
            Severity::Warning,
            text!(
                "the calendar has no such date",
                "diesen Tag hat der Kalender nicht"
            ),
            text!("look the date up", "das Datum nachsehen"),
        ))
    }

    fn other_weekday(&self, text: &str) -> Option<Remark> {
        let mut words = text[..self.start].split_whitespace().rev();
        let word = words.next()?;
        // `Montag, den 23. November`
        let word = if matches!(word, "den" | "dem" | "der") {
            words.next()?
        } else {
            word
        };
        let written = Weekday::named(word)?;
        let day = Weekday::of(self.year()?, self.month(), self.day())?;
        if written == day {
            return None;
        }
        let (english, german) = (day.english(), day.german());
        Some(self.remark(
            Code::IMPOSSIBLE_DATE,
            Severity::Warning,
            text!("this date is a {english}", "dieses Datum ist ein {german}"),
            text!(
                "look up which is right, the day or the date",
                "nachsehen, was stimmt, der Tag oder das Datum"
            ),
        ))
    }

    fn unusual(&self, text: &str) -> Option<Remark> {
        let written = &text[self.start..self.end];
        let usual = self.usual();
        let same = written.replace(['\u{a0}', '\u{202f}'], " ") == usual;
        let is_short =
            matches!(self.month, Month::Number(_)) && self.year.is_some_and(|year| year.len() == 2);
        let is_usual = same || is_short && written.len() == 8;
        (!is_usual).then(|| {
            let spoken = format!(
                "{}. {}",
                self.day(),
                self.with_year(MONTHS[self.month() as usize - 1])
            );
            let help = match self.month {
                Month::Number(_) => text!(
                    "write `{usual}` or `{spoken}` (DIN 5008)",
                    "`{usual}` oder `{spoken}` schreiben (DIN 5008)"
                ),
                Month::Name(_) => text!("write `{usual}` (DIN 5008)", "`{usual}` schreiben (DIN 5008)"),
            };
            self.remark(
                Code::WRONG_DATE_FORM,
                Severity::Hint,
                text!(
                    "`{written}` is an unusual form of a date",
                    "`{written}` ist eine unübliche Form für ein Datum"
                ),
                help,
            )
        })
    }

    fn usual(&self) -> String {
        let (day, month) = (self.day(), self.month());
        match self.month {
            Month::Number(_) => format!("{day:02}.{month:02}.{}", self.year().unwrap_or_default()),
            Month::Name(nth) => format!("{day}. {}", self.with_year(MONTHS[nth])),
        }
    }

    fn with_year(&self, month: &str) -> String {
        match self.year() {
            Some(year) => format!("{month} {year}"),
            None => month.to_owned(),
        }
    }

    const fn remark(&self, code: Code, severity: Severity, message: Text, help: Text) -> Remark {
        Remark {
            code,
            severity,
            at: self.start..self.end,
            message,
            help,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of what is said of the first date, and what would be right.
    fn said(text: &str) -> Option<(&'static str, String)> {
        let remark = find(text).into_iter().next()?;
        let help = remark.help.in_lang(crate::wording::Lang::German).to_owned();
        Some((remark.code.as_str(), help))
    }

    #[test]
    fn dates_as_din_5008_has_them_are_good() {
        for good in [
            "am 23.11.2026 um 9 Uhr",
            "am 03.05.26",
            "am 3. Mai 2026",
            "vom 1. März",
            "am 29. Februar",
            "Montag, 23.11.2026",
            "Sonnabend, den 28. November 2026",
            "Abschnitt 3.5. gilt",
            "Fassung 1.2.3",
            "§ 3. Maibaum 2026",
            "im Jahr 2026",
        ] {
            assert_eq!(said(good), None, "{good}");
        }
    }

    #[test]
    fn unusual_forms_are_told_with_the_usual_one() {
        let form = |help: &str| Some(("wrong-date-form", help.to_owned()));
        assert_eq!(
            said("am 3.5.2026"),
            form("`03.05.2026` oder `3. Mai 2026` schreiben (DIN 5008)")
        );
        assert_eq!(
            said("am 23. 11. 2026"),
            form("`23.11.2026` oder `23. November 2026` schreiben (DIN 5008)")
        );
        assert_eq!(
            said("am 03. Mai 2026"),
            form("`3. Mai 2026` schreiben (DIN 5008)")
        );
        assert_eq!(said("am 3.Mai"), form("`3. Mai` schreiben (DIN 5008)"));
    }

    #[test]
    fn what_the_calendar_does_not_have_is_told() {
        for bad in [
            "am 31.04.2026",
            "am 29.02.2026",
            "am 31. April",
            "am 30. Februar",
            "am 12.13.2026",
            "am 00.01.2026",
        ] {
            assert_eq!(said(bad).map(|(code, _)| code), Some("impossible-date"), "{bad}");
        }
        let remarks = find("Dienstag, den 23. November 2026");
        assert_eq!(
            remarks[0].message,
            Text::new("this date is a Monday", "dieses Datum ist ein Montag")
        );
    }
}
