//! Letters: what a style of either kind says of them. A character style says only what differs from the words around it; a paragraph's
//! letters are a character style over letters of which nothing was said. So both come together in one place, [`CharacterStyle::over`].

use std::sync::Arc;

use super::written::{WrittenCase, WrittenCharacter, WrittenFigures, WrittenPosition, WrittenSize};
use crate::color::Color;
use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::source::{Span, Words};
use crate::style::{Case, Feature, Position, TextStyle};
use crate::template::Swatches;
use crate::template::load::at_most;
use crate::wording::text;

/// A style of words in a paragraph; what it does not say stays as it is.
#[derive(Clone, Debug, Default)]
pub struct CharacterStyle {
    /// Where it is written; none when the template does not say it at all.
    pub span: Option<Span>,
    /// Where its fonts are named, if it names any.
    pub font_span: Option<Span>,
    /// The fonts it asks for, the first wanted first.
    pub families: Option<Vec<Arc<str>>>,
    /// The weight it asks for.
    pub weight: Option<u16>,
    italic: Option<bool>,
    size: Option<WrittenSize>,
    color: Option<Color>,
    features: Vec<Feature>,
    case: Option<Case>,
    tracking: Option<i32>,
    position: Option<Position>,
    hyphenate: Option<bool>,
    protect_spaces: Option<bool>,
    underline: Option<bool>,
}

/// The least and the greatest letters: below a point nobody reads, and a poster's are no greater.
pub(super) const SIZES: (Length, Length) = (Length::pt(1), Length::pt(400));

/// Shares of a size, in per cent. Beyond them a length says better what is meant.
const SHARES: std::ops::RangeInclusive<u16> = 20..=500;

/// Tracking in thousandths of an em: closer than half an em most letters lie on each other, and farther than an em they are no words.
const TRACKING: std::ops::RangeInclusive<i32> = -500..=1000;

/// Fonts that may stand in for one another, one for each script that a page could hold.
pub(super) const MOST_FAMILIES: usize = 16;

/// OpenType features of one style; a font has some thirty that can be chosen.
const MOST_FEATURES: usize = 64;

impl CharacterStyle {
    /// Letters in this style among letters that look like `base`.
    #[must_use]
    pub fn over(&self, base: &TextStyle) -> TextStyle {
        let mut features = base.features.clone();
        features.retain(|known| self.features.iter().all(|own| own.tag != known.tag));
        features.extend(&self.features);
        TextStyle {
            families: self.families.clone().unwrap_or_else(|| base.families.clone()),
            weight: self.weight.unwrap_or(base.weight),
            italic: self.italic.unwrap_or(base.italic),
            size: match self.size {
                None => base.size,
                Some(WrittenSize::Length(size)) => size,
                Some(WrittenSize::Percent(share)) => base.size.ratio(share.into(), 100),
            },
            color: self.color.clone().unwrap_or_else(|| base.color.clone()),
            features,
            tracking: self.tracking.unwrap_or(base.tracking),
            language: base.language.clone(),
            hyphenate: self.hyphenate.unwrap_or(base.hyphenate),
            protect_spaces: self.protect_spaces.unwrap_or(base.protect_spaces),
            case: self.case.unwrap_or(base.case),
            position: self.position.unwrap_or(base.position),
            underline: self.underline.unwrap_or(base.underline),
        }
    }

    /// Whether it asks for a feature of the font.
    #[must_use]
    pub fn asks_for(&self, feature: [u8; 4]) -> bool {
        let by_case = match self.case {
            Some(Case::SmallCaps) => feature == *b"smcp",
            Some(Case::AllSmallCaps) => matches!(&feature, b"smcp" | b"c2sc"),
            _ => false,
        };
        by_case || self.features.iter().any(|own| own.tag == feature)
    }

    /// Whether it says that its words stand above or below the line.
    #[must_use]
    pub fn is_shifted(&self) -> bool {
        self.position.is_some_and(|position| position != Position::Line)
    }

    /// Whether it says that its words are underlined.
    #[must_use]
    pub const fn underlines(&self) -> bool {
        matches!(self.underline, Some(true))
    }
}

/// Checks what is written about letters and takes it over.
pub(super) fn resolve(
    written: &WrittenCharacter,
    span: Option<Span>,
    swatches: &Swatches,
    log: &mut Log,
) -> CharacterStyle {
    let mut features = features(written, log);
    features.extend(figures(written, log));
    check_families(written, log);
    check_size(written, log);
    check_weight(written, log);
    if let Some(tracking) = &written.tracking
        && !TRACKING.contains(&tracking.value)
    {
        let (least, most) = (TRACKING.start(), TRACKING.end());
        log.error(
            Code::BAD_VALUE,
            tracking.span,
            text!(
                "tracking is from {least} to {most} thousandths of the size",
                "die Laufweite liegt zwischen {least} und {most} Tausendsteln der Schriftgröße"
            ),
        )
        .help(text!(
            "capitals want about 50, letters that stand close -10",
            "Versalien brauchen etwa 50, eng stehende Buchstaben -10"
        ));
    }
    CharacterStyle {
        span,
        font_span: written.font.as_ref().map(|fonts| fonts.span),
        families: written.font.as_ref().map(|fonts| fonts.value.0.clone()),
        weight: written.weight.as_ref().map(|weight| weight.value),
        italic: written.italic,
        size: written.size.as_ref().map(|size| size.value),
        color: written.color.as_ref().and_then(|color| swatches.find(color, log)),
        features,
        case: written.case.map(|case| match case {
            WrittenCase::AsWritten => Case::AsWritten,
            WrittenCase::Upper => Case::Upper,
            WrittenCase::SmallCaps => Case::SmallCaps,
            WrittenCase::AllSmallCaps => Case::AllSmallCaps,
        }),
        tracking: written.tracking.as_ref().map(|tracking| tracking.value),
        position: written.position.map(|position| match position {
            WrittenPosition::Line => Position::Line,
            WrittenPosition::Superscript => Position::Superscript,
            WrittenPosition::Subscript => Position::Subscript,
        }),
        hyphenate: written.hyphenate,
        protect_spaces: written.protect_spaces,
        underline: written.underline.as_ref().map(|underline| underline.value),
    }
}

