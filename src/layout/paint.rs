//! Placed lines and boxes become painted items, each with its meaning and its line of TOML.

use std::sync::Arc;

use super::Pass;
use super::column::{Frame, Placed};
use super::draw;
use super::element::{Aside, Element, ElementKind, TextElement};
use super::table;
use super::written::{WITHOUT_GLYPH, no_glyph};
use crate::assets::GlyphRun;
use crate::diag::Code;
use crate::geom::{Length, Point, Rect, Size};
use crate::scene::{Artifact, Item, ItemKind, Mark};
use crate::style::Align;
use crate::text::{Line, Paragraph, Run};

/// Paints a story, the dots of its lists below its text.
pub(super) fn story(elements: &[Element], placed: Vec<Placed>, frames: &[Frame], pass: &mut Pass<'_, '_>) {
    rosters(elements, &placed, frames, pass);
    for piece in placed {
        match piece {
            Placed::Line {
                element,
                frame,
                number,
                count,
                baseline,
                line,
            } => {
                let at = Point::new(frames[frame].rect.left(), baseline);
                let spot = Spot {
                    page: frames[frame].page,
                    at,
                    width: frames[frame].rect.size.width,
                };
                text_line(&elements[element], spot, line, number, number + 1 == count, pass);
            }
            Placed::Row {
                element,
                frame,
                stand,
            } => {
                if let ElementKind::Row(row) = &elements[element].kind {
                    table::paint(row, &elements[element], frames[frame], stand, pass);
                }
            }
            Placed::Box { element, frame, rect } => boxed(&elements[element], frames[frame], rect, pass),
        }
    }
}

/// Where a line stands: the left end of its measure on the baseline.
#[derive(Clone, Copy)]
struct Spot {
    page: usize,
    at: Point,
    width: Length,
}

fn text_line(
    element: &Element,
    spot: Spot,
    line: Line,
    number: usize,
    is_last: bool,
    pass: &mut Pass<'_, '_>,
) {
    let ElementKind::Text(text) = &element.kind else {
        return;
    };
    if let Some(label) = text.label.as_ref().filter(|_| number == 0) {
        aside(element, label, spot.at.x + label.x, spot, pass);
    }
    let end = line
        .runs
        .iter()
        .map(|run| run.x + run.run.width())
        .max()
        .unwrap_or_default();
    for mut run in line.runs {
        // A forced break reads as the space between two words.
        if run.run.text.contains('\n') {
            run.run.text = run.run.text.replace('\n', " ").into();
        }
        let mark = Mark::Content(text.places[run.tag as usize]);
        let at = Point::new(spot.at.x + run.x, spot.at.y);
        pass.pages[spot.page].items.push(Item {
            at,
            kind: ItemKind::Glyphs(run.run),
            mark,
            origin: Some(element.origin),
        });
    }
    if is_last {
        trailing(element, text, spot, end, pass);
    }
}

/// A short text beside a line, from `x` on.
fn aside(element: &Element, aside: &Aside, x: Length, spot: Spot, pass: &mut Pass<'_, '_>) {
    for line in aside
        .prepared
        .break_lines(pass.setter, &|_| Length::MAX)
        .into_iter()
        .take(1)
    {
        for run in line.runs {
            let item = Item {
                at: Point::new(x + run.x, spot.at.y),
                kind: ItemKind::Glyphs(run.run),
                mark: Mark::Content(aside.place),
                origin: Some(element.origin),
            };
            pass.pages[spot.page].items.push(item);
        }
    }
}

/// The number at the end of an entry of the contents, flush with the measure, and dots that lead to it.
fn trailing(element: &Element, text: &TextElement, spot: Spot, end: Length, pass: &mut Pass<'_, '_>) {
    let Some(number) = &text.trailing else { return };
    let lines = number.prepared.break_lines(pass.setter, &|_| Length::MAX);
    let width = number.width;
    aside(element, number, spot.at.x + spot.width - width, spot, pass);
    let Some(run) = lines
        .first()
        .and_then(|line| line.runs.first())
        .map(|run| &run.run)
    else {
        return;
    };
    // An em of air before the number, and none of the dots may touch the words.
    let gap = run.size / 2;
    leader(element, run, spot, end, spot.width - width - gap, pass);
}

/// The most dots of a leader: small letters on a poster reach no farther.
const MOST_DOTS: i64 = 300;

