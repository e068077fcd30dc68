//! What a font can do beyond drawing its characters: features that a style may ask for, and what its designer says of letters above and
//! below the line and of the line under words. All metrics are in font units.

use skrifa::FontRef;
use skrifa::raw::TableProvider;
use skrifa::raw::types::Tag;

use super::Font;

/// Letters made smaller and shifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// Their size, of an em that is `units_per_em`.
    pub size: i32,
    /// How far they stand above the baseline, or below it.
    pub shift: i32,
}

/// The line under words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Underline {
    /// From the baseline down to the upper edge of the line.
    pub depth: i32,
    /// How thick it is.
    pub thickness: i32,
}

/// Shares of an em, in thousandths, between which letters above and below the line are small and still read. Fonts that nobody looked
/// after say nothing here, or the size of the whole em.
const SMALL: std::ops::RangeInclusive<i32> = 500..=750;

/// How far they may be shifted, in thousandths of an em: visibly, and not into the next line.
const SHIFTED: std::ops::RangeInclusive<i32> = 60..=600;

/// Where the font says nothing of use: three fifths of the size, as most text fonts have it.
const USUAL_SIZE: i32 = 600;

/// Letters below the line then stand so far below it, in thousandths: their feet about level with those of `p`.
const USUAL_DROP: i32 = 150;

impl Font {
    /// Letters above the line, as the font's designer wants them scaled (OpenType, OS/2, `ySuperscript...`); where that cannot be meant,
    /// so high that their heads stand a little above those of capitals.
    #[must_use]
    pub fn superscript(&self) -> Reduced {
        let said = self.os2(|os2| (os2.y_superscript_y_size(), os2.y_superscript_y_offset()));
        let usual = self.share(USUAL_SIZE);
        said.unwrap_or(Reduced {
            size: usual,
            shift: self.cap_height - self.cap_height * (USUAL_SIZE - 50) / 1000,
        })
    }

    /// Letters below the line, in the same way.
    #[must_use]
    pub fn subscript(&self) -> Reduced {
        let said = self.os2(|os2| (os2.y_subscript_y_size(), os2.y_subscript_y_offset()));
        said.unwrap_or(Reduced {
            size: self.share(USUAL_SIZE),
            shift: self.share(USUAL_DROP),
        })
    }

    /// The line under words (OpenType, `post`); where the font does not say, a twentieth of an em thick, a tenth below the baseline.
    #[must_use]
    pub fn underline(&self) -> Underline {
        let said = FontRef::new(self.data()).ok().and_then(|font| {
            let post = font.post().ok()?;
            Some(Underline {
                depth: -i32::from(post.underline_position().to_i16()),
                thickness: i32::from(post.underline_thickness().to_i16()),
            })
        });
        let is_useful = |line: &Underline| {
            (1..=self.share(200)).contains(&line.thickness) && (0..=self.share(400)).contains(&line.depth)
        };
        said.filter(is_useful).unwrap_or(Underline {
            depth: self.share(100),
            thickness: self.share(50).max(1),
        })
    }

    /// Whether the font has a feature, for any of its scripts.
    #[must_use]
    pub fn has_feature(&self, tag: [u8; 4]) -> bool {
        let Ok(font) = FontRef::new(self.data()) else {
            return false;
        };
        let wanted = Tag::new(&tag);
        let substitutes = font
            .gsub()
            .and_then(|table| table.feature_list())
            .is_ok_and(|list| {
                list.feature_records()
                    .iter()
                    .any(|record| record.feature_tag() == wanted)
            });
        let places = || {
            font.gpos()
                .and_then(|table| table.feature_list())
                .is_ok_and(|list| {
                    list.feature_records()
                        .iter()
                        .any(|record| record.feature_tag() == wanted)
                })
        };
        substitutes || places()
    }

    /// Whether its figures, as they are, all take the same width.
    #[must_use]
    pub fn has_even_figures(&self) -> bool {
        let figures: Vec<u16> = ('0'..='9').filter_map(|figure| self.glyph(figure)).collect();
        let widths = self.advances(&figures);
        widths.windows(2).all(|pair| pair[0] == pair[1])
    }

    fn os2(&self, of: impl Fn(&skrifa::raw::tables::os2::Os2<'_>) -> (i16, i16)) -> Option<Reduced> {
        let font = FontRef::new(self.data()).ok()?;
        let (size, shift) = of(&font.os2().ok()?);
        let reduced = Reduced {
            size: size.into(),
            shift: shift.into(),
        };
        let within = |range: &std::ops::RangeInclusive<i32>, units: i32| {
            (self.share(*range.start())..=self.share(*range.end())).contains(&units)
        };
        (within(&SMALL, reduced.size) && within(&SHIFTED, reduced.shift)).then_some(reduced)
    }

    /// A share of the em, in thousandths.
    fn share(&self, thousandths: i32) -> i32 {
        i32::from(self.units_per_em) * thousandths / 1000
    }
}
