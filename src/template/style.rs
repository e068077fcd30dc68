//! Styles by name, of paragraphs and of words in them. How they are written, how they build on each other and what they come to are three
//! files.

mod inherit;
mod letters;
mod paragraph;
mod schema;
mod written;

pub use letters::CharacterStyle;
pub(super) use written::{WrittenCharacter, WrittenStyle};

use std::sync::Arc;

use super::Swatches;
use super::protrusion::Protrusions;
use crate::color::Color;
use crate::diag::{Code, Log};
use crate::source::{Named, Span, Spanned};
use crate::style::{ParagraphStyle, TextStyle};
use crate::wording::text;
use inherit::Family;
use paragraph::Resolver;

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

/// Styles of one kind, by name.
#[derive(Clone, Debug)]
pub struct Styles<S = Style> {
    good: Vec<(String, S)>,
    /// Styles that are written and cannot be worked out; that was said.
    faulty: Vec<String>,
}

/// The styles of words in paragraphs. `strong`, `emphasis` and `link` are always there: CommonMark's marks look like that.
pub type CharacterStyles = Styles<CharacterStyle>;

/// The character styles of CommonMark's own marks.
const MARKS: [&str; 3] = ["strong", "emphasis", LINK];
const LINK: &str = "link";

impl<S> Styles<S> {
    /// The style of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&S> {
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
    pub fn iter(&self) -> impl Iterator<Item = (&str, &S)> {
        self.good.iter().map(|(name, style)| (name.as_str(), style))
    }

    fn add(&mut self, name: &str, style: Option<S>) {
        match style {
            Some(style) => self.good.push((name.to_owned(), style)),
            None => self.faulty.push(name.to_owned()),
        }
    }
}

impl<S> Default for Styles<S> {
    fn default() -> Self {
        Self {
            good: Vec::new(),
            faulty: Vec::new(),
        }
    }
}

/// Works out the styles of paragraphs.
pub(super) fn resolve(
    written: &Named<Spanned<WrittenStyle>>,
    swatches: &Swatches,
    protrusions: &Protrusions,
    log: &mut Log,
) -> Styles {
    let mut styles = Styles::default();
    let family = Family {
        kind: text!("style", "Stil"),
        written,
        usual: |_| None,
    };
    for (name, style) in written.iter() {
        let resolved = family.inherit(name, style, log).and_then(|whole| {
            let resolver = Resolver {
                name,
                style: &whole,
                span: style.span,
                swatches,
                protrusions,
            };
            resolver.resolve(log)
        });
        styles.add(&name.value, resolved);
    }
    styles
}

/// Says that links do not wear a paragraph's style of their name: nobody would see why they do not change.
pub(super) fn check_links(
    paragraphs: &Named<Spanned<WrittenStyle>>,
    characters: &Named<Spanned<WrittenCharacter>>,
    log: &mut Log,
) {
    let links = paragraphs.iter().find(|(name, _)| name.value == LINK);
    if let Some((name, _)) = links.filter(|_| characters.names().all(|name| name != LINK)) {
        log.warning(
            Code::UNKNOWN_FIELD,
            name.span,
            text!(
                "links are words and wear no style of paragraphs",
                "Links sind Wörter und tragen keinen Absatzstil"
            ),
        )
        .help(text!(
            "write `[character.link]`, or give the paragraph's style another name",
            "`[character.link]` schreiben oder dem Absatzstil einen anderen Namen geben"
        ));
    }
}

/// Works out the styles of words in paragraphs.
pub(super) fn resolve_characters(
    written: &Named<Spanned<WrittenCharacter>>,
    swatches: &Swatches,
    log: &mut Log,
) -> CharacterStyles {
    let mut styles = CharacterStyles::default();
    let family = Family {
        kind: text!("character style", "Zeichenstil"),
        written,
        usual: WrittenCharacter::usual,
    };
    for (name, style) in written.iter() {
        let before = log.errors();
        let resolved = family
            .inherit(name, style, log)
            .map(|whole| letters::resolve(&whole, Some(style.span), swatches, log))
            .filter(|_| log.errors() == before);
        styles.add(&name.value, resolved);
    }
    for mark in MARKS
        .into_iter()
        .filter(|mark| !written.names().any(|name| name == *mark))
    {
        let usual = WrittenCharacter::usual(mark).map(|usual| letters::resolve(&usual, None, swatches, log));
        styles.add(mark, usual);
    }
    styles
}
