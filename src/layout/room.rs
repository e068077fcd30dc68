//! How full frames are: what each holds, how much of it is used, and what copyfitting chose. Counted in lines of the text that most of the
//! story is set in, since that is what people have to write or to cut.

use std::iter::Sum;

use super::column::{self, Frame, Register};
use super::copyfit::{self, Choice, Fitted};
use super::plan::Standing;
use crate::story::Story;
use crate::template::{Grid, Stand};
use crate::wording::Text;

/// How full a frame is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameFill {
    /// The story that runs through it.
    pub story: String,
    /// The record that the story is set for, if any.
    pub record: Option<Text>,
    /// The panel or page that it stands on, by its number in the document.
    pub stand: Stand,
    /// Its number in its thread, counted from 1.
    pub number: usize,
    /// How many frames the thread has.
    pub frames: usize,
    /// How many lines it holds, of the text that most of the story is set in; of a frame with columns, all together.
    pub capacity: usize,
    /// How many more of them would stand below what stands in it. Headings and pictures take the room of as many lines as they are high.
    pub free: usize,
    /// What copyfitting chose for the story, where the template asks for it.
    pub choice: Option<Choice>,
}

impl FrameFill {
    /// How many lines' room is used.
    #[must_use]
    pub const fn used(&self) -> usize {
        self.capacity - self.free
    }

    /// How much is free, in per cent.
    #[must_use]
    pub fn free_percent(&self) -> usize {
        (self.free * 100).checked_div(self.capacity).unwrap_or(0)
    }
}

/// The room of a frame or a column, in lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Room {
    pub(super) capacity: usize,
    pub(super) free: usize,
}

impl Sum for Room {
    fn sum<I: Iterator<Item = Self>>(rooms: I) -> Self {
        rooms.fold(Self::default(), |all, one| Self {
            capacity: all.capacity + one.capacity,
            free: all.free + one.free,
        })
    }
}

/// How full the frames of a thread are that the template names, columns taken together.
pub(super) fn fills(
    story: &Story,
    thread: &[Standing<'_>],
    fitted: &Fitted,
    frames: &[Frame],
    grid: &Grid,
) -> Vec<FrameFill> {
    let rooms = of(fitted, frames, grid);
    let fill = |(number, standing): (usize, &Standing<'_>)| {
        let columns = frames
            .iter()
            .zip(&rooms)
            .filter(|(frame, _)| frame.number == number);
        let room: Room = columns.map(|(_, room)| *room).sum();
        FrameFill {
            story: story.name.clone(),
            record: story.record.as_ref().map(|record| record.name.clone()),
            stand: match standing.spec.spot.stand {
                Stand::Page(_) => Stand::Page(standing.page as u32 + 1),
                stand => stand,
            },
            number: number + 1,
            frames: thread.len(),
            capacity: room.capacity,
            free: room.free,
            choice: fitted.choice,
        }
    };
    thread.iter().enumerate().map(fill).collect()
}

/// The room of each frame of a thread that was set. A story without text has none.
pub(super) fn of(fitted: &Fitted, frames: &[Frame], grid: &Grid) -> Vec<Room> {
    let Some((element, text)) = copyfit::base(&fitted.elements) else {
        return vec![Room::default(); frames.len()];
    };
    let register = Register {
        grid,
        step: fitted.step,
    };
    let mut lowest = vec![None; frames.len()];
    for piece in &fitted.filled.placed {
        let lowest = &mut lowest[piece.frame()];
        *lowest = (*lowest).max(Some(piece.foot()));
    }
    let room = |(frame, lowest): (&Frame, Option<_>)| {
        let capacity = column::capacity(element, text, frame, &register);
        let free = lowest.map_or(capacity, |lowest| {
            column::free(element, text, frame, &register, lowest)
        });
        Room {
            capacity,
            free: free.min(capacity),
        }
    };
    frames.iter().zip(lowest).map(room).collect()
}
