//! Which colour a paint has: white (GWG D0010), black (D0013), of how many inks. Paints that bring many colours, gradients and coloured cells,
//! are none of these; what cells paint is judged by itself.

use super::super::{Blend, Element, PROCESS, Paint, Pattern, Space};

/// Amounts of ink that are one and the same: what is left of a number that was written with three decimals.
const ALIKE: f64 = 0.0005;

/// One colour: its space, with tables of colours looked up, and its components.
#[derive(Clone, Debug)]
pub(super) struct Colour<'p, 'f> {
    pub(super) space: &'p Space<'f>,
    pub(super) components: Vec<f64>,
}

impl<'p, 'f> Colour<'p, 'f> {
    /// The colour of a paint; none when it has many.
    pub(super) fn of(paint: &'p Paint<'f>) -> Option<Self> {
        let shaped = |pattern: &Pattern<'_>| matches!(pattern, Pattern::Tiling(tiling) if !tiling.coloured);
        if paint.components.is_empty() || paint.pattern.as_deref().is_some_and(|pattern| !shaped(pattern)) {
            return None;
        }
        let mut space = &*paint.space;
        if let Space::Pattern(base) = space {
            space = base.as_deref()?;
        }
        let mut components = paint.components.clone();
        if let Space::Indexed { base, table, .. } = space {
            let at = components
                .first()
                .map_or(0, |index| index.clamp(0.0, 255.0) as usize);
            let count = base.components();
            let entry = table.get(at * count..(at + 1) * count)?;
            components = entry.iter().map(|byte| f64::from(*byte) / 255.0).collect();
            space = base;
        }
        Some(Self { space, components })
    }

    /// The amounts of its inks with their names; none where its components are no inks.
    pub(super) fn inks(&self) -> Vec<(&str, f64)> {
        let amounts = self.components.iter().copied();
        match self.space {
            Space::DeviceGray => amounts.map(|light| ("Black", 1.0 - light)).collect(),
            Space::DeviceCmyk | Space::Icc { components: 4, .. } => {
                PROCESS.into_iter().zip(amounts).collect()
            }
            Space::Separation { name, .. } => amounts.map(|amount| (&**name, amount)).collect(),
            Space::DeviceN { names, .. } => names.iter().map(String::as_str).zip(amounts).collect(),
            _ => Vec::new(),
        }
    }

    /// How many of its inks print: those of more than nothing. The name `None` stands for no ink.
    pub(super) fn printing(&self) -> usize {
        let inks = self.inks();
        let prints = |(name, amount): &&(&str, f64)| *name != "None" && *amount > ALIKE;
        inks.iter().filter(prints).count()
    }

    /// Whether it is white: no ink in a space of inks (D0010).
    pub(super) fn is_white(&self) -> bool {
        self.is_of_inks() && self.printing() == 0
    }

    /// Whether it is black ink alone, and all of it (D0013).
    pub(super) fn is_black(&self) -> bool {
        let inks = self.inks();
        let black = inks
            .iter()
            .any(|(name, amount)| *name == "Black" && *amount > 1.0 - ALIKE);
        self.is_of_inks() && black && self.printing() == 1
    }

    /// The spaces of the definitions D0010 and D0013; a profile makes what it likes of four components.
    const fn is_of_inks(&self) -> bool {
        matches!(
            self.space,
            Space::DeviceGray | Space::DeviceCmyk | Space::Separation { .. } | Space::DeviceN { .. }
        )
    }
}

/// Whether a paint is white.
pub(super) fn is_white(paint: &Paint<'_>) -> bool {
    Colour::of(paint).is_some_and(|colour| colour.is_white())
}

/// Whether an element's paint is black that covers what lies under it (D0014, D0015).
pub(super) fn is_black(element: &Element<'_>, paint: &Paint<'_>, alpha: f64) -> bool {
    element.blend == Blend::Normal
        && alpha > 1.0 - ALIKE
        && Colour::of(paint).is_some_and(|colour| colour.is_black())
}

/// How many inks a paint prints; none where that is not known.
pub(in crate::verify::pdf) fn printing(paint: &Paint<'_>) -> usize {
    Colour::of(paint).map_or(0, |colour| colour.printing())
}

/// Whether the name of an ink stands for a plate of its own: neither a process ink nor all nor none.
pub(super) fn is_spot(name: &str) -> bool {
    !PROCESS.contains(&name) && name != "All" && name != "None"
}

/// Whether the name of an ink is that of a process ink.
pub(super) fn is_process(name: &str) -> bool {
    PROCESS.contains(&name)
}

/// Whether a paint is in DeviceGray.
pub(super) fn is_grey(paint: &Paint<'_>) -> bool {
    match &*paint.space {
        Space::DeviceGray => true,
        Space::Pattern(Some(base)) => matches!(**base, Space::DeviceGray),
        _ => false,
    }
}
