//! A story through its frames.

use super::Pass;
use super::column::{self, Frame, Placed};
use super::element::{Element, ElementKind, elements};
use super::furniture::into_the_bleed;
use super::{contents::Heading, overset, paint};
use crate::diag::Code;
use crate::geom::Length;
use crate::scene::NodeId;
use crate::story::Story;
use crate::template::FrameSpec;

/// Sets a story into its frames and paints it.
pub(super) fn run(story: &Story, section: NodeId, pass: &mut Pass<'_, '_>) {
    if story.blocks.is_empty() {
        return;
    }
    let template = pass.template;
    let specs: Vec<&FrameSpec> = template
        .frames
        .iter()
        .filter(|frame| frame.story.value == story.name)
        .collect();
    if specs.is_empty() {
        let known = template.frames.iter().map(|frame| frame.story.value.as_str());
        pass.log
            .error(
                Code::UNPLACED_CONTENT,
                story.span,
                format!("no frame shows the story `{}`", story.name),
            )
            .suggest(&story.name, known)
            .also(template.span, format!("template `{}`", template.name));
        return;
    }
    let elements: Vec<Element> = story
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(number, block)| elements(block, section, number, pass))
        .collect();
    let frames = frames(&specs, pass);
    if frames.len() < specs.len() {
        return;
    }
    let filled = column::fill(&elements, &frames, &template.grid, pass.setter);
    if pass.is_draft {
        note_headings(&elements, &filled.placed, &frames, section, pass);
        return;
    }
    if let Some(rest) = filled.rest {
        overset::report(story, &elements, rest, &specs, &frames, pass);
    }
    report_overfull(&elements, &filled.placed, pass);
    let placed = to_the_foot(filled.placed, &frames, pass);
    note_headings(&elements, &placed, &frames, section, pass);
    paint::story(&elements, placed, &frames, pass);
}

/// The frames of a thread on their pages.
fn frames(specs: &[&FrameSpec], pass: &Pass<'_, '_>) -> Vec<Frame> {
    let template = pass.template;
    specs
        .iter()
        .filter_map(|spec| {
            let area = spec.spot.on(&template.format, &template.grid)?;
            let (_, whole) = spec.spot.stand.on(&template.format)?;
            let home = into_the_bleed(whole, &pass.pages[area.page]);
            Some(Frame {
                page: area.page,
                rect: area.rect,
                home,
                at_foot: spec.at_foot,
            })
        })
        .collect()
}

fn report_overfull(elements: &[Element], placed: &[Placed], pass: &mut Pass<'_, '_>) {
    for piece in placed {
        let Placed::Line { element, line, .. } = piece else {
            continue;
        };
        if let Some(by) = line.overfull {
            let words = match &elements[*element].kind {
                ElementKind::Text(text) => text
                    .text
                    .get(line.text.clone())
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                _ => String::new(),
            };
            let message = format!("a line is {:.1} mm wider than its measure: `{words}`", by.to_mm());
            pass.log
                .error(Code::OVERFULL_LINE, elements[*element].origin, message)
                .help(
                    "divide a long word with a soft hyphen (U+00AD), write it otherwise, or widen the frame",
                );
        }
    }
}

/// In frames whose text gathers at the foot, everything moves down together, as far as the grid allows.
fn to_the_foot(mut placed: Vec<Placed>, frames: &[Frame], pass: &Pass<'_, '_>) -> Vec<Placed> {
    for (number, frame) in frames.iter().enumerate().filter(|(_, frame)| frame.at_foot) {
        let lowest = placed.iter().filter_map(|piece| match piece {
            Placed::Line { frame, baseline, .. } if *frame == number => Some(*baseline),
            Placed::Box { frame, rect, .. } if *frame == number => Some(rect.bottom()),
            _ => None,
        });
        let Some(lowest) = lowest.max() else { continue };
        let step = pass.template.grid.baseline;
        let room = step * (frame.rect.bottom() - lowest).whole_times(step);
        for piece in &mut placed {
            match piece {
                Placed::Line { frame, baseline, .. } if *frame == number => *baseline += room,
                Placed::Box { frame, rect, .. } if *frame == number => {
                    *rect = rect.shifted(crate::geom::Point::new(Length::ZERO, room));
                }
                _ => {}
            }
        }
    }
    placed
}

/// Remembers where headings stand, for contents and running heads.
fn note_headings(
    elements: &[Element],
    placed: &[Placed],
    frames: &[Frame],
    section: NodeId,
    pass: &mut Pass<'_, '_>,
) {
    for piece in placed {
        let Placed::Line {
            element,
            frame,
            number: 0,
            ..
        } = piece
        else {
            continue;
        };
        let ElementKind::Text(text) = &elements[*element].kind else {
            continue;
        };
        let Some(level) = text.heading else { continue };
        let frame = frames[*frame];
        let page = &pass.pages[frame.page];
        let panel = page
            .panels
            .iter()
            .find(|panel| panel.rect.contains_point(frame.rect.centre()));
        let label = panel.map_or_else(|| page.label.clone(), |panel| panel.number.to_string());
        pass.found.0.push(Heading {
            level,
            text: title(&text.text),
            section,
            node: elements[*element].node,
            page: frame.page,
            label,
        });
    }
}

/// A heading as a list of contents names it: on one line, and without the colon that leads into what follows it.
fn title(heading: &str) -> String {
    heading.replace('\n', " ").trim_end_matches(':').to_owned()
}
