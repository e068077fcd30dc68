//! A page: its items as operators, in painting order, wrapped in marked content that says what they mean. The painter
//! remembers the graphics state, so that nothing is said twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::color::{Paint, Paints, choose};
use super::drawing::{Drawings, drawing_name};
use super::element::Elements;
use super::font::Fonts;
use super::form::{Forms, box_of, form_name};
use super::image::image_name;
use super::layer::CREASES;
use super::number::ten_thousandths;
use super::operators::Operators;
use super::place::{Origin, Spot, shown};
use super::profile::{Colours, Profile};
use crate::assets::{Assets, FontId, ImageId};
use crate::color::Color;
use crate::geom::{Point, Rect, Transform, Turn};
use crate::scene::{Artifact, Group, Item, ItemKind, Mark, NodeId, Page, Picture, PlacedDrawing, Stroke};

/// What painting needs to know and does not change.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) assets: &'a Assets,
    pub(super) profile: &'a Profile,
    pub(super) fonts: &'a Fonts<'a>,
    pub(super) paints: &'a Paints<'a>,
    pub(super) elements: &'a Elements<'a>,
    pub(super) forms: &'a Forms,
    pub(super) drawings: &'a Drawings,
}

/// A page as painted.
#[derive(Debug, Default)]
pub(super) struct Painted {
    /// The content stream.
    pub(super) content: Vec<u8>,
    /// The fonts it names.
    pub(super) fonts: BTreeSet<FontId>,
    /// The pictures it names.
    pub(super) images: BTreeSet<ImageId>,
    /// The separations it names.
    pub(super) separations: BTreeSet<usize>,
    /// The overprint states it names: for fills, for strokes.
    pub(super) overprints: BTreeSet<(bool, bool)>,
    /// The forms it names.
    pub(super) forms: BTreeSet<usize>,
    /// Whether it draws on the layer of creases.
    pub(super) has_creases: bool,
    /// The drawings it names.
    pub(super) drawings: BTreeSet<usize>,
    /// Whether a drawing on it shines through.
    pub(super) is_transparent: bool,
    /// The node of each piece of marked content, by the piece's number.
    pub(super) pieces: Vec<NodeId>,
    /// Where the content of nodes lies, in painting order.
    pub(super) spots: Vec<Spot>,
}

/// Paints a page.
pub(super) fn paint(page: &Page, context: Context<'_>) -> Painted {
    let extent = context.profile.extent;
    Painter::new(Origin::of_page(page, extent), shown(page, extent), context).paint(&page.items)
}

/// Paints what is in a group, in the group's own coordinates.
pub(super) fn paint_form(group: &Group, context: Context<'_>) -> Painted {
    Painter::new(Origin::default(), box_of(group), context).paint(&group.items)
}

/// The resource name of an overprint state.
pub(super) fn overprint_name((fill, stroke): (bool, bool)) -> String {
    format!("G{}{}", u8::from(fill), u8::from(stroke))
}

/// The part of the graphics state that we change. What is not known yet is none.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    fill: Option<Paint>,
    stroke: Option<Paint>,
    overprint: (bool, bool),
    width: Option<i64>,
    round: bool,
    dash: Vec<i64>,
    pub(super) font: Option<(FontId, i64)>,
    pub(super) rise: i64,
}

impl State {
    /// Whether what a form takes over from whoever shows it is as at the beginning of a page; colours, width and font it chooses itself.
    fn is_as_at_first(&self) -> bool {
        self.overprint == (false, false) && !self.round && self.dash.is_empty() && self.rise == 0
    }
}

/// Writes a page's content stream.
pub(super) struct Painter<'a> {
    pub(super) context: Context<'a>,
    pub(super) operators: Operators,
    pub(super) painted: Painted,
    pub(super) state: State,
    /// The marked content that is open.
    open: Option<Mark>,
    /// Inside a text object: where its current line starts.
    pub(super) line: Option<[i64; 2]>,
    pub(super) origin: Origin,
    /// The groups around, the outermost first: how each lies in the next.
    frames: Vec<(Transform, Point)>,
    /// What can be seen, in the page's own coordinates.
    visible: Rect,
    /// The mark of the group around that covers everything in it.
    covered: Option<Mark>,
}

