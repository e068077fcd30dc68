//! Which colour each dot has: never its neighbour's, and all colours about as often as they are listed.

use super::link::Links;
use super::random::Random;
use super::scatter::Disc;
use crate::color::Color;

/// A colour for every dot. `given` holds those that the template has chosen.
pub(super) fn tint(
    discs: &[Disc],
    links: &Links,
    given: &[Option<Color>],
    colors: &[Color],
    random: &mut Random,
) -> Vec<Color> {
    let mut chosen: Vec<Option<Color>> = given.to_vec();
    chosen.resize(discs.len(), None);
    // How much of the picture each place in the list has got: large dots weigh more, so that no colour has them all.
    let mut spent = vec![0_i64; colors.len()];
    for dot in 0..discs.len() {
        if let Some(place) = chosen[dot]
            .as_ref()
            .and_then(|color| colors.iter().position(|other| other == color))
        {
            spent[place] += weight(&discs[dot]);
        }
    }
    for dot in 0..discs.len() {
        if chosen[dot].is_some() {
            continue;
        }
        // Joined dots must differ; those close by without a line should. Ties are broken by chance.
        let joined = |color: &Color| {
            links
                .of(dot)
                .iter()
                .any(|&other| chosen[other].as_ref() == Some(color))
        };
        let best = (0..colors.len())
            .map(|place| {
                let color = &colors[place];
                let close = discs
                    .iter()
                    .zip(&chosen)
                    .filter(|(_, other)| other.as_ref() == Some(color));
                let nearest = close.map(|(other, _)| other.at.to(discs[dot].at).square()).min();
                let wanted = 3 * (discs[dot].air + discs[dot].radius);
                let crowded = nearest.is_some_and(|square| square < wanted * wanted);
                (joined(color), crowded, spent[place], random.next(), place)
            })
            .min();
        let Some((.., place)) = best else { continue };
        spent[place] += weight(&discs[dot]);
        chosen[dot] = Some(colors[place].clone());
    }
    chosen
        .into_iter()
        .map(|color| color.unwrap_or(Color::BLACK))
        .collect()
}

/// How much a dot weighs to the eye: more than by its width, less than by its area.
fn weight(disc: &Disc) -> i64 {
    (disc.radius * disc.radius.isqrt()).max(1)
}
