//! Documents through the whole program, and the files it writes read back: all that was written is there, in the order of reading and in
//! both editions alike, the same bytes every time, and nothing that was good before is lost.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program writes"
)]

mod common;
#[path = "editions/pages.rs"]
mod pages;
#[allow(dead_code, reason = "other tests read places, too")]
#[path = "emit_scene/reader.rs"]
mod reader;
#[path = "editions/sheets.rs"]
mod sheets;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::Sandbox;
use faltwerk::content::{self, DataValue};
use faltwerk::diag::Log;
use faltwerk::project::Project;
use faltwerk::story::{Block, Story};
use faltwerk::style::Language;
use faltwerk::template;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Both PDFs; pictures are slow to draw and tested elsewhere.
const PDFS: &str = "screen,press";

/// The files of a build of all documents, by name.
fn built(project: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(&["build", "--edition", PDFS]);
    assert_eq!(
        (ran.code, ran.stderr.contains("error")),
        (0, false),
        "{}",
        ran.stderr
    );
    let files = ran.stdout.lines();
    files
        .map(|file| (file.trim_start_matches("output/").to_owned(), project.read(file)))
        .collect()
}

fn read(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    document.dereference(object).unwrap().1.as_dict().unwrap()
}

/// An element of a PDF's structure, in reading order.
#[derive(Debug)]
struct Element {
    tag: String,
    alt: Option<String>,
    text: String,
    /// The page that its text stands on, from 0.
    page: Option<usize>,
}

/// All elements of a tagged PDF that say something themselves, in reading order.
fn elements(document: &Document) -> Vec<Element> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut texts: BTreeMap<(ObjectId, i64), String> = BTreeMap::new();
    for page in &pages {
        for (number, text) in reader::lines(document, *page)
            .into_iter()
            .flat_map(|line| line.marked)
        {
            texts.entry((*page, number)).or_default().push_str(&text);
        }
    }
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let top = dictionary(document, root).get(b"K").unwrap();
    let mut walk = Walk {
        document,
        pages: &pages,
        texts: &texts,
        found: Vec::new(),
    };
    walk.element(dictionary(document, top));
    walk.found
}

struct Walk<'w> {
    document: &'w Document,
    pages: &'w [ObjectId],
    texts: &'w BTreeMap<(ObjectId, i64), String>,
    found: Vec<Element>,
}

impl Walk<'_> {
    fn element(&mut self, element: &Dictionary) {
        let tag = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let alt = element
            .get(b"Alt")
            .ok()
            .map(|alt| lopdf::decode_text_string(alt).unwrap());
        let page = element.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
        let index = self.found.len();
        self.found.push(Element {
            tag,
            alt,
            text: String::new(),
            page: None,
        });
        let kids = match element.get(b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            Ok(kid) => vec![kid.clone()],
            Err(_) => Vec::new(),
        };
        for kid in &kids {
            match self.document.dereference(kid).unwrap().1 {
                Object::Integer(number) => self.text(index, page.unwrap(), *number),
                Object::Dictionary(kid) if kid.has(b"S") => self.element(kid),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    let own = kid.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
                    let number = kid.get(b"MCID").unwrap().as_i64().unwrap();
                    self.text(index, own.or(page).unwrap(), number);
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, index: usize, page: ObjectId, number: i64) {
        let text = self.texts.get(&(page, number)).map_or("", String::as_str);
        // Spans and links are parts of their paragraph, which may go on behind them.
        let last = self.found.len() - 1;
        let element = if index < last && is_inline(&self.found[last].tag) {
            last
        } else {
            index
        };
        self.found[element].text.push_str(text);
        self.found[element]
            .page
            .get_or_insert(self.pages.iter().position(|known| *known == page).unwrap());
    }
}

fn is_inline(tag: &str) -> bool {
    matches!(tag, "Span" | "Link" | "Reference")
}

/// What a tagged PDF says, in reading order, without the signs and numbers before list items.
fn said(document: &Document) -> Vec<String> {
    let mut text = String::new();
    for element in elements(document) {
        if element.tag == "Lbl" {
            continue;
        }
        if !is_inline(&element.tag) {
            text.push('\n');
        }
        text.push_str(&element.text);
    }
    words(&text)
}

/// Words, whatever the spaces between them; soft hyphens are no letters.
fn words(text: &str) -> Vec<String> {
    text.replace('\u{AD}', "")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// A document's stories as they are written, without layout and PDF.
fn stories(root: &Path, name: &str) -> Vec<Story> {
    let mut project = Project::open(root).unwrap();
    let mut log = Log::new();
    let content = content::load(&mut project, name, &mut log).unwrap();
    let document = &content.document.value;
    let language = Language(document.language.value.as_str().into());
    let template = template::load(&mut project, &document.template, None, &language, &mut log).unwrap();
    faltwerk::story::bind(&content, &template, &mut log)
        .unwrap()
        .stories
}

/// The words of stories; what a table of contents says is written elsewhere.
fn written(stories: &[Story]) -> Vec<String> {
    let blocks = stories.iter().flat_map(|story| &story.blocks);
    let text: String = blocks.map(Block::written_text).collect();
    words(&text)
}

fn contains(whole: &[String], part: &[String]) -> bool {
    part.is_empty() || whole.windows(part.len()).any(|window| window == part)
}

/// All texts of a value of the data.
fn texts(value: &DataValue, found: &mut Vec<String>) {
    match value {
        DataValue::Text(text) => found.push(text.clone()),
        DataValue::List(values) => values.iter().for_each(|value| texts(&value.value, found)),
        DataValue::Record(record) => record.iter().for_each(|(_, value)| texts(&value.value, found)),
    }
}

fn lines(document: &Document) -> Vec<Vec<String>> {
    let pages = document.get_pages().into_values();
    pages
        .map(|page| {
            reader::lines(document, page)
                .into_iter()
                .map(|line| line.text)
                .collect()
        })
        .collect()
}

/// The addresses that a page links to.
fn links(document: &Document, page: u32) -> Vec<String> {
    let id = document.get_pages()[&page];
    let annotations = document.get_page_annotations(id).unwrap();
    let actions = annotations
        .into_iter()
        .filter_map(|annotation| annotation.get(b"A").ok());
    let addresses = actions.filter_map(|action| dictionary(document, action).get(b"URI").ok());
    addresses
        .map(|address| String::from_utf8(address.as_str().unwrap().to_vec()).unwrap())
        .collect()
}

#[test]
fn the_shipped_documents_build_and_give_the_same_bytes_again() {
    let project = Sandbox::shipped();
    let once = built(&project);
    let names: Vec<&str> = once.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "brochure.press.pdf",
            "brochure.screen.pdf",
            "flyer.press.pdf",
            "flyer.screen.pdf"
        ]
    );
    let again = built(&Sandbox::shipped());
    for (name, bytes) in &once {
        assert!(*bytes == again[name], "{name} is another file in another folder");
    }
}

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

