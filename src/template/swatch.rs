//! Inks by name, as a designer writes them: parts of the process inks in per cent, or a spot ink with what they make of it.

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
        for (name, swatch) in written.iter() {
            let parts = swatch.cmyk.value.map(Part::from_percent);
            let [Some(c), Some(m), Some(y), Some(k)] = parts else {
                log.error(
                    Code::BAD_VALUE,
                    swatch.cmyk.span,
                    "each of the four inks is a per cent from 0 to 100",
                );
                continue;
            };
            let cmyk = Cmyk([c, m, y, k]);
            let ink = match &swatch.spot {
                Some(plate) => Ink::Spot {
                    name: plate.as_str().into(),
                    alternate: cmyk,
                },
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
