//! The press file as a printer asks for it: each part of PDF/X read back from its bytes, and what stands around the pages.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program reads and writes"
)]

mod common;
#[path = "common/plates.rs"]
mod plates;
#[path = "press/rules.rs"]
mod rules;

use std::path::Path;
use std::process::Command;

use common::Sandbox;
use common::judge::{ask, judge};
use faltwerk::diag::Log;
use faltwerk::geom::{Length, Point, Rect, Size};
use faltwerk::impose::marked;
use faltwerk::impose::marks::InkBar;
use faltwerk::project::Project;
use faltwerk::scene::Page;
use lopdf::{Dictionary, Document, Object, dictionary};
use plates::{PROCESS, Plates};
use rules::{Standard, offences};

const PRINTER: &str = "templates/printers/standard.toml";

/// All marks, whichever part of PDF/X it is.
const MARKS: &str = "marks = [\"crop\", \"fold\", \"registration\", \"bar\", \"slug\"]\n";

/// The press files of a project, with their names, as a printer asks for them who adds `wishes` to the standard.
fn press(project: &Sandbox, wishes: &str) -> Vec<(String, Vec<u8>)> {
    project.add_before(PRINTER, wishes);
    let ran = project.run(&["build", "--edition", "press"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let files = ran
        .stdout
        .lines()
        .map(|path| (path.to_owned(), project.read(path)));
    files.collect()
}

/// The project whose drawing shines through: only PDF/X-4 can print it.
const TRANSPARENT: &str = "moor";

/// Builds every document for such a printer and holds the files to their standard.
fn all_keep(standard: Standard, marks: &str) {
    let wishes = format!("pdfx = \"{}\"\n{marks}", standard.name());
    let shipped = press(&Sandbox::shipped(), &wishes);
    assert!(shipped.len() >= 2);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects");
    let projects = folder
        .read_dir()
        .unwrap()
        .map(|project| project.unwrap().file_name().into_string().unwrap())
        .filter(|name| matches!(standard, Standard::X4) || name != TRANSPARENT)
        .flat_map(|name| press(&Sandbox::with_more_fonts(&name), &wishes));
    for (name, bytes) in shipped.into_iter().chain(projects) {
        assert_eq!(offences(&bytes, standard), [""; 0], "{name} as {standard:?}");
    }
}

#[test]
fn every_document_keeps_pdf_x_1a() {
    all_keep(Standard::X1a, MARKS);
}

#[test]
fn what_shines_through_is_refused_where_pdf_x_has_no_transparency() {
    for standard in ["x1a", "x3"] {
        let project = Sandbox::with_more_fonts(TRANSPARENT);
        project.add_before(PRINTER, &format!("pdfx = \"{standard}\"\n"));
        let ran = project.run(&["build", "--edition", "press"]);
        assert_eq!(ran.code, 1, "{standard}");
        assert!(
            ran.stderr
                .contains("and this printer's PDF/X has no transparency"),
            "{}",
            ran.stderr
        );
    }
}

#[test]
fn every_document_keeps_pdf_x_3() {
    all_keep(Standard::X3, "");
}

#[test]
fn every_document_keeps_pdf_x_4() {
    all_keep(Standard::X4, "");
}

#[test]
fn every_document_keeps_pdf_x_4_with_marks() {
    all_keep(Standard::X4, MARKS);
}

/// One press file, spoiled.
fn spoiled(bytes: &[u8], spoil: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    spoil(&mut document);
    let mut out = Vec::new();
    document.save_to(&mut out).unwrap();
    out
}

fn catalog(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().unwrap()
}

fn first_page(document: &mut Document) -> &mut Dictionary {
    let page = document.get_pages()[&1];
    document.get_dictionary_mut(page).unwrap()
}

#[test]
fn the_rules_object_to_what_is_against_them() {
    let files = press(&Sandbox::of("herbarium"), "pdfx = \"x1a\"\n");
    let (_, good) = &files[0];
    // Written anew by the reader itself, the file is as good as before.
    assert_eq!(offences(&spoiled(good, |_| {}), Standard::X1a), [""; 0]);

    let object = |spoil: &dyn Fn(&mut Document), says: &str| {
        let found = offences(&spoiled(good, spoil), Standard::X1a);
        assert!(
            found.iter().any(|offence| offence.contains(says)),
            "`{says}` is not among {found:?}"
        );
    };
    object(&|document| document.version = "1.6".to_owned(), "another version");
    object(&|document| drop(document.trailer.remove(b"ID")), "no id");
    object(
        &|document| catalog(document).set("OpenAction", dictionary! {"S" => "GoTo"}),
        "OpenAction",
    );
    object(
        &|document| drop(catalog(document).remove(b"OutputIntents")),
        "not one output intent",
    );
    object(
        &|document| catalog(document).set("OCProperties", dictionary! {}),
        "there are layers",
    );
    object(
        &|document| first_page(document).set("CropBox", vec![0.into(), 0.into(), 9.into(), 9.into()]),
        "CropBox",
    );
    object(
        &|document| drop(first_page(document).remove(b"TrimBox")),
        "lacks a box",
    );
    object(
        &|document| first_page(document).set("BleedBox", vec![0.into(), 0.into(), 9.into(), 9.into()]),
        "leaves the one around it",
    );
    object(
        &|document| {
            first_page(document).set("Group", dictionary! {"S" => "Transparency", "CS" => "DeviceRGB"})
        },
        "another space than inks",
    );
    object(
        &|document| {
            document.add_object(dictionary! {"Type" => "ExtGState", "ca" => 0.5});
        },
        "transparent",
    );
    object(
        &|document| {
            let page = document.get_pages()[&1];
            document.add_page_contents(page, b"1 0 0 rg".to_vec()).unwrap();
        },
        "uses `rg`",
    );
    object(
        &|document| {
            let picture = dictionary! {"Subtype" => "Image", "ColorSpace" => "DeviceRGB", "SMask" => 1};
            document.add_object(lopdf::Stream::new(picture, Vec::new()));
        },
        "a picture with a soft mask",
    );
    object(
        &|document| {
            let made = |tint: i64| -> Object {
                vec![
                    "Separation".into(),
                    "Gold".into(),
                    "DeviceCMYK".into(),
                    tint.into(),
                ]
                .into()
            };
            document.add_object(made(1));
            document.add_object(made(2));
        },
        "made in two ways",
    );
    object(
        &|document| {
            let info = document
                .trailer
                .get(b"Info")
                .and_then(Object::as_reference)
                .unwrap();
            document
                .get_dictionary_mut(info)
                .unwrap()
                .set("Title", Object::string_literal("Another"));
        },
        "dc:title and its information disagree",
    );
    object(
        &|document| {
            document.add_object(dictionary! {"Type" => "FontDescriptor", "FontName" => "Courier"});
        },
        "not embedded",
    );
}

#[test]
fn creases_are_a_layer_that_says_what_it_is_and_changes_no_plate() {
    let files = press(&Sandbox::shipped(), "marks = [\"crease-layer\"]\n");
    let read = |name: &str| {
        let (_, bytes) = files.iter().find(|(path, _)| path.contains(name)).unwrap();
        assert_eq!(offences(bytes, Standard::X4), [""; 0]);
        Document::load_mem(bytes).unwrap()
    };
    // A flyer is folded, a brochure is not.
    assert!(!read("brochure").catalog().unwrap().has(b"OCProperties"));
    let flyer = read("flyer");
    let layers = flyer
        .catalog()
        .unwrap()
        .get(b"OCProperties")
        .unwrap()
        .as_dict()
        .unwrap();
    let [layer] = layers.get(b"OCGs").unwrap().as_array().unwrap().as_slice() else {
        panic!("{layers:?}");
    };
    let layer = flyer.get_dictionary(layer.as_reference().unwrap()).unwrap();
    let step = layer.get(b"GTS_Metadata").unwrap().as_dict().unwrap();
    let name = |key: &[u8]| step.get(key).unwrap().as_name().unwrap();
    assert_eq!(name(b"GTS_ProcStepsGroup"), b"Structural");
    assert_eq!(name(b"GTS_ProcStepsType"), b"Creasing");
    for page in flyer.get_pages().into_values() {
        let content = String::from_utf8(flyer.get_page_content(page)).unwrap();
        let drawn: Vec<&str> = content.split("/OC/L0 BDC\n").skip(1).collect();
        assert_eq!(drawn.len(), 2, "a letter fold has two creases");
        let (first, _) = drawn[0].split_once("EMC").unwrap();
        // Overprinting, in an ink of its own.
        assert!(first.contains("/G11 gs") && first.contains(" CS\n"), "{first}");
    }
}

#[test]
fn the_media_box_holds_the_marks_and_grows_no_farther_than_they_need() {
    let files = press(&Sandbox::shipped(), MARKS);
    let (_, bytes) = files.iter().find(|(path, _)| path.contains("flyer")).unwrap();
    let mut flyer = Document::load_mem(bytes).unwrap();
    let page = first_page(&mut flyer);
    let edges = |key: &[u8]| -> Vec<f32> {
        let edges = page.get(key).unwrap().as_array().unwrap();
        edges
            .iter()
            .map(|edge| edge.as_float().unwrap() * 25.4 / 72.0)
            .collect()
    };
    let (media, bleed, trim) = (edges(b"MediaBox"), edges(b"BleedBox"), edges(b"TrimBox"));
    let near = |one: f32, other: f32| (one - other).abs() < 0.05;
    assert!(
        near(trim[2] - trim[0], 297.0) && near(trim[3] - trim[1], 210.0),
        "{trim:?}"
    );
    assert!(
        near(trim[0] - bleed[0], 3.0) && near(bleed[3] - trim[3], 3.0),
        "{bleed:?}"
    );
    // Marks to 6 mm beside the page, a bar to 12 mm below it, a slug of one line of 8 pt to 9.8 mm above it, and 1 mm each.
    let room = [
        bleed[0] - media[0],
        bleed[1] - media[1],
        media[2] - bleed[2],
        media[3] - bleed[3],
    ];
    for (room, wanted) in room.into_iter().zip([7.0, 13.0, 7.0, 10.8]) {
        assert!(near(room, wanted), "{room} mm, not {wanted} mm");
    }
}

/// A square around a place on a page, a millimetre wide.
fn around(x: Length, y: Length) -> Rect {
    let half = Length::mm(1) / 2;
    let corner = Point::new(x - half, y - half);
    Rect::new(corner, Size::new(Length::mm(1), Length::mm(1)))
}

#[test]
fn marks_are_on_every_plate_and_fields_of_ink_on_their_own() {
    let Some(ghostscript) = judge("gs") else { return };
    let project = Sandbox::of("tulips");
    let files = press(&project, MARKS);
    let composed = {
        let mut opened = Project::open(&project.path("")).unwrap();
        faltwerk::compose(&mut opened, "tulips", &mut Log::new()).unwrap()
    };
    let marks = composed.template.printer.marks;
    let scene = marked(&composed.scene, marks, &composed.assets);
    let pages: &[Page] = &scene.pages;
    let file = project.path(&files[0].0);
    let plates = Plates::of(&ghostscript, &file, pages.len(), 200);
    let (trim, bleed) = (pages[0].trim_box(), pages[0].bleed_box());
    let names: Vec<String> = plates.names(0).into_iter().map(str::to_owned).collect();
    assert!(
        names.len() > PROCESS.len(),
        "tulips are printed in a spot ink: {names:?}"
    );
    assert_eq!(plates.inked(0), plates.names(0));
    let mark = bleed.top() - Length::mm(3);
    for plate in &names {
        for x in [trim.left(), trim.right()] {
            let ink = plates.ink(pages, 0, plate, around(x, mark));
            assert!(ink.most > 99.0 && ink.least < 1.0, "{plate} at {x:?}: {ink:?}");
        }
    }
    // The bar stands in the middle: its first fields are the solids of black, cyan, magenta and yellow.
    let bar = InkBar::new(&faltwerk::impose::marks::inks(&composed.scene), &composed.assets);
    let strip = Rect::new(
        Point::new(bleed.left(), bleed.bottom() + Length::mm(7)),
        Size::new(bleed.size.width, InkBar::HEIGHT),
    );
    let fields = bar.fields(strip);
    for (field, own) in fields.iter().zip(["Black", "Cyan", "Magenta", "Yellow"]) {
        let centre = field.bounds().centre();
        for plate in &names {
            let ink = plates.ink(pages, 0, plate, around(centre.x, centre.y));
            let wanted = if plate == own { 100.0 } else { 0.0 };
            assert!(
                (ink.mean - wanted).abs() < 1.0,
                "{plate} in the field of {own}: {ink:?}"
            );
        }
    }
}

/// All printers that ship, by the names of their files.
fn printers() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/printers");
    let mut names: Vec<String> = folder
        .read_dir()
        .unwrap()
        .filter_map(|file| {
            file.unwrap()
                .file_name()
                .into_string()
                .unwrap()
                .strip_suffix(".toml")
                .map(str::to_owned)
        })
        .collect();
    names.sort();
    names
}

#[test]
fn one_document_is_good_for_every_printer_whose_profile_is_there() {
    let mut without_profile = Vec::new();
    for printer in printers() {
        let project = Sandbox::of("herbarium");
        project.replace(
            "content/leaflet.toml",
            "language =",
            &format!("printer = \"{printer}\"\nlanguage ="),
        );
        let ran = project.run(&["build", "--edition", "press"]);
        if ran.code != 0 {
            assert!(
                ran.stderr.contains("get it from https://"),
                "{printer}: {}",
                ran.stderr
            );
            without_profile.push(printer);
            continue;
        }
        assert!(!ran.stderr.contains("warning"), "{printer}: {}", ran.stderr);
        let path = ran.stdout.trim();
        let standard = if printer == "x1a" {
            Standard::X1a
        } else {
            Standard::X4
        };
        assert_eq!(offences(&project.read(path), standard), [""; 0], "{printer}");
        let path = project.path(path);
        if let Some(qpdf) = judge("qpdf") {
            ask(Command::new(qpdf).arg("--check").arg(&path));
        }
        if let Some(mutool) = judge("mutool") {
            let drawn = ask(Command::new(mutool)
                .args(["draw", "-q", "-F", "bbox", "-o", "-"])
                .arg(&path));
            assert!(drawn.contains("<page"), "{printer}: mutool draws nothing");
        }
        if let Some(gs) = judge("gs") {
            let said = ask(Command::new(gs)
                .args([
                    "-q",
                    "-dSAFER",
                    "-dBATCH",
                    "-dNOPAUSE",
                    "-sDEVICE=inkcov",
                    "-sOutputFile=-",
                ])
                .arg(&path));
            assert!(!said.contains("****"), "{printer}: {said}");
        }
    }
    assert_eq!(without_profile, ["uncoated"]);
}

#[test]
fn bleed_by_edge_means_the_edges_of_the_page_as_it_lies_there() {
    let bleed = "bleed = { top = \"5 mm\", right = \"3 mm\", bottom = \"2 mm\", left = \"1 mm\" }";
    // A flyer read from left to right, flyers in five languages, one of them Arabic, and a bound book.
    for name in ["herbarium", "rights", "almanac"] {
        let project = Sandbox::with_more_fonts(name);
        project.replace(PRINTER, "bleed = \"3 mm\"", bleed);
        for (path, bytes) in press(&project, MARKS) {
            assert_eq!(offences(&bytes, Standard::X4), [""; 0], "{path}");
            let document = Document::load_mem(&bytes).unwrap();
            for page in document.get_pages().into_values() {
                let page = document.get_dictionary(page).unwrap();
                let edges = |key: &[u8]| -> Vec<f32> {
                    let edges = page.get(key).unwrap().as_array().unwrap();
                    edges
                        .iter()
                        .map(|edge| edge.as_float().unwrap() * 25.4 / 72.0)
                        .collect()
                };
                let (bleed, trim) = (edges(b"BleedBox"), edges(b"TrimBox"));
                let room = [
                    bleed[3] - trim[3],
                    bleed[2] - trim[2],
                    trim[1] - bleed[1],
                    trim[0] - bleed[0],
                ];
                for (room, wanted) in room.into_iter().zip([5.0, 3.0, 2.0, 1.0]) {
                    assert!((room - wanted).abs() < 0.05, "{path}: {room} mm, not {wanted} mm");
                }
            }
        }
    }
}
