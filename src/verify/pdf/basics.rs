//! What holds for any PDF, whichever edition it is: it can be read as it is, and all of it was looked at. Beside that, what no standard asks
//! of it, and whoever prints it or reads it would.

mod page_tree;
mod press;
mod rules;
mod screen;

use super::display::Display;
use super::file::{File, Unreadable};
use super::page::Page;
use super::preflight::Purpose;
use super::rule::Breaches;
use crate::diag::Log;
use crate::wording::text;

/// Says why a file cannot be looked at.
pub fn unreadable(why: Unreadable, path: &str, log: &mut Log) {
    let rule = match why {
        Unreadable::NoPdf => &rules::NO_PDF,
        Unreadable::Damaged => &rules::DAMAGED,
        Unreadable::Encrypted => &rules::LOCKED,
        Unreadable::TooLarge => &rules::TOO_MUCH,
    };
    let mut breaches = Breaches::default();
    breaches.of(rule);
    breaches.report(path, log);
}

/// Judges a file, page by page.
pub struct Check {
    purpose: Purpose,
    breaches: Breaches,
}

impl Check {
    /// Judges what belongs to no page.
    #[must_use]
    pub fn new(file: &File, purpose: Purpose) -> Self {
        let mut breaches = Breaches::default();
        if file.trailer().searched {
            breaches.of(&rules::DAMAGED).example(text!(
                "the table of its objects is not where it should be",
                "die Tabelle ihrer Objekte steht nicht, wo sie stehen sollte"
            ));
        }
        breaches.when(file.page_count() == 0, &rules::NO_PAGES);
        page_tree::check(file, &mut breaches);
        let (seen, all) = (file.limits().pages, file.page_count());
        if all > seen {
            breaches.of(&rules::TOO_MUCH).example(text!(
                "{seen} of {all} pages were looked at",
                "{seen} von {all} Seiten wurden geprüft"
            ));
        }
        if purpose == Purpose::Screen {
            screen::file(file, &mut breaches);
        }
        Self { purpose, breaches }
    }

    /// Judges a page.
    pub fn page(&mut self, page: &Page<'_>, display: &Display<'_>) {
        for what in &display.damage {
            self.breaches.of(&rules::DAMAGED_CONTENT).on(page).example(what);
        }
        if display.truncated {
            self.breaches.of(&rules::TOO_MUCH).on(page);
        }
        match self.purpose {
            Purpose::Press(_) => press::page(page, display, press::THINNEST, &mut self.breaches),
            Purpose::Printer(limits) => press::page(page, display, limits.line.to_pt(), &mut self.breaches),
            Purpose::Screen => screen::page(page, display, &mut self.breaches),
        }
    }

    /// Says what was found.
    pub fn finish(self, path: &str, log: &mut Log) {
        self.breaches.report(path, log);
    }
}
