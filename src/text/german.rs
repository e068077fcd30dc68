//! What is known of German words: of which parts they are made, and so where they come apart. Divisions are best where
//! two words were joined, and ligatures never span such a place; both ask here.

mod compound;
mod parts;

pub(super) use compound::{Parts, SeamKind, take_apart};
