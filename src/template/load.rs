//! From a template's file to a template: every name checked, every style worked out, the fold solved, the printer's wishes read.

use schemars::JsonSchema;
use serde::Deserialize;

use super::check::{check, check_grid};
use super::columns::WrittenColumns;
use super::figure::WrittenFigure;
use super::fit::Fit;
use super::format::{Format, Grid, WrittenFormat};
use super::furniture::{Art, Ground, Running, WrittenArt, WrittenGround, WrittenRunning, is_picture};
use super::placing::{FrameSpec, NoStand, Placed, Spot, Stand, Vertical, WrittenFrame, area, stand};
use super::printer::{self, Printer};
use super::protrusion::{Protrusions, WrittenProtrusion};
use super::sheet::format;
use super::style::{Styles, WrittenCharacter, WrittenStyle};
use super::swatch::{Swatches, WrittenSwatch};
use super::{Template, figure, style};
use crate::diag::{Code, Log, Reported};
use crate::geom::Rect;
use crate::project::{Project, ReadError};
use crate::source::{Named, SourceId, Span, Spanned, decode};
use crate::style::{Fitting, FocalPoint, Language};
use crate::wording::{Text, text};

/// How a document may look: a file in `templates/`. It knows no content beyond the names of stories.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(title = "faltwerk: a template")]
pub(super) struct TemplateFile {
    /// What is made: a sheet that is folded, or pages that are stitched.
    format: Spanned<WrittenFormat>,
    /// The baseline grid, and the margins that hold unless a frame says otherwise.
    grid: Spanned<Grid>,
    /// Inks by name, `[swatch]`, one a line: what lies on the plates, in per cent.
    #[serde(default)]
    #[schemars(extend("maxProperties" = MOST_OF_A_KIND))]
    swatch: Named<Spanned<WrittenSwatch>>,
    /// Styles of paragraphs by name, a table `[style.NAME]` for each.
    #[serde(default)]
    #[schemars(extend("maxProperties" = MOST_OF_A_KIND))]
    style: Named<Spanned<WrittenStyle>>,
    /// Styles of words in paragraphs by name, a table `[character.NAME]` for each. `strong`, `emphasis` and `link` are always there: they are
    /// what CommonMark's marks look like.
    #[serde(default)]
    #[schemars(extend("maxProperties" = MOST_OF_A_KIND))]
    character: Named<Spanned<WrittenCharacter>>,
    /// Optical margins by name, a table `[protrusion.NAME]` for each: for each sign, in quotes, what hangs out of the measure at the start and
    /// at the end of a line, in per cent of its width.
    #[serde(default)]
    #[schemars(schema_with = "super::schema::protrusions")]
    protrusion: Named<WrittenProtrusion>,
    /// Where stories run: a table `[[frame]]` for each. Frames of one story are a thread, in the order of the file.
    #[serde(default)]
    #[schemars(length(max = MOST_OF_A_KIND))]
    frame: Vec<Spanned<WrittenFrame>>,
    /// Coloured grounds, the lowest first: a table `[[ground]]` for each.
    #[serde(default)]
    #[schemars(length(max = MOST_OF_A_KIND))]
    ground: Vec<Spanned<WrittenGround>>,
    /// Decorative figures and pictures, above the grounds: a table `[[art]]` for each.
    #[serde(default)]
    #[schemars(length(max = MOST_OF_A_KIND))]
    art: Vec<Spanned<WrittenArt>>,
    /// Running heads and folios: a table `[[running]]` for each.
    #[serde(default)]
    #[schemars(length(max = MOST_OF_A_KIND))]
    running: Vec<Spanned<WrittenRunning>>,
    /// Generated figures by name, a table `[figure.NAME]` for each.
    #[serde(default)]
    #[schemars(extend("maxProperties" = MOST_OF_A_KIND))]
    figure: Named<Spanned<WrittenFigure>>,
}

/// The most that a template may have of each kind of thing: eight for each page of the thickest brochure.
pub(super) const MOST_OF_A_KIND: usize = 1_000;

/// A running head is a line: so many bytes fit no page.
const LONGEST_RUNNING: usize = 1_000;

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
    let source = read(project, &path, name, &text!("template", "die Vorlage"), log)?;
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
    let mut printer = printer?;
    if let Some(paper) = &file.format.value.paper {
        // The printer's usual paper, in the weight that this format asks for.
        printer::check_weight(paper, log);
        printer.paper.weight = paper.value;
    }
    let format = format(&file.format, &printer.paper, language, last_page(&file), log);
    check_grid(&file.grid, log);
    log.stop_if_worse_than(before)?;
    let template = resolve(file, name, format?, printer, log);
    check(&template, log);
    log.stop_if_worse_than(before)?;
    Ok(template)
}

