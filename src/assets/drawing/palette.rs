//! From the colours of a drawing to inks. Drawing programs know red, green and blue; a press knows black, and black lines of four inks
//! would show coloured edges. So pure black is black ink alone, neutral greys are black ink as light as they are, and everything else goes
//! through the printing condition's profile.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::assets::{IccProfile, Intent, Rgb};
use crate::color::{Cmyk, Color, Part};

/// How the colours of a drawing become inks.
pub struct Palette<'a> {
    profile: &'a IccProfile,
    intent: Intent,
    most: f64,
    known: RefCell<BTreeMap<Rgb, Color>>,
}

impl<'a> Palette<'a> {
    /// Inks of a printing condition, of which no more than `most` per cent lie upon each other.
    #[must_use]
    pub const fn new(profile: &'a IccProfile, intent: Intent, most: f64) -> Self {
        Self {
            profile,
            intent,
            most,
            known: RefCell::new(BTreeMap::new()),
        }
    }

    /// The inks of a colour.
    pub(super) fn color(&self, rgb: Rgb) -> Color {
        if let Some(known) = self.known.borrow().get(&rgb) {
            return known.clone();
        }
        let color = Color::process(self.separated(rgb));
        self.known.borrow_mut().insert(rgb, color.clone());
        color
    }

    fn separated(&self, rgb: Rgb) -> Cmyk {
        let Rgb([red, green, blue]) = rgb;
        if red == green && green == blue {
            return self.grey(green);
        }
        let found = self.profile.inks(rgb, self.intent).unwrap_or_else(|| plain(rgb));
        within(found, self.most)
    }

    /// Black ink that is as light as a grey: what lies in the middle of all that look the same. A grey darker than black ink is black ink.
    fn grey(&self, grey: u8) -> Cmyk {
        let black = |part: u16| {
            let part = Part::from_percent(f64::from(part) / 100.0).unwrap_or(Part::FULL);
            Cmyk([Part::NONE, Part::NONE, Part::NONE, part])
        };
        if grey == u8::MAX {
            return Cmyk::PAPER;
        }
        let looks = |part: u16| self.profile.srgb(black(part)).0[1];
        // More ink never looks lighter.
        let first = partition(|part| looks(part) > grey);
        let behind = partition(|part| looks(part) >= grey);
        black(first.midpoint(behind).min(10_000))
    }
}

/// The first of 0 to 10,000 that is not so; one more than 10,000 when all are.
fn partition(is_so: impl Fn(u16) -> bool) -> u16 {
    let (mut low, mut high) = (0, 10_001);
    while low < high {
        let middle = (low + high) / 2;
        if is_so(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Without a profile's help: black takes what the three others have in common.
fn plain(Rgb(parts): Rgb) -> Cmyk {
    let [cyan, magenta, yellow] = parts.map(|part| 1.0 - f64::from(part) / 255.0);
    let black = cyan.min(magenta).min(yellow);
    let part = |part: f64| Part::from_percent(part * 100.0).unwrap_or_default();
    Cmyk([
        part(cyan - black),
        part(magenta - black),
        part(yellow - black),
        part(black),
    ])
}

/// With less of the coloured inks, where all together are more than the most.
fn within(inks: Cmyk, most: f64) -> Cmyk {
    let total = inks.total_percent();
    if total <= most {
        return inks;
    }
    let Cmyk([cyan, magenta, yellow, black]) = inks;
    let colours = total - black.percent();
    let black = Part::from_percent(most).map_or(black, |most| black.min(most));
    let room = (most - black.percent()).max(0.0);
    // Rounded down, so that the sum of three is no more than the room for them.
    let share = Part::from_percent((room / colours * 100.0 - 0.02).clamp(0.0, 100.0));
    let less = |part: Part| part.tinted(share.unwrap_or_default());
    Cmyk([less(cyan), less(magenta), less(yellow), black])
}
