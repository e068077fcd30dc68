//! Lines without foresight, each taking all that it can: a quick bound for how many lines there will be, and the manner of
//! setting that ours is measured against.

use super::breakpoints::Breakpoint;
use super::linebreak::Start;
use super::measures::Measures;
use super::opportunities::BreakKind;

/// The breakpoints that end lines, in order; the last always does.
pub(super) fn first_fit(points: &[Breakpoint], start: &Start, measures: &mut Measures<'_>) -> Vec<usize> {
    let (mut chosen, mut line, mut from) = (Vec::new(), start.line, start.x);
    let (mut index, mut fitting, mut emergency) = (start.point, None::<usize>, None::<usize>);
    while let Some(point) = points.get(index) {
        let is_emergency = point.kind == BreakKind::Emergency;
        if point.end - from > measures.available(line)
            && !(is_emergency && fitting.is_some())
            && let Some(last) = fitting.take().or(emergency)
        {
            emergency = None;
            chosen.push(last);
            from = points[last].start;
            line += 1;
            index = last + 1;
            continue;
        }
        *(if is_emergency {
            &mut emergency
        } else {
            &mut fitting
        }) = Some(index);
        if point.kind == BreakKind::Forced {
            chosen.push(index);
            from = point.start;
            line += 1;
            (fitting, emergency) = (None, None);
        }
        index += 1;
    }
    chosen
}
