//! Asks judges that are not ours whether the PDFs that we write are what they claim to be.
//!
//! Our own preflight shares our reading of the standards, and so our mistakes. These tests put every committed PDF,
//! every PDF of the projects in `tests/projects`, and the shipped documents in every template that carries them, before veraPDF, qpdf, mutool, poppler and Ghostscript, which `tests/judges/install` installs. Without a judge its
//! test says that it was skipped; with `FALTWERK_REQUIRE_JUDGES=1`, as in CI, it fails.

#![allow(
    clippy::disallowed_methods,
    reason = "papers are taken out of their packages to be judged"
)]

mod common;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::judge::{ask, judge};
use common::{CARRIED, Sandbox};

/// What printers in German-speaking countries ask for at least, 3 mm, less the rounding of boxes to whole 1/100 pt.
const BLEED_PT: f64 = 3.0 * 72.0 / 25.4 - 0.01;

/// Boxes are written with few decimals, so an edge may lie a hair outside the box around it.
const ROUNDING_PT: f64 = 0.01;

#[test]
fn screen_pdfs_conform_to_pdf_ua_1_and_pdf_a_2a() {
    let files = written("screen.pdf");
    let Some(verapdf) = judge("verapdf") else { return };
    // One call for all files, since starting Java takes longer than judging.
    ask(Command::new(verapdf).args(["-f", "ua1,2a"]).args(&files));
}

#[test]
fn all_pdfs_are_well_formed() {
    let files = written("pdf");
    let Some(qpdf) = judge("qpdf") else { return };
    for file in files {
        ask(Command::new(&qpdf).arg("--check").arg(file));
    }
}

#[test]
fn press_pdfs_say_where_to_trim_and_how_far_the_ink_runs_out() {
    let files = written("press.pdf");
    let Some(mutool) = judge("mutool") else { return };
    for file in files {
        let pages = ask(Command::new(&mutool).arg("pages").arg(&file));
        assert!(
            pages.contains("<page "),
            "{}: mutool finds no page",
            file.display()
        );
        for (number, page) in (1..).zip(pages.split("<page ").skip(1)) {
            let place = format!("{}, page {number}", file.display());
            let [media, bleed, trim] = ["MediaBox", "BleedBox", "TrimBox"]
                .map(|name| boundary(page, name).unwrap_or_else(|| panic!("{place} has no {name}\n{page}")));
            assert!(
                boundary(page, "ArtBox").is_none(),
                "{place}: PDF/X allows no ArtBox beside a TrimBox"
            );
            assert!(
                margins(media, bleed).iter().all(|&m| m >= -ROUNDING_PT),
                "{place}: bleed outside the media"
            );
            let [left, bottom, right, top] = margins(bleed, trim);
            // Pages that are bound touch the spine, where nothing is trimmed and nothing needs to bleed.
            assert!(left.min(right) >= -ROUNDING_PT, "{place}: trim outside the bleed");
            assert!(
                left.max(right).min(bottom).min(top) >= BLEED_PT,
                "{place}: less than 3 mm of bleed"
            );
        }
    }
}

#[test]
fn press_pdfs_carry_all_their_fonts() {
    let files = written("press.pdf");
    let Some(pdffonts) = judge("pdffonts") else { return };
    for file in files {
        let list = ask(Command::new(&pdffonts).arg(&file));
        // The columns are counted from the right, because a font's name and type may hold spaces:
        // embedded, subset, Unicode, object number, generation.
        let missing: Vec<&str> = list
            .lines()
            .skip(2)
            .filter(|line| line.split_whitespace().nth_back(4) != Some("yes"))
            .collect();
        assert!(
            missing.is_empty(),
            "{}: fonts not embedded\n{}",
            file.display(),
            missing.join("\n")
        );
    }
}

#[test]
fn press_pdfs_can_be_separated_into_inks() {
    let files = written("press.pdf");
    let (Some(gs), Some(pdfinfo)) = (judge("gs"), judge("pdfinfo")) else {
        return;
    };
    for file in files {
        let coverage = ask(Command::new(&gs)
            .args([
                "-q",
                "-dSAFER",
                "-dBATCH",
                "-dNOPAUSE",
                "-sDEVICE=inkcov",
                "-sOutputFile=-",
            ])
            .arg(&file));
        // Ghostscript repairs what it cannot read, says so, and leaves with 0.
        assert!(
            !coverage.contains("****"),
            "{}: Ghostscript complains\n{coverage}",
            file.display()
        );
        let about = ask(Command::new(&pdfinfo).arg(&file));
        let pages = about
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .map(str::trim);
        let separated = coverage.lines().filter(|line| line.ends_with("CMYK OK")).count();
        assert_eq!(
            pages,
            Some(separated.to_string().as_str()),
            "{}: pages separated",
            file.display()
        );
    }
}

