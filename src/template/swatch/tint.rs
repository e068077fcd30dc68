//! Tints: a swatch that is so much of another, which may be a tint itself. The file may have them in any order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Written, WrittenSwatch, unknown};
use crate::color::{Color, Part};
use crate::diag::{Code, Log};
use crate::source::Spanned;
use crate::wording::{number, text};

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
    let (swatch_name, of_name) = (&name.value, &of.value);
    if let Some(own) = own {
        log.error(
            Code::BAD_VALUE,
            own,
            text!(
                "`{swatch_name}` has an ink of its own, and is a tint of another swatch",
                "`{swatch_name}` hat eine eigene Druckfarbe und ist zugleich Tonwert eines anderen Farbfelds"
            ),
        )
        .also(
            of.span,
            text!(
                "the other swatch is named here",
                "das andere Farbfeld ist hier genannt"
            ),
        )
        .help(text!("take one of them out", "eines von beiden herausnehmen"));
    }
    let Some(tint) = &swatch.tint else {
        log.error(
            Code::MISSING_FIELD,
            of.span,
            text!(
                "`{swatch_name}` does not say how much of `{of_name}` it is",
                "`{swatch_name}` sagt nicht, wie viel von `{of_name}` es ist"
            ),
        )
        .help(text!(
            "say so in per cent: `{{ of = \"{of_name}\", tint = 20 }}`",
            "es in Prozent angeben: `{{ of = \"{of_name}\", tint = 20 }}`"
        ));
        return Part::FULL;
    };
    Part::from_percent(tint.value).unwrap_or_else(|| {
        let message = text!(
            "there is no tint of {percent} %",
            "einen Tonwert von {percent} % gibt es nicht"; percent = number(tint.value)
        );
        log.error(Code::BAD_VALUE, tint.span, message).help(text!(
            "`tint` is from 0 to 100 per cent",
            "`tint` liegt zwischen 0 und 100 Prozent"
        ));
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
    let (swatch, others) = (&name.value, others.join(", "));
    let message = if others.is_empty() {
        text!(
            "the swatch `{swatch}` is a tint of itself",
            "das Farbfeld `{swatch}` ist ein Tonwert seiner selbst"
        )
    } else {
        text!(
            "the swatch `{swatch}` is a tint of itself through {others}",
            "das Farbfeld `{swatch}` ist über {others} ein Tonwert seiner selbst"
        )
    };
    log.error(Code::BAD_VALUE, name.span, message).help(text!(
        "give one of them an ink of its own with `cmyk`",
        "einem davon mit `cmyk` eine eigene Druckfarbe geben"
    ));
}
