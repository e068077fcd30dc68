//! The graphics state (ISO 32000-2, 8.4 and 9.3).

use std::rc::Rc;

use hayro::kurbo::Affine;

use crate::verify::pdf::display::SoftMask;
use crate::verify::pdf::element::{Blend, Clip, Line, Rendering};
use crate::verify::pdf::font::Font;
use crate::verify::pdf::paint::{Paint, Pattern};
use crate::verify::pdf::space::Space;

#[derive(Clone)]
pub(super) struct State<'f> {
    pub(super) matrix: Affine,
    pub(super) clip: Option<Rc<Clip>>,
    pub(super) fill: Colour<'f>,
    pub(super) stroke: Colour<'f>,
    pub(super) overprint_mode: u8,
    pub(super) fill_alpha: f64,
    pub(super) stroke_alpha: f64,
    pub(super) blend: Blend,
    pub(super) soft_mask: Option<Rc<SoftMask<'f>>>,
    pub(super) pen: Pen,
    pub(super) text: TextState<'f>,
}

/// A colour as it is chosen for fills or for strokes.
#[derive(Clone)]
pub(super) struct Colour<'f> {
    pub(super) space: Rc<Space<'f>>,
    pub(super) components: Vec<f64>,
    pub(super) pattern: Option<Rc<Pattern<'f>>>,
    pub(super) overprint: bool,
}

#[derive(Clone)]
pub(super) struct Pen {
    pub(super) width: f64,
    pub(super) cap: u8,
    pub(super) join: u8,
    pub(super) miter: f64,
    pub(super) dash: Rc<[f64]>,
    pub(super) phase: f64,
}

#[derive(Clone)]
pub(super) struct TextState<'f> {
    pub(super) font: Option<Rc<Font<'f>>>,
    pub(super) size: f64,
    pub(super) character_spacing: f64,
    pub(super) word_spacing: f64,
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) rendering: Rendering,
}

impl State<'_> {
    pub(super) fn new(matrix: Affine) -> Self {
        Self {
            matrix,
            clip: None,
            fill: Colour::black(),
            stroke: Colour::black(),
            overprint_mode: 0,
            fill_alpha: 1.0,
            stroke_alpha: 1.0,
            blend: Blend::Normal,
            soft_mask: None,
            pen: Pen {
                width: 1.0,
                cap: 0,
                join: 0,
                miter: 10.0,
                dash: Rc::default(),
                phase: 0.0,
            },
            text: TextState {
                font: None,
                size: 0.0,
                character_spacing: 0.0,
                word_spacing: 0.0,
                scale: 1.0,
                leading: 0.0,
                rise: 0.0,
                rendering: Rendering::FILL,
            },
        }
    }

    /// How lines are drawn now.
    pub(super) fn line(&self) -> Line {
        Line {
            written: self.pen.width,
            width: self.pen.width * scale_of(self.matrix),
            cap: self.pen.cap,
            join: self.pen.join,
            miter: self.pen.miter,
            dash: self.pen.dash.to_vec(),
            phase: self.pen.phase,
        }
    }
}

impl<'f> Colour<'f> {
    fn black() -> Self {
        Self {
            space: Rc::new(Space::DeviceGray),
            components: vec![0.0],
            pattern: None,
            overprint: false,
        }
    }

    pub(super) fn paint(&self, mode: u8) -> Paint<'f> {
        Paint {
            space: Rc::clone(&self.space),
            components: self.components.clone(),
            pattern: self.pattern.clone(),
            overprint: self.overprint,
            mode,
        }
    }

    /// The same overprint for colours that the element brings itself.
    pub(super) fn paint_in(&self, space: Rc<Space<'f>>, mode: u8) -> Paint<'f> {
        Paint {
            space,
            components: Vec::new(),
            pattern: None,
            overprint: self.overprint,
            mode,
        }
    }
}

/// By how much a matrix enlarges lengths, the mean of both directions.
pub(super) fn scale_of(matrix: Affine) -> f64 {
    matrix.determinant().abs().sqrt()
}
