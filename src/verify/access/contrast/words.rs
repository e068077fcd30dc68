//! The words of a run of text, and the places on the page at which their letters stand.

use super::outline::{Bounds, Place};
use super::painted::Text;
use crate::assets::Assets;
use crate::geom::{Length, Point};
use crate::scene::Page;

/// A word and where it stands.
pub(super) struct Word {
    pub(super) text: String,
    /// Places spread over its letters.
    pub(super) places: Vec<Place>,
    pub(super) bounds: Bounds,
}

/// Heights at which letters are looked at, in hundredths of the height of the small x: what stands there tells letters apart.
const HEIGHTS: [i64; 4] = [10, 37, 63, 90];

/// How far apart they are looked at from left to right, in hundredths of the height of the small x: about a stroke.
const APART: i64 = 30;

/// No letter is looked at in more columns.
const MOST_COLUMNS: i64 = 12;

/// The words of a run, as far as they stand on the finished page.
pub(super) fn words(text: &Text<'_>, assets: &Assets, page: &Page) -> Vec<Word> {
    let run = text.run;
    let font = assets.font(run.font);
    let x_height = run
        .size
        .ratio(i64::from(font.x_height.max(1)), i64::from(font.units_per_em));
    let trim = page.trim_box();
    let mut words = Vec::new();
    let mut word: Option<Word> = None;
    let mut pen = Length::ZERO;
    for glyph in &run.glyphs {
        let said = run
            .text
            .get(glyph.text.start as usize..glyph.text.end as usize)
            .unwrap_or_default();
        if !said.is_empty() && said.chars().all(char::is_whitespace) {
            words.extend(word.take());
        } else {
            let word = word.get_or_insert_with(Word::empty);
            word.text.push_str(said);
            let apart = x_height.ratio(APART, 100).max(Length::from_units(1));
            let columns = (glyph.advance.units() / apart.units()).clamp(1, MOST_COLUMNS);
            for column in 0..columns {
                let across = pen + glyph.dx + glyph.advance.ratio(2 * column + 1, 2 * columns);
                for height in HEIGHTS {
                    let up = glyph.dy + x_height.ratio(height, 100);
                    let place = text.stand.transform.apply(Point::new(across, -up) + text.at);
                    let is_cut = text.stand.clip.is_some_and(|clip| !clip.contains_point(place));
                    if !is_cut && trim.contains_point(place) {
                        word.add((place.x.to_pt(), place.y.to_pt()));
                    }
                }
            }
        }
        pen += glyph.advance;
    }
    words.extend(word);
    words.retain(|word| !word.places.is_empty());
    words
}

impl Word {
    const fn empty() -> Self {
        Self {
            text: String::new(),
            places: Vec::new(),
            bounds: Bounds::NOTHING,
        }
    }

    /// Its letters, as they are written.
    pub(super) fn name(&self) -> String {
        let bare = self
            .text
            .trim_matches(|c: char| c.is_ascii_punctuation() || c == '\u{ad}');
        let bare = if bare.is_empty() { &self.text } else { bare };
        bare.replace('\u{ad}', "")
    }

    fn add(&mut self, place: Place) {
        self.bounds.hold(place);
        self.places.push(place);
    }
}
