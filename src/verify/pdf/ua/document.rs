//! What the file says of itself: tags, title, identity, encryption, attachments and dynamic forms.

use hayro::hayro_syntax::object::{Dict, Object};

use super::rules;
use crate::verify::pdf::entries::{has, is_named, name, one_or_several, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::Structure;
use crate::verify::pdf::walk::dictionaries;
use crate::verify::pdf::xmp::{DUBLIN_CORE, PDF_UA, Xmp};

/// Bit 10 of the permissions: text may be taken out for those who cannot see it (ISO 32000-1, table 22).
const READING_ALOUD: i64 = 1 << 9;

pub(super) fn check(file: &File, structure: &Structure<'_>, breaches: &mut Breaches) {
    version(file, breaches);
    marks(file, structure, breaches);
    metadata(file, breaches);
    encryption(file, breaches);
    dynamic_form(file, breaches);
    for found in dictionaries(file) {
        attachment(&found.dict, breaches);
        media(&found.dict, breaches);
        let is_form = found.stream.is_some() && is_named(&found.dict, "Subtype", "Form");
        breaches.when(is_form && has(&found.dict, "Ref"), &rules::REFERENCE_OBJECT);
    }
}

/// PDF/UA-1 builds on ISO 32000-1, which knows the versions 1.0 to 1.7. The catalog may name a later version than the header.
fn version(file: &File, breaches: &mut Breaches) {
    let later = name(&file.catalog(), "Version");
    for version in [Some(file.header_version()), later].into_iter().flatten() {
        let minor = version.strip_prefix("1.").map(str::as_bytes);
        if !matches!(minor, Some([b'0'..=b'7'])) {
            breaches.of(&rules::WRONG_VERSION).named(&version);
        }
    }
}

fn marks(file: &File, structure: &Structure<'_>, breaches: &mut Breaches) {
    let info: Dict<'_> = file.catalog().get("MarkInfo").unwrap_or_default();
    breaches.when(!structure.is_there, &rules::NO_STRUCTURE_TREE);
    let is_marked = info.get::<bool>("Marked") == Some(true);
    breaches.when(structure.is_there && !is_marked, &rules::NOT_MARKED);
    breaches.when(info.get::<bool>("Suspects") == Some(true), &rules::SUSPECTS);
    breaches.when(structure.truncated, &rules::ENDLESS_TAGS);
}

fn metadata(file: &File, breaches: &mut Breaches) {
    let preferences: Dict<'_> = file.catalog().get("ViewerPreferences").unwrap_or_default();
    let shows_title = preferences.get::<bool>("DisplayDocTitle") == Some(true);
    breaches.when(!shows_title, &rules::TITLE_NOT_SHOWN);
    let Some(xmp) = Xmp::read(file) else {
        breaches.of(&rules::NO_METADATA);
        return;
    };
    breaches.when(xmp.get(PDF_UA, "part") != Some("1"), &rules::NOT_IDENTIFIED);
    breaches.when(!xmp.says(DUBLIN_CORE, "title"), &rules::NO_TITLE);
}

fn encryption(file: &File, breaches: &mut Breaches) {
    let Some(id) = file.trailer().encryption else {
        return;
    };
    let Some(dict) = file.xref().get::<Dict<'_>>(id) else {
        return;
    };
    let allowed = dict.get::<i64>("P").unwrap_or(0);
    breaches.when(allowed & READING_ALOUD == 0, &rules::SHUT_TO_READERS);
}

fn attachment(dict: &Dict<'_>, breaches: &mut Breaches) {
    let lacks_name = !says_something(dict, "F") || !says_something(dict, "UF");
    breaches.when(has(dict, "EF") && lacks_name, &rules::ATTACHMENT_WITHOUT_NAME);
}

fn media(dict: &Dict<'_>, breaches: &mut Breaches) {
    let is_clip = is_named(dict, "Type", "MediaClip") || is_named(dict, "S", "MCD");
    let is_described = has(dict, "CT") && has(dict, "Alt");
    breaches.when(is_clip && !is_described, &rules::MEDIA_WITHOUT_ALTERNATIVE);
}

fn dynamic_form(file: &File, breaches: &mut Breaches) {
    let form: Dict<'_> = file.catalog().get("AcroForm").unwrap_or_default();
    let parts = one_or_several(file, &form, "XFA");
    let is_dynamic = parts.iter().any(|(_, part)| match part {
        Object::Stream(stream) => file
            .unpacked(stream)
            .is_some_and(|bytes| demands_rendering(&bytes)),
        _ => false,
    });
    breaches.when(is_dynamic, &rules::DYNAMIC_FORM);
}

/// Whether the data of a form hold `dynamicRender` with the value `required`.
fn demands_rendering(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.match_indices("dynamicRender").any(|(at, word)| {
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let value = rest.split_once('>').map_or("", |(_, value)| value);
        value.trim_start().starts_with("required")
    })
}
