//! Ticket and report as documents: what they say stands in tables drawn from a file of data, and how they look in a template of their own.

use super::facts::{Facts, PageFacts, PanelFacts, Product, SheetsFacts, SideFacts};
use super::words::Tongue;
use crate::assets::Assets;
use crate::style::Language;

/// How both look.
const TEMPLATE: &str = include_str!("papers.toml");

/// The file of data that a paper draws on.
const DATA: &str = "papers";

/// The one story of a paper.
const STORY: &str = "[[story.text]]\n";

/// A document that goes with a job: the files that it is set from, by their paths in a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its name, as documents have one.
    pub name: String,
    /// Path and text of each of its files.
    pub files: Vec<(String, String)>,
}

/// What papers are set in.
#[derive(Clone, Copy, Debug)]
pub struct Fonts<'f> {
    /// The families, the first wanted first.
    pub families: &'f [&'f str],
    /// All fonts of the job.
    pub assets: &'f Assets,
}

impl Fonts<'_> {
    fn have(&self, character: char) -> bool {
        let fonts = self.assets.fonts();
        fonts.iter().any(|font| font.glyph(character).is_some())
    }
}

/// The job ticket and the preflight report of a job, to be set with the printer's own profile.
#[must_use]
pub fn papers(facts: &Facts, fonts: &Fonts<'_>) -> [Paper; 2] {
    let tongue = Tongue::of(&Language(facts.job.language.as_str().into()));
    let ticket = Text {
        title: format!(
            "{}: {}",
            tongue.say("Auftragszettel", "Job ticket"),
            facts.job.title
        ),
        lead: tongue.say(
            "Zu dieser Auflage gehören die Druckdatei, der Prüfbericht und die Vorschauen in diesem Paket.",
            "The press file, the preflight report and the previews in this package belong to this job.",
        ),
        sections: ticket(facts, tongue),
    };
    let report = Text {
        title: format!(
            "{}: {}",
            tongue.say("Prüfbericht", "Preflight report"),
            facts.file.name
        ),
        lead: tongue.say(
            "Alle Angaben zu Seiten, Platten und Schriften sind aus der fertigen Datei zurückgelesen.",
            "What is said of pages, plates and fonts was read back from the finished file.",
        ),
        sections: report(facts, tongue),
    };
    [("ticket", ticket), ("preflight", report)]
        .map(|(name, text)| text.as_document(name, facts, tongue, fonts))
}

/// What a paper says.
struct Text<'t> {
    title: String,
    lead: &'t str,
    sections: Vec<Section>,
}

