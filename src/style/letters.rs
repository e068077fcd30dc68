//! How letters are drawn other than they are written: as capitals, as small capitals, above or below the line. The text that is read back
//! stays what the author wrote.

/// Which form letters are drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// As they are written.
    #[default]
    AsWritten,
    /// All as capitals.
    Upper,
    /// Small letters as the font's small capitals, capitals as they are.
    SmallCaps,
    /// All as the font's small capitals.
    AllSmallCaps,
}

/// Where letters stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Position {
    /// On the line.
    #[default]
    Line,
    /// Small and raised, as the sign of a note is.
    Superscript,
    /// Small and lowered, as the 2 of H₂O is.
    Subscript,
}
