//! What is wrong with arguments, in German: the mistakes that people make, rebuilt from what clap found. What is left is said in clap's own words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, what could be meant, and how the command is called; ends with a line break.
pub(in crate::cmd) fn said(error: &Error) -> String {
    let mut parts = vec![format!("Fehler: {}", what(error))];
    if let Some(help) = help(error) {
        parts.push(format!("Abhilfe: {help}"));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim();
        parts.push(format!("Aufruf: {usage}"));
    }
    parts.push("Mehr dazu: `faltwerk --help`\n".to_owned());
    parts.join("\n\n")
}

fn what(error: &Error) -> String {
    let argument = || quoted(error, ContextKind::InvalidArg);
    let value = || strings(error, ContextKind::InvalidValue).join("");
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "den Befehl {} gibt es nicht",
                quoted(error, ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => format!("das Argument {} gibt es hier nicht", argument()),
        ErrorKind::InvalidValue if value().is_empty() => format!("bei {} fehlt der Wert", argument()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{}` kann bei {} nicht stehen", value(), argument())
        }
        ErrorKind::TooManyValues => format!("`{}` ist bei {} zu viel", value(), argument()),
        ErrorKind::MissingRequiredArgument => format!("es fehlt {}", argument()),
        ErrorKind::MissingSubcommand => "es fehlt ein Befehl".to_owned(),
        ErrorKind::ArgumentConflict => {
            let (one, other) = (argument(), quoted(error, ContextKind::PriorArg));
            if one == other || other.is_empty() {
                format!("{one} darf nur einmal stehen")
            } else {
                format!("{one} und {other} können nicht zusammen stehen")
            }
        }
        _ => {
            let english = error.to_string();
            let first = english.lines().next().unwrap_or_default();
            let first = first.trim_start_matches("error:").trim();
            format!("diese Argumente lassen sich nicht lesen ({first})")
        }
    }
}

/// What could be meant, else what there is.
fn help(error: &Error) -> Option<String> {
    let meant = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    if let Some(kind) = meant.into_iter().find(|kind| error.get(*kind).is_some()) {
        return Some(format!("ist {} gemeint?", quoted(error, kind)));
    }
    let there = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let kind = there.into_iter().find(|kind| !strings(error, *kind).is_empty())?;
    Some(format!("möglich sind {}", quoted(error, kind)))
}

fn quoted(error: &Error, kind: ContextKind) -> String {
    let quoted: Vec<String> = strings(error, kind)
        .iter()
        .map(|text| format!("`{text}`"))
        .collect();
    quoted.join(", ")
}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}
