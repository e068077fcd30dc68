//! The empty pages of a document: sides of a folded sheet with their panels, or bound pages.

use super::plan::Plan;
use crate::geom::{Length, Point, Rect, Sides, Size};
use crate::scene::{Fold, Page, PageKind, Panel};
use crate::template::{Format, Side, Template};

/// All pages of a document, nothing painted on them yet.
pub(super) fn pages(template: &Template, plan: &Plan) -> Vec<Page> {
    match &template.format {
        Format::Folded { open, fold, reading } => {
            let [outside, inside] = fold.sides(*reading);
            vec![
                folded("outside", *open, &outside, template),
                folded("inside", *open, &inside, template),
            ]
        }
        Format::Bound { page, .. } => (0..plan.len())
            .map(|index| bound(index, *page, plan, template))
            .collect(),
    }
}

fn folded(name: &str, open: Size, side: &Side, template: &Template) -> Page {
    let panels = side.panels.iter().map(|panel| {
        let corner = Point::new(panel.left, Length::ZERO);
        Panel {
            number: panel.number,
            rect: Rect::new(corner, Size::new(panel.width, open.height)),
        }
    });
    Page {
        panels: panels.collect(),
        folds: side.creases().into_iter().map(|x| Fold { x }).collect(),
        ..empty(name.to_owned(), name.to_owned(), PageKind::Sheet, open, template)
    }
}

fn bound(index: usize, size: Size, plan: &Plan, template: &Template) -> Page {
    let label = label(index);
    let name = if plan.is_blank(index) {
        "blank page"
    } else {
        "page"
    };
    empty(format!("{name} {label}"), label, PageKind::Bound, size, template)
}

/// The label of the bound page of that index.
pub(super) fn label(index: usize) -> String {
    (index + 1).to_string()
}

fn empty(name: String, label: String, kind: PageKind, trim: Size, template: &Template) -> Page {
    Page {
        name,
        label,
        kind,
        trim,
        bleed: template.printer.bleed,
        slug: Sides::default(),
        safe: template.printer.safe,
        panels: Vec::new(),
        folds: Vec::new(),
        items: Vec::new(),
    }
}
