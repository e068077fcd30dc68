//! Screen colours are the press colours, seen through the printing condition. The contrasts were measured for FOGRA39 with another colour
//! management (relative colorimetric, WCAG 2 formula); pictures of the pages show the same colours at the right size.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the files that the program reads and writes"
)]

mod common;

use std::path::Path;
use std::sync::Arc;

use faltwerk::assets::{IccProfile, Rgb};
use faltwerk::color::{Cmyk, Part};
use faltwerk::diag::Log;
use faltwerk::emit::{Edition, products};
use faltwerk::project::Project;

fn fogra39() -> IccProfile {
    let data = std::fs::read("templates/printers/FOGRA39L_coated.icc").unwrap();
    IccProfile::load("FOGRA39L_coated.icc", Arc::from(data)).unwrap()
}

fn cmyk(percent: [f64; 4]) -> Cmyk {
    Cmyk(percent.map(|part| Part::from_percent(part).unwrap()))
}

/// Relative luminance after WCAG 2.
fn luminance(Rgb(parts): Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2])
}

fn contrast(profile: &IccProfile, one: [f64; 4], other: [f64; 4]) -> f64 {
    let (one, other) = (
        luminance(profile.srgb(cmyk(one))),
        luminance(profile.srgb(cmyk(other))),
    );
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn inks_contrast_on_a_screen_as_they_were_measured_in_print() {
    let profile = fogra39();
    let (paper, black) = ([0.0; 4], [0.0, 0.0, 0.0, 100.0]);
    let red = [0.0, 100.0, 90.0, 0.0];
    let measured = [
        ("red on paper", red, paper, 4.62),
        ("black on red", black, red, 3.07),
        ("black on paper", black, paper, 14.2),
        ("grey of 70 % on paper", [0.0, 0.0, 0.0, 70.0], paper, 4.76),
        ("orange on paper", [0.0, 50.0, 100.0, 0.0], paper, 2.31),
        ("green on paper", [60.0, 0.0, 100.0, 0.0], paper, 2.40),
        ("blue on paper", [100.0, 80.0, 0.0, 0.0], paper, 8.59),
        ("night on paper", [100.0, 85.0, 25.0, 20.0], paper, 10.4),
    ];
    for (what, one, other, expected) in measured {
        let found = contrast(&profile, one, other);
        assert!(
            (found - expected).abs() < 0.1,
            "{what}: {found:.2}, measured were {expected}"
        );
    }
}

#[test]
fn pictures_of_the_flyer_show_every_panel_and_both_sides_in_the_colours_of_print() {
    let mut project = Project::open(Path::new(".")).unwrap();
    let mut log = Log::new();
    let composed = faltwerk::compose(&mut project, "flyer", &mut log).unwrap();
    let printer = &composed.template.printer;
    let pictures = products(
        &composed.scene,
        &composed.assets,
        printer,
        Edition::Preview,
        &mut log,
    )
    .unwrap();
    let names: Vec<&str> = pictures.iter().map(|picture| picture.name.as_str()).collect();
    let expected =
        ["1", "2", "3", "4", "5", "6", "outside", "inside"].map(|page| format!("flyer-{page}.png"));
    assert_eq!(names, expected);

    let cover = image::load_from_memory(&pictures[0].bytes).unwrap().to_rgb8();
    // 100 x 210 mm at 100 dots to the inch.
    assert_eq!(cover.dimensions(), (394, 827));
    let night = composed.assets.output.srgb(cmyk([100.0, 85.0, 25.0, 20.0]));
    assert_eq!(cover.get_pixel(5, 5).0, night.0);
    let flap = image::load_from_memory(&pictures[4].bytes).unwrap().to_rgb8();
    // The flap of a letter fold is 3 mm narrower than the cover.
    assert_eq!(flap.dimensions().0, 382);
}

#[test]
fn a_tint_of_a_spot_ink_looks_as_its_process_equivalent_does() {
    let project = common::Sandbox::of("tulips");
    let ran = project.run(&["build", "--edition", "preview"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let profile = fogra39();
    for (panel, inks) in [("1", [0.0, 100.0, 90.0, 0.0]), ("2", [0.0, 20.0, 18.0, 0.0])] {
        let picture = project.read(&format!("output/tulips-{panel}.png"));
        let picture = image::load_from_memory(&picture).unwrap().to_rgb8();
        let corner = picture.get_pixel(5, picture.height() - 5);
        assert_eq!(corner.0, profile.srgb(cmyk(inks)).0, "panel {panel}");
    }
}
