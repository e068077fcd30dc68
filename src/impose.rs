//! Pages put onto other pages. Imposing takes a scene and gives a scene, so what comes out is previewed, tested and written
//! like any other, and no writer knows what imposition is. Nothing is set anew: items are shifted, held in groups, and
//! cut; what the document means stays as it is.

pub mod marks;
mod overlay;
mod sheets;
mod spreads;
mod unfold;

pub use marks::marked;
pub use overlay::overlay;
pub use sheets::{
    Face, Imposition, Scheme, SheetRow, TooSmall, creep_of_page, imposition, millimetres, sheets,
};
pub use spreads::spreads;
pub use unfold::unfold;
