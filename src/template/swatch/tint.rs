//! Tints: a swatch that is so much of another, which may be a tint itself. The file may have them in any order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Written, WrittenSwatch, unknown};
use crate::color::{Color, Part};
use crate::diag::{Code, Log};
use crate::source::Spanned;

/// The colours of all swatches, given those that are inks of their own; in the order of the file.
pub(super) fn resolve(written: &Written, inks: &[Option<Color>], log: &mut Log) -> Vec<Color> {
    let swatches: Vec<(&Spanned<String>, &WrittenSwatch)> = written
        .iter()
        .map(|(name, swatch)| (name, &swatch.value))
        .collect();
    let mut places = BTreeMap::new();
    for (place, (name, _)) in swatches.iter().enumerate() {
        places.entry(name.value.as_str()).or_insert(place);
    }
    let tints: Vec<Part> = swatches
        .iter()
        .map(|(name, swatch)| tint(name, swatch, log))
        .collect();
    let parents: Vec<Option<usize>> = swatches
        .iter()
        .map(|(_, swatch)| {
            let of = swatch.of.as_ref()?;
            let place = places.get(of.value.as_str()).copied();
            if place.is_none() {
                unknown(of, written.names(), log);
            }
            place
        })
        .collect();
    let mut told = BTreeSet::new();
    (0..swatches.len())
        .map(|place| {
            let chain = chain(place, &parents);
            if chain.is_circle && !chain.places.iter().any(|place| told.contains(place)) {
                circle(&swatches, &chain.places, log);
                told.extend(chain.places.iter().copied());
            }
            let root = chain.places.last().and_then(|root| inks[*root].clone());
            let tint = chain
                .places
                .iter()
                .fold(Part::FULL, |whole, place| whole.tinted(tints[*place]));
            root.unwrap_or(Color::BLACK).tinted(tint)
        })
        .collect()
}

/// How much a swatch takes of the one it is a tint of; all of it where it is none, or where that is not said.
fn tint(name: &Spanned<String>, swatch: &WrittenSwatch, log: &mut Log) -> Part {
    let Some(of) = &swatch.of else { return Part::FULL };
    let own = swatch
        .spot
        .as_ref()
        .map(|spot| spot.span)
        .or_else(|| swatch.cmyk.as_ref().map(|cmyk| cmyk.span));
    if let Some(own) = own {
        log.error(
            Code::BAD_VALUE,
            own,
            format!(
                "`{}` has an ink of its own, and is a tint of another swatch",
                name.value
            ),
        )
        .also(of.span, "the other swatch is named here")
        .help("take one of them out");
    }
    let Some(tint) = &swatch.tint else {
        log.error(
            Code::MISSING_FIELD,
            of.span,
            format!("`{}` does not say how much of `{}` it is", name.value, of.value),
        )
        .help(format!(
            "say so in per cent: `{{ of = \"{}\", tint = 20 }}`",
            of.value
        ));
        return Part::FULL;
    };
    Part::from_percent(tint.value).unwrap_or_else(|| {
        let message = format!("there is no tint of {} %", tint.value);
        log.error(Code::BAD_VALUE, tint.span, message)
            .help("`tint` is from 0 to 100 per cent");
        Part::FULL
    })
}

/// A swatch and all those that it is a tint of.
struct Chain {
    /// The swatch first, at the end one that is no tint; of a circle its members alone.
    places: Vec<usize>,
    is_circle: bool,
}

fn chain(place: usize, parents: &[Option<usize>]) -> Chain {
    let mut places = vec![place];
    let mut seen = BTreeSet::from([place]);
    let mut here = place;
    while let Some(next) = parents[here] {
        if !seen.insert(next) {
            let from = places.iter().position(|known| *known == next).unwrap_or(0);
            return Chain {
                places: places.split_off(from),
                is_circle: true,
            };
        }
        places.push(next);
        here = next;
    }
    Chain {
        places,
        is_circle: false,
    }
}

fn circle(swatches: &[(&Spanned<String>, &WrittenSwatch)], places: &[usize], log: &mut Log) {
    let Some(first) = places.iter().min() else { return };
    let (name, _) = swatches[*first];
    let others: Vec<String> = places
        .iter()
        .filter(|place| *place != first)
        .map(|place| format!("`{}`", swatches[*place].0.value))
        .collect();
    let through = if others.is_empty() {
        String::new()
    } else {
        format!(" through {}", others.join(", "))
    };
    log.error(
        Code::BAD_VALUE,
        name.span,
        format!("the swatch `{}` is a tint of itself{through}", name.value),
    )
    .help("give one of them an ink of its own with `cmyk`");
}
