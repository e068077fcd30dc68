//! The ways to break a paragraph up to a point, and which of them are worth going on with: one is dropped only when
//! another could follow the same lines from here on and would cost no more in the end.

use super::breakpoints::Breakpoint;
use super::fitness::Look;
use super::linebreak::Start;
use super::opportunities::BreakKind;
use crate::geom::Length;

/// A way to break the paragraph up to a point.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// The breakpoint; none at the start.
    point: Option<usize>,
    /// The number of the line that begins here.
    pub(super) line: usize,
    pub(super) cost: i64,
    /// The way that it goes on from.
    previous: usize,
    /// How many lines in a row end in a hyphen, up to [`LADDER`].
    pub(super) hyphens: u8,
    /// How its last line looks, as the next is compared with it.
    pub(super) look: Look,
    pub(super) start: Length,
    pub(super) start_spaces: Length,
    /// Whether the line that begins here is the first of the paragraph or follows a forced end.
    pub(super) fresh: bool,
}

/// From so many lines in a row on, hyphens are a ladder.
pub(super) const LADDER: u8 = 3;

impl From<&Start> for Way {
    fn from(start: &Start) -> Self {
        Self {
            point: None,
            line: start.line,
            cost: 0,
            previous: 0,
            hyphens: u8::from(start.behind_hyphen),
            look: Look::FIRST,
            start: start.x,
            start_spaces: start.spaces,
            fresh: start.fresh,
        }
    }
}

impl Way {
    /// How many lines in a row end in a hyphen when the next ends at this point.
    pub(super) fn hyphens_with(&self, point: &Breakpoint) -> u8 {
        if point.shows_hyphen {
            (self.hyphens + 1).min(LADDER)
        } else {
            0
        }
    }

    /// One line more, which ends at this point.
    pub(super) fn on_to(&self, point: &Breakpoint, index: usize, from: usize) -> Self {
        Self {
            point: Some(index),
            line: self.line + 1,
            previous: from,
            hyphens: self.hyphens_with(point),
            start: point.start,
            start_spaces: point.start_spaces,
            fresh: point.kind == BreakKind::Forced,
            ..*self
        }
    }

    /// The same with what its last line costs, and how that looks.
    pub(super) fn costing(self, cost: i64, look: Look) -> Self {
        Self {
            cost: self.cost.saturating_add(cost),
            look: if self.fresh { Look::FIRST } else { look },
            ..self
        }
    }
}

/// At a point that many line counts can reach, as many ways are kept as are worth it; with lines of one width it takes some
/// four of them, since the dearer ones are known to stay dearer.
const KEPT: usize = 12;

/// The ways to one point.
pub(super) struct Ways {
    ways: Vec<Way>,
    uniform_from: usize,
    most_for_neighbours: i64,
}

impl Ways {
    /// None yet. From line `uniform_from` on all lines are equally wide, and the next line costs at most so much for the look
    /// of the one before it.
    pub(super) const fn new(uniform_from: usize, most_for_neighbours: i64) -> Self {
        Self {
            ways: Vec::new(),
            uniform_from,
            most_for_neighbours,
        }
    }

    pub(super) fn clear(&mut self) {
        self.ways.clear();
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    pub(super) fn extend(&mut self, way: Option<Way>) {
        self.ways.extend(way);
    }

    /// Takes a way unless another makes it needless, and drops those that it makes needless.
    pub(super) fn offer(&mut self, way: Way) {
        if self.ways.iter().any(|other| self.replaces(other, &way)) {
            return;
        }
        let mut ways = std::mem::take(&mut self.ways);
        ways.retain(|other| !self.replaces(&way, other));
        ways.push(way);
        self.ways = ways;
    }

    /// Whether whatever may follow on `other` may follow on `way` as well, and costs no more.
    fn replaces(&self, way: &Way, other: &Way) -> bool {
        let extra = if way.look == other.look {
            0
        } else {
            self.most_for_neighbours
        };
        way.line.min(self.uniform_from) == other.line.min(self.uniform_from)
            && way.hyphens <= other.hyphens
            && way.cost.saturating_add(extra) <= other.cost
    }

    /// Those that are gone on with.
    pub(super) fn best(&mut self) -> &[Way] {
        if self.ways.len() > KEPT {
            self.ways.sort_by_key(|way| way.cost);
            self.ways.truncate(KEPT);
        }
        &self.ways
    }
}

/// The points on the cheapest way to the last of so many.
pub(super) fn trace(known: &[Way], points: usize) -> Vec<usize> {
    let at_end = |way: &&Way| way.point.is_some_and(|point| point + 1 == points);
    let best = known.iter().rev().take_while(at_end).min_by_key(|way| way.cost);
    let mut chosen = Vec::new();
    let mut way = best;
    while let Some((of, point)) = way.and_then(|way| Some((way, way.point?))) {
        chosen.push(point);
        way = known.get(of.previous);
    }
    chosen.reverse();
    chosen
}
