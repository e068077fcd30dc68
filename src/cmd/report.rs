//! Findings on standard error: for people over the lines at fault or to be read aloud, or as JSON, one object a line; SARIF and JUnit are files
//! by themselves and go to standard output. Colour only on a terminal, and never where `NO_COLOR` is set.

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};

use faltwerk::diag::{
    Diagnostic, Log, Severity, render_human, render_json, render_junit, render_narrated, render_sarif,
};
use faltwerk::source::Sources;
use faltwerk::wording::{Text, counted, text};

use super::{Common, Format, Outcome};

/// Shows the findings from `least` upwards and says how the run ended; `good` are the documents that are good.
pub(super) fn show(
    log: &Log,
    least: Severity,
    good: &[String],
    sources: &Sources,
    common: &Common,
) -> Outcome {
    let lang = common.lang();
    let shown: Vec<Diagnostic> = log
        .findings()
        .iter()
        .filter(|finding| finding.severity <= least)
        .cloned()
        .collect();
    match common.format {
        Format::Sarif => data(&render_sarif(&shown, sources, lang).to_string()),
        Format::Junit => data(&render_junit(&shown, good, sources, lang, common.deny_warnings)),
        Format::Human | Format::Narrated | Format::Json => {
            for (nth, finding) in shown.iter().enumerate() {
                let line = match common.format {
                    Format::Json => render_json(finding, sources, lang).to_string(),
                    Format::Narrated => render_narrated(finding, sources, lang, nth + 1, shown.len()) + "\n",
                    _ => render_human(finding, sources, lang, use_color()) + "\n",
                };
                eprintln!("{line}");
            }
        }
    }
    if common.format.is_for_people() && log.left_out() > 0 {
        let more = counted(
            log.left_out(),
            ("more finding is", "more findings are"),
            ("weiterer Befund wird", "weitere Befunde werden"),
        );
        let left_out = text!("{more} not shown", "{more} nicht gezeigt"; more);
        eprintln!("{}\n", left_out.in_lang(lang));
    }
    let (errors, warnings) = (log.errors(), log.count(Severity::Warning));
    if errors > 0 || (common.deny_warnings && warnings > 0) {
        Outcome::Faulty
    } else {
        Outcome::Good
    }
}

/// `2 errors, 1 warning, 3 hints`; nothing when there are none.
pub(super) fn counts(log: &Log) -> Option<Text> {
    let kinds = [
        (Severity::Error, ("error", "errors"), ("Fehler", "Fehler")),
        (
            Severity::Warning,
            ("warning", "warnings"),
            ("Warnung", "Warnungen"),
        ),
        (Severity::Hint, ("hint", "hints"), ("Hinweis", "Hinweise")),
    ];
    let parts: Vec<Text> = kinds
        .into_iter()
        .map(|(severity, english, german)| (log.count(severity), english, german))
        .filter(|(count, ..)| *count > 0)
        .map(|(count, english, german)| counted(count, english, german))
        .collect();
    (!parts.is_empty()).then(|| Text::joined(&parts, ", "))
}

/// Puts a line of data on standard output. Whoever reads it may stop reading: that is no mistake.
pub(super) fn data(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn use_color() -> bool {
    is_coloured(
        std::io::stderr().is_terminal(),
        std::env::var_os("NO_COLOR").as_deref(),
    )
}

/// Only a terminal is coloured, and none where `NO_COLOR` says anything (no-color.org).
fn is_coloured(is_terminal: bool, no_color: Option<&OsStr>) -> bool {
    is_terminal && no_color.is_none_or(OsStr::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_is_coloured_and_none_where_no_color_is_set() {
        assert!(is_coloured(true, None));
        assert!(is_coloured(true, Some(OsStr::new(""))));
        assert!(!is_coloured(true, Some(OsStr::new("1"))));
        assert!(!is_coloured(false, None));
    }
}
