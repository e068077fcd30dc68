//! How a rule about PDFs is written down, and how what offends it is gathered: one finding for each rule, with how often, on which pages and
//! the first examples, however many offences there are.

use std::collections::{BTreeMap, BTreeSet};

use hayro::kurbo::Rect;

use super::page::Page;
use super::place::Place;
use super::structure::Node;
use crate::diag::{Code, Log, Severity, Text};
use crate::wording::text;

/// Examples that a finding names.
const SHOWN: usize = 3;
/// Examples that are told apart; beyond them it is only known that there are more.
const COUNTED: usize = 1_000;
/// Pages that a finding lists.
const PAGES_SHOWN: usize = 8;
/// The longest example, in characters.
const LONGEST: usize = 60;

/// A rule.
pub(super) struct Rule {
    /// What a breach is called.
    pub(super) code: Code,
    /// How bad a breach is.
    pub(super) severity: Severity,
    /// Where it is written.
    pub(super) source: &'static str,
    /// What is wrong when it is broken.
    pub(super) says: fn() -> Text,
    /// What to do.
    pub(super) help: fn() -> Text,
}

/// Declares rules: name, code, severity and source; what is wrong; what to do, each in English and in German.
macro_rules! rules {
    ($($name:ident: $code:ident, $severity:ident, $source:literal;
       $says:literal, $says_german:literal;
       $help:literal, $help_german:literal.)*) => {
        $(pub(super) static $name: $crate::verify::pdf::rule::Rule = $crate::verify::pdf::rule::Rule {
            code: $crate::diag::Code::$code,
            severity: $crate::diag::Severity::$severity,
            source: $source,
            says: || $crate::wording::text!($says, $says_german),
            help: || $crate::wording::text!($help, $help_german),
        };)*
    };
}
pub(super) use rules;

/// What offends the rules.
#[derive(Default)]
pub(super) struct Breaches {
    of: BTreeMap<Code, Breach>,
    /// The part of a standard that is cited in place of each rule's own source.
    cited: Option<&'static str>,
}

/// What offends one rule.
pub(super) struct Breach {
    rule: &'static Rule,
    times: usize,
    pages: BTreeSet<usize>,
    place: Option<Place>,
    examples: Vec<Text>,
    known: BTreeSet<Text>,
}

impl Breaches {
    /// None yet; the part of a standard is cited in place of each rule's own source.
    pub(super) fn citing(part: &'static str) -> Self {
        Self {
            cited: Some(part),
            ..Self::default()
        }
    }

    /// One more breach of a rule.
    pub(super) fn of(&mut self, rule: &'static Rule) -> &mut Breach {
        let breach = self.of.entry(rule.code).or_insert_with(|| Breach {
            rule,
            times: 0,
            pages: BTreeSet::new(),
            place: None,
            examples: Vec::new(),
            known: BTreeSet::new(),
        });
        breach.times += 1;
        breach
    }

    /// A breach when something holds.
    pub(super) fn when(&mut self, broken: bool, rule: &'static Rule) {
        if broken {
            self.of(rule);
        }
    }

    /// Makes findings of all of them, in the order of their codes.
    pub(super) fn report(self, path: &str, log: &mut Log) {
        for breach in self.of.values() {
            breach.report(self.cited, path, log);
        }
    }
}

impl Breach {
    /// On a page.
    pub(super) fn on(&mut self, page: &Page<'_>) -> &mut Self {
        self.at(page, None)
    }

    /// On the page on which an element of the structure tree begins, where that is known.
    pub(super) fn of_element(&mut self, element: &Node<'_>) -> &mut Self {
        if let Some(page) = element.page {
            self.pages.insert(page + 1);
            self.place.get_or_insert(Place {
                page: page + 1,
                area_mm: None,
            });
        }
        self
    }

    /// At a place of a page, in points.
    pub(super) fn at(&mut self, page: &Page<'_>, area: Option<Rect>) -> &mut Self {
        self.pages.insert(page.index + 1);
        self.place
            .get_or_insert_with(|| area.map_or_else(|| Place::page(page), |area| Place::of(page, area)));
        self
    }

    /// With something that shows it: a name, a pair of values.
    pub(super) fn example(&mut self, example: impl Into<Text>) -> &mut Self {
        let example = example.into();
        if self.known.len() < COUNTED && !self.known.contains(&example) {
            self.known.insert(example.clone());
            if self.examples.len() < SHOWN {
                self.examples.push(example);
            }
        }
        self
    }

    /// With a name or a value in backticks.
    pub(super) fn named(&mut self, name: &str) -> &mut Self {
        self.example(Text::verbatim(quoted(name)))
    }

    fn report(&self, cited: Option<&'static str>, path: &str, log: &mut Log) {
        let finding = log.in_file(self.rule.severity, self.rule.code, path, self.message());
        if let Some(Place { page, area_mm }) = self.place {
            finding.on_page(page, area_mm);
        }
        if self.pages.len() > 1 {
            finding.note(self.pages_said());
        }
        if self.times > self.pages.len().max(self.known.len()).max(1) {
            let times = self.times;
            finding.note(text!("{times} times in all", "insgesamt {times}-mal"));
        }
        finding.note(Text::verbatim(cited.unwrap_or(self.rule.source)));
        finding.help((self.rule.help)());
    }

    fn message(&self) -> Text {
        let says = (self.rule.says)();
        if self.examples.is_empty() {
            return says;
        }
        let examples = Text::joined(&self.examples, ", ");
        let more = self.known.len() - self.examples.len();
        if more == 0 {
            text!("{says}: {examples}", "{says}: {examples}"; says, examples)
        } else {
            text!("{says}: {examples} and {more} more", "{says}: {examples} und {more} weitere"; says, examples)
        }
    }

    fn pages_said(&self) -> Text {
        let shown: Vec<String> = self
            .pages
            .iter()
            .take(PAGES_SHOWN)
            .map(usize::to_string)
            .collect();
        let shown = shown.join(", ");
        match self.pages.len().saturating_sub(PAGES_SHOWN) {
            0 => text!("on the pages {shown}", "auf den Seiten {shown}"),
            more => text!(
                "on the pages {shown} and {more} more",
                "auf den Seiten {shown} und {more} weiteren"
            ),
        }
    }
}

/// A name that a file brings, as it is shown.
pub(super) fn quoted(name: &str) -> String {
    let mut shown: String = name.chars().take(LONGEST).collect();
    if name.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}
