//! Running text and headings: markup is read, and each paragraph and list of it becomes a block.

use std::sync::Arc;

use super::super::fill::Filled;
use super::super::markup::{Marked, read, read_line};
use super::super::{BlockKind, ListItem};
use super::Binder;
use super::inline::Origin;
use crate::content::Scope;
use crate::diag::Code;
use crate::source::{Spanned, Words};
use crate::style::{Numbering, Role};

impl Binder<'_> {
    pub(super) fn text(&mut self, text: &Spanned<String>, asked: Option<&Spanned<String>>, data: &Scope<'_>) {
        let Some((filled, drawn)) = self.filled(text, data, true) else {
            return;
        };
        let origin = Filled::origin(text, &drawn);
        let from = Origin {
            span: origin,
            drawn: &drawn,
        };
        let blocks = match read(&filled) {
            Ok(blocks) => blocks,
            Err(misplaced) => {
                for misplaced in misplaced {
                    let what = misplaced.what;
                    self.log
                        .error(
                            Code::BAD_VALUE,
                            text.span,
                            format!("running text cannot hold {what}"),
                        )
                        .words(word_at(&filled, misplaced.at))
                        .help(misplaced.instead);
                }
                return;
            }
        };
        for block in blocks {
            let parts = match &block {
                Marked::Paragraph(_) => 1,
                Marked::List { items, .. } => items.len(),
            };
            if !self.room.take(parts, 0, text.span, self.log) {
                return;
            }
            match block {
                Marked::Paragraph(stretches) => {
                    let Some(style) = self.style("body", asked, text.span) else {
                        return;
                    };
                    let inlines = self.inlines(&stretches, &style.text, from);
                    let kind = BlockKind::Paragraph(Role::Paragraph, inlines);
                    self.push(kind, style, origin, Arc::clone(&drawn));
                }
                Marked::List { ordered, items } => {
                    let Some(style) = self.style("list", None, text.span) else {
                        return;
                    };
                    let numbering = if ordered {
                        Numbering::Decimal
                    } else {
                        Numbering::Bullet
                    };
                    let items = items.iter().map(|stretches| ListItem {
                        text: self.inlines(stretches, &style.text, from),
                        origin,
                        drawn: Arc::clone(&drawn),
                    });
                    let items = items.collect();
                    self.push(
                        BlockKind::List(numbering, items),
                        style,
                        origin,
                        Arc::clone(&drawn),
                    );
                }
            }
        }
    }

    pub(super) fn heading(
        &mut self,
        text: &Spanned<String>,
        level: u8,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
    ) {
        let Some((filled, drawn)) = self.filled(text, data, true) else {
            return;
        };
        let Some(style) = self.style(&format!("heading-{level}"), asked, text.span) else {
            return;
        };
        let origin = Filled::origin(text, &drawn);
        let from = Origin {
            span: origin,
            drawn: &drawn,
        };
        let inlines = self.inlines(&read_line(&filled), &style.text, from);
        self.push(
            BlockKind::Paragraph(Role::Heading(level), inlines),
            style,
            origin,
            drawn,
        );
    }
}

/// The word of a text that begins at a byte.
fn word_at(text: &str, at: usize) -> Words {
    let rest = text.get(at..).unwrap_or_default();
    let start = at + (rest.len() - rest.trim_start().len());
    let length = rest.split_whitespace().next().map_or(0, str::len);
    Words::of(text, start..start + length)
}
