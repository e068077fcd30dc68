//! Figures: a picture or one of the template's, described or said to be decorative.

use super::super::fill::Drawn;
use super::super::{BlockKind, Figure, Picture};
use super::Binder;
use crate::content;
use crate::content::Scope;
use crate::diag::Code;
use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::style::{Fitting, FocalPoint};
use crate::template::is_picture;
use crate::wording::text;

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
        let is_picture = is_picture(&figure.name.value);
        let picture = self.shown(figure);
        if !is_picture {
            self.check_generated(figure);
        }
        let alt = figure.alt.as_ref().filter(|alt| !alt.value.trim().is_empty());
        if alt.is_none() && !figure.decorative {
            let finding = self.log.error(
                Code::MISSING_ALT_TEXT,
                figure.name.span,
                text!(
                    "this figure says nothing to people who cannot see it",
                    "diese Abbildung sagt Menschen nichts, die sie nicht sehen"
                ),
            );
            finding.help(text!(
                "describe it with `alt = \"...\"`, or write `decorative = true` if it only adorns",
                "sie mit `alt = \"...\"` beschreiben, oder `decorative = true` schreiben, wenn sie nur schmückt"
            ));
            if let Some(empty) = &figure.alt {
                finding.also(empty.span, text!("this is empty", "hier steht nichts"));
            }
            return;
        }
        if let (Some(alt), true) = (alt, figure.decorative) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    alt.span,
                    text!(
                        "this figure is described, and said to be decorative",
                        "diese Abbildung ist beschrieben und zugleich als Schmuck bezeichnet"
                    ),
                )
                .help(text!(
                    "take `decorative` out, or `alt` if the figure only adorns",
                    "`decorative` streichen, oder `alt`, wenn die Abbildung nur schmückt"
                ));
            return;
        }
        if let (None, Some(caption)) = (alt, &figure.caption) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    caption.span,
                    text!(
                        "this figure has a caption, and is said to be decorative",
                        "diese Abbildung hat eine Bildunterschrift und ist zugleich als Schmuck bezeichnet"
                    ),
                )
                .help(text!(
                    "describe it with `alt = \"...\"`, or take `caption` out if the figure only adorns",
                    "sie mit `alt = \"...\"` beschreiben, oder `caption` streichen, wenn sie nur schmückt"
                ));
            return;
        }
        if !is_picture && self.template.figures.get(&figure.name.value).is_none() {
            return;
        }
        let Some(style) = self.style("figure", asked, origin) else {
            return;
        };
        let described = alt.map_or(figure.name.span, |alt| alt.span);
        let alt = alt.map(|alt| alt.value.clone());
        let caption = self.caption(figure.caption.as_ref(), data, origin);
        let figure = Figure {
            name: figure.name.value.clone(),
            picture: picture.filter(|_| is_picture),
            alt,
            described,
            data: drawn_from,
            caption: caption.map(Box::new),
        };
        self.push(BlockKind::Figure(figure), style, origin, Drawn::default());
    }

    /// How a picture is shown; none where what is written cannot be.
    fn shown(&mut self, figure: &content::Figure) -> Option<Picture> {
        let focus = match &figure.focus {
            None => Some(FocalPoint::default()),
            Some(focus) => {
                let point = FocalPoint::from_percent(focus.value);
                if point.is_none() {
                    self.log
                        .error(Code::BAD_VALUE, focus.span, text!("this place lies outside the picture", "diese Stelle liegt außerhalb des Bildes"))
                        .help(text!(
                            "`focus` is per cent of the picture's width and height, from the top left corner",
                            "`focus` steht in Prozent der Breite und Höhe des Bildes, von der linken oberen Ecke aus"
                        ));
                }
                point
            }
        };
        if let Some(height) = figure
            .height
            .as_ref()
            .filter(|height| height.value <= Length::ZERO)
        {
            self.log.error(
                Code::BAD_VALUE,
                height.span,
                text!(
                    "a picture so high cannot be seen",
                    "ein Bild dieser Höhe ist nicht zu sehen"
                ),
            );
        }
        if let Some(data) = figure.data.as_ref().filter(|_| is_picture(&figure.name.value)) {
            self.log
                .error(
                    Code::BAD_VALUE,
                    data.span,
                    text!(
                        "a picture is not drawn from data",
                        "ein Bild wird nicht aus Daten gezeichnet"
                    ),
                )
                .help(text!(
                    "take `data` out; it is for figures of the template",
                    "`data` streichen; es ist für Abbildungen der Vorlage"
                ));
        }
        Some(Picture {
            fit: figure.fit.as_ref().map_or(Fitting::default(), |fit| fit.value),
            focus: focus?,
            height: figure.height.as_ref().map(|height| height.value),
            span: figure.name.span,
        })
    }

    /// A generated figure must be in the template, and fills what is left of its frame.
    fn check_generated(&mut self, figure: &content::Figure) {
        let name = &figure.name;
        let called = &name.value;
        if self.template.figures.get(&name.value).is_none() {
            let this_template = self.this_template();
            self.log
                .error(
                    Code::UNKNOWN_NAME,
                    name.span,
                    text!(
                        "the template has no figure `{called}`",
                        "eine Abbildung `{called}` gibt es in der Vorlage nicht"
                    ),
                )
                .suggest(&name.value, self.template.figures.names())
                .also(self.template.span, this_template);
        }
        let fields = [
            ("fit", figure.fit.as_ref().map(|fit| fit.span)),
            ("focus", figure.focus.as_ref().map(|focus| focus.span)),
            ("height", figure.height.as_ref().map(|height| height.span)),
        ];
        for (field, span) in fields {
            if let Some(span) = span {
                self.log
                    .error(
                        Code::BAD_VALUE,
                        span,
                        text!(
                            "`{called}` is a generated figure, which has no `{field}`",
                            "`{called}` ist eine berechnete Abbildung, die kein `{field}` hat"
                        ),
                    )
                    .help(text!(
                        "it fills what is left of its frame; `{field}` is for pictures, whose names have an ending, as in `photo.jpg`",
                        "sie füllt, was von ihrem Rahmen übrig ist; `{field}` ist für Bilder, deren Namen eine Endung haben, etwa `photo.jpg`"
                    ));
            }
        }
    }
}
