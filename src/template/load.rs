//! From a template's file to a template: every name checked, every style worked out, the fold solved, the printer's wishes read.

use serde::Deserialize;

use super::figure::WrittenFigure;
use super::fold::{Fold, FoldError, FoldKind, Reading};
use super::format::{Format, Grid, WrittenFormat, WrittenKind, size};
use super::furniture::{Art, Ground, Running, WrittenArt, WrittenGround, WrittenRunning};
use super::placing::{FrameSpec, Spot, Stand, Vertical, WrittenFrame, area, beyond, stand};
use super::printer::{Printer, WrittenPrinter};
use super::style::{Marker, Styles, WrittenStyle};
use super::swatch::{Swatches, WrittenSwatch};
use super::{FigureKind, Template, figure, style};
use crate::diag::{Code, Log, Reported};
use crate::geom::{Length, Point, Rect, Sides};
use crate::project::{Project, ReadError};
use crate::source::{Named, SourceId, Span, Spanned, decode};
use crate::style::Language;

/// A template's file as it is written.
#[derive(Debug, Deserialize)]
struct TemplateFile {
    format: Spanned<WrittenFormat>,
    grid: Spanned<Grid>,
    #[serde(default)]
    swatch: Named<WrittenSwatch>,
    #[serde(default)]
    style: Named<Spanned<WrittenStyle>>,
    #[serde(default)]
    frame: Vec<Spanned<WrittenFrame>>,
    #[serde(default)]
    ground: Vec<Spanned<WrittenGround>>,
    #[serde(default)]
    art: Vec<Spanned<WrittenArt>>,
    #[serde(default)]
    running: Vec<Spanned<WrittenRunning>>,
    #[serde(default)]
    figure: Named<Spanned<WrittenFigure>>,
}

/// The most pages that are stitched: above it a book is glued.
const MOST_PAGES: u32 = 128;

/// The most that a template may have of each kind of thing: eight for each page of the thickest brochure.
const MOST_OF_A_KIND: usize = 1_000;

/// A running head is a line: so many bytes fit no page.
const LONGEST_RUNNING: usize = 1_000;

/// A printer asks for no more around the trim: beyond a hand's breadth a sheet is another format.
const WIDEST_BLEED: Length = Length::mm(100);

/// Loads a template for a document in `language`, with the printer that the document asks for, else the template's own.
///
/// # Errors
/// When a file is missing or malformed, or a name in it refers to nothing; all is in the log.
pub fn load(
    project: &mut Project,
    name: &Spanned<String>,
    printer: Option<&Spanned<String>>,
    language: &Language,
    log: &mut Log,
) -> Result<Template, Reported> {
    let before = log.errors();
    let path = format!("templates/{}.toml", name.value);
    let source = read(project, &path, name, "template", log)?;
    let decoded = decode::<TemplateFile>(source, &project.sources.file(source).text);
    log.faults(&decoded.faults);
    // The printer's file is looked at even when something here is wrong, so that mistakes in both show in one run.
    let file = decoded.value.or(decoded.salvaged).ok_or(Reported)?;
    check_counts(&file, log)?;
    let usual = Spanned::new("standard".to_owned(), file.format.span);
    let wanted = printer
        .or(file.format.value.printer.as_ref())
        .unwrap_or(&usual)
        .clone();
    let is_usual = wanted.span == usual.span;
    let printer = load_printer(project, &wanted, is_usual, log);
    log.stop_if_worse_than(before)?;
    let format = format(&file.format, language, log);
    check_grid(&file.grid, log);
    log.stop_if_worse_than(before)?;
    let template = resolve(file, name, format?, printer?, log);
    check(&template, log);
    log.stop_if_worse_than(before)?;
    Ok(template)
}

