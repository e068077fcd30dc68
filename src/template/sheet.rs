//! From a format as it is written to one that can be made: sizes that a press takes, a fold that works, pages that can be stitched.

use super::fold::{Fold, FoldError, FoldKind};
use super::format::{Format, WrittenFormat, WrittenKind, WrittenPages, WrittenPanels, size};
use super::{Paper, Reading};
use crate::diag::{Code, Log, Reported};
use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::style::Language;
use crate::wording::text;

/// The most pages that are stitched: above it a book is glued.
pub const MOST_PAGES: u32 = 128;

/// The format, when it can be made. `last` is the last page that anything of the template stands on.
pub(super) fn format(
    written: &Spanned<WrittenFormat>,
    paper: &Paper,
    language: &Language,
    last: u32,
    log: &mut Log,
) -> Result<Format, Reported> {
    match written.value.kind.value {
        WrittenKind::Folded => folded(written, paper, language, log),
        WrittenKind::Bound => bound(written, language, last, log),
    }
}

/// Sheets are between a stamp and a poster.
fn check_size(size: &Spanned<(Length, Length)>, log: &mut Log) -> Result<(), Reported> {
    let possible = Length::mm(10)..=Length::mm(2000);
    if possible.contains(&size.value.0) && possible.contains(&size.value.1) {
        return Ok(());
    }
    log.error(
        Code::BAD_VALUE,
        size.span,
        text!(
            "a sheet is from 10 mm to 2000 mm wide and high",
            "ein Bogen ist 10 mm bis 2000 mm breit und hoch"
        ),
    );
    Err(Reported)
}

fn needed<'w, T>(field: &str, value: Option<&'w T>, span: Span, log: &mut Log) -> Result<&'w T, Reported> {
    value.ok_or_else(|| {
        let message = text!("this format has no `{field}`", "diesem Format fehlt `{field}`");
        log.error(Code::MISSING_FIELD, span, message)
            .help(text!("add `{field} = ...`", "`{field} = ...` ergänzen"));
        Reported
    })
}

fn folded(
    written: &Spanned<WrittenFormat>,
    paper: &Paper,
    language: &Language,
    log: &mut Log,
) -> Result<Format, Reported> {
    let span = written.span;
    let written = &written.value;
    for (field, there) in [
        ("page", written.page.as_ref().map(|f| f.span)),
        ("pages", written.pages.as_ref().map(|f| f.span)),
    ] {
        if let Some(place) = there {
            log.error(
                Code::UNKNOWN_FIELD,
                place,
                text!(
                    "a folded format has no `{field}`",
                    "ein gefalztes Format hat kein `{field}`"
                ),
            )
            .help(text!(
                "its pages follow from the fold",
                "seine Seiten ergeben sich aus dem Falz"
            ));
        }
    }
    let open = needed("open", written.open.as_ref(), span, log)?;
    check_size(open, log)?;
    let name = needed("fold", written.fold.as_ref(), span, log)?;
    let Some(kind) = FoldKind::from_name(&name.value) else {
        let written = &name.value;
        log.error(
            Code::UNKNOWN_NAME,
            name.span,
            text!("`{written}` is no fold", "`{written}` ist kein Falz"),
        )
        .suggest(&name.value, FoldKind::ALL.iter().map(|kind| kind.name()));
        return Err(Reported);
    };
    let fold = solve(written, open, &name.clone().map(|_| kind), paper, log)?;
    Ok(Format::Folded {
        open: size(open.value),
        fold,
        reading: Reading::of(language),
    })
}

/// The fold, its panels as they are written or worked out from the weight of the paper.
fn solve(
    written: &WrittenFormat,
    open: &Spanned<(Length, Length)>,
    kind: &Spanned<FoldKind>,
    paper: &Paper,
    log: &mut Log,
) -> Result<Fold, Reported> {
    let width = open.value.0;
    let reduction = reduction(written, kind, log)?;
    let solved = |count| {
        let usual = kind.value.default_reduction(paper.weight);
        Fold::solve(kind.value, count, width, reduction.unwrap_or(usual))
    };
    let fold = match written.panels.as_ref().map(|panels| &panels.value) {
        Some(WrittenPanels::Widths(widths)) => Fold::explicit(kind.value, width, widths.clone()),
        Some(WrittenPanels::Count(count)) => solved(*count),
        None => solved(*kind.value.panel_counts().start()),
    };
    fold.map_err(|error| {
        cannot_be_folded(&error, written, open.span, kind, log);
        Reported
    })
}

/// A reduction is at most this: more than any paper asks for, and less than any panel.
const LARGEST_REDUCTION: Length = Length::mm(10);

