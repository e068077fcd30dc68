//! The plates of a page, or of a part of it that is blended as one (ISO 32000-2, 11.3 and 11.4).

use super::coverage::{Area, Mask};
use super::light;
use crate::verify::pdf::element::Blend;

/// Plates that are kept apart at most: 4 of the process, the rest of spot inks.
pub(super) const PLATES: usize = 32;
/// The plates of the process inks, which blend together where a mode asks for it.
const PROCESS: usize = 4;

/// What a colour puts on each plate: 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Coat {
    pub(super) amounts: [f32; PLATES],
    /// The plates that it changes, a bit each; the others keep what they have.
    pub(super) touched: u32,
}

impl Coat {
    /// No ink, and what lies under it is gone.
    pub(super) const BARE: Self = Self {
        amounts: [0.0; PLATES],
        touched: u32::MAX,
    };

    pub(super) fn total(&self, plates: usize) -> f32 {
        self.amounts.iter().take(plates).sum()
    }
}

/// How a coat meets a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Touch {
    /// How much of the pixel it covers.
    pub(super) shape: f32,
    /// How opaque it is where it covers.
    pub(super) opacity: f32,
    pub(super) blend: Blend,
}

/// Amounts of ink on plates.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    pub(super) area: Area,
    /// For each plate, what lies on each pixel; nothing at all for a plate that was never inked.
    plates: Vec<Vec<f32>>,
    /// How opaque each pixel is; a canvas that is opaque from the beginning has none.
    opacity: Option<Vec<f32>>,
    /// What elements blend with that are no part of it.
    under: Option<Box<Under>>,
    /// Whether each thing that is painted covers those before it instead of lying on them.
    knocks_out: bool,
}

/// What lies under a part that is not isolated.
#[derive(Clone, Debug)]
struct Under {
    canvas: Canvas,
    /// How opaque the part is by itself.
    own: Vec<f32>,
}

impl Canvas {
    /// Paper, all of which has the same on its only plate or on none.
    pub(super) fn page(area: Area, plates: usize) -> Self {
        Self {
            area,
            plates: vec![Vec::new(); plates],
            opacity: None,
            under: None,
            knocks_out: false,
        }
    }

    /// The same amount on all of the only plate.
    pub(super) fn filled(area: Area, amount: f32) -> Self {
        Self {
            plates: vec![vec![amount; area.pixels()]],
            ..Self::page(area, 1)
        }
    }

    /// A part on which nothing lies yet.
    pub(super) fn clear(area: Area, plates: usize, knocks_out: bool) -> Self {
        Self {
            opacity: Some(vec![0.0; area.pixels()]),
            knocks_out,
            ..Self::page(area, plates)
        }
    }

    /// A part that begins with what lies under it.
    pub(super) fn on(&self, area: Area, knocks_out: bool) -> Self {
        let cut = |values: &Vec<f32>| -> Vec<f32> {
            let rows = (area.y..area.y + area.height).filter_map(|y| {
                let begin = self.place(area.x, y)?;
                values.get(begin..begin + area.width)
            });
            rows.flatten().copied().collect()
        };
        let base = Self {
            area,
            plates: self.plates.iter().map(cut).collect(),
            opacity: self.opacity.as_ref().map(cut),
            under: None,
            knocks_out: false,
        };
        Self {
            under: Some(Box::new(Under {
                canvas: base.clone(),
                own: vec![0.0; area.pixels()],
            })),
            knocks_out,
            ..base
        }
    }

    /// Whether it is all of a page, on which what is painted stays as it is.
    pub(super) const fn is_page(&self) -> bool {
        self.opacity.is_none() && self.under.is_none()
    }

    pub(super) const fn plates(&self) -> usize {
        self.plates.len()
    }

    /// What lies on a plate, row by row; nothing where it was never inked.
    pub(super) fn plate(&self, plate: usize) -> &[f32] {
        self.plates.get(plate).map_or(&[], Vec::as_slice)
    }

    /// How opaque each pixel is; none where all are.
    pub(super) fn opacity(&self) -> Option<&[f32]> {
        self.opacity.as_deref()
    }

    fn place(&self, x: usize, y: usize) -> Option<usize> {
        let area = self.area;
        let (column, row) = (x.checked_sub(area.x)?, y.checked_sub(area.y)?);
        (column < area.width && row < area.height).then(|| row * area.width + column)
    }

    fn amount(&self, plate: usize, place: usize) -> f32 {
        self.plate(plate).get(place).copied().unwrap_or(0.0)
    }

    fn opacity_at(&self, place: usize) -> f32 {
        let opacity = self.opacity.as_ref().map(|opacity| opacity.get(place));
        opacity.map_or(1.0, |opacity| opacity.copied().unwrap_or(0.0))
    }

    /// Coats a pixel.
    pub(super) fn coat(&mut self, x: usize, y: usize, coat: &Coat, touch: Touch) {
        let Some(place) = self.place(x, y) else { return };
        if self.knocks_out {
            return self.knock_out(place, coat, touch);
        }
        let share = touch.shape * touch.opacity;
        let before = self.opacity_at(place);
        let after = before + share - before * share;
        let weight = if after > 0.0 { share / after } else { 0.0 };
        let mixer = Mixer::new(coat, touch.blend, before, |plate| self.amount(plate, place));
        for plate in 0..self.plates.len() {
            let value = self.amount(plate, place);
            let mixed = mixer.of(plate, value);
            self.put(plate, place, value + weight * (mixed - value));
        }
        self.make_opaque(place, after, |own| own + share - own * share);
    }