fn read(
    project: &mut Project,
    path: &str,
    name: &Spanned<String>,
    what: &str,
    log: &mut Log,
) -> Result<SourceId, Reported> {
    project.read_text(path).map_err(|error| {
        let (folder, _) = path.rsplit_once('/').unwrap_or_default();
        let files = project.files(folder, &["toml"]);
        let prefix = format!("{folder}/");
        let known: Vec<&str> = files
            .iter()
            .filter_map(|file| file.strip_prefix(&prefix)?.strip_suffix(".toml"))
            .filter(|name| !name.contains('/'))
            .collect();
        let code = match error {
            ReadError::Missing => Code::MISSING_FILE,
            ReadError::Outside => Code::BAD_VALUE,
            ReadError::TooLarge(_) | ReadError::NotText(_) | ReadError::Refused(_) => Code::BROKEN_TOML,
        };
        let finding = log.error(
            code,
            name.span,
            format!("the {what} `{path}` cannot be read: {error}"),
        );
        if matches!(error, ReadError::NotText(_)) {
            finding.help("save it in the encoding UTF-8");
        } else {
            finding.suggest(&name.value, known);
        }
        Reported
    })
}

fn check_counts(file: &TemplateFile, log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    let span = file.format.span;
    for (what, count) in [
        ("swatches", file.swatch.iter().count()),
        ("styles", file.style.iter().count()),
        ("frames", file.frame.len()),
        ("grounds", file.ground.len()),
        ("decorative figures", file.art.len()),
        ("running heads", file.running.len()),
        ("figures", file.figure.iter().count()),
    ] {
        at_most(
            MOST_OF_A_KIND,
            &format!("template has {count} {what}"),
            count,
            span,
            log,
        );
    }
    log.stop_if_worse_than(before)
}

/// Says so where there are more of something than can be meant.
pub(super) fn at_most(most: usize, what: &str, count: usize, span: Span, log: &mut Log) {
    if count > most {
        log.error(Code::BAD_VALUE, span, format!("this {what}, the most are {most}"));
    }
}

fn load_printer(
    project: &mut Project,
    name: &Spanned<String>,
    is_usual: bool,
    log: &mut Log,
) -> Result<Printer, Reported> {
    let path = format!("templates/printers/{}.toml", name.value);
    let source = read(project, &path, name, "printer's file", log).inspect_err(|_| {
        if is_usual && let Some(finding) = log.last() {
            finding.label("no `printer` is named here, so the standard is meant");
        }
    })?;
    let decoded = decode::<WrittenPrinter>(source, &project.sources.file(source).text);
    log.faults(&decoded.faults);
    let written = decoded.value.ok_or(Reported)?;
    let before = log.errors();
    for (what, length) in [("bleed", &written.bleed), ("safe", &written.safe)] {
        if !(Length::ZERO..=WIDEST_BLEED).contains(&length.value) {
            let most = WIDEST_BLEED.to_mm().round();
            log.error(
                Code::BAD_VALUE,
                length.span,
                format!("`{what}` is from 0 mm to {most} mm"),
            );
        }
    }
    log.stop_if_worse_than(before)?;
    Ok(Printer {
        name: name.value.clone(),
        bleed: Sides::all(written.bleed.value),
        safe: written.safe.value,
        condition: written.output,
        total_ink: written.total_ink,
    })
}

fn format(written: &Spanned<WrittenFormat>, language: &Language, log: &mut Log) -> Result<Format, Reported> {
    match written.value.kind.value {
        WrittenKind::Folded => folded(written, language, log),
        WrittenKind::Bound => bound(written, log),
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
        "a sheet is from 10 mm to 2000 mm wide and high",
    );
    Err(Reported)
}

fn needed<'w, T>(field: &str, value: Option<&'w T>, span: Span, log: &mut Log) -> Result<&'w T, Reported> {
    value.ok_or_else(|| {
        log.error(Code::MISSING_FIELD, span, format!("this format has no `{field}`"))
            .help(format!("add `{field} = ...`"));
        Reported
    })
}

