//! Text: the font Courier (R0014), rich black (R0015), small white text (R0016), small text of several inks (R0017).

use super::super::{Paint, Space, Text as Shown};
use super::colour::{Colour, is_process, is_white, printing};
use super::elements::{Placed, Role, Sheet};
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use crate::diag::{Code, Text};
use crate::wording::text;
use crate::wording::{apart, number};

/// The font that programs put in the place of one that they do not have.
const SUBSTITUTE: &str = "Courier";
/// Sizes are the same when they differ by less than this, in points.
const ALIKE: f64 = 0.001;
/// Letters of a text that are quoted.
const QUOTED: usize = 30;

/// R0014 to R0017.
pub(super) fn check(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(text) = placed.text().filter(|_| placed.role == Role::Printed) else {
        return;
    };
    courier(sheet, placed, text, requirements, faults);
    rich_black(sheet, placed, text, requirements, faults);
    small_white(sheet, placed, text, requirements, faults);
    small_in_inks(sheet, placed, text, requirements, faults);
}

fn courier(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    text: &Shown<'_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements
        .limit("R0014")
        .filter(|_| text.font.name() == SUBSTITUTE)
    else {
        return;
    };
    faults.add(Code::GWG_R0014, limit, "courier", sheet.place(placed), || {
        let says = quoted(text);
        Said {
            message: text!(
                "text{says} is set in the font `Courier`",
                "Text{says} ist in der Schrift `Courier` gesetzt"
            ),
            note: text!(
                "programs put it in the place of a font that they do not find",
                "Programme setzen sie ein, wenn sie eine Schrift nicht finden"
            ),
            help: text!(
                "ask whether `Courier` is meant; if not, for the PDF with its own fonts embedded",
                "nachfragen, ob `Courier` gewollt ist; wenn nicht, das PDF mit seinen eigenen Schriften eingebettet verlangen"
            ),
        }
    });
}

fn rich_black(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    text: &Shown<'_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0015") else {
        return;
    };
    let Some((black, total)) = placed.fill().and_then(process_inks) else {
        return;
    };
    if black < limit.a() || total <= limit.b() + ALIKE {
        return;
    }
    faults.add(Code::GWG_R0015, limit, "rich", sheet.place(placed), || {
        let says = quoted(text);
        let [total, most] = apart(total * 100.0, limit.b() * 100.0, 0);
        Said {
            message: text!(
                "text{says} is printed in a rich black of {total} % ink",
                "Text{says} ist in einem bunten Schwarz mit {total} % Farbauftrag gedruckt"; total
            ),
            note: text!(
                "plates never lie exactly upon each other: above {most} % letters get coloured edges",
                "Druckplatten passen nie ganz genau aufeinander: Über {most} % bekommen Buchstaben bunte Ränder"; most
            ),
            help: text!(
                "ask for text in black ink alone, `0 0 0 1` in DeviceCMYK",
                "Text allein in Schwarz verlangen, `0 0 0 1` in DeviceCMYK"
            ),
        }
    });
}

/// How much black and how much of all process inks a paint has: in DeviceCMYK, and in DeviceN with black and one more of them.
fn process_inks(paint: &Paint<'_>) -> Option<(f64, f64)> {
    let colour = Colour::of(paint)?;
    if !matches!(colour.space, Space::DeviceCmyk | Space::DeviceN { .. }) {
        return None;
    }
    let inks = colour.inks();
    let inks: Vec<_> = inks.iter().filter(|(name, _)| is_process(name)).collect();
    let (_, black) = inks.iter().find(|(name, _)| *name == "Black")?;
    let total = inks.iter().map(|(_, amount)| amount).sum();
    (inks.len() >= 2).then_some((*black, total))
}

fn small_white(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    text: &Shown<'_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0016") else {
        return;
    };
    let Some(size) = size_of(text, limit.a()).filter(|_| placed.fill().is_some_and(is_white)) else {
        return;
    };
    if !sheet.overlaps(placed) {
        return;
    }
    faults.add(Code::GWG_R0016, limit, "small", sheet.place(placed), || {
        let (says, least) = (quoted(text), number(limit.a()));
        Said {
            message: text!(
                "white text{says} of {size} pt is cut out of what lies under it; {least} pt are wanted",
                "weißer Text{says} mit {size} pt ist aus seinem Grund ausgespart; {least} pt sind verlangt"; size, least
            ),
            note: text!(
                "ink runs into thin strokes, and plates that lie a little beside each other close them",
                "in dünne Striche läuft Farbe, und Druckplatten, die nicht ganz passen, schließen sie"
            ),
            help: text!(
                "ask for larger text, or for dark text on a light ground",
                "größeren Text verlangen oder dunklen Text auf hellem Grund"
            ),
        }
    });
}

fn small_in_inks(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    text: &Shown<'_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0017") else {
        return;
    };
    let Some(size) = size_of(text, limit.a()) else {
        return;
    };
    let paints = placed.fill().into_iter().chain(placed.stroke());
    let inks = paints.map(printing).max().unwrap_or_default();
    if inks <= 1 {
        return;
    }
    faults.add(Code::GWG_R0017, limit, "small", sheet.place(placed), || {
        let (says, least) = (quoted(text), number(limit.a()));
        Said {
            message: text!(
                "text{says} of {size} pt is printed in {inks} inks; {least} pt are wanted",
                "Text{says} mit {size} pt ist in {inks} Farben gedruckt; {least} pt sind verlangt"; size, least
            ),
            note: text!(
                "plates never lie exactly upon each other, so small letters get coloured edges and blur",
                "Druckplatten passen nie ganz genau aufeinander, kleine Buchstaben bekommen bunte Ränder und verschwimmen"
            ),
            help: text!(
                "ask for larger text, or for text in one ink, such as black",
                "größeren Text verlangen oder Text in nur einer Farbe, etwa Schwarz"
            ),
        }
    });
}

/// The size of a text, where it is smaller than `least` points.
pub(super) fn size_of(text: &Shown<'_>, least: f64) -> Option<Text> {
    (text.size < least - ALIKE).then(|| number(text.size))
}

/// What a text says, to be put behind the word `text`: a blank and the words between backticks; nothing where its font does not tell.
pub(super) fn quoted(text: &Shown<'_>) -> String {
    let says = text.says();
    let words: Vec<&str> = says.split_whitespace().collect();
    let words = words.join(" ").replace('`', "'");
    if words.is_empty() {
        return String::new();
    }
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!(" `{}…`", &words[..end]),
        None => format!(" `{words}`"),
    }
}
