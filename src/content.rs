//! What is said: documents and shared data, as staff write them. A TOML file in `content/` with a `[document]` table is a document; any
//! other one is shared data. Nothing here knows pages or styles beyond their names.

mod block;
mod data;
mod document;
mod hyphenation;
mod load;
mod schema;
mod table;

pub use block::{Block, BlockKind, Figure, Heading, LinkBlock, List, ListSource, Quote};
pub use data::{Data, DataValue, Scope, UnknownPath};
pub use document::{Content, Document, PagesSpec, PartSpec, Story};
pub use hyphenation::Hyphenation;
pub use load::{glance, load, names};
pub use schema::{data_schema, document_schema, hyphenation_schema};
pub use table::{Column, ColumnAlign, Table, TableSource};
