//! Styles as they are written: every field may be left out, since a style may build on another and say only what differs.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::inherit::Inherits;
use crate::geom::{Length, ParseLengthError};
use crate::source::{Span, Spanned};
use crate::template::protrusion::Asked;
use crate::wording::text;

/// Declares a style of which any field may be left out, and what it takes over from the style that it is like.
macro_rules! written {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(default, rename_all = "kebab-case")]
        pub(in crate::template) struct $name {
            like: Option<Spanned<String>>,
            $(pub(super) $field: Option<$type>,)*
        }

        impl Inherits for $name {
            fn take_like(&mut self) -> Option<Spanned<String>> {
                self.like.take()
            }

            fn over(self, base: &Self) -> Self {
                let base = base.clone();
                Self {
                    like: base.like,
                    $($field: self.$field.or(base.$field),)*
                }
            }
        }
    };
}

written! {
    /// A `[style.…]`: the style of a paragraph.
    WrittenStyle {
        font: Spanned<Fonts>,
        weight: Spanned<u16>,
        italic: bool,
        size: Spanned<Length>,
        leading: Spanned<Length>,
        color: Spanned<String>,
        features: Spanned<Vec<String>>,
        figures: Spanned<Vec<WrittenFigures>>,
        case: WrittenCase,
        tracking: Spanned<i32>,
        hyphenate: bool,
        protect_spaces: bool,
        underline: Spanned<bool>,
        align: WrittenAlign,
        before: Length,
        after: Length,
        indent: Length,
        indent_end: Length,
        first_indent: Length,
        protrusion: Spanned<Asked>,
        keep_with_next: u8,
        keep_together: bool,
        begins: WrittenBegins,
        orphans: u8,
        widows: u8,
        grid: bool,
        rule_above: WrittenRule,
        rule_below: WrittenRule,
        tint: WrittenTint,
        marker: String,
        marker_color: Spanned<String>,
        marker_figure: Spanned<String>,
    }
}

written! {
    /// A `[character.…]`: the style of words in a paragraph, which says only what differs from it.
    WrittenCharacter {
        font: Spanned<Fonts>,
        weight: Spanned<u16>,
        italic: bool,
        size: Spanned<WrittenSize>,
        color: Spanned<String>,
        features: Spanned<Vec<String>>,
        figures: Spanned<Vec<WrittenFigures>>,
        case: WrittenCase,
        tracking: Spanned<i32>,
        position: WrittenPosition,
        hyphenate: bool,
        protect_spaces: bool,
        underline: Spanned<bool>,
    }
}

impl WrittenStyle {
    /// What it says of its letters.
    pub(super) fn letters(&self) -> WrittenCharacter {
        WrittenCharacter {
            like: None,
            font: self.font.clone(),
            weight: self.weight.clone(),
            italic: self.italic,
            size: self.size.clone().map(|size| size.map(WrittenSize::Length)),
            color: self.color.clone(),
            features: self.features.clone(),
            figures: self.figures.clone(),
            case: self.case,
            tracking: self.tracking.clone(),
            position: None,
            hyphenate: self.hyphenate,
            protect_spaces: self.protect_spaces,
            underline: self.underline.clone(),
        }
    }
}

impl WrittenCharacter {
    /// What CommonMark's marks look like where the template does not say otherwise.
    pub(super) fn usual(name: &str) -> Option<Self> {
        let usual = Self::default();
        let nowhere = Span {
            source: crate::source::SourceId(0),
            start: 0,
            end: 0,
        };
        match name {
            "strong" => Some(Self {
                weight: Some(Spanned::new(700, nowhere)),
                ..usual
            }),
            "emphasis" => Some(Self {
                italic: Some(true),
                ..usual
            }),
            // A hyphen in an address would be taken for part of it.
            "link" => Some(Self {
                hyphenate: Some(false),
                ..usual
            }),
            _ => None,
        }
    }
}

/// One family, or several of which the later ones stand in for missing glyphs.
#[derive(Clone, Debug)]
pub(super) struct Fonts(pub(super) Vec<Arc<str>>);

impl<'de> Deserialize<'de> for Fonts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Fonts;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "the name of a font family, or a list of them",
                    "der Name einer Schriftfamilie oder eine Liste davon"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E>(self, name: &str) -> Result<Fonts, E> {
                Ok(Fonts(vec![name.into()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Fonts, A::Error> {
                let mut families: Vec<Arc<str>> = Vec::new();
                while let Some(name) = names.next_element::<String>()? {
                    families.push(name.into());
                }
                Ok(Fonts(families))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

/// A size of letters: a length, or a share of the letters around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenSize {
    Length(Length),
    Percent(u16),
}

impl<'de> Deserialize<'de> for WrittenSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LengthOrShare;
        impl Visitor<'_> for LengthOrShare {
            type Value = WrittenSize;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a length such as \"9 pt\", or a share of the letters around such as \"85 %\"",
                    "eine Länge wie \"9 pt\" oder ein Anteil an der umgebenden Schriftgröße wie \"85 %\""
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<WrittenSize, E> {
                let Some(number) = text.trim().strip_suffix('%') else {
                    return text
                        .parse()
                        .map(WrittenSize::Length)
                        .map_err(ParseLengthError::into_custom);
                };
                number.trim().parse().map(WrittenSize::Percent).map_err(|_| {
                    let fault = text!(
                        "`{text}` is no share: write a whole number and `%`, such as \"85 %\"",
                        "`{text}` ist kein Anteil: eine ganze Zahl und `%` schreiben, etwa \"85 %\""
                    );
                    E::custom(fault.packed())
                })
            }
        }
        deserializer.deserialize_str(LengthOrShare)
    }
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenAlign {
    Start,
    End,
    Centre,
    Justify,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenBegins {
    Anywhere,
    Frame,
    Page,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenCase {
    AsWritten,
    Upper,
    SmallCaps,
    AllSmallCaps,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenPosition {
    Line,
    Superscript,
    Subscript,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenFigures {
    OldStyle,
    Lining,
    Tabular,
    Proportional,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct WrittenRule {
    pub(super) color: Spanned<String>,
    pub(super) width: Spanned<Length>,
    pub(super) gap: Spanned<Length>,
    #[serde(default)]
    pub(super) over: WrittenOver,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenOver {
    #[default]
    Measure,
    Text,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct WrittenTint {
    pub(super) fill: Spanned<String>,
    pub(super) padding: Spanned<Length>,
}
