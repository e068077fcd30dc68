//! The plates that a page needs.

use std::collections::BTreeSet;

use super::display::Display;
use super::paint::{PROCESS, Pattern};
use super::space::Space;

/// The plates of all that shows: of flat colours those with ink on them, of pictures and shadings those of their space.
pub(super) fn plates(display: &Display<'_>) -> Vec<String> {
    let mut needed = BTreeSet::new();
    for element in display.all().filter(|element| element.is_for_paper()) {
        for paint in element.fill.iter().chain(&element.stroke) {
            match paint.inks() {
                Some(inks) => needed.extend(
                    inks.into_iter()
                        .filter(|ink| ink.amount > 0.0)
                        .map(|ink| ink.name),
                ),
                None if paint.components.is_empty() => needed.extend(plates_of(&paint.space)),
                None => {}
            }
            if let Some(Pattern::Shading(shading)) = paint.pattern.as_deref() {
                needed.extend(plates_of(&shading.space));
            }
        }
    }
    let process = PROCESS.iter().filter(|ink| needed.contains(**ink));
    let spots = needed.iter().filter(|ink| !PROCESS.contains(&ink.as_str()));
    process
        .map(|ink| (*ink).to_owned())
        .chain(spots.cloned())
        .collect()
}

fn plates_of(space: &Space<'_>) -> Vec<String> {
    match space {
        Space::DeviceCmyk => PROCESS.map(str::to_owned).to_vec(),
        Space::DeviceGray => vec!["Black".to_owned()],
        Space::Indexed { base, .. } if !matches!(**base, Space::Indexed { .. }) => plates_of(base),
        other => other.ink_names(),
    }
}
