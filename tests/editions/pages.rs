//! A brochure with as many pages as it needs: a report that runs on, a page for every record, contents that say where all of it stands.

use lopdf::Document;

use super::read_back::{elements, is_inline, lines, said};
use super::source::{contains, stories, written};
use super::{built, read};
use crate::common::Sandbox;

const CONTENT: &str = "content/yearbook.toml";
const TEMPLATE: &str = "templates/yearbook.toml";
const HUTS: &str = "content/huts.toml";

/// The headings of the second level, and the numbers of their pages.
fn chapters(document: &Document) -> Vec<(String, usize)> {
    let elements = elements(document).into_iter();
    let headings = elements.filter(|element| element.tag == "H2" && element.text != "Inhalt");
    headings
        .map(|heading| (heading.text.replace('\u{AD}', ""), heading.page.unwrap() + 1))
        .collect()
}

/// The entries of the contents and the page that each shows.
fn entries(document: &Document) -> Vec<(String, usize)> {
    let elements = elements(document);
    let entries = elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.tag == "TOCI");
    entries
        .map(|(at, _)| {
            let inside = elements[at + 1..]
                .iter()
                .take_while(|element| is_inline(&element.tag));
            let text: String = inside.map(|element| element.text.as_str()).collect();
            let (title, page) = text.trim().rsplit_once(' ').unwrap();
            (title.to_owned(), page.parse().unwrap())
        })
        .collect()
}

fn screen(project: &Sandbox) -> Document {
    read(&built(project)["yearbook.screen.pdf"])
}

/// A record that fills more than a page.
fn lengthen_the_third_hut(project: &Sandbox) {
    let long = "Im Windschatten der Wand ist es still, und wer dort sitzt, hört den Bach. ".repeat(30);
    project.replace(HUTS, "Im Windschatten der Wand wird es im Sommer heiß. ", &long);
}

#[test]
fn a_report_runs_on_and_every_hut_has_its_page() {
    let document = screen(&Sandbox::of("yearbook"));
    let expected = [
        ("Wie das Wetter gemessen wird", 4),
        ("Was Wolken sagen", 5),
        ("Sechs Hütten", 7),
        ("Bachhütte", 8),
        ("Lindenhütte", 9),
        ("Steinbruchhütte", 10),
        ("Waldhütte", 11),
        ("Almhütte", 12),
        ("Grathütte", 13),
    ]
    .map(|(title, page)| (title.to_owned(), page));
    assert_eq!(chapters(&document), expected);
    assert_eq!(entries(&document), expected);
}

#[test]
fn the_sheets_of_a_brochure_are_whole_and_blank_pages_come_before_the_last() {
    let document = screen(&Sandbox::of("yearbook"));
    let lines = lines(&document);
    assert_eq!(lines.len(), 16);
    let silent: Vec<usize> = (1..=16).filter(|page| lines[page - 1].is_empty()).collect();
    assert_eq!(silent, [14, 15, 16]);
    // The last page is the back cover, which is painted and not blank.
    let size = |page: u32| document.get_page_content(document.get_pages()[&page]).len();
    assert!(size(14) < 100 && size(15) < 100 && size(16) > 1000);
}

#[test]
fn a_record_that_needs_two_pages_moves_all_others_back_and_the_contents_follow() {
    let project = Sandbox::of("yearbook");
    lengthen_the_third_hut(&project);
    let document = screen(&project);
    let pages: Vec<usize> = chapters(&document).into_iter().map(|(_, page)| page).collect();
    assert_eq!(pages, [4, 5, 7, 8, 9, 10, 12, 13, 14]);
    assert_eq!(entries(&document), chapters(&document));
    assert_eq!(document.get_pages().len(), 16);
}

#[test]
fn without_records_there_is_no_page_for_them_and_without_text_none_to_run_on() {
    let project = Sandbox::of("yearbook");
    project.write(HUTS, "list = []\n");
    let content = String::from_utf8(project.read(CONTENT)).unwrap();
    let (before, report) = content.split_once("[[story.report]]").unwrap();
    let (_, huts) = report.split_once("[[story.huts]]").unwrap();
    project.write(
        CONTENT,
        &format!("{before}[[story.report]]\ntext = \"{{nothing}}\"\n[[story.huts]]{huts}"),
    );
    project.replace(CONTENT, "[fields]", "[fields]\nnothing = \"\"");
    let document = screen(&project);
    assert_eq!(chapters(&document), [("Sechs Hütten".to_owned(), 4)]);
    // Cover, imprint, contents, the page about huts, three blank ones, back.
    assert_eq!(document.get_pages().len(), 8);
}

