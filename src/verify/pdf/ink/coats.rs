//! From colours to what they put on the plates.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::canvas::{Coat, PLATES};
use crate::verify::pdf::paint::{PROCESS, Paint};
use crate::verify::pdf::space::Space;

/// What the plates are plates of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Inks, by name: the process inks, then spot inks.
    Inks(Vec<String>),
    /// One plate of darkness: what a mask of light is painted with.
    Darkness,
    /// One plate that is always full: what a mask of opacity is painted with.
    Presence,
}

/// Makes coats of colours, and notes those that are no inks.
pub(super) struct Coats {
    pub(super) meaning: Meaning,
    /// Whether spot inks are mixed of process inks, as the file shows them.
    pub(super) mix: bool,
    pub(super) unmeasured: RefCell<BTreeSet<&'static str>>,
    /// Whether inks had to be left out since there are too many.
    pub(super) crowded: Cell<bool>,
}

impl Coats {
    pub(super) fn new(meaning: Meaning, mix: bool) -> Self {
        Self {
            meaning,
            mix,
            unmeasured: RefCell::default(),
            crowded: Cell::new(false),
        }
    }

    pub(super) fn plates(&self) -> usize {
        match &self.meaning {
            Meaning::Inks(names) => names.len().min(PLATES),
            Meaning::Darkness | Meaning::Presence => 1,
        }
    }

    /// The coat of a flat colour.
    pub(super) fn flat(&self, paint: &Paint<'_>) -> Coat {
        let space = &*paint.space;
        let mut coat = self.colour(space, &paint.components);
        if paint.overprint && matches!(self.meaning, Meaning::Inks(_)) {
            coat.touched = self.touched(space, &paint.components);
            if paint.mode == 1 && matches!(space, Space::DeviceCmyk) {
                // Mode 1: what is not asked for is not touched (ISO 32000-2, 8.6.7).
                coat.touched &= nonzero(&coat);
            }
        }
        coat
    }

    /// The coat of a colour of many: a pixel, a place of a shading.
    pub(super) fn one_of_many(
        &self,
        paint: Option<&Paint<'_>>,
        space: &Space<'_>,
        components: &[f64],
    ) -> Coat {
        let mut coat = self.colour(space, components);
        if paint.is_some_and(|paint| paint.overprint) && matches!(self.meaning, Meaning::Inks(_)) {
            coat.touched = self.touched(space, components);
        }
        coat
    }

    fn colour(&self, space: &Space<'_>, components: &[f64]) -> Coat {
        let mut coat = Coat::BARE;
        match &self.meaning {
            Meaning::Presence => set(&mut coat, 0, 1.0),
            Meaning::Darkness => set(&mut coat, 0, 1.0 - light(space, components)),
            Meaning::Inks(names) => self.inks(names, space, components, &mut coat),
        }
        coat
    }

    fn inks(&self, names: &[String], space: &Space<'_>, components: &[f64], coat: &mut Coat) {
        // The plates of the process come first, so that the spaces of most pixels need no names.
        match space {
            Space::DeviceCmyk => {
                return components
                    .iter()
                    .take(4)
                    .enumerate()
                    .for_each(|(plate, ink)| set(coat, plate, *ink));
            }
            Space::DeviceGray => return set(coat, 3, 1.0 - components.first().copied().unwrap_or(1.0)),
            _ => {}
        }
        if self.mix {
            match space.process(components) {
                Some(inks) => inks
                    .iter()
                    .enumerate()
                    .for_each(|(plate, ink)| set(coat, plate, *ink)),
                None => self.not_ink(space, components),
            }
            return;
        }
        let Some(inks) = space.inks(components) else {
            return self.not_ink(space, components);
        };
        for ink in inks {
            if ink.name == "All" {
                (0..self.plates()).for_each(|plate| set(coat, plate, ink.amount));
                continue;
            }
            match names.iter().position(|name| *name == ink.name) {
                Some(plate) if plate < PLATES => set(coat, plate, ink.amount),
                _ => self.crowded.set(true),
            }
        }
    }

    fn not_ink(&self, space: &Space<'_>, components: &[f64]) {
        // White is no ink in any space.
        if !space.is_white(components) {
            self.unmeasured.borrow_mut().insert(space.family());
        }
    }

    /// The plates that a colour overprints on: those of its space.
    fn touched(&self, space: &Space<'_>, components: &[f64]) -> u32 {
        let Meaning::Inks(names) = &self.meaning else {
            return u32::MAX;
        };
        match space {
            Space::Separation { .. } | Space::DeviceN { .. } if !self.mix => {
                let mut touched = 0;
                for ink in space.inks(components).unwrap_or_default() {
                    if ink.name == "All" {
                        return u32::MAX;
                    }
                    let plate = names.iter().position(|name| *name == ink.name);
                    touched |= plate
                        .filter(|plate| *plate < PLATES)
                        .map_or(0, |plate| 1 << plate);
                }
                touched
            }
            Space::Separation { .. } | Space::DeviceN { .. } => {
                let mut mixed = Coat::BARE;
                self.inks(names, space, components, &mut mixed);
                nonzero(&mixed)
            }
            Space::Indexed { base, .. } => {
                let colour = components.first().and_then(|index| space.looked_up(*index));
                self.touched(base, &colour.unwrap_or_default())
            }
            Space::Pattern(Some(base)) => self.touched(base, components),
            // All process inks, no spot ink.
            _ => (1 << PROCESS.len()) - 1,
        }
    }
}

fn set(coat: &mut Coat, plate: usize, amount: f64) {
    if let Some(place) = coat.amounts.get_mut(plate) {
        *place = amount.clamp(0.0, 1.0) as f32;
    }
}

fn nonzero(coat: &Coat) -> u32 {
    let inked = coat
        .amounts
        .iter()
        .enumerate()
        .filter(|(_, amount)| **amount > 0.0);
    inked.fold(0, |touched, (plate, _)| touched | 1 << plate)
}

/// How light a colour is, for masks (ISO 32000-2, 11.5.3, with the weights of 10.3.4).
fn light(space: &Space<'_>, components: &[f64]) -> f64 {
    let part = |at: usize| components.get(at).copied().unwrap_or(0.0);
    let rgb = |r: f64, g: f64, b: f64| 0.3 * r + 0.59 * g + 0.11 * b;
    match space {
        Space::DeviceGray | Space::CalGray | Space::Icc { components: 1, .. } => part(0),
        Space::DeviceRgb | Space::CalRgb | Space::Icc { components: 3, .. } => rgb(part(0), part(1), part(2)),
        Space::DeviceCmyk | Space::Icc { components: 4, .. } => {
            1.0 - (rgb(part(0), part(1), part(2)) + part(3)).min(1.0)
        }
        Space::Lab(_) => part(0) / 100.0,
        Space::Indexed { base, .. } if !matches!(**base, Space::Indexed { .. }) => space
            .looked_up(part(0))
            .map_or(0.0, |colour| light(base, &colour)),
        _ => match space.process(components) {
            Some([c, m, y, k]) => 1.0 - (rgb(c, m, y) + k).min(1.0),
            None => 0.0,
        },
    }
}
