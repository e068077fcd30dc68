//! Mistakes of who designs the template or writes down what the printer asks for.

use crate::{CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";
const FOLD: &str = "fold = \"zigzag\"";

/// The format of the leaflet, bound.
fn bind(project: &crate::Sandbox, pages: u32) {
    let format = "kind = \"folded\"\nopen = [\"297 mm\", \"210 mm\"]\nfold = \"zigzag\"";
    project.replace(
        TEMPLATE,
        format,
        &format!("kind = \"bound\"\npage = [\"99 mm\", \"210 mm\"]\npages = {pages}"),
    );
    let template = String::from_utf8(project.read(TEMPLATE)).unwrap();
    project.write(TEMPLATE, &template.replace("panel =", "page ="));
}

cases! {
    the_fold_is_unknown: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zig-zag\"");
    };
    panels_are_wider_than_the_sheet: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\npanels = [\"100 mm\", \"100 mm\", \"99.5 mm\"]");
    };
    panels_are_narrower_than_the_sheet: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\npanels = [\"100 mm\", \"100 mm\", \"96 mm\"]");
    };
    a_fold_has_another_number_of_panels: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\npanels = [\"150 mm\", \"147 mm\"]");
    };
    a_panel_is_wider_than_its_host: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\npanels = [\"98.5 mm\", \"98.5 mm\", \"100 mm\"]");
    };
    a_panel_has_no_width: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"letter\"\npanels = [\"148.5 mm\", \"148.5 mm\", \"0 mm\"]");
    };
    a_folded_format_has_pages: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\npages = 6\npage = [\"99 mm\", \"210 mm\"]");
    };
    a_folded_format_lacks_its_fold: CHECK, |project| {
        project.replace(TEMPLATE, "fold = \"zigzag\"\n", "");
    };
    a_bound_format_has_a_fold: CHECK, |project| {
        bind(project, 4);
        project.replace(TEMPLATE, "pages = 4", "pages = 4\nfold = \"zigzag\"\nopen = [\"297 mm\", \"210 mm\"]");
    };
    a_bound_format_lacks_its_pages: CHECK, |project| {
        bind(project, 4);
        project.replace(TEMPLATE, "pages = 4\n", "");
    };
    six_pages_cannot_be_stitched: CHECK, |project| bind(project, 6);
    a_sheet_is_too_large: CHECK, |project| {
        project.replace(TEMPLATE, "\"297 mm\"", "\"2970 mm\"");
    };
    the_baseline_grid_has_no_step: CHECK, |project| {
        project.replace(TEMPLATE, "baseline = \"14 pt\"", "baseline = \"0 pt\"");
    };
    a_swatch_has_more_than_all_ink: CHECK, |project| {
        project.replace(TEMPLATE, "[80, 30, 100, 30]", "[80, 30, 120, 30]");
    };
    a_swatch_has_too_much_ink: CHECK, |project| {
        project.replace(TEMPLATE, "[80, 30, 100, 30]", "[90, 80, 100, 60]");
    };
    a_spot_ink_has_two_equivalents: CHECK, |project| {
        project.replace(TEMPLATE, "leaf = { cmyk = [80, 30, 100, 30] }",
            "leaf = { cmyk = [80, 30, 100, 30], spot = \"HKS 54 K\" }\nstem = { cmyk = [70, 30, 100, 30], spot = \"HKS 54 K\" }");
        project.add(TEMPLATE, "\n[[ground]]\npanel = 2\nfill = \"stem\"\n");
    };
    swatches_are_unknown: CHECK, |project| {
        project.replace(TEMPLATE, "color = \"ink\"", "color = \"inc\"");
        project.replace(TEMPLATE, "fill = \"pale\"", "fill = \"blue\"");
        project.replace(TEMPLATE, "[style.list]", "[style.list]\nmarker = \"•\"\nmarker-color = \"leef\"");
    };
    protrusions_are_unknown: CHECK, |project| {
        project.replace(TEMPLATE, "[style.qr]", "[style.qr]\nprotrusion = \"standart\"");
    };
    a_protrusion_is_a_number: CHECK, |project| {
        project.replace(TEMPLATE, "[style.list]", "[style.list]\nprotrusion = 3");
    };
    signs_hang_by_more_than_all_of_them: CHECK, |project| {
        project.add(TEMPLATE, "\n[protrusion.own]\n\".\" = [0, 120]\n\",\" = [-5, 60]\n\"ab\" = [0, 10]\n");
    };
    styles_build_on_what_is_not_there: CHECK, |project| {
        project.replace(TEMPLATE, "[style.qr]\nlike = \"body\"", "[style.qr]\nlike = \"boby\"");
    };
    styles_build_on_each_other: CHECK, |project| {
        project.replace(TEMPLATE, "[style.heading-1]\nlike = \"body\"", "[style.heading-1]\nlike = \"heading-2\"");
    };
    a_style_lacks_what_letters_need: CHECK, |project| {
        project.add(TEMPLATE, "\n[style.caption]\nweight = 400\n");
    };
    a_style_has_impossible_values: CHECK, |project| {
        project.add(TEMPLATE, "
[style.caption]
like = \"body\"
size = \"0.5 pt\"
leading = \"900 pt\"
weight = 0
features = [\"old-style\"]
");
    };
    a_font_family_is_missing: CHECK, |project| {
        project.replace(TEMPLATE, "font = \"Source Sans 3\"", "font = [\"Source Sans\", \"Noto Sans Arabic\"]");
    };
    frames_stand_nowhere_or_twice: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 4\nstory = \"more\"", "story = \"more\"");
        project.replace(TEMPLATE, "panel = 3\nstory = \"herbs\"", "panel = 3\npage = 3\nstory = \"herbs\"");
    };
    panels_are_not_there: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 4\nstory = \"more\"", "panel = 7\nstory = \"more\"");
        project.replace(TEMPLATE, "panel = 1\nfill = \"pale\"", "page = 1\nfill = \"pale\"");
    };
    pages_are_not_there: CHECK, |project| {
        bind(project, 4);
        project.replace(TEMPLATE, "page = 4\nstory = \"more\"", "page = 5\nstory = \"more\"");
        project.replace(TEMPLATE, "page = 1\nfill = \"pale\"", "side = \"outside\"\nfill = \"pale\"");
        project.replace(TEMPLATE, "page = 2\nstory = \"herbs\"", "panel = 2\nstory = \"herbs\"");
    };
    a_frame_reaches_beyond_the_bleed: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nat = [\"10 mm\", \"150 mm\"]\nsize = [\"77 mm\", \"80 mm\"]");
    };
    a_frame_comes_too_near_to_the_trim: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nat = [\"2 mm\", \"18 mm\"]\nsize = [\"77 mm\", \"190 mm\"]");
    };
    a_warning_fails_where_it_is_denied: &["check", "--deny-warnings"], |project| {
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nat = [\"2 mm\", \"18 mm\"]\nsize = [\"77 mm\", \"190 mm\"]");
    };
    a_frame_puts_an_unknown_style_instead: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nstyles = { body = \"smal\", heading-2 = \"heading-1\" }");
    };
    a_running_head_has_an_unknown_style: CHECK, |project| {
        bind(project, 4);
        project.add(TEMPLATE, "
[[running]]
pages = [2, 3]
text = \"{page}\"
style = \"folio\"
side = \"outer\"
baseline = \"200 mm\"
");
    };
    figures_are_unknown_or_of_another_kind: CHECK, |project| {
        project.replace(TEMPLATE, "[style.list]", "[style.list]\nmarker-figure = \"seeds\"");
        project.add(TEMPLATE, "
[[art]]
panel = 5
figure = \"sead\"

[figure.seeds]
kind = \"field\"
colors = [\"leaf\"]
line = \"pale\"
line-width = \"0.5 pt\"
spacing = \"6 mm\"
");
    };
    figures_lack_what_they_need: CHECK, |project| {
        project.add(TEMPLATE, "
[figure.seeds]
kind = \"field\"
colors = []
line = \"pale\"
line-width = \"0.5 pt\"

[figure.row]
kind = \"roster\"
colors = [\"leef\"]
line = \"pale\"
line-width = \"0.5 pt\"
");
    };
    a_figure_has_no_room_for_a_dot_of_every_record: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.picture]]\nfigure = \"beds\"\ndata = \"herbs.list\"\ndecorative = true\n");
        project.add(TEMPLATE, "
[style.figure]
like = \"body\"

[[frame]]
panel = 5
story = \"picture\"
at = [\"10 mm\", \"20 mm\"]
size = [\"40 mm\", \"40 mm\"]

[figure.beds]
kind = \"field\"
colors = [\"leaf\"]
line = \"pale\"
line-width = \"0.5 pt\"
spacing = \"12 mm\"
sizes = [{ radius = \"9 mm\" }]
");
    };
    copyfitting_has_no_limits: CHECK, |project| {
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\nfit = {}");
    };
    limits_of_copyfitting_are_the_wrong_way_round: CHECK, |project| {
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\nfit = { size = [\"12 pt\", \"10 pt\"], tracking = [-600, 0] }");
    };
    two_frames_of_a_thread_name_different_limits: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 2\n", "panel = 2\nfit = { size = [\"10 pt\", \"12 pt\"] }\n");
        project.replace(TEMPLATE, "panel = 3\n", "panel = 3\nfit = { size = [\"9 pt\", \"12 pt\"] }\n");
    };
    columns_are_too_narrow: CHECK, |project| {
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\ncolumns = 6\ngutter = \"5 mm\"");
    };
    there_are_too_many_columns: CHECK, |project| {
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\ncolumns = 60\ngutter = \"-5 mm\"");
    };
    one_column_is_balanced: CHECK, |project| {
        project.replace(TEMPLATE, "story = \"more\"", "story = \"more\"\nbalance = true");
    };
    the_templates_printer_is_missing: CHECK, |project| {
        project.replace(TEMPLATE, FOLD, "fold = \"zigzag\"\nprinter = \"dogital\"");
    };
    the_usual_printer_is_missing: CHECK, |project| {
        std::fs::remove_file(project.path(PRINTER)).unwrap();
    };
    the_profile_is_missing: CHECK, |project| {
        project.replace(PRINTER, "FOGRA39L_coated.icc", "PSOcoated_v3.icc");
    };
    the_profile_is_broken: CHECK, |project| {
        project.write("templates/printers/FOGRA39L_coated.icc", "no profile");
    };
    the_profile_is_for_a_screen: CHECK, |project| {
        let profile = moxcms::ColorProfile::new_srgb().encode().unwrap();
        project.write_bytes("templates/printers/FOGRA39L_coated.icc", &profile);
    };
    content_and_template_are_both_wrong: CHECK, |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
        project.replace(LEAFLET, "\"de-DE\"", "\"Deutsch\"");
        project.replace(TEMPLATE, "font = \"Source Sans 3\"", "font = \"Source Serif\"");
        project.replace(TEMPLATE, "story = \"more\"", "story = \"moor\"");
    };
}
