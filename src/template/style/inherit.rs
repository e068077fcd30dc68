//! Inheritance: a style may build on another (`like = "body"`) and say only what differs. Here that is worked out, and what cannot be is
//! told: names that are not there, circles, chains without end.

use crate::diag::{Code, Log};
use crate::source::{Named, Span, Spanned};
use crate::wording::{Text, text};

/// A style as it is written, which may build on another of its kind.
pub(super) trait Inherits: Clone {
    /// Takes the name out of the style that it builds on.
    fn take_like(&mut self) -> Option<Spanned<String>>;

    /// What this style says, and what `base` says where this one is silent; it is then like what `base` is like.
    fn over(self, base: &Self) -> Self;
}

/// Styles of a kind.
pub(super) struct Family<'a, W> {
    /// What they are called in messages.
    pub(super) kind: Text,
    /// What is written.
    pub(super) written: &'a Named<Spanned<W>>,
    /// What a style of that name says where the template does not.
    pub(super) usual: fn(&str) -> Option<W>,
}

/// Styles may build on each other so deep; deeper is a circle or a puzzle.
const DEEPEST: usize = 16;

impl<W: Inherits> Family<'_, W> {
    /// A style with all that it takes from those it builds on.
    pub(super) fn inherit(&self, name: &Spanned<String>, style: &Spanned<W>, log: &mut Log) -> Option<W> {
        let kind = &self.kind;
        let mut whole = style.value.clone();
        let mut passed = vec![name.value.clone()];
        for _ in 0..DEEPEST {
            let Some(base_name) = whole.take_like() else {
                return Some(passed.iter().fold(whole, |whole, name| match (self.usual)(name) {
                    Some(usual) => whole.over(&usual),
                    None => whole,
                }));
            };
            if passed.contains(&base_name.value) {
                self.report_circle(name, style.span, &passed, &base_name.value, log);
                return None;
            }
            passed.push(base_name.value.clone());
            match self.written.get(&base_name.value) {
                Some(base) => whole = whole.over(&base.value),
                None if (self.usual)(&base_name.value).is_some() => {}
                None => {
                    let base = &base_name.value;
                    log.error(
                        Code::UNKNOWN_NAME,
                        base_name.span,
                        text!("there is no {kind} `{base}`", "den {kind} `{base}` gibt es nicht"; kind),
                    )
                    .suggest(&base_name.value, self.written.names());
                    return None;
                }
            }
        }
        log.error(
            Code::BAD_VALUE,
            style.span,
            text!(
                "this {kind} builds on more than {DEEPEST} others",
                "dieser {kind} baut auf mehr als {DEEPEST} anderen auf"; kind
            ),
        )
        .help(text!(
            "let one of them say everything itself",
            "einen davon alles selbst sagen lassen"
        ));
        None
    }

    /// Reports a circle once: at that of its styles which is written first.
    fn report_circle(
        &self,
        name: &Spanned<String>,
        span: Span,
        passed: &[String],
        again: &str,
        log: &mut Log,
    ) {
        let circle: Vec<&str> = passed
            .iter()
            .map(String::as_str)
            .skip_while(|name| *name != again)
            .collect();
        if self.written.names().find(|name| circle.contains(name)) != Some(name.value.as_str()) {
            return;
        }
        let way: Vec<String> = circle
            .iter()
            .chain([&again])
            .map(|name| format!("`{name}`"))
            .collect();
        let (kind, name) = (&self.kind, &name.value);
        log.error(
            Code::BAD_VALUE,
            span,
            text!(
                "the {kind} `{name}` builds on itself",
                "der {kind} `{name}` baut auf sich selbst auf"; kind
            ),
        )
        .label(Text::new(
            way.join(", which is like ").replacen(", which", "", 1),
            way.join(", dieser wie ").replacen(", dieser", " ist", 1),
        ))
        .help(text!(
            "let one of these styles say everything itself",
            "einen dieser Stile alles selbst sagen lassen"
        ));
    }
}
