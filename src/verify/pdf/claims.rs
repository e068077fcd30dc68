//! The standards that a file says it keeps.

use hayro::hayro_syntax::object::String as PdfString;

use super::file::File;
use super::text_string::text_of;

/// The standards that the metadata and the information dictionary name: `PDF/X-4`, `PDF/A-2b`, `PDF/UA-1`.
pub(super) fn claims(file: &File) -> Vec<String> {
    let xmp = file.xmp().map(|bytes| as_text(&bytes)).unwrap_or_default();
    let mut claims = Vec::new();
    let from_info: Option<PdfString<'_>> = file.info().get("GTS_PDFXVersion");
    claims.extend(property(&xmp, "pdfxid:GTS_PDFXVersion").or_else(|| from_info.map(|said| text_of(&said))));
    if let Some(part) = property(&xmp, "pdfaid:part") {
        let level = property(&xmp, "pdfaid:conformance").unwrap_or_default();
        claims.push(format!("PDF/A-{part}{}", level.to_lowercase()));
    }
    claims.extend(property(&xmp, "pdfuaid:part").map(|part| format!("PDF/UA-{part}")));
    claims
}

/// Metadata as text: UTF-8, or UTF-16 with its mark.
fn as_text(bytes: &[u8]) -> String {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        _ => return String::from_utf8_lossy(bytes).into_owned(),
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

/// The value of a property, written as an element or as an attribute, under its usual prefix.
fn property(xmp: &str, name: &str) -> Option<String> {
    let value = xmp.match_indices(name).find_map(|(at, _)| {
        let rest = xmp.get(at + name.len()..)?.trim_start();
        if let Some(text) = rest.strip_prefix('>') {
            return text.split('<').next();
        }
        let text = rest.strip_prefix('=')?.trim_start();
        let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        text.get(1..)?.split(quote).next()
    });
    let value = value?.trim();
    (!value.is_empty() && value.chars().count() <= 64).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_may_be_an_element_or_an_attribute() {
        assert_eq!(property("<pdfuaid:part>1</pdfuaid:part>", "pdfuaid:part").as_deref(), Some("1"));
        assert_eq!(property("<x pdfuaid:part = '2'/>", "pdfuaid:part").as_deref(), Some("2"));
        assert_eq!(property("<pdfuaid:part></pdfuaid:part>", "pdfuaid:part"), None);
    }

    #[test]
    fn metadata_may_be_in_utf_16() {
        let text = "<pdfuaid:part>1<";
        let bytes: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        assert_eq!(property(&as_text(&bytes), "pdfuaid:part").as_deref(), Some("1"));
    }
}
