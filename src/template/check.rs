//! What only shows when all parts of a template are together.

use super::format::{Format, Grid};
use super::placing::{Placed, Spot, Stand, beyond};
use super::style::Marker;
use super::{FigureKind, Template, columns, fit, is_picture, run_on};
use crate::diag::{Code, Log};
use crate::geom::{Length, Point, Rect};
use crate::source::Spanned;
use crate::wording::{Text, number, text};

/// Finds stands that are not there, figures and styles that nothing defines, too much ink.
pub(super) fn check(template: &Template, log: &mut Log) {
    for frame in &template.frames {
        check_spot(Placed::Frame, template, &frame.spot, log);
        columns::check(frame, template, log);
    }
    run_on::check(template, log);
    fit::check_threads(&template.frames, log);
    for ground in &template.grounds {
        check_spot(Placed::Ground, template, &ground.spot, log);
    }
    for art in &template.art {
        check_spot(Placed::Figure, template, &art.spot, log);
    }
    for frame in &template.frames {
        for (_, here) in &frame.styles {
            if !template.styles.is_written(&here.value) {
                let style = &here.value;
                log.error(
                    Code::UNKNOWN_NAME,
                    here.span,
                    text!("there is no style `{style}`", "den Stil `{style}` gibt es nicht"),
                )
                .suggest(&here.value, template.styles.names());
            }
        }
    }
    let markers = template
        .styles
        .iter()
        .filter_map(|(_, style)| match &style.marker {
            Marker::Figure(figure) => Some((figure, true)),
            _ => None,
        });
    let is_generated =
        |(figure, is_marker): &(&Spanned<String>, bool)| *is_marker || !is_picture(&figure.value);
    let art = template.art.iter().map(|art| (&art.figure, false));
    for (figure, is_marker) in art.chain(markers).filter(is_generated) {
        match template.figures.get(&figure.value) {
            None => {
                let name = &figure.value;
                log.error(
                    Code::UNKNOWN_NAME,
                    figure.span,
                    text!(
                        "there is no figure `{name}`",
                        "die Abbildung `{name}` gibt es nicht"
                    ),
                )
                .suggest(&figure.value, template.figures.names());
            }
            Some(spec) if is_marker != matches!(spec.kind, FigureKind::Roster(_)) => {
                let wanted = if is_marker { "roster" } else { "field" };
                log.error(
                    Code::BAD_VALUE,
                    figure.span,
                    text!(
                        "a figure of kind `{wanted}` is wanted here",
                        "hier soll eine Abbildung der Art `{wanted}` stehen"
                    ),
                )
                .also(
                    spec.span,
                    text!("this is another kind", "das ist eine andere Art"),
                );
            }
            Some(_) => {}
        }
    }
    for (name, color) in template.swatches.iter() {
        let total = color.total_percent();
        if total > template.printer.total_ink {
            let swatch = &name.value;
            log.error(
                Code::TOO_MUCH_INK,
                name.span,
                text!(
                    "`{swatch}` prints {total} % ink, the printer takes {most} %",
                    "`{swatch}` druckt mit {total} % Farbauftrag, die Druckerei nimmt höchstens {most} %";
                    total = number(total), most = number(template.printer.total_ink)
                ),
            )
            .help(text!(
                "too much ink does not dry and sets off on the next sheet: take some of each ink away",
                "zu viel Farbe trocknet nicht und legt sich auf dem nächsten Bogen ab: von jeder Farbe etwas wegnehmen"
            ));
        }
    }
}

