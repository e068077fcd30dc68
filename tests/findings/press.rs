//! What a printer would send back, and what a printer's file asks for that cannot be had.

use crate::common::Sandbox;
use crate::{BUILD, CHECK, cases};

const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";
const PROFILE: &str = "templates/printers/FOGRA39L_coated.icc";

/// Lets the ground of the cover stand here instead of covering it.
fn ground(project: &Sandbox, at: [&str; 2], size: [&str; 2]) {
    project.replace(
        TEMPLATE,
        "panel = 1\nfill",
        &format!("panel = 1\nat = {at:?}\nsize = {size:?}\nfill"),
    );
}

/// Writes bytes into the printer's profile.
fn patch(project: &Sandbox, at: usize, bytes: &[u8]) {
    let mut profile = project.read(PROFILE);
    profile[at..at + bytes.len()].copy_from_slice(bytes);
    project.write_bytes(PROFILE, &profile);
}

cases! {
    a_ground_ends_a_hair_before_the_trim: CHECK, |project| {
        ground(project, ["9 mm", "20 mm"], ["89.7 mm", "100 mm"]);
    };
    a_ground_ends_a_hair_before_the_trim_on_three_sides: CHECK, |project| {
        ground(project, ["10 mm", "0.2 mm"], ["88.8 mm", "209.6 mm"]);
    };
    text_is_smaller_than_the_printer_prints: CHECK, |project| {
        project.replace(TEMPLATE, "like = \"body\"\nindent", "like = \"body\"\nsize = \"4.5 pt\"\nindent");
    };
    text_of_several_inks_is_small: CHECK, |project| {
        project.replace(TEMPLATE, "size = \"15 pt\"", "size = \"7.5 pt\"");
    };
    text_is_left_white_and_small: CHECK, |project| {
        project.replace(TEMPLATE, "fill = \"pale\"", "fill = \"leaf\"");
        project.replace(TEMPLATE, "[swatch]", "[swatch]\npaper = { cmyk = [0, 0, 0, 0] }");
        project.replace(TEMPLATE, "size = \"11 pt\"\nleading = \"14 pt\"\ncolor = \"ink\"", "size = \"7 pt\"\nleading = \"14 pt\"\ncolor = \"paper\"");
    };
    a_line_is_thinner_than_the_printer_prints: CHECK, |project| {
        project.replace(TEMPLATE, "before = \"14 pt\"", "before = \"14 pt\"\nrule-above = { color = \"ink\", width = \"0.1 pt\", gap = \"4 pt\" }");
    };
    an_old_pdf_is_to_have_layers: CHECK, |project| {
        project.add_before(PRINTER, "pdfx = \"x1a\"\nmarks = [\"crop\", \"crease-layer\"]\n");
    };
    sheets_are_to_have_layers: CHECK, |project| {
        project.add(PRINTER, "\n[sheets]\nmarks = [\"crease-layer\"]\n");
    };
    a_mark_is_unknown: CHECK, |project| {
        project.add_before(PRINTER, "marks = [\"crop\", \"folds\"]\n");
    };
    the_profile_can_be_fetched: BUILD, |project| {
        project.replace(PRINTER, "profile = \"FOGRA39L_coated.icc\"", "profile = \"PSOuncoated_v3_FOGRA52.icc\"\nsource = \"https://www.eci.org/en/downloads\"");
    };
    the_profile_is_missing_and_nobody_says_where_it_is: BUILD, |project| {
        project.replace(PRINTER, "FOGRA39L_coated.icc", "PSOuncoated_v3_FOGRA52.icc");
    };
    the_profile_is_for_a_screen: BUILD, |project| patch(project, 12, b"mntrRGB ");
    the_profile_is_grey: BUILD, |project| patch(project, 16, b"GRAY");
    the_profile_is_of_lab: BUILD, |project| patch(project, 12, b"abstLab ");
    the_profile_is_for_a_scanner: BUILD, |project| patch(project, 12, b"scnr");
    the_profile_is_a_link: BUILD, |project| patch(project, 12, b"link");
    the_profile_is_cut_off: BUILD, |project| {
        let profile = project.read(PROFILE);
        project.write_bytes(PROFILE, &profile[..profile.len() / 3]);
    };
    the_profile_is_of_zeros: BUILD, |project| project.write_bytes(PROFILE, &vec![0; 64 << 20]);
    the_profile_is_larger_than_any: BUILD, |project| project.write_bytes(PROFILE, &vec![0; (64 << 20) + 1]);
    the_profile_lies_about_its_tables: BUILD, |project| {
        // The number of its tables.
        patch(project, 128, &[0x7F, 0xFF, 0xFF, 0xFF]);
    };
    the_profile_says_that_its_tables_lie_behind_its_end: BUILD, |project| {
        // Where the first tables lie, and how long they are.
        for table in 0..8 {
            patch(project, 132 + 12 * table + 4, &[0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF]);
        }
    };
    the_profile_is_too_new_for_an_old_pdf: BUILD, |project| {
        project.add_before(PRINTER, "pdfx = \"x3\"\n");
        patch(project, 8, &[4]);
    };
}
