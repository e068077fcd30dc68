//! A story through its frames.

mod balance;
mod frames;
mod headings;
mod reports;

use super::Pass;
use super::copyfit::{self, Fitted};
use super::element::{Element, Setting, elements};
use super::{adornment, overset, paint, room};
use crate::geom::Length;
use crate::scene::NodeId;
use crate::story::Story;
use crate::template::FrameSpec;
use balance::balance;
use frames::{frames, to_the_foot};

/// Sets a story into its frames and paints it.
pub(super) fn run(story: &Story, section: NodeId, pass: &mut Pass<'_, '_>) {
    if story.blocks.is_empty() {
        return;
    }
    let template = pass.template;
    let thread = pass.plan.thread(story, template, pass.is_draft);
    let specs: Vec<&FrameSpec> = thread.iter().map(|standing| standing.spec).collect();
    let elements: Vec<Element> = story
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(number, block)| {
            let setting = Setting {
                parent: section,
                number,
                shift: Length::ZERO,
            };
            elements(block, setting, pass)
        })
        .collect();
    let frames = frames(&thread, pass);
    let fit = specs.iter().find_map(|spec| spec.fit.as_ref());
    let fitted = balance(copyfit::run(elements, &frames, fit, pass), &frames, pass);
    let filled_frames = fitted
        .filled
        .placed
        .iter()
        .map(|piece| frames[piece.frame()].number + 1)
        .max()
        .unwrap_or(0);
    // What fits nowhere is shown to fall out of the frame that it came to.
    let needed = filled_frames + usize::from(fitted.filled.rest.is_some());
    pass.turns.need(thread.iter().take(needed));
    if pass.is_draft {
        headings::note(
            &fitted.elements,
            &fitted.filled.placed,
            &frames,
            (&story.name, section),
            pass,
        );
        return;
    }
    pass.fills
        .extend(room::fills(story, &thread, &fitted, &frames, &template.grid));
    overset::report(story, &fitted, &specs, &frames, pass);
    let Fitted { elements, filled, .. } = fitted;
    reports::overfull_lines(&elements, &filled.placed, pass);
    let placed = to_the_foot(&elements, filled.placed, &frames, pass);
    let adornments = adornment::find(&elements, &placed, &frames);
    reports::too_near(&elements, &placed, &adornments, &specs, &frames, pass);
    headings::note(&elements, &placed, &frames, (&story.name, section), pass);
    paint::story(&elements, placed, &adornments, &frames, pass);
}
