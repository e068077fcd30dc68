//! What the creep of a stitched brochure does to its pages: sheets laid into each other push the inner ones out at the fore-edge, where all
//! are cut at once. What stands near to that edge may be cut off, and what should run over it may end before it.

use std::collections::BTreeMap;

use crate::assets::GlyphRun;
use crate::diag::{Code, Log};
use crate::geom::{Length, Point, Rect, Transform};
use crate::impose::creep_of_page;
use crate::scene::{Artifact, Item, ItemKind, Mark, Page, PageKind, Scene};
use crate::source::Span;
use crate::template::{Printer, Reading};
use crate::wording::{Text, counted, decimal, text};

/// What is not wider than this is lost as a whole when a part of it is cut off: a folio, a sign, a small picture. Larger things lose an edge.
const SMALL: Length = Length::mm(20);

/// So many places are named; the others are counted.
const MOST_NAMED: usize = 4;

/// Warns of text and small things that stand nearer to the fore-edge of a bound page than the safe area and the creep of its sheet, and of
/// artwork that bleeds less than its sheet creeps. A document that is not stitched has none.
pub fn creep(scene: &Scene, printer: &Printer, log: &mut Log) {
    let pages: Vec<&Page> = scene
        .pages
        .iter()
        .filter(|page| page.kind == PageKind::Bound)
        .collect();
    let reading = Reading::of(&scene.about.language);
    let count = pages.len() as u32;
    let (mut near, mut short) = (Found::default(), Found::default());
    for (number, page) in (1..).zip(pages) {
        let creep = creep_of_page(number, count, &printer.paper);
        if creep == Length::ZERO {
            continue;
        }
        let edge = ForeEdge {
            page,
            creep,
            is_left: reading.is_left_hand(number),
        };
        for item in &page.items {
            edge.look(item, Transform::default(), item.origin, &mut near, &mut short);
        }
    }
    report_near(&near, printer, log);
    report_short(&short, log);
}

/// The edge of a page that lies opposite its spine.
struct ForeEdge<'a> {
    page: &'a Page,
    creep: Length,
    is_left: bool,
}

/// Something at a fore-edge.
#[derive(Clone, Copy)]
struct Offence<'a> {
    page: &'a str,
    /// How far the offender keeps from the edge, or runs over it.
    has: Length,
    /// How far it should.
    needs: Length,
    creep: Length,
}

/// The worst offence of each place.
#[derive(Default)]
struct Found<'a>(BTreeMap<Option<Span>, Offence<'a>>);

impl<'a> Found<'a> {
    fn add(&mut self, place: Option<Span>, offence: Offence<'a>) {
        let worst = self.0.entry(place).or_insert(offence);
        if offence.lacks() > worst.lacks() {
            *worst = offence;
        }
    }

    /// The offences whose place is known, the worst first; of equals the first in the file.
    fn worst_first(&self) -> Vec<(Span, Offence<'a>)> {
        let known = self.0.iter();
        let mut found: Vec<(Span, Offence<'_>)> = known
            .filter_map(|(place, offence)| Some(((*place)?, *offence)))
            .collect();
        found.sort_by_key(|(_, offence)| std::cmp::Reverse(offence.lacks()));
        found
    }
}

impl Offence<'_> {
    fn lacks(&self) -> Length {
        self.needs - self.has
    }
}

impl<'a> ForeEdge<'a> {
    /// Looks at an item and what it holds; `outer` moves what holds the item onto the page.
    fn look(
        &self,
        item: &Item,
        outer: Transform,
        origin: Option<Span>,
        near: &mut Found<'a>,
        short: &mut Found<'a>,
    ) {
        let bounds = outer.apply_rect(item.bounds());
        let origin = item.origin.or(origin);
        let offence = |has: Length, needs: Length| Offence {
            page: &self.page.label,
            has,
            needs,
            creep: self.creep,
        };
        let clear = self.page.safe + self.creep;
        match &item.kind {
            ItemKind::Glyphs(run) => {
                let inked = inked(item.at, run).map(|rect| outer.apply_rect(rect));
                let room = inked.map_or(clear, |rect| self.room(rect));
                if room < clear {
                    near.add(origin, offence(room, clear));
                }
            }
            _ if self.room(bounds) <= Length::ZERO => {
                // Artwork that runs over the edge as far as it bleeds.
                let bleed = if self.is_left {
                    self.page.bleed.left
                } else {
                    self.page.bleed.right
                };
                if bleed < self.creep {
                    short.add(origin, offence(bleed, self.creep));
                }
            }
            ItemKind::Group(group) if bounds.size.width > SMALL => {
                let inner = outer.then_inside(item.at, group.transform);
                for item in group.items.iter().filter(|item| says_something(item)) {
                    self.look(item, inner, origin, near, short);
                }
            }
            _ => {
                let room = self.room(bounds);
                let is_ground = item.mark == Mark::Artifact(Artifact::Background);
                if room < clear && bounds.size.width <= SMALL && !is_ground {
                    near.add(origin, offence(room, clear));
                }
            }
        }
    }

