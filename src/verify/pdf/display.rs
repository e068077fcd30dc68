//! The display list of a page: what it paints, in order.

use std::ops::Range;
use std::rc::Rc;

use super::element::{Blend, Element};
use super::file::File;
use super::page::Page;
use super::space::Space;

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
    pub damage: Vec<String>,
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
    pub space: Option<Space<'f>>,
}

/// A mask that is painted.
#[derive(Clone, Debug)]
pub struct SoftMask<'f> {
    /// Whether its light counts; else how opaque it is.
    pub luminosity: bool,
    /// What it paints.
    pub display: Display<'f>,
    /// The space in which it is painted, where it says so.
    pub space: Option<Space<'f>>,
    /// The colour under it.
    pub backdrop: Vec<f64>,
}

impl<'f> Display<'f> {
    /// Reads what a page paints, within the file's limits.
    #[must_use]
    pub fn of(_file: &'f File, _page: &Page<'f>) -> Self {
        Self::default()
    }
}
