//! Blend modes (ISO 32000-2, 11.3.5). Their formulas are written for light, which is what ink takes away.

use crate::verify::pdf::element::Blend;

impl Blend {
    /// Whether it is made component by component and white on white stays white.
    pub(super) const fn keeps_white(self) -> bool {
        !matches!(self, Self::Difference | Self::Exclusion) && !self.is_of_all()
    }

    /// Whether it needs all components at once.
    pub(super) const fn is_of_all(self) -> bool {
        matches!(
            self,
            Self::Hue | Self::Saturation | Self::Color | Self::Luminosity
        )
    }

    /// Whether blending with white paper leaves a colour as it is, as blending with nothing does.
    pub(super) const fn is_plain_on_paper(self) -> bool {
        matches!(self, Self::Normal | Self::Multiply | Self::Darken)
    }
}

/// Blends the ink on one plate, in a mode that is made plate by plate; in others the ink is what is laid over.
pub(super) fn of_one(blend: Blend, under: f32, over: f32) -> f32 {
    let (b, s) = (1.0 - under, 1.0 - over);
    let hard = |b: f32, s: f32| {
        if s <= 0.5 {
            2.0 * b * s
        } else {
            1.0 - 2.0 * (1.0 - b) * (1.0 - s)
        }
    };
    let light = match blend {
        Blend::Multiply => b * s,
        Blend::Screen => b + s - b * s,
        Blend::Overlay => hard(s, b),
        Blend::HardLight => hard(b, s),
        Blend::Darken => b.min(s),
        Blend::Lighten => b.max(s),
        Blend::ColorDodge if b <= 0.0 => 0.0,
        Blend::ColorDodge if s >= 1.0 => 1.0,
        Blend::ColorDodge => (b / (1.0 - s)).min(1.0),
        Blend::ColorBurn if b >= 1.0 => 1.0,
        Blend::ColorBurn if s <= 0.0 => 0.0,
        Blend::ColorBurn => 1.0 - ((1.0 - b) / s).min(1.0),
        Blend::SoftLight if s <= 0.5 => b - (1.0 - 2.0 * s) * b * (1.0 - b),
        Blend::SoftLight => {
            let d = if b <= 0.25 {
                ((16.0 * b - 12.0) * b + 4.0) * b
            } else {
                b.sqrt()
            };
            b + (2.0 * s - 1.0) * (d - b)
        }
        Blend::Difference => (b - s).abs(),
        Blend::Exclusion => b + s - 2.0 * b * s,
        Blend::Normal | Blend::Hue | Blend::Saturation | Blend::Color | Blend::Luminosity => s,
    };
    1.0 - light
}

/// Blends the four process inks in a mode that needs them all. Cyan, magenta and yellow are blended as the light that they leave; the black is
/// that which lies under, or for `Luminosity` that which is laid over (ISO 32000-2, 11.3.5.3).
pub(super) fn of_all(blend: Blend, under: [f32; 4], over: [f32; 4]) -> [f32; 4] {
    let [c, m, y, black_under] = under.map(|ink| 1.0 - ink);
    let b = [c, m, y];
    let [c, m, y, black_over] = over.map(|ink| 1.0 - ink);
    let s = [c, m, y];
    let (light, black) = match blend {
        Blend::Hue => (lit(saturated(s, saturation(b)), luminosity(b)), black_under),
        Blend::Saturation => (lit(saturated(b, saturation(s)), luminosity(b)), black_under),
        Blend::Color => (lit(s, luminosity(b)), black_under),
        Blend::Luminosity => (lit(b, luminosity(s)), black_over),
        _ => (s, black_over),
    };
    let [r, g, b] = light;
    [r, g, b, black].map(|light| 1.0 - light)
}

fn luminosity([r, g, b]: [f32; 3]) -> f32 {
    0.3 * r + 0.59 * g + 0.11 * b
}

fn saturation(colour: [f32; 3]) -> f32 {
    let (least, most) = range(colour);
    most - least
}

fn range(colour: [f32; 3]) -> (f32, f32) {
    let least = colour.into_iter().fold(f32::INFINITY, f32::min);
    let most = colour.into_iter().fold(f32::NEG_INFINITY, f32::max);
    (least, most)
}

/// A colour with another luminosity, brought back to what light can be.
fn lit(colour: [f32; 3], wanted: f32) -> [f32; 3] {
    let by = wanted - luminosity(colour);
    let colour = colour.map(|part| part + by);
    let middle = luminosity(colour);
    let (least, most) = range(colour);
    colour.map(|mut part| {
        if least < 0.0 {
            part = middle + (part - middle) * middle / (middle - least);
        }
        if most > 1.0 {
            part = middle + (part - middle) * (1.0 - middle) / (most - middle);
        }
        part
    })
}

/// A colour with another saturation: its darkest part becomes nothing, its lightest what is wanted.
fn saturated(colour: [f32; 3], wanted: f32) -> [f32; 3] {
    let (least, most) = range(colour);
    if most <= least {
        return [0.0; 3];
    }
    colour.map(|part| (part - least) * wanted / (most - least))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(one: [f32; 4], other: [f32; 4]) -> bool {
        one.iter()
            .zip(other)
            .all(|(one, other)| (one - other).abs() < 1e-5)
    }

    #[test]
    fn a_colour_laid_over_grey_leaves_its_luminosity_and_its_black() {
        let grey = [0.5, 0.5, 0.5, 0.25];
        let blended = of_all(Blend::Color, grey, [0.0, 1.0, 1.0, 0.75]);
        let light = |inks: [f32; 4]| luminosity([1.0 - inks[0], 1.0 - inks[1], 1.0 - inks[2]]);
        assert!((light(blended) - 0.5).abs() < 1e-5, "{blended:?}");
        assert!((blended[3] - 0.25).abs() < 1e-5 && blended[0] < blended[1]);
    }

    #[test]
    fn grey_has_neither_hue_nor_saturation_to_give() {
        let red = [0.0, 1.0, 1.0, 0.0];
        let grey = [0.4, 0.4, 0.4, 0.0];
        let of_red = 1.0 - luminosity([1.0, 0.0, 0.0]);
        assert!(is_near(
            of_all(Blend::Saturation, red, grey),
            [of_red, of_red, of_red, 0.0]
        ));
        assert!(is_near(
            of_all(Blend::Hue, red, grey),
            [of_red, of_red, of_red, 0.0]
        ));
    }

    #[test]
    fn luminosity_takes_the_black_that_is_laid_over() {
        let blended = of_all(Blend::Luminosity, [0.2, 0.2, 0.2, 0.1], [0.6, 0.6, 0.6, 0.9]);
        assert!(is_near(blended, [0.6, 0.6, 0.6, 0.9]));
    }

    #[test]
    fn screen_with_white_is_white_and_with_black_is_what_it_was() {
        assert!(of_one(Blend::Screen, 0.0, 0.7).abs() < 1e-6);
        assert!((of_one(Blend::Screen, 1.0, 0.7) - 0.7).abs() < 1e-6);
    }
}
