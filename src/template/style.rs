//! Styles by name. A style may build on another (`like = "body"`) and say only what differs; here that is worked out.

use std::sync::Arc;

use serde::Deserialize;

use super::Swatches;
use super::load::at_most;
use crate::color::Color;
use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::source::{Named, Span, Spanned, Words};
use crate::style::{Align, Feature, Language, ParagraphStyle, TextStyle};

/// A style: letters, lines, and what stands before a list's items.
#[derive(Clone, Debug)]
pub struct Style {
    /// The letters; the language is the document's.
    pub text: TextStyle,
    /// The lines.
    pub paragraph: Arc<ParagraphStyle>,
    /// What stands before each item, when this is the style of a list.
    pub marker: Marker,
    /// Where it is written.
    pub span: Span,
    /// Where its fonts are named, which may be in a style that it builds on.
    pub font_span: Span,
}

/// What stands before a list's items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Nothing.
    None,
    /// A sign, in this ink when it differs from the text's.
    Sign(Arc<str>, Option<Color>),
    /// A dot of a generated figure, joined with the other items' dots.
    Figure(Spanned<String>),
}

/// All styles of a template.
#[derive(Clone, Debug, Default)]
pub struct Styles {
    good: Vec<(String, Style)>,
    /// Styles that are written and cannot be worked out; that was said.
    faulty: Vec<String>,
}

impl Styles {
    /// The style of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Style> {
        self.good
            .iter()
            .find(|(held, _)| held == name)
            .map(|(_, style)| style)
    }

    /// Whether a style of that name is written, though it may be faulty.
    pub(super) fn is_written(&self, name: &str) -> bool {
        self.get(name).is_some() || self.faulty.iter().any(|faulty| faulty == name)
    }

    /// All names, in the order of the file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.good.iter().map(|(name, _)| name.as_str())
    }

    /// All styles, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Style)> {
        self.good.iter().map(|(name, style)| (name.as_str(), style))
    }
}

/// A `[style.…]` as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct WrittenStyle {
    like: Option<Spanned<String>>,
    font: Option<Spanned<Fonts>>,
    weight: Option<Spanned<u16>>,
    italic: Option<bool>,
    size: Option<Spanned<Length>>,
    leading: Option<Spanned<Length>>,
    color: Option<Spanned<String>>,
    features: Option<Spanned<Vec<String>>>,
    tracking: Option<i32>,
    hyphenate: Option<bool>,
    align: Option<WrittenAlign>,
    before: Option<Length>,
    after: Option<Length>,
    indent: Option<Length>,
    first_indent: Option<Length>,
    keep_with_next: Option<u8>,
    keep_together: Option<bool>,
    orphans: Option<u8>,
    widows: Option<u8>,
    grid: Option<bool>,
    marker: Option<String>,
    marker_color: Option<Spanned<String>>,
    marker_figure: Option<Spanned<String>>,
}

/// One family, or several of which the later ones stand in for missing glyphs.
#[derive(Clone, Debug)]
pub(super) struct Fonts(Vec<Arc<str>>);

