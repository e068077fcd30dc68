//! Elements in another size. What they mean and say stays; their letters and lines are prepared anew, in proportion to the style that most of
//! the story is set in. Headings keep their size: they are few, gain hardly a line, and a level has to look the same wherever it stands.

use std::sync::Arc;

use super::{Aside, Element, ElementKind, TextElement};
use crate::geom::Length;
use crate::style::{ParagraphStyle, TextStyle};
use crate::text::{Paragraph, Prepared, Run, Setter};

/// What a designer says first of a text: how large, on which leading, how tightly tracked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// The size of the letters.
    pub size: Length,
    /// From baseline to baseline.
    pub leading: Length,
    /// Added after every letter, in thousandths of an em.
    pub tracking: i32,
}

impl Grade {
    /// The grade of a text as it is now.
    pub(in crate::layout) fn of(element: &Element, text: &TextElement) -> Self {
        let first = text.prepared.paragraph.runs.first();
        Self {
            size: text.size,
            leading: element.style.leading,
            tracking: first.map_or(0, |run| run.style.tracking),
        }
    }
}

/// From the grade that the designer wished for to the one that was chosen.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Scale {
    pub(in crate::layout) wish: Grade,
    pub(in crate::layout) chosen: Grade,
}

impl Scale {
    /// A length that goes with the letters.
    fn with_size(&self, length: Length) -> Length {
        length.ratio(self.chosen.size.units(), self.wish.size.units())
    }

    /// A length that goes with the lines.
    pub(in crate::layout) fn with_leading(&self, length: Length) -> Length {
        length.ratio(self.chosen.leading.units(), self.wish.leading.units())
    }

    fn letters(&self, style: &TextStyle) -> TextStyle {
        TextStyle {
            size: self.with_size(style.size),
            tracking: style.tracking + self.chosen.tracking - self.wish.tracking,
            ..style.clone()
        }
    }

    /// Indents stay: bullets, numbers and dots stand in a column that the designer drew.
    fn lines(&self, style: &ParagraphStyle) -> ParagraphStyle {
        ParagraphStyle {
            leading: self.with_leading(style.leading),
            space_before: self.with_leading(style.space_before),
            space_after: self.with_leading(style.space_after),
            ..style.clone()
        }
    }

    fn prepared(&self, prepared: &Prepared, setter: &mut Setter<'_>) -> Prepared {
        let source = &prepared.paragraph;
        let runs = source.runs.iter().map(|run| Run {
            style: Arc::new(self.letters(&run.style)),
            ..run.clone()
        });
        setter.prepare(&Paragraph {
            runs: runs.collect(),
            style: Arc::new(self.lines(&source.style)),
        })
    }

    fn aside(&self, aside: &Aside, setter: &mut Setter<'_>) -> Aside {
        let prepared = self.prepared(&aside.prepared, setter);
        let width = prepared.width(setter);
        let moved = if aside.ends_before_text {
            aside.width - width
        } else {
            Length::ZERO
        };
        Aside {
            prepared,
            place: aside.place,
            x: aside.x + moved,
            width,
            ends_before_text: aside.ends_before_text,
        }
    }
}

impl Element {
    /// The same in another size.
    pub(in crate::layout) fn scaled(&self, scale: &Scale, setter: &mut Setter<'_>) -> Self {
        let ElementKind::Text(text) = &self.kind else {
            return self.clone();
        };
        if text.heading.is_some() {
            return self.clone();
        }
        let mut aside = |aside: &Option<Aside>| aside.as_ref().map(|aside| scale.aside(aside, setter));
        let (label, trailing) = (aside(&text.label), aside(&text.trailing));
        let text = TextElement {
            prepared: scale.prepared(&text.prepared, setter),
            cap_height: scale.with_size(text.cap_height),
            x_height: scale.with_size(text.x_height),
            size: scale.with_size(text.size),
            label,
            trailing,
            ..(**text).clone()
        };
        Self {
            kind: ElementKind::Text(Box::new(text)),
            style: Arc::new(scale.lines(&self.style)),
            ..self.clone()
        }
    }
}
