//! Fonts as their dictionaries describe them. What their characters are is judged where both editions are.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::rules;
use crate::verify::pdf::element::{Element, Kind};
use crate::verify::pdf::entries::{has, is_named, name};
use crate::verify::pdf::font::{Font, FontKind, SYMBOLIC};
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::typefaces::shown;

/// The maps of characters that every program knows (ISO 32000-1, table 118).
const KNOWN_MAPS: &[&str] = &[
    "Identity-H",
    "Identity-V",
    "GB-EUC-H",
    "GB-EUC-V",
    "GBpc-EUC-H",
    "GBpc-EUC-V",
    "GBK-EUC-H",
    "GBK-EUC-V",
    "GBKp-EUC-H",
    "GBKp-EUC-V",
    "GBK2K-H",
    "GBK2K-V",
    "UniGB-UCS2-H",
    "UniGB-UCS2-V",
    "UniGB-UTF16-H",
    "UniGB-UTF16-V",
    "B5pc-H",
    "B5pc-V",
    "HKscs-B5-H",
    "HKscs-B5-V",
    "ETen-B5-H",
    "ETen-B5-V",
    "ETenms-B5-H",
    "ETenms-B5-V",
    "CNS-EUC-H",
    "CNS-EUC-V",
    "UniCNS-UCS2-H",
    "UniCNS-UCS2-V",
    "UniCNS-UTF16-H",
    "UniCNS-UTF16-V",
    "83pv-RKSJ-H",
    "90ms-RKSJ-H",
    "90ms-RKSJ-V",
    "90msp-RKSJ-H",
    "90msp-RKSJ-V",
    "90pv-RKSJ-H",
    "Add-RKSJ-H",
    "Add-RKSJ-V",
    "EUC-H",
    "EUC-V",
    "Ext-RKSJ-H",
    "Ext-RKSJ-V",
    "H",
    "V",
    "UniJIS-UCS2-H",
    "UniJIS-UCS2-V",
    "UniJIS-UCS2-HW-H",
    "UniJIS-UCS2-HW-V",
    "UniJIS-UTF16-H",
    "UniJIS-UTF16-V",
    "KSC-EUC-H",
    "KSC-EUC-V",
    "KSCms-UHC-H",
    "KSCms-UHC-V",
    "KSCms-UHC-HW-H",
    "KSCms-UHC-HW-V",
    "KSCpc-EUC-H",
    "UniKS-UCS2-H",
    "UniKS-UCS2-V",
    "UniKS-UTF16-H",
    "UniKS-UTF16-V",
];

pub(super) fn check(page: &Page<'_>, element: &Element<'_>, breaches: &mut Breaches) {
    let Kind::Text(text) = &element.kind else { return };
    let font = &*text.font;
    match font.kind {
        FontKind::CidType0 | FontKind::CidType2 => composite(page, font, breaches),
        FontKind::TrueType if font.embedded => true_type(page, font, breaches),
        _ => {}
    }
}

fn composite(page: &Page<'_>, font: &Font<'_>, breaches: &mut Breaches) {
    let is_unknown = match font.dict.get::<Object<'_>>("Encoding") {
        Some(Object::Stream(_)) => false,
        Some(Object::Name(name)) => !KNOWN_MAPS.contains(&name.as_str()),
        _ => true,
    };
    if is_unknown {
        breaches
            .of(&rules::UNKNOWN_CHARACTER_MAP)
            .on(page)
            .named(&name(&font.dict, "Encoding").unwrap_or_else(|| shown(font)));
    }
    let descendant: Option<Dict<'_>> = font
        .dict
        .get::<Array<'_>>("DescendantFonts")
        .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let Some(descendant) = descendant else { return };
    let is_mapped = descendant.get::<Stream<'_>>("CIDToGIDMap").is_some()
        || is_named(&descendant, "CIDToGIDMap", "Identity");
    if font.kind == FontKind::CidType2 && font.embedded && !is_mapped {
        breaches.of(&rules::NO_GLYPH_MAP).on(page).named(&shown(font));
    }
}

fn true_type(page: &Page<'_>, font: &Font<'_>, breaches: &mut Breaches) {
    let descriptor: Dict<'_> = font.dict.get("FontDescriptor").unwrap_or_default();
    let flags = descriptor.get::<i64>("Flags").unwrap_or(0);
    let is_symbolic = flags & SYMBOLIC != 0;
    let is_known = |name: &Name<'_>| matches!(name.as_str(), "MacRomanEncoding" | "WinAnsiEncoding");
    let fits = match font.dict.get::<Object<'_>>("Encoding") {
        None => is_symbolic,
        Some(_) if is_symbolic => false,
        Some(Object::Name(name)) => is_known(&name),
        Some(Object::Dict(dict)) => dict
            .get::<Name<'_>>("BaseEncoding")
            .is_some_and(|name| is_known(&name)),
        Some(_) => false,
    };
    if !fits && (is_symbolic || has(&descriptor, "Flags")) {
        breaches
            .of(&rules::TRUETYPE_ENCODING)
            .on(page)
            .named(&shown(font));
    }
}
