//! Elements in another size. What they mean and say stays; their letters and lines are prepared anew, in proportion to the style that most of
//! the story is set in. Tables go with the text around them, their columns measured anew.
//! Headings keep their size: they are few, gain hardly a line, and a level has to look the same wherever it stands.

use std::sync::Arc;

use super::{Aside, Element, ElementKind, TextElement};
use crate::geom::Length;
use crate::layout::table::{Cells, TableRow};
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

impl Scale {
    /// All elements of a thread in another size.
    pub(in crate::layout) fn elements(&self, elements: &[Element], setter: &mut Setter<'_>) -> Vec<Element> {
        let mut scaled = Vec::with_capacity(elements.len());
        for alike in elements.chunk_by(are_of_one_table) {
            match row_of(&alike[0]) {
                Some(first) => self.table(first, alike, setter, &mut scaled),
                None => scaled.extend(alike.iter().map(|element| self.element(element, setter))),
            }
        }
        scaled
    }

    fn element(&self, element: &Element, setter: &mut Setter<'_>) -> Element {
        let ElementKind::Text(text) = &element.kind else {
            return element.clone();
        };
        if text.heading.is_some() {
            return element.clone();
        }
        Element {
            kind: ElementKind::Text(Box::new(self.text(text, setter))),
            style: Arc::new(self.lines(&element.style)),
            ..element.clone()
        }
    }

    fn text(&self, text: &TextElement, setter: &mut Setter<'_>) -> TextElement {
        let mut aside = |aside: &Option<Aside>| aside.as_ref().map(|aside| self.aside(aside, setter));
        let (label, trailing) = (aside(&text.label), aside(&text.trailing));
        TextElement {
            prepared: self.prepared(&text.prepared, setter),
            cap_height: self.with_size(text.cap_height),
            x_height: self.with_size(text.x_height),
            size: self.with_size(text.size),
            label,
            trailing,
            ..text.clone()
        }
    }

    /// The rows of a table, of which this is the first.
    fn table(
        &self,
        first: &TableRow,
        elements: &[Element],
        setter: &mut Setter<'_>,
        scaled: &mut Vec<Element>,
    ) {
        let rows: Vec<&TableRow> = elements.iter().filter_map(row_of).collect();
        let cells: Vec<Arc<Cells>> = rows
            .iter()
            .map(|row| Arc::new(self.cells(&row.cells, setter)))
            .collect();
        // The heads that stand above rows again are those of the first row.
        let head = cells.first().cloned();
        let gap = self.with_size(first.columns.gap());
        let columns = first
            .columns
            .measured_anew(gap, cells.iter().map(|cells| &**cells), setter);
        let columns = Arc::new(columns);
        for ((element, row), cells) in elements.iter().zip(rows).zip(&cells) {
            let row = TableRow {
                cells: Arc::clone(cells),
                columns: Arc::clone(&columns),
                head: head.clone().filter(|_| row.head.is_some()),
                ..row.clone()
            };
            scaled.push(Element {
                kind: ElementKind::Row(row),
                style: Arc::new(self.lines(&element.style)),
                ..element.clone()
            });
        }
    }

    fn cells(&self, cells: &Cells, setter: &mut Setter<'_>) -> Cells {
        let texts = cells.texts.iter().map(|text| self.text(text, setter));
        Cells {
            texts: texts.collect(),
            style: Arc::new(self.lines(&cells.style)),
        }
    }
}

fn row_of(element: &Element) -> Option<&TableRow> {
    match &element.kind {
        ElementKind::Row(row) => Some(row),
        _ => None,
    }
}

fn are_of_one_table(one: &Element, next: &Element) -> bool {
    row_of(one)
        .zip(row_of(next))
        .is_some_and(|(one, next)| Arc::ptr_eq(&one.columns, &next.columns))
}
