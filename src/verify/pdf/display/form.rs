//! Form XObjects and graphics state dictionaries.

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_syntax::object::{Array, Dict, Name, Number, Object, Rect as PdfRect, Stream};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, BezPath, Shape};

use super::layers::is_named;
use super::painter::Painter;
use super::{Group, SoftMask};
use crate::verify::pdf::element::{Blend, FillRule, Form};
use crate::verify::pdf::page::corners;

impl<'f> Painter<'_, 'f> {
    /// Paints what `Do` names.
    pub(super) fn object(&mut self, object: &Stream<'f>, resources: &Resources<'f>) {
        let dict = object.dict();
        let hidden = self.hidden;
        self.hidden |= self.shared.layers.hides(dict, "OC");
        let kind: Option<Name<'_>> = dict.get("Subtype");
        match kind.as_ref().map(Name::as_str) {
            Some("Image") => self.image(object, resources),
            Some("Form") => self.form(object, resources),
            _ => self.shared.damaged(text!(
                "an object that is neither a picture nor a form",
                "ein Objekt, das weder Bild noch Formular ist"
            )),
        }
        self.hidden = hidden;
    }

    /// Paints a form, alone or as a group.
    pub(super) fn form(&mut self, form: &Stream<'f>, resources: &Resources<'f>) {
        if self.depth >= self.shared.file.limits().depth {
            self.shared.cut();
            return;
        }
        let Some(content) = self.shared.file.unpacked(form) else {
            self.shared.damaged(text!(
                "a form that cannot be unpacked",
                "ein Formular-XObject, das sich nicht entpacken lässt"
            ));
            return;
        };
        let dict = form.dict();
        let outer = self.state.clone();
        let within = self.marks.within();
        let marks = std::mem::replace(&mut self.marks, within);
        let entry = Form {
            object: Some(form.obj_id()),
            struct_parents: dict.get("StructParents"),
        };
        let forms = self.forms.iter().cloned().chain([entry]).collect();
        let forms = std::mem::replace(&mut self.forms, forms);
        self.depth += 1;

        self.transform(matrix_of(dict));
        let base = std::mem::replace(&mut self.base, self.state.matrix);
        if let Some(bounds) = dict.get::<PdfRect>("BBox") {
            let outline = self.state.matrix * corners(bounds).to_path(0.1);
            self.narrow(outline, FillRule::NonZero);
        }
        let group = dict
            .get::<Dict<'f>>("Group")
            .filter(|group| is_named(group, "S", "Transparency"));
        let place = group.map(|group| self.open_group(&group, resources));
        match dict.get::<Dict<'f>>("Resources") {
            Some(own) => self.content(&content, &Resources::new(own)),
            None => self.content(&content, resources),
        }
        if let Some(place) = place
            && let Some(group) = self.groups.get_mut(place)
        {
            group.elements.end = self.elements.len();
        }

        self.depth -= 1;
        self.base = base;
        self.state = outer;
        self.marks = marks;
        self.forms = forms;
    }

    /// Begins a group: what applies to it as a whole no longer applies to what is in it.
    fn open_group(&mut self, group: &Dict<'f>, resources: &Resources<'f>) -> usize {
        let space = group
            .get::<Object<'f>>("CS")
            .map(|space| self.space(&space, resources));
        let begin = self.elements.len();
        self.groups.push(Group {
            elements: begin..begin,
            alpha: std::mem::replace(&mut self.state.fill_alpha, 1.0),
            blend: std::mem::take(&mut self.state.blend),
            soft_mask: self.state.soft_mask.take(),
            isolated: group.get("I").unwrap_or(false),
            knockout: group.get("K").unwrap_or(false),
            space,
        });
        self.state.stroke_alpha = 1.0;
        self.groups.len() - 1
    }

    /// Takes over what a graphics state dictionary says (ISO 32000-2, table 57).
    pub(super) fn graphics_state(&mut self, dict: &Dict<'f>) {
        let real = |key: &str| dict.get::<Number>(key).map(super::content::number);
        let state = &mut self.state;
        if let Some(width) = real("LW") {
            state.pen.width = width.abs();
        }
        if let Some(cap) = dict.get::<u8>("LC") {
            state.pen.cap = cap;
        }
        if let Some(join) = dict.get::<u8>("LJ") {
            state.pen.join = join;
        }
        if let Some(limit) = real("ML") {
            state.pen.miter = limit;
        }
        if let Some(strokes) = dict.get::<bool>("OP") {
            state.stroke.overprint = strokes;
            // Without an entry of their own, fills follow.
            state.fill.overprint = dict.get("op").unwrap_or(strokes);
        } else if let Some(fills) = dict.get::<bool>("op") {
            state.fill.overprint = fills;
        }
        if let Some(mode) = dict.get::<u8>("OPM") {
            state.overprint_mode = mode;
        }
        if let Some(alpha) = real("ca") {
            state.fill_alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(alpha) = real("CA") {
            state.stroke_alpha = alpha.clamp(0.0, 1.0);
        }
        if let Some(dash) = dict.get::<Array<'_>>("D") {
            self.dash_of(&dash);
        }
        if let Some(blend) = blend_of(dict) {
            self.state.blend = blend;
        }
        if let Some(font) = dict.get::<Array<'f>>("Font") {
            let reference = font
                .raw_iter()
                .next()
                .and_then(|part| part.as_obj_ref())
                .map(Into::into);
            let mut parts = font.flex_iter();
            if let (Some(dict), Some(size)) = (parts.next::<Dict<'f>>(), parts.next::<f64>()) {
                self.state.text.font = Some(self.shared.font(&dict, reference));
                self.state.text.size = size;
            }
        }
        match dict.get::<Object<'f>>("SMask") {
            Some(Object::Name(_)) => self.state.soft_mask = None,
            Some(Object::Dict(mask)) => self.state.soft_mask = self.soft_mask(&mask).map(Rc::new),
            _ => {}
        }
    }

    fn dash_of(&mut self, dash: &Array<'_>) {
        let mut parts = dash.flex_iter();
        if let (Some(dashes), Some(phase)) = (parts.next::<Array<'_>>(), parts.next::<f64>()) {
            self.state.pen.dash = dashes.iter::<f64>().take(64).collect();
            self.state.pen.phase = phase;
        }
    }

    /// What a soft mask paints, in the space that applies when it is chosen.
    fn soft_mask(&self, mask: &Dict<'f>) -> Option<SoftMask<'f>> {
        let form: Stream<'f> = mask.get("G")?;
        let mut apart = self.apart();
        let matrix = apart.state.matrix;
        apart.state = super::state::State::new(matrix);
        let resources = Resources::new(Dict::empty());
        let group: Option<Dict<'f>> = form.dict().get("Group");
        let space = group
            .and_then(|group| group.get::<Object<'f>>("CS"))
            .map(|space| self.space(&space, &resources));
        apart.form(&form, &resources);
        let mut display = apart.finish();
        // The mask itself is the group: nothing more has to be blended as one.
        if display
            .groups
            .first()
            .is_some_and(|group| group.elements.len() == display.elements.len())
        {
            display.groups.remove(0);
        }
        Some(SoftMask {
            luminosity: is_named(mask, "S", "Luminosity"),
            display,
            space,
            backdrop: mask.get::<Vec<f64>>("BC").unwrap_or_default(),
            transfer: mask
                .get::<Object<'f>>("TR")
                .and_then(|function| hayro::hayro_interpret::Function::new(&function)),
        })
    }
}

/// `Matrix` of a form or pattern.
pub(super) fn matrix_of(dict: &Dict<'_>) -> Affine {
    dict.get::<[f64; 6]>("Matrix")
        .map(Affine::new)
        .unwrap_or_default()
}

/// The outline of a rectangle under a matrix.
pub(super) fn outline_of(rect: hayro::kurbo::Rect, matrix: Affine) -> BezPath {
    matrix * rect.to_path(0.1)
}

fn blend_of(dict: &Dict<'_>) -> Option<Blend> {
    match dict.get::<Object<'_>>("BM")? {
        Object::Name(name) => Some(Blend::named(name.as_str()).unwrap_or_default()),
        // The first that is known.
        Object::Array(names) => names
            .iter::<Name<'_>>()
            .find_map(|name| Blend::named(name.as_str())),
        _ => None,
    }
}

impl Blend {
    /// The blend mode of a name; `Compatible` is an old word for `Normal`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "Normal" | "Compatible" => Self::Normal,
            "Multiply" => Self::Multiply,
            "Screen" => Self::Screen,
            "Overlay" => Self::Overlay,
            "Darken" => Self::Darken,
            "Lighten" => Self::Lighten,
            "ColorDodge" => Self::ColorDodge,
            "ColorBurn" => Self::ColorBurn,
            "HardLight" => Self::HardLight,
            "SoftLight" => Self::SoftLight,
            "Difference" => Self::Difference,
            "Exclusion" => Self::Exclusion,
            "Hue" => Self::Hue,
            "Saturation" => Self::Saturation,
            "Color" => Self::Color,
            "Luminosity" => Self::Luminosity,
            _ => return None,
        })
    }
}
