//! Faults of a file's form, told as findings: what the decoder found, with the nearest name where somebody mistyped.

use super::{Code, Diagnostic, Log};
use crate::source::{Fault, FaultKind, nearest};

impl Log {
    /// Logs what is wrong with a file's form.
    pub fn faults(&mut self, faults: &[Fault]) {
        for fault in faults {
            self.fault(fault);
        }
    }

    fn fault(&mut self, fault: &Fault) {
        match &fault.kind {
            FaultKind::Syntax(reason) => {
                let (message, help) = plain_syntax(reason.trim_end());
                let finding = self.error(Code::BROKEN_TOML, fault.span, message);
                if let Some(help) = help {
                    finding.help(help);
                }
            }
            FaultKind::UnknownField { field, known } => {
                self.error(
                    Code::UNKNOWN_FIELD,
                    fault.span,
                    format!("nothing reads the field `{field}`"),
                )
                .suggest(field, known.iter().copied());
            }
            FaultKind::MissingField(field) => {
                self.error(
                    Code::MISSING_FIELD,
                    fault.span,
                    format!("the field `{field}` is missing here"),
                )
                .help(if fault.span.start == 0 {
                    format!("add `{field} = ...`, or `[{field}]` when it is a table")
                } else {
                    format!("add `{field} = ...`")
                });
            }
            FaultKind::WrongType { found, wanted } => {
                let wanted = plain_type(wanted);
                self.error(Code::WRONG_TYPE, fault.span, format!("{wanted} is wanted here"))
                    .label(format!("this is {}", plain_found(found)));
            }
            FaultKind::UnknownWord { word, known } => {
                self.error(Code::BAD_VALUE, fault.span, format!("`{word}` cannot stand here"))
                    .suggest(word, known.iter().copied());
            }
            FaultKind::BadValue(reason) => {
                self.error(Code::BAD_VALUE, fault.span, reason.clone());
            }
        }
    }
}

/// Among more names than these nobody is helped to find one.
const MOST_NAMES: usize = 2_000;

impl Diagnostic {
    /// Helps with the nearest of the names that could stand there, or with all of them when they are few.
    pub fn suggest<'n>(&mut self, written: &str, names: impl IntoIterator<Item = &'n str>) -> &mut Self {
        if !self.is_kept {
            return self;
        }
        let mut names: Vec<&str> = names.into_iter().take(MOST_NAMES).collect();
        names.sort_unstable();
        names.dedup();
        if let Some(nearest) = nearest(written, &names) {
            return self.help(format!("did you mean `{nearest}`?"));
        }
        // More than a dozen names are a list nobody reads.
        match names.len() {
            0 => self,
            1..=12 => self.help(format!("known here: {}", listed(&names))),
            _ => self,
        }
    }
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// What serde calls a type, as people call it.
fn plain_type(wanted: &str) -> String {
    match wanted {
        "u8" => "a whole number from 0 to 255".to_owned(),
        "u16" => "a whole number from 0 to 65535".to_owned(),
        "u32" | "u64" | "usize" => "a whole number from 0 up".to_owned(),
        "i8" | "i16" | "i32" | "i64" => "a whole number".to_owned(),
        "f32" | "f64" => "a number".to_owned(),
        "a string" => "a text in quotes".to_owned(),
        "a boolean" => "`true` or `false`".to_owned(),
        "a sequence" => "a list in square brackets".to_owned(),
        "a map" => "a table".to_owned(),
        "a tuple of size 2" => "a list of two values".to_owned(),
        "an array of length 4" => "a list of four values".to_owned(),
        other => other.to_owned(),
    }
}

fn plain_found(found: &str) -> String {
    match found {
        "map" => "a table".to_owned(),
        "sequence" => "a list".to_owned(),
        other => {
            let kinds = [
                ("string ", "the text "),
                ("integer ", "the number "),
                ("floating point ", "the number "),
                ("boolean ", "the truth value "),
            ];
            let plain = kinds
                .iter()
                .find_map(|(kind, plain)| Some(format!("{plain}{}", other.strip_prefix(kind)?)));
            plain.unwrap_or_else(|| other.to_owned())
        }
    }
}

/// What the parser says of the four mistakes that people make, in plain words and with a way out; of all others, what it says.
fn plain_syntax(reason: &str) -> (String, Option<&'static str>) {
    let known = [
        (
            "duplicate key",
            "this field stands twice in its table",
            "keep one of them",
        ),
        (
            "string values must be quoted",
            "a text stands here without quotes",
            "put it in quotes: \"...\"; numbers, `true` and `false` have none",
        ),
        (
            "invalid basic string",
            "this text is not closed, or holds a sign that no text may hold",
            "close it with `\"` on the same line, or with `\"\"\"` when it began so; write `\\\"` and `\\\\` for signs that are meant",
        ),
        (
            "key with no value",
            "this field has no value",
            "write `field = value`",
        ),
    ];
    let plain = known.iter().find(|(said, ..)| reason.starts_with(said));
    plain.map_or_else(
        || (format!("this is not TOML: {reason}"), None),
        |(_, message, help)| ((*message).to_owned(), Some(*help)),
    )
}
