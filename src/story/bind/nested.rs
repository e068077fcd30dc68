//! The styles of blocks in blocks: each level of a list has a style of its own where the template has one (`list-2`, `list-3`), else that
//! of the level above, moved in by its hang; what stands in a quotation is moved in with it.

use std::sync::Arc;

use super::Binder;
use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::style::ParagraphStyle;
use crate::template::{Marker, Style};

/// What a block of marked-up text stands in.
#[derive(Clone, Copy)]
pub(super) enum Within<'s> {
    /// The story itself, with the style that its paragraphs are asked to have.
    Story(Option<&'s Spanned<String>>),
    /// An item of a list.
    List(ListLevel<'s>),
    /// A quotation.
    Quote(&'s Style),
}

/// A level of a list.
#[derive(Clone, Copy)]
pub(super) struct ListLevel<'s> {
    style: &'s Style,
    /// The name of the outermost level's style.
    root: &'s str,
    /// From 1.
    level: usize,
}

impl<'s> Within<'s> {
    /// Inside of a list of this style.
    pub(super) fn list<'l>(self, style: &'l Style) -> Within<'l>
    where
        's: 'l,
    {
        let (root, level) = match self {
            Self::List(outer) => (outer.root, outer.level + 1),
            Self::Story(_) | Self::Quote(_) => (&*style.paragraph.name, 1),
        };
        Within::List(ListLevel { style, root, level })
    }
}

/// Dots of a figure join the items of the outermost level only; those within them have the dash that German lists have there.
const INNER_SIGN: &str = "–";

impl Binder<'_> {
    pub(super) fn paragraph_style(&mut self, within: Within<'_>, origin: Span) -> Option<Style> {
        match within {
            Within::Story(asked) => self.style("body", asked, origin),
            Within::List(ListLevel { style, .. }) => Some(without_hang(style.clone())),
            Within::Quote(style) => Some(style.clone()),
        }
    }

    pub(super) fn list_style(&mut self, within: Within<'_>, origin: Span) -> Option<Style> {
        match within {
            Within::Story(_) => self.style("list", None, origin),
            Within::List(outer) => {
                let own = format!("{}-{}", outer.root, outer.level + 1);
                if self.has_style(&own) {
                    self.style(&own, None, origin)
                } else {
                    Some(inner_list(outer.style))
                }
            }
            Within::Quote(quote) => {
                let list = self.style("list", None, origin)?;
                let text = quote.text.clone();
                Some(Style {
                    text,
                    ..moved_in(list, &quote.paragraph)
                })
            }
        }
    }

    pub(super) fn quote_style(&mut self, within: Within<'_>, origin: Span) -> Option<Style> {
        let quote = self.style("quote", None, origin)?;
        Some(match within {
            Within::Story(_) => quote,
            Within::List(ListLevel { style, .. }) | Within::Quote(style) => moved_in(quote, &style.paragraph),
        })
    }
}

/// The lines of an item all begin at the indent; the hang is for its sign.
fn without_hang(style: Style) -> Style {
    let paragraph = ParagraphStyle {
        first_indent: Length::ZERO,
        ..(*style.paragraph).clone()
    };
    Style {
        paragraph: Arc::new(paragraph),
        ..style
    }
}

/// A style moved in as far as the lines of another one are.
fn moved_in(style: Style, by: &ParagraphStyle) -> Style {
    let paragraph = ParagraphStyle {
        indent: style.paragraph.indent + by.indent,
        indent_end: style.paragraph.indent_end + by.indent_end,
        ..(*style.paragraph).clone()
    };
    Style {
        paragraph: Arc::new(paragraph),
        ..style
    }
}

/// A list in a list that says nothing of its own: its signs stand where the text of the outer one begins.
fn inner_list(outer: &Style) -> Style {
    let lines = &outer.paragraph;
    let hang = [-lines.first_indent, lines.indent, outer.text.size]
        .into_iter()
        .find(|length| *length > Length::ZERO)
        .unwrap_or_default();
    let marker = match &outer.marker {
        Marker::Figure(_) => Marker::Sign(INNER_SIGN.into(), None),
        other => other.clone(),
    };
    Style {
        paragraph: Arc::new(ParagraphStyle {
            indent: lines.indent + hang,
            first_indent: -hang,
            ..(**lines).clone()
        }),
        marker,
        ..outer.clone()
    }
}
