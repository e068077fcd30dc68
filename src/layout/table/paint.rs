//! A row of a table on its page: tint, letters, rules. Heads that stand above a row again are no content: they were read before.

use super::{Cells, Rungs, Stand, TableRow};
use crate::color::Color;
use crate::diag::Code;
use crate::geom::{Length, Path, Point, Rect};
use crate::layout::Pass;
use crate::layout::column::{Frame, depth};
use crate::layout::element::Element;
use crate::layout::underline;
use crate::layout::written::{Written, overfull};
use crate::scene::{Artifact, Item, ItemKind, Mark, Shape};
use crate::source::Span;
use crate::text::Line;
use crate::wording::{decimal, text};

/// A row's cells on their columns.
struct Placed<'p> {
    page: usize,
    /// The left edge and the width of the table.
    left: Length,
    width: Length,
    widths: &'p [Length],
    /// The left edge of each column.
    edges: Vec<Length>,
    origin: Span,
}

/// Paints a row, and the heads above it where they stand there again.
pub(in crate::layout) fn row(
    row: &TableRow,
    element: &Element,
    frame: Frame,
    stand: Stand,
    pass: &mut Pass<'_, '_>,
) {
    let widths = row.columns.widths(frame.rect.size.width);
    let width = row.columns.total(&widths);
    if row.is_first && width > frame.rect.size.width {
        too_wide(element, width - frame.rect.size.width, pass);
    }
    let right_to_left = pass.about.language.is_right_to_left();
    let left = if right_to_left {
        frame.rect.right() - width
    } else {
        frame.rect.left()
    };
    let starts = row.columns.starts(&widths);
    let edges = starts.iter().zip(&widths).map(|(start, column)| {
        if right_to_left {
            left + width - *start - *column
        } else {
            left + *start
        }
    });
    let placed = Placed {
        page: frame.page,
        left,
        width,
        edges: edges.collect(),
        widths: &widths,
        origin: element.origin,
    };
    if let Some((rungs, head)) = stand.head.zip(row.head.as_ref()) {
        placed.cells(head, rungs, true, pass);
    }
    placed.cells(&row.cells, stand.row, false, pass);
}

fn too_wide(element: &Element, by: Length, pass: &mut Pass<'_, '_>) {
    let message = text!(
        "this table is {by} mm wider than its frame",
        "diese Tabelle ist {by} mm breiter als ihr Rahmen";
        by = decimal(by.to_mm(), 1)
    );
    pass.log
        .error(Code::OVERFULL_LINE, element.origin, message)
        .help(text!(
            "leave a column out, make its words shorter or its `width` smaller, or widen the frame",
            "eine Spalte weglassen, ihre Wörter kürzen, ihre `width` verringern oder den Rahmen verbreitern"
        ));
}

impl Placed<'_> {
    fn cells(&self, cells: &Cells, rungs: Rungs, repeats: bool, pass: &mut Pass<'_, '_>) {
        self.adorn(cells, rungs, pass);
        let lines = cells.lines(self.widths, pass.setter);
        for ((text, lines), left) in cells.texts.iter().zip(lines).zip(&self.edges) {
            for (number, line) in lines.into_iter().enumerate() {
                if let (Some(by), false) = (line.overfull, repeats) {
                    let written = Written::find(self.origin, &[], &text.text, line.text.start);
                    let words = text.text.get(line.text.clone()).unwrap_or_default();
                    overfull(&written, words.trim(), by.to_mm(), pass.log);
                }
                let mark = |tag: u32| {
                    if repeats {
                        Mark::Artifact(Artifact::Pagination)
                    } else {
                        Mark::Content(text.places[tag as usize])
                    }
                };
                let at = Point::new(*left, rungs.baseline(number));
                let is_underlined = |tag| text.is_underlined(tag);
                let lines = underline::under(&line, is_underlined, at, pass.assets, self.origin);
                pass.pages[self.page].items.extend(lines);
                self.line(line, at, mark, pass);
            }
        }
    }

    fn line(&self, line: Line, at: Point, mark: impl Fn(u32) -> Mark, pass: &mut Pass<'_, '_>) {
        for mut run in line.runs {
            // A forced break reads as the space between two words.
            if run.run.text.contains('\n') {
                run.run.text = run.run.text.replace('\n', " ").into();
            }
            pass.pages[self.page].items.push(Item {
                at: Point::new(at.x + run.x, at.y),
                kind: ItemKind::Glyphs(run.run),
                mark: mark(run.tag),
                origin: Some(self.origin),
            });
        }
    }

    /// The tint behind a row and the rules above and below it, over the whole width of the table.
    fn adorn(&self, cells: &Cells, rungs: Rungs, pass: &mut Pass<'_, '_>) {
        let Some(text) = cells.texts.first() else { return };
        let (top, foot) = (rungs.first - text.cap_height, rungs.last() + depth(text));
        let right = self.left + self.width;
        if let Some(tint) = &cells.style.tint {
            // Beside the lines of its cells a table has the padding already.
            let area = Rect::from_edges(self.left, top - tint.padding, right, foot + tint.padding);
            self.fill(area, &tint.fill, Artifact::Background, pass);
        }
        if let Some(rule) = &cells.style.rule_above {
            let y = top - rule.gap;
            let area = Rect::from_edges(self.left, y - rule.width, right, y);
            self.fill(area, &rule.color, Artifact::Layout, pass);
        }
        if let Some(rule) = &cells.style.rule_below {
            let y = foot + rule.gap;
            let area = Rect::from_edges(self.left, y, right, y + rule.width);
            self.fill(area, &rule.color, Artifact::Layout, pass);
        }
    }

    fn fill(&self, area: Rect, color: &Color, artifact: Artifact, pass: &mut Pass<'_, '_>) {
        pass.pages[self.page].items.push(Item {
            at: Point::ORIGIN,
            kind: ItemKind::Shape(Shape {
                path: Path::rect(area),
                fill: Some(color.clone()),
                stroke: None,
            }),
            mark: Mark::Artifact(artifact),
            origin: Some(self.origin),
        });
    }
}
