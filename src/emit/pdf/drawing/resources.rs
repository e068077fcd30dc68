//! What the content of a form names: graphics states, patterns and other forms, by their places in the order of use.

use std::collections::BTreeMap;

use pdf_writer::types::OverprintMode;
use pdf_writer::writers::Resources;
use pdf_writer::{Name, Ref};

use super::super::file::File;
use crate::assets::drawing::Opacity;

/// A graphics state: for fills first, then for strokes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Graphics {
    pub(super) overprint: (bool, bool),
    pub(super) opacity: (Opacity, Opacity),
}

/// What was used so far.
#[derive(Debug, Default)]
pub(super) struct Used {
    graphics: BTreeMap<Graphics, usize>,
    patterns: Vec<Ref>,
    forms: Vec<Ref>,
}

impl Used {
    /// The name of a graphics state.
    pub(super) fn graphics(&mut self, graphics: Graphics) -> String {
        let next = self.graphics.len();
        format!("G{}", self.graphics.entry(graphics).or_insert(next))
    }

    /// The name of a pattern.
    pub(super) fn pattern(&mut self, pattern: Ref) -> String {
        self.patterns.push(pattern);
        format!("P{}", self.patterns.len() - 1)
    }

    /// The name of a form.
    pub(super) fn form(&mut self, form: Ref) -> String {
        self.forms.push(form);
        format!("F{}", self.forms.len() - 1)
    }

    /// Writes the graphics states; gives each with its number.
    pub(super) fn embed(&self, file: &mut File) -> Vec<(usize, Ref)> {
        self.graphics
            .iter()
            .map(|(graphics, number)| (*number, write(*graphics, file)))
            .collect()
    }

    /// Writes the resources of a form.
    pub(super) fn write(&self, resources: &mut Resources<'_>, graphics: &[(usize, Ref)]) {
        if !graphics.is_empty() {
            let mut states = resources.ext_g_states();
            for (number, id) in graphics {
                states.pair(Name(format!("G{number}").as_bytes()), *id);
            }
        }
        if !self.patterns.is_empty() {
            let mut patterns = resources.patterns();
            for (number, id) in self.patterns.iter().enumerate() {
                patterns.pair(Name(format!("P{number}").as_bytes()), *id);
            }
        }
        if !self.forms.is_empty() {
            let mut forms = resources.x_objects();
            for (number, id) in self.forms.iter().enumerate() {
                forms.pair(Name(format!("F{number}").as_bytes()), *id);
            }
        }
    }
}

fn write(graphics: Graphics, file: &mut File) -> Ref {
    let id = file.reference();
    let mut state = file.pdf.ext_graphics(id);
    let (fill, stroke) = graphics.overprint;
    state.overprint(stroke).overprint_fill(fill);
    if fill || stroke {
        state.overprint_mode(OverprintMode::IgnoreZeroChannel);
    }
    let fraction = |opacity: Opacity| (opacity.ten_thousandths() as f64 / 10_000.0) as f32;
    let (fill, stroke) = graphics.opacity;
    state
        .non_stroking_alpha(fraction(fill))
        .stroking_alpha(fraction(stroke));
    id
}