impl<'de> Deserialize<'de> for Fonts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> serde::de::Visitor<'de> for OneOrMore {
            type Value = Fonts;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "the name of a font family, or a list of them")
            }
            fn visit_str<E>(self, name: &str) -> Result<Fonts, E> {
                Ok(Fonts(vec![name.into()]))
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut names: A) -> Result<Fonts, A::Error> {
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

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenAlign {
    Start,
    End,
    Centre,
    Justify,
}

/// Styles may build on each other so deep; deeper is a circle or a puzzle.
const DEEPEST: usize = 16;

/// Fonts that may stand in for one another, one for each script that a page could hold.
const MOST_FAMILIES: usize = 16;

/// OpenType features of one style; a font has some thirty that can be chosen.
const MOST_FEATURES: usize = 64;

/// Works out all styles.
pub(super) fn resolve(written: &Named<Spanned<WrittenStyle>>, swatches: &Swatches, log: &mut Log) -> Styles {
    let mut styles = Styles::default();
    for (name, style) in written.iter() {
        let Some(whole) = inherit(written, name, style, log) else {
            styles.faulty.push(name.value.clone());
            continue;
        };
        let resolver = Resolver {
            name,
            style: &whole,
            span: style.span,
            swatches,
        };
        match resolver.resolve(log) {
            Some(style) => styles.good.push((name.value.clone(), style)),
            None => styles.faulty.push(name.value.clone()),
        }
    }
    styles
}

/// A style with all that it takes from those it builds on.
fn inherit(
    written: &Named<Spanned<WrittenStyle>>,
    name: &Spanned<String>,
    style: &Spanned<WrittenStyle>,
    log: &mut Log,
) -> Option<WrittenStyle> {
    let mut whole = style.value.clone();
    let mut passed = vec![name.value.clone()];
    for _ in 0..DEEPEST {
        let Some(base_name) = whole.like.take() else {
            return Some(whole);
        };
        if passed.contains(&base_name.value) {
            report_circle(written, name, style.span, &passed, &base_name.value, log);
            return None;
        }
        passed.push(base_name.value.clone());
        let Some(base) = written.get(&base_name.value) else {
            log.error(
                Code::UNKNOWN_NAME,
                base_name.span,
                format!("there is no style `{}`", base_name.value),
            )
            .suggest(&base_name.value, written.names());
            return None;
        };
        whole = whole.over(&base.value);
    }
    log.error(
        Code::BAD_VALUE,
        style.span,
        format!("this style builds on more than {DEEPEST} others"),
    )
    .help("let one of them say everything itself");
    None
}

/// Reports a circle once: at that of its styles which is written first.
fn report_circle(
    written: &Named<Spanned<WrittenStyle>>,
    name: &Spanned<String>,
    span: Span,
    passed: &[String],
    again: &str,
    log: &mut Log,
) {
    let circle: Vec<&str> = passed
        .iter()
        .map(String::as_str)
        .skip_while(|name| *name != again)
        .collect();
    if written.names().find(|name| circle.contains(name)) != Some(name.value.as_str()) {
        return;
    }
    let way: Vec<String> = circle
        .iter()
        .chain([&again])
        .map(|name| format!("`{name}`"))
        .collect();
    log.error(
        Code::BAD_VALUE,
        span,
        format!("the style `{}` builds on itself", name.value),
    )
    .label(way.join(", which is like ").replacen(", which", "", 1))
    .help("let one of these styles say everything itself");
}

impl WrittenStyle {
    /// What this style says, and what `base` says where this one is silent.
    fn over(self, base: &Self) -> Self {
        let base = base.clone();
        Self {
            like: base.like,
            font: self.font.or(base.font),
            weight: self.weight.or(base.weight),
            italic: self.italic.or(base.italic),
            size: self.size.or(base.size),
            leading: self.leading.or(base.leading),
            color: self.color.or(base.color),
            features: self.features.or(base.features),
            tracking: self.tracking.or(base.tracking),
            hyphenate: self.hyphenate.or(base.hyphenate),
            align: self.align.or(base.align),
            before: self.before.or(base.before),
            after: self.after.or(base.after),
            indent: self.indent.or(base.indent),
            first_indent: self.first_indent.or(base.first_indent),
            keep_with_next: self.keep_with_next.or(base.keep_with_next),
            keep_together: self.keep_together.or(base.keep_together),
            orphans: self.orphans.or(base.orphans),
            widows: self.widows.or(base.widows),
            grid: self.grid.or(base.grid),
            marker: self.marker.or(base.marker),
            marker_color: self.marker_color.or(base.marker_color),
            marker_figure: self.marker_figure.or(base.marker_figure),
        }
    }
}

/// One style on its way from written to resolved.
struct Resolver<'a> {
    name: &'a Spanned<String>,
    style: &'a WrittenStyle,
    span: Span,
    swatches: &'a Swatches,
}

