//! Mistakes of form, in any file that people write: broken TOML, fields that nothing reads, values of another type.

use crate::{CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const HERBS: &str = "content/herbs.toml";
const TEMPLATE: &str = "templates/leaflet.toml";
const PRINTER: &str = "templates/printers/standard.toml";

cases! {
    a_quote_is_not_closed: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = \"Mehr erfahren");
    };
    toml_is_broken_at_two_places: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = Mehr erfahren");
        project.replace(LEAFLET, "qr = true", "qr = ja");
    };
    a_field_stands_twice: CHECK, |project| {
        project.replace(LEAFLET, "level = 1", "level = 1\nlevel = 2");
    };
    data_is_broken_toml: CHECK, |project| {
        project.replace(HERBS, "from = \"Juni\"", "from \"Juni\"");
    };
    a_file_is_not_utf_8: CHECK, |project| {
        let bytes = b"[document]\ntitle = \"Kr\xE4uter\"\n";
        project.write_bytes("content/old.toml", bytes);
    };
    content_has_an_unknown_field: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "hedding = \"Mehr erfahren\"");
    };
    a_document_has_an_unknown_field: CHECK, |project| {
        project.replace(LEAFLET, "language =", "colour = \"red\"\nlanguage =");
    };
    a_required_field_is_misspelt: CHECK, |project| {
        project.replace(LEAFLET, "language =", "langage =");
    };
    a_template_has_an_unknown_field: CHECK, |project| {
        project.replace(TEMPLATE, "leading = \"14 pt\"", "leeding = \"14 pt\"");
    };
    a_template_has_an_unknown_table: CHECK, |project| {
        project.replace(TEMPLATE, "[[ground]]", "[[background]]");
    };
    a_printer_has_an_unknown_field: CHECK, |project| {
        project.replace(PRINTER, "total-ink = 300", "total_ink = 300");
    };
    a_required_field_is_missing: CHECK, |project| {
        project.replace(TEMPLATE, "baseline = \"14 pt\"\n", "");
        project.replace(TEMPLATE, "panel = 4\nstory = \"more\"", "panel = 4");
    };
    a_required_table_is_missing: CHECK, |project| {
        project.replace(TEMPLATE, "[grid]", "[swatch.grid]");
    };
    values_are_of_the_wrong_type: CHECK, |project| {
        project.replace(LEAFLET, "title = \"Kräuter am Weg\"", "title = 5");
        project.replace(LEAFLET, "level = 1", "level = \"eins\"");
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "heading = [\"Mehr\", \"erfahren\"]");
        project.replace(LEAFLET, "qr = true", "qr = \"ja\"");
        project.replace(LEAFLET, "data = [\"herbs.toml\"]", "data = \"herbs.toml\"");
        project.replace(LEAFLET, "{ text = \"{about} Sie blüht von {from} bis {to}.\" }", "\"{about}\"");
    };
    a_list_is_a_number: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "list = 5");
    };
    a_table_is_wanted: CHECK, |project| {
        project.replace(TEMPLATE, "leaf = { cmyk = [80, 30, 100, 30] }", "leaf = \"green\"");
        project.replace(TEMPLATE, "pale = { cmyk = [8, 0, 15, 0] }", "pale = { cmyk = [8, 0, 15] }");
    };
    numbers_are_out_of_range: CHECK, |project| {
        project.replace(TEMPLATE, "panel = 1", "panel = -1");
        project.replace(TEMPLATE, "panel = 2", "panel = 2.5");
        project.replace(TEMPLATE, "weight = 700", "weight = 70000");
        project.replace(TEMPLATE, "panel = 3", "panel = 99999999999999999999");
        project.replace(PRINTER, "total-ink = 300", "total-ink = inf");
    };
    lengths_are_written_wrongly: CHECK, |project| {
        project.replace(TEMPLATE, "size = \"11 pt\"", "size = 11");
        project.replace(TEMPLATE, "leading = \"14 pt\"", "leading = \"14\"");
        project.replace(TEMPLATE, "after = \"7 pt\"", "after = \"7 px\"");
        project.replace(TEMPLATE, "size = \"30 pt\"", "size = \"dreißig pt\"");
        project.replace(TEMPLATE, "leading = \"32 pt\"", "leading = \"32,5 pt\"");
        project.replace(TEMPLATE, "indent = \"14 pt\"", "indent = \"30 m\"");
        project.replace(TEMPLATE, "first-indent = \"-14 pt\"", "first-indent = \"-3000 cm\"");
        project.replace(TEMPLATE, "open = [\"297 mm\", \"210 mm\"]", "open = \"297 mm\"");
    };
    words_are_none_of_those_known: CHECK, |project| {
        project.replace(TEMPLATE, "kind = \"folded\"", "kind = \"foldet\"");
        project.replace(TEMPLATE, "font = \"Source Sans 3\"", "font = \"Source Sans 3\"\nalign = \"blocksatz\"");
        project.replace(TEMPLATE, "panel = 4", "panel = 4\nvertical = 3");
    };
    values_are_nested_too_deep: CHECK, |project| {
        let nest = format!("nest = {}{}\n", "[".repeat(40), "]".repeat(40));
        project.add_before(HERBS, &nest);
    };
    several_mistakes_in_several_files: CHECK, |project| {
        project.replace(LEAFLET, "heading = \"Mehr erfahren\"", "hedding = \"Mehr erfahren\"");
        project.replace(LEAFLET, "qr = true", "qr = \"ja\"");
        project.replace(HERBS, "from = \"Juni\"", "from \"Juni\"");
        project.replace(TEMPLATE, "leading = \"14 pt\"", "leeding = \"14 pt\"");
        project.replace(TEMPLATE, "keep-with-next = 2", "keep-with-next = true");
        project.replace(PRINTER, "bleed = \"3 mm\"", "bleed = \"3\"");
    };
}
