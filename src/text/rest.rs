//! A paragraph from one of its line ends on: text that runs through frames of different width is broken again only where it changes.

use super::breakpoints::Breakpoint;
use super::{Line, Place, Prepared, Setter, line, linebreak};
use crate::geom::Length;
use crate::style::ParagraphStyle;

impl Prepared {
    /// Breaks what stands behind lines that are set already and stay as they are.
    #[must_use]
    pub fn break_from(
        &self,
        setter: &mut Setter<'_>,
        place: Place,
        measure: &dyn Fn(usize) -> Length,
    ) -> Vec<Line> {
        if place == Place::default() {
            return self.break_lines(setter, measure);
        }
        let behind = self.breakpoints.partition_point(|point| point.at <= place.text);
        let points = self.points_from(behind);
        let style = ParagraphStyle {
            first_indent: Length::ZERO,
            ..(*self.style).clone()
        };
        let measure = |line: usize| measure(place.line + line);
        let chosen = linebreak::choose(&points, &style, self.em, &measure);
        let breaks: Vec<usize> = chosen.into_iter().map(|point| behind + point).collect();
        line::set_from(self, &mut setter.faces, place.text, &breaks, &measure)
    }

    /// The breakpoints from one on, measured from the start of the line that the one before it begins.
    fn points_from(&self, behind: usize) -> Vec<Breakpoint> {
        let before = behind
            .checked_sub(1)
            .and_then(|index| self.breakpoints.get(index));
        let (start, spaces) = before.map_or((Length::ZERO, Length::ZERO), |point| {
            (point.start, point.start_spaces)
        });
        let moved = self.breakpoints[behind..].iter().map(|point| Breakpoint {
            end: point.end - start,
            bare_end: point.bare_end - start,
            start: point.start - start,
            end_spaces: point.end_spaces - spaces,
            start_spaces: point.start_spaces - spaces,
            ..*point
        });
        moved.collect()
    }
}
