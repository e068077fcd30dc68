//! Marks without end, styles without number, adornments larger than what they adorn: each is a document or a finding, and soon.

use std::fmt::Write as _;

use super::{assert_refused, assert_set, of_text, quoted, set, text};
use crate::chance::property;
use faltwerk::diag::Code;
use proptest::prelude::*;

const CONTENT: &str = "content/leaflet.toml";
const TEMPLATE: &str = "templates/leaflet.toml";

/// Styles that raise, shrink, enlarge and build on each other.
const STYLES: &str = "
[character.up]
position = \"superscript\"
case = \"upper\"
[character.half]
size = \"50 %\"
[character.twice]
size = \"200 %\"
position = \"subscript\"
[character.small]
case = \"all-small-caps\"
tracking = 1000
underline = true
";

/// A document of one text whose template has these styles, too.
fn styled(words: &str, styles: &str) -> super::Sandbox {
    let sandbox = of_text(words);
    let template = text(&sandbox, TEMPLATE);
    sandbox.write(TEMPLATE, &format!("{template}{styles}"));
    sandbox
}

#[test]
fn any_marks_are_set_or_named() {
    let sandbox = styled("", STYLES);
    let whole = text(&sandbox, CONTENT);
    let pieces = prop_oneof![
        Just("["),
        Just("](lang:en)"),
        Just("](style:up)"),
        Just("](style:half)"),
        Just("](style:twice)"),
        Just("](style:small)"),
        Just("](<expand:a b>)"),
        Just("](expand:a b)"),
        Just("](https://example.org)"),
        Just("]"),
        Just("(<"),
        Just(">)"),
        Just("**"),
        Just("*"),
        Just("\\"),
        Just("\n\n"),
        Just("\n- "),
        Just("|"),
        Just("\u{10}"),
        Just("ŉß ǆ"),
        Just("Wort 12"),
        Just("\u{628}"),
    ];
    let words = prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat());
    property(96, words, |words| {
        let quoted = quoted(&words);
        let more = format!("[[story.s]]\nheading = {quoted}\n[[story.s]]\nlist = [{quoted}]\n");
        sandbox.write(
            CONTENT,
            &whole.replace("text = \"\"\n", &format!("text = {quoted}\n{more}")),
        );
        if let Err(errors) = set(&sandbox, "leaflet") {
            let is_lost = errors.iter().any(|(code, _)| *code == Code::LOST_TEXT);
            prop_assert!(!is_lost, "{errors:?}");
        }
        Ok(())
    });
}

#[test]
fn marks_without_end_are_read() {
    for part in [
        "[",
        "[a](lang:en) ",
        "[a](style:up)",
        "](lang:en)",
        "[](style:up)",
    ] {
        let _ = set(&styled(&part.repeat(4_000), STYLES), "leaflet");
    }
    let deep = format!("{}a{}", "[".repeat(2_000), "](style:half)".repeat(2_000));
    assert_refused(&styled(&deep, STYLES), Code::BAD_VALUE, "so many marks in marks");
}

#[test]
fn letters_above_the_line_without_number_are_set() {
    assert_set(&styled(&"m[2](style:up) ".repeat(900), STYLES.trim()));
}

#[test]
fn styles_that_multiply_end_at_what_can_be_printed() {
    let huge = format!("{}a{}", "[".repeat(12), "](style:twice)".repeat(12));
    assert_refused(&styled(&huge, STYLES), Code::BAD_VALUE, "come to");
}

#[test]
fn a_thousand_character_styles_are_worn() {
    let mut styles = String::new();
    let mut words = String::new();
    for number in 0..900 {
        write!(styles, "\n[character.s{number}]\ntracking = {number}\n").unwrap();
        write!(words, "[a](style:s{number}) ").unwrap();
    }
    let _ = set(&styled(&words, &styles), "leaflet");
    let chain: String = (0..900)
        .map(|number| format!("\n[character.c{number}]\nlike = \"c{}\"\n", number + 1))
        .collect();
    assert_refused(
        &styled("a", &chain),
        Code::BAD_VALUE,
        "builds on more than 16 others",
    );
}

#[test]
fn adornments_wider_and_higher_than_their_frame_are_set_or_named() {
    let rule = "{ color = \"ink\", width = \"36 pt\", gap = \"144 pt\" }";
    let styles = format!(
        "\n[style.box]\nlike = \"body\"\nrule-above = {rule}\nrule-below = {rule}\ntint = {{ fill = \"pale\", padding = \"144 pt\" }}\n"
    );
    let sandbox = styled("Ein Satz mit einigen Wörtern.\n\nNoch einer.", &styles);
    let content = text(&sandbox, CONTENT);
    sandbox.write(CONTENT, &format!("{content}style = \"box\"\n"));
    assert!(set(&sandbox, "leaflet").is_err());
}
