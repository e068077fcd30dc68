//! Figures: one of the template's, described or said to be decorative.

use super::super::fill::Drawn;
use super::super::{BlockKind, Figure};
use super::Binder;
use crate::content;
use crate::content::Scope;
use crate::diag::Code;
use crate::source::{Span, Spanned};

impl Binder<'_> {
    pub(super) fn figure(
        &mut self,
        figure: &content::Figure,
        asked: Option<&Spanned<String>>,
        data: &Scope<'_>,
        origin: Span,
    ) {
        let drawn_from: Vec<String> = match &figure.data {
            None => Vec::new(),
            Some(path) => match self.texts_at(path, data) {
                Some(texts) => texts.into_iter().map(|text| text.value).collect(),
                None => return,
            },
        };
        if !self.room.take(drawn_from.len(), 0, origin, self.log) {
            return;
        }
        if self.template.figures.get(&figure.name.value).is_none() {
            self.log
                .error(
                    Code::UNKNOWN_NAME,
                    figure.name.span,
                    format!("the template has no figure `{}`", figure.name.value),
                )
                .suggest(&figure.name.value, self.template.figures.names())
                .also(self.template.span, format!("template `{}`", self.template.name));
        }
        let alt = figure.alt.as_ref().filter(|alt| !alt.value.trim().is_empty());
        if alt.is_none() && !figure.decorative {
            let finding = self.log.error(
                Code::MISSING_ALT_TEXT,
                figure.name.span,
                "this figure says nothing to people who cannot see it",
            );
            finding.help("describe it with `alt = \"...\"`, or write `decorative = true` if it only adorns");
            if let Some(empty) = &figure.alt {
                finding.also(empty.span, "this is empty");
            }
            return;
        }
        if let (Some(alt), true) = (alt, figure.decorative) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    alt.span,
                    "this figure is described, and said to be decorative",
                )
                .help("take `decorative` out, or `alt` if the figure only adorns");
            return;
        }
        if let (None, Some(caption)) = (alt, &figure.caption) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    caption.span,
                    "this figure has a caption, and is said to be decorative",
                )
                .help("describe it with `alt = \"...\"`, or take `caption` out if the figure only adorns");
            return;
        }
        if self.template.figures.get(&figure.name.value).is_none() {
            return;
        }
        let Some(style) = self.style("figure", asked, origin) else {
            return;
        };
        let alt = alt.map(|alt| alt.value.clone());
        let caption = self.caption(figure.caption.as_ref(), data, origin);
        let figure = Figure {
            name: figure.name.value.clone(),
            alt,
            data: drawn_from,
            caption: caption.map(Box::new),
        };
        self.push(BlockKind::Figure(figure), style, origin, Drawn::default());
    }
}
