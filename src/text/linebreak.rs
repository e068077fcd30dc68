//! Step four: which opportunities become line ends. Knuth and Plass (Breaking Paragraphs into Lines, 1981) on whole
//! numbers: of all ways to break a paragraph take the one whose lines cost least together. Ragged setting is a manner of
//! its own here, not flush setting with endless glue: its lines never stretch, and their cost is the square of the white
//! at their end. Flush setting climbs a ladder of tolerances; both end in a line that sticks out rather than in a
//! paragraph that is not set.

use super::breakpoints::Breakpoint;
use super::demerits::{self, Fitness, Hyphens, Pass};
use super::opportunities::BreakKind;
use crate::geom::Length;
use crate::style::{Align, ParagraphStyle};

/// A way to break the paragraph up to a point.
#[derive(Clone, Copy)]
struct Node {
    /// The breakpoint; none at the start of the paragraph.
    point: Option<usize>,
    /// How many lines stand before it.
    line: usize,
    cost: i64,
    previous: usize,
    /// How many lines in a row end in a hyphen, up to three.
    hyphens: u8,
    fitness: Fitness,
    start: Length,
    start_spaces: Length,
    /// Whether the line that starts here is the first of the paragraph or follows a forced end.
    fresh: bool,
}

/// The widths of lines, each asked for once.
struct Measures<'m> {
    of: &'m dyn Fn(usize) -> Length,
    known: Vec<Length>,
    indent: Length,
    first_indent: Length,
}

impl Measures<'_> {
    fn available(&mut self, line: usize) -> Length {
        while self.known.len() <= line {
            let number = self.known.len();
            let first = if number == 0 {
                self.first_indent
            } else {
                Length::ZERO
            };
            self.known.push((self.of)(number) - self.indent - first);
        }
        self.known[line]
    }

    /// The line from which on all are equally wide, of so many.
    fn uniform_from(&mut self, lines: usize) -> usize {
        self.available(lines);
        let last = self.known[lines];
        (0..lines)
            .rev()
            .find(|line| self.known[*line] != last)
            .map_or(0, |line| line + 1)
    }
}

/// At a point that many line counts can reach, as many ways are kept as are worth it; with lines of one width there is one.
const WAYS_KEPT: usize = 6;

/// So many starts of a line are kept in view; no measure that a reader could follow has more places to break on one line. Past
/// it every second is let go, always keeping the first, so that even an endless measure takes linear time.
const STARTS_KEPT: usize = 512;

/// The breakpoints that end lines, in order; the last always does.
pub(super) fn choose(
    points: &[Breakpoint],
    style: &ParagraphStyle,
    em: Length,
    measure: &dyn Fn(usize) -> Length,
) -> Vec<usize> {
    let mut measures = Measures {
        of: measure,
        known: Vec::new(),
        indent: style.indent,
        first_indent: style.first_indent,
    };
    let lines = first_fit(points, &mut measures);
    let uniform_from = measures.uniform_from(lines + lines / 2 + 3);
    let mut attempt = |manner: Manner| {
        Attempt {
            points,
            manner,
            em,
            uniform_from,
            runt: (em * demerits::RUNT_EMS).max(style.first_indent),
        }
        .run(&mut measures)
    };
    if style.align == Align::Justify {
        let chosen = demerits::PASSES
            .iter()
            .find_map(|pass| attempt(Manner::Flush(*pass)));
        return chosen.unwrap_or_default();
    }
    attempt(Manner::Ragged).unwrap_or_default()
}

/// How many lines there are when each takes all it can: a bound for how far widths have to be known.
fn first_fit(points: &[Breakpoint], measures: &mut Measures<'_>) -> usize {
    let (mut line, mut start, mut last) = (0, Length::ZERO, None::<&Breakpoint>);
    for point in points {
        if let Some(fitting) = last
            && point.end - start > measures.available(line)
        {
            start = fitting.start;
            line += 1;
        }
        if point.kind == BreakKind::Forced {
            start = point.start;
            line += 1;
            last = None;
        } else {
            last = Some(point);
        }
    }
    line
}

