//! Drawings as forms: each drawing, at each size at which it stands in the document, is a form of its own (ISO 32000-1, 8.10), written once
//! and shown wherever it stands. Its content is in points at that size, so that every line has the thickness that is printed. What is
//! transparent together is a transparency group in the colours of the edition.

mod gradient;
mod outline;
mod resources;

use std::collections::BTreeMap;

use pdf_writer::{Filter, Finish, Rect as PdfRect, Ref};

use self::resources::Used;
use super::file::{File, compressed};
use super::number::points;
use super::operators::Operators;
use super::place::Origin;
use super::profile::{Colours, Profile};
use crate::assets::Assets;
use crate::assets::drawing::{Drawing, DrawingId, Layer, Opacity, Part, Rule};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Size};
use crate::scene::{ItemKind, PlacedDrawing, Scene};

/// The drawings of a scene, each at each of its sizes.
#[derive(Debug)]
pub(super) struct Drawings {
    /// By drawing, width and height.
    numbers: BTreeMap<(DrawingId, Length, Length), usize>,
    placed: Vec<PlacedDrawing>,
}

impl Drawings {
    /// Numbers them in the order of painting.
    pub(super) fn collect(scene: &Scene) -> Self {
        let mut drawings = Self {
            numbers: BTreeMap::new(),
            placed: Vec::new(),
        };
        scene.each_item(&mut |item| {
            if let ItemKind::Drawing(placed) = &item.kind {
                let next = drawings.placed.len();
                if *drawings.numbers.entry(key(placed)).or_insert(next) == next {
                    drawings.placed.push(*placed);
                }
            }
        });
        drawings
    }

    /// The number of one at its size.
    pub(super) fn of(&self, placed: &PlacedDrawing) -> Option<usize> {
        self.numbers.get(&key(placed)).copied()
    }

    /// Writes them all; gives their forms in the order of their numbers.
    pub(super) fn embed(&self, assets: &Assets, profile: &Profile, file: &mut File) -> Vec<Ref> {
        let look = Look { assets, profile };
        let placed = self.placed.iter();
        placed
            .map(|placed| embed(assets.drawing(placed.drawing), placed.size, look, file))
            .collect()
    }
}

fn key(placed: &PlacedDrawing) -> (DrawingId, Length, Length) {
    (placed.drawing, placed.size.width, placed.size.height)
}

/// The resource name of a drawing.
pub(super) fn drawing_name(number: usize) -> String {
    format!("D{number}")
}

/// Writes a drawing at a size; gives its form.
fn embed(drawing: &Drawing, size: Size, look: Look<'_>, file: &mut File) -> Ref {
    let scale = Scale {
        from: drawing.size,
        to: size,
    };
    let mut painter = Painter::new(scale, look, file);
    painter.parts(&drawing.parts);
    let form = painter.finish();
    // What reaches beyond the edge of a drawing is not part of it: the box of a form cuts.
    write(&form, size, None, file)
}

/// How an edition writes colours.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) assets: &'a Assets,
    pub(super) profile: &'a Profile,
}

impl Look<'_> {
    /// Whether inks lie on plates, and may lie upon each other.
    fn prints(self) -> bool {
        self.profile.colours == Colours::Inks
    }

    /// A colour as ten-thousandths of the edition's parts.
    fn parts(self, color: &Color) -> Vec<i64> {
        match self.profile.colours {
            Colours::Inks => color
                .as_cmyk()
                .0
                .iter()
                .map(|part| (part.percent() * 100.0).round() as i64)
                .collect(),
            Colours::Srgb => {
                let seen = self.assets.output.srgb(color.as_cmyk()).0;
                seen.iter()
                    .map(|part| (i64::from(*part) * 10_000 + 127) / 255)
                    .collect()
            }
        }
    }
}

/// From the size that a drawing has by itself to the size at which it stands.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    from: Size,
    to: Size,
}

impl Scale {
    fn x(self, x: Length) -> Length {
        x.ratio(self.to.width.units(), self.from.width.units())
    }