impl<'a> Painter<'a> {
    fn new(origin: Origin, visible: Rect, context: Context<'a>) -> Self {
        Self {
            context,
            operators: Operators::default(),
            painted: Painted::default(),
            state: State::default(),
            open: None,
            line: None,
            origin,
            frames: Vec::new(),
            visible,
            covered: None,
        }
    }

    fn paint(mut self, items: &[Item]) -> Painted {
        self.items(items);
        self.close();
        self.painted.content = self.operators.finish();
        self.painted
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        // What nobody can see is not written: a reader would be read words that are not on the page.
        if self.on_page(item.bounds()).shared(&self.visible).is_none() {
            return;
        }
        if item.mark == Mark::Artifact(Artifact::Crease) {
            return self.crease(item);
        }
        let mark = self.covered.unwrap_or(item.mark);
        match &item.kind {
            ItemKind::Group(group) => self.group(item.at, group, mark),
            ItemKind::Glyphs(run) => {
                let mark = self.mark(mark);
                let font = self.context.assets.font(run.font);
                let share = |units: i32| run.size.ratio(i64::from(units), i64::from(font.units_per_em));
                let head = Point::new(item.at.x, item.at.y - share(font.ascent));
                let foot = Point::new(item.at.x + run.width(), item.at.y - share(font.descent));
                self.spot(
                    mark,
                    Rect::from_edges(head.x, head.y, foot.x, foot.y),
                    Some(&run.text),
                );
                self.run(item.at, run, mark);
            }
            ItemKind::Picture(picture) => {
                let mark = self.mark(mark);
                self.spot(mark, item.bounds(), None);
                self.end_text();
                self.picture(item.at, picture);
            }
            ItemKind::Shape(shape) => {
                let mark = self.mark(mark);
                self.spot(mark, item.bounds(), None);
                self.end_text();
                self.shape(item.at, shape);
            }
            ItemKind::Drawing(drawing) => {
                let mark = self.mark(mark);
                self.spot(mark, item.bounds(), None);
                self.end_text();
                self.drawing(item.at, drawing);
            }
        }
    }

    /// Draws on the layer of creases; a file without layers does not show what is not printed.
    fn crease(&mut self, item: &Item) {
        let ItemKind::Shape(shape) = &item.kind else {
            return;
        };
        if !self.context.profile.layers {
            return;
        }
        self.close();
        self.operators.begin_layer(CREASES);
        self.painted.has_creases = true;
        self.shape_overprinting(item.at, shape, (Some(true), Some(true)));
        self.operators.end_marked();
    }

    /// A picture, turned upright; its overprint is off, since every one of its pixels is meant.
    fn picture(&mut self, at: Point, picture: &Picture) {
        self.overprint(Some(false), None);
        let [left, bottom, width, height] = self.origin.rect(Rect::new(at, picture.size));
        let turn = self.context.assets.image(picture.image).orientation.matrix();
        let [a, b, c, d, e, f] = turn.map(i64::from);
        self.operators.op(&[], "q");
        let matrix = [
            a * width,
            b * height,
            c * width,
            d * height,
            left + e * width,
            bottom + f * height,
        ];
        self.operators.op(&matrix, "cm");
        self.operators.named(&image_name(picture.image), "Do");
        self.operators.op(&[], "Q");
        self.painted.images.insert(picture.image);
    }

