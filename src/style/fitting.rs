//! How a picture fills its box.

use schemars::JsonSchema;
use serde::Deserialize;

/// How a picture fills its box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fitting {
    /// All of it shows, and some of the box may stay empty.
    #[default]
    Contain,
    /// All of the box is filled, and some of the picture may be cut.
    Cover,
}

/// The point of a picture that must stay visible when it is cut, in per cent of its width and height from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FocalPoint {
    /// From the left.
    pub x: u8,
    /// From the top.
    pub y: u8,
}

impl FocalPoint {
    /// From per cent; none beyond 100.
    #[must_use]
    pub fn from_percent([x, y]: [u32; 2]) -> Option<Self> {
        let percent = |part: u32| u8::try_from(part).ok().filter(|part| *part <= 100);
        Some(Self {
            x: percent(x)?,
            y: percent(y)?,
        })
    }
}

impl Default for FocalPoint {
    /// The middle.
    fn default() -> Self {
        Self { x: 50, y: 50 }
    }
}
