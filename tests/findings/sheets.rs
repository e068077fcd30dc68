//! The sheets of a press in the house: what does not fit on them, how pages lie on them, and what their creep does at the fore-edge.

use crate::{BUILD, CHECK, cases};

const TEMPLATE: &str = "templates/almanac.toml";
const PRINTER: &str = "templates/printers/standard.toml";

/// Board instead of paper: the innermost of two sheets creeps by 4 mm.
const BOARD: &str = "\n[paper]\nweight = 1000\nvolume = 2.0\n";

cases! {
    of "almanac";
    pages_lie_on_sheets: CHECK, |_| {};
    pages_lie_on_sheets_in_json: &["check", "--format", "json"], |_| {};
    two_pages_are_wider_than_the_sheet: &["build", "--edition", "sheets"], |project| {
        project.add(PRINTER, "\n[sheets]\nsize = \"A4\"\n");
    };
    the_margin_leaves_no_room_on_a_sheet_that_nobody_named: CHECK, |project| {
        project.add(PRINTER, "\n[sheets]\nmargin = \"80 mm\"\n");
    };
    marks_have_no_room_around_two_pages: CHECK, |project| {
        project.add(PRINTER, "\n[sheets]\nsize = [\"314 mm\", \"123 mm\"]\n");
    };
    text_may_be_cut_off_because_sheets_creep: BUILD, |project| {
        project.add(PRINTER, "\n[paper]\nweight = 350\nvolume = 1.2\n");
        project.replace(TEMPLATE, "outer = \"12 mm\"", "outer = \"4.5 mm\"");
    };
    artwork_bleeds_less_than_sheets_creep: BUILD, |project| {
        project.add(PRINTER, BOARD);
        project.add(TEMPLATE, "\n[[ground]]\npage = 4\nfill = \"earth\"\n");
    };
}