    fn group(&mut self, at: Point, group: &Group, mark: Mark) {
        if let Some(number) = self.context.forms.of(group)
            && self.state.is_as_at_first()
        {
            return self.form(number, at, group.transform);
        }
        let outer_cover = self.covered;
        if mark != Mark::Inner {
            self.mark(mark);
            self.covered = Some(mark);
        }
        let (outer_origin, outer_visible) = (self.origin, self.visible);
        let turned = group.transform.turn != Turn::None;
        let saved = turned || group.clip.is_some();
        if saved {
            // Content of several nodes: each piece is marked inside, so that pieces and states nest.
            if mark == Mark::Inner {
                self.close();
            }
            self.end_text();
            self.operators.op(&[], "q");
        }
        let outer_state = self.state.clone();
        let shift = at + group.transform.shift;
        if turned {
            let [x, y] = self.origin.point(shift);
            let [a, b, c, d] = matrix(group.transform.turn);
            self.operators.op(&[a, b, c, d, x, y], "cm");
            self.origin = Origin::default();
        } else {
            self.origin = self.origin.shifted(shift);
        }
        self.frames.push((group.transform, at));
        if let Some(clip) = group.clip {
            self.operators.op(&self.origin.rect(clip), "re");
            self.operators.op(&[], "W");
            self.operators.op(&[], "n");
            self.visible = self.on_page(clip).shared(&self.visible).unwrap_or_default();
        }
        self.items(&group.items);
        self.frames.pop();
        if saved {
            if mark == Mark::Inner {
                self.close();
            }
            self.end_text();
            self.operators.op(&[], "Q");
            self.state = outer_state;
            // The state has the font back as well, but some programs that only extract text do not know that.
            self.state.font = None;
        }
        (self.origin, self.visible, self.covered) = (outer_origin, outer_visible, outer_cover);
    }

    /// Shows a form.
    fn form(&mut self, number: usize, at: Point, transform: Transform) {
        self.end_text();
        self.operators.op(&[], "q");
        let [x, y] = self.origin.point(at + transform.shift);
        let [a, b, c, d] = matrix(transform.turn);
        self.operators.op(&[a, b, c, d, x, y], "cm");
        self.operators.named(&form_name(number), "Do");
        self.operators.op(&[], "Q");
        self.painted.forms.insert(number);
    }

    /// Shows a drawing, whose form begins with the state that a page begins with.
    fn drawing(&mut self, at: Point, placed: &PlacedDrawing) {
        let Some(number) = self.context.drawings.of(placed) else {
            return;
        };
        let none = (false, false);
        self.operators.op(&[], "q");
        if self.state.overprint != none {
            self.operators.named(&overprint_name(none), "gs");
            self.painted.overprints.insert(none);
        }
        if self.state.round {
            self.operators.op(&[0], "J");
            self.operators.op(&[0], "j");
        }
        if !self.state.dash.is_empty() {
            self.operators.dash(&[], 0);
        }
        let [x, y] = self.origin.point(Point::new(at.x, at.y + placed.size.height));
        self.operators.op(&[10_000, 0, 0, 10_000, x, y], "cm");
        self.operators.named(&drawing_name(number), "Do");
        self.operators.op(&[], "Q");
        self.painted.drawings.insert(number);
        self.painted.is_transparent |= self.context.assets.drawing(placed.drawing).is_transparent();
    }

    /// Opens the marked content of a mark, unless it is open already, and gives the mark.
    fn mark(&mut self, mark: Mark) -> Mark {
        // A leaf that claims to hold marked parts has none; nothing it could mean is lost.
        let mark = match mark {
            Mark::Inner => Mark::Artifact(Artifact::Layout),
            other => other,
        };
        if !self.context.profile.tagged || self.covered.is_some() || self.open == Some(mark) {
            return mark;
        }
        self.close();
        match mark {
            Mark::Content(node) => {
                let tag = self.context.elements.tag(self.context.elements.owner(node));
                self.operators.begin_content(tag, self.painted.pieces.len());
                self.painted.pieces.push(node);
            }
            Mark::Artifact(kind) => self.operators.begin_artifact(artifact_type(kind)),
            Mark::Inner => {}
        }
        self.open = Some(mark);
        mark
    }