    /// How far a rectangle keeps from the edge; less than nothing where it runs over it.
    fn room(&self, rect: Rect) -> Length {
        if self.is_left {
            rect.left()
        } else {
            self.page.trim.width - rect.right()
        }
    }
}

/// Whether an item of a large group counts by itself: of a drawing only its words do.
const fn says_something(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Glyphs(_) | ItemKind::Group(_))
}

/// What a run covers without the spaces at its ends; none when it is all spaces.
fn inked(at: Point, run: &GlyphRun) -> Option<Rect> {
    let mut covered: Option<(Length, Length)> = None;
    let mut x = at.x;
    for glyph in &run.glyphs {
        let said = run.text.get(glyph.text.start as usize..glyph.text.end as usize);
        if said.is_none_or(|said| !said.trim().is_empty()) {
            let start = covered.map_or(x, |(start, _)| start);
            covered = Some((start, x + glyph.advance));
        }
        x += glyph.advance;
    }
    covered.map(|(start, end)| Rect::from_edges(start, at.y - run.size, end, at.y))
}

fn report_near(found: &Found<'_>, printer: &Printer, log: &mut Log) {
    let found = found.worst_first();
    let Some((place, worst)) = found.first() else {
        return;
    };
    let page = worst.page;
    let message = text!(
        "inner sheets of this brochure creep out, and {has} from the fore-edge of page {page} is too near",
        "die inneren Bogen dieser Broschüre schieben sich heraus, und {has} Abstand vom äußeren Rand der Seite {page} sind zu wenig";
        has = millimetres(worst.has)
    );
    let name = &printer.name;
    log.warning(Code::NEAR_FORE_EDGE, *place, message)
        .label(text!(
            "the printer `{name}` asks for {safe}, and the sheet creeps by {creep}",
            "die Druckerei `{name}` verlangt {safe}, und der Bogen schiebt sich um {creep} heraus";
            safe = millimetres(printer.safe), creep = millimetres(worst.creep)
        ))
        .help(text!(
            "keep {needs} clear of the fore-edge, or print on thinner paper",
            "{needs} Abstand vom äußeren Rand halten oder auf dünnerem Papier drucken";
            needs = millimetres(worst.needs)
        ));
    name_others(&found, log, |offence| {
        let page = offence.page;
        text!("{has} on page {page}", "{has} auf Seite {page}"; has = millimetres(offence.has))
    });
}

fn report_short(found: &Found<'_>, log: &mut Log) {
    let found = found.worst_first();
    let Some((place, worst)) = found.first() else {
        return;
    };
    let page = worst.page;
    let message = text!(
        "the sheet of page {page} creeps by {creep}, and its artwork bleeds by {has} only",
        "der Bogen der Seite {page} schiebt sich um {creep} heraus, und ihre Grafik hat nur {has} Beschnitt";
        creep = millimetres(worst.creep), has = millimetres(worst.has)
    );
    log.warning(Code::TOO_MUCH_CREEP, *place, message).help(text!(
        "shifted towards the spine it does not reach the crop marks: use a wider bleed, thinner paper or fewer pages",
        "zum Rücken verschoben reicht sie nicht bis zu den Schnittmarken: mehr Beschnitt, dünneres Papier oder weniger Seiten wählen"
    )    );
    name_others(&found, log, |offence| {
        let page = offence.page;
        text!("on page {page}", "auf Seite {page}")
    });
}

/// Names the places after the first.
fn name_others(found: &[(Span, Offence<'_>)], log: &mut Log, say: impl Fn(&Offence<'_>) -> Text) {
    let Some(finding) = log.last() else { return };
    for (place, offence) in found.iter().take(MOST_NAMED).skip(1) {
        finding.also(*place, say(offence));
    }
    if let more @ 1.. = found.len().saturating_sub(MOST_NAMED) {
        let more = counted(
            more,
            ("more place", "more places"),
            ("weiteren Stelle", "weiteren Stellen"),
        );
        finding.note(text!("the same holds at {more}", "dasselbe gilt an {more}"; more));
    }
}

fn millimetres(length: Length) -> Text {
    text!("{mm} mm", "{mm} mm"; mm = decimal(length.to_mm(), 1))
}
