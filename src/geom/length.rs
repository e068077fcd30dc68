//! `Length`, and how the trade writes one: a number and its unit.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Visitor};

use crate::wording::{Text, text};

/// A length in whole units of 1/65536 pt (1 pt = 1/72 inch).
///
/// Arithmetic saturates, so that no input, however large, makes layout panic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(i64);

/// Units in a point.
const POINT: i64 = 65_536;

/// The longest length that may be written: 20 m, far above any sheet, far below any overflow.
const LIMIT_PT: i64 = 56_700;

impl Length {
    /// No length at all.
    pub const ZERO: Self = Self(0);
    /// Longer than any page.
    pub const MAX: Self = Self(i64::MAX / 4);

    /// A length of so many 1/65536 pt.
    #[must_use]
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// A length in whole points.
    #[must_use]
    pub const fn pt(points: i64) -> Self {
        Self(points.saturating_mul(POINT))
    }

    /// A length in thousandths of a millimetre, rounded to the nearest unit.
    #[must_use]
    pub const fn micrometres(micrometres: i64) -> Self {
        // 1 mm = 72/25.4 pt = 360/127 pt.
        let scaled = micrometres.saturating_mul(360 * POINT);
        let half = if scaled < 0 { -63_500 } else { 63_500 };
        Self(scaled.saturating_add(half) / 127_000)
    }

    /// A length in whole millimetres.
    #[must_use]
    pub const fn mm(millimetres: i64) -> Self {
        Self::micrometres(millimetres.saturating_mul(1000))
    }

    /// The number of 1/65536 pt.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.0
    }

    /// In points, for writers and messages; never for layout.
    #[must_use]
    pub fn to_pt(self) -> f64 {
        self.0 as f64 / POINT as f64
    }

    /// In millimetres, for writers and messages; never for layout.
    #[must_use]
    pub fn to_mm(self) -> f64 {
        self.to_pt() * 25.4 / 72.0
    }

    /// `self * numerator / denominator`, rounded to the nearest unit.
    ///
    /// # Panics
    /// When `denominator` is zero, which is a mistake of the caller, not of the input.
    #[must_use]
    pub fn ratio(self, numerator: i64, denominator: i64) -> Self {
        // Nearly all products fit a machine word, which divides several times as fast.
        if let Some(product) = self.0.checked_mul(numerator) {
            let divisor = denominator.unsigned_abs();
            let rounded = (product.unsigned_abs() + divisor / 2) / divisor;
            if rounded < 1 << 60 {
                let rounded = rounded as i64;
                return Self(if (product < 0) == (denominator < 0) {
                    rounded
                } else {
                    -rounded
                });
            }
        }
        let product = i128::from(self.0) * i128::from(numerator);
        let divisor = i128::from(denominator);
        let half = divisor.abs() / 2;
        let rounded = if (product < 0) == (divisor < 0) {
            (product.abs() + half) / divisor.abs()
        } else {
            -((product.abs() + half) / divisor.abs())
        };
        Self(rounded.clamp(i128::from(i64::MIN / 4), i128::from(i64::MAX / 4)) as i64)
    }

    /// The larger of zero and this length.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// How many times `other` fits in, towards zero; none when `other` is not positive.
    #[must_use]
    pub const fn whole_times(self, other: Self) -> i64 {
        if other.0 <= 0 { 0 } else { self.0 / other.0 }
    }

    /// The next multiple of `step` that is not below this length.
    #[must_use]
    pub const fn round_up_to(self, step: Self) -> Self {
        if step.0 <= 0 {
            return self;
        }
        let rest = self.0.rem_euclid(step.0);
        if rest == 0 {
            self
        } else {
            Self(self.0.saturating_add(step.0 - rest))
        }
    }
}

impl Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Length {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl AddAssign for Length {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Length {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Mul<i64> for Length {
    type Output = Self;
    fn mul(self, factor: i64) -> Self {
        Self(self.0.saturating_mul(factor))
    }
}

impl Div<i64> for Length {
    type Output = Self;
    fn div(self, divisor: i64) -> Self {
        Self(self.0 / divisor)
    }
}

impl Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, |total, length| total + length)
    }
}

/// Shown in points with at most three decimals, as the scene dump and messages want it: `12 pt`, `10.5 pt`.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousandths = (i128::from(self.0) * 1000 + if self.0 < 0 { -32_768 } else { 32_768 }) / 65_536;
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, part) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
        if part == 0 {
            write!(f, "{sign}{whole} pt")
        } else {
            let digits = format!("{part:03}");
            write!(f, "{sign}{whole}.{} pt", digits.trim_end_matches('0'))
        }
    }
}

/// As people read it in their language: `10.5 pt`, `10,5 pt`.
impl From<Length> for Text {
    fn from(length: Length) -> Self {
        let shown = length.to_string();
        let german = shown.replace('.', ",");
        Self::new(shown, german)
    }
}

/// Why a text is no length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseLengthError {
    /// There is no number in front, or one that cannot be read.
    Number,
    /// The number has a decimal comma.
    Comma,
    /// The unit is missing or unknown; holds what stands there.
    Unit(String),
    /// The length is beyond 20 m.
    TooLong,
}

