//! What we tell people. A finding names what is wrong, where it stands, and what to do; findings are gathered in a [`Log`], never
//! only the first. Who shows them, and when a run stops, is decided elsewhere.

mod code;
mod form;
mod json;
mod junit;
mod narrate;
mod render;
mod sarif;

pub use code::Code;
pub use json::{FindingRecord, finding_schema, render_json};
pub use junit::render_junit;
pub use narrate::render_narrated;
pub use render::render_human;
pub use sarif::render_sarif;

use std::collections::BTreeMap;

use crate::source::{Span, Words};
use crate::wording::counted;
use crate::wording::text;
pub use crate::wording::{Lang, Text};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document cannot be, or must not be, made like this.
    Error,
    /// It can be made, and somebody will regret it.
    Warning,
    /// Worth knowing.
    Hint,
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// Which kind of finding.
    pub code: Code,
    /// What is wrong: a phrase without a full stop.
    pub message: Text,
    /// Where it stands; the first label is the place itself. None when no file is at fault.
    pub labels: Vec<Label>,
    /// A file at fault that has no text to show: a font, a picture, a PDF, a missing file.
    pub path: Option<String>,
    /// Where in that file, when it has pages.
    pub on_page: Option<OnPage>,
    /// What else is good to know.
    pub notes: Vec<Text>,
    /// What to do.
    pub help: Option<Text>,
    is_kept: bool,
}

/// A place and what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is said about it; may be empty.
    pub text: Text,
    /// Words at that place which are meant more closely, where they can be found there.
    pub words: Option<Words>,
}

/// A place in a file that has pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnPage {
    /// The page, from 1.
    pub page: usize,
    /// Where on it, in millimetres from the top left corner of what is cut out, else of all that is shown: left, top, right, bottom.
    pub area_mm: Option<[f64; 4]>,
}

/// An error was logged: there is nothing to go on with. Carries nothing, since all is in the [`Log`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported;

/// So many places are shown of one finding: more, and the first are scrolled away.
const MOST_PLACES: usize = 4;

/// The findings of a run, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct Log {
    findings: Vec<Diagnostic>,
    /// How many of each severity were found beyond those that are kept.
    beyond: [usize; 3],
    /// The last of those, which whoever found it may still say more about.
    unkept: Option<Diagnostic>,
    /// How bad the project finds some codes, and why.
    judgements: BTreeMap<Code, Judgement>,
}

/// Findings of one severity that are kept; beyond them they are only counted. Nobody mends more at once, and a file of a million
/// mistakes must not take an hour to be told so.
const MOST_KEPT: usize = 200;

/// The longest text of a finding, in characters; what it quotes may be a whole book.
const LONGEST_TEXT: usize = 600;

/// How bad a project finds a code, against what is usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How bad.
    pub severity: Severity,
    /// Why, in the words of whoever decided it.
    pub reason: String,
}

impl Log {
    /// No findings yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From here on, findings of these codes are as bad as the project says. Codes that are [fixed](Code::is_fixed) stay as they are.
    pub fn judge(&mut self, judgements: &BTreeMap<Code, Judgement>) {
        let open = judgements.iter().filter(|(code, _)| !code.is_fixed());
        self.judgements = open.map(|(code, judgement)| (*code, judgement.clone())).collect();
    }

    /// Logs an error at a place. Say more through what is returned.
    pub fn error(&mut self, code: Code, span: Span, message: impl Into<Text>) -> &mut Diagnostic {
        self.add(Severity::Error, code, Some(span), message.into())
    }

    /// Logs a warning at a place.
    pub fn warning(&mut self, code: Code, span: Span, message: impl Into<Text>) -> &mut Diagnostic {
        self.add(Severity::Warning, code, Some(span), message.into())
    }

    /// Logs a hint at a place.
    pub fn hint(&mut self, code: Code, span: Span, message: impl Into<Text>) -> &mut Diagnostic {
        self.add(Severity::Hint, code, Some(span), message.into())
    }

