//! Overset text is an error with numbers: how many lines and characters too many, the first word that fell out, and both files at fault.

use super::column::{Frame, Placed, Register, Rest, capacity};
use super::copyfit::{Choice, Fitted};
use super::draw::quiet_zone;
use super::element::{Element, ElementKind, TextElement};
use super::written::{Written, quoted};
use super::{Pass, sheet};
use crate::diag::Code;
use crate::geom::Length;
use crate::story::Story;
use crate::style::Begins;
use crate::template::{FrameSpec, Stand};
use crate::wording::text;

/// Reports what did not fit.
pub(super) fn report(
    story: &Story,
    fitted: &Fitted,
    specs: &[&FrameSpec],
    frames: &[Frame],
    pass: &mut Pass<'_, '_>,
) {
    let (Some(rest), Some(last), Some(spec)) = (fitted.filled.rest, frames.last(), specs.last()) else {
        return;
    };
    let name = named(story);
    let first = &fitted.elements[rest.from.element];
    let stand = stand(spec, *last, specs.len());
    let register = Register {
        grid: &pass.template.grid,
        step: fitted.step,
    };
    let (finding, holds) = match &first.kind {
        ElementKind::Text(text) => {
            let left = Left::count(&fitted.elements, rest, *last, pass);
            let (lines, verb) = counted(left.lines, "line", "does", "do");
            let written = Written::of(first, &text.text, rest.from.text.text);
            let message = format!("{lines} of {name} {verb} not fit");
            let finding = pass.log.error(Code::OVERSET_TEXT, written.span, message);
            finding
                .label(format!(
                    "the first word that fell out is `{}`",
                    quoted(&written.word)
                ))
                .words(written.words);
            let (characters, _) = counted(left.characters, "character", "", "");
            finding.help(format!(
                "shorten the text by about {characters}, or {}",
                instead(fitted)
            ));
            if left.boxes > 0 {
                finding.note("a picture or code that follows does not fit either");
            }
            let columns = frames.iter().filter(|frame| frame.number == last.number);
            let capacity = columns
                .map(|column| capacity(first, text, column, &register))
                .sum();
            let (lines, _) = counted(capacity, "line", "", "");
            (finding, format!("holds {lines} of {}", text.size))
        }
        ElementKind::Figure(figure) => {
            let message = format!("the figure `{}` of {name} does not fit", figure.name);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding
                .label("what stands before it fills the frame")
                .help(format!("shorten what stands before it, or {}", instead(fitted)));
            (finding, format!("is {} high", millimetres(last.rect.size.height)))
        }
        ElementKind::Picture(picture) => {
            let message = format!("the picture `{}` of {name} does not fit", picture.name);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding.label("what stands before it leaves too little of the frame");
            let smaller = if picture.height.is_some() {
                "make its `height` smaller"
            } else {
                "say how high it may be with `height`"
            };
            finding.help(format!(
                "shorten what stands before it, {smaller}, or {}",
                instead(fitted)
            ));
            (finding, format!("is {} high", millimetres(last.rect.size.height)))
        }
        ElementKind::Row(row) => {
            let written = first.origin;
            let message = format!("a row of a table of {name} does not fit");
            let words = row.cells.texts.iter().map(|text| text.text.trim());
            let words = words.clone().find(|text| !text.is_empty()).unwrap_or_default();
            let finding = pass.log.error(Code::OVERSET_TEXT, written, message);
            finding
                .label(format!("the row that fell out begins with `{words}`"))
                .help(format!("shorten what stands before it, or {}", instead(fitted)));
            (finding, format!("is {} high", millimetres(last.rect.size.height)))
        }
        ElementKind::Qr(_, side, _) => {
            let message = format!(
                "a QR code of {name} does not fit: it is {} wide and high",
                millimetres(*side)
            );
            let left = left_for_code(*side, fitted, frames);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding
                .label(format!("what stands before it leaves {} for it", millimetres(left)))
                .help("shorten what stands before it, make the frame larger, or the code smaller: its `size` in the style `qr`");
            let size = last.rect.size;
            let size = (millimetres(size.width), millimetres(size.height));
            (finding, format!("is {} wide and {} high", size.0, size.1))
        }
    };
    finding.also(spec.spot.span, format!("{stand} {holds}"));
    if first.style.begins != Begins::Anywhere && rest.from.text.line == 0 {
        let style = &first.style.name;
        finding.note(format!(
            "the style `{style}` begins in another frame than what stands before it: the story may need one more"
        ));
    }
    if let Some(record) = &story.record {
        finding.also(record.span, "for this record");
    }
    if let Some(choice) = fitted.choice.filter(Choice::moved) {
        let (wish, limit) = choice.said();
        finding.note(text!(
            "copyfitting went from {wish} down to its limit, {limit}",
            "das Einpassen ging bis an seine Grenze, von {wish} auf {limit}"; wish, limit
        ));
    }
}

