//! Lengths and places. Every length is a whole number of 1/65536 point, the unit of TeX, so that layout is exact and
//! gives the same result on every machine. Nothing here knows the units of a file format: a writer asks for points.
//!
//! The origin of a page is the top left corner of its trim box; x grows to the right, y grows downwards.

mod length;
mod path;
mod schema;
mod shape;
mod transform;

pub use length::{Length, ParseLengthError};
pub use path::{Path, Segment};
pub use schema::LENGTH_FROM_ZERO;
pub use shape::{Point, Rect, Sides, Size};
pub use transform::{Transform, Turn};