    /// Logs a finding of any severity at a place.
    pub fn add_at(
        &mut self,
        severity: Severity,
        code: Code,
        span: Span,
        message: impl Into<Text>,
    ) -> &mut Diagnostic {
        self.add(severity, code, Some(span), message.into())
    }

    /// Logs an error about a file without a place in it: a missing file, a broken font.
    pub fn error_in_file(&mut self, code: Code, path: &str, message: impl Into<Text>) -> &mut Diagnostic {
        self.in_file(Severity::Error, code, path, message)
    }

    /// Logs a finding of any severity about a file without text: a PDF.
    pub fn in_file(
        &mut self,
        severity: Severity,
        code: Code,
        path: &str,
        message: impl Into<Text>,
    ) -> &mut Diagnostic {
        let diagnostic = self.add(severity, code, None, message.into());
        diagnostic.path = Some(path.to_owned());
        diagnostic
    }

    fn add(&mut self, severity: Severity, code: Code, span: Option<Span>, message: Text) -> &mut Diagnostic {
        let labels = span
            .map(|span| Label {
                span,
                text: Text::default(),
                words: None,
            })
            .into_iter()
            .collect();
        let judgement = self
            .judgements
            .get(&code)
            .filter(|judged| judged.severity != severity);
        let notes = judgement.map(|judged| presentable(judged_otherwise(severity, judged)));
        let severity = judgement.map_or(severity, |judged| judged.severity);
        let finding = Diagnostic {
            severity,
            code,
            message: presentable(message),
            labels,
            path: None,
            on_page: None,
            notes: notes.into_iter().collect(),
            help: None,
            is_kept: self.has_room(severity),
        };
        if finding.is_kept {
            self.unkept = None;
            self.findings.push(finding);
            let last = self.findings.len() - 1;
            &mut self.findings[last]
        } else {
            self.beyond[severity as usize] += 1;
            self.unkept.insert(finding)
        }
    }

    /// Whether one more finding of that severity would be kept: where not, there is no use in looking for more.
    #[must_use]
    pub fn has_room(&self, severity: Severity) -> bool {
        self.findings.len() < MOST_KEPT || self.kept(severity) < MOST_KEPT
    }

    fn kept(&self, severity: Severity) -> usize {
        let of_it = |finding: &&Diagnostic| finding.severity == severity;
        self.findings.iter().filter(of_it).count()
    }

    /// The finding that was logged last, to say more of it.
    pub fn last(&mut self) -> Option<&mut Diagnostic> {
        self.unkept.as_mut().or(self.findings.last_mut())
    }

    /// The findings so far, but no more than two hundred of each severity.
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// How many there are beside [`Self::findings`].
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.beyond.iter().sum()
    }

    /// How many errors there are so far.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many findings of a severity there are so far.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.kept(severity) + self.beyond[severity as usize]
    }

    /// Goes on when no error was logged since there were `before` of them.
    ///
    /// # Errors
    /// When there was one.
    pub fn stop_if_worse_than(&self, before: usize) -> Result<(), Reported> {
        if self.errors() > before {
            Err(Reported)
        } else {
            Ok(())
        }
    }

    /// An empty log, which judges as this one does.
    #[must_use]
    pub fn beside(&self) -> Self {
        Self {
            judgements: self.judgements.clone(),
            ..Self::default()
        }
    }

    /// Keeps only some of the findings.
    pub fn retain(&mut self, keeps: impl FnMut(&Diagnostic) -> bool) {
        self.findings.retain(keeps);
    }

    /// Takes over the findings of another log.
    pub fn append(&mut self, other: Self) {
        for finding in other.findings {
            if self.has_room(finding.severity) {
                self.findings.push(finding);
            } else {
                self.beyond[finding.severity as usize] += 1;
            }
        }
        for (sum, more) in self.beyond.iter_mut().zip(other.beyond) {
            *sum += more;
        }
    }

    /// Makes of the findings what people read: said twice at the same place becomes said once, and what concerns one file comes in the
    /// order of that file.
    pub fn tidy(&mut self) {
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.findings.len());
        let mut untold: BTreeMap<usize, usize> = BTreeMap::new();
        for finding in self.findings.drain(..) {
            let Some(at) = kept.iter().position(|known| known.says_the_same(&finding)) else {
                kept.push(finding);
                continue;
            };
            let known = &mut kept[at];
            for label in finding.labels {
                if known.labels.contains(&label) {
                    continue;
                }
                if known.labels.len() < MOST_PLACES {
                    known.labels.push(label);
                } else {
                    *untold.entry(at).or_default() += 1;
                }
            }
        }
        for (at, times) in untold {
            let more = counted(
                times,
                ("more place", "more places"),
                ("weiteren Stelle", "weiteren Stellen"),
            );
            kept[at].note(text!("the same holds at {more}", "dasselbe gilt an {more}"; more));
        }
        // Files are numbered in the order in which they were read; what is about no text comes last.
        kept.sort_by_key(|finding| {
            let place = finding.labels.first().map(|label| label.span);
            (place.is_none(), place)
        });
        self.findings = kept;
    }
}

