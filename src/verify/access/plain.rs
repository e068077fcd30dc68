//! Plain language is set so that nobody loses the line: large letters, wide lines, whole words, an even left edge only, and every sentence on
//! a line of its own (Netzwerk Leichte Sprache; DIN SPEC 33429).

use std::collections::BTreeSet;

use super::demands::Plain;
use super::passages::{Passage, passages};
use crate::diag::{Code, Log, Text};
use crate::source::Span;
use crate::story::Stories;
use crate::style::{Align, Role};
use crate::wording::number;
use crate::wording::text;

/// Words with a full stop behind which a sentence goes on, in small letters.
const ABBREVIATED: [&str; 22] = [
    "z", "b", "d", "h", "u", "a", "o", "ca", "bzw", "usw", "vgl", "nr", "str", "dr", "prof", "hr", "fr",
    "st", "mr", "mrs", "e.g", "i.e",
];

/// Looks at how the text is set, style by style, and at its sentences.
pub(super) fn check(stories: &Stories, plain: &Plain, log: &mut Log) {
    let mut told: BTreeSet<(Span, u8)> = BTreeSet::new();
    for passage in passages(stories) {
        for (number, (message, help)) in faults(&passage, plain).into_iter().enumerate() {
            let Some(message) = message else { continue };
            if told.insert((passage.block.style.span, number as u8)) {
                log.warning(Code::UNPLAIN_SETTING, passage.block.style.span, message)
                    .also(
                        passage.block.origin,
                        text!("for plain language here", "hier für Leichte Sprache"),
                    )
                    .help(help);
            }
        }
        if !matches!(passage.role, Role::Heading(_)) {
            sentences(&passage, log);
        }
    }
}

/// What of a passage's style is not plain, and what would be; always in the same order. Headings are short, and may be set tighter.
fn faults(passage: &Passage<'_>, plain: &Plain) -> [(Option<Text>, Text); 4] {
    let (letters, lines) = (&passage.block.style.text, &passage.block.style.paragraph);
    let name = &lines.name;
    let size = number(letters.size.to_pt());
    let least = number(plain.size.to_pt());
    let leading = number(lines.leading.to_pt());
    let wanted = letters.size.ratio(plain.leading, 100);
    // As far apart as they are to be once the size is right, too.
    let right = letters.size.max(plain.size).ratio(plain.leading, 100);
    let times = number(plain.leading as f64 / 100.0);
    [
        (
            (letters.size < plain.size).then(|| {
                text!("`{name}` is set in {size} pt, plain language needs {least} pt", "`{name}` ist in {size} pt gesetzt, Leichte Sprache braucht {least} pt"; size, least = least.clone())
            }),
            text!("write `size = \"{least} pt\"` or more", "`size = \"{least} pt\"` oder mehr schreiben"; least),
        ),
        (
            (lines.leading < wanted && !matches!(passage.role, Role::Heading(_))).then(|| {
                text!("the lines of `{name}` are {leading} pt apart, plain language needs {times} times the size", "die Zeilen von `{name}` stehen {leading} pt auseinander, Leichte Sprache braucht das {times}-Fache der Größe"; leading, times)
            }),
            text!("write `leading = \"{wanted} pt\"` or more", "`leading = \"{wanted} pt\"` oder mehr schreiben"; wanted = Text::verbatim(right.to_pt().to_string())),
        ),
        (
            letters.hyphenate.then(|| text!("`{name}` divides words", "`{name}` trennt Wörter")),
            text!("write `hyphenate = false`", "`hyphenate = false` schreiben"),
        ),
        (
            (lines.align == Align::Justify).then(|| text!("`{name}` is justified", "`{name}` ist Blocksatz")),
            text!("write `align = \"start\"`", "`align = \"start\"` schreiben"),
        ),
    ]
}

fn sentences(passage: &Passage<'_>, log: &mut Log) {
    let mut start = 0;
    for line in passage.text.split('\n') {
        if let Some(end) = second_sentence(line) {
            let next = line[end..].split_whitespace().next().unwrap_or_default();
            log.warning(
                Code::SEVERAL_SENTENCES,
                passage.place(next),
                text!(
                    "a second sentence begins in the same line",
                    "in derselben Zeile beginnt ein zweiter Satz"
                ),
            )
            .words(passage.words(start + end, next.len()))
            .help(text!(
                "begin a line for each sentence: end the one before with a backslash",
                "für jeden Satz eine Zeile beginnen: die vorige mit einem Backslash beenden"
            ));
            return;
        }
        start += line.len() + 1;
    }
}

/// Where the second sentence of a line begins.
fn second_sentence(line: &str) -> Option<usize> {
    line.match_indices(['.', '!', '?', ':']).find_map(|(at, sign)| {
        let rest = &line[at + 1..];
        let next = rest.trim_start();
        let begins = next.starts_with(char::is_uppercase) && next.len() < rest.len() && sign != ":";
        let word = line[..at]
            .rsplit(|c: char| c.is_whitespace() || c == '\u{202f}')
            .next()
            .unwrap_or_default();
        let word = word
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        let is_short =
            sign == "." && (ABBREVIATED.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit()));
        (begins && !is_short).then(|| at + 1 + rest.len() - next.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_sentence_is_found_and_an_abbreviation_is_no_end() {
        assert_eq!(second_sentence("Wir helfen. Das ist gut."), Some(12));
        assert_eq!(second_sentence("Hilfe? Ja!"), Some(7));
        for line in [
            "Wir helfen.",
            "Am 3. Mai, z. B. Anna",
            "Nr. Drei bei Dr. Meier",
            "Um 10.30 Uhr",
            "Wir: Anna",
        ] {
            assert_eq!(second_sentence(line), None, "{line}");
        }
    }
}
