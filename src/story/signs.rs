//! Signs that a typewriter has instead of those that a text means: straight quotation marks and apostrophes, quotation marks of
//! another language, hyphens for dashes, full stops for an ellipsis, two spaces. Each is told where it was written, in the
//! content or in the data, with what is right; nothing is changed behind the author's back. Addresses and what looks like
//! code are left alone, as is the text of languages whose customs are not known here.

mod quotes;

use std::ops::Range;

use super::Inline;
use super::proof::{Remark, word_around, word_before, word_behind};
use crate::diag::{Code, Severity};
use crate::text::is_address;
use crate::wording::{Text, text};
use quotes::Marks;

/// So many wrong signs of one text are looked for; who wrote them writes them everywhere.
const MOST_FAULTS: usize = 20;

/// Wrong signs of a text, until there are enough.
#[derive(Debug, Default)]
struct Faults(Vec<Remark>);

impl Faults {
    fn are_enough(&self) -> bool {
        self.0.len() >= MOST_FAULTS
    }

    fn push(&mut self, fault: Remark) {
        if !self.are_enough() {
            self.0.push(fault);
        }
    }
}

/// Whether there can be a wrong sign: most texts have none of these, and are not looked at any closer.
pub(super) fn are_suspected(text: &str) -> bool {
    text.contains(is_suspect) || text.contains("  ")
}

const fn is_suspect(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '´' | '`' | '“' | '”' | '‟' | '„' | '«' | '»' | '‘' | '-' | '.'
    )
}

/// All wrong signs, in order.
pub(super) fn find(text: &str, inlines: &[Inline]) -> Vec<Remark> {
    let code = code_like(text);
    let mut ends = Vec::with_capacity(inlines.len());
    let mut pages = Vec::new();
    let mut end = 0;
    for inline in inlines {
        end += inline.text.len();
        ends.push(end);
        if inline.page_of().is_some() {
            pages.push(end);
        }
    }
    let mut faults = Faults::default();
    let mut looked_at: Vec<&str> = Vec::new();
    for inline in inlines {
        let tag = &*inline.style.language.0;
        if looked_at.contains(&tag) {
            continue;
        }
        looked_at.push(tag);
        let Some(marks) = quotes::marks(tag) else { continue };
        let is_meant = |at: usize| {
            let run = ends.partition_point(|end| *end <= at);
            let is_own = inlines
                .get(run)
                .is_some_and(|inline| &*inline.style.language.0 == tag);
            let word = code.partition_point(|word| word.end <= at);
            is_own && !code.get(word).is_some_and(|word| word.contains(&at))
        };
        quotes::find(text, &marks, &is_meant, &mut faults);
        singles(text, &marks, &is_meant, &mut faults);
        dashes(text, &is_meant, &mut faults);
        dots(text, &is_meant, &mut faults);
        // Between two spaces stands the number of a page, known only when all is set.
        let is_meant = |at: usize| is_meant(at) && !pages.contains(&(at + 1));
        spaces(text, &is_meant, &mut faults);
    }
    faults.0.sort_by_key(|fault| fault.at.start);
    faults.0
}

/// The words that are addresses, or look like something that a machine reads.
fn code_like(text: &str) -> Vec<Range<usize>> {
    let words = text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        (start..start + word.len(), word)
    });
    let is_code = |word: &str| {
        let bare =
            word.trim_matches(|c: char| matches!(c, '"' | '„' | '“' | '(' | ')' | ',' | ';' | ':' | '.'));
        is_address(bare)
            || word.contains(['\\', '=', '{', '}', '<', '>', '|', '$', '#'])
            || word.contains("()")
            || word
                .strip_prefix("--")
                .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    words
        .filter(|(_, word)| is_code(word))
        .map(|(range, _)| range)
        .collect()
}

