//! Variable fonts and collections through the whole program: any weight of the axis is set, measured and embedded, and what the PDF
//! carries stands still.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program writes"
)]

mod common;

use std::collections::BTreeMap;

use common::Sandbox;
use lopdf::{Document, Object};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

/// Two styles of one family, and a word in each.
fn project(family: &str, weights: [u16; 2]) -> Sandbox {
    let project = Sandbox::with_more_fonts("rights");
    for language in ["ar", "de", "tr", "uk", "vi"] {
        std::fs::remove_file(project.path(&format!("content/{language}.toml"))).unwrap();
    }
    let [body, heading] = weights;
    project.write(
        "templates/page.toml",
        &format!(
            r#"
[format]
kind = "bound"
page = ["100 mm", "100 mm"]
pages = 4

[grid]
baseline = "20 pt"
first = "20 mm"
margin = {{ top = "10 mm", bottom = "10 mm", inner = "10 mm", outer = "10 mm" }}

[swatch]
ink = {{ cmyk = [0, 0, 0, 100] }}

[style.body]
font = "{family}"
weight = {body}
size = "12 pt"
leading = "20 pt"
color = "ink"

[style.heading-1]
like = "body"
weight = {heading}

[[frame]]
page = 1
story = "text"
"#
        ),
    );
    project.write(
        "content/page.toml",
        r#"
[document]
title = "ban"
template = "page"
language = "de"
date = "2026-05-01"

[[story.text]]
heading = "aaa"
level = 1

[[story.text]]
text = "aaa"
"#,
    );
    project
}

/// The fonts that the press PDF carries, by their names without the tag of the subset.
fn carried(project: &Sandbox) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(&["build", "--edition", "press"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let document = Document::load_mem(&project.read("output/page.press.pdf")).unwrap();
    let fonts = document.objects.values().filter_map(|object| {
        let descriptor = object.as_dict().ok()?;
        let program = descriptor.get(b"FontFile2").ok()?;
        let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
        let Object::Stream(program) = document.dereference(program).unwrap().1 else {
            return None;
        };
        let name = String::from_utf8(name[7..].to_vec()).unwrap();
        Some((name, program.decompressed_content().unwrap()))
    });
    fonts.collect()
}

/// How far the only letter of a subset reaches to the right, in font units.
fn reach(font: &[u8]) -> i16 {
    let font = FontRef::new(font).unwrap();
    assert!(font.axes().is_empty(), "a font that varies is no font for print");
    let letter = font
        .loca(None)
        .unwrap()
        .get_glyf(skrifa::GlyphId::new(1), &font.glyf().unwrap());
    letter.unwrap().unwrap().x_max()
}

#[test]
fn a_variable_font_with_postscript_outlines_is_embedded_at_each_weight_that_is_asked_for() {
    // The letter is 160 units wide from 50 on at weight 400, and 150 more at weight 800.
    let fonts = carried(&project("Stems", [400, 600]));
    let found: Vec<(&str, i16)> = fonts
        .iter()
        .map(|(name, font)| (name.as_str(), reach(font)))
        .collect();
    assert_eq!(found, [("Stems-Regular", 210), ("Stems_600wght", 285)]);
}

#[test]
fn a_weight_beyond_the_axis_is_the_heaviest_there_is_and_a_collection_holds_several_families() {
    // The second font of a collection, whose letter grows by 250 units.
    let fonts = carried(&project("Staves", [1000, 300]));
    let found: Vec<(&str, i16)> = fonts
        .iter()
        .map(|(name, font)| (name.as_str(), reach(font)))
        .collect();
    assert_eq!(found, [("Staves_300wght", 210), ("Staves_800wght", 460)]);
}
