//! What is found in PDFs by whoever made them, word for word, in English and in German. The PDFs are tiny, and made from one template by
//! what is to be wrong in them; what is said of them lies beside the cases, so that a change of wording is read before it is accepted:
//!
//! ```text
//! FALTWERK_ACCEPT=1 cargo test --test inspect
//! ```
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read and accept what they expect"
)]

#[path = "common/pdf.rs"]
mod pdf;

#[path = "inspect/gwg.rs"]
mod gwg;
