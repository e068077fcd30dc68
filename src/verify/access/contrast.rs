//! Does text stand out from what lies under it? Looks at each word where it is printed: at flat grounds, at forms that lie over each other, at
//! gradients and drawings, at the pixels of pictures, and at bare paper where there is nothing else; on a screen and in print, and the worse of
//! both counts.
//!
//! Places are taken all over the small letters of a word. Of all of them the worst are left out, one in twenty: a letter that is lost makes a
//! word hard to read, and is more than that even in long words, while a hair line across a word, or a speck in a photograph, is less.

mod frame;
mod gradient;
mod graphics;
mod ground;
mod outline;
mod painted;
mod remedy;
mod report;
mod seen;
mod wcag;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use self::graphics::Figures;
use self::painted::{Painted, Text, painted};
use self::report::{Fault, Faults, Key};
use self::seen::{Eye, Medium, Seen};
use self::words::{Word, words};
use super::demands::Demands;
use crate::assets::Assets;
use crate::diag::Log;
use crate::scene::{Page, Scene};
use crate::template::Template;

/// Of so many places of a word the worst one is left out.
const ONE_IN: usize = 20;

/// So many lines of outlines are looked at for one word before fewer of its places are taken, and so many for a document: a second of work.
const MOST_FOR_A_WORD: usize = 200_000;
const MOST_FOR_ALL: usize = 100_000_000;

/// Finds text that is hard to tell from its ground: a warning for each colour and ground, with its first place.
pub(super) fn check(scene: &Scene, template: &Template, assets: &Assets, demands: &Demands, log: &mut Log) {
    let eye = Eye::new(&assets.output);
    let mut judge = Judge {
        eye: &eye,
        assets,
        demands,
        left: MOST_FOR_ALL,
        faults: BTreeMap::new(),
        figures: Figures::default(),
    };
    for page in &scene.pages {
        judge.page(page, scene);
    }
    report::report(judge.faults, scene, template, &eye, log);
    judge.figures.report(demands.graphics, log);
}

struct Judge<'a> {
    eye: &'a Eye<'a>,
    assets: &'a Assets,
    demands: &'a Demands,
    /// How much may still be looked at.
    left: usize,
    faults: Faults<'a>,
    figures: Figures,
}

impl<'a> Judge<'a> {
    fn page(&mut self, page: &'a Page, scene: &Scene) {
        let painted = painted(page, self.assets, self.eye);
        self.figures.look(&painted.ground, page, scene, self.eye);
        for text in &painted.texts {
            let wanted = self.wanted(text);
            for word in words(text, self.assets, page) {
                if let Some(worst) = self.worst(text, &word, &painted)
                    && worst.contrast < wanted
                {
                    self.note(text, &word, wanted, worst);
                }
            }
        }
    }

    /// The contrast that a run of text must have. Signs without letters or figures, such as bullets, are graphics.
    fn wanted(&self, text: &Text<'_>) -> f64 {
        let run = text.run;
        let bold = self.assets.font(run.font).weight >= self.demands.bold;
        let large = if bold {
            self.demands.large_bold
        } else {
            self.demands.large
        };
        if !run.text.contains(char::is_alphanumeric) {
            self.demands.graphics
        } else if run.size >= large {
            self.demands.large_text
        } else {
            self.demands.text
        }
    }

    /// Where a word stands out least; none of a word that cannot be seen on the finished page.
    fn worst(&mut self, text: &Text<'_>, word: &Word, painted: &Painted<'_>) -> Option<Worst> {
        let ground = &painted.ground;
        let below = ground.below(text.below, word.bounds);
        let color = self.eye.sees(&text.run.color).light;
        let is_even = ground.is_even(&below, word.bounds);
        let judged = |place| {
            let ground = ground.at(place, &below, self.eye);
            let (contrast, medium) = color.against(ground.light);
            Worst {
                contrast,
                medium,
                ground,
                is_even,
            }
        };
        if is_even {
            return word.places.first().map(|place| judged(*place));
        }
        let cost = ground.cost(&below);
        let step = (word.places.len() * cost).div_ceil(MOST_FOR_A_WORD).max(1);
        let places: Vec<_> = word.places.iter().step_by(step).collect();
        self.left = self.left.checked_sub(places.len() * cost)?;
        let mut all: Vec<Worst> = places.into_iter().map(|place| judged(*place)).collect();
        all.sort_by(|one, other| one.contrast.total_cmp(&other.contrast));
        all.get(all.len() / ONE_IN).copied()
    }

    fn note(&mut self, text: &Text<'a>, word: &Word, wanted: f64, worst: Worst) {
        let ground = Some(&worst.ground).filter(|_| worst.is_even);
        let key = Key::new(&text.run.color, wanted, ground, text.origin);
        let found = Fault {
            word: word.name(),
            origin: text.origin,
            worst,
            wanted,
            places: BTreeSet::new(),
        };
        let fault = self.faults.entry(key).or_insert(found);
        fault.places.insert(text.origin);
        if worst.contrast < fault.worst.contrast {
            fault.worst = worst;
            if fault.origin == text.origin {
                fault.word = word.name();
            }
        }
    }
}

/// Where a word stands out least.
#[derive(Clone, Copy)]
struct Worst {
    contrast: f64,
    medium: Medium,
    ground: Seen,
    /// Whether all that lies under the word is the same.
    is_even: bool,
}
