//! Which dots are joined. Pairs are taken from the shortest on, and joined where the way through the links there are is
//! a detour (a greedy spanner: Althöfer and others, "On sparse spanners of weighted graphs", 1993): that gives a mesh
//! with open faces and few lines to a dot. A line is left out, too, where it would cross another, run past a foreign dot,
//! leave a dot beside another line, or stand almost upright or level.

use super::plane::{Block, Chord};
use super::scatter::Disc;

/// Neighbours of a dot that are tried, nearest first. Lines to farther ones nearly always cross others.
const NEIGHBOURS: usize = 14;

/// Most lines at a dot: with six colours, then, there is always one left that no neighbour has.
const MOST_LINES: usize = 5;

/// Detours beyond this many per cent make no difference to the eye: the mesh is a tree already.
const MOST_DETOUR: i64 = 300;

/// Dots looked at for a way round. There are seldom more than thirty within the limit; the bound keeps thousands quick.
const SEARCHED: usize = 100;

/// A line counts as almost upright or level when it leans less than one in this many: about four degrees. Beside the
/// straight edges of text it would look like a mistake.
const LEANS: i64 = 14;

/// How the dots are joined.
#[derive(Clone, Debug)]
pub(super) struct Weave {
    /// A pair is joined where the way round is longer than the straight one by this many per cent.
    pub(super) detour: i64,
    /// The squared cosine, in per cent, of the narrowest angle between two lines at a dot.
    pub(super) narrowest: i64,
    /// How far a line stays away from the rim of a foreign dot.
    pub(super) clearance: i64,
    /// No line enters these.
    pub(super) keep_out: Vec<Block>,
}

/// Pairs of joined dots, the smaller number first, and for each dot its lines.
pub(super) struct Links {
    pub(super) pairs: Vec<(usize, usize)>,
    at: Vec<Vec<usize>>,
}

impl Links {
    /// The dots joined with this one.
    pub(super) fn of(&self, dot: usize) -> &[usize] {
        &self.at[dot]
    }

    fn join(&mut self, one: usize, two: usize) {
        self.pairs.push((one.min(two), one.max(two)));
        self.at[one].push(two);
        self.at[two].push(one);
    }
}

impl Weave {
    /// Joins the dots.
    pub(super) fn join(&self, discs: &[Disc]) -> Links {
        let near = nearest(discs);
        let mut candidates: Vec<(i64, usize, usize)> = Vec::new();
        for (one, others) in near.iter().enumerate() {
            for &(distance, two) in others {
                // A pair is listed once, by the smaller number, or by the larger if only that one has it.
                if one < two || !near[two].iter().any(|&(_, back)| back == one) {
                    candidates.push((distance, one.min(two), one.max(two)));
                }
            }
        }
        candidates.sort_unstable();
        candidates.retain(|&(_, one, two)| self.is_clear(discs, &near, one, two));
        let mut links = Links {
            pairs: Vec::new(),
            at: vec![Vec::new(); discs.len()],
        };
        for &(distance, one, two) in &candidates {
            let limit = distance + distance * self.detour.clamp(0, MOST_DETOUR) / 100;
            if self.fits(&links, discs, one, two) && links.way(discs, one, two, limit).is_none() {
                links.join(one, two);
            }
        }
        // A dot at the end of one line alone gets a second one, where there is a good one.
        for &(_, one, two) in &candidates {
            if links.at[one].len().min(links.at[two].len()) == 1
                && !links.at[one].contains(&two)
                && self.fits(&links, discs, one, two)
            {
                links.join(one, two);
            }
        }
        links
    }

    /// Whether the line keeps away from foreign dots and what is kept out, and leans enough.
    fn is_clear(&self, discs: &[Disc], near: &[Vec<(i64, usize)>], one: usize, two: usize) -> bool {
        let chord = Chord {
            from: discs[one].at,
            to: discs[two].at,
        };
        let way = chord.from.to(chord.to);
        let leans = way.x.abs() * LEANS >= way.y.abs() && way.y.abs() * LEANS >= way.x.abs();
        leans
            && self.keep_out.iter().all(|block| !block.meets(chord))
            && near[one].iter().chain(&near[two]).all(|&(_, other)| {
                let Disc { at, radius, .. } = discs[other];
                other == one || other == two || chord.distance(at) >= radius + self.clearance
            })
    }

    /// Whether a line may join the two beside the lines there are.
    fn fits(&self, links: &Links, discs: &[Disc], one: usize, two: usize) -> bool {
        let chord = Chord {
            from: discs[one].at,
            to: discs[two].at,
        };
        let open = |here: usize, there: usize| {
            let way = discs[here].at.to(discs[there].at);
            links.at[here].len() < MOST_LINES
                && links.at[here]
                    .iter()
                    .all(|&other| !way.narrower(discs[here].at.to(discs[other].at), self.narrowest))
        };
        open(one, two)
            && open(two, one)
            && links.pairs.iter().all(|&(from, to)| {
                let shared = [from, to].iter().any(|end| *end == one || *end == two);
                shared
                    || !chord.meets(Chord {
                        from: discs[from].at,
                        to: discs[to].at,
                    })
            })
    }
}

impl Links {
    /// The length of the shortest way along links from `one` to `two`, if it is not longer than `limit`.
    fn way(&self, discs: &[Disc], one: usize, two: usize, limit: i64) -> Option<i64> {
        // Few dots lie within the limit, so a list serves better than a heap.
        let mut open = vec![(0_i64, one)];
        let mut done: Vec<usize> = Vec::new();
        while let Some(place) = (0..open.len()).min_by_key(|&place| open[place]) {
            let (walked, here) = open.swap_remove(place);
            if here == two {
                return Some(walked);
            }
            if done.contains(&here) {
                continue;
            }
            done.push(here);
            if done.len() > SEARCHED {
                return None;
            }
            for &next in self.of(here) {
                let further = walked + discs[here].at.to(discs[next].at).length();
                let rest = discs[next].at.to(discs[two].at).length();
                if further + rest <= limit && !done.contains(&next) {
                    open.push((further, next));
                }
            }
        }
        None
    }

    /// The groups of dots that hang together, each in rising order.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.at.len()];
        let mut groups = Vec::new();
        for start in 0..self.at.len() {
            if seen[start] {
                continue;
            }
            seen[start] = true;
            let mut group = vec![start];
            let mut next = 0;
            while next < group.len() {
                for &other in self.of(group[next]) {
                    if !seen[other] {
                        seen[other] = true;
                        group.push(other);
                    }
                }
                next += 1;
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }
}

/// For each dot its nearest ones, with their distance.
fn nearest(discs: &[Disc]) -> Vec<Vec<(i64, usize)>> {
    discs
        .iter()
        .enumerate()
        .map(|(one, disc)| {
            let mut others: Vec<(i64, usize)> = discs
                .iter()
                .enumerate()
                .filter(|&(two, _)| two != one)
                .map(|(two, other)| (disc.at.to(other.at).square(), two))
                .collect();
            if others.len() > NEIGHBOURS {
                others.select_nth_unstable(NEIGHBOURS);
                others.truncate(NEIGHBOURS);
            }
            others.sort_unstable();
            for (distance, _) in &mut others {
                *distance = distance.isqrt();
            }
            others
        })
        .collect()
}
