//! Quotation marks: which pairs a language has, and those in a text that are of another kind. Marks are paired by where they
//! stand: one behind a space opens, one behind a letter closes.

use std::ops::Range;

use super::super::proof::Remark;
use super::Faults;
use crate::diag::{Code, Severity};
use crate::wording::text;

/// The marks of a language, the usual pair first, then those that are right as well; and for a quotation in a quotation, the
/// usual pair of single ones.
pub(super) struct Marks {
    /// What the language is called in English.
    name: &'static str,
    /// The same in German, without an ending.
    german: &'static str,
    pairs: &'static [(char, char)],
    single: (char, char),
}

/// The marks of a language; none when its customs are not known here.
pub(super) fn marks(tag: &str) -> Option<Marks> {
    let primary = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_swiss = tag
        .to_ascii_lowercase()
        .split(['-', '_'])
        .skip(1)
        .any(|part| part == "ch" || part == "li");
    let (name, german, pairs, single): (_, _, &[(char, char)], _) = match primary.as_str() {
        "de" if is_swiss => ("Swiss", "schweizerisch", &[('«', '»'), ('„', '“')], ('‹', '›')),
        "de" => ("German", "deutsch", &[('„', '“'), ('»', '«')], ('‚', '‘')),
        "en" => ("English", "englisch", &[('“', '”')], ('‘', '’')),
        "pl" => (
            "Polish",
            "polnisch",
            &[('„', '”'), ('«', '»'), ('»', '«')],
            ('‚', '’'),
        ),
        "ru" => ("Russian", "russisch", &[('«', '»'), ('„', '“')], ('„', '“')),
        "uk" => (
            "Ukrainian",
            "ukrainisch",
            &[('«', '»'), ('„', '“'), ('“', '”')],
            ('„', '“'),
        ),
        "tr" => ("Turkish", "türkisch", &[('“', '”'), ('«', '»')], ('‘', '’')),
        "vi" => (
            "Vietnamese",
            "vietnamesisch",
            &[('“', '”'), ('«', '»')],
            ('‘', '’'),
        ),
        "ar" => (
            "Arabic",
            "arabisch",
            &[('«', '»'), ('“', '”'), ('”', '“')],
            ('‹', '›'),
        ),
        _ => return None,
    };
    Some(Marks {
        name,
        german,
        pairs,
        single,
    })
}

/// A mark that has no partner yet.
struct Open {
    mark: char,
    at: usize,
}

/// The quotations of a text whose marks are of another kind than the language's. `is_meant` says of a byte whether the text
/// there is prose of this language.
pub(super) fn find(text: &str, marks: &Marks, is_meant: &dyn Fn(usize) -> bool, faults: &mut Faults) {
    let mut open: Vec<Open> = Vec::new();
    for (at, mark) in text
        .char_indices()
        .filter(|(at, mark)| is_mark(*mark) && is_meant(*at))
    {
        if faults.are_enough() {
            return;
        }
        let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
        if opens(before, after, &open, mark) {
            open.push(Open { mark, at });
            continue;
        }
        // Twenty-four inches, not a quotation.
        if mark == '"' && open.is_empty() && before.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let fault = match open.pop() {
            Some(first) => pair_fault(text, first.at..at + mark.len_utf8(), (first.mark, mark), marks),
            None => lone_fault(at, mark, marks),
        };
        fault.into_iter().for_each(|fault| faults.push(fault));
    }
    for lone in open {
        let fault = lone_fault(lone.at, lone.mark, marks);
        fault.into_iter().for_each(|fault| faults.push(fault));
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '‟' | '«' | '»')
}

/// Whether a mark at this place begins a quotation.
fn opens(before: &str, after: &str, open: &[Open], mark: char) -> bool {
    let begins = before.is_empty()
        || before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '–' | '—' | '/' | '-'))
        || before.ends_with(['„', '“', '»', '«', '‚', '‘', '›', '‹']);
    let ends = after.is_empty()
        || after.starts_with(|c: char| {
            c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
        });
    match (begins, ends) {
        (true, false) => true,
        (false, true) => false,
        _ => open.is_empty() || mark == '„',
    }
}

fn pair_fault(text: &str, whole: Range<usize>, pair: (char, char), marks: &Marks) -> Option<Remark> {
    if marks.pairs.contains(&pair) {
        return None;
    }
    let written = shortened(&text[whole.clone()]);
    let Marks { name, german, .. } = marks;
    let inner = written.trim_matches(is_mark);
    let (first, last) = marks.pairs[0];
    let message = match pair {
        ('"', '"') => text!(
            "`{written}` stands in straight quotation marks",
            "`{written}` steht in geraden Anführungszeichen"
        ),
        (first, last) if marks.pairs.iter().any(|pair| pair.0 == first || pair.1 == last) => {
            text!(
                "`{written}` begins and ends with quotation marks that are no {name} pair",
                "`{written}` beginnt und endet mit Anführungszeichen, die kein {german}es Paar sind"
            )
        }
        _ => text!(
            "`{written}` stands in quotation marks that are not {name}",
            "`{written}` steht in Anführungszeichen, die nicht {german} sind"
        ),
    };
    // Straight marks may have a backslash before them where they are written, so what they enclose is looked for.
    let enclosed = whole.start + 1..whole.end - 1;
    let is_straight = pair == ('"', '"') && !enclosed.is_empty();
    Some(Remark {
        severity: Severity::Warning,
        code: Code::WRONG_QUOTES,
        at: if is_straight { enclosed } else { whole },
        message,
        help: super::write(&format!("{first}{inner}{last}")),
    })
}

/// A mark without a partner may belong to a quotation of several paragraphs; that it is of the right kind can be seen all the same.
fn lone_fault(at: usize, mark: char, marks: &Marks) -> Option<Remark> {
    if marks.pairs.iter().any(|pair| pair.0 == mark || pair.1 == mark) {
        return None;
    }
    let Marks { name, german, .. } = marks;
    let what = if mark == '"' {
        text!("a straight quotation mark", "ein gerades Anführungszeichen")
    } else {
        text!("a foreign quotation mark", "ein fremdes Anführungszeichen")
    };
    let (first, last) = marks.pairs[0];
    Some(Remark {
        severity: Severity::Warning,
        code: Code::WRONG_QUOTES,
        at: at..at + mark.len_utf8(),
        message: text!("{what} stands in {name} text", "{what} steht in {german}em Text"; what),
        help: text!(
            "{name} quotes so: `{first}...{last}`",
            "{german} wird so zitiert: `{first}...{last}`"
        ),
    })
}

/// How a single quotation or an apostrophe is written.
pub(super) fn single(marks: &Marks, word: &str) -> String {
    format!("{}{word}{}", marks.single.0, marks.single.1)
}

/// The first and the last words of a long quotation.
fn shortened(quotation: &str) -> String {
    const LONGEST: usize = 40;
    if quotation.chars().count() <= LONGEST {
        return quotation.to_owned();
    }
    let words: Vec<&str> = quotation.split_whitespace().collect();
    match words.as_slice() {
        [first, .., last] if first.len() + last.len() <= 2 * LONGEST => format!("{first} … {last}"),
        _ => quotation.chars().take(LONGEST).collect(),
    }
}
