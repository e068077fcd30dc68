//! Annotations: each in the tag that belongs to it, described, and reached in the order of the tags.

use hayro::hayro_syntax::object::{Array, Dict, ObjectIdentifier, Rect as PdfRect};
use hayro::kurbo::Rect;

use super::{language, rules};
use crate::verify::pdf::entries::{entries, has, is_named, name, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::{Node, Structure};

/// The flag that hides an annotation (ISO 32000-1, table 165).
const HIDDEN: i64 = 1 << 1;
/// Parents of a field that are asked for what it does not say itself.
const ANCESTORS: usize = 32;

pub(super) fn check<'f>(file: &'f File, page: &Page<'f>, structure: &Structure<'f>, breaches: &mut Breaches) {
    let Some(array) = page.dict.get::<Array<'f>>("Annots") else {
        return;
    };
    let has_language = language::is_stated(file);
    let mut any = false;
    for (id, object) in entries(file, &array) {
        let Some(annotation) = object.into_dict() else {
            continue;
        };
        any = true;
        let holder = id.and_then(|id| holder(structure, id, &annotation));
        one(page, &annotation, holder, structure, breaches);
        let lacks_language = !has_language && speaks_without_language(&annotation, holder, structure);
        if lacks_language {
            breaches.of(&rules::NO_LANGUAGE).on(page);
        }
    }
    if any && !is_named(&page.dict, "Tabs", "S") {
        breaches.of(&rules::NO_TAB_ORDER).on(page);
    }
}

/// The element that holds an annotation: by its own word, and by that of the tree.
fn holder(structure: &Structure<'_>, id: ObjectIdentifier, annotation: &Dict<'_>) -> Option<usize> {
    structure.holder_of_annotation(id).filter(|_| {
        // Without its number the annotation does not lead back.
        annotation.get::<i64>("StructParent").is_some()
    })
}

/// Whether what an annotation says of itself is in no language.
fn speaks_without_language(annotation: &Dict<'_>, holder: Option<usize>, structure: &Structure<'_>) -> bool {
    let speaks = says_something(annotation, "Contents") || says_something(annotation, "TU");
    let is_stated = says_something(annotation, "Lang")
        || holder.is_some_and(|holder| language::is_stated_about(structure, holder));
    speaks && !is_stated
}

fn one(
    page: &Page<'_>,
    annotation: &Dict<'_>,
    holder: Option<usize>,
    structure: &Structure<'_>,
    breaches: &mut Breaches,
) {
    let kind = name(annotation, "Subtype").unwrap_or_default();
    let area = annotation
        .get::<PdfRect>("Rect")
        .map(|area| page.in_points(area))
        .unwrap_or_default();
    let held = holder.and_then(|holder| structure.nodes.get(holder));
    match kind.as_str() {
        "TrapNet" => {
            breaches.of(&rules::TRAP_NET).at(page, Some(area));
            return;
        }
        "PrinterMark" => {
            if held.is_some() {
                breaches.of(&rules::PRINTER_MARK_TAGGED).at(page, Some(area));
            }
            return;
        }
        "Popup" => return,
        _ => {}
    }
    let flags = annotation.get::<i64>("F").unwrap_or(0);
    if flags & HIDDEN != 0 || is_outside(area, page.boxes.crop) {
        return;
    }
    let wanted = match kind.as_str() {
        "Link" => "Link",
        "Widget" => "Form",
        _ => "Annot",
    };
    if !held.is_some_and(|held| held.role.is(wanted)) {
        breaches
            .of(&rules::ANNOTATION_NOT_TAGGED)
            .at(page, Some(area))
            .named(&kind);
    }
    description(page, annotation, &kind, area, held, breaches);
}

fn description(
    page: &Page<'_>,
    annotation: &Dict<'_>,
    kind: &str,
    area: Rect,
    held: Option<&Node<'_>>,
    breaches: &mut Breaches,
) {
    let is_described = says_something(annotation, "Contents");
    let has_alt = held.is_some_and(|held| says_something(&held.dict, "Alt"));
    match kind {
        "Link" if !is_described => {
            breaches.of(&rules::LINK_WITHOUT_CONTENTS).at(page, Some(area));
        }
        "Widget" if !has_alt && !is_explained(annotation) => {
            breaches
                .of(&rules::FIELD_WITHOUT_DESCRIPTION)
                .at(page, Some(area));
        }
        "Link" | "Widget" => {}
        _ if !is_described && !has_alt => {
            breaches
                .of(&rules::ANNOTATION_WITHOUT_DESCRIPTION)
                .at(page, Some(area))
                .named(kind);
        }
        _ => {}
    }
}

/// Whether a field or one that it belongs to has a description.
fn is_explained(widget: &Dict<'_>) -> bool {
    let mut at = widget.clone();
    for _ in 0..ANCESTORS {
        if has(&at, "TU") {
            return says_something(&at, "TU");
        }
        match at.get::<Dict<'_>>("Parent") {
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}

fn is_outside(area: Rect, page: Rect) -> bool {
    area.x1 < page.x0 || area.x0 > page.x1 || area.y1 < page.y0 || area.y0 > page.y1
}
