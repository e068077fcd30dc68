//! What shuts people out: text and figures that are hard to see, descriptions, links and headings that say nothing, languages, signs and
//! abbreviations. Beside each case stands one just inside the limit, of which nothing is said.

use crate::common::{Sandbox, picture};
use crate::{CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const INK: &str = "ink = { cmyk = [0, 0, 0, 100] }";
const LEAF: &str = "leaf = { cmyk = [80, 30, 100, 30] }";
const SIZE: &str = "size = \"11 pt\"";

/// Adds a text to the last story.
fn write(project: &Sandbox, text: &str) {
    project.add(LEAFLET, &format!("\n[[story.more]]\ntext = \"{text}\"\n"));
}

/// Lays a drawing of 100 by 210 units below all of the second panel.
fn under(project: &Sandbox, drawn: &str) {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100mm\" height=\"210mm\" viewBox=\"0 0 100 210\">{drawn}</svg>"
    );
    picture::put(project, "below.svg", svg.as_bytes());
    art(project, "below.svg");
}

fn art(project: &Sandbox, name: &str) {
    project.add(
        TEMPLATE,
        &format!("\n[[art]]\npanel = 2\nfigure = \"{name}\"\nat = [\"5 mm\", \"5 mm\"]\nsize = [\"89 mm\", \"200 mm\"]\n"),
    );
}

/// Shows a drawing of 40 by 20 units with a description.
fn figure(project: &Sandbox, drawn: &str, alt: &str, more: &str) {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" height=\"20mm\" viewBox=\"0 0 40 20\">{drawn}</svg>"
    );
    picture::put(project, "blatt.svg", svg.as_bytes());
    project.add(
        TEMPLATE,
        "\n[style.figure]\nlike = \"body\"\n\n[style.caption]\nlike = \"body\"\n",
    );
    project.add(
        LEAFLET,
        &format!("\n[[story.more]]\nfigure = \"blatt.svg\"\nalt = \"{alt}\"\nheight = \"15 mm\"\n{more}"),
    );
}

/// Three bars of one colour.
fn bars(color: &str) -> String {
    let bar = |x: u32| format!("<rect x=\"{x}\" y=\"2\" width=\"8\" height=\"16\" fill=\"{color}\"/>");
    [2, 15, 28].map(bar).concat()
}

/// A good drawing, described.
fn described(project: &Sandbox, alt: &str, more: &str) {
    figure(project, &bars("#005030"), alt, more);
}

fn ground(project: &Sandbox, fill: &str, at: [u32; 2], size: [u32; 2]) {
    let [left, top] = at;
    let [width, height] = size;
    project.add(
        TEMPLATE,
        &format!(
            "\n[[ground]]\npanel = 2\nfill = \"{fill}\"\nat = [\"{left} mm\", \"{top} mm\"]\nsize = [\"{width} mm\", \"{height} mm\"]\n"
        ),
    );
}

