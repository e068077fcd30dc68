//! Step four: which opportunities become line ends. Knuth and Plass (Breaking Paragraphs into Lines, 1981) on whole
//! numbers: of all ways to break a paragraph take the one whose lines cost least together. Ragged setting climbs no
//! ladder, since any line that fits can be set; flush setting climbs one of tolerances. Both end in a line that sticks out
//! rather than in a paragraph that is not set.

use super::breakpoints::Breakpoint;
use super::demerits;
use super::firstfit::first_fit;
use super::manner::{Manner, Verdict};
use super::measures::Measures;
use super::opportunities::BreakKind;
use super::ways::{Way, Ways, trace};
use crate::geom::Length;
use crate::style::{Align, ParagraphStyle};

/// Where breaking begins: at the head of a paragraph, or behind lines that are set already.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The first breakpoint behind it.
    pub(super) point: usize,
    /// The number of the line that begins here.
    pub(super) line: usize,
    /// Its place along the paragraph.
    pub(super) x: Length,
    pub(super) spaces: Length,
    /// Whether the line before it ends in a hyphen.
    pub(super) behind_hyphen: bool,
    /// Whether it is the first of the paragraph or follows a forced end.
    pub(super) fresh: bool,
}

/// So many starts of a line are kept in view; no measure that a reader could follow has more places to break on one line. Past
/// it every second is let go, always keeping the first, so that even an endless measure takes linear time.
const STARTS_KEPT: usize = 512;

/// The breakpoints that end lines, in order; the last always does.
pub(super) fn choose(
    points: &[Breakpoint],
    start: &Start,
    style: &ParagraphStyle,
    em: Length,
    measure: &dyn Fn(usize) -> Length,
) -> Vec<usize> {
    let mut measures = Measures::new(style, start.line, measure);
    let lines = first_fit(points, start, &mut measures).len();
    let uniform_from = measures.uniform_from(lines + lines / 2 + 3);
    let mut attempt = |manner: Manner| {
        Attempt {
            points,
            start,
            manner,
            uniform_from,
        }
        .run(&mut measures)
    };
    let runt = (em * demerits::RUNT_EMS).max(style.first_indent);
    let chosen = if style.align == Align::Justify {
        demerits::PASSES
            .iter()
            .find_map(|pass| attempt(Manner::flush(em, runt, *pass)))
    } else {
        attempt(Manner::ragged(em, runt))
    };
    chosen.unwrap_or_default()
}

/// One try over the whole paragraph.
struct Attempt<'p> {
    points: &'p [Breakpoint],
    start: &'p Start,
    manner: Manner,
    uniform_from: usize,
}

impl Attempt<'_> {
    /// The chosen points; none when this manner finds no way that its tolerance allows.
    fn run(&self, measures: &mut Measures<'_>) -> Option<Vec<usize>> {
        let mut known = vec![Way::from(self.start)];
        let mut active = vec![0_usize];
        let mut ways = Ways::new(self.uniform_from, self.manner.most_for_neighbours());
        for (index, point) in self.points.iter().enumerate().skip(self.start.point) {
            if !self.manner.allows(point.kind) {
                continue;
            }
            ways.clear();
            let mut sticking_out: Option<Way> = None;
            active.retain(|&from| {
                let way = &known[from];
                let available = measures.available(way.line);
                match self.manner.assess(way, point, available) {
                    Verdict::Good(cost, look) => {
                        ways.offer(way.on_to(point, index, from).costing(cost, look));
                        true
                    }
                    Verdict::TooLoose => true,
                    Verdict::TooWide(by) => {
                        let hyphens = self.manner.hyphens(way, point, available).unwrap_or(0);
                        let cost = demerits::overfull(by).saturating_add(hyphens);
                        let longer = way.on_to(point, index, from).costing(cost, way.look);
                        if sticking_out.is_none_or(|other| longer.cost < other.cost) {
                            sticking_out = Some(longer);
                        }
                        self.manner.least(way, point) <= available
                    }
                }
            });
            let is_forced = point.kind == BreakKind::Forced;
            if ways.is_empty() && (active.is_empty() || is_forced) {
                if !self.manner.is_last() {
                    return None;
                }
                ways.extend(sticking_out);
            }
            if is_forced {
                active.clear();
            }
            thin_out(&mut active);
            for way in ways.best() {
                active.push(known.len());
                known.push(*way);
            }
        }
        Some(trace(&known, self.points.len()))
    }
}

/// Lets go of every second start when there are too many to look at.
fn thin_out(active: &mut Vec<usize>) {
    if active.len() > STARTS_KEPT {
        let mut index = 0;
        active.retain(|_| {
            index += 1;
            index % 2 == 1
        });
    }
}