    fn y(self, y: Length) -> Length {
        y.ratio(self.to.height.units(), self.from.height.units())
    }

    fn path(self, path: &Path) -> Path {
        let place = |point: Point| Point::new(self.x(point.x), self.y(point.y));
        path.moved(place)
    }
}

/// A form being painted.
struct Painter<'p, 'a> {
    scale: Scale,
    look: Look<'a>,
    file: &'p mut File,
    operators: Operators,
    used: Used,
    state: State,
}

/// The part of the graphics state that a drawing changes. What is not known yet is none.
#[derive(Clone, Default)]
struct State {
    fill: Option<Vec<i64>>,
    stroke: Option<Vec<i64>>,
    width: Option<i64>,
    cap: i64,
    join: i64,
    miter: i64,
    dash: (Vec<i64>, i64),
    graphics: resources::Graphics,
}

/// What a form is made of.
struct Form {
    content: Vec<u8>,
    used: Used,
}

impl<'p, 'a> Painter<'p, 'a> {
    fn new(scale: Scale, look: Look<'a>, file: &'p mut File) -> Self {
        Self {
            scale,
            look,
            file,
            operators: Operators::default(),
            used: Used::default(),
            state: State {
                // As a form begins (ISO 32000-1, table 52).
                miter: 100_000,
                ..State::default()
            },
        }
    }

    fn finish(self) -> Form {
        Form {
            content: self.operators.finish(),
            used: self.used,
        }
    }

    fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Outline(outline) => self.outline(outline),
                Part::Layer(layer) => self.layer(layer),
            }
        }
    }

    fn layer(&mut self, layer: &Layer) {
        if layer.clips.iter().any(|clip| clip.path.segments.is_empty()) || layer.opacity == Opacity::NONE {
            return;
        }
        let outer = self.state.clone();
        self.operators.op(&[], "q");
        for clip in &layer.clips {
            self.path(&self.scale.path(&clip.path));
            self.operators
                .op(&[], if clip.rule == Rule::EvenOdd { "W*" } else { "W" });
            self.operators.op(&[], "n");
        }
        if layer.opacity == Opacity::FULL {
            self.parts(&layer.parts);
        } else {
            self.together(layer);
        }
        self.operators.op(&[], "Q");
        self.state = outer;
    }

    /// Shows what is transparent together.
    fn together(&mut self, layer: &Layer) {
        let mut painter = Painter::new(self.scale, self.look, self.file);
        painter.parts(&layer.parts);
        let form = painter.finish();
        let form = write(&form, self.scale.to, Some(self.look.profile.colours), self.file);
        self.graphics(resources::Graphics {
            opacity: (layer.opacity, layer.opacity),
            ..resources::Graphics::default()
        });
        let name = self.used.form(form);
        self.operators.named(&name, "Do");
    }

    /// Steps along an outline, in points from the head of the form.
    fn path(&mut self, path: &Path) {
        let origin = Origin::of_form(self.scale.to.height);
        let place = |point: Point| origin.point(point);
        self.operators.outline(path, place);
    }
}

/// Writes a form; one that is transparent as a whole is a group in the colours of the edition.
fn write(form: &Form, size: Size, group: Option<Colours>, file: &mut File) -> Ref {
    let states = form.used.embed(file);
    let id = file.reference();
    let content = compressed(&form.content);
    let mut written = file.pdf.form_xobject(id, &content);
    written.filter(Filter::FlateDecode);
    written.bbox(PdfRect::new(0.0, 0.0, points(size.width), points(size.height)));
    form.used.write(&mut written.resources(), &states);
    if let Some(colours) = group {
        let mut group = written.group();
        group.transparency().isolated(true).knockout(false);
        match colours {
            Colours::Inks => group.color_space().device_cmyk(),
            Colours::Srgb => group.color_space().device_rgb(),
        }
        group.finish();
    }
    written.finish();
    id
}
