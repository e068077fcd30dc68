//! Drawings through the whole program: they stay vectors in every edition, in inks for the press and in sRGB for a screen, and look as they
//! are drawn.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program reads and writes"
)]

mod common;

use std::sync::Arc;

use common::Sandbox;
use faltwerk::assets::{IccProfile, Intent, Rgb};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, Stream};

/// The map and the plants stand inside, the horizon on the cover; the map has a layer that is transparent as a whole.
const DRAWINGS: usize = 3;

fn built(project: &Sandbox, edition: &str) -> Document {
    let ran = project.run(&["build", "--edition", edition]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    Document::load_mem(&project.read(&format!("output/moor.{edition}.pdf"))).unwrap()
}

fn streams<'d>(document: &'d Document, subtype: &'static [u8]) -> impl Iterator<Item = &'d Stream> {
    let streams = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok());
    streams.filter(move |stream| {
        let is = |key: &[u8]| stream.dict.get(key).and_then(Object::as_name).ok();
        is(b"Subtype") == Some(subtype)
    })
}

/// The operators of all forms.
fn operators(document: &Document) -> Vec<String> {
    let forms = streams(document, b"Form");
    let contents = forms.map(|form| Content::decode(&form.decompressed_content().unwrap()).unwrap());
    contents
        .flat_map(|content| content.operations)
        .map(|operation| operation.operator)
        .collect()
}

/// The colour spaces of all shadings and of all transparency groups.
fn spaces(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |dictionary: &Dictionary| {
        let inner = [b"Shading".as_slice(), b"Group"];
        for inner in inner
            .iter()
            .filter_map(|key| dictionary.get(key).and_then(Object::as_dict).ok())
        {
            let space = inner.get(b"ColorSpace").or_else(|_| inner.get(b"CS")).unwrap();
            found.push(String::from_utf8(space.as_name().unwrap().to_vec()).unwrap());
        }
    };
    for object in document.objects.values() {
        match object {
            Object::Dictionary(dictionary) => look(dictionary),
            Object::Stream(stream) => look(&stream.dict),
            _ => {}
        }
    }
    found
}

#[test]
fn drawings_are_vectors_in_inks_for_the_press_and_in_srgb_for_a_screen() {
    let project = Sandbox::of("moor");
    for (edition, own, foreign, space) in [
        ("press", ["k", "K"], ["rg", "RG"], "DeviceCMYK"),
        ("screen", ["rg", "RG"], ["k", "K"], "DeviceRGB"),
    ] {
        let document = built(&project, edition);
        assert_eq!(streams(&document, b"Image").count(), 0, "{edition}");
        assert_eq!(streams(&document, b"Form").count(), DRAWINGS + 1, "{edition}");
        let operators = operators(&document);
        for operator in own {
            assert!(
                operators.iter().any(|found| found == operator),
                "{edition} has no {operator}"
            );
        }
        for operator in foreign {
            assert!(
                operators.iter().all(|found| found != operator),
                "{edition} has {operator}"
            );
        }
        let spaces = spaces(&document);
        // Gradients of the sky, the land and the tufts; the layer of the map and the page that it stands on.
        assert!(spaces.len() >= 5, "{spaces:?}");
        assert!(spaces.iter().all(|found| found == space), "{edition}: {spaces:?}");
    }
}

#[test]
fn the_same_drawings_give_the_same_bytes() {
    let (one, other) = (Sandbox::of("moor"), Sandbox::of("moor"));
    for project in [&one, &other] {
        assert_eq!(project.run(&["build", "--edition", "press"]).code, 0);
    }
    let file = "output/moor.press.pdf";
    assert_eq!(one.read(file), other.read(file));
}

#[test]
fn a_drawing_is_seen_in_the_colours_that_the_press_makes_of_it() {
    let project = Sandbox::of("moor");
    project.write(
        "content/images/horizon.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"105\" height=\"148\"><rect width=\"105\" height=\"148\" fill=\"#4f86a6\"/>\
         <path fill-rule=\"evenodd\" fill=\"#777\" d=\"M0 50H105V148H0ZM20 70H85V128H20Z\"/></svg>",
    );
    let ran = project.run(&["build", "--edition", "preview"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let cover = image::load_from_memory(&project.read("output/moor-1.png"))
        .unwrap()
        .to_rgb8();
    let at = |x: u32, y: u32| {
        cover
            .get_pixel(cover.width() * x / 105, cover.height() * y / 148)
            .0
    };
    let profile = IccProfile::load(
        "fogra39.icc",
        Arc::from(project.read("templates/printers/FOGRA39L_coated.icc")),
    )
    .unwrap();
    let Rgb(lake) = profile.srgb(profile.inks(Rgb([0x4f, 0x86, 0xa6]), Intent::Relative).unwrap());
    assert_eq!(
        [at(5, 40), at(50, 100)],
        [lake; 2],
        "the ground, and what shows through the hole"
    );
    for (part, grey) in at(10, 100).into_iter().zip([0x77_u8; 3]) {
        assert!(part.abs_diff(grey) <= 2, "{:?}", at(10, 100));
    }
}

/// The moor with another map: on yellow, with these shapes upon it.
fn with_map(shapes: &str) -> Sandbox {
    let project = Sandbox::of("moor");
    let map = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='240' height='160'><rect width='240' height='160' fill='#ffd24d'/>{shapes}</svg>"
    );
    project.write("content/images/map.svg", &map);
    project
}

#[test]
fn thin_black_lines_of_a_drawing_overprint_however_they_are_drawn() {
    let project = with_map(
        "<path d='M10 10H110' stroke='#000' stroke-width='0.8'/>\
         <path d='M10 20h100v0.6h-100zM10 40h100v0.6h-100z'/>\
         <rect x='10' y='60' width='60' height='1' transform='rotate(20 10 60)'/>\
         <rect x='120' y='10' width='40' height='20' stroke='#000' stroke-width='0.5'/>\
         <path d='M100 100l40 40l0.5 -0.5l-40 -40z'/>\
         <path d='M120 90h60' stroke='#000' stroke-width='0.5' stroke-dasharray='3 2'/>",
    );
    built(&project, "press");
    let ran = project.run(&["inspect", "output/moor.press.pdf", "--as", "press"]);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (0, "nothing to complain about\n")
    );
}

/// The scene knows how thick the lines of a drawing are, and does not look for filled areas as thin as lines; the file's judge does.
#[test]
fn what_is_too_thin_in_a_drawing_is_told_once_at_its_line_or_else_of_the_file() {
    let line = with_map("<path d='M10 10H110' stroke='#c00' stroke-width='0.2'/>");
    let said = line.run(&["check"]).stderr;
    assert!(
        said.contains("warning[too-fine]") && !said.contains("gwg/R0019"),
        "{said}"
    );
    let bar = with_map("<path d='M10 10h100v0.2h-100z' fill='#c00'/>");
    let said = bar.run(&["check"]).stderr;
    assert!(
        !said.contains("warning[too-fine]") && said.contains("warning[gwg/R0019]"),
        "{said}"
    );
}
