//! The lines of a paragraph in the frames that it may run through. As long as frames are of one width it is broken once, however many
//! they are; where widths differ it is broken for the widths that its lines are going to have, and again from a line on only when that
//! line came to stand in another frame than was thought.

use std::collections::VecDeque;

use super::pen::Pen;
use super::{Cursor, Filler, capacity};
use crate::geom::Length;
use crate::layout::element::{ElementKind, TextElement};
use crate::text::{Line, Place};

/// The lines of a paragraph that are not placed yet.
pub(super) struct Broken {
    lines: VecDeque<Line>,
    placed: usize,
    plan: Plan,
}

/// How wide lines are: each width holds up to the line that stands beside it, the last for all that follow.
#[derive(Debug, PartialEq, Eq)]
struct Plan(Vec<(usize, Length)>);

/// Where the lines of a paragraph are going to stand, from one of them on.
#[derive(Clone, Copy)]
pub(super) struct Spot<'e> {
    pub(super) at: Cursor,
    /// The frame, by its number.
    pub(super) number: usize,
    pub(super) pen: Pen<'e>,
}

impl Plan {
    fn one(width: Length) -> Self {
        Self(vec![(usize::MAX, width)])
    }

    fn width(&self, line: usize) -> Length {
        let at = self.0.partition_point(|(until, _)| *until <= line);
        self.0.get(at).map_or(Length::ZERO, |(_, width)| *width)
    }
}

impl Broken {
    /// The next line, with its number and how many there are.
    pub(super) fn take(&mut self) -> Option<(usize, usize, Line)> {
        let count = self.count();
        let line = self.lines.pop_front()?;
        self.placed += 1;
        Some((self.placed - 1, count, line))
    }

    pub(super) fn count(&self) -> usize {
        self.placed + self.lines.len()
    }

    /// Where the next line begins.
    pub(super) fn next(&self) -> Place {
        Place {
            text: self.lines.front().map_or(0, |line| line.text.start),
            line: self.placed,
        }
    }

    /// A line that is not placed yet, by its number.
    pub(super) fn line(&self, number: usize) -> Option<&Line> {
        self.lines.get(number.checked_sub(self.placed)?)
    }

    fn is_planned_like(&self, plan: &Plan) -> bool {
        (self.placed..self.count()).all(|line| self.plan.width(line) == plan.width(line))
    }
}

impl Filler<'_, '_> {
    /// Sees to it that a paragraph is broken for the frames from here on; answers how many lines it has.
    pub(super) fn lines(&mut self, text: &TextElement, spot: Spot<'_>) -> usize {
        let width = self.frames[spot.number].rect.size.width;
        let one = Plan::one(width);
        let known = self.broken.get(&spot.at.element);
        if known.is_none_or(|known| !known.is_planned_like(&one)) && spot.number >= self.alike_from
            || known.is_none()
        {
            self.break_lines(text, spot.at, one);
        }
        if spot.number < self.alike_from {
            self.break_for_each_frame(text, spot);
        }
        self.broken.get(&spot.at.element).map_or(0, Broken::count)
    }

    /// Breaks a paragraph that does not end in this frame for the widths of those that it runs through.
    fn break_for_each_frame(&mut self, text: &TextElement, spot: Spot<'_>) {
        let element = &self.elements[spot.at.element];
        let Some(known) = self.broken.get(&spot.at.element) else {
            return;
        };
        let frame = &self.frames[spot.number];
        let here = spot.pen.standing(element, text, frame);
        let width = frame.rect.size.width;
        let ends_here = known.count() <= spot.at.text.line + here;
        if ends_here && known.is_planned_like(&Plan::one(width)) {
            return;
        }
        let mut widths = vec![(spot.at.text.line + here, width)];
        // Narrower frames take more lines of the same text, hardly more than twice as many.
        let enough = spot.at.text.line + known.lines.len() * 2;
        for frame in &self.frames[spot.number + 1..] {
            let until = widths.last().map_or(0, |(until, _)| *until);
            if until > enough {
                break;
            }
            let holds = capacity(element, text, frame, self.register);
            widths.push((until + holds, frame.rect.size.width));
        }
        if let Some((until, _)) = widths.last_mut() {
            *until = usize::MAX;
        }
        let plan = Plan(widths);
        if !known.is_planned_like(&plan) {
            self.break_lines(text, spot.at, plan);
        }
    }

    fn break_lines(&mut self, text: &TextElement, at: Cursor, plan: Plan) {
        let lines = text
            .prepared
            .break_from(self.setter, at.text, &|line| plan.width(line));
        let broken = Broken {
            lines: lines.into(),
            placed: at.text.line,
            plan,
        };
        self.broken.insert(at.element, broken);
    }

    /// How many lines of the element at a place are not placed, whether or not any frame was left for them.
    pub(super) fn lines_left(&mut self, at: Cursor) -> usize {
        let ElementKind::Text(text) = &self.elements[at.element].kind else {
            return 0;
        };
        if !self.broken.contains_key(&at.element) {
            let width = self
                .frames
                .last()
                .map_or(Length::MAX, |frame| frame.rect.size.width);
            self.break_lines(text, at, Plan::one(width));
        }
        self.broken
            .get(&at.element)
            .map_or(0, |broken| broken.lines.len())
    }

    /// How many lines of a paragraph follow one of its lines, when that is the last of its frame.
    pub(super) fn carried(&mut self, element: usize, line: usize, number: usize) -> usize {
        let Some(broken) = self.broken.get(&element) else {
            return 0;
        };
        let left = broken.count().saturating_sub(line + 1);
        let next = self.frames.get(number + 1).map(|frame| frame.rect.size.width);
        let Some(width) = next.filter(|width| *width != broken.plan.width(line + 1)) else {
            return left;
        };
        // The next line was thought to stand here, where frames have another width.
        let place = Place {
            text: broken.line(line + 1).map_or(0, |line| line.text.start),
            line: line + 1,
        };
        match &self.elements[element].kind {
            ElementKind::Text(text) if left <= MOST_CARRIED => {
                let lines = text.prepared.break_from(self.setter, place, &|_| width);
                lines.len()
            }
            _ => left,
        }
    }
}

/// A rest of so many lines is never a widow, however wide the next frame is.
const MOST_CARRIED: usize = 32;