fn read(
    project: &mut Project,
    path: &str,
    name: &Spanned<String>,
    what: &Text,
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
            ReadError::Missing | ReadError::NoFile => Code::MISSING_FILE,
            ReadError::Outside | ReadError::NoName => Code::BAD_VALUE,
            _ => Code::BROKEN_TOML,
        };
        let message = text!(
            "the {what} `{path}` cannot be read: {why}",
            "{what} `{path}` lässt sich nicht lesen: {why}"; what, why = error.text()
        );
        let finding = log.error(code, name.span, message);
        if let Some(help) = error.help() {
            finding.help(help);
        } else if error.is_about_the_name() {
            finding.suggest(&name.value, known);
        }
        Reported
    })
}

fn check_counts(file: &TemplateFile, log: &mut Log) -> Result<(), Reported> {
    let before = log.errors();
    let span = file.format.span;
    for (what, count) in [
        (text!("swatches", "Farbfelder"), file.swatch.iter().count()),
        (text!("styles", "Stile"), file.style.iter().count()),
        (
            text!("character styles", "Zeichenstile"),
            file.character.iter().count(),
        ),
        (
            text!("protrusions", "Randausgleiche"),
            file.protrusion.iter().count(),
        ),
        (text!("frames", "Rahmen"), file.frame.len()),
        (text!("grounds", "Farbflächen"), file.ground.len()),
        (text!("decorative figures", "Schmuckabbildungen"), file.art.len()),
        (text!("running heads", "Kolumnentitel"), file.running.len()),
        (text!("figures", "Abbildungen"), file.figure.iter().count()),
    ] {
        let has = text!("this template has {count} {what}", "diese Vorlage hat {count} {what}"; what);
        at_most(MOST_OF_A_KIND, &has, count, span, log);
    }
    log.stop_if_worse_than(before)
}

/// The last page that anything stands on.
fn last_page(file: &TemplateFile) -> u32 {
    let frames = file.frame.iter().map(|frame| &frame.value.page);
    let grounds = file.ground.iter().map(|ground| &ground.value.page);
    let art = file.art.iter().map(|art| &art.value.page);
    let pages = frames.chain(grounds).chain(art).flatten();
    pages.map(|page| page.value).max().unwrap_or_default()
}

/// Says so where there are more of something than can be meant; `has` is a clause, `this frame has 3000 styles`.
pub(super) fn at_most(most: usize, has: &Text, count: usize, span: Span, log: &mut Log) {
    if count > most {
        let message = text!("{has}, the most are {most}", "{has}, höchstens {most} sind möglich"; has);
        log.error(Code::BAD_VALUE, span, message);
    }
}

fn load_printer(
    project: &mut Project,
    name: &Spanned<String>,
    is_usual: bool,
    log: &mut Log,
) -> Result<Printer, Reported> {
    let path = Project::path_of("templates/printers", &format!("{}.toml", name.value));
    let what = text!("printer's file", "die Datei der Druckerei");
    let source = read(project, &path, name, &what, log).inspect_err(|_| {
        if is_usual && let Some(finding) = log.last() {
            finding.label(text!(
                "no `printer` is named here, so the standard is meant",
                "hier ist kein `printer` genannt, also ist der Standard gemeint"
            ));
        }
    })?;
    printer::load(&name.value, source, &project.sources.file(source).text, log)
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
    let protrusions = Protrusions::resolve(&file.protrusion, log);
    let styles = style::resolve(&file.style, &swatches, &protrusions, log);
    let characters = style::resolve_characters(&file.character, &swatches, log);
    style::check_links(&file.style, &file.character, log);
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
        characters,
        figures,
        printer,
    }
}

fn spot(
    what: Placed,
    found: Result<Spanned<Stand>, NoStand>,
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
            let help = if what == Placed::Frame {
                text!(
                    "name one `panel` or one `page`",
                    "ein `panel` oder eine `page` nennen"
                )
            } else {
                text!(
                    "name one `panel`, one `page` or one `side`",
                    "ein `panel`, eine `page` oder eine `side` nennen"
                )
            };
            let place = match place {
                NoStand::Nowhere => text!("nowhere", "nirgends"),
                NoStand::TwoPlaces => text!("at two places", "an zwei Orten"),
            };
            let message =
                text!("this {what} stands {place}", "{what} steht {place}"; what = what.this(), place);
            log.error(Code::BAD_FRAME, span, message).help(help);
            None
        }
    }
}

