//! Where the next thing goes: the first line of a frame hangs from its head, every other stands below the one before, on the grid where
//! its style asks for register. Space below one paragraph and above the next is the larger of the two, and none at the head of a frame.

use super::Frame;
use crate::geom::Length;
use crate::layout::element::{Element, TextElement};
use crate::style::ParagraphStyle;
use crate::template::Grid;

/// Where the next thing goes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pen {
    pub(super) frame: usize,
    /// The last baseline or the foot of the last box; none at the head of a frame.
    pub(super) last: Option<Length>,
    /// The space below what was placed last.
    pub(super) space_after: Length,
}

/// Letters reach so far below the baseline, as a share of their size: enough for g, j and p of text faces.
const DEPTH_SHARE: (i64, i64) = (1, 4);

/// How many lines like those of a text an empty frame holds.
pub(in crate::layout) fn capacity(
    element: &Element,
    text: &TextElement,
    frame: &Frame,
    grid: &Grid,
) -> usize {
    let foot = frame.rect.bottom();
    let most = frame.rect.size.height.whole_times(element.style.leading).max(0) as usize + 1;
    baselines(&element.style, text, most, frame, Pen::default(), grid)
        .iter()
        .take_while(|baseline| **baseline + depth(text) <= foot)
        .count()
}

/// How far the letters of a text reach below their baseline.
pub(in crate::layout) fn depth(text: &TextElement) -> Length {
    text.size.ratio(DEPTH_SHARE.0, DEPTH_SHARE.1)
}

/// The baselines of `count` lines from the pen on, whether or not they still stand in the frame.
pub(super) fn baselines(
    style: &ParagraphStyle,
    text: &TextElement,
    count: usize,
    frame: &Frame,
    pen: Pen,
    grid: &Grid,
) -> Vec<Length> {
    let first = match pen.last {
        // The first line of any frame hangs on the grid, headings too: panels side by side begin at one height.
        None => grid.line_at_or_below(frame.rect.top() + text.cap_height),
        Some(last) => {
            let below = last + pen.space_after.max(style.space_before) + style.leading;
            if style.grid {
                grid.line_at_or_below(below)
            } else {
                below
            }
        }
    };
    (0..count as i64)
        .map(|line| {
            let baseline = first + style.leading * line;
            if style.grid {
                grid.line_at_or_below(baseline)
            } else {
                baseline
            }
        })
        .collect()
}
