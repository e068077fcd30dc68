//! Faults of written PDFs, each caught by the finding that names it. A case spoils one of our own products, and in a second way that is still
//! allowed; what is said of the first lies word for word in `tests/faults/<set>/<fault>.txt`, in English and in German:
//!
//! ```text
//! FALTWERK_ACCEPT=1 cargo test --test faults
//! ```
//!
//! writes what was said, and the version control shows what became different.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and accept what they expect"
)]

mod common;

#[path = "faults/bare_fonts.rs"]
mod bare_fonts;
#[path = "faults/basics.rs"]
mod basics;
#[path = "faults/damaged_fonts.rs"]
mod damaged_fonts;
#[path = "faults/elements.rs"]
mod elements;
#[path = "faults/fonts.rs"]
mod fonts;
#[path = "faults/gwg.rs"]
mod gwg;
#[path = "faults/languages.rs"]
mod languages;
#[path = "faults/mutations.rs"]
mod mutations;
#[path = "faults/print.rs"]
mod print;
#[path = "faults/rare_fonts.rs"]
mod rare_fonts;
#[path = "faults/tags.rs"]
mod tags;
#[path = "faults/updates.rs"]
mod updates;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::spoilt::Pdf;
use faltwerk::diag::{Code, Log, render_human};
use faltwerk::source::Sources;
use faltwerk::verify::pdf::{Purpose, Reader, basics as any, open, ua, x4};
use faltwerk::wording::Lang;

/// A fault: how a product is spoilt, and how it is changed without being spoilt.
struct Case {
    code: &'static str,
    product: &'static str,
    spoil: fn(&mut Pdf),
    allowed: fn(&mut Pdf),
}

/// What is said of a PDF.
fn judged(bytes: &[u8]) -> Log {
    let mut log = Log::new();
    let path = "flyer.pdf";
    let file = match open(bytes) {
        Ok(file) => file,
        Err(why) => {
            any::unreadable(why, path, &mut log);
            return log;
        }
    };
    let reader = Reader::new(&file);
    let standard = x4::Standard::claimed(&file).unwrap_or(x4::Standard::X4);
    let mut checks = (
        any::Check::new(&file, Purpose::claimed(&file)),
        x4::Check::new(&file, standard),
        ua::Check::new(&file),
    );
    for page in file.pages() {
        let display = reader.display(&page);
        checks.0.page(&page, &display);
        checks.1.page(&page, &display);
        checks.2.page(&page, &display);
    }
    checks.0.finish(path, &mut log);
    checks.1.finish(path, &mut log);
    checks.2.finish(path, &mut log);
    log
}

/// The codes of what is said of a PDF, those of one set: `x4/`.
fn codes(bytes: &[u8], set: &str) -> Vec<&'static str> {
    let log = judged(bytes);
    let codes = log.findings().iter().map(|finding| finding.code.as_str());
    codes.filter(|code| code.starts_with(set)).collect()
}

impl Case {
    fn file(&self) -> PathBuf {
        folder().join(format!("{}.txt", self.code))
    }

    fn check(&self) {
        let mut spoilt = Pdf::product(self.product);
        (self.spoil)(&mut spoilt);
        let shown = said(&spoilt.bytes(), self.code);
        assert!(!shown.is_empty(), "{} is not found", self.code);
        let mut allowed = Pdf::product(self.product);
        (self.allowed)(&mut allowed);
        let without = said(&allowed.bytes(), self.code);
        assert!(
            without.is_empty(),
            "{} is found in what is allowed:\n{without}",
            self.code
        );
        if accepts() {
            fs::create_dir_all(self.file().parent().unwrap()).unwrap();
            fs::write(self.file(), shown).unwrap();
            return;
        }
        let expected = fs::read_to_string(self.file()).unwrap_or_default();
        assert!(
            expected == shown,
            "{} says:\n\n{expected}\nbut this was shown:\n\n{shown}\n\
             `FALTWERK_ACCEPT=1 cargo test --test faults` accepts it.",
            self.file().display(),
        );
    }
}

/// What is said with a code, in both languages.
fn said(bytes: &[u8], code: &str) -> String {
    let log = judged(bytes);
    let findings = log
        .findings()
        .iter()
        .filter(|finding| finding.code.as_str() == code);
    let sources = Sources::default();
    let shown = findings
        .flat_map(|finding| Lang::ALL.map(|lang| render_human(finding, &sources, lang, false) + "\n\n"));
    shown.collect()
}

fn accepts() -> bool {
    std::env::var_os("FALTWERK_ACCEPT").is_some_and(|value| value == "1")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn all_cases() -> impl Iterator<Item = &'static Case> {
    [basics::ALL, elements::ALL, fonts::ALL, print::ALL, tags::ALL]
        .into_iter()
        .flatten()
}

/// Declares cases: the code, the product, how it is spoilt, and how it is changed and still allowed.
macro_rules! cases {
    ($($name:ident: $code:literal, $product:literal, $spoil:expr, $allowed:expr;)*) => {
        /// The cases of this file.
        pub(crate) const ALL: &[crate::Case] = &[
            $(crate::Case { code: $code, product: $product, spoil: $spoil, allowed: $allowed }),*
        ];
        $(
            #[test]
            fn $name() {
                ALL.iter().find(|case| case.code == $code).unwrap().check();
            }
        )*
    };
}
pub(crate) use cases;

#[test]
fn every_fault_has_a_case() {
    let known: BTreeSet<&str> = all_cases().map(|case| case.code).collect();
    let of_here = |code: &&Code| {
        ["pdf/", "ua/", "x4/"]
            .iter()
            .any(|set| code.as_str().starts_with(set))
    };
    let codes = Code::ALL.iter().filter(of_here).map(|code| code.as_str());
    let missing: Vec<&str> = codes.filter(|code| !known.contains(code)).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

#[test]
fn every_expected_text_has_a_case() {
    let known: BTreeSet<PathBuf> = all_cases().map(Case::file).collect();
    for set in ["pdf", "ua", "x4"] {
        let entries = fs::read_dir(folder().join(set)).into_iter().flatten();
        for file in entries.map(|entry| entry.unwrap().path()) {
            assert!(known.contains(&file), "no case shows {}", file.display());
        }
    }
}

#[test]
fn every_fault_is_explained_in_both_languages() {
    for case in all_cases() {
        for (lang, heads) in [
            ("en", ["## Why", "## Example", "## Instead"]),
            ("de", ["## Warum", "## Beispiel", "## Stattdessen"]),
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(format!("src/diag/explain/{lang}/{}.md", case.code));
            let text = fs::read_to_string(&path).unwrap_or_default();
            assert!(text.starts_with("# "), "{}", path.display());
            for head in heads {
                assert!(text.contains(head), "{} lacks `{head}`", path.display());
            }
        }
    }
}

#[test]
fn our_own_products_are_without_fault() {
    for product in ["flyer", "brochure"] {
        for (edition, sets) in [
            ("screen", &["pdf/", "ua/"][..]),
            ("press", &["pdf/", "x4/"]),
            ("sheets", &["pdf/", "x4/"]),
        ] {
            let bytes = Pdf::product_bytes(&format!("{product}.{edition}.pdf"));
            for set in sets {
                assert_eq!(codes(&bytes, set), [""; 0], "{product}.{edition}");
            }
        }
    }
}
