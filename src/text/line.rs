//! Step five: the chosen lines, set. Each line takes its part of the glyphs, shaped again where a ligature or kerning
//! would reach over its end; its pieces are put into visual order (UAX 9, rules L1 and L2), spaces take up the slack of
//! flush lines to the last unit, and every piece gets its place on the measure.

use std::ops::Range;
use std::sync::Arc;

use unicode_bidi::{BidiInfo, Level};

use super::breakpoints::stretches;
use super::faces::FaceCache;
use super::itemize::Item;
use super::opportunities::BreakKind;
use super::shape::{Ending, Shaped};
use super::words::is_breaking_space;
use super::{Line, Place, PlacedRun, Prepared, demerits};
use crate::assets::{Glyph, GlyphRun};
use crate::geom::Length;
use crate::style::Align;

/// A piece of a line before it has its place.
struct Piece<'p> {
    item: &'p Item,
    range: Range<usize>,
    level: u8,
    hyphen: bool,
    glyphs: Vec<Shaped>,
}

/// Sets all lines from a place on; an empty paragraph has one empty line.
pub(super) fn set(
    prepared: &Prepared,
    faces: &mut FaceCache<'_>,
    place: Place,
    breaks: &[usize],
    measure: &dyn Fn(usize) -> Length,
) -> Vec<Line> {
    let mut lines = Vec::with_capacity(breaks.len().max(1));
    let mut start = place.text;
    for (number, index) in (place.line..).zip(breaks) {
        let point = &prepared.breakpoints[*index];
        // A line feed at the very end closes its line and opens none.
        if start == point.at && number > 0 {
            continue;
        }
        let first_indent = if number == 0 {
            prepared.style.first_indent
        } else {
            Length::ZERO
        };
        let measure = measure(number);
        let indent = prepared.style.indent + first_indent;
        lines.push(set_line(
            prepared,
            faces,
            start..point.at,
            point.kind,
            measure,
            indent,
        ));
        start = point.at;
    }
    lines
}

fn set_line(
    prepared: &Prepared,
    faces: &mut FaceCache<'_>,
    range: Range<usize>,
    kind: BreakKind,
    measure: Length,
    indent: Length,
) -> Line {
    let inked = range.start
        + prepared.text[range.clone()]
            .trim_end_matches(is_breaking_space)
            .len();
    let hyphenated = kind == BreakKind::Hyphen;
    let mut pieces = pieces(prepared, faces, &range, inked, hyphenated);
    let hangs = |glyph: &Shaped| glyph.cluster >= inked && glyph.cluster < range.end;
    let width = |of: &dyn Fn(&Shaped) -> bool| -> Length {
        let glyphs = pieces.iter().flat_map(|piece| &piece.glyphs);
        glyphs.filter(|glyph| of(glyph)).map(|glyph| glyph.advance).sum()
    };
    let hanging = width(&hangs);
    let at_start = prepared.hangs_at_start(faces, range.start);
    let at_end = prepared.hangs_at_end(faces, inked, hyphenated);
    let mut natural = width(&|glyph| !hangs(glyph)) - at_start - at_end;
    let available = measure - indent;
    if prepared.style.align == Align::Justify && (kind != BreakKind::Forced || natural > available) {
        natural += justify(prepared, &mut pieces, inked, available - natural);
    }
    let slack = available - natural;
    let is_start = matches!(prepared.style.align, Align::Start | Align::Justify);
    let shift = match prepared.style.align {
        Align::Centre => slack / 2,
        _ if is_start == prepared.right_to_left => slack,
        _ => Length::ZERO,
    };
    let left = if prepared.right_to_left {
        shift - at_end
    } else {
        indent + shift - at_start
    };
    // A space at the end of a line that runs from right to left hangs out on the left.
    let first = if prepared.right_to_left {
        left - hanging
    } else {
        left
    };
    Line {
        runs: place(prepared, faces, pieces, first),
        natural,
        left,
        protruding: at_start + at_end,
        measure,
        text: range,
        hyphenated,
        overfull: (slack < Length::ZERO).then(|| -slack),
    }
}

/// The pieces of a line in reading order.
fn pieces<'p>(
    prepared: &'p Prepared,
    faces: &mut FaceCache<'_>,
    range: &Range<usize>,
    inked: usize,
    hyphenated: bool,
) -> Vec<Piece<'p>> {
    let base = u8::from(prepared.right_to_left);
    let first = prepared
        .items
        .partition_point(|item| item.text.end <= range.start);
    let mut pieces = Vec::new();
    for item in prepared.items[first..]
        .iter()
        .take_while(|item| item.text.start < range.end)
    {
        let part = item.text.start.max(range.start)..item.text.end.min(range.end);
        // Spaces at a line's end take the direction of the paragraph (L1), whatever stands before them.
        let split = if item.level == base {
            part.end
        } else {
            inked.clamp(part.start, part.end)
        };
        for (part, level) in [(part.start..split, item.level), (split..part.end, base)] {
            if part.is_empty() {
                continue;
            }
            let hyphen = hyphenated && part.end == range.end;
            pieces.push(Piece {
                item,
                level,
                hyphen,
                glyphs: glyphs(prepared, faces, item, &part, hyphen),
                range: part,
            });
        }
    }
    pieces
}

