//! All that was written is in the files, in its order and in both editions alike.

use faltwerk::content;
use faltwerk::diag::Log;
use faltwerk::project::Project;

use super::read_back::{elements, lines, links, said, words};
use super::source::{contains, stories, texts, written};
use super::{built, dictionary, read};
use crate::common::Sandbox;

#[test]
fn all_that_is_written_is_read_out_in_its_order() {
    for (project, name) in [
        (Sandbox::shipped(), "flyer"),
        (Sandbox::of("herbarium"), "leaflet"),
        (Sandbox::of("specimen"), "specimen"),
    ] {
        let files = built(&project);
        let screen = read(&files[&format!("{name}.screen.pdf")]);
        let written = written(&stories(&project.path(""), name));
        assert!(written.len() > 40);
        assert_eq!(said(&screen), written, "{name}");
    }
}

#[test]
fn every_story_of_the_brochure_is_read_out_beside_its_contents() {
    let project = Sandbox::shipped();
    let screen = read(&built(&project)["brochure.screen.pdf"]);
    let said = said(&screen);
    for story in stories(&project.path(""), "brochure") {
        let written = written(std::slice::from_ref(&story));
        assert!(
            contains(&said, &written),
            "`{}` is not read out whole: {said:?}",
            story.name
        );
    }
}

#[test]
fn every_sentence_of_the_source_text_is_in_the_brochure() {
    let project = Sandbox::shipped();
    let screen = read(&built(&project)["brochure.screen.pdf"]);
    let mut said = said(&screen);
    said.extend(
        elements(&screen)
            .into_iter()
            .filter_map(|element| element.alt)
            .flat_map(|alt| words(&alt)),
    );
    let mut source = Project::open(&project.path("")).unwrap();
    let content = content::load(&mut source, "brochure", &mut Log::new()).unwrap();
    let mut wanted = Vec::new();
    texts(
        &content::Scope::new(&content.data).get("networks").unwrap().value,
        &mut wanted,
    );
    assert!(wanted.len() > 15);
    for text in wanted {
        assert!(
            contains(&said, &words(&text)),
            "the brochure does not say: {text}"
        );
    }
}

#[test]
fn figures_are_described_to_who_cannot_see_them() {
    let project = Sandbox::shipped();
    let files = built(&project);
    for name in ["flyer.screen.pdf", "brochure.screen.pdf"] {
        let elements = elements(&read(&files[name]));
        let figures: Vec<_> = elements
            .iter()
            .filter(|element| element.tag == "Figure")
            .collect();
        let alt = "Das Bild zeigt bunte Punkte die mit grauen Strichen miteinander verbunden sind.";
        assert!(
            figures.iter().any(|figure| figure.alt.as_deref() == Some(alt)),
            "{name}"
        );
        assert!(figures.iter().all(|figure| figure.alt.is_some()), "{name}");
    }
}

#[test]
fn both_editions_say_the_same_in_the_same_lines() {
    let project = Sandbox::shipped();
    let files = built(&project);
    let both = |name: &str| {
        ["screen", "press"].map(|edition| lines(&read(&files[&format!("{name}.{edition}.pdf")])))
    };
    let [screen, press] = both("brochure");
    assert_eq!(screen, press);
    // A flyer's screen pages are the panels of its sheet, so that the same lines come in another order.
    let sorted = |pages: Vec<Vec<String>>| {
        let mut lines: Vec<String> = pages.into_iter().flatten().collect();
        lines.sort();
        lines
    };
    let [screen, press] = both("flyer").map(sorted);
    assert!(screen.len() > 50);
    assert_eq!(screen, press);
}

/// The same flyer, one template, in German, Turkish, Ukrainian, Vietnamese and Arabic.
const LANGUAGES: [&str; 5] = ["ar", "de", "tr", "uk", "vi"];

#[test]
fn one_template_serves_five_languages_and_what_is_written_is_read_out_in_its_order() {
    let project = Sandbox::with_more_fonts("rights");
    let files = built(&project);
    for language in LANGUAGES {
        let [screen, press] =
            ["screen", "press"].map(|edition| read(&files[&format!("{language}.{edition}.pdf")]));
        assert_eq!(screen.get_pages().len(), 6);
        let written = written(&stories(&project.path(""), language));
        assert!(written.len() > 40, "{language}");
        assert_eq!(said(&screen), written, "{language}");
        let [screen, press] = [screen, press].map(|document| {
            let mut lines: Vec<String> = lines(&document).into_iter().flatten().collect();
            lines.sort();
            lines
        });
        assert_eq!(screen, press, "{language}");
    }
}

#[test]
fn a_viewer_turns_the_pages_of_an_arabic_flyer_from_right_to_left() {
    let files = built(&Sandbox::with_more_fonts("rights"));
    let direction = |name: &str| {
        let document = read(&files[name]);
        let preferences = document.catalog().unwrap().get(b"ViewerPreferences").unwrap();
        let preferences = dictionary(&document, preferences);
        preferences
            .get(b"Direction")
            .is_ok_and(|direction| direction.as_name().unwrap() == b"R2L")
    };
    assert!(direction("ar.screen.pdf") && direction("ar.press.pdf"));
    assert!(!direction("vi.screen.pdf"));
}

#[test]
fn a_flyer_on_another_subject_needs_toml_alone_and_unfolds_in_reading_order() {
    let project = Sandbox::of("herbarium");
    let screen = read(&built(&project)["leaflet.screen.pdf"]);
    assert_eq!(screen.get_pages().len(), 6);
    let elements = elements(&screen);
    let headings: Vec<(&str, usize)> = elements
        .iter()
        .filter(|element| element.tag.starts_with('H'))
        .map(|element| (element.text.as_str(), element.page.unwrap()))
        .collect();
    let expected = [
        ("Kräuter am Weg", 0),
        ("Schafgarbe", 1),
        ("Wegwarte", 1),
        ("Gundermann", 1),
        ("Mehr erfahren", 3),
    ];
    assert_eq!(headings, expected);
    assert_eq!(
        links(&screen, 4),
        ["https://example.org/sammeln", "https://example.org/kraeuter"]
    );
    let code = elements.iter().find(|element| element.tag == "Figure").unwrap();
    assert_eq!(code.alt.as_deref(), Some("QR-Code: https://example.org/kraeuter"));
}