impl Diagnostic {
    /// Whether another finding says the same of the same place, for whatever reason.
    fn says_the_same(&self, other: &Self) -> bool {
        let place = |finding: &Self| {
            finding
                .labels
                .first()
                .map(|label| (label.span, label.words.clone()))
        };
        self.code == other.code
            && self.message == other.message
            && self.path == other.path
            && self.on_page == other.on_page
            && place(self) == place(other)
    }

    /// Whether anybody will read it; beyond the most that are kept there is no use in working out more for it.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Says something under the place itself.
    pub fn label(&mut self, text: impl Into<Text>) -> &mut Self {
        if let Some(first) = self.labels.first_mut() {
            first.text = presentable(text.into());
        }
        self
    }

    /// Names a second place that belongs to it.
    pub fn also(&mut self, span: Span, text: impl Into<Text>) -> &mut Self {
        self.labels.push(Label {
            span,
            text: presentable(text.into()),
            words: None,
        });
        self
    }

    /// Says on which page of its file it is, from 1, and where on it: left, top, right, bottom in millimetres.
    pub const fn on_page(&mut self, page: usize, area_mm: Option<[f64; 4]>) -> &mut Self {
        self.on_page = Some(OnPage { page, area_mm });
        self
    }

    /// Says that of the place itself these words are meant.
    pub fn words(&mut self, words: Words) -> &mut Self {
        if let Some(first) = self.labels.first_mut() {
            first.words = Some(words);
        }
        self
    }

    /// Adds what else is good to know.
    pub fn note(&mut self, text: impl Into<Text>) -> &mut Self {
        self.notes.push(presentable(text.into()));
        self
    }

    /// Says what to do.
    pub fn help(&mut self, text: impl Into<Text>) -> &mut Self {
        self.help = Some(presentable(text.into()));
        self
    }
}

/// That the project judges otherwise than is usual, and why.
fn judged_otherwise(usual: Severity, judged: &Judgement) -> Text {
    let reason = judged.reason.trim();
    let usual = Text::new(usual.called(Lang::English), usual.called(Lang::German));
    text!("usually: {usual}; `faltwerk.toml` says: {reason}", "sonst: {usual}; in `faltwerk.toml` steht: {reason}"; usual)
}

/// A text fit to be shown: not endless, and without the signs that steer a terminal or turn the direction of what follows. What
/// it quotes was written by somebody else.
fn presentable(text: Text) -> Text {
    text.map(presentable_string)
}

fn presentable_string(text: String) -> String {
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    // Most texts are short and plain, and none of them is copied.
    if text.len() <= LONGEST_TEXT && !text.contains(steers) {
        return text;
    }
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == LONGEST_TEXT {
            shown.push('…');
            break;
        }
        if steers(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}
