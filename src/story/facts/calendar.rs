//! The calendar, as German names it.

/// The months, by name.
pub(super) const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
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
];

/// The days of the week with their English names, Monday first.
const WEEKDAYS: [(&str, &str); 7] = [
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
];

/// A day of the week by its place in the week, from Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weekday(usize);

impl Weekday {
    /// The day that a word names; `Sonnabend` is a Saturday.
    pub(super) fn named(word: &str) -> Option<Self> {
        let word = word.trim_end_matches([',', ':']);
        let word = if word == "Sonnabend" { "Samstag" } else { word };
        WEEKDAYS.iter().position(|(german, _)| *german == word).map(Self)
    }

    /// The day of a date; none where there is no such date.
    pub(super) fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = jiff::civil::Date::new(year, month, day).ok()?;
        usize::try_from(date.weekday().to_monday_zero_offset())
            .ok()
            .map(Self)
    }

    pub(super) const fn german(self) -> &'static str {
        WEEKDAYS[self.0].0
    }

    pub(super) const fn english(self) -> &'static str {
        WEEKDAYS[self.0].1
    }
}
