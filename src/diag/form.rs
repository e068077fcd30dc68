//! Faults of a file's form, told as findings: what the decoder found, with the nearest name where somebody mistyped.

use super::{Code, Diagnostic, Log};
use crate::source::{Fault, FaultKind, nearest};
use crate::wording::Text;
use crate::wording::text;

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
                    text!(
                        "nothing reads the field `{field}`",
                        "das Feld `{field}` liest niemand"
                    ),
                )
                .suggest(field, known.iter().copied());
            }
            FaultKind::MissingField(field) => {
                self.error(
                    Code::MISSING_FIELD,
                    fault.span,
                    text!(
                        "the field `{field}` is missing here",
                        "hier fehlt das Feld `{field}`"
                    ),
                )
                .help(if fault.span.start == 0 {
                    text!(
                        "add `{field} = ...`, or `[{field}]` when it is a table",
                        "`{field} = ...` ergänzen, oder `[{field}]`, wenn es eine Tabelle ist"
                    )
                } else {
                    text!("add `{field} = ...`", "`{field} = ...` ergänzen")
                });
            }
            FaultKind::WrongType { found, wanted } => {
                self.error(Code::WRONG_TYPE, fault.span, wanted_here(wanted))
                    .label(text!("this is {what}", "hier steht {what}"; what = plain_found(found)));
            }
            FaultKind::UnknownWord { word, known } => {
                self.error(
                    Code::BAD_VALUE,
                    fault.span,
                    text!("`{word}` cannot stand here", "`{word}` kann hier nicht stehen"),
                )
                .suggest(word, known.iter().copied());
            }
            FaultKind::BadValue(reason) => {
                self.error(Code::BAD_VALUE, fault.span, reason);
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
            return self.help(text!("did you mean `{nearest}`?", "ist `{nearest}` gemeint?"));
        }
        // More than a dozen names are a list nobody reads.
        match names.len() {
            0 => self,
            1..=12 => {
                let names = listed(&names);
                self.help(text!("known here: {names}", "hier bekannt: {names}"))
            }
            _ => self,
        }
    }
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// That another type is wanted, by what serde calls it.
fn wanted_here(wanted: &str) -> Text {
    let wanted = match wanted {
        "u8" => text!("a whole number from 0 to 255", "eine ganze Zahl von 0 bis 255"),
        "u16" => text!(
            "a whole number from 0 to 65535",
            "eine ganze Zahl von 0 bis 65535"
        ),
        "u32" | "u64" | "usize" => text!("a whole number from 0 up", "eine ganze Zahl ab 0"),
        "i8" | "i16" | "i32" | "i64" => text!("a whole number", "eine ganze Zahl"),
        "f32" | "f64" => text!("a number", "eine Zahl"),
        "a string" => text!("a text in quotes", "ein Text in Anführungszeichen"),
        "a boolean" => text!("`true` or `false`", "`true` oder `false`"),
        "a sequence" => text!("a list in square brackets", "eine Liste in eckigen Klammern"),
        "a map" => text!("a table", "eine Tabelle"),
        "a tuple of size 2" => text!("a list of two values", "eine Liste aus zwei Werten"),
        "an array of length 4" => text!("a list of four values", "eine Liste aus vier Werten"),
        other => Text::unpacked(other),
    };
    text!("{wanted} is wanted here", "hier soll {wanted} stehen"; wanted)
}

fn plain_found(found: &str) -> Text {
    match found {
        "map" => return text!("a table", "eine Tabelle"),
        "sequence" => return text!("a list", "eine Liste"),
        "a date" => return text!("a date", "ein Datum"),
        "a number" => return text!("a number", "eine Zahl"),
        _ => {}
    }
    let kinds = [
        ("string ", text!("the text", "der Text")),
        ("integer ", text!("the number", "die Zahl")),
        ("floating point ", text!("the number", "die Zahl")),
        ("boolean ", text!("the truth value", "der Wahrheitswert")),
    ];
    let plain = kinds.iter().find_map(|(kind, plain)| {
        let value = found.strip_prefix(kind)?;
        Some(text!("{plain} {value}", "{plain} {value}"; plain))
    });
    plain.unwrap_or_else(|| Text::unpacked(found))
}

/// What the parser says of the four mistakes that people make, in plain words and with a way out; of all others, what it says.
fn plain_syntax(reason: &str) -> (Text, Option<Text>) {
    let known = [
        (
            "duplicate key",
            text!(
                "this field stands twice in its table",
                "dieses Feld steht zweimal in seiner Tabelle"
            ),
            text!("keep one of them", "nur eines davon behalten"),
        ),
        (
            "string values must be quoted",
            text!(
                "a text stands here without quotes",
                "hier steht ein Text ohne Anführungszeichen"
            ),
            text!(
                "put it in quotes: \"...\"; numbers, `true` and `false` have none",
                "in Anführungszeichen setzen: \"...\"; Zahlen, `true` und `false` haben keine"
            ),
        ),
        (
            "invalid basic string",
            text!(
                "this text is not closed, or holds a sign that no text may hold",
                "dieser Text ist nicht geschlossen oder enthält ein Zeichen, das kein Text enthalten darf"
            ),
            text!(
                "close it with `\"` on the same line, or with `\"\"\"` when it began so; write `\\\"` and `\\\\` for signs that are meant",
                "in derselben Zeile mit `\"` schließen, oder mit `\"\"\"`, wenn er so beginnt; `\\\"` und `\\\\` schreiben, wo diese Zeichen gemeint sind"
            ),
        ),
        (
            "key with no value",
            text!("this field has no value", "dieses Feld hat keinen Wert"),
            text!("write `field = value`", "`Feld = Wert` schreiben"),
        ),
    ];
    let mut known = known.into_iter();
    match known.find(|(said, ..)| reason.starts_with(said)) {
        Some((_, message, help)) => (message, Some(help)),
        None => {
            let message = text!("this is not TOML: {reason}", "das ist kein TOML: {reason}");
            (message, None)
        }
    }
}