/// The files whose name ends in `.` and `ending`: those in `output/`, and those of the test projects.
fn written(ending: &str) -> Vec<PathBuf> {
    static PROJECTS: OnceLock<PathBuf> = OnceLock::new();
    let suffix = format!(".{ending}");
    let output = Path::new(env!("CARGO_MANIFEST_DIR")).join("output");
    let files = [output.as_path(), PROJECTS.get_or_init(projects)].map(|folder| {
        let mut files = listed(folder);
        files.retain(|path| {
            path.file_name()
                .and_then(OsStr::to_str)
                .is_some_and(|name| name.ends_with(&suffix))
        });
        // None at all would prove nothing.
        assert!(!files.is_empty(), "no *{suffix} in {}", folder.display());
        files
    });
    files.concat()
}

/// Builds the documents of all test projects into a folder, and the shipped documents in all templates that carry them.
fn projects() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance");
    let projects = listed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/projects"));
    for project in projects {
        let name = project.file_name().and_then(OsStr::to_str).expect("a plain name");
        let out = folder.to_str().expect("a path in Unicode");
        let arguments = [
            "build",
            "--edition",
            "screen,press,sheets",
            "--package",
            "--out",
            out,
        ];
        let ran = Sandbox::with_more_fonts(name).run(&arguments);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
    for (document, template) in CARRIED {
        let own = folder.join(template);
        let out = own.to_str().expect("a path in Unicode");
        let ran = Sandbox::shipped_in(document, template).run(&[
            "build",
            "--edition",
            "screen,press",
            "--out",
            out,
        ]);
        assert_eq!(ran.code, 0, "{template}: {}", ran.stderr);
        for file in listed(&own) {
            let name = file.file_name().and_then(OsStr::to_str).expect("a plain name");
            fs::rename(&file, folder.join(format!("{template}-{name}"))).expect("the file can be moved");
        }
    }
    for package in listed(&folder) {
        if package.extension() == Some(OsStr::new("zip")) {
            unpack_papers(&package, &folder);
        }
    }
    folder
}

/// Takes ticket and report out of a package: they are made for reading, and are judged like screen PDFs.
fn unpack_papers(package: &Path, folder: &Path) {
    let file = fs::File::open(package).expect("the package was written");
    let mut archive = zip::ZipArchive::new(file).expect("a package is a zip file");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("names are plain").into_owned())
        .collect();
    for kind in ["ticket", "preflight"] {
        let ending = format!(".{kind}.pdf");
        let document = names.iter().find_map(|name| name.strip_suffix(&ending));
        let document = document.expect("every package has both papers");
        let mut entry = archive
            .by_name(&format!("{document}.{kind}.pdf"))
            .expect("it is listed");
        let target = folder.join(format!("{document}.{kind}.screen.pdf"));
        let mut written = fs::File::create(target).expect("the folder can be written");
        std::io::copy(&mut entry, &mut written).expect("the paper can be taken out");
    }
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .collect();
    paths.sort();
    paths
}

/// One box of a page, as left, bottom, right and top in points, out of `mutool pages`.
fn boundary(page: &str, name: &str) -> Option<[f64; 4]> {
    let attributes = page.split_once(&format!("<{name} "))?.1.split_once("/>")?.0;
    let edges: Vec<f64> = attributes
        .split('"')
        .skip(1)
        .step_by(2)
        .filter_map(|edge| edge.parse().ok())
        .collect();
    edges.try_into().ok()
}

/// How far `inner` stays inside `outer` at the left, bottom, right and top; negative where it leaves it.
fn margins(outer: [f64; 4], inner: [f64; 4]) -> [f64; 4] {
    [
        inner[0] - outer[0],
        inner[1] - outer[1],
        outer[2] - inner[2],
        outer[3] - inner[3],
    ]
}