fn frame_spec(written: Spanned<WrittenFrame>, log: &mut Log) -> Option<FrameSpec> {
    let frame = written.value;
    let styles = frame.styles.iter().count();
    let has = text!(
        "this frame has {styles} styles",
        "dieser Rahmen hat {styles} Stile"
    );
    at_most(MOST_OF_A_KIND, &has, styles, written.span, log);
    let found = stand(frame.panel.as_ref(), frame.page.as_ref(), None);
    let columns = WrittenColumns {
        count: frame.columns,
        gutter: frame.gutter,
        balance: frame.balance,
    };
    let columns = columns.resolve(log);
    let fit = frame.fit.and_then(|fit| Fit::resolve(fit, log));
    Some(FrameSpec {
        spot: spot(
            Placed::Frame,
            found,
            area(frame.at, frame.size),
            written.span,
            log,
        )?,
        story: frame.story,
        styles: frame
            .styles
            .into_iter()
            .map(|(usual, here)| (usual.value, here))
            .collect(),
        at_foot: frame.vertical == Vertical::Foot,
        runs_on: frame
            .run_on
            .filter(|run_on| run_on.value)
            .map(|run_on| run_on.span),
        columns,
        fit,
    })
}

fn ground(written: &Spanned<WrittenGround>, swatches: &Swatches, log: &mut Log) -> Option<Ground> {
    let ground = &written.value;
    let found = stand(ground.panel.as_ref(), ground.page.as_ref(), ground.side.as_ref());
    let fill = swatches.find(&ground.fill, log);
    Some(Ground {
        spot: spot(
            Placed::Ground,
            found,
            area(ground.at, ground.size),
            written.span,
            log,
        )?,
        fill: fill?,
    })
}

fn art(written: &Spanned<WrittenArt>, log: &mut Log) -> Option<Art> {
    let art = &written.value;
    let found = stand(art.panel.as_ref(), art.page.as_ref(), art.side.as_ref());
    Some(Art {
        spot: spot(Placed::Figure, found, area(art.at, art.size), written.span, log)?,
        figure: art.figure.clone(),
        fit: art.fit.as_ref().map_or(Fitting::Cover, |fit| fit.value),
        focus: focus(art, log),
    })
}

/// What must stay visible of a picture; generated figures have neither that nor a fit.
fn focus(art: &WrittenArt, log: &mut Log) -> FocalPoint {
    let fields = [
        ("fit", art.fit.as_ref().map(|fit| fit.span)),
        ("focus", art.focus.as_ref().map(|focus| focus.span)),
    ];
    if !is_picture(&art.figure.value) {
        for (field, span) in fields {
            if let Some(span) = span {
                let figure = &art.figure.value;
                let message = text!(
                    "`{figure}` is a generated figure, which has no `{field}`",
                    "`{figure}` ist eine erzeugte Abbildung; sie hat kein `{field}`"
                );
                log.error(Code::BAD_VALUE, span, message).help(text!(
                    "pictures have it, whose names have an ending, as in `photo.jpg`",
                    "Bilder haben es; deren Namen haben eine Endung, wie in `photo.jpg`"
                ));
            }
        }
        return FocalPoint::default();
    }
    let Some(focus) = &art.focus else {
        return FocalPoint::default();
    };
    FocalPoint::from_percent(focus.value).unwrap_or_else(|| {
        let message = text!(
            "this place lies outside the picture",
            "diese Stelle liegt außerhalb des Bildes"
        );
        log.error(Code::BAD_VALUE, focus.span, message).help(text!(
            "`focus` is per cent of the picture's width and height, from the top left corner",
            "`focus` sind Prozent von Breite und Höhe des Bildes, von der linken oberen Ecke aus"
        ));
        FocalPoint::default()
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
            let number = page.value;
            log.error(
                Code::BAD_VALUE,
                page.span,
                text!("there is no page {number}", "es gibt keine Seite {number}"),
            )
            .help(text!(
                "this document has pages 1 to {most}",
                "dieses Dokument hat die Seiten 1 bis {most}"
            ));
        } else if !pages.contains(&page.value) {
            pages.push(page.value);
        }
    }
    if line.text.value.len() > LONGEST_RUNNING {
        log.error(
            Code::BAD_VALUE,
            line.text.span,
            text!(
                "this running head is longer than any line",
                "dieser Kolumnentitel ist länger als jede Zeile"
            ),
        );
    }
    if !styles.is_written(&line.style.value) {
        let style = &line.style.value;
        log.error(
            Code::UNKNOWN_NAME,
            line.style.span,
            text!("there is no style `{style}`", "den Stil `{style}` gibt es nicht"),
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
