//! faltwerk sets folded flyers and stitched brochures from TOML: one source, an accessible PDF for the screen and a press PDF for the
//! printer.
//!
//! Everything turns about the [`scene::Scene`], a finished document that knows no file format. [`compose`] makes one; [`emit`] turns it into
//! files. The modules are a ladder, each using only the rungs below its own; `tests/architecture.rs` holds them to it.

pub mod assets;
pub mod checks;
pub mod color;
pub mod content;
pub mod diag;
pub mod emit;
pub mod figure;
pub mod geom;
pub mod handover;
pub mod impose;
pub mod layout;
mod preflight;
pub mod project;
pub mod scene;
pub mod schema;
pub mod source;
pub mod story;
pub mod style;
pub mod template;
pub mod text;
pub mod verify;
pub mod wording;

use std::collections::BTreeSet;
use std::sync::Arc;

use assets::{Assets, Ready, Wanted, WantedPicture, WantedProfile};
use content::Document;
use diag::{Code, Diagnostic, Log, Reported, Severity};
use emit::{Edition, Product};
use handover::{Fonts, Job, Paper};
use layout::{FrameFill, Set};
use project::Project;
use scene::Scene;
use story::Stories;
use style::Language;
use template::{Intent, PdfX, Printer, Template};
use wording::{Text, text};

/// A document that was set: its scene, and what an edition needs beside it.
#[derive(Debug)]
pub struct Composed {
    /// The finished document.
    pub scene: Scene,
    /// How full its frames are.
    pub fills: Vec<FrameFill>,
    /// Its fonts and the printer's profile.
    pub assets: Assets,
    /// The template it was set in.
    pub template: Template,
    /// How many copies are wanted, if the content says so.
    pub run: Option<u32>,
    /// The codes of what was found of it, none of which stopped it.
    pub told: BTreeSet<Code>,
}

/// Sets one document: content and template go in, a finished scene comes out.
///
/// # Errors
/// When anything about the document is wrong; all that was found is in the log.
pub fn compose(project: &mut Project, name: &str, log: &mut Log) -> Result<Composed, Reported> {
    let before = log.errors();
    let found_before = log.findings().len();
    let checks = checks::load(project, log);
    let Ok(content) = content::load(project, name, log) else {
        // The template is looked at all the same, so that mistakes in both show in one run.
        if let Some(document) = content::glance(project, name) {
            let _ = load_template(project, &document, log);
        }
        return Err(Reported);
    };
    let about = story::about(&content, log);
    let template = load_template(project, &content.document.value, log)?;
    // Content and fonts are both looked at before stopping, so that a mistake in each shows both.
    let stories = story::bind(&content, &template, log);
    let assets = assets::load(
        project,
        wanted_profile(&template.printer),
        &families(&template),
        &pictures(&template, stories.as_ref().ok()),
        ready(&template.printer),
        log,
    );
    let (stories, assets) = (stories?, assets?);
    log.stop_if_worse_than(before)?;
    let Set { scene, fills } = layout::compose(&about, &stories, &template, &assets, log)?;
    verify::scene(&scene, &stories.stories, log)?;
    verify::creep(&scene, &template.printer, log);
    verify::inks(&scene, &template, log)?;
    verify::folds(&scene, &template, log);
    verify::printable(&scene, &assets, &template.printer, log)?;
    let document = verify::Finished {
        scene: &scene,
        stories: &stories,
        template: &template,
        assets: &assets,
        language: content.document.value.language.span,
    };
    verify::access(document, checks.profile, log);
    log.stop_if_worse_than(before)?;
    Ok(Composed {
        scene,
        fills,
        assets,
        template,
        run: content.document.value.run,
        told: log
            .findings()
            .iter()
            .skip(found_before)
            .map(|finding| finding.code)
            .collect(),
    })
}

/// Makes the files of an edition, and judges them as they are written.
///
/// # Errors
/// When they cannot be made, or must not go out; the reasons are in the log.
pub fn products(composed: &Composed, edition: Edition, log: &mut Log) -> Result<Vec<Product>, Reported> {
    let before = log.errors();
    let printer = &composed.template.printer;
    let products = emit::products(&composed.scene, &composed.assets, printer, edition, log)?;
    preflight::judge(edition, printer, &composed.told, &products, log);
    log.stop_if_worse_than(before)?;
    Ok(products)
}

