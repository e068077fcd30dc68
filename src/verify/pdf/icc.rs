//! The header of an ICC profile (ICC.1:2022, 7.2).

use super::intent::ProfileFacts;

/// The length of a header in bytes.
const HEADER: usize = 128;

/// What a profile says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Profile {
    /// The first number of its version.
    pub(super) version: u8,
    /// The second.
    minor: u8,
    /// What kind of device it is of: `prtr`, `mntr`.
    pub(super) class: [u8; 4],
    /// Its colours: `CMYK`.
    pub(super) space: [u8; 4],
    /// All of it but the header's parts that may differ between copies: flags, and the identifier.
    rest: Vec<u8>,
}

impl Profile {
    /// Reads a profile; none when it is none.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let part = |at: usize| bytes.get(at..at + 4).and_then(|part| part.try_into().ok());
        let marked: [u8; 4] = part(36)?;
        if bytes.len() < HEADER || &marked != b"acsp" {
            return None;
        }
        Some(Self {
            version: *bytes.get(8)?,
            minor: *bytes.get(9)? >> 4,
            class: part(12)?,
            space: part(16)?,
            rest: bytes.get(HEADER..)?.to_vec(),
        })
    }

    /// What is told of it.
    pub(super) fn facts(&self) -> ProfileFacts {
        let letters = |four: [u8; 4]| String::from_utf8_lossy(&four).trim_end().to_owned();
        ProfileFacts {
            version: format!("{}.{}", self.version, self.minor),
            class: letters(self.class),
            space: letters(self.space),
        }
    }

    /// How many components its colours have.
    pub(super) const fn components(&self) -> Option<usize> {
        match &self.space {
            b"GRAY" => Some(1),
            b"RGB " | b"Lab " => Some(3),
            b"CMYK" => Some(4),
            _ => None,
        }
    }
}
