//! Everything that faltwerk tells people, word for word, in English and in German. A case spoils a good project and runs the program as a user
//! would; what the terminal then shows lies in `tests/findings/<area>/<sentence>.txt`, so that a change of wording is read before it is accepted:
//!
//! ```text
//! FALTWERK_ACCEPT=1 cargo test --test findings
//! ```
//!
//! writes what was shown, and the version control shows what became different.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and accept what they expect"
)]

mod common;

#[path = "findings/access.rs"]
mod access;
#[path = "findings/checks.rs"]
mod checks;
#[path = "findings/command.rs"]
mod command;
#[path = "findings/content.rs"]
mod content;
#[path = "findings/drawings.rs"]
mod drawings;
#[path = "findings/files.rs"]
mod files;
#[path = "findings/folds.rs"]
mod folds;
#[path = "findings/form.rs"]
mod form;
#[path = "findings/inks.rs"]
mod inks;
#[path = "findings/language.rs"]
mod language;
#[path = "findings/pages.rs"]
mod pages;
#[path = "findings/pictures.rs"]
mod pictures;
#[path = "findings/press.rs"]
mod press;
#[path = "findings/setting.rs"]
mod setting;
#[path = "findings/sheets.rs"]
mod sheets;
#[path = "findings/styles.rs"]
mod styles;
#[path = "findings/template.rs"]
mod template;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use common::{Ran, Sandbox};
use faltwerk::diag::Code;

/// Looks at everything and writes nothing.
const CHECK: &[&str] = &["check"];
/// Writes the edition that is made fastest.
const BUILD: &[&str] = &["build", "--edition", "screen"];

/// A spoiled project and what the terminal shows.
struct Case {
    /// The module that holds the case: `findings::content`.
    module: &'static str,
    /// What is the matter, as a sentence.
    sentence: &'static str,
}

/// Declares cases: a sentence, the arguments of the program, and what is done before to a project of `tests/projects`, the herbarium where
/// no other is named.
macro_rules! cases {
    (of $project:literal; $($sentence:ident: $arguments:expr, $spoil:expr;)*) => {
        /// The cases of this file.
        pub(crate) const ALL: &[crate::Case] = &[
            $(crate::Case { module: module_path!(), sentence: stringify!($sentence) }),*
        ];
        $(
            #[test]
            fn $sentence() {
                let case = crate::Case { module: module_path!(), sentence: stringify!($sentence) };
                case.shows($project, $arguments, $spoil);
            }
        )*
    };
    ($($case:tt)*) => {
        $crate::cases! { of "herbarium"; $($case)* }
    };
}
pub(crate) use cases;

impl Case {
    fn file(&self) -> PathBuf {
        let area = self.module.rsplit("::").next().unwrap();
        folder()
            .join(area)
            .join(format!("{}.txt", self.sentence.replace('_', "-")))
    }

    /// Spoils a project, runs the program in it, and compares what the terminal shows.
    fn shows(&self, project: &str, arguments: &[&str], spoil: impl FnOnce(&Sandbox)) {
        let project = Sandbox::of(project);
        spoil(&project);
        let languages = [&[][..], &["--lang", "de"]];
        let runs = languages.map(|language| {
            let arguments = [arguments, language].concat();
            shown(&arguments, &project.run(&arguments))
        });
        self.compare(&runs.join("\n"));
    }

    fn compare(&self, shown: &str) {
        let file = self.file();
        if accepts() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, shown).unwrap();
            return;
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            expected == shown,
            "{} says:\n\n{expected}\nbut this was shown:\n\n{shown}\n\
             `FALTWERK_ACCEPT=1 cargo test --test findings` accepts it.",
            file.display(),
        );
    }
}

/// What the terminal shows: the command, standard error, standard output where there is any, and how it ended.
fn shown(arguments: &[&str], ran: &Ran) -> String {
    let mut shown = format!("$ faltwerk {}\n{}", arguments.join(" "), ran.stderr);
    if !ran.stdout.is_empty() {
        shown.push_str("-- standard output --\n");
        shown.push_str(&ran.stdout);
    }
    shown.push_str(&format!("-- exit code {} --\n", ran.code));
    shown
}

fn accepts() -> bool {
    std::env::var_os("FALTWERK_ACCEPT").is_some_and(|value| value == "1")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

fn all_cases() -> impl Iterator<Item = &'static Case> {
    [
        access::ALL,
        checks::ALL,
        command::ALL,
        content::ALL,
        files::ALL,
        folds::ALL,
        drawings::ALL,
        form::ALL,
        inks::ALL,
        language::ALL,
        pages::ALL,
        pictures::ALL,
        press::ALL,
        setting::ALL,
        sheets::ALL,
        styles::ALL,
        template::ALL,
    ]
    .into_iter()
    .flatten()
}

/// Findings that no project can provoke, and where they are tested instead.
const ELSEWHERE: &[(Code, &str)] = &[(
    Code::LOST_TEXT,
    "src/verify.rs, since only faltwerk itself can lose text",
)];

#[test]
fn every_code_has_a_case() {
    if accepts() {
        // The texts are being written while this runs.
        return;
    }
    let texts: Vec<String> = all_cases()
        .map(|case| fs::read_to_string(case.file()).unwrap_or_default())
        .collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| ELSEWHERE.iter().all(|(elsewhere, _)| elsewhere != *code))
        .map(|code| code.as_str())
        // What is found in written PDFs has its cases in tests/faults and tests/inspect.
        .filter(|code| !code.contains('/'))
        .filter(|code| !texts.iter().any(|text| text.contains(&format!("[{code}]"))))
        .collect();
    assert!(missing.is_empty(), "no case in tests/findings shows {missing:?}");
}

#[test]
fn every_expected_text_has_a_case() {
    let known: BTreeSet<PathBuf> = all_cases().map(Case::file).collect();
    for area in fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
    {
        for file in fs::read_dir(area).unwrap().map(|entry| entry.unwrap().path()) {
            assert!(known.contains(&file), "no case shows {}", file.display());
        }
    }
}
