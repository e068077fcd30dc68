//! What must not be anywhere in the file.

use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Dict, Object};

use super::rules;
use crate::verify::pdf::entries::{dict_of, has, is_named, name};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::walk::{Found, dictionaries};

/// The kinds of actions (ISO 32000-1, table 198) but JavaScript.
const ACTIONS: &[&str] = &[
    "GoTo",
    "GoTo3DView",
    "GoToE",
    "GoToR",
    "Hide",
    "ImportData",
    "Launch",
    "Movie",
    "Named",
    "Rendition",
    "ResetForm",
    "SetOCGState",
    "Sound",
    "SubmitForm",
    "Thread",
    "Trans",
    "URI",
];

pub(super) fn check(file: &File, breaches: &mut Breaches) {
    breaches.when(has(&file.catalog(), "AcroForm"), &rules::FORM_FIELDS);
    let names: Dict<'_> = file.catalog().get("Names").unwrap_or_default();
    breaches.when(has(&names, "JavaScript"), &rules::JAVASCRIPT);
    for found in dictionaries(file) {
        actions(&found.dict, breaches);
        objects(&found, breaches);
        graphics_state(&found.dict, breaches);
    }
}

fn actions(dict: &Dict<'_>, breaches: &mut Breaches) {
    if dict
        .get::<Dict<'_>>("AA")
        .is_some_and(|entries| are_actions(&entries))
    {
        breaches.of(&rules::ACTION).named("/AA");
    }
    // Elements of the structure tree have an `S`, too.
    if has(dict, "P") || is_named(dict, "Type", "StructElem") {
        return;
    }
    match name(dict, "S").as_deref() {
        Some("JavaScript") => {
            breaches.of(&rules::JAVASCRIPT);
        }
        Some(kind) if ACTIONS.contains(&kind) => {
            breaches.of(&rules::ACTION).named(kind);
        }
        _ => {}
    }
}

/// Whether what stands under `AA` are actions; fonts and other resources may be called so, too.
fn are_actions(entries: &Dict<'_>) -> bool {
    entries.keys().all(|key| {
        let action: Option<Dict<'_>> = entries.get(key);
        action.is_some_and(|action| has(&action, "S"))
    })
}

fn objects(found: &Found<'_>, breaches: &mut Breaches) {
    let dict = &found.dict;
    breaches.when(has(dict, "OPI"), &rules::OPI);
    let Some(stream) = &found.stream else { return };
    let kind = name(dict, "Subtype");
    let is_postscript = kind.as_deref() == Some("PS") || is_named(dict, "Subtype2", "PS");
    breaches.when(is_postscript, &rules::POSTSCRIPT);
    let is_form = kind.as_deref() == Some("Form");
    breaches.when(is_form && has(dict, "Ref"), &rules::REFERENCE_OBJECT);
    let is_picture = kind.as_deref() == Some("Image");
    breaches.when(is_picture && has(dict, "Alternates"), &rules::ALTERNATE_PICTURE);
    breaches.when(stream.filters().contains(&Filter::LzwDecode), &rules::LZW);
    breaches.when(has(dict, "F"), &rules::EXTERNAL_STREAM);
    breaches.when(
        dict.get::<u8>("HalftoneType").is_some() || has(dict, "HalftoneName"),
        &rules::HALFTONE,
    );
}

fn graphics_state(dict: &Dict<'_>, breaches: &mut Breaches) {
    // Soft masks have a transfer function of their own, which is allowed.
    let is_mask =
        is_named(dict, "Type", "Mask") || is_named(dict, "S", "Luminosity") || is_named(dict, "S", "Alpha");
    let is_default = is_named(dict, "TR2", "Default");
    let transfers = is_transfer(dict, "TR") || (has(dict, "TR2") && !is_default);
    breaches.when(!is_mask && transfers, &rules::TRANSFER_FUNCTION);
    breaches.when(has(dict, "HTP"), &rules::HALFTONE);
    let kind = dict
        .get::<Object<'_>>("HalftoneType")
        .and(dict.get::<i64>("HalftoneType"));
    let is_allowed = matches!(kind, None | Some(1 | 5)) && !has(dict, "HalftoneName");
    breaches.when(!is_allowed, &rules::HALFTONE);
}

/// Whether a transfer function stands there: one, one for each ink, or a name. Tags of tables and resources may be called so, too.
fn is_transfer(dict: &Dict<'_>, key: &str) -> bool {
    let is_function = |object: &Object<'_>| match object {
        Object::Name(name) => matches!(name.as_str(), "Identity" | "Default"),
        other => dict_of(other).is_some_and(|dict| has(&dict, "FunctionType")),
    };
    match dict.get::<Object<'_>>(key) {
        Some(Object::Array(inks)) => inks
            .iter::<Object<'_>>()
            .next()
            .is_some_and(|first| is_function(&first)),
        Some(other) => is_function(&other),
        None => false,
    }
}