#[test]
fn contents_that_run_on_themselves_show_the_pages_on_which_headings_come_to_stand() {
    let project = Sandbox::of("yearbook");
    let frame = "page = 3\nstory = \"contents\"";
    project.replace(TEMPLATE, frame, &format!("{frame}\nrun-on = true"));
    for count in [1, 24, 25, 60] {
        let headings: String = (1..=count)
            .map(|number| format!("[[story.report]]\nheading = \"Beobachtung {number}\"\nlevel = 2\n\n[[story.report]]\ntext = \"Nebel.\"\n\n"))
            .collect();
        project.add(CONTENT, &headings);
        let document = screen(&project);
        assert_eq!(entries(&document), chapters(&document), "{count}");
        assert!(entries(&document).len() > count);
        assert_eq!(document.get_pages().len() % 4, 0);
    }
}

#[test]
fn a_style_may_begin_on_a_page_or_in_a_frame_of_its_own() {
    let begin = |begins: &str| {
        let project = Sandbox::of("yearbook");
        // Two columns, which both run on.
        let column = |left: u32| {
            format!(
                "page = 4\nstory = \"report\"\nrun-on = true\nat = [\"{left} mm\", \"24 mm\"]\nsize = [\"52 mm\", \"164 mm\"]\n"
            )
        };
        let columns = format!("{}\n[[frame]]\n{}", column(22), column(80));
        project.replace(
            TEMPLATE,
            "page = 4\nstory = \"report\"\nrun-on = true\n",
            &columns,
        );
        project.replace(
            TEMPLATE,
            "[style.heading-3]\n",
            &format!("[style.heading-3]\nbegins = \"{begins}\"\n"),
        );
        project.replace(
            TEMPLATE,
            "[style.heading-2]\n",
            "[style.heading-2]\nbegins = \"page\"\n",
        );
        let elements = elements(&screen(&project));
        let headings = elements.iter().filter(|element| element.tag.starts_with('H'));
        let pages: Vec<usize> = headings.map(|heading| heading.page.unwrap() + 1).collect();
        pages[2..7].to_vec()
    };
    // Chapter, two headings below it, chapter, one heading below it.
    assert_eq!(begin("anywhere"), [4, 4, 5, 6, 6]);
    assert_eq!(begin("frame"), [4, 4, 5, 6, 7]);
    assert_eq!(begin("page"), [4, 5, 6, 7, 8]);
}

#[test]
fn running_heads_name_the_first_section_of_a_left_hand_page_and_the_last_of_a_right_hand_one() {
    let lines = lines(&screen(&Sandbox::of("yearbook")));
    let head = |page: usize| {
        let says = |title: &str| lines[page - 1].iter().filter(|line| *line == title).count();
        [
            "Wie das Wetter gemessen wird",
            "Was Wolken sagen",
            "Bachhütte",
            "Lindenhütte",
        ]
        .map(says)
    };
    // A title is on its page twice: as a heading and above it.
    assert_eq!(head(4), [2, 0, 0, 0]);
    assert_eq!(head(5), [0, 2, 0, 0]);
    assert_eq!(head(6), [0, 1, 0, 0]);
    assert_eq!(head(8), [0, 0, 2, 0]);
    assert_eq!(head(9), [0, 0, 0, 2]);
    for page in 3..=13 {
        assert!(
            lines[page - 1].contains(&page.to_string()),
            "page {page} has no number"
        );
    }
}

#[test]
fn every_story_of_every_record_is_read_out_in_the_order_of_reading() {
    let project = Sandbox::of("yearbook");
    lengthen_the_third_hut(&project);
    let document = screen(&project);
    let mut said = said(&document);
    for story in stories(&project.path(""), "yearbook") {
        let written = written(std::slice::from_ref(&story));
        assert!(
            contains(&said, &written),
            "`{}` is not read out whole",
            story.name
        );
        // What was found is behind us.
        let at = said
            .windows(written.len().max(1))
            .position(|window| window == written)
            .unwrap_or(0);
        said.drain(..at + written.len());
    }
    let sections = elements(&document)
        .into_iter()
        .filter(|element| element.tag == "Sect")
        .count();
    // Cover, imprint, contents, report, the page about huts, and one for each hut.
    assert_eq!(sections, 5 + 6);
}

#[test]
fn both_editions_of_automatic_pages_say_the_same_in_the_same_lines() {
    let files = built(&Sandbox::of("yearbook"));
    let [screen, press] =
        ["screen", "press"].map(|edition| lines(&read(&files[&format!("yearbook.{edition}.pdf")])));
    assert_eq!(screen, press);
}
