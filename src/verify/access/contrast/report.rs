//! What is said of text that is hard to tell from its ground.

use std::collections::{BTreeMap, BTreeSet};

use super::seen::{Eye, Medium, Seen};
use super::{Worst, remedy};
use crate::color::{Cmyk, Color};
use crate::diag::{Code, Log, Severity, Text};
use crate::scene::Scene;
use crate::source::{Span, Words};
use crate::template::Template;
use crate::wording::{counted, decimal, number, text};

/// Faults by what is the same about them.
pub(super) type Faults<'a> = BTreeMap<Key<'a>, Fault>;

/// What one finding is about: a colour on a flat ground, wherever they meet; else one line of TOML.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'a> {
    color: &'a Color,
    /// In hundredths.
    wanted: u32,
    ground: Option<Cmyk>,
    origin: Option<Span>,
}

impl<'a> Key<'a> {
    /// Of a word on a ground, where that is the same all under it.
    pub(super) fn new(color: &'a Color, wanted: f64, ground: Option<&Seen>, origin: Option<Span>) -> Self {
        let ground = ground.and_then(Seen::as_cmyk);
        Self {
            color,
            wanted: (wanted * 100.0).round() as u32,
            ground,
            origin: origin.filter(|_| ground.is_none()),
        }
    }
}

/// Text that does not stand out enough.
pub(super) struct Fault {
    pub(super) word: String,
    pub(super) origin: Option<Span>,
    pub(super) worst: Worst,
    pub(super) wanted: f64,
    pub(super) places: BTreeSet<Option<Span>>,
}

/// Says it all.
pub(super) fn report(faults: Faults<'_>, scene: &Scene, template: &Template, eye: &Eye<'_>, log: &mut Log) {
    for (key, fault) in faults {
        one(key.color, &fault, scene, template, eye, log);
    }
}

fn one(color: &Color, fault: &Fault, scene: &Scene, template: &Template, eye: &Eye<'_>, log: &mut Log) {
    let message = message(fault, template);
    let finding = match fault.origin {
        Some(origin) => log.warning(Code::LOW_CONTRAST, origin, message),
        None => log.in_file(Severity::Warning, Code::LOW_CONTRAST, &scene.about.name, message),
    };
    if !finding.is_kept() {
        return;
    }
    finding.words(Words::alone(fault.word.clone()));
    if let Some((name, _)) = template.swatches.iter().find(|(_, known)| *known == color) {
        finding.also(name.span, text!("in this ink", "in dieser Farbe"));
    }
    let more = fault.places.len() - 1;
    if more > 0 {
        let places = counted(
            more,
            ("more place", "more places"),
            ("weiteren Stelle", "weiteren Stellen"),
        );
        finding.note(text!("the same holds at {places}", "dasselbe gilt an {places}"; places));
    }
    finding.help(help(color, fault, eye));
}

fn message(fault: &Fault, template: &Template) -> Text {
    let word = &fault.word;
    let medium = match fault.worst.medium {
        Medium::Screen => text!("on a screen", "am Bildschirm"),
        Medium::Print => text!("in print", "im Druck"),
    };
    text!(
        "`{word}` stands out from {ground} by {contrast}:1 {medium}, at least {wanted}:1 is wanted",
        "`{word}` hat {medium} auf {ground} einen Kontrast von {contrast}:1, nötig ist mindestens {wanted}:1";
        ground = ground(fault, template),
        contrast = rounded_down(fault.worst.contrast),
        medium,
        wanted = number(fault.wanted),
    )
}

/// What the text stands on, by its name where it has one.
fn ground(fault: &Fault, template: &Template) -> Text {
    let unnamed = || text!("what lies under it", "seinem Untergrund");
    let Some(inks) = fault.worst.ground.as_cmyk() else {
        return unnamed();
    };
    if inks == Cmyk::PAPER {
        return text!("paper", "Papier");
    }
    let mut swatches = template.swatches.iter();
    match swatches.find(|(_, color)| color.as_cmyk() == inks) {
        Some((name, _)) => Text::verbatim(format!("`{}`", name.value)),
        None => unnamed(),
    }
}

/// What would do. On a ground that changes under the word no ink is sure to, but an even ground is.
fn help(color: &Color, fault: &Fault, eye: &Eye<'_>) -> Text {
    let inks = if fault.worst.is_even {
        remedy::nearest(color, fault.worst.ground.light, fault.wanted, eye)
    } else {
        None
    };
    let enough = match inks {
        Some(Cmyk(parts)) => {
            let parts = parts.map(|part| part.percent().to_string()).join(", ");
            text!(
                "`cmyk = [{parts}]` would do here",
                "`cmyk = [{parts}]` würde hier reichen"
            )
        }
        None if fault.worst.is_even => text!(
            "put a lighter or a darker ground under it, or take another ink",
            "einen helleren oder dunkleren Grund darunterlegen oder eine andere Farbe nehmen"
        ),
        None => text!(
            "put an even ground under it, from which its ink stands out, or move it",
            "einen gleichmäßigen Grund darunterlegen, von dem sich die Farbe abhebt, oder den Text verschieben"
        ),
    };
    if fault.wanted <= 3.0 || fault.worst.contrast < 3.0 {
        return enough;
    }
    text!(
        "{enough}; from 18 pt, or bold from 14 pt, 3:1 is enough",
        "{enough}; ab 18 pt, fett ab 14 pt, genügt 3:1";
        enough
    )
}

/// With two decimals, and never more than it is: what fails must not look as if it passed.
fn rounded_down(contrast: f64) -> Text {
    decimal((contrast * 100.0).floor() / 100.0, 2)
}
