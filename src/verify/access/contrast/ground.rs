//! What is painted on a page, to be asked what is seen at a place below something: every form with what it is filled with, in painting order,
//! and an index of the page's squares, since a brochure has more words times forms than anybody wants to wait for.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::frame::Frame;
use super::gradient::Passage;
use super::outline::{Bounds, Outline, Place};
use super::seen::{Eye, Seen};
use crate::assets::{Assets, Glimpse, ImageId};
use crate::geom::Length;
use crate::scene::{NodeId, Page};
use crate::source::Span;

/// The squares of the index: about a word wide.
const SQUARE: f64 = 24.0;

/// A page has no more squares in each direction: 5 m, which no sheet has.
const MOST_SQUARES: usize = 600;

/// A painted form.
pub(super) struct Form<'a> {
    /// The node that it is content of, if it is, and the line of TOML it comes from.
    pub(super) content: Option<NodeId>,
    pub(super) origin: Option<Span>,
    /// What of the page it can cover.
    pub(super) bounds: Bounds,
    pub(super) area: Area,
    /// What else cuts it.
    pub(super) cuts: Vec<usize>,
    pub(super) paint: Paint<'a>,
    /// From 0 to 1.
    pub(super) opacity: f64,
}

/// What a form covers.
pub(super) enum Area {
    /// All of its bounds.
    Block,
    /// What is inside of an outline.
    Inside { outline: Outline, even_odd: bool },
    /// What is no farther than that from an outline.
    Along { outline: Outline, half: f64 },
}

/// What a form is filled with.
pub(super) enum Paint<'a> {
    Flat(Seen),
    Passage(Passage),
    Picture(Shown<'a>),
}

/// A picture and where it stands.
pub(super) struct Shown<'a> {
    pub(super) image: ImageId,
    pub(super) frame: Frame,
    pub(super) assets: &'a Assets,
    /// Looked at only when somebody asks: decoding takes long, and most pictures have no text on them.
    pub(super) pixels: OnceCell<Option<Glimpse>>,
}

/// A form over more squares than this is looked at everywhere: a page may have thousands of forms as large as itself.
const WIDE: usize = 64;

/// All that is painted on a page.
pub(super) struct Ground<'a> {
    pub(super) forms: Vec<Form<'a>>,
    /// Outlines that cut drawings.
    pub(super) cuts: Vec<(Outline, bool)>,
    squares: Vec<Vec<u32>>,
    /// Forms that cover so many squares that they are in none.
    wide: Vec<u32>,
    columns: usize,
    rows: usize,
    origin: Place,
}

impl<'a> Ground<'a> {
    /// An empty page.
    pub(super) fn new(page: &Page) -> Self {
        let bleed = page.bleed_box();
        let count = |length: Length| ((length.to_pt() / SQUARE).ceil().max(1.0) as usize).min(MOST_SQUARES);
        let (columns, rows) = (count(bleed.size.width), count(bleed.size.height));
        Self {
            forms: Vec::new(),
            cuts: Vec::new(),
            squares: vec![Vec::new(); columns * rows],
            wide: Vec::new(),
            columns,
            rows,
            origin: (bleed.left().to_pt(), bleed.top().to_pt()),
        }
    }

    /// Paints a form over all others.
    pub(super) fn add(&mut self, form: Form<'a>) {
        if form.bounds.is_nothing() {
            return;
        }
        let number = self.forms.len() as u32;
        let squares = self.squares_of(form.bounds);
        if squares.len() > WIDE {
            self.wide.push(number);
        } else {
            for square in squares {
                self.squares[square].push(number);
            }
        }
        self.forms.push(form);
    }

    fn squares_of(&self, Bounds([left, top, right, bottom]): Bounds) -> Vec<usize> {
        let square =
            |from: f64, at: f64, count: usize| (((at - from) / SQUARE).max(0.0) as usize).min(count - 1);
        let across = square(self.origin.0, left, self.columns)..=square(self.origin.0, right, self.columns);
        let down = square(self.origin.1, top, self.rows)..=square(self.origin.1, bottom, self.rows);
        down.flat_map(|row| across.clone().map(move |column| row * self.columns + column))
            .collect()
    }

    /// What may be seen in an area when so many forms are painted: the numbers of forms, the highest first, down to one that hides all others.
    pub(super) fn below(&self, count: usize, area: Bounds) -> Vec<usize> {
        let squares = self.squares_of(area).into_iter();
        let near = squares.flat_map(|square| &self.squares[square]);
        let numbers: BTreeSet<u32> = near.chain(&self.wide).copied().collect();
        let mut found = Vec::new();
        for number in numbers.into_iter().rev() {
            let form = &self.forms[number as usize];
            if number as usize >= count || !form.bounds.touches(area) {
                continue;
            }
            found.push(number as usize);
            if form.hides(area) {
                break;
            }
        }
        found
    }

