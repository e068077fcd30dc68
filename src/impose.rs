//! Pages put onto other pages. Imposing takes a scene and gives a scene, so what comes out is previewed, tested and written
//! like any other, and no writer knows what imposition is. Nothing is set anew: items are shifted, held in groups, and
//! cut; what the document means stays as it is.

pub mod marks;
mod overlay;
mod spreads;
mod unfold;

pub use marks::marked;
pub use overlay::overlay;
pub use spreads::spreads;
pub use unfold::unfold;

use crate::scene::Scene;

/// How pages are put onto other pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// A folded sheet becomes one page a panel, in reading order: what is read on a screen.
    Panels,
    /// Bound pages become pairs, as they lie open before a reader.
    Spreads,
}

/// Imposes a document. Pages that the scheme does not concern stay as they are.
#[must_use]
pub fn impose(scene: &Scene, scheme: Scheme) -> Scene {
    match scheme {
        Scheme::Panels => unfold(scene),
        Scheme::Spreads => spreads(scene),
    }
}
