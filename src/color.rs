//! Inks by name. A colour says what is printed, not how it looks: parts of the four process inks, or a spot ink with
//! its process equivalent. How that looks on a screen is worked out by an edition, through the job's ICC profile.

use std::fmt;
use std::sync::Arc;

/// A part of full ink, in hundredths of a per cent (0 to 10000), whole so that colours compare and hash exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part(u16);

impl Part {
    /// No ink.
    pub const NONE: Self = Self(0);
    /// Full ink.
    pub const FULL: Self = Self(10_000);

    /// From per cent; none outside 0 to 100.
    #[must_use]
    pub fn from_percent(percent: f64) -> Option<Self> {
        (0.0..=100.0)
            .contains(&percent)
            .then(|| Self((percent * 100.0).round() as u16))
    }

    /// In per cent.
    #[must_use]
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// Between 0 and 1, as PDF wants it.
    #[must_use]
    pub fn fraction(self) -> f32 {
        f32::from(self.0) / 10_000.0
    }

    /// A part of this part: `tint` of it.
    #[must_use]
    pub const fn tinted(self, tint: Self) -> Self {
        Self(((self.0 as u32 * tint.0 as u32 + 5_000) / 10_000) as u16)
    }
}

/// Cyan, magenta, yellow and black.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cmyk(pub [Part; 4]);

impl Cmyk {
    /// Bare paper.
    pub const PAPER: Self = Self([Part::NONE; 4]);
    /// Black ink alone.
    pub const BLACK: Self = Self([Part::NONE, Part::NONE, Part::NONE, Part::FULL]);

    /// The sum of the four parts, in per cent: the total ink.
    #[must_use]
    pub fn total_percent(&self) -> f64 {
        self.0.iter().map(|part| part.percent()).sum()
    }

    /// Whether nothing but black ink is used, and some of it.
    #[must_use]
    pub fn is_black_alone(&self) -> bool {
        self.0[..3].iter().all(|part| *part == Part::NONE) && self.0[3] != Part::NONE
    }
}

/// What is put on the press.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// The four process inks.
    Process(Cmyk),
    /// An ink of its own plate, by its name, with what the process inks make of it.
    Spot {
        /// The name on the plate.
        name: Arc<str>,
        /// Its process equivalent at full strength.
        alternate: Cmyk,
    },
    /// Every plate: crop and registration marks only.
    All,
}

/// An ink at a strength.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color {
    /// Which ink.
    pub ink: Ink,
    /// How much of it.
    pub tint: Part,
}

impl Color {
    /// Black ink alone, full.
    pub const BLACK: Self = Self {
        ink: Ink::Process(Cmyk::BLACK),
        tint: Part::FULL,
    };
    /// Bare paper.
    pub const PAPER: Self = Self {
        ink: Ink::Process(Cmyk::PAPER),
        tint: Part::FULL,
    };

    /// Full strength of process inks.
    #[must_use]
    pub const fn process(cmyk: Cmyk) -> Self {
        Self {
            ink: Ink::Process(cmyk),
            tint: Part::FULL,
        }
    }

    /// So much of this colour: parts of process inks become smaller, a spot ink gets a finer screen.
    #[must_use]
    pub fn tinted(self, tint: Part) -> Self {
        match self.ink {
            Ink::Process(Cmyk(parts)) => Self {
                ink: Ink::Process(Cmyk(parts.map(|part| part.tinted(tint)))),
                tint: self.tint,
            },
            ink => Self {
                ink,
                tint: self.tint.tinted(tint),
            },
        }
    }

    /// How much ink lies on the paper over all plates, in per cent. A spot ink is one plate, whatever its process equivalent.
    #[must_use]
    pub fn total_percent(&self) -> f64 {
        match self.ink {
            Ink::Spot { .. } => self.tint.percent(),
            Ink::Process(_) | Ink::All => self.as_cmyk().total_percent(),
        }
    }

    /// What the process inks make of this colour; registration colour is full ink on all four.
    #[must_use]
    pub fn as_cmyk(&self) -> Cmyk {
        let full = match &self.ink {
            Ink::Process(cmyk) | Ink::Spot { alternate: cmyk, .. } => *cmyk,
            Ink::All => Cmyk([Part::FULL; 4]),
        };
        Cmyk(full.0.map(|part| part.tinted(self.tint)))
    }

    /// Whether it is black ink alone, full: such text and thin lines overprint, and nothing else does.
    #[must_use]
    pub fn overprints(&self) -> bool {
        self.ink == Ink::Process(Cmyk::BLACK) && self.tint == Part::FULL
    }
}

/// `c100 m85 y25 k20`, or the spot ink's name, with a tint below full.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ink {
            Ink::Process(Cmyk([c, m, y, k])) => {
                write!(
                    f,
                    "c{} m{} y{} k{}",
                    c.percent(),
                    m.percent(),
                    y.percent(),
                    k.percent()
                )?;
            }
            Ink::Spot { name, .. } => write!(f, "spot {name}")?,
            Ink::All => write!(f, "registration")?,
        }
        if self.tint == Part::FULL {
            Ok(())
        } else {
            write!(f, " at {} %", self.tint.percent())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cmyk, Color, Ink, Part};

    fn percent(percent: f64) -> Part {
        Part::from_percent(percent).unwrap()
    }

    #[test]
    fn tints_of_process_inks_are_process_inks_and_tints_of_black_do_not_overprint() {
        let red = Color::process(Cmyk([0.0, 100.0, 90.0, 0.0].map(percent)));
        let pale = Color::process(Cmyk([0.0, 20.0, 18.0, 0.0].map(percent)));
        assert_eq!(red.tinted(percent(20.0)), pale);
        assert!(Color::BLACK.overprints());
        assert!(!Color::BLACK.tinted(percent(50.0)).overprints());
        assert!(!Color::PAPER.overprints());
    }

    #[test]
    fn a_spot_ink_is_one_plate_and_looks_as_its_equivalent() {
        let alternate = Cmyk([100.0, 90.0, 80.0, 70.0].map(percent));
        let ink = Ink::Spot {
            name: "HKS 1 K".into(),
            alternate,
        };
        let spot = Color {
            ink,
            tint: percent(50.0),
        };
        let fifth = spot.tinted(percent(40.0));
        assert_eq!(fifth.tint, percent(20.0));
        assert!((fifth.total_percent() - 20.0).abs() < 1e-9);
        assert_eq!(fifth.as_cmyk(), Cmyk([20.0, 18.0, 16.0, 14.0].map(percent)));
        assert!(!fifth.overprints());
    }
}
