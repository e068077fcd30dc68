//! From a file to a drawing: what of it cannot be printed as it is drawn is told where the drawing is named, with its place in the file.

use super::{Drawing, DrawingError, Fault, Palette, flatten};
use crate::assets::{IccProfile, Ready};
use crate::diag::{Code, Log};
use crate::source::Span;
use crate::wording::{Text, text};

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
                DrawingError::Unreadable(_) => text!(
                    "save it anew as plain SVG in the drawing program",
                    "sie im Zeichenprogramm als einfaches SVG neu speichern"
                ),
                DrawingError::TooMuch(_) => text!(
                    "make it simpler in the drawing program, or save it as PNG of 300 pixels an inch",
                    "sie im Zeichenprogramm vereinfachen oder als PNG mit 300 Pixeln je Zoll speichern"
                ),
                DrawingError::NoSize => text!(
                    "give it a `viewBox`, or `width` and `height`, in the drawing program",
                    "ihr im Zeichenprogramm eine `viewBox` oder `width` und `height` geben"
                ),
                DrawingError::Empty => text!(
                    "make visible what is to be printed, and save it anew",
                    "sichtbar machen, was gedruckt werden soll, und neu speichern"
                ),
            };
            log.error(
                Code::BROKEN_PICTURE,
                span,
                text!(
                    "the drawing `{name}` cannot be used: {error}",
                    "die Zeichnung `{name}` ist nicht zu gebrauchen: {error}"; error = &error
                ),
            )
            .help(help);
            return None;
        }
    };
    for same in faults.chunk_by(|one, other| one.what == other.what) {
        tell(name, same, span, log);
    }
    if !ready.transparency && drawing.is_transparent() {
        let message = text!(
            "something shines through in `{name}`, and this printer's PDF/X has no transparency",
            "in `{name}` scheint etwas durch, und das PDF/X dieser Druckerei kennt keine Transparenz"
        );
        log.error(Code::UNPRINTABLE_DRAWING, span, message).help(text!(
            "{flatten}; or ask the printer for PDF/X-4",
            "{flatten}; oder bei der Druckerei nach PDF/X-4 fragen"; flatten = flatten()
        ));
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
        [] => Text::default(),
        [only] => text!(" in line {only}", " in Zeile {only}"),
        [some @ .., last] if lines.len() <= MOST_LINES => {
            let some = some.join(", ");
            text!(" in lines {some} and {last}", " in den Zeilen {some} und {last}")
        }
        _ => {
            let (some, more) = (lines[..MOST_LINES].join(", "), lines.len() - MOST_LINES);
            text!(
                " in lines {some} and {more} more",
                " in den Zeilen {some} und {more} weiteren"
            )
        }
    };
    let message = text!(
        "`{name}` holds {what}{place}, which cannot be printed as it is drawn",
        "`{name}` enthält{place} etwas, das sich nicht drucken lässt, wie es gezeichnet ist: {what}"; what, place
    );
    log.error(Code::UNPRINTABLE_DRAWING, span, message).help(help);
}
