//! Values drawn into a text: `{networks.vielfalt.founded}` becomes `2011`. Two braces stand for one.

use std::sync::Arc;

use crate::content::{DataValue, Scope, UnknownPath};
use crate::diag::{Code, Diagnostic, Log, Reported};
use crate::source::{Span, Spanned, Words};
use crate::wording::text;

/// What came of filling a text in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// The whole text, and the values that were drawn into it.
    Text(String, Drawn),
    /// It draws a field that nobody has filled yet: what it says is left out.
    Empty,
    /// It draws something that is not there; that was logged.
    Broken,
}

/// The values that were drawn into a text. All that comes of the text shares them.
pub(super) type Drawn = Arc<[Spanned<String>]>;

/// The longest text that may come of filling values in, in bytes: what half of the fullest brochure holds, in one piece. Values may be drawn
/// again and again, so a short text can ask for any length.
const LONGEST: usize = 512 << 10;

/// So many mistakes of one text are told.
const MOST_MISTAKES: usize = 20;

/// Fills the values into a text. With `markup`, signs in the values that CommonMark would read are escaped.
pub(super) fn fill(text: &Spanned<String>, data: &Scope<'_>, markup: bool, log: &mut Log) -> Filled {
    let mut filled = String::with_capacity(text.value.len());
    let mut drawn = Vec::new();
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
            let draw = Draw {
                path: path.trim(),
                text,
                words: words(&text.value, rest, path.len() + 2),
            };
            match draw.value(data, log) {
                Ok(Some(value)) => {
                    if markup {
                        filled.push_str(&escaped(&value.value));
                    } else {
                        filled.push_str(&value.value);
                    }
                    drawn.push(value);
                }
                Ok(None) => {
                    outcome.get_or_insert(Filled::Empty);
                }
                Err(Reported) => outcome = Some(Filled::Broken),
            }
            rest = behind;
        } else {
            log.error(
                Code::BAD_VALUE,
                text.span,
                text!("a `{brace}` stands alone in this text", "ein `{brace}` steht allein in diesem Text"),
            )
            .words(words(&text.value, rest, 1))
            .help(text!(
                "a value is drawn as `{{path}}`; write `{{{{` or `}}}}` for a brace that is meant",
                "ein Wert wird mit `{{Pfad}}` eingesetzt; `{{{{` oder `}}}}` schreiben, wo eine Klammer gemeint ist"
            ));
            outcome = Some(Filled::Broken);
        }
    }
    filled.push_str(rest);
    if filled.len() > LONGEST {
        let longest = LONGEST >> 10;
        log.error(
            Code::BAD_VALUE,
            text.span,
            text!(
                "this text is longer than {longest} KiB",
                "dieser Text ist länger als {longest} KiB"
            ),
        )
        .help(text!(
            "divide it into several blocks",
            "ihn auf mehrere Blöcke verteilen"
        ));
        outcome = Some(Filled::Broken);
    }
    outcome.unwrap_or_else(|| Filled::Text(filled, drawn.into()))
}

impl Filled {
    /// Where a text that was filled in is written: where the value is, when it is nothing but one value, else where the text itself is.
    pub(super) fn origin(text: &Spanned<String>, drawn: &[Spanned<String>]) -> Span {
        let whole = text.value.trim();
        let is_one_path = whole.starts_with('{') && whole.find('}') == Some(whole.len() - 1);
        match drawn {
            [value] if is_one_path => value.span,
            _ => text.span,
        }
    }
}

/// So many bytes of a text, from the brace before `rest` on.
fn words(text: &str, rest: &str, length: usize) -> Words {
    let at = text.len() - rest.len() - 1;
    Words::of(text, at..at + length)
}

/// A value that a text draws.
struct Draw<'t> {
    path: &'t str,
    text: &'t Spanned<String>,
    /// The path as it stands in the text.
    words: Words,
}

