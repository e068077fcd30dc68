//! Brochures with as many pages as they need: text that runs on, pages for every record, sheets that are filled up.

use crate::{BUILD, CHECK, cases};

const CONTENT: &str = "content/yearbook.toml";
const HUTS: &str = "content/huts.toml";
const TEMPLATE: &str = "templates/yearbook.toml";
const AUTO: &str = "pages = \"auto\"";

/// Sentences of which no two are the same.
fn sentences(count: usize) -> String {
    (1..=count)
        .map(|number| format!("Im Jahr {number} stand die Wetterhütte am Bach im Nebel. "))
        .collect()
}

/// So many paragraphs of some thirty lines.
fn paragraphs(count: usize) -> String {
    (0..count)
        .map(|_| format!("[[story.report]]\ntext = \"{}\"\n", sentences(30)))
        .collect()
}

cases! {
    of "yearbook";
    blank_pages_are_said_in_check: CHECK, |_project| {};
    one_blank_page_is_added: CHECK, |project| {
        project.add(TEMPLATE, "\n[[ground]]\npage = 8\nfill = \"dusk\"\n");
    };
    text_runs_on_over_more_pages_than_can_be_stitched: CHECK, |project| {
        project.add(CONTENT, &paragraphs(200));
    };
    a_frame_that_runs_on_holds_not_one_line: CHECK, |project| {
        project.replace(TEMPLATE, "page = 4\nstory = \"report\"", "page = 4\nat = [\"22 mm\", \"24 mm\"]\nsize = [\"110 mm\", \"3 mm\"]\nstory = \"report\"");
    };
    a_frame_runs_on_where_the_pages_are_counted: CHECK, |project| {
        project.replace(TEMPLATE, AUTO, "pages = 16");
    };
    a_story_never_comes_to_a_frame: CHECK, |project| {
        project.add(TEMPLATE, "\n[[frame]]\npage = 7\nstory = \"report\"\n");
    };
    the_number_of_pages_is_a_word: CHECK, |project| {
        project.replace(TEMPLATE, AUTO, "pages = \"many\"");
    };
    the_number_of_pages_is_negative: CHECK, |project| {
        project.replace(TEMPLATE, AUTO, "pages = -4");
    };
    the_number_of_pages_is_a_list: CHECK, |project| {
        project.replace(TEMPLATE, AUTO, "pages = [4, 8]");
    };
    a_page_is_further_back_than_any_can_be: CHECK, |project| {
        project.add(TEMPLATE, "\n[[ground]]\npage = 4000\nfill = \"dusk\"\n");
    };
    records_lack_a_field: CHECK, |project| {
        project.replace(HUTS, "since = \"1951\"\n", "");
        project.replace(HUTS, "since = \"1963\"\n", "");
    };
    the_text_of_a_record_does_not_fit: BUILD, |project| {
        project.replace(TEMPLATE, "size = [\"72 mm\", \"144 mm\"]\nrun-on = true", "size = [\"72 mm\", \"20 mm\"]");
    };
    a_paragraph_begins_in_a_frame_that_is_not_there: CHECK, |project| {
        project.replace(TEMPLATE, "[style.lead]\n", "[style.lead]\nbegins = \"frame\"\n");
    };
    the_list_of_records_is_not_there: CHECK, |project| {
        project.replace(CONTENT, "each = \"huts.list\"", "each = \"huts.lists\"");
    };
    there_are_more_records_than_pages: CHECK, |project| {
        let more: String = (0..130).map(|number| format!("\n[[list]]\nname = \"Hütte {number}\"\n")).collect();
        project.add(HUTS, &more);
    };
    pages_are_repeated_for_stories_that_are_not_there: CHECK, |project| {
        project.replace(CONTENT, "\"hut-facts\", \"hut-text\"]\n\n[[part]]", "\"hut-fact\", \"hut-text\"]\n\n[[part]]");
    };
    pages_are_repeated_without_stories: CHECK, |project| {
        project.add(CONTENT, "\n[[pages]]\neach = \"huts.list\"\nstories = []\n");
    };
    a_story_is_repeated_twice: CHECK, |project| {
        project.add(CONTENT, "\n[[pages]]\neach = \"huts.list\"\nstories = [\"hut-name\"]\n");
    };
    another_story_stands_on_a_repeated_page: CHECK, |project| {
        project.replace(TEMPLATE, "page = 5\nstory = \"huts\"", "page = 6\nstory = \"huts\"");
    };
    a_folded_sheet_has_no_pages_to_run_on_to: CHECK, |project| {
        let format = "kind = \"bound\"\npage = [\"148 mm\", \"210 mm\"]\npages = \"auto\"";
        project.replace(TEMPLATE, format, "kind = \"folded\"\nopen = [\"592 mm\", \"210 mm\"]\nfold = \"double-parallel\"");
        let template = String::from_utf8(project.read(TEMPLATE)).unwrap();
        let (template, _) = template.split_once("[[running]]").unwrap();
        project.write(TEMPLATE, &template.replace("page =", "panel =").replace("[\"148 mm\", \"120 mm\"]", "[\"140 mm\", \"120 mm\"]"));
    };
    pages_are_repeated_where_they_are_counted: CHECK, |project| {
        project.replace(TEMPLATE, AUTO, "pages = 16");
        let template = String::from_utf8(project.read(TEMPLATE)).unwrap();
        project.write(TEMPLATE, &template.replace("run-on = true\n", ""));
    };
}