    /// What is seen at a place of these forms, the highest first.
    pub(super) fn at(&self, place: Place, forms: &[usize], eye: &Eye<'_>) -> Seen {
        let mut above = Vec::new();
        let mut seen = eye.paper();
        for number in forms {
            let form = &self.forms[*number];
            if !form.covers(place, &self.cuts) {
                continue;
            }
            let (color, opacity) = form.color(place, eye);
            if opacity >= 1.0 {
                seen = color;
                break;
            }
            above.push((color, opacity));
        }
        for (color, opacity) in above.into_iter().rev() {
            seen = eye.mixed(color, opacity, seen);
        }
        seen
    }

    /// How many lines have to be looked at to ask one place.
    pub(super) fn cost(&self, forms: &[usize]) -> usize {
        let of_cut = |cut: &usize| self.cuts[*cut].0.cost();
        let of_form = |number: &usize| {
            let form = &self.forms[*number];
            form.area.cost() + form.cuts.iter().map(of_cut).sum::<usize>()
        };
        forms.iter().map(of_form).sum::<usize>() + 1
    }

    /// Whether these forms look the same everywhere in an area.
    pub(super) fn is_even(&self, forms: &[usize], area: Bounds) -> bool {
        forms.iter().all(|number| {
            let form = &self.forms[*number];
            matches!(form.paint, Paint::Flat(_)) && form.is_block() && form.bounds.covers(area)
        })
    }
}

impl Form<'_> {
    fn is_block(&self) -> bool {
        matches!(self.area, Area::Block) && self.cuts.is_empty()
    }

    fn hides(&self, area: Bounds) -> bool {
        let is_solid = self.opacity >= 1.0 && !matches!(self.paint, Paint::Picture(_));
        is_solid && self.is_block() && self.bounds.covers(area)
    }

    fn covers(&self, place: Place, cuts: &[(Outline, bool)]) -> bool {
        self.bounds.contains(place)
            && match &self.area {
                Area::Block => true,
                Area::Inside { outline, even_odd } => outline.contains(place, *even_odd),
                Area::Along { outline, half } => outline.is_near(place, *half),
            }
            && self.cuts.iter().all(|cut| {
                let (outline, even_odd) = &cuts[*cut];
                outline.contains(place, *even_odd)
            })
    }

    fn color(&self, place: Place, eye: &Eye<'_>) -> (Seen, f64) {
        match &self.paint {
            Paint::Flat(seen) => (*seen, self.opacity),
            Paint::Passage(passage) => (passage.at(place, eye), self.opacity),
            Paint::Picture(shown) => shown.at(place, eye).unwrap_or((eye.paper(), 0.0)),
        }
    }
}

impl Form<'_> {
    /// Places along its edge, no more than `most`.
    pub(super) fn edge(&self, most: usize) -> Vec<Place> {
        let Bounds([left, top, right, bottom]) = self.bounds;
        let (middle, centre) = (left.midpoint(right), top.midpoint(bottom));
        match &self.area {
            Area::Block => vec![(left, centre), (middle, top), (right, centre), (middle, bottom)],
            Area::Inside { outline, .. } | Area::Along { outline, .. } => {
                let places = outline.places(most);
                places.filter(|place| self.bounds.contains(*place)).collect()
            }
        }
    }

    /// Its colour, where it is one that hides what is below.
    pub(super) fn flat(&self) -> Option<Seen> {
        match &self.paint {
            Paint::Flat(seen) if self.opacity >= 1.0 => Some(*seen),
            _ => None,
        }
    }
}

impl Area {
    pub(super) const fn cost(&self) -> usize {
        match self {
            Self::Block => 1,
            Self::Inside { outline, .. } | Self::Along { outline, .. } => outline.cost(),
        }
    }
}

impl Shown<'_> {
    /// Its colour at a place of the page. A pixel for every point: that is as fine as the strokes of letters, and evens out what is no more
    /// than grain.
    fn at(&self, place: Place, eye: &Eye<'_>) -> Option<(Seen, f64)> {
        let glimpse = self.pixels.get_or_init(|| {
            let pixels = |points: f64| points.ceil().clamp(1.0, 10_000.0) as u32;
            let (width, height) = self.frame.size();
            self.assets.glimpse(self.image, (pixels(width), pixels(height)))
        });
        let (across, down) = self.frame.parts(place);
        let (screen, opacity) = glimpse.as_ref()?.at(across, down);
        Some((eye.sees_light(screen), opacity))
    }
}
