//! A story taken apart into elements that a frame can take one after the other: paragraphs with what hangs beside them, and boxes.

use std::sync::Arc;

use super::Pass;
use super::contents::Heading;
use super::meaning;
use super::written::{WITHOUT_GLYPH, Written, no_glyph};
use crate::diag::{Code, Severity};
use crate::geom::Length;
use crate::scene::{NodeId, Target};
use crate::source::{Span, Spanned, Words};
use crate::story::{Block, BlockKind, Figure, Inline, ListItem, plain_text};
use crate::style::{Numbering, ParagraphStyle, Role, TextStyle};
use crate::template::{Marker, Style};
use crate::text::{Paragraph, Prepared, Run};

/// Something that a frame can take.
pub(super) struct Element {
    pub(super) kind: ElementKind,
    pub(super) style: Arc<ParagraphStyle>,
    pub(super) origin: Span,
    /// The values of the data that were drawn into it.
    pub(super) drawn: Arc<[Spanned<String>]>,
    /// The node of the whole: a paragraph, an item's body, a figure.
    pub(super) node: NodeId,
}

pub(super) enum ElementKind {
    Text(Box<TextElement>),
    Figure(Figure),
    Qr(String, Length, crate::color::Color),
}

/// A paragraph, prepared, and what hangs beside its lines.
pub(super) struct TextElement {
    pub(super) prepared: Prepared,
    /// The node of each stretch, by the tag of its run.
    pub(super) places: Vec<NodeId>,
    /// The height of capitals in the first line, which hangs from the head of a frame.
    pub(super) cap_height: Length,
    /// The height of small letters, whose middle a dot stands at.
    pub(super) x_height: Length,
    /// The size of the letters.
    pub(super) size: Length,
    pub(super) text: String,
    /// A sign before the first line, from the start of the measure.
    pub(super) label: Option<Aside>,
    /// A number at the end of the last line, with a leader before it.
    pub(super) trailing: Option<Aside>,
    /// The dots of a figure stand before the items of one list: the figure, and which list.
    pub(super) dot: Option<(String, usize)>,
    /// The level, when it is a heading.
    pub(super) heading: Option<u8>,
}

/// Something short beside a paragraph.
pub(super) struct Aside {
    pub(super) prepared: Prepared,
    pub(super) place: NodeId,
    pub(super) x: Length,
}

/// Takes a block apart and adds what it means to the structure.
pub(super) fn elements(
    block: &Block,
    section: NodeId,
    list_number: usize,
    pass: &mut Pass<'_, '_>,
) -> Vec<Element> {
    let mut taker = Taker { block, section, pass };
    match &block.kind {
        BlockKind::Paragraph(role, text) => vec![taker.paragraph(role, text)],
        BlockKind::List(numbering, items) => taker.list(*numbering, items, list_number),
        BlockKind::Figure(figure) => vec![taker.figure(figure)],
        BlockKind::Qr(address) => vec![taker.qr(address)],
        BlockKind::Contents(depth) => taker.contents(*depth),
    }
}

struct Taker<'t, 'p, 'a> {
    block: &'t Block,
    section: NodeId,
    pass: &'t mut Pass<'p, 'a>,
}

