//! From the items of a page to the forms of its ground, and to the text that stands on them.

use std::cell::OnceCell;

use super::frame::Frame;
use super::gradient::Passage;
use super::ground::{Area, Form, Ground, Paint, Shown};
use super::outline::{Bounds, Outline, Place};
use super::seen::Eye;
use crate::assets::drawing::{Fill, Layer, Opacity, Outline as Drawn, Paint as Ink, Part, Rule};
use crate::assets::{Assets, GlyphRun};
use crate::color::Color;
use crate::geom::{Length, Path, Point, Rect, Size};
use crate::scene::{Artifact, Item, ItemKind, Mark, NodeId, Page, PlacedDrawing, Shape, Stand};
use crate::source::Span;

/// Forms of a drawing that are looked at; one with more is a map, on which no text is set that could be read.
const MOST_FORMS: usize = 20_000;

/// A page to be looked at.
pub(super) struct Painted<'a> {
    pub(super) ground: Ground<'a>,
    pub(super) texts: Vec<Text<'a>>,
}

/// A run of text on a page.
pub(super) struct Text<'a> {
    /// How many forms are painted before it.
    pub(super) below: usize,
    pub(super) run: &'a GlyphRun,
    pub(super) at: Point,
    pub(super) stand: Stand,
    pub(super) origin: Option<Span>,
}

/// Takes a page apart; marks for whoever cuts and folds are none of it.
pub(super) fn painted<'a>(page: &'a Page, assets: &'a Assets, eye: &Eye<'_>) -> Painted<'a> {
    let mut painter = Painter {
        painted: Painted {
            ground: Ground::new(page),
            texts: Vec::new(),
        },
        assets,
        eye,
        content: None,
        origin: None,
    };
    page.each_marked(&mut |item, mark, stand| {
        if !matches!(mark, Mark::Artifact(Artifact::Page | Artifact::Crease)) {
            painter.item(item, mark, stand);
        }
    });
    painter.painted
}

struct Painter<'e, 'a> {
    painted: Painted<'a>,
    assets: &'a Assets,
    eye: &'e Eye<'e>,
    /// Of the item being painted: the node that it is content of, and where it is written.
    content: Option<NodeId>,
    origin: Option<Span>,
}

/// What cuts a form beside its own outline.
#[derive(Clone)]
struct Within {
    clip: Option<Bounds>,
    cuts: Vec<usize>,
    opacity: f64,
}

