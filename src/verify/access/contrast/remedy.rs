//! What would do: the nearest colour of the same inks that stands out enough.

use super::seen::{Eye, Light};
use crate::color::{Cmyk, Color, Ink, Part};

/// The nearest darker or lighter colour of the same inks whose contrast is enough; none where there is none, or where the ink is a spot ink,
/// which cannot be mixed anew.
pub(super) fn nearest(color: &Color, ground: Light, wanted: f64, eye: &Eye<'_>) -> Option<Cmyk> {
    let Ink::Process(_) = color.ink else { return None };
    let own = color.as_cmyk();
    let is_enough = |inks: &Cmyk| eye.sees_inks(*inks).light.against(ground).0 >= wanted;
    let darker = eye.sees_inks(own).light.is_darker_than(ground);
    let ways = [darkened(own), lightened(own)];
    let [first, second] = if darker { [0, 1] } else { [1, 0] };
    let mut steps = ways[first].iter().chain(&ways[second]);
    steps.find(|inks| is_enough(inks)).copied()
}

/// More of the same inks, one per cent of the strongest after the other, until that is full; then with more and more black.
fn darkened(Cmyk(own): Cmyk) -> Vec<Cmyk> {
    let strongest = own.iter().map(|part| part.percent()).fold(0.0, f64::max);
    let mut steps = Vec::new();
    let mut full = own.map(Part::percent);
    if strongest > 0.0 {
        let first = strongest.floor() as u32 + 1;
        for percent in first..=100 {
            full = own.map(|part| part.percent() * f64::from(percent) / strongest);
            steps.push(full);
        }
    }
    let [cyan, magenta, yellow, black] = full;
    let first = black.floor() as u32 + 1;
    let darker = (first..=100).map(|black| [cyan, magenta, yellow, f64::from(black)]);
    steps.into_iter().chain(darker).map(whole).collect()
}

/// Less of the same inks, one per cent of the strongest after the other, down to bare paper.
fn lightened(Cmyk(own): Cmyk) -> Vec<Cmyk> {
    let strongest = own.iter().map(|part| part.percent()).fold(0.0, f64::max);
    let last = strongest.ceil() as u32;
    let weaker = (0..last)
        .rev()
        .map(|percent| own.map(|part| part.percent() * f64::from(percent) / strongest.max(1.0)));
    weaker.map(whole).collect()
}

/// In whole per cent, as people write inks.
fn whole(percent: [f64; 4]) -> Cmyk {
    Cmyk(percent.map(|percent| Part::from_percent(percent.round().clamp(0.0, 100.0)).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::fixture;

    fn inks(percent: [f64; 4]) -> Cmyk {
        Cmyk(percent.map(|part| Part::from_percent(part).unwrap()))
    }

    fn remedy(color: [f64; 4], ground: [f64; 4]) -> Option<Cmyk> {
        let assets = fixture::assets();
        let eye = Eye::new(&assets.output);
        let ground = eye.sees_inks(inks(ground)).light;
        nearest(&Color::process(inks(color)), ground, 4.5, &eye)
    }

    #[test]
    fn a_grey_becomes_as_dark_as_it_has_to_and_no_darker() {
        // K70 has 4.76 on paper and K68 fails (measured for FOGRA39).
        let black = |percent| inks([0.0, 0.0, 0.0, percent]);
        assert_eq!(remedy([0.0, 0.0, 0.0, 45.0], [0.0; 4]), Some(black(69.0)));
    }

    #[test]
    fn what_is_full_gets_black_and_what_stands_on_dark_gets_lighter() {
        let Some(Cmyk([_, magenta, yellow, black])) = remedy([0.0, 55.0, 100.0, 0.0], [0.0; 4]) else {
            panic!("no remedy");
        };
        assert_eq!((magenta.percent(), yellow.percent()), (55.0, 100.0));
        assert!(black.percent() > 20.0, "{black:?}");
        let night = [100.0, 85.0, 25.0, 20.0];
        let Some(Cmyk([.., grey])) = remedy([0.0, 0.0, 0.0, 70.0], night) else {
            panic!("no remedy");
        };
        assert!(grey.percent() < 70.0);
    }

    #[test]
    fn on_a_middling_ground_nothing_helps_and_a_spot_ink_is_no_mixture() {
        let assets = fixture::assets();
        let eye = Eye::new(&assets.output);
        let light = eye.sees_inks(inks([0.0, 0.0, 0.0, 30.0])).light;
        let spot = Ink::Spot {
            name: "HKS 3 K".into(),
            alternate: inks([0.0, 0.0, 90.0, 0.0]),
        };
        let color = Color {
            ink: spot,
            tint: Part::FULL,
        };
        assert_eq!(nearest(&color, light, 4.5, &eye), None);
    }
}