/// The heads of the second page's columns are there for the eye, and said by those of the first.
#[test]
fn a_table_over_two_pages_is_read_cell_by_cell_and_its_heads_once() {
    let project = Sandbox::of("almanac");
    let screen = read(&built(&project)["almanac.screen.pdf"]);
    let said = said(&screen);
    for story in stories(&project.path(""), "almanac") {
        if !["title", "index"].contains(&story.name.as_str()) {
            let written = written(std::slice::from_ref(&story));
            assert!(contains(&said, &written), "`{}` in {said:?}", story.name);
        }
    }
    let elements = elements(&screen);
    let texts = |tag: &str| -> Vec<&str> {
        let of_tag = elements.iter().filter(|element| element.tag == tag);
        of_tag.map(|element| element.text.trim()).collect()
    };
    assert_eq!(texts("TH").iter().filter(|text| **text == "Sorte").count(), 1);
    assert_eq!(texts("Caption").len(), 2);
    // Three tables with 2, 14 and 2 rows below their heads; the first column of the second says what its rows are about.
    assert_eq!(texts("TR").len(), 3 + 2 + 14 + 2);
    assert_eq!(texts("TD").len(), 2 * 2 + 14 * 3 + 2 * 3);
    assert_eq!(
        texts("TD").iter().filter(|text| text.is_empty()).count(),
        1 + 5 + 1
    );
    let shown: Vec<Vec<String>> = lines(&screen);
    for page in [4, 5] {
        assert!(
            shown[page].iter().any(|line| line.starts_with("Sorte")),
            "{:?}",
            shown[page]
        );
    }
}

#[test]
fn the_number_of_a_page_may_stand_between_two_spaces() {
    let project = Sandbox::of("almanac");
    project.add(
        "content/almanac.toml",
        "\n[[story.index]]\ntext = \"Seiten [](#harvest) und [](#regeln) zeigen es.\"\n",
    );
    let ran = project.run(&["check"]);
    assert!(!ran.stderr.contains("spaces stand"), "{}", ran.stderr);
}

#[test]
fn a_table_without_rows_has_a_body_of_its_heads_and_one_without_heads_either_is_not_there() {
    let project = Sandbox::of("almanac");
    project.write("content/none.toml", "list = []\n");
    project.replace(
        "content/almanac.toml",
        "[\"yields.toml\"]",
        "[\"yields.toml\", \"none.toml\"]",
    );
    project.add(
        "content/almanac.toml",
        "\n[[story.index]]\ntable = [[\"nichts\", \"Kopf\"]]\n\
         [[story.index]]\ntable = \"none.list\"\ncaption = \"Leer\"\ncolumns = [{ field = \"a\" }]\n",
    );
    let tags = elements(&read(&built(&project)["almanac.screen.pdf"]));
    let count = |tag: &str| tags.iter().filter(|element| element.tag == tag).count();
    assert_eq!(count("Table"), 4);
    assert_eq!((count("THead"), count("TBody")), (3, 4));
    assert!(!tags.iter().any(|element| element.text.contains("Leer")));
}

