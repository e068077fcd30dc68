//! The display list of a page: what it paints, in order.

mod annotation;
mod content;
mod form;
mod image;
mod layers;
mod marks;
mod painter;
mod path;
mod pattern;
mod shared;
mod spaces;
mod state;
mod text;

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use hayro::hayro_interpret::Function;

use super::element::{Blend, Element, Kind};
use super::file::File;
use super::page::Page;
use super::paint::Pattern;
use super::space::Space;
use crate::wording::Text;
use painter::Painter;
use shared::Shared;

/// What a page paints.
#[derive(Clone, Debug, Default)]
pub struct Display<'f> {
    /// Everything in painting order, appearances of annotations last.
    pub elements: Vec<Element<'f>>,
    /// Which runs of elements are blended as one, outer groups before the groups in them.
    pub groups: Vec<Group<'f>>,
    /// Whether something was left out, since the page asked for more than any page needs.
    pub truncated: bool,
    /// What of the content could not be understood, each once.
    pub damage: Vec<Text>,
}

/// A transparency group (ISO 32000-2, 11.4).
#[derive(Clone, Debug)]
pub struct Group<'f> {
    /// Its elements.
    pub elements: Range<usize>,
    /// How opaque it is as a whole.
    pub alpha: f64,
    /// How it blends with what lies under it.
    pub blend: Blend,
    /// What masks it.
    pub soft_mask: Option<Rc<SoftMask<'f>>>,
    /// Whether it begins on nothing, not on what lies under it.
    pub isolated: bool,
    /// Whether each element covers those before it.
    pub knockout: bool,
    /// The space in which it blends, where it says so.
    pub space: Option<Rc<Space<'f>>>,
}

/// A mask that is painted.
#[derive(Clone, Debug)]
pub struct SoftMask<'f> {
    /// Whether its light counts; else how opaque it is.
    pub luminosity: bool,
    /// What it paints.
    pub display: Display<'f>,
    /// The space in which it is painted, where it says so.
    pub space: Option<Rc<Space<'f>>>,
    /// The colour under it.
    pub backdrop: Vec<f64>,
    /// What becomes of each value of the mask.
    pub transfer: Option<Function>,
}

impl<'f> Display<'f> {
    /// Reads what a page paints, within the file's limits. Who reads several pages does so with one [`Reader`].
    #[must_use]
    pub fn of(file: &'f File, page: &Page<'f>) -> Self {
        Reader::new(file).display(page)
    }

    /// Every element, each before those that stand in it: the glyphs of Type 3 fonts, the cells of patterns, and what masks are painted
    /// with. A cell or a mask that several elements share comes once.
    pub fn all(&self) -> impl Iterator<Item = &Element<'f>> {
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<&Element<'f>> = self.elements.iter().rev().collect();
        for mask in self
            .groups
            .iter()
            .rev()
            .filter_map(|group| group.soft_mask.as_ref())
        {
            if seen.insert(Rc::as_ptr(mask).addr()) {
                waiting.extend(mask.display.elements.iter().rev());
            }
        }
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            if let Some(mask) = &next.soft_mask
                && seen.insert(Rc::as_ptr(mask).addr())
            {
                waiting.extend(mask.display.elements.iter().rev());
            }
            for pattern in next
                .fill
                .iter()
                .chain(&next.stroke)
                .filter_map(|paint| paint.pattern.as_ref())
            {
                if let Pattern::Tiling(tiling) = &**pattern
                    && seen.insert(Rc::as_ptr(pattern).addr())
                {
                    waiting.extend(tiling.cell.iter().rev());
                }
            }
            if let Kind::Text(text) = &next.kind {
                waiting.extend(text.content.iter().rev());
            }
            Some(next)
        })
    }
}

/// Reads the pages of one file, and keeps what several of them use.
pub struct Reader<'f> {
    shared: Shared<'f>,
}

impl<'f> Reader<'f> {
    /// For the pages of a file.
    #[must_use]
    pub fn new(file: &'f File) -> Self {
        Self {
            shared: Shared::new(file),
        }
    }

    /// Reads what a page paints, within the file's limits.
    #[must_use]
    pub fn display(&self, page: &Page<'f>) -> Display<'f> {
        self.shared.begin();
        let mut painter = Painter::new(&self.shared);
        painter.page(page);
        painter.annotations(page);
        let mut display = painter.finish();
        display.truncated = self.shared.is_spent();
        display.damage = self.shared.damage();
        display
    }
}
