//! What only shows when all parts of a template are together.

use super::format::{Format, Grid};
use super::placing::{Spot, Stand, beyond};
use super::style::Marker;
use super::{FigureKind, Template, columns, fit, is_picture, run_on};
use crate::diag::{Code, Log};
use crate::geom::{Length, Point, Rect};
use crate::source::Spanned;

/// Finds stands that are not there, figures and styles that nothing defines, too much ink.
pub(super) fn check(template: &Template, log: &mut Log) {
    for frame in &template.frames {
        check_spot("frame", template, &frame.spot, log);
        columns::check(frame, template, log);
    }
    run_on::check(template, log);
    fit::check_threads(&template.frames, log);
    for ground in &template.grounds {
        check_spot("ground", template, &ground.spot, log);
    }
    for art in &template.art {
        check_spot("figure", template, &art.spot, log);
    }
    for frame in &template.frames {
        for (_, here) in &frame.styles {
            if !template.styles.is_written(&here.value) {
                log.error(
                    Code::UNKNOWN_NAME,
                    here.span,
                    format!("there is no style `{}`", here.value),
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
                log.error(
                    Code::UNKNOWN_NAME,
                    figure.span,
                    format!("there is no figure `{}`", figure.value),
                )
                .suggest(&figure.value, template.figures.names());
            }
            Some(spec) if is_marker != matches!(spec.kind, FigureKind::Roster(_)) => {
                let wanted = if is_marker { "roster" } else { "field" };
                log.error(
                    Code::BAD_VALUE,
                    figure.span,
                    format!("a figure of kind `{wanted}` is wanted here"),
                )
                .also(spec.span, "this is another kind");
            }
            Some(_) => {}
        }
    }
    for (name, color) in template.swatches.iter() {
        let total = color.total_percent();
        if total > template.printer.total_ink {
            let most = template.printer.total_ink;
            log.error(
                Code::TOO_MUCH_INK,
                name.span,
                format!(
                    "`{}` prints {total} % ink, the printer takes {most} %",
                    name.value
                ),
            )
            .help("too much ink does not dry and sets off on the next sheet: take some of each ink away");
        }
    }
}

pub(super) fn check_grid(grid: &Spanned<Grid>, log: &mut Log) {
    let Grid { baseline, first, .. } = &grid.value;
    if *baseline < Length::pt(1) {
        log.error(
            Code::BAD_VALUE,
            grid.span,
            format!("the lines of the baseline grid are {baseline} apart"),
        )
        .help("give `baseline` at least 1 pt; it is usually the leading of the body text");
    }
    if *first < Length::ZERO {
        log.error(
            Code::BAD_VALUE,
            grid.span,
            format!("the first line of the grid is {} above the page", first.abs()),
        )
        .help("`first` is measured from the head of the page down");
    }
}

/// A spot must be there, and where it can be printed.
fn check_spot(what: &str, template: &Template, spot: &Spot, log: &mut Log) {
    let Some(on) = spot.on(&template.format, &template.grid) else {
        let (message, help) = not_there(spot.stand, &template.format);
        log.error(Code::BAD_FRAME, spot.stand_span, message).help(help);
        return;
    };
    if on.rect.size.width < Length::ZERO || on.rect.size.height < Length::ZERO {
        log.error(
            Code::BAD_FRAME,
            spot.span,
            "this is narrower or lower than nothing",
        )
        .help(
            "`size` is width and height; where it is left out, the margins must leave something of the page",
        );
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
        format!("this {what} reaches beyond the bleed: {}", beyond.join(", ")),
    )
    .help("`at` is measured from the top left corner of its panel, page or side");
}

/// What is said of a stand that is not there, and what could be named instead.
fn not_there(stand: Stand, format: &Format) -> (String, String) {
    let instead = match format {
        Format::Folded { fold, .. } => format!("its panels are 1 to {}", fold.panels().len() * 2),
        Format::Bound { pages, .. } => format!("its pages are 1 to {pages}"),
    };
    let message = match (stand, format) {
        (Stand::Panel(number), Format::Folded { .. }) => format!("this fold has no panel {number}"),
        (Stand::Panel(_), Format::Bound { .. }) => "a bound document has pages, not panels".to_owned(),
        (Stand::Page(_), Format::Folded { .. }) => "a folded sheet has panels, not pages".to_owned(),
        (Stand::Page(number), Format::Bound { .. }) => format!("this document has no page {number}"),
        (Stand::Side(_), _) => "a bound document has pages, not sides of a sheet".to_owned(),
    };
    (message, instead)
}
