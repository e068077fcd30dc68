//! Spot inks: how many plates beyond the process inks (R0020), and what stands on all plates (R0024).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::{Kind, Paint, Pattern, Space};
use super::colour::is_spot;
use super::elements::{Part, Placed, Role, Sheet, paints};
use super::faults::{Faults, Said, listed};
use super::place::Place;
use super::requirements::Requirements;
use crate::diag::{Code, Text};
use crate::wording::counted;
use crate::wording::text;

/// The name of a Separation that prints on every plate.
const REGISTRATION: &str = "All";
/// Inks that are named one by one.
const NAMED: usize = 8;

/// The spot inks that a file uses (GWG D0024), each with the first place that it is used at.
#[derive(Debug, Default)]
pub(super) struct Active {
    by_name: BTreeMap<String, Use>,
}

#[derive(Debug)]
struct Use {
    first: Option<Place>,
    /// Whether only steps after printing use it.
    is_of_steps: bool,
}

impl Active {
    /// Adds what an element uses, and looks for the registration colour (R0024).
    pub(super) fn add(
        &mut self,
        sheet: &Sheet<'_, '_>,
        placed: &Placed<'_, '_>,
        requirements: &Requirements,
        faults: &mut Faults,
    ) {
        for space in spaces(placed) {
            let names = names(&space);
            let is_registration = matches!(&*space, Space::Separation { .. } | Space::DeviceN { .. })
                && names.contains(&REGISTRATION);
            if is_registration && placed.role == Role::Printed {
                registration(sheet, placed, requirements, faults);
            }
            let is_of_steps = placed.role == Role::Step;
            for name in names.into_iter().filter(|name| is_spot(name)) {
                match self.by_name.get_mut(name) {
                    Some(known) => {
                        if known.is_of_steps && !is_of_steps {
                            known.first = sheet.place(placed);
                        }
                        known.is_of_steps &= is_of_steps;
                    }
                    None => {
                        let first = sheet.place(placed);
                        self.by_name.insert(name.to_owned(), Use { first, is_of_steps });
                    }
                }
            }
        }
    }

    /// R0020: no more spot inks than there are plates for.
    pub(super) fn check(&self, requirements: &Requirements, faults: &mut Faults) {
        let Some(limit) = requirements.limit("R0020") else {
            return;
        };
        if self.by_name.len() as f64 <= limit.a() {
            return;
        }
        let Some(first) = self
            .by_name
            .values()
            .find(|one| !one.is_of_steps)
            .or(self.by_name.values().next())
        else {
            return;
        };
        let is_of_steps = self.by_name.values().all(|one| one.is_of_steps);
        faults.add(Code::GWG_R0020, limit, "spots", first.first, || {
            let inks = counted(
                self.by_name.len(),
                ("spot ink is", "spot inks are"),
                ("Sonderfarbe", "Sonderfarben"),
            );
            let names = self.names();
            let allowed = match limit.a() as usize {
                0 => text!("none may be", "erlaubt ist keine"),
                most => text!("at most {most} may be", "erlaubt sind höchstens {most}"),
            };
            let (note, help) = if is_of_steps { of_steps() } else { of_print() };
            Said {
                message: text!(
                    "{inks} used beside cyan, magenta, yellow and black, {names}; {allowed}",
                    "{inks} neben Cyan, Magenta, Gelb und Schwarz, {names}; {allowed}"; inks, names, allowed
                ),
                note,
                help,
            }
        });
    }

    fn names(&self) -> Text {
        let quoted = |name: &String| format!("`{}`", name.replace('`', "'"));
        let named: Vec<String> = self.by_name.keys().take(NAMED).map(quoted).collect();
        let beyond = self.by_name.len().saturating_sub(NAMED);
        if beyond == 0 {
            return listed(&named);
        }
        let named = named.join(", ");
        text!("{named} and {beyond} more", "{named} und {beyond} weitere")
    }
}

/// What is said of inks that print: why it matters, and what to do.
fn of_print() -> (Text, Text) {
    (
        text!(
            "each of them is a printing plate more, and costs as much",
            "jede davon ist eine Druckplatte mehr und kostet entsprechend"
        ),
        text!(
            "ask for the colours in cyan, magenta, yellow and black, or order the inks from the printer",
            "die Farben in Cyan, Magenta, Gelb und Schwarz verlangen oder sie bei der Druckerei bestellen"
        ),
    )
}

/// What is said of inks that only show where to cut and to fold.
fn of_steps() -> (Text, Text) {
    (
        text!(
            "only layers of steps after printing use them; who leaves those layers out makes no plate of them",
            "nur Ebenen für die Weiterverarbeitung brauchen sie; wer diese Ebenen weglässt, macht keine Platte daraus"
        ),
        text!(
            "ask the printer whether these layers may stay in the PDF",
            "bei der Druckerei fragen, ob diese Ebenen im PDF bleiben dürfen"
        ),
    )
}

fn registration(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0024") else {
        return;
    };
    let (kind, what) = match &placed.element.kind {
        Kind::Text(_) => ("text", text!("text", "Text")),
        Kind::Path(_) if placed.part != Part::Glyph => ("shape", text!("a shape", "eine Form")),
        _ => ("picture", text!("a picture or gradient", "ein Bild oder Verlauf")),
    };
    faults.add(Code::GWG_R0024, limit, kind, sheet.place(placed), || Said {
        message: text!(
            "{what} is in the registration colour (`All`), which stands on every plate",
            "{what} ist in der Passerfarbe (`All`), die auf jeder Platte steht"; what
        ),
        note: text!(
            "it is meant for marks outside the page; on it, so much ink does not dry",
            "sie ist für Marken außerhalb der Seite da; auf der Seite trocknet so viel Farbe nicht"
        ),
        help: text!(
            "ask for black ink alone in its place, `0 0 0 1` in DeviceCMYK",
            "stattdessen Schwarz allein verlangen, `0 0 0 1` in DeviceCMYK"
        ),
    });
}

/// The spaces that an element takes its colours from, those of its gradients and uncoloured cells, and under tables of colours.
pub(super) fn spaces<'f>(placed: &Placed<'_, 'f>) -> Vec<Rc<Space<'f>>> {
    paints(placed.element).filter_map(intended).collect()
}

/// The space that the colours of a paint are in; none for a coloured cell, which brings colours of its own.
fn intended<'f>(paint: &Paint<'f>) -> Option<Rc<Space<'f>>> {
    let mut space = match paint.pattern.as_deref() {
        Some(Pattern::Shading(shading)) => Rc::clone(&shading.space),
        Some(Pattern::Tiling(tiling)) if tiling.coloured => return None,
        _ => Rc::clone(&paint.space),
    };
    while let Space::Pattern(Some(base)) | Space::Indexed { base, .. } = &*space {
        space = Rc::clone(base);
    }
    Some(space)
}

/// The names of the inks of a space.
fn names<'s>(space: &'s Space<'_>) -> Vec<&'s str> {
    match space {
        Space::Separation { name, .. } => vec![name],
        Space::DeviceN { names, .. } => names.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}
