//! What stands on the pages beside the stories: grounds, decorative figures, running heads and folios.

use std::sync::Arc;

use serde::Deserialize;

use super::Spot;
use super::format::Pair;
use super::placing::Side;
use crate::color::Color;
use crate::source::Spanned;
use crate::style::{Fitting, FocalPoint};

/// A coloured ground. Where it touches the trim it runs into the bleed.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Where; the whole panel, page or side when no area is given.
    pub spot: Spot,
    /// The ink.
    pub fill: Color,
}

/// A decorative figure or picture.
#[derive(Clone, Debug)]
pub struct Art {
    /// Where.
    pub spot: Spot,
    /// The name of the figure, or the file of the picture.
    pub figure: Spanned<String>,
    /// How a picture fills its area.
    pub fit: Fitting,
    /// What must stay visible of a picture that is cut.
    pub focus: FocalPoint,
}

/// Whether the name of a figure is that of a picture: files have an ending, generated figures have none.
#[must_use]
pub fn is_picture(name: &str) -> bool {
    name.contains('.')
}

/// Where on the page a running head or folio stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RunningSide {
    /// At the fore-edge.
    Outer,
    /// At the spine.
    Inner,
}

/// A running head or a folio: a line that stands on many pages. Not part of what is said.
#[derive(Clone, Debug)]
pub struct Running {
    /// The pages, from 1.
    pub pages: Vec<u32>,
    /// The text; `{page}` is the page's label, `{title}` the document's title, `{section}` the last heading of level 1 or 2 so far.
    pub text: Spanned<String>,
    /// The style.
    pub style: Arc<str>,
    /// Where it stands.
    pub side: RunningSide,
    /// The baseline, from the head of the page.
    pub baseline: crate::geom::Length,
}

/// A `[[ground]]` as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenGround {
    pub(super) panel: Option<Spanned<u32>>,
    pub(super) page: Option<Spanned<u32>>,
    pub(super) side: Option<Spanned<Side>>,
    pub(super) at: Option<Pair>,
    pub(super) size: Option<Pair>,
    pub(super) fill: Spanned<String>,
}

/// An `[[art]]` as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenArt {
    pub(super) panel: Option<Spanned<u32>>,
    pub(super) page: Option<Spanned<u32>>,
    pub(super) side: Option<Spanned<Side>>,
    pub(super) at: Option<Pair>,
    pub(super) size: Option<Pair>,
    pub(super) figure: Spanned<String>,
    pub(super) fit: Option<Spanned<Fitting>>,
    pub(super) focus: Option<Spanned<[u32; 2]>>,
}

/// A `[[running]]` as it is written.
#[derive(Debug, Deserialize)]
pub(super) struct WrittenRunning {
    pub(super) pages: Vec<Spanned<u32>>,
    pub(super) text: Spanned<String>,
    pub(super) style: Spanned<String>,
    pub(super) side: RunningSide,
    pub(super) baseline: crate::geom::Length,
}
