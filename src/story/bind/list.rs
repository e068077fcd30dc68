//! Lists, and what the data has to list.

use super::super::fill::{Drawn, list_at};
use super::super::markup::read_item;
use super::super::{BlockKind, List};
use super::Binder;
use super::nested::Within;
use crate::content;
use crate::content::{DataValue, ListSource, Scope};
use crate::diag::Code;
use crate::source::{Span, Spanned};
use crate::style::Numbering;
use crate::wording::text;

impl Binder<'_> {
    pub(super) fn list(
        &mut self,
        list: &content::List,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) {
        let texts = match &list.source {
            ListSource::Items(items) => items.clone(),
            ListSource::Path(path) => match self.texts_at(path, data) {
                Some(texts) => texts,
                None => return,
            },
        };
        let Some(style) = self.style("list", asked, origin) else {
            return;
        };
        let within = Within::Story(None).list(&style);
        let mut items = Vec::new();
        for text in &texts {
            if !self.room.has_some() {
                return;
            }
            if let Some(source) = self.source(text, data)
                && let Some(blocks) = self.read(&source, read_item)
            {
                items.extend(self.item(&blocks, within, &source));
            }
        }
        if !items.is_empty() {
            let list = List {
                numbering: list.start.map_or(Numbering::Bullet, |_| Numbering::Decimal),
                start: list.start.unwrap_or(1),
                items,
            };
            self.push(BlockKind::List(list), style, origin, Drawn::default());
        }
    }

    /// The list at a path: texts, or the `name` of each record.
    pub(super) fn texts_at(
        &mut self,
        path: &Spanned<String>,
        data: &Scope<'_>,
    ) -> Option<Vec<Spanned<String>>> {
        let items = list_at(path, data, self.log)?;
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                DataValue::Text(text) => texts.push(Spanned::new(text.clone(), item.span)),
                DataValue::Record(record) => match record.get("name") {
                    Some(Spanned {
                        value: DataValue::Text(text),
                        span,
                    }) => {
                        texts.push(Spanned::new(text.clone(), *span));
                    }
                    _ => {
                        self.log
                            .error(
                                Code::WRONG_TYPE,
                                item.span,
                                text!(
                                    "a record in a list needs a `name` that is a text",
                                    "ein Datensatz in einer Liste braucht einen `name`, der ein Text ist"
                                ),
                            )
                            .also(path.span, text!("listed here", "hier aufgelistet"));
                        return None;
                    }
                },
                DataValue::List(_) => {
                    self.log
                        .error(
                            Code::WRONG_TYPE,
                            item.span,
                            text!(
                                "a list in a list cannot be set",
                                "eine Liste in einer Liste lässt sich nicht setzen"
                            ),
                        )
                        .also(path.span, text!("listed here", "hier aufgelistet"));
                    return None;
                }
            }
        }
        Some(texts)
    }
}
