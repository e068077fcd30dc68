//! What stands on the pages beside the stories: grounds, decorative figures, running heads and folios.

use std::sync::Arc;

use schemars::JsonSchema;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
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

/// A coloured ground, on one panel, one page or one side. Where it touches the trim it runs into the bleed.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend("oneOf" = [{ "required": ["panel"] }, { "required": ["page"] }, { "required": ["side"] }]))]
pub(super) struct WrittenGround {
    /// The panel of a folded sheet that it stands on, counted from 1 as a reader meets them.
    #[schemars(range(min = 1))]
    pub(super) panel: Option<Spanned<u32>>,
    /// The stitched page that it stands on, counted from 1.
    #[schemars(range(min = 1))]
    pub(super) page: Option<Spanned<u32>>,
    /// The whole side of a folded sheet that it stands on.
    pub(super) side: Option<Spanned<Side>>,
    /// Its top left corner, from that of the panel, page or side. It counts beside a `size` alone, and is that
    /// corner itself when left out.
    #[schemars(extend("examples" = [["10 mm", "16 mm"]]))]
    pub(super) at: Option<Pair>,
    /// Its width and height. Left out, the whole panel, page or side.
    #[schemars(extend("examples" = [["80 mm", "102 mm"]]))]
    pub(super) size: Option<Pair>,
    /// The swatch.
    #[schemars(extend("examples" = ["sand"]))]
    pub(super) fill: Spanned<String>,
}

/// A decorative figure or picture, on one panel, one page or one side. Nobody reads it out.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend("oneOf" = [{ "required": ["panel"] }, { "required": ["page"] }, { "required": ["side"] }]))]
pub(super) struct WrittenArt {
    /// The panel of a folded sheet that it stands on, counted from 1 as a reader meets them.
    #[schemars(range(min = 1))]
    pub(super) panel: Option<Spanned<u32>>,
    /// The stitched page that it stands on, counted from 1.
    #[schemars(range(min = 1))]
    pub(super) page: Option<Spanned<u32>>,
    /// The whole side of a folded sheet that it stands on.
    pub(super) side: Option<Spanned<Side>>,
    /// Its top left corner, from that of the panel, page or side. It counts beside a `size` alone, and is that
    /// corner itself when left out.
    #[schemars(extend("examples" = [["10 mm", "16 mm"]]))]
    pub(super) at: Option<Pair>,
    /// Its width and height. Left out, the whole panel, page or side.
    #[schemars(extend("examples" = [["80 mm", "102 mm"]]))]
    pub(super) size: Option<Pair>,
    /// A generated figure, by its name `[figure.NAME]`, or a picture or drawing in `content/images/`, with its ending.
    #[schemars(extend("examples" = ["network", "photo.jpg"]))]
    pub(super) figure: Spanned<String>,
    /// How a picture fills its box.
    #[schemars(extend("default" = "cover"))]
    pub(super) fit: Option<Spanned<Fitting>>,
    /// What must stay visible of a picture that is cut: a place in per cent of its width and height, from the top left corner.
    #[schemars(inner(range(min = 0, max = 100)), extend("default" = [50, 50]))]
    pub(super) focus: Option<Spanned<[u32; 2]>>,
}

/// A running head or a folio: a line that stands on many pages.
#[derive(Debug, Deserialize, JsonSchema)]
pub(super) struct WrittenRunning {
    /// The pages that it stands on, counted from 1.
    #[schemars(inner(range(min = 1)), extend("examples" = [[3, 4, 5, 6]]))]
    pub(super) pages: Vec<Spanned<u32>>,
    /// The line. `{page}` is the number of the page, `{title}` the title of the document, `{section}` the heading on the page, else the last
    /// before it.
    #[schemars(length(max = 1000), extend("examples" = ["{page}", "{section}"]))]
    pub(super) text: Spanned<String>,
    /// The style of the line, the name of a `[style.NAME]`.
    #[schemars(extend("examples" = ["folio"]))]
    pub(super) style: Spanned<String>,
    /// At which side of the page it stands.
    pub(super) side: RunningSide,
    /// Its baseline, from the head of the page down.
    #[schemars(extend("examples" = ["200 mm"]))]
    pub(super) baseline: crate::geom::Length,
}
