//! Frames that run on: their page comes again and again, until their story is at its end.

use std::collections::BTreeMap;

use super::{Format, FrameSpec, Stand, Template};
use crate::diag::{Code, Log};

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
                "a folded sheet has no more pages to run on to",
            )
            .help("take `run-on` out, and give the story a frame on each panel that it needs");
        }
        Format::Bound { automatic: false, .. } => {
            log.error(
                Code::BAD_FRAME,
                place,
                "this frame runs on, but the number of pages is fixed",
            )
            .also(template.span, "here")
            .help("write `pages = \"auto\"`, or take `run-on` out");
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
        format!("`{story}` never comes to this frame"),
    )
    .also(first.spot.span, "it runs on here until it is at its end")
    .help("let only the last frame of a story run on, or the last ones of it on one page");
}

fn same_page(one: Stand, other: Stand) -> bool {
    matches!((one, other), (Stand::Page(one), Stand::Page(other)) if one == other)
}