impl<'a> Painter<'_, 'a> {
    fn item(&mut self, item: &'a Item, mark: Mark, stand: Stand) {
        self.content = match mark {
            Mark::Content(node) => Some(node),
            Mark::Artifact(_) | Mark::Inner => None,
        };
        self.origin = item.origin;
        let within = Within {
            clip: stand.clip.map(|clip| bounds(&clip)),
            cuts: Vec::new(),
            opacity: 1.0,
        };
        if let ItemKind::Glyphs(run) = &item.kind {
            self.painted.texts.push(Text {
                below: self.painted.ground.forms.len(),
                run,
                at: item.at,
                stand,
                origin: item.origin,
            });
            return;
        }
        match &item.kind {
            ItemKind::Shape(shape) => self.shape(shape, item.at, stand, &within),
            ItemKind::Picture(picture) => {
                let frame = Frame::new(item.at, picture.size, stand);
                let shown = Shown {
                    image: picture.image,
                    frame,
                    assets: self.assets,
                    pixels: OnceCell::new(),
                };
                let area = stand.transform.apply_rect(Rect::new(item.at, picture.size));
                self.add(bounds(&area), Area::Block, Paint::Picture(shown), &within);
            }
            ItemKind::Drawing(placed) => self.drawing(placed, item.at, stand, &within),
            ItemKind::Glyphs(_) | ItemKind::Group(_) => {}
        }
    }

    fn shape(&mut self, shape: &Shape, at: Point, stand: Stand, within: &Within) {
        let place = |point: Point| {
            let place = stand.transform.apply(point + at);
            (place.x.to_pt(), place.y.to_pt())
        };
        if let Some(fill) = &shape.fill {
            let paint = Paint::Flat(self.eye.sees(fill));
            self.filled(&shape.path, false, paint, &place, within);
        }
        if let Some(stroke) = &shape.stroke {
            self.stroked(&shape.path, &stroke.color, stroke.width.to_pt(), &place, within);
        }
    }

    fn drawing(&mut self, placed: &PlacedDrawing, at: Point, stand: Stand, within: &Within) {
        let drawing = self.assets.drawing(placed.drawing);
        let (own, size) = (drawing.size, placed.size);
        if own.width <= Length::ZERO || own.height <= Length::ZERO {
            return;
        }
        let scaled = |point: Point| {
            let x = point.x.ratio(size.width.units(), own.width.units());
            let y = point.y.ratio(size.height.units(), own.height.units());
            let place = stand.transform.apply(Point::new(x, y) + at);
            (place.x.to_pt(), place.y.to_pt())
        };
        let edge = bounds(&stand.transform.apply_rect(Rect::new(at, size)));
        let mut within = within.clone();
        within.clip = Some(within.clip.map_or(edge, |clip| clip.shared(edge)));
        let view = View {
            place: &scaled,
            scale: size.width.to_pt() / own.width.to_pt(),
            own,
            frame: Frame::new(at, size, stand),
            last: self.painted.ground.forms.len() + MOST_FORMS,
        };
        self.parts(&drawing.parts, &view, &within);
    }

    fn parts(&mut self, parts: &[Part], view: &View<'_>, within: &Within) {
        for part in parts {
            if self.painted.ground.forms.len() > view.last {
                return;
            }
            match part {
                Part::Outline(outline) => self.outline(outline, view, within),
                Part::Layer(layer) => self.layer(layer, view, within),
            }
        }
    }

    fn layer(&mut self, layer: &Layer, view: &View<'_>, within: &Within) {
        let mut within = within.clone();
        within.opacity *= part_of(layer.opacity);
        for clip in &layer.clips {
            let outline = Outline::new(&clip.path, true, view.place);
            within.clip = Some(
                within
                    .clip
                    .map_or(outline.bounds, |outer| outer.shared(outline.bounds)),
            );
            if !outline.is_block() {
                within.cuts.push(self.painted.ground.cuts.len());
                self.painted
                    .ground
                    .cuts
                    .push((outline, clip.rule == Rule::EvenOdd));
            }
        }
        self.parts(&layer.parts, view, &within);
    }

    fn outline(&mut self, outline: &Drawn, view: &View<'_>, within: &Within) {
        if outline.stroke_first {
            self.drawn_line(outline, view, within);
        }
        if let Some(Fill { paint, opacity }) = &outline.fill {
            let paint = match paint {
                Ink::Color(color) => Some(Paint::Flat(self.eye.sees(color))),
                Ink::Gradient(gradient) => {
                    Passage::new(gradient, view.own, view.frame, self.eye).map(Paint::Passage)
                }
            };
            if let Some(paint) = paint {
                let even_odd = outline.rule == Rule::EvenOdd;
                self.filled(
                    &outline.path,
                    even_odd,
                    paint,
                    view.place,
                    &within.seen_through(*opacity),
                );
            }
        }
        if !outline.stroke_first {
            self.drawn_line(outline, view, within);
        }
    }

    fn drawn_line(&mut self, outline: &Drawn, view: &View<'_>, within: &Within) {
        if let Some(line) = &outline.stroke {
            let width = line.width.to_pt() * view.scale;
            let within = within.seen_through(line.opacity);
            self.stroked(&outline.path, &line.color, width, view.place, &within);
        }
    }

    fn filled(
        &mut self,
        path: &Path,
        even_odd: bool,
        paint: Paint<'a>,
        place: &dyn Fn(Point) -> Place,
        within: &Within,
    ) {
        let outline = Outline::new(path, true, place);
        let bounds = outline.bounds;
        let area = if outline.is_block() {
            Area::Block
        } else {
            Area::Inside { outline, even_odd }
        };
        self.add(bounds, area, paint, within);
    }

    fn stroked(
        &mut self,
        path: &Path,
        color: &Color,
        width: f64,
        place: &dyn Fn(Point) -> Place,
        within: &Within,
    ) {
        if width <= 0.0 {
            return;
        }
        let outline = Outline::new(path, false, place);
        let half = width / 2.0;
        let bounds = outline.bounds.outset(half);
        let paint = Paint::Flat(self.eye.sees(color));
        self.add(bounds, Area::Along { outline, half }, paint, within);
    }

    fn add(&mut self, bounds: Bounds, area: Area, paint: Paint<'a>, within: &Within) {
        if within.opacity <= 0.0 {
            return;
        }
        self.painted.ground.add(Form {
            content: self.content,
            origin: self.origin,
            bounds: within.clip.map_or(bounds, |clip| clip.shared(bounds)),
            area,
            cuts: within.cuts.clone(),
            paint,
            opacity: within.opacity,
        });
    }
}

/// How a drawing stands on its page.
struct View<'v> {
    place: &'v dyn Fn(Point) -> Place,
    /// How many times its own size it is shown.
    scale: f64,
    own: Size,
    frame: Frame,
    /// The number of the last form that may be added for it.
    last: usize,
}

impl Within {
    fn seen_through(&self, opacity: Opacity) -> Self {
        Self {
            opacity: self.opacity * part_of(opacity),
            ..self.clone()
        }
    }
}

fn part_of(opacity: Opacity) -> f64 {
    opacity.ten_thousandths() as f64 / 10_000.0
}

fn bounds(rect: &Rect) -> Bounds {
    Bounds([
        rect.left().to_pt(),
        rect.top().to_pt(),
        rect.right().to_pt(),
        rect.bottom().to_pt(),
    ])
}
