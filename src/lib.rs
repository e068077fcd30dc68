//! faltwerk sets folded flyers and stitched brochures from TOML.
pub mod assets;
pub mod color;
pub mod diag;
pub mod emit;
pub mod geom;
pub mod scene;
pub mod source;
pub mod style;
