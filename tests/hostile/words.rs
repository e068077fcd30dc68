//! Words, texts and addresses without end, or with signs that nobody writes.

use crate::{assert_refused, leaflet, of_text, saying, set};
use faltwerk::diag::Code;

/// As long as a paragraph may be, and a text.
const LONGEST: usize = 256 << 10;

/// As long as a word may be, within a few bytes: so long that work which grows with its square would be noticed.
const LONG: usize = (8 << 10) - 2;

fn repeated(part: &str) -> String {
    part.repeat(LONG / part.len())
}

#[test]
fn endless_words_and_signs_are_set_or_named() {
    for part in [
        "fi",
        "schaffen",
        "AV\u{ad}",
        "AV\u{200b}",
        "-",
        "(",
        " \t",
        "\u{301}",
        "\u{1F468}\u{200D}",
        "\u{628}\u{62a}",
        "\u{2067}a",
        "\u{202b}\u{5d0}(",
        "\u{0}",
        "a/b?c=d.",
        "1 ",
        "a'",
        "'a ",
        "„a",
        "a - ",
        "(”a",
    ] {
        let sandbox = of_text(&format!("a{}b", repeated(part)));
        let _ = set(&sandbox, "leaflet");
    }
}

#[test]
fn markup_without_end_is_read() {
    for part in [
        "*", "**a", "*a _b ", "*a **a ", "[", "[]", "[a](", "![", "`", "> ", "* ", "<a", "<!--", "&a",
        "a\\\n", "- a\n",
    ] {
        let sandbox = of_text(&repeated(part));
        let _ = set(&sandbox, "leaflet");
    }
    let nested = format!("{}a{}", "[".repeat(3_000), "](https://a.b)".repeat(800));
    let _ = set(&of_text(&nested), "leaflet");
}

#[test]
fn a_paragraph_and_a_text_have_a_longest_length() {
    let sandbox = of_text(&"Wort ".repeat(LONGEST / 5 + 9));
    assert_refused(&sandbox, Code::BAD_VALUE, "this paragraph is longer than 256 KiB");
    let sandbox = of_text(&format!("{}\n\n", "Wort ".repeat(50)).repeat(LONGEST / 100));
    assert_refused(&sandbox, Code::BAD_VALUE, "this text is longer than 512 KiB");
    let sandbox = of_text(&format!(
        "ein **{}**{} Wort",
        "fi".repeat(LONG / 4),
        "fi".repeat(LONGEST / 4)
    ));
    assert_refused(
        &sandbox,
        Code::BAD_VALUE,
        "a word in this paragraph is longer than 8 KiB",
    );
}

#[test]
fn values_drawn_again_and_again_do_not_fill_the_memory() {
    let fields = format!("[fields]\nx = \"{}\"\n", "y".repeat(100_000));
    let sandbox = saying(&format!(
        "[[story.s]]\ntext = \"{}\"\n{fields}",
        "{x}".repeat(100_000)
    ));
    assert_refused(&sandbox, Code::BAD_VALUE, "this text is longer than 512 KiB");
}

#[test]
fn a_link_leads_where_a_reader_may_be_led() {
    assert_refused(
        &of_text("[x](javascript:alert)"),
        Code::BAD_VALUE,
        "`javascript:alert` is no address",
    );
    let long = saying(&format!(
        "[[story.s]]\nlink = \"https://{}\"\nqr = true\n",
        "a".repeat(9_000)
    ));
    assert_refused(&long, Code::BAD_VALUE, "an address is longer than 8 KiB");
    let odd = saying("[[story.s]]\nlink = \"https://\\u001B\\u202E\"\n");
    assert_refused(&odd, Code::BAD_VALUE, "is no address");
}

#[test]
fn an_address_apart_from_its_link_is_not_dropped_in_silence() {
    assert_refused(
        &of_text("[example]: https://example.org"),
        Code::BAD_VALUE,
        "the address of a link apart from it",
    );
}

#[test]
fn a_title_that_metadata_cannot_hold_is_refused() {
    let sandbox = leaflet();
    sandbox.replace("content/leaflet.toml", "Kräuter am Weg", "a\\u0000b");
    assert_refused(&sandbox, Code::BAD_VALUE, "without control characters");
}
