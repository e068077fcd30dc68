//! Signs that are named by number. The characters of ZapfDingbats are called `a1` to `a206`, which stand neither in the Adobe Glyph List nor
//! among the names of Symbol (ISO 32000-1, annex D); where letters are to be told by names, these tell none.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object};

use super::entries::name;
use super::font::{Font, FontKind};

/// The font, as it is called among the standard ones.
const DINGBATS: &str = "ZapfDingbats";
/// The one character of its own encoding that has a common name.
const SPACE: u32 = 32;

/// Whether a character is called by a number of ZapfDingbats.
pub(super) fn is_one(font: &Font<'_>, code: u32) -> bool {
    let is_of_names = matches!(font.kind, FontKind::Type1 | FontKind::MultipleMaster);
    if !is_of_names || font.name() != DINGBATS {
        return false;
    }
    let encoding: Option<Dict<'_>> = font.dict.get("Encoding");
    let base = match &encoding {
        Some(encoding) => name(encoding, "BaseEncoding"),
        None => name(&font.dict, "Encoding"),
    };
    match encoding.and_then(|encoding| difference(&encoding, code)) {
        Some(name) => is_number(&name),
        None => base.is_none() && code != SPACE,
    }
}

/// What an encoding calls a character, where it differs from its base (ISO 32000-1, 9.6.6.1).
fn difference(encoding: &Dict<'_>, wanted: u32) -> Option<String> {
    let list: Array<'_> = encoding.get("Differences")?;
    let (mut code, mut found) = (0_i64, None);
    for entry in list.iter::<Object<'_>>() {
        match entry {
            Object::Number(number) => code = number.as_i64(),
            Object::Name(name) => {
                if code == i64::from(wanted) {
                    found = Some(Name::as_str(&name).to_owned());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    found
}

/// `a1` to `a206`.
fn is_number(name: &str) -> bool {
    name.strip_prefix('a').is_some_and(|digits| {
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}