cases! {
    text_is_too_light_for_paper: CHECK, |project| {
        project.replace(TEMPLATE, INK, "ink = { cmyk = [0, 0, 0, 60] }");
    };
    text_is_just_dark_enough: CHECK, |project| {
        project.replace(TEMPLATE, INK, "ink = { cmyk = [0, 0, 0, 72] }");
    };
    large_text_is_too_light: CHECK, |project| {
        project.replace(TEMPLATE, LEAF, "leaf = { cmyk = [0, 55, 100, 0] }");
        project.replace(TEMPLATE, "[character.link]\ncolor = \"leaf\"", "[character.link]\ncolor = \"ink\"");
    };
    large_text_is_just_dark_enough: CHECK, |project| {
        project.replace(TEMPLATE, LEAF, "leaf = { cmyk = [75, 10, 100, 5] }");
        project.replace(TEMPLATE, "[character.link]\ncolor = \"leaf\"", "[character.link]\ncolor = \"ink\"");
    };
    text_lies_half_on_a_dark_ground: CHECK, |project| {
        ground(project, "leaf", [0, 0], [30, 210]);
    };
    a_form_over_the_dark_ground_makes_it_light: CHECK, |project| {
        ground(project, "leaf", [0, 0], [30, 210]);
        ground(project, "pale", [5, 10], [94, 190]);
    };
    text_is_white_on_paper: CHECK, |project| {
        project.replace(TEMPLATE, INK, "ink = { cmyk = [0, 0, 0, 0] }");
    };
    text_stands_on_a_gradient_that_gets_dark: CHECK, |project| {
        under(project, "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#333\"/></linearGradient>\
            <rect width=\"100\" height=\"210\" fill=\"url(#g)\"/>");
    };
    text_stands_on_a_gradient_that_stays_light: CHECK, |project| {
        under(project, "<linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"#fff\"/><stop offset=\"1\" stop-color=\"#bbb\"/></linearGradient>\
            <rect width=\"100\" height=\"210\" fill=\"url(#g)\"/>");
    };
    text_stands_on_what_shines_through: CHECK, |project| {
        under(project, "<circle cx=\"50\" cy=\"60\" r=\"45\" fill=\"#003020\" opacity=\"0.7\"/>");
    };
    text_stands_on_a_faint_veil_and_a_hair_line: CHECK, |project| {
        under(project, "<circle cx=\"50\" cy=\"60\" r=\"45\" fill=\"#003020\" opacity=\"0.2\"/>\
            <path d=\"M0 0L100 210\" stroke=\"#000\" stroke-width=\"0.1\"/>");
    };
    text_stands_on_a_photograph: CHECK, |project| {
        picture::put(project, "wiese.jpg", &picture::jpeg(1100, 2500));
        art(project, "wiese.jpg");
    };
    text_in_a_spot_ink_is_too_light: CHECK, |project| {
        project.replace(TEMPLATE, INK, "ink = { spot = \"HKS 3 K\", cmyk = [0, 0, 90, 0] }");
    };
    text_in_a_spot_ink_is_just_dark_enough: CHECK, |project| {
        project.replace(TEMPLATE, INK, "ink = { spot = \"HKS 97 K\", cmyk = [0, 0, 0, 72] }");
    };
    a_figure_is_faint: CHECK, |project| {
        figure(project, &bars("#ffe680"), "Drei Blätter", "");
    };
    a_figure_is_just_strong_enough: CHECK, |project| {
        figure(project, &bars("#808080"), "Drei Blätter", "");
    };
    running_text_is_too_small: CHECK, |project| {
        project.replace(TEMPLATE, SIZE, "size = \"8.7 pt\"");
    };
    running_text_is_just_large_enough: CHECK, |project| {
        project.replace(TEMPLATE, SIZE, "size = \"8.8 pt\"");
    };
    a_caption_is_too_small: CHECK, |project| {
        described(project, "Drei Blätter", "caption = \"So sehen sie aus.\"\n");
        project.replace(TEMPLATE, "[style.caption]\nlike = \"body\"", "[style.caption]\nlike = \"body\"\nsize = \"6.9 pt\"");
    };
    a_caption_is_just_large_enough: CHECK, |project| {
        described(project, "Drei Blätter", "caption = \"So sehen sie aus.\"\n");
        project.replace(TEMPLATE, "[style.caption]\nlike = \"body\"", "[style.caption]\nlike = \"body\"\nsize = \"7.1 pt\"");
    };
    a_figure_is_described_by_its_file: CHECK, |project| described(project, "blatt.svg", "");
    a_figure_is_described_by_signs: CHECK, |project| described(project, "– – –", "");
    a_figure_is_described_by_a_placeholder: CHECK, |project| described(project, "Beschreibung.", "");
    a_figure_is_described_by_a_word_or_two: CHECK, |project| described(project, "Ein Blatt", "");
    a_figure_is_described_by_its_caption: CHECK, |project| {
        described(project, "Drei Blätter", "caption = \"Drei Blätter.\"\n");
    };
    a_figure_is_described_by_more_than_its_caption: CHECK, |project| {
        described(project, "Drei Blätter am Weg", "caption = \"Drei Blätter.\"\n");
    };
    a_description_begins_with_what_everybody_knows: CHECK, |project| described(project, "Bild von drei Blättern", "");
    a_description_begins_with_a_word_that_is_longer: CHECK, |project| described(project, "Bildnis von drei Blättern", "");
    a_description_is_too_long: CHECK, |project| described(project, &"Blatt ".repeat(42), "");
    a_description_is_just_short_enough: CHECK, |project| {
        described(project, &format!("{}.", &"Blatt ".repeat(42)[..249]), "caption = \"Drei Blätter.\"\n");
    };
    a_link_does_not_say_where_it_goes: CHECK, |project| {
        write(project, "Mehr steht [hier](https://example.org/mehr).");
    };
    two_links_are_called_the_same: CHECK, |project| {
        write(project, "Im [Flyer](https://example.org/a) und im [Flyer](https://example.org/b).");
    };
    an_address_is_too_long: CHECK, |project| {
        project.replace(LEAFLET, "https://example.org/kraeuter", "https://example.org/kraeuter/am-weg/und/unter/den/hecken/2026");
    };
    links_that_say_where_they_go: CHECK, |project| {
        write(project, "Der [Flyer](https://example.org/a), noch einmal der [Flyer](https://example.org/a), und [mehr Kräuter](https://example.org/b).");
        project.replace(LEAFLET, "https://example.org/kraeuter", "https://example.org/kraeuter/am-weg/und/unter/den/hecken");
    };
    no_heading_is_of_level_1: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Kräuter am Weg\"\nlevel = 1", "heading = \"Kräuter am Weg\"\nlevel = 2");
    };
    two_headings_are_of_level_1: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren\"\nlevel = 1");
    };
    a_heading_is_of_level_1_and_others_are_below: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren\"\nlevel = 2");
        project.add(LEAFLET, "\n[[story.more]]\nheading = \"Und sonst\"\nlevel = 2\n");
    };
    a_heading_leaves_out_a_level: CHECK, |project| {
        project.add(TEMPLATE, "\n[style.heading-4]\nlike = \"heading-2\"\n");
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren\"\nlevel = 4");
    };
    headings_go_down_step_by_step_and_up_at_once: CHECK, |project| {
        project.add(TEMPLATE, "\n[style.heading-3]\nlike = \"heading-2\"\n");
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren\"\nlevel = 3");
        project.add(LEAFLET, "\n[[story.more]]\nheading = \"Und sonst\"\n");
    };
    a_heading_says_nothing: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.more]]\nheading = \"***\"\n\n[[story.more]]\ntext = \"Schluss.\"\n");
    };
    a_heading_is_a_number: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.more]]\nheading = \"*7*\"\n\n[[story.more]]\ntext = \"Schluss.\"\n");
    };
    languages_are_unknown: CHECK, |project| {
        project.replace(LEAFLET, "language = \"de-DE\"", "language = \"xx-DE\"");
        write(project, "Die [herbs](lang:qq) am Weg.");
    };
    languages_are_rare_and_known: CHECK, |project| {
        project.replace(LEAFLET, "language = \"de-DE\"", "language = \"de-AT\"");
        write(project, "Die [Chrüter](lang:gsw) am Weg, [trave](lang:sr-Latn-RS) und [hierbas](lang:es-419).");
    };
    a_passage_in_english_is_not_marked: CHECK, |project| {
        write(project, "These are the herbs that you will find by the way, and this is what they are good for.");
    };
    a_passage_in_english_is_marked: CHECK, |project| {
        write(project, "[These are the herbs that you will find by the way, and this is what they are good for.](lang:en)");
    };
    a_gender_sign_is_a_colon: CHECK, |project| write(project, "Für Gärtner:innen und ihre Gäste.");
    a_gender_sign_is_a_low_line: CHECK, |project| write(project, "Für Gärtner_innen und ihre Gäste.");
    a_gender_sign_is_a_slash: CHECK, |project| write(project, "Für Gärtner/-innen und ihre Gäste.");
    a_gender_sign_is_a_capital: CHECK, |project| write(project, "Für GärtnerInnen und ihre Gäste.");
    what_only_looks_like_a_gender_sign: CHECK, |project| {
        write(project, "Für Gärtner*innen von 10:30 bis 12:00, im Maß 1:2, auf LinkedIn, mit PlugIn und [Users:in](lang:en) der Firma YouTube.");
    };
    an_abbreviation_is_not_explained: CHECK, |project| write(project, "Die LADS hilft, und die LADS rät.");
    abbreviations_are_explained: CHECK, |project| {
        write(project, "Die Landesstelle für Gleichbehandlung (LADS) hilft, die LADS rät, auch als PDF zum LGG (Landesgleichstellungsgesetz von Berlin).");
    };
    plain_language_is_set_as_any_text_is: CHECK, |project| {
        project.write("faltwerk.toml", "[checks]\nprofile = \"plain-language\"\n");
        project.replace(TEMPLATE, "after = \"7 pt\"", "after = \"7 pt\"\nalign = \"justify\"");
    };
    plain_language_is_set_as_it_has_to_be: CHECK, |project| {
        project.write("faltwerk.toml", "[checks]\nprofile = \"plain-language\"\n");
        project.replace(TEMPLATE, SIZE, "size = \"14 pt\"\nhyphenate = false");
        project.replace(TEMPLATE, "leading = \"14 pt\"", "leading = \"21 pt\"");
        project.replace(TEMPLATE, "baseline = \"14 pt\"", "baseline = \"21 pt\"");
        project.replace(LEAFLET, "{about} Sie blüht von {from} bis {to}.", "{about}");
    };
    pdfua_asks_for_no_more_than_the_standards: CHECK, |project| {
        project.write("faltwerk.toml", "[checks]\nprofile = \"pdfua\"\n");
        project.replace(TEMPLATE, SIZE, "size = \"8 pt\"");
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren\"\nlevel = 1");
        write(project, "Die LADS hilft Gärtner:innen.");
    };
}
