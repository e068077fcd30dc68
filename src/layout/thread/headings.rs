//! Where a story and its headings came to stand: contents, running heads and references want to know.

use super::super::column::{Frame, Placed};
use super::super::contents::Heading;
use super::super::element::{Element, ElementKind};
use super::super::{Pass, sheet};
use crate::scene::{NodeId, Panel};

/// Remembers where headings stand, for contents and running heads.
pub(super) fn note(
    elements: &[Element],
    placed: &[Placed],
    frames: &[Frame],
    (story, section): (&str, NodeId),
    pass: &mut Pass<'_, '_>,
) {
    if let Some(first) = placed.first() {
        let label = label(frames[first.frame()], pass);
        pass.found_places.note(story, section, label);
    }
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
        if let Some(name) = &text.name {
            pass.found_places
                .note(name, elements[*element].node, label.clone());
        }
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
