//! What of a page is judged. An element (GWG D0002) is whatever the page paints; a page element (D0003) is one of those that is visible, is no
//! processing step (ISO 19593-1) and does not lie wholly outside the printed product, bleed included.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, ObjectIdentifier};
use hayro::kurbo::Rect;

use super::super::{Display, Element, File, Kind, Page, Paint, Pattern, Text};
use super::overlap::{Ground, shared};
use super::place::Place;

/// A page and what it paints.
pub(super) struct Sheet<'d, 'f> {
    pub(super) page: &'d Page<'f>,
    pub(super) elements: Vec<Placed<'d, 'f>>,
    ground: Ground<'d, 'f>,
}

/// An element that shows.
pub(super) struct Placed<'d, 'f> {
    pub(super) element: &'d Element<'f>,
    /// Where it shows; for what stands in a cell or in a glyph, where that is painted.
    pub(super) area: Rect,
    /// How many elements lie under it.
    order: usize,
    pub(super) part: Part,
    pub(super) role: Role,
}

/// Whether an element stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It does.
    Whole,
    /// It is painted in a cell that repeats.
    Cell,
    /// It is painted in a glyph: the text is the element, this only lends it colours and pictures.
    Glyph,
}

/// What an element is to the printed product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A page element.
    Printed,
    /// A step after printing: where to cut or to fold.
    Step,
    /// A mark beside the product.
    Beside,
}

impl<'d, 'f> Sheet<'d, 'f> {
    pub(super) fn of(file: &'f File, page: &'d Page<'f>, display: &'d Display<'f>) -> Self {
        let mut steps = Steps::new(file);
        let mut elements = Vec::new();
        let mut seen = BTreeSet::new();
        for (order, element) in display.elements.iter().enumerate() {
            let Some(area) = element.visible.filter(|_| shows(element)) else {
                continue;
            };
            let role = if steps.hold(element) {
                Role::Step
            } else if shared(area, product(page, element)).is_some() {
                Role::Printed
            } else {
                Role::Beside
            };
            let mut within = vec![(element, Part::Whole)];
            while let Some((element, part)) = within.pop() {
                elements.push(Placed {
                    element,
                    area,
                    order,
                    part,
                    role,
                });
                if let Kind::Text(text) = &element.kind {
                    within.extend(text.content.iter().map(|inner| (inner, Part::Glyph)));
                }
                for pattern in paints(element).filter_map(|paint| paint.pattern.as_ref()) {
                    if let Pattern::Tiling(tiling) = &**pattern
                        && seen.insert(Rc::as_ptr(pattern).addr())
                    {
                        let cell = tiling.cell.iter().filter(|inner| shows(inner));
                        within.extend(cell.map(|inner| (inner, Part::Cell)));
                    }
                }
            }
        }
        Self {
            page,
            elements,
            ground: Ground::new(&display.elements),
        }
    }

    /// Where an element is.
    pub(super) fn place(&self, placed: &Placed<'_, '_>) -> Option<Place> {
        Some(Place::of(self.page, placed.area))
    }

    /// Whether an element lies on another that shows (D0031).
    pub(super) fn overlaps(&self, placed: &Placed<'d, 'f>) -> bool {
        let whole = (placed.part == Part::Whole).then_some(placed.element);
        self.ground.lies_under(placed.order, whole, placed.area)
    }
}

impl<'d, 'f> Placed<'d, 'f> {
    /// The text that it is, where it is one and stands for itself.
    pub(super) const fn text(&self) -> Option<&'d Text<'f>> {
        match &self.element.kind {
            Kind::Text(text) if !matches!(self.part, Part::Glyph) => Some(text),
            _ => None,
        }
    }

    /// The path that it is, where it is one and stands for itself.
    pub(super) const fn path(&self) -> Option<&'d super::super::Path> {
        match &self.element.kind {
            Kind::Path(path) if !matches!(self.part, Part::Glyph) => Some(path),
            _ => None,
        }
    }

    /// What fills it, where that is no picture or gradient of its own.
    pub(super) fn fill(&self) -> Option<&'d Paint<'f>> {
        let is_filled = !matches!(self.element.kind, Kind::Image(_) | Kind::Shading(_));
        self.element.fill.as_ref().filter(|_| is_filled)
    }

    /// What its outline is drawn with.
    pub(super) const fn stroke(&self) -> Option<&'d Paint<'f>> {
        self.element.stroke.as_ref()
    }
}

/// The printed product, bleed included, as far as it concerns an element: the box about a line reaches beyond its blunt ends, and a mark that
/// ends at the bleed must not count for that.
fn product(page: &Page<'_>, element: &Element<'_>) -> Rect {
    let beyond = match &element.kind {
        Kind::Path(path) if element.stroke.is_some() && path.line.cap == 0 => path.line.width / 2.0,
        _ => 0.0,
    };
    page.boxes.bleed.inflate(-beyond, -beyond)
}

/// What fills and strokes an element.
pub(super) fn paints<'d, 'f>(element: &'d Element<'f>) -> impl Iterator<Item = &'d Paint<'f>> {
    element.fill.iter().chain(&element.stroke)
}

/// Whether anything of an element is painted where it is not clipped: it belongs to the page's own content, no layer hides it, and it is not
/// fully transparent.
pub(in crate::verify::pdf) fn shows(element: &Element<'_>) -> bool {
    let fills = element.fill.is_some() && element.fill_alpha > 0.0;
    let strokes = element.stroke.is_some() && element.stroke_alpha > 0.0;
    (fills || strokes) && !element.hidden && element.annotation.is_none() && element.visible.is_some()
}

/// The layers that are processing steps: optional content whose metadata say so (ISO 19593-1).
struct Steps<'f> {
    file: &'f File,
    known: BTreeMap<ObjectIdentifier, bool>,
}

impl<'f> Steps<'f> {
    const fn new(file: &'f File) -> Self {
        Self {
            file,
            known: BTreeMap::new(),
        }
    }

    fn hold(&mut self, element: &Element<'_>) -> bool {
        let mut layers = element.marks.iter().filter_map(|mark| mark.layer);
        layers.any(|layer| {
            *self.known.entry(layer).or_insert_with(|| {
                let group: Option<Dict<'f>> = self.file.xref().get(layer);
                let metadata = group.and_then(|group| group.get::<Dict<'f>>("GTS_Metadata"));
                metadata.is_some_and(|metadata| metadata.contains_key("GTS_ProcStepsGroup"))
            })
        })
    }
}
