//! Which of all ways to break a paragraph is taken.

use std::sync::Arc;

use super::{ASSETS, SOURCE, joined, paragraph, text_style};
use crate::geom::Length;
use crate::style::{Align, TextStyle};
use crate::text::linebreak::Start;
use crate::text::manner::{Manner, Verdict};
use crate::text::ways::Way;
use crate::text::{Line, Place, Prepared, Setter, demerits, linebreak};

/// How the source text was set.
#[derive(Debug)]
struct Figures {
    hyphens: i64,
    /// Lines that end in a hyphen behind one that does.
    rows: i64,
    /// The sum of squared slack in square millimetres, last lines left out.
    raggedness: i64,
}

type Breaker = fn(&Prepared, &mut Setter<'_>, &dyn Fn(usize) -> Length) -> Vec<Line>;

fn set_source(breaker: Breaker, hyphenate: bool, width: Length) -> Figures {
    let mut setter = Setter::new(&ASSETS);
    let mut figures = Figures {
        hyphens: 0,
        rows: 0,
        raggedness: 0,
    };
    for text in SOURCE {
        let mut set = paragraph(text, Align::Start);
        set.runs[0].style = Arc::new(TextStyle {
            hyphenate,
            ..text_style("de-DE")
        });
        let prepared = setter.prepare(&set);
        let lines = breaker(&prepared, &mut setter, &|_| width);
        assert_eq!(joined(&prepared, &lines), text);
        for line in &lines[..lines.len() - 1] {
            let slack = (width - line.natural).to_mm();
            assert!(slack >= 0.0, "{line:?}");
            figures.raggedness += (slack * slack) as i64;
            figures.hyphens += i64::from(line.hyphenated);
        }
        let rows = lines.windows(2);
        figures.rows += rows.filter(|two| two.iter().all(|line| line.hyphenated)).count() as i64;
    }
    figures
}

/// Case 3 of typesetting.md in the only wording that can hold. First-fit that divides every word it can comes within a few per
/// cent of the least raggedness there is, at the price of a hyphen in every other line; who asks for less raggedness asks for
/// still more hyphens. First-fit that divides none is ragged beyond bearing. A master setter stands between: far fewer
/// hyphens than the one, a fraction of the other's raggedness, and less than either when all is weighed as the breaker weighs it.
#[test]
fn the_source_text_has_few_hyphens_and_a_quiet_rag() {
    let em = Length::pt(12).to_mm();
    let square_mm = |cost: i64| (cost as f64 / 10_000.0 * em * em) as i64;
    let hyphen = square_mm(demerits::ragged_penalty(demerits::HYPHEN));
    for mm in [50, 60, 70, 80, 85, 90, 100, 120] {
        let width = Length::mm(mm);
        let row = square_mm(demerits::ragged_row(width, Length::pt(12)));
        let weighed = |figures: &Figures| figures.raggedness + figures.hyphens * hyphen + figures.rows * row;
        let ours = set_source(Prepared::break_lines, true, width);
        let dividing = set_source(Prepared::first_fit_lines, true, width);
        let whole = set_source(Prepared::first_fit_lines, false, width);
        let shown = format!("at {mm} mm: {ours:?}, first-fit {dividing:?}, of whole words {whole:?}");
        assert!(ours.hyphens * 2 < dividing.hyphens, "{shown}");
        assert!(ours.raggedness * 5 < whole.raggedness * 4, "{shown}");
        assert!(weighed(&ours) < weighed(&dividing), "{shown}");
        assert!(weighed(&ours) < weighed(&whole), "{shown}");
        assert!(ours.rows * 10 < dividing.rows.max(6) * 3, "{shown}");
    }
}

/// Every subset of the breaks of a short text is weighed, and none is found that costs less than the one that was chosen
/// among far fewer.
#[test]
fn of_all_ways_to_break_the_cheapest_is_found() {
    let mut setter = Setter::new(&ASSETS);
    for (text, widths) in [
        (
            "Um all das geht es uns hier und heute und so oft es geht",
            [25, 32, 40, 55],
        ),
        (
            "Vielfalt in der Punktdienststelle gibt es im Querschnitt",
            [20, 25, 28, 36],
        ),
    ] {
        let prepared = setter.prepare(&paragraph(text, Align::Start));
        let inner = prepared.breakpoints.len() - 1;
        for mm in widths {
            let measure = move |line: usize| Length::mm(mm + 3 * (line as i64 % 2));
            let start = prepared.start(Place::default());
            let em = Length::pt(12);
            let chosen = linebreak::choose(&prepared.breakpoints, &start, &prepared.style, em, &measure);
            let best = (0..1_usize << inner).filter_map(|subset| {
                let breaks = (0..inner).filter(|index| subset >> index & 1 == 1).chain([inner]);
                cost(&prepared, &start, breaks, &measure)
            });
            let ours = cost(&prepared, &start, chosen.into_iter(), &measure);
            assert_eq!(ours, best.min(), "{text} at {mm} mm");
        }
    }
}

/// What these breaks cost as ragged lines; nothing where one is too wide.
fn cost(
    prepared: &Prepared,
    start: &Start,
    breaks: impl Iterator<Item = usize>,
    measure: &dyn Fn(usize) -> Length,
) -> Option<i64> {
    let em = Length::pt(12);
    let manner = Manner::ragged(em, em * demerits::RUNT_EMS);
    let mut way = Way::from(start);
    for index in breaks {
        let point = &prepared.breakpoints[index];
        match manner.assess(&way, point, measure(way.line)) {
            Verdict::Good(cost, look) => way = way.on_to(point, index, 0).costing(cost, look),
            Verdict::TooLoose | Verdict::TooWide(_) => return None,
        }
    }
    Some(way.cost)
}

/// Frames that come later never change lines that stand already.
#[test]
fn the_rest_of_a_paragraph_is_broken_as_the_whole_would_be() {
    let mut setter = Setter::new(&ASSETS);
    for text in SOURCE {
        let prepared = setter.prepare(&paragraph(text, Align::Start));
        let width = |_| Length::mm(70);
        let lines = prepared.break_lines(&mut setter, &width);
        for (number, line) in lines.iter().enumerate().skip(1) {
            let place = Place {
                text: line.text.start,
                line: number,
            };
            let rest = prepared.break_from(&mut setter, place, &width);
            assert_eq!(rest.len(), lines.len() - number);
            assert_eq!(rest.first().map(|line| line.text.start), Some(line.text.start));
        }
    }
}