impl Draw<'_> {
    /// The text at the path; none when nobody has filled it yet.
    fn value(&self, data: &Scope<'_>, log: &mut Log) -> Result<Option<Spanned<String>>, Reported> {
        let path = self.path;
        match data.get(path) {
            Ok(found) => match &found.value {
                DataValue::Text(value) if value.trim().is_empty() => {
                    log.hint(
                        Code::EMPTY_FIELD,
                        found.span,
                        text!(
                            "`{path}` is empty, so what draws it is left out",
                            "`{path}` ist leer, darum entfällt, was darauf zugreift"
                        ),
                    )
                    .also(self.text.span, text!("left out here", "entfällt hier"));
                    Ok(None)
                }
                DataValue::Text(value) => Ok(Some(Spanned::new(value.clone(), found.span))),
                other => {
                    let kind = other.kind();
                    log.error(
                        Code::WRONG_TYPE,
                        self.text.span,
                        text!("`{path}` is {kind}, not a text", "`{path}` ist {kind}, kein Text"; kind),
                    )
                    .words(self.words.clone())
                    .also(found.span, text!("it stands here", "hier steht es"));
                    Err(Reported)
                }
            },
            Err(unknown) => {
                let finding = log.unknown_path(&unknown, path, self.text.span, data);
                finding.words(self.words.clone());
                Err(Reported)
            }
        }
    }
}

/// The list at a path; what else is there is logged.
pub(super) fn list_at<'d>(
    path: &Spanned<String>,
    data: &Scope<'d>,
    log: &mut Log,
) -> Option<&'d [Spanned<DataValue>]> {
    match data.get(&path.value) {
        Ok(Spanned {
            value: DataValue::List(items),
            ..
        }) => Some(items),
        Ok(other) => {
            let (kind, path_name) = (other.value.kind(), &path.value);
            log.error(
                Code::WRONG_TYPE,
                path.span,
                text!("`{path_name}` is {kind}, not a list", "`{path_name}` ist {kind}, keine Liste"; kind),
            )
            .also(other.span, text!("it stands here", "hier steht es"));
            None
        }
        Err(unknown) => {
            log.unknown_path(&unknown, &path.value, path.span, data);
            None
        }
    }
}

impl Log {
    /// Logs a path into the data that leads nowhere.
    pub(super) fn unknown_path(
        &mut self,
        unknown: &UnknownPath,
        path: &str,
        span: Span,
        data: &Scope<'_>,
    ) -> &mut Diagnostic {
        let message = text!("`{path}` leads nowhere: {reason}", "`{path}` führt nirgendwohin: {reason}"; reason = &unknown.reason);
        let finding = self.error(Code::UNKNOWN_NAME, span, message);
        finding.suggest(&unknown.part, unknown.known.iter().map(String::as_str));
        if let Some(record) = data.record() {
            finding.also(record, text!("for this record", "für diesen Datensatz"));
        }
        finding
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
    use crate::source::SourceId;

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
                .map(|finding| finding.message.in_lang(crate::wording::Lang::English).to_owned())
                .collect(),
        )
    }

    #[test]
    fn values_are_filled_in_and_doubled_braces_stay() {
        let text = |text: &str| match filled(text).0 {
            Filled::Text(text, _) => text,
            other => panic!("{other:?}"),
        };
        assert_eq!(text("seit {year} {{so}}"), "seit 2011 {so}");
        assert_eq!(text("für {star}"), "für Bürger\\*innen");
    }

    #[test]
    fn an_empty_field_leaves_its_text_out_and_says_so() {
        let (outcome, messages) = filled("Telefon {empty}");
        assert_eq!(outcome, Filled::Empty);
        assert_eq!(messages, ["`empty` is empty, so what draws it is left out"]);
    }

    #[test]
    fn an_unknown_path_and_a_lone_brace_are_errors() {
        assert_eq!(
            filled("{yaer}").1,
            ["`yaer` leads nowhere: there is no field and no data `yaer`"]
        );
        assert_eq!(filled("a { b").1, ["a `{` stands alone in this text"]);
        assert_eq!(filled("a } b").1, ["a `}` stands alone in this text"]);
    }
}
