//! How much of pictures and fonts a document may bring in all. Each file has its own limit, but a thousand of them, each just below it, would
//! fill the memory or take a day.

use crate::wording::Text;
use crate::wording::text;

/// All fonts of a project together, in bytes: the whole of Noto without its Chinese, Japanese and Korean has a quarter.
const MOST_FONT_BYTES: u64 = 1 << 29;
/// All pictures of a document together, in bytes, which are kept until it is written.
const MOST_PICTURE_BYTES: u64 = 1 << 31;
/// All pictures of a document together, in pixels, each of which is worked on several times: a hundred pages of A4 in 400 pixels an inch have
/// three quarters of that.
const MOST_PICTURE_PIXELS: u64 = 2_000_000_000;

/// What may still be brought.
#[derive(Debug)]
pub(super) struct Budget {
    font_bytes: u64,
    picture_bytes: u64,
    picture_pixels: u64,
}

impl Budget {
    /// Nothing was brought yet.
    pub(super) const fn new() -> Self {
        Self {
            font_bytes: MOST_FONT_BYTES,
            picture_bytes: MOST_PICTURE_BYTES,
            picture_pixels: MOST_PICTURE_PIXELS,
        }
    }

    /// Takes a font of so many bytes.
    ///
    /// # Errors
    /// When that is too much; holds why, as a phrase.
    pub(super) fn font(&mut self, bytes: usize) -> Result<(), Text> {
        take(&mut self.font_bytes, bytes as u64).ok_or_else(|| {
            let most = MOST_FONT_BYTES >> 20;
            text!(
                "with it, the fonts of this project are larger than {most} MiB",
                "mit ihr sind die Schriften dieses Projekts größer als {most} MiB"
            )
        })
    }

    /// Takes the file of a picture of so many bytes.
    ///
    /// # Errors
    /// When that is too much; holds why, as a phrase.
    pub(super) fn picture_file(&mut self, bytes: usize) -> Result<(), Text> {
        take(&mut self.picture_bytes, bytes as u64).ok_or_else(|| {
            let most = MOST_PICTURE_BYTES >> 20;
            text!(
                "with it, the pictures of this document are larger than {most} MiB",
                "mit ihm sind die Bilder dieses Dokuments größer als {most} MiB"
            )
        })
    }

    /// Takes the pixels of a picture.
    ///
    /// # Errors
    /// When they are too many; holds why, as a phrase.
    pub(super) fn picture_pixels(&mut self, (width, height): (u32, u32)) -> Result<(), Text> {
        take(&mut self.picture_pixels, u64::from(width) * u64::from(height)).ok_or_else(|| {
            let most = MOST_PICTURE_PIXELS / 1_000_000;
            text!(
                "with it, the pictures of this document have more than {most} million pixels",
                "mit ihm haben die Bilder dieses Dokuments mehr als {most} Millionen Pixel"
            )
        })
    }
}

/// Takes from what is left. Once something was too much, nothing is left: what comes after is not worked on either.
fn take(left: &mut u64, wanted: u64) -> Option<()> {
    let rest = left.checked_sub(wanted);
    *left = rest.unwrap_or(0);
    rest.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Lang;

    #[test]
    fn pictures_of_as_many_pixels_as_may_be_are_taken_and_one_more_is_not() {
        let mut budget = Budget::new();
        for _ in 0..20 {
            assert_eq!(budget.picture_pixels((10_000, 10_000)), Ok(()));
        }
        let refused = budget.picture_pixels((1, 1)).unwrap_err();
        assert_eq!(
            refused.in_lang(Lang::English),
            "with it, the pictures of this document have more than 2000 million pixels"
        );
    }

    #[test]
    fn fonts_have_a_limit_together() {
        let mut budget = Budget::new();
        for _ in 0..8 {
            assert_eq!(budget.font(64 << 20), Ok(()));
        }
        let refused = budget.font(1).unwrap_err();
        assert_eq!(
            refused.in_lang(Lang::English),
            "with it, the fonts of this project are larger than 512 MiB"
        );
    }

    #[test]
    fn after_what_is_too_much_nothing_more_is_taken() {
        let mut budget = Budget::new();
        assert_eq!(budget.picture_file(1 << 30), Ok(()));
        assert_eq!(budget.picture_file(1 << 30), Ok(()));
        let mut other = Budget::new();
        let refused = other.picture_file((1 << 31) + 1).unwrap_err();
        assert_eq!(
            refused.in_lang(Lang::English),
            "with it, the pictures of this document are larger than 2048 MiB"
        );
        assert!(other.picture_file(1).is_err() && other.font(1).is_ok());
    }
}