/// The glyphs of a part of an item: those already shaped where both its ends are safe, else shaped anew.
fn glyphs(
    prepared: &Prepared,
    faces: &mut FaceCache<'_>,
    item: &Item,
    part: &Range<usize>,
    hyphen: bool,
) -> Vec<Shaped> {
    let all = &prepared.glyphs[item.glyphs.clone()];
    if !hyphen && *part == item.text {
        return all.to_vec();
    }
    let (first, last, starts_at, ends_at) = if item.level % 2 == 1 {
        let first = all.partition_point(|glyph| glyph.cluster >= part.end);
        let last = all.partition_point(|glyph| glyph.cluster >= part.start);
        (first, last, last.checked_sub(1), first.checked_sub(1))
    } else {
        let first = all.partition_point(|glyph| glyph.cluster < part.start);
        let last = all.partition_point(|glyph| glyph.cluster < part.end);
        (first, last, Some(first), Some(last))
    };
    let is_safe = |index: Option<usize>, at: usize| {
        index
            .and_then(|index| all.get(index))
            .is_some_and(|glyph| glyph.cluster == at && glyph.safe)
    };
    let start_is_safe = part.start == item.text.start || is_safe(starts_at, part.start);
    let end_is_safe = part.end == item.text.end || is_safe(ends_at, part.end);
    if !hyphen && start_is_safe && end_is_safe {
        return all[first..last].to_vec();
    }
    let ending = if hyphen { Ending::Hyphen } else { Ending::Plain };
    let mut glyphs = Vec::with_capacity(part.len() + 1);
    faces.shape(
        item.face,
        &prepared.piece(item, part.clone()),
        ending,
        &mut glyphs,
    );
    glyphs
}

/// Spreads slack over the inner spaces, to the last unit; answers how much it took. Spaces never shrink beyond their limit.
fn justify(prepared: &Prepared, pieces: &mut [Piece<'_>], inked: usize, slack: Length) -> Length {
    let mut spaces: Vec<&mut Shaped> = pieces
        .iter_mut()
        .flat_map(|piece| &mut piece.glyphs)
        .filter(|glyph| glyph.cluster < inked && stretches(prepared, glyph.cluster))
        .collect();
    let count = spaces.len() as i64;
    if count == 0 {
        return Length::ZERO;
    }
    let room: Length = spaces.iter().map(|glyph| glyph.advance).sum();
    let (part, of) = demerits::SHRINK;
    if slack < Length::ZERO && -slack > room.ratio(part, of) {
        return Length::ZERO;
    }
    let mut given = Length::ZERO;
    for (index, glyph) in spaces.iter_mut().enumerate() {
        let due = slack.ratio(index as i64 + 1, count);
        glyph.advance += due - given;
        given = due;
    }
    given
}

/// Gives every piece its place, from the left, and hands them on in reading order.
fn place(prepared: &Prepared, faces: &FaceCache<'_>, pieces: Vec<Piece<'_>>, left: Length) -> Vec<PlacedRun> {
    let mut places = vec![left; pieces.len()];
    let mut pen = left;
    let levels: Vec<Level> = pieces
        .iter()
        .map(|piece| Level::new(piece.level).unwrap_or_else(|_| Level::ltr()))
        .collect();
    for index in BidiInfo::reorder_visual(&levels) {
        places[index] = pen;
        pen += pieces[index].glyphs.iter().map(|glyph| glyph.advance).sum();
    }
    let placed = pieces.into_iter().zip(places);
    placed
        .map(|(piece, x)| {
            let (style, tag) = &prepared.styles[piece.item.run];
            PlacedRun {
                x,
                tag: *tag,
                run: GlyphRun {
                    font: faces.font(piece.item.face),
                    size: faces.size(piece.item.face),
                    color: style.color.clone(),
                    language: style.language.clone(),
                    glyphs: with_text(&piece),
                    text: read_back(prepared, &piece),
                },
            }
        })
        .collect()
}

/// The text of a piece, a hyphen that was put in standing as U+00AD.
fn read_back(prepared: &Prepared, piece: &Piece<'_>) -> Arc<str> {
    let text = &prepared.text[piece.range.clone()];
    if piece.hyphen && !text.ends_with('\u{ad}') {
        Arc::from(format!("{text}\u{ad}"))
    } else {
        Arc::from(text)
    }
}

/// Glyphs that know their bytes of the piece's text. The first glyph of a cluster carries its text.
fn with_text(piece: &Piece<'_>) -> Vec<Glyph> {
    let runs_left = piece.item.level % 2 == 1;
    let hyphen = if piece.glyphs.iter().any(|glyph| glyph.cluster == piece.range.end) {
        2
    } else {
        0
    };
    let end = piece.range.end + hyphen;
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(piece.glyphs.len());
    // Where the text of the cluster ends: at the next one, which stands to the right, or to the left in Arabic.
    let mut upper = end;
    let mut above = end;
    for (index, glyph) in piece.glyphs.iter().enumerate() {
        let is_first = index == 0 || piece.glyphs[index - 1].cluster != glyph.cluster;
        if is_first {
            upper = if runs_left {
                let upper = above;
                above = glyph.cluster;
                upper
            } else {
                let rest = &piece.glyphs[index..];
                let next = rest.iter().find(|other| other.cluster != glyph.cluster);
                next.map_or(end, |other| other.cluster)
            };
        }
        let start = if is_first { glyph.cluster } else { upper };
        glyphs.push(Glyph {
            id: glyph.id,
            advance: glyph.advance,
            dx: glyph.dx,
            dy: glyph.dy,
            text: (start - piece.range.start) as u32..(upper - piece.range.start) as u32,
        });
    }
    glyphs
}
