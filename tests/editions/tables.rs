//! Tables and the numbers of pages that text names.

use super::read_back::{elements, lines, said, words};
use super::source::{contains, stories, written};
use super::{built, read};
use crate::common::Sandbox;

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
