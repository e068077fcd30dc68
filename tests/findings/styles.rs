//! Mistakes about letters: character styles, what words say beyond themselves, and what adorns paragraphs.

use crate::{CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";

/// What follows the words of the cover.
fn says(project: &crate::Sandbox, text: &str) {
    project.replace(
        LEAFLET,
        "die niemand pflanzt.",
        &format!("die niemand pflanzt. {text}"),
    );
}

/// Takes the small capitals out of the regular font: nobody finds a feature under another name.
fn without_small_capitals(project: &crate::Sandbox) {
    let path = "fonts/source-sans-3/SourceSans3-Regular.ttf";
    let mut font = project.read(path);
    let places: Vec<usize> = (0..font.len() - 4)
        .filter(|at| font[*at..].starts_with(b"smcp"))
        .collect();
    for place in places {
        font[place..place + 4].copy_from_slice(b"smcq");
    }
    project.write_bytes(path, &font);
}

cases! {
    a_font_has_no_small_capitals: CHECK, |project| {
        without_small_capitals(project);
        project.add(TEMPLATE, "\n[character.short]\ncase = \"small-caps\"\n");
        says(project, "Die [Nato](style:short), die [UNO](style:short) und **die [Unesco](style:short)**.");
        project.replace(LEAFLET, "1. genau hinsehen", "1. genau [hinsehen](style:short)");
    };
    a_font_lacks_a_feature_of_a_paragraph: CHECK, |project| {
        project.replace(TEMPLATE, "[style.list]", "[style.list]\nfeatures = [\"swsh\"]");
    };
    letters_above_the_line_are_scaled: CHECK, |project| {
        project.add(TEMPLATE, "\n[character.note]\nposition = \"superscript\"\n");
        says(project, "Kamille[2Ω](style:note) und Salbei[1](style:note)");
    };
    a_tint_comes_too_near_to_the_trim: CHECK, |project| {
        project.replace(TEMPLATE, "[style.list]", "[style.list]\ntint = { fill = \"pale\", padding = \"12 mm\" }");
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nat = [\"0 mm\", \"18 mm\"]\nsize = [\"99 mm\", \"180 mm\"]");
    };
    links_have_a_style_of_paragraphs: CHECK, |project| {
        project.replace(TEMPLATE, "[character.link]", "[style.link]\nlike = \"body\"");
    };
    links_and_paragraphs_have_a_style_of_the_same_name: CHECK, |project| {
        project.add(TEMPLATE, "\n[style.link]\nlike = \"body\"\n");
    };
    words_wear_an_unknown_style: CHECK, |project| {
        project.add(TEMPLATE, "\n[character.year]\nfigures = [\"old-style\"]\n");
        says(project, "Seit [2011](style:yaer), [x](style:)");
    };
    a_heading_an_item_and_a_record_wear_unknown_styles: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr [erfahren](style:small)\"");
        project.replace(LEAFLET, "1. genau hinsehen", "1. genau [hinsehen](style:loud)");
        project.replace(LEAFLET, "{ heading = \"{name}\" }", "{ heading = \"[{name}](style:{from})\" }");
    };
    a_language_is_malformed_or_missing: CHECK, |project| {
        says(project, "[Weeds](lang:englisch) und [herbs](lang:)");
    };
    a_language_drawn_from_the_data_is_malformed: CHECK, |project| {
        project.replace(LEAFLET, "{about}", "[{about}](lang:{from})");
    };
    an_expansion_says_nothing: CHECK, |project| {
        says(project, "[NABU](expand:) und [BUND](<expand: >)");
    };
    an_expansion_with_spaces_lacks_its_points: CHECK, |project| {
        says(project, "[NABU](expand:Naturschutzbund Deutschland)");
    };
    a_mark_has_no_words: CHECK, |project| {
        says(project, "Ein [](lang:en) und [](https://example.org)");
    };
    marks_stand_in_each_other_too_deep: CHECK, |project| {
        says(project, &format!("{}a{}", "[".repeat(20), "](lang:en)".repeat(20)));
    };
    words_that_lead_nowhere_are_underlined: CHECK, |project| {
        project.add(TEMPLATE, "\n[character.loud]\nunderline = true\n");
        says(project, "Sehr [laut](style:loud) und [hier](https://example.org)");
    };
    a_paragraph_is_underlined: CHECK, |project| {
        project.replace(TEMPLATE, "[style.heading-2]", "[style.heading-2]\nunderline = true");
    };
    character_styles_build_on_each_other: CHECK, |project| {
        project.add(TEMPLATE, "
[character.year]
like = \"date\"

[character.date]
like = \"year\"

[character.name]
like = \"nmae\"
");
    };
    a_character_style_has_impossible_values: CHECK, |project| {
        project.add(TEMPLATE, "
[character.year]
size = \"900 %\"
tracking = 2000
figures = [\"old-style\", \"lining\"]
weight = 0
color = \"leef\"
");
    };
    a_character_style_is_malformed: CHECK, |project| {
        project.add(TEMPLATE, "
[character.name]
size = \"85\"
case = \"capitals\"
leading = \"12 pt\"
");
    };
    a_paragraph_has_impossible_adornments: CHECK, |project| {
        project.add(TEMPLATE, "
[style.box]
like = \"body\"
tracking = -900
rule-above = { color = \"leef\", width = \"0.1 pt\", gap = \"2 pt\" }
rule-below = { color = \"leaf\", width = \"1 pt\", gap = \"-2 pt\" }
tint = { fill = \"pale\", padding = \"900 pt\" }
");
    };
    shares_of_shares_come_to_nothing_that_can_be_read: CHECK, |project| {
        project.add(TEMPLATE, "\n[character.tiny]\nsize = \"20 %\"\n");
        says(project, "[[klein](style:tiny)](style:tiny)");
    };
}