/// A heading and a table below it.
struct Section {
    heading: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Section {
    fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// A table of what is so and how it is.
    fn of_pairs(heading: &str, rows: Vec<(&str, String)>) -> Self {
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
        Self {
            heading: heading.to_owned(),
            heads: Vec::new(),
            rows: rows.map(|(what, value)| vec![what.to_owned(), value]).collect(),
        }
    }
}

fn ticket(facts: &Facts, tongue: Tongue) -> Vec<Section> {
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

fn press_file(facts: &Facts, tongue: Tongue) -> Section {
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

fn report(facts: &Facts, tongue: Tongue) -> Vec<Section> {
    let mut sections = vec![
        found(facts, tongue),
        press_file(facts, tongue),
        pages(facts, tongue),
        fonts(facts, tongue),
    ];
    if let Some(on_sheets) = &facts.sheets {
        sections.push(sheets(on_sheets, tongue));
        sections.extend((!on_sheets.sides.is_empty()).then(|| sides(&on_sheets.sides, tongue)));
    }
    sections
}

fn sheets(sheets: &SheetsFacts, tongue: Tongue) -> Section {
    let [across, down] = sheets.pieces;
    let creep = if sheets.creep_mm > 0.0 {
        tongue.millimetres(sheets.creep_mm)
    } else {
        String::new()
    };
    Section::of_pairs(
        tongue.say("Druckbogen im Haus", "Sheets for printing in the house"),
        vec![
            (tongue.say("Bogenformat", "Sheet"), tongue.size(sheets.sheet_mm)),
            (
                tongue.say("Nutzen", "Pieces on a sheet"),
                format!("{} ({across} × {down})", across * down),
            ),
            (
                tongue.say("Wenden über", "Turned about"),
                match sheets.flip {
                    "long-edge" => tongue.say("die lange Kante", "the long edge"),
                    _ => tongue.say("die kurze Kante", "the short edge"),
                }
                .to_owned(),
            ),
            (
                tongue.say("Verdrängung, innerster Bogen", "Creep of the innermost sheet"),
                creep,
            ),
        ],
    )
}

fn sides(sides: &[SideFacts], tongue: Tongue) -> Section {
    let page = |label: &Option<String>| label.clone().unwrap_or_else(|| "–".to_owned());
    let rows = sides.iter().map(|side| {
        vec![
            side.sheet.to_string(),
            match side.side {
                "front" => tongue.say("vorn", "front"),
                _ => tongue.say("hinten", "back"),
            }
            .to_owned(),
            page(&side.left),
            page(&side.right),
            tongue.millimetres(side.shift_mm),
        ]
    });
    Section {
        heading: tongue
            .say("Seiten auf den Bogen", "Pages on the sheets")
            .to_owned(),
        heads: [
            ("Bogen", "Sheet"),
            ("Seite", "Side"),
            ("links", "left"),
            ("rechts", "right"),
            ("zum Bund verschoben um", "shifted towards the spine by"),
        ]
        .map(|(german, english)| tongue.say(german, english).to_owned())
        .into(),
        rows: rows.collect(),
    }
}

fn found(facts: &Facts, tongue: Tongue) -> Section {
    let text =
        |finding: &serde_json::Value, field: &str| finding[field].as_str().unwrap_or_default().to_owned();
    let rows: Vec<Vec<String>> = facts
        .findings
        .list
        .iter()
        // What would be good to have is for whoever writes, not for whoever prints.
        .filter(|finding| finding["severity"] != "hint")
        .map(|finding| {
            let first = &finding["places"][0];
            let place = match (first["path"].as_str(), first["line"].as_u64()) {
                (Some(path), Some(line)) => format!("{path}:{line}"),
                _ => text(finding, "path"),
            };
            vec![
                tongue.severity(&text(finding, "severity")).to_owned(),
                text(finding, "message"),
                place,
            ]
        })
        .collect();
    let heading = tongue.say("Befund", "Findings").to_owned();
    if rows.is_empty() {
        return Section::of_pairs(
            &heading,
            vec![(
                tongue.say("Ergebnis", "Result"),
                tongue
                    .say("Nichts zu beanstanden.", "Nothing to complain about.")
                    .to_owned(),
            )],
        );
    }
    Section {
        heading,
        heads: [("Art", "Kind"), ("Was", "What"), ("Wo", "Where")]
            .map(|(german, english)| tongue.say(german, english).to_owned())
            .into(),
        rows,
    }
}

fn pages(facts: &Facts, tongue: Tongue) -> Section {
    let rows = facts.file.pages.iter().map(|page| {
        vec![
            tongue.page(&page.name),
            tongue.size(page.trim_mm),
            tongue.edges(page.bleed_mm),
            tongue.listed(page.plates.iter().map(|plate| tongue.plate(plate))),
        ]
    });
    Section {
        heading: tongue.say("Seiten", "Pages").to_owned(),
        heads: [
            ("Seite", "Page"),
            ("Endformat", "Trim"),
            ("Beschnitt", "Bleed"),
            ("Platten", "Plates"),
        ]
        .map(|(german, english)| tongue.say(german, english).to_owned())
        .into(),
        rows: rows.collect(),
    }
}

fn fonts(facts: &Facts, tongue: Tongue) -> Section {
    let rows = facts.file.fonts.iter().map(|font| {
        let how = match (font.embedded, font.subset) {
            (true, true) => tongue.say("eingebettet, Untergruppe", "embedded, subset"),
            (true, false) => tongue.say("eingebettet", "embedded"),
            (false, _) => tongue.say("nicht eingebettet", "not embedded"),
        };
        vec![font.name.clone(), how.to_owned()]
    });
    Section {
        heading: tongue.say("Schriften", "Fonts").to_owned(),
        heads: Vec::new(),
        rows: rows.collect(),
    }
}

impl Text<'_> {
    /// The files of the document.
    fn as_document(&self, name: &str, facts: &Facts, tongue: Tongue, fonts: &Fonts<'_>) -> Paper {
        let families: Vec<String> = fonts
            .families
            .iter()
            .map(|family| quoted(family, fonts))
            .collect();
        let template = TEMPLATE.replace("\"FAMILIES\"", &format!("[{}]", families.join(", ")));
        Paper {
            name: name.to_owned(),
            files: vec![
                (
                    format!("content/{name}.toml"),
                    self.content(name, facts, tongue, fonts),
                ),
                (format!("content/{DATA}.toml"), self.data(fonts)),
                (format!("templates/{name}.toml"), template),
            ],
        }
    }

    fn content(&self, name: &str, facts: &Facts, tongue: Tongue, fonts: &Fonts<'_>) -> String {
        let quoted = |text: &str| quoted(text, fonts);
        let mut content = format!(
            "[document]\ntitle = {}\ntemplate = {}\nlanguage = {}\ndate = {}\nprinter = {}\ndata = [\"{DATA}.toml\"]\n\n",
            quoted(&self.title),
            quoted(name),
            quoted(tongue.tag()),
            quoted(&facts.job.date),
            quoted(&facts.printer.name),
        );
        content += &format!("{STORY}heading = \"{{{DATA}.title}}\"\nlevel = 1\n\n");
        content += &format!("{STORY}text = {}\nstyle = \"lead\"\n\n", quoted(self.lead));
        for (number, section) in self.sections.iter().enumerate() {
            content += &format!("{STORY}heading = {}\n\n", quoted(&section.heading));
            content += &format!("{STORY}table = \"{DATA}.s{number}\"\ncolumns = [\n");
            for column in 0..section.columns() {
                let head = section.heads.get(column);
                let head = head.map_or(String::new(), |head| format!("head = {}, ", quoted(head)));
                let width = match (column, section.columns()) {
                    (0, 2) => ", width = \"45 mm\", row-head = true",
                    // The last takes what the others leave, so that all tables end at one edge.
                    (last, count) if last + 1 == count => ", share = 1",
                    _ => "",
                };
                content += &format!("  {{ {head}field = \"c{column}\"{width} }},\n");
            }
            content += "]\n\n";
        }
        content
    }

    fn data(&self, fonts: &Fonts<'_>) -> String {
        let mut data = format!("title = {}\n\n", quoted(&self.title, fonts));
        for (number, section) in self.sections.iter().enumerate() {
            for row in &section.rows {
                data += &format!("[[s{number}]]\n");
                for (column, cell) in row.iter().enumerate() {
                    data += &format!("c{column} = {}\n", quoted(cell, fonts));
                }
                data += "\n";
            }
        }
        data
    }
}

/// A TOML string of what can be set. JSON's escapes are among TOML's; control characters have nothing to say on paper.
fn quoted(text: &str, fonts: &Fonts<'_>) -> String {
    let printable = text.chars().map(|character| match character {
        control if control.is_control() => ' ',
        known if fonts.have(known) => known,
        _ => '?',
    });
    serde_json::Value::String(printable.collect()).to_string()
}