/// How much narrower than its host a folded-in panel is, where the template says so.
fn reduction(
    written: &WrittenFormat,
    kind: &Spanned<FoldKind>,
    log: &mut Log,
) -> Result<Option<Length>, Reported> {
    let Some(reduction) = &written.reduction else {
        return Ok(None);
    };
    if matches!(kind.value, FoldKind::Half | FoldKind::Zigzag) {
        let name = kind.value.name();
        log.error(
            Code::BAD_VALUE,
            reduction.span,
            text!(
                "the panels of a `{name}` fold are all equal",
                "die Panels eines Falzes `{name}` sind alle gleich"
            ),
        )
        .also(kind.span, text!("the fold", "der Falz"))
        .help(text!("leave `reduction` out", "`reduction` weglassen"));
        return Err(Reported);
    }
    if let Some(panels) = &written.panels
        && matches!(panels.value, WrittenPanels::Widths(_))
    {
        log.error(
            Code::BAD_VALUE,
            reduction.span,
            text!(
                "widths that are written are not made narrower",
                "genannte Breiten werden nicht schmaler gemacht"
            ),
        )
        .also(panels.span, text!("the widths", "die Breiten"))
        .help(text!(
            "leave `reduction` out, or write how many panels there are: `panels = 4`",
            "`reduction` weglassen oder die Zahl der Panels schreiben: `panels = 4`"
        ));
        return Err(Reported);
    }
    if reduction.value < Length::ZERO || reduction.value > LARGEST_REDUCTION {
        log.error(
            Code::BAD_VALUE,
            reduction.span,
            text!(
                "a panel is from 0 mm to 10 mm narrower than the one it is folded into",
                "ein Panel ist 0 mm bis 10 mm schmaler als das, in das es eingefalzt wird"
            ),
        )
        .help(text!(
            "paper up to 135 g/m² takes 1 mm, up to 170 g/m² 2 mm, heavier paper 3 mm",
            "Papier bis 135 g/m² braucht 1 mm, bis 170 g/m² 2 mm, schwereres 3 mm"
        ));
        return Err(Reported);
    }
    Ok(Some(reduction.value))
}

fn cannot_be_folded(
    error: &FoldError,
    written: &WrittenFormat,
    open: Span,
    kind: &Spanned<FoldKind>,
    log: &mut Log,
) {
    let place = written.panels.as_ref().map_or(kind.span, |panels| panels.span);
    let help = text!(
        "leave `panels` out to have their widths worked out from the fold and the weight of the paper",
        "`panels` weglassen; die Breiten werden dann aus dem Falz und dem Gewicht des Papiers berechnet"
    );
    if let FoldError::DoNotSum { .. } = error {
        log.error(Code::PANELS_DO_NOT_SUM, place, error)
            .also(open, text!("the open sheet", "der offene Bogen"))
            .help(help);
    } else {
        log.error(Code::BAD_VALUE, place, error)
            .also(kind.span, text!("the fold", "der Falz"))
            .help(help);
    }
}

fn bound(
    written: &Spanned<WrittenFormat>,
    language: &Language,
    last: u32,
    log: &mut Log,
) -> Result<Format, Reported> {
    let span = written.span;
    let written = &written.value;
    let folded_only = [
        ("open", written.open.as_ref().map(|field| field.span)),
        ("fold", written.fold.as_ref().map(|field| field.span)),
        ("panels", written.panels.as_ref().map(|field| field.span)),
        ("reduction", written.reduction.as_ref().map(|field| field.span)),
    ];
    for (field, place) in folded_only {
        if let Some(place) = place {
            log.error(
                Code::UNKNOWN_FIELD,
                place,
                text!(
                    "a bound format has no `{field}`",
                    "ein geheftetes Format hat kein `{field}`"
                ),
            )
            .help(text!("it has `page` and `pages`", "es hat `page` und `pages`"));
        }
    }
    let page = needed("page", written.page.as_ref(), span, log)?;
    check_size(page, log)?;
    let pages = needed("pages", written.pages.as_ref(), span, log)?;
    let (pages, automatic) = match pages.value {
        WrittenPages::Number(number) => (can_be_stitched(number, pages.span, log)?, false),
        WrittenPages::Auto => (last.clamp(1, MOST_PAGES), true),
    };
    Ok(Format::Bound {
        page: size(page.value),
        pages,
        automatic,
        reading: Reading::of(language),
    })
}

fn can_be_stitched(pages: u32, span: Span, log: &mut Log) -> Result<u32, Reported> {
    if pages > 0 && pages.is_multiple_of(4) && pages <= MOST_PAGES {
        return Ok(pages);
    }
    log.error(
        Code::BAD_VALUE,
        span,
        text!(
            "{pages} pages cannot be stitched",
            "{pages} Seiten lassen sich nicht heften"
        ),
    )
    .help(text!(
        "a stitched brochure has 4, 8, 12 ... up to {MOST_PAGES} pages; `pages = \"auto\"` counts them and fills up",
        "eine geheftete Broschüre hat 4, 8, 12 … bis {MOST_PAGES} Seiten; `pages = \"auto\"` zählt sie und füllt auf"
    ));
    Err(Reported)
}
