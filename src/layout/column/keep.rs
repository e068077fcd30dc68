//! Where a column may end. Of all places in a frame the last good one is taken; where none is good, the last of the least bad.

use super::paragraph::Broken;
use super::{Column, Filler, Piece, capacity};
use crate::layout::element::ElementKind;
use crate::style::Begins;

/// How good it is to end a frame at a place, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::layout) enum Ending {
    Good,
    /// In the middle of a word: the reader turns the page, and has forgotten its beginning.
    Hyphen,
    /// In something that is kept together, though it would fit into the next frame as a whole.
    Apart,
    /// Behind so few lines of a paragraph that they look lost there (Schusterjunge).
    Orphan,
    /// Behind a heading, or behind fewer lines below it than it wants.
    Stranded,
    /// Before everything: the frame stays empty.
    Empty,
    /// So near to the end of a paragraph that what is carried over looks lost (Hurenkind).
    Widow,
}

impl Ending {
    /// The endings that are borne rather than that text is overset, one after the other. A widow or a lonely heading never is: there
    /// the text has to be shortened.
    pub(super) const BORNE: [Self; 4] = [Self::Good, Self::Hyphen, Self::Apart, Self::Orphan];
}

/// So many lines go to the next frame rather than that this one ends in a hyphen: two are the most that end in one in a row
/// (`typesetting.md`), and a column that ends three lines early looks like the end of the text.
const MOST_FOR_A_HYPHEN: usize = 2;

impl Filler<'_, '_> {
    /// How many pieces of a column stay in its frame.
    pub(super) fn end(&mut self, column: &Column, number: usize) -> usize {
        let all = column.pieces.len();
        // What is over after the last frame is overset: there it does not matter how that begins.
        if column.next.is_none() || number + 1 == self.frames.len() || self.ends_by_wish(column) {
            return all;
        }
        let mut best = (Ending::Widow, all);
        for stays in (1..=all).rev() {
            let ending = self.ending(column, stays, number);
            let is_far = best.0 == Ending::Hyphen && stays + MOST_FOR_A_HYPHEN < best.1;
            if is_far {
                break;
            }
            if ending < best.0 {
                best = (ending, stays);
            }
            if ending <= self.tolerance {
                break;
            }
        }
        if best.0 > Ending::Empty && self.a_later_one_is_higher(number) {
            return 0;
        }
        best.1
    }

    /// Whether a column ends because what follows begins elsewhere anyway.
    fn ends_by_wish(&self, column: &Column) -> bool {
        let last = column.pieces.last().map(Piece::element);
        let begins = |next: usize| self.elements[next].style.begins != Begins::Anywhere;
        column.next != last && column.next.is_some_and(begins)
    }

    /// How good it is to end a frame behind so many pieces.
    fn ending(&mut self, column: &Column, stays: usize, number: usize) -> Ending {
        let pieces = &column.pieces;
        let next = pieces.get(stays).map(Piece::element);
        let next = next.or(column.next);
        let Some(Piece::Line {
            element,
            number: line,
            ..
        }) = pieces.get(stays - 1).copied()
        else {
            return self.behind_a_box(pieces[stays - 1]);
        };
        let is_divided = next == Some(element);
        let style = &self.elements[element].style;
        let (widows, orphans) = (usize::from(style.widows), usize::from(style.orphans));
        if is_divided && self.carried(element, line, number) < widows {
            Ending::Widow
        } else if self.is_stranded(&pieces[..stays], is_divided) {
            Ending::Stranded
        } else if is_divided && line + 1 < orphans {
            Ending::Orphan
        } else if is_divided && self.is_kept_together(column, element, number) {
            Ending::Apart
        } else if self.frames[number].is_last_column && self.ends_in_a_hyphen(element, line) {
            Ending::Hyphen
        } else {
            Ending::Good
        }
    }

    /// How good it is to end a frame behind a box or a row: the heads of a table stand above its first row.
    fn behind_a_box(&self, piece: Piece) -> Ending {
        let keeps = self.elements[piece.element()].style.keep_with_next > 0;
        if keeps && matches!(piece, Piece::Row { .. }) {
            Ending::Stranded
        } else {
            Ending::Good
        }
    }

    /// Whether a heading at the foot of some pieces has too little below it, or stands in two frames itself.
    fn is_stranded(&self, pieces: &[Piece], is_divided: bool) -> bool {
        let most = usize::from(self.most_kept.unwrap_or(0));
        let mut above = None;
        for (below, piece) in pieces.iter().rev().take(most).enumerate() {
            let element = piece.element();
            let wanted = usize::from(self.elements[element].style.keep_with_next);
            let ends_here = above != Some(element) && !(above.is_none() && is_divided);
            if ends_here && wanted > below || above.is_none() && is_divided && wanted > 0 {
                return true;
            }
            if matches!(piece, Piece::Box { .. } | Piece::Row { .. }) {
                return false;
            }
            above = Some(element);
        }
        false
    }

    /// Whether an element that begins in this frame is kept together, and would be in the next one.
    fn is_kept_together(&self, column: &Column, element: usize, number: usize) -> bool {
        let held = &self.elements[element];
        let begins_below_others = column
            .pieces
            .first()
            .is_some_and(|first| first.element() != element);
        let ElementKind::Text(text) = &held.kind else {
            return false;
        };
        let count = self.broken.get(&element).map_or(0, Broken::count);
        let fits = |frame| capacity(held, text, frame, self.register) >= count;
        held.style.keep_together && begins_below_others && self.frames.get(number + 1).is_some_and(fits)
    }

    fn ends_in_a_hyphen(&self, element: usize, line: usize) -> bool {
        let broken = self.broken.get(&element);
        broken
            .and_then(|broken| broken.line(line))
            .is_some_and(|line| line.hyphenated)
    }

    fn a_later_one_is_higher(&self, number: usize) -> bool {
        let (before, later) = self.frames.split_at(number + 1);
        let here = before.last().map(|frame| frame.rect.size.height);
        later.iter().any(|frame| Some(frame.rect.size.height) > here)
    }
}
