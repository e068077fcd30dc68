//! Paragraphs and headings, and the short texts that hang beside lines: all that is prepared to be broken into lines.

use std::sync::Arc;

use super::super::references::with_pages;
use super::super::written::{Written, no_glyph, without_glyph};
use super::super::{abilities, meaning};
use super::{Element, ElementKind, Taker, TextElement};
use crate::diag::{Code, Severity};
use crate::geom::Length;
use crate::scene::NodeId;
use crate::source::{Span, Spanned, Words};
use crate::story::{Inline, plain_text};
use crate::style::{ParagraphStyle, Role, TextStyle};
use crate::text::{Paragraph, Prepared, Run};
use crate::wording::text;

impl Taker<'_, '_, '_> {
    pub(super) fn paragraph(&mut self, role: &Role, text: &[Inline]) -> Element {
        let node = meaning::paragraph(
            &mut self.pass.structure,
            self.setting.parent,
            role,
            text,
            self.block.origin,
        );
        let mut element = self.words(node, text);
        if let (Role::Heading(level), ElementKind::Text(text)) = (role, &mut element.kind) {
            text.heading = Some(*level);
            text.name.clone_from(&self.block.name);
        }
        element
    }

    /// A paragraph whose words belong to a node that is there already.
    pub(super) fn words(&mut self, node: NodeId, text: &[Inline]) -> Element {
        let known = (text, self.pass.places);
        let places = meaning::places(&mut self.pass.structure, node, known, self.block.origin);
        let text = &with_pages(text, self.pass.places);
        let style = self.lines();
        let from = (self.block.origin, &*self.block.drawn);
        let element = self.text(text, places, &style, from);
        Element {
            kind: ElementKind::Text(Box::new(element)),
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }

    /// A short text that is set beside lines: prepared, and how wide it is.
    pub(super) fn short(&mut self, text: &str, letters: TextStyle, origin: Span) -> (Prepared, Length) {
        let letters = Arc::new(TextStyle {
            hyphenate: false,
            ..letters
        });
        let inline = Inline::plain(text, letters);
        let style = Arc::new(ParagraphStyle {
            indent: Length::ZERO,
            indent_end: Length::ZERO,
            first_indent: Length::ZERO,
            align: crate::style::Align::Start,
            ..(*self.style().paragraph).clone()
        });
        let prepared = self.prepare(&[inline], &style, origin, &[]);
        let width = prepared.width(self.pass.setter);
        (prepared, width)
    }

    pub(super) fn text(
        &mut self,
        text: &[Inline],
        places: Vec<NodeId>,
        style: &Arc<ParagraphStyle>,
        (origin, drawn): (Span, &[Spanned<String>]),
    ) -> TextElement {
        let letters = &self.style().text;
        let family = letters.families.first().map_or("", |family| family);
        let font = self.pass.assets.find_font(family, letters.weight, letters.italic);
        let share = |units: i32| {
            let font = font.map(|id| self.pass.assets.font(id));
            font.map_or(letters.size / 2, |font| {
                letters.size.ratio(units.into(), font.units_per_em.into())
            })
        };
        let (cap_height, x_height) = font.map_or((0, 0), |id| {
            let font = self.pass.assets.font(id);
            (font.cap_height, font.x_height)
        });
        let (cap_height, x_height, size) = (share(cap_height), share(x_height), letters.size);
        let prepared = self.prepare(text, style, origin, drawn);
        TextElement {
            prepared,
            places,
            cap_height,
            x_height,
            size,
            text: plain_text(text),
            label: None,
            trailing: None,
            dot: None,
            is_caption: false,
            heading: None,
            name: None,
        }
    }

    fn prepare(
        &mut self,
        text: &[Inline],
        style: &Arc<ParagraphStyle>,
        origin: Span,
        drawn: &[Spanned<String>],
    ) -> Prepared {
        let runs = text.iter().enumerate().map(|(tag, inline)| Run {
            text: inline.text.clone(),
            style: Arc::clone(&inline.style),
            tag: tag as u32,
        });
        let paragraph = Paragraph {
            runs: runs.collect(),
            style: Arc::clone(style),
        };
        let prepared = self.pass.setter.prepare(&paragraph);
        abilities::tell(&prepared, text, &self.block.style, origin, self.pass);
        let whole = plain_text(text);
        let mut named: Vec<char> = Vec::new();
        for missing in &prepared.missing {
            if !self.pass.log.has_room(Severity::Error) {
                break;
            }
            if named.contains(&missing.character) {
                continue;
            }
            named.push(missing.character);
            let written = Written::find(origin, drawn, &whole, missing.offset);
            let character = missing.offset..missing.offset + missing.character.len_utf8();
            let style = &self.block.style.paragraph.name;
            self.pass
                .log
                .error(Code::MISSING_GLYPH, written.span, no_glyph(missing))
                .words(Words::of(&whole, character))
                .also(
                    self.block.style.font_span,
                    text!(
                        "the style `{style}` asks for this font",
                        "der Stil `{style}` verlangt diese Schrift"
                    ),
                )
                .help(without_glyph());
        }
        prepared
    }
}
