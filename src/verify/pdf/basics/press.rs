//! What no standard asks of a file for the press, and every printer does: no line so thin that nothing of it arrives on the paper.

use super::rules;
use crate::verify::pdf::display::Display;
use crate::verify::pdf::element::{Element, Kind};
use crate::verify::pdf::gwg::{printing, shows};
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;
use crate::wording::{number, text};

/// The thinnest line that prints in one ink, in points, where no printer says otherwise: what GWG 2022 asks of white lines and of lines in
/// several inks (R0018, R0019).
pub(super) const THINNEST: f64 = 0.25;
/// Widths are the same when they differ by less than this, in points.
const ALIKE: f64 = 0.0005;

/// Lines thinner than `thinnest` points.
pub(super) fn page(page: &Page<'_>, display: &Display<'_>, thinnest: f64, breaches: &mut Breaches) {
    for element in display.elements.iter().filter(|element| shows(element)) {
        let Some(width) = hairline(element, thinnest) else {
            continue;
        };
        let width = number(width);
        let breach = breaches.of(&rules::HAIRLINE).at(page, element.visible);
        breach.example(text!("{width} pt", "{width} pt"; width));
    }
}

/// How thin a line of one ink shows that is too thin, in points. What is printed in several inks or in none GWG 2022 judges.
fn hairline(element: &Element<'_>, thinnest: f64) -> Option<f64> {
    let Kind::Path(path) = &element.kind else {
        return None;
    };
    let paint = element.stroke.as_ref().or(element.fill.as_ref())?;
    let width = path.width;
    let length = element.bounds.width().max(element.bounds.height());
    // A dot is as small in both directions, and no line.
    (width < thinnest - ALIKE && length >= thinnest && printing(paint) == 1).then_some(width)
}
