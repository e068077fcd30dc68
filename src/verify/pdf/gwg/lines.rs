//! Thin lines: white ones (R0018) and those of several inks (R0019). A rectangle that is as thin as a line is one (D0017).

use hayro::kurbo::{PathEl, Point};

use super::super::Path;
use super::colour::{is_white, printing};
use super::elements::{Placed, Role, Sheet};
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use crate::diag::{Code, Text};
use crate::wording::number;
use crate::wording::text;

/// Widths are the same when they differ by less than this, in points.
const ALIKE: f64 = 0.0005;

/// R0018 and R0019.
pub(super) fn check(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(path) = placed.path().filter(|_| placed.role == Role::Printed) else {
        return;
    };
    // The colour of the line is that which its width was taken from.
    let Some(paint) = placed.stroke().or(placed.fill()) else {
        return;
    };
    let thin = |requirement: &str| {
        let limit = requirements.limit(requirement)?;
        Some((limit, width_below(path, placed, limit.a())?, number(limit.a())))
    };
    if is_white(paint)
        && let Some((limit, width, least)) = thin("R0018")
        && sheet.overlaps(placed)
    {
        faults.add(Code::GWG_R0018, limit, "thin", sheet.place(placed), || {
            white(&width, &least)
        });
    }
    let inks = printing(paint);
    if inks > 1
        && let Some((limit, width, least)) = thin("R0019")
    {
        faults.add(Code::GWG_R0019, limit, "thin", sheet.place(placed), || {
            in_inks(&width, &least, inks)
        });
    }
}

fn white(width: &Text, least: &Text) -> Said {
    Said {
        message: text!(
            "a white line of {width} pt is cut out of what lies under it; {least} pt are wanted",
            "eine weiße Linie mit {width} pt ist aus ihrem Grund ausgespart; {least} pt sind verlangt"; width, least
        ),
        note: text!(
            "ink runs into it from both sides and closes it",
            "von beiden Seiten läuft Farbe hinein und schließt sie"
        ),
        help: text!(
            "ask for a thicker line, or for a dark one",
            "eine dickere Linie verlangen oder eine dunkle"
        ),
    }
}

fn in_inks(width: &Text, least: &Text, inks: usize) -> Said {
    Said {
        message: text!(
            "a line of {width} pt is printed in {inks} inks; {least} pt are wanted",
            "eine Linie mit {width} pt ist in {inks} Farben gedruckt; {least} pt sind verlangt"; width, least
        ),
        note: text!(
            "plates never lie exactly upon each other, so a thin line falls apart into lines of its inks",
            "Druckplatten passen nie ganz genau aufeinander, eine dünne Linie zerfällt in Linien ihrer Farben"
        ),
        help: text!(
            "ask for a thicker line, or for a line in one ink, such as black",
            "eine dickere Linie verlangen oder eine in nur einer Farbe, etwa Schwarz"
        ),
    }
}

/// How thin a path shows, where that is below `least` points. Shapes that are no lines have no such width.
pub(super) fn width_below(path: &Path, placed: &Placed<'_, '_>, least: f64) -> Option<Text> {
    let width = match placed.stroke() {
        Some(_) => path.line.width,
        None => thinnest_bar(path)?,
    };
    (width < least - ALIKE).then(|| number(width))
}

/// The thickness of the thinnest of the bars that a filled path is made of: rectangles, however they are turned, and what has no width at
/// all. None for a path with anything else in it; that is a drawing, not a line.
fn thinnest_bar(path: &Path) -> Option<f64> {
    let elements = path.outline.elements();
    let parts = elements.chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    let mut thinnest: Option<f64> = None;
    for part in parts {
        let mut corners = Vec::new();
        for element in part {
            match element {
                PathEl::MoveTo(point) | PathEl::LineTo(point) if corners.len() < 6 => corners.push(*point),
                PathEl::ClosePath => {}
                _ => return None,
            }
        }
        if corners.len() > 2 && corners.first() == corners.last() {
            corners.pop();
        }
        if corners.len() < 2 {
            continue;
        }
        let thickness = thickness(&corners)?;
        thinnest = Some(thinnest.map_or(thickness, |least| least.min(thickness)));
    }
    thinnest
}

/// The smaller side of a rectangle.
fn thickness(corners: &[Point]) -> Option<f64> {
    let [a, b, c, d] = corners else {
        return (corners.len() == 2).then_some(0.0);
    };
    let alike = 1e-3 * a.distance(*c).max(ALIKE);
    let is_parallelogram = ((*b - *a) - (*c - *d)).hypot() <= alike;
    let has_equal_diagonals = (a.distance(*c) - b.distance(*d)).abs() <= alike;
    (is_parallelogram && has_equal_diagonals).then(|| a.distance(*b).min(b.distance(*c)))
}
