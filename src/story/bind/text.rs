//! Running text, headings and quotations: markup is read, and each block of it becomes a block of the story, in the style of what it
//! stands in.

use std::sync::Arc;

use super::super::fill::{Drawn, Filled};
use super::super::markup::{Marked, Misplaced, Stretch, read, read_line};
use super::super::{Block, BlockKind, List};
use super::Binder;
use super::inline::Origin;
use super::nested::Within;
use crate::content;
use crate::content::{Quote, Scope};
use crate::diag::Code;
use crate::source::{Span, Spanned, Words};
use crate::style::{Numbering, Role};
use crate::template::Style;
use crate::wording::{Text, text};

/// A text with its values filled in, and where all that is written.
pub(super) struct Source {
    pub(super) filled: String,
    /// Where the text itself stands.
    pub(super) span: Span,
    /// Where what it says is written.
    pub(super) origin: Span,
    pub(super) drawn: Drawn,
}

impl Source {
    /// Nothing, said at a place.
    pub(super) fn empty(at: Span) -> Self {
        Self {
            filled: String::new(),
            span: at,
            origin: at,
            drawn: Drawn::default(),
        }
    }
}

impl Binder<'_> {
    pub(super) fn text(&mut self, text: &Spanned<String>, asked: Option<&Spanned<String>>, data: &Scope<'_>) {
        if let Some(source) = self.source(text, data)
            && let Some(blocks) = self.read(&source, read)
        {
            let blocks = self.marked(&blocks, Within::Story(asked), &source);
            self.blocks.extend(blocks);
        }
    }

    pub(super) fn heading(
        &mut self,
        heading: &content::Heading,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
    ) {
        let level = heading.level;
        let Some(source) = self.source(&heading.text, data) else {
            return;
        };
        let Some(style) = self.style(&format!("heading-{level}"), asked, heading.text.span) else {
            return;
        };
        let mut block = self.paragraph(Role::Heading(level), &read_line(&source.filled), style, &source);
        let name = heading
            .name
            .as_ref()
            .and_then(|name| self.filled(name, data, false));
        block.name = name.map(|(name, _)| name.trim().into());
        self.blocks.push(block);
    }

    /// A quotation, and below it whose words it holds.
    pub(super) fn quote(
        &mut self,
        quote: &Quote,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) {
        let Some(text) = self.source(&quote.text, data) else {
            return;
        };
        let Some(style) = self.style("quote", asked, origin) else {
            return;
        };
        let Some(blocks) = self.read(&text, read) else {
            return;
        };
        let mut blocks = self.marked(&blocks, Within::Quote(&style), &text);
        if let Some(source) = &quote.source
            && let Some(source) = self.source(source, data)
            && let Some(style) = self.style("quote-source", None, origin)
        {
            blocks.push(self.paragraph(Role::Paragraph, &read_line(&source.filled), style, &source));
        }
        self.push(BlockKind::Quote(blocks), style, text.origin, text.drawn);
    }

    /// A text with its values filled in; none when it is left out or cannot be filled in.
    pub(super) fn source(&mut self, text: &Spanned<String>, data: &Scope<'_>) -> Option<Source> {
        let (filled, drawn) = self.filled(text, data, true)?;
        Some(Source {
            filled,
            span: text.span,
            origin: Filled::origin(text, &drawn),
            drawn,
        })
    }

    /// The blocks of a marked-up text; none when it holds what cannot be set, which is logged.
    pub(super) fn read(
        &mut self,
        source: &Source,
        read: impl Fn(&str) -> Result<Vec<Marked>, Vec<Misplaced>>,
    ) -> Option<Vec<Marked>> {
        let misplaced = match read(&source.filled) {
            Ok(blocks) => return Some(blocks),
            Err(misplaced) => misplaced,
        };
        for misplaced in misplaced {
            let [what, instead] =
                [misplaced.what, misplaced.instead].map(|(english, german)| Text::new(english, german));
            self.log
                .error(
                    Code::BAD_VALUE,
                    source.span,
                    text!("running text cannot hold {what}", "Fließtext kann {what} nicht enthalten"; what),
                )
                .words(word_at(&source.filled, misplaced.at))
                .help(instead);
        }
        None
    }

    /// Blocks of marked-up text, in the styles of what they stand in; where a style is not there, none.
    pub(super) fn marked(&mut self, blocks: &[Marked], within: Within<'_>, source: &Source) -> Vec<Block> {
        let mut bound = Vec::new();
        for block in blocks {
            if !self.room.take(1, 0, source.span, self.log) {
                return bound;
            }
            let Some(block) = self.marked_block(block, within, source) else {
                return bound;
            };
            bound.push(block);
        }
        bound
    }

    fn marked_block(&mut self, block: &Marked, within: Within<'_>, source: &Source) -> Option<Block> {
        let kind_and_style = match block {
            Marked::Paragraph(stretches) => {
                let style = self.paragraph_style(within, source.span)?;
                return Some(self.paragraph(Role::Paragraph, stretches, style, source));
            }
            Marked::List { start, items } => {
                let style = self.list_style(within, source.span)?;
                let inside = within.list(&style);
                let mut bound = Vec::new();
                for item in items {
                    bound.push(self.item(item, inside, source)?);
                }
                let list = List {
                    numbering: start.map_or(Numbering::Bullet, |_| Numbering::Decimal),
                    start: start.unwrap_or(1),
                    items: bound,
                };
                (BlockKind::List(list), style)
            }
            Marked::Table(table) => return self.marked_table(table, source),
            Marked::Quote(blocks) => {
                let style = self.quote_style(within, source.span)?;
                let blocks = self.marked(blocks, Within::Quote(&style), source);
                (BlockKind::Quote(blocks), style)
            }
        };
        let (kind, style) = kind_and_style;
        Some(Block {
            kind,
            style,
            origin: source.origin,
            drawn: Arc::clone(&source.drawn),
            name: None,
        })
    }

    /// The blocks of an item. The first is a paragraph, at whose first line its sign stands, if need be an empty one.
    pub(super) fn item(
        &mut self,
        item: &[Marked],
        within: Within<'_>,
        source: &Source,
    ) -> Option<Vec<Block>> {
        if !self.room.take(1, 0, source.span, self.log) {
            return None;
        }
        let mut blocks = Vec::new();
        if !matches!(item.first(), Some(Marked::Paragraph(_))) {
            blocks.extend(self.marked(&[Marked::Paragraph(Vec::new())], within, source));
        }
        blocks.extend(self.marked(item, within, source));
        Some(blocks)
    }

    pub(super) fn paragraph(
        &mut self,
        role: Role,
        stretches: &[Stretch],
        style: Style,
        source: &Source,
    ) -> Block {
        let from = Origin {
            span: source.origin,
            drawn: &source.drawn,
        };
        let inlines = self.inlines(stretches, &style.text, from);
        Block {
            kind: BlockKind::Paragraph(role, inlines),
            style,
            origin: source.origin,
            drawn: Arc::clone(&source.drawn),
            name: None,
        }
    }
}

/// The word of a text that begins at a byte.
fn word_at(text: &str, at: usize) -> Words {
    let rest = text.get(at..).unwrap_or_default();
    let start = at + (rest.len() - rest.trim_start().len());
    let length = rest.split_whitespace().next().map_or(0, str::len);
    Words::of(text, start..start + length)
}
