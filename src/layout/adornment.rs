//! Rules above and below paragraphs, tints behind them, and the line under links. All of it adorns and says nothing, so it is painted as an
//! artifact. Tints of neighbours of one style are joined into one as long as they stand in one frame.

use super::Pass;
use super::column::{Frame, Placed, depth};
use super::element::{Element, ElementKind};
use super::furniture::into_the_bleed;
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect};
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Shape};
use crate::source::Span;
use crate::style::{ParagraphStyle, Rule, RuleOver};
use crate::text::Line;

/// The room that adornments take above the capitals of a line.
pub(super) fn above(style: &ParagraphStyle, is_first: bool) -> Length {
    let rule = style.rule_above.as_ref().filter(|_| is_first);
    padding(style).max(rule.map_or(Length::ZERO, Rule::room))
}

/// The room that they take below the descenders of a line.
pub(super) fn below(style: &ParagraphStyle, is_last: bool) -> Length {
    let rule = style.rule_below.as_ref().filter(|_| is_last);
    padding(style).max(rule.map_or(Length::ZERO, Rule::room))
}

/// From the last baseline of a paragraph down to the foot of what adorns it; nothing where nothing does.
pub(super) fn beneath(element: &Element) -> Length {
    match (&element.kind, below(&element.style, true)) {
        (ElementKind::Text(text), room) if room > Length::ZERO => depth(text) + room,
        _ => Length::ZERO,
    }
}

fn padding(style: &ParagraphStyle) -> Length {
    style.tint.as_ref().map_or(Length::ZERO, |tint| tint.padding)
}

/// Whether the tints behind two paragraphs are one where they follow each other.
pub(super) fn are_joined(upper: &ParagraphStyle, lower: &ParagraphStyle) -> bool {
    upper.tint.is_some() && upper.tint == lower.tint && upper.name == lower.name
}

/// An adornment at its place.
pub(super) struct Adornment {
    /// The number of its frame.
    pub(super) frame: usize,
    pub(super) rect: Rect,
    color: Color,
    kind: Artifact,
    origin: Span,
}

/// All tints of a story and then all its rules, so that no tint covers a rule.
pub(super) fn find(elements: &[Element], placed: &[Placed], frames: &[Frame]) -> Vec<Adornment> {
    let mut tints: Vec<(Adornment, usize)> = Vec::new();
    let mut rules = Vec::new();
    for piece in placed {
        let Placed::Line {
            element: index,
            frame,
            number,
            count,
            baseline,
            line,
        } = piece
        else {
            continue;
        };
        let element = &elements[*index];
        let ElementKind::Text(text) = &element.kind else {
            continue;
        };
        let spot = Spot {
            element,
            frame: *frame,
            measure: frames[*frame].rect,
            head: *baseline - text.cap_height,
            foot: *baseline + depth(text),
        };
        if let Some(tint) = spot.tint() {
            match tints.last_mut() {
                Some((joined, before))
                    if joined.frame == *frame && belong_together(elements, *before, *index) =>
                {
                    joined.rect = joined.rect.union(&tint.rect);
                    *before = *index;
                }
                _ => tints.push((tint, *index)),
            }
        }
        let (is_first, is_last) = (*number == 0, number + 1 == *count);
        let style = &element.style;
        rules.extend(style.rule_above.as_ref().filter(|_| is_first).map(|rule| {
            let foot = spot.head - rule.gap;
            spot.rule(rule, foot - rule.width, line)
        }));
        rules.extend(style.rule_below.as_ref().filter(|_| is_last).map(|rule| {
            let head = spot.foot + rule.gap;
            spot.rule(rule, head, line)
        }));
    }
    let tints = tints.into_iter().map(|(tint, _)| tint);
    tints.chain(rules).collect()
}

/// Whether two paragraphs follow each other and share their tint, or are one.
fn belong_together(elements: &[Element], before: usize, index: usize) -> bool {
    before == index || before + 1 == index && are_joined(&elements[before].style, &elements[index].style)
}

/// A line that may be adorned.
struct Spot<'e> {
    element: &'e Element,
    frame: usize,
    measure: Rect,
    /// The head of its capitals.
    head: Length,
    /// The foot of its descenders.
    foot: Length,
}

impl Spot<'_> {
    fn tint(&self) -> Option<Adornment> {
        let tint = self.element.style.tint.as_ref()?;
        let (head, foot) = (self.head - tint.padding, self.foot + tint.padding);
        Some(Adornment {
            frame: self.frame,
            rect: Rect::from_edges(self.measure.left(), head, self.measure.right(), foot),
            color: tint.fill.clone(),
            kind: Artifact::Background,
            origin: self.element.origin,
        })
    }

    fn rule(&self, rule: &Rule, head: Length, line: &Line) -> Adornment {
        let (left, right) = match rule.over {
            RuleOver::Measure => (self.measure.left(), self.measure.right()),
            RuleOver::Text => {
                let left = self.measure.left() + line.left;
                (left, left + line.natural + line.protruding)
            }
        };
        Adornment {
            frame: self.frame,
            rect: Rect::from_edges(left, head, right, head + rule.width),
            color: rule.color.clone(),
            kind: Artifact::Layout,
            origin: self.element.origin,
        }
    }
}

/// Paints adornments of a kind.
pub(super) fn paint(adornments: &[Adornment], kind: Artifact, frames: &[Frame], pass: &mut Pass<'_, '_>) {
    for adornment in adornments.iter().filter(|adornment| adornment.kind == kind) {
        let page = frames[adornment.frame].page;
        let page = &mut pass.pages[page];
        let item = adornment.item(page);
        page.items.push(item);
    }
}

impl Adornment {
    /// As a frame that stands at the edge of the page has it, a tint runs into the bleed.
    fn item(&self, page: &Page) -> Item {
        filled(
            into_the_bleed(self.rect, page),
            &self.color,
            self.kind,
            self.origin,
        )
    }
}

/// A filled rectangle that says nothing.
pub(super) fn filled(rect: Rect, color: &Color, kind: Artifact, origin: Span) -> Item {
    Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(Shape {
            path: Path::rect(rect),
            fill: Some(color.clone()),
            stroke: None,
        }),
        mark: Mark::Artifact(kind),
        origin: Some(origin),
    }
}
