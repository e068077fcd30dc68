//! What any PDF holds, ours or a stranger's, whole or damaged, read from its bytes by another library than the one that writes ours. A
//! [`File`] is opened from bytes; its pages know their boxes as they apply and as they are written; a [`Display`] is what a page paints, one
//! [`Element`] after the other, with the colours, the overprint, the clip and the marks that apply to each.
//!
//! Nothing here judges. Rules are asked elsewhere, of what is read here. A file that is hostile costs bounded work: what was left out is said
//! in `truncated`.

mod across;
pub mod basics;
mod claims;
mod dingbats;
mod display;
mod element;
mod entries;
mod facts;
mod file;
mod font;
mod glyph_list;
pub mod gwg;
mod icc;
pub mod ink;
mod inks;
mod intent;
mod limits;
mod page;
mod paint;
mod place;
mod plates;
mod preflight;
mod program;
mod rule;
mod space;
mod structure;
mod text_string;
mod trailer;
mod typefaces;
pub mod ua;
mod unpack;
mod walk;
pub mod x4;
mod xmp;

pub use display::{Display, Group, Reader, SoftMask};
pub use element::{
    Blend, Clip, Element, FillRule, Form, Glyph, Image, ImageMasking, Kind, Line, Mark, Path, Rendering,
    Samples, Shading, Text,
};
pub use facts::{Facts, FontFacts, PageFacts, PictureFacts, facts};
pub use file::{File, Unreadable, open};
pub use font::{Font, FontKind};
pub use intent::{IntentFacts, ProfileFacts};
pub use limits::Limits;
pub use page::{Boxes, Page, Written};
pub use paint::{Ink, PROCESS, Paint, Pattern, Tiling};
pub use preflight::{Purpose, preflight};
pub use space::{Space, Tint};
pub use structure::{Kid, Leads, Node, Parents, Role, RoleMap, Structure};
pub use text_string::text_of;
pub use trailer::Trailer;

#[cfg(test)]
mod tests;
