//! What `inspect` says of PDFs, ours and others', and that its ink is that of Ghostscript.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests lay out the files that the program reads"
)]

#[path = "ink/cases.rs"]
mod cases;
mod common;
#[path = "ink/limits.rs"]
mod limits;
#[path = "ink/small.rs"]
mod small;

use std::path::Path;
use std::process::Command;

use common::Sandbox;
use common::judge::{ask, judge};
use faltwerk::verify::pdf::ink::{Inked, Spots, measure};
use faltwerk::verify::pdf::{self, Reader};
use serde_json::Value;

/// Two points of per cent: what the own print of the plates may be beside Ghostscript's.
const CLOSE: f64 = 2.0;
/// The resolution of Ghostscript's print. Coarser ones thicken letters, since it inks every pixel that is touched.
const DPI: u32 = 300;

/// The highest value of any pixel and the highest average of any square of 15 mm, in per cent, page by page, as Ghostscript prints it.
fn ghostscript_ink(ghostscript: &Path, file: &Path, dpi: u32) -> Vec<(f64, f64)> {
    let folder = tempfile::tempdir().unwrap();
    ask(Command::new(ghostscript)
        .args([
            "-q",
            "-dSAFER",
            "-dBATCH",
            "-dNOPAUSE",
            "-sDEVICE=tiff32nc",
            "-dUseBleedBox",
        ])
        .arg(format!("-r{dpi}"))
        .arg(format!(
            "-sOutputFile={}",
            folder.path().join("%03d.tif").display()
        ))
        .arg(file));
    let mut pages: Vec<_> = folder
        .path()
        .read_dir()
        .unwrap()
        .map(|page| page.unwrap().path())
        .collect();
    pages.sort();
    pages.iter().map(|page| of_page(page, dpi)).collect()
}

fn of_page(page: &Path, dpi: u32) -> (f64, f64) {
    let mut decoder = tiff::decoder::Decoder::new(std::fs::File::open(page).unwrap()).unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    let tiff::decoder::DecodingResult::U8(samples) = decoder.read_image().unwrap() else {
        panic!("bytes")
    };
    let (width, height) = (width as usize, height as usize);
    let side = ((15.0 / 25.4 * f64::from(dpi)).round() as usize)
        .min(width)
        .min(height);
    let ink = |x: usize, y: usize| {
        let at = (y * width + x) * 4;
        samples[at..at + 4]
            .iter()
            .map(|part| u64::from(*part))
            .sum::<u64>()
    };
    // Sums over all that lies above and to the left.
    let mut sums = vec![0_u64; (width + 1) * (height + 1)];
    let mut most = 0;
    for y in 0..height {
        let mut row = 0;
        for x in 0..width {
            row += ink(x, y);
            most = most.max(ink(x, y));
            sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
        }
    }
    let mut highest = 0;
    for y in side..=height {
        for x in side..=width {
            let at = |x: usize, y: usize| sums[y * (width + 1) + x];
            highest = highest.max(at(x, y) + at(x - side, y - side) - at(x - side, y) - at(x, y - side));
        }
    }
    (most as f64 / 2.55, highest as f64 / 2.55 / (side * side) as f64)
}

fn own_ink(file: &Path) -> Vec<Inked> {
    let bytes = std::fs::read(file).unwrap();
    let file = pdf::open(&bytes).unwrap();
    let reader = Reader::new(&file);
    let pages = file.pages();
    pages
        .iter()
        .map(|page| measure(&reader.display(page), page.boxes.bleed, Spots::Mixed))
        .collect()
}

/// Builds the press file of a project and measures it both ways.
fn is_as_ghostscript_prints_it(project: &str) {
    let Some(ghostscript) = judge("gs") else { return };
    let sandbox = Sandbox::of(project);
    let ran = sandbox.run(&["build", "--edition", "press"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let file = sandbox.path(&format!("output/{project}.press.pdf"));
    let (own, judged) = (own_ink(&file), ghostscript_ink(&ghostscript, &file, DPI));
    assert_eq!(own.len(), judged.len());
    for (page, (own, (most, square))) in own.iter().zip(judged).enumerate() {
        let close = |own: f64, judged: f64| (own * 100.0 - judged).abs() <= CLOSE;
        assert!(
            close(own.square, square),
            "page {page}: {own:?}, Ghostscript says {square}"
        );
        assert!(
            close(own.highest, most),
            "page {page}: {own:?}, Ghostscript says {most}"
        );
    }
}

#[test]
fn the_ink_of_pictures_is_that_of_ghostscript() {
    is_as_ghostscript_prints_it("weir");
}

#[test]
fn the_ink_of_drawings_is_that_of_ghostscript() {
    is_as_ghostscript_prints_it("moor");
}

#[test]
fn spot_ink_that_is_mixed_is_that_of_ghostscript() {
    is_as_ghostscript_prints_it("tulips");
}

#[test]
fn the_command_says_what_a_file_of_ours_holds() {
    let sandbox = Sandbox::of("weir");
    assert_eq!(sandbox.run(&["build", "--edition", "press"]).code, 0);
    let file = sandbox.path("output/weir.press.pdf");
    let ran = sandbox.run(&["inspect", "--format", "json", file.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let facts: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(
        facts["claims"][0].as_str().unwrap().starts_with("PDF/X-"),
        "{facts}"
    );
    assert_eq!(facts["intents"][0]["profile"]["space"], "CMYK");
    let fonts = facts["fonts"].as_array().unwrap();
    assert!(!fonts.is_empty() && fonts.iter().all(|font| font["embedded"] == true));
    assert_eq!(facts["truncated"], false);
    let told = sandbox.run(&["inspect", file.to_str().unwrap()]).stdout;
    assert!(
        told.contains("ink: at most") && told.contains("output intent: FOGRA"),
        "{told}"
    );
}

#[test]
fn what_cannot_be_opened_is_named_with_its_reason() {
    let sandbox = Sandbox::of("tulips");
    sandbox.write("letter.pdf", "Dear reader");
    for (file, code, reason) in [
        ("letter.pdf", 1, "pdf/no-pdf"),
        ("nowhere.pdf", 2, "there is no such file"),
    ] {
        let ran = sandbox.run(&["inspect", sandbox.path(file).to_str().unwrap()]);
        assert_eq!(ran.code, code);
        assert!(
            ran.stderr.contains(file) && ran.stderr.contains(reason),
            "{}",
            ran.stderr
        );
    }
}
