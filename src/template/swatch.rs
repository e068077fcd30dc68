//! Inks by name, as a designer writes them: parts of the process inks in per cent, or a spot ink with what they make of it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::color::{Cmyk, Color, Ink, Part};
use crate::diag::{Code, Log};
use crate::source::{Named, Spanned};

/// The inks of a template.
#[derive(Clone, Debug, Default)]
pub struct Swatches(Vec<(Spanned<String>, Color)>);

/// A swatch as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenSwatch {
    cmyk: Spanned<[f64; 4]>,
    spot: Option<String>,
}

impl Swatches {
    /// Checks and takes over what is written.
    pub(super) fn resolve(written: &Named<WrittenSwatch>, log: &mut Log) -> Self {
        let mut swatches = Vec::new();
        let mut plates: BTreeMap<&str, (&Spanned<String>, Cmyk)> = BTreeMap::new();
        for (name, swatch) in written.iter() {
            let cmyk = Cmyk(swatch.cmyk.value.map(|percent| {
                // What names this swatch is not at fault, so it gets one all the same.
                Part::from_percent(percent).unwrap_or_else(|| {
                    let message = format!("there is no {percent} % of an ink");
                    log.error(Code::BAD_VALUE, swatch.cmyk.span, message)
                        .help("cyan, magenta, yellow and black are each from 0 to 100");
                    Part::NONE
                })
            }));
            let ink = match &swatch.spot {
                Some(plate) => {
                    let (first, known) = plates.entry(plate).or_insert((name, cmyk));
                    if *known != cmyk {
                        log.error(
                            Code::BAD_VALUE,
                            swatch.cmyk.span,
                            format!("the spot ink `{plate}` has two different process equivalents"),
                        )
                        .also(first.span, "the other stands here")
                        .help("give every swatch of this ink the same `cmyk`");
                    }
                    Ink::Spot {
                        name: plate.as_str().into(),
                        alternate: cmyk,
                    }
                }
                None => Ink::Process(cmyk),
            };
            swatches.push((
                name.clone(),
                Color {
                    ink,
                    tint: Part::FULL,
                },
            ));
        }
        Self(swatches)
    }

    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&Spanned<String>, &Color)> {
        self.0.iter().map(|(name, color)| (name, color))
    }

    /// The ink of that name, or an error at the place where it was asked for.
    pub(super) fn find(&self, wanted: &Spanned<String>, log: &mut Log) -> Option<Color> {
        let found = self
            .0
            .iter()
            .find(|(name, _)| name.value == wanted.value)
            .map(|(_, color)| color.clone());
        if found.is_none() {
            log.error(
                Code::UNKNOWN_NAME,
                wanted.span,
                format!("there is no swatch `{}`", wanted.value),
            )
            .suggest(&wanted.value, self.0.iter().map(|(name, _)| name.value.as_str()));
        }
        found
    }
}
