//! A network that fills an area, densely here and thinly there, and runs off the edges where it is told to: the cover,
//! the strip along the foot of the panels, the page of towns.

use super::density::{Density, Relief};
use super::link::{Links, Weave};
use super::plane::{Block, Spot, length, steps};
use super::random::Random;
use super::scatter::{Disc, Edge, Ground};
use super::tint::tint;
use super::{Dot, Network};
use crate::color::Color;
use crate::geom::{Length, Point, Rect, Sides};

/// What a field of dots is made of.
#[derive(Clone, Debug)]
pub struct Field {
    /// What is seen of it: up to the trim, or the part of a page that it has.
    pub area: Rect,
    /// How far it runs on, unseen, past each edge, so that lines leave the page as if there were more; where there is
    /// none, dots stay wholly inside. To reach past the bleed it takes about three spacings.
    pub overrun: Sides,
    /// From [`seed`](super::seed).
    pub seed: u64,
    /// Air between the rims of neighbouring dots where the density is 100.
    pub spacing: Length,
    /// How close the dots stand, corner by corner of the area.
    pub density: Density,
    /// Dots that the designer sets by hand: what the eye finds first.
    pub foci: Vec<Focus>,
    /// Large and middle dots, the largest first; each finds its place by itself.
    pub sizes: Vec<Sizes>,
    /// The radius of the small dots that fill what is left; none leaves it empty.
    pub fill: Option<Length>,
    /// The dots' colours; one listed twice comes twice as often. From six on, joined dots always differ.
    pub colors: Vec<Color>,
    /// How open the mesh is: two dots are joined where the way round is longer by so many per cent. At 40 most faces are
    /// triangles, at 150 they are wide; beyond 300 nothing changes.
    pub openness: u32,
    /// Text: neither dot nor line enters. A block near the foot is best drawn down to the trim, else dots line up beneath it.
    pub keep_out: Vec<Rect>,
    /// Upright lines that only links may cross.
    pub folds: Vec<Length>,
}

/// A dot set by hand.
#[derive(Clone, Debug)]
pub struct Focus {
    /// Its middle.
    pub centre: Point,
    /// From its middle to its rim.
    pub radius: Length,
    /// Its ink; none leaves it to the network.
    pub color: Option<Color>,
}

/// So many dots of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// From the middle to the rim.
    pub radius: Length,
    /// How many, as far as there is room; at most 200.
    pub count: u32,
}

/// The width of a crowd or a calm, in spacings: wide enough to hold a handful of dots, narrow enough to have two or three
/// on a panel.
const WAVE: i64 = 5;

/// Squared cosine, in per cent, of 30 degrees: lines at a narrower angle look like one line drawn twice.
const NARROWEST: i64 = 75;

/// Groups smaller than this that hang with nothing else are left out: two dots and a line, adrift, are litter.
const SMALLEST_GROUP: usize = 5;

/// Draws the field.
#[must_use]
pub fn field(spec: &Field) -> Network {
    let mut random = Random::new(spec.seed);
    let spacing = steps(spec.spacing).max(1);
    let clearance = spacing * 3 / 8;
    let ground = ground(spec, spacing, clearance);
    let mut discs: Vec<Disc> = spec.foci.iter().map(|focus| ground.set(focus)).collect();
    let mut given: Vec<Option<Color>> = spec.foci.iter().map(|focus| focus.color.clone()).collect();
    let sizes: Vec<(i64, usize)> = spec
        .sizes
        .iter()
        .map(|size| (steps(size.radius.at_least_zero()), size.count as usize))
        .collect();
    ground.scatter(
        &mut discs,
        &sizes,
        spec.fill.map(|radius| steps(radius.at_least_zero())),
        &mut random,
    );
    given.resize(discs.len(), None);

    let weave = Weave {
        detour: i64::from(spec.openness),
        narrowest: NARROWEST,
        clearance,
        keep_out: ground.keep_out.clone(),
    };
    let links = weave.join(&discs);
    let colors = tint(&discs, &links, &given, &spec.colors, &mut random);
    let (kept, pairs) = worth_drawing(&discs, &links, ground.area);
    let dot = |&dot: &usize| Dot {
        centre: discs[dot].at.point(),
        radius: length(discs[dot].radius),
        color: colors[dot].clone(),
    };
    Network {
        dots: kept.iter().map(dot).collect(),
        links: pairs,
    }
}

/// The dots to be drawn, and the links between them by their new numbers: no small groups adrift, and nothing that lies
/// wholly past an edge.
fn worth_drawing(discs: &[Disc], links: &Links, area: Block) -> (Vec<usize>, Vec<(usize, usize)>) {
    let groups = links.groups();
    let enough = groups.iter().map(Vec::len).max().unwrap_or(0).min(SMALLEST_GROUP);
    let mut drawn = vec![false; discs.len()];
    for dot in groups.into_iter().filter(|group| group.len() >= enough).flatten() {
        drawn[dot] = true;
    }
    let past = |dot: usize| {
        let Spot { x, y } = discs[dot].at;
        [y < area.top, x > area.right, y > area.bottom, x < area.left]
    };
    let seen = |one: usize, two: usize| !past(one).iter().zip(past(two)).any(|(one, two)| *one && two);
    let kept: Vec<usize> = (0..discs.len())
        .filter(|&dot| drawn[dot] && (seen(dot, dot) || links.of(dot).iter().any(|&other| seen(dot, other))))
        .collect();
    let mut pairs: Vec<(usize, usize)> = links
        .pairs
        .iter()
        .filter(|&&(one, two)| seen(one, two))
        .filter_map(|(one, two)| Some((kept.binary_search(one).ok()?, kept.binary_search(two).ok()?)))
        .collect();
    pairs.sort_unstable();
    (kept, pairs)
}

/// Where the field's dots may stand.
fn ground(spec: &Field, spacing: i64, clearance: i64) -> Ground {
    let area = Block::of(spec.area);
    let over = spec.overrun;
    let edge = |place: i64, upright: bool| Edge {
        place,
        upright,
        // Smaller dots lose their shape where they are cut.
        cuts: Some(spacing * 2 / 3),
    };
    let edges = [
        (over.top, edge(area.top, false)),
        (over.right, edge(area.right, true)),
        (over.bottom, edge(area.bottom, false)),
        (over.left, edge(area.left, true)),
    ];
    let folds = spec.folds.iter().map(|fold| Edge {
        place: steps(*fold),
        upright: true,
        cuts: None,
    });
    Ground {
        area,
        overrun: [over.top, over.right, over.bottom, over.left].map(steps),
        relief: Relief {
            density: spec.density,
            block: area,
            wave: spacing * WAVE,
            seed: spec.seed,
        },
        spacing,
        keep_out: spec.keep_out.iter().map(|rect| Block::of(*rect)).collect(),
        edges: edges
            .into_iter()
            .filter(|(over, _)| *over > Length::ZERO)
            .map(|(_, edge)| edge)
            .chain(folds)
            .collect(),
        clearance,
    }
}

impl Ground {
    /// A dot set by hand stands where it is told to.
    fn set(&self, focus: &Focus) -> Disc {
        let at = Spot::of(focus.centre);
        Disc {
            at,
            radius: steps(focus.radius.at_least_zero()),
            air: self.air(at).unwrap_or(self.spacing),
        }
    }
}