/// What could be done beside writing less.
fn instead(fitted: &Fitted) -> String {
    match fitted.choice {
        None => "make the frame larger".to_owned(),
        Some(choice) => format!("lower `fit.{}`", choice.first_to_move()),
    }
}

/// How high the last frame is below what stands in it and the quiet zone of a code so large.
fn left_for_code(side: Length, fitted: &Fitted, frames: &[Frame]) -> Length {
    let Some(last) = frames.last() else {
        return Length::ZERO;
    };
    let here = fitted
        .filled
        .placed
        .iter()
        .filter(|piece| piece.frame() + 1 == frames.len());
    let top = here
        .map(Placed::foot)
        .max()
        .map(|lowest| lowest + quiet_zone(side));
    (last.rect.bottom() - top.unwrap_or(last.rect.top())).at_least_zero()
}

/// A story as messages name it, with its record.
fn named(story: &Story) -> String {
    match &story.record {
        None => format!("`{}`", story.name),
        Some(record) => format!("`{}` for `{}`", story.name, record.name),
    }
}

/// What fell out.
struct Left {
    lines: usize,
    characters: usize,
    boxes: usize,
}

impl Left {
    fn count(elements: &[Element], rest: Rest, frame: Frame, pass: &mut Pass<'_, '_>) -> Self {
        let mut left = Self {
            lines: rest.lines,
            characters: 0,
            boxes: 0,
        };
        let width = frame.rect.size.width;
        for (number, element) in elements.iter().enumerate().skip(rest.from.element) {
            let ElementKind::Text(text) = &element.kind else {
                left.boxes += 1;
                continue;
            };
            if number > rest.from.element {
                left.lines += lines(text, width, pass);
            }
            let from = if number == rest.from.element {
                rest.from.text.text
            } else {
                0
            };
            left.characters += text.text.get(from..).unwrap_or_default().chars().count();
        }
        left
    }
}

fn lines(text: &TextElement, width: Length, pass: &mut Pass<'_, '_>) -> usize {
    text.prepared.break_lines(pass.setter, &|_| width).len()
}

/// `1 line`, `3 lines`, and the verb that goes with them.
fn counted<'v>(count: usize, noun: &str, one: &'v str, many: &'v str) -> (String, &'v str) {
    if count == 1 {
        (format!("1 {noun}"), one)
    } else {
        (format!("{count} {noun}s"), many)
    }
}

fn millimetres(length: Length) -> String {
    format!("{:.1} mm", length.to_mm())
}

/// Where the last frame of a thread stands.
fn stand(spec: &FrameSpec, last: Frame, frames: usize) -> String {
    let stand = match spec.spot.stand {
        Stand::Panel(number) => format!("panel {number}"),
        Stand::Page(_) => format!("page {}", sheet::label(last.page)),
        Stand::Side(_) => "this side".to_owned(),
    };
    match (frames, spec.spot.area.is_some()) {
        (1, false) => stand,
        (1, true) => format!("this frame on {stand}"),
        _ => format!("the last of {frames} frames, on {stand},"),
    }
}
