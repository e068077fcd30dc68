//! The frames of a thread on the pages of a plan: those that stay, each once, and then those that run on, page after page.

use std::collections::BTreeMap;

use super::turns::MOST_TURNS;
use super::{Plan, Slot, number};
use crate::geom::Rect;
use crate::story::Story;
use crate::template::{FrameSpec, Stand, Template};

/// Where a frame of a thread stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Standing<'t> {
    pub(in crate::layout) spec: &'t FrameSpec,
    pub(in crate::layout) page: usize,
    pub(in crate::layout) rect: Rect,
    /// The page of the template that it belongs to; none on a folded sheet.
    pub(super) slot: Option<Slot>,
    /// How often that page came before.
    pub(super) turn: usize,
}

/// A frame of a thread on its page of the template.
struct Member<'t> {
    spec: &'t FrameSpec,
    slot: Slot,
    /// What all frames of the story on that page cover together.
    block: Rect,
}

impl Plan {
    /// The frames of a story, in the order of its thread. With `spare`, frames that run on do so on pages that are not planned, as far as
    /// they could be needed.
    pub(in crate::layout) fn thread<'t>(
        &self,
        story: &Story,
        template: &'t Template,
        spare: bool,
    ) -> Vec<Standing<'t>> {
        let of_story = |frame: &&FrameSpec| frame.story.value == story.name;
        let frames: Vec<&FrameSpec> = template.frames.iter().filter(of_story).collect();
        let blocks = blocks(&frames, template);
        let record = story.record.as_ref().map(|record| record.number);
        let mut thread = Vec::new();
        let mut run_on = Vec::new();
        for spec in frames {
            let Stand::Page(page) = spec.spot.stand else {
                thread.extend(on_sheet(spec, template));
                continue;
            };
            let Some(block) = blocks.get(&page).copied() else {
                continue;
            };
            let slot = Slot { page, record };
            let member = Member { spec, slot, block };
            if spec.runs_on.is_some() {
                run_on.push(member);
            } else {
                let first = self.turns(slot).next();
                thread.extend(first.and_then(|place| member.on(place, template)));
            }
        }
        let pages = run_on
            .first()
            .map(|first| self.pages_to_run_on(first.slot, spare));
        for place in pages.into_iter().flatten() {
            thread.extend(run_on.iter().filter_map(|member| member.on(place, template)));
        }
        thread
    }

    /// Indices and turns of the pages that show a page of the template, and with `spare` as many more after them as could be needed.
    fn pages_to_run_on(&self, slot: Slot, spare: bool) -> Vec<(usize, usize)> {
        let mut pages: Vec<(usize, usize)> = self.turns(slot).collect();
        if spare {
            let (next, from) = pages
                .last()
                .map_or((self.len(), 0), |(index, turn)| (index + 1, turn + 1));
            pages.extend((from..MOST_TURNS).map(|turn| (next + turn - from, turn)));
        }
        pages
    }
}

/// What the frames of a story cover together on each page of the template.
fn blocks(frames: &[&FrameSpec], template: &Template) -> BTreeMap<u32, Rect> {
    let mut blocks: BTreeMap<u32, Rect> = BTreeMap::new();
    for spec in frames {
        if let (Stand::Page(page), Some(area)) =
            (spec.spot.stand, spec.spot.on(&template.format, &template.grid))
        {
            blocks
                .entry(page)
                .and_modify(|block| *block = block.union(&area.rect))
                .or_insert(area.rect);
        }
    }
    blocks
}

fn on_sheet<'t>(spec: &'t FrameSpec, template: &Template) -> Option<Standing<'t>> {
    let area = spec.spot.on(&template.format, &template.grid)?;
    Some(Standing {
        spec,
        page: area.page,
        rect: area.rect,
        slot: None,
        turn: 0,
    })
}

impl<'t> Member<'t> {
    fn on(&self, (index, turn): (usize, usize), template: &Template) -> Option<Standing<'t>> {
        let (format, grid) = (&template.format, &template.grid);
        let area = self
            .spec
            .spot
            .on_page_in(self.block, number(index), format, grid)?;
        Some(Standing {
            spec: self.spec,
            page: area.page,
            rect: area.rect,
            slot: Some(self.slot),
            turn,
        })
    }
}
