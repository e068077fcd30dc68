//! The boxes of a page, and what lies on it beside its content.

use hayro::hayro_syntax::object::Rect as PdfRect;
use hayro::kurbo::Rect;

use super::rules;
use crate::verify::pdf::entries::{has, name};
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;

/// How far a box may reach beyond another, in points: what rounding leaves.
const ROUNDING: f64 = 0.01;

pub(super) fn check(page: &Page<'_>, breaches: &mut Breaches) {
    boxes(page, breaches);
    annotations(page, breaches);
    if has(&page.dict, "PresSteps") {
        breaches.of(&rules::PRESENTATION_STEPS).on(page);
    }
    if has(&page.dict, "SeparationInfo") {
        breaches.of(&rules::SEPARATED_PAGES).on(page);
    }
}

fn boxes(page: &Page<'_>, breaches: &mut Breaches) {
    let written = &page.written;
    match (written.trim, written.art) {
        (None, None) => {
            breaches.of(&rules::NO_TRIM_BOX).on(page);
        }
        (Some(_), Some(_)) => {
            breaches.of(&rules::TRIM_AND_ART_BOX).on(page);
        }
        _ => {}
    }
    let media = written.media.unwrap_or(page.boxes.media);
    let finished = written.trim.or(written.art);
    // Without a bleed box the page bleeds as far as it is shown.
    let bleed = written.bleed.or(written.crop).unwrap_or(media);
    if finished.is_some_and(|finished| !holds(bleed, finished)) {
        breaches.of(&rules::TRIM_OUTSIDE_BLEED).on(page);
    }
    if written.bleed.is_some_and(|bleed| !holds(media, bleed)) {
        breaches.of(&rules::BLEED_OUTSIDE_MEDIA).on(page);
    }
}

fn annotations(page: &Page<'_>, breaches: &mut Breaches) {
    let written = &page.written;
    let printed = written.bleed.or(written.trim).or(written.art);
    let printed = printed.unwrap_or(page.boxes.media);
    for annotation in page.annotations() {
        let kind = name(&annotation, "Subtype").unwrap_or_default();
        if matches!(kind.as_str(), "TrapNet" | "PrinterMark") {
            continue;
        }
        let area = annotation
            .get::<PdfRect>("Rect")
            .map(|area| page.in_points(area))
            .unwrap_or_default();
        if touches(area, printed) {
            breaches
                .of(&rules::ANNOTATION_IN_BLEED)
                .at(page, Some(area))
                .named(&kind);
        }
    }
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.inflate(ROUNDING, ROUNDING).union(inner) == outer.inflate(ROUNDING, ROUNDING)
}

fn touches(one: Rect, other: Rect) -> bool {
    one.x0 < other.x1 && one.x1 > other.x0 && one.y0 < other.y1 && one.y1 > other.y0
}
