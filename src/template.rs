//! How a document may look. Of this, the fold is here.

mod fold;

pub use fold::{Fold, FoldError, FoldKind, Layer, Reading, Side, SidePanel, Stage};
