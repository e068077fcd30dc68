//! Text strings of a PDF: UTF-16 with its mark, UTF-8 with its mark, else an encoding of its own that is close to Latin-1.

use hayro::hayro_syntax::object::String as PdfString;

/// What a text string says (ISO 32000-2, 7.9.2.2). Of `PDFDocEncoding`, only what Latin-1 has is told apart.
#[must_use]
pub fn text_of(string: &PdfString<'_>) -> String {
    let bytes = string.as_bytes();
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, u16::from_be_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
