//! Inks by name, as a designer writes them: parts of the process inks in per cent, a spot ink with what they make of it, or a tint of
//! another swatch. A swatch that is wrong still gets an ink, since whatever names it is not at fault.

mod plate;
mod tint;

use schemars::JsonSchema;
use serde::Deserialize;

use self::plate::Plates;
use crate::color::{Cmyk, Color, Ink, Part};
use crate::diag::{Code, Log};
use crate::source::{Named, Spanned};
use crate::wording::{number, text};

/// The inks of a template.
#[derive(Clone, Debug, Default)]
pub struct Swatches(Vec<(Spanned<String>, Color)>);

/// A swatch: an ink of its own, as in `{ cmyk = [0, 100, 90, 0] }`, or a tint of another, as in `{ of = "red", tint = 20 }`.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend(
    "oneOf" = [{ "required": ["cmyk"] }, { "required": ["of"] }],
    "dependencies" = { "spot": ["cmyk"], "of": ["tint"], "tint": ["of"] },
))]
pub(super) struct WrittenSwatch {
    /// Cyan, magenta, yellow and black, each from 0 to 100 per cent. Of a spot ink: what the process inks make of it, for screens and proofs.
    #[schemars(inner(range(min = 0, max = 100)), extend("examples" = [[0, 100, 90, 0]]))]
    cmyk: Option<Spanned<[f64; 4]>>,
    /// The name of a spot ink, an ink with a plate of its own, as its maker spells it. Spell it everywhere alike: `PANTONE 185 C` and
    /// `PANTONE 185 U` would be two plates.
    #[schemars(
        regex(pattern = r"^\S(.*\S)?$"),
        length(max = 127),
        extend(
            "examples" = ["HKS 14 K", "PANTONE 185 C"],
            "not" = { "enum": ["All", "None", "Cyan", "Magenta", "Yellow", "Black"] }
        )
    )]
    spot: Option<Spanned<String>>,
    /// The swatch that this one is a tint of; it may be a tint itself.
    #[schemars(extend("examples" = ["red"]))]
    of: Option<Spanned<String>>,
    /// How much of the other swatch this one is, from 0 to 100 per cent.
    #[schemars(range(min = 0, max = 100), extend("examples" = [20]))]
    tint: Option<Spanned<f64>>,
}

type Written = Named<Spanned<WrittenSwatch>>;

impl Swatches {
    /// Checks and takes over what is written: first the inks, then the tints of them, which may stand before them in the file.
    pub(super) fn resolve(written: &Written, log: &mut Log) -> Self {
        let mut plates = Plates::default();
        let inks: Vec<Option<Color>> = written
            .iter()
            .map(|(name, swatch)| match swatch.value.of {
                None => Some(Color {
                    ink: ink(name, swatch, &mut plates, log),
                    tint: Part::FULL,
                }),
                Some(_) => None,
            })
            .collect();
        let colors = tint::resolve(written, &inks, log);
        let names = written.iter().map(|(name, _)| name.clone());
        Self(names.zip(colors).collect())
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
            unknown(wanted, self.0.iter().map(|(name, _)| name.value.as_str()), log);
        }
        found
    }
}

/// Says that there is no such swatch.
fn unknown<'a>(wanted: &Spanned<String>, known: impl Iterator<Item = &'a str>, log: &mut Log) {
    let name = &wanted.value;
    log.error(
        Code::UNKNOWN_NAME,
        wanted.span,
        text!(
            "there is no swatch `{name}`",
            "das Farbfeld `{name}` gibt es nicht"
        ),
    )
    .suggest(&wanted.value, known);
}

/// The ink of a swatch that is no tint.
fn ink<'w>(
    name: &'w Spanned<String>,
    swatch: &'w Spanned<WrittenSwatch>,
    plates: &mut Plates<'w>,
    log: &mut Log,
) -> Ink {
    let written = &swatch.value;
    if let Some(tint) = &written.tint {
        let swatch = &name.value;
        log.error(
            Code::BAD_VALUE,
            tint.span,
            text!(
                "`{swatch}` does not say of which swatch it is a tint",
                "`{swatch}` sagt nicht, von welchem Farbfeld es ein Tonwert ist"
            ),
        )
        .help(text!(
            "name it: `{{ of = \"red\", tint = 20 }}`",
            "es nennen: `{{ of = \"red\", tint = 20 }}`"
        ));
    }
    let cmyk = match &written.cmyk {
        Some(cmyk) => parts(cmyk, log),
        None => {
            lacks_inks(name, written, log);
            Cmyk::BLACK
        }
    };
    match &written.spot {
        None => Ink::Process(cmyk),
        Some(plate) => {
            let place = written.cmyk.as_ref().map_or(plate.span, |cmyk| cmyk.span);
            plates.add(name, plate, cmyk, place, log);
            Ink::Spot {
                name: plate.value.as_str().into(),
                alternate: cmyk,
            }
        }
    }
}

fn parts(cmyk: &Spanned<[f64; 4]>, log: &mut Log) -> Cmyk {
    Cmyk(cmyk.value.map(|percent| {
        Part::from_percent(percent).unwrap_or_else(|| {
            let message = text!(
                "there is no {percent} % of an ink",
                "von einer Druckfarbe gibt es keine {percent} %"; percent = number(percent)
            );
            log.error(Code::BAD_VALUE, cmyk.span, message).help(text!(
                "cyan, magenta, yellow and black are each from 0 to 100",
                "Cyan, Magenta, Gelb und Schwarz liegen je zwischen 0 und 100"
            ));
            Part::NONE
        })
    }))
}

fn lacks_inks(name: &Spanned<String>, written: &WrittenSwatch, log: &mut Log) {
    match &written.spot {
        Some(plate) => {
            let ink = &plate.value;
            let message = text!(
                "the spot ink `{ink}` has no process equivalent",
                "der Schmuckfarbe `{ink}` fehlt die Entsprechung in Prozessfarben"
            );
            log.error(Code::MISSING_FIELD, plate.span, message).help(text!(
                "say what the process inks make of it, as the colour book of its maker does: `cmyk = [0, 100, 80, 5]`; \
                 screens and proofs show it so",
                "angeben, was die Prozessfarben daraus machen, wie es der Farbfächer des Herstellers nennt: `cmyk = [0, 100, 80, 5]`; \
                 so zeigen sie Bildschirme und Proofs"
            ))
        }
        None => {
            let swatch = &name.value;
            let message = text!(
                "the swatch `{swatch}` has no ink",
                "das Farbfeld `{swatch}` hat keine Druckfarbe"
            );
            log.error(Code::MISSING_FIELD, name.span, message).help(text!(
                "give it `cmyk = [0, 100, 90, 0]` in per cent, or make it a tint: `{{ of = \"red\", tint = 20 }}`",
                "ihm `cmyk = [0, 100, 90, 0]` in Prozent geben oder es zum Tonwert machen: `{{ of = \"red\", tint = 20 }}`"
            ))
        }
    };
}
