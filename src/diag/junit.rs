//! Findings for continuous integration: JUnit's XML, a suite for each file and a case for each finding. An error fails its case; a warning or a
//! hint is a case that passes with something to read, since a run that succeeds must not look as if it had failed.

use std::collections::BTreeMap;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::render::{file, place, render_human};
use super::{Diagnostic, Severity};
use crate::source::Sources;
use crate::wording::Lang;

/// All findings of a run as one report; `warnings_fail` where a warning fails the run. A document of `good` has a case that passes.
#[must_use]
pub fn render_junit(
    findings: &[Diagnostic],
    good: &[String],
    sources: &Sources,
    lang: Lang,
    warnings_fail: bool,
) -> String {
    let mut suites: BTreeMap<String, Vec<TestCase>> = BTreeMap::new();
    for document in good {
        let passes = TestCase::new("faltwerk", TestCaseStatus::success());
        suites.entry(document.clone()).or_default().push(passes);
    }
    for finding in findings {
        let (suite, name) = named(finding, sources, lang);
        let case = case(finding, name, sources, lang, warnings_fail);
        suites.entry(suite).or_default().push(case);
    }
    let mut report = Report::new("faltwerk");
    for (name, cases) in suites {
        let mut suite = TestSuite::new(name);
        suite.add_test_cases(cases);
        report.add_test_suite(suite);
    }
    // Jenkins' schema (xunit-plugin, junit-10.xsd) counts skipped cases by suite and not for all of them; of ours none ever is skipped.
    let written = report.to_string().unwrap_or_default();
    written.replacen(" skipped=\"0\"", "", 1)
}

/// The file at fault, and the finding's place in it with its code.
fn named(finding: &Diagnostic, sources: &Sources, lang: Lang) -> (String, String) {
    let code = finding.code.as_str();
    match finding.labels.first() {
        Some(label) => {
            let (line, column) = sources.line_column(place(label, sources));
            let path = sources.file(label.span.source).path.clone();
            (path, format!("{line}:{column} {code}"))
        }
        None => {
            let path = finding.path.clone().unwrap_or_else(|| "faltwerk".to_owned());
            let place = file(finding, lang).unwrap_or_default();
            let place = place.strip_prefix(&path).unwrap_or_default();
            (path, format!("{code}{place}"))
        }
    }
}

fn case(finding: &Diagnostic, name: String, sources: &Sources, lang: Lang, warnings_fail: bool) -> TestCase {
    let told = render_human(finding, sources, lang, false);
    let fails = match finding.severity {
        Severity::Error => true,
        Severity::Warning => warnings_fail,
        Severity::Hint => false,
    };
    let mut status = TestCaseStatus::success();
    if fails {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status
            .set_message(finding.message.in_lang(lang))
            .set_type(finding.code.as_str())
            .set_description(told.clone());
    }
    let mut case = TestCase::new(name, status);
    case.set_classname(finding.code.as_str());
    if !fails {
        case.set_system_out(told);
    }
    case
}
