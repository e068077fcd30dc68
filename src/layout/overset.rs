//! Overset text is an error with numbers: how many lines and characters too many, the first word that fell out, and both files at fault.

use super::Pass;
use super::column::{Frame, Rest};
use super::element::{Element, ElementKind};
use crate::diag::Code;
use crate::story::Story;
use crate::template::{FrameSpec, Stand};

/// Reports what did not fit.
pub(super) fn report(
    story: &Story,
    elements: &[Element],
    rest: Rest,
    specs: &[&FrameSpec],
    frames: &[Frame],
    pass: &mut Pass<'_, '_>,
) {
    let Some(last) = frames.last() else { return };
    let left = Left::count(elements, rest, *last, pass);
    let first = &elements[rest.element];
    let name = &story.name;
    let spec = specs[specs.len() - 1];
    let stand = stand(spec);
    let grid = pass.template.grid.baseline;
    let capacity = last.rect.size.height.whole_times(grid);
    let finding = if left.lines > 0 {
        let lines = if left.lines == 1 {
            "1 line".to_owned()
        } else {
            format!("{} lines", left.lines)
        };
        let verb = if left.lines == 1 { "does" } else { "do" };
        pass.log.error(
            Code::OVERSET_TEXT,
            first.origin,
            format!("{lines} of `{name}` {verb} not fit the frame"),
        )
    } else {
        pass.log.error(
            Code::OVERSET_TEXT,
            first.origin,
            format!("a figure of `{name}` does not fit the frame"),
        )
    };
    if let Some(word) = &left.first_word {
        finding.label(format!("the first word that fell out is `{word}`"));
    }
    finding.also(
        spec.spot.span,
        format!("{stand}: about {capacity} lines on the grid of {grid}"),
    );
    if left.characters > 0 {
        finding.help(format!(
            "shorten the text by about {} characters, or make the frame larger",
            left.characters
        ));
    } else {
        finding.help("make the frame larger");
    }
}

/// What fell out.
struct Left {
    lines: usize,
    characters: usize,
    first_word: Option<String>,
}

impl Left {
    fn count(elements: &[Element], rest: Rest, frame: Frame, pass: &mut Pass<'_, '_>) -> Self {
        let mut left = Self {
            lines: 0,
            characters: 0,
            first_word: None,
        };
        for (number, element) in elements.iter().enumerate().skip(rest.element) {
            let ElementKind::Text(text) = &element.kind else {
                continue;
            };
            let (lines_placed, from) = if number == rest.element {
                (rest.lines_placed, rest.text_from)
            } else {
                (0, 0)
            };
            let width = frame.rect.size.width;
            let lines = text.prepared.break_lines(pass.setter, &|_| width).len();
            left.lines += lines.saturating_sub(lines_placed);
            let fell_out = text.text.get(from..).unwrap_or_default();
            left.characters += fell_out.chars().count();
            if left.first_word.is_none() {
                left.first_word = fell_out.split_whitespace().next().map(str::to_owned);
            }
        }
        left
    }
}

fn stand(spec: &FrameSpec) -> String {
    match spec.spot.stand {
        Stand::Panel(number) => format!("panel {number}"),
        Stand::Page(number) => format!("page {number}"),
        Stand::Side(_) => "this side".to_owned(),
    }
}
