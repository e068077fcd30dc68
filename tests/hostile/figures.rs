//! Generated figures of numbers that nobody means.

use crate::common::Sandbox;
use crate::{assert_refused, assert_set, with_template};
use faltwerk::diag::Code;

/// A field of dots over the whole outside, drawn so often.
fn field(how: &str, times: usize) -> Sandbox {
    let figure = format!(
        "[figure.f]\nkind = \"field\"\ncolors = [\"ink\"]\nline = \"leaf\"\nline-width = \"1 pt\"\n{how}\n"
    );
    with_template(&(figure + &"[[art]]\nside = \"outside\"\nfigure = \"f\"\n".repeat(times)))
}

#[test]
fn figures_of_any_numbers_are_drawn_or_named() {
    let far = "\"20000 mm\"";
    for how in [
        "spacing = \"0 mm\"\nfill = \"0 mm\"".to_owned(),
        "spacing = \"-1 pt\"\nfill = \"9 mm\"".to_owned(),
        format!("spacing = {far}\nfill = {far}\noverrun = [{far}, {far}, {far}, {far}]"),
        "spacing = \"1 mm\"\nfill = \"0.1 mm\"\ndensity = [2147483647, -2147483648, 0, 1]\nswell = 2147483647\nopenness = 4294967295".to_owned(),
        format!("spacing = \"9 mm\"\nfocus = [{}]", format!("{{ at = [{far}, \"-5 mm\"], radius = {far} }},").repeat(9)),
        format!("spacing = \"0 mm\"\nsizes = [{}]", format!("{{ radius = {far}, count = 4294967295 }},").repeat(9)),
    ] {
        assert_set(&field(&how, 1));
    }
    let focus = "{ at = [\"1 mm\", \"1 mm\"], radius = \"1 mm\" },".repeat(101);
    assert_refused(
        &field(&format!("spacing = \"1 mm\"\nfocus = [{focus}]"), 1),
        Code::BAD_VALUE,
        "101 dots set by hand",
    );
}

#[test]
fn figures_without_number_are_not_drawn_for_ever() {
    assert_refused(
        &field("spacing = \"0 mm\"\nfill = \"0 mm\"", 900),
        Code::BAD_VALUE,
        "more dots than can be drawn",
    );
}
