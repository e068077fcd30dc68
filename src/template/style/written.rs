//! Styles as they are written: every field may be left out, since a style may build on another and say only what differs.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::inherit::Inherits;
use crate::geom::{LENGTH_FROM_ZERO, Length, ParseLengthError};
use crate::source::{Span, Spanned};
use crate::template::protrusion::Asked;
use crate::wording::text;

/// Declares a style of which any field may be left out, and what it takes over from the style that it is like.
macro_rules! written {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $field:ident: $type:ty,)* }) => {
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(default, rename_all = "kebab-case")]
        $(#[$meta])*
        pub(in crate::template) struct $name {
            /// Another style of this kind that this one builds on: what is not said here is as there.
            #[schemars(extend("examples" = ["body"]))]
            like: Option<Spanned<String>>,
            $($(#[$about])* pub(super) $field: Option<$type>,)*
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

/// OpenType features as a style writes them: the four letters of a tag, with a minus where it is turned off.
const FEATURE: &str = "^-?[^-].{3}$";

written! {
    /// A style of paragraphs. It says everything, or builds on another with `like` and says only what differs.
    #[schemars(extend(
        "if" = { "required": ["like"] },
        "else" = { "required": ["font", "size", "leading", "color"] },
    ))]
    WrittenStyle {
        /// The font family, or several of which the later ones stand in for missing characters.
        #[schemars(extend("examples" = ["Source Sans 3", ["Source Sans 3", "Noto Sans Arabic"]]))]
        font: Spanned<Fonts>,
        /// The weight of the letters: 400 is regular, 600 semibold, 700 bold.
        #[schemars(range(min = 1, max = 1000), extend("default" = 400))]
        weight: Spanned<u16>,
        /// Whether the letters are italics.
        #[schemars(extend("default" = false))]
        italic: bool,
        /// The size of the letters, from 1 pt to 400 pt.
        #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "examples" = ["12 pt"]))]
        size: Spanned<Length>,
        /// From baseline to baseline, from 1 pt to 800 pt.
        #[schemars(extend("pattern" = LENGTH_FROM_ZERO, "examples" = ["15 pt"]))]
        leading: Spanned<Length>,
        /// The swatch of the letters.
        #[schemars(extend("examples" = ["ink"]))]
        color: Spanned<String>,
        /// OpenType features of the font by their four letters; one with `-` before it is turned off.
        #[schemars(length(max = 64), inner(regex(pattern = FEATURE)), extend("examples" = [["ss01", "-liga"]]))]
        features: Spanned<Vec<String>>,
        /// Which figures of the font are used: `old-style` or `lining`, `tabular` or `proportional`. Left out, the font's own.
        #[schemars(extend("examples" = [["old-style", "proportional"]]))]
        figures: Spanned<Vec<WrittenFigures>>,
        /// The form in which letters are drawn. They are searched and read aloud as they are written.
        #[schemars(extend("default" = "as-written"))]
        case: WrittenCase,
        /// What is added after every letter, in thousandths of the size: capitals want about 50, letters that stand close -10.
        #[schemars(range(min = -500, max = 1000), extend("default" = 0))]
        tracking: Spanned<i32>,
        /// Whether words are divided at the ends of lines.
        #[schemars(extend("default" = true))]
        hyphenate: bool,
        /// Whether the spaces that the language binds (`z. B.`, `10 %`) are set narrow and never divided.
        #[schemars(extend("default" = true))]
        protect_spaces: bool,
        /// Only links are underlined, in `[character.link]`: readers would take an underlined paragraph for one.
        #[schemars(extend("enum" = [false], "default" = false))]
        underline: Spanned<bool>,
        /// How lines stand in the measure.
        #[schemars(extend("default" = "start"))]
        align: WrittenAlign,
        /// The space above a paragraph. Of two spaces that meet the larger counts; at the head of a frame there is none.
        #[schemars(extend("default" = "0 pt", "examples" = ["7.5 pt"]))]
        before: Length,
        /// The space below a paragraph. Of two spaces that meet the larger counts.
        #[schemars(extend("default" = "0 pt", "examples" = ["7.5 pt"]))]
        after: Length,
        /// How far all lines are moved in where they begin.
        #[schemars(extend("default" = "0 pt", "examples" = ["12 pt"]))]
        indent: Length,
        /// How far all lines are moved in where they end.
        #[schemars(extend("default" = "0 pt", "examples" = ["12 pt"]))]
        indent_end: Length,
        /// How far the first line is moved in beyond `indent`; below zero it hangs out.
        #[schemars(extend("default" = "0 pt", "examples" = ["-12 pt"]))]
        first_indent: Length,
        /// Optical margins, so that hyphens and full stops hang out a little: `true`, or the name of a `[protrusion.NAME]`.
        #[schemars(extend("default" = false, "examples" = [true]))]
        protrusion: Spanned<Asked>,
        /// How many lines of what follows stand below this paragraph in the same frame, as below a heading.
        #[schemars(extend("default" = 0, "examples" = [2]))]
        keep_with_next: u8,
        /// Whether the whole paragraph stays in one frame where it fits.
        #[schemars(extend("default" = false))]
        keep_together: bool,
        /// Where a paragraph begins.
        #[schemars(extend("default" = "anywhere"))]
        begins: WrittenBegins,
        /// The fewest lines of a paragraph at the foot of a frame.
        #[schemars(extend("default" = 2))]
        orphans: u8,
        /// The fewest lines of a paragraph at the head of a frame.
        #[schemars(extend("default" = 2))]
        widows: u8,
        /// Whether lines lock to the baseline grid.
        #[schemars(extend("default" = true))]
        grid: bool,
        /// A rule above the first line. Left out, there is none.
        #[schemars(extend("examples" = [{ "color": "night", "width": "0.5 pt", "gap": "3 pt" }]))]
        rule_above: WrittenRule,
        /// A rule below the last line. Left out, there is none.
        #[schemars(extend("examples" = [{ "color": "night", "width": "0.5 pt", "gap": "3 pt" }]))]
        rule_below: WrittenRule,
        /// An ink behind the paragraph, of cells behind the whole row. Lines are moved in by its padding. Left out, there is none.
        #[schemars(extend("examples" = [{ "fill": "sand", "padding": "6 pt" }]))]
        tint: WrittenTint,
        /// The sign before each item of a list. Left out, there is none.
        #[schemars(extend("examples" = ["•"]))]
        marker: String,
        /// The swatch of the sign before each item. Left out, that of the letters.
        #[schemars(extend("examples" = ["magenta"]))]
        marker_color: Spanned<String>,
        /// A generated figure of kind `roster`: dots before the items of a list, in place of a sign.
        #[schemars(extend("examples" = ["roster"]))]
        marker_figure: Spanned<String>,
    }
}

written! {
    /// A style of words in a paragraph. It says only what differs from the letters around.
    WrittenCharacter {
        /// The font family, or several of which the later ones stand in for missing characters.
        #[schemars(extend("examples" = ["Source Sans 3", ["Source Sans 3", "Noto Sans Arabic"]]))]
        font: Spanned<Fonts>,
        /// The weight of the letters: 400 is regular, 600 semibold, 700 bold.
        #[schemars(range(min = 1, max = 1000), extend("examples" = [700]))]
        weight: Spanned<u16>,
        /// Whether the letters are italics.
        italic: bool,
        /// The size of the letters: a length from 1 pt to 400 pt, or a share of the letters around, from 20 % to 500 %.
        #[schemars(extend("examples" = ["9 pt", "85 %"]))]
        size: Spanned<WrittenSize>,
        /// The swatch of the letters.
        #[schemars(extend("examples" = ["blue"]))]
        color: Spanned<String>,
        /// OpenType features of the font by their four letters; one with `-` before it is turned off.
        #[schemars(length(max = 64), inner(regex(pattern = FEATURE)), extend("examples" = [["ss01", "-liga"]]))]
        features: Spanned<Vec<String>>,
        /// Which figures of the font are used: `old-style` or `lining`, `tabular` or `proportional`.
        #[schemars(extend("examples" = [["lining", "tabular"]]))]
        figures: Spanned<Vec<WrittenFigures>>,
        /// The form in which letters are drawn. They are searched and read aloud as they are written.
        case: WrittenCase,
        /// What is added after every letter, in thousandths of the size: capitals want about 50, letters that stand close -10.
        #[schemars(range(min = -500, max = 1000), extend("examples" = [50]))]
        tracking: Spanned<i32>,
        /// Where the letters stand.
        position: WrittenPosition,
        /// Whether the words are divided at the ends of lines.
        hyphenate: bool,
        /// Whether the spaces that the language binds (`z. B.`, `10 %`) are set narrow and never divided.
        protect_spaces: bool,
        /// Whether a line stands below the words: of links alone.
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

/// How lines stand in the measure.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenAlign {
    /// Flush where lines begin, ragged where they end.
    Start,
    /// Flush where lines end.
    End,
    /// Centred.
    Centre,
    /// Flush on both sides.
    Justify,
}

/// Where a paragraph begins.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenBegins {
    /// Below the one before it.
    Anywhere,
    /// At the head of a frame.
    Frame,
    /// At the head of the first frame of its story on a page or panel.
    Page,
}

/// The form in which letters are drawn.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenCase {
    /// As they are written.
    AsWritten,
    /// All as capitals; ß becomes ẞ.
    Upper,
    /// Small letters as the font's small capitals, capitals as they are.
    SmallCaps,
    /// All as the font's small capitals.
    AllSmallCaps,
}

