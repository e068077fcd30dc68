//! What a document says about itself, from its `[document]` table and the job's date.

use crate::content::Content;
use crate::diag::{Code, Log};
use crate::project::Project;
use crate::scene::About;
use crate::style::Language;

/// The longest title, author or subject: they stand in windows and lists.
const LONGEST: usize = 1_000;

/// What to do about a malformed language.
pub(super) const LANGUAGE_TAGS: &str = "write it as BCP 47 has it: \"de-DE\", \"en\", \"tr\", \"ar\"";

/// What the document says about itself; a malformed language or date is logged.
#[must_use]
pub fn about(content: &Content, log: &mut Log) -> About {
    let document = &content.document.value;
    let language = &document.language;
    if !is_language_tag(&language.value) {
        log.error(
            Code::BAD_VALUE,
            language.span,
            format!("`{}` is no language tag", language.value),
        )
        .help(LANGUAGE_TAGS);
    }
    if document.title.value.trim().is_empty() {
        log.error(
            Code::MISSING_FIELD,
            document.title.span,
            "the document has no title",
        )
        .help("readers' programs show it in the window and read it out first");
    }
    let title = &document.title;
    for (what, text) in [
        ("title", Some(&title.value)),
        ("author", document.author.as_ref()),
        ("subject", document.subject.as_ref()),
    ] {
        let Some(text) = text else { continue };
        if text.len() > LONGEST {
            let message = format!("the {what} of a document is at most {LONGEST} bytes long");
            log.error(Code::BAD_VALUE, title.span, message);
        }
        // The file's metadata are XML, which has no way to write them.
        if text.contains(|c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')) {
            log.error(
                Code::BAD_VALUE,
                title.span,
                format!("the {what} of a document is one line, without control characters"),
            );
        }
    }
    About {
        name: content.name.clone(),
        title: document.title.value.clone(),
        author: document.author.clone().filter(|author| !author.trim().is_empty()),
        subject: document
            .subject
            .clone()
            .filter(|subject| !subject.trim().is_empty()),
        language: Language(language.value.as_str().into()),
        // A malformed one is for the command line to refuse, before anything is made.
        date: Project::source_date_epoch()
            .ok()
            .flatten()
            .unwrap_or_else(|| date(content, log)),
    }
}

/// The date that the document names, at midnight UTC; the beginning of 1970 where it names none, since the clock is never asked.
fn date(content: &Content, log: &mut Log) -> i64 {
    let Some(written) = &content.document.value.date else {
        log.hint(
            Code::EMPTY_FIELD,
            content.document.span,
            "the document has no `date`, so its files are dated 1970",
        )
        .help("add `date = \"2026-11-23\"`, the day of this edition");
        return 0;
    };
    match written.value.parse::<jiff::civil::Date>() {
        Ok(date) => date
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map_or(0, |moment| moment.timestamp().as_second()),
        Err(_) => {
            log.error(
                Code::BAD_VALUE,
                written.span,
                format!("`{}` is no date", written.value),
            )
            .help("write year, month and day: \"2026-11-23\"");
            0
        }
    }
}

/// A primary tag of two or three letters, then subtags of up to eight letters and digits (RFC 5646, 2.1).
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
