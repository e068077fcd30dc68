//! The job ticket: what is made, on what, with which inks, from which file, and how often.

use super::facts::{Facts, PageFacts, PanelFacts, Product};
use super::papers::Section;
use super::words::Tongue;

pub(super) fn ticket(facts: &Facts, tongue: Tongue) -> Vec<Section> {
    vec![
        job(facts, tongue),
        product(facts, tongue),
        paper(facts, tongue),
        colours(facts, tongue),
        press_file(facts, tongue),
    ]
}

fn job(facts: &Facts, tongue: Tongue) -> Section {
    let job = &facts.job;
    let to_be_written = "______________________";
    let run = job.run.map_or(to_be_written.to_owned(), |run| {
        format!("{} {}", run, tongue.say("Stück", "copies"))
    });
    Section::of_pairs(
        tongue.say("Auftrag", "Job"),
        vec![
            (tongue.say("Titel", "Title"), job.title.clone()),
            (tongue.say("Kurzname", "Name"), job.name.clone()),
            (tongue.say("Stand", "Edition of"), job.date.clone()),
            (
                tongue.say("Verantwortlich", "Responsible"),
                job.author.clone().unwrap_or_default(),
            ),
            (tongue.say("Auflage", "Run"), run),
        ],
    )
}

fn product(facts: &Facts, tongue: Tongue) -> Section {
    let heading = tongue.say("Produkt", "Product");
    let product = &facts.product;
    let open = tongue.say("Offenes Format", "Open size");
    let closed = tongue.say("Endformat, geschlossen", "Finished size, closed");
    let extent = tongue.say("Umfang", "Extent");
    let counted = |pages: usize| format!("{pages} {}", tongue.say("Seiten", "pages"));
    let rows = match product {
        Product::Folded {
            open_mm,
            closed_mm,
            fold,
            pages,
            outside,
            inside,
        } => vec![
            (
                tongue.say("Art", "Kind"),
                tongue
                    .say(
                        "Faltblatt, ein Bogen, beidseitig",
                        "folded sheet, printed on both sides",
                    )
                    .to_owned(),
            ),
            (open, tongue.size(*open_mm)),
            (closed, tongue.size(*closed_mm)),
            (extent, counted(*pages)),
            (
                tongue.say("Falz", "Fold"),
                format!(
                    "{}, {} {}",
                    tongue.fold(fold, product),
                    outside.len() - 1,
                    tongue.say("parallele Brüche", "parallel creases"),
                ),
            ),
            (
                tongue.say("Außen, von links", "Outside, from left"),
                panels(outside, tongue),
            ),
            (
                tongue.say("Innen, von links", "Inside, from left"),
                panels(inside, tongue),
            ),
        ],
        Product::Bound {
            open_mm,
            closed_mm,
            pages,
            blank,
        } => vec![
            (
                tongue.say("Art", "Kind"),
                tongue
                    .say(
                        "Broschüre, Rückstichheftung, 2 Klammern",
                        "brochure, saddle-stitched, 2 staples",
                    )
                    .to_owned(),
            ),
            (open, tongue.size(*open_mm)),
            (closed, tongue.size(*closed_mm)),
            (
                extent,
                format!(
                    "{}, {}",
                    counted(*pages),
                    tongue.say("Umschlag eingeschlossen", "cover included")
                ),
            ),
            (
                tongue.say("Vakatseiten", "Blank pages"),
                if blank.is_empty() {
                    String::new()
                } else {
                    blank.join(", ")
                },
            ),
        ],
    };
    Section::of_pairs(heading, rows)
}

fn panels(panels: &[PanelFacts], tongue: Tongue) -> String {
    let said = panels.iter().map(|panel| {
        format!(
            "{} {} ({})",
            tongue.say("Seite", "page"),
            panel.page,
            tongue.millimetres(panel.width_mm)
        )
    });
    tongue.listed(said)
}

fn paper(facts: &Facts, tongue: Tongue) -> Section {
    let paper = &facts.paper;
    Section::of_pairs(
        tongue.say("Papier", "Paper"),
        vec![
            (
                tongue.say("Sorte", "Stock"),
                paper.name.clone().unwrap_or_default(),
            ),
            (
                tongue.say("Gewicht", "Weight"),
                format!("{} g/m²", paper.grams_per_square_metre),
            ),
            (
                tongue.say("Dicke eines Blattes", "Thickness of a sheet"),
                tongue.millimetres(paper.thickness_mm),
            ),
        ],
    )
}

fn colours(facts: &Facts, tongue: Tongue) -> Section {
    let mut rows = match &facts.product {
        Product::Folded { .. } => facts
            .file
            .pages
            .iter()
            .map(|page| (tongue.page(&page.name), said_plates(page, tongue)))
            .collect(),
        Product::Bound { .. } => {
            let mut all: Vec<&str> = Vec::new();
            for plate in facts.file.pages.iter().flat_map(|page| &page.plates) {
                if !all.contains(&plate.as_str()) {
                    all.push(plate);
                }
            }
            let said = all.iter().map(|plate| tongue.plate(plate));
            vec![(
                tongue.say("Alle Seiten", "All pages").to_owned(),
                tongue.listed(said),
            )]
        }
    };
    let printer = &facts.printer;
    rows.push((
        tongue.say("Bedingung", "Condition").to_owned(),
        printer.condition.clone(),
    ));
    rows.push((
        tongue
            .say("Höchster Farbauftrag der Farben", "Highest ink of the colours")
            .to_owned(),
        format!(
            "{} % ({} {} %)",
            tongue.number(printer.highest_ink),
            tongue.say("erlaubt sind", "allowed are"),
            tongue.number(printer.total_ink)
        ),
    ));
    Section {
        heading: tongue.say("Farben", "Colours").to_owned(),
        heads: Vec::new(),
        rows: rows.into_iter().map(|(what, value)| vec![what, value]).collect(),
    }
}

fn said_plates(page: &PageFacts, tongue: Tongue) -> String {
    // Registration marks are on every plate that there is, so they need none of their own.
    let plates: Vec<&String> = page.plates.iter().filter(|plate| *plate != "All").collect();
    format!(
        "{} ({})",
        plates.len(),
        tongue.listed(plates.iter().map(|plate| tongue.plate(plate)))
    )
}

pub(super) fn press_file(facts: &Facts, tongue: Tongue) -> Section {
    let file = &facts.file;
    let printer = &facts.printer;
    Section::of_pairs(
        tongue.say("Druckdatei", "Press file"),
        vec![
            (tongue.say("Datei", "File"), file.name.clone()),
            (
                tongue.say("Norm", "Standard"),
                format!("{}, PDF {}", file.standard, file.version),
            ),
            (tongue.say("Beschnitt", "Bleed"), tongue.edges(printer.bleed_mm)),
            (
                tongue.say("Sicherheitsabstand", "Safe area"),
                tongue.millimetres(printer.safe_mm),
            ),
            (
                tongue.say("Marken", "Marks"),
                tongue.listed(printer.marks.iter().map(|mark| tongue.mark(mark))),
            ),
            (
                tongue.say("Prüfung", "Preflight"),
                format!(
                    "{}, {} {}",
                    tongue.say("keine Fehler", "no errors"),
                    facts.findings.warnings,
                    if facts.findings.warnings == 1 {
                        tongue.say("Warnung", "warning")
                    } else {
                        tongue.say("Warnungen", "warnings")
                    }
                ),
            ),
        ],
    )
}
