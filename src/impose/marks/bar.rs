//! A bar of ink fields: what whoever stands at the press measures, since artwork has no field of one ink alone to measure.

use std::collections::BTreeSet;

use super::shape;
use crate::assets::{Assets, Rgb};
use crate::color::{Cmyk, Color, Ink, Part};
use crate::geom::{Length, Path, Point, Rect, Size};
use crate::scene::{Item, ItemKind, Scene, Shape};

/// The fields of a bar, the most needed first.
#[derive(Clone, Debug)]
pub struct InkBar {
    fields: Vec<Color>,
}

/// The spot inks of a scene, by name; registration colour is no ink of its own.
#[must_use]
pub fn inks(scene: &Scene) -> Vec<Ink> {
    let mut inks = BTreeSet::new();
    scene.each_item(&mut |item| {
        let colors = match &item.kind {
            ItemKind::Glyphs(run) => [Some(&run.color), None],
            ItemKind::Shape(shape) => [
                shape.fill.as_ref(),
                shape.stroke.as_ref().map(|stroke| &stroke.color),
            ],
            ItemKind::Picture(_) | ItemKind::Drawing(_) | ItemKind::Group(_) => [None, None],
        };
        let spots = colors
            .into_iter()
            .flatten()
            .filter(|color| matches!(color.ink, Ink::Spot { .. }));
        inks.extend(spots.map(|color| color.ink.clone()));
    });
    inks.into_iter().collect()
}

impl InkBar {
    /// How high and how wide a field is: what the opening of a densitometer needs, with room to aim.
    pub const HEIGHT: Length = Length::mm(5);

    /// The fields for a press with these spot inks: solids, spot inks, overprints of two, grey balance beside the black that looks like it,
    /// tints of 80 and 40 % (ISO 12647-2:2004 measures these).
    #[must_use]
    pub fn new(spots: &[Ink], assets: &Assets) -> Self {
        let solids = [BLACK, CYAN, MAGENTA, YELLOW].map(|inks| at(inks, 100));
        let overprints = [[100, 100, 0, 0], [100, 0, 100, 0], [0, 100, 100, 0]].map(process);
        let tints = [80, 40]
            .into_iter()
            .flat_map(|percent| [BLACK, CYAN, MAGENTA, YELLOW].map(|inks| at(inks, percent)));
        let grey = process(GREY);
        let spots = spots.iter().map(|ink| Color {
            ink: ink.clone(),
            tint: Part::FULL,
        });
        let mut fields = Vec::from(solids);
        fields.extend(spots);
        fields.extend(overprints);
        fields.extend([black_like(&grey, assets), grey]);
        fields.extend(tints);
        Self { fields }
    }

    /// The fields in the middle of a strip of the page: the whole bar as often as it fits, since a press sets its inks zone by zone
    /// across the sheet; what a short strip has no room for is left out from the end.
    #[must_use]
    pub fn fields(&self, strip: Rect) -> Vec<Item> {
        let room = strip.size.width.whole_times(Self::HEIGHT).max(0) as usize;
        let count = match room / self.fields.len() {
            0 => room,
            times => times * self.fields.len(),
        };
        let size = Size::new(Self::HEIGHT, strip.size.height.min(Self::HEIGHT));
        let colors = self.fields.iter().cycle().take(count);
        let left = strip.left() + (strip.size.width - Self::HEIGHT * count as i64) / 2;
        (0..)
            .zip(colors)
            .map(|(number, color)| {
                let x = left + Self::HEIGHT * number;
                shape(Shape {
                    path: Path::rect(Rect::new(Point::new(x, strip.top()), size)),
                    fill: Some(color.clone()),
                    stroke: None,
                })
            })
            .collect()
    }
}

const CYAN: [u16; 4] = [1, 0, 0, 0];
const MAGENTA: [u16; 4] = [0, 1, 0, 0];
const YELLOW: [u16; 4] = [0, 0, 1, 0];
const BLACK: [u16; 4] = [0, 0, 0, 1];

/// Neutral on coated paper at half tone: 50, 40 and 40 % (ISO 12647-2:2004, table of grey balance).
const GREY: [u16; 4] = [50, 40, 40, 0];

fn at(inks: [u16; 4], percent: u16) -> Color {
    process(inks.map(|ink| ink * percent))
}

fn process(percent: [u16; 4]) -> Color {
    let part = |percent: u16| Part::from_percent(f64::from(percent)).unwrap_or(Part::FULL);
    Color::process(Cmyk(percent.map(part)))
}

/// The tint of black that looks most like a colour on this press.
fn black_like(color: &Color, assets: &Assets) -> Color {
    let seen = |color: &Color| assets.output.srgb(color.as_cmyk());
    let Rgb(wanted) = seen(color);
    let off = |black: &Color| -> u32 {
        let Rgb(parts) = seen(black);
        let differences = parts.iter().zip(wanted).map(|(one, two)| one.abs_diff(two));
        differences.map(u32::from).sum()
    };
    let blacks = (1..=100).map(|percent| at(BLACK, percent));
    blacks.min_by_key(off).unwrap_or(Color::BLACK)
}
