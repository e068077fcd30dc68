//! Version, encryption, identifiers and metadata.

use hayro::hayro_syntax::object::{Dict, Name, Stream};

use super::{Standard, claim, rules};
use crate::verify::pdf::entries::{has, name, said, says_something};
use crate::verify::pdf::file::File;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::xmp::{DUBLIN_CORE, PDF, PDF_X, XMP, XMP_MM, Xmp};

/// What the metadata of PDF/X-4 hold.
const WANTED: &[(&str, &str, &str)] = &[
    (DUBLIN_CORE, "title", "dc:title"),
    (XMP, "CreateDate", "xmp:CreateDate"),
    (XMP, "ModifyDate", "xmp:ModifyDate"),
    (XMP, "MetadataDate", "xmp:MetadataDate"),
    (XMP_MM, "DocumentID", "xmpMM:DocumentID"),
    (XMP_MM, "VersionID", "xmpMM:VersionID"),
    (XMP_MM, "RenditionClass", "xmpMM:RenditionClass"),
];
/// What the document information of PDF/X-1a and PDF/X-3 holds.
const WANTED_BEFORE: &[&str] = &["Title", "CreationDate", "ModDate", "Creator", "Producer"];
/// What stands in both: the entry of the document information, and the property.
const IN_BOTH: &[(&str, &str, &str)] = &[
    ("Title", DUBLIN_CORE, "title"),
    ("Creator", XMP, "CreatorTool"),
    ("Producer", PDF, "Producer"),
    ("CreationDate", XMP, "CreateDate"),
    ("ModDate", XMP, "ModifyDate"),
];

pub(super) fn check(file: &File, standard: Standard, breaches: &mut Breaches) {
    version(file, standard, breaches);
    breaches.when(file.is_encrypted(), &rules::ENCRYPTED);
    breaches.when(file.trailer().id.len() < 2, &rules::NO_FILE_ID);
    let xmp = Xmp::read(file);
    identity(file, standard, xmp.as_ref(), breaches);
    metadata(file, standard, xmp.as_ref(), breaches);
    trapped(file, standard, xmp.as_ref(), breaches);
}

fn version(file: &File, standard: Standard, breaches: &mut Breaches) {
    let highest = if standard == Standard::X4 { (1, 6) } else { (1, 4) };
    let later = name(&file.catalog(), "Version");
    for version in [Some(file.header_version()), later].into_iter().flatten() {
        let parts = version.split_once('.');
        let number = parts.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
        if number.is_none_or(|number: (u32, u32)| number > highest) {
            breaches.of(&rules::WRONG_VERSION).named(&version);
        }
    }
}

fn identity(file: &File, standard: Standard, xmp: Option<&Xmp>, breaches: &mut Breaches) {
    let said = match standard {
        // PDF/X-4 is named in the metadata; the document information is no more than an echo of it.
        Standard::X4 => xmp
            .and_then(|xmp| xmp.get(PDF_X, "GTS_PDFXVersion"))
            .map(str::to_owned),
        Standard::X1a | Standard::X3 => claim(file, xmp),
    };
    let begin = match standard {
        Standard::X4 => "PDF/X-4",
        Standard::X1a => "PDF/X-1",
        Standard::X3 => "PDF/X-3",
    };
    // PDF/X-4p fetches its profile, which is another promise.
    let fits = |said: &str| said.starts_with(begin) && (standard != Standard::X4 || said == begin);
    if said.as_deref().is_some_and(fits) {
        return;
    }
    let breach = breaches.of(&rules::NOT_IDENTIFIED);
    if let Some(said) = said {
        breach.named(&said);
    }
}

fn metadata(file: &File, standard: Standard, xmp: Option<&Xmp>, breaches: &mut Breaches) {
    let info = file.info();
    if standard == Standard::X4 {
        for (namespace, name, shown) in WANTED {
            if !xmp.is_some_and(|xmp| xmp.says(namespace, name)) {
                breaches.of(&rules::MISSING_METADATA).named(shown);
            }
        }
        let stream: Option<Stream<'_>> = file.catalog().get("Metadata");
        let is_packed = stream.is_some_and(|stream| has(stream.dict(), "Filter"));
        breaches.when(is_packed, &rules::FILTERED_METADATA);
    } else {
        for name in WANTED_BEFORE {
            if !says_something(&info, name) {
                breaches.of(&rules::MISSING_METADATA).named(&format!("/{name}"));
            }
        }
    }
    let Some(xmp) = xmp else { return };
    for (entry, namespace, name) in IN_BOTH {
        let (Some(old), Some(new)) = (said(&info, entry), xmp.get(namespace, name)) else {
            continue;
        };
        let agree = if entry.ends_with("Date") {
            same_time(&old, new)
        } else {
            old.trim() == new
        };
        if !agree {
            breaches.of(&rules::INFO_DISAGREES).named(&format!("/{entry}"));
        }
    }
}

fn trapped(file: &File, standard: Standard, xmp: Option<&Xmp>, breaches: &mut Breaches) {
    let info: Dict<'_> = file.info();
    let old = info
        .get::<Name<'_>>("Trapped")
        .map(|name| name.as_str().to_owned());
    let new = xmp.and_then(|xmp| xmp.get(PDF, "Trapped"));
    let is_said = |said: Option<&str>| said.is_some_and(|said| matches!(said, "True" | "False"));
    let enough = match standard {
        Standard::X4 => is_said(new) || is_said(old.as_deref()),
        Standard::X1a | Standard::X3 => is_said(old.as_deref()),
    };
    breaches.when(!enough, &rules::NO_TRAPPED);
    if let (Some(old), Some(new)) = (old.as_deref(), new)
        && old != new
    {
        breaches.of(&rules::INFO_DISAGREES).named("/Trapped");
    }
}

/// Whether a date of PDF, `D:20260401120000+02'00'`, and one of XMP, `2026-04-01T12:00:00+02:00`, are the same as far as both go. In two zones
/// the same moment reads differently, and then nothing is said against them.
fn same_time(old: &str, new: &str) -> bool {
    let ((old, old_zone), (new, new_zone)) = (moment_and_zone(old), moment_and_zone(new));
    let shared = old.len().min(new.len());
    old_zone != new_zone || (shared >= 4 && old.get(..shared) == new.get(..shared))
}

/// The digits of a date down to the second, and those of its zone without zeros at the end.
fn moment_and_zone(date: &str) -> (String, String) {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let date = date.trim().trim_start_matches("D:");
    let (day, time) = date
        .split_once('T')
        .or_else(|| date.split_at_checked(8))
        .unwrap_or((date, ""));
    let (time, zone) = time.split_at(time.find(['Z', '+', '-']).unwrap_or(time.len()));
    let time = time.split('.').next().unwrap_or_default();
    let sign = if zone.starts_with('-') { "-" } else { "" };
    let zone = format!("{sign}{}", digits(zone));
    let zone = zone.trim_end_matches('0').to_owned();
    (digits(day) + &digits(time), zone)
}

#[cfg(test)]
mod tests {
    use super::same_time;

    #[test]
    fn dates_are_the_same_whichever_way_they_are_written() {
        assert!(same_time("D:20260401120000+02'00'", "2026-04-01T12:00:00+02:00"));
        assert!(same_time("D:20260401120000Z", "2026-04-01T12:00:00+00:00"));
        assert!(same_time("D:20260401", "2026-04-01T12:00:00"));
        assert!(!same_time("D:20260401120000Z", "2026-04-02T12:00:00Z"));
        assert!(!same_time("D:20260401120000-05'00'", "2026-04-01T12:00:01-05:00"));
    }
}
