//! Each requirement of GWG 2022 on a PDF that does not keep it and on one that just does, with the figures of the workgroup's own table.

#[path = "gwg/grey.rs"]
mod grey;
#[path = "gwg/inks.rs"]
mod inks;
#[path = "gwg/lines.rs"]
mod lines;
#[path = "gwg/overprint.rs"]
mod overprint;
#[path = "gwg/pages.rs"]
mod pages;
#[path = "gwg/pictures.rs"]
mod pictures;
#[path = "gwg/spaces.rs"]
mod spaces;
#[path = "gwg/text.rs"]
mod text;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use faltwerk::diag::{Diagnostic, Lang, Log, Severity, render_human};
use faltwerk::source::Sources;
use faltwerk::verify::pdf;
use faltwerk::verify::pdf::gwg::{Judge, Limit, Requirements, Variant, check};

use crate::pdf::Pdf;

/// The requirements that ask for the ink of pages.
const INK: [&str; 2] = ["R0005", "R0026"];

/// The cases of a requirement, and what was shown of them.
struct Cases {
    number: &'static str,
    shown: String,
}

impl Cases {
    fn of(number: &'static str) -> Self {
        Self {
            number,
            shown: String::new(),
        }
    }

    /// What a variant finds of this requirement.
    fn found(&self, pdf: &Pdf, variant: Variant) -> Vec<Diagnostic> {
        let bytes = pdf.bytes();
        let file = pdf::open(&bytes).unwrap();
        let mut log = Log::new();
        if INK.contains(&self.number) {
            check(&file, variant, "flyer.pdf", &mut log);
        } else {
            // Measuring ink takes longer than all the rest.
            let mut judge = Judge::new(&file, variant);
            let reader = pdf::Reader::new(&file);
            for page in file.pages() {
                judge.page(&page, &reader.display(&page), None);
            }
            judge.finish("flyer.pdf", &mut log);
        }
        let code = format!("gwg/{}", self.number);
        let own = log
            .findings()
            .iter()
            .filter(|finding| finding.code.as_str() == code);
        own.cloned().collect()
    }

    fn limit(&self, variant: Variant) -> Option<Limit> {
        Requirements::of(variant).limit(self.number).cloned()
    }

    /// The figures `A` of each variant that does not ignore it.
    fn figures(&self) -> Vec<(Variant, f64)> {
        let figures = Variant::ALL
            .into_iter()
            .filter_map(|variant| Some((variant, self.limit(variant)?.a())));
        figures.collect()
    }

    /// A PDF with this fault: every variant finds it, as bad as its table says, but for those that ignore it.
    fn fault(&mut self, sentence: &str, pdf: &Pdf) {
        let mut first = true;
        for variant in Variant::ALL {
            let found = self.found(pdf, variant);
            match self.limit(variant) {
                Some(limit) => {
                    assert_eq!(found.len(), 1, "{sentence}: {found:#?}");
                    assert_eq!(found[0].severity, limit.severity, "{sentence}");
                    if std::mem::take(&mut first) {
                        self.tell(sentence, &found);
                    }
                }
                None => assert_eq!(found, [], "{sentence}, which {variant:?} ignores"),
            }
        }
        assert!(!first, "no variant looks for {sentence}");
    }

    /// A PDF with this fault for one variant.
    fn fault_in(&mut self, variant: Variant, severity: Severity, sentence: &str, pdf: &Pdf) {
        let found = self.found(pdf, variant);
        assert_eq!(found.len(), 1, "{sentence}, {variant:?}: {found:#?}");
        assert_eq!(found[0].severity, severity, "{sentence}, {variant:?}");
        self.tell(&format!("{sentence}, {variant:?}"), &found);
    }

    /// A PDF without this fault.
    fn fine(&self, sentence: &str, pdf: &Pdf) {
        for variant in Variant::ALL {
            self.fine_in(variant, sentence, pdf);
        }
    }

    /// A PDF without this fault for one variant.
    fn fine_in(&self, variant: Variant, sentence: &str, pdf: &Pdf) {
        assert_eq!(self.found(pdf, variant), [], "{sentence}, {variant:?}");
    }

    fn tell(&mut self, sentence: &str, found: &[Diagnostic]) {
        let _ = writeln!(self.shown, "== {sentence} ==");
        for lang in Lang::ALL {
            for finding in found {
                let shown = render_human(finding, &Sources::default(), lang, false);
                let _ = writeln!(self.shown, "{}", shown.trim_end());
            }
        }
        self.shown.push('\n');
    }

    /// Compares what was shown with what is expected.
    fn end(self) {
        let file = folder().join(format!("{}.txt", self.number));
        if std::env::var_os("FALTWERK_ACCEPT").is_some_and(|value| value == "1") {
            std::fs::write(&file, &self.shown).unwrap();
            return;
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            expected == self.shown,
            "{} says:\n\n{expected}\nbut this was shown:\n\n{}\n\
             `FALTWERK_ACCEPT=1 cargo test --test inspect` accepts it.",
            file.display(),
            self.shown,
        );
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inspect/gwg")
}

/// Every requirement of the table that any variant does not ignore has a text here; PDF/X-4 itself, R0001, has findings of its own.
#[test]
fn every_requirement_has_cases() {
    for variant in Variant::ALL {
        for number in Requirements::of(variant)
            .numbers()
            .filter(|number| *number != "R0001")
        {
            let text = std::fs::read_to_string(folder().join(format!("{number}.txt"))).unwrap_or_default();
            assert!(text.contains(&format!("[gwg/{number}]")), "no case for {number}");
        }
    }
}

/// The ledger has a line for every requirement; those that it says are ignored are those that the table ignores, and the others are enforced.
#[test]
fn the_ledger_agrees_with_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verify/pdf");
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let (table, ledger) = (read("gwg/gwg2022.tsv"), read("GWG2022.md"));
    let used: Vec<&str> = Variant::ALL
        .into_iter()
        .flat_map(|variant| Requirements::of(variant).numbers().collect::<Vec<_>>())
        .collect();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 39);
    for row in rows {
        let number = row.split('\t').next().unwrap();
        let begins = format!("- {number}, ");
        let line = ledger
            .lines()
            .find(|line| line.starts_with(&begins))
            .unwrap_or_else(|| panic!("no line for {number}"));
        let is_ignored = line.ends_with("*ignored by all three variants*");
        let is_enforced = line.contains("*enforced by `") || number == "R0001";
        assert_eq!(is_ignored, !used.contains(&number), "{line}");
        assert_eq!(is_enforced, used.contains(&number), "{line}");
    }
}
