//! Mistakes in swatches: inks, spot inks and tints, and what of them is printed.

use crate::{CHECK, Sandbox, cases};

const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";
const LEAF: &str = "leaf = { cmyk = [80, 30, 100, 30] }";

/// Other swatches in the place of the green one.
fn swatches(project: &Sandbox, swatches: &str) {
    project.replace(TEMPLATE, LEAF, swatches);
}

cases! {
    a_spot_ink_has_no_equivalent: CHECK, |project| {
        swatches(project, "leaf = { spot = \"HKS 54 K\" }");
    };
    a_swatch_has_no_ink: CHECK, |project| {
        swatches(project, "leaf = {}");
    };
    a_tint_is_of_nothing_known: CHECK, |project| {
        swatches(project, "leaf = { cmyk = [80, 30, 100, 30] }\nlight = { of = \"leef\", tint = 20 }");
    };
    a_tint_lacks_a_part_of_itself: CHECK, |project| {
        swatches(project, "leaf = { cmyk = [80, 30, 100, 30], tint = 20 }\nlight = { of = \"leaf\" }");
    };
    a_tint_is_more_than_all: CHECK, |project| {
        swatches(project, "light = { of = \"leaf\", tint = 120 }\nleaf = { cmyk = [80, 30, 100, 30] }");
    };
    a_tint_has_an_ink_of_its_own: CHECK, |project| {
        swatches(project, "leaf = { of = \"ink\", tint = 20, cmyk = [0, 0, 0, 20] }");
    };
    tints_are_of_each_other: CHECK, |project| {
        swatches(project, "leaf = { of = \"bud\", tint = 20 }\nbud = { of = \"seed\", tint = 50 }\nseed = { of = \"leaf\", tint = 50 }");
        project.replace(TEMPLATE, "pale = { cmyk = [8, 0, 15, 0] }", "pale = { of = \"pale\", tint = 8 }");
    };
    spot_inks_have_impossible_names: CHECK, |project| {
        let long = "HKS 54 K ".repeat(15);
        swatches(project, &format!("leaf = {{ spot = \"All\", cmyk = [80, 30, 100, 30] }}
black = {{ spot = \"black\", cmyk = [0, 0, 0, 100] }}
nameless = {{ spot = \" \", cmyk = [80, 30, 100, 30] }}
long = {{ spot = \"{long}\", cmyk = [80, 30, 100, 30] }}
unseen = {{ spot = \"HKS\\u000054\", cmyk = [80, 30, 100, 30] }}
spaced = {{ spot = \"HKS 54 K \", cmyk = [80, 30, 100, 30] }}"));
    };
    a_spot_ink_is_spelt_twice: CHECK, |project| {
        swatches(project, "leaf = { spot = \"HKS 54 K\", cmyk = [80, 30, 100, 30] }
stem = { spot = \"HKS 54 N\", cmyk = [80, 30, 100, 30] }
root = { spot = \"Hks  54 K\", cmyk = [80, 30, 100, 30] }");
    };
    there_are_more_spot_inks_than_the_printer_takes: CHECK, |project| {
        project.add(PRINTER, "\n[limits]\nspots = 1\n");
        swatches(project, "leaf = { spot = \"HKS 54 K\", cmyk = [80, 30, 100, 30] }
gold = { spot = \"PANTONE 871 C\", cmyk = [20, 25, 60, 25] }
unused = { spot = \"HKS 3 K\", cmyk = [0, 0, 90, 0] }");
        project.replace(TEMPLATE, "fill = \"pale\"", "fill = \"gold\"");
    };
    the_printer_takes_no_spot_ink: CHECK, |project| {
        project.add(PRINTER, "\n[limits]\nspots = 0\n");
        swatches(project, "leaf = { spot = \"HKS 54 K\", cmyk = [80, 30, 100, 30] }");
    };
    text_is_in_rich_black: CHECK, |project| {
        swatches(project, "leaf = { cmyk = [70, 60, 60, 100] }");
    };
}
