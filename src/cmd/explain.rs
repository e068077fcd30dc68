//! `faltwerk explain`: why a finding matters, an example, and what to do instead; without a code, all findings there are.

use clap::Args;

use faltwerk::diag::{Code, Lang};
use faltwerk::source::nearest;
use faltwerk::wording::Text;
use faltwerk::wording::text;
use serde_json::json;

use super::{Common, Format, Outcome, report, tell};

/// What `explain` takes.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The code of a finding, as it stands in its brackets; all are listed when none is named
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Explains a code, or lists all.
pub(super) fn run(explain: &Explain, common: &Common) -> Outcome {
    let lang = common.lang();
    let Some(named) = &explain.code else {
        for code in Code::ALL {
            list(*code, common);
        }
        return Outcome::Good;
    };
    // Whoever copies it from a finding may take the brackets along.
    let named = named.trim_matches(['[', ']', '`']);
    let Some(code) = Code::named(named) else {
        tell(&unknown(named), lang);
        return Outcome::CouldNotRun;
    };
    match common.format {
        Format::Json => report::data(&as_json(code, lang).to_string()),
        _ => report::data(code.explanation(lang).trim_end()),
    }
    Outcome::Good
}

fn list(code: Code, common: &Common) {
    let lang = common.lang();
    match common.format {
        Format::Json => report::data(&as_json(code, lang).to_string()),
        _ => report::data(&format!("{:<24} {}", code.as_str(), code.title(lang))),
    }
}

fn as_json(code: Code, lang: Lang) -> serde_json::Value {
    json!({
        "code": code.as_str(),
        "title": code.title(lang),
        "explanation": code.explanation(lang),
        "fixed": code.is_fixed(),
    })
}

fn unknown(named: &str) -> Text {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    match nearest(named, &names) {
        Some(meant) => text!(
            "there is no finding `{named}`; did you mean `{meant}`?",
            "einen Befund `{named}` gibt es nicht; ist `{meant}` gemeint?"
        ),
        None => text!(
            "there is no finding `{named}`; `faltwerk explain` lists all",
            "einen Befund `{named}` gibt es nicht; `faltwerk explain` nennt alle"
        ),
    }
}