pub(super) fn check_grid(grid: &Spanned<Grid>, log: &mut Log) {
    let Grid { baseline, first, .. } = &grid.value;
    if *baseline < Length::pt(1) {
        log.error(
            Code::BAD_VALUE,
            grid.span,
            text!(
                "the lines of the baseline grid are {baseline} apart",
                "die Linien des Grundlinienrasters haben einen Abstand von {baseline}";
                baseline = *baseline
            ),
        )
        .help(text!(
            "give `baseline` at least 1 pt; it is usually the leading of the body text",
            "`baseline` auf mindestens 1 pt setzen; üblich ist der Zeilenabstand des Grundtexts"
        ));
    }
    if *first < Length::ZERO {
        log.error(
            Code::BAD_VALUE,
            grid.span,
            text!(
                "the first line of the grid is {above} above the page",
                "die erste Linie des Grundlinienrasters liegt {above} über der Seite";
                above = first.abs()
            ),
        )
        .help(text!(
            "`first` is measured from the head of the page down",
            "`first` wird vom oberen Rand der Seite nach unten gemessen"
        ));
    }
}

/// A spot must be there, and where it can be printed.
fn check_spot(what: Placed, template: &Template, spot: &Spot, log: &mut Log) {
    let Some(on) = spot.on(&template.format, &template.grid) else {
        let (message, help) = not_there(spot.stand, &template.format);
        log.error(Code::BAD_FRAME, spot.stand_span, message).help(help);
        return;
    };
    if on.rect.size.width < Length::ZERO || on.rect.size.height < Length::ZERO {
        log.error(
            Code::BAD_FRAME,
            spot.span,
            text!(
                "this is narrower or lower than nothing",
                "dies ist schmaler oder niedriger als nichts"
            ),
        )
        .help(text!(
            "`size` is width and height; where it is left out, the margins must leave something of the page",
            "`size` ist Breite und Höhe; wo es fehlt, müssen die Ränder etwas von der Seite übrig lassen"
        ));
        return;
    }
    // What reaches into the bleed is wanted; what lies beyond it cannot be printed.
    let bleed = template.printer.bleed;
    let sheet = Rect::new(Point::ORIGIN, template.format.trim()).outset(bleed);
    let beyond = beyond(on.rect, sheet);
    if beyond.is_empty() {
        return;
    }
    log.error(
        Code::BAD_FRAME,
        spot.span,
        text!(
            "this {what} reaches beyond the bleed: {edges}",
            "{what} ragt über den Beschnitt hinaus: {edges}";
            what = what.this(), edges = Text::joined(&beyond, ", ")
        ),
    )
    .help(text!(
        "`at` is measured from the top left corner of its panel, page or side",
        "`at` wird von der linken oberen Ecke des Panels, der Seite oder der Bogenseite gemessen"
    ));
}

/// What is said of a stand that is not there, and what could be named instead.
fn not_there(stand: Stand, format: &Format) -> (Text, Text) {
    let instead = match format {
        Format::Folded { fold, .. } => {
            let last = fold.panels().len() * 2;
            text!("its panels are 1 to {last}", "es gibt die Panels 1 bis {last}")
        }
        Format::Bound { pages, .. } => {
            text!("its pages are 1 to {pages}", "es gibt die Seiten 1 bis {pages}")
        }
    };
    let message = match (stand, format) {
        (Stand::Panel(number), Format::Folded { .. }) => text!(
            "this fold has no panel {number}",
            "dieser Falz hat kein Panel {number}"
        ),
        (Stand::Panel(_), Format::Bound { .. }) => text!(
            "a bound document has pages, not panels",
            "ein geheftetes Dokument hat Seiten, keine Panels"
        ),
        (Stand::Page(_), Format::Folded { .. }) => text!(
            "a folded sheet has panels, not pages",
            "ein gefalzter Bogen hat Panels, keine Seiten"
        ),
        (Stand::Page(number), Format::Bound { .. }) => text!(
            "this document has no page {number}",
            "dieses Dokument hat keine Seite {number}"
        ),
        (Stand::Side(_), _) => text!(
            "a bound document has pages, not sides of a sheet",
            "ein geheftetes Dokument hat Seiten, keine Bogenseiten"
        ),
    };
    (message, instead)
}
