//! Values drawn into a text: `{networks.vielfalt.founded}` becomes `2011`. Two braces stand for one.

use crate::content::{DataValue, Scope};
use crate::diag::{Code, Log};
use crate::source::Spanned;

/// What came of filling a text in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// The whole text.
    Text(String),
    /// It draws a field that nobody has filled yet: what it says is left out.
    Empty,
    /// It draws something that is not there; that was logged.
    Broken,
}

/// The longest text that may come of filling values in, in bytes: forty pages of a brochure in one piece. Values may be drawn
/// again and again, so a short text can ask for any length.
const LONGEST: usize = 128 << 10;

/// So many mistakes of one text are told.
const MOST_MISTAKES: usize = 20;

/// Fills the values into a text. With `markup`, signs in the values that CommonMark would read are escaped.
pub(super) fn fill(text: &Spanned<String>, data: &Scope<'_>, markup: bool, log: &mut Log) -> Filled {
    let mut filled = String::with_capacity(text.value.len());
    let mut rest = text.value.as_str();
    let mut outcome = None;
    let before = log.errors();
    while let Some(at) = rest.find(['{', '}']) {
        filled.push_str(&rest[..at]);
        if filled.len() > LONGEST || log.errors() - before >= MOST_MISTAKES {
            break;
        }
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(doubled) = rest.strip_prefix(brace) {
            filled.push_str(brace);
            rest = doubled;
        } else if let Some((path, behind)) = rest.split_once('}').filter(|_| brace == "{") {
            match value(path.trim(), text, data, log) {
                Filled::Text(value) if markup => filled.push_str(&escaped(&value)),
                Filled::Text(value) => filled.push_str(&value),
                Filled::Empty => {
                    outcome.get_or_insert(Filled::Empty);
                }
                Filled::Broken => outcome = Some(Filled::Broken),
            }
            rest = behind;
        } else {
            log.error(
                Code::BAD_VALUE,
                text.span,
                format!("a `{brace}` stands alone in this text"),
            )
            .help("a value is drawn as `{path}`; write `{{` or `}}` for a brace that is meant");
            outcome = Some(Filled::Broken);
        }
    }
    filled.push_str(rest);
    if filled.len() > LONGEST {
        log.error(
            Code::BAD_VALUE,
            text.span,
            format!("this text is longer than {} KiB", LONGEST >> 10),
        )
        .help("divide it into several blocks");
        outcome = Some(Filled::Broken);
    }
    outcome.unwrap_or(Filled::Text(filled))
}

/// The text at a path, drawn by `text`.
fn value(path: &str, text: &Spanned<String>, data: &Scope<'_>, log: &mut Log) -> Filled {
    match data.get(path) {
        Ok(found) => match &found.value {
            DataValue::Text(value) if value.trim().is_empty() => {
                log.hint(
                    Code::EMPTY_FIELD,
                    found.span,
                    format!("`{path}` is empty, so what draws it is left out"),
                )
                .also(text.span, "left out here");
                Filled::Empty
            }
            DataValue::Text(value) => Filled::Text(value.clone()),
            other => {
                log.error(
                    Code::WRONG_TYPE,
                    text.span,
                    format!("`{path}` is {}, not a text", other.kind()),
                );
                Filled::Broken
            }
        },
        Err(unknown) => {
            log.error(
                Code::UNKNOWN_NAME,
                text.span,
                format!("there is no `{}` in `{path}`", unknown.part),
            )
            .suggest(&unknown.part, unknown.known.iter().map(String::as_str));
            Filled::Broken
        }
    }
}

/// A value in which CommonMark finds nothing to read.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Data;
    use crate::source::{SourceId, Span};

    fn at<T>(value: T) -> Spanned<T> {
        Spanned::new(
            value,
            Span {
                source: SourceId(0),
                start: 0,
                end: 1,
            },
        )
    }

    fn data() -> Data {
        let mut data = Data::default();
        data.add("year", at(DataValue::Text("2011".into())));
        data.add("star", at(DataValue::Text("Bürger*innen".into())));
        data.add("empty", at(DataValue::Text(String::new())));
        data
    }

    fn filled(text: &str) -> (Filled, Vec<String>) {
        let mut log = Log::new();
        let outcome = fill(&at(text.to_owned()), &Scope::new(&data()), true, &mut log);
        (
            outcome,
            log.findings()
                .iter()
                .map(|finding| finding.message.clone())
                .collect(),
        )
    }

    #[test]
    fn values_are_filled_in_and_doubled_braces_stay() {
        assert_eq!(
            filled("seit {year} {{so}}").0,
            Filled::Text("seit 2011 {so}".into())
        );
        assert_eq!(filled("für {star}").0, Filled::Text("für Bürger\\*innen".into()));
    }

    #[test]
    fn an_empty_field_leaves_its_text_out_and_says_so() {
        let (outcome, messages) = filled("Telefon {empty}");
        assert_eq!(outcome, Filled::Empty);
        assert_eq!(messages, ["`empty` is empty, so what draws it is left out"]);
    }

    #[test]
    fn an_unknown_path_and_a_lone_brace_are_errors() {
        assert_eq!(filled("{yaer}").1, ["there is no `yaer` in `yaer`"]);
        assert_eq!(filled("a { b").1, ["a `{` stands alone in this text"]);
        assert_eq!(filled("a } b").1, ["a `}` stands alone in this text"]);
    }
}
