//! Where the next thing goes: the first line of a frame hangs from its head, every other stands below the one before, on the grid where
//! its style asks for register. Space below one paragraph and above the next is the larger of the two, and none at the head of a frame.

use super::Frame;
use crate::geom::Length;
use crate::layout::adornment::{above, are_joined, below};
use crate::layout::element::{Element, TextElement};
use crate::style::{ParagraphStyle, Rule};
use crate::template::Grid;

/// The lines that a thread keeps to: the first of each frame is one of the grid, so that all panels begin at one height; the others
/// follow in steps, which are the grid's own unless copyfitting sets the thread tighter.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Register<'t> {
    pub(in crate::layout) grid: &'t Grid,
    pub(in crate::layout) step: Length,
}

/// Where the next thing goes in a frame.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Pen<'e> {
    head: Length,
    /// The line of the grid that the first line of this frame hangs from, or would.
    first: Length,
    step: Length,
    grid_step: Length,
    /// The last baseline or the foot of the last box; none at the head of a frame.
    last: Option<Length>,
    /// The space below what was placed last.
    space_after: Length,
    /// The paragraph that stands last, and how far its letters reach below their baseline.
    above: Option<(&'e ParagraphStyle, Length)>,
}

/// Letters reach so far below the baseline, as a share of their size: enough for g, j and p of text faces.
const DEPTH_SHARE: (i64, i64) = (1, 4);

/// How far the letters of a text reach below their baseline.
pub(in crate::layout) fn depth(text: &TextElement) -> Length {
    text.size.ratio(DEPTH_SHARE.0, DEPTH_SHARE.1)
}

/// How many lines like those of a text an empty frame holds.
pub(in crate::layout) fn capacity(
    element: &Element,
    text: &TextElement,
    frame: &Frame,
    register: &Register<'_>,
) -> usize {
    Pen::at_head(frame, register).standing(element, text, frame)
}

/// How many more lines like those of a text a frame would hold, joined to what stands in it down to a baseline or the foot of a box.
pub(in crate::layout) fn free(
    element: &Element,
    text: &TextElement,
    frame: &Frame,
    register: &Register<'_>,
    lowest: Length,
) -> usize {
    let pen = Pen {
        last: Some(lowest),
        ..Pen::at_head(frame, register)
    };
    pen.standing(element, text, frame)
}

impl<'e> Pen<'e> {
    pub(super) fn at_head(frame: &Frame, register: &Register<'_>) -> Self {
        let head = frame.rect.top();
        Self {
            head,
            first: register.grid.line_at_or_below(head),
            step: register.step,
            grid_step: register.grid.baseline,
            last: None,
            space_after: Length::ZERO,
            above: None,
        }
    }

    /// Moves to the next line of a text, and answers its baseline; the first is below the paragraph before.
    pub(super) fn next_line(&mut self, element: &'e Element, text: &TextElement, is_first: bool) -> Length {
        let baseline = self.next_line_of(&element.style, text.cap_height, is_first);
        self.above = Some((&element.style, depth(text)));
        baseline
    }

    /// The same for lines of this style with capitals of this height.
    pub(in crate::layout) fn next_line_of(
        &mut self,
        style: &ParagraphStyle,
        cap_height: Length,
        is_first: bool,
    ) -> Length {
        let baseline = match self.last {
            // The first line of any frame hangs on the grid, headings too: panels side by side begin at one height.
            None => {
                let hanging = self.head + above(style, is_first) + cap_height;
                self.first += (hanging - self.first).at_least_zero().round_up_to(self.grid_step);
                self.first
            }
            Some(last) if is_first => {
                let spaced = last + self.space(style) + style.leading;
                let clear = last + self.clearance(style) + cap_height;
                self.registered(spaced.max(clear), style)
            }
            Some(last) => self.registered(last + style.leading, style),
        };
        self.last = Some(baseline);
        self.above = None;
        baseline
    }

    /// What must lie between the last baseline and the capitals of a paragraph below it, so that rules and tints touch no letters. Where
    /// nothing adorns either, their spacing is nobody's business but the designer's.
    fn clearance(&self, style: &ParagraphStyle) -> Length {
        let Some((upper, depth)) = self.above else {
            return above(style, true);
        };
        let between = if are_joined(upper, style) {
            let rules = [&upper.rule_below, &style.rule_above];
            rules.into_iter().flatten().map(Rule::room).sum()
        } else {
            below(upper, true) + above(style, true)
        };
        if between > Length::ZERO {
            depth + between
        } else {
            Length::ZERO
        }
    }

    fn registered(&self, baseline: Length, style: &ParagraphStyle) -> Length {
        if style.grid {
            self.first + (baseline - self.first).round_up_to(self.step)
        } else {
            baseline
        }
    }

    /// The space above an element that does not stand at the head.
    fn space(&self, style: &ParagraphStyle) -> Length {
        self.space_after.max(style.space_before)
    }

    /// The head of a box that would stand next.
    pub(super) fn box_top(&self, style: &ParagraphStyle) -> Length {
        self.last.map_or(self.head, |last| last + self.space(style))
    }

    /// The foot of what stands last; none at the head of a frame.
    pub(in crate::layout) const fn last(&self) -> Option<Length> {
        self.last
    }

    /// Moves below a box.
    pub(super) const fn below(&mut self, foot: Length, space_after: Length) {
        self.last = Some(foot);
        self.above = None;
        self.space_after = space_after;
    }

    /// Leaves a paragraph: what follows keeps at least so much space above it.
    pub(in crate::layout) const fn leave(&mut self, space_after: Length) {
        self.space_after = space_after;
    }

    /// Leaves a row of a table whose letters reach so far below its last baseline.
    pub(in crate::layout) const fn leave_row(&mut self, style: &'e ParagraphStyle, depth: Length) {
        self.above = Some((style, depth));
        self.leave(style.space_after);
    }

    /// How many lines of a text would stand in the frame from here on, if it had as many.
    pub(super) fn standing(mut self, element: &'e Element, text: &TextElement, frame: &Frame) -> usize {
        // A leading of less than a point cannot be written, so a frame holds no more lines than that.
        let most = frame.rect.size.height.whole_times(Length::pt(1)).max(0) as usize + 1;
        let foot = frame.rect.bottom() - depth(text) - below(&element.style, false);
        (0..most)
            .take_while(|line| self.next_line(element, text, *line == 0) <= foot)
            .count()
    }
}