/// Everything that goes to a printer in one zip file: the press file, a job ticket to read, a preflight report for people and for programs,
/// and pictures with trim, bleed and folds. `findings` are those of this document.
///
/// # Errors
/// When something of it cannot be made; the reason is in the log.
pub fn hand_over(
    project: &Project,
    composed: &Composed,
    press: &Product,
    findings: &[Diagnostic],
    log: &mut Log,
) -> Result<Product, Reported> {
    let Composed {
        scene,
        assets,
        template,
        ..
    } = composed;
    let name = &scene.about.name;
    let job = Job {
        scene,
        template,
        run: composed.run,
        file: &press.name,
        bytes: &press.bytes,
    };
    let facts = handover::gather(job, findings, &project.sources)
        .map_err(|reason| cannot_hand_over(name, &reason, log))?;
    let mut families: Vec<&str> = families(template)
        .iter()
        .filter_map(|wanted| {
            let known = assets.families();
            known
                .into_iter()
                .find(|family| family.eq_ignore_ascii_case(&wanted.family))
        })
        .collect();
    families.extend(assets.families());
    let fonts = Fonts {
        families: &families,
        assets,
    };
    let mut files = vec![(press.name.clone(), press.bytes.clone())];
    for paper in handover::papers(&facts, &fonts) {
        let file = format!("{name}.{}.pdf", paper.name);
        let bytes = set_paper(project, paper, &template.printer)
            .map_err(|reason| cannot_hand_over(name, &reason, log))?;
        files.push((file, bytes));
    }
    let mut listed = serde_json::to_string_pretty(&facts).unwrap_or_default();
    listed.push('\n');
    files.push((format!("{name}.preflight.json"), listed.into_bytes()));
    for picture in emit::overlays(scene, assets, &template.printer, log)? {
        files.push((format!("previews/{}", picture.name), picture.bytes));
    }
    let bytes =
        handover::zip(&files, scene.about.date).map_err(|reason| cannot_hand_over(name, &reason, log))?;
    Ok(Product {
        name: format!("{name}.package.zip"),
        bytes,
    })
}

/// Sets a ticket or a report: for reading, so as a screen PDF.
fn set_paper(project: &Project, paper: Paper, printer: &Printer) -> Result<Vec<u8>, Text> {
    let name = paper.name;
    let mut project = project.with(paper.files);
    let mut log = Log::new();
    let set = compose(&mut project, &name, &mut log).and_then(|mut composed| {
        // Pages that only fill a stitched sheet are no use to who reads.
        composed.scene.pages.retain(|page| !page.items.is_empty());
        emit::products(
            &composed.scene,
            &composed.assets,
            printer,
            Edition::Screen,
            &mut log,
        )
    });
    match set {
        Ok(mut products) if !products.is_empty() => Ok(products.swap_remove(0).bytes),
        _ => {
            let reasons = log
                .findings()
                .iter()
                .filter(|finding| finding.severity == Severity::Error);
            let first = reasons.map(|finding| finding.message.clone()).next();
            let reason = first.unwrap_or_else(|| text!("nobody knows why", "niemand weiß, warum"));
            Err(text!(
                "its {name} cannot be set: {reason}",
                "das zugehörige Dokument `{name}` lässt sich nicht setzen: {reason}"; reason
            ))
        }
    }
}

fn cannot_hand_over(name: &str, reason: &Text, log: &mut Log) -> Reported {
    log.error_in_file(
        Code::CANNOT_WRITE,
        name,
        text!("the package for the printer cannot be made: {reason}", "das Paket für die Druckerei lässt sich nicht machen: {reason}"; reason),
    );
    Reported
}

fn load_template(project: &mut Project, document: &Document, log: &mut Log) -> Result<Template, Reported> {
    let language = Language(document.language.value.as_str().into());
    template::load(
        project,
        &document.template,
        document.printer.as_ref(),
        &language,
        log,
    )
}

/// The profile of a printer's condition. PDF 1.4, which PDF/X-1a and PDF/X-3 are built on, knows no profiles of version 4.
#[must_use]
pub fn wanted_profile(printer: &Printer) -> WantedProfile<'_> {
    WantedProfile {
        file: &printer.condition.profile,
        source: printer.condition.source.as_deref(),
        newest: if printer.pdfx == PdfX::X4 { 4 } else { 2 },
    }
}

/// Every picture that a document shows, each once.
fn pictures(template: &Template, stories: Option<&Stories>) -> Vec<WantedPicture> {
    let art = template
        .art
        .iter()
        .map(|art| (art.figure.value.as_str(), art.figure.span));
    let art = art.filter(|(name, _)| template::is_picture(name));
    let mut pictures: Vec<WantedPicture> = Vec::new();
    for (name, span) in art.chain(stories.into_iter().flat_map(Stories::pictures)) {
        if pictures.iter().all(|known| known.name != name) {
            pictures.push(WantedPicture {
                name: name.to_owned(),
                span,
            });
        }
    }
    pictures
}

/// What a printer asks of pictures.
const fn ready(printer: &Printer) -> Ready {
    Ready {
        intent: match printer.pictures.intent {
            Intent::Relative => assets::Intent::Relative,
            Intent::Perceptual => assets::Intent::Perceptual,
        },
        total_ink: printer.total_ink,
        finest: printer.pictures.finest,
        transparency: matches!(printer.pdfx, PdfX::X4),
    }
}

/// Every font family that a template asks for, each once, with the style that asks first, in all weights that a style asks for:
/// words may be bold in the midst of any style.
fn families(template: &Template) -> Vec<Wanted> {
    let styles = || template.styles.iter().map(|(_, style)| style);
    let characters = || template.characters.iter().map(|(_, style)| style);
    let weights: BTreeSet<u16> = styles()
        .map(|style| style.text.weight)
        .chain(characters().filter_map(|style| style.weight))
        .collect();
    let asked = styles()
        .map(|style| (&style.text.families, style.font_span))
        .chain(characters().filter_map(|style| Some((style.families.as_ref()?, style.font_span?))));
    let mut families: Vec<Wanted> = Vec::new();
    for (wanted, span) in asked {
        for family in wanted {
            if families.iter().all(|known| known.family != *family) {
                families.push(Wanted {
                    family: Arc::clone(family),
                    weights: weights.iter().copied().collect(),
                    span,
                });
            }
        }
    }
    families
}
