//! Placed lines and boxes become painted items, each with its meaning and its line of TOML.

use std::sync::Arc;

use super::adornment::{self, Adornment};
use super::aside::{self, Spot};
use super::column::{Frame, Placed};
use super::draw;
use super::element::{Element, ElementKind};
use super::table;
use super::written::{no_glyph, without_glyph};
use super::{Pass, abilities, picture, underline};
use crate::diag::Code;
use crate::geom::{Length, Point, Rect, Size};
use crate::scene::{Artifact, Item, ItemKind, Mark};
use crate::story::Inline;
use crate::style::ParagraphStyle;
use crate::template::Reading;
use crate::text::{Line, Paragraph, Run};
use crate::wording::text;

/// Paints a story: tints lowest, the dots of its lists below its text, rules above all.
pub(super) fn story(
    elements: &[Element],
    placed: Vec<Placed>,
    adornments: &[Adornment],
    frames: &[Frame],
    pass: &mut Pass<'_, '_>,
) {
    adornment::paint(adornments, Artifact::Background, frames, pass);
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
                let rect = frames[frame].rect;
                let spot = Spot {
                    page: frames[frame].page,
                    at: Point::new(rect.left(), baseline),
                    width: rect.size.width,
                    right_to_left: is_right_to_left(&elements[element]),
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
    adornment::paint(adornments, Artifact::Layout, frames, pass);
}

/// Whether an element is read from right to left.
pub(super) fn is_right_to_left(element: &Element) -> bool {
    matches!(&element.kind, ElementKind::Text(text) if text.prepared.is_right_to_left())
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
        aside::label(element, label, spot, pass);
    }
    let end = spot.ends(&line);
    let is_underlined = |tag| text.is_underlined(tag);
    let lines = underline::under(&line, is_underlined, spot.at, pass.assets, element.origin);
    pass.pages[spot.page].items.extend(lines);
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
        aside::trailing(element, text, spot, end, pass);
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
        ElementKind::Picture(held) => {
            let mark = if held.is_content {
                Mark::Content(element.node)
            } else {
                Mark::Artifact(Artifact::Layout)
            };
            // One narrower than the measure is flush with where its reader starts.
            let rect = pass.template.format.reading().place(rect, frame.rect);
            picture::paint(held.shown, frame.page, rect, mark, Some(held.named), pass);
        }
        ElementKind::Qr(address, _, color) => {
            let rect = pass.template.format.reading().place(rect, frame.rect);
            draw::qr(address, color, frame.page, rect, element, pass);
        }
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
                    reading: if text.prepared.is_right_to_left() {
                        Reading::RightToLeft
                    } else {
                        Reading::LeftToRight
                    },
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
    let inline = Inline::plain(text, Arc::new(letters));
    let run = Run {
        text: inline.text.clone(),
        style: Arc::clone(&inline.style),
        tag: 0,
    };
    let paragraph = Paragraph {
        runs: vec![run],
        style: Arc::new(ParagraphStyle {
            language: pass.about.language.clone(),
            ..(*style.paragraph).clone()
        }),
    };
    let prepared = pass.setter.prepare(&paragraph);
    abilities::tell(&prepared, &[inline], style, origin, pass);
    for missing in &prepared.missing {
        pass.log
            .error(Code::MISSING_GLYPH, origin, no_glyph(missing))
            .also(
                style.font_span,
                text!(
                    "the style of this running head asks for this font",
                    "der Stil dieses Kolumnentitels verlangt diese Schrift"
                ),
            )
            .help(without_glyph());
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
