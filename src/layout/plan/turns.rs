//! How often pages of the template come: as often as the threads that run on over them need, and a page that only such text stands on not at
//! all where there is none.

use std::collections::BTreeMap;

use super::{Slot, Standing, slots};
use crate::diag::{Code, Log};
use crate::story::Repeat;
use crate::template::{FrameSpec, MOST_PAGES, Stand, Template};
use crate::wording::{Text, text};

/// How often pages of the template come, where that is not once.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Turns(BTreeMap<Slot, usize>);

/// A plan of more pages than can be stitched.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct TooMany;

/// A page of the template that comes more often is not looked at any further: a brochure cannot have so many.
pub(super) const MOST_TURNS: usize = MOST_PAGES as usize + 1;

impl Turns {
    /// As seldom as may be: a page that nothing but running text stands on may be left out where there is none.
    pub(in crate::layout) fn fewest(template: &Template, repeats: &[Repeat]) -> Self {
        let on_page = |page: u32| {
            template
                .frames
                .iter()
                .filter(move |frame| frame.spot.stand == Stand::Page(page))
        };
        let of_running_text = slots(template, repeats)
            .into_iter()
            .filter(|slot| on_page(slot.page).any(|frame| frame.runs_on.is_some()));
        Self(
            of_running_text
                .map(|slot| {
                    (
                        slot,
                        usize::from(on_page(slot.page).any(|frame| frame.runs_on.is_none())),
                    )
                })
                .collect(),
        )
    }

    /// Has pages come so often that all these frames are there.
    pub(in crate::layout) fn need<'s>(&mut self, frames: impl Iterator<Item = &'s Standing<'s>>) {
        for standing in frames.filter(|standing| standing.spec.runs_on.is_some()) {
            if let Some(slot) = standing.slot {
                let turns = self.0.entry(slot).or_default();
                *turns = (*turns).max(standing.turn + 1);
            }
        }
    }

    pub(super) fn of(&self, slot: Slot) -> usize {
        self.0.get(&slot).copied().unwrap_or(1)
    }
}

impl TooMany {
    /// Says so, and which page comes most often.
    pub(in crate::layout) fn report(self, template: &Template, turns: &Turns, log: &mut Log) {
        let finding = log.error(
            Code::BAD_VALUE,
            template.span,
            text!(
                "this document comes to more than {MOST_PAGES} pages, which cannot be stitched",
                "dieses Dokument kommt auf mehr als {MOST_PAGES} Seiten, und die lassen sich nicht heften"
            ),
        );
        let most = turns.0.iter().max_by_key(|(_, turns)| **turns);
        let frame = most.and_then(|(slot, turns)| {
            let runs_on =
                |frame: &&FrameSpec| frame.runs_on.is_some() && frame.spot.stand == Stand::Page(slot.page);
            Some((template.frames.iter().find(runs_on)?, *turns))
        });
        if let Some((frame, turns)) = frame {
            let story = &frame.story.value;
            let pages = if turns < MOST_TURNS {
                Text::verbatim(turns.to_string())
            } else {
                text!("more than {MOST_PAGES}", "mehr als {MOST_PAGES}")
            };
            finding.also(
                frame.spot.span,
                text!("`{story}` runs on over {pages} pages", "`{story}` läuft über {pages} Seiten"; pages),
            );
        }
        finding.help(text!(
            "shorten the text, or divide it among several brochures",
            "den Text kürzen oder auf mehrere Broschüren verteilen"
        ));
    }
}
