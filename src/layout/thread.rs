//! A story through its frames.

use super::Pass;
use super::column::{self, Frame, Placed};
use super::copyfit::{self, Fitted};
use super::element::{Element, ElementKind, elements};
use super::furniture::into_the_bleed;
use super::plan::Standing;
use super::written::{Written, overfull};
use super::{contents::Heading, overset, paint, sheet};
use crate::diag::{Code, Severity};
use crate::geom::{Length, Rect, Sides};
use crate::scene::{NodeId, Panel};
use crate::story::Story;
use crate::template::{FrameSpec, beyond};
use crate::text::Line;

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
        .flat_map(|(number, block)| elements(block, section, number, pass))
        .collect();
    let frames = frames(&thread, pass);
    let fit = specs.iter().find_map(|spec| spec.fit.as_ref());
    let fitted = copyfit::run(elements, &frames, fit, pass);
    let Fitted { elements, filled, .. } = fitted;
    let filled_frames = filled
        .placed
        .iter()
        .map(|piece| piece.frame() + 1)
        .max()
        .unwrap_or(0);
    // What fits nowhere is shown to fall out of the frame that it came to.
    let needed = filled_frames + usize::from(filled.rest.is_some());
    pass.turns.need(thread.iter().take(needed));
    if pass.is_draft {
        note_headings(&elements, &filled.placed, &frames, section, pass);
        return;
    }
    if let Some(rest) = filled.rest {
        overset::report(story, &elements, rest, &specs, &frames, pass);
    }
    report_overfull(&elements, &filled.placed, pass);
    let placed = to_the_foot(filled.placed, &frames, pass);
    report_too_near(&elements, &placed, &specs, &frames, pass);
    note_headings(&elements, &placed, &frames, section, pass);
    paint::story(&elements, placed, &frames, pass);
}

/// The frames of a thread on their pages.
fn frames(thread: &[Standing<'_>], pass: &Pass<'_, '_>) -> Vec<Frame> {
    thread
        .iter()
        .filter_map(|standing| {
            let (_, whole) = standing.spec.spot.stand.on(&pass.template.format)?;
            // A page that is not planned is like the one it comes after.
            let page = pass.pages.get(standing.page).or(pass.pages.last())?;
            Some(Frame {
                page: standing.page,
                rect: standing.rect,
                home: into_the_bleed(whole, page),
                at_foot: standing.spec.at_foot,
            })
        })
        .collect()
}

fn report_overfull(elements: &[Element], placed: &[Placed], pass: &mut Pass<'_, '_>) {
    for piece in placed {
        let Placed::Line { element, line, .. } = piece else {
            continue;
        };
        if !pass.log.has_room(Severity::Error) {
            return;
        }
        if let Some(by) = line.overfull {
            let element = &elements[*element];
            if let ElementKind::Text(text) = &element.kind {
                let words = text.text.get(line.text.clone()).unwrap_or_default();
                let written = Written::of(element, &text.text, line.text.start);
                overfull(&written, words.trim(), by.to_mm(), pass.log);
            }
        }
    }
}

/// Text too near to the trim may be cut: the knife is never quite where it should be. Figures may run into it, and mean to; of a line too
/// wide for its frame more was said already.
fn report_too_near(
    elements: &[Element],
    placed: &[Placed],
    specs: &[&FrameSpec],
    frames: &[Frame],
    pass: &mut Pass<'_, '_>,
) {
    for (number, (frame, spec)) in frames.iter().zip(specs).enumerate() {
        let inked = placed.iter().filter_map(|piece| match piece {
            Placed::Line {
                element,
                frame: at,
                baseline,
                line,
                ..
            } if *at == number && line.overfull.is_none() => {
                line_area(&elements[*element], frame, *baseline, line)
            }
            Placed::Box {
                element,
                frame: at,
                rect,
            } if *at == number && matches!(elements[*element].kind, ElementKind::Qr(..)) => Some(*rect),
            _ => None,
        });
        let Some(inked) = inked.reduce(|all, one| all.union(&one)) else {
            continue;
        };
        let safe = pass.template.printer.safe;
        let area = pass.pages[frame.page].trim_box().inset(Sides::all(safe));
        let edges = beyond(inked, area);
        if !edges.is_empty() {
            let message = format!("text comes too near to the trim: {}", edges.join(", "));
            let printer = &pass.template.printer.name;
            let wish = format!(
                "the printer `{printer}` asks for {:.1} mm between text and trim",
                safe.to_mm()
            );
            pass.log
                .warning(Code::BAD_FRAME, spec.spot.span, message)
                .label(wish)
                .help("move the frame in from the edge, or make it smaller");
        }
    }
}

/// What the letters of a line cover, from the head of its capitals to the foot of its descenders.
fn line_area(element: &Element, frame: &Frame, baseline: Length, line: &Line) -> Option<Rect> {
    let ElementKind::Text(text) = &element.kind else {
        return None;
    };
    let left = frame.rect.left() + line.runs.iter().map(|run| run.x).min()?;
    let (top, bottom) = (baseline - text.cap_height, baseline + column::depth(text));
    Some(Rect::from_edges(left, top, left + line.natural, bottom))
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
        let label = label(frame, pass);
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

/// The label of the page or panel that a frame stands on.
fn label(frame: Frame, pass: &Pass<'_, '_>) -> String {
    let Some(page) = pass.pages.get(frame.page) else {
        return sheet::label(frame.page);
    };
    let stands_on = |panel: &&Panel| panel.rect.contains_point(frame.rect.centre());
    let panel = page.panels.iter().find(stands_on);
    panel.map_or_else(|| page.label.clone(), |panel| panel.number.to_string())
}

/// A heading as a list of contents names it: on one line, and without the colon that leads into what follows it.
fn title(heading: &str) -> String {
    heading.replace('\n', " ").trim_end_matches(':').to_owned()
}
