//! Frames that run on: their page comes again and again, until their story is at its end.

use std::collections::BTreeMap;

use super::{Format, FrameSpec, Stand, Template};
use crate::diag::{Code, Log};
use crate::wording::text;

/// A frame can run on where there may be more pages, and nothing of its story comes after it.
pub(super) fn check(template: &Template, log: &mut Log) {
    let mut running_on: BTreeMap<&str, &FrameSpec> = BTreeMap::new();
    for frame in &template.frames {
        if let Some(first) = running_on.get(frame.story.value.as_str()) {
            check_follower(frame, first, log);
        } else if frame.runs_on.is_some() {
            check_format(frame, template, log);
            running_on.insert(&frame.story.value, frame);
        }
    }
}

fn check_format(frame: &FrameSpec, template: &Template, log: &mut Log) {
    let Some(place) = frame.runs_on else { return };
    match template.format {
        Format::Folded { .. } => {
            log.error(
                Code::BAD_FRAME,
                place,
                text!(
                    "a folded sheet has no more pages to run on to",
                    "ein gefalzter Bogen hat keine weiteren Seiten, auf denen der Text weiterlaufen kann"
                ),
            )
            .help(text!(
                "take `run-on` out, and give the story a frame on each panel that it needs",
                "`run-on` herausnehmen und dem Text auf jedem nötigen Panel einen Rahmen geben"
            ));
        }
        Format::Bound { automatic: false, .. } => {
            log.error(
                Code::BAD_FRAME,
                place,
                text!(
                    "this frame runs on, but the number of pages is fixed",
                    "dieser Rahmen läuft weiter, aber die Zahl der Seiten steht fest"
                ),
            )
            .also(template.span, text!("here", "hier"))
            .help(text!(
                "write `pages = \"auto\"`, or take `run-on` out",
                "`pages = \"auto\"` schreiben oder `run-on` herausnehmen"
            ));
        }
        Format::Bound { automatic: true, .. } => {}
    }
}

/// Frames beside one that runs on may run on with it; any other is never reached.
fn check_follower(frame: &FrameSpec, first: &FrameSpec, log: &mut Log) {
    if frame.runs_on.is_some() && same_page(frame.spot.stand, first.spot.stand) {
        return;
    }
    let story = &frame.story.value;
    log.error(
        Code::BAD_FRAME,
        frame.story.span,
        text!(
            "`{story}` never comes to this frame",
            "`{story}` kommt nie bis zu diesem Rahmen"
        ),
    )
    .also(
        first.spot.span,
        text!(
            "it runs on here until it is at its end",
            "hier läuft der Text weiter, bis er zu Ende ist"
        ),
    )
    .help(text!(
        "let only the last frame of a story run on, or the last ones of it on one page",
        "nur den letzten Rahmen eines Textes weiterlaufen lassen, oder die letzten auf einer Seite"
    ));
}

fn same_page(one: Stand, other: Stand) -> bool {
    matches!((one, other), (Stand::Page(one), Stand::Page(other)) if one == other)
}
