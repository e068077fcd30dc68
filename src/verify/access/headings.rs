//! Headings are how people who listen find their way: one at the top, no level left out, none empty (ISO 14289-1, 7.4.2; WCAG 2.1, 1.3.1
//! and 2.4.6).

use super::demands::Demands;
use super::passages::{Passage, passages};
use crate::diag::{Code, Log};
use crate::source::Span;
use crate::story::Stories;
use crate::style::Role;
use crate::wording::text;

/// Looks at all headings in reading order.
pub(super) fn check(stories: &Stories, demands: &Demands, log: &mut Log) {
    let headings: Vec<(u8, Passage<'_>)> = passages(stories)
        .filter_map(|passage| match passage.role {
            Role::Heading(level) => Some((*level, passage)),
            _ => None,
        })
        .collect();
    for (_, passage) in headings
        .iter()
        .filter(|(_, passage)| !says_something(&passage.text))
    {
        log.warning(
            Code::EMPTY_HEADING,
            passage.block.origin,
            text!("this heading says nothing", "diese Überschrift sagt nichts"),
        )
        .help(text!(
            "write what follows, or take the heading out",
            "schreiben, was folgt, oder die Überschrift streichen"
        ));
    }
    let mains: Vec<Span> = headings
        .iter()
        .filter(|(level, _)| *level == 1)
        .map(|(_, passage)| passage.block.origin)
        .collect();
    match (headings.first(), mains.as_slice()) {
        (Some((_, first)), []) => no_main(first, log),
        (_, [first, second, ..]) if demands.one_main_heading => several_mains(*first, *second, log),
        _ => {}
    }
    if !mains.is_empty() {
        order(&headings, log);
    }
}

fn says_something(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

fn no_main(first: &Passage<'_>, log: &mut Log) {
    log.error(
        Code::NO_MAIN_HEADING,
        first.block.origin,
        text!(
            "the document has headings, and none of level 1",
            "das Dokument hat Überschriften, aber keine der Ebene 1"
        ),
    )
    .help(text!("give its title `level = 1`", "dem Titel `level = 1` geben"));
}

fn several_mains(first: Span, second: Span, log: &mut Log) {
    log.hint(
        Code::SEVERAL_MAIN_HEADINGS,
        second,
        text!(
            "this is a second heading of level 1",
            "dies ist eine zweite Überschrift der Ebene 1"
        ),
    )
    .also(first, text!("the first", "die erste"))
    .help(text!(
        "keep level 1 for the title of the document, and begin chapters with level 2",
        "Ebene 1 dem Titel des Dokuments vorbehalten und Kapitel mit Ebene 2 beginnen"
    ));
}

/// No level may be left out on the way down; on the way up any may.
fn order(headings: &[(u8, Passage<'_>)], log: &mut Log) {
    let mut last: Option<(u8, Span)> = None;
    for (level, passage) in headings {
        let level = *level;
        let next = last.map_or(1, |(above, _)| above + 1);
        let place = passage.block.origin;
        if level > next {
            let finding = match last {
                None => log.error(
                    Code::SKIPPED_HEADING,
                    place,
                    text!(
                        "the first heading is of level {level}, not of level 1",
                        "die erste Überschrift hat die Ebene {level}, nicht die Ebene 1"
                    ),
                ),
                Some((above, span)) => {
                    let finding = log.error(
                        Code::SKIPPED_HEADING,
                        place,
                        text!(
                            "a heading of level {level} follows one of level {above}",
                            "auf eine Überschrift der Ebene {above} folgt eine der Ebene {level}"
                        ),
                    );
                    finding.also(span, text!("the one before", "die vorige"))
                }
            };
            finding.help(text!(
                "make it level {next}; how it looks is said by its style",
                "daraus Ebene {next} machen; das Aussehen bestimmt der Stil"
            ));
        }
        last = Some((level, place));
    }
}
