//! Sheets that are folded: how wide their panels come out, and what stands too near to a fold.

use crate::{CHECK, Sandbox, cases};

const LEAFLET: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";
const FOLD: &str = "fold = \"zigzag\"";
const HERBS: &str = "panel = 2\nstory = \"herbs\"";

/// The frame of the second panel, moved and sized.
fn herbs_at(project: &Sandbox, at: &str, size: &str) {
    project.replace(TEMPLATE, HERBS, &format!("{HERBS}\nat = {at}\nsize = {size}"));
}

/// The leaflet on another sheet and folded otherwise, its last story 1 mm beside the left edge of a panel.
fn folded(project: &Sandbox, open: &str, fold: &str, panel: u32) {
    project.replace(TEMPLATE, "\"297 mm\"", &format!("\"{open}\""));
    project.replace(TEMPLATE, FOLD, fold);
    project.replace(
        TEMPLATE,
        "panel = 4\nstory = \"more\"",
        &format!(
            "panel = {panel}\nstory = \"more\"\nat = [\"1 mm\", \"18 mm\"]\nsize = [\"77 mm\", \"180 mm\"]"
        ),
    );
}

cases! {
    a_fold_has_no_such_number_of_panels: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\npanels = 4");
    };
    panels_are_a_word: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\npanels = \"four\"");
    };
    a_reduction_is_wider_than_a_thumb: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\nreduction = \"30 mm\"");
    };
    equal_panels_are_not_reduced: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\nreduction = \"2 mm\"");
    };
    written_widths_are_not_reduced: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\npanels = [\"100 mm\", \"100 mm\", \"97 mm\"]\nreduction = \"2 mm\"");
    };
    a_bound_format_has_a_reduction: CHECK, |project| {
        let folded = "kind = \"folded\"\nopen = [\"297 mm\", \"210 mm\"]\nfold = \"zigzag\"";
        let bound = "kind = \"bound\"\npage = [\"99 mm\", \"210 mm\"]\npages = 8\nreduction = \"2 mm\"";
        project.replace(TEMPLATE, folded, bound);
    };
    paper_is_lighter_than_tissue: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\npaper = 8");
    };
    text_runs_across_a_fold: CHECK, |project| {
        herbs_at(project, "[\"11 mm\", \"18 mm\"]", "[\"100 mm\", \"180 mm\"]");
    };
    text_comes_too_near_to_a_fold_at_its_right: CHECK, |project| {
        project.replace(TEMPLATE, "[style.body]", "[style.body]\nalign = \"end\"");
        herbs_at(project, "[\"11 mm\", \"18 mm\"]", "[\"87 mm\", \"180 mm\"]");
    };
    text_comes_too_near_to_a_fold_at_its_left: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 3\nstory = \"herbs\"",
            "panel = 3\nat = [\"1.5 mm\", \"18 mm\"]\nsize = [\"80 mm\", \"180 mm\"]\nstory = \"herbs\"");
        project.replace(TEMPLATE, HERBS, "panel = 2\nstory = \"herbs\"\nat = [\"11 mm\", \"18 mm\"]\nsize = [\"77 mm\", \"40 mm\"]");
    };
    a_printer_asks_for_a_wider_zone_at_folds: CHECK, |project| {
        project.add(PRINTER, "\n[limits]\nfold = \"12 mm\"\n");
    };
    text_is_too_near_to_a_half_fold: CHECK, |project| {
        project.replace(TEMPLATE, "\n[[frame]]\npanel = 3\nstory = \"herbs\"\n", "");
        folded(project, "296 mm", "fold = \"half\"", 3);
    };
    text_is_too_near_to_a_letter_fold: CHECK, |project| folded(project, "297 mm", "fold = \"letter\"\npaper = 300", 4);
    text_is_too_near_to_a_gate: CHECK, |project| folded(project, "400 mm", "fold = \"gate\"", 5);
    text_is_too_near_to_the_middle_of_a_closed_gate: CHECK, |project| {
        folded(project, "394 mm", "fold = \"gate\"\npanels = 4\nreduction = \"1.5 mm\"", 6);
    };
    text_is_too_near_to_a_double_parallel_fold: CHECK, |project| {
        folded(project, "394 mm", "fold = \"double-parallel\"", 7);
    };
    text_is_too_near_to_a_roll_fold: CHECK, |project| folded(project, "494 mm", "fold = \"roll\"\npanels = 5", 9);
    text_is_too_near_to_a_fold_of_a_sheet_read_from_right_to_left: CHECK, |project| {
        project.replace(LEAFLET, "\"de-DE\"", "\"he\"");
        project.replace(LEAFLET, "–", "-");
        folded(project, "396 mm", "fold = \"zigzag\"\npanels = 4", 4);
    };
    a_tint_comes_too_near_to_a_fold: CHECK, |project| {
        project.replace(TEMPLATE, "[style.list]", "[style.list]\ntint = { fill = \"pale\", padding = \"3 mm\" }");
        project.replace(TEMPLATE, "[style.body]", "[style.body]\nindent = \"4 mm\"");
        folded(project, "297 mm", FOLD, 5);
    };
    a_rule_comes_too_near_to_a_fold: CHECK, |project| {
        project.replace(TEMPLATE, "[style.body]", "[style.body]\nindent = \"4 mm\"");
        let rule = "rule-below = { color = \"leaf\", width = \"0.5 pt\", gap = \"3 pt\" }";
        project.replace(TEMPLATE, "[style.heading-2]", &format!("[style.heading-2]\n{rule}"));
        folded(project, "297 mm", FOLD, 5);
    };
    tables_come_too_near_to_a_fold: CHECK, |project| {
        let rule = "rule-below = { color = \"leaf\", width = \"0.5 pt\", gap = \"3 pt\" }";
        project.add(TEMPLATE, &format!("\n[style.table-head]\nlike = \"body\"\n\n[style.table-cell]\nlike = \"body\"\n{rule}\n"));
        project.add(LEAFLET, "\n[[story.more]]\ntable = [[\"Dost\", \"Juli\"], [\"Minze\", \"August\"]]\n");
        folded(project, "297 mm", FOLD, 5);
    };
    a_code_comes_too_near_to_a_fold: CHECK, |project| {
        project.replace(TEMPLATE, "[style.qr]\nlike = \"body\"", "[style.qr]\nlike = \"body\"\nindent = \"0 mm\"");
        project.replace(TEMPLATE, "[style.body]", "[style.body]\nindent = \"4 mm\"");
        folded(project, "297 mm", FOLD, 5);
    };
}