fn folded(written: &Spanned<WrittenFormat>, language: &Language, log: &mut Log) -> Result<Format, Reported> {
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
                format!("a folded format has no `{field}`"),
            )
            .help("its pages follow from the fold");
        }
    }
    let open = needed("open", written.open.as_ref(), span, log)?;
    check_size(open, log)?;
    let name = needed("fold", written.fold.as_ref(), span, log)?;
    let Some(kind) = FoldKind::from_name(&name.value) else {
        log.error(
            Code::UNKNOWN_NAME,
            name.span,
            format!("`{}` is no fold", name.value),
        )
        .suggest(&name.value, FoldKind::ALL.iter().map(|kind| kind.name()));
        return Err(Reported);
    };
    let width = open.value.0;
    let fold = match &written.panels {
        Some(panels) => Fold::explicit(kind, width, panels.value.clone()),
        None => {
            let paper = written.paper.as_ref().map_or(135, |paper| paper.value);
            Fold::solve(
                kind,
                *kind.panel_counts().start(),
                width,
                kind.default_reduction(paper),
            )
        }
    };
    let fold = fold.map_err(|error| {
        let place = written.panels.as_ref().map_or(name.span, |panels| panels.span);
        let help =
            "leave `panels` out to have their widths worked out from the fold and the weight of the paper";
        if let FoldError::DoNotSum { .. } = error {
            log.error(Code::PANELS_DO_NOT_SUM, place, error.to_string())
                .also(open.span, "the open sheet")
                .help(help);
        } else {
            log.error(Code::BAD_VALUE, place, error.to_string())
                .also(name.span, "the fold")
                .help(help);
        }
        Reported
    })?;
    Ok(Format::Folded {
        open: size(open.value),
        fold,
        reading: Reading::of(language),
    })
}

fn bound(written: &Spanned<WrittenFormat>, log: &mut Log) -> Result<Format, Reported> {
    let span = written.span;
    let written = &written.value;
    let folded_only = [
        ("open", written.open.as_ref().map(|field| field.span)),
        ("fold", written.fold.as_ref().map(|field| field.span)),
        ("panels", written.panels.as_ref().map(|field| field.span)),
    ];
    for (field, place) in folded_only {
        if let Some(place) = place {
            log.error(
                Code::UNKNOWN_FIELD,
                place,
                format!("a bound format has no `{field}`"),
            )
            .help("it has `page` and `pages`");
        }
    }
    let page = needed("page", written.page.as_ref(), span, log)?;
    check_size(page, log)?;
    let pages = needed("pages", written.pages.as_ref(), span, log)?;
    if pages.value == 0 || pages.value % 4 != 0 || pages.value > MOST_PAGES {
        log.error(
            Code::BAD_VALUE,
            pages.span,
            format!("{} pages cannot be stitched", pages.value),
        )
        .help(format!(
            "a stitched brochure has 4, 8, 12 ... up to {MOST_PAGES} pages"
        ));
        return Err(Reported);
    }
    Ok(Format::Bound {
        page: size(page.value),
        pages: pages.value,
    })
}

fn resolve(
    file: TemplateFile,
    name: &Spanned<String>,
    format: Format,
    printer: Printer,
    log: &mut Log,
) -> Template {
    let span = file.format.span;
    let swatches = Swatches::resolve(&file.swatch, log);
    let styles = style::resolve(&file.style, &swatches, log);
    let figures = figure::resolve(file.figure, &swatches, log);
    Template {
        name: name.value.clone(),
        span,
        frames: file
            .frame
            .into_iter()
            .filter_map(|frame| frame_spec(frame, log))
            .collect(),
        grounds: file
            .ground
            .into_iter()
            .filter_map(|written| ground(&written, &swatches, log))
            .collect(),
        art: file
            .art
            .into_iter()
            .filter_map(|written| art(&written, log))
            .collect(),
        running: file
            .running
            .into_iter()
            .filter_map(|written| running(written, &styles, &format, log))
            .collect(),
        format,
        grid: file.grid.value,
        swatches,
        styles,
        figures,
        printer,
    }
}

