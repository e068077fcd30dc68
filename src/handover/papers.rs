//! Ticket and report as documents: what they say stands in tables drawn from a file of data, and how they look in a template of their own.

use super::facts::Facts;
use super::report::report;
use super::ticket::ticket;
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
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Section {
    fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// A table of what is so and how it is.
    pub(super) fn of_pairs(heading: &str, rows: Vec<(&str, String)>) -> Self {
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
        Self {
            heading: heading.to_owned(),
            heads: Vec::new(),
            rows: rows.map(|(what, value)| vec![what.to_owned(), value]).collect(),
        }
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
