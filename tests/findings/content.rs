//! Mistakes of who writes the content: names and paths that lead nowhere, markup that cannot be set, figures without a text.

use crate::{BUILD, CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const HERBS: &str = "content/herbs.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const HERB: &str = "{ text = \"{about} Sie blüht von {from} bis {to}.\" }";
const MORE: &str = "heading = \"Mehr erfahren\"";

/// A generated figure, for the cases about figures.
const FIGURE: &str = "
[figure.seeds]
kind = \"field\"
colors = [\"leaf\"]
line = \"pale\"
line-width = \"0.5 pt\"
spacing = \"6 mm\"
fill = \"2 mm\"
";

/// The styles of tables, for the cases about tables.
const TABLE: &str = "
[style.table-cell]
like = \"body\"

[style.table-head]
like = \"body\"
";

cases! {
    the_template_is_missing: CHECK, |project| {
        project.replace(LEAFLET, "template = \"leaflet\"", "template = \"leaflets\"");
    };
    a_data_file_is_missing: CHECK, |project| {
        project.replace(LEAFLET, "\"herbs.toml\"", "\"herb.toml\"");
    };
    a_data_file_lies_outside_the_project: CHECK, |project| {
        project.replace(LEAFLET, "\"herbs.toml\"", "\"../../herbs.toml\"");
    };
    the_printer_is_missing: CHECK, |project| {
        project.replace(LEAFLET, "language =", "printer = \"standart\"\nlanguage =");
    };
    the_language_and_the_date_are_malformed: CHECK, |project| {
        project.replace(LEAFLET, "\"de-DE\"", "\"Deutsch\"");
        project.replace(LEAFLET, "\"2026-05-01\"", "\"1.5.2026\"");
    };
    the_title_is_empty: CHECK, |project| {
        project.replace(LEAFLET, "title = \"Kräuter am Weg\"", "title = \"\"");
    };
    a_document_without_a_date_gets_a_hint: CHECK, |project| {
        project.replace(LEAFLET, "date = \"2026-05-01\"\n", "");
    };
    an_empty_field_gets_a_hint_in_check: CHECK, |project| {
        project.replace(LEAFLET, "https://example.org/kraeuter", "");
    };
    an_empty_field_is_only_counted_in_build: BUILD, |project| {
        project.replace(LEAFLET, "https://example.org/kraeuter", "");
    };
    a_path_begins_with_an_unknown_name: CHECK, |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{wep}\"");
        project.replace(LEAFLET, "jede*r** kennt", "jede*r** kennt {oder}");
    };
    a_path_leads_nowhere: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", "Vor dem {herbs.lsit} Sammeln:");
        project.replace(LEAFLET, "each = \"herbs.list\"", "each = \"herbs.plants\"");
    };
    a_path_leads_through_a_text: CHECK, |project| {
        project.replace(LEAFLET, "link = \"{web}\"", "link = \"{web.address}\"");
    };
    a_record_lacks_a_field: CHECK, |project| {
        project.replace(HERBS, "from = \"Juli\"\n", "");
    };
    every_record_lacks_a_field: CHECK, |project| {
        project.replace(LEAFLET, "von {from} bis", "von {form} bis");
        for name in ["Ackerwinde", "Beifuß", "Kamille"] {
            project.add(HERBS, &format!("\n[[list]]\nname = \"{name}\"\nabout = \"\"\nto = \"Mai\"\n"));
        }
    };
    a_list_is_drawn_as_a_text: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", "Vor dem {herbs.list} Sammeln:");
    };
    a_text_is_drawn_as_a_list: CHECK, |project| {
        project.replace(LEAFLET, "each = \"herbs.list\"", "each = \"web\"");
    };
    a_listed_record_has_no_name: CHECK, |project| {
        project.replace(HERBS, "name = \"Wegwarte\"\n", "");
        project.replace(LEAFLET, MORE, "list = \"herbs.list\"");
        project.replace(LEAFLET, "{ heading = \"{name}\" },", "");
    };
    a_list_stands_in_a_list: CHECK, |project| {
        project.add_before(HERBS, "pairs = [\"a\", [\"b\", \"c\"]]\n\n");
        project.replace(LEAFLET, MORE, "list = \"herbs.pairs\"");
    };
    each_stands_in_each_too_deep: CHECK, |project| {
        let mut blocks = "{ text = \"tief\" }".to_owned();
        for _ in 0..9 {
            blocks = format!("{{ each = \"one\", blocks = [{blocks}] }}");
        }
        project.write("content/one.toml", "list = [\"eins\"]\n");
        project.replace(LEAFLET, "\"herbs.toml\"", "\"herbs.toml\", \"one.toml\"");
        project.replace(LEAFLET, HERB, &blocks.replace("\"one\"", "\"one.list\""));
    };
    a_brace_stands_alone: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", "Vor dem { Sammeln:");
        project.replace(LEAFLET, "Drei, die", "Drei}, die");
    };
    markup_cannot_be_set: CHECK, |project| {
        let mut blocks = String::new();
        for text in [
            "ein `Wort`", "ein <b>Wort</b>", "# Titel", "![Bild](bild.png)",
            "> > > > > > > tief", "---", "<div>Kasten</div>", "    vier Leerzeichen",
        ] {
            blocks.push_str(&format!("\n[[story.more]]\ntext = \"{text}\"\n"));
        }
        project.add(LEAFLET, &blocks);
    };
    blocks_say_nothing_or_too_much: CHECK, |project| {
        project.add(LEAFLET, "
[[story.more]]
style = \"body\"

[[story.more]]
text = \"Text\"
heading = \"Titel\"

[[story.more]]
text = \"Text\"
alt = \"Ein Bild\"

[[story.more]]
heading = \"Titel\"
level = 9

[[story.more]]
list = [\"vier\"]
start = 4

[[story.more]]
list = [\"viel\"]
numbered = true
start = 4000000000
");
    };
    an_address_is_malformed: CHECK, |project| {
        project.replace(LEAFLET, "https://example.org/kraeuter", "www.example.org");
    };
    an_address_is_too_long_for_a_qr_code: CHECK, |project| {
        project.replace(LEAFLET, "kraeuter", &"kraeuter".repeat(400));
    };
    a_style_is_unknown: CHECK, |project| {
        project.replace(LEAFLET, MORE, "heading = \"Mehr erfahren\"\nstyle = \"hedding-2\"");
    };
    the_usual_style_of_a_block_is_missing: CHECK, |project| {
        project.replace(TEMPLATE, "[style.heading-2]", "[style.subheading]");
    };
    a_quotation_has_no_styles: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.more]]\nquote = \"Wer sammelt, kennt.\"\nsource = \"Sprichwort\"\n");
    };
    tables_are_not_whole: CHECK, |project| {
        project.add(TEMPLATE, TABLE);
        project.add(LEAFLET, "
[[story.more]]
table = \"herbs.list\"

[[story.more]]
table = \"herbs.list\"
columns = [{ head = \"Name\" }, { head = \"Von\", field = \"form\" }]

[[story.more]]
table = \"herbs.list\"
columns = [{ head = \"Name\", field = \"name\" }, { head = \"Von\", field = \"form\" }]

[[story.more]]
table = [[\"Woche\", \"Arbeit\"], [\"12\"], [\"13\", \"säen\"]]

[[story.more]]
table = []

[[story.more]]
text = \"\"\"
- Liste

  | a |
  |---|
\"\"\"
");
    };
    a_table_has_too_many_columns: CHECK, |project| {
        project.add(TEMPLATE, TABLE);
        let row = vec!["\"x\""; 1_000].join(", ");
        project.add(LEAFLET, &format!("\n[[story.more]]\ntable = [[{row}]]\n"));
    };
    a_link_leads_to_no_place: CHECK, |project| {
        project.replace(LEAFLET, "Vor dem Sammeln:", "[Vor](#hebrs) dem Sammeln, Seite [](#mehr):");
        project.replace(LEAFLET, MORE, "heading = \"Mehr erfahren\"\nname = \"more\"");
    };
    a_decorative_figure_has_a_caption: CHECK, |project| {
        project.add(TEMPLATE, FIGURE);
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\ndecorative = true\ncaption = \"Samen\"\n");
    };
    a_figure_is_unknown: CHECK, |project| {
        project.add(TEMPLATE, FIGURE);
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seed\"\nalt = \"Samen\"\n");
    };
    the_template_has_no_figures: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\nalt = \"Samen\"\n");
    };
    a_figure_has_no_alt_text: CHECK, |project| {
        project.add(TEMPLATE, FIGURE);
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\n\n[[story.more]]\nfigure = \"seeds\"\nalt = \" \"\n");
    };
    a_figure_is_described_and_decorative: CHECK, |project| {
        project.add(TEMPLATE, FIGURE);
        project.add(LEAFLET, "\n[[story.more]]\nfigure = \"seeds\"\nalt = \"Samen\"\ndecorative = true\n");
    };
    a_part_names_an_unknown_story: CHECK, |project| {
        project.add(LEAFLET, "\n[[part]]\ntitle = \"Alles\"\nstories = [\"herbs\", \"mor\"]\n");
    };
    a_frame_waits_for_a_story: CHECK, |project| {
        project.replace(LEAFLET, "[[story.title]]", "[[story.titel]]");
        project.replace(LEAFLET, "[[story.title]]", "[[story.titel]]");
    };
    a_story_is_called_otherwise_than_its_frame: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.mores]]\ntext = \"Notizen\"\n");
    };
    no_frame_shows_a_story: CHECK, |project| {
        project.add(LEAFLET, "\n[[story.notes]]\ntext = \"Notizen\"\n");
    };
    a_folded_sheet_has_no_pages_to_repeat: CHECK, |project| {
        project.add(LEAFLET, "\n[[pages]]\neach = \"herbs.list\"\nstories = [\"herbs\"]\n");
    };
}
