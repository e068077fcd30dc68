//! Where the dots stand. The large ones are set first, each at the best of several places; then smaller ones, until the
//! area is full: thrown at random and kept where there is room (Poisson discs: Cook, "Stochastic sampling in computer
//! graphics", 1986), the room being the air between rims, wider where the density is lower.

use super::density::Relief;
use super::plane::{Block, Spot};
use super::random::Random;

/// Most dots in a figure. A cover has about a hundred; beyond a few hundred a network is a texture, and the work to join
/// them grows.
pub(super) const MOST_DOTS: usize = 2000;

/// Most dots of one large size: they are placed with care, which takes time.
const MOST_OF_A_SIZE: usize = 200;

/// Throws for a large dot, of which the best is kept: with few, two large dots may stand together; with very many they
/// stand in rank and file.
const THROWS_FOR_LARGE: usize = 10;

/// Throws in a row without finding room after which the area counts as full.
const MISSES: usize = 400;

/// Throws in all, so that no area, however large, and no spacing, however small, takes long.
const THROWS: usize = 40_000;

/// Spacings between two dots cut by one edge: one on the side of a panel is a decision, three are a fringe.
const BETWEEN_CUTS: i64 = 10;

/// The widest air, in spacings: lower densities than one in 25 stand apart no farther.
const WIDEST: i64 = 5;

/// A dot without its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Disc {
    pub(super) at: Spot,
    pub(super) radius: i64,
    /// The air it wants around its rim.
    pub(super) air: i64,
}

/// An edge of the page that the network runs over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// Where it is, along x or y.
    pub(super) place: i64,
    /// Whether it is upright.
    pub(super) upright: bool,
    /// The least radius of a dot that it may cut; none where it cuts no dot.
    pub(super) cuts: Option<i64>,
}

/// Where dots may stand.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    /// What is seen.
    pub(super) area: Block,
    /// How far centres may lie past the top, right, bottom and left of it; where it is none, dots stay inside whole.
    pub(super) overrun: [i64; 4],
    pub(super) relief: Relief,
    /// Air between rims where the density is full.
    pub(super) spacing: i64,
    pub(super) keep_out: Vec<Block>,
    pub(super) edges: Vec<Edge>,
    /// How far rims keep from edges, folds and what is kept out.
    pub(super) clearance: i64,
}

impl Ground {
    /// Sets `sizes` (radius and number, the largest first), then fills up with dots of radius `fill`.
    pub(super) fn scatter(
        &self,
        discs: &mut Vec<Disc>,
        sizes: &[(i64, usize)],
        fill: Option<i64>,
        random: &mut Random,
    ) {
        for &(radius, count) in sizes {
            for _ in 0..count.min(MOST_OF_A_SIZE) {
                let Some(disc) = self.best_of_many(discs, radius, random) else {
                    break;
                };
                if discs.len() >= MOST_DOTS {
                    return;
                }
                discs.push(disc);
            }
        }
        let Some(radius) = fill else { return };
        let (mut misses, mut throws) = (0, 0);
        while misses < MISSES && throws < THROWS && discs.len() < MOST_DOTS {
            throws += 1;
            match self.thrown(discs, radius, false, random) {
                Some(disc) => {
                    discs.push(disc);
                    misses = 0;
                }
                None => misses += 1,
            }
        }
    }

    /// The place that is farthest from dots as large as this one, and in denser parts rather than in thin ones.
    fn best_of_many(&self, discs: &[Disc], radius: i64, random: &mut Random) -> Option<Disc> {
        let mut best: Option<(i64, Disc)> = None;
        let mut kept = 0;
        for _ in 0..THROWS_FOR_LARGE * 8 {
            let Some(disc) = self.thrown(discs, radius, true, random) else {
                continue;
            };
            // The distance to a dot counts in full where that is as large, less where it is smaller.
            let lonely = discs
                .iter()
                .map(|other| {
                    disc.at.to(other.at).length() * radius.max(1) / other.radius.clamp(1, radius.max(1))
                })
                .min()
                .unwrap_or(i64::MAX);
            // Else the large dots would flee to the edges and line up along them.
            let inside = self
                .edges
                .iter()
                .filter(|edge| !edge.cuts_well(disc))
                .map(|edge| edge.off(disc.at) * 2);
            let lonely = inside.min().unwrap_or(i64::MAX).min(lonely);
            let density = self.relief.at(disc.at).min(100);
            let worth = lonely.min(self.spacing * 12) * density * density;
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, disc));
            }
            kept += 1;
            if kept == THROWS_FOR_LARGE {
                break;
            }
        }
        best.map(|(_, disc)| disc)
    }

    /// One throw: a dot, where there is room for it. `seen` says that at least half of it must be.
    fn thrown(&self, discs: &[Disc], radius: i64, seen: bool, random: &mut Random) -> Option<Disc> {
        let [over_top, over_right, over_bottom, over_left] = self.overrun.map(|over| match over {
            ..=0 => -radius,
            over if seen => over.min(radius / 3),
            over => over,
        });
        let (left, right) = (self.area.left - over_left, self.area.right + over_right);
        let (top, bottom) = (self.area.top - over_top, self.area.bottom + over_bottom);
        let at = Spot {
            x: random.between(left, right),
            y: random.between(top, bottom),
        };
        if left > right || top > bottom {
            return None;
        }
        let air = self.air(at)?;
        let disc = Disc { at, radius, air };
        self.has_room(discs, disc).then_some(disc)
    }

    /// The air that a dot wants at a place; none where no dot may be.
    pub(super) fn air(&self, at: Spot) -> Option<i64> {
        let density = self.relief.at(at);
        (density > 0)
            .then(|| (self.spacing * 100 / (density * 100).isqrt().max(1)).min(self.spacing * WIDEST))
    }

    fn has_room(&self, discs: &[Disc], disc: Disc) -> bool {
        let Disc { at, radius, air } = disc;
        self.edges.iter().all(|edge| {
            edge.off(at) >= radius + self.clearance
                || edge.cuts_well(disc)
                    && discs.iter().all(|other| {
                        !edge.cuts_well(*other) || at.to(other.at).length() >= self.spacing * BETWEEN_CUTS
                    })
        }) && self
            .keep_out
            .iter()
            .all(|block| block.distance(at) >= radius + self.clearance)
            && discs.iter().all(|other| {
                let apart = radius + other.radius + (air + other.air) / 2;
                at.to(other.at).square() >= apart * apart
            })
    }
}

impl Edge {
    /// How far off a place is, to either side.
    fn off(&self, at: Spot) -> i64 {
        ((if self.upright { at.x } else { at.y }) - self.place).abs()
    }

    /// Whether the edge cuts a dot between a third and two thirds: one that just touches the edge looks like a fault.
    fn cuts_well(&self, disc: Disc) -> bool {
        self.cuts.is_some_and(|least| disc.radius >= least) && self.off(disc.at) <= disc.radius / 3
    }
}
