//! Are the inks good? Looks at what a document prints with, not at what its template could: an ink that nothing uses costs no plate.

use std::collections::BTreeMap;

use crate::color::{Cmyk, Color, Ink, Part};
use crate::diag::{Code, Log, Reported};
use crate::scene::{ItemKind, Scene};
use crate::source::Span;
use crate::template::Template;
use crate::wording::{number, text};

/// Text with so much black, in per cent, and so much ink over all plates is in a rich black (GWG 2022, R0015).
const RICH_BLACK: (f64, f64) = (85.0, 280.0);

/// Checks the inks of a document: that the printer takes so many spot inks, and that no text is in a rich black.
///
/// # Errors
/// When there are too many spot inks.
pub fn inks(scene: &Scene, template: &Template, log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    let used = Used::by(scene);
    spots(&used, template, log);
    for (color, origin) in &used.of_text {
        rich_black(color, *origin, template, log);
    }
    log.stop_if_worse_than(before)
}

/// The colours of a document, each with the first place that it comes from.
#[derive(Default)]
struct Used<'s> {
    of_text: BTreeMap<&'s Color, Option<Span>>,
    all: BTreeMap<&'s Color, Option<Span>>,
}

impl<'s> Used<'s> {
    fn by(scene: &'s Scene) -> Self {
        let mut used = Self::default();
        scene.each_item(&mut |item| match &item.kind {
            ItemKind::Glyphs(run) => {
                used.of_text.entry(&run.color).or_insert(item.origin);
                used.all.entry(&run.color).or_insert(item.origin);
            }
            ItemKind::Shape(shape) => {
                let stroke = shape.stroke.as_ref().map(|stroke| &stroke.color);
                for color in shape.fill.iter().chain(stroke) {
                    used.all.entry(color).or_insert(item.origin);
                }
            }
            // A drawing is made of process inks alone, and of no text.
            ItemKind::Picture(_) | ItemKind::Drawing(_) | ItemKind::Group(_) => {}
        });
        used
    }
}

fn spots(used: &Used<'_>, template: &Template, log: &mut Log) {
    let Some(most) = template.printer.limits.spots else {
        return;
    };
    let mut plates: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (color, origin) in &used.all {
        if let Ink::Spot { name, .. } = &color.ink {
            plates
                .entry(name)
                .or_default()
                .extend(place(color, *origin, template));
        }
    }
    if plates.len() <= most as usize {
        return;
    }
    let names: Vec<String> = plates.keys().map(|name| format!("`{name}`")).collect();
    let takes = match most {
        0 => text!("none", "keine"),
        most => text!("no more than {most}", "höchstens {most}"),
    };
    let kind = if names.len() == 1 {
        text!("spot ink", "der Schmuckfarbe")
    } else {
        text!("spot inks", "den Schmuckfarben")
    };
    let names = names.join(", ");
    let message = text!(
        "this document prints with the {kind} {names}, the printer takes {takes}",
        "dieses Dokument druckt mit {kind} {names}, die Druckerei nimmt {takes}"; kind, takes
    );
    let mut places = plates.values().filter_map(|places| places.iter().min());
    let finding = match places.next() {
        Some(first) => log.error(Code::TOO_MANY_INKS, *first, message),
        None => log.error_in_file(Code::TOO_MANY_INKS, &template.name, message),
    };
    for other in places {
        finding.also(*other, text!("and here", "und hier"));
    }
    finding.help(text!(
        "take `spot` out of the swatch, so that the process inks print it, or ask the printer and raise `limits.spots`",
        "`spot` aus dem Farbfeld streichen, damit die Prozessfarben es drucken, oder die Druckerei fragen und `limits.spots` erhöhen"
    )    );
}

fn rich_black(color: &Color, origin: Option<Span>, template: &Template, log: &mut Log) {
    let Ink::Process(inks @ Cmyk([.., black])) = color.ink else {
        return;
    };
    let (least, most) = RICH_BLACK;
    if Part::percent(black) < least || inks.total_percent() <= most {
        return;
    }
    let Some(place) = place(color, origin, template) else {
        return;
    };
    log.warning(
        Code::RICH_BLACK_TEXT,
        place,
        text!(
            "text is printed in this rich black, {total} % over four plates",
            "Text wird in diesem Tiefschwarz gedruckt, {total} % auf vier Druckplatten";
            total = number(inks.total_percent())
        ),
    )
    .note(text!(
        "plates never lie exactly upon each other, so its letters would get coloured edges (GWG 2022, R0015)",
        "Druckplatten liegen nie genau übereinander, darum bekämen die Buchstaben farbige Ränder (GWG 2022, R0015)"
    )    )
    .help(text!(
        "print text in black ink alone, `cmyk = [0, 0, 0, 100]`, and keep rich black for large grounds",
        "Text nur in Schwarz drucken, `cmyk = [0, 0, 0, 100]`, und Tiefschwarz großen Flächen vorbehalten"
    ));
}

/// Where the swatch of a colour is written, else where it is used.
fn place(color: &Color, origin: Option<Span>, template: &Template) -> Option<Span> {
    let mut swatches = template.swatches.iter();
    let swatch = swatches.find(|(_, known)| *known == color);
    swatch.map(|(name, _)| name.span).or(origin)
}
