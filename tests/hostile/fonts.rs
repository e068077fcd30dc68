//! Fonts and profiles that are not what they seem.

use std::fs;

use crate::{FONT, PROFILE, assert_refused, leaflet};
use faltwerk::diag::Code;

#[test]
fn a_font_without_units_is_refused() {
    let sandbox = leaflet();
    let mut bytes = sandbox.read(FONT);
    let head = bytes.windows(4).position(|tag| tag == b"head").unwrap();
    let start = u32::from_be_bytes(bytes[head + 8..head + 12].try_into().unwrap()) as usize;
    bytes[start + 18..start + 20].fill(0);
    fs::write(sandbox.path(FONT), bytes).unwrap();
    assert_refused(
        &sandbox,
        Code::BROKEN_FONT,
        "its `head` table is missing or broken",
    );
}

#[test]
fn an_empty_font_and_an_empty_profile_are_refused() {
    let sandbox = leaflet();
    fs::write(sandbox.path(FONT), b"").unwrap();
    assert_refused(&sandbox, Code::BROKEN_FONT, "cannot be read as an OpenType font");
    let sandbox = leaflet();
    fs::write(sandbox.path(PROFILE), b"").unwrap();
    assert_refused(&sandbox, Code::BROKEN_PROFILE, "cannot be read as an ICC profile");
}

#[test]
fn a_profile_of_a_screen_is_refused() {
    let sandbox = leaflet();
    let mut bytes = sandbox.read(PROFILE);
    bytes[12..16].copy_from_slice(b"mntr");
    bytes[16..20].copy_from_slice(b"RGB ");
    fs::write(sandbox.path(PROFILE), bytes).unwrap();
    assert_refused(&sandbox, Code::BROKEN_PROFILE, "a profile for screens in RGB");
}
