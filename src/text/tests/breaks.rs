//! Which of all ways to break a paragraph is taken.

use super::{ASSETS, SOURCE, joined, paragraph, paragraph_style};
use crate::geom::Length;
use crate::style::Align;
use crate::text::opportunities::BreakKind;
use crate::text::{Breakpoint, Setter, demerits, line, linebreak};

/// How many words the source text divides and how ragged it is: the sum of squared slack in tenths of a point, last lines left
/// out.
fn set_source(choose: &dyn Fn(&[Breakpoint], Length) -> Vec<usize>, width: Length) -> (usize, i64) {
    let mut setter = Setter::new(&ASSETS);
    let (mut hyphens, mut raggedness) = (0, 0);
    for text in SOURCE {
        let prepared = setter.prepare(&paragraph(text, Align::Start));
        let breaks = choose(&prepared.breakpoints, width);
        let lines = line::set(&prepared, &mut setter.faces, &breaks, &|_| width);
        assert_eq!(joined(&prepared, &lines), text);
        for line in &lines[..lines.len() - 1] {
            let slack = (width - line.natural).units() / 6554;
            assert!(slack >= 0, "{line:?}");
            raggedness += slack * slack;
            hyphens += usize::from(line.hyphenated);
        }
    }
    (hyphens, raggedness)
}

/// First-fit that divides every word it can comes within a few per cent of the least raggedness there is, at the price of a
/// hyphen in every other line; first-fit that divides none is ragged beyond bearing. A master setter stands between: far
/// fewer hyphens than the one, a fraction of the other's raggedness.
#[test]
fn the_source_text_has_few_hyphens_and_a_quiet_rag() {
    for mm in [60, 70, 80, 85, 90, 100] {
        let width = Length::mm(mm);
        let style = paragraph_style(Align::Start);
        let ours =
            |points: &[Breakpoint], width| linebreak::choose(points, &style, Length::pt(12), &|_| width);
        let (hyphens, raggedness) = set_source(&ours, width);
        let (most_hyphens, _) = set_source(
            &|points, width| linebreak::first_fit_breaks(points, width, true),
            width,
        );
        let (_, most_raggedness) = set_source(
            &|points, width| linebreak::first_fit_breaks(points, width, false),
            width,
        );
        assert!(
            hyphens * 3 < most_hyphens * 2,
            "at {mm} mm: {hyphens} hyphens, first-fit {most_hyphens}"
        );
        assert!(
            raggedness * 2 < most_raggedness,
            "at {mm} mm: {raggedness}, first-fit of whole words {most_raggedness}"
        );
    }
}

#[test]
fn of_all_ways_to_break_the_cheapest_is_found() {
    // Every subset of breaks of a short text, against the choice.
    let mut setter = Setter::new(&ASSETS);
    let text = "Um genau diesen Austausch zum Thema Vielfalt zu fördern, gibt es uns";
    let mut prepared = setter.prepare(&paragraph(text, Align::Start));
    prepared
        .breakpoints
        .retain(|point| point.kind != BreakKind::Hyphen);
    let points = &prepared.breakpoints;
    let inner = points.len() - 1;
    for mm in [25, 32, 40, 55] {
        let width = Length::mm(mm);
        let cost = |breaks: &[usize], setter: &mut Setter<'_>| -> Option<i64> {
            let lines = line::set(&prepared, &mut setter.faces, breaks, &|_| width);
            let (last, others) = lines.split_last()?;
            let mut cost = 0;
            for line in others {
                cost += demerits::ragged(
                    (line.overfull.is_none()).then_some(width - line.natural)?,
                    width,
                    Length::pt(12),
                );
            }
            let is_runt = !others.is_empty() && last.natural < Length::pt(36);
            Some(
                cost + if is_runt { demerits::RAGGED.runt } else { 0 }
                    + if last.overfull.is_some() { return None } else { 0 },
            )
        };
        let ours = linebreak::choose(points, &prepared.style, Length::pt(12), &|_| width);
        let our_cost = cost(&ours, &mut setter);
        let best = (0..1_usize << inner)
            .filter_map(|subset| {
                let mut breaks: Vec<usize> = (0..inner).filter(|index| subset >> index & 1 == 1).collect();
                breaks.push(inner);
                cost(&breaks, &mut setter)
            })
            .min();
        assert_eq!(our_cost, best, "at {mm} mm");
    }
}
