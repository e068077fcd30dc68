//! Gathers what is not kept, one finding for each requirement and kind of fault: the first place is told, the others are counted.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Place;
use super::requirements::Limit;
use crate::diag::{Code, Log, Severity, Text};
use crate::wording::counted;
use crate::wording::text;

/// Pages that are named one by one.
const NAMED: usize = 12;

/// What is said of a fault.
#[derive(Clone, Debug)]
pub(super) struct Said {
    /// What is wrong.
    pub(super) message: Text,
    /// Why it matters.
    pub(super) note: Text,
    /// What to do.
    pub(super) help: Text,
}

#[derive(Clone, Debug)]
struct Fault {
    code: Code,
    severity: Severity,
    said: Said,
    first: Option<Place>,
    more: usize,
    pages: BTreeSet<usize>,
}

/// What was found so far, by number of the requirement, how bad it is and kind of fault.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults {
    found: BTreeMap<(&'static str, Severity, &'static str), Fault>,
}

impl Faults {
    /// Adds a fault: of a requirement (`gwg/R0017`), beyond a limit of it, of a kind that the requirement can be broken in, at a place if it
    /// has one. What is said is asked for the first place alone.
    pub(super) fn add(
        &mut self,
        code: Code,
        limit: &Limit,
        kind: &'static str,
        place: Option<Place>,
        said: impl FnOnce() -> Said,
    ) {
        let key = (code.as_str(), limit.severity, kind);
        if let Some(known) = self.found.get_mut(&key) {
            known.more += 1;
            known.pages.extend(place.map(|place| place.page));
            return;
        }
        let fault = Fault {
            code,
            severity: limit.severity,
            said: said(),
            first: place,
            more: 0,
            pages: BTreeSet::new(),
        };
        self.found.insert(key, fault);
    }

    /// Says all of it of a file.
    pub(super) fn log(self, name: &str, log: &mut Log) {
        for fault in self.found.into_values() {
            let Said { message, note, help } = fault.said;
            let finding = log.in_file(fault.severity, fault.code, name, message);
            if let Some(Place { page, area_mm }) = fault.first {
                finding.on_page(page, area_mm);
            }
            if fault.more > 0 {
                let is_of_pages = fault.first.is_some_and(|first| first.area_mm.is_none());
                finding.note(others(is_of_pages, fault.more, &fault.pages));
            }
            finding.note(note).help(help);
        }
    }
}

/// Where else: `the same holds at 12 more places, on pages 1 and 3`.
fn others(is_of_pages: bool, count: usize, pages: &BTreeSet<usize>) -> Text {
    let on = numbers(pages);
    if is_of_pages {
        return match count {
            1 => text!("the same holds of page {on}", "dasselbe gilt für Seite {on}"; on),
            _ => text!("the same holds of pages {on}", "dasselbe gilt für die Seiten {on}"; on),
        };
    }
    let places = counted(
        count,
        ("more place", "more places"),
        ("weiteren Stelle", "weiteren Stellen"),
    );
    match pages.len() {
        0 => text!("the same holds at {places}", "dasselbe gilt an {places}"; places),
        1 => text!(
            "the same holds at {places}, on page {on}",
            "dasselbe gilt an {places}, auf Seite {on}"; places, on
        ),
        _ => text!(
            "the same holds at {places}, on pages {on}",
            "dasselbe gilt an {places}, auf den Seiten {on}"; places, on
        ),
    }
}

/// `1, 2 and 5`; of very many only the first.
fn numbers(pages: &BTreeSet<usize>) -> Text {
    let named: Vec<String> = pages.iter().take(NAMED).map(usize::to_string).collect();
    let beyond = pages.len().saturating_sub(NAMED);
    if beyond > 0 {
        let named = named.join(", ");
        return text!("{named} and {beyond} more", "{named} und {beyond} weiteren");
    }
    listed(&named)
}

/// `a, b and c`.
pub(super) fn listed(names: &[String]) -> Text {
    match names {
        [] => Text::default(),
        [only] => Text::verbatim(only.as_str()),
        [first @ .., last] => {
            let first = first.join(", ");
            text!("{first} and {last}", "{first} und {last}")
        }
    }
}