/// Straight or slanting signs that stand for an apostrophe or a single quotation mark.
fn singles(text: &str, marks: &Marks, is_meant: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    let mut quoted_until = 0;
    for (at, sign) in text.char_indices() {
        if !matches!(sign, '\'' | '´' | '`') || !is_meant(at) || at < quoted_until {
            continue;
        }
        if faults.are_enough() {
            return;
        }
        let behind = at + sign.len_utf8();
        let last = text[..at].chars().next_back();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        // Five feet, or minutes.
        if last.is_some_and(|c| c.is_ascii_digit()) {
            continue;
        }
        if let Some(end) = quotation(text, at, sign).filter(|_| !is_letter(last)) {
            let inner = &text[behind..end];
            quoted_until = end + sign.len_utf8();
            faults.push(Remark {
                severity: Severity::Warning,
                code: Code::WRONG_QUOTES,
                at: at..quoted_until,
                message: text!(
                    "`{sign}{inner}{sign}` stands in straight quotation marks",
                    "`{sign}{inner}{sign}` steht in geraden Anführungszeichen"
                ),
                help: write(&quotes::single(marks, inner)),
            });
        } else if is_letter(last) || is_letter(text[behind..].chars().next()) {
            let word = word_around(text, at, |c| matches!(c, '\'' | '´' | '`'));
            let written = &text[word.clone()];
            faults.push(Remark {
                severity: Severity::Warning,
                code: Code::WRONG_SIGN,
                at: word,
                message: text!(
                    "`{written}` has a straight apostrophe",
                    "`{written}` hat einen geraden Apostroph"
                ),
                help: write(&written.replace(sign, "’")),
            });
        }
    }
}

/// Where a single quotation that begins at this sign ends: within the next few words, before a space or a sign of punctuation.
fn quotation(text: &str, at: usize, sign: char) -> Option<usize> {
    const LONGEST: usize = 60;
    let start = at + sign.len_utf8();
    let inside = text[start..].char_indices().take(LONGEST);
    inside
        .filter(|(offset, c)| *c == sign && *offset > 0)
        .map(|(offset, _)| start + offset)
        .find(|end| {
            let next = text[end + sign.len_utf8()..].chars().next();
            !text[..*end].ends_with(' ') && next.is_none_or(|c| !c.is_alphanumeric())
        })
}

/// A hyphen between spaces, or two and more in a row.
fn dashes(text: &str, is_meant: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    for (at, spaced) in text
        .match_indices(" - ")
        .filter(|(at, _)| *at > 0 && is_meant(at + 1))
    {
        let end = at + spaced.len();
        let (before, after) = (word_before(text, at), word_behind(text, end));
        let are_numbers =
            before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit());
        let right = if are_numbers { "–" } else { " – " };
        faults.push(Remark {
            severity: Severity::Warning,
            code: Code::WRONG_SIGN,
            at: at + 1..at + 2,
            message: text!(
                "a hyphen stands for a dash: `{before} - {after}`",
                "ein Bindestrich steht für einen Gedankenstrich: `{before} - {after}`"
            ),
            help: write(&format!("{before}{right}{after}")),
        });
    }
    let mut reached = 0;
    for (at, _) in text.match_indices("--").filter(|(at, _)| is_meant(*at)) {
        if at < reached {
            continue;
        }
        let count = text[at..].bytes().take_while(|b| *b == b'-').count();
        reached = at + count;
        faults.push(Remark {
            severity: Severity::Warning,
            code: Code::WRONG_SIGN,
            at: at..reached,
            message: text!(
                "{count} hyphens stand for a dash",
                "{count} Bindestriche stehen für einen Gedankenstrich"
            ),
            help: write("–"),
        });
    }
}

fn dots(text: &str, is_meant: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    let mut reached = 0;
    for (at, _) in text.match_indices("...").filter(|(at, _)| is_meant(*at)) {
        if at < reached {
            continue;
        }
        let count = text[at..].bytes().take_while(|b| *b == b'.').count();
        reached = at + count;
        faults.push(Remark {
            severity: Severity::Warning,
            code: Code::WRONG_SIGN,
            at: at..reached,
            message: text!(
                "{count} full stops stand for an ellipsis",
                "{count} Punkte stehen für Auslassungspunkte"
            ),
            help: write("…"),
        });
    }
}

fn spaces(text: &str, is_meant: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    let mut reached = 0;
    for (at, _) in text.match_indices("  ").filter(|(at, _)| is_meant(*at)) {
        if at < reached {
            continue;
        }
        let count = text[at..].bytes().take_while(|b| *b == b' ').count();
        reached = at + count;
        if at == 0 || reached == text.len() {
            continue;
        }
        let (before, after) = (word_before(text, at), word_behind(text, reached));
        faults.push(Remark {
            severity: Severity::Warning,
            code: Code::WRONG_SIGN,
            at: at..reached,
            message: text!(
                "{count} spaces stand between `{before}` and `{after}`",
                "{count} Leerzeichen stehen zwischen `{before}` und `{after}`"
            ),
            help: text!("write one", "eines schreiben"),
        });
    }
}

fn write(right: &str) -> Text {
    text!("write `{right}`", "`{right}` schreiben")
}
