//! The pages of a file.

use std::collections::BTreeSet;

use hayro::hayro_syntax::object::{Array, Dict, ObjectIdentifier, Rect as PdfRect};
use hayro::hayro_syntax::page::{Page as Inner, Resources, Rotation};
use hayro::kurbo::Rect;

/// Ancestors of a page that are asked for what it does not say itself.
const ANCESTORS: usize = 64;
/// The largest unit that a page may have, in points: that of the largest sheet that viewers show (ISO 32000-1, annex C).
const LARGEST_UNIT: f64 = 75_000.0;

/// A page.
#[derive(Clone)]
pub struct Page<'f> {
    /// Its place in the file, from 0.
    pub index: usize,
    /// Its dictionary.
    pub dict: Dict<'f>,
    /// Its boxes as they apply: inherited, and those that are missing made from the others (ISO 32000-2, 14.11.2).
    pub boxes: Boxes,
    /// Its boxes as they are written, in its own dictionary or, for those that are inherited, in that of an ancestor.
    pub written: Written,
    /// How far it is turned: 0, 90, 180 or 270.
    pub rotate: i32,
    /// `UserUnit`, where it is written.
    pub user_unit: Option<f64>,
    /// Points of a unit of its default user space: `UserUnit` where it is a length, else 1.
    pub unit: f64,
    inner: &'f Inner<'f>,
}

/// The boxes of a page in points: `UserUnit` is multiplied in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boxes {
    /// The sheet.
    pub media: Rect,
    /// What a viewer shows.
    pub crop: Rect,
    /// How far artwork reaches.
    pub bleed: Rect,
    /// Where it is cut.
    pub trim: Rect,
    /// What matters of it.
    pub art: Rect,
}

/// The boxes of a page that are written, in points, `UserUnit` multiplied in; else left as they are, not cut by the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Written {
    /// `MediaBox`
    pub media: Option<Rect>,
    /// `CropBox`
    pub crop: Option<Rect>,
    /// `BleedBox`
    pub bleed: Option<Rect>,
    /// `TrimBox`
    pub trim: Option<Rect>,
    /// `ArtBox`
    pub art: Option<Rect>,
    /// `Rotate`, whatever number it is.
    pub rotate: Option<i64>,
}

impl<'f> Page<'f> {
    pub(super) fn new(index: usize, inner: &'f Inner<'f>) -> Self {
        let dict = inner.raw().clone();
        let user_unit = dict.get::<f64>("UserUnit");
        let unit = user_unit
            .filter(|unit| unit.is_finite() && *unit > 0.0)
            .map_or(1.0, |unit| unit.min(LARGEST_UNIT));
        let written = Written::of(&dict, unit);
        let media = corners(inner.media_box()).scale_from_origin(unit);
        // A box may not reach beyond the sheet; where it does, the sheet cuts it.
        let within = |written: Option<Rect>, otherwise: Rect| match written {
            Some(written) if !written.intersect(media).is_zero_area() => written.intersect(media),
            _ => otherwise,
        };
        let crop = within(written.crop, media);
        Self {
            index,
            boxes: Boxes {
                media,
                crop,
                bleed: within(written.bleed, crop),
                trim: within(written.trim, crop),
                art: within(written.art, crop),
            },
            written,
            rotate: match inner.rotation() {
                Rotation::None => 0,
                Rotation::Horizontal => 90,
                Rotation::Flipped => 180,
                Rotation::FlippedHorizontal => 270,
            },
            user_unit,
            unit,
            dict,
            inner,
        }
    }

    /// Its object, where it is one of its own.
    #[must_use]
    pub fn object(&self) -> Option<ObjectIdentifier> {
        self.dict.obj_id()
    }

    /// What its content names.
    #[must_use]
    pub fn resources(&self) -> &'f Resources<'f> {
        self.inner.resources()
    }

    /// A rectangle as the page or an annotation writes it, in points.
    #[must_use]
    pub(super) fn in_points(&self, written: PdfRect) -> Rect {
        corners(written).scale_from_origin(self.unit)
    }

    /// Its annotations in order.
    #[must_use]
    pub fn annotations(&self) -> Vec<Dict<'f>> {
        let written: Option<Array<'f>> = self.dict.get("Annots");
        written
            .map(|array| array.iter::<Dict<'f>>().collect())
            .unwrap_or_default()
    }
}

impl Written {
    fn of(page: &Dict<'_>, unit: f64) -> Self {
        let points = |rect: PdfRect| corners(rect).scale_from_origin(unit);
        let own = |name: &str| page.get::<PdfRect>(name).map(points);
        Self {
            media: inherited(page, |page| page.get("MediaBox").map(points)),
            crop: inherited(page, |page| page.get("CropBox").map(points)),
            bleed: own("BleedBox"),
            trim: own("TrimBox"),
            art: own("ArtBox"),
            rotate: inherited(page, |page| page.get("Rotate")),
        }
    }
}

/// What a page says, or the first ancestor that does.
fn inherited<T>(page: &Dict<'_>, said: impl Fn(&Dict<'_>) -> Option<T>) -> Option<T> {
    let mut at = page.clone();
    let mut seen = BTreeSet::new();
    for _ in 0..ANCESTORS {
        if let Some(found) = said(&at) {
            return Some(found);
        }
        let parent = ObjectIdentifier::from(at.get_ref("Parent")?);
        if !seen.insert(parent) {
            return None;
        }
        at = at.get("Parent")?;
    }
    None
}

pub(super) const fn corners(rect: PdfRect) -> Rect {
    Rect::new(rect.x0, rect.y0, rect.x1, rect.y1)
}
