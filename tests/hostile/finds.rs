//! What fuzzing found once, tried again: by the same functions that the fuzz targets call (`tests/fuzz/entries.rs`), on files that are kept
//! in `tests/hostile/finds`, in a folder for each target. Their names say what they are.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[path = "../fuzz/entries.rs"]
mod entries;

#[test]
fn whatever_was_found_once_is_survived() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/finds");
    for (target, entry) in entries::ALL {
        let Ok(finds) = fs::read_dir(folder.join(target)) else {
            continue;
        };
        for find in finds {
            let find = find.unwrap().path();
            println!("{}", find.display());
            entry(&fs::read(&find).unwrap());
        }
    }
    let known: BTreeSet<&str> = entries::ALL.iter().map(|(target, _)| *target).collect();
    for folder in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
        // Beside the folders there is only a text that says what they are.
        let name = folder.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(name.as_str()), "no fuzz target is called {name}");
    }
    assert!(tried > 0, "nothing is kept in {}", folder.display());
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
