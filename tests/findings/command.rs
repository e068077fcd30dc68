//! How the program behaves as a command: arguments, folders, several documents, warnings, JSON.

use crate::{BUILD, CHECK, cases};
use faltwerk::diag::Lang;

const LEAFLET: &str = "content/leaflet.toml";

cases! {
    all_is_well: CHECK, |_| {};
    all_is_well_in_build: &["build", "leaflet", "--edition", "screen,press"], |_| {};
    the_project_folder_is_missing: &["check", "--project", "nowhere"], |_| {};
    the_project_folder_is_a_file: &["check", "--project", "content/leaflet.toml"], |_| {};
    there_is_no_document: BUILD, |project| {
        std::fs::remove_file(project.path(LEAFLET)).unwrap();
    };
    a_document_is_unknown: &["check", "leaflt", "leaflet", "poster"], |_| {};
    an_argument_is_unknown: &["build", "--editions", "screen"], |_| {};
    an_edition_is_unknown: &["build", "--edition", "screan"], |_| {};
    a_command_is_unknown: &["bild"], |_| {};
    a_folder_stands_where_the_output_should: BUILD, |project| {
        project.write("output", "a file, no folder");
    };
    a_product_cannot_be_replaced: &["build", "--edition", "screen,press", "--out", "out"], |project| {
        std::fs::create_dir_all(project.path("out/leaflet.press.pdf/held")).unwrap();
    };
    a_bad_document_stands_beside_a_good_one: BUILD, |project| {
        let leaflet = String::from_utf8(project.read(LEAFLET)).unwrap();
        project.write("content/draft.toml", &leaflet.replace("{web}", "{wep}"));
    };
    a_mistake_in_a_shared_template_is_said_once: CHECK, |project| {
        let leaflet = project.read(LEAFLET);
        project.write_bytes("content/second.toml", &leaflet);
        project.replace("templates/leaflet.toml", "fill = \"pale\"", "fill = \"pail\"");
    };
    findings_as_json: &["check", "--format", "json"], |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
        project.replace("templates/leaflet.toml", "story = \"more\"", "story = \"moor\"");
        project.write("fonts/Broken.ttf", "no font");
    };
    findings_narrated: &["check", "--format", "narrated"], |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
        project.replace("templates/leaflet.toml", "story = \"more\"", "story = \"moor\"");
        project.write("fonts/Broken.ttf", "no font");
    };
    findings_as_sarif: &["check", "--format", "sarif"], |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
        project.replace("templates/leaflet.toml", "story = \"more\"", "story = \"moor\"");
        project.write("fonts/Broken.ttf", "no font");
    };
    findings_as_junit: &["check", "--format", "junit"], |project| {
        let leaflet = String::from_utf8(project.read(LEAFLET)).unwrap();
        project.write("content/draft.toml", &leaflet.replace("{web}", "{wep}"));
        project.write("fonts/Broken.ttf", "no font");
    };
    nothing_as_sarif: &["check", "--format", "sarif"], |_| {};
    nothing_as_junit: &["build", "--format", "junit", "--edition", "screen"], |_| {};
    a_code_is_explained: &["explain", "[overset-text]"], |_| {};
    a_code_to_explain_is_unknown: &["explain", "overset-tekst"], |_| {};
    nothing_as_json: &["check", "--format", "json"], |_| {};
    fonts_are_listed: &["fonts"], |_| {};
    fonts_are_listed_as_json: &["fonts", "--format", "json"], |_| {};
    the_schemas_are_written: &["schema"], |_| {};
    the_schemas_are_current: &["schema", "--check"], |_| {};
    schemas_are_missing_and_stale: &["schema", "--check"], |project| {
        std::fs::remove_file(project.path("templates/schemas/data.schema.json")).unwrap();
        project.replace("templates/schemas/printer.schema.json", "\"bleed\"", "\"blead\"");
    };
    one_schema_is_asked_after: &["schema", "--check", "printer"], |project| {
        std::fs::remove_file(project.path("templates/schemas/data.schema.json")).unwrap();
    };
    a_schema_is_printed: &["schema", "hyphenation"], |_| {};
    a_schema_is_unknown: &["schema", "contents"], |_| {};
    a_folder_stands_where_a_schema_should: &["schema"], |project| {
        std::fs::remove_file(project.path("templates/schemas/data.schema.json")).unwrap();
        std::fs::create_dir_all(project.path("templates/schemas/data.schema.json/held")).unwrap();
    };
    there_are_no_fonts_to_list: &["fonts"], |project| {
        std::fs::remove_dir_all(project.path("fonts")).unwrap();
    };
    a_broken_font_among_those_listed: &["fonts"], |project| {
        project.write("fonts/Broken.ttf", "no font");
    };
}

#[test]
fn every_line_of_json_is_an_object_with_its_place() {
    let project = crate::Sandbox::of("herbarium");
    project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
    project.replace("templates/leaflet.toml", "story = \"more\"", "story = \"moor\"");
    let ran = project.run(&["build", "--format", "json"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    let findings: Vec<serde_json::Value> = ran
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(findings.len(), 3);
    for finding in &findings {
        assert_eq!(finding["severity"], "error");
        assert!(finding["code"].is_string() && finding["message"].is_string());
        assert!(finding["places"][0]["line"].as_u64().unwrap() > 0);
    }
    let [_, wep, _] = findings.as_slice() else {
        panic!("three findings")
    };
    assert_eq!(wep["places"][0]["path"], LEAFLET);
    assert_eq!(
        (&wep["places"][0]["line"], &wep["places"][0]["column"]),
        (&41.into(), &9.into())
    );
}

#[test]
fn nothing_is_coloured_where_it_is_not_a_terminal() {
    let project = crate::Sandbox::of("herbarium");
    project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
    for environment in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color")]] {
        for arguments in [CHECK, &["build", "--editions"], &["--help"]] {
            let ran = project.run_with(arguments, environment);
            assert!(!ran.stderr.contains('\u{1B}') && !ran.stdout.contains('\u{1B}'));
        }
    }
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in faltwerk::diag::Code::ALL {
        for (lang, sections) in [
            (Lang::English, ["Why", "Example", "Instead"]),
            (Lang::German, ["Warum", "Beispiel", "Stattdessen"]),
        ] {
            let text = code.explanation(lang);
            let found: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(found, sections, "{}", code.as_str());
            assert!(
                text.starts_with("# ") && !code.title(lang).is_empty(),
                "{}",
                code.as_str()
            );
            let empty = text
                .split("## ")
                .any(|section| section.trim().lines().count() < 2 && !section.starts_with("# "));
            assert!(!empty, "{} has an empty section", code.as_str());
        }
        assert_ne!(
            code.explanation(Lang::English),
            code.explanation(Lang::German),
            "{}",
            code.as_str()
        );
    }
}
