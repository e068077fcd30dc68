//! What a printer is handed over: one zip file with all that there is to know, true of the very press file that is in it.

#![allow(clippy::unwrap_used, reason = "a test that fails may say so")]

mod common;

use std::io::{Cursor, Read};

use common::Sandbox;
use serde_json::{Value, json};

/// The files of a package, by their paths in it.
struct Package(zip::ZipArchive<Cursor<Vec<u8>>>);

impl Package {
    fn of(project: &Sandbox, document: &str) -> Self {
        let ran = project.run(&["build", document, "--edition", "press", "--package"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert_eq!(
            ran.stdout,
            format!("output/{document}.press.pdf\noutput/{document}.package.zip\n")
        );
        let bytes = project.read(&format!("output/{document}.package.zip"));
        Self(zip::ZipArchive::new(Cursor::new(bytes)).unwrap())
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .0
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        names.sort();
        names
    }

    fn read(&mut self, name: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    }

    fn facts(&mut self, document: &str) -> Value {
        serde_json::from_slice(&self.read(&format!("{document}.preflight.json"))).unwrap()
    }
}

#[test]
fn a_package_holds_the_press_file_ticket_report_and_previews() {
    let project = Sandbox::shipped();
    let mut package = Package::of(&project, "flyer");
    assert_eq!(
        package.names(),
        [
            "flyer.preflight.json",
            "flyer.preflight.pdf",
            "flyer.press.pdf",
            "flyer.ticket.pdf",
            "previews/flyer-inside.png",
            "previews/flyer-outside.png",
        ]
    );
    assert!(package.read("flyer.press.pdf") == project.read("output/flyer.press.pdf"));
}

#[test]
fn the_report_is_read_from_the_press_file() {
    let project = Sandbox::shipped();
    let facts = Package::of(&project, "flyer").facts("flyer");
    assert_eq!(facts["product"]["open_mm"], json!([297.0, 210.0]));
    assert_eq!(facts["product"]["closed_mm"], json!([100.0, 210.0]));
    assert_eq!(facts["product"]["fold"], "letter");
    let widths = |side: &str| {
        let panels = facts["product"][side].as_array().unwrap().iter();
        panels
            .map(|panel| panel["width_mm"].as_f64().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(widths("outside"), [97.0, 100.0, 100.0]);
    assert_eq!(widths("inside"), [100.0, 100.0, 97.0]);
    let bytes = project.read("output/flyer.press.pdf").len();
    assert_eq!(facts["file"]["bytes"], json!(bytes));
    assert_eq!(facts["file"]["condition"], "FOGRA39");
    for page in facts["file"]["pages"].as_array().unwrap() {
        assert_eq!(page["trim_mm"], json!([297.0, 210.0]));
        assert_eq!(page["bleed_mm"], json!([3.0, 3.0, 3.0, 3.0]));
        assert_eq!(page["plates"], json!(["Cyan", "Magenta", "Yellow", "Black"]));
    }
    let fonts = facts["file"]["fonts"].as_array().unwrap();
    assert!(!fonts.is_empty());
    assert!(
        fonts
            .iter()
            .all(|font| font["embedded"] == true && font["subset"] == true)
    );
    assert_eq!(facts["findings"]["warnings"], 0);
}

#[test]
fn a_brochure_tells_its_pages_and_the_run_that_is_wanted() {
    let project = Sandbox::shipped();
    project.replace("content/brochure.toml", "[document]", "[document]\nrun = 5000");
    let facts = Package::of(&project, "brochure").facts("brochure");
    assert_eq!(facts["job"]["run"], 5000);
    assert_eq!(facts["product"]["kind"], "bound");
    assert_eq!(facts["product"]["closed_mm"], json!([148.0, 210.0]));
    assert_eq!(facts["product"]["open_mm"], json!([296.0, 210.0]));
    assert_eq!(facts["product"]["pages"], 12);
    assert_eq!(facts["file"]["pages"].as_array().unwrap().len(), 12);
    let sides: Vec<(&Value, &Value)> = facts["sheets"]["sides"]
        .as_array()
        .unwrap()
        .iter()
        .map(|side| (&side["left"], &side["right"]))
        .collect();
    let wanted = [
        ("12", "1"),
        ("2", "11"),
        ("10", "3"),
        ("4", "9"),
        ("8", "5"),
        ("6", "7"),
    ];
    assert_eq!(sides.len(), wanted.len());
    for ((left, right), (wanted_left, wanted_right)) in sides.into_iter().zip(wanted) {
        assert_eq!((left, right), (&json!(wanted_left), &json!(wanted_right)));
    }
}

#[test]
fn a_spot_ink_has_a_plate_of_its_own_in_the_report() {
    let project = Sandbox::of("herbarium");
    project.replace(
        "templates/leaflet.toml",
        "leaf = { cmyk = [80, 30, 100, 30] }",
        "leaf = { spot = \"PANTONE 349 C\", cmyk = [80, 30, 100, 30] }",
    );
    let facts = Package::of(&project, "leaflet").facts("leaflet");
    let plates: Vec<&Value> = facts["file"]["pages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|page| page["plates"].as_array().unwrap())
        .collect();
    assert!(
        plates.iter().any(|plate| **plate == "PANTONE 349 C"),
        "{plates:?}"
    );
    assert_eq!(facts["job"]["name"], "leaflet");
}

#[test]
fn the_same_job_gives_the_same_package() {
    let bytes = || {
        let project = Sandbox::of("herbarium");
        Package::of(&project, "leaflet");
        project.read("output/leaflet.package.zip")
    };
    assert!(bytes() == bytes());
}

#[test]
fn findings_of_one_document_are_not_told_of_another() {
    let project = Sandbox::shipped();
    let ran = project.run(&["build", "--edition", "press", "--package"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    for document in ["flyer", "brochure"] {
        let bytes = project.read(&format!("output/{document}.package.zip"));
        let mut package = Package(zip::ZipArchive::new(Cursor::new(bytes)).unwrap());
        let facts = package.facts(document);
        for finding in facts["findings"]["list"].as_array().unwrap() {
            let place = finding["places"][0]["path"].as_str().unwrap();
            // What both documents draw on is told of both.
            let own = format!("content/{document}.toml");
            assert!(
                [own.as_str(), "content/networks.toml"].contains(&place),
                "{place}"
            );
        }
    }
}

#[test]
fn the_findings_in_a_german_documents_package_are_german() {
    let project = Sandbox::shipped();
    let ran = project.run(&["build", "--edition", "press", "--package"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let bytes = project.read("output/flyer.package.zip");
    let mut package = Package(zip::ZipArchive::new(Cursor::new(bytes)).unwrap());
    let facts = package.facts("flyer");
    let list = facts["findings"]["list"].as_array().unwrap();
    let empty = list
        .iter()
        .find(|finding| finding["code"] == "empty-field")
        .unwrap();
    let said = empty["message"].as_str().unwrap();
    assert!(
        said.ends_with("ist leer, darum entfällt, was darauf zugreift"),
        "{said}"
    );
}