impl Taker<'_, '_, '_> {
    fn style(&self) -> &Style {
        &self.block.style
    }

    fn paragraph(&mut self, role: &Role, text: &[Inline]) -> Element {
        let node = meaning::paragraph(
            &mut self.pass.structure,
            self.section,
            role,
            text,
            self.block.origin,
        );
        let places = meaning::places(&mut self.pass.structure, node, text, self.block.origin);
        let style = Arc::clone(&self.style().paragraph);
        let from = (self.block.origin, &*self.block.drawn);
        let mut element = self.text(text, places, &style, from);
        if let Role::Heading(level) = role {
            element.heading = Some(*level);
        }
        Element {
            kind: ElementKind::Text(Box::new(element)),
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }

    fn list(&mut self, numbering: Numbering, items: &[ListItem], list_number: usize) -> Vec<Element> {
        let marker = self.style().marker.clone();
        let shown = match (numbering, &marker) {
            (Numbering::Decimal, _) => Numbering::Decimal,
            (_, Marker::Sign(..)) => Numbering::Bullet,
            (_, Marker::None | Marker::Figure(_)) => Numbering::None,
        };
        let list = meaning::add(
            &mut self.pass.structure,
            self.section,
            Role::List(shown),
            self.block.origin,
        );
        let item_style = self.item_style();
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.item(item, index, list, shown, &marker, &item_style, list_number))
            .collect()
    }

    /// The lines of an item all begin at the indent; the sign hangs before the first.
    fn item_style(&self) -> Arc<ParagraphStyle> {
        Arc::new(ParagraphStyle {
            first_indent: Length::ZERO,
            ..(*self.style().paragraph).clone()
        })
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "an item is the meeting of a list, its marker and its style"
    )]
    fn item(
        &mut self,
        item: &ListItem,
        index: usize,
        list: NodeId,
        numbering: Numbering,
        marker: &Marker,
        style: &Arc<ParagraphStyle>,
        list_number: usize,
    ) -> Element {
        let node = meaning::add(&mut self.pass.structure, list, Role::ListItem, item.origin);
        let sign = match (numbering, marker) {
            (Numbering::Decimal, _) => Some((format!("{}.", index + 1), None)),
            (_, Marker::Sign(sign, color)) => Some((sign.to_string(), color.clone())),
            _ => None,
        };
        let label = sign.map(|(sign, color)| {
            let label = meaning::add(&mut self.pass.structure, node, Role::Label, item.origin);
            let mut letters = self.style().text.clone();
            if let Some(color) = color {
                letters.color = color;
            }
            let x = self.style().paragraph.indent + self.style().paragraph.first_indent;
            self.aside(&sign, letters, label, x, item.origin)
        });
        let body = meaning::add(&mut self.pass.structure, node, Role::ListBody, item.origin);
        let places = meaning::places(&mut self.pass.structure, body, &item.text, item.origin);
        let mut element = self.text(&item.text, places, style, (item.origin, &item.drawn));
        element.label = label;
        if let Marker::Figure(figure) = marker {
            element.dot = Some((figure.value.clone(), list_number));
        }
        Element {
            kind: ElementKind::Text(Box::new(element)),
            style: Arc::clone(style),
            origin: item.origin,
            drawn: Arc::clone(&item.drawn),
            node: body,
        }
    }

    fn figure(&mut self, figure: &Figure) -> Element {
        let node = match &figure.alt {
            None => self.section,
            Some(alt) => {
                let node = meaning::add(
                    &mut self.pass.structure,
                    self.section,
                    Role::Figure,
                    self.block.origin,
                );
                self.pass.structure.node_mut(node).alt = Some(alt.clone());
                node
            }
        };
        let style = Arc::clone(&self.style().paragraph);
        Element {
            kind: ElementKind::Figure(figure.clone()),
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }

    fn qr(&mut self, address: &str) -> Element {
        let node = meaning::add(
            &mut self.pass.structure,
            self.section,
            Role::Figure,
            self.block.origin,
        );
        self.pass.structure.node_mut(node).alt = Some(format!("QR-Code: {address}"));
        let style = Arc::clone(&self.style().paragraph);
        let kind = ElementKind::Qr(
            address.to_owned(),
            self.style().text.size,
            self.style().text.color.clone(),
        );
        Element {
            kind,
            style,
            origin: self.block.origin,
            drawn: Arc::clone(&self.block.drawn),
            node,
        }
    }

    fn contents(&mut self, depth: u8) -> Vec<Element> {
        let contents = meaning::add(
            &mut self.pass.structure,
            self.section,
            Role::Contents,
            self.block.origin,
        );
        let headings = self.pass.headings.0.clone();
        let letters = Arc::new(self.style().text.clone());
        let mut elements = Vec::new();
        // The title of the whole and the heading of the contents themselves lead nowhere.
        let listed =
            |heading: &&Heading| (2..=depth).contains(&heading.level) && heading.section != self.section;
        let headings: Vec<&Heading> = headings.iter().filter(listed).collect();
        for heading in headings {
            let item = meaning::add(
                &mut self.pass.structure,
                contents,
                Role::ContentsItem,
                self.block.origin,
            );
            let reference = meaning::add(&mut self.pass.structure, item, Role::Reference, self.block.origin);
            let link = meaning::add(&mut self.pass.structure, reference, Role::Link, self.block.origin);
            self.pass.structure.node_mut(link).target = Some(Target::Node(heading.node));
            self.pass.structure.node_mut(link).title = Some(heading.text.clone());
            let inline = Inline {
                text: format!("{} ", heading.text),
                style: Arc::clone(&letters),
                link: None,
            };
            let style = self.entry_style(heading.level);
            let place = meaning::add(&mut self.pass.structure, link, Role::Text, self.block.origin);
            let mut element = self.text(&[inline], vec![place], &style, (self.block.origin, &[]));
            let letters = self.style().text.clone();
            element.trailing =
                Some(self.aside(&heading.label, letters, link, Length::ZERO, self.block.origin));
            let kind = ElementKind::Text(Box::new(element));
            elements.push(Element {
                kind,
                style,
                origin: self.block.origin,
                drawn: Arc::default(),
                node: item,
            });
        }
        elements
    }

    /// Entries below the second level stand in by an em for each level.
    fn entry_style(&self, level: u8) -> Arc<ParagraphStyle> {
        let steps = i64::from(level.saturating_sub(2));
        let style = &self.style().paragraph;
        Arc::new(ParagraphStyle {
            indent: style.indent + self.style().text.size * steps,
            ..(**style).clone()
        })
    }

    fn aside(&mut self, text: &str, letters: TextStyle, parent: NodeId, x: Length, origin: Span) -> Aside {
        let place = meaning::add(&mut self.pass.structure, parent, Role::Text, origin);
        let letters = Arc::new(TextStyle {
            hyphenate: false,
            ..letters
        });
        let inline = Inline {
            text: text.to_owned(),
            style: letters,
            link: None,
        };
        let style = Arc::new(ParagraphStyle {
            indent: Length::ZERO,
            first_indent: Length::ZERO,
            align: crate::style::Align::Start,
            ..(*self.style().paragraph).clone()
        });
        let prepared = self.prepare(&[inline], &style, origin, &[]);
        Aside { prepared, place, x }
    }

    fn text(
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
            heading: None,
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
            self.pass
                .log
                .error(Code::MISSING_GLYPH, written.span, no_glyph(missing))
                .words(Words::of(&whole, character))
                .also(
                    self.block.style.font_span,
                    format!(
                        "the style `{}` asks for this font",
                        self.block.style.paragraph.name
                    ),
                )
                .help(WITHOUT_GLYPH);
        }
        prepared
    }
}
