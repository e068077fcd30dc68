//! What is said of lines where they came to stand: that they are wider than their measure, or too near to the trim.

use super::super::Pass;
use super::super::adornment::Adornment;
use super::super::column::{self, Frame, Placed};
use super::super::element::{Element, ElementKind};
use super::super::written::{Written, overfull};
use crate::diag::{Code, Severity};
use crate::geom::{Length, Rect, Sides};
use crate::template::{FrameSpec, beyond};
use crate::text::Line;
use crate::wording::{Text, decimal, text};

pub(super) fn overfull_lines(elements: &[Element], placed: &[Placed], pass: &mut Pass<'_, '_>) {
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
pub(super) fn too_near(
    elements: &[Element],
    placed: &[Placed],
    adornments: &[Adornment],
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
            Placed::Row { frame: at, stand, .. } if *at == number => Some(stand.rect),
            Placed::Box {
                element,
                frame: at,
                rect,
            } if *at == number && matches!(elements[*element].kind, ElementKind::Qr(..)) => Some(*rect),
            _ => None,
        });
        let beside = adornments.iter().filter(|adornment| adornment.frame == number);
        let inked = inked.chain(beside.map(|adornment| adornment.rect));
        let Some(inked) = inked.reduce(|all, one| all.union(&one)) else {
            continue;
        };
        let safe = pass.template.printer.safe;
        let area = pass.pages[frame.page].trim_box().inset(Sides::all(safe));
        let edges = beyond(inked, area);
        if !edges.is_empty() {
            let edges = Text::joined(&edges, ", ");
            let message = text!("text comes too near to the trim: {edges}", "Text steht zu nah am Rand des Endformats: {edges}"; edges);
            let printer = &pass.template.printer.name;
            let wish = text!(
                "the printer `{printer}` asks for {safe} mm between text and trim",
                "die Druckerei `{printer}` verlangt {safe} mm zwischen Text und Rand des Endformats";
                safe = decimal(safe.to_mm(), 1)
            );
            pass.log
                .warning(Code::BAD_FRAME, spec.spot.span, message)
                .label(wish)
                .help(text!(
                    "move the frame in from the edge, or make it smaller",
                    "den Rahmen vom Rand wegrücken oder verkleinern"
                ));
        }
    }
}

/// What the letters of a line cover, from the head of its capitals to the foot of its descenders.
fn line_area(element: &Element, frame: &Frame, baseline: Length, line: &Line) -> Option<Rect> {
    let ElementKind::Text(text) = &element.kind else {
        return None;
    };
    let left = frame.rect.left() + line.left;
    let right = left + line.natural + line.protruding;
    let (top, bottom) = (baseline - text.cap_height, baseline + column::depth(text));
    Some(Rect::from_edges(left, top, right, bottom))
}
