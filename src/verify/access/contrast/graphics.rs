//! Do figures that say something stand out from what lies under them (WCAG 2.1, 1.4.11)? What of a figure is needed to understand it, no
//! program knows; so one is at fault when most of its forms are hard to see, not when a yellow dot among many is. Photographs are left out, as
//! are forms that shine through or pass from colour to colour.

use std::collections::BTreeMap;

use super::ground::{Form, Ground};
use super::outline::Bounds;
use super::seen::{Eye, Medium};
use crate::diag::{Code, Log};
use crate::geom::Rect;
use crate::scene::{NodeId, Page, Scene};
use crate::source::Span;
use crate::style::Role;
use crate::wording::{decimal, number, text};

/// A form is looked at in so many places along its edge, and a page in so many forms.
const PLACES: usize = 8;
const MOST_FORMS: usize = 4_000;

/// So many lines of outlines are looked at on a page.
const MOST_LINES: usize = 20_000_000;

/// What is known of the figures of a document.
#[derive(Default)]
pub(super) struct Figures(BTreeMap<NodeId, Figure>);

/// A figure that says something.
#[derive(Default)]
struct Figure {
    origin: Option<Span>,
    /// The contrast of each of its forms, and where it is lower.
    forms: Vec<(f64, Medium)>,
}

impl Figures {
    /// Looks at the forms of a page that belong to figures.
    pub(super) fn look(&mut self, ground: &Ground<'_>, page: &Page, scene: &Scene, eye: &Eye<'_>) {
        let mut left = MOST_LINES;
        let trim = bounds(&page.trim_box());
        let figures = ground.forms.iter().enumerate().filter_map(|(number, form)| {
            let node = form.content?;
            let figure = scene.structure.nearest(node, |node| node.role == Role::Figure)?;
            Some((number, form, figure))
        });
        for (number, form, node) in figures.take(MOST_FORMS) {
            if let Some(found) = contrast(ground, (number, form), trim, eye, &mut left) {
                let figure = self.0.entry(node).or_default();
                figure.origin = figure.origin.or(form.origin);
                figure.forms.push(found);
            }
        }
    }

    /// Warns of figures of which most forms do not stand out enough.
    pub(super) fn report(self, wanted: f64, log: &mut Log) {
        for figure in self.0.into_values() {
            let Some(origin) = figure.origin else { continue };
            let all = figure.forms.len();
            let mut faint: Vec<_> = figure
                .forms
                .into_iter()
                .filter(|(contrast, _)| *contrast < wanted)
                .collect();
            faint.sort_by(|(one, _), (other, _)| one.total_cmp(other));
            let count = faint.len();
            let Some((least, medium)) = faint.first().filter(|_| count * 2 > all) else {
                continue;
            };
            let medium = match medium {
                Medium::Screen => text!("on a screen", "am Bildschirm"),
                Medium::Print => text!("in print", "im Druck"),
            };
            log.warning(
                Code::FAINT_FIGURE,
                origin,
                text!(
                    "this figure stands out too little: {count} of {all} forms by less than {wanted}:1, the faintest by {least}:1 {medium}",
                    "diese Abbildung hebt sich zu wenig ab: {count} von {all} Formen um weniger als {wanted}:1, die schwächste {medium} um {least}:1";
                    wanted = number(wanted),
                    least = decimal((least * 100.0).floor() / 100.0, 2),
                    medium,
                ),
            )
            .help(text!(
                "draw it in darker inks on a light ground or in lighter ones on a dark ground",
                "auf hellem Grund dunklere, auf dunklem hellere Farben nehmen"
            ));
        }
    }
}

/// The contrast of a form with what lies around it: that of the middle one of its places.
fn contrast(
    ground: &Ground<'_>,
    (number, form): (usize, &Form<'_>),
    trim: Bounds,
    eye: &Eye<'_>,
    left: &mut usize,
) -> Option<(f64, Medium)> {
    let color = form.flat()?.light;
    if *left == 0 {
        return None;
    }
    let below = ground.below(number, form.bounds);
    *left = left.saturating_sub(ground.cost(&below) * PLACES);
    let places = form
        .edge(PLACES)
        .into_iter()
        .filter(|place| trim.contains(*place));
    let mut all: Vec<_> = places
        .map(|place| color.against(ground.at(place, &below, eye).light))
        .collect();
    all.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    all.get(all.len() / 2).copied()
}

fn bounds(rect: &Rect) -> Bounds {
    Bounds([
        rect.left().to_pt(),
        rect.top().to_pt(),
        rect.right().to_pt(),
        rect.bottom().to_pt(),
    ])
}
