//! A specimen of letters, built and read back: what words say beyond themselves is in the structure, what is drawn otherwise is read as it was
//! written, adornments say nothing, and both editions have every glyph at the same place.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program writes"
)]

mod common;
#[allow(dead_code, reason = "other tests read more")]
#[path = "emit_scene/reader.rs"]
mod reader;

use common::Sandbox;
use lopdf::{Dictionary, Document, Object};

/// Both editions of the specimen, the screen's first.
fn editions() -> [Document; 2] {
    let project = Sandbox::of("specimen");
    let ran = project.run(&["build", "--edition", "screen,press"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ["screen", "press"]
        .map(|edition| Document::load_mem(&project.read(&format!("output/specimen.{edition}.pdf"))).unwrap())
}

fn text(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    dictionary
        .get(key)
        .ok()
        .map(|text| lopdf::decode_text_string(text).unwrap())
}

/// All elements of the structure.
fn elements(document: &Document) -> Vec<&Dictionary> {
    document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| {
            dictionary.get(b"Type").and_then(Object::as_name).ok() != Some(b"StructTreeRoot")
        })
        .filter(|dictionary| dictionary.has(b"S") && dictionary.has(b"P"))
        .collect()
}

fn all_text(document: &Document) -> String {
    let pages = document.get_pages().into_values();
    let lines = pages.flat_map(|page| reader::lines(document, page));
    lines.map(|line| line.text).collect()
}

#[test]
fn languages_and_expansions_stand_in_the_structure() {
    let [screen, _] = editions();
    let spans: Vec<&Dictionary> = elements(&screen)
        .into_iter()
        .filter(|element| element.get(b"S").unwrap().as_name().unwrap() == b"Span")
        .collect();
    let mut languages: Vec<String> = spans.iter().filter_map(|span| text(span, b"Lang")).collect();
    languages.sort();
    assert_eq!(languages, ["en-GB", "tr", "tr"]);
    let expansions: Vec<String> = spans.iter().filter_map(|span| text(span, b"E")).collect();
    assert_eq!(
        expansions,
        ["Landesstelle für Gleichbehandlung – gegen Diskriminierung"]
    );
}

#[test]
fn a_link_with_a_bold_word_in_it_is_one_link() {
    let [screen, _] = editions();
    let links = elements(&screen)
        .into_iter()
        .filter(|element| element.get(b"S").unwrap().as_name().unwrap() == b"Link");
    assert_eq!(links.count(), 1);
}

#[test]
fn what_is_drawn_otherwise_is_read_as_it_was_written() {
    for document in editions() {
        let said = all_text(&document).replace('\u{ad}', "");
        for written in [
            "Großen Weg",
            "İzmir iskelesi",
            "Vom Satz der Schrift",
            "Nato",
            "Österreichs",
            "Linien und Flächen",
            "Charter of Diversity of 2011",
            "H2O",
            "Fläche1",
        ] {
            assert!(said.contains(written), "`{written}` is not in: {said}");
        }
    }
}

#[test]
fn both_editions_have_every_glyph_at_the_same_place() {
    let [screen, press] = editions();
    // The press page is larger by its bleed, which is the same on both sides.
    let glyphs = |document: &Document| -> Vec<Vec<[i64; 3]>> {
        let pages = document.get_pages().into_values();
        pages
            .map(|page| {
                let lines = reader::lines(document, page);
                let glyphs: Vec<reader::Read> = lines.into_iter().flat_map(|line| line.glyphs).collect();
                let Some(first) = glyphs.first().map(|glyph| glyph.at) else {
                    return Vec::new();
                };
                let hundredths = |points: f64| (points * 100.0).round() as i64;
                glyphs
                    .iter()
                    .map(|glyph| [glyph.at[0] - first[0], glyph.at[1] - first[1], glyph.size].map(hundredths))
                    .collect()
            })
            .collect()
    };
    let (screen, press) = (glyphs(&screen).concat(), glyphs(&press).concat());
    assert!(screen.len() > 900);
    assert_eq!(screen.len(), press.len());
    for (number, (screen, press)) in screen.iter().zip(&press).enumerate() {
        // Places are written in ten-thousandths from another origin, so they may differ in the last hundredth.
        let is_same = screen
            .iter()
            .zip(press)
            .all(|(screen, press)| screen.abs_diff(*press) <= 1);
        assert!(
            is_same,
            "glyph {number}: {screen:?} on screen, {press:?} on press"
        );
    }
}

#[test]
fn tints_lie_below_the_text_and_rules_and_underlines_say_nothing() {
    for document in editions() {
        let pages = document.get_pages();
        let content = String::from_utf8_lossy(&document.get_page_content(pages[&2])).into_owned();
        let tint = content.find(" re\nf").unwrap();
        let first_word = content.find("BT").unwrap();
        assert!(tint < first_word, "a tint is painted over the text");
    }
    let [screen, _] = editions();
    let pages = screen.get_pages();
    let content = String::from_utf8_lossy(&screen.get_page_content(pages[&2])).into_owned();
    let shapes = content.matches("\nf\n").count();
    // Two boxes; a rule below the heading, two around a paragraph.
    assert_eq!(shapes, 5);
    for artifact in ["/Background", "/Layout"] {
        assert!(content.contains(artifact), "{artifact} is not marked");
    }
}

#[test]
fn a_box_that_goes_on_has_its_padding_in_both_frames() {
    let project = Sandbox::of("specimen");
    // A page so low that the box has to be divided.
    project.replace(
        "templates/specimen.toml",
        "page = 2\nstory = \"adornments\"",
        "page = 2\nat = [\"12 mm\", \"16 mm\"]\nsize = [\"83 mm\", \"92 mm\"]\nstory = \"adornments\"",
    );
    let ran = project.run(&["build", "--edition", "screen"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let document = Document::load_mem(&project.read("output/specimen.screen.pdf")).unwrap();
    let boxes = |page: u32| {
        let content = document.get_page_content(document.get_pages()[&page]);
        String::from_utf8_lossy(&content).matches("/Background").count()
    };
    assert_eq!((boxes(2), boxes(3)), (1, 1));
}
