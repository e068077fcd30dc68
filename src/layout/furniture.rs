//! What stands on the pages beside the stories: grounds and decorative figures below them, running heads and folios above.

use std::sync::Arc;

use super::{Pass, draw, paint};
use crate::geom::{Length, Path, Point, Rect, Sides};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Shape};
use crate::style::{Align, ParagraphStyle};
use crate::template::{Running, RunningSide, Style};

/// Paints all grounds, each into the bleed where it touches the trim.
pub(super) fn grounds(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    for ground in &template.grounds {
        let whole = ground.spot.stand.on(&template.format);
        let area = ground
            .spot
            .on(&template.format, &template.grid)
            .map(|area| area.rect);
        let Some((page, whole)) = whole else { continue };
        let rect = if ground.spot.area.is_some() {
            area.unwrap_or(whole)
        } else {
            whole
        };
        let page = &mut pass.pages[page];
        let path = Path::rect(into_the_bleed(rect, page));
        page.items.push(Item {
            at: Point::ORIGIN,
            kind: ItemKind::Shape(Shape {
                path,
                fill: Some(ground.fill.clone()),
                stroke: None,
            }),
            mark: Mark::Artifact(Artifact::Background),
            origin: Some(ground.spot.span),
        });
    }
}

/// Grown over each edge of the trim that it touches, as far as the bleed goes.
pub(super) fn into_the_bleed(rect: Rect, page: &Page) -> Rect {
    let trim = page.trim_box();
    let over = |touches: bool, by: Length| if touches { by } else { Length::ZERO };
    rect.outset(Sides {
        top: over(rect.top() <= trim.top(), page.bleed.top),
        right: over(rect.right() >= trim.right(), page.bleed.right),
        bottom: over(rect.bottom() >= trim.bottom(), page.bleed.bottom),
        left: over(rect.left() <= trim.left(), page.bleed.left),
    })
}

/// Paints all decorative figures.
pub(super) fn art(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    for art in &template.art {
        let Some(area) = art.spot.on(&template.format, &template.grid) else {
            continue;
        };
        let mark = Mark::Artifact(Artifact::Layout);
        // Decorative figures change when the document does, not when a sentence does.
        let seed = [pass.about.name.clone()];
        let home = pass.pages[area.page].bleed_box();
        let place = draw::Place {
            page: area.page,
            rect: area.rect,
            home,
        };
        draw::figure(&art.figure.value, &seed, place, mark, Some(art.spot.span), pass);
    }
}

/// Sets running heads and folios.
pub(super) fn running(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    for line in &template.running {
        let Some(style) = template.styles.get(&line.style) else {
            continue;
        };
        for number in &line.pages {
            let index = (*number as usize).wrapping_sub(1);
            if index < pass.pages.len() {
                running_line(line, style, index, pass);
            }
        }
    }
}

fn running_line(line: &Running, style: &Style, index: usize, pass: &mut Pass<'_, '_>) {
    let page = &pass.pages[index];
    let is_left_hand = index % 2 == 1;
    let live = pass.template.grid.live_area(page.trim_box(), is_left_hand);
    let known = [
        ("{page}", page.label.as_str()),
        ("{title}", &pass.about.title),
        ("{section}", section(index, pass)),
    ];
    let text = filled(&line.text.value, &known);
    // The fore-edge is at the right of a right-hand page and at the left of a left-hand one.
    let at_right = (line.side == RunningSide::Outer) != is_left_hand;
    let align = if at_right {
        paint::mirrored(Align::Start)
    } else {
        Align::Start
    };
    let paragraph = Arc::new(ParagraphStyle {
        align,
        ..(*style.paragraph).clone()
    });
    let style = Style {
        paragraph,
        ..style.clone()
    };
    let area = (live.left(), live.size.width, line.baseline);
    paint::single_line(&text, &style, index, area, line.text.span, pass);
}

/// The text with what is known put in; what was put in is not looked at again.
fn filled(text: &str, known: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = known.iter().find(|(name, _)| rest.starts_with(name));
        let (length, value) = found.map_or((1, "{"), |(name, value)| (name.len(), *value));
        filled.push_str(value);
        rest = &rest[length..];
    }
    filled + rest
}

/// The last heading of level 1 or 2 that stands on this page or before it.
fn section<'p>(index: usize, pass: &'p Pass<'_, '_>) -> &'p str {
    let before = pass
        .found
        .0
        .iter()
        .filter(|heading| heading.level <= 2 && heading.page <= index);
    before
        .max_by_key(|heading| heading.page)
        .map_or("", |heading| &heading.text)
}
