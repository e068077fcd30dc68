//! Patterns and shadings (ISO 32000-2, 8.7).

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, Object, ObjectIdentifier, Rect as PdfRect, Stream, dict_or_stream};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, Rect};

use super::form::{matrix_of, outline_of};
use super::painter::Painter;
use super::state::State;
use crate::verify::pdf::element::{FillRule, Kind, Shading};
use crate::verify::pdf::page::corners;
use crate::verify::pdf::paint::{Pattern, Tiling};
use crate::verify::pdf::space::Space;

impl<'f> Painter<'_, 'f> {
    /// The pattern that is chosen. Its space is that of the page or form that names it, whatever matrix applies now.
    pub(super) fn pattern(
        &self,
        written: &Object<'f>,
        object: Option<ObjectIdentifier>,
        strokes: bool,
        resources: &Resources<'f>,
    ) -> Rc<Pattern<'f>> {
        let coloured = written
            .clone()
            .into_stream()
            .is_some_and(|stream| stream.dict().get::<u8>("PaintType") != Some(2));
        let is_shared = coloured || matches!(written, Object::Dict(_));
        let key = object
            .filter(|_| is_shared)
            .map(|id| (id, self.base.as_coeffs().map(f64::to_bits)));
        if let Some(known) = key.and_then(|key| self.shared.patterns.borrow().get(&key).cloned()) {
            return known;
        }
        let pattern = Rc::new(match written {
            Object::Stream(stream) => self.tiling(stream, strokes, coloured),
            Object::Dict(dict) => self.shading_pattern(dict, resources),
            _ => Pattern::Unknown,
        });
        if let Some(key) = key {
            self.shared.patterns.borrow_mut().insert(key, Rc::clone(&pattern));
        }
        pattern
    }

    fn shading_pattern(&self, dict: &Dict<'f>, resources: &Resources<'f>) -> Pattern<'f> {
        let matrix = self.base * matrix_of(dict);
        let shading = dict.get::<Object<'f>>("Shading");
        match shading.and_then(|shading| self.shading(&shading, matrix, resources)) {
            Some(shading) => Pattern::Shading(shading),
            None => {
                self.shared
                    .damaged(text!("a pattern without a shading", "ein Muster ohne Verlauf"));
                Pattern::Unknown
            }
        }
    }

    fn tiling(&self, stream: &Stream<'f>, strokes: bool, coloured: bool) -> Pattern<'f> {
        let dict = stream.dict();
        let bounds = dict.get::<PdfRect>("BBox").map(corners);
        let step = dict.get::<f64>("XStep").zip(dict.get::<f64>("YStep"));
        let (Some(bounds), Some((across, up))) = (bounds, step) else {
            self.shared
                .damaged(text!("a pattern without a cell", "ein Muster ohne Zelle"));
            return Pattern::Unknown;
        };
        let matrix = self.base * matrix_of(dict);
        Pattern::Tiling(Tiling {
            coloured,
            bounds,
            step: (across, up),
            matrix,
            cell: self.cell(stream, bounds, matrix, strokes, coloured),
        })
    }

    fn cell(
        &self,
        stream: &Stream<'f>,
        bounds: Rect,
        matrix: Affine,
        strokes: bool,
        coloured: bool,
    ) -> Vec<super::Element<'f>> {
        if self.depth >= self.shared.file.limits().depth {
            self.shared.cut();
            return Vec::new();
        }
        let Some(content) = self.shared.file.unpacked(stream) else {
            self.shared.damaged(text!(
                "a pattern that cannot be unpacked",
                "ein Muster, das sich nicht entpacken lässt"
            ));
            return Vec::new();
        };
        let mut apart = self.apart();
        let mut state = State::new(matrix);
        if !coloured {
            let mut colour = if strokes {
                self.state.stroke.clone()
            } else {
                self.state.fill.clone()
            };
            if let Space::Pattern(Some(base)) = &*Rc::clone(&colour.space) {
                colour.space = Rc::clone(base);
            }
            colour.pattern = None;
            state.fill = colour.clone();
            state.stroke = colour;
        }
        apart.state = state;
        apart.base = matrix;
        apart.uncoloured = !coloured;
        // A cell may lie anywhere: where it is repeated is the paint's business.
        apart.within = Rect::new(-1e9, -1e9, 1e9, 1e9);
        apart.narrow(outline_of(bounds, matrix), FillRule::NonZero);
        let own = stream.dict().get::<Dict<'f>>("Resources").unwrap_or_default();
        apart.content(&content, &Resources::new(own));
        apart.elements
    }

    /// `sh`: the shading fills what the clip leaves.
    pub(super) fn shade(&mut self, written: &Object<'f>, resources: &Resources<'f>) {
        let Some(shading) = self.shading(written, self.state.matrix, resources) else {
            self.shared.damaged(text!(
                "a shading that is written wrongly",
                "ein falsch geschriebener Verlauf"
            ));
            return;
        };
        let limit = self
            .state
            .clip
            .as_ref()
            .map_or(self.within, |clip| clip.bounds.intersect(self.within));
        let bounds = match shading.dict.get::<PdfRect>("BBox") {
            Some(own) => hayro::kurbo::Shape::bounding_box(&outline_of(corners(own), self.state.matrix))
                .intersect(limit),
            None => limit,
        };
        let paint = self
            .state
            .fill
            .paint_in(Rc::clone(&shading.space), self.state.overprint_mode);
        self.add(Kind::Shading(shading), Some(paint), None, bounds);
    }

    fn shading(
        &self,
        written: &Object<'f>,
        matrix: Affine,
        resources: &Resources<'f>,
    ) -> Option<Shading<'f>> {
        let (dict, stream) = dict_or_stream(written)?;
        Some(Shading {
            kind: dict.get("ShadingType")?,
            space: self.space(&dict.get::<Object<'f>>("ColorSpace")?, resources),
            dict: dict.clone(),
            stream: stream.cloned(),
            matrix,
        })
    }
}
