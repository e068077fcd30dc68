//! Colours as an edition writes them: inks for the press, sRGB for the screen. A spot ink becomes a separation with a
//! process alternate and a straight tint function (ISO 32000-1, 8.6.6.4), the same wherever its name occurs.

use std::collections::BTreeMap;
use std::sync::Arc;

use pdf_writer::{Name, Ref};

use super::file::File;
use super::operators::Operators;
use super::profile::{Colours, Profile};
use crate::assets::Assets;
use crate::color::{Cmyk, Color, Ink, Part};
use crate::diag::{Code, Log};
use crate::scene::{ItemKind, Scene};
use crate::wording::text;

/// A colour as it is written; parts in ten-thousandths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// DeviceRGB.
    Rgb([i64; 3]),
    /// DeviceCMYK.
    Cmyk([i64; 4]),
    /// A separation by its place among the separations, and how much of it.
    Separation(usize, i64),
}

/// What the alternate of a separation is called, and what it is made of.
type Separation = (Arc<str>, Cmyk);

/// All colours of a scene, ready to be written.
#[derive(Debug)]
pub(super) struct Paints<'a> {
    paints: BTreeMap<&'a Color, Paint>,
    separations: Vec<Separation>,
}

impl<'a> Paints<'a> {
    /// Prepares every colour of the scene. Logs an error when one spot ink has two process equivalents, which PDF/X-4
    /// forbids (ISO 15930-7) and which would be two inks in one pot.
    pub(super) fn collect(scene: &'a Scene, assets: &Assets, profile: &Profile, log: &mut Log) -> Self {
        let mut spots: BTreeMap<Arc<str>, Cmyk> = BTreeMap::new();
        let mut colours: BTreeMap<&'a Color, ()> = BTreeMap::new();
        scene.each_item(&mut |item| {
            let used = match &item.kind {
                ItemKind::Glyphs(run) => [Some(&run.color), None],
                ItemKind::Shape(shape) => [
                    shape.fill.as_ref(),
                    shape.stroke.as_ref().map(|stroke| &stroke.color),
                ],
                // Pictures and drawings bring their colours with them.
                ItemKind::Picture(_) | ItemKind::Drawing(_) | ItemKind::Group(_) => [None, None],
            };
            for color in used.into_iter().flatten() {
                colours.insert(color, ());
                let Some((name, alternate)) = separation(&color.ink) else {
                    continue;
                };
                if *spots.entry(Arc::clone(&name)).or_insert(alternate) != alternate {
                    let message = text!(
                        "the spot ink `{name}` has two different process equivalents",
                        "die Schmuckfarbe `{name}` hat zwei verschiedene Entsprechungen in Prozessfarben"
                    );
                    let finding = match item.origin {
                        Some(origin) => log.error(Code::BAD_VALUE, origin, message),
                        None => log.error_in_file(Code::BAD_VALUE, &scene.about.name, message),
                    };
                    finding.help(text!(
                        "give every swatch of this ink the same `cmyk`",
                        "jedem Farbfeld dieser Schmuckfarbe dasselbe `cmyk` geben"
                    ));
                }
            }
        });
        let separations: Vec<Separation> = match profile.colours {
            Colours::Inks => spots.into_iter().collect(),
            Colours::Srgb => Vec::new(),
        };
        let paints = colours
            .into_keys()
            .map(|color| (color, paint(color, assets, profile, &separations)))
            .collect();
        Self { paints, separations }
    }

    /// How a colour is written.
    pub(super) fn paint(&self, color: &Color) -> Paint {
        // Every colour of the scene was collected; paper is a harmless answer for any other.
        self.paints.get(color).cloned().unwrap_or(Paint::Rgb([10_000; 3]))
    }

    /// Writes the separations and gives their references, in their order.
    pub(super) fn embed(&self, file: &mut File) -> Vec<Ref> {
        self.separations
            .iter()
            .map(|(name, alternate)| {
                let id = file.reference();
                let mut space = file.pdf.color_space(id).separation(Name(name.as_bytes()));
                space.alternate_color_space().device_cmyk();
                space
                    .tint_exponential()
                    .domain([0.0, 1.0])
                    .c0([0.0; 4])
                    .c1(alternate.0.map(Part::fraction))
                    .n(1.0);
                id
            })
            .collect()
    }
}

/// The resource name of a separation.
pub(super) fn separation_name(index: usize) -> String {
    format!("C{index}")
}

/// Writes the operators that choose a colour for filling or for stroking.
pub(super) fn choose(operators: &mut Operators, paint: &Paint, stroking: bool) {
    let pick = |stroke: &'static str, fill: &'static str| if stroking { stroke } else { fill };
    match paint {
        Paint::Rgb(parts) => operators.op(parts, pick("RG", "rg")),
        Paint::Cmyk(parts) => operators.op(parts, pick("K", "k")),
        Paint::Separation(index, tint) => {
            operators.named(&separation_name(*index), pick("CS", "cs"));
            operators.op(&[*tint], pick("SCN", "scn"));
        }
    }
}

/// The name on the plate and the process equivalent of an ink that is no process ink.
fn separation(ink: &Ink) -> Option<Separation> {
    match ink {
        Ink::Process(_) => None,
        Ink::Spot { name, alternate } => Some((Arc::clone(name), *alternate)),
        // The reserved name of every plate at once (ISO 32000-1, 8.6.6.4).
        Ink::All => Some((Arc::from("All"), Cmyk([Part::FULL; 4]))),
    }
}

fn paint(color: &Color, assets: &Assets, profile: &Profile, separations: &[Separation]) -> Paint {
    if profile.colours == Colours::Srgb {
        let seen = assets.output.srgb(color.as_cmyk()).0;
        // Four digits tell 256 steps apart, and read back as the same byte.
        return Paint::Rgb(seen.map(|part| (i64::from(part) * 10_000 + 127) / 255));
    }
    let found =
        separation(&color.ink).and_then(|(name, _)| separations.iter().position(|(known, _)| *known == name));
    match found {
        Some(index) => Paint::Separation(index, part(color.tint)),
        None => Paint::Cmyk(color.as_cmyk().0.map(part)),
    }
}

/// Hundredths of a per cent are ten-thousandths of full ink.
fn part(part: Part) -> i64 {
    (part.percent() * 100.0).round() as i64
}