/// The breakpoints of a setter without foresight, who puts on each line all that it can take; to be compared with.
#[cfg(test)]
pub(super) fn first_fit_breaks(points: &[Breakpoint], measure: Length, hyphens: bool) -> Vec<usize> {
    let (mut chosen, mut start, mut index, mut last) = (Vec::new(), Length::ZERO, 0, None::<usize>);
    while let Some(point) = points.get(index) {
        if point.kind == BreakKind::Hyphen && !hyphens {
            index += 1;
            continue;
        }
        if point.end - start > measure
            && let Some(fitting) = last.take()
        {
            chosen.push(fitting);
            start = points[fitting].start;
            index = fitting + 1;
            continue;
        }
        last = Some(index);
        if point.kind == BreakKind::Forced {
            chosen.push(index);
            start = point.start;
            last = None;
        }
        index += 1;
    }
    chosen
}

/// Ragged or flush.
#[derive(Clone, Copy)]
enum Manner {
    Ragged,
    Flush(Pass),
}

/// How a line would do.
enum Verdict {
    Good(i64, Fitness),
    TooLoose,
    TooWide(Length),
}

/// One try over the whole paragraph.
struct Attempt<'p> {
    points: &'p [Breakpoint],
    manner: Manner,
    em: Length,
    uniform_from: usize,
    runt: Length,
}

