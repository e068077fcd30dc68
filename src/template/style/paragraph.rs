//! One paragraph style on its way from written to resolved.

use std::sync::Arc;

use super::letters;
use super::written::{WrittenAlign, WrittenBegins, WrittenOver, WrittenRule, WrittenStyle, WrittenTint};
use super::{Marker, Style};
use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::style::{Align, Begins, Language, ParagraphStyle, Rule, RuleOver, TextStyle, Tint};
use crate::template::Swatches;
use crate::template::protrusion::Protrusions;
use crate::wording::{Text, text};

/// The thinnest rule: thinner ones of a tinted ink break up in the raster (GWG 2022 asks for 0.25 pt).
const THINNEST_RULE: Length = Length::from_units(65_536 / 4);

/// The thickest rule, half an inch: what is thicker is a tint.
const THICKEST_RULE: Length = Length::pt(36);

/// As far as adornments stand from their letters at most: two inches, as wide as the margin of a book.
const WIDEST_GAP: Length = Length::pt(144);

/// One style, all that it takes from others taken over.
pub(super) struct Resolver<'a> {
    pub(super) name: &'a Spanned<String>,
    pub(super) style: &'a WrittenStyle,
    pub(super) span: Span,
    pub(super) swatches: &'a Swatches,
    pub(super) protrusions: &'a Protrusions,
}

impl Resolver<'_> {
    pub(super) fn resolve(&self, log: &mut Log) -> Option<Style> {
        let before = log.errors();
        self.check_complete(log);
        let letters = letters::resolve(&self.style.letters(), Some(self.span), self.swatches, log);
        self.check_underline(log);
        let paragraph = self.paragraph(log);
        let marker = self.marker(log);
        (log.errors() == before).then_some(())?;
        Some(Style {
            text: letters.over(&TextStyle::default()),
            paragraph: Arc::new(paragraph?),
            marker,
            span: self.span,
            font_span: letters.font_span?,
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
        let (style, others) = (&self.name.value, others.join(", "));
        let (message, help) = if others.is_empty() {
            (
                text!(
                    "the style `{style}` has no {last}",
                    "dem Stil `{style}` fehlt {last}"
                ),
                text!(
                    "add it, or build on a style that has it: `like = \"...\"`",
                    "es ergänzen oder auf einem Stil aufbauen, der es hat: `like = \"...\"`"
                ),
            )
        } else {
            (
                text!(
                    "the style `{style}` has no {others} and {last}",
                    "dem Stil `{style}` fehlen {others} und {last}"
                ),
                text!(
                    "add them, or build on a style that has them: `like = \"...\"`",
                    "sie ergänzen oder auf einem Stil aufbauen, der sie hat: `like = \"...\"`"
                ),
            )
        };
        log.error(Code::MISSING_FIELD, self.span, message).help(help);
    }

    /// Readers take underlined words for a link (Berliner Standards für PDF: no underline in running text).
    fn check_underline(&self, log: &mut Log) {
        if let Some(underline) = self.style.underline.as_ref().filter(|underline| underline.value) {
            log.error(
                Code::BAD_VALUE,
                underline.span,
                text!(
                    "only links are underlined, not paragraphs",
                    "unterstrichen werden nur Links, keine Absätze"
                ),
            )
            .help(text!(
                "say it of links with `[character.link]`, or stress these words by weight or colour",
                "es mit `[character.link]` für Links festlegen oder diese Wörter durch Strichstärke oder Farbe hervorheben"
            ));
        }
    }

    fn paragraph(&self, log: &mut Log) -> Option<ParagraphStyle> {
        let style = self.style;
        let leading = style.leading.clone()?;
        check_between(
            &leading,
            Length::pt(1),
            Length::pt(800),
            &text!(
                "leading is from 1 pt to 800 pt",
                "der Zeilenabstand liegt zwischen 1 pt und 800 pt"
            ),
            log,
        );
        let length = |length: Option<Length>| length.unwrap_or(Length::ZERO);
        let padding = length(style.tint.as_ref().map(|tint| tint.padding.value));
        let usual = ParagraphStyle::default();
        Some(ParagraphStyle {
            language: Language("und".into()),
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
            // A tint has its padding beside the lines, too.
            indent: length(style.indent) + padding,
            indent_end: length(style.indent_end) + padding,
            first_indent: length(style.first_indent),
            protrusion: style
                .protrusion
                .as_ref()
                .and_then(|asked| self.protrusions.find(asked, log)),
            keep_with_next: style.keep_with_next.unwrap_or(0),
            keep_together: style.keep_together.unwrap_or(false),
            begins: match style.begins {
                None | Some(WrittenBegins::Anywhere) => Begins::Anywhere,
                Some(WrittenBegins::Frame) => Begins::Frame,
                Some(WrittenBegins::Page) => Begins::Page,
            },
            orphans: style.orphans.unwrap_or(usual.orphans),
            widows: style.widows.unwrap_or(usual.widows),
            grid: style.grid.unwrap_or(usual.grid),
            rule_above: style
                .rule_above
                .as_ref()
                .and_then(|rule| rule.resolve(self.swatches, log)),
            rule_below: style
                .rule_below
                .as_ref()
                .and_then(|rule| rule.resolve(self.swatches, log)),
            tint: style
                .tint
                .as_ref()
                .and_then(|tint| tint.resolve(self.swatches, log)),
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

impl WrittenRule {
    fn resolve(&self, swatches: &Swatches, log: &mut Log) -> Option<Rule> {
        check_between(
            &self.width,
            THINNEST_RULE,
            THICKEST_RULE,
            &text!(
                "a rule is from 0.25 pt to 36 pt thick",
                "eine Linie ist 0,25 pt bis 36 pt dick"
            ),
            log,
        );
        check_gap("`gap`", &self.gap, log);
        Some(Rule {
            color: swatches.find(&self.color, log)?,
            width: self.width.value,
            gap: self.gap.value,
            over: match self.over {
                WrittenOver::Measure => RuleOver::Measure,
                WrittenOver::Text => RuleOver::Text,
            },
        })
    }
}

impl WrittenTint {
    fn resolve(&self, swatches: &Swatches, log: &mut Log) -> Option<Tint> {
        check_gap("`padding`", &self.padding, log);
        Some(Tint {
            fill: swatches.find(&self.fill, log)?,
            padding: self.padding.value,
        })
    }
}

fn check_gap(what: &str, length: &Spanned<Length>, log: &mut Log) {
    check_between(
        length,
        Length::ZERO,
        WIDEST_GAP,
        &text!(
            "{what} is from 0 pt to 144 pt",
            "{what} liegt zwischen 0 pt und 144 pt"
        ),
        log,
    );
}

fn check_between(length: &Spanned<Length>, least: Length, most: Length, rule: &Text, log: &mut Log) {
    if !(least..=most).contains(&length.value) {
        log.error(Code::BAD_VALUE, length.span, rule);
    }
}
