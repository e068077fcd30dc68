//! Fonts as their dictionaries describe them. What their characters are is judged where both editions are.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::rules;
use crate::verify::pdf::element::{Element, Kind};
use crate::verify::pdf::entries::{has, is_named, name};
use crate::verify::pdf::font::{Font, FontKind, SYMBOLIC};
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::typefaces::shown;

/// The beginnings of the names of maps that every program knows (ISO 32000-1, table 118).
const KNOWN_MAPS: &[&str] = &[
    "Identity-",
    "GB-",
    "GBpc-",
    "GBK",
    "UniGB-",
    "B5pc-",
    "HKscs-",
    "ETen",
    "CNS-",
    "UniCNS-",
    "83pv-",
    "90ms",
    "90pv-",
    "Add-",
    "EUC-",
    "Ext-",
    "H",
    "V",
    "UniJIS-",
    "KSC",
    "UniKS-",
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
        Some(Object::Name(name)) => !is_known(name.as_str()),
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

fn is_known(map: &str) -> bool {
    let is_horizontal_or_vertical = map.ends_with("-H") || map.ends_with("-V") || matches!(map, "H" | "V");
    is_horizontal_or_vertical
        && KNOWN_MAPS.iter().any(|begin| {
            if matches!(*begin, "H" | "V") {
                map == *begin
            } else {
                map.starts_with(begin)
            }
        })
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