    /// Closes what is open, the text object and the marked content around it.
    fn close(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.operators.end_marked();
        }
    }

    /// Leaves the text object, if inside one.
    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.operators.op(&[], "ET");
        }
    }

    /// Notes where content of a node lies.
    fn spot(&mut self, mark: Mark, rect: Rect, text: Option<&Arc<str>>) {
        let Mark::Content(node) = mark else { return };
        let Some(rect) = self.on_page(rect).shared(&self.visible) else {
            return;
        };
        let quarters = self
            .frames
            .iter()
            .filter(|(transform, _)| matches!(transform.turn, Turn::Quarter | Turn::ThreeQuarters));
        let upright = quarters.count() % 2 == 0;
        let text = text.map(Arc::clone);
        self.painted.spots.push(Spot {
            node,
            rect,
            upright,
            text,
        });
    }

    /// Where a rectangle inside all the groups lies on the page.
    fn on_page(&self, rect: Rect) -> Rect {
        self.frames.iter().rev().fold(rect, |rect, (transform, at)| {
            transform.apply_rect(rect).shifted(*at)
        })
    }

    /// Chooses the colour of fills and glyphs.
    pub(super) fn fill_with(&mut self, color: &Color) {
        let paint = self.context.paints.paint(color);
        if self.state.fill.as_ref() != Some(&paint) {
            self.use_paint(&paint, false);
            self.state.fill = Some(paint);
        }
    }

    /// Chooses the colour and the form of strokes.
    pub(super) fn stroke_with(&mut self, stroke: &Stroke) {
        let paint = self.context.paints.paint(&stroke.color);
        if self.state.stroke.as_ref() != Some(&paint) {
            self.use_paint(&paint, true);
            self.state.stroke = Some(paint);
        }
        let width = ten_thousandths(stroke.width);
        if self.state.width != Some(width) {
            self.operators.op(&[width], "w");
            self.state.width = Some(width);
        }
        if self.state.round != stroke.round {
            let style = if stroke.round { 10_000 } else { 0 };
            self.operators.op(&[style], "J");
            self.operators.op(&[style], "j");
            self.state.round = stroke.round;
        }
        let dash: Vec<i64> = stroke
            .dash
            .iter()
            .map(|length| ten_thousandths(*length))
            .collect();
        if self.state.dash != dash {
            self.operators.dash(&dash, 0);
            self.state.dash = dash;
        }
    }

    fn use_paint(&mut self, paint: &Paint, stroking: bool) {
        choose(&mut self.operators, paint, stroking);
        if let Paint::Separation(index, _) = paint {
            self.painted.separations.insert(*index);
        }
    }

    /// Chooses whether the next fill and the next stroke overprint; none where there is no such.
    pub(super) fn overprint(&mut self, fill: Option<bool>, stroke: Option<bool>) {
        if self.context.profile.colours != Colours::Inks {
            return;
        }
        let now = self.state.overprint;
        let wanted = (fill.unwrap_or(now.0), stroke.unwrap_or(now.1));
        if wanted != now {
            self.operators.named(&overprint_name(wanted), "gs");
            self.painted.overprints.insert(wanted);
            self.state.overprint = wanted;
        }
    }
}

/// The matrix of a turn, clockwise as the reader sees it, in ten-thousandths.
const fn matrix(turn: Turn) -> [i64; 4] {
    const ONE: i64 = 10_000;
    match turn {
        Turn::None => [ONE, 0, 0, ONE],
        Turn::Quarter => [0, -ONE, ONE, 0],
        Turn::Half => [-ONE, 0, 0, -ONE],
        Turn::ThreeQuarters => [0, ONE, -ONE, 0],
    }
}

const fn artifact_type(kind: Artifact) -> &'static str {
    match kind {
        Artifact::Pagination => "Pagination",
        Artifact::Layout => "Layout",
        Artifact::Background => "Background",
        Artifact::Page | Artifact::Crease => "Page",
    }
}
