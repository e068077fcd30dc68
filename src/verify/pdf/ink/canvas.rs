//! The plates of a page, or of a part of it that is blended as one.

use super::coverage::Area;
use crate::verify::pdf::element::Blend;

/// Plates that are kept apart at most: 4 of the process, the rest of spot inks.
pub(super) const PLATES: usize = 32;

/// What a colour puts on each plate: 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Coat {
    pub(super) amounts: [f32; PLATES],
    /// The plates that it changes, a bit each; the others keep what they have.
    pub(super) touched: u32,
}

impl Coat {
    /// No ink, and what lies under it is gone.
    pub(super) const BARE: Self = Self {
        amounts: [0.0; PLATES],
        touched: u32::MAX,
    };

    pub(super) fn total(&self, plates: usize) -> f32 {
        self.amounts.iter().take(plates).sum()
    }
}

/// Amounts of ink on plates.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    pub(super) area: Area,
    /// For each plate, what lies on each pixel.
    pub(super) plates: Vec<Vec<f32>>,
    /// How opaque each pixel is; the page itself is opaque, and has none.
    pub(super) opacity: Option<Vec<f32>>,
}

impl Canvas {
    /// A page without ink.
    pub(super) fn page(area: Area, plates: usize) -> Self {
        Self {
            area,
            plates: vec![vec![0.0; area.pixels()]; plates],
            opacity: None,
        }
    }

    /// A part on which nothing lies yet.
    pub(super) fn clear(area: Area, plates: usize) -> Self {
        Self {
            opacity: Some(vec![0.0; area.pixels()]),
            ..Self::page(area, plates)
        }
    }

    fn place(&self, x: usize, y: usize) -> Option<usize> {
        let area = self.area;
        let (column, row) = (x.checked_sub(area.x)?, y.checked_sub(area.y)?);
        (column < area.width && row < area.height).then(|| row * area.width + column)
    }

    /// Coats a pixel; `share` is how much of it, and how opaque.
    pub(super) fn coat(&mut self, x: usize, y: usize, coat: &Coat, share: f32, blend: Blend) {
        let Some(place) = self.place(x, y) else { return };
        let (weight, backdrop) = match &mut self.opacity {
            None => (share, 1.0),
            Some(opacity) => {
                let Some(opacity) = opacity.get_mut(place) else {
                    return;
                };
                let before = *opacity;
                *opacity = before + share - before * share;
                (if *opacity > 0.0 { share / *opacity } else { 0.0 }, before)
            }
        };
        for (plate, values) in self.plates.iter_mut().enumerate() {
            if coat.touched >> plate & 1 == 0 {
                continue;
            }
            if let (Some(value), Some(amount)) = (values.get_mut(place), coat.amounts.get(plate)) {
                // Spot inks blend only in ways that leave white white (ISO 32000-2, 11.7.4.2).
                let blend = if plate < 4 || blend.keeps_white() {
                    blend
                } else {
                    Blend::Normal
                };
                let mixed = match blend {
                    Blend::Normal => *amount,
                    _ => amount * (1.0 - backdrop) + blend.of_inks(*value, *amount) * backdrop,
                };
                *value += weight * (mixed - *value);
            }
        }
    }

    /// What lies on a pixel of a part, as a coat, and how opaque it is.
    pub(super) fn taken(&self, x: usize, y: usize) -> (Coat, f32) {
        let mut coat = Coat::BARE;
        let Some(place) = self.place(x, y) else {
            return (coat, 0.0);
        };
        for (amount, values) in coat.amounts.iter_mut().zip(&self.plates) {
            *amount = values.get(place).copied().unwrap_or(0.0);
        }
        let opacity = self
            .opacity
            .as_ref()
            .map_or(1.0, |opacity| opacity.get(place).copied().unwrap_or(0.0));
        (coat, opacity)
    }
}

impl Blend {
    /// Whether it is made component by component and white on white stays white.
    const fn keeps_white(self) -> bool {
        !matches!(
            self,
            Self::Difference
                | Self::Exclusion
                | Self::Hue
                | Self::Saturation
                | Self::Color
                | Self::Luminosity
        )
    }

    /// Blends amounts of ink. The formulas are written for light, which is what ink takes away (ISO 32000-2, 11.3.5.2 and 11.3.5.3).
    /// Modes that need all components at once are blended as `Normal`.
    fn of_inks(self, under: f32, over: f32) -> f32 {
        let (b, s) = (1.0 - under, 1.0 - over);
        let hard = |b: f32, s: f32| {
            if s <= 0.5 {
                2.0 * b * s
            } else {
                1.0 - 2.0 * (1.0 - b) * (1.0 - s)
            }
        };
        let light = match self {
            Self::Multiply => b * s,
            Self::Screen => b + s - b * s,
            Self::Overlay => hard(s, b),
            Self::HardLight => hard(b, s),
            Self::Darken => b.min(s),
            Self::Lighten => b.max(s),
            Self::ColorDodge if b <= 0.0 => 0.0,
            Self::ColorDodge if s >= 1.0 => 1.0,
            Self::ColorDodge => (b / (1.0 - s)).min(1.0),
            Self::ColorBurn if b >= 1.0 => 1.0,
            Self::ColorBurn if s <= 0.0 => 0.0,
            Self::ColorBurn => 1.0 - ((1.0 - b) / s).min(1.0),
            Self::SoftLight if s <= 0.5 => b - (1.0 - 2.0 * s) * b * (1.0 - b),
            Self::SoftLight => {
                let d = if b <= 0.25 {
                    ((16.0 * b - 12.0) * b + 4.0) * b
                } else {
                    b.sqrt()
                };
                b + (2.0 * s - 1.0) * (d - b)
            }
            Self::Difference => (b - s).abs(),
            Self::Exclusion => b + s - 2.0 * b * s,
            Self::Normal | Self::Hue | Self::Saturation | Self::Color | Self::Luminosity => s,
        };
        1.0 - light
    }
}
