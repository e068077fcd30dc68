//! A dot for each member, with room for its name beside it. The dots go down a band in a wavering line, a row to each; the
//! names begin at one edge, as text does, and the lines between the dots stay clear of them. All dots are of one size,
//! since no member is more than another.

use super::link::Weave;
use super::plane::{Block, Spot, length, steps};
use super::random::Random;
use super::scatter::Disc;
use super::tint::tint;
use super::{Dot, Network};
use crate::color::Color;
use crate::geom::{Length, Point, Rect, Size};

/// What a figure of members is made of.
#[derive(Clone, Debug)]
pub struct Roster {
    /// Holds all dots.
    pub band: Rect,
    /// From [`seed`](super::seed).
    pub seed: u64,
    /// The dots' radius.
    pub radius: Length,
    /// The size that each name has when set, and by their number that of the dots.
    pub names: Vec<Size>,
    /// From the head of a name to the height of its dot, such as the middle of its first line.
    pub hang: Length,
    /// The dots' heights, one for each name; with any other number of them the dots spread evenly down the band.
    pub rows: Vec<Length>,
    /// Where names right of the band begin.
    pub right: Length,
    /// Where names left of the band end; without it all names stand at the right, else every other one.
    pub left: Option<Length>,
    /// The dots' colours; see [`Field::colors`](super::Field::colors).
    pub colors: Vec<Color>,
    /// How open the mesh is; see [`Field::openness`](super::Field::openness).
    pub openness: u32,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Room for the name, of the size that was asked for.
    pub rect: Rect,
    /// Whether it stands left of the band.
    pub left: bool,
}

/// A network of members, and where their names go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// The dots, in the members' order.
    pub network: Network,
    /// The names' places, in the same order.
    pub labels: Vec<Label>,
}

/// Arrangements that are tried. More than a few hundred change nothing that the eye would see.
const TRIALS: usize = 300;

/// How far apart dots should lie across the band, in hundredths of it: neighbouring rows, every other row, every third.
/// Less and they nearly align; where all of them are reached, chance decides, else the line would swing like a saw.
const APART: [i64; 3] = [38, 16, 9];

/// Draws the members.
#[must_use]
pub fn roster(spec: &Roster) -> Members {
    let count = spec.names.len().min(super::scatter::MOST_DOTS);
    let rows = rows(spec, count);
    let mut random = Random::new(spec.seed);
    let columns = columns(spec, count, &mut random);
    let radius = steps(spec.radius);
    let place = |row: &Length, column: &i64| Point::new(length(*column), *row);
    let centres: Vec<Point> = rows
        .iter()
        .zip(&columns)
        .map(|(row, column)| place(row, column))
        .collect();
    let labels: Vec<Label> = centres
        .iter()
        .zip(&spec.names)
        .map(|(centre, size)| {
            let edge = spec.left.filter(|_| centre.x < spec.band.centre().x);
            let x = edge.map_or(spec.right, |edge| edge - size.width);
            let rect = Rect::new(Point::new(x, centre.y - spec.hang), *size);
            Label {
                rect,
                left: edge.is_some(),
            }
        })
        .collect();

    let discs: Vec<Disc> = centres
        .iter()
        .map(|centre| Disc {
            at: Spot::of(*centre),
            radius,
            air: 2 * radius,
        })
        .collect();
    let keep_out = labels.iter().map(|label| Block::of(label.rect)).collect();
    let links = Weave {
        detour: i64::from(spec.openness),
        clearance: radius / 2,
        keep_out,
    }
    .join(&discs);
    let colors = tint(&discs, &links, &[], &spec.colors, &mut random);
    let dots = centres.into_iter().zip(colors).map(|(centre, color)| Dot {
        centre,
        radius: spec.radius,
        color,
    });
    let mut pairs = links.pairs;
    pairs.sort_unstable();
    Members {
        network: Network {
            dots: dots.collect(),
            links: pairs,
        },
        labels,
    }
}

/// The height of each dot.
fn rows(spec: &Roster, count: usize) -> Vec<Length> {
    if spec.rows.len() == count {
        return spec.rows.clone();
    }
    let height = (spec.band.size.height - spec.radius * 2).at_least_zero();
    let gaps = (count as i64 - 1).max(1);
    (0..count as i64)
        .map(|row| spec.band.top() + spec.radius + height.ratio(row, gaps))
        .collect()
}

/// How far right each dot lies, in steps: of many arrangements the one in which dots near each other align the least.
fn columns(spec: &Roster, count: usize, random: &mut Random) -> Vec<i64> {
    let (left, right) = (
        steps(spec.band.left() + spec.radius),
        steps(spec.band.right() - spec.radius),
    );
    let middle = i64::midpoint(left, right);
    if left >= right {
        return vec![middle; count];
    }
    let first_left = random.next() % 2 == 0;
    let mut best = (-1, Vec::new());
    for _ in 0..TRIALS {
        let columns: Vec<i64> = (0..count)
            .map(|row| match spec.left {
                Some(_) if (row % 2 == 0) == first_left => random.between(left, middle - 1),
                Some(_) => random.between(middle, right),
                None => random.between(left, right),
            })
            .collect();
        let worth = APART.iter().enumerate().map(|(step, hundredths)| {
            let enough = (right - left) * hundredths / 100;
            let pairs = columns.iter().zip(columns.iter().skip(step + 1));
            pairs
                .map(|(one, two)| (one - two).abs())
                .min()
                .unwrap_or(enough)
                .min(enough)
        });
        let worth = worth.sum();
        if worth > best.0 {
            best = (worth, columns);
        }
    }
    best.1
}
