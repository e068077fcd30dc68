//! How wide a composite font says its characters are, where its text runs downwards. What shows pages then tells how far down the next one
//! is; but the widths across are those that the program has to agree with (ISO 14289-1, 7.21.5), whichever way the text runs.

use std::collections::BTreeMap;

use hayro::hayro_interpret::hayro_cmap::CMap;
use hayro::hayro_syntax::object::{Array, Dict, Object, Stream};

use super::file::File;

/// What a character is wide of which nothing is said (ISO 32000-1, table 117).
const DEFAULT: f64 = 1000.0;
/// The highest CID (ISO 32000-1, annex C).
const HIGHEST: u32 = 65_535;
/// Widths that are read: of each CID one, and as many again that are said twice.
const MOST: usize = 131_072;

/// Widths in thousandths of an em.
#[derive(Debug)]
pub(super) struct Widths {
    default: f64,
    by_cid: BTreeMap<u32, f64>,
    /// What leads from codes to CIDs; where there is none, they are the same.
    map: Option<CMap>,
}

impl Widths {
    /// The widths of a composite font and the one that it is made of.
    pub(super) fn read(file: &File, font: &Dict<'_>, descendant: &Dict<'_>) -> Self {
        let map = font
            .get::<Stream<'_>>("Encoding")
            .and_then(|stream| CMap::parse(&file.unpacked(&stream)?, |_| None));
        let mut widths = Self {
            default: descendant.get("DW").unwrap_or(DEFAULT),
            by_cid: BTreeMap::new(),
            map,
        };
        if let Some(list) = descendant.get::<Array<'_>>("W") {
            widths.take(&list);
        }
        widths
    }

    /// How wide the character of a code is.
    pub(super) fn of(&self, code: u32) -> f64 {
        let cid = match &self.map {
            Some(map) => (1..=4)
                .find_map(|bytes| map.lookup_cid_code(code, bytes))
                .unwrap_or(0),
            None => code,
        };
        self.by_cid.get(&cid).copied().unwrap_or(self.default)
    }

    /// Reads `first [width …]` and `first last width` (ISO 32000-1, 9.7.4.3), up to what is neither.
    fn take(&mut self, list: &Array<'_>) {
        let mut left = MOST;
        let mut parts = list.iter::<Object<'_>>();
        while let (Some(first), Some(next)) = (parts.next().and_then(cid), parts.next()) {
            let said: Vec<(u32, f64)> = match next {
                Object::Array(widths) => (first..=HIGHEST).zip(widths.iter::<f64>()).take(left).collect(),
                last => {
                    let width = parts
                        .next()
                        .and_then(Object::into_number)
                        .map(|width| width.as_f64());
                    let (Some(last), Some(width)) = (cid(last), width) else {
                        return;
                    };
                    (first..=last).map(|cid| (cid, width)).take(left).collect()
                }
            };
            left -= said.len();
            self.by_cid.extend(said);
        }
    }
}

fn cid(object: Object<'_>) -> Option<u32> {
    let number = object.into_number()?.as_i64();
    u32::try_from(number).ok().map(|cid| cid.min(HIGHEST))
}
