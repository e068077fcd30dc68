//! What fuzzing found once, tried again: by the same functions that the fuzz targets call (`tests/fuzz/entries.rs`), on files that are kept
//! in `tests/hostile/finds`, in a folder for each target. Their names say what they are.

use std::fs;
use std::path::Path;

#[path = "../fuzz/entries.rs"]
mod entries;

#[test]
fn whatever_was_found_once_is_survived() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/finds");
    // There is no such folder as long as nothing was found.
    for kept in fs::read_dir(folder).into_iter().flatten() {
        let kept = kept.unwrap();
        let target = kept.file_name().into_string().unwrap();
        let known = entries::ALL.iter().find(|(name, _)| *name == target);
        let (_, entry) = known.unwrap_or_else(|| panic!("no fuzz target is called {target}"));
        for find in fs::read_dir(kept.path()).unwrap() {
            let find = find.unwrap().path();
            println!("{}", find.display());
            entry(&fs::read(&find).unwrap());
        }
    }
}

#[test]
fn every_target_takes_a_good_file_and_nothing_at_all() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, file) in [
        ("content", "tests/projects/herbarium/content/leaflet.toml"),
        ("template", "tests/projects/herbarium/templates/leaflet.toml"),
        ("printer", "templates/printers/x1a.toml"),
        ("markup", "CONTRIBUTING.md"),
        ("font", "tests/fonts/own/Both.ttc"),
        ("image", "tests/projects/weir/content/images/float.png"),
        ("icc", "templates/printers/FOGRA39L_coated.icc"),
        ("svg", "tests/projects/moor/content/images/map.svg"),
        ("inspect", "output/flyer.screen.pdf"),
    ] {
        let (_, entry) = entries::ALL.iter().find(|(name, _)| *name == target).unwrap();
        entry(&fs::read(root.join(file)).unwrap());
        entry(b"");
    }
}