impl Attempt<'_> {
    /// The chosen points; none when this pass finds no way that its tolerance allows.
    fn run(&self, measures: &mut Measures<'_>) -> Option<Vec<usize>> {
        let mut nodes = vec![Node {
            point: None,
            line: 0,
            cost: 0,
            previous: 0,
            hyphens: 0,
            fitness: 1,
            start: Length::ZERO,
            start_spaces: Length::ZERO,
            fresh: true,
        }];
        let mut active = vec![0_usize];
        let mut ways: Vec<Node> = Vec::new();
        for (index, point) in self.points.iter().enumerate() {
            if matches!(self.manner, Manner::Flush(pass) if !pass.hyphens) && point.kind == BreakKind::Hyphen
            {
                continue;
            }
            ways.clear();
            let mut sticking_out: Option<Node> = None;
            active.retain(|&from| {
                let node = nodes[from];
                let available = measures.available(node.line);
                let (way, alive) = match self.assess(&node, point, available) {
                    Verdict::Good(cost, fitness) => (self.step(&node, from, index, cost, fitness), true),
                    Verdict::TooLoose => return true,
                    Verdict::TooWide(by) => {
                        let cost = demerits::overfull(by);
                        let way = self.step(&node, from, index, cost, 1);
                        if sticking_out.is_none_or(|other| way.cost < other.cost) {
                            sticking_out = Some(way);
                        }
                        return self.least(&node, point.bare_end, point.end_spaces) <= available;
                    }
                };
                self.keep(way, &mut ways);
                alive
            });
            let is_forced = point.kind == BreakKind::Forced;
            if ways.is_empty() && (active.is_empty() || is_forced) {
                if matches!(self.manner, Manner::Flush(pass) if !pass.last) {
                    return None;
                }
                ways.extend(sticking_out);
            }
            if is_forced {
                active.clear();
            }
            if ways.len() > WAYS_KEPT {
                ways.sort_by_key(|way| way.cost);
                ways.truncate(WAYS_KEPT);
            }
            if active.len() > STARTS_KEPT {
                let mut index = 0;
                active.retain(|_| {
                    index += 1;
                    index % 2 == 1
                });
            }
            for way in &ways {
                active.push(nodes.len());
                nodes.push(*way);
            }
        }
        let best = active_best(&nodes, self.points.len());
        Some(trace(&nodes, best))
    }

    /// The least width a line could shrink to.
    fn least(&self, node: &Node, end: Length, end_spaces: Length) -> Length {
        let width = (end - node.start).at_least_zero();
        match self.manner {
            Manner::Ragged => width,
            Manner::Flush(_) => {
                let (part, of) = demerits::SHRINK;
                width - (end_spaces - node.start_spaces).at_least_zero().ratio(part, of)
            }
        }
    }

    /// How the line from a node to a point would do.
    fn assess(&self, node: &Node, point: &Breakpoint, available: Length) -> Verdict {
        let width = (point.end - node.start).at_least_zero();
        let slack = available - width;
        let is_forced = point.kind == BreakKind::Forced;
        let taste = self.taste();
        let mut cost = 0;
        if is_forced && !node.fresh {
            if width < self.runt {
                cost += taste.runt;
            }
            if node.hyphens > 0 {
                cost += taste.last_but_one;
            }
        }
        match self.manner {
            Manner::Ragged => {
                if slack < Length::ZERO {
                    return Verdict::TooWide(-slack);
                }
                if !is_forced {
                    cost +=
                        demerits::ragged(slack, available, self.em) + demerits::ragged_penalty(point.penalty);
                }
                Verdict::Good(cost, 1)
            }
            Manner::Flush(pass) => {
                let spaces = (point.end_spaces - node.start_spaces).at_least_zero();
                let stretch =
                    spaces.ratio(demerits::STRETCH.0, demerits::STRETCH.1) + self.em * pass.loan_ems;
                let shrink = spaces.ratio(demerits::SHRINK.0, demerits::SHRINK.1);
                // A last line ends where it ends.
                let bad = if is_forced && slack >= Length::ZERO {
                    Some(0)
                } else {
                    demerits::badness(slack, stretch, shrink)
                };
                let Some(bad) = bad else {
                    return Verdict::TooWide(-slack);
                };
                if bad > pass.tolerance {
                    return Verdict::TooLoose;
                }
                let fitness = demerits::fitness(slack, bad);
                if fitness.abs_diff(node.fitness) > 1 {
                    cost += demerits::FLUSH_MISMATCH;
                }
                Verdict::Good(cost + demerits::flush(bad, point.penalty), fitness)
            }
        }
    }

    const fn taste(&self) -> Hyphens {
        match self.manner {
            Manner::Ragged => demerits::RAGGED,
            Manner::Flush(_) => demerits::FLUSH,
        }
    }

    /// The node at a point, reached from another.
    fn step(&self, node: &Node, from: usize, index: usize, cost: i64, fitness: Fitness) -> Node {
        let point = &self.points[index];
        let taste = self.taste();
        let ends_in_hyphen = matches!(point.kind, BreakKind::Hyphen | BreakKind::HardHyphen);
        let hyphens = if ends_in_hyphen {
            (node.hyphens + 1).min(3)
        } else {
            0
        };
        let ladder = match hyphens {
            2 => taste.double,
            3 => taste.ladder,
            _ => 0,
        };
        Node {
            point: Some(index),
            line: node.line + 1,
            cost: node.cost.saturating_add(cost).saturating_add(ladder),
            previous: from,
            hyphens,
            fitness,
            start: point.start,
            start_spaces: point.start_spaces,
            fresh: point.kind == BreakKind::Forced,
        }
    }

    /// Keeps a way unless a cheaper one has the same future.
    fn keep(&self, way: Node, ways: &mut Vec<Node>) {
        let future = |way: &Node| (way.line.min(self.uniform_from), way.fitness, way.hyphens);
        match ways.iter_mut().find(|other| future(other) == future(&way)) {
            Some(other) if way.cost < other.cost => *other = way,
            Some(_) => {}
            None => ways.push(way),
        }
    }
}

/// The cheapest node at the last point.
fn active_best(nodes: &[Node], points: usize) -> usize {
    (0..nodes.len())
        .rev()
        .take_while(|&index| nodes[index].point.is_some_and(|point| point + 1 == points))
        .min_by_key(|&index| nodes[index].cost)
        .unwrap_or(0)
}

/// The points on the way to a node.
fn trace(nodes: &[Node], last: usize) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut at = last;
    while let Some(point) = nodes[at].point {
        chosen.push(point);
        at = nodes[at].previous;
    }
    chosen.reverse();
    chosen
}
