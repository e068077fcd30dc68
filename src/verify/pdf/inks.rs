//! What a colour is in inks, as far as its space says so.

use super::paint::{Ink, PROCESS};
use super::space::{Space, Tint};

/// Tables of tables of colours are not followed: a space stands on another, and that on one of a device.
const DEEPEST: usize = 4;

impl Space<'_> {
    /// On which plates a colour of this space lies; none when it is no space of inks.
    #[must_use]
    pub fn inks(&self, components: &[f64]) -> Option<Vec<Ink>> {
        let ink = |name: &str, amount: &f64| Ink {
            name: name.to_owned(),
            amount: amount.clamp(0.0, 1.0),
        };
        match self {
            Self::DeviceGray => Some(vec![ink("Black", &(1.0 - components.first()?))]),
            Self::DeviceCmyk => Some(
                PROCESS
                    .iter()
                    .zip(components)
                    .map(|(name, amount)| ink(name, amount))
                    .collect(),
            ),
            Self::Separation { name, .. } if &**name == "None" => Some(Vec::new()),
            Self::Separation { name, .. } => Some(vec![ink(name, components.first()?)]),
            Self::DeviceN { names, .. } => {
                let printed = names.iter().zip(components).filter(|(name, _)| *name != "None");
                Some(printed.map(|(name, amount)| ink(name, amount)).collect())
            }
            Self::Indexed { base, .. } if !matches!(**base, Self::Indexed { .. }) => {
                base.inks(&self.looked_up(*components.first()?)?)
            }
            Self::Pattern(Some(base)) if !matches!(**base, Self::Pattern(_)) => base.inks(components),
            _ => None,
        }
    }

    /// The names of its inks where it is a space of named inks; else none.
    #[must_use]
    pub fn ink_names(&self) -> Vec<String> {
        match self {
            Self::Separation { name, .. } => vec![(**name).to_owned()],
            Self::DeviceN { names, .. } => names.to_vec(),
            _ => Vec::new(),
        }
    }

    /// Whether its colours leave no mark at all, and cover nothing: those of the ink `None` (ISO 32000-2, 8.6.6.4 and 8.6.6.5).
    #[must_use]
    pub fn is_of_no_ink(&self) -> bool {
        match self {
            Self::Separation { name, .. } => &**name == "None",
            Self::DeviceN { names, .. } => names.iter().all(|name| name == "None"),
            _ => false,
        }
    }

    /// The four process inks of a colour, with spot inks shown as they look.
    #[must_use]
    pub fn process(&self, components: &[f64]) -> Option<[f64; 4]> {
        self.process_within(components, DEEPEST)
    }

    fn process_within(&self, components: &[f64], depth: usize) -> Option<[f64; 4]> {
        let depth = depth.checked_sub(1)?;
        match self {
            Self::DeviceGray => Some([0.0, 0.0, 0.0, (1.0 - components.first()?).clamp(0.0, 1.0)]),
            Self::DeviceCmyk => {
                let inks: [f64; 4] = components.get(..4)?.try_into().ok()?;
                Some(inks.map(|ink| ink.clamp(0.0, 1.0)))
            }
            Self::Separation { name, .. } if &**name == "None" => Some([0.0; 4]),
            Self::Separation { name, .. } if &**name == "All" => {
                Some([components.first()?.clamp(0.0, 1.0); 4])
            }
            Self::Separation { .. } | Self::DeviceN { .. } => match self.plainly_process(components) {
                Some(inks) => Some(inks),
                None => {
                    let tint = self.tint()?;
                    tint.alternate.process_within(&tint.of(components)?, depth)
                }
            },
            Self::Indexed { base, .. } => base.process_within(&self.looked_up(*components.first()?)?, depth),
            Self::Pattern(Some(base)) => base.process_within(components, depth),
            _ => None,
        }
    }

    /// The process inks of a colour whose plates are all process ones.
    fn plainly_process(&self, components: &[f64]) -> Option<[f64; 4]> {
        let mut amounts = [0.0; 4];
        for ink in self.inks(components)? {
            let plate = PROCESS.iter().position(|name| *name == ink.name)?;
            *amounts.get_mut(plate)? = ink.amount;
        }
        Some(amounts)
    }

    /// Whether a colour is the white of its space.
    #[must_use]
    pub fn is_white(&self, components: &[f64]) -> bool {
        let near = |value: f64, wanted: f64| (value - wanted).abs() < 0.5 / 255.0;
        match self {
            Self::DeviceGray | Self::CalGray | Self::DeviceRgb | Self::CalRgb => {
                components.iter().all(|part| near(*part, 1.0))
            }
            Self::Icc {
                components: 1 | 3, ..
            } => components.iter().all(|part| near(*part, 1.0)),
            Self::Icc { .. } => components.iter().all(|part| near(*part, 0.0)),
            Self::Lab(_) => components.first().is_some_and(|light| near(light / 100.0, 1.0)),
            Self::Indexed { base, .. } if !matches!(**base, Self::Indexed { .. }) => {
                let index = components.first().copied().unwrap_or_default();
                self.looked_up(index).is_some_and(|colour| base.is_white(&colour))
            }
            // What is on no plate is not white, it is not there.
            _ => self
                .inks(components)
                .is_some_and(|inks| !inks.is_empty() && inks.iter().all(|ink| near(ink.amount, 0.0))),
        }
    }

    /// The colour of an index, in the space under it.
    #[must_use]
    pub fn looked_up(&self, index: f64) -> Option<Vec<f64>> {
        let Self::Indexed { base, highest, table } = self else {
            return None;
        };
        let count = base.components();
        let index = index.clamp(0.0, f64::from(*highest)) as usize;
        let bytes = table.get(index * count..(index + 1) * count)?;
        Some(base.decoded(bytes.iter().map(|byte| f64::from(*byte) / 255.0)))
    }

    /// Components from parts of 0 to 1 of their ranges.
    #[must_use]
    pub fn decoded(&self, parts: impl Iterator<Item = f64>) -> Vec<f64> {
        match self {
            Self::Lab([a0, a1, b0, b1]) => {
                let ranges = [(0.0, 100.0), (*a0, *a1), (*b0, *b1)];
                parts
                    .zip(ranges)
                    .map(|(part, (low, high))| low + part * (high - low))
                    .collect()
            }
            _ => parts.collect(),
        }
    }

    /// How its inks look, where it is a space of named inks.
    #[must_use]
    pub const fn tint(&self) -> Option<&Tint<'_>> {
        match self {
            Self::Separation { tint, .. } | Self::DeviceN { tint, .. } => Some(tint),
            _ => None,
        }
    }
}

impl Tint<'_> {
    /// The colour of amounts of ink, in the space in which they are shown.
    #[must_use]
    pub fn of(&self, amounts: &[f64]) -> Option<Vec<f64>> {
        let function = self.transform.as_ref()?;
        let given: Vec<f32> = amounts.iter().map(|amount| *amount as f32).collect();
        if given.len() != function.num_inputs() {
            return None;
        }
        let mut shown = vec![0.0_f32; function.num_outputs()];
        function.eval(&given, &mut shown)?;
        Some(shown.into_iter().map(f64::from).collect())
    }
}
