//! How a document may look: format and folds, grid, inks, styles, frames, figures, and what the printer asks for. A template knows no
//! content beyond the names of stories.

mod check;
mod columns;
mod figure;
mod fit;
mod fold;
mod format;
mod furniture;
mod load;
mod placing;
mod printer;
mod protrusion;
mod reading;
mod run_on;
mod schema;
mod sheet;
mod style;
mod swatch;

pub use columns::Columns;
pub use figure::{FieldSpec, FigureKind, FigureSpec, RosterSpec};
pub use fit::Fit;
pub use fold::{Fold, FoldError, FoldKind, Layer, Side, SidePanel, Stage};
pub use format::{Format, Grid, Margins};
pub use furniture::{Art, Ground, Running, RunningSide, is_picture};
pub use load::load;
pub use placing::{Area, FrameSpec, Spot, Stand, beyond};
pub use printer::{
    Flip, Intent, Limits, Marks, OutputCondition, Paper, PdfX, Pictures, Printer, Resolution, Sheets,
};
pub use reading::Reading;
pub use schema::{printer_schema, template_schema};
pub use sheet::MOST_PAGES;
pub use style::{CharacterStyle, CharacterStyles, Marker, Style, Styles};
pub use swatch::Swatches;

use crate::source::{Named, Span};

/// A template, resolved: names are checked, styles inherit no more, folds are solved.
#[derive(Clone, Debug)]
pub struct Template {
    /// Its name: the file without its ending.
    pub name: String,
    /// Where its `[format]` stands.
    pub span: Span,
    /// What is made: a folded sheet or a bound book.
    pub format: Format,
    /// The baseline grid and the margins.
    pub grid: Grid,
    /// Inks by name.
    pub swatches: Swatches,
    /// Styles of paragraphs by name.
    pub styles: Styles,
    /// Styles of words in paragraphs by name.
    pub characters: CharacterStyles,
    /// Where stories run, in the order of the file; frames of one story are a thread.
    pub frames: Vec<FrameSpec>,
    /// Coloured grounds, the lowest first.
    pub grounds: Vec<Ground>,
    /// Decorative figures and pictures, above the grounds.
    pub art: Vec<Art>,
    /// Running heads and folios.
    pub running: Vec<Running>,
    /// Generated figures by name.
    pub figures: Named<FigureSpec>,
    /// What the printer asks for.
    pub printer: Printer,
}