impl From<ParseLengthError> for Text {
    fn from(error: ParseLengthError) -> Self {
        match error {
            ParseLengthError::Number => text!(
                "a length is a number and its unit, such as \"10 mm\" or \"12 pt\"",
                "eine Länge ist eine Zahl mit ihrer Einheit, etwa \"10 mm\" oder \"12 pt\""
            ),
            ParseLengthError::Comma => text!(
                "a decimal comma is not read here: write a point, \"10.5 mm\"",
                "ein Dezimalkomma wird hier nicht gelesen; mit Punkt schreiben: \"10.5 mm\""
            ),
            ParseLengthError::Unit(unit) if unit.is_empty() => text!(
                "this length has no unit; write for example \"10 mm\" or \"12 pt\"",
                "dieser Länge fehlt die Einheit; zum Beispiel \"10 mm\" oder \"12 pt\" schreiben"
            ),
            ParseLengthError::Unit(unit) => text!(
                "`{unit}` is no unit of length; use mm, cm, pt or in",
                "`{unit}` ist keine Längeneinheit; möglich sind mm, cm, pt und in"
            ),
            ParseLengthError::TooLong => {
                text!("no sheet is longer than 20 m", "kein Bogen ist länger als 20 m")
            }
        }
    }
}

impl ParseLengthError {
    /// As an error of serde, for whoever reads a length out of a text.
    pub(crate) fn into_custom<E: serde::de::Error>(self) -> E {
        E::custom(Text::from(self).packed())
    }
}

/// Reads `12 pt`, `10.5mm`, `-3 mm`, `1 cm`, `0.5 in`; a decimal comma is not read. Exact: no floating point is involved.
impl FromStr for Length {
    type Err = ParseLengthError;

    fn from_str(text: &str) -> Result<Self, ParseLengthError> {
        let text = text.trim();
        let split = text
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+')))
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(split);
        let millionths = parse_millionths(number).ok_or(ParseLengthError::Number)?;
        // Units per unit of measure, as a fraction: 1 in = 72 pt, 1 mm = 360/127 pt.
        let (numerator, denominator) = match unit.trim() {
            "pt" => (POINT, 1),
            "mm" => (360 * POINT, 127),
            "cm" => (3600 * POINT, 127),
            "in" => (72 * POINT, 1),
            other if other.starts_with(',') => return Err(ParseLengthError::Comma),
            other => return Err(ParseLengthError::Unit(other.to_owned())),
        };
        let divisor = i128::from(denominator) * 1_000_000;
        let scaled = i128::from(millionths) * i128::from(numerator);
        let half = if scaled < 0 { -divisor / 2 } else { divisor / 2 };
        let units = (scaled + half) / divisor;
        if units.abs() > i128::from(LIMIT_PT * POINT) {
            return Err(ParseLengthError::TooLong);
        }
        Ok(Self(units as i64))
    }
}

/// As [`FromStr`] reads it, out of a TOML string.
impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Length;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "a length such as \"10 mm\" or \"12 pt\"",
                    "eine Länge wie \"10 mm\" oder \"12 pt\""
                );
                f.write_str(&wanted.packed())
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Length, E> {
                text.parse().map_err(ParseLengthError::into_custom)
            }
        }
        deserializer.deserialize_str(Written)
    }
}

/// A decimal number as millionths; none when it is malformed or has more than nine digits before the point.
fn parse_millionths(number: &str) -> Option<i64> {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 6 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    Some(sign * (whole * 1_000_000 + part))
}

#[cfg(test)]
mod tests {
    use super::{Length, ParseLengthError, Text};

    #[test]
    fn lengths_are_read_as_the_trade_writes_them() {
        assert_eq!("12 pt".parse(), Ok(Length::pt(12)));
        assert_eq!("10.5pt".parse(), Ok(Length::from_units(688_128)));
        assert_eq!("25.4 mm".parse(), Ok(Length::pt(72)));
        assert_eq!("2.54 cm".parse(), Ok(Length::pt(72)));
        assert_eq!("-1 in".parse(), Ok(Length::pt(-72)));
        assert_eq!(Length::mm(297), "297 mm".parse().unwrap());
    }

    #[test]
    fn what_is_no_length_says_why() {
        assert_eq!("12".parse::<Length>(), Err(ParseLengthError::Unit(String::new())));
        assert_eq!(
            "12 px".parse::<Length>(),
            Err(ParseLengthError::Unit("px".into()))
        );
        assert_eq!("wide".parse::<Length>(), Err(ParseLengthError::Number));
        assert_eq!("999999999 mm".parse::<Length>(), Err(ParseLengthError::TooLong));
    }

    #[test]
    fn a_ratio_rounds_to_the_nearest_unit_on_both_sides_of_zero() {
        assert_eq!(Length::from_units(5).ratio(1, 2), Length::from_units(3));
        assert_eq!(Length::from_units(-5).ratio(1, 2), Length::from_units(-3));
        assert_eq!(Length::from_units(5).ratio(-1, 2), Length::from_units(-3));
    }

    #[test]
    fn a_length_is_said_with_a_comma_in_german() {
        let length: Length = "10.5 pt".parse().unwrap();
        assert_eq!(Text::from(length), Text::new("10.5 pt", "10,5 pt"));
    }

    #[test]
    fn lengths_are_shown_short() {
        assert_eq!(Length::pt(12).to_string(), "12 pt");
        assert_eq!("-10.5 pt".parse::<Length>().unwrap().to_string(), "-10.5 pt");
        assert_eq!(Length::mm(1).to_string(), "2.835 pt");
    }
}
