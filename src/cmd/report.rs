//! Findings on standard error: for people over the lines at fault, or as JSON, one object a line. Colour only on a terminal, and never
//! where `NO_COLOR` is set.

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};

use faltwerk::diag::{Log, Severity, render_human, render_json};
use faltwerk::source::Sources;

use super::{Common, Format, Outcome};

/// Shows the findings from `least` upwards and says how the run ended.
pub(super) fn show(log: &Log, least: Severity, sources: &Sources, common: &Common) -> Outcome {
    for finding in log.findings().iter().filter(|finding| finding.severity <= least) {
        match common.format {
            Format::Human => eprintln!("{}\n", render_human(finding, sources, common.lang(), use_color())),
            Format::Json => eprintln!("{}", render_json(finding, sources, common.lang())),
        }
    }
    if common.format == Format::Human && log.left_out() > 0 {
        eprintln!("{} more findings are not shown\n", log.left_out());
    }
    let (errors, warnings) = (log.errors(), log.count(Severity::Warning));
    if errors > 0 || (common.deny_warnings && warnings > 0) {
        Outcome::Faulty
    } else {
        Outcome::Good
    }
}

/// `2 errors, 1 warning, 3 hints`; nothing when there are none.
pub(super) fn counts(log: &Log) -> Option<String> {
    let kinds = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Hint, "hint"),
    ];
    let parts: Vec<String> = kinds
        .iter()
        .map(|(severity, name)| (log.count(*severity), name))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if count == 1 { "" } else { "s" }))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
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
