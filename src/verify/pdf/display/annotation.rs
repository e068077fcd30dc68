//! Appearances of annotations (ISO 32000-2, 12.5.5).

use hayro::hayro_syntax::object::{Dict, Name, Object, Rect as PdfRect, Stream};
use hayro::kurbo::{Affine, Shape};

use super::form::matrix_of;
use super::painter::Painter;
use super::state::State;
use crate::verify::pdf::page::{Page, corners};

/// Annotations of a page that are looked at.
const MOST: usize = 10_000;
/// The flag that hides an annotation on the screen and in print.
const HIDDEN: i64 = 1 << 1;
/// The flag without which an annotation is for the screen alone.
const PRINT: i64 = 1 << 2;

impl<'f> Painter<'_, 'f> {
    /// Paints the annotations of a page over it.
    pub(super) fn annotations(&mut self, page: &Page<'f>) {
        for (place, annotation) in page.annotations().into_iter().take(MOST).enumerate() {
            let Some(appearance) = appearance(&annotation) else {
                continue;
            };
            self.state = State::new(self.base * placed(&annotation, appearance.dict()));
            self.annotation = Some(place);
            let flags: i64 = annotation.get("F").unwrap_or(0);
            self.prints = flags & PRINT != 0;
            self.hidden = flags & HIDDEN != 0 || self.shared.layers.hides(&annotation, "OC");
            self.form(&appearance, page.resources());
        }
        self.annotation = None;
        self.hidden = false;
        self.prints = true;
    }
}

/// The appearance that an annotation has as long as nobody touches it.
fn appearance<'f>(annotation: &Dict<'f>) -> Option<Stream<'f>> {
    match annotation.get::<Dict<'f>>("AP")?.get::<Object<'f>>("N")? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => {
            let state: Name<'f> = annotation.get("AS")?;
            states.get(state)
        }
        _ => None,
    }
}

/// Moves and stretches an appearance into the rectangle of its annotation.
fn placed(annotation: &Dict<'_>, appearance: &Dict<'_>) -> Affine {
    let (Some(rect), Some(bounds)) = (
        annotation.get::<PdfRect>("Rect"),
        appearance.get::<PdfRect>("BBox"),
    ) else {
        return Affine::IDENTITY;
    };
    let rect = corners(rect);
    let shown = (matrix_of(appearance) * corners(bounds).to_path(0.1)).bounding_box();
    let scale = |to: f64, from: f64| if from.abs() > 1e-9 { to / from } else { 1.0 };
    let (across, down) = (
        scale(rect.width(), shown.width()),
        scale(rect.height(), shown.height()),
    );
    Affine::new([
        across,
        0.0,
        0.0,
        down,
        rect.x0 - across * shown.x0,
        rect.y0 - down * shown.y0,
    ])
}