    /// Coats all that a mask leaves with the same, plate by plate; only for a page, and without blending.
    pub(super) fn coat_all(&mut self, mask: &Mask, coat: &Coat, opacity: f32) {
        let (area, part) = (self.area, mask.area);
        let plates = self.plates.iter_mut().zip(coat.amounts).enumerate();
        for (_, (values, amount)) in plates.filter(|(plate, _)| coat.touched >> plate & 1 != 0) {
            if values.is_empty() {
                if amount == 0.0 {
                    continue;
                }
                *values = vec![0.0; area.pixels()];
            }
            let rows = values
                .chunks_mut(area.width.max(1))
                .skip(part.y.saturating_sub(area.y));
            for (row, shapes) in rows.zip(mask.values.chunks(part.width.max(1))) {
                let row = row.iter_mut().skip(part.x.saturating_sub(area.x));
                for (value, shape) in row.zip(shapes) {
                    *value += shape.min(1.0) * opacity * (amount - *value);
                }
            }
        }
    }

    /// Coats a pixel as if nothing of the part lay on it yet.
    fn knock_out(&mut self, place: usize, coat: &Coat, touch: Touch) {
        let Touch {
            shape,
            opacity,
            blend,
        } = touch;
        let base = self.under.as_ref().map(|under| &under.canvas);
        let began = |plate: usize| base.map_or(0.0, |base| base.amount(plate, place));
        let under = base.map_or(0.0, |base| base.opacity_at(place));
        let whole = under + opacity - under * opacity;
        let weight = if whole > 0.0 { opacity / whole } else { 0.0 };
        let mixer = Mixer::new(coat, blend, under, began);
        let before = self.opacity_at(place);
        let after = before * (1.0 - shape) + whole * shape;
        let mut values = [0.0; PLATES];
        for (plate, value) in values.iter_mut().enumerate().take(self.plates.len()) {
            let beginning = began(plate);
            let fresh = beginning + weight * (mixer.of(plate, beginning) - beginning);
            let left = self.amount(plate, place) * before * (1.0 - shape);
            *value = if after > 0.0 {
                (left + fresh * whole * shape) / after
            } else {
                0.0
            };
        }
        for (plate, value) in values.into_iter().enumerate().take(self.plates.len()) {
            self.put(plate, place, value);
        }
        self.make_opaque(place, after, |own| own * (1.0 - shape) + opacity * shape);
    }

    fn put(&mut self, plate: usize, place: usize, amount: f32) {
        let Some(values) = self.plates.get_mut(plate) else {
            return;
        };
        if values.is_empty() {
            if amount == 0.0 {
                return;
            }
            *values = vec![0.0; self.area.pixels()];
        }
        if let Some(value) = values.get_mut(place) {
            *value = amount;
        }
    }

    fn make_opaque(&mut self, place: usize, opacity: f32, own: impl FnOnce(f32) -> f32) {
        if let Some(known) = self.opacity.as_mut().and_then(|known| known.get_mut(place)) {
            *known = opacity;
        }
        if let Some(known) = self.under.as_mut().and_then(|under| under.own.get_mut(place)) {
            *known = own(*known);
        }
    }

    /// What lies on a pixel of a part, as a coat, and how opaque it is; what lay under it is taken out (ISO 32000-2, 11.4.8).
    pub(super) fn taken(&self, x: usize, y: usize) -> (Coat, f32) {
        let mut coat = Coat::BARE;
        let Some(place) = self.place(x, y) else {
            return (coat, 0.0);
        };
        let (opacity, rest) = match &self.under {
            None => (self.opacity_at(place), 0.0),
            Some(under) => {
                let own = under.own.get(place).copied().unwrap_or(0.0);
                let before = under.canvas.opacity_at(place);
                (own, if own > 0.0 { before / own - before } else { 0.0 })
            }
        };
        for (plate, amount) in coat.amounts.iter_mut().enumerate().take(self.plates.len()) {
            let value = self.amount(plate, place);
            let began = self
                .under
                .as_ref()
                .map_or(value, |under| under.canvas.amount(plate, place));
            *amount = (value + (value - began) * rest).clamp(0.0, 1.0);
        }
        (coat, opacity)
    }
}

/// Mixes a coat with what lies on one pixel.
struct Mixer<'c> {
    coat: &'c Coat,
    blend: Blend,
    /// How opaque is what it blends with.
    backdrop: f32,
    /// What the process plates blend to, where they have to be blended together.
    together: Option<[f32; PROCESS]>,
}

impl<'c> Mixer<'c> {
    fn new(coat: &'c Coat, blend: Blend, backdrop: f32, amount: impl Fn(usize) -> f32) -> Self {
        let together = blend.is_of_all().then(|| {
            let over = std::array::from_fn(|plate| coat.amounts.get(plate).copied().unwrap_or(0.0));
            light::of_all(blend, std::array::from_fn(amount), over)
        });
        Self {
            coat,
            blend,
            backdrop,
            together,
        }
    }

    /// What is on a plate then, if the coat is opaque.
    fn of(&self, plate: usize, under: f32) -> f32 {
        if self.coat.touched >> plate & 1 == 0 {
            // Overprinted: the colour has nothing there, and what lies there shows as if it had been meant.
            return under * self.backdrop;
        }
        let over = self.coat.amounts.get(plate).copied().unwrap_or(0.0);
        let is_process = plate < PROCESS;
        let blended = match &self.together {
            Some(together) if is_process => together.get(plate).copied().unwrap_or(over),
            // Spot inks blend only in ways that leave white white (ISO 32000-2, 11.7.4.2).
            _ if is_process || self.blend.keeps_white() => light::of_one(self.blend, under, over),
            _ => over,
        };
        over * (1.0 - self.backdrop) + blended * self.backdrop
    }
}