#[test]
fn references_show_the_pages_that_they_lead_to() {
    let files = built(&Sandbox::of("almanac"));
    for edition in ["screen", "press"] {
        let lines = lines(&read(&files[&format!("almanac.{edition}.pdf")]));
        let first = words(&lines[0].join(" ")).join(" ");
        assert!(first.contains("steht auf Seite 5 ,"), "{first}");
        assert!(first.contains("stehen auf Seite 6 ."), "{first}");
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

#[test]
fn the_date_of_the_surroundings_goes_before_that_of_the_document() {
    let project = Sandbox::of("herbarium");
    let dates = |environment: &[(&str, &str)]| {
        let ran = project.run_with(&["build", "--edition", PDFS], environment);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ["screen", "press"].map(|edition| {
            let document = read(&project.read(&format!("output/leaflet.{edition}.pdf")));
            let about = dictionary(&document, document.trailer.get(b"Info").unwrap());
            let date = about.get(b"CreationDate").unwrap().as_str().unwrap();
            String::from_utf8(date.to_vec()).unwrap()
        })
    };
    let own = dates(&[]);
    assert!(
        own.iter().all(|date| date.starts_with("D:20260501000000")),
        "{own:?}"
    );
    assert_eq!(dates(&[("SOURCE_DATE_EPOCH", "")]), own);
    let asked = dates(&[("SOURCE_DATE_EPOCH", "1000000000")]);
    assert!(
        asked.iter().all(|date| date.starts_with("D:20010909014640")),
        "{asked:?}"
    );
}

#[test]
fn a_malformed_date_of_the_surroundings_is_refused_before_anything_is_written() {
    let project = Sandbox::of("herbarium");
    for written in ["yesterday", "1.5", "-1", "99999999999999", " "] {
        let ran = project.run_with(
            &["build", "--edition", "screen"],
            &[("SOURCE_DATE_EPOCH", written)],
        );
        assert_eq!(
            (ran.code, ran.stderr),
            (
                2,
                format!(
                    "faltwerk: SOURCE_DATE_EPOCH is `{written}`, which is no number of seconds since 1970, such as 1767225600\n"
                )
            )
        );
        assert!(!project.path("output").exists());
    }
}

#[test]
fn a_failed_build_leaves_what_was_good_and_the_good_document_is_written_beside_it() {
    let project = Sandbox::of("herbarium");
    let leaflet = project.read("content/leaflet.toml");
    project.write_bytes("content/other.toml", &leaflet);
    let before = built(&project);
    let modified = |name: &str| {
        fs::metadata(project.path("output").join(name))
            .unwrap()
            .modified()
            .unwrap()
    };
    let times = [modified("leaflet.screen.pdf"), modified("other.screen.pdf")];

    project.replace("content/leaflet.toml", "link = \"{web}\"", "link = \"{wep}\"");
    project.replace("content/other.toml", "Mehr erfahren", "Weiterlesen");
    let ran = project.run(&["build", "--edition", PDFS]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (1, "output/other.screen.pdf\noutput/other.press.pdf\n")
    );
    for name in ["leaflet.screen.pdf", "leaflet.press.pdf"] {
        assert!(
            project.read(&format!("output/{name}")) == before[name],
            "{name} was touched"
        );
    }
    assert_eq!(modified("leaflet.screen.pdf"), times[0]);
    assert!(modified("other.screen.pdf") > times[1]);
    assert!(project.read("output/other.screen.pdf") != before["other.screen.pdf"]);
    // Nothing half written stays behind, either.
    assert_eq!(fs::read_dir(project.path("output")).unwrap().count(), 4);
}

#[test]
fn check_writes_nothing() {
    let project = Sandbox::of("herbarium");
    assert_eq!(project.run(&["check"]).code, 0);
    assert!(!project.path("output").exists());
}

#[test]
fn only_what_was_asked_for_is_written_and_where_it_was_asked_for() {
    let project = Sandbox::shipped();
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().to_str().unwrap();
    for out in ["proofs/today", folder] {
        let ran = project.run(&["build", "flyer", "--edition", "press", "--out", out]);
        assert_eq!((ran.code, ran.stdout), (0, format!("{out}/flyer.press.pdf\n")));
        assert_eq!(fs::read_dir(project.path("").join(out)).unwrap().count(), 1);
    }
    assert!(!project.path("output").exists());
}

#[test]
fn a_project_may_lie_elsewhere_and_paths_are_meant_from_its_folder() {
    let (here, project) = (Sandbox::shipped(), Sandbox::of("herbarium"));
    let folder = project.path("");
    let ran = here.run(&[
        "build",
        "--project",
        folder.to_str().unwrap(),
        "--edition",
        "screen",
    ]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (0, "output/leaflet.screen.pdf\n")
    );
    assert!(project.path("output/leaflet.screen.pdf").is_file());
    assert!(!here.path("output").exists());
}
