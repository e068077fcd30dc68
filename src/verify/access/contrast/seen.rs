//! How a colour is seen, by both kinds of reader: on a screen, where the edition shows sRGB, and in print, in inks through the printer's
//! profile. What shines through is mixed for each as it is mixed there: light on the screen, inks on the press.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::wcag::{contrast, luminance};
use crate::assets::IccProfile;
use crate::color::{Cmyk, Color, Part};

/// A colour as it is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    /// Parts of sRGB.
    screen: [f64; 3],
    /// Parts of ink; none of a picture, of which only the look is known.
    inks: Option<[f64; 4]>,
    /// How light it is on a screen and in print.
    pub(super) light: Light,
}

/// How light something is, paper being 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light {
    pub(super) screen: f64,
    pub(super) print: f64,
}

/// Where contrast is lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Medium {
    /// On a screen.
    Screen,
    /// In print.
    Print,
}

impl Light {
    /// The lower of both contrasts, and where it is.
    pub(super) fn against(self, other: Self) -> (f64, Medium) {
        let screen = contrast(self.screen, other.screen);
        let print = contrast(self.print, other.print);
        if print < screen {
            (print, Medium::Print)
        } else {
            (screen, Medium::Screen)
        }
    }

    /// Whether it is darker, taken over both.
    pub(super) fn is_darker_than(self, other: Self) -> bool {
        self.screen + self.print < other.screen + other.print
    }
}

impl Seen {
    /// Its inks, in hundredths of a per cent; none of a picture.
    pub(super) fn as_cmyk(&self) -> Option<Cmyk> {
        let part = |part: f64| Part::from_percent((part * 100.0).clamp(0.0, 100.0)).unwrap_or_default();
        self.inks.map(|inks| Cmyk(inks.map(part)))
    }
}

/// Looks colours up, each once.
pub(super) struct Eye<'a> {
    profile: &'a IccProfile,
    known: RefCell<BTreeMap<Cmyk, Seen>>,
}

impl<'a> Eye<'a> {
    pub(super) const fn new(profile: &'a IccProfile) -> Self {
        Self {
            profile,
            known: RefCell::new(BTreeMap::new()),
        }
    }

    /// A colour of the scene; a spot ink looks as its process equivalent does.
    pub(super) fn sees(&self, color: &Color) -> Seen {
        self.sees_inks(color.as_cmyk())
    }

    pub(super) fn sees_inks(&self, cmyk: Cmyk) -> Seen {
        if let Some(known) = self.known.borrow().get(&cmyk) {
            return *known;
        }
        let inks = cmyk.0.map(|part| part.percent() / 100.0);
        // The edition writes whole steps of 255.
        let screen = self.profile.srgb(cmyk).0.map(|part| f64::from(part) / 255.0);
        let seen = self.seen(screen, Some(inks));
        self.known.borrow_mut().insert(cmyk, seen);
        seen
    }

    /// A colour of a picture, in parts of sRGB.
    pub(super) fn sees_light(&self, screen: [f64; 3]) -> Seen {
        self.seen(screen, None)
    }

    /// Bare paper.
    pub(super) fn paper(&self) -> Seen {
        self.sees_inks(Cmyk::PAPER)
    }

    /// So much of `over`, between 0 and 1, before `under`.
    pub(super) fn mixed(&self, over: Seen, opacity: f64, under: Seen) -> Seen {
        if opacity >= 1.0 {
            return over;
        }
        let mix = |over: f64, under: f64| over * opacity + under * (1.0 - opacity);
        let screen = [0, 1, 2].map(|part| mix(over.screen[part], under.screen[part]));
        let inks = over.inks.zip(under.inks);
        let inks = inks.map(|(over, under)| [0, 1, 2, 3].map(|ink| mix(over[ink], under[ink])));
        self.seen(screen, inks)
    }

    /// Between two colours of a gradient, at a part of the way from one to the other.
    pub(super) fn between(&self, one: Seen, other: Seen, part: f64) -> Seen {
        self.mixed(other, part.clamp(0.0, 1.0), one)
    }

    fn seen(&self, screen: [f64; 3], inks: Option<[f64; 4]>) -> Seen {
        let on_screen = luminance(screen);
        let printed = inks.and_then(|inks| self.profile.luminance(inks));
        Seen {
            screen,
            inks,
            light: Light {
                screen: on_screen,
                print: printed.unwrap_or(on_screen),
            },
        }
    }
}
