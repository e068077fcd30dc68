//! What stands too near to a fold. A folding machine is a millimetre off now and then, and paper cracks where it is bent: a letter, a thin
//! rule or a small picture beside the crease shows both. Grounds and figures that run on over it do not, they are made to cross.

use std::collections::BTreeMap;

use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, Scene, page_called};
use crate::source::Span;
use crate::template::Template;
use crate::wording::{Text, decimal, text};

/// Warns of everything small that is printed nearer to a fold than the printer's limit, or across it: once for either side of a fold, with
/// the worst first and the other places after it.
pub fn folds(scene: &Scene, template: &Template, log: &mut Log) {
    for page in &scene.pages {
        for (number, fold) in page.folds.iter().enumerate() {
            let near = |item| near(item, fold.x, page, template);
            let found: Vec<Near> = page.items.iter().filter_map(near).collect();
            for side in [Side::Left, Side::Right] {
                let nearest = nearest_of_each(found.iter().filter(|near| near.side == side));
                warn(&nearest, &between(page, number), template, log);
            }
        }
    }
}

/// What is nearest of each block of the content, what is worst first.
fn nearest_of_each<'n>(found: impl Iterator<Item = &'n Near>) -> Vec<Near> {
    let mut nearest: BTreeMap<Option<Span>, Near> = BTreeMap::new();
    for near in found {
        let known = nearest.entry(near.origin).or_insert(*near);
        *known = (*known).min(*near);
    }
    let mut nearest: Vec<Near> = nearest.into_values().collect();
    nearest.sort_unstable();
    nearest
}

/// Something beside a fold. What is worse comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Near {
    what: What,
    /// How far it is from the fold; nothing where it lies across it.
    distance: Length,
    side: Side,
    origin: Option<Span>,
}

/// On which side of the fold it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// What must not be bent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Text,
    Picture,
    Tint,
    Rule,
}

impl What {
    fn name(self) -> Text {
        match self {
            Self::Text => text!("text", "Text"),
            Self::Picture => text!("a small picture", "ein kleines Bild"),
            Self::Tint => text!("a tint behind text", "eine getönte Fläche hinter Text"),
            Self::Rule => text!("a rule", "eine Linie"),
        }
    }
}

/// What lengths lose when millimetres become whole units, and more than anybody sees.
const UNSEEN: Length = Length::micrometres(50);

/// How near an item is to a fold, where that is too near.
fn near(item: &Item, fold: Length, page: &Page, template: &Template) -> Option<Near> {
    let (left, right) = extent(item)?;
    let distance = if right <= fold {
        fold - right
    } else {
        (left - fold).at_least_zero()
    };
    if distance + UNSEEN >= template.printer.limits.fold {
        return None;
    }
    let what = what(item, page, template)?;
    let side = if left < fold { Side::Left } else { Side::Right };
    Some(Near {
        what,
        distance,
        side,
        origin: item.origin,
    })
}

/// What an item is beside a fold; none where it may cross one.
fn what(item: &Item, page: &Page, template: &Template) -> Option<What> {
    match (&item.kind, item.mark) {
        (ItemKind::Glyphs(_), _) => Some(What::Text),
        // A generated figure, a picture or a drawing that adorns runs over folds by intent.
        (ItemKind::Group(_) | ItemKind::Picture(_) | ItemKind::Drawing(_), Mark::Artifact(_)) => None,
        (_, Mark::Artifact(Artifact::Layout)) => Some(What::Rule),
        (_, Mark::Artifact(Artifact::Background)) => (!is_ground(item, template)).then_some(What::Tint),
        (_, Mark::Artifact(_)) => None,
        (_, Mark::Content(_) | Mark::Inner) => is_small(item, page).then_some(What::Picture),
    }
}

fn is_ground(item: &Item, template: &Template) -> bool {
    let mut grounds = template.grounds.iter();
    grounds.any(|ground| Some(ground.spot.span) == item.origin)
}

