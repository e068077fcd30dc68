//! What stands on the pages beside the stories: grounds and decorative figures below them, running heads and folios above.

use std::sync::Arc;

use super::{Pass, draw, paint, picture};
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Shape};
use crate::style::{Align, ParagraphStyle};
use crate::template::{Ground, Reading, Running, RunningSide, Style};

/// Paints all grounds, each into the bleed where it touches the trim.
pub(super) fn grounds(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    for ground in &template.grounds {
        let Some((_, whole)) = ground.spot.stand.on(&template.format) else {
            continue;
        };
        for area in pass.plan.places(&ground.spot, template) {
            let rect = ground.spot.area.map_or(whole, |_| area.rect);
            paint_ground(ground, rect, &mut pass.pages[area.page]);
        }
    }
}

fn paint_ground(ground: &Ground, rect: Rect, page: &mut Page) {
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

/// Grown over each edge of the trim that it touches, to the edge of the bleed and no farther.
pub(super) fn into_the_bleed(rect: Rect, page: &Page) -> Rect {
    let (trim, bleed) = (page.trim_box(), page.bleed_box());
    let over = |touches: bool, edge: Length, out: Length| if touches { out } else { edge };
    Rect::from_edges(
        over(rect.left() <= trim.left(), rect.left(), bleed.left()),
        over(rect.top() <= trim.top(), rect.top(), bleed.top()),
        over(rect.right() >= trim.right(), rect.right(), bleed.right()),
        over(rect.bottom() >= trim.bottom(), rect.bottom(), bleed.bottom()),
    )
}

/// Paints all decorative figures and pictures.
pub(super) fn art(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    // Decorative figures change when the document does, not when a sentence does.
    let seed = [pass.about.name.clone()];
    let mark = Mark::Artifact(Artifact::Layout);
    for art in &template.art {
        for area in pass.plan.places(&art.spot, template) {
            if let Some(subject) = picture::Subject::named(&art.figure.value, pass.assets) {
                let shown = picture::Shown {
                    subject,
                    fit: art.fit,
                    focus: art.focus,
                };
                // As grounds do, it takes the whole of where it stands unless it is told otherwise.
                let whole = art.spot.stand.on(&template.format).map(|(_, whole)| whole);
                let rect = whole.filter(|_| art.spot.area.is_none()).unwrap_or(area.rect);
                picture::paint(shown, area.page, rect, mark, Some(art.figure.span), pass);
                continue;
            }
            let place = draw::Place {
                page: area.page,
                rect: area.rect,
                home: pass.pages[area.page].bleed_box(),
            };
            draw::figure(&art.figure.value, &seed, place, mark, Some(art.spot.span), pass);
        }
    }
}

/// Sets running heads and folios.
pub(super) fn running(pass: &mut Pass<'_, '_>) {
    let template = pass.template;
    for line in &template.running {
        let Some(style) = template.styles.get(&line.style) else {
            continue;
        };
        for page in &line.pages {
            for index in pass.plan.showing(*page) {
                running_line(line, style, index, pass);
            }
        }
    }
}

fn running_line(line: &Running, style: &Style, index: usize, pass: &mut Pass<'_, '_>) {
    let page = &pass.pages[index];
    let reading = pass.template.format.reading();
    let is_left_hand = reading.is_left_hand(index as u32 + 1);
    let live = pass.template.grid.live_area(page.trim_box(), is_left_hand);
    let known = [
        ("{page}", page.label.as_str()),
        ("{title}", &pass.about.title),
        ("{section}", section(index, pass)),
    ];
    let text = filled(&line.text.value, &known);
    // The fore-edge is at the right of a right-hand page and at the left of a left-hand one.
    let at_right = (line.side == RunningSide::Outer) != is_left_hand;
    let starts_at_right = reading == Reading::RightToLeft;
    let align = if at_right == starts_at_right {
        Align::Start
    } else {
        Align::End
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

/// The section that a page is about: of the headings of level 1 and 2 on it the first on the first page of an opening and the last on the
/// second, as in a dictionary, so that an opening says from where to where it goes (Chicago Manual of Style, running heads). Where none
/// stands on it, the last one before it.
fn section<'p>(index: usize, pass: &'p Pass<'_, '_>) -> &'p str {
    let begins_an_opening = index % 2 == 1;
    let of_rank = || pass.found.0.iter().filter(|heading| heading.level <= 2);
    let mut here = of_rank().filter(|heading| heading.page == index);
    let here = if begins_an_opening {
        here.next()
    } else {
        here.next_back()
    };
    let before = || {
        of_rank()
            .filter(|heading| heading.page < index)
            .max_by_key(|heading| heading.page)
    };
    here.or_else(before).map_or("", |heading| &heading.text)
}
