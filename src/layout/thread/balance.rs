//! Columns that end side by side: where a story ends in a frame that asks for it, its columns are made lower, line by line, until the text
//! only just fits. The least height is found by halving; whatever keeps lines together holds as before.

use super::super::Pass;
use super::super::column::{self, Cursor, Filled, Frame, Placed, Register};
use super::super::copyfit::Fitted;
use super::super::element::ElementKind;
use crate::text::Place;

/// Balances the columns that a story ends in, where its frame asks for it.
pub(super) fn balance(fitted: Fitted, frames: &[Frame], pass: &mut Pass<'_, '_>) -> Fitted {
    let Some(last) = fitted.filled.placed.last().map(|piece| frames[piece.frame()]) else {
        return fitted;
    };
    if !last.balance || fitted.filled.rest.is_some() {
        return fitted;
    }
    // A figure takes all that is left of its column, so its columns end at one height; lower ones would only make it smaller.
    let is_figure = |piece: &Placed| {
        let Placed::Box { element, frame, .. } = piece else {
            return false;
        };
        let element = &fitted.elements[*element];
        let takes_what_is_left = match &element.kind {
            ElementKind::Figure(_) => true,
            ElementKind::Picture(picture) => picture.height.is_none(),
            _ => false,
        };
        frames[*frame].number == last.number && takes_what_is_left
    };
    if fitted.filled.placed.iter().any(is_figure) {
        return fitted;
    }
    let first = frames
        .iter()
        .position(|frame| frame.number == last.number)
        .unwrap_or(0);
    let columns: Vec<Frame> = frames[first..]
        .iter()
        .take_while(|frame| frame.number == last.number)
        .copied()
        .collect();
    let placed = &fitted.filled.placed;
    let before = placed.iter().take_while(|piece| piece.frame() < first).count();
    let from = placed.get(before).map_or(Cursor::default(), cursor);
    let lowered = Lowered {
        fitted: &fitted,
        columns,
        from,
    };
    let Some(balanced) = lowered.lowest(pass) else {
        return fitted;
    };
    let mut fitted = fitted;
    fitted.filled.placed.truncate(before);
    fitted
        .filled
        .placed
        .extend(balanced.placed.into_iter().map(|mut piece| {
            *piece.frame_mut() += first;
            piece
        }));
    fitted
}

/// Where something that is placed begins.
fn cursor(piece: &Placed) -> Cursor {
    match piece {
        Placed::Line {
            element,
            number,
            line,
            ..
        } => Cursor {
            element: *element,
            text: Place {
                text: line.text.start,
                line: *number,
            },
        },
        Placed::Row { element, .. } | Placed::Box { element, .. } => Cursor {
            element: *element,
            text: Place::default(),
        },
    }
}

/// The columns of a frame, to be made lower.
struct Lowered<'l> {
    fitted: &'l Fitted,
    columns: Vec<Frame>,
    from: Cursor,
}

impl Lowered<'_> {
    /// The text in columns as low as they can be.
    fn lowest(&self, pass: &mut Pass<'_, '_>) -> Option<Filled> {
        let step = self.fitted.step;
        let height = self.columns.first()?.rect.size.height;
        let mut best = None;
        // So many lines lower the text still fits, and so many lower it does not.
        let (mut fits, mut fails) = (0, height.whole_times(step) + 1);
        while fails - fits > 1 {
            let middle = fits.midpoint(fails);
            let filled = self.lower_by(middle, pass);
            // Nothing may stand together worse than it did.
            if filled.rest.is_none() && filled.borne <= self.fitted.filled.borne {
                (best, fits) = (Some(filled), middle);
            } else {
                fails = middle;
            }
        }
        best
    }

    fn lower_by(&self, lines: i64, pass: &mut Pass<'_, '_>) -> Filled {
        let lower = |column: &Frame| {
            let mut column = *column;
            column.rect.size.height -= self.fitted.step * lines;
            column
        };
        let columns: Vec<Frame> = self.columns.iter().map(lower).collect();
        let register = Register {
            grid: &pass.template.grid,
            step: self.fitted.step,
        };
        column::fill(&self.fitted.elements, self.from, &columns, &register, pass.setter)
    }
}