fn check_families(written: &WrittenCharacter, log: &mut Log) {
    if let Some(fonts) = &written.font {
        at_most(
            MOST_FAMILIES,
            &text!(
                "this style names too many fonts",
                "dieser Stil nennt zu viele Schriften"
            ),
            fonts.value.0.len(),
            fonts.span,
            log,
        );
    }
}

fn check_size(written: &WrittenCharacter, log: &mut Log) {
    let Some(size) = &written.size else { return };
    match size.value {
        WrittenSize::Length(length) if !(SIZES.0..=SIZES.1).contains(&length) => {
            let message = text!(
                "letters are from 1 pt to 400 pt tall",
                "Buchstaben sind 1 pt bis 400 pt groß"
            );
            log.error(Code::BAD_VALUE, size.span, message);
        }
        WrittenSize::Percent(share) if !SHARES.contains(&share) => {
            let (least, most) = (SHARES.start(), SHARES.end());
            log.error(
                Code::BAD_VALUE,
                size.span,
                text!(
                    "a share of the letters around is from {least} % to {most} %",
                    "ein Anteil an der umgebenden Schriftgröße liegt zwischen {least} % und {most} %"
                ),
            );
        }
        _ => {}
    }
}

fn check_weight(written: &WrittenCharacter, log: &mut Log) {
    if let Some(weight) = &written.weight
        && !(1..=1000).contains(&weight.value)
    {
        log.error(
            Code::BAD_VALUE,
            weight.span,
            text!(
                "a weight is a number from 1 to 1000",
                "eine Strichstärke ist eine Zahl von 1 bis 1000"
            ),
        )
        .help(text!(
            "400 is regular, 600 semibold, 700 bold",
            "400 ist normal, 600 halbfett, 700 fett"
        ));
    }
}

fn features(style: &WrittenCharacter, log: &mut Log) -> Vec<Feature> {
    let Some(written) = &style.features else {
        return Vec::new();
    };
    at_most(
        MOST_FEATURES,
        &text!(
            "this style asks for too many features",
            "dieser Stil verlangt zu viele OpenType-Merkmale"
        ),
        written.value.len(),
        written.span,
        log,
    );
    let mut features = Vec::new();
    for text in &written.value {
        let (tag, value) = text.strip_prefix('-').map_or((text.as_str(), 1), |tag| (tag, 0));
        match <[u8; 4]>::try_from(tag.as_bytes()) {
            Ok(tag) => features.push(Feature { tag, value }),
            Err(_) => {
                log.error(
                    Code::BAD_VALUE,
                    written.span,
                    text!(
                        "`{text}` is no OpenType feature",
                        "`{text}` ist kein OpenType-Merkmal"
                    ),
                )
                .words(Words::alone(format!("\"{text}\"")))
                .help(text!(
                    "a feature has four letters, such as \"onum\"; \"-liga\" turns one off",
                    "ein Merkmal hat vier Buchstaben, etwa \"onum\"; \"-liga\" schaltet eines ab"
                ));
            }
        }
    }
    features
}

/// Figures by the features that OpenType has for them; of each pair the other is turned off, in case the words around have it on.
fn figures(style: &WrittenCharacter, log: &mut Log) -> Vec<Feature> {
    let Some(written) = &style.figures else {
        return Vec::new();
    };
    let has = |figures| written.value.contains(&figures);
    let mut features = Vec::new();
    for (first, second, tags) in [
        (
            WrittenFigures::OldStyle,
            WrittenFigures::Lining,
            [b"onum", b"lnum"],
        ),
        (
            WrittenFigures::Tabular,
            WrittenFigures::Proportional,
            [b"tnum", b"pnum"],
        ),
    ] {
        if has(first) && has(second) {
            let (first, second) = (first.name(), second.name());
            log.error(
                Code::BAD_VALUE,
                written.span,
                text!(
                    "figures are {first} or {second}, not both",
                    "Ziffern sind {first} oder {second}, nicht beides"
                ),
            );
        }
        if has(first) || has(second) {
            let values = [u32::from(has(first)), u32::from(!has(first))];
            features.extend(
                tags.into_iter()
                    .zip(values)
                    .map(|(tag, value)| Feature { tag: *tag, value }),
            );
        }
    }
    features
}

impl WrittenFigures {
    const fn name(self) -> &'static str {
        match self {
            Self::OldStyle => "`old-style`",
            Self::Lining => "`lining`",
            Self::Tabular => "`tabular`",
            Self::Proportional => "`proportional`",
        }
    }
}