/// Where letters stand.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenPosition {
    /// On the line.
    Line,
    /// Small and raised, as the sign of a note is.
    Superscript,
    /// Small and lowered, as the 2 of H₂O is.
    Subscript,
}

/// A form of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenFigures {
    /// With heights and depths like small letters, for running text.
    OldStyle,
    /// All as tall as capitals.
    Lining,
    /// All of one width, so that they stand below each other in tables.
    Tabular,
    /// Each as wide as it needs.
    Proportional,
}

/// A rule above or below a paragraph.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenRule {
    /// The swatch of the rule.
    pub(super) color: Spanned<String>,
    /// How thick it is, from 0.25 pt to 36 pt.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    pub(super) width: Spanned<Length>,
    /// From the letters to the rule, from 0 pt to 144 pt.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    pub(super) gap: Spanned<Length>,
    /// How far it reaches.
    #[serde(default)]
    #[schemars(extend("default" = "measure"))]
    pub(super) over: WrittenOver,
}

/// How far a rule reaches.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenOver {
    /// From one side of the frame to the other.
    #[default]
    Measure,
    /// Over the letters of the line that it stands beside.
    Text,
}

/// An ink behind a paragraph.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenTint {
    /// The swatch.
    pub(super) fill: Spanned<String>,
    /// From its edges to the letters on all four sides, from 0 pt to 144 pt.
    #[schemars(extend("pattern" = LENGTH_FROM_ZERO))]
    pub(super) padding: Spanned<Length>,
}
