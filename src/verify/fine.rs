//! Is anything too fine for the press? Small text loses its thin strokes, small text of several inks or white in a ground gets coloured
//! edges when the plates are a hair apart, and thin lines break off.

use std::collections::BTreeMap;

use crate::assets::GlyphRun;
use crate::color::{Color, Ink, Part};
use crate::diag::{Code, Log};
use crate::geom::{Length, Path};
use crate::scene::{ItemKind, Scene};
use crate::source::{Span, Words};
use crate::template::{Limits, Printer};
use crate::wording::{Text, number, text};

/// What is too fine, and how fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fine {
    /// Text in one ink.
    Text,
    /// Text that is the bare paper in a ground (GWG 2022, R0016).
    WhiteText,
    /// Text of several inks (GWG 2022, R0017).
    MixedText,
    /// A line, or a bar as thin as one (GWG 2022, R0018 and R0019).
    Line,
}

/// Where a thing of one fineness stands first, what is written there, and how often there is another.
struct Places<'s> {
    first: Option<Span>,
    text: &'s str,
    count: usize,
}

/// Finds what is finer than the printer's limits: a warning for each kind and size, with its first place.
pub(super) fn check(scene: &Scene, printer: &Printer, log: &mut Log) {
    let mut found: BTreeMap<(Fine, Length), Places<'_>> = BTreeMap::new();
    scene.each_item(&mut |item| {
        let (fine, text) = match &item.kind {
            ItemKind::Glyphs(run) => (text(run, &printer.limits), &*run.text),
            ItemKind::Shape(shape) => {
                let stroke = shape.stroke.as_ref().map(|stroke| stroke.width);
                let bar = shape.fill.as_ref().and_then(|_| thickness(&shape.path));
                let thinnest = stroke
                    .into_iter()
                    .chain(bar)
                    .filter(|width| *width > Length::ZERO)
                    .min();
                let thin = thinnest.filter(|width| *width < printer.limits.line);
                (thin.map(|width| (Fine::Line, width)), "")
            }
            ItemKind::Group(_) | ItemKind::Picture(_) | ItemKind::Drawing(_) => (None, ""),
        };
        let Some(fine) = fine else { return };
        let places = found.entry(fine).or_insert(Places {
            first: item.origin,
            text,
            count: 0,
        });
        places.count += 1;
    });
    for ((fine, size), places) in found {
        report(fine, size, &places, printer, log);
    }
}

/// What is too fine about a run of text, if anything is.
fn text(run: &GlyphRun, limits: &Limits) -> Option<(Fine, Length)> {
    let (kind, limit) = match plates(&run.color) {
        0 => (Fine::WhiteText, limits.mixed_text.max(limits.text)),
        1 => (Fine::Text, limits.text),
        _ => (Fine::MixedText, limits.mixed_text.max(limits.text)),
    };
    let says_something = !run.text.trim().is_empty();
    (says_something && run.size < limit).then_some((kind, run.size))
}

/// On how many plates a colour is.
fn plates(color: &Color) -> usize {
    match &color.ink {
        Ink::Process(_) | Ink::All => color
            .as_cmyk()
            .0
            .iter()
            .filter(|part| **part != Part::NONE)
            .count(),
        Ink::Spot { .. } => usize::from(color.tint != Part::NONE),
    }
}

/// How thin a bar is; none for any other form.
fn thickness(path: &Path) -> Option<Length> {
    let size = path.bounds()?.size;
    path.is_straight().then(|| size.width.min(size.height))
}

