//! What no clause of PDF/UA asks of a file that is read on a screen, and whoever opens it would: no scripts, no locks, nothing cut off, no page
//! with nothing on it.

use hayro::hayro_syntax::object::Dict;

use super::rules;
use crate::verify::pdf::display::Display;
use crate::verify::pdf::entries::{has, is_named};
use crate::verify::pdf::file::File;
use crate::verify::pdf::gwg::shows;
use crate::verify::pdf::page::Page;
use crate::verify::pdf::place::MM;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::walk::dictionaries;
use crate::wording::{decimal, text};

/// Boxes are as large as each other when they differ by no more than this, in points.
const ALIKE: f64 = 0.01;

pub(super) fn file(file: &File, breaches: &mut Breaches) {
    let names: Dict<'_> = file.catalog().get("Names").unwrap_or_default();
    let is_script = |dict: &Dict<'_>| is_named(dict, "S", "JavaScript") && !has(dict, "P");
    let has_script = has(&names, "JavaScript") || dictionaries(file).any(|found| is_script(&found.dict));
    breaches.when(has_script, &rules::JAVASCRIPT);
    breaches.when(file.is_encrypted(), &rules::ENCRYPTED);
}

pub(super) fn page(page: &Page<'_>, display: &Display<'_>, breaches: &mut Breaches) {
    if !display.elements.iter().any(shows) && page.annotations().is_empty() {
        breaches.of(&rules::EMPTY_PAGE).on(page);
    }
    let (shown, sheet) = (page.boxes.crop, page.boxes.media);
    if sheet.width() - shown.width() > ALIKE || sheet.height() - shown.height() > ALIKE {
        let [width, height] = [shown.width(), shown.height()].map(|length| decimal(length * MM, 1));
        let [across, down] = [sheet.width(), sheet.height()].map(|length| decimal(length * MM, 1));
        breaches.of(&rules::CROPPED).on(page).example(text!(
            "{width} x {height} mm of {across} x {down} mm",
            "{width} x {height} mm von {across} x {down} mm"; width, height, across, down
        ));
    }
}
