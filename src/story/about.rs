//! What a document says about itself, from its `[document]` table and the job's date.

use crate::content::Content;
use crate::diag::{Code, Log};
use crate::project::Project;
use crate::scene::About;
use crate::style::Language;
use crate::wording::{Text, text};

/// The longest title, author or subject: they stand in windows and lists.
const LONGEST: usize = 1_000;

/// What to do about a malformed language.
pub(super) fn language_tags() -> Text {
    text!(
        "write it as BCP 47 has it: \"de-DE\", \"en\", \"tr\", \"ar\"",
        "nach BCP 47 schreiben: \"de-DE\", \"en\", \"tr\", \"ar\""
    )
}

/// What the document says about itself; a malformed language or date is logged.
#[must_use]
pub fn about(content: &Content, log: &mut Log) -> About {
    let document = &content.document.value;
    let language = &document.language;
    if !is_language_tag(&language.value) {
        log.error(Code::BAD_VALUE, language.span, no_language_tag(&language.value))
            .help(language_tags());
    }
    if document.title.value.trim().is_empty() {
        log.error(
            Code::MISSING_FIELD,
            document.title.span,
            text!("the document has no title", "das Dokument hat keinen Titel"),
        )
        .help(text!(
            "readers' programs show it in the window and read it out first",
            "Leseprogramme zeigen ihn im Fenster und lesen ihn zuerst vor"
        ));
    }
    let title = &document.title;
    for (what, text) in [
        (text!("title", "der Titel"), Some(&title.value)),
        (text!("author", "die Verfasserangabe"), document.author.as_ref()),
        (text!("subject", "das Thema"), document.subject.as_ref()),
    ] {
        let Some(text) = text else { continue };
        if text.len() > LONGEST {
            let message = text!("the {what} of a document is at most {LONGEST} bytes long", "{what} eines Dokuments ist höchstens {LONGEST} Byte lang"; what = &what);
            log.error(Code::BAD_VALUE, title.span, message);
        }
        // The file's metadata are XML, which has no way to write them.
        if text.contains(|c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')) {
            log.error(
                Code::BAD_VALUE,
                title.span,
                text!("the {what} of a document is one line, without control characters", "{what} eines Dokuments ist eine Zeile ohne Steuerzeichen"; what),
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
            text!(
                "the document has no `date`, so its files are dated 1970",
                "dem Dokument fehlt `date`, darum tragen seine Dateien das Jahr 1970"
            ),
        )
        .help(text!(
            "add `date = \"2026-11-23\"`, the day of this edition",
            "`date = \"2026-11-23\"` ergänzen: den Tag dieser Fassung"
        ));
        return 0;
    };
    match written.value.parse::<jiff::civil::Date>() {
        Ok(date) => date
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map_or(0, |moment| moment.timestamp().as_second()),
        Err(_) => {
            let date = &written.value;
            log.error(
                Code::BAD_VALUE,
                written.span,
                text!("`{date}` is no date", "`{date}` ist kein Datum"),
            )
            .help(text!(
                "write year, month and day: \"2026-11-23\"",
                "Jahr, Monat und Tag schreiben: \"2026-11-23\""
            ));
            0
        }
    }
}

/// That something is no language tag.
pub(super) fn no_language_tag(tag: &str) -> Text {
    text!("`{tag}` is no language tag", "`{tag}` ist kein Sprachkürzel")
}

/// A primary tag of two or three letters, then subtags of up to eight letters and digits (RFC 5646, 2.1).
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.chars().all(|c| c.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
