//! What makes a line good. Ragged setting is a manner of its own here, not flush setting with endless glue: its lines never
//! stretch, what they cost is the white at their end, and what is seen of them together is the outline of that white. In
//! flush setting spaces stretch and shrink, and what is seen is how tight one line is beside the next.

use super::breakpoints::Breakpoint;
use super::demerits::{self, Pass, Taste};
use super::fitness::{Look, flush_class, rag_class};
use super::opportunities::BreakKind;
use super::ways::Way;
use crate::geom::Length;

/// Ragged or flush, for letters of one size.
pub(super) struct Manner {
    em: Length,
    /// A last line shorter than this is a runt.
    runt: Length,
    taste: Taste,
    /// How flush setting is tried; none for a rag.
    pass: Option<Pass>,
}

/// How a line would do.
pub(super) enum Verdict {
    Good(i64, Look),
    TooLoose,
    TooWide(Length),
}

impl Manner {
    pub(super) const fn ragged(em: Length, runt: Length) -> Self {
        Self {
            em,
            runt,
            taste: demerits::RAGGED,
            pass: None,
        }
    }

    pub(super) const fn flush(em: Length, runt: Length, pass: Pass) -> Self {
        Self {
            em,
            runt,
            taste: demerits::FLUSH,
            pass: Some(pass),
        }
    }

    /// Whether a line may end so.
    pub(super) fn allows(&self, end: BreakKind) -> bool {
        match end {
            BreakKind::Hyphen => self.pass.is_none_or(|pass| pass.hyphens),
            BreakKind::Emergency => self.is_last(),
            BreakKind::Forced | BreakKind::Plain | BreakKind::HardHyphen => true,
        }
    }

    /// Whether nothing else will be tried when this finds no way.
    pub(super) fn is_last(&self) -> bool {
        self.pass.is_none_or(|pass| pass.last)
    }

    /// The most that a line can cost for how the one before it looks.
    pub(super) const fn most_for_neighbours(&self) -> i64 {
        self.taste.most_for_neighbours
    }

    /// The least width that the line from a way to a point could shrink to; no later point needs less.
    pub(super) fn least(&self, way: &Way, point: &Breakpoint) -> Length {
        let width = (point.bare_end - way.start).at_least_zero();
        match self.pass {
            None => width,
            Some(_) => width - shrink(spaces(way, point)),
        }
    }

    /// How the line from a way to a point would do in so much room.
    pub(super) fn assess(&self, way: &Way, point: &Breakpoint, available: Length) -> Verdict {
        let width = (point.end - way.start).at_least_zero();
        let slack = available - width;
        let verdict = match self.pass {
            None => self.ragged_line(way, point, slack, available),
            Some(pass) => self.flush_line(way, point, slack, pass),
        };
        let Verdict::Good(cost, look) = verdict else {
            return verdict;
        };
        let Some(hyphens) = self.hyphens(way, point, available) else {
            return Verdict::TooLoose;
        };
        let end = match point.kind {
            BreakKind::Forced => self.last_line(way, point, width, available),
            BreakKind::Emergency => demerits::EMERGENCY,
            BreakKind::Plain | BreakKind::HardHyphen | BreakKind::Hyphen => 0,
        };
        Verdict::Good(cost + hyphens + end, look)
    }

    fn ragged_line(&self, way: &Way, point: &Breakpoint, slack: Length, available: Length) -> Verdict {
        if slack < Length::ZERO {
            return Verdict::TooWide(-slack);
        }
        // A last line ends where it ends.
        if point.kind == BreakKind::Forced {
            return Verdict::Good(0, Look::FIRST);
        }
        let white = demerits::ragged(slack, available, self.em);
        let (outline, look) = way.look.ragged_before(rag_class(slack, available));
        Verdict::Good(white + outline + demerits::ragged_penalty(point.penalty), look)
    }

    fn flush_line(&self, way: &Way, point: &Breakpoint, slack: Length, pass: Pass) -> Verdict {
        let spaces = spaces(way, point);
        let stretch = spaces.ratio(demerits::STRETCH.0, demerits::STRETCH.1) + self.em * pass.loan_ems;
        let is_last = point.kind == BreakKind::Forced && slack >= Length::ZERO;
        let badness = if is_last {
            Some(0)
        } else {
            demerits::badness(slack, stretch, shrink(spaces))
        };
        match badness {
            None => Verdict::TooWide(-slack),
            Some(badness) if badness > pass.tolerance => Verdict::TooLoose,
            Some(badness) => {
                let (mismatch, look) = way.look.flush_before(flush_class(slack, badness));
                Verdict::Good(mismatch + demerits::flush(badness, point.penalty), look)
            }
        }
    }

    /// What hyphens in a row cost at this point; none where another pass may still do better.
    pub(super) fn hyphens(&self, way: &Way, point: &Breakpoint, available: Length) -> Option<i64> {
        match way.hyphens_with(point) {
            0 | 1 => Some(0),
            2 if self.pass.is_none() => Some(demerits::ragged_row(available, self.em)),
            2 => Some(demerits::FLUSH_ROW),
            _ => self.is_last().then_some(demerits::LADDER),
        }
    }

    /// What a last line costs that looks like a mistake, or begins inside of a word.
    fn last_line(&self, way: &Way, point: &Breakpoint, width: Length, available: Length) -> i64 {
        if way.fresh {
            return 0;
        }
        let is_lone_word = spaces(way, point) == Length::ZERO;
        let runt = if width < self.runt {
            self.taste.runt
        } else if is_lone_word {
            let missing = (available / 2 - width).at_least_zero();
            demerits::share(self.taste.runt, missing, available / 2)
        } else {
            0
        };
        let last_but_one = if way.hyphens > 0 {
            let white = (available - width).at_least_zero();
            demerits::share(self.taste.last_but_one, white, available)
        } else {
            0
        };
        runt + last_but_one
    }
}

/// The width of the spaces that flush setting may change.
fn spaces(way: &Way, point: &Breakpoint) -> Length {
    (point.end_spaces - way.start_spaces).at_least_zero()
}

fn shrink(spaces: Length) -> Length {
    spaces.ratio(demerits::SHRINK.0, demerits::SHRINK.1)
}
