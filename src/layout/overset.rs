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
use crate::wording::{Text, counted, decimal, text};

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
            let written = Written::of(first, &text.text, rest.from.text.text);
            let message = not_fitting(left.lines, &name);
            let word = quoted(&written.word);
            let finding = pass.log.error(Code::OVERSET_TEXT, written.span, message);
            finding
                .label(text!(
                    "the first word that fell out is `{word}`",
                    "als erstes Wort fällt `{word}` heraus"
                ))
                .words(written.words);
            finding.help(text!(
                "shorten the text by about {characters}, or {instead}",
                "den Text um etwa {characters} kürzen oder {instead}";
                characters = counted(left.characters, ("character", "characters"), ("Zeichen", "Zeichen")),
                instead = instead(fitted)
            ));
            if left.boxes > 0 {
                finding.note(text!(
                    "a picture or code that follows does not fit either",
                    "auch ein Bild oder Code dahinter passt nicht mehr"
                ));
            }
            let columns = frames.iter().filter(|frame| frame.number == last.number);
            let capacity = columns
                .map(|column| capacity(first, text, column, &register))
                .sum();
            let holds = text!(
                "holds {lines} of {size}",
                "fasst {lines} in {size}";
                lines = counted(capacity, ("line", "lines"), ("Zeile", "Zeilen")),
                size = text.size
            );
            (finding, holds)
        }
        ElementKind::Figure(figure) => {
            let figure = &figure.name;
            let message = text!("the figure `{figure}` of {name} does not fit", "die Abbildung `{figure}` von {name} passt nicht hinein"; name);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding
                .label(text!(
                    "what stands before it fills the frame",
                    "was davor steht, füllt den Rahmen"
                ))
                .help(text!("shorten what stands before it, or {instead}", "kürzen, was davor steht, oder {instead}"; instead = instead(fitted)));
            (finding, is_high(last.rect.size.height))
        }
        ElementKind::Picture(picture) => {
            let called = &picture.name;
            let message = text!("the picture `{called}` of {name} does not fit", "das Bild `{called}` von {name} passt nicht hinein"; name);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding.label(text!(
                "what stands before it leaves too little of the frame",
                "was davor steht, lässt zu wenig vom Rahmen übrig"
            ));
            let smaller = if picture.height.is_some() {
                text!("make its `height` smaller", "seine `height` verringern")
            } else {
                text!(
                    "say how high it may be with `height`",
                    "mit `height` angeben, wie hoch es sein darf"
                )
            };
            finding.help(text!(
                "shorten what stands before it, {smaller}, or {instead}",
                "kürzen, was davor steht, {smaller} oder {instead}";
                smaller, instead = instead(fitted)
            ));
            (finding, is_high(last.rect.size.height))
        }
        ElementKind::Row(row) => {
            let written = first.origin;
            let message = text!("a row of a table of {name} does not fit", "eine Zeile einer Tabelle von {name} passt nicht hinein"; name);
            let words = row.cells.texts.iter().map(|text| text.text.trim());
            let words = words.clone().find(|text| !text.is_empty()).unwrap_or_default();
            let finding = pass.log.error(Code::OVERSET_TEXT, written, message);
            finding
                .label(text!(
                    "the row that fell out begins with `{words}`",
                    "die Zeile, die herausfällt, beginnt mit `{words}`"
                ))
                .help(text!("shorten what stands before it, or {instead}", "kürzen, was davor steht, oder {instead}"; instead = instead(fitted)));
            (finding, is_high(last.rect.size.height))
        }
        ElementKind::Qr(_, side, _) => {
            let message = text!(
                "a QR code of {name} does not fit: it is {side} wide and high",
                "ein QR-Code von {name} passt nicht hinein: er ist {side} breit und hoch";
                name, side = millimetres(*side)
            );
            let left = left_for_code(*side, fitted, frames);
            let finding = pass.log.error(Code::OVERSET_TEXT, first.origin, message);
            finding
                .label(text!("what stands before it leaves {left} for it", "was davor steht, lässt ihm {left}"; left = millimetres(left)))
                .help(text!(
                    "shorten what stands before it, make the frame larger, or the code smaller: its `size` in the style `qr`",
                    "kürzen, was davor steht, den Rahmen vergrößern oder den Code verkleinern: seine `size` im Stil `qr`"
                ));
            let size = last.rect.size;
            let holds = text!(
                "is {width} wide and {height} high",
                "ist {width} breit und {height} hoch";
                width = millimetres(size.width), height = millimetres(size.height)
            );
            (finding, holds)
        }
    };
    finding.also(
        spec.spot.span,
        text!("{stand} {holds}", "{stand} {holds}"; stand, holds),
    );
    if first.style.begins != Begins::Anywhere && rest.from.text.line == 0 {
        let style = &first.style.name;
        finding.note(text!(
            "the style `{style}` begins in another frame than what stands before it: the story may need one more",
            "der Stil `{style}` beginnt in einem neuen Rahmen: der Text braucht vielleicht einen mehr"
        ));
    }
    if let Some(record) = &story.record {
        finding.also(record.span, text!("for this record", "für diesen Datensatz"));
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
fn instead(fitted: &Fitted) -> Text {
    match fitted.choice {
        None => text!("make the frame larger", "den Rahmen vergrößern"),
        Some(choice) => {
            let field = choice.first_to_move();
            text!("lower `fit.{field}`", "`fit.{field}` verringern")
        }
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
fn named(story: &Story) -> Text {
    let name = &story.name;
    match &story.record {
        None => Text::verbatim(format!("`{name}`")),
        Some(record) => text!("`{name}` for `{record}`", "`{name}` für `{record}`"; record = &record.name),
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

/// That so many lines of a story do not fit.
fn not_fitting(lines: usize, story: &Text) -> Text {
    if lines == 1 {
        text!("1 line of {story} does not fit", "1 Zeile von {story} passt nicht hinein"; story)
    } else {
        text!("{lines} lines of {story} do not fit", "{lines} Zeilen von {story} passen nicht hinein"; story)
    }
}

fn is_high(height: Length) -> Text {
    text!("is {height} high", "ist {height} hoch"; height = millimetres(height))
}

fn millimetres(length: Length) -> Text {
    text!("{mm} mm", "{mm} mm"; mm = decimal(length.to_mm(), 1))
}

/// Where the last frame of a thread stands.
fn stand(spec: &FrameSpec, last: Frame, frames: usize) -> Text {
    let page = sheet::label(last.page);
    // By itself, and after "on".
    let (stand, on) = match spec.spot.stand {
        Stand::Panel(number) => {
            let panel = text!("panel {number}", "Panel {number}");
            (panel.clone(), panel)
        }
        Stand::Page(_) => {
            let page = text!("page {page}", "Seite {page}");
            (page.clone(), page)
        }
        Stand::Side(_) => (
            text!("this side", "diese Bogenseite"),
            text!("this side", "dieser Bogenseite"),
        ),
    };
    match (frames, spec.spot.area.is_some()) {
        (1, false) => stand,
        (1, true) => text!("this frame on {on}", "dieser Rahmen auf {on}"; on),
        _ => text!("the last of {frames} frames, on {on},", "der letzte von {frames} Rahmen, auf {on},"; on),
    }
}
