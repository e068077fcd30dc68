//! A dot for each member, with room for its name beside it. The dots go down a band in a wavering line, a row to each; the
//! names begin at one edge, as text does, and the lines between the dots stay clear of them. All dots are of one size,
//! since no member is more than another.

use super::link::{Links, Weave};
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
    /// The size that each name has when set, and by their number that of the dots; at most 2,000.
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
const TRIALS: usize = 200;

/// Up to this many dots each arrangement is joined to see what comes of it; with more nobody counts the ends.
const FEW: usize = 32;

/// Squared cosine, in per cent, of 18 degrees. Rows are farther apart than the band is wide, so lines across two rows are
/// steep; at the angles of a field hardly any would be left, and a network would become a chain.
const NARROWEST: i64 = 90;

/// How far apart dots should lie across the band, in hundredths of it: neighbouring rows, every other row, every third.
/// Less and they nearly align; where all of them are reached, chance decides, else the line would swing like a saw.
const APART: [i64; 3] = [38, 20, 9];

/// How much of the band's width the dots should take up, in hundredths. Counts by half: a line more is worth a little less
/// breadth.
const SPREAD: i64 = 85;

/// Draws the members.
#[must_use]
pub fn roster(spec: &Roster) -> Members {
    let count = spec.names.len().min(super::scatter::MOST_DOTS);
    let rows = rows(spec, count);
    let mut random = Random::new(spec.seed);
    let mut best: Option<(i64, Vec<Point>)> = None;
    for _ in 0..TRIALS {
        let centres = centres(spec, &rows, &mut random);
        let mut worth = apart(spec, &centres);
        if count <= FEW {
            // An end that hangs by one line spoils the picture as much as two dots that nearly align.
            let (discs, links) = joined(spec, &centres);
            let held = (0..discs.len()).filter(|&dot| links.of(dot).len() > 1).count();
            worth += (12 * held + 2 * links.pairs.len()) as i64;
        }
        if best.as_ref().is_none_or(|(most, _)| worth > *most) {
            best = Some((worth, centres));
        }
    }
    let centres = best.map(|(_, centres)| centres).unwrap_or_default();
    let (discs, links) = joined(spec, &centres);
    let colors = tint(&discs, &links, &[], &spec.colors, &mut random);
    let labels = centres
        .iter()
        .zip(&spec.names)
        .map(|(centre, size)| label(spec, *centre, *size));
    let labels = labels.collect();
    let radius = spec.radius;
    let dots = centres.into_iter().zip(colors).map(|(centre, color)| Dot {
        centre,
        radius,
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

/// One arrangement by chance: a dot in each row, on the side where its name is.
fn centres(spec: &Roster, rows: &[Length], random: &mut Random) -> Vec<Point> {
    let (left, right) = (
        steps(spec.band.left() + spec.radius),
        steps(spec.band.right() - spec.radius),
    );
    let middle = steps(spec.band.centre().x);
    let first_left = usize::from(spec.seed.is_multiple_of(2));
    let place = |(row, height): (usize, &Length)| {
        let x = match spec.left {
            _ if left >= right => middle,
            Some(_) if row % 2 == first_left => random.between(left, middle - 1),
            Some(_) => random.between(middle + 1, right),
            None => random.between(left, right),
        };
        Point::new(length(x), *height)
    };
    rows.iter().enumerate().map(place).collect()
}

/// How well dots near each other keep from aligning, in hundredths of the band.
fn apart(spec: &Roster, centres: &[Point]) -> i64 {
    let width = (steps(spec.band.size.width) - 2 * steps(spec.radius)).max(1);
    let nearest = |(before, enough): (usize, &i64)| {
        let pairs = centres.iter().zip(centres.iter().skip(before + 1));
        let gaps = pairs.map(|(one, two)| steps((one.x - two.x).abs()) * 100 / width);
        gaps.min().unwrap_or(*enough).min(*enough)
    };
    let columns = || centres.iter().map(|centre| steps(centre.x));
    let spread = columns().max().unwrap_or(0) - columns().min().unwrap_or(0);
    APART.iter().enumerate().map(nearest).sum::<i64>() + (spread * 100 / width).min(SPREAD) / 2
}

/// The dots, and the lines between them that stay clear of the names.
fn joined(spec: &Roster, centres: &[Point]) -> (Vec<Disc>, Links) {
    let radius = steps(spec.radius.at_least_zero());
    let disc = |centre: &Point| Disc {
        at: Spot::of(*centre),
        radius,
        air: 2 * radius,
    };
    let discs: Vec<Disc> = centres.iter().map(disc).collect();
    let names = centres.iter().zip(&spec.names);
    let keep_out = names
        .map(|(centre, size)| Block::of(label(spec, *centre, *size).rect))
        .collect();
    let weave = Weave {
        detour: i64::from(spec.openness),
        narrowest: NARROWEST,
        clearance: radius / 2,
        keep_out,
    };
    let links = weave.join(&discs);
    (discs, links)
}

/// Where the name of a dot stands.
fn label(spec: &Roster, centre: Point, size: Size) -> Label {
    let edge = spec.left.filter(|_| centre.x < spec.band.centre().x);
    let x = edge.map_or(spec.right, |edge| edge - size.width);
    Label {
        rect: Rect::new(Point::new(x, centre.y - spec.hang), size),
        left: edge.is_some(),
    }
}
