//! All judges of a PDF at one table: what holds for any PDF, PDF/X and GWG 2022 for what is printed, PDF/UA for what is read. Each page is
//! interpreted once, and shown to all of them.

use super::basics;
use super::facts::{Facts, facts};
use super::file::File;
use super::gwg::{Judge, Requirements, Variant};
use super::ua;
use super::x4::{self, Standard};
use crate::diag::Log;
use crate::template::Limits;

/// What a PDF is for, and so by whom it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be printed.
    Press(Variant),
    /// To be printed in sheet-fed offset by a printer who has figures of its own.
    Printer(Limits),
    /// To be read on a screen.
    Screen,
}

impl Purpose {
    /// What a file says that it is for: PDF/UA is to be read, PDF/X and everything that claims nothing is to be printed in sheet-fed offset.
    #[must_use]
    pub fn claimed(file: &File) -> Self {
        if Standard::claimed(file).is_none() && ua::is_claimed(file) {
            Self::Screen
        } else {
            Self::Press(Variant::SheetCmyk)
        }
    }
}

/// Judges a file, says what was found of the file `name`, and gives the facts of it. The ink of its pages is measured only where that is asked
/// and the file is to be printed, since it takes longer than all else; without it, R0005 and R0026 of GWG 2022 are not judged.
pub fn preflight(file: &File, purpose: Purpose, ink: bool, name: &str, log: &mut Log) -> Facts {
    let mut any = basics::Check::new(file, purpose);
    let requirements = match purpose {
        Purpose::Press(variant) => Requirements::of(variant),
        Purpose::Printer(limits) => Requirements::of(Variant::SheetCmyk).asked_by(&limits),
        Purpose::Screen => {
            let mut read = ua::Check::new(file);
            let facts = facts(file, false, |page, display, _| {
                any.page(page, display);
                read.page(page, display);
            });
            any.finish(name, log);
            read.finish(name, log);
            return facts;
        }
    };
    let mut printed = x4::Check::new(file, Standard::claimed(file).unwrap_or(Standard::X4));
    let mut taken = Judge::by(file, requirements);
    let facts = facts(file, ink, |page, display, inked| {
        any.page(page, display);
        printed.page(page, display);
        taken.page(page, display, inked);
        if ink {
            taken.measured(page, inked);
        }
    });
    any.finish(name, log);
    printed.finish(name, log);
    taken.finish(name, log);
    facts
}