/// A picture that takes less than half the width of its panel is seen as a thing by itself; a wider one as a ground.
fn is_small(item: &Item, page: &Page) -> bool {
    let bounds = item.bounds();
    page.panel_at(bounds.centre().x)
        .is_some_and(|panel| bounds.size.width < panel.rect.size.width / 2)
}

/// From where to where an item is seen; of letters without the spaces before and after them. None where nothing is seen.
fn extent(item: &Item) -> Option<(Length, Length)> {
    let ItemKind::Glyphs(run) = &item.kind else {
        let bounds = item.bounds();
        return Some((bounds.left(), bounds.right()));
    };
    let mut seen = None;
    let mut pen = item.at.x;
    for glyph in &run.glyphs {
        let next = pen + glyph.advance;
        let text = run.text.get(glyph.text.start as usize..glyph.text.end as usize);
        if text.is_none_or(|text| text.is_empty() || !text.trim().is_empty()) {
            let (left, _) = seen.unwrap_or((pen, next));
            seen = Some((left, next));
        }
        pen = next;
    }
    seen
}

/// A fold as people find it on the sheet; in German it stands in the dative, without an article.
fn between(page: &Page, fold: usize) -> Text {
    match page.panels.get(fold).zip(page.panels.get(fold + 1)) {
        Some((left, right)) => {
            let (left, right) = (left.number, right.number);
            text!(
                "the fold between panels {left} and {right}",
                "Falz zwischen den Panels {left} und {right}"
            )
        }
        None => {
            let fold = fold + 1;
            text!("fold {fold} of the {page}", "Falz {fold} der {page}"; page = page_called(&page.name))
        }
    }
}

/// So many places are shown of one fold, as of one finding.
const MOST_PLACES: usize = 4;

fn warn(nearest: &[Near], fold: &Text, template: &Template, log: &mut Log) {
    let Some((worst, others)) = nearest.split_first() else {
        return;
    };
    let printer = &template.printer;
    let (called, name) = (&printer.name, &template.name);
    let asked = text!(
        "the printer `{called}` asks for {clear} mm on both sides of a fold",
        "die Druckerei `{called}` verlangt {clear} mm auf beiden Seiten eines Falzes";
        clear = decimal(printer.limits.fold.to_mm(), 1)
    );
    let place = worst.origin.unwrap_or(template.span);
    let finding = log.warning(Code::NEAR_FOLD, place, worst.said(fold));
    finding.label(asked).help(text!(
        "move the frame in `templates/{name}.toml` away from the fold, or make it narrower",
        "den Rahmen in `templates/{name}.toml` vom Falz wegrücken oder schmaler machen"
    ));
    for other in others.iter().take(MOST_PLACES - 1) {
        finding.also(other.origin.unwrap_or(template.span), other.said_too());
    }
    if let more @ 1.. = others.len().saturating_sub(MOST_PLACES - 1) {
        finding.note(if more == 1 {
            text!("1 more block does so too", "1 weiterer Block ebenso")
        } else {
            text!("{more} more blocks do so too", "{more} weitere Blöcke ebenso")
        });
    }
}

impl Near {
    fn said(&self, fold: &Text) -> Text {
        let what = self.what.name();
        if self.distance > Length::ZERO {
            text!(
                "{what} stands {distance} mm from {fold}",
                "{what} steht {distance} mm vom {fold} entfernt";
                what, distance = decimal(self.distance.to_mm(), 1), fold
            )
        } else {
            text!("{what} stands on {fold}", "{what} steht auf dem {fold}"; what, fold)
        }
    }

    /// Said where the fold was named before.
    fn said_too(&self) -> Text {
        let what = self.what.name();
        if self.distance > Length::ZERO {
            text!(
                "{what} stands {distance} mm from it",
                "{what} steht {distance} mm von ihm entfernt";
                what, distance = decimal(self.distance.to_mm(), 1)
            )
        } else {
            text!("{what} stands on it", "{what} steht auf ihm"; what)
        }
    }
}
