//! Fitness classes: how a line looks beside the one before it. Flush lines are compared by how tight they are, as Knuth and
//! Plass do. In a rag the eye sees the outline of the white, so lines are compared by how much of the measure they leave:
//! a line far shorter than its neighbour is a step, one far shorter than both is a hole and costs two, and lines that grow
//! or shrink one after the other are a staircase, however small each step.

use super::demerits;
use crate::geom::Length;

/// How a line looks, as the next is compared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// Its class; none when there is nothing to compare with.
    class: Option<u8>,
    /// Whether it was longer (-1) or shorter (1) than the line before it by a class.
    trend: i8,
}

/// A flush line that is neither tight nor loose.
const GOOD: u8 = 1;

impl Look {
    /// Of what stands before the first line.
    pub(super) const FIRST: Self = Self {
        class: None,
        trend: 0,
    };

    /// What a ragged line of this class costs behind this one, and how it looks in turn.
    pub(super) fn ragged_before(self, class: u8) -> (i64, Self) {
        let Some(before) = self.class else {
            return (
                0,
                Self {
                    class: Some(class),
                    trend: 0,
                },
            );
        };
        let trend = i8::from(class > before) - i8::from(class < before);
        let stair = if trend != 0 && trend == self.trend {
            demerits::STAIR
        } else {
            0
        };
        let look = Self {
            class: Some(class),
            trend,
        };
        (demerits::step(class.abs_diff(before)) + stair, look)
    }

    /// What a flush line of this class costs behind this one, and how it looks in turn.
    pub(super) fn flush_before(self, class: u8) -> (i64, Self) {
        let mismatch = if class.abs_diff(self.class.unwrap_or(GOOD)) > 1 {
            demerits::FLUSH_MISMATCH
        } else {
            0
        };
        let look = Self {
            class: Some(class),
            trend: 0,
        };
        (mismatch, look)
    }
}

/// The class of a ragged line, from full to short, by the white at its end.
pub(super) fn rag_class(slack: Length, available: Length) -> u8 {
    let class = slack.whole_times(available / demerits::RAG_CLASSES);
    class.clamp(0, i64::from(demerits::RAG_CLASSES_APART)) as u8
}

/// The class of a flush line: tight, good, loose, very loose (TeX's four).
pub(super) fn flush_class(slack: Length, badness: i64) -> u8 {
    match badness {
        13.. if slack < Length::ZERO => 0,
        100.. => 3,
        13.. => 2,
        _ => GOOD,
    }
}
