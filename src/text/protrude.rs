//! Optical margins on a line: how far its first and its last sign hang out of the measure. Only what runs in the paragraph's
//! own direction hangs, since what does not ends somewhere inside of the line.

use super::Prepared;
use super::faces::FaceCache;
use crate::geom::Length;
use crate::style::Hang;

impl Prepared {
    /// How far the line that begins at this byte hangs out at its start.
    pub(super) fn hangs_at_start(&self, faces: &mut FaceCache<'_>, at: usize) -> Length {
        self.hangs(faces, at, None, |hang| hang.start)
    }

    /// How far the line whose ink ends before this byte hangs out at its end; with a hyphen that is put in there, the hyphen does.
    pub(super) fn hangs_at_end(&self, faces: &mut FaceCache<'_>, inked: usize, hyphenated: bool) -> Length {
        let Some(last) = self.text[..inked].chars().next_back() else {
            return Length::ZERO;
        };
        let hyphen = hyphenated.then_some('-');
        self.hangs(faces, inked - last.len_utf8(), hyphen, |hang| hang.end)
    }

    /// How far the sign at this byte hangs, or another that is set in its letters.
    fn hangs(
        &self,
        faces: &mut FaceCache<'_>,
        at: usize,
        instead: Option<char>,
        side: fn(Hang) -> u8,
    ) -> Length {
        let Some(protrusion) = &self.style.protrusion else {
            return Length::ZERO;
        };
        let Some(sign) = instead.or_else(|| self.text[at..].chars().next()) else {
            return Length::ZERO;
        };
        let share = i64::from(side(protrusion.of(sign)));
        let item = self.items.partition_point(|item| item.text.end <= at);
        match self.items.get(item) {
            Some(item) if share > 0 && !item.missing && item.level == u8::from(self.right_to_left) => {
                faces.width(item.face, sign).ratio(share, 100)
            }
            _ => Length::ZERO,
        }
    }
}
