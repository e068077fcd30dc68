//! Paints a page into a list instead of onto paper.

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_syntax::object::{Array, Stream};
use hayro::kurbo::{Affine, Rect};

use super::marks::Marks;
use super::shared::Shared;
use super::state::State;
use super::{Display, Group};
use crate::verify::pdf::element::{Clip, Element, Form, Kind};
use crate::verify::pdf::page::Page;
use crate::verify::pdf::paint::Paint;

/// Clips in clips that keep their outlines; those beyond only narrow the bounds.
const CLIPS: usize = 200;

pub(super) struct Painter<'r, 'f> {
    pub(super) shared: &'r Shared<'f>,
    pub(super) state: State<'f>,
    pub(super) marks: Marks,
    pub(super) forms: Rc<[Form]>,
    pub(super) annotation: Option<usize>,
    pub(super) hidden: bool,
    pub(super) prints: bool,
    pub(super) depth: usize,
    /// Whether content must not choose colours: an uncoloured pattern, a glyph that is only a shape.
    pub(super) uncoloured: bool,
    /// The space in which patterns are placed: that of the page, or of the form or cell that names them.
    pub(super) base: Affine,
    /// What is shown at most.
    pub(super) within: Rect,
    pub(super) elements: Vec<Element<'f>>,
    pub(super) groups: Vec<Group<'f>>,
}

impl<'r, 'f> Painter<'r, 'f> {
    pub(super) fn new(shared: &'r Shared<'f>) -> Self {
        Self {
            shared,
            state: State::new(Affine::IDENTITY),
            marks: Marks::new(),
            forms: Rc::default(),
            annotation: None,
            hidden: false,
            prints: true,
            depth: 0,
            uncoloured: false,
            base: Affine::IDENTITY,
            within: Rect::new(-1e9, -1e9, 1e9, 1e9),
            elements: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// For content within what is painted now whose elements are kept apart: a mask, a cell, a glyph.
    pub(super) fn apart(&self) -> Self {
        Self {
            shared: self.shared,
            state: self.state.clone(),
            marks: self.marks.within(),
            forms: Rc::clone(&self.forms),
            annotation: self.annotation,
            hidden: self.hidden,
            prints: self.prints,
            depth: self.depth + 1,
            uncoloured: self.uncoloured,
            base: self.base,
            within: self.within,
            elements: Vec::new(),
            groups: Vec::new(),
        }
    }

    pub(super) fn page(&mut self, page: &Page<'f>) {
        self.within = page.boxes.media;
        self.base = Affine::scale(page.unit);
        self.state = State::new(self.base);
        self.content(&self.content_of(page), page.resources());
        self.marks = Marks::new();
    }

    pub(super) fn finish(self) -> Display<'f> {
        Display {
            elements: self.elements,
            groups: self.groups,
            truncated: false,
            damage: Vec::new(),
        }
    }

    /// The content of a page: one stream, or several that are one.
    fn content_of(&self, page: &Page<'f>) -> Vec<u8> {
        let streams: Vec<Stream<'f>> = match page.dict.get::<Stream<'f>>("Contents") {
            Some(stream) => vec![stream],
            None => {
                let several: Option<Array<'f>> = page.dict.get("Contents");
                let several = several.into_iter().flat_map(|array| array.iter::<Stream<'f>>());
                several.take(self.shared.file.limits().objects).collect()
            }
        };
        let mut content = Vec::new();
        for stream in streams {
            match self.shared.file.unpacked(&stream) {
                Some(more) if content.len() + more.len() <= self.shared.file.limits().stream => {
                    content.extend(more);
                    content.push(b'\n');
                }
                Some(_) => self.shared.cut(),
                None => self.shared.damaged(text!(
                    "the content of the page cannot be unpacked",
                    "der Inhalt der Seite lässt sich nicht entpacken"
                )),
            }
        }
        content
    }

    /// Adds an element that is painted with the state as it is.
    pub(super) fn add(
        &mut self,
        kind: Kind<'f>,
        fill: Option<Paint<'f>>,
        stroke: Option<Paint<'f>>,
        bounds: Rect,
    ) {
        if !self.shared.room() {
            return;
        }
        let bounds = if bounds.is_finite() { bounds } else { Rect::ZERO };
        let limit = self
            .state
            .clip
            .as_ref()
            .map_or(self.within, |clip| clip.bounds.intersect(self.within));
        self.elements.push(Element {
            kind,
            fill,
            stroke,
            bounds,
            visible: overlap(bounds, limit),
            clip: self.state.clip.clone(),
            matrix: self.state.matrix,
            fill_alpha: self.state.fill_alpha,
            stroke_alpha: self.state.stroke_alpha,
            blend: self.state.blend,
            soft_mask: self.state.soft_mask.clone(),
            marks: self.marks.list(),
            forms: Rc::clone(&self.forms),
            hidden: self.hidden || self.marks.hide(),
            annotation: self.annotation,
            prints: self.prints,
        });
    }

    /// Narrows the clip.
    pub(super) fn narrow(&mut self, outline: hayro::kurbo::BezPath, rule: crate::verify::pdf::FillRule) {
        use hayro::kurbo::Shape;

        let own = outline.bounding_box();
        let own = if own.is_finite() { own } else { Rect::ZERO };
        let outer = self.state.clip.take();
        let bounds = outer.as_ref().map_or(own, |outer| {
            let cut = outer.bounds.intersect(own);
            if cut.is_zero_area() {
                Rect::from_origin_size(cut.origin(), (0.0, 0.0))
            } else {
                cut
            }
        });
        let depth = outer.as_ref().map_or(1, |outer| outer.depth + 1);
        if depth > CLIPS {
            self.shared.cut();
            self.state.clip = outer.map(|outer| {
                Rc::new(Clip {
                    bounds,
                    ..(*outer).clone()
                })
            });
            return;
        }
        self.state.clip = Some(Rc::new(Clip {
            outline,
            rule,
            outer,
            bounds,
            depth,
        }));
    }
}

/// What two rectangles share, edges that have no width or height included; none when they are apart.
pub(super) fn overlap(one: Rect, other: Rect) -> Option<Rect> {
    let shared = Rect {
        x0: one.x0.max(other.x0),
        y0: one.y0.max(other.y0),
        x1: one.x1.min(other.x1),
        y1: one.y1.min(other.y1),
    };
    let is_empty_clip = other.is_zero_area();
    (shared.x0 <= shared.x1 && shared.y0 <= shared.y1 && !is_empty_clip).then_some(shared)
}
