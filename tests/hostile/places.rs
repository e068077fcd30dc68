//! Pages that are not there, and sizes that cannot be.

use crate::{assert_refused, assert_set, leaflet, of_text, text, with_template};
use faltwerk::diag::Code;

#[test]
fn a_running_head_on_a_page_that_is_not_there_is_named() {
    let running = "[[running]]\npages = [1, 1, 0, 4000000000]\ntext = \"{page} {title} {section} {\"\nstyle = \"body\"\nside = \"outer\"\nbaseline = \"9 mm\"\n";
    assert_refused(&with_template(running), Code::BAD_VALUE, "there is no page 0");
    assert_set(&with_template(&running.replace(", 0, 4000000000", "")));
}

#[test]
fn a_frame_smaller_than_nothing_is_named() {
    let frame = "[[frame]]\npanel = 1\nstory = \"title\"\nat = [\"50 mm\", \"50 mm\"]\nsize = [\"-5 mm\", \"9 mm\"]\n";
    assert_refused(
        &with_template(frame),
        Code::BAD_FRAME,
        "narrower or lower than nothing",
    );
}

#[test]
fn a_printer_does_not_ask_for_metres_of_bleed() {
    for wrong in ["\"20000 mm\"", "\"-3 mm\""] {
        let sandbox = leaflet();
        sandbox.replace("templates/printers/standard.toml", "\"3 mm\"", wrong);
        assert_refused(&sandbox, Code::BAD_VALUE, "`bleed` is from 0 mm to 100 mm");
    }
}

#[test]
fn paragraphs_run_through_hundreds_of_frames() {
    let sandbox = of_text(&"Wort und noch ein Wort. ".repeat(110));
    let frames: String = (0..300)
        .map(|frame| {
            let (width, height) = (30 + frame % 2, [0, 12][frame % 3 / 2]);
            format!("[[frame]]\npanel = 2\nstory = \"s\"\nat = [\"9 mm\", \"9 mm\"]\nsize = [\"{width} mm\", \"{height} mm\"]\n")
        })
        .collect();
    let template = text(&sandbox, "templates/leaflet.toml");
    let at = template.find("[[frame]]").unwrap();
    sandbox.write("templates/leaflet.toml", &format!("{}{frames}", &template[..at]));
    assert_set(&sandbox);
}