impl Resolver<'_> {
    fn resolve(&self, log: &mut Log) -> Option<Style> {
        let before = log.errors();
        self.check_complete(log);
        let text = self.text(log);
        let paragraph = self.paragraph(log);
        let marker = self.marker(log);
        (log.errors() == before).then_some(())?;
        Some(Style {
            text: text?,
            paragraph: Arc::new(paragraph?),
            marker,
            span: self.span,
            font_span: self.style.font.as_ref()?.span,
        })
    }

    /// What no letter can do without.
    fn check_complete(&self, log: &mut Log) {
        let style = self.style;
        let missing: Vec<&str> = [
            ("`font`", style.font.is_none()),
            ("`size`", style.size.is_none()),
            ("`leading`", style.leading.is_none()),
            ("`color`", style.color.is_none()),
        ]
        .into_iter()
        .filter_map(|(field, missing)| missing.then_some(field))
        .collect();
        let Some((last, others)) = missing.split_last() else {
            return;
        };
        let fields = if others.is_empty() {
            (*last).to_owned()
        } else {
            format!("{} and {last}", others.join(", "))
        };
        let them = if others.is_empty() { "it" } else { "them" };
        log.error(
            Code::MISSING_FIELD,
            self.span,
            format!("the style `{}` has no {fields}", self.name.value),
        )
        .help(format!(
            "add {them}, or build on a style that has {them}: `like = \"...\"`"
        ));
    }

    fn text(&self, log: &mut Log) -> Option<TextStyle> {
        let fonts = self.style.font.clone();
        let size = self.style.size.clone();
        let color = self.style.color.as_ref();
        let color = color.and_then(|color| self.swatches.find(color, log));
        let families = self.style.font.as_ref().map_or(0, |fonts| fonts.value.0.len());
        at_most(
            MOST_FAMILIES,
            "style names too many fonts",
            families,
            self.span,
            log,
        );
        if let Some(size) = &size {
            check_between(
                size,
                Length::pt(1),
                Length::pt(400),
                "letters are from 1 pt to 400 pt tall",
                log,
            );
        }
        let weight = self.style.weight.as_ref().map_or(400, |weight| {
            if !(1..=1000).contains(&weight.value) {
                log.error(
                    Code::BAD_VALUE,
                    weight.span,
                    "a weight is a number from 1 to 1000",
                )
                .help("400 is regular, 600 semibold, 700 bold");
            }
            weight.value
        });
        Some(TextStyle {
            families: fonts?.value.0,
            weight,
            italic: self.style.italic.unwrap_or(false),
            size: size?.value,
            color: color?,
            features: self.features(log),
            tracking: self.style.tracking.unwrap_or(0).clamp(-500, 1000),
            language: Language("und".into()),
            hyphenate: self.style.hyphenate.unwrap_or(true),
        })
    }

    fn features(&self, log: &mut Log) -> Vec<Feature> {
        let Some(written) = &self.style.features else {
            return Vec::new();
        };
        at_most(
            MOST_FEATURES,
            "style asks for too many features",
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
                        format!("`{text}` is no OpenType feature"),
                    )
                    .words(Words::alone(format!("\"{text}\"")))
                    .help("a feature has four letters, such as \"onum\"; \"-liga\" turns one off");
                }
            }
        }
        features
    }

    fn paragraph(&self, log: &mut Log) -> Option<ParagraphStyle> {
        let style = self.style;
        let leading = style.leading.clone()?;
        check_between(
            &leading,
            Length::pt(1),
            Length::pt(800),
            "leading is from 1 pt to 800 pt",
            log,
        );
        let length = |length: Option<Length>| length.unwrap_or(Length::ZERO);
        let usual = ParagraphStyle::default();
        Some(ParagraphStyle {
            name: self.name.value.as_str().into(),
            leading: leading.value,
            align: match style.align {
                None | Some(WrittenAlign::Start) => Align::Start,
                Some(WrittenAlign::End) => Align::End,
                Some(WrittenAlign::Centre) => Align::Centre,
                Some(WrittenAlign::Justify) => Align::Justify,
            },
            space_before: length(style.before),
            space_after: length(style.after),
            indent: length(style.indent),
            first_indent: length(style.first_indent),
            keep_with_next: style.keep_with_next.unwrap_or(0),
            keep_together: style.keep_together.unwrap_or(false),
            orphans: style.orphans.unwrap_or(usual.orphans),
            widows: style.widows.unwrap_or(usual.widows),
            grid: style.grid.unwrap_or(usual.grid),
        })
    }

    fn marker(&self, log: &mut Log) -> Marker {
        if let Some(figure) = &self.style.marker_figure {
            return Marker::Figure(figure.clone());
        }
        let color = self
            .style
            .marker_color
            .as_ref()
            .and_then(|color| self.swatches.find(color, log));
        match self.style.marker.as_deref() {
            None | Some("") => Marker::None,
            Some(sign) => Marker::Sign(sign.into(), color),
        }
    }
}

fn check_between(length: &Spanned<Length>, least: Length, most: Length, rule: &str, log: &mut Log) {
    if !(least..=most).contains(&length.value) {
        log.error(Code::BAD_VALUE, length.span, rule);
    }
}