/// Dots every two thirds of an em, counted from the right so that all leaders of a list stand under each other.
fn leader(element: &Element, like: &GlyphRun, spot: Spot, from: Length, to: Length, pass: &mut Pass<'_, '_>) {
    let Some(dot) = pass.assets.font(like.font).glyph('.') else {
        return;
    };
    let step = like.size.ratio(2, 3);
    let count = (to - from).whole_times(step).min(MOST_DOTS);
    for number in 1..=count {
        let glyph = crate::assets::Glyph {
            id: dot,
            advance: Length::ZERO,
            dx: Length::ZERO,
            dy: Length::ZERO,
            text: 0..1,
        };
        let run = GlyphRun {
            glyphs: vec![glyph],
            text: Arc::from("."),
            ..like.clone()
        };
        let item = Item {
            at: Point::new(spot.at.x + to - step * number, spot.at.y),
            kind: ItemKind::Glyphs(run),
            mark: Mark::Artifact(Artifact::Layout),
            origin: Some(element.origin),
        };
        pass.pages[spot.page].items.push(item);
    }
}

fn boxed(element: &Element, frame: Frame, rect: Rect, pass: &mut Pass<'_, '_>) {
    match &element.kind {
        ElementKind::Figure(figure) => {
            let mark = match &figure.alt {
                Some(_) => Mark::Content(element.node),
                None => Mark::Artifact(Artifact::Layout),
            };
            let place = draw::Place {
                page: frame.page,
                rect,
                home: frame.home,
            };
            draw::figure(
                &figure.name,
                &figure.data,
                place,
                mark,
                Some(element.origin),
                pass,
            );
        }
        ElementKind::Qr(address, _, color) => draw::qr(address, color, frame.page, rect, element, pass),
        ElementKind::Text(_) | ElementKind::Row(_) => {}
    }
}

/// The dots before the items of lists that have them, a network for each list in each frame.
fn rosters(elements: &[Element], placed: &[Placed], frames: &[Frame], pass: &mut Pass<'_, '_>) {
    let mut rosters: Vec<draw::RosterRows> = Vec::new();
    for piece in placed {
        let Placed::Line {
            element,
            frame,
            number,
            baseline,
            line,
            ..
        } = piece
        else {
            continue;
        };
        let ElementKind::Text(text) = &elements[*element].kind else {
            continue;
        };
        let Some((figure, list)) = &text.dot else { continue };
        let style = &elements[*element].style;
        let index = rosters
            .iter()
            .position(|roster| roster.list == *list && roster.frame == *frame);
        let roster = match index {
            Some(index) => &mut rosters[index],
            None => {
                rosters.push(draw::RosterRows {
                    figure: figure.clone(),
                    list: *list,
                    frame: *frame,
                    page: frames[*frame].page,
                    area: frames[*frame].rect,
                    indent: style.indent,
                    origin: elements[*element].origin,
                    rows: Vec::new(),
                });
                let last = rosters.len() - 1;
                &mut rosters[last]
            }
        };
        if *number == 0 {
            let row = draw::Row {
                centre: *baseline - text.x_height / 2,
                size: Size::new(line.natural, style.leading),
                text: text.text.clone(),
            };
            roster.rows.push(row);
        } else if let Some(row) = roster.rows.last_mut() {
            row.size = Size::new(row.size.width.max(line.natural), row.size.height + style.leading);
        }
    }
    for roster in rosters {
        draw::roster(&roster, pass);
    }
}

/// A single line that is no part of any story: a running head, a folio.
pub(super) fn single_line(
    text: &str,
    style: &crate::template::Style,
    page: usize,
    area: (Length, Length, Length),
    origin: crate::source::Span,
    pass: &mut Pass<'_, '_>,
) {
    let (left, width, baseline) = area;
    let mut letters = style.text.clone();
    letters.language = pass.about.language.clone();
    letters.hyphenate = false;
    let run = Run {
        text: text.to_owned(),
        style: Arc::new(letters),
        tag: 0,
    };
    let paragraph = Paragraph {
        runs: vec![run],
        style: Arc::clone(&style.paragraph),
    };
    let prepared = pass.setter.prepare(&paragraph);
    for missing in &prepared.missing {
        pass.log
            .error(Code::MISSING_GLYPH, origin, no_glyph(missing))
            .also(
                style.font_span,
                "the style of this running head asks for this font",
            )
            .help(WITHOUT_GLYPH);
    }
    for line in prepared.break_lines(pass.setter, &|_| width).into_iter().take(1) {
        for run in line.runs {
            let item = Item {
                at: Point::new(left + run.x, baseline),
                kind: ItemKind::Glyphs(run.run),
                mark: Mark::Artifact(Artifact::Pagination),
                origin: Some(origin),
            };
            pass.pages[page].items.push(item);
        }
    }
}

/// The other way round: what stands at the left on a right-hand page stands at the right on a left-hand one.
pub(super) const fn mirrored(align: Align) -> Align {
    match align {
        Align::Start => Align::End,
        Align::End => Align::Start,
        other => other,
    }
}
