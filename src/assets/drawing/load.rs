//! From a file to a drawing: what of it cannot be printed as it is drawn is told where the drawing is named, with its place in the file.

use super::{Drawing, DrawingError, FLATTEN, Fault, Palette};
use crate::assets::{IccProfile, Ready};
use crate::diag::{Code, Log};
use crate::source::Span;

/// So many lines of a drawing are named when the same is wrong in all of them.
const MOST_LINES: usize = 5;

/// A drawing for a printer, named at `span`; none when it cannot be used.
pub(in crate::assets) fn load(
    name: &str,
    data: &[u8],
    profile: &IccProfile,
    ready: &Ready,
    span: Span,
    log: &mut Log,
) -> Option<Drawing> {
    let palette = Palette::new(profile, ready.intent, ready.total_ink);
    let (drawing, faults) = match Drawing::read(name, data, &palette) {
        Ok(read) => read,
        Err(error) => {
            let help = match &error {
                DrawingError::Unreadable(_) => "save it anew as plain SVG in the drawing program",
                DrawingError::TooMuch(_) => {
                    "make it simpler in the drawing program, or save it as PNG of 300 pixels an inch"
                }
                DrawingError::NoSize => {
                    "give it a `viewBox`, or `width` and `height`, in the drawing program"
                }
                DrawingError::Empty => "make visible what is to be printed, and save it anew",
            };
            log.error(
                Code::BROKEN_PICTURE,
                span,
                format!("the drawing `{name}` cannot be used: {error}"),
            )
            .help(help);
            return None;
        }
    };
    for same in faults.chunk_by(|one, other| one.what == other.what) {
        tell(name, same, span, log);
    }
    if !ready.transparency && drawing.is_transparent() {
        let message =
            format!("something shines through in `{name}`, and this printer's PDF/X has no transparency");
        log.error(Code::UNPRINTABLE_DRAWING, span, message)
            .help(format!("{FLATTEN}; or ask the printer for PDF/X-4"));
    }
    Some(drawing)
}

fn tell(name: &str, same: &[Fault], span: Span, log: &mut Log) {
    let Some(Fault { what, help, .. }) = same.first() else {
        return;
    };
    let lines: Vec<String> = same
        .iter()
        .filter_map(|fault| fault.line)
        .map(|line| line.to_string())
        .collect();
    let place = match lines.as_slice() {
        [] => String::new(),
        [only] => format!(" in line {only}"),
        [some @ .., last] if lines.len() <= MOST_LINES => format!(" in lines {} and {last}", some.join(", ")),
        _ => format!(
            " in lines {} and {} more",
            lines[..MOST_LINES].join(", "),
            lines.len() - MOST_LINES
        ),
    };
    let message = format!("`{name}` holds {what}{place}, which cannot be printed as it is drawn");
    log.error(Code::UNPRINTABLE_DRAWING, span, message).help(*help);
}
