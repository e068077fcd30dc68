//! The preflight report: what was found, what the press file holds page by page, and how it lies on sheets.

use super::facts::{Facts, SheetsFacts, SideFacts};
use super::papers::Section;
use super::ticket::press_file;
use super::words::Tongue;

pub(super) fn report(facts: &Facts, tongue: Tongue) -> Vec<Section> {
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
            _ if font.damaged => tongue.say("beschädigt", "damaged"),
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
