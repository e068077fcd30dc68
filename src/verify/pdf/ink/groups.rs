//! Transparency groups: what is blended as one (ISO 32000-2, 11.4).

use super::canvas::Canvas;
use super::coverage::Area;
use super::press::Press;
use crate::verify::pdf::display::{Display, Group};
use crate::verify::pdf::element::{Blend, Element};

/// Groups within groups that have plates of their own.
const GROUPS: usize = 6;

impl Press<'_> {
    /// Prints a display list, its groups as one each where that makes a difference.
    pub(super) fn display(&mut self, display: &Display<'_>) {
        let groups: Vec<&Group<'_>> = display
            .groups
            .iter()
            .filter(|group| matters(group, display))
            .collect();
        self.run(&display.elements, 0, &groups, 0);
    }

    /// Prints elements, the first of which is number `first` of the display list.
    fn run(&mut self, elements: &[Element<'_>], first: usize, groups: &[&Group<'_>], depth: usize) {
        let mut at = 0;
        let mut waiting = groups;
        while let Some(element) = elements.get(at) {
            let Some((group, rest)) = waiting.split_first() else {
                self.element(element);
                at += 1;
                continue;
            };
            if group.elements.start > first + at {
                self.element(element);
                at += 1;
                continue;
            }
            let inner = rest
                .iter()
                .take_while(|inner| inner.elements.end <= group.elements.end)
                .count();
            let (inside, after) = rest.split_at(inner);
            let end = group.elements.end.saturating_sub(first).clamp(at, elements.len());
            let within = elements.get(at..end).unwrap_or_default();
            self.group(within, first + at, group, inside, depth);
            waiting = after;
            at = end;
        }
    }

    fn group(
        &mut self,
        elements: &[Element<'_>],
        first: usize,
        group: &Group<'_>,
        inside: &[&Group<'_>],
        depth: usize,
    ) {
        let shown = elements.iter().filter_map(|element| element.visible);
        let Some(bounds) = shown.reduce(|one, other| one.union(other)) else {
            return;
        };
        let Some(area) = Area::of(self.place.transform_rect_bbox(bounds), self.canvas.area) else {
            return;
        };
        let plates = self.canvas.plates();
        if depth >= GROUPS || !self.spend(area.pixels() * (plates + 2) * 2) {
            self.truncated = true;
            return self.run(elements, first, inside, depth);
        }
        let own = if group.isolated || !meets_backdrop(elements, inside) {
            Canvas::clear(area, plates, group.knockout)
        } else {
            self.canvas.on(area, group.knockout)
        };
        let outer = std::mem::replace(&mut self.canvas, own);
        // Masks are as large as the canvas that they are made for.
        let kept = std::mem::take(&mut self.kept);
        self.run(elements, first, inside, depth + 1);
        self.kept = kept;
        let own = std::mem::replace(&mut self.canvas, outer);
        let mask = group.soft_mask.as_ref().and_then(|mask| self.soft_mask(mask));
        self.lay(&own, mask.as_deref(), group.alpha, group.blend);
    }
}

/// Whether blending a group as one differs from painting what is in it.
fn matters(group: &Group<'_>, display: &Display<'_>) -> bool {
    let is_plain = group.alpha >= 1.0 && group.blend == Blend::Normal && group.soft_mask.is_none();
    if !is_plain || group.knockout {
        return true;
    }
    let elements = display.elements.get(group.elements.clone()).unwrap_or_default();
    group.isolated && meets_backdrop(elements, &[])
}

/// Whether any of it, elements or groups, depends on what lies under it.
fn meets_backdrop(elements: &[Element<'_>], groups: &[&Group<'_>]) -> bool {
    let overprints = |element: &Element<'_>| {
        let paints = element.fill.iter().chain(&element.stroke);
        paints.into_iter().any(|paint| paint.overprint)
    };
    elements
        .iter()
        .any(|element| element.blend != Blend::Normal || overprints(element))
        || groups.iter().any(|group| group.blend != Blend::Normal)
}
