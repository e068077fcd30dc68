//! The standards that a file says it keeps.

use super::file::File;
use super::x4;
use super::xmp::{PDF_A, PDF_UA, Xmp};

/// The longest name of a standard, in characters.
const LONGEST: usize = 64;

/// The standards that the metadata and the information dictionary name: `PDF/X-4`, `PDF/A-2b`, `PDF/UA-1`.
pub(super) fn claims(file: &File) -> Vec<String> {
    let xmp = Xmp::read(file);
    let said = |namespace: &str, name: &str| {
        let value = xmp.as_ref()?.get(namespace, name)?;
        (!value.is_empty()).then(|| value.to_owned())
    };
    let for_print = x4::claim(file, xmp.as_ref());
    let for_archives = said(PDF_A, "part").map(|part| {
        let level = said(PDF_A, "conformance").unwrap_or_default().to_lowercase();
        format!("PDF/A-{part}{level}")
    });
    let for_readers = said(PDF_UA, "part").map(|part| format!("PDF/UA-{part}"));
    let claims = [for_print, for_archives, for_readers].into_iter().flatten();
    claims.filter(|claim| claim.chars().count() <= LONGEST).collect()
}
