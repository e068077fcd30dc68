//! Blocks in blocks and tables: as large, as deep and as narrow as a line of TOML asks for, they are set or refused, and soon.

use super::{Outcome, quoted, saying, set, text};
use faltwerk::diag::Code;

const TABLE: &str = "[style.table-cell]\nlike = \"body\"\n[style.table-head]\nlike = \"body\"\n[style.quote]\nlike = \"body\"\n";

/// The blocks in a document whose template knows tables and quotations, its frame so wide.
fn outcome(blocks: &str, wide: &str) -> Outcome {
    let sandbox = saying(blocks);
    let template = text(&sandbox, "templates/leaflet.toml").replace(
        "panel = 1\nstory",
        &format!("panel = 1\nat = [\"10 mm\", \"18 mm\"]\nsize = [\"{wide}\", \"150 mm\"]\nstory"),
    );
    let frames = template.find("[[frame]]").unwrap();
    sandbox.write(
        "templates/leaflet.toml",
        &format!("{}{TABLE}{}", &template[..frames], &template[frames..]),
    );
    set(&sandbox, "leaflet")
}

#[track_caller]
fn assert_refused(outcome: Outcome, code: Code, says: &str) {
    let errors = outcome.unwrap_err();
    let is_said = errors
        .iter()
        .any(|(other, text)| *other == code && text.contains(says));
    assert!(is_said, "{errors:#?}");
}

#[test]
fn lists_in_lists_and_quotations_in_quotations_a_hundred_deep_are_refused() {
    for sign in ["> ", "- "] {
        let blocks = format!(
            "[[story.s]]\ntext = {}\n",
            quoted(&format!("{}tief", sign.repeat(100)))
        );
        assert_refused(outcome(&blocks, "79 mm"), Code::BAD_VALUE, "deeper than 6 times");
    }
}

#[test]
fn a_million_cells_are_refused_before_they_are_set() {
    let row = format!("[{}]", vec!["\"x\""; 40].join(","));
    let mut blocks = format!("{{ table = [{}] }}", vec![row; 100].join(","));
    // Three records in three records, five deep, each with four thousand cells.
    for _ in 0..4 {
        blocks = format!("{{ each = \"herbs.list\", blocks = [{blocks}] }}");
    }
    let blocks = format!("[[story.s]]\neach = \"herbs.list\"\nblocks = [{blocks}]\n");
    assert_refused(
        outcome(&blocks, "79 mm"),
        Code::BAD_VALUE,
        "more than a stitched brochure can hold",
    );
}

#[test]
fn a_table_in_a_frame_of_five_millimetres_is_too_wide_by_so_much() {
    let blocks = "[[story.s]]\ntable = [[\"Monat\", \"Ernte\"], [\"September\", \"Zwetschgen\"]]\n";
    assert_refused(
        outcome(blocks, "5 mm"),
        Code::OVERFULL_LINE,
        "mm wider than its frame",
    );
}

#[test]
fn a_row_that_is_higher_than_its_frames_is_overset() {
    let long = quoted(&"Wort ".repeat(2_000));
    let blocks = format!("[[story.s]]\ntable = [[\"Kopf\"], [{long}]]\n");
    assert_refused(outcome(&blocks, "79 mm"), Code::OVERSET_TEXT, "a row of a table");
}

#[test]
fn a_number_of_nine_digits_stands_beside_its_item() {
    let blocks = "[[story.s]]\nlist = [\"eins\", \"zwei\"]\nnumbered = true\nstart = 999999999\n";
    outcome(blocks, "79 mm").unwrap();
}
