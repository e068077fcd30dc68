//! From a scene to bytes: a PDF, and pictures of its pages. Nothing here moves anything: every place, line break and
//! colour was decided before, and an edition only says how it is written down.

mod edition;
pub mod pdf;
pub mod png;

pub use edition::{Edition, Product, overlays, products};
