//! What a printer is handed over beside the press file: a job ticket to read, a preflight report for people and for programs, and pictures
//! of the pages with trim, bleed and folds drawn in, all in one zip file. Ticket and report are documents of faltwerk themselves: they are
//! written as TOML, set with the job's own fonts, and accessible like everything else that it makes.

mod archive;
mod facts;
mod gather;
mod papers;
mod report;
mod ticket;
mod words;

pub use archive::zip;
pub use facts::Facts;
pub use gather::{Job, gather};
pub use papers::{Fonts, Paper, papers};
