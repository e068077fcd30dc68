//! Figures that have a dot for each record of the data and no room for all of them: a picture of six members with five dots says what is not so.

use super::Pass;
use crate::diag::Code;
use crate::figure::{Field, Network};
use crate::source::Span;
use crate::template::{FieldSpec, FigureSpec};
use crate::wording::text;

/// Warns where a figure of so many dots shows fewer. One whose small dots fill what is left is not counted by anybody.
pub(super) fn check(
    name: &str,
    spec: &FigureSpec,
    field: &FieldSpec,
    drawn: (&Field, &Network),
    origin: Option<Span>,
    pass: &mut Pass<'_, '_>,
) {
    let counts_records = field.sizes.iter().any(|(_, count)| count.is_none());
    if field.fill.is_some() || !counts_records {
        return;
    }
    let (asked, network) = drawn;
    let sizes = asked.sizes.iter().map(|size| size.count as usize);
    let wanted = asked.foci.len() + sizes.sum::<usize>();
    let shown = network.dots.len();
    if shown >= wanted {
        return;
    }
    let finding = pass.log.warning(
        Code::CROWDED_FIGURE,
        spec.span,
        text!(
            "the figure `{name}` has room for {shown} of its {wanted} dots",
            "die Abbildung `{name}` hat nur für {shown} ihrer {wanted} Punkte Platz"
        ),
    );
    finding.help(text!(
        "make its dots or their `spacing` smaller, or what it is drawn in larger; another `variant` throws them elsewhere",
        "ihre Punkte oder deren Abstand (`spacing`) verkleinern oder die Fläche vergrößern; eine andere `variant` verteilt sie anders"
    ));
    if let Some(origin) = origin {
        finding.also(origin, text!("it is drawn here", "hier wird sie gezeichnet"));
    }
}