fn report(fine: Fine, size: Length, places: &Places<'_>, printer: &Printer, log: &mut Log) {
    // Whatever a template or the content asks for has its place there.
    let Some(origin) = places.first else { return };
    let limits = &printer.limits;
    let points = |length: Length| number((length.to_pt() * 100.0).round() / 100.0);
    let (what, limit, help) = match fine {
        Fine::Text => (
            text!("text is", "Text ist"),
            limits.text,
            text!("set it larger", "ihn größer setzen"),
        ),
        Fine::WhiteText => (
            text!("white text in a ground is", "weißer Text in einer Fläche ist"),
            limits.mixed_text,
            text!(
                "set it larger, or in an ink on paper: the ground runs into small white letters",
                "ihn größer setzen, oder in einer Druckfarbe auf Papier: kleine weiße Buchstaben laufen zu"
            ),
        ),
        Fine::MixedText => (
            text!("text of several inks is", "Text aus mehreren Druckfarben ist"),
            limits.mixed_text,
            text!(
                "set it larger, or in one ink: plates are never exactly upon each other, and small letters get coloured edges",
                "ihn größer setzen, oder in nur einer Druckfarbe: Druckplatten liegen nie genau übereinander, und kleine Buchstaben bekommen farbige Ränder"
            ),
        ),
        Fine::Line => (
            text!("a line is", "eine Linie ist"),
            limits.line,
            text!(
                "make it thicker, or it breaks off here and there",
                "sie dicker machen, sonst reißt sie stellenweise ab"
            ),
        ),
    };
    let dimension = if fine == Fine::Line {
        text!("thick", "dick")
    } else {
        text!("large", "groß")
    };
    let more = match places.count - 1 {
        0 => Text::default(),
        1 => text!(
            ", here and at one more place",
            ", hier und an einer weiteren Stelle"
        ),
        more => text!(
            ", here and at {more} more places",
            ", hier und an {more} weiteren Stellen"
        ),
    };
    let message = text!(
        "{what} {size} pt {dimension}, the printer asks for {limit} pt at least{more}",
        "{what} {size} pt {dimension}, die Druckerei verlangt mindestens {limit} pt{more}";
        what, size = points(size), dimension, limit = points(limit), more
    );
    let first_words: Vec<&str> = places.text.split_whitespace().take(3).collect();
    log.warning(Code::TOO_FINE, origin, message)
        .words(Words::alone(first_words.join(" ")))
        .help(help);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::assets::GlyphRun;
    use crate::color::Cmyk;
    use crate::geom::{Point, Rect, Size};
    use crate::scene::{Artifact, Item, Mark, fixture};
    use crate::template::Resolution;

    const LIMITS: Limits = Limits {
        text: Length::pt(5),
        mixed_text: Length::pt(8),
        line: Length::from_units(16_384),
        fold: Length::ZERO,
        picture: Resolution { warning: 0, error: 0 },
        bitmap: Resolution { warning: 0, error: 0 },
        spots: None,
    };

    fn inks(percent: [f64; 4]) -> Color {
        Color::process(Cmyk(percent.map(|part| Part::from_percent(part).unwrap())))
    }

    fn run_of(words: &str, size: i64, color: Color) -> GlyphRun {
        let Item {
            kind: ItemKind::Glyphs(run),
            ..
        } = fixture::run(words, 0, 0, Mark::Artifact(Artifact::Layout))
        else {
            panic!("no run");
        };
        GlyphRun {
            size: Length::pt(size),
            color,
            ..run
        }
    }

    #[test]
    fn small_text_is_judged_by_the_plates_it_is_on() {
        let judged = |size, color| text(&run_of("Netz", size, color), &LIMITS).map(|(fine, _)| fine);
        assert_eq!(judged(5, Color::BLACK), None);
        assert_eq!(judged(4, Color::BLACK), Some(Fine::Text));
        assert_eq!(judged(8, Color::PAPER), None);
        assert_eq!(judged(7, Color::PAPER), Some(Fine::WhiteText));
        assert_eq!(judged(7, inks([0.0, 100.0, 90.0, 0.0])), Some(Fine::MixedText));
        assert_eq!(judged(7, inks([0.0, 100.0, 0.0, 0.0])), None);
        // A spot ink is one plate, whatever its equivalent.
        let ink = Ink::Spot {
            name: Arc::from("HKS 14 K"),
            alternate: Cmyk([Part::NONE, Part::FULL, Part::FULL, Part::NONE]),
        };
        assert_eq!(
            judged(
                7,
                Color {
                    ink,
                    tint: Part::FULL
                }
            ),
            None
        );
        assert_eq!(text(&run_of(" ", 2, Color::BLACK), &LIMITS), None);
    }

    #[test]
    fn a_bar_as_thin_as_a_line_is_one() {
        let bar = |width, height| {
            let size = Size::new(Length::from_units(width), Length::from_units(height));
            thickness(&Path::rect(Rect::new(Point::ORIGIN, size)))
        };
        assert_eq!(bar(1_000, 600_000), Some(Length::from_units(1_000)));
        assert_eq!(
            thickness(&Path::circle(Point::ORIGIN, Length::from_units(10))),
            None
        );
    }
}