fn spot(
    what: &str,
    found: Result<Spanned<Stand>, &'static str>,
    area: Option<Rect>,
    span: Span,
    log: &mut Log,
) -> Option<Spot> {
    match found {
        Ok(stand) => Some(Spot {
            stand: stand.value,
            area,
            span,
            stand_span: stand.span,
        }),
        Err(place) => {
            // Stories run through panels and pages; what lies behind them may take a whole side.
            let stands = if what == "frame" {
                "one `panel` or one `page`"
            } else {
                "one `panel`, one `page` or one `side`"
            };
            log.error(Code::BAD_FRAME, span, format!("this {what} stands {place}"))
                .help(format!("name {stands}"));
            None
        }
    }
}

fn frame_spec(written: Spanned<WrittenFrame>, log: &mut Log) -> Option<FrameSpec> {
    let frame = written.value;
    let styles = frame.styles.iter().count();
    at_most(
        MOST_OF_A_KIND,
        &format!("frame has {styles} styles"),
        styles,
        written.span,
        log,
    );
    let found = stand(frame.panel.as_ref(), frame.page.as_ref(), None);
    Some(FrameSpec {
        spot: spot("frame", found, area(frame.at, frame.size), written.span, log)?,
        story: frame.story,
        styles: frame
            .styles
            .into_iter()
            .map(|(usual, here)| (usual.value, here))
            .collect(),
        at_foot: frame.vertical == Vertical::Foot,
    })
}

fn ground(written: &Spanned<WrittenGround>, swatches: &Swatches, log: &mut Log) -> Option<Ground> {
    let ground = &written.value;
    let found = stand(ground.panel.as_ref(), ground.page.as_ref(), ground.side.as_ref());
    let fill = swatches.find(&ground.fill, log);
    Some(Ground {
        spot: spot("ground", found, area(ground.at, ground.size), written.span, log)?,
        fill: fill?,
    })
}

fn art(written: &Spanned<WrittenArt>, log: &mut Log) -> Option<Art> {
    let art = &written.value;
    let found = stand(art.panel.as_ref(), art.page.as_ref(), art.side.as_ref());
    Some(Art {
        spot: spot("figure", found, area(art.at, art.size), written.span, log)?,
        figure: art.figure.clone(),
    })
}

fn running(
    written: Spanned<WrittenRunning>,
    styles: &Styles,
    format: &Format,
    log: &mut Log,
) -> Option<Running> {
    let line = written.value;
    let most = format.page_count();
    let mut pages: Vec<u32> = Vec::new();
    for page in &line.pages {
        if !(1..=most).contains(&(page.value as usize)) {
            log.error(
                Code::BAD_VALUE,
                page.span,
                format!("there is no page {}", page.value),
            )
            .help(format!("this document has pages 1 to {most}"));
        } else if !pages.contains(&page.value) {
            pages.push(page.value);
        }
    }
    if line.text.value.len() > LONGEST_RUNNING {
        log.error(
            Code::BAD_VALUE,
            line.text.span,
            "this running head is longer than any line",
        );
    }
    if !styles.is_written(&line.style.value) {
        log.error(
            Code::UNKNOWN_NAME,
            line.style.span,
            format!("there is no style `{}`", line.style.value),
        )
        .suggest(&line.style.value, styles.names());
        return None;
    }
    Some(Running {
        pages,
        text: line.text,
        style: line.style.value.as_str().into(),
        side: line.side,
        baseline: line.baseline,
    })
}

/// What only shows when all parts are together: stands that are not there, figures and styles that nothing defines, too much ink.
fn check(template: &Template, log: &mut Log) {
    for frame in &template.frames {
        check_spot("frame", template, &frame.spot, log);
    }
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
    for (figure, is_marker) in template.art.iter().map(|art| (&art.figure, false)).chain(markers) {
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
        let total = color.as_cmyk().total_percent();
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

fn check_grid(grid: &Spanned<Grid>, log: &mut Log) {
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
