//! The frames of a thread on their pages, column by column, and how what stands in them moves when they are not full.

use std::collections::BTreeMap;

use super::super::Pass;
use super::super::adornment;
use super::super::column::{Frame, Placed};
use super::super::element::Element;
use super::super::furniture::into_the_bleed;
use super::super::plan::Standing;
use crate::geom::Length;

/// The frames of a thread on their pages; of a frame with columns each is one.
pub(super) fn frames(thread: &[Standing<'_>], pass: &Pass<'_, '_>) -> Vec<Frame> {
    let right_to_left = pass.about.language.is_right_to_left();
    let mut frames = Vec::new();
    for (number, standing) in thread.iter().enumerate() {
        let spec = standing.spec;
        let whole = spec.spot.stand.on(&pass.template.format);
        // A page that is not planned is like the one it comes after.
        let page = pass.pages.get(standing.page).or(pass.pages.last());
        let Some(((_, whole), page)) = whole.zip(page) else {
            continue;
        };
        let columns = spec
            .columns
            .areas(standing.rect, &pass.template.grid, right_to_left);
        let last = columns.len() - 1;
        frames.extend(columns.into_iter().enumerate().map(|(column, rect)| Frame {
            page: standing.page,
            rect,
            home: into_the_bleed(whole, page),
            at_foot: spec.at_foot,
            number,
            is_last_column: column == last,
            balance: spec.columns.balance,
        }));
    }
    frames
}

/// In frames whose text gathers at the foot, everything moves down together, as far as the grid allows; columns all alike.
pub(super) fn to_the_foot(
    elements: &[Element],
    mut placed: Vec<Placed>,
    frames: &[Frame],
    pass: &Pass<'_, '_>,
) -> Vec<Placed> {
    let mut lowest: BTreeMap<usize, Length> = BTreeMap::new();
    for piece in &placed {
        let frame = frames[piece.frame()];
        if frame.at_foot {
            let lowest = lowest.entry(frame.number).or_insert(Length::ZERO);
            let beneath = match piece {
                Placed::Line { element, .. } => adornment::beneath(&elements[*element]),
                Placed::Row { .. } | Placed::Box { .. } => Length::ZERO,
            };
            *lowest = (*lowest).max(piece.foot() + beneath);
        }
    }
    let step = pass.template.grid.baseline;
    for piece in &mut placed {
        let frame = frames[piece.frame()];
        if let Some(lowest) = lowest.get(&frame.number) {
            piece.move_down(step * (frame.rect.bottom() - *lowest).whole_times(step));
        }
    }
    placed
}
